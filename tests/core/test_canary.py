"""Before the opening no question tells a colleague's rating: two worlds that differ in it answer alike."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from smes_panel.dossier import Dossier
from smes_panel.errors import PanelError
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.assessment import HandIn, OpenGrids, Rate
from smes_panel.gestures.conflict import DeclareConflict
from smes_panel.gestures.own import Calibrate, Jot
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.revision import AgreeOn, Correct
from smes_panel.gestures.vacancy import FreezeChecklist, Settle
from smes_panel.model.closing import Act
from smes_panel.model.decision import LetterKind, Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.queries.listing import FILTERS, ORDERS
from tests.core.panels import PASSPHRASE, Chance, Clock, begun, candidate, quick_keys, rated

SCREENING = Stage.SCREENING
CANARY = "canarijaune"


def world(path: Path, level: int, comment: str, *, drafts: bool = True) -> Dossier:
    """A panel at the eve of its opening in which Bram gave `level` everywhere, one grid of his handed in."""
    dossier = Dossier.create(
        path, PASSPHRASE, chance=Chance(7), clock=Clock(), home=path.parent / f"home of {path.stem}"
    )
    begun(dossier)
    dossier.do(AddMember("Chloé Modèle", Role.SECRETARY))
    dossier.do(AddMember("Dirk Voorbeeld", Role.MEMBER))
    dossier.do(Settle("weight.C01", "2"))
    for number in range(1, 4):
        dossier.do(AddApplication(candidate(number)))
    dossier.do(FreezeChecklist())
    anna, bram, _, dirk = dossier.read.panel()
    first, second, third = dossier.read.keys()
    for code in ("C01", "C02", "C03"):
        dossier.do(Rate(anna, first, SCREENING, code, rated(2, "le mien")))
        dossier.do(Rate(bram, second, SCREENING, code, rated(level, comment)))
    dossier.do(DeclareConflict(dirk, third, "une parenté"))
    dossier.do(HandIn(anna, SCREENING, (first, second)))
    dossier.do(HandIn(bram, SCREENING, (second,)))
    if drafts:
        for application in (first, third):
            dossier.do(Rate(bram, application, SCREENING, "C01", rated(level, comment)))
        dossier.do(Jot(bram, first, comment))
        dossier.do(Calibrate(bram, Stage.INTERVIEW, "C01", rated(level, comment)))
    return dossier


@pytest.fixture
def worlds(tmp_path: Path) -> Iterator[tuple[Dossier, ...]]:
    with quick_keys():
        made = (
            world(tmp_path / "a.smes", 1, "rien"),
            world(tmp_path / "b.smes", 4, CANARY),
            world(tmp_path / "c.smes", 4, CANARY, drafts=False),
        )
        yield made
        for dossier in made:
            dossier.close()


def others(read: Queries) -> list[Any]:
    return [None, *(member for member in read.panel() if member.name != "Bram Voorbeeld")]


CHOICES: Mapping[str, Callable[[Queries], list[Any]]] = {
    "reader": others,
    "member": lambda read: others(read)[1:],
    "application": lambda read: list(read.keys()),
    "applications": lambda read: [tuple(read.keys())],
    "one": lambda read: list(read.keys())[:1],
    "other": lambda read: list(read.keys())[1:2],
    "kept": lambda read: list(read.keys())[:1],
    "aside": lambda read: list(read.keys())[1:2],
    "sha256": lambda _: ["0" * 64],
    "key": lambda read: [*read.keys().values(), "K-99"],
    "stage": lambda _: list(Stage),
    "criterion": lambda _: ["C01", "C99"],
    "code": lambda _: ["C01", "C99"],
    "search": lambda _: ["", CANARY, "rien", "curriculum", "le mien", "K-02", "4"],
    "only": lambda _: list(FILTERS),
    "order": lambda _: list(ORDERS),
    "rising": lambda _: [True, False],
    "texts": lambda _: [True, False],
    "waiting": lambda _: [True, False],
    "name": lambda _: ["Anna Modèle", "Bram Voorbeeld", CANARY],
    "document": lambda read: [one.id for application in read.applications() for one in application.documents][:2],
    "outcome": lambda _: list(Outcome),
    "fingerprint": lambda _: ["x"],
    "source": lambda _: ["message-1.eml"],
    "place": lambda _: ["message", "imaps://"],
    "handle": lambda _: ["x"],
    "bundle": lambda _: ["x"],
    "act": lambda _: [Act(stage) for stage in Stage] + [Act(Stage.INTERVIEW, "K-01")],
    "closing": lambda read: list(read.closings()),
    "letters": lambda _: [{}],
    "kind": lambda _: [LetterKind.OFFER, LetterKind.LATE],
}
"""What to ask each question about, by the name of its parameter. A question with another one fails the test."""


def asked(read: Queries) -> dict[str, object]:
    """Every public question, with everything it can be asked about, as everybody but Bram."""
    said: dict[str, object] = {}
    for name, question in inspect.getmembers(Queries, inspect.isfunction):
        if name.startswith("_") or name == "forget":
            continue
        parameters = list(inspect.signature(question).parameters.values())[1:]
        missing = {one.name for one in parameters} - CHOICES.keys()
        assert not missing, f"say in CHOICES what {name} is asked about: {missing}"
        for chosen in product(*(CHOICES[one.name](read) for one in parameters)):
            given = dict(zip((one.name for one in parameters), chosen, strict=True))
            try:
                answer: object = getattr(read, name)(**given)
            except PanelError as refusal:
                answer = (type(refusal), str(refusal))
            said[f"{name}({given})"] = answer
    return said


def test_every_question_answers_alike_whatever_a_colleague_rated(worlds: tuple[Dossier, ...]) -> None:
    first, *rest = (asked(dossier.read) for dossier in worlds)
    assert len(first) > 1_000
    for other in rest:
        assert {question: answer for question, answer in other.items() if answer != first.get(question)} == {}
    # Questions say the word that was sought; answers never do.
    for said in (first, *rest):
        assert [
            question for question, answer in said.items() if CANARY in repr(answer) and CANARY not in question
        ] == []


def test_the_canary_sings_to_its_author_and_after_the_opening_to_everybody(worlds: tuple[Dossier, ...]) -> None:
    """That the two worlds differ at all, else the test above could not fail."""
    _, dossier, _ = worlds
    bram = dossier.read.panel()[1]
    assert CANARY in repr(dossier.read.ratings(bram))
    assert len(dossier.read.found(CANARY, bram) or ()) == 3
    dossier.do(OpenGrids(SCREENING, "une absence", dossier.read.panel()[0]))
    opened = dossier.read.opened(SCREENING)
    assert CANARY in repr(opened)
    assert {one.application for one in opened.ratings if one.member == "Bram Voorbeeld"} == {"K-02"}


def test_no_refusal_of_a_gesture_tells_a_colleagues_rating(worlds: tuple[Dossier, ...]) -> None:
    told = []
    for dossier in worlds:
        read = dossier.read
        anna, _, chloe, dirk = read.panel()
        first, second, third = read.keys()
        said = []
        for gesture in (
            OpenGrids(SCREENING),
            Rate(anna, first, SCREENING, "C01", rated(1)),
            Rate(dirk, third, SCREENING, "C01", rated(1)),
            HandIn(chloe, SCREENING, (first,)),
            Correct(anna, second, SCREENING, "C01", rated(1), "une raison"),
            AgreeOn(second, SCREENING, "C01", 3),
            DeclareConflict(dirk, third, "une parenté"),
        ):
            with pytest.raises(PanelError) as refused:
                dossier.do(gesture)
            said.append(str(refused.value))
        told.append(said)
    assert told[0] == told[1] == told[2]
    assert CANARY not in repr(told)
