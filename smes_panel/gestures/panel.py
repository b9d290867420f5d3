"""What is done to the panel."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from smes_panel.errors import BadInput, Refused
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.panel import Role
from smes_panel.model.words import searchable
from smes_panel.queries import Queries
from smes_panel.store import Pen


@dataclass(frozen=True, slots=True)
class AddMember(Gesture):
    """Adds a person to the panel under the name that their sheets, letters and minutes will bear."""

    name: str
    role: Role

    def make(self, pen: Pen, read: Queries) -> None:
        name = unicodedata.normalize("NFC", " ".join(self.name.split()))
        if not name or len(name) > 120 or not name.isprintable():
            raise BadInput("A member needs a name of 1 to 120 printable characters. Nobody was added.")
        panel = read.panel()
        if any(searchable(member.name) == searchable(name) for member in panel):
            raise Refused(
                f"{name} is on the panel already. Two people of one name need something that tells them apart."
            )
        pen.put(
            "member",
            pen.chance(8).hex(),
            name=name,
            role=self.role.value,
            number=max((m.number for m in panel), default=0) + 1,
        )
