"""Why a rule said no: the first of the core's sentences, known by their beginning, in the three languages."""

from __future__ import annotations

from smes_panel.model.words import Words

STAGE, DAY, ROLE = r"(?P<stage>screening|interview)", r"(?P<day>\d{4}-\d\d-\d\d)", r"(?P<role>[a-z]+)"

FIRST: tuple[tuple[str, Words], ...] = (
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
        rf"(?P<name>.+) is {ROLE} and does not rate;",
        Words(
            "{name} ({role}) n’évalue pas ; seuls la présidence et les membres évaluent.",
            "{name} ({role}) beoordeelt niet; alleen de voorzitter en de leden beoordelen.",
            "{name} ({role}) does not rate; the chair and the members do.",
        ),
    ),
    (
        rf"The {STAGE} grids were opened on {DAY}:",
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
        rf"(?:This|An) application is not read at the {STAGE} stage;",
        Words(
            "Cette candidature n’est pas évaluée à l’étape {stage}.",
            "Deze kandidatuur wordt niet beoordeeld in de fase {stage}.",
            "This application is not read at the {stage} stage.",
        ),
    ),
    (
        rf"(?P<code>\S+) is not rated at the {STAGE} stage;",
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
        rf"(?P<name>.+) has handed in at the {STAGE} stage: what is asked",
        Words(
            "{name} a déjà remis un avis (étape {stage}) : ce qui est demandé reste tel quel.",
            "{name} heeft al een beoordeling ingediend (fase {stage}): wat gevraagd wordt blijft zoals het was.",
            "{name} has handed in already ({stage} stage): what is asked stays as it was.",
        ),
    ),
    (
        rf"(?P<name>.+) has handed in at the {STAGE} stage: calibration",
        Words(
            "{name} a déjà remis un avis (étape {stage}) : l’exercice vient avant.",
            "{name} heeft al een beoordeling ingediend (fase {stage}): de oefening komt ervoor.",
            "{name} has handed in already ({stage} stage): the exercise comes before.",
        ),
    ),
    (
        rf"(?P<name>.+) is {ROLE}; how the panel reads",
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
        rf"No {STAGE} grid has been handed in:",
        Words(
            "Aucun avis n’est remis à l’étape {stage} : il n’y a rien à ouvrir.",
            "In de fase {stage} is nog geen beoordeling ingediend: er is niets te openen.",
            "No opinion has been handed in at the {stage} stage: there is nothing to open.",
        ),
    ),
    (
        rf"The {STAGE} grids are not open yet: until then",
        Words(
            "Les avis (étape {stage}) ne sont pas encore ouverts : d’ici là, chacun·e change sa propre note.",
            "De beoordelingen (fase {stage}) zijn nog niet open: tot dan wijzigt elk de eigen score.",
            "The opinions ({stage} stage) are not open yet: until then one’s own rating is changed itself.",
        ),
    ),
)
