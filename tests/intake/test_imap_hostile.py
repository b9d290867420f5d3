"""A mail server that answers wrongly, endlessly, or not at all costs one sentence, and what was taken in stays."""

from __future__ import annotations

import itertools
import resource
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap import Listed, ServerFolder, folder, folders, visit
from smes_panel.intake.sources import items
from tests.cli.walk import mail
from tests.intake.hostile import HANG_UP, Answer, Hostile

MESSAGES = tuple(mail(name) for name in ("Yasmina Modèle", "Wout Schets", "Inès Brouillon"))
PATIENCE = 0.3


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Hostile]:
    with closing(Hostile(tmp_path / "server", MESSAGES)) as made:
        yield made


@pytest.fixture
def in_the_clear(tmp_path: Path) -> Iterator[Hostile]:
    with closing(Hostile(tmp_path / "server", MESSAGES, starttls=True)) as made:
        yield made


def inbox(server: Hostile, patience: float = PATIENCE) -> ServerFolder:
    return ServerFolder(server.account, "sésame", "INBOX", patience=patience)


def reasons(server: Hostile) -> list[str]:
    """What became of each item: nothing where it is an application."""
    return [one.reason for one in items([inbox(server)])]


def once(*pieces: bytes) -> Answer:
    return lambda tag: [piece.replace(b"TAG", tag) for piece in pieces]


def endless(piece: bytes) -> Answer:
    return lambda _: itertools.repeat(piece * (1_000_000 // len(piece)))


def drops(_tag: bytes) -> Iterable[bytes]:
    """A byte now and then, for ever: never silent, and never done."""
    while True:
        time.sleep(PATIENCE / 3)
        yield b"x"


def test_a_server_that_behaves_gives_its_three_messages(server: Hostile) -> None:
    assert reasons(server) == ["", "", ""]
    assert "LOGOUT" in server.heard
    assert not {"SELECT", "STORE", "CLOSE", "EXPUNGE", "COPY", "MOVE", "APPEND"} & set(server.heard)


HTTP = once(b"HTTP/1.1 400 Bad Request\r\n\r\n", HANG_UP)


@pytest.mark.parametrize(
    ("command", "answer", "said"),
    [
        ("greeting", HTTP, visit.SILENT),
        ("greeting", once(b"* BYE too many\r\n", HANG_UP), visit.NOT_IMAP),
        ("greeting", once(HANG_UP), visit.SILENT),
        ("greeting", once(), visit.SILENT),
        ("greeting", drops, visit.SILENT),
        ("greeting", endless(b"x"), visit.NOT_IMAP),
        ("greeting", once(b"* PREAUTH come in\r\n"), visit.NO_ENTRY),
        ("CAPABILITY", endless(b"* CAPABILITY IMAP4rev1\r\n"), visit.NOT_IMAP),
        ("CAPABILITY", once(b"* CAPABILITY X\r\nTAG OK done\r\n"), visit.NOT_IMAP),
        ("AUTHENTICATE", once(b"TAG NO no\r\n"), visit.NO_ENTRY),
        ("AUTHENTICATE", once(HANG_UP), visit.SILENT),
        ("AUTHENTICATE", endless(b"+ " + b"x" * 990 + b"\r\n"), visit.NOT_IMAP),
        ("EXAMINE", once(b"TAG NO none\r\n"), visit.NO_FOLDER),
        ("EXAMINE", once(b"TAG OK done\r\n"), visit.NOT_IMAP),
        ("EXAMINE", once(b"* OK [UIDVALIDITY {99999999999}\r\n"), visit.NOT_IMAP),
        ("EXAMINE", endless(b"* OK " + b"x" * 990 + b"\r\n"), visit.NOT_IMAP),
        ("EXAMINE", once(HANG_UP), visit.SILENT),
        ("SEARCH", once(b"* SEARCH un deux\r\nTAG OK done\r\n"), visit.NOT_IMAP),
        ("SEARCH", once(b"TAG BAD what\r\n"), visit.NOT_IMAP),
        ("SEARCH", endless(b"1 2 3 "), visit.NOT_IMAP),
        ("SIZES", once(b"* 1 FETCH (UID 1 RFC822.SIZE " + b"(" * 50_000 + b"\r\nTAG OK done\r\n"), visit.NOT_IMAP),
        ("SIZES", once(b"* 1 FETCH (UID\r\nTAG OK done\r\n"), visit.NOT_IMAP),
        ("SIZES", once(b"X99 OK\r\n"), visit.SILENT),
    ],
)
def test_an_answer_that_is_none_is_one_sentence(server: Hostile, command: str, answer: Answer, said: str) -> None:
    server.spoilt[command] = answer
    assert reasons(server) == [said]
    assert "LOGIN" not in server.heard


@pytest.mark.parametrize(
    "body",
    [
        b"* 2 FETCH (UID 2 BODY[] {99999999999}\r\n",
        b"* 2 FETCH (UID\r\n",
        b"* 2 FETCH (UID 2 X " + b"(" * 50_000,
        b"* 2 FETCH",
    ],
)
def test_a_message_that_is_not_given_as_it_should_be_is_told_and_the_others_come_in(
    server: Hostile, body: bytes
) -> None:
    server.bodies[2] = body
    assert reasons(server) == ["", folder.GARBLED, ""]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"* 1 FETCH (UID 1 BODY[] NIL)\r\n",
        b"* 1 FETCH (UID 1 BODY[] 5)\r\n",
        b"* 9 FETCH (UID 9 BODY[] {2}\r\nab)\r\n",
    ],
)
def test_a_message_that_is_not_in_the_answer_is_told_by_its_number(server: Hostile, body: bytes) -> None:
    server.spoilt["BODIES"] = once(body + b"TAG OK done\r\n")
    assert reasons(server) == [folder.GONE] * 3


