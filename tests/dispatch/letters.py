"""Letters to people who do not exist, ready to leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from smes_panel.dispatch import Message, Outgoing, composed, message_id
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts
from smes_panel.model.words import Language
from smes_panel.paper.letter import letter_pdf
from tests.paper.letters import sample

AT = datetime(2022, 6, 24, 9, 30, tzinfo=timezone(timedelta(hours=2)))
ACCOUNT = Outgoing.stated("smtp.maquette.invalid", "", "selection@maquette.invalid", "Maquette asbl")
LANGUAGES = tuple(Language)


def clock() -> datetime:
    return datetime(2022, 6, 24, 8, 0, tzinfo=UTC)


@cache
def drawn(language: Language) -> bytes:
    return letter_pdf(sample(LetterKind.ACKNOWLEDGEMENT, language))


def facts(number: int, **other: object) -> LetterFacts:
    language = LANGUAGES[number % 3]
    person = (f"Personne Fictive {number}", "rue de la Maquette 1", "1000 Bruxelles")
    made = sample(LetterKind.ACKNOWLEDGEMENT, language, recipient=person, email=f"personne{number}@specimen.invalid")
    return replace(made, application=f"K-{number:02}", **other)  # type: ignore[arg-type]


def letter(number: int, account: Outgoing = ACCOUNT, **other: object) -> Message:
    said = facts(number, **other)
    known_by = message_id("dossier", said.application, said.kind, f"digest {number}", "maquette.invalid")
    name = f"{said.application}-{said.kind}.pdf"
    return composed(said, drawn(said.language), name, account, known_by, AT)


def letters(count: int) -> list[Message]:
    return [letter(number) for number in range(1, count + 1)]
