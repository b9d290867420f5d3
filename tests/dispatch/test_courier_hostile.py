"""An outgoing server that answers wrongly, endlessly, or not at all: nothing in the clear, nothing twice."""

from __future__ import annotations

import base64
import itertools
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smes_panel.dispatch import Courier, Departure, Outgoing, courier, submission
from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap import visit
from smes_panel.model.decision import SendingState
from tests.dispatch.letters import clock, letters
from tests.intake.certificates import Authority

PATIENCE = 0.3
HANG_UP = b""
SENT, FAILED, UNKNOWN = SendingState.SENT, SendingState.FAILED, SendingState.UNKNOWN
OFFERS = b"250-here\r\n250-AUTH PLAIN\r\n250 SIZE 1000000\r\n"
USUAL = {"EHLO": OFFERS, "AUTH": b"235 come in\r\n", "DATA": b"354 go on\r\n", "STARTTLS": b"220 begin\r\n"}

Answer = Callable[[], Iterable[bytes]]


class Hostile:
    """Speaks SMTP over TLS, until the one command that it was told to spoil; `greeting` and `END` are such too."""

    def __init__(self, folder: Path, *, starttls: bool = False) -> None:
        folder.mkdir(exist_ok=True)
        authority = Authority(folder)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(authority.makes_out("127.0.0.1"))
        self._starttls = starttls
        self._listener = socket.create_server(("127.0.0.1", 0))
        port = int(self._listener.getsockname()[1])
        own = {"sender": "rh@maquette.invalid", "starttls": starttls, "authority": authority.pem, "copy": False}
        self.account = Outgoing("127.0.0.1", "rh", port, **own)  # type: ignore[arg-type]
        self.spoilt: dict[str, Answer] = {}
        self.heard: list[str] = []
        """Each command, with `clear` before it where it came unsealed."""
        self.whole = 0
        """How many letters came to their end."""
        self.slipped_in = b""
        self._open = True
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    def close(self) -> None:
        self._open = False
        socket.create_connection(self._listener.getsockname()).close()
        for thread in self._threads:
            thread.join(60)
        self._listener.close()

    def _listen(self) -> None:
        while True:
            caller, _ = self._listener.accept()
            if not self._open:
                caller.close()
                return
            self._threads.append(threading.Thread(target=self._serve, args=(caller,)))
            self._threads[-1].start()

    def _serve(self, caller: socket.socket) -> None:
        with suppress(OSError):
            caller.settimeout(30)
            if self._starttls:
                with caller:
                    self._answer(caller)
            else:
                with self._context.wrap_socket(caller, server_side=True) as sealed:
                    self._answer(sealed)

    def _answer(self, line: socket.socket) -> None:
        lines = line.makefile("rb")
        try:
            if not self._say(line, "greeting", b"220 ready\r\n"):
                return
            while command := lines.readline(100_000):
                name = command.split()[0].decode("latin-1").upper() if command.split() else ""
                self.heard.append(name if isinstance(line, ssl.SSLSocket) else f"clear {name}")
                usual = self._offers(line) if name == "EHLO" else USUAL.get(name, b"250 fine\r\n")
                if not self._say(line, name, usual):
                    return
                if name == "STARTTLS" and name not in self.spoilt:
                    line.sendall(self.slipped_in)
                    lines.close()
                    line = self._context.wrap_socket(line, server_side=True)
                    lines = line.makefile("rb")
                if name == "DATA" and name not in self.spoilt:
                    while lines.readline(100_000) not in (b".\r\n", b""):
                        pass
                    self.whole += 1
                    if not self._say(line, "END", b"250 taken\r\n"):
                        return
        finally:
            lines.close()
            line.close()

    def _offers(self, line: socket.socket) -> bytes:
        return OFFERS if isinstance(line, ssl.SSLSocket) else b"250-here\r\n250 STARTTLS\r\n"

    def _say(self, line: socket.socket, name: str, usual: bytes) -> bool:
        for piece in self.spoilt.get(name, lambda: [usual])():
            if piece == HANG_UP:
                return False
            line.sendall(piece)
        return True


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Hostile]:
    with closing(Hostile(tmp_path / "server")) as made:
        yield made


