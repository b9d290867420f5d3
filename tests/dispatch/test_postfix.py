"""The server that most letters meet: Postfix takes them, says so in its own words, and delivers each once."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest

from smes_panel.dispatch import Courier, Departure, Outgoing, submission
from smes_panel.errors import MailboxFailed
from smes_panel.model.decision import SendingState
from tests.dispatch import postfix
from tests.dispatch.letters import clock, letters
from tests.dispatch.postfix import Postfix
from tests.intake.cutting import Cutting
from tests.intake.dovecot import PASSWORD, Server

USER = "selection@maquette.invalid"


@pytest.fixture(scope="module")
def server(mail_server: Server) -> Iterator[Postfix]:
    if why := postfix.missing():
        pytest.skip(why)
    # Not in a folder of pytest's, which is closed to the user that delivers.
    with tempfile.TemporaryDirectory(prefix="smes-panel-postfix-") as folder:
        Path(folder).chmod(0o711)
        with postfix.running(Path(folder), mail_server) as made:
            yield made


def ends(account: Outgoing, count: int, password: str = PASSWORD) -> list[Departure]:
    work = Courier(account, password, clock, patience=20, pause=0, looking=1).steps(letters(count))
    return [one for one in work if one.state is not SendingState.BEGUN]


def arrived(server: Postfix, before: int, count: int) -> Counter[str]:
    """The Message-IDs of what was delivered since, once so many were: a queue takes its time."""
    until = time.monotonic() + 30
    while len(server.delivered()) - before < count and time.monotonic() < until:
        time.sleep(0.05)
    return Counter(str(message_from_bytes(raw)["Message-ID"]) for raw in server.delivered())


@pytest.mark.parametrize("starttls", [False, True])
def test_postfix_takes_each_letter_and_its_copy(server: Postfix, starttls: bool) -> None:
    before = arrived(server, 0, 0)
    port = server.starttls if starttls else server.tls
    found = ends(server.account(USER, port=port, starttls=starttls), 3)
    assert [one.state for one in found] == [SendingState.SENT] * 3
    assert all(one.proof.startswith("250 2.0.0 Ok: queued as ") for one in found)
    # One for whom it is, one for the sender.
    after = arrived(server, sum(before.values()), 6)
    assert after - before == Counter({one.message.message_id: 2 for one in found})


def test_postfix_lets_in_whom_dovecot_knows_and_takes_no_letter_that_is_too_big(server: Postfix) -> None:
    with pytest.raises(MailboxFailed, match="did not let this user in") as failed:
        ends(server.account(USER), 1, "autre chose")
    assert failed.value.about == "password"
    big = [replace(one, raw=b"x" * 300_000) for one in letters(1)]
    work = Courier(server.account(USER), PASSWORD, clock).steps(big)
    (end,) = [one for one in work if one.state is not SendingState.BEGUN]
    assert end.state is SendingState.FAILED
    assert submission.TOO_BIG in end.error


def test_a_line_to_postfix_that_is_cut_twice_sends_no_letter_twice(server: Postfix) -> None:
    before = arrived(server, 0, 0)
    with closing(Cutting(server.tls, (200_000, 200_000), going=True)) as between:
        found = ends(server.account(USER, port=between.port, copy=False), 8)
        assert between.cut == 2
    sent = {one.message.message_id for one in found if one.state is SendingState.SENT}
    assert {one.state for one in found} <= {SendingState.SENT, SendingState.UNKNOWN}
    new = arrived(server, sum(before.values()), len(sent)) - before
    assert set(new.values()) == {1}
    assert sent <= set(new)
