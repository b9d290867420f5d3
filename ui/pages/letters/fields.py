"""What stands in the fields of one person's letter, and what holds where nothing was typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from smes_panel import prints
from smes_panel.errors import LetterBlocked
from smes_panel.model.decision import LETTER_FOR
from smes_panel.model.letter import OF_THE_INTERVIEW, letter_language
from smes_panel.model.placeholder import Value
from smes_panel.model.template import wanted
from smes_panel.model.vacancy import Stage
from smes_panel.paper.template import in_force
from smes_panel.prints import Correspondence
from ui.pages.letters.person import Value as Shown
from ui.wording import Tongue, dates
from ui.wording import letters as w

if TYPE_CHECKING:
    from ui.session import Session


_LONGEST = 22


def kept_at(session: Session, one: Correspondence, name: str) -> Stage:
    """The stage at which a field of this letter is kept: that of its outcome, else where it was typed before."""
    if name in OF_THE_INTERVIEW or one.kind is None:
        return Stage.SCREENING
    if one.kind in LETTER_FOR:
        return LETTER_FOR[one.kind][0]
    later = session.read.decided(one.application.id, Stage.INTERVIEW).fields
    return Stage.INTERVIEW if name in later else Stage.SCREENING


def fields(session: Session, tongue: Tongue, one: Correspondence, dated: date) -> dict[str, Shown]:
    """All that this letter can say, in the order of its text; nothing where it has none."""
    if one.kind is None:
        return {}
    read, language = session.read, letter_language(one.application.identity.language)
    facts = prints.facts_of(session, one.kind, one.application, dated)
    try:
        asked = wanted(in_force(facts))
    except LetterBlocked:
        return {}
    typed = {stage: read.decided(one.application.id, stage).fields for stage in Stage}
    answers = read.answers()
    found = {}
    for placeholder in asked:
        name = placeholder.name
        if name == "name":
            continue
        said = typed[kept_at(session, one, name)].get(name, "")
        answer = answers.get(f"{name}.{language}") or answers.get(name)
        if not said and answer is not None and name not in OF_THE_INTERVIEW[:2]:
            said = answer.value
        hint = _spelled(tongue, facts.values.get(name))
        sample = tongue(w.FOR_EXAMPLE, sample=_short(placeholder.sample.said(language)))
        found[name] = Shown(said, hint or sample)
    return found


def _short(sample: str) -> str:
    """As much of a sample as a field has room for; its help has all of it."""
    return sample if len(sample) <= _LONGEST else f"{sample[:_LONGEST].rsplit(' ', 1)[0]}…"


def _spelled(tongue: Tongue, value: Value | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return dates.day(tongue, value)
        case tuple():
            return "; ".join(value)
        case "soon":
            return tongue(w.SOON)
    return f"{value:g}" if isinstance(value, float) else str(value)