@pytest.fixture
def in_the_clear(tmp_path: Path) -> Iterator[Hostile]:
    with closing(Hostile(tmp_path / "server", starttls=True)) as made:
        yield made


def sent(server: Hostile, count: int = 1) -> list[Departure]:
    work = Courier(server.account, "sésame", clock, patience=PATIENCE, pause=0).steps(letters(count))
    return [one for one in work if one.state is not SendingState.BEGUN]


def once(*pieces: bytes) -> Answer:
    return lambda: list(pieces)


def endless(piece: bytes) -> Answer:
    return lambda: itertools.repeat(piece * (100_000 // len(piece)))


def drops() -> Iterable[bytes]:
    """A byte now and then, for ever: never silent, and never done."""
    while True:
        time.sleep(PATIENCE / 3)
        yield b"2"


def test_a_server_that_behaves_takes_the_letter(server: Hostile) -> None:
    assert [(one.state, one.proof) for one in sent(server)] == [(SENT, "250 taken")]
    assert server.heard == ["EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"]


HTTP = once(b"HTTP/1.1 400 Bad Request\r\n\r\n", HANG_UP)


@pytest.mark.parametrize(
    ("command", "answer", "said"),
    [
        ("greeting", HTTP, submission.NOT_SMTP),
        ("greeting", once(b"554 no\r\n"), submission.NOT_SMTP),
        ("greeting", once(b"421 too many\r\n"), visit.SILENT),
        ("greeting", once(HANG_UP), visit.SILENT),
        ("greeting", once(), visit.SILENT),
        ("greeting", drops, visit.SILENT),
        ("greeting", endless(b"x"), submission.NOT_SMTP),
        ("greeting", endless(b"220-" + b"x" * 96 + b"\r\n"), submission.NOT_SMTP),
        ("greeting", once(b"220-a\r\n221 b\r\n"), submission.NOT_SMTP),
        ("EHLO", once(b"502 what\r\n"), submission.NOT_SMTP),
        ("EHLO", once(b"250 here\r\n"), submission.NO_WAY_IN),
        ("EHLO", once(b"250-here\r\n250 AUTH XOAUTH2 CRAM-MD5\r\n"), submission.NO_WAY_IN),
        ("EHLO", once(OFFERS + b"235 come in already\r\n"), submission.NOT_SMTP),
        ("AUTH", once(b"535 no\r\n"), submission.NO_ENTRY),
        ("AUTH", once(b"334 \r\n"), submission.NOT_SMTP),
        ("AUTH", once(b"454 later\r\n"), visit.SILENT),
        ("AUTH", once(HANG_UP), visit.SILENT),
    ],
)
def test_an_answer_that_is_none_is_one_sentence_before_any_letter(
    server: Hostile, command: str, answer: Answer, said: str
) -> None:
    server.spoilt[command] = answer
    with pytest.raises(MailboxFailed, match=f"^{re.escape(said)}$"):
        sent(server)
    assert server.whole == 0


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (once(b"550 no\r\n"), FAILED),
        (once(HANG_UP), FAILED),
        (once(b"tout va bien\r\n"), FAILED),
        (endless(b"250-" + b"x" * 96 + b"\r\n"), FAILED),
        (once(b"421 going\r\n", HANG_UP), FAILED),
    ],
)
def test_what_goes_wrong_before_a_letter_is_whole_is_a_letter_that_did_not_leave(
    server: Hostile, command: str, answer: Answer, state: SendingState
) -> None:
    server.spoilt[command] = answer
    assert [one.state for one in sent(server, 2)] == [state, state]
    assert server.whole == 0


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (once(b"250 taken\r\n"), SENT),
        (once(b"250-taken\r\n250 indeed\r\n"), SENT),
        (once(b"550 no\r\n"), FAILED),
        (once(b"452 not now\r\n"), FAILED),
        (once(HANG_UP), UNKNOWN),
        (once(), UNKNOWN),
        (once(b"25"), UNKNOWN),
        (once(b"250-taken\r\n", HANG_UP), UNKNOWN),
        (once(b"354 go on\r\n"), UNKNOWN),
        (once(b"ok\r\n"), UNKNOWN),
        (endless(b"250-" + b"x" * 96 + b"\r\n"), UNKNOWN),
        (endless(b"2"), UNKNOWN),
    ],
)
def test_once_a_letter_is_whole_only_a_clear_answer_is_one(
    server: Hostile, answer: Answer, state: SendingState
) -> None:
    server.spoilt["END"] = answer
    assert [one.state for one in sent(server)] == [state]
    # Only what the server refused for now is handed over once more.
    assert server.whole == (2 if answer() == [b"452 not now\r\n"] else 1)


