"""The mails of the people of the demonstration, as their different programs write them, with their papers attached."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from html import escape
from io import BytesIO
from pathlib import Path

from smes_panel.demo.pages import cv_pdf, letter_pdf
from smes_panel.demo.people import Applicant, Sending, everybody
from smes_panel.demo.word import cv_docx
from smes_panel.model.words import Language

APPLY_TO = "rh@exemple.invalid"
AGAIN = timedelta(hours=11, minutes=12)
"""How long after her first mail Salma sends her second."""

_GREETING = {
    Language.FR: ("Madame, Monsieur,", "Cordialement,"),
    Language.NL: ("Geachte mevrouw, geachte heer,", "Met vriendelijke groeten,"),
}
_FIRST = ("Ada", "Bruno", "Célia", "Dirk", "Esra", "Femke", "Gaël", "Hilde", "Ivan", "Jade")
_LAST = ("Calque", "Ébauche", "Gabarit", "Kladblad", "Leurre", "Mirage", "Nepman", "Patron", "Schaduw", "Trucage")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as attached: its name, its kind of content and its bytes."""

    name: str
    subtype: str
    content: bytes


def write(folder: Path) -> tuple[Path, ...]:
    """Writes every application of the demonstration into `folder`: mails, and a folder of papers brought by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for person in everybody():
        if person.sending is Sending.FOLDER:
            by_hand = folder / person.name.replace(" ", "_")
            by_hand.mkdir()
            for paper in papers(person):
                (by_hand / paper.name).write_bytes(paper.content)
            written.append(by_hand)
            continue
        written.append(_put(folder, person, papers(person)))
        if person.slug == "salma-esquisse":
            again = replace(person, at=f"{person.sent + AGAIN:%d %H:%M}", note=(_AGAIN,))
            written.append(_put(folder, again, papers(person, amended=True)))
    return tuple(written)


_AGAIN = (
    "Une phrase manquait à ma lettre d’hier soir : la voici complétée. Mon CV est inchangé. Merci de prendre celle-ci."
)


def many(folder: Path, count: int) -> None:
    """Writes `count` mails of as many different people, with papers of their own bytes, PDF and DOCX, for
    measurements.
    """
    folder.mkdir(parents=True, exist_ok=True)
    models = [one for one in everybody() if one.sending is Sending.PLAIN and one.letter]
    theirs = [papers(model) for model in models]
    for number in range(count):
        model = models[number % len(models)]
        name = f"{_FIRST[number % 10]} {_LAST[number // 10 % 10]}" + (
            f"-{_LAST[number // 100 % 10]}" if number > 99 else ""
        )
        person = replace(
            model,
            name=name,
            phone=f"0470 {number // 10_000 + 10:02d} {number // 100 % 100:02d} {number % 100:02d}",
            at=f"{13 + number % 7:02d} {8 + number % 12:02d}:{number % 60:02d}",
        )
        # What follows the end of a PDF is passed over by every reader, and makes its bytes somebody's own.
        own = [
            replace(paper, content=paper.content + f"%% {number}\n".encode()) for paper in theirs[number % len(models)]
        ]
        own.append(_word(person))
        (folder / f"{number:06d}.eml").write_bytes(mail(person, own, email=f"k{number}@exemple.invalid"))


def papers(person: Applicant, *, amended: bool = False) -> tuple[Paper, ...]:
    """The documents that the person attaches."""
    french = person.language is Language.FR
    called = person.name.replace(" ", "_")
    if person.sending is Sending.WORD:
        cv = _word(person)
    else:
        cv = Paper(f"CV_{called}.pdf" if french else f"cv {person.name}.pdf", "pdf", cv_pdf(person))
    if not person.letter:
        return (cv,)
    name = f"Lettre_de_motivation_{called}.pdf" if french else f"motivatiebrief {person.name}.pdf"
    return (cv, Paper(name, "pdf", letter_pdf(person, amended=amended)))


def _word(person: Applicant) -> Paper:
    word = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Paper(f"CV {person.name} 2022.docx", word, cv_docx(person))


def mail(person: Applicant, attached: Sequence[Paper], email: str = "") -> bytes:
    """One message from the person, as sent and as our side took it in some seconds later."""
    charset = "iso-8859-1" if person.sending is Sending.LATIN else "utf-8"
    email = email or person.email
    mark = hashlib.sha256(f"{email} {person.at}".encode()).hexdigest()[:24]
    outer = MIMEMultipart("mixed", boundary=f"=_{mark}")
    taken_in = person.sent + timedelta(seconds=7)
    outer["Received"] = _received(taken_in, mark)
    outer["From"] = f"{Header(person.name, charset).encode()} <{email}>"
    outer["To"] = APPLY_TO
    outer["Subject"] = Header(person.subject, charset, header_name="Subject").encode()
    outer["Date"] = format_datetime(person.sent)
    outer["Message-ID"] = f"<{mark}@exemple.invalid>"
    outer.attach(_said(person, charset, mark))
    for paper in attached:
        part = MIMEApplication(paper.content, paper.subtype)
        name: str | tuple[str, str, str] = paper.name if paper.name.isascii() else ("utf-8", "", paper.name)
        part.add_header("Content-Disposition", "attachment", filename=name)
        outer.attach(part)
    sink = BytesIO()
    BytesGenerator(sink, mangle_from_=False, policy=outer.policy.clone(linesep="\r\n")).flatten(outer)
    return sink.getvalue()


def _received(at: datetime, mark: str) -> str:
    taken_in = f" by mx.exemple.invalid with ESMTPS id {mark[:10]};\n {format_datetime(at)}"
    return f"from post.exemple.invalid (192.0.2.10)\n{taken_in}"


def _said(person: Applicant, charset: str, mark: str) -> Message:
    greeting, closing = _GREETING[person.language]
    lines = [greeting, *person.note, f"{closing}\n\n{person.name}\n{person.phone}"]
    if charset == "iso-8859-1":
        # What this encoding lacks, its writers type otherwise.
        lines = [line.replace("’", "'").replace("–", "-") for line in lines]
    plain = MIMEText("\n\n".join(lines) + "\n", "plain", charset)
    marked = "".join(f"<p>{escape(line).replace(chr(10), '<br>')}</p>" for line in lines)
    html = MIMEText(f"<html><body>{marked}</body></html>\n", "html", charset)
    if person.sending is Sending.HTML:
        return html
    if person.sending is Sending.ALTERNATIVE:
        both = MIMEMultipart("alternative", boundary=f"=_{mark}_2")
        both.attach(plain)
        both.attach(html)
        return both
    return plain


def _put(folder: Path, person: Applicant, attached: Sequence[Paper]) -> Path:
    path = folder / f"{person.sent:%Y-%m-%d-%H%M}-{person.slug}.eml"
    path.write_bytes(mail(person, attached))
    return path
