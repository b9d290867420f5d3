"""The blanks of the letters: each declared once, with one name in every language, and read as it is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from smes_panel.errors import BadInput
from smes_panel.model.blanks import FURTHER
from smes_panel.model.words import Words

Value = str | int | float | date | time | tuple[str, ...]
"""What a blank is filled with; a flag is a bool."""


class Fill(StrEnum):
    """How a value is read when typed and said in a letter."""

    TEXT = "text"
    TITLE = "title"
    DATE = "date"
    DAY = "day"
    TIME = "time"
    LIST = "list"
    COUNT = "count"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    START = "start"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A blank of the letters. `name` is the field as typed, in every language; `sample` is written as it is typed.

    A `day` is a date said with its weekday. A `flag` is yes or no, and only opens a passage. A `choice` is one of
    `choices`. A `start` is a date, the word `soon`, or words in the letter's language. A `list` is typed with `;`.
    """

    name: str
    words: Words
    sample: Words
    kind: Fill = Fill.TEXT
    choices: tuple[str, ...] = ()

    @property
    def spoken(self) -> bool:
        """Whether it is words of the letter's language, so that each language has its own."""
        return self.kind in (Fill.TEXT, Fill.TITLE, Fill.START) and self.sample.fr != self.sample.nl


def _same(text: str) -> Words:
    return Words(text, text, text)


