"""Why a rule said no, in the language of the moment: the core's sentences, known by their beginning."""

from __future__ import annotations

import re
from datetime import date

from smes_panel.model.decision import Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.wording.applications import OUTCOMES
from ui.wording.dispatch import REASONS as OF_DISPATCH
from ui.wording.gestures import ROLES, STAGES
from ui.wording.lists import REASONS as OF_LISTS
from ui.wording.objections import DECIDING
from ui.wording.reasons import DAY, FIRST, STAGE
from ui.wording.signing import REASONS as OF_SIGNING
from ui.wording.texts import REASONS as OF_TEXTS
from ui.wording.tongue import Tongue

REASONS: tuple[tuple[str, Words], ...] = (
    *FIRST,
    *DECIDING,
    (
        r"(?P<name>.+) has no opened rating here",
        Words(
            "{name} n’a pas de note ouverte ici : il n’y a rien à corriger.",
            "{name} heeft hier geen geopende score: er is niets te verbeteren.",
            "{name} has no opened rating here: there is nothing to correct.",
        ),
    ),
    (
        r"A correction gives a level",
        Words(
            "Une correction donne un niveau, « pas évaluable » ou une abstention.",
            "Een verbetering geeft een niveau, “niet te beoordelen” of een onthouding.",
            "A correction gives a level, “cannot be assessed” or an abstention.",
        ),
    ),
    (
        r"A correction after the opening needs a reason",
        Words(
            "Une correction après l’ouverture demande une raison.",
            "Een verbetering na de opening vraagt een reden.",
            "A correction after the opening needs a reason.",
        ),
    ),
    (
        r"The panel moves to (?P<level>\d) where there is no median",
        Words(
            "Le jury passe à {level} sans médiane : dites pourquoi en une phrase.",
            "De jury gaat naar {level} zonder mediaan: zeg in één zin waarom.",
            "The panel moves to {level} without a median: say why in one sentence.",
        ),
    ),
    (
        r"The panel moves to (?P<level>\d) where the median is (?P<n>\d)",
        Words(
            "Le jury passe de {n} à {level} : dites pourquoi en une phrase.",
            "De jury gaat van {n} naar {level}: zeg in één zin waarom.",
            "The panel moves from {n} to {level}: say why in one sentence.",
        ),
    ),
    (
        rf"The {STAGE} grids are not open yet:",
        Words(
            "Les avis (étape {stage}) s’ouvrent quand tous sont remis, ou par la présidence avec une raison.",
            "De beoordelingen (fase {stage}) gaan open als ze allemaal zijn ingediend, of door de voorzitter met een "
            "reden.",
            "The opinions ({stage} stage) open when all are handed in, or by the chair with a reason.",
        ),
    ),
    (
        r"This dossier has its vacancy already",
        Words(
            "Ce dossier a déjà son poste. Un nouveau recrutement demande un nouveau dossier.",
            "Dit dossier heeft zijn vacature al. Een nieuwe aanwerving vraagt een nieuw dossier.",
            "This file has its vacancy already. A new recruitment is a new file.",
        ),
    ),
    (
        rf"The checklist was frozen on {DAY}.*needs a reason",
        Words(
            "Les critères sont arrêtés depuis le {day} : tout changement demande une raison, gardée avec sa date.",
            "De criteria liggen vast sinds {day}: elke wijziging vraagt een reden, die met de datum bewaard wordt.",
            "The criteria were settled on {day}: any change needs a reason, which is kept with its date.",
        ),
    ),
    (
        rf"The checklist was frozen on {DAY}",
        Words(
            "Les critères sont arrêtés depuis le {day} : leur liste et leur ordre restent.",
            "De criteria liggen vast sinds {day}: hun lijst en volgorde blijven.",
            "The criteria were settled on {day}: their list and order stay.",
        ),
    ),
    (
        r"(?P<code>\S+) has its wording from the posting",
        Words(
            "Le texte de {code} vient de l’annonce et reste tel que publié.",
            "De tekst van {code} komt uit de vacaturetekst en blijft zoals gepubliceerd.",
            "The wording of {code} comes from the posting and stays as published.",
        ),
    ),
    (
        r"(?P<code>\S+) is a line of the posting and stays",
        Words(
            "{code} est une ligne de l’annonce et reste ; sans étape, il n’est pas évalué.",
            "{code} is een regel van de vacaturetekst en blijft; zonder fase wordt het niet beoordeeld.",
            "{code} is a line of the posting and stays; with no stage it is not rated.",
        ),
    ),
    (
        r"(?P<code>\S+) details (?P<parent>\S+) already",
        Words(
            "{code} précise déjà {parent} : un sous-critère n’en a pas lui-même.",
            "{code} verfijnt al {parent}: een subcriterium heeft er zelf geen.",
            "{code} details {parent} already: a sub-criterion has none of its own.",
        ),
    ),
    (
        r"(?P<code>\S+) has sub-criteria; move",
        Words(
            "{code} a des sous-critères : sortez-les d’abord.",
            "{code} heeft subcriteria: haal die er eerst uit.",
            "{code} has sub-criteria: move them out first.",
        ),
    ),
    (
        r"(?P<code>\S+) has sub-criteria; take",
        Words(
            "{code} a des sous-critères : retirez-les d’abord.",
            "{code} heeft subcriteria: verwijder die eerst.",
            "{code} has sub-criteria: take them away first.",
        ),
    ),
    (
        r"A criterion needs a name",
        Words("Un critère a besoin d’un nom.", "Een criterium heeft een naam nodig.", "A criterion needs a name."),
    ),
    (
        r"This text has (?P<n>\d+) characters and there is room for (?P<m>\d+)",
        Words(
            "Ce texte a {n} signes ; il y a place pour {m}.",
            "Deze tekst telt {n} tekens; er is plaats voor {m}.",
            "This text has {n} characters; there is room for {m}.",
        ),
    ),
    (
        r"This application is not in the dossier",
        Words(
            "Cette candidature n’est plus dans le dossier.",
            "Deze kandidatuur staat niet meer in het dossier.",
            "This application is not in the file any more.",
        ),
    ),
    (
        r"(?P<one>\S+) is merged with (?P<other>\S+) already",
        Words(
            "{one} est déjà réunie avec {other}.",
            "{one} is al samengevoegd met {other}.",
            "{one} is merged with {other} already.",
        ),
    ),
    (
        r"(?P<key>.+): (?P<outcome>\w+) is not an outcome of the (?P<stage>screening|interview) stage",
        Words(
            "{key} : « {outcome} » n’est pas une issue de l’étape {stage}.",
            "{key}: “{outcome}” is geen uitkomst van de fase {stage}.",
            "{key}: “{outcome}” is not an outcome of the {stage} stage.",
        ),
    ),
    (
        r"(?P<key>\S+) is (?P<outcome>\w+) at screening: the interview stage",
        Words(
            "{key} : « {outcome} » après lecture du dossier ; l’entretien n’a donc pas d’issue.",
            "{key}: “{outcome}” na lezing van het dossier; het gesprek heeft dus geen uitkomst.",
            "{key}: “{outcome}” after screening; the interview has no outcome.",
        ),
    ),
    (
        r"(?P<key>\S+) is selected already",
        Words(
            "{key} est déjà retenu·e, et il y a une place. Changez d’abord cette issue.",
            "{key} is al geselecteerd en er is één plaats. Wijzig eerst die uitkomst.",
            "{key} is selected already, and there is one seat. Change that outcome first.",
        ),
    ),
    (
        r"A member needs a name",
        Words(
            "Un·e membre a besoin d’un nom, de 120 signes au plus.",
            "Een lid heeft een naam nodig, van hoogstens 120 tekens.",
            "A member needs a name, of 120 characters at most.",
        ),
    ),
    (
        r"(?P<name>.+) is on the panel already",
        Words(
            "{name} est déjà dans le jury. Deux personnes du même nom doivent pouvoir être distinguées.",
            "{name} zit al in de jury. Twee mensen met dezelfde naam moeten te onderscheiden zijn.",
            "{name} is on the panel already. Two people of one name need something that tells them apart.",
        ),
    ),
    (
        r"\S+: “(?P<text>.*)” is not a weight",
        Words(
            "« {text} » n’est pas un poids : un nombre au-dessus de 0, 100 au plus.",
            "“{text}” is geen gewicht: een getal boven 0, hoogstens 100.",
            "“{text}” is not a weight: a number above 0, at most 100.",
        ),
    ),
    (
        r"\S+: “(?P<text>.*)” gives no hour",
        Words(
            "« {text} » ne donne pas d’heure : ajoutez-la, par exemple 2022-06-20T23:59.",
            "“{text}” vermeldt geen uur: voeg het toe, bijvoorbeeld 2022-06-20T23:59.",
            "“{text}” gives no hour: add it, such as 2022-06-20T23:59.",
        ),
    ),
    (
        r"\S+: “(?P<text>.*)” is not an instant",
        Words(
            "« {text} » n’est pas un moment : écrivez par exemple 2022-06-20T23:59.",
            "“{text}” is geen tijdstip: schrijf bijvoorbeeld 2022-06-20T23:59.",
            "“{text}” is not an instant: type for instance 2022-06-20T23:59.",
        ),
    ),
    (
        r"\S+: “(?P<text>.*)” (?:cannot be read|names no stage|is neither yes nor no)",
        Words(
            "« {text} » ne se comprend pas à cet endroit.",
            "“{text}” is hier niet te begrijpen.",
            "“{text}” cannot be understood here.",
        ),
    ),
    (
        r"\S+ is given no answer",
        Words("La réponse est vide.", "Het antwoord is leeg.", "The answer is empty."),
    ),
    (
        r"The posting “(?P<name>.+)” was not read \(",
        Words(
            "L’annonce « {name} » ne s’ouvre pas.",
            "De vacaturetekst “{name}” gaat niet open.",
            "The posting “{name}” does not open.",
        ),
    ),
    (
        r"The posting “(?P<name>.+)” (?:is larger|unfolds to more) than 10 MB",
        Words(
            "L’annonce « {name} » dépasse 10 Mo.",
            "De vacaturetekst “{name}” is groter dan 10 MB.",
            "The posting “{name}” is larger than 10 MB.",
        ),
    ),
    (
        r"The posting “(?P<name>.+)” holds no text",
        Words(
            "L’annonce « {name} » ne contient pas de texte ; c’est peut-être une image scannée.",
            "De vacaturetekst “{name}” bevat geen tekst; misschien is het een scan.",
            "The posting “{name}” holds no text; it may be a scan.",
        ),
    ),
    (
        r"The posting “(?P<name>.+)” (?:is of a kind that is not read|is not a text)",
        Words(
            "L’annonce « {name} » n’est ni un texte, ni un PDF, ni un DOCX.",
            "De vacaturetekst “{name}” is geen tekst, pdf of DOCX.",
            "The posting “{name}” is neither a text, nor a PDF, nor a DOCX.",
        ),
    ),
    (
        r"The posting “(?P<name>.+)”",
        Words(
            "L’annonce « {name} » est abîmée ou verrouillée.",
            "De vacaturetekst “{name}” is beschadigd of vergrendeld.",
            "The posting “{name}” is damaged or locked.",
        ),
    ),
    (
        r"(?P<name>.+) has no vacancy to start from",
        Words(
            "{name} ne contient pas de poste à reprendre.",
            "{name} bevat geen vacature om over te nemen.",
            "{name} has no vacancy to start from.",
        ),
    ),
    *OF_DISPATCH,
    *OF_LISTS,
    *OF_SIGNING,
    *OF_TEXTS,
)
"""The beginnings of the core's sentences, the particular before the general, and what they say."""

_KNOWN = tuple((re.compile(beginning, re.DOTALL), words) for beginning, words in REASONS)


def reason(tongue: Tongue, sentence: str) -> str:
    """The core's sentence in the language of the moment; as it is where it is not known."""
    for known, words in _KNOWN:
        if (found := known.match(sentence)) is not None:
            return tongue(words, **{name: _said(tongue, name, part) for name, part in found.groupdict().items()})
    return sentence


def _said(tongue: Tongue, name: str, part: str) -> str:
    match name:
        case "stage":
            return tongue(STAGES[Stage(part)])
        case "day":
            from ui.wording import dates

            return dates.day(tongue, date.fromisoformat(part))
        case "role" if part in set(Role):
            return tongue(ROLES[Role(part)])
        case "outcome" if part in set(Outcome):
            return tongue(OUTCOMES[part])
        case _:
            return part
