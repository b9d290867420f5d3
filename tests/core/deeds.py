"""Every gesture there is, made from a few numbers and from what the dossier holds at the moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from smes_panel.gestures.applications import (
    AddApplication,
    Admit,
    AttachDocuments,
    CompleteApplication,
    CorrectIdentity,
    Erase,
    KeepBoth,
    Merge,
    SettleKind,
    TakeApart,
    Withdraw,
)
from smes_panel.gestures.asking import AskNot, ReadBlind
from smes_panel.gestures.assessment import AttachPassage, DetachPassage, HandIn, OpenGrids, Rate, TakeBackGrid
from smes_panel.gestures.bundles import DecideBundle, PutUp
from smes_panel.gestures.closing import CloseAct, EnterSigner, RecordSignature, ReopenAct
from smes_panel.gestures.conflict import DeclareConflict, WithdrawConflict
from smes_panel.gestures.correspondence import BackToDraft, MarkReady, RecordSending, Release
from smes_panel.gestures.criterion import AddCriterion, EditCriterion, MoveCriterion, NestCriterion, RemoveCriterion
from smes_panel.gestures.decision import Decide, FillField, TakeBackOutcome
from smes_panel.gestures.deliberation import CancelMeeting, Meet, StepOut, TakePosition
from smes_panel.gestures.documents import Unlock
from smes_panel.gestures.exceptions import OnlyThisOne, TheOthersToo
from smes_panel.gestures.gesture import Gesture, Together
from smes_panel.gestures.letters import DropOwnText, ResetTemplate, WriteOwnText, WriteTemplate
from smes_panel.gestures.offer import AnswerOffer, Promote, TakeBackPromotion
from smes_panel.gestures.own import Calibrate, Jot
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.revision import AgreeOn, Correct
from smes_panel.gestures.vacancy import FreezeChecklist, OpenVacancy, Settle
from smes_panel.model.application import DocumentKind, ExceptionKind, Identity
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.bundle import BundleAnswer
from smes_panel.model.closing import Act, SignedHow, Verdict
from smes_panel.model.decision import LetterKind, OfferAnswer, Outcome, Position, SendingHow, SendingState
from smes_panel.model.panel import Role
from smes_panel.model.passage import Passage
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, Words
from smes_panel.queries import Queries
from smes_panel.queries.answers import Sending
from tests.core.panels import CRITERIA, POSTING, bundle, candidate

T = TypeVar("T")


class NothingThere(Exception):
    """The dossier holds nothing yet that this gesture could be about."""


class Picks:
    """Choices out of a few numbers, which Hypothesis can make smaller."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers, self._next = numbers, 0

    def of(self, choices: Sequence[T]) -> T:
        if not choices:
            raise NothingThere
        number = self._numbers[self._next % len(self._numbers)]
        self._next += 1
        return choices[number % len(choices)]


NAMES = ("Anna Modèle", "Chloé Modèle", "Dirk Voorbeeld", "Emma Modèle", " ")
SETTLEMENTS = (
    ("weight.C01", "2"),
    ("weight.C02", "0,5"),
    ("weight.C02", "none"),
    ("essential.C01", "oui"),
    ("stages.C02", "dossier"),
    ("stages.C03", "entretien"),
    ("stages.C03", "aucune"),
    ("weight.C04", "3"),
    ("closes_at", "2022-06-02T12:03"),
    ("reference", "REF-1"),
    ("reserve_until", "2023-12-31"),
    ("shortlist_signer", "présidence"),
    ("sender.address", "avenue du Spécimen 1"),
    ("colour", "blue"),
)


def canary(member: str, stage: Stage) -> str:
    """A comment that says whose rating it is, to be looked for where it must not be."""
    return f"canary-{member}-{stage.value}"


def _application(read: Queries, picks: Picks) -> str:
    return picks.of([str(row["application"]) for row in read._all("SELECT application FROM number ORDER BY number")])


def _answer(picks: Picks, comment: str) -> Answer:
    state = picks.of((RatingState.RATED, RatingState.RATED, RatingState.RATED, *RatingState))
    return Answer(state, picks.of((1, 2, 3, 4)) if state is RatingState.RATED else None, picks.of((comment, "")))


def _rate(read: Queries, picks: Picks) -> Gesture:
    member, stage = picks.of(read.panel()), picks.of((Stage.SCREENING, Stage.SCREENING, Stage.INTERVIEW))
    application, criterion = _application(read, picks), picks.of(("C01", "C02", "C03", "C99"))
    return Rate(member, application, stage, criterion, _answer(picks, canary(member.id, stage)))


