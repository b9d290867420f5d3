"""The small fictitious panel that the tests of the core share, its laptops, and what they can see of a dossier."""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import sqlcipher3

from smes_panel import engine
from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.closing import CloseAct, RecordSignature
from smes_panel.gestures.correspondence import MarkReady, RecordSending, Release
from smes_panel.gestures.decision import Decide
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist, OpenVacancy, Settle
from smes_panel.model.application import DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.bundle import IncomingBundle
from smes_panel.model.change import Cell, Columns, Key
from smes_panel.model.closing import Act, Closing, SignedHow, Verdict
from smes_panel.model.decision import LetterKind, Outcome, SendingHow, SendingState
from smes_panel.model.panel import Member, Role
from smes_panel.model.vacancy import Criterion, Posting, Stage
from smes_panel.model.words import Language
from smes_panel.queries import Queries
from smes_panel.queries.answers import Sending
from smes_panel.queries.listing import ORDERS
from smes_panel.schema import TABLES
from smes_panel.store import Pen

PASSPHRASE = "l’été, une phrase fictive"
POSTING = Posting(
    text="Poste fictif de coordination.",
    language=Language.FR,
    title="Coordination fictive",
    organisation="Association du Spécimen",
    asks_reference=True,
    documents=("cv", "lettre"),
)
CRITERIA = (
    Criterion("C01", "Tenir un agenda partagé"),
    Criterion("C02", "Écrire une note claire"),
    Criterion("C03", "Mener une réunion"),
)


class Chance:
    """Bytes that are the same in every run of the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def __call__(self, count: int) -> bytes:
        return self._random.randbytes(count)


class Clock:
    """A minute later each time it is asked."""

    def __init__(self) -> None:
        self._at = datetime(2022, 6, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._at += timedelta(minutes=1)
        return self._at


def short_derivation(passphrase: str) -> str:
    """The key pragma of tests that open hundreds of files: a raw key per passphrase, refused where the real one is."""
    REAL_QUOTED(passphrase)
    return "\"x'" + hashlib.sha256(passphrase.encode()).hexdigest() + "c3" * 16 + "'\""


REAL_QUOTED = engine._quoted


@contextmanager
def quick_keys() -> Iterator[None]:
    """Opens files without the derivation of the passphrase for as long as this lasts."""
    engine._quoted = short_derivation
    try:
        yield
    finally:
        engine._quoted = REAL_QUOTED


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is one: a law does not need the disk, a crash test does."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def candidate(number: int, text: str = "", **identity: str) -> IncomingApplication:
    """What a fictitious person sent, with a CV."""
    given = {"name": f"Candidate Modèle {number}", "email": f"candidate{number}@exemple.invalid", **identity}
    words = text or f"Curriculum de la candidate {number}"
    document = IncomingDocument("cv.txt", DocumentKind.CV, "text/plain", words.encode(), words)
    return IncomingApplication(
        fingerprint=hashlib.sha256(f"message {number}".encode()).hexdigest(),
        source=f"message-{number}.eml",
        received_at=datetime(2022, 6, 2, 12, number % 60, tzinfo=UTC),
        identity=Identity(**given),  # type: ignore[arg-type]  # only texts are given here
        subject=f"Candidature {number}",
        documents=(document,),
    )


def bundle(number: int) -> IncomingBundle:
    """A mail of two fictitious people, forwarded by a third."""
    parts = (candidate(10 + number), candidate(20 + number))
    mail = IncomingDocument("TR.eml", DocumentKind.MESSAGE, "message/rfc822", f"bundle {number}".encode())
    whole = replace(
        parts[0],
        fingerprint=hashlib.sha256(mail.content).hexdigest(),
        documents=(mail, *(document for part in parts for document in part.documents)),
    )
    return IncomingBundle(whole, parts, "Anna Modèle", f"TR: {number}", whole.received_at)


def begun(dossier: Dossier) -> None:
    """The vacancy, its three criteria and two members; nothing frozen yet."""
    dossier.do(OpenVacancy(POSTING, CRITERIA))
    dossier.do(AddMember("Anna Modèle", Role.CHAIR))
    dossier.do(AddMember("Bram Voorbeeld", Role.MEMBER))


def rated(level: int, comment: str = "") -> Answer:
    return Answer(RatingState.RATED, level, comment)


def fill(dossier: Dossier, member: Member, application: str, stage: Stage = Stage.SCREENING, comment: str = "") -> None:
    """This member's answers on every criterion of one application."""
    for place, criterion in enumerate(dossier.read.rated_at(stage)):
        dossier.do(Rate(member, application, stage, criterion.code, rated(place % 4 + 1, comment)))


