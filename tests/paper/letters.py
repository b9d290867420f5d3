"""The sample letters that the tests of the letters share; every person and address in them is fictitious."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts, Sender
from smes_panel.model.placeholder import PLACEHOLDERS, Value
from smes_panel.model.words import Language

LANGUAGES = tuple(Language)
SAMPLES = [(kind, language) for language in LANGUAGES for kind in LetterKind]
SENDER = Sender(
    address="rue de la Maquette 1, 1000 Bruxelles",
    place="Bruxelles",
    registered="Smes asbl · siège : rue de la Maquette 1, 1000 Bruxelles · n° d’entreprise 0000.000.000",
    account="IBAN BE00 0000 0000 0000",
)


def sample_values(language: Language) -> dict[str, Value]:
    return {name: one.sample.said(language) for name, one in PLACEHOLDERS.items()}


def sample(
    kind: LetterKind,
    language: Language,
    values: Mapping[str, Value] | None = None,
    *,
    recipient: tuple[str, ...] = ("Yasmina Modèle", "avenue du Spécimen 48", "1060 Saint-Gilles"),
    email: str = "",
    sender: Sender = SENDER,
) -> LetterFacts:
    filled = sample_values(language) | dict(values or {})
    return LetterFacts(kind, language, "K-04", date(2022, 6, 24), recipient, filled, email, sender)
