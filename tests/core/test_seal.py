"""A sealed grid: opened it is what was sealed, and nothing else opens it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.secret import SecretBox

from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.change import canonical
from smes_panel.seal import Sealed, _commitment, padded, seal, unpadded, unseal
from tests.core.panels import Chance

PANEL, KEY = "5" * 32, ("application", "member", "screening")
comments = st.text(max_size=200)
given_answers = st.one_of(
    st.builds(Answer, st.just(RatingState.RATED), st.integers(1, 4), comments),
    st.builds(Answer, st.sampled_from([s for s in RatingState if s is not RatingState.RATED]), st.none(), comments),
)
grids = st.dictionaries(st.from_regex(r"C[0-9]{2}[a-z]?", fullmatch=True), given_answers, max_size=14)
seeds = st.integers(0, 2**32)


def hexed(data: bytes) -> str:
    return data.hex()


def boxed(plain: object, secret: bytes = b"k" * 32) -> Sealed:
    """A box whose commitment fits, whatever is inside: what a liar who knows the form can make."""
    nonce = "00" * 32
    try:
        commitment = _commitment(PANEL, KEY, nonce, plain)
    except (ValueError, UnicodeEncodeError):
        commitment = "00" * 32
    inside = json.dumps([nonce, plain]).encode()
    return Sealed(commitment, bytes(SecretBox(secret).encrypt(padded(inside), b"n" * 24)).hex(), secret.hex())


def test_the_text_of_a_surrogate_is_no_comment() -> None:
    assert unseal(PANEL, KEY, *astuple(boxed([["C01", "rated", 3, "\ud800"]]))) is None


def astuple(sealed: Sealed) -> tuple[str, str, str]:
    return sealed.commitment, sealed.box, sealed.key


@given(grids, seeds)
def test_opened_is_sealed(grid: dict[str, Answer], seed: int) -> None:
    assert unseal(PANEL, KEY, *astuple(seal(PANEL, KEY, grid, Chance(seed)))) == grid


@given(grids, grids, seeds)
def test_another_commitment_box_key_panel_or_place_opens_nothing(
    grid: dict[str, Answer], other: dict[str, Answer], seed: int
) -> None:
    one, two = seal(PANEL, KEY, grid, Chance(seed)), seal(PANEL, KEY, other, Chance(seed + 1))
    assert unseal(PANEL, KEY, two.commitment, one.box, one.key) is None
    assert unseal(PANEL, KEY, one.commitment, two.box, one.key) is None
    assert unseal(PANEL, KEY, one.commitment, one.box, two.key) is None
    assert unseal("6" * 32, KEY, *astuple(one)) is None
    assert unseal(PANEL, (*KEY[:2], "interview"), *astuple(one)) is None


def test_every_flipped_bit_of_a_box_is_noticed() -> None:
    sealed = seal(PANEL, KEY, {"C01": Answer(RatingState.RATED, 3, "net")}, Chance(1))
    box = bytes.fromhex(sealed.box)
    for place in range(0, len(box) * 8, 7):
        flipped = bytearray(box)
        flipped[place // 8] ^= 1 << place % 8
        assert unseal(PANEL, KEY, sealed.commitment, flipped.hex(), sealed.key) is None


@given(st.text(), st.text(), st.text())
def test_opening_never_raises_on_any_text(commitment: str, box: str, key: str) -> None:
    assert unseal(PANEL, KEY, commitment, box, key) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("rated") | st.just("C01"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(st.lists(st.tuples(json_values, json_values, json_values, json_values).map(list), max_size=2) | json_values)
def test_a_box_made_by_a_liar_never_raises_and_gives_only_sound_answers(plain: object) -> None:
    found = unseal(PANEL, KEY, *astuple(boxed(plain)))
    for answer in (found or {}).values():
        assert answer == Answer(answer.state, answer.level, answer.comment)
        assert answer.level is None or (type(answer.level) is int and answer.level in (1, 2, 3, 4))
        canonical([answer.comment]).decode("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        ["C01", "rated", True, ""],
        ["C01", "rated", 1.0, ""],
        ["C01", "not_rated", 7, ""],
        ["C01", "not_rated", float("nan"), ""],
        ["C01", "not_rated", "three", ""],
        ["C01", "rated", 3, ["no text"]],
        [["C01"], "rated", 3, ""],
    ],
)
def test_an_answer_that_nobody_can_give_closes_the_whole_box(line: list[object]) -> None:
    assert unseal(PANEL, KEY, *astuple(boxed([line]))) is None


@given(grids, grids, seeds)
def test_boxes_of_any_two_grids_without_comments_are_equally_long(
    one: dict[str, Answer], two: dict[str, Answer], seed: int
) -> None:
    lengths = {
        len(seal(PANEL, KEY, {c: Answer(a.state, a.level) for c, a in grid.items()}, Chance(seed)).box)
        for grid in (one, two)
    }
    assert lengths == {2 * (1024 + 40)}


def test_fourteen_criteria_with_short_comments_fill_no_more_than_the_second_size() -> None:
    lengths = set()
    for size in (0, 1, 40, 200):
        grid = {f"C{n:02}": Answer(RatingState.RATED, n % 4 + 1, "x" * size) for n in range(1, 15)}
        lengths.add(len(bytes.fromhex(seal(PANEL, KEY, grid, Chance(size)).box)))
    assert lengths == {1024 + 40, 4096 + 40}


@given(st.binary(max_size=70_000))
def test_padding_comes_off_again_and_leaves_one_of_few_lengths(plain: bytes) -> None:
    assert unpadded(padded(plain)) == plain
    assert len(padded(plain)) in {1024, 4096, 16384, 65536, 81920}


def test_the_same_grid_sealed_twice_looks_different() -> None:
    grid = {"C01": Answer(RatingState.RATED, 2)}
    one, two = seal(PANEL, KEY, grid, Chance(1)), seal(PANEL, KEY, grid, Chance(2))
    assert one.commitment != two.commitment
    assert one.box != two.box
