"""A letter as a message: two independent readers find in it what was put in, whatever people are called."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.dispatch import composed, message_id
from smes_panel.dispatch.account import address
from smes_panel.dispatch.message import Message
from smes_panel.dispatch.words import unstructured
from smes_panel.errors import LetterBlocked
from smes_panel.intake.extraction import Reader
from smes_panel.intake.letter import read_letter
from smes_panel.intake.mail import read_message
from smes_panel.intake.names import plain_line, plain_name
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import Sender
from smes_panel.model.words import Language
from smes_panel.paper.placing import put
from smes_panel.paper.template import said
from tests.dispatch.letters import ACCOUNT, AT, LANGUAGES, drawn, facts, letter
from tests.paper.letters import SAMPLES, sample

HOSTILE = [
    "Zoé Ébauche-Schets",
    "Schets, Wout (de jonge)",
    'Wout "de Schets" \\ Modèle',
    "Inès\r\nBcc: autre@specimen.invalid",
    "Inès\nSubject: autre\n\nautre corps",
    "Théo\x00\x0b\u2028\u2029\x85Maquette",
    "Нина Образец",
    "Νίκη Δείγμα",
    "Nguyễn Thị Mẫu",
    "عينة نموذج",
    "=?utf-8?q?=0d=0aBcc:_autre?=",
    "é" * 200,
    "a" * 300,
    "😀" * 40,
    "<autre@specimen.invalid>",
    "autre@specimen.invalid",
]


def parsed(message: Message) -> EmailMessage:
    return message_from_bytes(message.raw, policy=policy.default)


def named(name: str) -> Message:
    return letter(1, recipient=(name, "1000 Bruxelles"))


def test_a_letter_has_the_heads_that_it_needs_and_no_others() -> None:
    read = parsed(letter(1))
    assert list(read.keys()) == [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Content-Language",
        "MIME-Version",
        "Content-Type",
    ]
    assert read["From"] == "Maquette asbl <selection@maquette.invalid>"
    assert read["To"] == "Personne Fictive 1 <personne1@specimen.invalid>"
    assert read["Subject"] == said(facts(1)).subject
    assert read["Date"] == "Fri, 24 Jun 2022 09:30:00 +0200"
    assert read["Content-Language"] == "nl"
    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    assert [part.defects for part in read.walk()] == [[]] * 5


def test_answers_go_to_another_address_only_where_there_is_one() -> None:
    assert parsed(letter(1))["Reply-To"] is None
    elsewhere = replace(ACCOUNT, reply_to="jobs@maquette.invalid")
    assert parsed(letter(1, elsewhere))["Reply-To"] == "jobs@maquette.invalid"
    assert parsed(letter(1, replace(ACCOUNT, reply_to=ACCOUNT.sender)))["Reply-To"] is None


@pytest.mark.parametrize(("kind", "language"), SAMPLES)
def test_every_letter_reads_the_same_by_two_readers(kind: LetterKind, language: Language) -> None:
    made = replace(sample(kind, language), email="yasmina@specimen.invalid")
    pdf = drawn(language)
    message = composed(made, pdf, f"K-04-{kind}.pdf", ACCOUNT, "<un@maquette.invalid>", AT)
    read = parsed(message)
    words = said(made)
    assert read["Subject"] == plain_line(words.subject)
    (attached,) = read.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == (f"K-04-{kind}.pdf", pdf)
    own = read_letter(message.raw, 0)
    assert (own.subject, own.sender.name, own.sender.email) == (
        plain_line(words.subject),
        "Maquette asbl",
        "selection@maquette.invalid",
    )
    assert [(name, content) for name, content in own.attached] == [(f"K-04-{kind}.pdf", pdf)]
    assert message.raw.isascii()
    assert max(len(line) for line in message.raw.split(b"\r\n")) <= 78
    assert not re.search(rb"[^\r]\n|\r[^\n]", message.raw)


@pytest.mark.parametrize(("kind", "language"), SAMPLES)
def test_the_text_says_every_word_of_the_letter_and_so_does_the_markup(kind: LetterKind, language: Language) -> None:
    made = replace(sample(kind, language), email="yasmina@specimen.invalid")
    message = composed(made, b"%PDF-", "lettre.pdf", ACCOUNT, "<un@maquette.invalid>", AT)
    read = parsed(message)
    words = said(made)
    blocks = [part for block in words.blocks for part in ([block] if isinstance(block, str) else sum(block, ()))]
    wanted = [words.salutation, *blocks, *sum(words.signatures, ()), *words.small]
    text, markup = read.get_body(("plain",)), read.get_body(("html",))
    assert text is not None
    assert markup is not None
    assert dict(text["Content-Type"].params) == {"charset": "utf-8", "format": "flowed"}
    flowed = re.sub(r" \n ?", " ", text.get_content())
    shown = Shown(markup.get_content())
    for one in filter(None, wanted):
        assert _spaced(one) in _spaced(flowed)
        assert _spaced(one) in _spaced(shown.text)
    assert shown.seen["html"] == [{"lang": language.value, "dir": "ltr"}]
    assert not {"img", "a", "link", "script", "style", "iframe", "object", "form"} & set(shown.seen)
    assert len(shown.seen["h1"]) == 1


def _spaced(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


class Shown(HTMLParser):
    """What a reader of markup shows, and the elements it meets with their attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text, self.seen = "", dict[str, list[dict[str, str | None]]]()
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.setdefault(tag, []).append(dict(attrs))
        self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data


