"""Outcomes: what the panel decided about an application at a stage, and which letter says so."""

from __future__ import annotations

from enum import StrEnum

from smes_panel.model.vacancy import Stage


class Outcome(StrEnum):
    """What became of an application at a stage."""

    INVITED = "invited"
    NOT_SHORTLISTED = "not_shortlisted"
    SELECTED = "selected"
    RESERVE = "reserve"
    NOT_SELECTED = "not_selected"
    WITHDRAWN = "withdrawn"
    INADMISSIBLE = "inadmissible"


OUTCOMES_AT: dict[Stage, frozenset[Outcome]] = {
    Stage.SCREENING: frozenset({Outcome.INVITED, Outcome.NOT_SHORTLISTED, Outcome.WITHDRAWN, Outcome.INADMISSIBLE}),
    Stage.INTERVIEW: frozenset({Outcome.SELECTED, Outcome.RESERVE, Outcome.NOT_SELECTED, Outcome.WITHDRAWN}),
}


MAY_FOLLOW: dict[Outcome | None, frozenset[Outcome]] = {
    None: OUTCOMES_AT[Stage.SCREENING],
    Outcome.INVITED: OUTCOMES_AT[Stage.SCREENING],
    Outcome.NOT_SHORTLISTED: OUTCOMES_AT[Stage.SCREENING],
    Outcome.INADMISSIBLE: frozenset({Outcome.INADMISSIBLE, Outcome.WITHDRAWN}),
    Outcome.WITHDRAWN: frozenset({Outcome.WITHDRAWN}),
}
"""Which outcome of the screening may follow which. Who withdrew or was set aside is examined again first (`Admit`), or
the outcome is taken back; nobody is invited or refused in passing."""


class LetterKind(StrEnum):
    """The letters of the house: five that answer an outcome, ten that answer something else that happened."""

    INVITATION = "invitation"
    REFUSAL_SCREENING = "refusal-screening"
    REFUSAL_INTERVIEW = "refusal-interview"
    RESERVE = "reserve"
    OFFER = "offer"
    ACKNOWLEDGEMENT = "acknowledgement"
    MISSING_DOCUMENT = "missing-document"
    LATE = "late"
    INADMISSIBLE = "inadmissible"
    POSTPONEMENT = "postponement"
    WITHDRAWAL = "withdrawal"
    ATTESTATION = "attestation"
    RETURN_DOCUMENTS = "return-documents"
    ACCESS_REPLY = "access-reply"
    RENEWAL = "renewal"


LETTER_FOR: dict[LetterKind, tuple[Stage, Outcome]] = {
    LetterKind.INVITATION: (Stage.SCREENING, Outcome.INVITED),
    LetterKind.REFUSAL_SCREENING: (Stage.SCREENING, Outcome.NOT_SHORTLISTED),
    LetterKind.REFUSAL_INTERVIEW: (Stage.INTERVIEW, Outcome.NOT_SELECTED),
    LetterKind.RESERVE: (Stage.INTERVIEW, Outcome.RESERVE),
    LetterKind.OFFER: (Stage.INTERVIEW, Outcome.SELECTED),
}

ON_REQUEST = frozenset(
    {LetterKind.POSTPONEMENT, LetterKind.ATTESTATION, LetterKind.RETURN_DOCUMENTS, LetterKind.ACCESS_REPLY}
)
"""Letters for somebody who asked, or to whom something happened that no fact of the dossier tells: they are named.

An attestation is due to who asks (CBA no. 38, art. 4), documents handed in are returned (art. 5), and a copy of the
data is due within a month of the request (GDPR, art. 12.3 and 15).
"""
