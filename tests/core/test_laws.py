"""The ten laws of the core, over every gesture, on two laptops that work apart and send each other what they like."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

import smes_panel.gestures as package
from smes_panel.dossier import Dossier
from smes_panel.errors import GridSealed
from smes_panel.gestures.applications import AddApplication, CorrectIdentity, Erase
from smes_panel.gestures.assessment import HandIn, OpenGrids, Rate
from smes_panel.gestures.decision import Decide, FillField
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.own import Calibrate, Jot
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist, Settle
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.change import Change
from smes_panel.model.vacancy import Stage
from smes_panel.queries import Queries
from smes_panel.store import Pen
from tests.core.deeds import DEEDS, NothingThere, Picks, canary
from tests.core.laptops import Laptop, Sealed
from tests.core.panels import PASSPHRASE, Chance, Clock, answers, begun, candidate, quick_folder, quick_keys, tables

LAPTOPS = st.sampled_from((0, 1))
NUMBERS = st.lists(st.integers(0, 30), min_size=6, max_size=6)
OFTEN = [*DEEDS, *[Rate] * 4, *[AddApplication] * 5]
KINDS = st.sampled_from([kind for kind in OFTEN if kind is not Erase] * 2 + [Erase])

CONTESTED = st.sampled_from([Settle, CorrectIdentity, AddApplication, Decide, FillField, AddMember])

counted: Counter[str] = Counter()


class LieAboutOpening(Gesture):
    """A colleague who publishes a key that opens nothing, for every grid there is."""

    def make(self, pen: Pen, read: Queries) -> None:
        for row in read._all("SELECT application, member, stage FROM grid"):
            pen.put("opening", row["application"], row["member"], row["stage"], pen.me(), key="00" * 32, at="")


class Panel(RuleBasedStateMachine):
    """Two laptops of one panel. The second starts as a byte copy of the first's file and is another laptop."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder / "example"
        shutil.copytree(folder / "template", self._folder)
        shutil.copy(self._folder / "a.smes", self._folder / "b.smes")
        sealed: Sealed = {}
        self.laptops = [
            Laptop(self._folder / f"{name}.smes", self._folder / f"home of {name}", seed, sealed)
            for seed, name in enumerate("ab", start=1)
        ]
        assert [laptop.dossier.newcomer for laptop in self.laptops] == [False, True]
        counted["examples"] += 1

    def _do(self, laptop: Laptop, gesture: Gesture) -> Change | None:
        dossier = laptop.dossier
        private = isinstance(gesture, (Rate, Jot, Calibrate))
        travels = dossier.outgoing()
        clock = self._clock_of(dossier)
        change = laptop.act(partial(dossier.do, gesture))
        counted["gestures" if change else "refusals"] += 1
        # Law 9: a draft leaves no mark on what travels, and the shared clock counts only what travels.
        entries, keys = dossier.outgoing()
        assert not private or (entries, keys) == travels
        assert self._clock_of(dossier) - clock == len(entries) - len(travels[0])
        if change is not None and isinstance(gesture, HandIn):
            laptop.remember_sealed(change)
            counted["handed in"] += 1
        return change

    @staticmethod
    def _clock_of(dossier: Dossier) -> int:
        (clock,) = dossier._db.execute("SELECT coalesce(max(lam), 0) FROM entry WHERE private = 0").fetchone()
        return int(clock)

    @rule(at=LAPTOPS, kind=KINDS, numbers=NUMBERS)
    def do(self, at: int, kind: type[Gesture], numbers: list[int]) -> None:
        laptop = self.laptops[at]
        try:
            gesture = DEEDS[kind](laptop.dossier.read, Picks(numbers))
        except NothingThere:
            return
        self._do(laptop, gesture)

    @rule(at=LAPTOPS, kind=KINDS, numbers=NUMBERS)
    def there_and_back(self, at: int, kind: type[Gesture], numbers: list[int]) -> None:
        """Law 5: undone, nothing was done; done again, it is as done the first time. Nothing received in between."""
        laptop = self.laptops[at]
        dossier = laptop.dossier
        before = answers(dossier.read)
        try:
            gesture = DEEDS[kind](dossier.read, Picks(numbers))
        except NothingThere:
            return
        if not self._do(laptop, gesture) or dossier.undoable != gesture.remembered():
            return
        after = answers(dossier.read)
        assert laptop.take_back(dossier.undo)
        assert answers(dossier.read) == before
        assert laptop.take_back(dossier.redo)
        assert answers(dossier.read) == after
        counted["there and back"] += 1

    @rule(at=LAPTOPS)
    def undo(self, at: int) -> None:
        counted["undos" if self.laptops[at].take_back(self.laptops[at].dossier.undo) else "undos refused"] += 1

    @rule(at=LAPTOPS)
    def redo(self, at: int) -> None:
        self.laptops[at].take_back(self.laptops[at].dossier.redo)

    @rule(at=LAPTOPS, some=st.integers(0, 2**24 - 1), keys=st.booleans(), seed=st.integers(0, 9))
    def send(self, at: int, some: int, seed: int, *, keys: bool) -> None:
        """Some entries, in any order, one of them twice, with or without their keys."""
        sender, receiver = self.laptops[at], self.laptops[1 - at]
        entries, ring = sender.dossier.outgoing()
        chosen = [entry for place, entry in enumerate(reversed(entries)) if some >> place % 24 & 1]
        chosen.sort(key=lambda entry: entry.id[seed])
        receiver.act(lambda: receiver.dossier.receive([*chosen, *chosen[:1]], ring if keys else ()))
        counted["received"] += len(chosen)

    @rule(at=LAPTOPS)
    def send_all(self, at: int) -> None:
        receiver, sent = self.laptops[1 - at], self.laptops[at].dossier.outgoing()
        receiver.act(lambda: receiver.dossier.receive(*sent))
        assert not receiver.dossier.receive(*sent)

    @rule(at=LAPTOPS)
    def reopen(self, at: int) -> None:
        self.laptops[at].reopen()

    @rule(at=LAPTOPS)
    def lie(self, at: int) -> None:
        self._do(self.laptops[at], LieAboutOpening())

    @rule(at=LAPTOPS, kind=CONTESTED, numbers=NUMBERS, others=NUMBERS, heard=st.booleans())
    def contest(self, at: int, kind: type[Gesture], numbers: list[int], others: list[int], *, heard: bool) -> None:
        """One does something, a colleague does the like, and the first, having `heard` or not, takes back."""
        self.do(at, kind, numbers)
        self.send_all(at)
        self.do(1 - at, kind, others)
        if heard:
            self.send_all(1 - at)
        self.undo(at)
        self.send_all(1 - at)
        self.send_all(at)

    @rule(at=LAPTOPS, levels=NUMBERS, apart=st.booleans())
    def road(self, at: int, levels: list[int], *, apart: bool) -> None:
        """A whole story: everybody rates everything and hands in, here or on two laptops, and the stage opens."""
        here, there = self.laptops[at], self.laptops[1 - at if apart else at]
        if any(laptop.dossier.read.progress(Stage.SCREENING).opened_at for laptop in self.laptops):
            return
        for number in (1, 2):
            self._do(here, AddApplication(candidate(number)))
        self._do(here, FreezeChecklist())
        self.send_all(at)
        picks, stage = Picks(levels), Stage.SCREENING
        for place, laptop in enumerate((here, there)):
            read = laptop.dossier.read
            for member in [one for one in read.panel() if one.role.rates][place::2]:
                for application in read.rated_applications(stage):
                    for criterion in read.rated_at(stage):
                        answer = Answer(RatingState.RATED, picks.of((1, 2, 3, 4)), canary(member.id, stage))
                        self._do(laptop, Rate(member, application, stage, criterion.code, answer))
                self._do(laptop, HandIn(member, stage, read.rated_applications(stage)))
            self.nobody_reads_what_is_sealed()
            self.send_all(at if laptop is here else 1 - at)
        self._do(there, OpenGrids(stage, "une absence", read.panel()[0]))
        self.send_all(1 - at)
        self._do(here, OpenGrids(stage))
        if len(here.dossier.read.ratings()) > 0:
            counted["roads that opened"] += 1
        self.send_all(at)

    @rule()
    def nobody_reads_what_is_sealed(self) -> None:
        """Before a stage opens, no answer and no error text holds a word of a colleague's rating."""
        for laptop in self.laptops:
            read = laptop.dossier.read
            assert "canary" not in "".join(laptop.refused)
            sealed = [stage for stage in Stage if read.progress(stage).opened_at is None]
            for reader in (None, *read.panel()):
                said = repr(seen_by(read, reader))
                for stage in sealed:
                    for other in read.panel():
                        assert other == reader or canary(other.id, stage) not in said

    @invariant()
    def no_stream_forks(self) -> None:
        places: dict[tuple[bytes, int, int], bytes] = {}
        for laptop in self.laptops:
            for device, private, seq, identity in laptop.dossier._db.execute(
                "SELECT device, private, seq, id FROM entry"
            ):
                assert places.setdefault((device, private, seq), identity) == identity

    def teardown(self) -> None:
        """Law 6: after everything has gone both ways, the same entries, the same tables and nothing to complain of."""
        a, b = self.laptops
        for one, other in ((a, b), (b, a), (a, b)):
            entries, keys = one.dossier.outgoing()
            other.act(partial(other.dossier.receive, entries[::-1], keys))
        assert {entry.id for entry in a.dossier.outgoing()[0]} == {entry.id for entry in b.dossier.outgoing()[0]}
        assert tables(a.dossier, private=False) == tables(b.dossier, private=False)
        counted["entries"] += len(a.entries() | b.entries())
        counted["openings"] += len(a.dossier._store.rows("rating"))
        for laptop in self.laptops:
            assert list(laptop.dossier.check()) == []
            laptop.dossier.close()
        shutil.rmtree(self._folder)


