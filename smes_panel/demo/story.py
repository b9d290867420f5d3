"""The recruitment of the demonstration, from the posting to the last letter, by the functions of the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from smes_panel.cli.arrive import arrivals
from smes_panel.cli.assess import take_outcomes, take_ratings
from smes_panel.cli.papers import print_checklist, print_grids, print_letters
from smes_panel.demo import mails
from smes_panel.demo.outcomes import admissibility, after_interview, after_screening, withdrawal
from smes_panel.demo.people import Applicant, everybody
from smes_panel.demo.tables import applications, comparison, ratings, write
from smes_panel.demo.welcome import READ_ME
from smes_panel.dossier import Dossier
from smes_panel.gestures.assessment import HandIn
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import OpenVacancy, Settle
from smes_panel.intake.example import example
from smes_panel.model.decision import LetterKind
from smes_panel.model.panel import Member, Role
from smes_panel.model.vacancy import Criterion, Stage
from smes_panel.model.words import Language
from smes_panel.paper.envelope import envelope_test_pdf

SCREENED, MET, CLOSED = date(2022, 6, 28), date(2022, 7, 5), date(2022, 7, 11)
"""The days of the shortlist, of the interviews and of the decision."""

PANEL = (
    ("Maude Jury", Role.CHAIR),
    ("Dries Comité", Role.MEMBER),
    ("Rachid Assesseur", Role.MEMBER),
    ("Sofia Lectrice", Role.MEMBER),
    ("Nora Secrétariat", Role.SECRETARY),
    ("Dominique Direction", Role.DIRECTOR),
)
SETTLED = {
    "reference": "CP-2022-06",
    "closes_at": "2022-06-20T23:59",
    "position.nl": "Projectmedewerker Connect (m/v/x)",
    "phone": "02 000 00 00",
    "erase_on": "2023-07-08",
    "feedback_by": "2022-09-30",
    "answer_by": "2022-07-20",
    "confirm_by": "2022-07-01",
    "reserve_until": "2023-12-31",
    "interview_address": "rue de la Maquette 1, 1000 Bruxelles",
    "interview_address.nl": "Maquettestraat 1, 1000 Brussel",
    "room": "salle A, premier étage",
    "room.nl": "zaal A, eerste verdieping",
    "lift": "yes",
    "bilingual": "yes",
    "work_address": "rue de la Maquette 1, 1000 Bruxelles",
    "work_address.nl": "Maquettestraat 1, 1000 Brussel",
    "sender.wordmark": "Smes",
    "sender.address": "rue de la Maquette 1, 1000 Bruxelles (adresse fictive)",
    "sender.address.nl": "Maquettestraat 1, 1000 Brussel (fictief adres)",
    "sender.place": "Bruxelles",
    "sender.place.nl": "Brussel",
    "sender.registered": (
        "Smes asbl · siège : rue de la Maquette 1, 1000 Bruxelles · n° d’entreprise 0000.000.000 · "
        "RPM Bruxelles, tribunal de l’entreprise francophone"
    ),
    "sender.registered.nl": (
        "Smes vzw · zetel: Maquettestraat 1, 1000 Brussel · ondernemingsnr. 0000.000.000 · "
        "RPR Brussel, Franstalige ondernemingsrechtbank"
    ),
    "sender.account": "IBAN BE00 0000 0000 0000",
}
"""What the posting leaves open and what letters say, as a person would settle it; the figures are plainly no real
ones.
"""


class Days:
    """The clock of the story: June and July 2022, a second later at each look, so that its journal reads as one."""

    def __init__(self) -> None:
        self._now = datetime(2022, 6, 1, 7, 0, tzinfo=UTC)

    def turn_to(self, day: date, hour: int) -> None:
        self._now = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def told(folder: Path, passphrase: str) -> Iterator[str]:
    """Carries the recruitment through in `folder`, which is there and empty; a line after each step that is done."""
    return (line for line in paced(folder, passphrase) if line)


LINES = 12
"""How many lines are told."""


def paced(folder: Path, passphrase: str) -> Iterator[str]:
    """The same, with an empty line wherever a step can be paused or stopped on the way."""
    clock = Days()
    with Dossier.create(folder / "connect.smes", passphrase, clock=clock) as dossier:
        yield from _begun(dossier)
        clock.turn_to(date(2022, 6, 21), 9)
        yield from _taken_in(dossier, folder)
        tables = folder / "tables"
        yield _decided(dossier, write(tables / "outcomes-1-admissibility.csv", admissibility(dossier)))
        clock.turn_to(date(2022, 6, 23), 8)
        yield from _rated(dossier, Stage.SCREENING, tables)
        clock.turn_to(SCREENED, 12)
        yield _decided(dossier, write(tables / "outcomes-2-screening.csv", after_screening(dossier)))
        yield from _printed(dossier, folder)
        yield _posted(dossier, folder, SCREENED, (LetterKind.INVITATION, LetterKind.REFUSAL_SCREENING))
        clock.turn_to(MET, 7)
        yield _decided(dossier, write(tables / "outcomes-3-withdrawal.csv", withdrawal(dossier)))
        yield from _rated(dossier, Stage.INTERVIEW, tables)
        clock.turn_to(CLOSED, 12)
        yield _decided(dossier, write(tables / "outcomes-4-interview.csv", after_interview(dossier)))
        yield _posted(dossier, folder, CLOSED, (LetterKind.OFFER, LetterKind.RESERVE, LetterKind.REFUSAL_INTERVIEW))
        write(tables / "applications.csv", applications(dossier))
        write(tables / "ratings.csv", ratings(dossier))
        for stage in Stage:
            write(tables / f"comparison-{stage}.csv", comparison(dossier, stage))
        yield f"{len(list(tables.iterdir()))} tables: {tables}"
    (folder / "LISEZMOI.txt").write_bytes(READ_ME.encode())


def _begun(dossier: Dossier) -> Iterator[str]:
    posting, criteria = example("connect")
    dossier.do(OpenVacancy(posting, criteria))
    dossier.do(Together(tuple(AddMember(name, role) for name, role in PANEL)))
    proposals = {key: said for criterion in criteria for key, said in _proposed(criterion)}
    dossier.do(Together(tuple(Settle(key, said) for key, said in (SETTLED | proposals).items())))
    yield f"{len(criteria)} criteria, {len(PANEL)} people on the panel, {len(SETTLED | proposals)} questions settled."


def _proposed(criterion: Criterion) -> Iterator[tuple[str, str]]:
    yield f"weight.{criterion.code}", f"{criterion.weight:g}"
    yield f"essential.{criterion.code}", "yes" if criterion.essential else "no"
    yield f"stages.{criterion.code}", " ".join(criterion.stages or tuple(Stage))


def _taken_in(dossier: Dossier, folder: Path) -> Iterator[str]:
    mails.write(folder / "applications")
    arrived = 0
    for _item in arrivals(dossier, [folder / "applications"]):
        arrived += 1
        yield ""
    yield f"{arrived} applications: {folder / 'applications'}"


def _rated(dossier: Dossier, stage: Stage, tables: Path) -> Iterator[str]:
    """Each member's ratings by way of a table, then their hand-in; the last one opens the stage."""
    read = dossier.read
    chosen = read.rated_applications(stage)
    for member in read.panel():
        if member.role.rates:
            name = member.name.split()[0].lower()
            table = tables / f"{stage}-{name}.csv"
            write(table, _opinions(dossier, member, stage))
            take_ratings(dossier, member, stage, table)
            dossier.do(HandIn(member, stage, chosen))
            yield ""
    yield f"{stage}: {len(read.progress(stage).handed_in)} grids handed in, then opened for everybody."


