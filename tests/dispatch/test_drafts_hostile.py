"""A mailbox that answers wrongly: each draft lies there, does not, or may, as far as anybody can know."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from smes_panel.dispatch import Departure, Drafts, Mailbox, drafts
from smes_panel.dispatch import mailbox as boxes
from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap import visit
from smes_panel.model.decision import SendingState
from tests.dispatch.letters import clock, letters
from tests.intake.hostile import HANG_UP, Answer, Hostile

DRAFTED, FAILED, UNKNOWN = SendingState.DRAFTED, SendingState.FAILED, SendingState.UNKNOWN


def once(*pieces: bytes) -> Answer:
    return lambda tag: [piece.replace(b"TAG", tag) for piece in pieces]


NONE = once(b"* SEARCH\r\nTAG OK done\r\n")
FOUND = once(b"* SEARCH 7\r\nTAG OK done\r\n")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Hostile]:
    with closing(Hostile(tmp_path / "server", ())) as made:
        made.spoilt["LIST"] = once(b'* LIST (\\Drafts) "/" Klad\r\nTAG OK done\r\n')
        made.spoilt["SEARCH"] = NONE
        yield made


def laid(server: Hostile, count: int = 1) -> list[Departure]:
    drafting = Drafts(Mailbox(server.account, "sésame"), clock, patience=0.3, settling=0.1)
    return [one for one in drafting.steps(letters(count)) if one.state is not SendingState.BEGUN]


@pytest.mark.parametrize(
    ("answer", "state", "said"),
    [
        (once(b"TAG NO [OVERQUOTA] full\r\n"), FAILED, f"{boxes.NOT_TAKEN} [OVERQUOTA] full"),
        (once(b"TAG BAD what\r\n"), FAILED, f"{boxes.NOT_TAKEN} what"),
        (once(HANG_UP), UNKNOWN, drafts.UNCLEAR),
        (once(b"+ go on\r\n", HANG_UP), UNKNOWN, drafts.UNCLEAR),
        (once(b"+ go on\r\n"), UNKNOWN, drafts.UNCLEAR),
        (once(b"* " + b"x" * 3_000_000), UNKNOWN, drafts.UNCLEAR),
        (once(b"TAG OK [APPENDUID 7 12] done\r\n"), DRAFTED, ""),
    ],
)
def test_an_answer_to_a_draft_is_taken_for_what_it_is(
    server: Hostile, answer: Answer, state: SendingState, said: str
) -> None:
    server.spoilt["APPEND"] = answer
    (end,) = laid(server)
    assert (end.state, end.error) == (state, said)


def test_a_draft_that_is_found_is_never_laid_down(server: Hostile) -> None:
    server.spoilt["SEARCH"] = FOUND
    assert [(one.state, one.again) for one in laid(server, 2)] == [(DRAFTED, True)] * 2
    assert "APPEND" not in server.heard


def test_where_nothing_can_be_looked_for_nothing_is_laid_down(server: Hostile) -> None:
    server.spoilt["SEARCH"] = once(b"TAG NO not here\r\n")
    assert [one.state for one in laid(server, 2)] == [FAILED, FAILED]
    assert "APPEND" not in server.heard


def test_no_draft_is_begun_where_the_mailbox_does_not_open(server: Hostile) -> None:
    server.spoilt["EXAMINE"] = once(b"TAG NO none\r\n")
    with pytest.raises(MailboxFailed, match=visit.NO_FOLDER):
        laid(server)
    assert "APPEND" not in server.heard
