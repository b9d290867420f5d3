"""What is a member's alone: the history of one's ratings, private notes, the exercise before the first real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel import paths
from smes_panel.dossier import Dossier
from smes_panel.errors import GridSealed, Refused
from smes_panel.gestures.applications import AddApplication, Erase
from smes_panel.gestures.asking import ReadBlind
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.conflict import DeclareConflict
from smes_panel.gestures.criterion import EditCriterion
from smes_panel.gestures.own import Calibrate, Jot
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.insight.drift import drift
from smes_panel.model.assessment import Answer
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from tests.core.panels import PASSPHRASE, Clock, begun, candidate, quick_keys, rated, screened, tables

SCREENING = Stage.SCREENING


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    path, home = tmp_path / "panel.smes", tmp_path / "home"
    with quick_keys(), Dossier.create(path, PASSPHRASE, home=home, clock=Clock()) as dossier:
        yield dossier


def test_ones_own_history_tells_each_version_with_its_moment(dossier: Dossier) -> None:
    first, _ = screened(dossier)
    bram = dossier.read.panel()[1]
    dossier.do(Rate(bram, first, SCREENING, "C01", rated(3, "relu")))
    dossier.do(Rate(bram, first, SCREENING, "C01", Answer()))
    dossier.undo()
    told = dossier.versions(bram, first, SCREENING, "C01")
    assert [(one.gesture, one.answer) for one in told] == [
        ("Rate", rated(1)), ("Rate", rated(3, "relu")), ("Rate", None), ("Undo", rated(3, "relu")),
    ]  # fmt: skip
    assert [one.at for one in told] == sorted(one.at for one in told)
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    assert dossier.versions(bram, first, SCREENING, "C01") == told
    dossier.do(Erase(first))
    assert dossier.versions(bram, first, SCREENING, "C01") == ()


def test_private_notes_are_ones_own_never_travel_and_go_with_the_applicant(dossier: Dossier) -> None:
    first, second = screened(dossier)
    anna, bram = dossier.read.panel()
    before = dossier.outgoing()
    dossier.do(Jot(bram, first, "canari : à rappeler"))
    dossier.do(Jot(bram, second, "autre"))
    assert dossier.outgoing() == before
    assert dossier.read.scratchpad(bram, first) == "canari : à rappeler"
    assert dossier.read.scratchpad(anna, first) == ""
    for reader in (None, anna, bram):
        assert dossier.read.found("canari", reader) == frozenset()
    dossier.do(Jot(bram, second, " "))
    assert dossier.read.scratchpad(bram, second) == ""
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    assert dossier.read.scratchpad(bram, first) == ""
    with pytest.raises(Refused, match="K-01 is closed"):
        dossier.do(Jot(bram, first, "encore"))
    dossier.do(Erase(first))
    assert dossier._store.rows("scratchpad") == {}


def test_the_exercise_counts_nowhere_and_comes_before_the_first_grid(dossier: Dossier) -> None:
    ids = screened(dossier)
    bram = dossier.read.panel()[1]
    before = {row: cells for row, cells in tables(dossier).items() if row[0] != "calibration"}
    said = dossier.read.ratings(bram)
    travels = dossier.outgoing()
    for place, code in enumerate(("C01", "C02", "C03"), start=1):
        assert not dossier.read.is_calibrated(bram, SCREENING)
        dossier.do(Calibrate(bram, SCREENING, code, rated(place)))
    assert dossier.read.is_calibrated(bram, SCREENING)
    assert {code: one.level for code, one in dossier.read.calibration(bram, SCREENING).items()} == {
        "C01": 1, "C02": 2, "C03": 3,
    }  # fmt: skip
    assert dossier.read.calibration(dossier.read.panel()[0], SCREENING) == {}
    assert dossier.read.ratings(bram) == said
    assert dossier.outgoing() == travels
    assert {row: cells for row, cells in tables(dossier).items() if row[0] != "calibration"} == before
    dossier.do(HandIn(bram, SCREENING, tuple(ids[:1])))
    with pytest.raises(GridSealed, match="calibration comes before"):
        dossier.do(Calibrate(bram, SCREENING, "C01", rated(4)))


def test_a_grid_carries_the_version_of_the_anchors_it_was_rated_against(dossier: Dossier) -> None:
    first, second = screened(dossier)
    bram = dossier.read.panel()[1]
    was = dossier.read.anchors_version(SCREENING)
    dossier.do(HandIn(bram, SCREENING, (first,)))
    anchors = {SCREENING: {4: Words(fr="Anime des réunions à six")}}
    dossier.do(EditCriterion("C03", anchors=anchors, reason="après l’exercice"))
    now = dossier.read.anchors_version(SCREENING)
    assert was != now
    dossier.do(HandIn(bram, SCREENING, (second,)))
    assert dossier.read.anchors_read(SCREENING) == {
        ("Anna Modèle", "K-01"): was,
        ("Anna Modèle", "K-02"): was,
        ("Bram Voorbeeld", "K-01"): was,
        ("Bram Voorbeeld", "K-02"): now,
    }


def test_the_levels_for_the_hint_are_ones_own_in_ones_own_order(dossier: Dossier) -> None:
    screened(dossier, 9)
    bram = dossier.read.panel()[1]
    order = dossier.read.reading_order(bram, SCREENING)
    for place, application in enumerate(order):
        for code in ("C01", "C02", "C03"):
            dossier.do(Rate(bram, application, SCREENING, code, rated(4 if place < 3 else 2)))
    levels = dossier.read.levels_in_order(bram, SCREENING)
    assert levels == ((4, 4, 4),) * 3 + ((2, 2, 2),) * 6
    told = drift(levels)
    assert told is not None
    assert (told.first, told.last, told.files, told.notable) == (4.0, 2.0, 3, True)


def named(dossier: Dossier) -> tuple[str, ...]:
    """Two applications, of people who have no part of a name in common."""
    begun(dossier)
    for number, name in enumerate(("Yasmina Modèle", "Zoé Fictive"), start=1):
        dossier.do(AddApplication(candidate(number, name=name)))
    dossier.do(FreezeChecklist())
    return tuple(dossier.read.keys())


def test_ones_notes_as_the_person_would_read_them_name_nobody_else(dossier: Dossier) -> None:
    first, _ = named(dossier)
    bram = dossier.read.panel()[1]
    dossier.do(Rate(bram, first, SCREENING, "C01", rated(3, "Vu avec Anna, mieux que Zoé Fictive.")))
    dossier.do(Jot(bram, first, "Yasmina Modèle : à rappeler"))
    told = dossier.read.notes_given(bram, first)
    assert (told.application, told.role, told.covered) == ("K-01", bram.role, True)
    assert [(one.criterion.code, one.answer.comment) for one in told.notes] == [
        ("C01", "Vu avec ████, mieux que ███ ███████.")
    ]
    assert told.scratchpad == "Yasmina Modèle : à rappeler"
    dossier.do(DeclareConflict(bram, first, "une parenté"))
    with pytest.raises(Refused, match="K-01 is closed"):
        dossier.read.notes_given(bram, first)


@pytest.mark.parametrize(("until", "told"), [(Stage.INTERVIEW, "Zoé Fictive"), (None, "███ ███████")])
def test_what_is_covered_of_a_note_tells_no_name_to_who_reads_without_names(
    dossier: Dossier, until: Stage | None, told: str
) -> None:
    first, _ = named(dossier)
    anna, bram = dossier.read.panel()
    dossier.do(ReadBlind(anna, until))
    dossier.do(Jot(bram, first, "Zoé Fictive"))
    assert dossier.read.notes_given(bram, first).scratchpad == told


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_fictitious_candidate_says_so_in_its_first_line(language: str) -> None:
    text = (paths.resources() / "calibration" / f"{language}.txt").read_text(encoding="utf-8")
    assert text.split("\n", 1)[0].startswith(("CANDIDATURE FICTIVE", "FICTIEVE KANDIDATUUR"))
    assert ".invalid" in text


def test_who_sits_down_next_takes_back_what_is_the_panel_s_and_nothing_that_is_the_one_before_s_own(
    dossier: Dossier,
) -> None:
    begun(dossier)
    dossier.do(AddApplication(candidate(1)))
    dossier.do(FreezeChecklist())
    (one,) = dossier.read.keys()
    anna = dossier.read.panel()[0]
    public = AddMember("Dirk Voorbeeld", Role.MEMBER)
    dossier.do(public)
    for gesture in (Rate(anna, one, SCREENING, "C01", rated(4)), Jot(anna, one, "une idée")):
        dossier.do(gesture)
    dossier.undo()
    dossier.rise()
    assert (dossier.undoable, dossier.redoable) == (public, None)
    assert dossier.read.sheet(anna, one, SCREENING).answers["C01"].level == 4
