"""Sound documents of every kind that is read, small, of people who do not exist: what fuzzing begins with."""

from __future__ import annotations

import io
import zipfile
import zlib

from smes_panel.demo.mails import mail, papers
from smes_panel.demo.people import everybody
from tests.intake import forwards
from tests.intake.compound import compound
from tests.intake.test_documents import docx as made_docx
from tests.intake.test_documents import paragraph
from tests.intake.test_documents import pdf as made_pdf
from tests.intake.test_office import doc as made_doc
from tests.intake.test_office import odt as made_odt
from tests.intake.test_office import rtf as made_rtf
from tests.intake.test_outlook import attachment, letter, packed
from tests.intake.test_signed import opened
from tests.intake.workbooks import inline, ods, ods_row, raw_xlsx, xlsx

_BULLETS = """Smes recrute un·e chargé·e de projets (mi-temps)

Votre profil
- Vous avez un diplôme de bachelier·ère
- Vous parlez le néerlandais
  o à l'oral
  o à l'écrit

Uw profiel:
• je hebt ervaring in de thuislozenzorg
• je werkt zelfstandig

Offre : CDD 19h/semaine jusqu'au 31/12/2022, CP 330, barème 1.80.
Envoyez CV et lettre à emploi@exemple.invalid avant le 21 juin 2022 à 23h59.
"""


def messages() -> list[bytes]:
    person = everybody()[0]
    plain = (
        b"From: =?utf-8?q?Yasmina_Mod=C3=A8le?= <yasmina@exemple.invalid>\r\nTo: rh@exemple.invalid\r\n"
        b"Date: Tue, 21 Jun 2022 09:30:00 +0200\r\nSubject: =?iso-8859-1?B?Q2FuZGlkYXR1cmUg6Q==?=\r\n"
        b"MIME-Version: 1.0\r\n"
    )
    attached = (
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Bonjour =C3=A9</p><img src=3D'cid:1'>\r\n--x\r\n"
        b"Content-Type: text/plain; name*0*=utf-8''CV%20; name*1*=%C3%A9.txt\r\nContent-Disposition: attachment\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nQ3VycmljdWx1bQ==\r\n--x\r\n"
    )
    inner = b"Content-Type: message/rfc822\r\n\r\n" + plain + b"\r\nBonjour\r\n--x--\r\n"
    bounce = (
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; rh@exemple.invalid\r\n--x--\r\n"
    )
    both = (forwards.application("Yasmina Modèle"), forwards.application("Jan Voorbeeld"))
    several = forwards.mail(
        "Marc Collègue",
        "TR:",
        *map(forwards.carried, both),
        forwards.attachment("a.zip", forwards.archive({"b.eml": both[0], "c.txt": b"x"}), "application/zip"),
    )
    return [plain + b"\r\nBonjour", plain + attached + inner, plain + bounce, mail(person, papers(person)), several]


def outlook() -> list[bytes]:
    return [
        compound(letter(attachment(0, "CV.txt", b"Curriculum"))),
        packed("CV.pdf", made_pdf("Yasmina")),
        opened(b"Content-Type: text/plain\n\nBonjour"),
    ]


def docx() -> list[bytes]:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('2015')}</w:tc><w:tc>{paragraph('Asbl Fictive')}</w:tc></w:tr></w:tbl>"
    return [made_docx(paragraph("Yasmina Modèle") + table, header1=paragraph("Curriculum"))]


def odt() -> list[bytes]:
    return [made_odt('<text:p>Yasmina<text:s text:c="3"/>Modèle<text:tab/></text:p><text:h>Formation</text:h>')]


def doc() -> list[bytes]:
    return [made_doc("Yasmina Modèle\r", b"Exp\xe9rience\r\x13 HYPERLINK \x14mail\x15")]


def rtf() -> list[bytes]:
    return [made_rtf(r"Yasmina Mod\'e8le\par \u339?uvre {\pict\bin4 abcd}{\*\x y}")]


def pdf() -> list[bytes]:
    return [made_pdf("Yasmina Modèle", "Expérience")]


def pages() -> list[bytes]:
    shown = (
        b"<!DOCTYPE html><html><head><meta charset=utf-8><style>p{}</style></head><body><p>Yasmina &amp; Mod&egrave;le"
        b"<table><tr><td>2015<td>Asbl</table><ul><li>un<li>deux</ul><img src='https://exemple.invalid/x.png'>"
    )
    return [shown]


def postings() -> list[bytes]:
    # U+00A0 and the page as a site has it, beside the plain text.
    lines = "".join(f"<li>{line}</li>" for line in _BULLETS.splitlines())
    return [_BULLETS.encode(), f"---\ntitle: x\n---\n{_BULLETS}".encode(), f"<h2>Profil</h2><ul>{lines}</ul>".encode()]


def tables() -> list[bytes]:
    return ['key;outcome;reason\nK-01;invited;"a ""b"""\n'.encode("utf-8-sig"), b"sep=,\r\nkey,x\r\nK-01,1\r\n"]


_LINES = (
    ("Horodateur", "Nom", "Prénom", "Adresse e-mail", "GSM", "Votre motivation"),
    ("13/06/2022 9:30:12", "MODÈLE", "Yasmina", "yasmina@exemple.invalid", "0470 12 34 56", "Je postule."),
    ("6/14/2022 10:00", "VAN DEN BERG", "Jan", "jan@exemple.invalid", "470123457", "=1+1"),
)


def lists() -> list[bytes]:
    text = "\r\n".join(";".join(line) for line in _LINES)
    return [f"Candidatures\r\n\r\n{text}".encode("cp1252"), f"sep=;\r\n{text}".encode("utf-16")]


def workbooks() -> list[bytes]:
    return [xlsx(_LINES, (("A",), (1.5,))), raw_xlsx(inline(1, *_LINES[0]) + inline(9, *_LINES[1]))]


def open_workbooks() -> list[bytes]:
    return [ods(f'<table:table table:name="A">{ods_row(*_LINES[0])}{ods_row(*_LINES[1], repeated=3)}</table:table>')]


def mailboxes() -> list[bytes]:
    lines = [b"From x@exemple.invalid Tue Jun 21 09:30:00 2022\n" + one.replace(b"\r\n", b"\n") for one in messages()]
    return [b"\n".join(lines[:3]) + b"\n"]


def archives() -> list[bytes]:
    made, inner = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Paul Exemple/CV.txt", "Curriculum")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Yasmina Modèle/CV Yasmina.pdf", made_pdf("Yasmina Modèle"))
        archive.writestr("boite/1.eml", messages()[0])
        archive.writestr("boite/2.mbox", mailboxes()[0])
        archive.writestr("encore.zip", inner.getvalue())
        archive.writestr("x.z", zlib.compress(b"x"))
    return [made.getvalue()]
