"""Mailboxes in one file and archives, looked into as if they were folders."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.intake.sources import Item, how_many, items
from smes_panel.intake.sources.archive import TIMES
from smes_panel.intake.sources.mailbox import messages_of
from smes_panel.intake.sources.node import Node, OnDisk, Sort
from smes_panel.model.application import Arrival, DocumentKind
from tests.intake.test_sources import CV, found, mail, pdf, written

ENVELOPE = b"From yasmina@exemple.invalid Mon Jun  6 10:00:00 2022\n"


def message(sender: str, body: str = "Bonjour") -> bytes:
    return f"From: {sender}@exemple.invalid\nSubject: Candidature\n\n{body}\n".encode()


def boxed(*messages: bytes) -> bytes:
    return b"".join(ENVELOPE + one + b"\n" for one in messages)


def zipped(path: Path, *entries: tuple[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def raw(path: Path) -> list[bytes | None]:
    return [one.raw for one in messages_of(OnDisk(path, Sort.FILE))]


def senders(*paths: Path) -> list[str]:
    return [item.application.identity.email for item in items(paths) if item.application is not None]


def said(path: Path) -> list[tuple[str, Arrival | None, str]]:
    return [(Path(item.path).name, item.result, item.reason) for item in items([path])]


def test_each_message_of_a_mailbox_is_an_application_numbered_in_its_order(tmp_path: Path) -> None:
    box = written(tmp_path / "rh.mbox", boxed(message("anne"), message("jan"), message("yasmina")))
    assert found(box) == [(f"rh.mbox#{number}", "application") for number in (1, 2, 3)]
    assert senders(box) == ["anne@exemple.invalid", "jan@exemple.invalid", "yasmina@exemple.invalid"]


def test_a_mailbox_is_known_by_its_content_and_one_message_with_its_envelope_is_that_message(tmp_path: Path) -> None:
    assert found(written(tmp_path / "Inbox", boxed(message("anne"), message("jan")))) == [
        ("Inbox#1", "application"),
        ("Inbox#2", "application"),
    ]
    assert found(written(tmp_path / "message", boxed(message("anne")))) == [("message", "application")]
    assert found(written(tmp_path / "seul.mbox", boxed(message("anne")))) == [("seul.mbox#1", "application")]


def test_a_line_of_the_text_that_begins_with_from_does_not_cut_a_message(tmp_path: Path) -> None:
    body = "Bonjour\n\nFrom what I read, this is for me.\nNote: >From\n\n>From here it is quoted\n>>From twice"
    (only,) = raw(written(tmp_path / "x.mbox", boxed(message("anne", body))))
    kept = body.replace(">From here", "From here").replace(">>From", ">From")
    assert only == message("anne", kept)


def test_a_mailbox_with_the_line_ends_of_windows_and_one_without_empty_lines_are_cut_alike(tmp_path: Path) -> None:
    first, second = message("anne"), message("jan")
    crlf = boxed(first, second).replace(b"\n", b"\r\n")
    assert raw(written(tmp_path / "a.mbox", crlf)) == [one.replace(b"\n", b"\r\n") for one in (first, second)]
    assert raw(written(tmp_path / "b.mbox", ENVELOPE + first + ENVELOPE + second)) == [first, second]


@given(
    st.lists(st.lists(st.sampled_from(["", "From x", ">From y", "Bonjour", "a: b", "From"]), max_size=6), min_size=1)
)
def test_what_was_put_into_a_mailbox_with_its_quotes_comes_out_as_it_was(bodies: list[list[str]]) -> None:
    messages = [message("anne", "\n".join(lines)) for lines in bodies]
    quoted = [_quoted(one) for one in messages]
    box = _Held(boxed(*quoted))
    assert [one.raw for one in messages_of(box)] == messages


def _quoted(one: bytes) -> bytes:
    lines = one.split(b"\n")
    return b"\n".join(b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines)


class _Held:
    """A file that lies nowhere."""

    label = name = "x.mbox"
    sort = Sort.FILE

    def __init__(self, content: bytes) -> None:
        self._content = content

    def below(self) -> list[Node]:
        return []

    def size(self) -> int:
        return len(self._content)

    def opened(self) -> io.BytesIO:
        return io.BytesIO(self._content)


def test_an_archive_is_a_folder_of_its_name_with_mails_mailboxes_and_applicants(tmp_path: Path) -> None:
    cv = pdf(tmp_path / "cv.pdf", *CV).read_bytes()
    export = zipped(
        tmp_path / "export.zip",
        ("Takeout/Mail/rh.mbox", boxed(message("anne"), message("jan"))),
        ("Takeout/seule.eml", message("mia")),
        ("recus/MODÈLE Yasmina/CV.pdf", cv),
        ("recus/MODÈLE Yasmina/Diplômes/bac.pdf", cv),
        ("__MACOSX/._CV.pdf", b"x"),
    )
    read = list(items([export]))
    assert [item.path.removeprefix(str(export)) for item in read] == [
        "/recus/MODÈLE Yasmina",
        "/Takeout/Mail/rh.mbox#1",
        "/Takeout/Mail/rh.mbox#2",
        "/Takeout/seule.eml",
    ]
    first = read[0].application
    assert first is not None
    assert first.identity.name == "Yasmina Modèle"
    assert [(one.name, one.kind, one.content) for one in first.documents] == [
        ("CV.pdf", DocumentKind.CV, cv),
        ("Diplômes – bac.pdf", DocumentKind.OTHER, cv),
    ]
    assert sorted(tmp_path.iterdir()) == [tmp_path / "cv.pdf", export]


def test_names_in_an_archive_never_leave_it_and_come_out_right(tmp_path: Path) -> None:
    wild = zipped(
        tmp_path / "x.zip",
        ("../../a.eml", message("anne")),
        ("C:\\Windows\\b.eml", message("jan")),
        ("/etc/c.eml", message("mia")),
        ("d\u202ele.eml", message("yasmina")),
    )
    named = [item.path.removeprefix(f"{wild}/") for item in items([wild])]
    assert named == ["a.eml", "dle.eml", "etc/c.eml", "Windows/b.eml"]


def test_a_name_in_utf_8_that_does_not_say_so_comes_out_right(tmp_path: Path) -> None:
    path = zipped(tmp_path / "mac.zip", ("Modèle.eml", message("yasmina")))
    content = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        content[content.find(sign) + at] &= ~0x08
    assert found(written(path, bytes(content))) == [("Modèle.eml", "application")]


def test_archives_in_archives_are_opened_three_deep(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "1.zip", ("a.eml", message("anne")))
    for number in (2, 3, 4):
        inner = zipped(tmp_path / f"{number}.zip", (f"{number - 1}.zip", inner.read_bytes()))
    assert senders(tmp_path / "3.zip") == ["anne@exemple.invalid"]
    assert [(name, result, reason.endswith("not opened.")) for name, result, reason in said(inner)] == [
        ("1.zip", Arrival.REFUSED, True)
    ]


def test_a_bomb_is_left_where_it_swells_and_what_came_before_is_kept(tmp_path: Path) -> None:
    bomb = zipped(
        tmp_path / "bomb.zip",
        ("a.eml", message("anne")),
        *((f"b{number}.txt", bytes(90_000_000)) for number in range(5)),
        ("c.eml", message("jan")),
    )
    assert bomb.stat().st_size * TIMES < 90_000_000
    results = said(bomb)
    assert results[0][:2] == ("a.eml", None)
    assert {result for name, result, _ in results if name.startswith("b")} == {Arrival.REFUSED}
    assert "far more" in results[-1][2]
    whole = zipped(tmp_path / "big.zip", ("x.eml", bytes(101_000_000)))
    assert [(result, "bigger" in reason) for _, result, reason in said(whole)] == [(Arrival.REFUSED, True)]


def test_an_archive_that_is_locked_or_cut_short_says_so(tmp_path: Path) -> None:
    good = zipped(tmp_path / "good.zip", ("a.eml", message("anne")), ("b.eml", message("jan")))
    cut = written(tmp_path / "cut.zip", good.read_bytes()[:-40])
    assert [(name, result, "damaged" in reason) for name, result, reason in said(cut)] == [
        ("cut.zip", Arrival.REFUSED, True)
    ]
    locked = bytearray(good.read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = locked.find(sign)
        while start >= 0:
            locked[start + at] |= 1
            start = locked.find(sign, start + 4)
    assert {
        (result, "password" in reason) for _, result, reason in said(written(tmp_path / "l.zip", bytes(locked)))
    } == {(Arrival.REFUSED, True)}


@given(data=st.data())
def test_no_damage_to_an_archive_raises(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("zip")
    whole = zipped(folder / "x.zip", ("a/a.eml", message("anne")), ("rh.mbox", boxed(message("jan"), message("mia"))))
    content = bytearray(whole.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    whole.write_bytes(content)
    results: list[Item] = list(items([whole]))
    assert all(item.application is not None or item.reason.endswith(".") for item in results)


@pytest.mark.skipif(os.name == "nt", reason="names with a colon")
def test_a_maildir_gives_its_mails_and_nothing_of_its_server(tmp_path: Path) -> None:
    for folder in ("", ".Sent"):
        for sub in ("cur", "new", "tmp"):
            (tmp_path / folder / sub).mkdir(parents=True)
    mail(tmp_path / "cur" / "1654502400.M1P2.host:2,S")
    mail(tmp_path / "new" / "1654502401.M1P2.host")
    mail(tmp_path / "tmp" / "1654502402.M1P2.host")
    mail(tmp_path / ".Sent" / "cur" / "1654502403.M1P2.host:2,S")
    for server in ("dovecot-uidlist", "dovecot.index.log", "maildirfolder", "subscriptions"):
        written(tmp_path / server, b"3 V1 N1\n")
    assert [name for name, result in found(tmp_path) if result == "application"] == [
        "1654502403.M1P2.host:2,S",
        "1654502400.M1P2.host:2,S",
        "1654502401.M1P2.host",
    ]
    assert len(found(tmp_path)) == 3


def test_a_message_of_apple_mail_is_read_without_its_notes(tmp_path: Path) -> None:
    one = message("anne")
    emlx = written(tmp_path / "1.emlx", b"%-10d\n" % len(one) + one + b'<?xml version="1.0"?><plist/>')
    (item,) = items([emlx])
    assert item.application is not None
    assert item.application.documents[0].text == "Bonjour"


def test_a_mailbox_brought_in_again_brings_only_what_is_new(tmp_path: Path) -> None:
    box = written(tmp_path / "rh.mbox", boxed(message("anne"), message("jan")))
    known = {item.fingerprint for item in items([box])}
    box.write_bytes(boxed(message("anne"), message("jan"), message("mia")))
    assert [item.result for item in items([box], known)] == [Arrival.KNOWN, Arrival.KNOWN, None]


def test_a_mailbox_counts_for_its_messages_and_an_archive_for_its_files(tmp_path: Path) -> None:
    box = tmp_path / "boîte.mbox"
    box.write_bytes(boxed(message("a@exemple.invalid"), message("b@exemple.invalid"), message("c@exemple.invalid")))
    packed = zipped(tmp_path / "export.zip", ("1.eml", message("a@exemple.invalid")), ("x/2.eml", b""), ("3.eml", b""))
    (tmp_path / "cassé.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "seul.eml").write_bytes(message("a@exemple.invalid"))
    assert [how_many([box]), how_many([packed]), how_many([tmp_path])] == [3, 3, 8]
    assert how_many([tmp_path / "nulle part"]) == 1
