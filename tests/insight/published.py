"""Tables with published results that nobody here wrote, where the shared folder is at hand."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from smes_panel.model.agreement import Table
from smes_panel.model.ballot import Ballot

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpora"


def tables() -> dict[str, dict[str, Any]]:
    """The rating tables by id. Skips where the shared folder is missing."""
    return {one["id"]: one for one in _read("stats/rating_tables.json")}


def votes() -> dict[str, Any]:
    """The ballots and the tallies. Skips where the shared folder is missing."""
    return dict(_read("votes/votes.json"))


def _read(name: str) -> Any:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"../shared/corpora/{name} is not here")
    return json.loads(path.read_text(encoding="utf-8"))


def rows(table: dict[str, Any]) -> Table:
    """One row per unit, one column per rater."""
    data: list[list[float | None]] = table["data"]
    if table["layout"].startswith("raters"):
        return [list(row) for row in zip(*data, strict=True)]
    return data


def ballots(said: list[str]) -> list[Ballot]:
    """`A>B=C*3` and the like."""
    found = []
    for line in said:
        order, _, count = line.partition("*")
        found.append(Ballot(Fraction(count or 1), [re.split("=", place) for place in order.split(">")]))
    return found


def order(said: str) -> list[set[str]]:
    """`B = D > A = C` and the like."""
    return [{name.strip() for name in place.split("=")} for place in said.split(">")]
