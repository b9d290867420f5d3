"""Outlook's own forms of a message: `.msg`, and the `winmail.dat` that mails bring with them."""

from __future__ import annotations

import base64
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.intake import documents
from smes_panel.intake.extraction import OUTLOOK, Reader
from smes_panel.intake.headers import looks_like_message
from smes_panel.intake.letter import read_letter
from smes_panel.intake.sources import items
from smes_panel.intake.worker.outlook import as_mail
from smes_panel.model.application import Arrival, DocumentKind, IncomingApplication
from tests.intake.compound import Tree, compound
from tests.intake.test_sources import CV, pdf, written

MOMENT = datetime(2022, 6, 6, 8, 30, tzinfo=UTC)
HEADERS = (
    "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from poste by serveur; Mon, 6 Jun 2022 10:31:00 +0200\r\n"
    "From: Yasmina =?utf-8?q?Mod=C3=A8le?= <yasmina@exemple.invalid>\r\nSubject: Candidature\r\n Connect\r\n"
    "Content-Type: multipart/mixed;\r\n boundary=x\r\nMIME-Version: 1.0\r\n\r\n"
)


def wide(number: int, text: str) -> Tree:
    return {f"__substg1.0_{number:04X}001F": text.encode("utf-16-le")}


def narrow(number: int, content: bytes) -> Tree:
    return {f"__substg1.0_{number:04X}001E": content}


def blob(number: int, content: bytes) -> Tree:
    return {f"__substg1.0_{number:04X}0102": content}


def fixed(before: int, **numbers: int) -> Tree:
    listed = b"".join(struct.pack("<IIQ", int(name[1:], 16) << 16 | 0x40, 6, value) for name, value in numbers.items())
    return {"__properties_version1.0": bytes(before) + listed}


def filetime(moment: datetime) -> int:
    return int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000


def attachment(number: int, name: str, content: bytes, *more: Tree) -> Tree:
    return {f"__attach_version1.0_#{number:08X}": joined(fixed(8), wide(0x3707, name), blob(0x3701, content), *more)}


def joined(*trees: Tree) -> Tree:
    return {name: content for tree in trees for name, content in tree.items()}


def letter(*more: Tree, before: int = 32, name: str = "Yasmina Modèle") -> Tree:
    return joined(
        wide(0x001A, "IPM.Note"),
        wide(0x0037, "Candidature Connect"),
        wide(0x0C1A, name),
        wide(0x5D01, "yasmina@exemple.invalid"),
        wide(0x1000, "Bonjour,\r\nvoici ma candidature."),
        fixed(before, p0E06=filetime(MOMENT)),
        *more,
    )


def read(path: Path) -> IncomingApplication:
    (item,) = items([path])
    assert item.application is not None, item.reason
    return item.application


def test_an_outlook_message_is_an_application_kept_as_it_came(tmp_path: Path) -> None:
    cv = pdf(tmp_path / "cv.pdf", *CV).read_bytes()
    raw = compound(letter(attachment(0, "CV Modèle.pdf", cv), attachment(1, "Lettre.txt", b"Madame, Monsieur")))
    found = read(written(tmp_path / "x.msg", raw))
    assert (found.identity.name, found.identity.email) == ("Yasmina Modèle", "yasmina@exemple.invalid")
    assert (found.subject, found.received_at) == ("Candidature Connect", MOMENT)
    assert [(one.name, one.kind, one.media_type, one.content) for one in found.documents[:2]] == [
        ("Candidature Connect.msg", DocumentKind.MESSAGE, OUTLOOK, raw),
        ("CV Modèle.pdf", DocumentKind.CV, "application/pdf", cv),
    ]
    assert found.documents[0].text == "Bonjour,\nvoici ma candidature."
    assert found.documents[2].content == b"Madame, Monsieur"


def test_the_headers_that_a_message_travelled_with_are_believed_before_outlooks_own(tmp_path: Path) -> None:
    found = read(written(tmp_path / "x.msg", compound(letter(wide(0x007D, HEADERS), name="Boîte RH"))))
    assert (found.identity.name, found.identity.email) == ("Yasmina Modèle", "yasmina@exemple.invalid")
    assert found.subject == "Candidature Connect"
    assert found.received_at == datetime(2022, 6, 6, 8, 31, tzinfo=UTC)


def test_narrow_texts_come_out_in_their_code_page() -> None:
    tree = joined(
        narrow(0x0037, "Žádost".encode("cp1250")), narrow(0x1000, "Příloha".encode("cp1250")), fixed(32, p3FFD=1250)
    )
    letter_read = read_letter(as_mail(compound(tree)), 0)
    assert (letter_read.subject, letter_read.body) == ("Žádost", "Příloha")


