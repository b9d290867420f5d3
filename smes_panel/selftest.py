"""The self-test of an installation: a dossier, an application read, a grid and a letter, then all of it found again."""

from __future__ import annotations

import io
import platform
import tempfile
from datetime import date
from pathlib import Path

import pypdfium2
import reportlab
from openpyxl import Workbook

from smes_panel import __version__
from smes_panel.cli.arrive import arrivals
from smes_panel.cli.papers import print_grids, print_letters
from smes_panel.demo.mails import mail, papers
from smes_panel.demo.people import Applicant, everybody
from smes_panel.demo.story import PANEL, SETTLED
from smes_panel.dossier import Dossier
from smes_panel.engine import engine_version
from smes_panel.gestures.decision import Decide, FillField
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import OpenVacancy, Settle
from smes_panel.intake.example import example
from smes_panel.intake.extraction import RTF, XLSX, Reader
from smes_panel.intake.imap import Account, passwords
from smes_panel.model.application import Arrival
from smes_panel.model.decision import LetterKind, Outcome
from smes_panel.model.vacancy import Stage

_PASSPHRASE = "essai de l’installation"  # noqa: S105 - of a file that lives for a second
_DAY = date(2022, 6, 28)
_WINMAIL = b"\x78\x9f\x3e\x22\x01\x00"
"""A winmail.dat with nothing in it."""


class SelfTestFailed(Exception):
    """This installation does not do what it should: it is incomplete or damaged."""


def run() -> str:
    """Goes through the main job once, in a temporary folder. One line, or SelfTestFailed."""
    person = everybody()[0]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        file = folder / "essai.smes"
        with Dossier.create(file, _PASSPHRASE, home=folder / "laptop") as dossier:
            _fill(dossier, folder, person)
        with Dossier.open(file, _PASSPHRASE, home=folder / "laptop") as dossier:
            _must(not dossier.newcomer, "the file knows its laptop again")
            _must(list(dossier.check()) == [], "the file is whole")
            _must(
                [one.identity.name for one in dossier.read.applications("intervision")] == [person.name], "search finds"
            )
        _must(person.name.encode() not in file.read_bytes(), "the file is encrypted")
    versions = {
        "Python": platform.python_version(),
        "SQLite": ".".join(map(str, engine_version())),
        "reportlab": reportlab.Version,
        "PDFium": pypdfium2.PDFIUM_INFO,
    }
    said = ", ".join(f"{name} {version}" for name, version in versions.items())
    return f"Smes Panel {__version__} passes its self-test ({said})."


def _fill(dossier: Dossier, folder: Path, person: Applicant) -> None:
    dossier.do(OpenVacancy(*example("connect")))
    dossier.do(Together(tuple(AddMember(name, role) for name, role in PANEL)))
    dossier.do(Together(tuple(Settle(question, answer) for question, answer in SETTLED.items())))
    (folder / "candidature.eml").write_bytes(mail(person, papers(person)))
    arrived = list(arrivals(dossier, [folder / "candidature.eml"]))
    _must([one.result for one in arrived] == [Arrival.ADDED], "a mail is taken in")
    with Reader() as reader:
        _must(reader.text_of(b"{\\rtf1 une lettre}", RTF).text == "une lettre", "old documents are read")
        _must(b"multipart" in reader.as_mail(_WINMAIL), "what Outlook packs is opened")
        _must(b"Nom" in reader.as_sheets(_workbook(), XLSX)[0], "workbooks are read")
    sealed = Account("exemple.invalid", "essai").context()
    _must(sealed.check_hostname and passwords.works() in (True, False), "a mailbox on a mail server can be visited")
    (application,) = dossier.read.applications(texts=True)
    _must(all(document.text for document in application.documents), "the documents are read")
    fields = {"interview_date": "2022-07-05", "interview_time": "9:00"}
    dossier.do(Decide(application.id, Stage.SCREENING, Outcome.INVITED))
    filled = (FillField(application.id, Stage.SCREENING, field, value) for field, value in fields.items())
    dossier.do(Together(tuple(filled)))
    raters = sum(role.rates for _, role in PANEL)
    _must(print_grids(dossier, folder / "grids", _DAY, person.language) == raters, "grids are printed")
    _must(print_letters(dossier, LetterKind.INVITATION, folder / "letters", _DAY) == (1, ()), "a letter is printed")
    for grid in (folder / "grids").iterdir():
        _must(person.name in _text(grid, pages=2), "a grid says whose it is")
    letter = _text(folder / "letters" / "K-01-invitation.pdf", pages=1)
    _must("mardi 5 juillet 2022" in letter and "{" not in letter, "a letter has no blanks")


def _workbook() -> bytes:
    book, made = Workbook(), io.BytesIO()
    book.worksheets[0].append(["Nom"])
    book.save(made)
    return made.getvalue()


def _text(file: Path, *, pages: int) -> str:
    _must(file.read_bytes().startswith(b"%PDF-"), f"{file.name} is a PDF")
    with pypdfium2.PdfDocument(file) as document:
        _must(len(document) == pages, f"{file.name} has its pages")
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise SelfTestFailed(f"Of this installation it is not true that {what}. Install Smes Panel again.")
