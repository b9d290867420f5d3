"""Every sentence with which signing refuses is said in the three languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel.errors import KeyLocked, ReplyRefused, RequestRefused
from smes_panel.model.words import Language
from ui.wording.errors import OTHER, trouble
from ui.wording.refusals import reason
from ui.wording.tongue import Tongue

ROOM = Path(__file__).resolve().parents[2] / "smes_panel" / "signing"
_ERRORS = {"BadInput", "CardRefused", "KeyDamaged", "KeyLocked", "ReplyRefused", "RequestRefused", "SignatureBroken"}
_STANDS_FOR = {"key": "K-04", "number": "3", "name": "Inès Voorbeeld"}


def sentences() -> Iterator[str]:
    """What the room raises, with something in each of its fields."""
    for module in sorted(ROOM.glob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        known = {
            one.targets[0].id: one.value
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
        }
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _ERRORS:
                said = call.args[0]
                yield _filled(known[said.id] if isinstance(said, ast.Name) else said)


def _filled(said: ast.expr) -> str:
    if isinstance(said, ast.Constant):
        return str(said.value)
    assert isinstance(said, ast.JoinedStr)
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else _field(ast.unparse(part)) for part in said.values
    )


def _field(said: str) -> str:
    if "shown(" in said:
        return "0a1b 2c3d 4e5f 6071"
    if "broken" in said:
        return "This PDF carries no signature."
    return next((value for name, value in _STANDS_FOR.items() if f".{name}" in said), "64")


def test_there_are_sentences_to_be_said() -> None:
    assert len(set(sentences())) > 30


@pytest.mark.parametrize("sentence", sorted(set(sentences())))
def test_a_sentence_of_signing_is_said_in_french_and_dutch(sentence: str) -> None:
    said = {reason(Tongue(language), sentence) for language in (Language.FR, Language.NL)}
    assert len(said) == 2
    assert sentence not in said


def test_what_is_asked_next_is_said_of_each() -> None:
    assert OTHER not in {trouble(kind("")) for kind in (KeyLocked, RequestRefused, ReplyRefused)}
