"""The recruitments that are measured on, fictitious, and the bare file that they are measured beside."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from smes_panel.dossier import Dossier
from smes_panel.engine import connect
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist, OpenVacancy, Settle
from smes_panel.intake.example import example
from smes_panel.model.application import DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Criterion, Stage

PASSPHRASE = "une phrase de mesure"


def begun(folder: Path, applications: int, members: int, name: str = "dossier.smes") -> Dossier:
    """An open dossier on the ready example, frozen, all 14 criteria at screening, with applications and a panel."""
    posting, criteria = example("connect")
    dossier = Dossier.create(folder / name, PASSPHRASE, home=folder / "laptop")
    checklist = tuple(Criterion(criterion.code, criterion.wording, criterion.label) for criterion in criteria)
    dossier.do(OpenVacancy(posting, checklist))
    for number in range(members):
        dossier.do(AddMember(f"Membre Modèle {number + 1}", Role.MEMBER if number else Role.CHAIR))
    for number in range(applications):
        dossier.do(AddApplication(_application(number)))
    dossier.do(FreezeChecklist())
    return dossier


def listed(
    folder: Path, applications: int, name: str = "dossier.smes", text: Callable[[int], str] | None = None
) -> Path:
    """A closed dossier on the ready example with very many applications and nothing else; `text` gives each its CV."""
    with Dossier.create(folder / name, PASSPHRASE, home=folder / "laptop") as dossier:
        dossier.do(OpenVacancy(*example("connect")))
        dossier.do(Settle("closes_at", "2022-06-20T23:59"))
        for start in range(0, applications, 500):
            some = range(start, min(start + 500, applications))
            dossier.do(Together(tuple(AddApplication(_application(number, text)) for number in some)))
    return folder / name


def _application(number: int, text: Callable[[int], str] | None = None) -> IncomingApplication:
    said = text(number) if text else f"Curriculum fictif de la candidate {number}, coordination de réseau."
    document = IncomingDocument("cv.txt", DocumentKind.CV, "text/plain", said.encode(), said)
    return IncomingApplication(
        hashlib.sha256(f"mail {number}".encode()).hexdigest(),
        f"mail-{number}.eml",
        datetime(2022, 6, 14, 9, number % 60, tzinfo=UTC),
        Identity(f"Candidate Modèle {number}", f"candidate{number}@exemple.invalid"),
        "Candidature",
        (document,),
    )


def ratings(dossier: Dossier, member: int) -> tuple[Rate, ...]:
    """This member's answer on every criterion of every application, drawn the same each time."""
    draw = random.Random(member)
    who = dossier.read.panel()[member]
    return tuple(
        Rate(who, one, Stage.SCREENING, criterion.code, Answer(RatingState.RATED, draw.randint(1, 4)))
        for one in dossier.read.rated_applications(Stage.SCREENING)
        for criterion in dossier.read.rated_at(Stage.SCREENING)
    )


def opened(folder: Path, applications: int, members: int) -> Dossier:
    """The same with every grid rated, handed in and so open."""
    dossier = begun(folder, applications, members)
    everybody = dossier.read.rated_applications(Stage.SCREENING)
    for member, who in enumerate(dossier.read.panel()):
        dossier.do(Together(ratings(dossier, member)))
        dossier.do(HandIn(who, Stage.SCREENING, everybody))
    return dossier


def bare(path: Path) -> Any:
    """A connection to a SQLCipher file of the dossier's own settings and nothing else in it: rows, and mails."""
    connection = connect(path, PASSPHRASE, create=True).conn
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value TEXT) STRICT")
    connection.execute("CREATE TABLE mail (sha256 TEXT PRIMARY KEY, bytes BLOB) STRICT, WITHOUT ROWID")
    return connection


def commit(connection: Any, sql: str, *values: object) -> None:
    """One statement in a transaction of its own."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(sql, values)
    connection.execute("COMMIT")