def screened(dossier: Dossier, applications: int = 2, comment: str = "") -> list[str]:
    """A panel at the eve of its opening: all grids rated, all but the last member's in. The applications' ids."""
    begun(dossier)
    dossier.do(Settle("weight.C01", "2"))
    for number in range(1, applications + 1):
        dossier.do(AddApplication(candidate(number)))
    dossier.do(FreezeChecklist())
    ids = list(dossier.read.keys())
    for member in dossier.read.panel():
        for application in ids:
            fill(dossier, member, application, comment=f"{comment}{member.initials}" if comment else "")
    for member in dossier.read.panel()[:-1]:
        dossier.do(HandIn(member, Stage.SCREENING, tuple(ids)))
    return ids


@dataclass(frozen=True, slots=True)
class FillEveryTable(Gesture):
    """A row in each table that has none yet, so that a table that is new is under the same tests at once."""

    application: str

    def make(self, pen: Pen, read: Queries) -> None:
        assert read.holds(self.application)
        for table in TABLES.values():
            empty = read._first(f"SELECT 1 FROM {table.name}") is None
            if empty and not table.derived and table.name != "erasure":
                key = [self.application if name == table.applicant else "x" for name in table.key]
                cells: dict[str, Cell] = {name: "x" if kind == "TEXT" else 1 for name, kind in table.columns.items()}
                pen.put(table.name, *key, **cells)


Tables = dict[tuple[str, Key], Columns]


def tables(dossier: Dossier, *, private: bool = True) -> Tables:
    """Every folded row of the file."""
    return {
        (table.name, key): row
        for table in TABLES.values()
        if private or table.stream != "p"
        for key, row in dossier._store.rows(table.name).items()
    }


def difference(before: Tables, after: Tables) -> dict[tuple[str, Key], tuple[Columns | None, Columns | None]]:
    """What moved, row by row: before and after."""
    return {row: (before.get(row), after.get(row)) for row in {**before, **after} if before.get(row) != after.get(row)}


def journal(dossier: Dossier) -> list[tuple[object, ...]]:
    """Every entry as it lies in the file."""
    rows = dossier._db.execute("SELECT id, header, signature, body FROM entry ORDER BY id").fetchall()
    return [tuple(row) for row in rows]


def answers(read: Queries) -> dict[str, object]:
    """Every question that a page asks, with its answer. History and the numbers already given are no part of it."""
    said: dict[str, object] = {
        name: getattr(read, name)()
        for name in (
            "answers",
            "posting",
            "vacancy",
            "criteria",
            "open_questions",
            "panel",
            "keys",
            "merged",
            "resembling",
            "bundles",
            "counts",
            "misfits",
            "positions",
            "amendments",
        )
    }
    said["applications"] = read.applications(texts=True)
    said["listing"] = [read.listing(order=order, reader=member) for order in ORDERS for member in (None, *read.panel())]
    said["lines"] = [read.line(key) for key in read.listing().keys]
    said["found"] = [read.applications(word) for word in ("modele", "curriculum", "K-01")]
    readers = (None, *read.panel())
    said["heard"] = [read.found(word, reader) for word in ("vu par", "x", "a", "cv") for reader in readers]
    said["hits"] = [read.hits(one, "mod curriculum vu", reader) for one in read.keys() for reader in readers]  # noqa: SIM118  (a question, no mapping)
    said["seen"] = [read.application(key, reader) for key in read.keys().values() for reader in readers]
    said["unhidden"] = [read.unhidden(one, reader) for one in read.keys() for reader in readers]  # noqa: SIM118  (a question, no mapping)
    ids = tuple(read.keys())
    said["own"] = [[read.scratchpad(m, one) for one in ids] for m in read.panel()]
    said["tried"] = [(read.calibration(m, s), read.levels_in_order(m, s)) for m in read.panel() for s in Stage]
    said["conflicts"] = [read.conflicts(reader) for reader in readers]
    said["orders"] = [
        (read.reading_order(m, s), read.across(m, s, c.code))
        for m in read.panel()
        for s in Stage
        for c in read.criteria()
    ]
    said["not asked"] = [read.not_asked(member) for member in read.panel()]
    said["ratings"] = {None: read.ratings()} | {member.id: read.ratings(member) for member in read.panel()}
    ids = tuple(read.keys())
    for stage in Stage:
        said[f"{stage} criteria"] = read.rated_at(stage)
        said[f"{stage} applications"] = read.rated_applications(stage)
        assert said[f"{stage} applications"] == tuple(one for one in ids if read.is_rated(one, stage))
        said[f"{stage} readings"] = [(read.readings(m, stage), read.aside(m, stage)) for m in read.panel()]
        said[f"{stage} progress"] = read.progress(stage)
        said[f"{stage} unpublished"] = read.unpublished(stage)
        said[f"{stage} decided"] = {one: read.decided(one, stage) for one in ids}
        said[f"{stage} sheets"] = [read.sheet(m, one, stage) for m in read.panel() for one in ids]
        if read.progress(stage).opened_at is not None:
            said[f"{stage} opened"] = read.opened(stage)
            said[f"{stage} revised"] = [(read.corrections(stage, one), read.consensus(stage, one)) for one in readers]
    return said


