"""The order in which a member reads, and which version of the anchors was read against."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from smes_panel.model.vacancy import Criterion


def drawn(seed: str, member: str, applications: Iterable[str]) -> tuple[str, ...]:
    """The applications (by id) in the order drawn for this member (by id): sorted by the SHA-256 of
    "seed|member|application" in UTF-8.

    Anybody who knows the seed can draw it again. An application that comes later takes its place among the others and
    moves none of them. Without a seed the order stays as given.
    """
    ids = tuple(applications)
    return tuple(sorted(ids, key=lambda one: _lot(f"{seed}|{member}|{one}"))) if seed else ids


def _lot(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()


def anchors_version(criteria: Iterable[Criterion]) -> str:
    """Twelve signs that are the same exactly while every anchor of these criteria reads the same."""
    said = {
        criterion.code: {
            stage.value: {str(level): [words.fr, words.nl, words.en] for level, words in levels.items()}
            for stage, levels in criterion.anchors.items()
        }
        for criterion in criteria
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]