def test_a_message_bigger_than_it_was_said_to_be_is_not_held(server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "FILE_LIMIT", 10_000)
    server.spoilt["BODIES"] = once(*(server.body(number, b"x" * 20_000) for number in (1, 2, 3)), b"TAG OK done\r\n")
    assert reasons(server) == ["The message is bigger than 100 MB and was not read."] * 3


def test_a_server_that_breaks_every_message_off_is_left_alone_after_a_few(server: Hostile) -> None:
    server.spoilt["BODIES"] = once(b"* 1 FETCH (UID 1 BODY[] {500}\r\nabc", HANG_UP)
    assert reasons(server) == [folder.GARBLED] * 3
    assert server.heard.count("BODIES") == 1 + 2 * 3


def test_a_server_that_numbers_its_messages_anew_on_the_way_is_told(server: Hostile) -> None:
    validity = itertools.count(7)
    server.spoilt["EXAMINE"] = lambda tag: [b"* OK [UIDVALIDITY %d] v\r\n%b OK done\r\n" % (next(validity), tag)]
    server.spoilt["BODIES"] = once(server.body(1, MESSAGES[0]), HANG_UP)
    assert reasons(server) == [folder.REBUILT]


def test_a_server_that_has_always_one_more_message_is_left_in_the_end(server: Hostile) -> None:
    numbers = itertools.count(1)

    def more(tag: bytes) -> Iterable[bytes]:
        yield b"* SEARCH %d\r\n%b OK done\r\n" % (next(numbers), tag)

    server.spoilt["SEARCH"] = more
    assert len(reasons(server)) == 5


def test_names_of_folders_that_cannot_be_decoded_are_counted_and_the_others_listed(server: Hostile) -> None:
    server.spoilt["LIST"] = once(
        b'* LIST () "/" INBOX\r\n'
        b'* LIST (\\Junk) "/" "Ind&AOk-sirables"\r\n'
        b'* LIST () "/" "Bad &zzz"\r\n'
        b'* LIST () "/" "Bad \xff\xfe"\r\n'
        b'* LIST () "/" "Turned &IC4-round"\r\n'
        b'* LIST (\\Noselect) "/" Above\r\n'
        b"* LIST () NIL 2022\r\n"
        b'* LIST () "/" {5}\r\nA "B"\r\n'
        b"TAG OK done\r\n"
    )
    listing = folders(server.account, "sésame", PATIENCE)
    assert listing.folders == (Listed("INBOX"), Listed("2022"), Listed('A "B"'), Listed("Indésirables", "Junk"))
    assert listing.unreadable == 3


@pytest.mark.parametrize(
    "answer",
    [
        endless(b'* LIST () "/" x\r\n'),
        once(b"* LIST ((((\r\nTAG OK done\r\n"),
        once(b'* LIST () "/"\r\nTAG OK done\r\n'),
        once(HANG_UP),
    ],
)
def test_a_list_of_folders_that_is_none_is_one_sentence(server: Hostile, answer: Answer) -> None:
    server.spoilt["LIST"] = answer
    with pytest.raises(MailboxFailed):
        folders(server.account, "sésame", PATIENCE)


