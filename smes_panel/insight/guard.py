"""The guard on words: where a note may speak of a protected criterion, and what to write instead. It only suggests."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import combining, normalize

from smes_panel.insight.lexicon import FINE, TRIGGERS, Ground
from smes_panel.model.words import Words


@dataclass(frozen=True, slots=True)
class Hint:
    """One place in a text, `start` up to and without `end` in its characters, and what it may speak of."""

    start: int
    end: int
    ground: Ground


GROUNDS: Mapping[Ground, Words] = {
    Ground.AGE: Words("l’âge", "leeftijd", "age"),
    Ground.ORIGIN: Words("l’origine ou la nationalité", "afkomst of nationaliteit", "origin or nationality"),
    Ground.BELIEF: Words("la conviction religieuse ou philosophique", "geloof of levensbeschouwing", "belief"),
    Ground.POLITICS: Words("la conviction politique", "politieke overtuiging", "political conviction"),
    Ground.UNION: Words("la conviction syndicale", "syndicale overtuiging", "trade-union conviction"),
    Ground.HEALTH: Words("la santé ou un handicap", "gezondheid of een handicap", "health or a disability"),
    Ground.PREGNANCY: Words("la grossesse ou la parentalité", "zwangerschap of ouderschap", "pregnancy or parenthood"),
    Ground.FAMILY: Words("la situation de famille", "de gezinssituatie", "the family situation"),
    Ground.SEX: Words("le sexe ou le genre", "geslacht of gender", "sex or gender"),
    Ground.ORIENTATION: Words("l’orientation sexuelle", "seksuele geaardheid", "sexual orientation"),
    Ground.BODY: Words("une caractéristique physique", "een fysiek kenmerk", "a physical trait"),
    Ground.ACCENT: Words("la langue ou l’accent", "taal of accent", "language or accent"),
    Ground.BACKGROUND: Words(
        "l’origine sociale ou la fortune", "sociale afkomst of vermogen", "social origin or wealth"
    ),
}

_SEEN = Words(
    "Décrivez ce qui a été vu ou entendu : une tâche, un exemple, une phrase du dossier.",
    "Beschrijf wat u zag of hoorde: een taak, een voorbeeld, een zin uit het dossier.",
    "Describe what was seen or heard: a task, an example, a sentence of the file.",
)
_AVAILABLE = Words(
    "Notez la réponse à la question posée à tout le monde sur les horaires, rien de la vie privée.",
    "Noteer het antwoord op de vraag over de uren die iedereen kreeg, niets over het privéleven.",
    "Note the answer to the question about hours that everybody was asked, nothing of private life.",
)
INSTEAD: Mapping[Ground, Words] = {
    **dict.fromkeys(Ground, _SEEN),
    Ground.AGE: Words(
        "Décrivez l’expérience : quelles tâches, depuis quand.",
        "Beschrijf de ervaring: welke taken, sinds wanneer.",
        "Describe the experience: which tasks, since when.",
    ),
    Ground.ACCENT: Words(
        "Décrivez ce qui a été compris ou non, et ce que le poste demande.",
        "Beschrijf wat al dan niet begrepen werd, en wat de functie vraagt.",
        "Describe what was or was not understood, and what the job asks.",
    ),
    Ground.PREGNANCY: _AVAILABLE,
    Ground.FAMILY: _AVAILABLE,
}
"""What to write in its place."""

_FINE = re.compile(rf"(?<!\w)(?:{'|'.join(FINE)})(?!\w)")
_GROUNDS = {ground: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for ground, words in TRIGGERS.items()}


def guarded(text: str) -> tuple[Hint, ...]:
    """Where `text` may speak of a protected criterion, in its order; no two hints of one criterion overlap.

    Whole words in French, Dutch and English are looked for together, whatever the case and however accents are
    composed. Nothing is sent, kept or blocked: the text may be right, and its author decides. Source of the criteria:
    Belgian laws of 30 July 1981 and of 10 May 2007 (three), as listed by Unia.
    """
    said, places = _plain(text)
    fine = bytearray(len(said))
    for found in _FINE.finditer(said):
        fine[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    hints = {
        (places[found.start()], places[found.end()], ground)
        for ground, words in _GROUNDS.items()
        for found in words.finditer(said)
        if not any(fine[found.start() : found.end()])
    }
    return tuple(Hint(*hint) for hint in sorted(hints))


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in lower case and composed, and where each of its characters, and its end, stood."""
    said: list[str] = []
    places: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and combining(text[end]):
            end += 1
        piece = normalize("NFC", text[start:end]).lower()
        said.append(piece)
        places += [start] * len(piece)
        start = end
    return "".join(said), [*places, len(text)]
