"""A vacancy started from a former dossier: what of it holds for any recruitment, read without writing a byte there."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from smes_panel.dossier import file
from smes_panel.dossier.doors import Dossier
from smes_panel.engine import connect, disconnect, translated
from smes_panel.errors import Refused
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import OpenVacancy, Settle
from smes_panel.model.panel import Role
from smes_panel.model.settlement import SENDER_FACTS
from smes_panel.model.vacancy import Criterion, Posting
from smes_panel.queries import Queries
from smes_panel.schema import FOLD, STEPS

_OF_THE_HOUSE = (*(f"sender.{fact}" for fact in SENDER_FACTS), "phone", "contact_person", "director_name", "position")
"""What letters say that does not change with the recruitment; a day or a name of somebody who applied is not here."""

_NAMES_A_DAY = re.compile(r"\b20\d\d\b|\b\d{1,2}/\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Former:
    """What a former dossier gives to a new one. `members` are proposals: nobody is on a panel without being asked.

    Never an applicant, a rating, a date, a decision, a line of the journal or a key.
    """

    posting: Posting
    criteria: tuple[Criterion, ...]
    answers: tuple[tuple[str, str], ...] = ()
    members: tuple[tuple[str, Role], ...] = ()


def taken_over(path: Path, passphrase: str) -> Former:
    """What the dossier at `path` gives to a new one; the file stays byte for byte as it was.

    Raises one PanelError per thing that can be the matter with it.
    """
    db = connect(path, passphrase)
    try:
        with translated(path):
            file.readable(db, path)
            if file.number(db, "fold", path) == FOLD and not file.pending(db, STEPS):
                return _given(Queries(db, path), path)
            # Written by an older version: it is brought up to date in a copy that nobody keeps.
            with tempfile.TemporaryDirectory(prefix="smes-panel-", ignore_cleanup_errors=True) as folder:
                copy = Path(folder) / path.name
                file.copy(db, copy)
                with Dossier.open(copy, passphrase, home=Path(folder)) as dossier:
                    return _given(dossier.read, path)
    finally:
        disconnect(db)


def begun(
    path: Path,
    passphrase: str,
    posting: Posting,
    criteria: tuple[Criterion, ...],
    answers: tuple[tuple[str, str], ...] = (),
    members: tuple[tuple[str, Role], ...] = (),
) -> Dossier:
    """A new dossier with its vacancy in it, open; or no dossier at all."""
    dossier = Dossier.create(path, passphrase)
    try:
        dossier.do(OpenVacancy(posting, criteria))
        for gestures in (
            tuple(Settle(question, answer) for question, answer in answers),
            tuple(AddMember(name, role) for name, role in members),
        ):
            if gestures:
                dossier.do(Together(gestures))
    except BaseException:
        # A full disk, Ctrl+C: no dossier rather than one without its vacancy.
        dossier.close()
        path.unlink(missing_ok=True)
        raise
    return dossier


def _given(read: Queries, path: Path) -> Former:
    posting, answers = read.posting(), read.answers()
    if not posting.text and not read.criteria():
        raise Refused(f"{path.name} has no vacancy to start from. Nothing was made.")
    return Former(
        posting=replace(
            posting,
            reference=None,
            ends_on=None,
            starts=None,
            deadline=None,
            closes_at=None,
            conditions=tuple(one for one in posting.conditions if not _NAMES_A_DAY.search(one)),
        ),
        criteria=read.criteria(),
        answers=tuple(
            (question, settled.value)
            for question, settled in answers.items()
            if re.sub(r"\.(?:fr|nl)$", "", question) in _OF_THE_HOUSE
        ),
        members=tuple((member.name, member.role) for member in read.panel()),
    )
