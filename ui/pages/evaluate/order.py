"""In which order one reads: as drawn for the member, and last, by its key alone, what is closed to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smes_panel.model.panel import Member
    from smes_panel.model.vacancy import Stage
    from smes_panel.queries import Queries
    from smes_panel.queries.answers import Reading


@dataclass(frozen=True, slots=True)
class Order:
    """What one member reads at a stage: `readings` as drawn, `closed` each by id and key, and the recorded `seed`,
    empty where nothing was drawn.
    """

    readings: tuple[Reading, ...] = ()
    closed: tuple[tuple[str, str], ...] = ()
    seed: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        return (*(one.id for one in self.readings), *(one for one, _key in self.closed))

    @property
    def all_in(self) -> bool:
        """Whether everything that is open to the member is handed in."""
        return bool(self.readings) and all(one.handed_in_at is not None for one in self.readings)

    def is_closed(self, application: str) -> bool:
        return any(one == application for one, _key in self.closed)

    def first(self) -> str:
        """The first that is begun, else the first to read, else the first."""
        left = [one for one in self.readings if one.handed_in_at is None]
        begun = [one for one in left if one.answered]
        return next((one.id for one in (*begun, *left)), self.ids[0])

    def after(self, application: str) -> str:
        """The next that is not handed in, going round; empty where none is left."""
        ids = [one.id for one in self.readings]
        place = ids.index(application) if application in ids else -1
        around = (*self.readings[place + 1 :], *self.readings[: max(place, 0)])
        return next((one.id for one in around if one.handed_in_at is None and one.id != application), "")

    def beside(self, application: str, by: int) -> str:
        """The one drawn so many places later; empty past the ends. It moves with no rating, as the groups do."""
        ids = [one.id for one in self.readings]
        place = ids.index(application) + by if application in ids else -1
        return ids[place] if 0 <= place < len(ids) else ""

    def place(self, application: str) -> int:
        """Its place in the order drawn, from 1."""
        return [one.id for one in self.readings].index(application) + 1

    def keyed(self, key: str) -> str:
        """The id of the one with this key, closed or not; empty where it is not here."""
        return next((one for one, of in (*((r.id, r.key) for r in self.readings), *self.closed) if of == key), "")


def order_of(read: Queries, member: Member, stage: Stage) -> Order:
    """What this member reads at `stage`, in their order."""
    keys, here = read.keys(), {one.id: one for one in read.readings(member, stage)}
    drawn = read.reading_order(member, stage)
    return Order(
        tuple(here[one] for one in drawn if one in here),
        tuple((one, keys[one]) for one in drawn if one not in here),
        read.seed(),
    )
