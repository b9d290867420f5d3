"""The papers of a person who applies, four looks, one or two pages, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from smes_panel.demo.people import Applicant, Look
from smes_panel.model.words import Language
from smes_panel.paper.press import POINT, Face, Imprint, Press, width, wrapped
from smes_panel.paper.prose import day

RIGHT, BOTTOM = 188.0, 278.0

HEADINGS = {
    Language.FR: ("Profil", "Expérience", "Formation", "Langues", "Compétences", "Engagements"),
    Language.NL: ("Profiel", "Werkervaring", "Opleiding", "Talen", "Vaardigheden", "Vrije tijd"),
}
_LETTER = {
    Language.FR: (
        "Smes, à l’attention du jury",
        "Concerne : candidature au poste de chargé·e de projets Connect",
        "Madame, Monsieur,",
        "Avec mes salutations cordiales,",
    ),
    Language.NL: (
        "Smes, ter attentie van de selectiecommissie",
        "Betreft: sollicitatie als projectmedewerker Connect",
        "Geachte mevrouw, geachte heer,",
        "Met vriendelijke groeten,",
    ),
}


@dataclass(frozen=True, slots=True)
class _Set:
    """A look: its faces, its size in points, its left edge and where the text stands, in millimetres."""

    text: Face
    strong: Face
    title: Face
    size: float
    left: float
    body: float
    ruled: bool
    leading: float = 1.38


_LOOKS = {
    Look.RULED: _Set(Face.LETTER, Face.LETTER_STRONG, Face.LETTER_TITLE, 10.5, 22.0, 22.0, ruled=True),
    Look.MARGIN: _Set(Face.TEXT, Face.STRONG, Face.TITLE, 9.8, 20.0, 58.0, ruled=False),
    Look.LARGE: _Set(Face.LETTER, Face.LETTER_STRONG, Face.LETTER_TITLE, 12.5, 26.0, 26.0, ruled=True, leading=1.62),
    Look.WIDE: _Set(Face.SPARE, Face.SPARE_BOLD, Face.SPARE_BOLD, 8.8, 24.0, 24.0, ruled=True),
}


class _Sheet:
    """A page that is written from the top down and turns by itself."""

    def __init__(self, person: Applicant, what: str, look: _Set) -> None:
        self.look = look
        self.press = Press(Imprint(f"{what} {person.name}", person.name, person.language, person.sent.date()))
        self.y = 24.0
        self.leading = look.size * look.leading * POINT

    def room(self, high: float) -> None:
        """Turns the page unless so many millimetres are left."""
        if self.y + high > BOTTOM:
            self.press.turn()
            self.y = 24.0

    def down(self, high: float) -> None:
        self.y += high

    def line(self, x: float, text: str, face: Face, size: float = 0) -> float:
        return self.press.write(x, self.y, text, face, size or self.look.size)

    def text(self, x: float, text: str, face: Face | None = None) -> None:
        face = face or self.look.text
        for line in wrapped(text, face, self.look.size, RIGHT - x):
            self.room(0)
            self.line(x, line, face)
            self.down(self.leading)

    def bullet(self, x: float, text: str) -> None:
        self.room(0)
        self.line(x, "•", self.look.text)
        self.text(x + 4, text)

    def heading(self, text: str) -> None:
        look = self.look
        self.down(3.4)
        self.room(3 * self.leading)
        if look.ruled:
            self.line(look.left, text.upper(), look.strong)
            self.press.line(look.left, self.y + 1.6, RIGHT, self.y + 1.6, 0.2)
            self.down(self.leading + 2.2)
        else:
            self.line(look.left, text, look.strong)

    def bytes(self) -> bytes:
        self.press.turn()
        return self.press.bytes()


def cv_pdf(person: Applicant) -> bytes:
    """The person's CV."""
    look = _LOOKS[person.look]
    sheet = _Sheet(person, "CV", look)
    _head(sheet, person)
    profile, experience, studies, languages, skills, others = HEADINGS[person.language]
    sheet.heading(profile)
    sheet.text(look.body, person.profile)
    sheet.heading(experience)
    for post in person.posts:
        sheet.room(3 * sheet.leading)
        years = width(post.years, look.text, look.size)
        sheet.press.write(RIGHT - years, sheet.y, post.years, look.text, look.size)
        title = wrapped(f"{post.title}, {post.place}", look.strong, look.size, RIGHT - years - 4 - look.body)
        for line in title:
            sheet.line(look.body, line, look.strong)
            sheet.down(sheet.leading)
        for line in post.lines:
            sheet.bullet(look.body, line)
        sheet.down(1.6)
    sheet.down(-1.6)
    sheet.heading(studies)
    for what, year in person.studies:
        sheet.room(0)
        sheet.press.write_left_of(RIGHT, sheet.y, year, look.text, look.size)
        sheet.line(look.body, what, look.text)
        sheet.down(sheet.leading)
    for title_, lines in ((languages, person.languages), (skills, person.skills), (others, person.others)):
        sheet.heading(title_)
        for line in lines:
            sheet.text(look.body, line)
    return sheet.bytes()


def _head(sheet: _Sheet, person: Applicant) -> None:
    look = sheet.look
    sheet.line(look.left, person.name, look.title, look.size * 2)
    sheet.down(look.size * 0.68)
    sheet.line(look.left, person.tagline, look.strong)
    sheet.down(sheet.leading)
    contact = [*([person.street, person.town] if person.street else []), person.phone, person.email]
    for line in _joined(contact, look, RIGHT - look.left):
        sheet.line(look.left, line, look.text)
        sheet.down(sheet.leading)
    sheet.down(1.5)


def _joined(pieces: Sequence[str], look: _Set, room: float) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]} · {piece}" if lines else piece
        if lines and width(longer, look.text, look.size) <= room:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def letter_pdf(person: Applicant, *, amended: bool = False) -> bytes:
    """The person's letter; `amended` is the one that somebody sent again, a sentence longer."""
    look = _LOOKS[person.look]
    sheet = _Sheet(person, "Lettre" if person.language is Language.FR else "Brief", look)
    left = 24.0
    to, about, greeting, closing = _LETTER[person.language]
    for line in filter(None, (person.name, person.street, person.town, person.phone, person.email)):
        sheet.line(left, line, look.strong if line == person.name else look.text)
        sheet.down(sheet.leading)
    sheet.down(9)
    sheet.line(left, to, look.text)
    sheet.down(sheet.leading + 7)
    written = person.sent.date() - timedelta(days=1)
    town = " ".join(person.town.split()[1:]) or ("Bruxelles" if person.language is Language.FR else "Brussel")
    sheet.line(
        left, f"{town}, {'le ' if person.language is Language.FR else ''}{day(written, person.language)}", look.text
    )
    sheet.down(sheet.leading + 5)
    sheet.line(left, about, look.strong)
    sheet.down(sheet.leading + 5)
    for paragraph in (greeting, *paragraphs(person, amended=amended), closing):
        sheet.text(left, paragraph)
        sheet.down(2.6)
    sheet.down(9)
    sheet.line(left, person.name, look.text)
    return sheet.bytes()


def paragraphs(person: Applicant, *, amended: bool = False) -> tuple[str, ...]:
    """What the letter says between its greeting and its close."""
    if not amended:
        return person.letter
    *before, last = person.letter
    return (*before, "Je peux vous rejoindre dès le 1er août.", last)