def test_what_people_wrote_is_never_markup() -> None:
    hostile = '<script>alert("x")</script> & <b>'
    made = facts(0, values={**facts(0).values, "name": hostile}, sender=Sender(wordmark=hostile))
    read = parsed(composed(made, b"%PDF-", "x.pdf", ACCOUNT, "<un@maquette.invalid>", AT))
    markup = read.get_body(("html",))
    assert markup is not None
    shown = Shown(markup.get_content())
    assert "script" not in shown.seen
    assert hostile in shown.text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_comes_through_whole_and_adds_no_line(name: str) -> None:
    message = named(name)
    read = parsed(message)
    assert len(read.keys()) == 8
    assert read["To"].addresses[0].addr_spec == "personne1@specimen.invalid"
    assert len(read["To"].addresses) == 1
    own = read_letter(message.raw.replace(b"From:", b"X-From:", 1).replace(b"To:", b"From:", 1), 0)
    assert own.sender.email == "personne1@specimen.invalid"
    assert own.sender.name == plain_line(plain_line(name))
    assert b"\r\nBcc:" not in message.raw
    assert max(len(line) for line in message.raw.split(b"\r\n")) <= 78


@given(st.text(max_size=200))
def test_whatever_a_person_is_called_the_heads_stay_eight(name: str) -> None:
    message = named(name.encode("utf-8", "replace").decode())
    head = message.raw.split(b"\r\n\r\n")[0]
    assert len(re.findall(rb"(?m)^[A-Z][A-Za-z-]*:", head)) == 8
    assert [one.addr_spec for one in parsed(message)["To"].addresses] == ["personne1@specimen.invalid"]


@given(st.text(max_size=200))
def test_whatever_a_subject_says_it_comes_through(subject: str) -> None:
    shown = plain_line(subject.encode("utf-8", "replace").decode())
    raw = f"Subject: {unstructured(shown)}\r\n\r\n".encode()
    assert read_letter(b"From: a@b.invalid\r\n" + raw, 0).subject == plain_line(shown)
    assert message_from_bytes(raw, policy=policy.default)["Subject"] == shown


