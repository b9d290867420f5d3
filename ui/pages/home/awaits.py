"""What an open dossier waits for, and how far it is: read from the dossier each time, kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from ui.widgets.shelf import Stop
from ui.wording import Tongue, lists
from ui.wording import frame as f
from ui.wording import home as w

if TYPE_CHECKING:
    from ui.session import Session


@dataclass(frozen=True, slots=True)
class Awaiting:
    """One thing to do: a picture, a title, a line, and the page where it is done."""

    picture: str
    title: str
    line: str
    page: str
    aside: str = ""


def awaiting(session: Session, tongue: Tongue) -> tuple[Awaiting, ...]:
    """What awaits the person at the screen, the nearest first."""
    read, found = session.read, list[Awaiting]()
    member = session.member
    for stage in Stage:
        progress = read.progress(stage)
        if not progress.expected:
            continue
        if progress.opened_at is not None:
            found.append(Awaiting("grid-3x3", tongue(w.OPENED[stage]), tongue(w.OPENED_LINE), "compare"))
            continue
        mine = [pair for pair in progress.expected if member is not None and pair[0] == member.name]
        left = [pair for pair in mine if pair not in progress.handed_in]
        if left:
            title = tongue.counted(w.TO_RATE[stage], len(left))
            line = tongue(w.HANDED_IN, n=len(mine) - len(left), m=len(mine))
            found.append(Awaiting("highlighter", title, line, "evaluate"))
        missing: dict[str, int] = {}
        for name, _key in progress.missing:
            if member is None or name != member.name:
                missing[name] = missing.get(name, 0) + 1
        if missing and progress.handed_in:
            names = ", ".join(f"{name} ({n})" for name, n in missing.items())
            n, m = len(progress.handed_in), len(progress.expected)
            line = tongue(w.WAITING_LINE, n=n, m=m, names=names)
            found.append(Awaiting("users", tongue(w.WAITING[stage]), line, "evaluate"))
    listing = read.listing()
    incomplete = listing.counts["incomplete"]
    waiting = sum(question.answer is None for question in read.open_questions())
    if not listing.total:
        found.append(Awaiting("inbox", tongue(w.NO_APPLICATIONS), tongue(w.NO_APPLICATIONS_LINE), "applications"))
    elif incomplete:
        title = tongue.counted(w.INCOMPLETE, incomplete)
        found.append(Awaiting("inbox", title, tongue(w.INCOMPLETE_LINE), "applications"))
    together = len(read.bundles(waiting=True))
    if together:
        line = tongue(lists.WAITING_LINE)
        found.append(Awaiting("mail", tongue.counted(lists.WAITING, together), line, "applications"))
    exceptions = sum(one.waits for one in read.exceptions())
    if exceptions:
        title = tongue.counted(w.EXCEPTIONS, exceptions)
        found.append(Awaiting("scale", title, tongue(w.EXCEPTIONS_LINE), "applications"))
    if waiting:
        title = tongue.counted(w.QUESTIONS, waiting)
        found.append(Awaiting("clipboard-list", title, tongue(w.QUESTIONS_LINE), "vacancy"))
    return tuple(found)


def way(session: Session, tongue: Tongue) -> tuple[Stop, ...]:
    """The way from the posting to the letters: what is done, where one is, what is ahead."""
    read = session.read
    decided = any(read.with_outcome(Stage.SCREENING, one) for one in (Outcome.INVITED, Outcome.NOT_SHORTLISTED))
    opened = read.opened_at(Stage.SCREENING) is not None
    frozen = read.vacancy().frozen_at is not None
    settled = frozen or all(question.answer is not None for question in read.open_questions())
    done = (settled, bool(read.keys()) and (frozen or opened), opened, decided, False)
    words = (f.VACANCY, f.APPLICATIONS, f.EVALUATE, f.COMPARE, f.LETTERS)
    here = done.index(False)
    said = {"done": w.DONE, "here": w.UNDER_WAY, "ahead": w.AHEAD}
    states = ["here" if at == here else "done" if past else "ahead" for at, past in enumerate(done)]
    return tuple(Stop(tongue(one), state, tongue(said[state])) for one, state in zip(words, states, strict=True))


def facts(session: Session, tongue: Tongue) -> str:
    """One line under the title: the reference, the criteria, the applications."""
    read = session.read
    parts = (
        read.vacancy().reference or "",
        tongue.counted(w.CRITERIA, len(read.criteria())),
        tongue.counted(w.APPLICATIONS, len(read.keys())),
    )
    return " · ".join(filter(None, parts))