_DECLARED = (
    Placeholder(
        "name",
        Words(
            "prénom et nom de la personne", "voornaam en naam van de kandidaat", "the candidate's first and last name"
        ),
        _same("Yasmina Modèle"),
    ),
    Placeholder(
        "position",
        Words("intitulé de la fonction", "functietitel", "the title of the post"),
        Words("Chargé·e de projets Connect", "Projectmedewerker Connect (m/v/x)", "Chargé·e de projets Connect"),
        Fill.TITLE,
    ),
    Placeholder(
        "reference",
        Words("référence du poste", "referentie van de vacature", "the reference of the vacancy"),
        _same("CP-2022-06"),
    ),
    Placeholder(
        "apply_to",
        Words(
            "adresse e-mail de réponse, celle de l’annonce",
            "e-mailadres voor antwoorden, dat van de vacature",
            "the e-mail address for answers, the one of the posting",
        ),
        _same("rh@exemple.invalid"),
    ),
    Placeholder(
        "phone",
        Words("téléphone pour répondre", "telefoonnummer voor antwoorden", "the telephone number for answers"),
        _same("02 000 00 00"),
    ),
    Placeholder(
        "contact_person",
        Words(
            "personne qui répond aux questions", "persoon die vragen beantwoordt", "the person who answers questions"
        ),
        _same("Nora Secrétariat"),
    ),
    Placeholder(
        "chair_name",
        Words(
            "nom de la présidence du jury", "naam van de voorzitter van de selectiecommissie", "the name of the chair"
        ),
        _same("Maude Jury"),
    ),
    Placeholder(
        "director_name",
        Words("nom de la direction", "naam van de directie", "the name of the director"),
        _same("Dominique Direction"),
    ),
    Placeholder(
        "erase_on",
        Words("date d’effacement des données", "datum waarop de gegevens gewist worden", "the day the data are erased"),
        _same("2023-07-08"),
        Fill.DATE,
    ),
    Placeholder(
        "received_on",
        Words("date de réception de la candidature", "datum van ontvangst", "the day the application came in"),
        _same("2022-06-14"),
        Fill.DATE,
    ),
    Placeholder(
        "applications_count",
        Words("nombre de candidatures examinées", "aantal onderzochte kandidaturen", "the number of applications read"),
        _same("23"),
        Fill.COUNT,
    ),
    Placeholder(
        "reason",
        Words(
            "motif lié au profil : le ou les critères qui ont fait la différence",
            "motief uit het profiel: het criterium of de criteria die het verschil maakten",
            "the reason tied to the profile: the criteria that made the difference",
        ),
        Words(
            "l’expérience de la coordination de réseau et la pratique du néerlandais",
            "ervaring met netwerkcoördinatie en kennis van het Nederlands",
            "l’expérience de la coordination de réseau et la pratique du néerlandais",
        ),
    ),
    Placeholder(
        "noted_point",
        Words(
            "point positif relevé à l’entretien",
            "positief punt uit het gesprek",
            "a strong point noted at the interview",
        ),
        Words(
            "votre aisance dans les deux langues",
            "uw vlotte omgang met beide talen",
            "votre aisance dans les deux langues",
        ),
    ),
    Placeholder(
        "strengths",
        Words(
            "points forts, tirés du profil", "sterke punten, uit het profiel", "strong points, taken from the profile"
        ),
        Words(
            "la capacité d’animation de réunions",
            "de vaardigheid om vergaderingen te begeleiden",
            "la capacité d’animation de réunions",
        ),
    ),
    Placeholder(
        "feedback_by",
        Words(
            "date limite pour demander un retour",
            "uiterste datum om toelichting te vragen",
            "the last day to ask for feedback",
        ),
        _same("2022-09-30"),
        Fill.DATE,
    ),
    Placeholder(
        "answer_by",
        Words("date limite de réponse", "uiterste datum voor een antwoord", "the day an answer is expected by"),
        _same("2022-07-15"),
        Fill.DATE,
    ),
    Placeholder(
        "confirm_by",
        Words("date de confirmation", "datum voor de bevestiging", "the day to confirm by"),
        _same("2022-06-30"),
        Fill.DATE,
    ),
    Placeholder(
        "reserve_until",
        Words("fin de validité de la réserve", "einddatum van de wervingsreserve", "the last day of the reserve list"),
        _same("2023-12-31"),
        Fill.DATE,
    ),
    Placeholder(
        "interview_date",
        Words("date de l’entretien", "datum van het gesprek", "the day of the interview"),
        _same("2022-07-05"),
        Fill.DAY,
    ),
    Placeholder(
        "interview_time",
        Words("heure de l’entretien", "uur van het gesprek", "the hour of the interview"),
        _same("9:30"),
        Fill.TIME,
    ),
    Placeholder(
        "interview_address",
        Words("adresse de l’entretien", "adres van het gesprek", "the address of the interview"),
        Words(
            "rue de la Maquette 1, 1000 Bruxelles",
            "Maquettestraat 1, 1000 Brussel",
            "rue de la Maquette 1, 1000 Bruxelles",
        ),
    ),
    Placeholder(
        "room",
        Words("salle de l’entretien", "zaal van het gesprek", "the room of the interview"),
        Words("salle A, premier étage", "zaal A, eerste verdieping", "salle A, premier étage"),
    ),
    Placeholder(
        "lift",
        Words(
            "oui si le lieu est accessible par ascenseur",
            "ja als de ruimte met de lift bereikbaar is",
            "yes when a lift reaches the room",
        ),
        Words("oui", "ja", "yes"),
        Fill.FLAG,
    ),
    Placeholder(
        "bilingual",
        Words(
            "oui si l’entretien comprend un échange dans l’autre langue",
            "ja als een deel van het gesprek in de andere taal verloopt",
            "yes when part of the interview is in the other language",
        ),
        Words("oui", "ja", "yes"),
        Fill.FLAG,
    ),
    Placeholder(
        "panel_members",
        Words("membres du jury présents", "aanwezige leden van de selectiecommissie", "the panel members present"),
        _same("Maude Jury; Dries Comité; Rachid Assesseur"),
        Fill.LIST,
    ),
    Placeholder(
        "contract",
        Words(
            "durée du contrat : fixed_term (déterminée) ou permanent (indéterminée)",
            "duur van het contract: fixed_term (bepaald) of permanent (onbepaald)",
            "the length of the contract: fixed_term or permanent",
        ),
        _same("fixed_term"),
        Fill.CHOICE,
        ("fixed_term", "permanent"),
    ),
    Placeholder(
        "ends_on",
        Words("fin du contrat", "einddatum van het contract", "the last day of the contract"),
        _same("2022-12-31"),
        Fill.DATE,
    ),
    Placeholder(
        "renewable",
        Words(
            "oui si un renouvellement est possible", "ja als een verlenging mogelijk is", "yes when it can be renewed"
        ),
        Words("oui", "ja", "yes"),
        Fill.FLAG,
    ),
    Placeholder(
        "part_time",
        Words("oui pour un temps partiel", "ja voor een deeltijdse functie", "yes for a part-time post"),
        Words("oui", "ja", "yes"),
        Fill.FLAG,
    ),
    Placeholder(
        "hours_per_week",
        Words("heures de travail par semaine", "arbeidsuren per week", "working hours a week"),
        _same("19"),
        Fill.NUMBER,
    ),
    Placeholder(
        "joint_committee",
        Words(
            "numéro de la commission paritaire", "nummer van het paritair comité", "the number of the joint committee"
        ),
        _same("330.04"),
    ),
    Placeholder(
        "pay_scale",
        Words(
            "commission paritaire dont les barèmes s’appliquent",
            "paritair comité waarvan de barema’s gelden",
            "the joint committee whose pay scales apply",
        ),
        _same("330.01.10"),
    ),
    Placeholder(
        "starts",
        Words(
            "entrée en fonction : une date, « soon » (dès que possible) ou quelques mots dans la langue de la lettre",
            "indiensttreding: een datum, “soon” (zo snel mogelijk) of enkele woorden in de taal van de brief",
            "start: a date, “soon”, or a few words in the letter's language",
        ),
        _same("soon"),
        Fill.START,
    ),
    Placeholder(
        "work_address",
        Words("lieu de travail", "plaats van tewerkstelling", "the place of work"),
        Words(
            "rue de la Maquette 1, 1000 Bruxelles",
            "Maquettestraat 1, 1000 Brussel",
            "rue de la Maquette 1, 1000 Bruxelles",
        ),
    ),
)
_FURTHER = (Placeholder(name, words, sample, Fill(kind)) for name, words, sample, kind in FURTHER)
PLACEHOLDERS: Mapping[str, Placeholder] = {one.name: one for one in (*_DECLARED, *_FURTHER)}


