"""After the opening: a correction stands beside the first version, and the panel's rating beside the members'."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median_low

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smes_panel.dossier import Dossier
from smes_panel.errors import GridSealed, Refused
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.assessment import HandIn, OpenGrids, Rate
from smes_panel.gestures.conflict import DeclareConflict
from smes_panel.gestures.revision import AgreeOn, Correct
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Consensus
from tests.core.panels import PASSPHRASE, begun, candidate, quick_folder, quick_keys, rated, screened, tables

SCREENING = Stage.SCREENING


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def opened(dossier: Dossier) -> list[str]:
    ids = screened(dossier)
    dossier.do(HandIn(dossier.read.panel()[1], SCREENING, tuple(ids)))
    return ids


def test_a_correction_is_a_dated_second_version_beside_the_first_which_goes_on_counting(dossier: Dossier) -> None:
    first, _ = opened(dossier)
    bram = dossier.read.panel()[1]
    before = dossier.read.opened(SCREENING)
    dossier.do(Correct(bram, first, SCREENING, "C01", rated(4, "mieux lu"), "la lettre le montre"))
    dossier.do(Correct(bram, first, SCREENING, "C01", rated(3), "à la réflexion"))
    assert dossier.read.opened(SCREENING) == before
    one, two = dossier.read.corrections(SCREENING)
    assert (one.rating.application, one.rating.member, one.rating.criterion) == ("K-01", "Bram Voorbeeld", "C01")
    assert (one.first.level, one.rating.answer.level, one.reason) == (1, 4, "la lettre le montre")
    assert (two.first.level, two.rating.answer.level, two.reason) == (1, 3, "à la réflexion")
    assert one.at is not None
    assert two.at is not None
    assert one.at < two.at
    assert not isinstance(dossier.undoable, Correct)


def test_before_the_opening_one_changes_ones_own_rating_itself(dossier: Dossier) -> None:
    first, _ = screened(dossier)
    bram = dossier.read.panel()[1]
    with pytest.raises(GridSealed, match="not open yet: until then"):
        dossier.do(Correct(bram, first, SCREENING, "C01", rated(4), "une raison"))
    with pytest.raises(GridSealed, match="not open yet: until then"):
        dossier.do(AgreeOn(first, SCREENING, "C01", 1))
    for ask in (dossier.read.corrections, dossier.read.consensus):
        with pytest.raises(GridSealed, match="not open yet"):
            ask(SCREENING)
    with pytest.raises(GridSealed):
        dossier.read.median(first, SCREENING, "C01")


def test_a_correction_needs_a_first_version_a_reason_and_an_answer(dossier: Dossier) -> None:
    ids = screened(dossier)
    anna, bram = dossier.read.panel()
    dossier.do(OpenGrids(SCREENING, "une absence", anna))
    with pytest.raises(Refused, match="Bram Voorbeeld has no opened rating here"):
        dossier.do(Correct(bram, ids[0], SCREENING, "C01", rated(4), "une raison"))
    with pytest.raises(Refused, match="needs a reason"):
        dossier.do(Correct(anna, ids[0], SCREENING, "C01", rated(4), " "))
    for state in (RatingState.NOT_RATED, RatingState.RECUSED, RatingState.NOT_ASKED):
        with pytest.raises(Refused, match="A correction gives a level"):
            dossier.do(Correct(anna, ids[0], SCREENING, "C01", Answer(state), "une raison"))
    dossier.do(DeclareConflict(anna, ids[0], "une parenté"))
    with pytest.raises(Refused, match="K-01 is closed"):
        dossier.do(Correct(anna, ids[0], SCREENING, "C01", rated(4), "une raison"))


def test_a_correction_leaves_with_a_late_conflict_of_its_author_and_is_not_told_to_a_recused_reader(
    dossier: Dossier,
) -> None:
    first, _ = opened(dossier)
    anna, bram = dossier.read.panel()
    dossier.do(Correct(bram, first, SCREENING, "C01", rated(4), "une raison"))
    dossier.do(AgreeOn(first, SCREENING, "C01", 1))
    dossier.do(DeclareConflict(anna, first, "une parenté"))
    assert len(dossier.read.corrections(SCREENING)) == 1
    assert (dossier.read.corrections(SCREENING, anna), dossier.read.consensus(SCREENING, anna)) == ((), {})
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    assert dossier.read.corrections(SCREENING) == ()


def test_the_panel_starts_from_the_median_and_any_move_says_why(dossier: Dossier) -> None:
    first, _ = opened(dossier)
    before = {row: cells for row, cells in tables(dossier).items() if row[0] in ("rating", "grid", "draft")}
    assert dossier.read.median(first, SCREENING, "C02") == 2
    dossier.do(AgreeOn(first, SCREENING, "C02", 2))
    with pytest.raises(Refused, match="moves to 3 where the median is 2"):
        dossier.do(AgreeOn(first, SCREENING, "C02", 3, " "))
    dossier.do(AgreeOn(first, SCREENING, "C02", 3, "la lettre cite deux réunions"))
    (one,) = dossier.read.consensus(SCREENING).values()
    assert (one.level, one.median, one.sentence) == (3, 2, "la lettre cite deux réunions")
    dossier.do(AgreeOn(first, SCREENING, "C02", None))
    assert dossier.read.consensus(SCREENING) == {}
    dossier.undo()
    assert dossier.read.consensus(SCREENING) == {("K-01", "C02"): one}
    assert {row: c for row, c in tables(dossier).items() if row[0] in ("rating", "grid", "draft")} == before


answers = st.sampled_from([Answer(RatingState.RATED, n) for n in (1, 2, 3, 4)] + [Answer(RatingState.ABSTAINED)])


@settings(max_examples=10, deadline=None)
@given(answers, answers, st.integers(1, 4), st.booleans())
def test_a_move_needs_its_sentence_exactly_where_it_is_one(anna: Answer, bram: Answer, level: int, says: bool) -> None:
    with (
        quick_keys(),
        quick_folder() as folder,
        Dossier.create(folder / "a.smes", PASSPHRASE, home=folder / "h") as one,
    ):
        begun(one)
        one.do(AddApplication(candidate(1)))
        one.do(FreezeChecklist())
        (application,) = one.read.keys()
        for member, answer in zip(one.read.panel(), (anna, bram), strict=True):
            one.do(Rate(member, application, SCREENING, "C01", answer))
            one.do(HandIn(member, SCREENING, (application,)))
        levels = [given.level for given in (anna, bram) if given.level is not None]
        median = median_low(levels) if levels else None
        assert one.read.median(application, SCREENING, "C01") == median
        gesture = AgreeOn(application, SCREENING, "C01", level, "une phrase" if says else "")
        if level == median or says:
            one.do(gesture)
            told: Consensus = one.read.consensus(SCREENING)["K-01", "C01"]
            assert (told.level, told.median) == (level, median)
        else:
            with pytest.raises(Refused, match="say why in one sentence"):
                one.do(gesture)


def test_only_the_chair_opens_without_a_missing_grid_and_it_is_recorded_who_did(dossier: Dossier) -> None:
    screened(dossier)
    anna, bram = dossier.read.panel()
    for by in (None, bram):
        with pytest.raises(Refused, match="Only the chair opens without a missing grid"):
            dossier.do(OpenGrids(SCREENING, "une absence", by))
    assert dossier.read.opened_at(SCREENING) is None
    dossier.do(OpenGrids(SCREENING, "une absence", anna))
    assert [row["by"] for (table, _), row in tables(dossier).items() if table == "opened"] == [anna.id]