def raw(path: Path, passphrase: str = PASSPHRASE, key: Callable[[str], str] | None = None) -> sqlcipher3.Connection:
    """The file without any of our doors, as somebody who knows the passphrase would open it."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = {(key or engine._quoted)(passphrase)}")
    return connection


def altered(path: Path, *statements: str, parameters: tuple[Cell | bytes, ...] = ()) -> None:
    """Changes the file behind the program's back."""
    connection = raw(path)
    for statement in statements:
        connection.execute(statement, parameters if "?" in statement else ())
    connection.close()


def decide(dossier: Dossier, stage: Stage, outcomes: Mapping[str, Outcome]) -> None:
    """The outcomes of a stage by application id, each with a reason."""
    for application, outcome in outcomes.items():
        dossier.do(Decide(application, stage, outcome, "l’expérience des réunions"))


def open_stage(dossier: Dossier, stage: Stage) -> None:
    """Everybody rates and hands in what is read at this stage, which opens it."""
    for member in dossier.read.panel():
        if member.role.rates:
            for application in dossier.read.rated_applications(stage):
                fill(dossier, member, application, stage)
            dossier.do(HandIn(member, stage, dossier.read.rated_applications(stage)))


def deliberated(dossier: Dossier) -> list[str]:
    """A panel that decided everything: of five applications four were invited, one is selected, two are in reserve, one
    is refused after the interview and one after reading. Nothing is closed. The ids, in that order.
    """
    begun(dossier)
    dossier.do(Settle("reserve_until", "2023-12-31"))
    for number in range(1, 6):
        dossier.do(AddApplication(candidate(number)))
    dossier.do(FreezeChecklist())
    ids = list(dossier.read.keys())
    open_stage(dossier, Stage.SCREENING)
    invited = dict.fromkeys(ids[:4], Outcome.INVITED)
    decide(dossier, Stage.SCREENING, {**invited, ids[4]: Outcome.NOT_SHORTLISTED})
    open_stage(dossier, Stage.INTERVIEW)
    last = (Outcome.SELECTED, Outcome.RESERVE, Outcome.RESERVE, Outcome.NOT_SELECTED)
    decide(dossier, Stage.INTERVIEW, dict(zip(ids, last, strict=False)))
    for rank, one in enumerate(ids[1:3], 1):
        dossier.do(Decide(one, Stage.INTERVIEW, Outcome.RESERVE, rank=rank))
    return ids


WORDS = "les mots de la lettre"


def digests(dossier: Dossier, *acts: Act) -> tuple[tuple[str, str], ...]:
    """A digest for each letter that waits for these acts."""
    return tuple((one, WORDS) for act in acts for one in dossier.read.awaiting_signature(act))


def close(dossier: Dossier, act: Act, *, signed: bool = True) -> Closing:
    """Closes an act by the chair; with `signed`, the director signs it on paper."""
    chair = dossier.read.panel()[0]
    dossier.do(CloseAct(act, chair, digests(dossier, act)))
    closing = dossier.read.in_force(act)
    assert closing is not None
    if signed:
        sign(dossier, closing)
    return closing


def sign(dossier: Dossier, closing: Closing, verdict: Verdict = Verdict.SIGNED) -> None:
    """The director's answer on paper."""
    dossier.do(
        RecordSignature(
            closing.act, closing.code, verdict, SignedHow.PAPER, "Dominique Fictive", "une raison", minutes="JVBERg=="
        )
    )


def leave(dossier: Dossier, application: str, kind: LetterKind, *acts: Act) -> None:
    """A letter made ready, released and printed; `acts` are those that the kind waits for."""
    every = dict(digests(dossier, *acts)) | {application: WORDS}
    dossier.do(MarkReady(application, kind, WORDS, date(2022, 7, 11)))
    dossier.do(Release(kind, (application,), tuple(every.items())))
    at = datetime(2022, 7, 11, 10, tzinfo=UTC)
    dossier.do(RecordSending(application, kind, Sending("1", SendingHow.PRINT, SendingState.PRINTED, at), WORDS))
