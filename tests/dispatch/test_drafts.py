"""Drafts in a real mailbox: each once, where its server keeps drafts, whatever becomes of the connection."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from contextlib import closing
from dataclasses import replace
from email import message_from_bytes

import pytest

from smes_panel.dispatch import Departure, Drafts, Mailbox, Message, drafts, looked_for
from smes_panel.dispatch import mailbox as boxes
from smes_panel.errors import MailboxFailed
from smes_panel.intake.imap import Listed, visit
from smes_panel.model.decision import SendingState
from tests.dispatch.letters import clock, letter, letters
from tests.intake.cutting import Cutting
from tests.intake.dovecot import PASSWORD, Box, Server

BEGUN, DRAFTED, FAILED = SendingState.BEGUN, SendingState.DRAFTED, SendingState.FAILED


@pytest.fixture
def box(mail_server: Server, request: pytest.FixtureRequest) -> Box:
    """A mailbox of this test's own, with a folder for drafts that is known by its name alone."""
    made = mail_server.box(hashlib.sha256(request.node.name.encode()).hexdigest()[:12] + "@maquette.invalid")
    made.fill([], "Brouillons")
    return made


def laying(box: Box, folder: str = "", patience: float = 20, **other: object) -> Drafts:
    return Drafts(Mailbox(box.account(**other), PASSWORD), clock, folder, patience=patience, settling=0.3)


def ends(found: list[Departure]) -> list[Departure]:
    return [one for one in found if one.state is not BEGUN]


def laid(box: Box, folder: str = ".Brouillons") -> Counter[str]:
    """How often each Message-ID lies there, looked up behind the server's back."""
    return Counter(
        str(message_from_bytes(raw)["Message-ID"]) for path, raw in box.messages().items() if path.startswith(folder)
    )


def known(messages: list[Message]) -> list[str]:
    return [one.message_id for one in messages]


def test_each_letter_lies_among_the_drafts_byte_for_byte_and_its_place_is_told(box: Box) -> None:
    messages = letters(3)
    found = list(laying(box).steps(messages))
    assert [(one.message, one.state) for one in found] == [
        (message, state) for message in messages for state in (BEGUN, DRAFTED)
    ]
    place = re.escape(box.account().url("Brouillons")) + r";UIDVALIDITY=\d+/;UID=(\d+)"
    assert [re.sub(place, r"\1", one.proof) for one in ends(found)] == ["1", "2", "3"]
    assert not any(one.error or one.again for one in found)
    files = {path: raw for path, raw in box.messages().items() if path.startswith(".Brouillons")}
    assert sorted(raw.replace(b"\n", b"\r\n") for raw in files.values()) == sorted(one.raw for one in messages)
    # A Maildir keeps the flags of a message in its name: a draft, and seen.
    assert {path.rpartition(":2,")[2] for path in files} == {"DS"}


def test_letters_that_lie_there_already_are_recognised(box: Box) -> None:
    list(laying(box).steps(letters(2)))
    found = ends(list(laying(box).steps(letters(3))))
    assert [(one.state, one.again) for one in found] == [(DRAFTED, True), (DRAFTED, True), (DRAFTED, False)]
    assert [one.proof.rpartition("=")[2] for one in found] == ["1", "2", "3"]
    assert laid(box) == Counter(known(letters(3)))


def test_a_run_that_is_closed_leaves_what_it_laid_down_and_is_gone_on_with(box: Box) -> None:
    work = laying(box).steps(letters(5))
    for _ in range(5):
        next(work)
    work.close()
    assert laid(box) == Counter(known(letters(2)))
    list(laying(box).steps(letters(5)))
    assert laid(box) == Counter(known(letters(5)))


def test_a_run_that_is_abandoned_stops(box: Box) -> None:
    drafting = laying(box)
    work = drafting.steps(letters(5))
    found = [next(work), next(work)]
    drafting.abandon()
    found += work
    assert [one.state for one in found] == [BEGUN, DRAFTED]


def test_a_named_folder_is_taken_and_one_that_is_not_there_is_said(box: Box) -> None:
    list(laying(box, "Envoyés").steps(letters(1)))
    assert laid(box, ".Envoy") == Counter(known(letters(1)))
    with pytest.raises(MailboxFailed, match=f"^{re.escape(visit.NO_FOLDER)}$") as failed:
        next(laying(box, "Nulle part").steps(letters(1)))
    assert failed.value.about == "folder"


