"""The life of a letter: each step from each state, and no two letters that contradict each other ever leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from smes_panel.dossier import Dossier
from smes_panel.errors import NothingOfYours, NothingToUndo, PanelError, Refused
from smes_panel.gestures.applications import AddApplication, Admit, Withdraw
from smes_panel.gestures.closing import CloseAct, RecordSignature, ReopenAct
from smes_panel.gestures.correspondence import BackToDraft, MarkReady, RecordSending, Release
from smes_panel.gestures.decision import Decide, TakeBackOutcome
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.offer import AnswerOffer, Promote, TakeBackPromotion
from smes_panel.model.closing import Act, SignedHow, Verdict
from smes_panel.model.decision import (
    CONTRADICTED_BY,
    LetterKind,
    LetterState,
    OfferAnswer,
    Outcome,
    SendingHow,
    SendingState,
)
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Sending
from tests.core.panels import (
    PASSPHRASE,
    WORDS,
    Chance,
    Clock,
    candidate,
    close,
    deliberated,
    digests,
    leave,
    quick_folder,
    quick_keys,
    tables,
)

SCREENING, INTERVIEW = Act(Stage.SCREENING), Act(Stage.INTERVIEW)
DAY, AT = date(2022, 7, 11), datetime(2022, 7, 11, 10, tzinfo=UTC)
K = LetterKind


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    home = tmp_path / "home"
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, clock=Clock(), home=home) as dossier:
        yield dossier


def attempt(state: SendingState, how: SendingHow = SendingHow.SMTP, number: str = "1") -> Sending:
    return Sending(number, how, state, AT, "candidate1@exemple.invalid")


def every(dossier: Dossier, one: str = "") -> tuple[tuple[str, str], ...]:
    return tuple((dict(digests(dossier, SCREENING, INTERVIEW)) | ({one: WORDS} if one else {})).items())


STATES = ("draft", "ready", "released", "begun", "drafted", "unknown", "failed", "sent", "printed")
STEPS: dict[str, Callable[[Dossier, str], Gesture]] = {
    "ready": lambda _, one: MarkReady(one, K.ACKNOWLEDGEMENT, WORDS, DAY),
    "back": lambda _, one: BackToDraft(one, K.ACKNOWLEDGEMENT),
    "release": lambda dossier, one: Release(K.ACKNOWLEDGEMENT, (one,), every(dossier, one)),
    **{
        state.value: lambda _, one, state=state: RecordSending(  # type: ignore[misc]  # bound at once
            one,
            K.ACKNOWLEDGEMENT,
            attempt(state, SendingHow.PRINT if state is SendingState.PRINTED else SendingHow.SMTP),
            WORDS,
        )
        for state in SendingState
    },
}
WAYS: dict[str, tuple[str, ...]] = {
    "draft": (),
    "ready": ("ready",),
    "released": ("ready", "release"),
    "begun": ("ready", "release", "begun"),
    "drafted": ("ready", "release", "drafted"),
    "unknown": ("ready", "release", "begun", "unknown"),
    "failed": ("ready", "release", "begun", "failed"),
    "sent": ("ready", "release", "begun", "sent"),
    "printed": ("ready", "release", "printed"),
}
LEGAL = """
state    | ready | back | release | begun | drafted | sent | printed | unknown | failed | settled
draft    | yes   | -    | -       | -     | -       | -    | -       | -       | -      | -
ready    | yes   | yes  | yes     | -     | -       | -    | -       | -       | -      | -
released | -     | yes  | -       | yes   | yes     | -    | yes     | -       | yes    | -
begun    | -     | -    | -       | -     | yes     | yes  | yes     | yes     | yes    | -
drafted  | -     | -    | -       | -     | -       | yes  | -       | -       | -      | yes
unknown  | -     | -    | -       | -     | yes     | yes  | -       | -       | yes    | -
failed   | -     | yes  | -       | -     | -       | -    | -       | -       | -      | yes
sent     | -     | -    | -       | -     | -       | -    | -       | -       | -      | -
printed  | -     | -    | -       | -     | -       | -    | -       | -       | -      | -
"""
"""Each step from each state, the attempt being always the same one; a dash where it is refused."""


def table() -> dict[tuple[str, str], bool]:
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in LEGAL.strip().splitlines()]
    return {(row[0], step): cell == "yes" for row in rows for step, cell in zip(head[1:], row[1:], strict=True)}


def test_the_table_has_every_state_and_every_step() -> None:
    assert set(table()) == {(state, step) for state in STATES for step in STEPS}


@pytest.mark.parametrize("state", STATES)
def test_each_step_is_taken_where_the_table_says_and_otherwise_changes_nothing(tmp_path: Path, state: str) -> None:
    found = {}
    with quick_keys():
        for step, gesture in STEPS.items():
            path = tmp_path / f"{step}.smes"
            with Dossier.create(path, PASSPHRASE, clock=Clock(), home=tmp_path / f"home {step}") as dossier:
                one = deliberated(dossier)[0]
                for way in WAYS[state]:
                    dossier.do(STEPS[way](dossier, one))
                before = tables(dossier)
                try:
                    dossier.do(gesture(dossier, one))
                except Refused:
                    assert tables(dossier) == before
                    found[state, step] = False
                else:
                    found[state, step] = True
    assert found == {place: legal for place, legal in table().items() if place[0] == state}


def test_a_letter_tells_how_far_it_is_and_every_attempt(dossier: Dossier) -> None:
    one = deliberated(dossier)[0]
    assert dossier.read.letter(one, K.ACKNOWLEDGEMENT).state is LetterState.DRAFT
    for step, state in (
        ("ready", LetterState.READY),
        ("release", LetterState.RELEASED),
        ("begun", LetterState.RELEASED),
    ):
        dossier.do(STEPS[step](dossier, one))
        assert dossier.read.letter(one, K.ACKNOWLEDGEMENT).state is state
    dossier.do(RecordSending(one, K.ACKNOWLEDGEMENT, attempt(SendingState.SENT)))
    life = dossier.read.letter(one, K.ACKNOWLEDGEMENT)
    assert (life.state, life.dated, [sending.state for sending in life.sendings]) == (
        LetterState.SENT,
        DAY,
        [SendingState.SENT],
    )


def test_a_second_attempt_waits_until_the_first_is_known_to_have_failed(dossier: Dossier) -> None:
    one = deliberated(dossier)[0]
    for step in ("ready", "release", "begun", "unknown"):
        dossier.do(STEPS[step](dossier, one))
    again = RecordSending(one, K.ACKNOWLEDGEMENT, attempt(SendingState.BEGUN, number="2"), WORDS)
    with pytest.raises(Refused, match="An earlier attempt for K-01 may have left"):
        dossier.do(again)
    dossier.do(RecordSending(one, K.ACKNOWLEDGEMENT, attempt(SendingState.FAILED)))
    dossier.do(again)
    dossier.do(RecordSending(one, K.ACKNOWLEDGEMENT, attempt(SendingState.SENT, number="2")))
    with pytest.raises(Refused, match="was sent already"):
        dossier.do(RecordSending(one, K.ACKNOWLEDGEMENT, attempt(SendingState.BEGUN, number="3"), WORDS))
    # It may be printed as well: the same words on paper contradict nothing.
    printed = attempt(SendingState.PRINTED, SendingHow.PRINT, "4")
    dossier.do(RecordSending(one, K.ACKNOWLEDGEMENT, printed, WORDS))
    assert dossier.read.letter(one, K.ACKNOWLEDGEMENT).state is LetterState.SENT


def test_a_letter_that_changed_since_is_neither_released_nor_sent(dossier: Dossier) -> None:
    one = deliberated(dossier)[0]
    dossier.do(STEPS["ready"](dossier, one))
    with pytest.raises(Refused, match="changed since it was ready"):
        dossier.do(Release(K.ACKNOWLEDGEMENT, (one,), ((one, "d’autres mots"),)))
    dossier.do(STEPS["release"](dossier, one))
    with pytest.raises(Refused, match="changed since it was released"):
        dossier.do(RecordSending(one, K.ACKNOWLEDGEMENT, attempt(SendingState.BEGUN), "d’autres mots"))


def test_what_waits_for_a_signature_is_released_only_under_the_signed_code_that_matches(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    refused = ids[4]
    dossier.do(MarkReady(refused, K.REFUSAL_SCREENING, WORDS, DAY))
    release = Release(K.REFUSAL_SCREENING, (refused,), every(dossier))
    with pytest.raises(Refused, match="is not closed"):
        dossier.do(release)
    closing = close(dossier, SCREENING, signed=False)
    with pytest.raises(Refused, match="is not signed"):
        dossier.do(release)
    answer = RecordSignature(SCREENING, closing.code, Verdict.REFUSED, SignedHow.PAPER, "D", "une raison", minutes="x")
    dossier.do(answer)
    with pytest.raises(Refused, match="is not signed"):
        dossier.do(release)
    dossier.do(ReopenAct(SCREENING, dossier.read.panel()[0], "la direction refuse"))
    close(dossier, SCREENING)
    moved = tuple((one, "d’autres mots" if one == refused else words) for one, words in every(dossier))
    with pytest.raises(Refused, match="changed since it was ready"):
        dossier.do(Release(K.REFUSAL_SCREENING, (refused,), moved))
    dossier.do(AddApplication(candidate(9)))
    with pytest.raises(Refused, match=r"What was signed is no longer so \(K-06: sealed\)"):
        dossier.do(release)
    dossier.undo()
    dossier.do(release)
    # Broken again before it left, the seal takes the letter back to where it waits.
    dossier.do(ReopenAct(SCREENING, dossier.read.panel()[0], "une faute"))
    assert dossier.read.letter(refused, K.REFUSAL_SCREENING).state is LetterState.READY


def test_an_invitation_waits_for_its_shortlist_to_be_closed_and_for_no_signature(dossier: Dossier) -> None:
    one = deliberated(dossier)[0]
    dossier.do(MarkReady(one, K.INVITATION, WORDS, DAY))
    release = Release(K.INVITATION, (one,), every(dossier, one))
    with pytest.raises(Refused, match="is not closed"):
        dossier.do(release)
    close(dossier, SCREENING, signed=False)
    dossier.do(release)


def test_an_outcome_that_was_written_to_the_person_is_not_decided_otherwise(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    close(dossier, SCREENING)
    leave(dossier, ids[4], K.REFUSAL_SCREENING, SCREENING)
    dossier.do(ReopenAct(SCREENING, dossier.read.panel()[0], "une plainte"))
    with pytest.raises(Refused, match="K-05 was sent the letter refusal-screening"):
        dossier.do(Decide(ids[4], Stage.SCREENING, Outcome.INVITED))
    with pytest.raises(Refused, match="was sent the letter"):
        dossier.do(TakeBackOutcome(ids[4], Stage.SCREENING))


def test_a_letter_made_ready_for_an_outcome_is_a_draft_again_when_the_outcome_is_another(dossier: Dossier) -> None:
    ids = deliberated(dossier)
    dossier.do(MarkReady(ids[3], K.REFUSAL_INTERVIEW, WORDS, DAY))
    dossier.do(Decide(ids[3], Stage.INTERVIEW, Outcome.RESERVE, rank=3))
    assert dossier.read.letter(ids[3], K.REFUSAL_INTERVIEW).state is LetterState.DRAFT
    with pytest.raises(Refused, match="the letter refusal-interview is not theirs"):
        dossier.do(MarkReady(ids[3], K.REFUSAL_INTERVIEW, WORDS, DAY))


# The law. What contradicts what is written here anew, in words and not in the tables of the program.

NO_INTERVIEW = {K.LATE, K.INADMISSIBLE, K.REFUSAL_SCREENING}
AFTER = {K.REFUSAL_INTERVIEW, K.RESERVE, K.OFFER}


def contradict(one: LetterKind, other: LetterKind) -> bool:
    """Whether nobody may have both: told that they are not met and met, or refused after the interview and kept."""
    pair = {one, other}
    if pair & NO_INTERVIEW and pair & (AFTER | {K.INVITATION}):
        return True
    return K.REFUSAL_INTERVIEW in pair and bool(pair & {K.RESERVE, K.OFFER})


def test_the_table_of_contradictions_says_what_the_words_say() -> None:
    missed = [
        (first, second)
        for first in K
        for second in K
        if first is not second and contradict(first, second) and second not in CONTRADICTED_BY.get(first, ())
    ]
    assert missed == []
    # And the one way that is open in one direction only: from the reserve to the offer.
    assert (K.OFFER in CONTRADICTED_BY[K.RESERVE], K.RESERVE in CONTRADICTED_BY[K.OFFER]) == (False, True)


@pytest.mark.parametrize(
    ("first", "second"), [(K.LATE, K.INVITATION), (K.INVITATION, K.LATE), (K.INADMISSIBLE, K.OFFER)]
)
def test_a_letter_that_contradicts_one_that_left_is_not_even_ready(
    dossier: Dossier, first: LetterKind, second: LetterKind
) -> None:
    one = deliberated(dossier)[0]
    for act in (SCREENING, INTERVIEW):
        close(dossier, act)
    dossier.do(MarkReady(one, second, WORDS, DAY))
    dossier.do(Release(second, (one,), every(dossier, one)))
    leave(dossier, one, first, SCREENING, INTERVIEW)
    with pytest.raises(Refused, match=f"K-01 was sent the letter {first}: the letter {second} would contradict it"):
        dossier.do(RecordSending(one, second, attempt(SendingState.BEGUN, number="9"), WORDS))
    dossier.do(BackToDraft(one, second))
    with pytest.raises(Refused, match="would contradict it"):
        dossier.do(MarkReady(one, second, WORDS, DAY))


KINDS = (K.INVITATION, K.REFUSAL_SCREENING, K.REFUSAL_INTERVIEW, K.RESERVE, K.OFFER, K.LATE, K.INADMISSIBLE)
ACTS = st.sampled_from((SCREENING, SCREENING, INTERVIEW, INTERVIEW, Act(Stage.INTERVIEW, "K-02")))
PEOPLE = st.integers(0, 4)


class Correspondence(RuleBasedStateMachine):
    """Gestures in any order after a deliberation; whatever leaves is looked at when it leaves."""

    @initialize()
    def begin(self) -> None:
        self.keys, self.folder = quick_keys(), quick_folder()
        self.keys.__enter__()
        path = self.folder.__enter__()
        self.dossier = Dossier.create(
            path / "panel.smes", PASSPHRASE, chance=Chance(1), clock=Clock(), home=path / "home"
        )
        self.ids = deliberated(self.dossier)
        self.number = 0
        for act in (SCREENING, INTERVIEW):
            close(self.dossier, act)

    def teardown(self) -> None:
        if hasattr(self, "dossier"):
            self.dossier.close()
            self.folder.__exit__(None, None, None)
            self.keys.__exit__(None, None, None)

    def may(self, gesture: Gesture) -> bool:
        try:
            self.dossier.do(gesture)
        except PanelError:
            return False
        return True

    @rule(one=st.sampled_from((0, 3, 4)), stage=st.sampled_from(tuple(Stage)), outcome=st.sampled_from(tuple(Outcome)))
    def change_ones_mind(self, one: int, stage: Stage, outcome: Outcome) -> None:
        """Everything is reopened, one outcome is another, everything that can be is closed and signed again."""
        for act in (Act(Stage.INTERVIEW, "K-02"), INTERVIEW, SCREENING):
            self.reopen(act)
        self.decide(one, stage, outcome)
        for act in (SCREENING, INTERVIEW):
            self.close(act, signed=True)

    @rule(one=st.sampled_from((0, 3, 4)), kinds=st.lists(st.sampled_from(KINDS), min_size=2, max_size=3))
    def have_them_leave(self, one: int, kinds: list[LetterKind]) -> None:
        for step in (self.ready, self.release):
            for kind in kinds:
                step(one, kind)
        for kind in kinds:
            self.send(one, kind, SendingHow.PRINT)

    @rule(answer=st.sampled_from((OfferAnswer.DECLINED, OfferAnswer.LAPSED, OfferAnswer.ACCEPTED)))
    def offer_on(self, answer: OfferAnswer) -> None:
        self.answer(0, answer)
        self.promote(1, back=False)
        self.close(Act(Stage.INTERVIEW, "K-02"), signed=True)

    @rule(act=ACTS, signed=st.booleans())
    def close(self, act: Act, signed: bool) -> None:
        chair = self.dossier.read.panel()[0]
        if self.may(CloseAct(act, chair, digests(self.dossier, act))) and signed:
            self.sign(act, Verdict.SIGNED)

    @rule(act=ACTS, verdict=st.sampled_from((Verdict.SIGNED, Verdict.REFUSED)))
    def sign(self, act: Act, verdict: Verdict) -> None:
        closing = self.dossier.read.in_force(act)
        if closing is not None:
            self.may(RecordSignature(act, closing.code, verdict, SignedHow.PAPER, "D", "une raison", minutes="x"))

    @rule(act=ACTS)
    def reopen(self, act: Act) -> None:
        self.may(ReopenAct(act, self.dossier.read.panel()[0], "une raison"))

    @rule(one=PEOPLE, stage=st.sampled_from(tuple(Stage)), outcome=st.sampled_from(tuple(Outcome)))
    def decide(self, one: int, stage: Stage, outcome: Outcome) -> None:
        self.may(Decide(self.ids[one], stage, outcome, "une autre raison"))

    @rule(one=PEOPLE, stage=st.sampled_from(tuple(Stage)))
    def take_back(self, one: int, stage: Stage) -> None:
        self.may(TakeBackOutcome(self.ids[one], stage))

    @rule(one=PEOPLE, examined=st.booleans())
    def admit(self, one: int, examined: bool) -> None:
        self.may(Admit(self.ids[one], examined, "une raison"))

    @rule(one=PEOPLE)
    def withdraw(self, one: int) -> None:
        self.may(Withdraw(self.ids[one]))

    @rule(one=PEOPLE, answer=st.sampled_from((*OfferAnswer, None)))
    def answer(self, one: int, answer: OfferAnswer | None) -> None:
        self.may(AnswerOffer(self.ids[one], answer, DAY))

    @rule(one=PEOPLE, back=st.booleans())
    def promote(self, one: int, back: bool) -> None:
        self.may(TakeBackPromotion(self.ids[one]) if back else Promote(self.ids[one], "une raison"))

    @rule(one=PEOPLE, kind=st.sampled_from(KINDS))
    def ready(self, one: int, kind: LetterKind) -> None:
        self.may(MarkReady(self.ids[one], kind, WORDS, DAY))

    @rule(one=PEOPLE, kind=st.sampled_from(KINDS))
    def back(self, one: int, kind: LetterKind) -> None:
        self.may(BackToDraft(self.ids[one], kind))

    def letters(self, one: str) -> tuple[tuple[str, str], ...]:
        acts = (SCREENING, INTERVIEW, Act(Stage.INTERVIEW, "K-02"))
        return tuple((dict(digests(self.dossier, *acts)) | {one: WORDS}).items())

    @rule(one=PEOPLE, kind=st.sampled_from(KINDS))
    def release(self, one: int, kind: LetterKind) -> None:
        self.may(Release(kind, (self.ids[one],), self.letters(self.ids[one])))

    @rule(one=PEOPLE, kind=st.sampled_from(KINDS), how=st.sampled_from(tuple(SendingHow)))
    def send(self, one: int, kind: LetterKind, how: SendingHow) -> None:
        self.number += 1
        state = SendingState.PRINTED if how is SendingHow.PRINT else SendingState.BEGUN
        application, read = self.ids[one], self.dossier.read
        if not self.may(RecordSending(application, kind, attempt(state, how, str(self.number)), WORDS)):
            return
        if kind in (K.LATE, K.INADMISSIBLE):
            return
        promoted = kind is K.OFFER and application in read.promotions()
        act = Act(Stage.INTERVIEW, read.keys()[application]) if promoted else INTERVIEW if kind in AFTER else SCREENING
        closing = read.in_force(act)
        assert closing is not None
        if kind is not K.INVITATION:
            assert closing.signed
            assert dict(self.letters(application))[application] == WORDS

    @rule(one=PEOPLE, kind=st.sampled_from(KINDS), state=st.sampled_from(tuple(SendingState)))
    def become(self, one: int, kind: LetterKind, state: SendingState) -> None:
        life = self.dossier.read.letter(self.ids[one], kind)
        if life.sendings:
            last = life.sendings[-1]
            self.may(RecordSending(self.ids[one], kind, attempt(state, last.how, last.id), WORDS))

    @rule()
    def undo(self) -> None:
        with suppress(NothingToUndo, NothingOfYours):
            self.dossier.undo()

    @invariant()
    def no_two_letters_contradict_each_other(self) -> None:
        if not hasattr(self, "dossier"):
            return
        for one in self.ids:
            for pair in combinations(sorted(self.dossier.read.left(one)), 2):
                assert not contradict(*pair), (one, pair)

    @invariant()
    def the_seat_has_one_person(self) -> None:
        if not hasattr(self, "dossier"):
            return
        read = self.dossier.read
        ended = {one for one, offer in read.offers().items() if offer.answer is not OfferAnswer.ACCEPTED}
        assert len([one for one in read.seated() if one not in ended]) <= 1


TestCorrespondence: Any = Correspondence.TestCase
TestCorrespondence.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
