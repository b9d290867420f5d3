"""What a letter costs against bare reportlab drawing the same strings: `python -m benchmarks.letters`."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts
from smes_panel.model.placeholder import PLACEHOLDERS
from smes_panel.model.words import Language
from smes_panel.paper import letter as room
from smes_panel.paper.letter import letter_pdf
from smes_panel.paper.press import Face, Press, runs

ROUNDS = 20


class Recorded(Press):
    """A press that remembers what it wrote."""

    written: list[tuple[float, float, str, Face, float]]

    def write(self, x: float, baseline: float, text: str, face: Face, size: float) -> float:
        self.written.append((x, baseline, text, face, size))
        return super().write(x, baseline, text, face, size)


def facts(kind: LetterKind, language: Language) -> LetterFacts:
    values = {name: one.sample.said(language) for name, one in PLACEHOLDERS.items()}
    lines = ("Yasmina Modèle", "avenue du Spécimen 48", "1060 Saint-Gilles")
    return LetterFacts(kind, language, "K-04", date(2022, 6, 24), lines, values)


def written(letter: LetterFacts) -> list[tuple[float, float, str, Face, float]]:
    """The strings of a letter, where it wrote them: its press is exchanged for one that remembers."""
    Recorded.written = []
    usual, room.Press = room.Press, Recorded  # type: ignore[attr-defined]
    try:
        letter_pdf(letter)
    finally:
        room.Press = usual  # type: ignore[attr-defined]
    return Recorded.written


def bare(strings: list[tuple[float, float, str, Face, float]]) -> bytes:
    sink = BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1, pageCompression=1)
    for x, baseline, text, face, size in strings:
        for used, part in runs(text, face):
            canvas.setFont(used.value, size)
            canvas.drawString(x * mm, (297 - baseline) * mm, part)
    canvas.save()
    return sink.getvalue()


def taken(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    letters = [facts(kind, language) for kind in LetterKind for language in (Language.FR, Language.NL)]
    strings = [written(letter) for letter in letters]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        for letter, said in zip(letters, strings, strict=True):
            ours.append(taken(lambda letter=letter: letter_pdf(letter)))  # type: ignore[misc]
            theirs.append(taken(lambda said=said: bare(said)))  # type: ignore[misc]
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"a letter {one:.1f} ms, bare reportlab {other:.1f} ms, ratio {one / other:.2f} ({len(ours)} letters)")


if __name__ == "__main__":
    main()
