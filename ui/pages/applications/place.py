"""Where one is on this page."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.pages.applications.bringing import Import
from ui.pages.applications.details import Reasons
from ui.pages.applications.form import Draft


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is on this page: kept over a rebuild. An import under way and its results go with it, and so do reasons
    that are half typed; `withdrawing` is while one is asked for a withdrawal's.
    """

    key: str = ""
    search: str = ""
    filter: str = "all"
    sort: str = "number"
    rising: bool = True
    brought: Import | None = None
    draft: Draft | None = None
    withdrawing: bool = False
    reasons: Reasons = field(default_factory=dict)
