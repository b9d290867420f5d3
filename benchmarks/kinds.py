"""How often the kind proposed for a document is what it is: precision and recall of each kind.

    python -m benchmarks.kinds [CORPORA]

Written for it is `kinds_written.txt`: documents of people who do not exist, each under the name its sender gave it and
under one that says nothing. `CORPORA`, where it is there, adds published CVs under the names they came with, and PDFs
that are nobody's application. Prints Markdown.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from smes_panel.intake.documents import incoming
from smes_panel.intake.extraction import PDF, Reader
from smes_panel.intake.kinds import kind
from smes_panel.model.application import DocumentKind

WRITTEN = Path(__file__).with_name("kinds_written.txt")
Told = Counter[tuple[DocumentKind, DocumentKind]]
"""How often a document of the first kind was proposed as the second."""


def written() -> Iterator[tuple[DocumentKind, str, str]]:
    """What each document is, its name and its words."""
    for piece in re.split(r"^=== ", WRITTEN.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, words = piece.partition("\n")
        what, _, name = head.partition(" ")
        yield DocumentKind(what), name.strip(), words.strip()


def told_written(*, named: bool) -> Told:
    return Counter(
        (what, kind(name if named else "scan0001.pdf", words, PDF)) for what, name, words in written() if words or named
    )


def told_published(corpora: Path) -> Told:
    """Each CV of the collections of CVs, and the PDFs that test readers of PDF; only where there is text."""
    found: Told = Counter()
    places = [("cv/latexcv", DocumentKind.CV), ("cv/moderncv", DocumentKind.CV), ("pdf", DocumentKind.OTHER)]
    with Reader() as reader:
        for place, what in places:
            for path in sorted((corpora / place).rglob("*.pdf")):
                read = incoming(path.name, path.read_bytes(), reader)
                if read.text and not read.remark:
                    found[what, read.kind] += 1
    return found


def table(told: Told) -> list[str]:
    """A line for each kind that there is."""
    lines = []
    for what in (DocumentKind.CV, DocumentKind.LETTER, DocumentKind.OTHER):
        right = told[what, what]
        there = sum(count for (is_, _), count in told.items() if is_ is what)
        proposed = sum(count for (_, said), count in told.items() if said is what)
        if there:
            precision, recall = right / max(proposed, 1), right / there
            lines.append(f"| {what} | {there} | {proposed} | {right} | {precision:.1%} | {recall:.1%} |")
    return lines


def main(corpora: Path | None) -> None:
    sets = [("under their names", told_written(named=True))]
    sets.append(("under a name that says nothing", told_written(named=False)))
    if corpora is not None and corpora.is_dir():
        sets.append(("published", told_published(corpora)))
    print("| kind | documents | proposed | right | precision | recall |\n|---|---|---|---|---|---|")
    for name, told in sets:
        print(f"| *{name}* | | | | | |")
        print("\n".join(table(told)))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
