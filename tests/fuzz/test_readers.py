"""Spoilt documents through every reader: each is read or refused in a sentence, and nothing else comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.mutation import spoilt
from tests.fuzz.targets import TARGETS, end


@pytest.fixture(scope="module", autouse=True)
def _processes() -> Iterator[None]:
    yield
    end()


@pytest.mark.parametrize("name", TARGETS)
@given(seed=st.integers(0, 1 << 64))
def test_a_spoilt_document_raises_nothing(name: str, seed: int) -> None:
    target, chance = TARGETS[name], Random(seed)
    sources = target.seeds()
    target.read(spoilt(chance.choice(sources), sources, chance))


@pytest.mark.parametrize("name", TARGETS)
def test_a_sound_document_is_read(name: str) -> None:
    for source in TARGETS[name].seeds():
        TARGETS[name].read(source)


@given(st.integers(0, 1 << 64))
def test_spoiling_is_the_same_for_the_same_chance(seed: int) -> None:
    sources = TARGETS["docx"].seeds()
    assert spoilt(sources[0], sources, Random(seed)) == spoilt(sources[0], sources, Random(seed))
