"""The states of an application: each gesture in each of them, through a real dossier; what is illegal is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import PanelError
from smes_panel.gestures.applications import AddApplication, Admit, Withdraw
from smes_panel.gestures.decision import Decide, TakeBackOutcome
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.application import DocumentKind
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from tests.core.panels import PASSPHRASE, begun, candidate, quick_keys, tables

S, I = Stage.SCREENING, Stage.INTERVIEW  # noqa: E741 - as the columns of the table below
Make = Callable[[str], Gesture]


def _invited(*then: Make) -> tuple[Make, ...]:
    return (lambda one: Decide(one, S, Outcome.INVITED), *then)


STATES: dict[str, tuple[str, tuple[Make, ...]]] = {
    "complete": ("complete", ()),
    "incomplete": ("incomplete", ()),
    "late": ("late", ()),
    "examined": ("late", (lambda one: Admit(one, examined=True, reason="r"),)),
    "withdrawn": ("complete", (Withdraw,)),
    "inadmissible": ("late", (lambda one: Admit(one, examined=False, reason="r"),)),
    "invited": ("complete", _invited()),
    "not_shortlisted": ("complete", (lambda one: Decide(one, S, Outcome.NOT_SHORTLISTED),)),
    "selected": ("complete", _invited(lambda one: Decide(one, I, Outcome.SELECTED))),
    "reserve": ("complete", _invited(lambda one: Decide(one, I, Outcome.RESERVE))),
    "not_selected": ("complete", _invited(lambda one: Decide(one, I, Outcome.NOT_SELECTED))),
    "withdrawn after invitation": ("complete", _invited(Withdraw)),
}
GESTURES: dict[str, Make] = {
    "examine": lambda one: Admit(one, examined=True, reason="r"),
    "set aside": lambda one: Admit(one, examined=False, reason="r"),
    "withdraw": Withdraw,
    "invite": lambda one: Decide(one, S, Outcome.INVITED),
    "refuse": lambda one: Decide(one, S, Outcome.NOT_SHORTLISTED),
    "select": lambda one: Decide(one, I, Outcome.SELECTED),
    "reserve": lambda one: Decide(one, I, Outcome.RESERVE),
    "not select": lambda one: Decide(one, I, Outcome.NOT_SELECTED),
    "reopen screening": lambda one: TakeBackOutcome(one, S),
    "reopen interview": lambda one: TakeBackOutcome(one, I),
}
LEADS_TO = """
state                      | examine         | set aside    | withdraw  | invite       | refuse          | select   | reserve | not select   | reopen screening | reopen interview
complete                   | complete        | inadmissible | withdrawn | invited      | not_shortlisted | -        | -       | -            | complete         | complete
incomplete                 | examined        | inadmissible | withdrawn | invited      | not_shortlisted | -        | -       | -            | no_letter        | no_letter
late                       | examined        | inadmissible | withdrawn | invited      | not_shortlisted | -        | -       | -            | late             | late
examined                   | examined        | inadmissible | withdrawn | invited      | not_shortlisted | -        | -       | -            | examined         | examined
withdrawn                  | complete        | -            | withdrawn | -            | -               | -        | -       | -            | complete         | withdrawn
inadmissible               | examined        | inadmissible | withdrawn | -            | -               | -        | -       | -            | late             | inadmissible
invited                    | invited         | inadmissible | withdrawn | invited      | not_shortlisted | selected | reserve | not_selected | complete         | invited
not_shortlisted            | not_shortlisted | inadmissible | withdrawn | invited      | not_shortlisted | -        | -       | -            | complete         | not_shortlisted
selected                   | selected        | -            | withdrawn | selected     | -               | selected | reserve | not_selected | -                | invited
reserve                    | reserve         | -            | withdrawn | reserve      | -               | selected | reserve | not_selected | -                | invited
not_selected               | not_selected    | -            | withdrawn | not_selected | -               | selected | reserve | not_selected | -                | invited
withdrawn after invitation | invited         | -            | withdrawn | withdrawn    | -               | -        | -       | -            | -                | invited
"""  # noqa: E501
"""Where each gesture leads from each state; a dash where it is refused."""


def table() -> dict[tuple[str, str], str]:
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in LEADS_TO.strip().splitlines()]
    return {(row[0], gesture): cell for row in rows for gesture, cell in zip(head[1:], row[1:], strict=True)}


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        begun(dossier)
        dossier.do(Settle("closes_at", "2022-06-02T12:02+00:00"))
        dossier.do(Settle("reserve_until", "2023-12-31"))
        for number in (1, 2, 3):
            incoming = candidate(number)
            (cv,) = incoming.documents
            letter = replace(cv, name="lettre.txt", kind=DocumentKind.LETTER, content=f"lettre {number}".encode())
            dossier.do(AddApplication(replace(incoming, documents=(cv,) if number == 2 else (cv, letter))))
        yield dossier


def test_the_table_has_every_state_and_every_gesture() -> None:
    assert list(table()) == [(state, gesture) for state in STATES for gesture in GESTURES]


@pytest.mark.parametrize("state", STATES)
def test_each_gesture_leads_where_the_table_says_or_is_refused_and_changes_nothing(
    dossier: Dossier, state: str
) -> None:
    begins, steps = STATES[state]
    one = list(dossier.read.keys())[("complete", "incomplete", "late").index(begins)]
    for step in steps:
        dossier.do(step(one))
    before, found = tables(dossier), {}
    for name, gesture in GESTURES.items():
        try:
            change = dossier.do(gesture(one))
        except PanelError:
            found[name] = "-"
        else:
            found[name] = dossier.read.application(dossier.read.keys()[one]).standing.value
            if change.rows:
                dossier.undo()
        assert tables(dossier) == before
    assert found == {gesture: leads for (of, gesture), leads in table().items() if of == state}
