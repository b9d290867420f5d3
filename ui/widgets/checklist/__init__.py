"""The checklist of one application: criteria one below the other, one of them open with its levels and its comment."""

from __future__ import annotations

from ui.widgets.checklist.checklist import Checklist
from ui.widgets.checklist.evidence import Shown
from ui.widgets.checklist.item import COLUMN, LEVELS, Asked, Given, Item
from ui.widgets.checklist.keys import digit

__all__ = ["COLUMN", "LEVELS", "Asked", "Checklist", "Given", "Item", "Shown", "digit"]
