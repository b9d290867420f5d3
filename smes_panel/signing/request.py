"""A signing request, `*.smesrequest`: what the director is to sign, readable by the key of one card alone.

Outside it is an age file for the card's recipient. Inside stand a line that names the scheme, the length of the head in
four bytes (big-endian), the head in canonical JSON, then the PDF files end to end, whose sizes and SHA-256 the head
gives in their order. There is no name of a file in it, and no compression.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from smes_panel.errors import RequestRefused, UnknownName
from smes_panel.model.change import canonical
from smes_panel.model.closing import Act, Fact, code, person_facts, person_hash
from smes_panel.model.decision import LetterKind
from smes_panel.signing.card import Card
from smes_panel.signing.container import digest, is_digest, is_line
from smes_panel.signing.keys import Key

LARGEST = 256 * 2**20
"""In bytes, the PDF files together included."""

MOST_LETTERS = 5_000
MOST_FACTS = 50_000

_MAGIC = b"smes-request-1\n"
_AGE = b"age-encryption.org/v1\n"
_LARGEST_HEAD = 32 * 2**20
_LONGEST_ID, _LONGEST_KEY = 128, 16
# age reads its header in quadratic time: 1,000 stanzas cost 9 s before they are refused, 64 less than 0.1 s.
_AGE_HEADER, _STANZAS = 16 * 1024, 64
_PARTS = {"smes", "dossier", "act", "number", "code", "facts", "persons", "nonce", "pdf"}


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A letter to see before signing: of whom (K-key), which kind, and its PDF."""

    key: str
    kind: LetterKind
    content: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """What the code says of one person (K-key), with the salt under which it enters the code."""

    key: str
    salt: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be signed: a closing of a dossier with the facts of its code, the minutes and the page of the decision
    (PDF), the letters that wait for it, and what the code says of each person where that is shown.

    `nonce` is 64 random hexadecimal signs: two requests about the same closing are two requests.
    """

    dossier: str
    act: Act
    number: int
    code: str
    facts: tuple[Fact, ...]
    nonce: str
    minutes: bytes
    decision: bytes
    letters: tuple[Enclosed, ...] = ()
    persons: tuple[Opened, ...] = ()

    @property
    def head(self) -> bytes:
        """Everything but the PDF files, which stand there by their size and SHA-256."""
        files = [("minutes", "", self.minutes), ("decision", "", self.decision)]
        files += [(one.kind.value, one.key, one.content) for one in self.letters]
        return canonical(
            {
                "smes": _MAGIC.decode().strip(),
                "dossier": self.dossier,
                "act": self.act.name,
                "number": self.number,
                "code": self.code,
                "facts": [list(fact) for fact in self.facts],
                "persons": [[one.key, one.salt.hex(), one.text] for one in self.persons],
                "nonce": self.nonce,
                "pdf": [[kind, key, len(content), digest(content)] for kind, key, content in files],
            }
        )

    @property
    def fingerprint(self) -> str:
        """What a reply names to say what was seen: SHA-256 of the head, and so of all that is enclosed."""
        return digest(self.head)

    def sealed(self, card: Card) -> bytes:
        """The file, for the key of this card alone. Raises RequestRefused for what its reader would refuse."""
        from pyrage import encrypt, x25519

        head = self.head
        files = (self.minutes, self.decision, *(one.content for one in self.letters))
        plain = b"".join((_MAGIC, len(head).to_bytes(4, "big"), head, *files))
        _parsed(plain)
        return bytes(encrypt(plain, [x25519.Recipient.from_str(card.recipient)]))

    @classmethod
    def opened(cls, content: bytes, key: Key) -> Self:
        """What a file asks the holder of this key to sign. Raises RequestRefused."""
        from pyrage import DecryptError, decrypt, x25519

        _guard(content)
        try:
            plain = bytes(decrypt(content, [x25519.Identity.from_str(key.identity)]))
        except DecryptError:
            raise RequestRefused(
                f"This request is not for the key of {key.card.name}, or was altered on its way. Ask for it again."
            ) from None
        return cls(*_parsed(plain))


def _guard(content: bytes) -> None:
    """Refuses, before anything is deciphered, what would cost much to refuse."""
    if len(content) > LARGEST + _LARGEST_HEAD:
        raise RequestRefused(f"This request is larger than {LARGEST // 2**20} MB and was not read.")
    end = content.find(b"\n---", 0, _AGE_HEADER)
    stanzas = [line for line in content[: max(end, 0)].split(b"\n") if line.startswith(b"->")]
    if not content.startswith(_AGE) or end < 0:
        raise RequestRefused("This file is no signing request, or only the beginning of one. Ask for it again.")
    if len(stanzas) > _STANZAS or any(line.split()[1:2] == [b"scrypt"] for line in stanzas):
        raise RequestRefused("This request is not enciphered the way Smes Panel does it, and was not opened.")


_Read = tuple[str, Act, int, str, tuple[Fact, ...], str, bytes, bytes, tuple[Enclosed, ...], tuple[Opened, ...]]


def _parsed(plain: bytes) -> _Read:
    """What a container holds, every rule checked, in the order of the fields of a request. Raises RequestRefused."""
    if not plain.startswith(_MAGIC):
        raise RequestRefused("This request was made by another version of Smes Panel. Install the latest one.")
    try:
        start = len(_MAGIC) + 4
        size = int.from_bytes(plain[len(_MAGIC) : start], "big")
        head = plain[start : start + size]
        if size > _LARGEST_HEAD or len(head) != size:
            raise ValueError("the head is cut or too large")
        said = json.loads(head)
        if not isinstance(said, dict) or said.keys() != _PARTS or canonical(said) != head:
            raise ValueError("not the canonical spelling")
        facts, persons = _facts(said["facts"]), _persons(said["persons"])
        files = _files(said["pdf"], plain[start + size :])
        dossier, number, nonce = said["dossier"], said["number"], said["nonce"]
        if not (is_line(dossier, _LONGEST_ID) and type(number) is int and 0 < number < 10**6):
            raise ValueError("no dossier or no number")
        if not (is_digest(said["code"]) and is_digest(nonce) and is_line(said["act"], _LONGEST_ID)):
            raise ValueError("no code, nonce or act")
        act = Act.named(said["act"])
        letters = tuple(Enclosed(key, LetterKind(kind), content) for kind, key, content in files[2:])
        if [kind for kind, _, _ in files[:2]] != ["minutes", "decision"]:
            raise ValueError("no minutes or no decision")
    except (ValueError, TypeError, KeyError, RecursionError, UnknownName):
        raise RequestRefused(
            "This request does not read: a part of it is missing or too much. Ask for it again."
        ) from (None)
    _agree(said["code"], ("act", act.name), ("number", "", str(number)), facts)
    _stand_for(facts, persons, letters)
    return dossier, act, number, said["code"], facts, nonce, files[0][2], files[1][2], letters, persons


def _agree(stated: str, act: Fact, number: Fact, facts: Sequence[Fact]) -> None:
    """Refuses a code that is not the one of the facts, or facts that are of another closing."""
    if code(facts) != stated or act not in facts or number not in facts:
        raise RequestRefused("The code of this request is not the code of what it says: do not sign. Ask the panel.")


def _stand_for(facts: Sequence[Fact], persons: Sequence[Opened], letters: Sequence[Enclosed]) -> None:
    """Refuses what is said or written to somebody for whom the code does not stand."""
    hashes = person_facts(facts)
    for one in persons:
        if hashes.get(one.key) != person_hash(one.salt, one.text):
            raise RequestRefused(
                f"What this request says of {one.key} is not what its code stands for: do not sign. Ask the panel."
            )
    for each in letters:
        if each.key not in hashes:
            raise RequestRefused(
                f"This request has a letter to {each.key}, of whom its code says nothing: do not sign. Ask the panel."
            )


def _facts(said: object) -> tuple[Fact, ...]:
    if not isinstance(said, list) or len(said) > MOST_FACTS:
        raise ValueError("not the facts")
    if not all(isinstance(fact, list) and fact and all(isinstance(part, str) for part in fact) for fact in said):
        raise ValueError("not the facts")
    return tuple(tuple(fact) for fact in said)


def _persons(said: object) -> tuple[Opened, ...]:
    if not isinstance(said, list) or len(said) > MOST_LETTERS:
        raise ValueError("not the persons")
    found = []
    for key, salt, text in said:
        if not (is_line(key, _LONGEST_KEY) and is_digest(salt) and isinstance(text, str)):
            raise ValueError("not a person")
        found.append(Opened(key, bytes.fromhex(salt), text))
    if len({one.key for one in found}) != len(found):
        raise ValueError("a person twice")
    return tuple(found)


def _files(said: object, rest: bytes) -> list[tuple[str, str, bytes]]:
    """The PDF files (kind, K-key, bytes) that lie end to end, nothing before, between or after."""
    if not isinstance(said, list) or not 2 <= len(said) <= MOST_LETTERS + 2 or len(rest) > LARGEST:
        raise ValueError("too few or too many files")
    found: list[tuple[str, str, bytes]] = []
    at = 0
    for kind, key, size, hashed in said:
        if type(size) is not int or size < 0 or not isinstance(kind, str):
            raise ValueError("not a file")
        content = rest[at : at + size]
        at += size
        if at > len(rest) or digest(content) != hashed or not content.startswith(b"%PDF-"):
            raise ValueError("not the file that is announced")
        if (len(found) < 2 and key) or (len(found) >= 2 and not is_line(key, _LONGEST_KEY)):
            raise ValueError("a letter of nobody")
        found.append((kind, key, content))
    if at != len(rest):
        raise ValueError("more than what is announced")
    return found