def _attach_passage(read: Queries, picks: Picks) -> Gesture:
    member, application = picks.of(read.panel()), _application(read, picks)
    if not read.is_here(application):
        raise NothingThere
    document = picks.of(read.documents(application))
    passage = Passage(document.sha256, picks.of((1, 2)), picks.of(("Curriculum", canary(member.id, Stage.SCREENING))))
    return AttachPassage(member, application, Stage.SCREENING, picks.of(("C01", "C02", "C99")), passage)


def _detach_passage(read: Queries, picks: Picks) -> Gesture:
    member, application = picks.of(read.panel()), _application(read, picks)
    if not read.is_here(application):
        raise NothingThere
    answers = read.sheet(member, application, Stage.SCREENING).answers
    code = picks.of([code for code, answer in answers.items() if answer.passages])
    return DetachPassage(member, application, Stage.SCREENING, code, picks.of(answers[code].passages))


def _hand_in(read: Queries, picks: Picks) -> Gesture:
    stage = picks.of(tuple(Stage))
    every = read.rated_applications(stage)
    return HandIn(picks.of(read.panel()), stage, picks.of((every, every[:1], every[1:])))


def _settle_kind(read: Queries, picks: Picks) -> Gesture:
    application = picks.of(read.applications())
    return SettleKind(application.id, picks.of(application.documents).id, picks.of(tuple(DocumentKind)))


def _unlock(read: Queries, picks: Picks) -> Gesture:
    application = picks.of(read.applications())
    document = picks.of(application.documents)
    return Unlock(application.id, document.id, picks.of(("mot de passe", "autre", "")), picks.of(("texte ouvert", "")))


CODES = ("C01", "C02", "C03", "C04", "C05", "C01a", "C01b", "C04a", "C99")
NAMED = (Words(fr="Écouter"), Words(nl="Luisteren", en="Listening"), Words())


def _decide_bundle(read: Queries, picks: Picks) -> Gesture:
    one, answer = picks.of(read.bundles()), picks.of(tuple(BundleAnswer))
    number = picks.of(range(1, 4))
    several = {BundleAnswer.EACH: bundle(number).parts, BundleAnswer.ONE: (bundle(number).whole,)}
    return DecideBundle(one.id, answer, picks.of((several.get(answer, ()), ())))


def _edit(_: Queries, picks: Picks) -> Gesture:
    part, code, said = picks.of(range(4)), picks.of(CODES), picks.of(NAMED)
    reason = picks.of(("", "une raison"))
    if part == 0:
        return EditCriterion(code, name=said, reason=reason)
    if part == 1:
        return EditCriterion(code, wording=said.fr, reason=reason)
    if part == 2:
        levels = {picks.of((1, 2, 3, 4)): said}
        return EditCriterion(code, anchors={picks.of(tuple(Stage)): levels}, reason=reason)
    return EditCriterion(code, questions=(said, *NAMED[: picks.of(range(3))]), reason=reason)


def _add(_: Queries, picks: Picks) -> Gesture:
    parent = picks.of((None, "C01", "C01", "C04", "C01a", "C99"))
    return AddCriterion(picks.of(NAMED), parent=parent, reason=picks.of(("", "une raison")))


DAY = date(2022, 7, 8)
DIGESTS = ("the words", "other words")


def _act(picks: Picks) -> Act:
    return picks.of((Act(Stage.SCREENING), Act(Stage.SCREENING), Act(Stage.INTERVIEW), Act(Stage.INTERVIEW, "K-01")))


def _letters(read: Queries, act: Act, picks: Picks) -> tuple[tuple[str, str], ...]:
    """The digests of the letters of an act; now and then their words changed."""
    digest = picks.of((DIGESTS[0], DIGESTS[0], DIGESTS[0], DIGESTS[1]))
    return tuple((one, digest) for one in read.awaiting_signature(act))


def _close(read: Queries, picks: Picks) -> Gesture:
    act = _act(picks)
    return CloseAct(act, picks.of(read.panel()), _letters(read, act, picks))


def _sign(read: Queries, picks: Picks) -> Gesture:
    act = _act(picks)
    closing = read.in_force(act)
    verdict, how = picks.of(
        (
            (Verdict.SIGNED, SignedHow.REPLY),
            (Verdict.SIGNED, SignedHow.PAPER),
            (Verdict.REFUSED, SignedHow.REPLY),
            (Verdict.DELEGATED, SignedHow.CHAIR),
        )
    )
    code, minutes = closing.code if closing else "0" * 64, "" if how is SignedHow.CHAIR else "JVBERg=="
    signer = picks.of(("Anna Modèle", "Dominique Fictive"))
    return RecordSignature(act, code, verdict, how, signer, picks.of(("une raison", "")), "", minutes)


