"""docs/GLOSSARY.md ties the words of people to names that exist, and leaves no state, role, outcome or letter out."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from smes_panel.model.application import Arrival, Timeliness
from smes_panel.model.assessment import RatingState
from smes_panel.model.decision import LetterKind, Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "GLOSSARY.md").read_text(encoding="utf-8")
ENUMS: list[type[StrEnum]] = [RatingState, Role, Outcome, LetterKind, Arrival, Stage, Timeliness]


def rows() -> list[list[str]]:
    """The rows of every table, cell by cell, heads and rules left out."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| English |")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def names() -> set[str]:
    """Every name that `smes_panel` defines, and every value of its enums and columns of its tables."""
    return {
        name
        for path in (ROOT / "smes_panel").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _of(node)
    }


def _of(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name) | ast.Name(id=name):
            yield name
        case ast.Constant(value=str(text)):
            yield text
        case ast.Call(keywords=keywords):
            yield from (keyword.arg for keyword in keywords if keyword.arg)


def coded() -> list[str]:
    return [name for row in rows() for name in re.findall(r"`([^`]+)`", row[3])]


def test_every_row_says_its_word_in_three_languages_and_in_the_code() -> None:
    assert [row for row in rows() if len(row) != 5 or not all(row[:4])] == []


def test_every_name_in_the_code_exists() -> None:
    assert set(coded()) - names() == set()


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_no_state_is_left_out(enum: type[StrEnum]) -> None:
    assert {one.value for one in enum} - set(coded()) == set()


def test_an_idea_has_one_word_in_english() -> None:
    assert {word: times for word, times in Counter(row[0] for row in rows()).items() if times > 1} == {}
