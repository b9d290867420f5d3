"""The key of who signs: kept whole, for one reader, and shut to every passphrase but one."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.errors import BadInput, FileExists, KeyDamaged, KeyLocked, PlaceReadOnly
from smes_panel.signing.keys import Key, keep
from tests.signing.samples import PASSPHRASE, director, flipped, stranger, with_rsa


@pytest.mark.parametrize("key", [director, with_rsa])
def test_a_key_comes_back_as_it_was(key: Callable[[], Key]) -> None:
    assert Key.unlocked(key().locked(PASSPHRASE), PASSPHRASE) == key()


@pytest.mark.parametrize("key", [director, with_rsa])
def test_what_a_key_signs_its_card_confirms_and_no_other(key: Callable[[], Key]) -> None:
    signature = key().sign(b"a message")
    assert key().card.signed(signature, b"a message")
    assert not key().card.signed(signature, b"another message")
    assert not stranger().card.signed(signature, b"a message")


def test_the_same_accents_typed_elsewhere_are_the_same_passphrase() -> None:
    content = director().locked(unicodedata.normalize("NFD", PASSPHRASE))
    assert Key.unlocked(content, unicodedata.normalize("NFC", PASSPHRASE)) == director()


def test_a_wrong_passphrase_is_said_in_one_sentence() -> None:
    content = director().locked(PASSPHRASE)
    for wrong in ("", PASSPHRASE.upper(), PASSPHRASE + " "):
        with pytest.raises(KeyLocked, match="The passphrase does not open this key"):
            Key.unlocked(content, wrong)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(BadInput, match="at least 12 characters"):
        director().locked("too short  ")


def test_a_key_does_not_show_in_what_a_program_prints_of_it() -> None:
    assert director().identity not in repr(director())
    assert repr(director().private) not in repr(director())
    for each in (director().identity.encode(), director().private):
        assert each not in director().locked(PASSPHRASE)


def test_a_bit_of_a_key_file_refuses_it() -> None:
    content = director().locked(PASSPHRASE)
    for at in (*range(20), 60, 300, 700, len(content) - 40, len(content) - 2):
        with pytest.raises((KeyDamaged, KeyLocked)):
            Key.unlocked(flipped(content, at), PASSPHRASE)


@given(st.binary(max_size=300))
def test_what_is_no_key_is_refused_before_anything_is_tried(content: bytes) -> None:
    with pytest.raises(KeyDamaged, match="no signer’s key"):
        Key.unlocked(content, PASSPHRASE)


def test_a_file_cannot_ask_for_more_work_or_memory() -> None:
    with pytest.raises(KeyDamaged):
        Key.unlocked(b'{"box":"","memory":99999999999,"salt":"","smes":"smes-key-1"}', PASSPHRASE)
    with pytest.raises(KeyDamaged):
        Key.unlocked(b"x" * 100_000, PASSPHRASE)


def test_a_key_that_is_not_the_one_of_its_card_is_refused() -> None:
    mixed = Key(director().card, stranger().private, director().identity)
    with pytest.raises(KeyDamaged):
        Key.unlocked(mixed.locked(PASSPHRASE), PASSPHRASE)
    deaf = Key(director().card, director().private, stranger().identity)
    with pytest.raises(KeyDamaged):
        Key.unlocked(deaf.locked(PASSPHRASE), PASSPHRASE)


def test_a_key_is_kept_for_its_owner_alone_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "inès.smeskey"
    keep(path, b"a key")
    assert path.read_bytes() == b"a key"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExists, match="Nothing was written"):
        keep(path, b"another")
    assert path.read_bytes() == b"a key"
    assert list(tmp_path.iterdir()) == [path]


def test_a_key_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(PlaceReadOnly, match="Nothing was written"):
        keep(tmp_path / "not there" / "key.smeskey", b"a key")
    assert list(tmp_path.iterdir()) == []
