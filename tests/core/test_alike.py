"""Two worlds that differ in what one member rated, noted and pointed at answer, refuse and send alike."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smes_panel.dossier import Dossier
from smes_panel.errors import PanelError
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.assessment import AttachPassage, DetachPassage, HandIn, Rate
from smes_panel.gestures.gesture import Gesture, Together
from smes_panel.gestures.own import Calibrate, Jot
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist, Settle
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.decision import Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from tests.core.deeds import DEEDS, NothingThere, Picks
from tests.core.panels import (
    PASSPHRASE,
    Chance,
    Clock,
    begun,
    candidate,
    decide,
    open_stage,
    quick_folder,
    quick_keys,
    rated,
)
from tests.core.test_canary import CANARY, asked

HIS = "Bram Voorbeeld"
OTHERWISE = {RatingState.NOT_ASSESSABLE: RatingState.ABSTAINED, RatingState.ABSTAINED: RatingState.NOT_ASSESSABLE}

NUMBERS = st.lists(st.integers(0, 30), min_size=8, max_size=8)
KINDS = st.sampled_from([*DEEDS, *[Rate] * 12, *[HandIn, Jot, AttachPassage] * 4])
STEPS = st.lists(st.tuples(KINDS, NUMBERS), min_size=4, max_size=16)

counted: Counter[str] = Counter()


def begin(path: Path, stage: Stage) -> None:
    """A panel of four that is at this stage: for the interview, the first is open and decided."""
    made = Dossier.create(path, PASSPHRASE, chance=Chance(7), clock=Clock(), home=path.parent / "home")
    with made as dossier:
        begun(dossier)
        dossier.do(AddMember("Chloé Modèle", Role.SECRETARY))
        dossier.do(AddMember("Dirk Voorbeeld", Role.MEMBER))
        dossier.do(Settle("weight.C01", "2"))
        for number in (1, 2, 3):
            dossier.do(AddApplication(candidate(number)))
        dossier.do(FreezeChecklist())
        if stage is Stage.INTERVIEW:
            open_stage(dossier, Stage.SCREENING)
            first, second, third = dossier.read.keys()
            decide(dossier, Stage.SCREENING, {first: Outcome.INVITED, second: Outcome.INVITED})
            decide(dossier, Stage.SCREENING, {third: Outcome.NOT_SHORTLISTED})
        bram = dossier.read.panel()[1]
        for application in dossier.read.rated_applications(stage):
            dossier.do(Rate(bram, application, stage, "C02", rated(2, "premier jet")))


def otherwise(gesture: Gesture) -> Gesture:
    """The same from everybody but Bram, who rates, notes and points out something else."""
    if isinstance(gesture, Together):
        return replace(gesture, gestures=tuple(map(otherwise, gesture.gestures)))
    if getattr(getattr(gesture, "member", None), "name", "") != HIS:
        return gesture
    if isinstance(gesture, Rate | Calibrate):
        return replace(gesture, answer=other_answer(gesture.answer))
    if isinstance(gesture, AttachPassage | DetachPassage) and CANARY not in gesture.passage.words:
        return replace(gesture, passage=replace(gesture.passage, words=CANARY + gesture.passage.words))
    if isinstance(gesture, Jot) and gesture.text:
        return replace(gesture, text=CANARY + gesture.text)
    return gesture


def other_answer(answer: Answer) -> Answer:
    if answer.state is RatingState.NOT_RATED and not answer.comment:
        return answer
    level = None if answer.level is None else 5 - answer.level
    return replace(
        answer, state=OTHERWISE.get(answer.state, answer.state), level=level, comment=CANARY + answer.comment
    )


def sent(dossier: Dossier) -> list[tuple[int, int]]:
    """What travels, as somebody sees it who cannot open it: how long each head and each body is."""
    return [(len(entry.header), len(entry.body or b"")) for entry in dossier.outgoing()[0]]


def lived(worlds: tuple[Dossier, Dossier], stage: Stage, steps: list[tuple[type[Gesture], list[int]]]) -> bool:
    """Does each step in both worlds; whether the stage is still closed at the end."""
    for kind, numbers in steps:
        said = []
        for other, dossier in enumerate(worlds):
            try:
                gesture = DEEDS[kind](dossier.read, Picks(numbers))
                dossier.do(otherwise(gesture) if other else gesture)
                said.append("done")
            except NothingThere:
                said.append("nothing there")
            except PanelError as refusal:
                said.append(f"{type(refusal).__name__}: {refusal}")
        assert said[0] == said[1], kind
        counted[said[0].partition(":")[0]] += 1
        if any(dossier.read.progress(stage).opened_at for dossier in worlds):
            return False
    return True


@pytest.mark.parametrize("stage", Stage)
def test_whatever_happens_before_an_opening_all_is_answered_refused_and_sent_alike(stage: Stage) -> None:
    counted.clear()
    with quick_keys(), quick_folder() as folder:
        template = folder / "template"
        template.mkdir()
        begin(template / "a.smes", stage)

        @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
        @given(steps=STEPS)
        def alike(steps: list[tuple[type[Gesture], list[int]]]) -> None:
            opened = []
            for name in "ab":
                shutil.rmtree(folder / name, ignore_errors=True)
                shutil.copytree(template, folder / name)
                home = folder / name / "home"
                opened.append(
                    Dossier.open(folder / name / "a.smes", PASSPHRASE, chance=Chance(8), clock=Clock(), home=home)
                )
            one, other = opened
            with one, other:
                bram = other.read.panel()[1]
                for application in other.read.rated_applications(stage):
                    for dossier, answer in ((one, rated(1, "rien")), (other, rated(4, CANARY))):
                        dossier.do(Rate(bram, application, stage, "C01", answer))
                if not lived((one, other), stage, steps):
                    counted["opened"] += 1
                    return
                assert sent(one) == sent(other)
                first, second = asked(one.read), asked(other.read)
                assert {at: said for at, said in second.items() if said != first.get(at)} == {}
                counted["asked"] += len(second)

        alike()
    assert counted["asked"] > 10_000
    assert counted["done"] > 50
