"""Letters that leave, with real servers: each state true, none twice, whatever is cut on the way."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from smes_panel import prints
from smes_panel.dispatch import Courier, Drafts, Mailbox
from smes_panel.dispatch.account import Outgoing
from smes_panel.dossier import Dossier
from smes_panel.errors import Refused
from smes_panel.gestures.closing import ReopenAct
from smes_panel.gestures.correspondence import BackToDraft
from smes_panel.model.decision import LetterKind, LetterState, SendingHow, SendingState
from smes_panel.signing.keys import Key
from smes_panel.signoff import dispatching
from smes_panel.signoff.letters import in_state, to_ready, to_release
from tests.dispatch.taking import taking
from tests.intake.cutting import Cutting
from tests.intake.dovecot import PASSWORD, Server
from tests.signoff.conftest import AT, INTERVIEW, SCREENING, closed, signed

KIND = LetterKind.REFUSAL_SCREENING
OUT = Outgoing.stated("smtp.maquette.invalid", "", "emploi@maquette.invalid", "Association du Spécimen")


def clock() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def released(dossier: Dossier, director: Key) -> Dossier:
    """The refusals after reading, released under a signed code."""
    closed(dossier)
    signed(dossier, director)
    wanted = prints.due(dossier, KIND)
    dossier.do(to_ready(dossier, KIND, wanted, AT.date())[0])
    dossier.do(to_release(dossier, KIND, wanted))
    return dossier


def ready(dossier: Dossier, account: Outgoing = OUT) -> tuple[dispatching.Ready, ...]:
    found, blocked = dispatching.composed_for(dossier, dispatching.waiting(dossier), account, clock())
    # What came on paper has no address to write to.
    assert all("no e-mail address" in one.why for one in blocked)
    return found


def test_drafts_are_laid_down_once_and_the_dossier_says_where(released: Dossier, mail_server: Server) -> None:
    box = mail_server.box("brouillons@maquette.invalid")
    box.fill([], "Drafts")
    letters = ready(released)
    with closing(Cutting(mail_server.tls, after=(60_000,), going=True)) as between:
        carrier = Drafts(Mailbox(box.account(port=between.port), PASSWORD), clock, patience=20)
        for _step in dispatching.carried(released, letters, carrier, SendingHow.DRAFT):
            pass
        assert between.cut == 1
    lying = [raw for path, raw in box.messages().items() if path.startswith(".Drafts")]
    known = Counter(message_from_bytes(raw, policy=policy.default)["Message-ID"] for raw in lying)
    assert known == Counter(one.message.message_id for one in letters)
    states = [life.sendings[-1].state for life in released.read.letters().values() if life.sendings]
    assert states == [SendingState.DRAFTED] * len(letters)
    carried = {one.application for one in letters}
    left = [one for one in in_state(released, KIND, LetterState.RELEASED) if one not in carried]
    assert dispatching.waiting(released) == {one: [KIND] for one in left}
    one = letters[0]
    dispatching.settle(released, one.application, KIND, SendingState.SENT)
    assert released.read.letter(one.application, KIND).state is LetterState.SENT


def test_letters_are_sent_once_and_an_unclear_end_waits_for_a_person(
    released: Dossier, mail_server: Server, tmp_path: Path
) -> None:
    box = mail_server.box("envois@maquette.invalid")
    letters = ready(released)
    with taking(tmp_path / "server") as server, closing(Cutting(server.port, after=())) as between:
        server.once_taken = lambda _taken, number: between.sever() if number == 2 else None
        account = server.account(port=between.port)
        carrier = Courier(account, PASSWORD, clock, pause=0)
        for _step in dispatching.carried(released, letters, carrier, SendingHow.SMTP):
            pass
        last = {one.application: released.read.letter(one.application, KIND).sendings[-1].state for one in letters}
        assert Counter(last.values()) == {SendingState.SENT: len(letters) - 1, SendingState.UNKNOWN: 1}
        assert Counter(one.message_id for one in server.taken) == Counter(one.message.message_id for one in letters)
        # Nothing is handed over again while nobody knows; the copy that came back says so.
        assert ready(released) == ()
        for number, taken in enumerate(server.taken):
            box.deliver(taken.raw, f"{number}.M{number}.exemple")
        (found,) = dispatching.come_to_light(released, Mailbox(box.account(), PASSWORD))
    assert released.read.letter(released.read.application_id(found), KIND).state is LetterState.SENT
    assert dispatching.unclear(released) == ()


def test_a_seal_broken_on_the_way_stops_what_has_not_left(released: Dossier, tmp_path: Path) -> None:
    letters = ready(released)
    with taking(tmp_path / "server") as server:
        work = dispatching.carried(
            released, letters, Courier(server.account(), PASSWORD, clock, pause=0), SendingHow.SMTP
        )
        for step in work:
            if step.state is SendingState.SENT:
                for act in (INTERVIEW, SCREENING):
                    released.do(ReopenAct(act, released.read.panel()[0], "une erreur vue à temps"))
                break
        with pytest.raises(Refused, match=r"is ready: release it first|waits for its deliberation"):
            list(work)
        assert len(server.taken) == 1
    states = {life.state for (_, kind), life in released.read.letters().items() if kind is KIND}
    assert states == {LetterState.SENT, LetterState.READY}


def test_a_failure_stays_in_sight_until_somebody_deals_with_it(released: Dossier, tmp_path: Path) -> None:
    letters = ready(released)[:1]
    with taking(tmp_path / "server") as server:
        gone = server.account()
    with pytest.raises(Exception, match=r".+"):
        list(dispatching.carried(released, letters, Courier(gone, PASSWORD, clock, pause=0), SendingHow.SMTP))
    # Nothing began: the server was not there before the first letter.
    assert released.read.letter(letters[0].application, KIND).sendings == ()


def test_files_for_the_mail_program_are_drafts_recorded_once(released: Dossier, tmp_path: Path) -> None:
    letters = ready(released)
    made = list(dispatching.as_files(released, letters, tmp_path / "eml"))
    assert made[-1] == (len(letters), len(letters))
    assert len(list((tmp_path / "eml").glob("*.eml"))) == len(letters)
    first = message_from_bytes((tmp_path / "eml" / f"{letters[0].message.application}-{KIND}.eml").read_bytes())
    assert first["X-Unsent"] == "1"
    assert ready(released) == ()
    with pytest.raises(Refused, match="has left, or may have"):
        released.do(BackToDraft(letters[0].application, KIND))