def _opinions(dossier: Dossier, member: Member, stage: Stage) -> list[list[str]]:
    read, keys = dossier.read, dossier.read.keys()
    people = {person.name: person for person in everybody()}
    names = {one.id: one.identity.name for one in read.applications()}
    rows = [["application", "criterion", "level", "comment"]]
    for one in read.rated_applications(stage):
        person = people[names[one]]
        for place, criterion in enumerate(read.rated_at(stage)):
            word = _opinion(person, member, stage, criterion.code, place)
            rows.append([keys[one], criterion.code, word, person.remark(stage, criterion.code, member.name)])
    return rows


def _opinion(person: Applicant, member: Member, stage: Stage, code: str, place: int) -> str:
    """What the file shows, as this member reads it: mostly the same, now and then a level off, rarely none."""
    shown = (person.screening if stage is Stage.SCREENING else person.interview)[place]
    lot = hashlib.sha256(f"{person.name}/{member.name}/{stage}/{code}".encode()).digest()[0]
    if shown == "-":
        return "na"
    if lot < 6:
        return "abstain" if lot < 2 else "na"
    step = -1 if lot < 45 else 1 if lot > 215 else 0
    return str(min(4, max(1, int(shown) + step)))


def _decided(dossier: Dossier, table: Path) -> str:
    outcomes, fields = take_outcomes(dossier, table)
    return f"outcomes: {outcomes}, letter fields: {fields} ({table})"


def _printed(dossier: Dossier, folder: Path) -> Iterator[str]:
    language = dossier.read.posting().language
    made = print_grids(dossier, folder / "grids", SCREENED, language)
    print_checklist(dossier, folder / "checklist.pdf", SCREENED, language)
    (folder / "enveloppe.pdf").write_bytes(envelope_test_pdf(Language.FR))
    yield f"{made} interview grids: {folder / 'grids'}"


def _posted(dossier: Dossier, folder: Path, day: date, kinds: tuple[LetterKind, ...]) -> str:
    made = 0
    for kind in kinds:
        printed, blocked = print_letters(dossier, kind, folder / "letters", day)
        if blocked:
            raise blocked[0]
        made += printed
    return f"{made} letters ({', '.join(kinds)}): {folder / 'letters'}"
