"""What a posting leaves open, as questions that `settle` answers."""

from __future__ import annotations

from collections.abc import Sequence

from smes_panel.model.vacancy import Criterion, Posting
from smes_panel.model.words import Words


def open_questions(posting: Posting, criteria: Sequence[Criterion]) -> tuple[tuple[str, Words], ...]:
    """The key and the words of each question: the reference, the closing instant, then three per criterion."""
    asked: list[tuple[str, Words]] = []
    if posting.reference is None:
        asked.append(("reference", _reference(posting)))
    if posting.closes_at is None:
        asked.append(("closes_at", _closing(posting)))
    parents = {criterion.parent for criterion in criteria}
    for criterion in criteria:
        if criterion.code in parents:
            continue
        code, name = criterion.code, f"C{criterion.number}"
        if criterion.weight is None or "weight" in criterion.proposed:
            said = Words(f"Quel poids pour {name} ?", f"Welk gewicht voor {name}?", f"What weight for {name}?")
            asked.append((f"weight.{code}", said))
        if criterion.essential is None or "essential" in criterion.proposed:
            said = Words(
                f"{name} est-il essentiel ou souhaité ?",
                f"Is {name} essentieel of gewenst?",
                f"Is {name} essential or desirable?",
            )
            asked.append((f"essential.{code}", said))
        if criterion.stages is None or "stages" in criterion.proposed:
            said = Words(
                f"À quelle étape {name} se voit-il ?",
                f"In welke fase is {name} te zien?",
                f"At which stage can {name} be seen?",
            )
            asked.append((f"stages.{code}", said))
    return tuple(asked)


def _reference(posting: Posting) -> Words:
    if posting.asks_reference:
        return Words(
            "L’annonce demande « la référence du poste » et n’en donne aucune. Laquelle ?",
            "De vacature vraagt “de referentie” en vermeldt er geen. Welke?",
            "The posting asks for “the reference” and prints none. Which is it?",
        )
    return Words(
        "Quelle est la référence du poste ?", "Wat is de referentie van de vacature?", "What is the reference?"
    )


def _closing(posting: Posting) -> Words:
    if posting.deadline is None:
        return Words(
            "Jusqu’à quel instant les candidatures sont-elles reçues ?",
            "Tot welk ogenblik kan men kandideren?",
            "Until what instant are applications received?",
        )
    day = f"{posting.deadline:%d/%m/%Y}"
    return Words(
        f"À quelle heure se ferme le {day} ? L’annonce donne le jour, pas l’heure.",
        f"Om hoe laat sluit {day}? De vacature geeft de dag, niet het uur.",
        f"At what hour does {day} close? The posting gives the day, not the hour.",
    )
