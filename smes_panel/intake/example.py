"""The ready examples: a vacancy as its posting states it, with our labels, anchors and questions; a candidate to try
the anchors on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from smes_panel.errors import UnknownName
from smes_panel.model.vacancy import Criterion, Posting, Profile, Stage
from smes_panel.model.words import Language, Words
from smes_panel.paths import resources


def example(name: str) -> tuple[Posting, tuple[Criterion, ...]]:
    """The posting and the checklist of the example `name`; weights, essentials and stages are proposals to settle.

    Raises `UnknownName` when there is no such example.
    """
    path = resources() / "vacancies" / f"{name}.json"
    if not re.fullmatch(r"[a-z0-9-]{1,40}", name) or not path.is_file():
        known = ", ".join(examples())
        raise UnknownName(f"There is no example called “{name[:40]}”; there is: {known}.")
    content = json.loads(path.read_text(encoding="utf-8"))
    posting = _posting(content["posting"])
    proposed = tuple(content["proposed"])
    criteria = tuple(
        _criterion(entry, line.wording, proposed)
        for entry, line in zip(content["criteria"], posting.profile, strict=True)
    )
    return posting, criteria


def examples() -> tuple[str, ...]:
    """The names that `example` takes."""
    return tuple(sorted(path.stem for path in (resources() / "vacancies").glob("*.json")))


def fictitious(language: Language) -> str:
    """The file of the fictitious candidate whom members rate before the first real one, in French or Dutch; its first
    line says what it is.
    """
    name = "nl" if language is Language.NL else "fr"
    return (resources() / "calibration" / f"{name}.txt").read_text(encoding="utf-8")


def _posting(facts: Mapping[str, Any]) -> Posting:
    values = dict(facts)
    for days in ("ends_on", "deadline"):
        values[days] = date.fromisoformat(facts[days]) if facts[days] else None
    values["closes_at"] = datetime.fromisoformat(facts["closes_at"]) if facts["closes_at"] else None
    for lists in ("documents", "missions", "conditions"):
        values[lists] = tuple(facts[lists])
    values["profile"] = tuple(Profile(wording) for wording in facts["profile"])
    values["language"] = Language(facts["language"])
    values["text"] = "\n".join(facts["text"]) + "\n"
    return Posting(**values)


def _criterion(entry: Mapping[str, Any], wording: str, proposed: tuple[str, ...]) -> Criterion:
    return Criterion(
        code=entry["code"],
        wording=wording,
        label=Words(**entry["label"]),
        essential=entry["essential"],
        weight=float(entry["weight"]),
        stages=tuple(Stage(stage) for stage in entry["stages"]),
        anchors={
            Stage(stage): {int(level): Words(**words) for level, words in levels.items()}
            for stage, levels in entry["anchors"].items()
        },
        questions=tuple(Words(**words) for words in entry["questions"]),
        proposed=proposed,
    )
