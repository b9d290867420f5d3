"""Letters handed over to a real server: each once, and what is not known is said to be so."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from smes_panel.dispatch import Courier, Departure, Mailbox, Outgoing, courier, submission
from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap import visit
from smes_panel.model.decision import SendingState
from tests.dispatch.letters import clock, letter, letters
from tests.dispatch.taking import USER, Taken, taking
from tests.intake.cutting import Cutting
from tests.intake.dovecot import PASSWORD, Box, Server

BEGUN, SENT, FAILED, UNKNOWN = SendingState.BEGUN, SendingState.SENT, SendingState.FAILED, SendingState.UNKNOWN


def sending(account: Outgoing, mailbox: Mailbox | None = None, password: str = PASSWORD) -> Courier:
    return Courier(account, password, clock, mailbox, patience=20, pause=0, looking=5)


def ends(found: list[Departure]) -> list[Departure]:
    return [one for one in found if one.state is not BEGUN]


def test_each_letter_is_taken_byte_for_byte_with_a_copy_for_the_sender(tmp_path: Path) -> None:
    messages = letters(3)
    with taking(tmp_path / "server") as server:
        found = list(sending(server.account()).steps(messages))
    assert [(one.message, one.state) for one in found] == [
        (message, state) for message in messages for state in (BEGUN, SENT)
    ]
    assert [one.proof for one in ends(found)] == [f"250 2.0.0 OK: queued as 000{number}" for number in (1, 2, 3)]
    assert {one.at for one in found} == {clock()}
    assert server.taken == [Taken(USER, (one.recipient, USER), one.raw) for one in messages]


def test_no_copy_goes_where_none_is_wanted_or_where_the_server_refuses_it(tmp_path: Path) -> None:
    with taking(tmp_path / "server") as server:
        list(sending(server.account(copy=False)).steps(letters(1)))
        server.no[USER] = "550 no"
        found = ends(list(sending(server.account()).steps(letters(2)[1:])))
    assert [one.state for one in found] == [SENT]
    assert [one.recipients for one in server.taken] == [(one.recipient,) for one in letters(2)]


def test_a_seal_that_comes_later_is_waited_for(tmp_path: Path) -> None:
    with taking(tmp_path / "server", starttls=True) as server:
        found = ends(list(sending(server.account(starttls=True)).steps(letters(2))))
    assert [one.state for one in found] == [SENT, SENT]


def test_what_is_to_be_put_right_is_said_before_any_letter(tmp_path: Path) -> None:
    with taking(tmp_path / "tls") as tls, taking(tmp_path / "starttls", starttls=True) as later:
        for account, password, said, about in (
            (tls.account(), "autre chose", submission.NO_ENTRY, "password"),
            (tls.account(user="autre@maquette.invalid"), PASSWORD, submission.NO_ENTRY, "password"),
            (tls.account(authority=None), PASSWORD, visit.UNKNOWN_AUTHORITY, "server"),
            (tls.account(host="localhost"), PASSWORD, visit.OTHER_NAME, "server"),
            (tls.account(host="nulle-part.invalid"), PASSWORD, visit.NO_SUCH, "server"),
            (tls.account(port=1), PASSWORD, visit.SILENT, "server"),
            (later.account(), PASSWORD, submission.NO_TLS, "server"),
        ):
            with pytest.raises(MailboxFailed, match=f"^{re.escape(said)}$") as failed:
                next(sending(account, password=password).steps(letters(1)))
            assert failed.value.about == about
        assert (tls.taken, later.taken) == ([], [])
        assert set(tls.tried) == {b"autre chose", PASSWORD.encode()}
        assert later.tried == []


def test_a_recipient_that_is_refused_is_told_in_the_servers_words_and_the_others_go(tmp_path: Path) -> None:
    messages = letters(3)
    with taking(tmp_path / "server") as server:
        server.no[messages[1].recipient] = "550 5.1.1 nobody of this name"
        found = ends(list(sending(server.account()).steps(messages)))
    assert [one.state for one in found] == [SENT, FAILED, SENT]
    assert found[1].error == f"{courier.NOT_TAKEN} 550 5.1.1 nobody of this name"
    assert [one.message_id for one in server.taken] == [messages[0].message_id, messages[2].message_id]


def test_not_now_is_asked_once_more_and_then_told(tmp_path: Path) -> None:
    messages = letters(2)
    answers = ["451 4.7.1 come back", None, "451 4.7.1 come back", "451 4.7.1 come back"]
    with taking(tmp_path / "server") as server:
        server.at_the_end = lambda _taken, _number: answers.pop(0)
        found = ends(list(sending(server.account()).steps(messages)))
    assert [one.state for one in found] == [SENT, FAILED]
    assert found[1].error == f"{courier.NOT_NOW} 451 4.7.1 come back"
    assert [one.message_id for one in server.taken] == [messages[0].message_id]


def test_a_letter_that_is_refused_when_it_is_whole_did_not_leave(tmp_path: Path) -> None:
    with taking(tmp_path / "server") as server:
        server.at_the_end = lambda _taken, _number: "554 5.7.1 looks like none of ours"
        found = ends(list(sending(server.account()).steps(letters(1))))
    assert [(one.state, one.error) for one in found] == [
        (FAILED, f"{courier.NOT_TAKEN} 554 5.7.1 looks like none of ours")
    ]


def test_a_letter_bigger_than_the_server_takes_is_not_begun_there(tmp_path: Path) -> None:
    with taking(tmp_path / "server", data_size_limit=10_000) as server:
        found = ends(list(sending(server.account()).steps(letters(1))))
    said = f"{courier.NOT_TAKEN} 552 {submission.TOO_BIG} (10,000 bytes)."
    assert [(one.state, one.error) for one in found] == [(FAILED, said)]


@pytest.mark.parametrize(("known", "state"), [(True, SENT), (False, FAILED)])
def test_an_address_outside_ascii_goes_where_the_server_knows_such(tmp_path: Path, known: bool, state: object) -> None:
    message = letter(1, email="zoé@specimen.invalid")
    with taking(tmp_path / "server", enable_SMTPUTF8=known) as server:
        found = ends(list(sending(server.account()).steps([message])))
    assert [one.state for one in found] == [state]
    assert [one.recipients[0] for one in server.taken] == ["zoé@specimen.invalid"] * known


def test_a_line_that_begins_with_a_dot_comes_through(tmp_path: Path) -> None:
    message = letter(1)
    dotted = replace(message, raw=message.raw + b".\r\n..\r\n.x\r\nend")
    with taking(tmp_path / "server") as server:
        list(sending(server.account()).steps([dotted]))
    assert server.taken[0].raw == dotted.raw + b"\r\n"


@pytest.mark.parametrize(
    ("after", "going"),
    [
        *((after, False) for after in range(1_560, 2_380, 60)),
        *((after, True) for after in range(30_000, 240_000, 50_000)),
    ],
)
def test_a_connection_that_breaks_anywhere_sends_no_letter_twice_and_says_what_is_not_known(
    tmp_path: Path, after: int, going: bool
) -> None:
    messages = letters(8)
    with (
        taking(tmp_path / "server") as server,
        closing(Cutting(server.port, after=(after, after), going=going)) as between,
    ):
        found = list(sending(server.account(port=between.port)).steps(messages))
    states = {one.message.message_id: one.state for one in found}
    taken = Counter(one.message_id for one in server.taken)
    assert between.cut == 2
    assert set(taken.values()) == {1}
    assert set(states.values()) <= {SENT, UNKNOWN}
    assert all(state is UNKNOWN or key in taken for key, state in states.items())


def test_a_letter_whose_answer_never_came_is_unknown_and_not_handed_over_again(tmp_path: Path) -> None:
    messages = letters(3)
    with taking(tmp_path / "server") as server, closing(Cutting(server.port, after=())) as between:
        server.once_taken = lambda _taken, number: between.sever() if number == 2 else None
        found = ends(list(sending(server.account(port=between.port)).steps(messages)))
    assert [(one.state, one.error) for one in found] == [(SENT, ""), (UNKNOWN, courier.UNCLEAR), (SENT, "")]
    assert [one.message_id for one in server.taken] == [one.message_id for one in messages]


def test_an_unclear_letter_whose_copy_came_back_was_sent(tmp_path: Path, mail_server: Server) -> None:
    messages = letters(3)
    box = own_box(mail_server, "copy")
    with taking(tmp_path / "server") as server, closing(Cutting(server.port, after=())) as between:

        def taken(letter: Taken, number: int) -> None:
            box.deliver(letter.raw, f"{number}.M{number}.exemple")
            if number == 2:
                between.sever()

        server.once_taken = taken
        mailbox = Mailbox(box.account(), PASSWORD)
        found = ends(list(sending(server.account(port=between.port), mailbox).steps(messages)))
    assert [(one.message, one.state) for one in found] == [
        (messages[0], SENT),
        (messages[1], UNKNOWN),
        (messages[2], SENT),
        (messages[1], SENT),
    ]
    assert re.fullmatch(re.escape(box.account().url("INBOX")) + r";UIDVALIDITY=\d+/;UID=2", found[3].proof)
    assert len(server.taken) == 3


def test_an_unclear_letter_whose_copy_did_not_come_back_stays_unknown(tmp_path: Path, mail_server: Server) -> None:
    box = own_box(mail_server, "none")
    with taking(tmp_path / "server") as server, closing(Cutting(server.port, after=())) as between:
        server.once_taken = lambda _taken, _number: between.sever()
        for mailbox in (Mailbox(box.account(), PASSWORD), Mailbox(box.account(), "autre chose")):
            server.taken.clear()
            found = ends(list(sending(server.account(port=between.port), mailbox).steps(letters(1))))
            assert [one.state for one in found] == [UNKNOWN]
            assert len(server.taken) == 1


def test_a_server_that_stays_away_costs_a_sentence_for_each_letter(tmp_path: Path) -> None:
    messages = letters(6)
    with taking(tmp_path / "server") as server:
        cut = Cutting(server.port, after=(2_500,), closes=True)
        with closing(cut) as between:
            account = server.account(port=between.port)
            work = Courier(account, PASSWORD, clock, patience=0.5, pause=0, looking=1).steps(messages)
            found = ends(list(work))
    assert [one.message for one in found] == messages
    taken = {one.message_id for one in server.taken}
    assert found[-1].state is FAILED
    assert found[-1].error == courier.BROKE_OFF
    for one in found:
        assert one.state is UNKNOWN or (one.state is SENT) == (one.message.message_id in taken)


def test_a_run_that_is_closed_at_a_beginning_did_not_hand_that_letter_over(tmp_path: Path) -> None:
    with taking(tmp_path / "server") as server:
        work = sending(server.account()).steps(letters(3))
        found = [next(work) for _ in range(3)]
        work.close()
    assert [one.state for one in found] == [BEGUN, SENT, BEGUN]
    assert len(server.taken) == 1


def test_a_run_that_is_abandoned_stops(tmp_path: Path) -> None:
    with taking(tmp_path / "server") as server:
        courier_ = sending(server.account())
        work = courier_.steps(letters(3))
        found = [next(work), next(work)]
        courier_.abandon()
        found += work
    assert [one.state for one in found] == [BEGUN, SENT]


def test_a_password_is_in_no_word_of_an_account() -> None:
    account = Outgoing.stated("SMTP.Centre.example", "", "jobs@centre.example", "Centre")
    assert account.url() == "smtp://jobs%40centre.example@smtp.centre.example:465/"
    assert (account.port, account.user, account.sender) == (465, "jobs@centre.example", "jobs@centre.example")
    later = Outgoing.stated("smtp.centre.example", "rh", "jobs@centre.example", starttls=True)
    assert (later.port, later.user) == (587, "rh")


@pytest.mark.parametrize(
    ("server", "user", "sender", "reply_to", "about"),
    [
        ("", "rh", "rh@centre.example", "", "server"),
        ("smtp.centre.example:0", "rh", "rh@centre.example", "", "server"),
        ("smtp.centre.example", "rh\r\nRSET", "rh@centre.example", "", "user"),
        ("smtp.centre.example", "rh", "", "", "sender"),
        ("smtp.centre.example", "rh", "zoé@centre.example", "", "sender"),
        ("smtp.centre.example", "rh", "a@b.example, c@d.example", "", "sender"),
        ("smtp.centre.example", "rh", "rh@centre.example", "personne", "reply_to"),
    ],
)
def test_what_cannot_be_an_account_is_said_before_anything_is_sent(
    server: str, user: str, sender: str, reply_to: str, about: str
) -> None:
    with pytest.raises(MailboxFailed) as failed:
        Outgoing.stated(server, user, sender, reply_to=reply_to)
    assert failed.value.about == about


def own_box(server: Server, name: str) -> Box:
    return server.box(hashlib.sha256(f"courier {name}".encode()).hexdigest()[:12] + "@maquette.invalid")
