"""What is asked of whom: a criterion not asked leaves no gap, and is shown as such."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import GridSealed, Refused, UnknownName
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.asking import AskNot
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.criterion import AddCriterion
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.insight.comparison import compared
from smes_panel.model.assessment import RatingState
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from tests.core.panels import PASSPHRASE, begun, candidate, quick_keys, rated, screened

SCREENING = Stage.SCREENING


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def test_a_criterion_not_asked_leaves_no_gap_is_shown_as_such_and_cannot_be_rated(dossier: Dossier) -> None:
    first, _ = screened(dossier)
    anna, bram = dossier.read.panel()
    dossier.do(AskNot(anna, bram, "C02"))
    sheet = dossier.read.sheet(bram, first, SCREENING)
    assert (sheet.answers["C02"].state, sheet.gaps) == (RatingState.NOT_ASKED, ())
    assert [(one.answered, one.asked) for one in dossier.read.readings(bram, SCREENING)] == [(2, 2)] * 2
    assert [(one.answered, one.asked) for one in dossier.read.readings(anna, SCREENING)] == [(3, 3)] * 2
    states = {one.criterion: one.answer.state for one in dossier.read.ratings(bram)}
    assert states["C02"] is RatingState.NOT_ASKED
    with pytest.raises(Refused, match="C02 is not asked of Bram Voorbeeld"):
        dossier.do(Rate(bram, first, SCREENING, "C02", rated(4)))


def test_what_is_not_asked_counts_for_nothing_once_open(dossier: Dossier) -> None:
    ids = screened(dossier)
    anna, bram = dossier.read.panel()
    dossier.do(AskNot(anna, bram, "C02"))
    dossier.do(HandIn(bram, SCREENING, tuple(ids)))
    opened = dossier.read.opened(SCREENING)
    (one, _) = compared(opened.applications, opened.criteria, opened.ratings)
    assert (one.rated, one.asked, one.gaps["C02"]) == (5, 5, ())


def test_a_criterion_not_asked_takes_its_sub_criteria_with_it_and_one_half_leaves_the_other(dossier: Dossier) -> None:
    begun(dossier)
    for name in ("Français", "Néerlandais"):
        dossier.do(AddCriterion(Words(fr=name), parent="C02"))
    dossier.do(AddApplication(candidate(1)))
    dossier.do(FreezeChecklist())
    anna, bram = dossier.read.panel()
    dossier.do(AskNot(anna, bram, "C02b"))
    assert dossier.read.not_asked(bram) == {"C02b"}
    dossier.do(AskNot(anna, bram, "C02"))
    assert dossier.read.not_asked(bram) == {"C02", "C02a", "C02b"}
    dossier.do(AskNot(anna, bram, "C02", asked=True))
    assert dossier.read.not_asked(bram) == {"C02b"}
    assert dossier.read.not_asked(anna) == frozenset()


def test_the_matrix_is_settled_by_chair_or_secretary_and_until_that_member_hands_in(dossier: Dossier) -> None:
    ids = screened(dossier)
    anna, bram = dossier.read.panel()
    with pytest.raises(Refused, match="settled by the chair or the secretary"):
        dossier.do(AskNot(bram, anna, "C01"))
    with pytest.raises(UnknownName, match="no criterion C99"):
        dossier.do(AskNot(anna, bram, "C99"))
    with pytest.raises(GridSealed, match="Anna Modèle has handed in"):
        dossier.do(AskNot(anna, anna, "C01"))
    dossier.do(AskNot(anna, bram, "C01"))
    dossier.undo()
    assert dossier.read.not_asked(bram) == frozenset()
    dossier.do(HandIn(bram, SCREENING, tuple(ids[:1])))
    with pytest.raises(GridSealed, match="Bram Voorbeeld has handed in"):
        dossier.do(AskNot(anna, bram, "C01"))