def seen_by(read: Queries, reader: object) -> list[object]:
    """Whatever a page can show to this reader."""
    mine = [m for m in read.panel() if m == reader]
    said: list[object] = [
        read.ratings(*mine),
        read.applications(texts=True),
        read.applications("canary"),
        read.counts(),
    ]
    said += [read.answers(), read.open_questions(), read.criteria(), read.panel(), read.misfits(), read.keys()]
    ids = tuple(read.keys())
    for stage in Stage:
        said += [read.progress(stage), read.rated_applications(stage)]
        said += [read.decided(one, stage) for one in ids]
        said += [read.sheet(member, one, stage) for member in mine for one in ids]
        try:
            said.append(read.opened(stage))
        except GridSealed as sealed:
            said.append(str(sealed))
    return said


def run(examples: int, steps: int) -> Counter[str]:
    """The machine on this many examples; what it came across."""
    counted.clear()
    with quick_keys(), quick_folder() as folder:
        template = folder / "template"
        template.mkdir()
        made = Dossier.create(
            template / "a.smes", PASSPHRASE, chance=Chance(0), clock=Clock(), home=template / "home of a"
        )
        with made as dossier:
            begun(dossier)
        run_state_machine_as_test(
            lambda: _fresh(folder),  # type: ignore[arg-type]  # any callable that makes a machine will do
            settings=settings(
                max_examples=examples,
                stateful_step_count=steps,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    return counted.copy()


def _fresh(folder: Path) -> Panel:
    # An example that failed left its folder behind, with its files open.
    shutil.rmtree(folder / "example", ignore_errors=True)
    return Panel(folder)


def gestures() -> set[object]:
    """Every gesture of the program."""
    rooms = [
        importlib.import_module(room.name) for room in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]
    return {
        thing
        for room in rooms
        for thing in vars(room).values()
        if isinstance(thing, type) and issubclass(thing, Gesture) and thing is not Gesture
    }


def test_every_gesture_is_under_the_laws() -> None:
    assert gestures() == set(DEEDS)


def test_the_laws_hold() -> None:
    seen = run(examples=40, steps=20)
    assert seen["roads that opened"] > 0
    assert seen["there and back"] > 0
    assert seen["undos"] > 0


@pytest.mark.long
def test_the_laws_hold_for_long() -> None:
    seen = run(examples=20_000, steps=50)
    print(dict(seen))
