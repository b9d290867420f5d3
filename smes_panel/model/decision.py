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


NEEDS_REASON = frozenset({Outcome.NOT_SHORTLISTED, Outcome.INADMISSIBLE, Outcome.RESERVE, Outcome.NOT_SELECTED})
"""Outcomes that do not give the person the seat, nor their own wish: the minutes say why."""


class Position(StrEnum):
    """Where a member stands on what the panel proposes for one person."""

    AGREES = "agrees"
    MINORITY = "minority"


class OfferAnswer(StrEnum):
    """What became of an offer; who is on the reserve list may also leave it."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    LEFT = "left"


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

SIGNED_FIRST = frozenset(
    {LetterKind.OFFER, LetterKind.RESERVE, LetterKind.REFUSAL_SCREENING, LetterKind.REFUSAL_INTERVIEW}
)
"""Letters released only while the code of their stage is signed and matches."""
CLOSED_FIRST = SIGNED_FIRST | {LetterKind.INVITATION}
"""Letters released only once their stage is closed."""

_NO = frozenset({LetterKind.LATE, LetterKind.INADMISSIBLE, LetterKind.REFUSAL_SCREENING})
_LATER = frozenset({LetterKind.INVITATION, LetterKind.REFUSAL_INTERVIEW, LetterKind.RESERVE, LetterKind.OFFER})
CONTRADICTED_BY: dict[LetterKind, frozenset[LetterKind]] = {
    **dict.fromkeys(sorted(_NO), _LATER),
    LetterKind.INVITATION: _NO,
    LetterKind.REFUSAL_INTERVIEW: _NO | {LetterKind.RESERVE, LetterKind.OFFER, LetterKind.RENEWAL},
    LetterKind.RESERVE: _NO | {LetterKind.REFUSAL_INTERVIEW},
    LetterKind.OFFER: _NO | {LetterKind.REFUSAL_INTERVIEW, LetterKind.RESERVE},
    LetterKind.RENEWAL: _NO | {LetterKind.REFUSAL_INTERVIEW},
}
"""Which letters the same person may not receive after this one. An offer may follow the reserve, never precede it, and
a refusal is never taken back by another letter."""


class LetterState(StrEnum):
    """How far one letter is: `draft`, complete (`ready`), free to leave (`released`), gone (`sent`, `printed`)."""

    DRAFT = "draft"
    READY = "ready"
    RELEASED = "released"
    PRINTED = "printed"
    SENT = "sent"


class SendingHow(StrEnum):
    """By which way a letter leaves: a draft in the mailbox, sent from here, or printed."""

    DRAFT = "draft"
    SMTP = "smtp"
    EML = "eml"
    PRINT = "print"


class SendingState(StrEnum):
    """What became of one attempt. `unknown`: the line was cut before the server's answer; look before trying again."""

    BEGUN = "begun"
    DRAFTED = "drafted"
    SENT = "sent"
    PRINTED = "printed"
    UNKNOWN = "unknown"
    FAILED = "failed"
    SETTLED = "settled"


SENDING_MAY_FOLLOW: dict[SendingState | None, frozenset[SendingState]] = {
    None: frozenset({SendingState.BEGUN, SendingState.DRAFTED, SendingState.PRINTED, SendingState.FAILED}),
    SendingState.BEGUN: frozenset(
        {SendingState.SENT, SendingState.DRAFTED, SendingState.UNKNOWN, SendingState.FAILED, SendingState.PRINTED}
    ),
    SendingState.UNKNOWN: frozenset({SendingState.SENT, SendingState.DRAFTED, SendingState.FAILED}),
    SendingState.DRAFTED: frozenset({SendingState.SENT, SendingState.SETTLED}),
    SendingState.FAILED: frozenset({SendingState.SETTLED}),
    SendingState.SENT: frozenset(),
    SendingState.PRINTED: frozenset(),
    SendingState.SETTLED: frozenset(),
}
"""Which state of an attempt may follow which. A draft is sent by a person, who says so, or thrown away (`settled`);
a failure stays in sight until somebody dealt with it."""
