"""The frozen answers of the queries: what a page, a print or a command may know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from smes_panel.model.application import Addition, Document, Identity, Standing, Timeliness, key_of
from smes_panel.model.assessment import Answer, Rating
from smes_panel.model.decision import (
    LetterKind,
    LetterState,
    OfferAnswer,
    Outcome,
    Position,
    SendingHow,
    SendingState,
)
from smes_panel.model.likeness import Likeness
from smes_panel.model.panel import Member, Role
from smes_panel.model.search import Passage
from smes_panel.model.vacancy import Criterion, Stage
from smes_panel.model.words import Language


@dataclass(frozen=True, slots=True)
class Settled:
    """One answer to an open question, as given, with its instant and, once the checklist was frozen, its reason."""

    question: str
    value: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of the checklist after the freeze: of which criterion ("" where of none) and of what, when and why."""

    criterion: str
    parts: tuple[str, ...]
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Application:
    """One line of the list. `missing` says which kinds of document are not there; `likenesses` what may be the same
    person's, by key.

    `state` is the outcome of the furthest stage that has one, with its `reason`, else `received`; `standing` is what to
    know of it first. `proposed` is what intake read, kept beside corrections. `closed` says that its
    reader may know its key alone. `admitted` says why it is examined though
    late or incomplete. `merged_into` is the key of the application that took this one in, `additions` those that this
    one took in; `completed_late` are the kinds of document that came in no mail before the deadline, though the
    application did.
    """

    id: str
    number: int
    identity: Identity
    proposed: Identity
    subject: str
    source: str
    fingerprint: str
    received_at: datetime | None
    timeliness: Timeliness
    state: str
    documents: tuple[Document, ...]
    missing: tuple[str, ...]
    likenesses: tuple[Likeness, ...]
    standing: Standing = Standing.COMPLETE
    admitted: str = ""
    reason: str = ""
    merged_into: str = ""
    additions: tuple[Addition, ...] = ()
    completed_late: tuple[str, ...] = ()
    closed: bool = False

    @property
    def key(self) -> str:
        return key_of(self.number)

    @property
    def resembles(self) -> tuple[str, ...]:
        """The keys of those that may be the same person's."""
        return tuple(like.with_ for like in self.likenesses)

    @property
    def merged(self) -> tuple[str, ...]:
        """The keys of those that this one took in."""
        return tuple(addition.application for addition in self.additions)

    @property
    def late(self) -> bool:
        """Whether it came after the deadline, or something that it needs did."""
        return self.timeliness is Timeliness.LATE or bool(self.completed_late)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict of interest as declared; `reason` is empty for whom it is not."""

    application: str
    member: str
    at: datetime | None
    withdrawn_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """What the list shows of one application. `own` says how far the reader's own opinion is: `to_read`, `begun`,
    `handed_in`, `recused` where the reader may know the key alone, empty where there is none to give.
    """

    id: str
    number: int
    name: str
    email: str
    language: Language | None
    received_at: datetime | None
    standing: Standing
    missing: tuple[str, ...]
    own: str

    @property
    def key(self) -> str:
        return key_of(self.number)


@dataclass(frozen=True, slots=True)
class Listing:
    """The keys that a search and a filter leave, in order; how many of those found each filter would leave; and of all
    that were received, how many are examined.
    """

    keys: tuple[str, ...]
    counts: Mapping[str, int]
    total: int
    examined: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a search found something in one application, with the passage. `where` is `document`, `comment` (one's own,
    on a criterion at a stage), or the part of who it is from: `name`, `email`, `phone`, `address`, `subject`.
    """

    where: str
    passage: Passage
    document: Document | None = None
    stage: Stage | None = None
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One member's own answers on one application at one stage, criterion by criterion; `handed_in_at` once it is
    sealed.
    """

    application: str
    member: Member
    stage: Stage
    criteria: tuple[Criterion, ...]
    answers: Mapping[str, Answer]
    handed_in_at: datetime | None

    @property
    def gaps(self) -> tuple[str, ...]:
        """The codes still without an answer."""
        return tuple(
            c.code
            for c in self.criteria
            if (answer := self.answers.get(c.code, Answer())).state.asked and not answer.state.answered
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """How far one member is with one application at one stage: `answered` of the `asked` criteria, and when it was
    handed in.
    """

    id: str
    number: int
    name: str
    language: Language | None
    answered: int
    handed_in_at: datetime | None
    asked: int = 0

    @property
    def key(self) -> str:
        return key_of(self.number)


@dataclass(frozen=True, slots=True)
class Across:
    """One file of a horizontal reading: the application by its key, its place in the member's order from 1, and the
    member's own answer on the criterion that is read across.
    """

    application: str
    place: int
    criterion: str
    answer: Answer
    handed_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class Version:
    """What one rating of one's own was from an instant on; `None` where it was taken away. `gesture` says by what."""

    at: datetime
    gesture: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class NoteGiven:
    """One answer as an access request gives it: its comment, and the words of its passages, with names covered."""

    stage: Stage
    criterion: Criterion
    answer: Answer
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesGiven:
    """What one member wrote of one person, as an access request gives it: by `role`, not by name. `scratchpad` is the
    private notes; `covered` says that a name of somebody else was covered in one of them.
    """

    application: str
    role: Role
    notes: tuple[NoteGiven, ...]
    scratchpad: str
    covered: bool