TEXTS = tuple(
    f"subject: S\n\nsalutation: {hello} {{name}},\n\n{{reason}}\n\nsignature: {{chair_name}} | jury\n\nsmall: H. | T."
    for hello in ("Bonjour", "Dag", "{", "Bonjour\0")
)
KINDS = (
    LetterKind.INVITATION,
    LetterKind.REFUSAL_SCREENING,
    LetterKind.REFUSAL_INTERVIEW,
    LetterKind.RESERVE,
    LetterKind.OFFER,
    LetterKind.LATE,
    LetterKind.WITHDRAWAL,
)


def _release(read: Queries, picks: Picks) -> Gesture:
    kind, application = picks.of(KINDS), _application(read, picks)
    letters = {application: DIGESTS[0]}
    for act in (Act(Stage.SCREENING), Act(Stage.INTERVIEW)):
        letters |= dict.fromkeys(read.awaiting_signature(act), DIGESTS[0])
    return Release(kind, (application,), tuple(letters.items()))


def _send(read: Queries, picks: Picks) -> Gesture:
    how, state = picks.of(tuple(SendingHow)), picks.of(tuple(SendingState))
    sending = Sending(picks.of(("1", "2")), how, state, datetime(2022, 7, 9, 10, tzinfo=UTC), "a@exemple.invalid")
    return RecordSending(_application(read, picks), picks.of(KINDS), sending, picks.of((DIGESTS[0], *DIGESTS)))


def _together(read: Queries, picks: Picks) -> Gesture:
    kinds: tuple[type[Gesture], ...] = (Rate, Settle, AddApplication, Decide)
    kind = picks.of(kinds)
    return Together((DEEDS[kind](read, picks), DEEDS[kind](read, picks)))