@given(st.binary(max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_answered_a_whole_letter_is_handed_over_once(server: Hostile, said: bytes) -> None:
    server.whole = 0
    server.spoilt["END"] = once(said, HANG_UP)
    (end,) = sent(server)
    if not re.match(rb"4\d\d", said):
        assert server.whole == 1
    assert end.state is not SENT or said.startswith(b"2")


@pytest.mark.parametrize("offers", [b"250 here\r\n", b"250-here\r\n250 AUTH PLAIN\r\n"])
def test_where_no_seal_is_offered_nothing_is_said(in_the_clear: Hostile, offers: bytes) -> None:
    in_the_clear.spoilt["EHLO"] = once(offers)
    with pytest.raises(MailboxFailed, match=f"^{re.escape(submission.NO_TLS)}$"):
        sent(in_the_clear)
    assert set(in_the_clear.heard) <= {"clear EHLO", "clear QUIT"}


def test_a_seal_that_is_refused_is_not_done_without(in_the_clear: Hostile) -> None:
    in_the_clear.spoilt["STARTTLS"] = once(b"454 not now\r\n")
    with pytest.raises(MailboxFailed, match=f"^{re.escape(submission.NO_TLS)}$"):
        sent(in_the_clear)
    assert in_the_clear.heard == ["clear EHLO", "clear STARTTLS"]


def test_what_is_slipped_in_before_the_seal_is_not_taken_for_the_server(in_the_clear: Hostile) -> None:
    in_the_clear.spoilt["STARTTLS"] = once(b"220 begin\r\n250-here\r\n250 AUTH PLAIN\r\n")
    with pytest.raises(MailboxFailed, match=f"^{re.escape(submission.SLIPPED_IN)}$"):
        sent(in_the_clear)
    assert in_the_clear.heard == ["clear EHLO", "clear STARTTLS"]


def test_what_was_offered_in_the_clear_is_asked_again_under_the_seal(in_the_clear: Hostile) -> None:
    assert [one.state for one in sent(in_the_clear)] == [SENT]
    assert in_the_clear.heard[:4] == ["clear EHLO", "clear STARTTLS", "EHLO", "AUTH"]


def test_an_old_way_in_is_gone_through_where_there_is_no_other(server: Hostile) -> None:
    server.spoilt["EHLO"] = once(b"250-here\r\n250 AUTH LOGIN\r\n")
    server.spoilt["AUTH"] = once(b"334 VXNlcm5hbWU6\r\n")
    password = base64.b64encode("sésame".encode()).decode().upper()
    user = base64.b64encode(b"rh").decode().upper()
    server.spoilt[user] = once(b"334 UGFzc3dvcmQ6\r\n")
    server.spoilt[password] = once(b"235 come in\r\n")
    assert [one.state for one in sent(server)] == [SENT]
    assert server.heard[:4] == ["EHLO", "AUTH", user, password]


def test_the_servers_words_are_short_and_on_one_line(server: Hostile) -> None:
    server.spoilt["END"] = once(b"550-a\x1b[31m\r\n550 " + b"x" * 900 + b"\r\n")
    (end,) = sent(server)
    assert end.error.startswith(f"{courier.NOT_TAKEN} 550 a[31m xxx")
    assert end.error.isprintable()
    assert len(end.error) < 400
