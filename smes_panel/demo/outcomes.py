"""What the panel decides at each step, as the tables that `outcome --from` takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from smes_panel.dossier import Dossier
from smes_panel.model.application import Timeliness
from smes_panel.model.decision import Outcome
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language

Row = list[str]
HEAD: Row = ["application", "stage", "outcome", "reason", "rank", "field", "value"]

_INVITED = {
    "Yasmina Modèle": "9:00",
    "Salma Esquisse": "10:15",
    "Marie-Françoise Personnage-Inventé": "11:30",
    "Hanne Proefstuk": "13:30",
    "Wout Schets": "14:45",
    "Fatou Spécimen": "16:00",
}
_DAY = "2022-07-05"
_NOT_SHORTLISTED = {
    "Inès Brouillon": "la connaissance du secteur social-santé et l’expérience de la gestion de projets",
    "Karim Prototype": "la connaissance du secteur social-santé et la compréhension du cumul des problématiques",
    "Elif Figurine": "la maîtrise du néerlandais et l’expérience de l’organisation d’événements",
    "Théo Maquette": "la connaissance de la santé mentale et la compréhension du cumul des problématiques",
    "Awa Hypothèse": "la gestion de projets et la maîtrise du néerlandais",
    "Nel Denkbeeldig": "kennis van de sociale-gezondheidssector en ervaring met projectbeheer",
    "Joris Verzonnen": "kennis van het werkveld en ervaring met de organisatie van evenementen",
}
_AFTER_INTERVIEW: Mapping[str, tuple[Outcome, Mapping[str, str]]] = {
    "Yasmina Modèle": (Outcome.SELECTED, {}),
    "Salma Esquisse": (
        Outcome.RESERVE,
        {
            "strengths": "l’aisance à s’exprimer en public et l’esprit d’initiative",
            "reason": "la maîtrise du néerlandais",
        },
    ),
    "Hanne Proefstuk": (
        Outcome.RESERVE,
        {
            "strengths": "de beheersing van beide talen en de kennis van de geestelijke gezondheidszorg",
            "reason": "ervaring met het begeleiden van vergaderingen en met spreken in het openbaar",
        },
    ),
    "Wout Schets": (
        Outcome.NOT_SELECTED,
        {
            "noted_point": "uw creativiteit en uw heldere schema’s",
            "reason": "inzicht in gecumuleerde problematieken",
        },
    ),
    "Fatou Spécimen": (
        Outcome.NOT_SELECTED,
        {
            "noted_point": "votre expérience de l’accompagnement inconditionnel",
            "reason": "la gestion de projets et l’aisance dans l’organisation d’événements",
        },
    ),
}


def admissibility(dossier: Dossier) -> list[Row]:
    """Before reading: what came late is inadmissible, the first of two mails of one person gives way to the second."""
    rows = []
    for one in dossier.read.applications():
        if one.timeliness is Timeliness.LATE:
            late = "laattijdig ingediend" if one.identity.language is Language.NL else "reçue après l’échéance"
            rows.append(_outcome(one.key, Stage.SCREENING, Outcome.INADMISSIBLE, late))
        elif any(twin > one.key for twin in one.resembles):
            rows.append(_outcome(one.key, Stage.SCREENING, Outcome.WITHDRAWN))
    return [HEAD, *rows]


def after_screening(dossier: Dossier) -> list[Row]:
    """After the comparison: who is invited, and when; who is not, and on which criteria of the profile."""
    return [HEAD, *chain.from_iterable(_screened(key, name) for key, name in _read(dossier, Stage.SCREENING))]


def _screened(key: str, name: str) -> Iterator[Row]:
    if name in _INVITED:
        yield _outcome(key, Stage.SCREENING, Outcome.INVITED)
        yield _field(key, Stage.SCREENING, "interview_date", _DAY)
        yield _field(key, Stage.SCREENING, "interview_time", _INVITED[name])
    else:
        yield _outcome(key, Stage.SCREENING, Outcome.NOT_SHORTLISTED, _NOT_SHORTLISTED[name])
        if name == "Awa Hypothèse":
            # Papers brought by hand bear no instant: the secretary wrote the day down.
            yield _field(key, Stage.SCREENING, "received_on", "2022-06-17")


def withdrawal(dossier: Dossier) -> list[Row]:
    """Before the interviews: one person has found another post."""
    return [
        HEAD,
        *(
            _outcome(key, Stage.INTERVIEW, Outcome.WITHDRAWN)
            for key, name in _read(dossier, Stage.INTERVIEW)
            if name not in _AFTER_INTERVIEW
        ),
    ]


def after_interview(dossier: Dossier) -> list[Row]:
    """After the interviews: one offer, two in the reserve, two refusals."""
    rows, rank = [HEAD], 0
    for key, name in _read(dossier, Stage.INTERVIEW):
        outcome, fields = _AFTER_INTERVIEW[name]
        rank += outcome is Outcome.RESERVE
        place = str(rank) if outcome is Outcome.RESERVE else ""
        rows.append(_outcome(key, Stage.INTERVIEW, outcome, fields.get("reason", ""), place))
        rows += [_field(key, Stage.INTERVIEW, field, value) for field, value in fields.items() if field != "reason"]
    return rows


def _read(dossier: Dossier, stage: Stage) -> list[tuple[str, str]]:
    chosen = set(dossier.read.rated_applications(stage))
    return [(one.key, one.identity.name) for one in dossier.read.applications() if one.id in chosen]


def _outcome(key: str, stage: Stage, outcome: Outcome, reason: str = "", rank: str = "") -> Row:
    return [key, stage.value, outcome.value, reason, rank, "", ""]


def _field(key: str, stage: Stage, field: str, value: str) -> Row:
    return [key, stage.value, "", "", "", field, value]
