"""Why a rule said no, in the language of the moment: the core's sentences, known by their beginning."""

from __future__ import annotations

import re
from datetime import date

from smes_panel.model.decision import Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.wording.applications import OUTCOMES
from ui.wording.gestures import ROLES, STAGES
from ui.wording.lists import REASONS as OF_LISTS
from ui.wording.tongue import Tongue

_STAGE, _DAY, _ROLE = r"(?P<stage>screening|interview)", r"(?P<day>\d{4}-\d\d-\d\d)", r"(?P<role>[a-z]+)"

REASONS: tuple[tuple[str, Words], ...] = (
    (
        r"(?P<key>K-\d+) was not invited: the interview stage has no outcome",
        Words(
            "{key} n’est pas invité·e\u00a0: l’étape des entretiens n’a pas encore d’issue.",
            "{key} is niet uitgenodigd: de gespreksfase heeft nog geen uitkomst.",
            "{key} is not invited: the interview stage has no outcome yet.",
        ),
    ),
    (
        r"(?P<key>K-\d+) is (?P<outcome>[a-z_]+): take that back, or have it examined again",
        Words(
            "{key}\u00a0: {outcome}. Rouvrez d’abord cette décision, ou faites examiner la candidature.",
            "{key}: {outcome}. Heropen eerst die beslissing, of laat de kandidatuur onderzoeken.",
            "{key}: {outcome}. Take that back, or have it examined again first.",
        ),
    ),
    (
        r"(?P<key>K-\d+) is (?P<outcome>[a-z_]+) after the interview: take that back first",
        Words(
            "{key}\u00a0: {outcome} après l’entretien. Rouvrez d’abord cette décision.",
            "{key}: {outcome} na het gesprek. Heropen eerst die beslissing.",
            "{key}: {outcome} after the interview. Take that back first.",
        ),
    ),
    (
        rf"(?P<name>.+) is {_ROLE} and does not rate;",
        Words(
            "{name} ({role}) n’évalue pas ; seuls la présidence et les membres évaluent.",
            "{name} ({role}) beoordeelt niet; alleen de voorzitter en de leden beoordelen.",
            "{name} ({role}) does not rate; the chair and the members do.",
        ),
    ),
    (
        rf"The {_STAGE} grids were opened on {_DAY}:",
        Words(
            "Les avis (étape {stage}) sont ouverts depuis le {day} : ceux donnés restent, il n’en est plus pris.",
            "De beoordelingen (fase {stage}) zijn open sinds {day}: wat gegeven is blijft, er komen er geen bij.",
            "The opinions ({stage} stage) were opened on {day}: those given stay, no more are taken.",
        ),
    ),
    (
        r"The checklist is not frozen yet;",
        Words(
            "Les critères ne sont pas encore arrêtés : ils le sont avant la première note.",
            "De criteria zijn nog niet vastgelegd: dat gebeurt vóór de eerste score.",
            "The criteria are not settled yet: they are before the first rating.",
        ),
    ),
    (
        rf"(?:This|An) application is not read at the {_STAGE} stage;",
        Words(
            "Cette candidature n’est pas évaluée à l’étape {stage}.",
            "Deze kandidatuur wordt niet beoordeeld in de fase {stage}.",
            "This application is not read at the {stage} stage.",
        ),
    ),
    (
        rf"(?P<code>\S+) is not rated at the {_STAGE} stage;",
        Words(
            "{code} n’est pas évalué à l’étape {stage}.",
            "{code} wordt niet beoordeeld in de fase {stage}.",
            "{code} is not rated at the {stage} stage.",
        ),
    ),
    (
        r"Say why the others are not treated alike",
        Words(
            "Dites pourquoi les autres ne sont pas traités de même\u00a0: c’est gardé pour le procès-verbal.",
            "Zeg waarom de anderen niet gelijk behandeld worden: dat wordt bewaard voor het proces-verbaal.",
            "Say why the others are not treated alike: it is kept for the minutes.",
        ),
    ),
    (
        r"Nobody else is in the same situation",
        Words(
            "Personne d’autre n’est dans la même situation\u00a0: il n’y a rien à décider.",
            "Niemand anders is in dezelfde situatie: er valt niets te beslissen.",
            "Nobody else is in the same situation: there is nothing to decide.",
        ),
    ),
    (
        r"This application is not treated differently in that",
        Words(
            "Cette candidature n’est pas traitée différemment\u00a0: il n’y a pas d’exception à expliquer.",
            "Deze kandidatuur wordt niet anders behandeld: er is geen uitzondering uit te leggen.",
            "This application is not treated differently: there is no exception to answer for.",
        ),
    ),
    (
        r"This password does not open the document",
        Words(
            "Ce mot de passe n’ouvre pas le document. Rien n’a changé.",
            "Dit wachtwoord opent het document niet. Er is niets gewijzigd.",
            "This password does not open the document. Nothing was changed.",
        ),
    ),
    (
        r"A password has between",
        Words(
            "Un mot de passe compte de 1 à 255 signes.",
            "Een wachtwoord telt 1 tot 255 tekens.",
            "A password has 1 to 255 characters.",
        ),
    ),
    (
        r"This passage is attached to this criterion already",
        Words(
            "Ce passage est déjà attaché à ce critère.",
            "Deze passage is al aan dit criterium gekoppeld.",
            "This passage is attached to this criterion already.",
        ),
    ),
    (
        r"This passage is of none of this application's documents;",
        Words(
            "Ce passage ne vient d’aucune pièce de cette candidature : rien n’est attaché.",
            "Deze passage komt uit geen enkel stuk van deze kandidatuur: er is niets gekoppeld.",
            "This passage is of none of this application’s documents: nothing is attached.",
        ),
    ),
    (
        r"This passage is not attached to this criterion;",
        Words(
            "Ce passage n’est pas attaché à ce critère : rien n’est retiré.",
            "Deze passage is niet aan dit criterium gekoppeld: er is niets weggehaald.",
            "This passage is not attached to this criterion: nothing is taken away.",
        ),
    ),
    (
        r"A criterion takes at most (?P<most>\d+) passages;",
        Words(
            "Un critère prend au plus {most} passages : celui-ci n’est pas attaché.",
            "Een criterium neemt hoogstens {most} passages: deze is niet gekoppeld.",
            "A criterion takes at most {most} passages: this one is not attached.",
        ),
    ),
    (
        r"(?P<name>.+) has handed in this grid;",
        Words(
            "{name} a remis cet avis : il est scellé jusqu’à l’ouverture.",
            "{name} heeft deze beoordeling ingediend: ze is verzegeld tot de opening.",
            "{name} has handed in this opinion: it is sealed until the opening.",
        ),
    ),
    (
        r"(?P<name>.+) has not handed in this grid;",
        Words(
            "{name} n’a pas remis cet avis : il n’y a rien à reprendre.",
            "{name} heeft deze beoordeling niet ingediend: er is niets terug te nemen.",
            "{name} has not handed in this opinion: there is nothing to take back.",
        ),
    ),
    (
        r"A (?P<what>comment|reason) holds at most (?P<n>\d+) characters",
        Words(
            "Ce texte dépasse {n} signes.",
            "Deze tekst is langer dan {n} tekens.",
            "This text is longer than {n} characters.",
        ),
    ),
    (
        r"(?P<key>\S+) is closed to (?P<name>.*), who declared a conflict of interest",
        Words(
            "{key} est fermée à {name}, qui a déclaré un conflit d’intérêts.",
            "{key} is gesloten voor {name}, die een belangenconflict heeft gemeld.",
            "{key} is closed to {name}, who declared a conflict of interest.",
        ),
    ),
    (
        r"(?P<name>.+) has declared this conflict of interest already",
        Words(
            "{name} a déjà déclaré ce conflit d’intérêts.",
            "{name} heeft dit belangenconflict al gemeld.",
            "{name} has declared this conflict of interest already.",
        ),
    ),
    (
        r"(?P<name>.+) has declared no conflict of interest here",
        Words(
            "{name} n’a pas de conflit d’intérêts ici : il n’y a rien à retirer.",
            "{name} heeft hier geen belangenconflict: er is niets in te trekken.",
            "{name} has no conflict of interest here: there is nothing to withdraw.",
        ),
    ),
    (
        r"A conflict of interest needs a reason",
        Words(
            "Un conflit d’intérêts demande une raison, pour le procès-verbal.",
            "Een belangenconflict vraagt een reden, voor het proces-verbaal.",
            "A conflict of interest needs a reason, for the minutes.",
        ),
    ),
    (
        r"(?P<code>\S+) is not asked of (?P<name>.+); nothing was rated",
        Words(
            "{code} n’est pas demandé à {name}.",
            "{code} wordt niet gevraagd aan {name}.",
            "{code} is not asked of {name}.",
        ),
    ),
    (
        rf"(?P<name>.+) has handed in at the {_STAGE} stage: what is asked",
        Words(
            "{name} a déjà remis un avis (étape {stage}) : ce qui est demandé reste tel quel.",
            "{name} heeft al een beoordeling ingediend (fase {stage}): wat gevraagd wordt blijft zoals het was.",
            "{name} has handed in already ({stage} stage): what is asked stays as it was.",
        ),
    ),
    (
        rf"(?P<name>.+) has handed in at the {_STAGE} stage: calibration",
        Words(
            "{name} a déjà remis un avis (étape {stage}) : l’exercice vient avant.",
            "{name} heeft al een beoordeling ingediend (fase {stage}): de oefening komt ervoor.",
            "{name} has handed in already ({stage} stage): the exercise comes before.",
        ),
    ),
    (
        rf"(?P<name>.+) is {_ROLE}; how the panel reads",
        Words(
            "{name} ({role}) : la présidence ou le secrétariat règle la lecture du jury.",
            "{name} ({role}): de voorzitter of het secretariaat regelt hoe de jury leest.",
            "{name} ({role}): the chair or the secretary settles how the panel reads.",
        ),
    ),
    (
        r"Nothing is read before the screening stage",
        Words(
            "Rien n’est lu avant la présélection : les noms sont masqués jusqu’à l’entretien, ou pas.",
            "Vóór de voorselectie wordt niets gelezen: namen blijven verborgen tot het gesprek, of niet.",
            "Nothing is read before screening: names are hidden until the interview, or not.",
        ),
    ),
    (
        r"A grid has been handed in: how names are shown",
        Words(
            "Un avis est déjà remis : l’affichage des noms reste tel quel.",
            "Er is al een beoordeling ingediend: de weergave van namen blijft zoals ze was.",
            "An opinion has been handed in: how names are shown stays as it was.",
        ),
    ),
    (
        rf"No {_STAGE} grid has been handed in:",
        Words(
            "Aucun avis n’est remis à l’étape {stage} : il n’y a rien à ouvrir.",
            "In de fase {stage} is nog geen beoordeling ingediend: er is niets te openen.",
            "No opinion has been handed in at the {stage} stage: there is nothing to open.",
        ),
    ),
    (
        rf"The {_STAGE} grids are not open yet: until then",
        Words(
            "Les avis (étape {stage}) ne sont pas encore ouverts : d’ici là, chacun·e change sa propre note.",
            "De beoordelingen (fase {stage}) zijn nog niet open: tot dan wijzigt elk de eigen score.",
            "The opinions ({stage} stage) are not open yet: until then one’s own rating is changed itself.",
        ),
    ),
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
        rf"The {_STAGE} grids are not open yet:",
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
        rf"The checklist was frozen on {_DAY}.*needs a reason",
        Words(
            "Les critères sont arrêtés depuis le {day} : tout changement demande une raison, gardée avec sa date.",
            "De criteria liggen vast sinds {day}: elke wijziging vraagt een reden, die met de datum bewaard wordt.",
            "The criteria were settled on {day}: any change needs a reason, which is kept with its date.",
        ),
    ),
    (
        rf"The checklist was frozen on {_DAY}",
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
    *OF_LISTS,
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
