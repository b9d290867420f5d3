"""What can be printed: each sort with the people, members and language it is for, and the prints that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from smes_panel import prints
from smes_panel.errors import PanelError
from smes_panel.insight.comparison import compared
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, Words
from smes_panel.paper.comparison import comparison_pdf
from smes_panel.paper.envelope import envelope_test_pdf
from smes_panel.paper.facts import comparison_facts
from smes_panel.prints import Print
from ui.wording import printing as w

if TYPE_CHECKING:
    from ui.session import Session
    from ui.wording import Tongue

SORTS = ("letters", "grids", "checklist", "comparison", "envelope")
LANGUAGES = (None, Language.FR, Language.NL, Language.EN)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who can be ticked: `key` is how the prints know them."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. `people` are keys (K-01), `members` ids."""

    sort: str
    people: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    language: Language | None = None
    stage: Stage = Stage.SCREENING


def people(session: Session, sort: str, dated: date, stage: Stage) -> tuple[Named, ...]:
    """For whom there is something of this sort."""
    if sort == "letters":
        found = prints.correspondence(session, stage, dated)
        return tuple(Named(one.application.key, one.application.identity.name) for one in found if one.ready)
    if sort == "grids":
        read = session.read
        invited = set(read.with_outcome(Stage.SCREENING, Outcome.INVITED))
        return tuple(Named(one.key, one.identity.name) for one in read.applications() if one.id in invited)
    return ()


def members(session: Session) -> tuple[Named, ...]:
    """Who has a grid."""
    return tuple(Named(one.id, one.name) for one in session.read.panel() if one.role.rates)


def lacking(session: Session, wish: Wish, there: Sequence[Named]) -> Words | None:
    """Why nothing can be printed, if so."""
    match wish.sort:
        case "letters" if not there:
            return w.NO_LETTER
        case "grids" if not there:
            return w.NOBODY_INVITED
        case "grids" if not members(session):
            return w.NO_RATER
        case "letters" | "grids" if not wish.people or (wish.sort == "grids" and not wish.members):
            return w.NOBODY_CHOSEN
        case "comparison" if session.read.opened_at(wish.stage) is None:
            return w.NOT_OPEN
    return None


def chosen(session: Session, wish: Wish, tongue: Tongue, dated: date) -> tuple[Print, ...]:
    """The prints asked for."""
    language = wish.language or tongue.language
    match wish.sort:
        case "letters":
            found: list[Print] = []
            kinds = {one.application.key: one.kind for one in prints.correspondence(session, wish.stage, dated)}
            for key in wish.people:
                if (kind := kinds.get(key)) is not None:
                    found += prints.letters(session, kind, dated, (key,))
            return tuple(found)
        case "grids":
            return prints.grids(session, dated, wish.language, wish.people, frozenset(wish.members))
        case "checklist":
            return (prints.checklist(session, dated, language),)
        case "comparison":
            return (_comparison(session, wish.stage, language),)
    return (Print("enveloppe.pdf", partial(envelope_test_pdf, language)),)


def _comparison(session: Session, stage: Stage, language: Language) -> Print:
    read = session.read
    answer, keys = read.opened(stage), read.keys()
    facts = comparison_facts(
        prints.recruitment(session),
        answer,
        compared(answer.applications, answer.criteria, answer.ratings),
        names={one.key: one.identity.name for one in read.applications()},
        outcomes={keys[one]: outcome for outcome in Outcome for one in read.with_outcome(stage, outcome)},
        language=language,
        seen_at=datetime.now(UTC),
        consensus=read.consensus(stage),
        corrections=read.corrections(stage),
    )
    return Print(f"comparison-{stage}.pdf", partial(comparison_pdf, facts))


def content_of(one: Print) -> bytes | PanelError:
    """A print made, or why it cannot be."""
    try:
        return one.make()
    except PanelError as refusal:
        return refusal
