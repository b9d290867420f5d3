"""Four words for a code or a key, to compare by telephone: the same words whatever the language of the window."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from nacl.pwhash import argon2id

COUNT = 4
"""How many words stand for one thing."""

_BITS = 11
"""What one word of a list of 2048 says."""
_OPERATIONS, _MEMORY = 3, 64 * 2**20
_SALTS = {"code": b"smes-words-1code", "card": b"smes-words-1card"}


def of_code(code: str) -> tuple[str, ...]:
    """The words of the code of a closed act (64 hexadecimal signs)."""
    return _words("code", code)


def of_card(fingerprint: str) -> tuple[str, ...]:
    """The words of a signer's card, by its fingerprint (64 hexadecimal signs)."""
    return _words("card", fingerprint)


def same(shown: tuple[str, ...], typed: str) -> bool:
    """Whether what a person typed is these words, in this order, whatever the accents, the case and what stands
    between them.
    """
    return _plain(" ".join(shown)) == _plain(typed)


@lru_cache(maxsize=64)
def _words(about: str, said: str) -> tuple[str, ...]:
    """Argon2id of 64 MiB, some 100 ms: trying many codes for the same words costs that much for each."""
    slow = argon2id.kdf(16, said.encode(), _SALTS[about], opslimit=_OPERATIONS, memlimit=_MEMORY)
    number = int.from_bytes(slow, "big")
    return tuple(_list()[number >> _BITS * at & 2**_BITS - 1] for at in range(COUNT))


@cache
def _list() -> tuple[str, ...]:
    from mnemonic import Mnemonic

    return tuple(unicodedata.normalize("NFC", word) for word in Mnemonic("french").wordlist)


def _plain(text: str) -> list[str]:
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.findall(r"[^\W\d_]+", bare.casefold())