@pytest.mark.parametrize(
    "name",
    ["K-04-offre.pdf", "Lettre à Zoé Ébauche « finale ».pdf", "Нина Образец.pdf", "é" * 150 + ".pdf", 'a";b.pdf'],
)
def test_the_attachment_keeps_its_name(name: str) -> None:
    made = facts(1)
    message = composed(made, b"%PDF-1.7 \x00\xff", name, ACCOUNT, "<un@maquette.invalid>", AT)
    (attached,) = parsed(message).iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == (plain_name(name), b"%PDF-1.7 \x00\xff")
    assert read_letter(message.raw, 0).attached == [(plain_name(name), b"%PDF-1.7 \x00\xff")]
    assert max(len(line) for line in message.raw.split(b"\r\n")) <= 78


def test_the_same_letter_is_known_by_the_same_name_and_another_by_another() -> None:
    same = message_id("d", "K-04", LetterKind.OFFER, "abc", "maquette.invalid")
    assert same == message_id("d", "K-04", LetterKind.OFFER, "abc", "maquette.invalid")
    others = {
        message_id("e", "K-04", LetterKind.OFFER, "abc", "maquette.invalid"),
        message_id("d", "K-05", LetterKind.OFFER, "abc", "maquette.invalid"),
        message_id("d", "K-04", LetterKind.RESERVE, "abc", "maquette.invalid"),
        message_id("d", "K-04", LetterKind.OFFER, "abd", "maquette.invalid"),
    }
    assert len(others | {same}) == 5
    assert re.fullmatch(r"<[0-9a-f]{40}\.panel@maquette\.invalid>", same)
    assert letter(1).raw == letter(1).raw


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("rh@centre.example", "rh@centre.example"),
        (" Rh.Un+deux@Centre.Example ", "Rh.Un+deux@centre.example"),
        ("zoé@centre.example", "zoé@centre.example"),
        ("rh@café.example", "rh@xn--caf-dma.example"),
        ("", None),
        ("rh", None),
        ("rh@", None),
        ("@centre.example", None),
        ("rh@centre..example", None),
        ("r h@centre.example", None),
        ("a@b@centre.example", None),
        ("a,b@centre.example", None),
        ("<rh@centre.example>", None),
        ('"r h"@centre.example', None),
        ("rh@centre.example\r\nRCPT TO:<autre@centre.example>", None),
        ("rh\n@centre.example", None),
        ("rh\u200b@centre.example", None),
        ("rh..un@centre.example", None),
        ("a" * 65 + "@centre.example", None),
        ("rh@" + "a." * 130 + "example", None),
        ("rh@-centre.example", None),
    ],
)
def test_an_address_is_one_or_none(typed: str, kept: str | None) -> None:
    assert address(typed) == kept


def test_a_letter_without_an_address_does_not_become_a_message() -> None:
    with pytest.raises(LetterBlocked, match=r"^K-01: the letter acknowledgement was not made; it has no e-mail"):
        letter(1, email="")


def test_an_address_outside_ascii_is_written_as_it_is_and_told() -> None:
    message = letter(1, email="zoé@specimen.invalid")
    assert message.beyond_ascii
    assert "To: Personne Fictive 1 <zoé@specimen.invalid>\r\n".encode() in message.raw
    assert read_letter(message.raw, 0).subject == said(facts(1)).subject


def test_a_draft_on_disk_is_one_for_the_programs_that_ask(tmp_path: Path) -> None:
    message = letter(1)
    path = tmp_path / "K-01.eml"
    put(path, message.eml(), b"X-Unsent: 1\r\n")
    put(path, message.eml(), b"X-Unsent: 1\r\n")
    read = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert read["X-Unsent"] == "1"
    assert read["Message-ID"] == message.message_id
    assert b"X-Unsent" not in message.raw
    assert [one.name for one in tmp_path.iterdir()] == ["K-01.eml"]


def test_our_own_import_reads_it_as_one_message_with_its_document() -> None:
    message = letter(0)
    with Reader() as reader:
        read = read_message(message.raw, "lettre.eml", reader)
    assert [document.content for document in read.documents][1:] == [drawn(LANGUAGES[0])]
    assert message.message_id.strip("<>") in " ".join(read.messages)