@dataclass(frozen=True, slots=True)
class StageProgress:
    """How far a stage is, without a word on what anybody thinks: which grids are expected, in and missing,
    and which are not expected since the member is recused.
    """

    stage: Stage
    opened_at: datetime | None
    reason: str
    expected: tuple[tuple[str, str], ...]
    handed_in: frozenset[tuple[str, str]]
    recused: tuple[tuple[str, str], ...] = ()

    @property
    def missing(self) -> tuple[tuple[str, str], ...]:
        """The (member's name, application key) pairs whose grid is not in."""
        return tuple(pair for pair in self.expected if pair not in self.handed_in)


@dataclass(frozen=True, slots=True)
class Opened:
    """The ratings of an opened stage with what they are weighed by: what `insight` compares."""

    stage: Stage
    criteria: tuple[Criterion, ...]
    applications: tuple[str, ...]
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A second version of an opened rating, with the `first` that it stands beside, its instant and its reason."""

    rating: Rating
    first: Answer
    at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Consensus:
    """The panel's own level, the `median` that it started from (`None` where nobody gave a level) and the sentence that
    any move needs.
    """

    level: int
    median: int | None
    sentence: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of one application at one stage, and the letter fields given for it, as typed."""

    application: str
    stage: Stage
    outcome: Outcome | None
    fields: Mapping[str, str]
    reason: str = ""
    criteria: tuple[str, ...] = ()
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a letter as somebody wrote it in this dossier, and when."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a member (name) stands on the outcome of one application, in words where they differ."""

    member: str
    position: Position
    text: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day on which the panel met for a stage, and who was there: `True`, `False`, or absent where nothing was said,
    by member's name.
    """

    id: str
    stage: Stage
    day: date
    present: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a person answered to an offer, or how it ended, on which day, with a note."""

    answer: OfferAnswer
    day: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the fingerprint of the public card, the name on it, the card itself."""

    fingerprint: str
    name: str
    card: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LetterLife:
    """How far one letter is, and every attempt to have it leave, oldest first."""

    application: str
    kind: LetterKind
    state: LetterState
    dated: date | None
    digest: str
    sendings: tuple[Sending, ...] = ()


@dataclass(frozen=True, slots=True)
class Sending:
    """One attempt: how, to whom, by whom (names and addresses as they were), what became of it and what proves it."""

    id: str
    how: SendingHow
    state: SendingState
    at: datetime
    recipient: str = ""
    by: str = ""
    message_id: str = ""
    sha256: str = ""
    proof: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the first page."""

    criteria: int
    members: int
    applications: int
    documents: int
    late: int | None
    incomplete: int
    handed_in: Mapping[str, int]
