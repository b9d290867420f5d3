"""The checklist as the panel works on it: reworded, added to, detailed, moved; after the freeze with a dated reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, PanelError, Refused, UnknownName
from smes_panel.gestures.criterion import AddCriterion, EditCriterion, MoveCriterion, NestCriterion, RemoveCriterion
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.vacancy import FreezeChecklist, Settle
from smes_panel.insight.linter import remarks
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from smes_panel.queries import Queries
from smes_panel.store import Pen
from tests.core.panels import PASSPHRASE, Clock, begun, quick_keys


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with (
        quick_keys(),
        Dossier.create(tmp_path / "panel.smes", PASSPHRASE, clock=Clock(), home=tmp_path / "home") as dossier,
    ):
        begun(dossier)
        yield dossier


def codes(dossier: Dossier) -> list[str]:
    return [criterion.code for criterion in dossier.read.criteria()]


def test_an_anchor_leaves_those_of_other_levels_and_stages(dossier: Dossier) -> None:
    dossier.do(EditCriterion("C01", anchors={Stage.SCREENING: {1: Words("rien"), 4: Words("tout")}}))
    dossier.do(EditCriterion("C01", anchors={Stage.SCREENING: {4: Words()}, Stage.INTERVIEW: {2: Words("un peu")}}))
    assert dossier.read.criterion("C01").anchors == {
        Stage.SCREENING: {1: Words("rien")},
        Stage.INTERVIEW: {2: Words("un peu")},
    }


def test_words_lose_their_line_breaks_and_keep_their_no_break_spaces(dossier: Dossier) -> None:
    dossier.do(EditCriterion("C01", name=Words("  Tenir\nun agenda\u00a0: lequel\u00a0?\t")))
    assert dossier.read.criterion("C01").label.fr == "Tenir un agenda\u00a0: lequel\u00a0?"


def test_the_same_words_again_are_no_gesture(dossier: Dossier) -> None:
    dossier.do(EditCriterion("C01", name=Words("Agenda")))
    change = dossier.do(EditCriterion("C01", name=Words(" Agenda ")))
    assert not change


def test_sub_criteria_stand_under_their_parent_wherever_it_moves(dossier: Dossier) -> None:
    dossier.do(Settle("essential.C02", "oui"))
    dossier.do(AddCriterion(Words("Clarté"), parent="C02"))
    dossier.do(AddCriterion(Words("Concision"), parent="C02"))
    dossier.do(MoveCriterion("C02", "C01"))
    assert codes(dossier) == ["C02", "C02a", "C02b", "C01", "C03"]
    dossier.do(MoveCriterion("C02b", "C02a"))
    assert codes(dossier) == ["C02", "C02b", "C02a", "C01", "C03"]
    half = dossier.read.criterion("2a")
    assert (half.wording, half.essential, half.weight, half.proposed) == (
        "Écrire une note claire",
        True,
        None,
        ("essential",),
    )
    assert [one.code for one in dossier.read.rated_at(Stage.SCREENING)] == ["C02b", "C02a", "C01", "C03"]


def test_moving_back_and_forth_for_long_keeps_the_order_exact(dossier: Dossier) -> None:
    for _ in range(40):
        dossier.do(MoveCriterion("C03", "C02"))
        assert codes(dossier) == ["C01", "C03", "C02"]
        dossier.do(MoveCriterion("C02", "C03"))
        assert codes(dossier) == ["C01", "C02", "C03"]


def test_a_removed_criterion_takes_what_was_settled_of_it_and_brings_it_back(dossier: Dossier) -> None:
    dossier.do(AddCriterion(Words("Écoute")))
    dossier.do(Settle("weight.C04", "3"))
    dossier.do(RemoveCriterion("C04"))
    assert "weight.C04" not in dossier.read.answers()
    dossier.undo()
    assert dossier.read.criterion("C04").weight == 3


@pytest.mark.parametrize(
    ("gesture", "kind"),
    [
        (EditCriterion("C01", wording="Autre chose"), Refused),
        (EditCriterion("C99", name=Words("Nom")), UnknownName),
        (EditCriterion("C01", name=Words("x" * 201)), BadInput),
        (EditCriterion("C01", questions=(Words("?"),) * 31), BadInput),
        (AddCriterion(Words(" ")), BadInput),
        (AddCriterion(Words("Détail"), parent="C99"), UnknownName),
        (RemoveCriterion("C01"), Refused),
        (MoveCriterion("C01", "C99"), UnknownName),
    ],
)
def test_what_a_rule_refuses_changes_nothing(dossier: Dossier, gesture: Gesture, kind: type[PanelError]) -> None:
    before = dossier.read.criteria()
    with pytest.raises(kind):
        dossier.do(gesture)
    assert dossier.read.criteria() == before


def test_a_detail_has_no_details_and_a_parent_is_not_taken_away(dossier: Dossier) -> None:
    dossier.do(AddCriterion(Words("Écoute")))
    dossier.do(AddCriterion(Words("En groupe"), parent="C04"))
    with pytest.raises(Refused, match="details C04 already"):
        dossier.do(AddCriterion(Words("Encore"), parent="C04a"))
    with pytest.raises(Refused, match="has sub-criteria"):
        dossier.do(RemoveCriterion("C04"))


def test_after_the_freeze_a_change_needs_its_reason_and_keeps_it_with_its_date(dossier: Dossier) -> None:
    dossier.do(AddCriterion(Words("Écoute")))
    dossier.do(FreezeChecklist())
    for gesture in (EditCriterion("C01", name=Words("Agenda")), AddCriterion(Words("Tact"))):
        with pytest.raises(Refused, match="needs a reason"):
            dossier.do(gesture)
    gone: tuple[Gesture, ...] = (RemoveCriterion("C04"), MoveCriterion("C04", "C01"))
    for refused in gone:
        with pytest.raises(Refused, match="was frozen on 2022-06-01"):
            dossier.do(refused)
    dossier.do(EditCriterion("C01", name=Words("Agenda"), reason="nom trop long"))
    dossier.do(Settle("stages.C04", "aucune", "hors annonce"))
    made = dossier.read.amendments()
    assert [(one.criterion, one.parts, one.reason) for one in made] == [
        ("C01", ("name",), "nom trop long"),
        ("C04", ("stages",), "hors annonce"),
    ]
    assert made[0].at < made[1].at
    dossier.undo()
    dossier.undo()
    assert dossier.read.amendments() == ()


def test_a_retired_criterion_is_not_rated_and_not_remarked_on(dossier: Dossier) -> None:
    dossier.do(Settle("stages.C03", "none"))
    retired = dossier.read.criterion("C03")
    assert (retired.stages, retired.retired) == ((), True)
    assert "C03" not in [one.code for stage in Stage for one in dossier.read.rated_at(stage)]
    dossier.do(AddCriterion(Words("Expérience de 5 ans")))
    assert "C04" in [remark.criterion for remark in remarks(dossier.read.criteria()) if remark.kind == "seniority"]
    dossier.do(Settle("stages.C04", "none"))
    assert {"C03", "C04"}.isdisjoint(remark.criterion for remark in remarks(dossier.read.criteria()))


def parents(dossier: Dossier) -> list[tuple[str, str | None]]:
    return [(one.code, one.parent) for one in dossier.read.criteria()]


def test_a_criterion_made_to_detail_another_keeps_its_number_and_its_rules(dossier: Dossier) -> None:
    dossier.do(Settle("weight.C02", "3"))
    dossier.do(Settle("weight.C03", "2"))
    dossier.do(NestCriterion("C03", "C02"))
    assert parents(dossier) == [("C01", None), ("C02", None), ("C03", "C02")]
    assert dossier.read.criterion("3").weight == 2
    assert [one.code for one in dossier.read.rated_at(Stage.SCREENING)] == ["C01", "C03"]
    assert "weight.C02" not in [question.key for question in dossier.read.open_questions()]
    dossier.do(NestCriterion("C03"))
    assert parents(dossier) == [("C01", None), ("C02", None), ("C03", None)]
    assert dossier.read.criterion("C02").weight == 3


def test_one_that_stands_by_itself_again_comes_after_the_one_it_detailed(dossier: Dossier) -> None:
    dossier.do(AddCriterion(Words("Clarté"), parent="C01"))
    dossier.do(AddCriterion(Words("Concision"), parent="C01"))
    dossier.do(NestCriterion("C01a"))
    assert parents(dossier) == [("C01", None), ("C01b", "C01"), ("C01a", None), ("C02", None), ("C03", None)]
    dossier.do(NestCriterion("C01a", "C02"))
    assert codes(dossier) == ["C01", "C01b", "C02", "C01a", "C03"]
    dossier.do(AddCriterion(Words("Encore"), parent="C01"))
    assert dossier.read.criterion("1c").parent == "C01"


def test_nesting_is_undone_and_done_again(dossier: Dossier) -> None:
    before = parents(dossier)
    dossier.do(NestCriterion("C01", "C03"))
    after = parents(dossier)
    dossier.undo()
    assert parents(dossier) == before
    dossier.redo()
    assert parents(dossier) == after == [("C02", None), ("C03", None), ("C01", "C03")]


def test_nesting_has_two_levels_and_ends_at_the_freeze(dossier: Dossier) -> None:
    dossier.do(NestCriterion("C03", "C02"))
    for gesture, why in (
        (NestCriterion("C02", "C01"), "has sub-criteria; move them out first"),
        (NestCriterion("C01", "C03"), "details C02 already"),
        (NestCriterion("C01", "C01"), "cannot detail itself"),
    ):
        with pytest.raises(Refused, match=why):
            dossier.do(gesture)
    assert not dossier.do(NestCriterion("C03", "C02"))
    dossier.do(FreezeChecklist())
    with pytest.raises(Refused, match="may have ratings, so it stays where it is"):
        dossier.do(NestCriterion("C03"))


@dataclass(frozen=True, slots=True)
class Elsewhere(Gesture):
    """A colleague who nested a criterion without knowing what was nested here."""

    code: str
    under: str

    def make(self, pen: Pen, read: Queries) -> None:
        assert read.criteria()
        pen.put("criterion", self.code, parent=self.under)


def test_two_who_nested_apart_lose_no_criterion_between_them(dossier: Dossier) -> None:
    dossier.do(NestCriterion("C01", "C02"))
    dossier.do(Elsewhere("C02", "C01"))
    assert sorted(parents(dossier)) == [("C01", None), ("C02", None), ("C03", None)]
    assert len(dossier.read.rated_at(Stage.SCREENING)) == 3
    dossier.do(Elsewhere("C01", "C03"))
    assert sorted(parents(dossier)) == [("C01", "C03"), ("C02", None), ("C03", None)]
    assert [one.code for one in dossier.read.rated_at(Stage.SCREENING)] == ["C02", "C01"]
