"""Fictitious mails in any number, each with a CV in PDF and a letter in DOCX: made here, equal for equal numbers."""

from __future__ import annotations

import io
import random
import zipfile
from email.message import EmailMessage
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_WORDS = (
    *("coordination", "réseau", "animation", "réunion", "équipe", "rédaction", "projet", "suivi", "partenaires"),
    *("accompagnement", "santé", "logement", "bénévoles", "budget", "rapport", "évaluation", "permanence", "quartier"),
    *("formation", "accueil", "bilingue", "secrétariat", "planning"),
)
_FIRST = ("Yasmina", "Wout", "Anaïs", "Bram", "Chloé", "Dries", "Nora", "Rachid", "Maude", "Lotte")
_LAST = ("Modèle", "Voorbeeld", "Exemple", "Schets", "Spécimen", "Maquette", "Canevas", "Ontwerp")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def mails(folder: Path, number: int, apart: int) -> list[Path]:
    """`number` mails in folders of `apart`; the folders. About 100 kB of documents each, of which half a photograph."""
    folders = []
    for start in range(0, number, apart):
        here = folder / f"mails-{start // apart:03d}"
        here.mkdir(parents=True)
        folders.append(here)
        for one in range(start, min(start + apart, number)):
            (here / f"{one:05d}.eml").write_bytes(mail(one))
    return folders


def mail(number: int) -> bytes:
    """The mail of the person of this number."""
    draw = random.Random(number)
    name = f"{draw.choice(_FIRST)} {draw.choice(_LAST)}"
    address = f"personne{number}@exemple.invalid"
    message = EmailMessage()
    message["From"] = f"{name} <{address}>"
    message["To"] = "emploi@exemple.invalid"
    message["Subject"] = f"Candidature de {name}"
    message["Date"] = f"Tue, 14 Jun 2022 {9 + number % 10:02d}:{number % 60:02d}:00 +0200"
    message["Message-ID"] = f"<{number}@exemple.invalid>"
    message.set_content(f"Bonjour,\n\n{_prose(draw, 60)}\n\nBien à vous,\n{name}\n")
    cv, letter = _cv(draw, name, address), _letter(draw, name)
    message.add_attachment(cv, maintype="application", subtype="pdf", filename="CV.pdf")
    docx = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    message.add_attachment(letter, maintype="application", subtype=docx, filename="Lettre de motivation.docx")
    return bytes(message)


def _prose(draw: random.Random, words: int) -> str:
    return " ".join(draw.choice(_WORDS) for _ in range(words))


def _cv(draw: random.Random, name: str, address: str) -> bytes:
    sink = io.BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1)
    photograph = Image.frombytes("RGB", (120, 120), draw.randbytes(120 * 120 * 3))
    for page in range(2):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 780, name if page == 0 else "Expérience")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 762, f"{address} · 0470 00 00 00 · avenue du Spécimen 48, 1060 Saint-Gilles")
        for line in range(44):
            canvas.drawString(60, 730 - 15 * line, _prose(draw, 9))
        if page == 0:
            canvas.drawImage(ImageReader(photograph), 460, 740, 80, 80)
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _letter(draw: random.Random, name: str) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{_prose(draw, 80)}</w:t></w:r></w:p>" for _ in range(6))
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"><w:body>'
        f"<w:p><w:r><w:t>Madame, Monsieur,</w:t></w:r></w:p>{paragraphs}"
        f"<w:p><w:r><w:t>{name}</w:t></w:r></w:p></w:body></w:document>"
    )
    types = (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), types)
        archive.writestr(zipfile.ZipInfo("word/document.xml"), document)
        archive.writestr(zipfile.ZipInfo("word/media/image1.jpeg"), draw.randbytes(40_000))
    return sink.getvalue()