@pytest.mark.parametrize(
    ("folders", "found"),
    [
        (("INBOX", "Drafts"), "Drafts"),
        (("INBOX", "Brouillons"), "Brouillons"),
        (("INBOX", "INBOX.Concepten"), "INBOX.Concepten"),
        (("INBOX", "INBOX/Entwürfe"), "INBOX/Entwürfe"),
        (("Brouillons", "Drafts"), "Drafts"),
    ],
)
def test_the_folder_of_drafts_is_known_by_its_name_in_four_languages(folders: tuple[str, ...], found: str) -> None:
    assert boxes.drafts(Listed(name) for name in folders) == found


def test_what_the_server_says_of_a_folder_goes_before_its_name() -> None:
    assert boxes.drafts([Listed("Drafts"), Listed("Klad", "Drafts")]) == "Klad"


def test_a_mailbox_without_such_a_folder_says_so() -> None:
    with pytest.raises(MailboxFailed, match=f"^{re.escape(boxes.NO_DRAFTS)}$") as failed:
        boxes.drafts([Listed("INBOX"), Listed("Sent", "Sent")])
    assert failed.value.about == "folder"


def test_what_is_to_be_put_right_is_said_before_any_letter(box: Box) -> None:
    for drafting, said in (
        (Drafts(Mailbox(box.account(), "autre chose"), clock), visit.NO_ENTRY),
        (laying(box, authority=None), visit.UNKNOWN_AUTHORITY),
        (laying(box, port=1), visit.SILENT),
    ):
        with pytest.raises(MailboxFailed, match=f"^{re.escape(said)}$"):
            next(drafting.steps(letters(1)))
    assert laid(box) == Counter()


@pytest.mark.parametrize(
    ("after", "going"),
    [(after, False) for after in range(2_650, 3_700, 150)]
    + [(after, True) for after in range(30_000, 240_000, 30_000)],
)
def test_a_connection_that_breaks_anywhere_makes_no_draft_twice_and_loses_none(
    box: Box, after: int, going: bool
) -> None:
    messages = letters(8)
    with closing(Cutting(box.server.tls, after=(after, after), going=going)) as between:
        found = ends(list(laying(box, port=between.port).steps(messages)))
    assert between.cut == 2
    assert [one.state for one in found] == [DRAFTED] * 8
    assert laid(box) == Counter(known(messages))


def test_a_mailbox_that_stays_away_costs_a_sentence_for_each_letter_that_is_not_there(box: Box) -> None:
    messages = letters(6)
    with closing(Cutting(box.server.tls, after=(3_500,), closes=True)) as between:
        found = ends(list(laying(box, patience=0.5, port=between.port).steps(messages)))
    states = [one.state for one in found]
    there = laid(box)
    assert max(there.values()) == 1
    assert states[-1] is FAILED
    assert found[-1].error == drafts.BROKE_OFF
    for one in found:
        assert one.state is SendingState.UNKNOWN or (one.state is DRAFTED) == (one.message.message_id in there)


def test_two_drafts_of_one_letter_are_said(box: Box) -> None:
    message = letter(1)
    box.fill([(message.raw, "1.M1.exemple"), (message.raw, "2.M2.exemple")], "Brouillons")
    (found,) = ends(list(laying(box).steps([message])))
    assert (found.state, found.again, found.error) == (DRAFTED, True, drafts.TWICE)


def test_a_draft_that_the_server_does_not_take_is_told_and_the_others_are_laid_down(box: Box) -> None:
    messages = letters(3)
    # No mailbox takes a message of no bytes.
    spoilt = replace(messages[1], message_id="<x@maquette.invalid>", raw=b"")
    found = ends(list(laying(box).steps([messages[0], spoilt, messages[2]])))
    assert [one.state for one in found] == [DRAFTED, FAILED, DRAFTED]
    assert found[1].error.startswith(boxes.NOT_TAKEN)


def test_a_message_is_looked_for_among_what_came_in_and_what_was_sent_and_not_among_drafts(box: Box) -> None:
    one, two, three, four = letters(4)
    box.deliver(one.raw, "1.M1.exemple")
    box.deliver(two.raw, "2.M2.exemple", "Envoy&AOk-s")
    box.deliver(three.raw, "3.M3.exemple", "Brouillons")
    mailbox = Mailbox(box.account(), PASSWORD)
    found = looked_for(mailbox, known([one, two, three, four]))
    assert {key: re.sub(r"UIDVALIDITY=\d+", "UIDVALIDITY=", place) for key, place in found.items()} == {
        one.message_id: f"{box.account().url('INBOX')};UIDVALIDITY=/;UID=1",
        two.message_id: f"{box.account().url('Envoyés')};UIDVALIDITY=/;UID=1",
    }


def test_a_password_is_in_no_word_of_a_mailbox(box: Box) -> None:
    assert PASSWORD not in repr(Mailbox(box.account(), PASSWORD))