DEEDS: Mapping[type[Gesture], Callable[[Queries, Picks], Gesture]] = {
    OpenVacancy: lambda _, __: OpenVacancy(POSTING, CRITERIA),
    Settle: lambda _, picks: Settle(*picks.of(SETTLEMENTS), picks.of(("", "une raison"))),
    FreezeChecklist: lambda _, __: FreezeChecklist(),
    EditCriterion: _edit,
    AddCriterion: _add,
    RemoveCriterion: lambda _, picks: RemoveCriterion(picks.of(CODES)),
    MoveCriterion: lambda _, picks: MoveCriterion(picks.of(CODES), picks.of(("", *CODES))),
    NestCriterion: lambda _, picks: NestCriterion(picks.of(CODES), picks.of(("", *CODES))),
    AddMember: lambda _, picks: AddMember(picks.of(NAMES), picks.of((Role.MEMBER, Role.SECRETARY))),
    AddApplication: lambda _, picks: AddApplication(candidate(picks.of(range(1, 6)))),
    CompleteApplication: lambda read, picks: CompleteApplication(
        _application(read, picks), candidate(picks.of(range(1, 6)), picks.of(("", "un autre texte")))
    ),
    CorrectIdentity: lambda read, picks: CorrectIdentity(
        _application(read, picks),
        Identity(picks.of(("Zoé Modèle", "Max Voorbeeld")), picks.of(("z@exemple.invalid", ""))),
    ),
    SettleKind: _settle_kind,
    Unlock: _unlock,
    OnlyThisOne: lambda read, picks: OnlyThisOne(
        _application(read, picks), picks.of(tuple(ExceptionKind)), picks.of(("une raison", ""))
    ),
    TheOthersToo: lambda read, picks: TheOthersToo(_application(read, picks), picks.of(tuple(ExceptionKind))),
    AttachDocuments: lambda read, picks: AttachDocuments(
        _application(read, picks), candidate(picks.of(range(1, 6)), picks.of(("", "un autre texte"))).documents
    ),
    Merge: lambda read, picks: Merge(_application(read, picks), _application(read, picks)),
    TakeApart: lambda read, picks: TakeApart(picks.of((*read.merged(), *read.keys()))),
    KeepBoth: lambda read, picks: KeepBoth(_application(read, picks), _application(read, picks)),
    Admit: lambda read, picks: Admit(
        _application(read, picks), picks.of((True, False)), picks.of(("une raison", "une autre raison", ""))
    ),
    Withdraw: lambda read, picks: Withdraw(_application(read, picks), picks.of(("", "un autre emploi"))),
    PutUp: lambda _, picks: PutUp(bundle(picks.of(range(1, 4)))),
    DecideBundle: _decide_bundle,
    Erase: lambda read, picks: Erase(_application(read, picks)),
    Rate: _rate,
    AttachPassage: _attach_passage,
    DetachPassage: _detach_passage,
    HandIn: _hand_in,
    DeclareConflict: lambda read, picks: DeclareConflict(
        picks.of(read.panel()), _application(read, picks), picks.of(("une parenté", "une parenté", ""))
    ),
    WithdrawConflict: lambda read, picks: WithdrawConflict(picks.of(read.panel()), _application(read, picks)),
    AskNot: lambda read, picks: AskNot(
        picks.of(read.panel()), picks.of(read.panel()), picks.of(CODES), picks.of((False, False, True))
    ),
    ReadBlind: lambda read, picks: ReadBlind(
        picks.of(read.panel()), picks.of((None, Stage.INTERVIEW, Stage.SCREENING))
    ),
    Correct: lambda read, picks: Correct(
        picks.of(read.panel()),
        _application(read, picks),
        picks.of((Stage.SCREENING, Stage.SCREENING, Stage.INTERVIEW)),
        picks.of(("C01", "C02", "C99")),
        _answer(picks, "relu"),
        picks.of(("une raison", "")),
    ),
    AgreeOn: lambda read, picks: AgreeOn(
        _application(read, picks),
        picks.of((Stage.SCREENING, Stage.SCREENING, Stage.INTERVIEW)),
        picks.of(("C01", "C02", "C99")),
        picks.of((1, 2, 3, 4, None)),
        picks.of(("une phrase", "")),
    ),
    Jot: lambda read, picks: Jot(picks.of(read.panel()), _application(read, picks), picks.of(("une idée", ""))),
    Calibrate: lambda read, picks: Calibrate(
        picks.of(read.panel()), picks.of(tuple(Stage)), picks.of(("C01", "C02", "C99")), _answer(picks, "fictif")
    ),
    TakeBackGrid: lambda read, picks: TakeBackGrid(
        picks.of(read.panel()), _application(read, picks), picks.of((Stage.SCREENING, Stage.SCREENING, Stage.INTERVIEW))
    ),
    OpenGrids: lambda read, picks: OpenGrids(
        picks.of(tuple(Stage)), picks.of(("", "une absence")), picks.of((*read.panel()[:1], None))
    ),
    Decide: lambda read, picks: Decide(
        _application(read, picks),
        picks.of(tuple(Stage)),
        picks.of(tuple(Outcome)),
        picks.of(("une raison", "une raison", "")),
        picks.of((None, ("C01",), ("C99",))),
        picks.of((None, None, 1, 2, 0)),
    ),
    TakePosition: lambda read, picks: TakePosition(
        picks.of(read.panel()),
        _application(read, picks),
        picks.of(tuple(Stage)),
        picks.of((*Position, None)),
        picks.of(("une réserve", "")),
    ),
    Meet: lambda read, picks: Meet(
        picks.of(tuple(Stage)), DAY, tuple((one.id, picks.of((True, False))) for one in read.panel())
    ),
    CancelMeeting: lambda read, picks: CancelMeeting(picks.of([*(one.id for one in read.meetings()), "x"])),
    StepOut: lambda read, picks: StepOut(
        picks.of(read.panel()), _application(read, picks), picks.of(tuple(Stage)), picks.of((True, True, False))
    ),
    CloseAct: _close,
    ReopenAct: lambda read, picks: ReopenAct(_act(picks), picks.of(read.panel()), picks.of(("une raison", ""))),
    RecordSignature: _sign,
    EnterSigner: lambda _, picks: EnterSigner(picks.of(("empreinte 1", "empreinte 2")), "Dominique Fictive", "carte"),
    AnswerOffer: lambda read, picks: AnswerOffer(
        _application(read, picks), picks.of((*OfferAnswer, None)), picks.of((DAY, None)), picks.of(("", "par écrit"))
    ),
    Promote: lambda read, picks: Promote(_application(read, picks), picks.of(("une raison", ""))),
    TakeBackPromotion: lambda read, picks: TakeBackPromotion(_application(read, picks)),
    MarkReady: lambda read, picks: MarkReady(
        _application(read, picks), picks.of(KINDS), picks.of((DIGESTS[0], DIGESTS[0], DIGESTS[1])), DAY
    ),
    WriteTemplate: lambda _, picks: WriteTemplate(picks.of(KINDS), picks.of(tuple(Language)), picks.of(TEXTS)),
    ResetTemplate: lambda _, picks: ResetTemplate(picks.of(KINDS), picks.of(tuple(Language))),
    WriteOwnText: lambda read, picks: WriteOwnText(_application(read, picks), picks.of(KINDS), picks.of(TEXTS)),
    DropOwnText: lambda read, picks: DropOwnText(_application(read, picks), picks.of(KINDS)),
    BackToDraft: lambda read, picks: BackToDraft(_application(read, picks), picks.of(KINDS)),
    Release: _release,
    RecordSending: _send,
    TakeBackOutcome: lambda read, picks: TakeBackOutcome(_application(read, picks), picks.of(tuple(Stage))),
    FillField: lambda read, picks: FillField(
        _application(read, picks), picks.of(tuple(Stage)), picks.of(("name", "colour")), picks.of(("Zoé Modèle", ""))
    ),
    Together: _together,
}
"""How to make each gesture. A gesture that is missing here is not under the laws: a test compares."""
