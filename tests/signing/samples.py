"""Who signs, what is signed: a key of each kind, a PDF for archives, a request about people who do not exist."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from cryptography.hazmat.primitives.asymmetric import rsa

from smes_panel.model.closing import Act, code, person_hash
from smes_panel.model.decision import LetterKind
from smes_panel.model.words import Language
from smes_panel.paper.letter import letter_pdf
from smes_panel.signing.keys import Key
from smes_panel.signing.request import Enclosed, Opened, Request
from tests.paper.letters import sample

AT = datetime(2026, 9, 14, 15, 30, tzinfo=UTC)
PASSPHRASE = "une phrase tout à fait fictive"
SALT = bytes(range(32))


@cache
def director() -> Key:
    return Key.made("Inès Voorbeeld-Lefictif", AT)


@cache
def stranger() -> Key:
    """Somebody else with a key, under the same name."""
    return Key.made("Inès Voorbeeld-Lefictif", AT)


@cache
def with_rsa() -> Key:
    return Key.made("Bram Verzonnen", AT, rsa.generate_private_key(65537, 2048))


@cache
def minutes(language: Language = Language.FR) -> bytes:
    return letter_pdf(sample(LetterKind.LATE, language))


FACTS = (
    ("act", "interview"),
    ("vacancy", "", "Poste fictif", "Maison fictive"),
    ("number", "", "2"),
    ("person", "K-01", person_hash(SALT, "selected")),
    ("person", "K-04", person_hash(SALT, "reserve")),
)


@cache
def request() -> Request:
    return Request(
        dossier="5a" * 32,
        act=Act.named("interview"),
        number=2,
        code=code(FACTS),
        facts=FACTS,
        nonce="0f" * 32,
        minutes=minutes(),
        decision=minutes(Language.NL),
        letters=(
            Enclosed("K-01", LetterKind.OFFER, minutes(Language.EN)),
            Enclosed("K-04", LetterKind.RESERVE, minutes()),
        ),
        persons=(Opened("K-01", SALT, "selected"), Opened("K-04", SALT, "reserve")),
    )


def flipped(content: bytes, at: int, bit: int = 0) -> bytes:
    """The same bytes but for one bit."""
    return content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]
