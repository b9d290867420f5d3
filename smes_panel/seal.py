"""A sealed grid, pure: its commitment, its box and its opening.

The box is XSalsa20-Poly1305 under a random key; that cipher does not commit to its key, so the grid carries a
commitment of its own: SHA-256 over what the grid is about, a random nonce of 32 bytes and the canonical answers.
Without the nonce fourteen criteria of six states could be guessed. The box is padded, so that neither comments nor
levels betray themselves by its length.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from smes_panel.model import passage
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.change import Key, canonical

_SCHEME = "smes-grid-1"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A grid as handed in: `commitment` and `box` travel, `key` stays with the author until the opening. All
    hexadecimal.
    """

    commitment: str
    box: str
    key: str


def padded(plain: bytes) -> bytes:
    """`plain` with its length before it, filled to 1, 4, 16 or 64 KiB, then by steps of a quarter more."""
    size = 1024
    while size < len(plain) + 4:
        size = size * 4 if size < 65536 else size + size // 4
    return len(plain).to_bytes(4, "big") + plain.ljust(size - 4, b"\0")


def unpadded(padding: bytes) -> bytes:
    """What `padded` was given."""
    return padding[4 : 4 + int.from_bytes(padding[:4], "big")]


def _commitment(panel: str, key: Key, nonce: str, answers: object) -> str:
    return hashlib.sha256(canonical([_SCHEME, panel, list(key), nonce, answers])).hexdigest()


def seal(panel: str, key: Key, answers: Mapping[str, Answer], chance: Callable[[int], bytes]) -> Sealed:
    """Seals the answers (by criterion code) of the grid `key` = (application, member, stage) of `panel`."""
    plain = [_line(criterion, answer) for criterion, answer in sorted(answers.items())]
    nonce, secret = chance(32).hex(), chance(SecretBox.KEY_SIZE)
    box = SecretBox(secret).encrypt(padded(canonical([nonce, plain])), chance(SecretBox.NONCE_SIZE))
    return Sealed(_commitment(panel, key, nonce, plain), bytes(box).hex(), secret.hex())


def unseal(panel: str, key: Key, commitment: str, box: str, secret: str) -> dict[str, Answer] | None:
    """The answers in `box` if `secret` opens it and they fit `commitment`, else `None`. Never raises on hostile
    input.
    """
    try:
        nonce, plain = json.loads(unpadded(SecretBox(bytes.fromhex(secret)).decrypt(bytes.fromhex(box))))
        answers = dict(_answer(*line) for line in plain)
        fits = _commitment(panel, key, nonce, plain) == commitment
    except (CryptoError, ValueError, TypeError, RecursionError):
        return None
    return answers if fits else None


def _line(criterion: str, answer: Answer) -> list[object]:
    said: list[object] = [criterion, answer.state.value, answer.level, answer.comment]
    return [*said, passage.plain(answer.passages)] if answer.passages else said


def _answer(
    criterion: object, state: str, level: object, comment: object, passages: object = None
) -> tuple[str, Answer]:
    """What one line of a box says. Raises ValueError where nobody can have said it, or no file can hold it."""
    if not (isinstance(criterion, str) and isinstance(comment, str) and (level is None or type(level) is int)):
        raise ValueError("this is no answer")
    (criterion + comment).encode()
    shown = () if passages is None else passage.of_plain(passages)
    return criterion, Answer(RatingState(state), level, comment, shown)
