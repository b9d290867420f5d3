"""Two hundred letters drafted and sent, the line cut twice on the way: none twice, none missing, each state true."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from email import message_from_bytes, policy
from pathlib import Path

from smes_panel.dispatch import Courier, Departure, Drafts, Mailbox, Message, courier, looked_for
from smes_panel.model.decision import SENDING_MAY_FOLLOW, SendingState
from tests.dispatch.letters import clock, letters
from tests.dispatch.taking import USER, Taken, taking
from tests.intake.cutting import Cutting
from tests.intake.dovecot import PASSWORD, Box, Server

COUNT = 200


def states(found: list[Departure]) -> dict[str, SendingState]:
    """The last state of each letter, every step to it having been lawful."""
    last: dict[str, SendingState] = {}
    for one in found:
        assert one.state in SENDING_MAY_FOLLOW[last.get(one.message.message_id)]
        last[one.message.message_id] = one.state
    return last


def known(messages: list[Message]) -> list[str]:
    return [one.message_id for one in messages]


def lying(box: Box, folder: str) -> list[bytes]:
    return [raw for path, raw in box.messages().items() if path.startswith(folder)]


def test_two_hundred_letters_are_drafted_each_once(mail_server: Server) -> None:
    messages = letters(COUNT)
    box = mail_server.box("deux-cents-brouillons@maquette.invalid")
    box.fill([], "Drafts")
    with closing(Cutting(mail_server.tls, after=(2_500_000, 6_000_000), going=True)) as between:
        mailbox = Mailbox(box.account(port=between.port), PASSWORD)
        found = list(Drafts(mailbox, clock, patience=20).steps(messages))
        assert between.cut == 2
    assert states(found) == dict.fromkeys(known(messages), SendingState.DRAFTED)
    drafts = [message_from_bytes(raw, policy=policy.default) for raw in lying(box, ".Drafts")]
    assert Counter(one["Message-ID"] for one in drafts) == Counter(known(messages))
    again = list(Drafts(Mailbox(box.account(), PASSWORD), clock).steps(messages))
    assert all(one.again for one in again if one.state is SendingState.DRAFTED)
    assert len(lying(box, ".Drafts")) == COUNT


def test_two_hundred_letters_are_sent_each_once(mail_server: Server, tmp_path: Path) -> None:
    """The first cut falls while a letter is on its way, the second after the server took one and before it said so."""
    messages = letters(COUNT)
    box = mail_server.box("deux-cents-lettres@maquette.invalid")
    with taking(tmp_path / "server") as server, closing(Cutting(server.port, (4_000_000,), going=True)) as between:

        def taken(letter: Taken, number: int) -> None:
            assert letter.recipients[1] == USER
            box.deliver(letter.raw, f"{number}.M{number}.exemple")
            if number == 120:
                between.sever()

        server.once_taken = taken
        mailbox = Mailbox(box.account(), PASSWORD)
        account = server.account(port=between.port)
        found = list(Courier(account, PASSWORD, clock, mailbox, pause=0, looking=4).steps(messages))
        assert between.cut == 2
        after_one = states(found)
        had = Counter(one.message_id for one in server.taken)
        assert set(had.values()) == {1}
        # What is said to be sent was taken; what was not taken is said to be unknown, once, and says what to do.
        missing = [one for one in messages if one.message_id not in had]
        assert {key for key, state in after_one.items() if state is SendingState.SENT} == set(had)
        assert {key for key, state in after_one.items() if state is SendingState.UNKNOWN} == set(known(missing))
        assert set(after_one.values()) <= {SendingState.SENT, SendingState.UNKNOWN}
        assert len(missing) <= 1
        assert {one.error for one in found if one.state is SendingState.UNKNOWN} <= {courier.UNCLEAR}
        # A person looked, and has the ones that nobody got sent.
        assert looked_for(mailbox, known(missing)) == {}
        found = list(Courier(account, PASSWORD, clock, mailbox, pause=0).steps(missing))
        assert states(found) == dict.fromkeys(known(missing), SendingState.SENT)
    assert Counter(one.message_id for one in server.taken) == Counter(known(messages))
    by_id = {one.message_id: one for one in messages}
    assert all(one.raw == by_id[one.message_id].raw for one in server.taken)
    assert Counter(one.recipients[0] for one in server.taken) == Counter(one.recipient for one in messages)


def test_letters_after_an_unclear_one_are_not_held_back(tmp_path: Path) -> None:
    messages = letters(6)
    with taking(tmp_path / "server") as server, closing(Cutting(server.port, after=())) as between:
        server.once_taken = lambda _taken, number: between.sever() if number in (2, 4) else None
        work = Courier(server.account(port=between.port), PASSWORD, clock, pause=0).steps(messages)
        last = states(list(work))
    unknown = [one.message_id for one in messages if last[one.message_id] is SendingState.UNKNOWN]
    assert unknown == [messages[1].message_id, messages[3].message_id]
    assert Counter(one.message_id for one in server.taken) == Counter(known(messages))