def test_a_server_that_wants_the_old_command_for_the_password_gets_it_sealed(server: Hostile) -> None:
    server.spoilt["CAPABILITY"] = once(b"* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n")
    with closing(ServerFolder(server.account, 'un "mot" \\ de passe', "INBOX", patience=PATIENCE)) as source:
        assert source.how_many() == 3
    assert server.said == [b'LOGIN rh "un \\"mot\\" \\\\ de passe"']
    # What is outside ASCII cannot be said by it.
    assert reasons(server) == [visit.NO_ENTRY]


def test_a_silent_goodbye_is_not_waited_for(server: Hostile) -> None:
    server.spoilt["LOGOUT"] = once()
    with closing(ServerFolder(server.account, "sésame", "INBOX")) as source:
        assert source.how_many() == 3


def test_starttls_seals_the_line_before_anything_else_is_said(in_the_clear: Hostile) -> None:
    assert reasons(in_the_clear) == ["", "", ""]
    assert [one for one in in_the_clear.heard if one.startswith("clear")] == ["clear CAPABILITY", "clear STARTTLS"]


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("CAPABILITY", once(b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK done\r\n")),
        ("STARTTLS", once(b"TAG NO not today\r\n")),
        ("STARTTLS", once(b"TAG OK done\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n")),
        ("STARTTLS", once(b"TAG OK done\r\n", b"this is no handshake\r\n" * 10)),
        ("greeting", once(b"* PREAUTH come in\r\n")),
    ],
)
def test_no_password_is_said_in_the_clear_whatever_the_server_wants(
    in_the_clear: Hostile, command: str, answer: Answer
) -> None:
    in_the_clear.spoilt[command] = answer
    with pytest.raises(MailboxFailed):
        inbox(in_the_clear).how_many()
    assert {"clear LOGIN", "clear AUTHENTICATE", "LOGIN", "AUTHENTICATE"}.isdisjoint(in_the_clear.heard)


def test_what_is_slipped_in_before_the_seal_is_not_taken_for_the_server(in_the_clear: Hostile) -> None:
    in_the_clear.slipped_in = b"* CAPABILITY IMAP4rev1 LOGIN-REFERRALS\r\n"
    with pytest.raises(MailboxFailed):
        inbox(in_the_clear).how_many()
    assert in_the_clear.heard == ["clear CAPABILITY", "clear STARTTLS"]


def test_no_answer_is_held_in_memory_beyond_its_bound(server: Hostile) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    server.spoilt["EXAMINE"] = endless(b"* OK [UIDVALIDITY 1] xxxxxxxx")
    assert reasons(server) == [visit.NOT_IMAP]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


PIECES = (
    *(
        b"* ",
        b"TAG ",
        b"OK",
        b"NO",
        b"BAD",
        b"BYE",
        b" ",
        b"\r\n",
        b"\n",
        b"(",
        b")",
        b"[",
        b"]",
        b'"',
        b"{3}\r\n",
        b"abc",
    ),
    *(b"{999999}\r\n", b"FETCH ", b"1 ", b"UID ", b"BODY[] ", b"RFC822.SIZE ", b"LIST ", b"SEARCH ", b"NIL", b"+ "),
    *(b"UIDVALIDITY ", b"99999999999999999999", b"\xff", b"\0", b"&", b"\\Sent "),
)
ANSWERS = st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join)


@settings(max_examples=25)
@given(st.sampled_from(["CAPABILITY", "AUTHENTICATE", "LIST", "EXAMINE", "NOOP", "SEARCH", "SIZES", "BODIES"]), ANSWERS)
def test_whatever_a_server_answers_there_are_results_and_sentences_and_nothing_else(
    shared_server: Hostile, command: str, said: bytes
) -> None:
    shared_server.spoilt = {command: once(said + b"\r\nTAG OK done\r\n", HANG_UP)}
    found = list(items([inbox(shared_server, 0.05)]))
    assert all(one.application is not None or one.reason for one in found)
    with suppress(MailboxFailed):
        assert folders(shared_server.account, "sésame", 0.05).unreadable < 30


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """One server for many examples, each tried twice."""
    with pytest.MonkeyPatch.context() as patched, closing(Hostile(tmp_path_factory.mktemp("server"), MESSAGES)) as made:
        patched.setattr(folder, "TRIES", 2)
        yield made
