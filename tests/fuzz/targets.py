"""Every reader of what comes from outside, as a function of bytes that may raise nothing but what a person is told."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from smes_panel.errors import PanelError
from smes_panel.intake import lists, mail
from smes_panel.intake.documents import media_type
from smes_panel.intake.extraction import DOC, DOCX, ODS, ODT, PDF, RTF, XLSX, Reader
from smes_panel.intake.headers import looks_like_message
from smes_panel.intake.lists import reading
from smes_panel.intake.plain import decoded, garbled, text_of_html, tidy
from smes_panel.intake.posting.markup import plain_from_html
from smes_panel.intake.posting.reader import criteria_of, read_posting
from smes_panel.intake.rendering import Renderer
from smes_panel.intake.sources import items
from smes_panel.intake.tables import read_table
from smes_panel.intake.worker import serving
from tests.fuzz import seeds

Read = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Target:
    """A reader and what is spoilt for it. `seeds` are small and made here; `corpora` names folders of real files."""

    read: Read
    seeds: Callable[[], list[bytes]]
    corpora: tuple[str, ...] = ()


def message(raw: bytes) -> None:
    """A mail, without the reading process: what it says of itself and what lies in it."""
    looks_like_message(raw)
    with suppress(PanelError):
        mail.read_message(raw, "message.eml")


def outlook(raw: bytes) -> None:
    """A message of Outlook's or a signature, and the mail that it wraps."""
    message(serving._as_mail(raw))


def office(form: str) -> Read:
    """The text of a document, as the reading process reads it: its last door is shut, so this finds what hangs it."""
    return lambda raw: (media_type(raw, ""), serving.text_of(raw, form))


def posting(raw: bytes) -> None:
    """A posting as plain text, as Markdown and as a page of a site."""
    text = decoded(raw)
    for shown in (text, plain_from_html(text)):
        criteria_of(read_posting(shown))


def page(raw: bytes) -> None:
    """A document in HTML."""
    garbled(tidy(text_of_html(decoded(raw))))


def named(name: str) -> Read:
    """A file by this name, imported whole: the readers and the walls around them."""

    def read(raw: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (path := Path(folder, name)).write_bytes(raw)
            list(items([path]))

    return read


def table(raw: bytes) -> None:
    """A table out of a spreadsheet."""
    with tempfile.TemporaryDirectory() as folder, suppress(PanelError):
        (path := Path(folder, "table.csv")).write_bytes(raw)
        read_table(path, ("key",))


def listed(raw: bytes) -> None:
    """A list of applicants, down to what its lines become."""
    with suppress(PanelError):
        _told(reading.sheets_of("liste.csv", raw, _apart()[0]))


def workbook(form: str) -> Read:
    """A workbook, as the reading process reads it, and what its lines become."""

    def read(raw: bytes) -> None:
        with suppress(PanelError):
            answer, trouble = serving._as_sheets(raw, form)
            _told(reading._workbook("liste", answer, trouble.decode()))

    return read


def _told(sheets: Sequence[lists.ListSheet]) -> None:
    for sheet in sheets:
        mapping = lists.propose(sheet)
        lists.entries("liste.csv", sheet, mapping)
        for remark in lists.remarks(sheet, mapping):
            lists.sentence(remark, mapping)


def pdf(raw: bytes) -> None:
    """The text and the pages of a PDF, in the process that may be lost."""
    reader, renderer = _apart()
    reader.text_of(raw, PDF)
    for at in range(min(len(renderer.open(raw).sizes), 2)):
        renderer.letters(at)
        renderer.drawing(at, 0.5)


_children: list[tuple[Reader, Renderer]] = []


def _apart() -> tuple[Reader, Renderer]:
    if not _children:
        _children.append((Reader(), Renderer()))
    return _children[0]


def end() -> None:
    """Ends the processes that were started."""
    for reader, renderer in _children:
        reader.close()
        renderer.close()
    _children.clear()


TARGETS: Mapping[str, Target] = {
    "message": Target(message, seeds.messages, ("email",)),
    "outlook": Target(outlook, seeds.outlook, ("email/msg-extractor", "email/tika-mail")),
    "docx": Target(office(DOCX), seeds.docx, ("office/poi-document", "office/pandoc")),
    "odt": Target(office(ODT), seeds.odt, ("office/pandoc",)),
    "doc": Target(office(DOC), seeds.doc, ("office/poi-document",)),
    "rtf": Target(office(RTF), seeds.rtf, ("office", "email")),
    "pdf": Target(pdf, seeds.pdf, ("pdf",)),
    "html": Target(page, seeds.pages, ("jobs", "email")),
    "posting": Target(posting, seeds.postings, ("jobs",)),
    "table": Target(table, seeds.tables, ("office/csv-spectrum",)),
    "list": Target(listed, seeds.lists, ("office/csv-spectrum", "ats")),
    "xlsx": Target(workbook(XLSX), seeds.workbooks, ("office/poi-spreadsheet",)),
    "ods": Target(workbook(ODS), seeds.open_workbooks, ()),
    "mailbox": Target(named("candidatures.mbox"), seeds.mailboxes, ("email",)),
    "archive": Target(named("candidatures.zip"), seeds.archives, ()),
}

_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "message": (".eml", ".txt"),
    "outlook": (".msg", ".dat", ".tnef", ".p7m", ".p7s"),
    "docx": (".docx",),
    "odt": (".odt",),
    "doc": (".doc",),
    "rtf": (".rtf",),
    "pdf": (".pdf",),
    "html": (".html",),
    "posting": (".txt", ".md", ".html"),
    "table": (".csv",),
    "list": (".csv",),
    "xlsx": (".xlsx", ".xlsm"),
    "mailbox": (".mbox", ".mbx"),
}


def real(name: str, shared: Path, at_most: int = 200_000) -> Iterator[bytes]:
    """Real files for a target, where the corpora are present; the large ones left out, for they are slow to spoil."""
    for folder in TARGETS[name].corpora:
        for path in sorted((shared / "corpora" / folder).rglob("*")):
            if path.suffix.lower() in _ENDINGS.get(name, ()) and path.stat().st_size <= at_most:
                yield path.read_bytes()
