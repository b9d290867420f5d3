"""Letters a second beside what else makes them: `python -m benchmarks.papers [--letters N] [--python PYTHON]`.

In one run, the same refusal in the same words: the program in one process and on all cores, bare reportlab drawing the
same strings, LibreOffice turning as many text files into PDF, and WeasyPrint and Typst where the PYTHON named has them.
What is not there is named and left out. Prints Markdown.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.drawn import bare, drawn
from benchmarks.letters import facts
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts
from smes_panel.model.words import Language
from smes_panel.paper import letter as room
from smes_panel.paper.letter import letter_pdf
from smes_panel.paper.template import said

_WEASY = """
import sys, time
from weasyprint import HTML
text, count = open(sys.argv[1], encoding="utf-8").read(), int(sys.argv[2])
HTML(string=text).write_pdf()
began = time.perf_counter()
for _ in range(count): HTML(string=text).write_pdf()
print(time.perf_counter() - began)
"""
_TYPST = """
import sys, time, typst
count = int(sys.argv[2])
typst.compile(sys.argv[1])
began = time.perf_counter()
for _ in range(count): typst.compile(sys.argv[1])
print(time.perf_counter() - began)
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.papers", description=__doc__)
    parser.add_argument("--letters", type=int, default=100, help="how many each makes")
    parser.add_argument("--python", help="a Python that has weasyprint and typst")
    asked = parser.parse_args()
    one = facts(LetterKind.REFUSAL_INTERVIEW, Language.FR)
    print("| what | letters a second | beside ours, one process |\n|---|---|---|")
    ours = None
    for what, rate in _rates(one, asked.letters, asked.python):
        if rate is None:
            print(f"| {what} | skipped: not there | |")
            continue
        ours = rate if ours is None else ours
        print(f"| {what} | {rate:.0f} | {rate / ours:.2f} × |", flush=True)


def _rates(one: LetterFacts, count: int, python: str | None) -> Iterator[tuple[str, float | None]]:
    many = [replace(one, application=f"K-{number:02d}") for number in range(1, count + 1)]
    yield "Smes Panel, one process", _rate(count, lambda: [letter_pdf(each) for each in many], letter_pdf, one)
    with ProcessPoolExecutor() as pool:
        list(pool.map(letter_pdf, many[: 2 * (os.cpu_count() or 1)]))
        yield f"Smes Panel, {os.cpu_count()} cores", _rate(count, lambda: list(pool.map(letter_pdf, many, chunksize=5)))
    strokes = drawn(room, partial(letter_pdf, one))
    yield "bare reportlab, the same strings", _rate(count, lambda: [bare(strokes) for _ in many], bare, strokes)
    with tempfile.TemporaryDirectory(prefix="smes-panel-papers-") as place:
        folder = Path(place)
        yield "LibreOffice, text files in one call", _office(folder, one, count)
        yield "WeasyPrint", _other(python, _WEASY, _written(folder / "letter.html", _html(one)), count)
        yield "Typst", _other(python, _TYPST, _written(folder / "letter.typ", _typst(one)), count)


def _rate(count: int, work: Callable[[], object], warm: Callable[..., object] | None = None, *given: object) -> float:
    if warm is not None:
        warm(*given)
    began = time.perf_counter()
    work()
    return count / (time.perf_counter() - began)


def _paragraphs(one: LetterFacts) -> list[str]:
    words = said(one)
    found = [words.subject, words.salutation]
    for block in words.blocks:
        found += [block] if isinstance(block, str) else [f"{name}: {text}" for name, text in block]
    return [*found, *(" ".join(each) for each in words.signatures), " ".join(words.small)]


def _html(one: LetterFacts) -> str:
    lines = "".join(f"<p>{escape(text)}</p>" for text in _paragraphs(one))
    address = "<br>".join(escape(line) for line in one.recipient)
    return f'<html lang="fr"><meta charset="utf-8"><p>{address}</p>{lines}</html>'


def _typst(one: LetterFacts) -> str:
    def plain(text: str) -> str:
        return "".join(f"\\{sign}" if sign in "\\#*_`$<>@[]=~'\"/" else sign for sign in text)

    return "\n\n".join(plain(text) for text in (*one.recipient, *_paragraphs(one)))


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _office(folder: Path, one: LetterFacts, count: int) -> float | None:
    office = shutil.which("soffice")
    if office is None:
        return None
    files = [_written(folder / f"{number}.html", _html(one)) for number in range(count)]
    home = f"-env:UserInstallation=file://{folder}/home"
    call = [office, home, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder / "out")]
    subprocess.run([*call, str(files[0])], check=True, capture_output=True)
    began = time.perf_counter()
    subprocess.run([*call, *map(str, files)], check=True, capture_output=True)
    return count / (time.perf_counter() - began)


def _other(python: str | None, script: str, source: Path, count: int) -> float | None:
    if python is None:
        return None
    done = subprocess.run([python, "-c", script, str(source), str(count)], capture_output=True, text=True, check=False)
    return count / float(done.stdout.split()[-1]) if done.returncode == 0 else None


if __name__ == "__main__":
    main()