_YES = frozenset({"yes", "y", "oui", "o", "ja", "j", "true", "1"})
_NO = frozenset({"no", "n", "non", "nee", "neen", "false", "0"})
_SOON = re.compile(
    r"soon|as soon as possible|d[eè]s que possible|le plus (?:rapidement|t[oô]t) possible|au plus (?:vite|t[oô]t)"
    r"|imm[eé]diate?(?:ment)?"
    r"|zo (?:snel|spoedig|vlug) mogelijk|onmiddellijk|asap",
    re.IGNORECASE,
)
_EXPECTED = {
    Fill.DATE: "a date such as 2022-07-05",
    Fill.DAY: "a date such as 2022-07-05",
    Fill.TIME: "an hour such as 9:30",
    Fill.COUNT: "a whole number",
    Fill.NUMBER: "a number such as 19 or 37.5",
    Fill.FLAG: "yes or no",
}


def read(placeholder: Placeholder, typed: str) -> Value:
    """The value of a field as a person types it: a day as 2022-07-05 or 5/7/2022, an hour as 9:30 or 9 h 30.

    Raises BadInput, naming the field, what was typed and what is expected.
    """
    text = " ".join(typed.split())
    value: Value | None
    match placeholder.kind:
        case Fill.DATE | Fill.DAY:
            value = typed_day(text)
        case Fill.START:
            value = typed_day(text) or ("soon" if _SOON.fullmatch(text.strip(" .")) else text)
        case Fill.TIME:
            value = typed_hour(text)
        case Fill.LIST:
            value = tuple(one.strip() for one in text.split(";") if one.strip())
        case Fill.COUNT:
            value = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None
        case Fill.NUMBER:
            value = float(text.replace(",", ".")) if re.fullmatch(r"[0-9]{1,4}(?:[.,][0-9]{1,2})?", text) else None
        case Fill.FLAG:
            value = True if text.lower() in _YES else False if text.lower() in _NO else None
        case Fill.CHOICE:
            value = text if text in placeholder.choices else None
        case _:
            value = text
    if value is None:
        expected = _EXPECTED.get(placeholder.kind) or " or ".join(placeholder.choices)
        raise BadInput(f"{placeholder.name}: “{text[:80]}” cannot be read; type {expected}.")
    return value


def typed_day(text: str) -> date | None:
    """A day as a person types it: 2022-07-05 or 5/7/2022; `None` for anything else."""
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    belgian = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text)
    parts = iso.groups() if iso else belgian.groups()[::-1] if belgian else None
    try:
        return date(*(int(part) for part in parts)) if parts else None
    except ValueError:
        return None


def typed_hour(text: str) -> time | None:
    """An hour as a person types it: 9:30, 9 h 30, 9u30, 9.30 uur, 14 h; `None` for anything else."""
    found = re.fullmatch(r"([0-9]{1,2})(?: ?(?:h|uur|u|[:.]) ?([0-9]{2})?)?(?: ?(?:uur|u))?", text, re.IGNORECASE)
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None
