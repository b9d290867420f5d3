"""Answers to open questions, read as a person types them and kept in one spelling."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from smes_panel.errors import BadInput, UnknownName
from smes_panel.model.placeholder import PLACEHOLDERS, read, typed_day, typed_hour
from smes_panel.model.vacancy import Stage

BRUSSELS = ZoneInfo("Europe/Brussels")
"""The clock of every instant that people type or read."""

SENDER_FACTS = ("wordmark", "address", "place", "registered", "account")
"""What the letterhead and the legal footer say of the sender: `sender.address`…"""

SHORTLIST_SIGNER = "shortlist_signer"
"""Who signs the shortlist: the director, or the chair where the rules delegate it."""

_SIGNERS = {
    **dict.fromkeys(("chair", "présidence", "president", "présidente", "président", "voorzitter"), "chair"),
    **dict.fromkeys(("director", "direction", "directie", "directeur", "directrice"), "director"),
}
_YES = frozenset({"yes", "y", "true", "1", "oui", "o", "ja", "j", "essential", "essentiel", "essentieel"})
_NO = frozenset({"no", "n", "false", "0", "non", "nee", "neen", "desirable", "souhaité", "gewenst"})
_STAGES = {
    **{stage.value: stage for stage in Stage},
    "dossier": Stage.SCREENING,
    "entretien": Stage.INTERVIEW,
    "gesprek": Stage.INTERVIEW,
}
_NONE = frozenset({"none", "aucune", "aucun", "geen"})
_BOTH = frozenset({"both", "beide", "les deux"})
_BY_CRITERION = ("weight", "essential", "stages")


def is_rule(question: str) -> bool:
    """Whether the answer is a rule of the selection, which the freeze protects; a reference or a telephone number is
    none.
    """
    return question == "closes_at" or question.partition(".")[0] in _BY_CRITERION


def settled(question: str, answer: str, codes: Collection[str]) -> str:
    """The one spelling of this answer. `codes` are the criteria there are.

    Raises UnknownName for a question that is none, BadInput for an answer that cannot be read.
    """
    text = " ".join(answer.split())
    if not text:
        raise BadInput(f"{question} is given no answer. Nothing was changed.")
    about, _, which = question.partition(".")
    if about in _BY_CRITERION and which:
        if which not in codes:
            raise UnknownName(f"{question}: there is no criterion {which}; `show` lists them. Nothing was changed.")
        return {"weight": _weight, "essential": _essential, "stages": _stages}[about](question, text)
    if question == "closes_at":
        return instant(question, text).isoformat()
    if question == SHORTLIST_SIGNER:
        return _signer(question, text)
    # What letters say may differ by language: sender.place.nl, position.nl.
    bare = re.sub(r"\.(?:fr|nl|en)$", "", question)
    if question == "reference" or bare in {f"sender.{fact}" for fact in SENDER_FACTS}:
        return text
    if bare in PLACEHOLDERS:
        read(PLACEHOLDERS[bare], text)
        return text
    raise UnknownName(
        f"{question} is not a question of this dossier: "
        "settle takes reference, closes_at, weight.C01, essential.C01, stages.C01, shortlist_signer, "
        f"sender.address and the fields of the letters ({', '.join(PLACEHOLDERS)}). Nothing was changed."
    )


def _weight(question: str, text: str) -> str:
    try:
        weight = float(text.replace(",", "."))
    except ValueError:
        weight = -1.0
    if not 0 < weight <= 100:
        raise BadInput(
            f"{question}: “{text[:40]}” is not a weight; type a number above 0, at most 100. Nothing was changed."
        )
    return f"{weight:g}"


def _essential(question: str, text: str) -> str:
    word = text.casefold()
    if word not in _YES | _NO:
        raise BadInput(f"{question}: “{text[:40]}” is neither yes nor no. Nothing was changed.")
    return "true" if word in _YES else "false"


def _signer(question: str, text: str) -> str:
    if text.casefold() not in _SIGNERS:
        raise BadInput(f"{question}: “{text[:40]}” is neither chair nor director. Nothing was changed.")
    return _SIGNERS[text.casefold()]


def _stages(question: str, text: str) -> str:
    if text.casefold() in _NONE:
        return "none"
    words = " ".join(Stage) if text.casefold() in _BOTH else text
    chosen = {_STAGES.get(word.casefold()) for word in re.split(r"[\s,;+]+", words) if word}
    if None in chosen or not chosen:
        raise BadInput(
            f"{question}: “{text[:40]}” names no stage; type screening, interview, both or none. Nothing was changed."
        )
    return ",".join(stage.value for stage in Stage if stage in chosen)


def instant(question: str, text: str) -> datetime:
    """A day with its hour as typed, on Brussels time; `question` is what the refusal calls it. Raises BadInput."""
    day, _, hour = re.sub(r"^(\S+?)[T ](?:à |om |at )?", r"\1 ", text).partition(" ")
    when, at = typed_day(day), typed_hour(hour)
    if when is not None and at is not None:
        return datetime.combine(when, at, BRUSSELS)
    if when is not None and not hour:
        raise BadInput(
            f"{question}: “{text[:40]}” gives no hour. "
            "Type it too, such as 2022-06-20T23:59 (Brussels). Nothing was changed."
        )
    try:
        moment = datetime.fromisoformat(text if ":" in text else "")
    except ValueError:
        raise BadInput(
            f"{question}: “{text[:40]}” is not an instant; type 2022-06-20T23:59. Nothing was changed."
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)
