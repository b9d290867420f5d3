"""What stands on the page while there is nothing to rate: who is missing, what comes next, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from smes_panel.model.vacancy import Stage
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.wording import Tongue
from ui.wording import evaluate as w
from ui.wording import frame as f

if TYPE_CHECKING:
    from smes_panel.queries import Queries

Act = Callable[[], object]


def _button(words: str, act: Act, *, main: bool = True) -> Button:
    button = Button(words, "primary" if main else "plain")
    button.clicked.connect(act)
    return button


def nobody(tongue: Tongue, choose: Act) -> Empty:
    """No member is at the screen."""
    go = _button(tongue(w.CHOOSE_MEMBER), choose)
    return Empty("users", tongue(w.NOBODY), tongue(w.NOBODY_SENTENCE), (go,))


def no_panel(tongue: Tongue) -> Empty:
    return Empty("users", tongue(w.NO_PANEL), tongue(w.NO_PANEL_SENTENCE))


def no_criteria(tongue: Tongue, go: Act) -> Empty:
    act = _button(tongue(f.VACANCY), go)
    return Empty("clipboard-list", tongue(w.NO_CRITERIA), tongue(w.NO_CRITERIA_SENTENCE), (act,))


def nothing(tongue: Tongue, stage: Stage, go: Act) -> Empty:
    act = _button(tongue(f.APPLICATIONS), go)
    return Empty("inbox", tongue(w.NOTHING), tongue(w.NOTHING_SENTENCE[stage]), (act,))


def start(tongue: Tongue, begin: Act, review: Act) -> Empty:
    """Nobody has opened a document yet: what the first opening does is said before it is done."""
    acts = (_button(tongue(w.START_READING), begin), _button(tongue(w.REVIEW_CRITERIA), review, main=False))
    return Empty("highlighter", tongue(w.START), tongue(w.START_SENTENCE), acts)


def all_done(tongue: Tongue, read: Queries, stage: Stage, count: int, reread: Act, compare: Act) -> Empty:
    """All of mine are handed in: who is still missing, by name and number, never what they think."""
    progress = read.progress(stage)
    title = tongue.counted(w.ALL_DONE, count)
    again = _button(tongue(w.REREAD), reread, main=False)
    if progress.opened_at is not None:
        return Empty("circle-check", title, tongue(w.ALL_IN), (_button(tongue(f.COMPARE), compare), again))
    waiting: dict[str, int] = {}
    for name, _key in progress.missing:
        waiting[name] = waiting.get(name, 0) + 1
    named = [tongue(w.WAITS, name=name, n=n) for name, n in waiting.items()]
    names = named[-1] if named else ""
    if len(named) > 1:
        names = tongue(w.AND, first=", ".join(named[:-1]), last=named[-1])
    return Empty("circle-check", title, tongue(w.STILL_MISSING, names=names), (again,))
