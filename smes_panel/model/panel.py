"""The panel: who reads, who rates, who signs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person does in this recruitment. The chair is a member who also opens the grids; the others do not
    rate.
    """

    CHAIR = "chair"
    MEMBER = "member"
    SECRETARY = "secretary"
    DIRECTOR = "director"
    OBSERVER = "observer"

    @property
    def rates(self) -> bool:
        return self in (Role.CHAIR, Role.MEMBER)


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the panel. `number` is their order of arrival from 1 and is printed on their sheets."""

    id: str
    number: int
    name: str
    role: Role

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.name.split()[:3]).upper()