def test_a_message_in_a_message_is_the_applicants_and_not_the_forwarders(tmp_path: Path) -> None:
    inner = letter(attachment(0, "CV.txt", b"FORMATION"), before=24)
    outer = joined(
        wide(0x001A, "IPM.Note"),
        wide(0x0037, "TR: Candidature"),
        wide(0x0C1A, "Nora Secrétariat"),
        wide(0x5D01, "rh@exemple.invalid"),
        fixed(32),
        {"__attach_version1.0_#00000000": joined(fixed(8), {"__substg1.0_3701000D": inner})},
    )
    raw = compound(outer)
    found = read(written(tmp_path / "x.msg", raw))
    assert (found.identity.email, found.subject) == ("yasmina@exemple.invalid", "Candidature Connect")
    assert [one.name for one in found.documents] == ["Candidature Connect.msg", "CV.txt"]
    assert found.documents[0].content == raw


def test_a_mail_that_carries_an_outlook_message_is_read_like_one_that_carries_a_mail(tmp_path: Path) -> None:
    raw = compound(letter(attachment(0, "CV.txt", b"FORMATION")))
    found = read(written(tmp_path / "x.eml", _mail("TR : candidature", "message.msg", raw)))
    assert (found.identity.email, found.subject) == ("yasmina@exemple.invalid", "Candidature Connect")
    assert [one.name for one in found.documents] == ["Candidature Connect.eml", "CV.txt"]


def _mail(subject: str, name: str, content: bytes, text: str = "") -> bytes:
    return (
        f"From: Nora Modèle <nora@exemple.invalid>\nSubject: {subject}\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\n{text}\n'
        f'--x\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="{name}"\n'
        f"Content-Transfer-Encoding: base64\n\n{base64.encodebytes(content).decode()}\n--x--\n"
    ).encode()


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    """A `winmail.dat` of these attributes: their level, their number with its kind, their bytes ([MS-OXTNEF] 2.1.3)."""
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(
        struct.pack("<BII", level, number, len(content)) + content + struct.pack("<H", sum(content) & 0xFFFF)
        for level, number, content in attributes
    )


def packed(name: str, content: bytes) -> bytes:
    return tnef(
        (1, 0x00089006, struct.pack("<I", 0x00010000)),
        (2, 0x00069002, bytes(14)),
        (2, 0x00018010, name.encode("cp1252") + b"\0"),
        (2, 0x0006800F, content),
    )


def test_what_a_winmail_dat_packs_are_documents_of_the_mail_that_brought_it(tmp_path: Path) -> None:
    cv = pdf(tmp_path / "cv.pdf", *CV).read_bytes()
    found = read(written(tmp_path / "x.eml", _mail("Candidature", "winmail.dat", packed("CV.pdf", cv), "Bonjour")))
    assert [(one.name, one.media_type) for one in found.documents] == [
        ("Candidature.eml", "message/rfc822"),
        ("CV.pdf", "application/pdf"),
    ]
    assert found.documents[1].content == cv
    assert found.documents[0].text == "Bonjour"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("IPM.Contact", "contact"), ("REPORT.IPM.Note.NDR", "report"), ("IPM.Note.Rules.OofTemplate.Microsoft", "reply")],
)
def test_what_outlook_keeps_beside_messages_is_set_aside(tmp_path: Path, kind: str, reason: str) -> None:
    tree = joined(wide(0x001A, kind), wide(0x0037, "x"), fixed(32))
    (item,) = items([written(tmp_path / "x.msg", compound(tree))])
    assert (item.result, reason in item.reason) == (Arrival.SET_ASIDE, True)


def test_a_damaged_outlook_message_says_what_to_do_and_a_damaged_winmail_dat_stays_a_document(tmp_path: Path) -> None:
    cut = compound(letter())[:1500]
    (item,) = items([written(tmp_path / "x.msg", cut)])
    assert (item.result, "damaged" in item.reason) == (Arrival.REFUSED, True)
    found = read(written(tmp_path / "y.eml", _mail("Candidature", "winmail.dat", b"\x78\x9f\x3e\x22\x01", "Bonjour")))
    assert [one.name for one in found.documents] == ["Candidature.eml", "winmail.dat"]


WHOLE = compound(letter(attachment(0, "CV.txt", b"FORMATION"), blob(0x1013, b"<p>Bonjour</p>")))


@given(damage=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=5))
def test_no_damage_to_an_outlook_message_brings_the_import_down(damage: list[tuple[int, int]]) -> None:
    content = bytearray(WHOLE)
    for at, value in damage:
        content[at] = value
    try:
        made = as_mail(bytes(content))
    except Exception:  # noqa: BLE001 - in the reading process anything at all ends as "damaged"
        return
    assert looks_like_message(made) or b"\r\n\r\n" in made


def test_the_corpora_of_outlook_messages_are_read(shared: Path) -> None:
    with Reader() as reader:
        for path in sorted((shared / "corpora" / "email").rglob("*.msg")):
            raw = path.read_bytes()
            if documents.media_type(raw, path.name) == OUTLOOK:
                assert looks_like_message(reader.as_mail(raw)), path.name
