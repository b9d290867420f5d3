"""What the headings of postings announce, in French and in Dutch: profile, assets, missions, conditions…"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum


class Section(Enum):
    """What a part of a posting is about."""

    PROFILE = "profile"
    ASSETS = "assets"
    MISSION = "mission"
    CONDITIONS = "conditions"
    APPLY = "apply"
    OTHER = "other"


def fold(text: str) -> str:
    """`text` for comparison: small letters, no accents, straight apostrophes, no sign of inclusive spelling lost."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("’", "'").replace("\u2018", "'"))
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", text).strip()


# The first that matches wins, so what is narrow stands before what is wide.
_VOCABULARY: tuple[tuple[Section, str], ...] = (
    (
        Section.OTHER,
        (
            r"qui (?:sommes|est|suis)|(?:a propos|au sujet) (?:de nous|de l|du|des)\b|a propos$|wie zijn (?:we|wij)"
            r"|over (?:ons|de )"
        ),
    ),
    (
        Section.OTHER,
        (
            r"missions? (?:du service|de (?:l'|la |notre )?(?:asbl|association|organisation|institution|equipe"
            r"|fondation)|des? l?'?anct)"
        ),
    ),
    (
        Section.OTHER,
        (
            r"(?:notre|nos|onze|leur) (?:missions?|missie|visie|valeurs|projet|equipe|stack)|missie|presentation"
            r"|contexte?\b(?!.*profil)"
        ),
    ),
    (Section.OTHER, r"^(?:dates? souhaitee|ne vous censurez|domaines)|profils? des? (?:usagers|beneficiaires)"),
    (
        Section.PROFILE,
        r"candidat\S*(?: [-/] ?\S+)? (?:ideal\S* )?(?:devra|doit|devront|doivent|possede|dispose|sera|est|aura|a\b)",
    ),
    (
        Section.PROFILE,
        (
            r"profils? .*(?:interess|recherch|souhait|requis|attendu|ideal|demand|cherch)|(?:jouw?|je|uw|ons"
            r"|gezochte?) profiel"
        ),
    ),
    (
        Section.ASSETS,
        (
            r"additionnel|complementaires?\b.*souhait|(?:un|des|aussi|sont|comme) (?:plus|atouts?)\b|points? bonus"
            r"|\bbonus\b|nice to have"
        ),
    ),
    (
        Section.ASSETS,
        (
            r"plus-?values?|pluspunt|een (?:plus|troef|meerwaarde)|troe(?:f|ven)\b|meerwaarde|mooi meegenomen|(?:is"
            r"|zijn) gewenst|wenselijk"
        ),
    ),
    (
        Section.ASSETS,
        (
            r"(?:competences?|experiences?|connaissances?|qualifications?|qualites?|aptitudes?) (?:\S+ )?(?:souhait"
            r"|apprecie|bienvenue|facultati|optionnel|valoris)"
        ),
    ),
    (
        Section.ASSETS,
        (
            r"^ideal(?:ement|iter)|^bij voorkeur|gewenste? (?:ervaring|kennis|competenties)|^(?:vos |tes |les "
            r"|ses )?(?:petits )?(?:plus|atouts?|\+)(?: (?:supplementaires|appreciables|du candidat|pour (?:le|la"
            r"|cette) .*))?$"
        ),
    ),
    (Section.PROFILE, r"\bprofi(?:ls?|el|elen|les?)\b|(?:recrue|personne|candidature) ideale|perle rare"),
    (
        Section.PROFILE,
        (
            r"(?:qualites|competences?|aptitudes?|connaissances|savoirs?|diplomes?) \S{0,12} ?(?:necess|requis|attendu"
            r"|recherch|exig|demand)"
        ),
    ),
    (Section.MISSION, r"(?:que|qu'est-ce que) (?:vous|tu) (?:allez |vas )?(?:fer|faire)"),
    (
        Section.APPLY,
        (
            r"comment (?:nous |se )?(?:postul|candidat|envoy|contact|rejoin|proced)|modalites? (?:de|pour|d')\s?(?:la "
            r"|les )?(?:candidat|postul|recrut|selection|introd)"
        ),
    ),
    (
        Section.APPLY,
        (
            r"\bpostul|\bcandidat(?:ures?|er|ez)\b|^(?:vous etes )?interess\S+(?: \?)?$|sollicit(?:at|eren|eer)"
            r"|hoe reageren|reageer|geinteresseerd|interesse\b|rejoign|envoy(?:er|ez)\b"
        ),
    ),
    (
        Section.APPLY,
        (
            r"contact(?:ez|er|s)?\b(?=.{0,12}$)|procedure|process(?:us)? de (?:recrutement|selection)|(?:etapes"
            r"|deroulement) (?:de|du) (?:la )?(?:selection|recrutement)|selectieprocedure"
        ),
    ),
    (
        Section.CONDITIONS,
        (
            r"(?:nous|on|notre|ce que nous|ce qu'on) (?:vous |t')?(?:offr|propos)|\boffre(?:s|ns)?\b(?! d'emploi)"
            r"|(?:wij|we) (?:bieden|hebben)|wat (?:bieden|krijg)|\baanbod\b"
        ),
    ),
    (
        Section.CONDITIONS,
        (
            r"conditions?\b(?! requises)|modalites?|\bcontra(?:t|ct)\b|statut\b|remuneration|salaire|bareme"
            r"|horaires?\b|avantages|lieu (?:de|du)|voorwaarden|verloning|\bloon\b|tewerkstelling"
        ),
    ),
    (
        Section.CONDITIONS,
        (
            r"(?:informations?|details?|infos?) (?:pratiques?|relatives? au contrat)|praktisch|type de (?:poste"
            r"|contrat)|temps de travail|duree du|regime de travail"
        ),
    ),
    (
        Section.MISSION,
        (
            r"aura pour (?:missions?|taches?|responsabilites?|role|fonction|objectifs?)|(?:sera|etes|seras?"
            r"|serez) charge\S* d"
        ),
    ),
    (
        Section.MISSION,
        (
            r"^fonctions?$|^functie$|\bmissions?\b|\btaches?\b|\bactivites\b|responsabilites?|\broles?\b|"
            r"attributions|description (?:de"
            r"|du) (?:la )?(?:fonction|poste|travail)|descriptif|\bla fonction\b|\ble poste\b"
        ),
    ),
    (
        Section.MISSION,
        (
            r"\btaken\b|takenpakket|\bopdracht|functie-?(?:omschrijving|inhoud|beschrijving)|wat (?:ga|zal|doe|houdt)"
            r"|jobinhoud|jobomschrijving|verantwoordelijkheden|(?:jouw?|je|de) (?:job|rol|functie)\b"
        ),
    ),
    (
        Section.PROFILE,
        (
            r"\b(?:competences?|qualifications?|aptitudes?|savoir[- ](?:etre|faire)|savoirs|requis\w*|exigences?"
            r"|exiges?|prerequis|qualites|diplomes?|formations?|connaissances)\b"
        ),
    ),
    (
        Section.PROFILE,
        (
            r"\bexperiences?\b(?! utilisateur)|\blangues?\b|nos attentes|qui (?:etes|es)|a propos de (?:vous|toi)|(?:^"
            r"|[.,] )(?:vous|tu) (?:avez|etes|possedez|disposez|maitrisez|as|es)(?: \S+)?$"
        ),
    ),
    (
        Section.PROFILE,
        (
            r"(?:nous|on) (?:vous )?(?:recherch|cherch|attend|demand)\w*|(?:que|qui) (?:nous )?(?:recherch|cherch)"
            r"|(?:ce qui est|ce que nous) (?:attend|demand)"
        ),
    ),
    (
        Section.PROFILE,
        (
            r"vereist|functie-?eisen|(?:wat|die|we|wij|verder) (?:wij |we )?(?:van (?:je|jou|u) )?(?:verwacht|vrag"
            r"|zoek)\w*|(?:verwacht|vrag|zoek)en (?:we|wij)\b|wie (?:zoek|ben)"
        ),
    ),
    (
        Section.PROFILE,
        (
            r"competenties|vaardigheden|kwalificaties|(?:jouw|je) (?:talenten|troeven)|(?:je|jij|u) (?:bent|hebt|heeft"
            r"|beschikt over|kan|kunt)$|^wie ben (?:jij|je|u)"
            r"|\bkennis\b|attitudes?|\bervaring\b|\btalen\b|\bopleiding\b"
        ),
    ),
    (Section.PROFILE, r"requirements?|who (?:we are looking|you are)|what we (?:expect|ask)"),
    (
        Section.OTHER,
        (
            r"organisati(?:on|e)|associat|employeur|werkgever|\bequipe\b|\bteam\b|environnement|\bprojet\b|\bproduit\b"
            r"|pourquoi|waarom"
        ),
    ),
)
_COMPILED = tuple((section, re.compile(pattern)) for section, pattern in _VOCABULARY)
_TRIMMED = re.compile(r"^[^\w]+|[^\w)?+]+$")


def section_of(heading: str) -> Section | None:
    """What `heading` announces, or None when its words say nothing known."""
    words = _TRIMMED.sub("", fold(heading[:300]))
    return next((section for section, pattern in _COMPILED if pattern.search(words)), None)


_SURE = re.compile(
    r"candidat\S*.{0,30} (?:devra|doit|devront|doivent|possede|dispose|sera|est|aura|a)\b|profi(?:ls?|el)\b"
    r"|competences?|qualifications?|exigences|requis|vereist"
    r"|(?:nous|on) (?:vous )?(?:recherch|attend|demand)|(?:vous|tu) (?:avez|etes|possedez|disposez(?: de)?|as|es)$"
    r"|(?:verwacht|vrag|zoek)en (?:we|wij)|(?:we|wij) (?:verwacht|vrag|zoek)"
    r"|(?:je|jij|u) (?:bent|hebt|heeft|beschikt over)$|(?:vos|tes|ses|pour|les|principales) (?:missions?|taches"
    r"|responsabilites)|\btaken\b|\bopdracht"
)


def section_led_in(sentence: str) -> Section | None:
    """What `sentence`, which announces a list inside a part already named, turns to; None when it only details it.

    Such sentences are long and mention many things in passing, so only words that leave no doubt count.
    """
    last = re.split(r"(?<=[.!?])\s+(?=\W?[A-ZÀ-Ý])", sentence[-300:])[-1]
    section = section_of(last)
    words = _TRIMMED.sub("", fold(last))
    passing = re.search(r"\b(?:selon|en fonction d|naargelang)", words)
    sure = section is Section.ASSETS or (
        section in (Section.PROFILE, Section.MISSION) and _SURE.search(words) and not passing
    )
    return section if sure else None


# A line without any mark is taken for a heading only when it is one of these from end to end.
_NAMES = re.compile(
    r"(?:[a-z0-9][.)]\s+|[ivx]+[.)]\s+)?(?:"
    r"(?:votre |ton |le |notre |description du )?profils?(?: (?:\S+ )?(?:recherche|souhaite|requis|attendu|ideal"
    r"|demande)\S*| de (?:la|fonction|competences?)\b.{0,25}| et competences?| du candidat\S*)?"
    r"|(?:vos |les |tes )?(?:competences?|qualifications?|aptitudes?|exigences|qualites|connaissances|prerequis"
    r"|savoirs?[- ](?:etre|faire)|diplomes?|experiences?|formations?|langues?)"
    r"(?: et (?:competences?|qualifications?|aptitudes?|experiences?|qualites|diplomes?|formations?|connaissances"
    r"|qualites))?"
    r"(?: (?:requis|recherche|attendu|souhaite|exige|additionnel|professionnel|technique|personnel|necessaire"
    r"|demande|apprecie|specifique|generale|linguistique|particuliere)\w*){0,2}"
    r"|(?:vos |les )?(?:atouts?|plus|plus-values?)(?: (?:supplementaires|appreciables))?|(?:est|sont|seraient"
    r"|serait|constitue\w*) (?:consideres? comme )?(?:un|des) (?:plus|atouts?)"
    r"|nous (?:vous )?(?:recherchons|demandons|attendons|offrons|proposons)|ce que nous (?:\S+ )?(?:offrons"
    r"|proposons|recherchons|attendons|demandons)|notre offre|nos attentes|qui etes[- ]vous ?\??"
    r"|(?:vos |les |ta |la |tes |votre )?(?:missions?|taches|responsabilites|activites|fonctions?|role"
    r"|attributions)(?: (?:et|&) (?:missions?|taches|responsabilites|activites|role))?(?: (?:principale?s?"
    r"|generale?s?))?(?: de (?:la )?fonction| du poste| du service)?"
    r"|descriptif (?:de la fonction|du poste)|description (?:de la |de |du )(?:fonction|poste)|(?:le )?contexte"
    r"|presentation.{0,40}|qui sommes[- ]nous ?\??|l'(?:association|organisation|asbl|equipe)"
    r"|(?:les |nos |vos )?conditions(?: (?:de travail|du contrat|d'engagement|d'acces|d'emploi|generales|proposees"
    r"|offertes|salariales|contractuelles|requises).{0,20})?|contrat(?: propose)?|remuneration|avantages"
    r"|lieu de travail|horaires?|statut|type de contrat"
    r"|(?:comment |pour )?(?:postuler|candidater) ?\??|(?:votre )?candidatures?|modalites(?: (?:de|pour"
    r"|d').{0,40})?|(?:ge)?interess\S{1,8} ?\??|(?:informations?|renseignements?)(?: .{0,30})?|contacts?"
    r"|procedure(?: .{0,30})?"
    r"|(?:jouw |je |uw |ons |het )?(?:profiel|gezocht profiel|kandidaatprofiel|functieprofiel)|wie (?:zoeken (?:we"
    r"|wij)|ben (?:jij|je)|zijn (?:we|wij)) ?\??|(?:wat )?(?:verwachten|vragen|zoeken|bieden) (?:we"
    r"|wij)(?: (?:van )?(?:jou|je|u))? ?\??"
    r"|wat (?:we|wij) (?:van (?:jou|je|u) )?(?:verwachten|vragen|zoeken|bieden|aanbieden)|(?:verder )?vragen wij"
    r"|(?:wij|we) (?:bieden|vragen|verwachten|zoeken)(?: (?:jou|je|u))?|(?:functie-?)?(?:vereisten|eisen)"
    r"|competenties|vaardigheden|pluspunt(?:en)?|troeven|(?:is|zijn) een (?:plus|pluspunt|troef|meerwaarde)"
    r"|kwalificaties|(?:jouw |je |de |concrete |voornaamste |belangrijkste )?(?:taken|opdracht(?:en)?|"
    r"takenpakket|functie-?(?:omschrijving|inhoud"
    r"|beschrijving)|functie|verantwoordelijkheden|job|jobinhoud|rol)|wat (?:ga|zal) (?:je|jij|u) doen ?\??"
    r"|(?:ons )?aanbod|(?:arbeids)?voorwaarden|(?:hoe )?solliciteren ?\??|interesse ?\??|over ons|(?:de |onze "
    r")?organisatie|werkgever|(?:l')?employeur|organisation"
    r"|(?:plaats van )?tewerkstelling|praktisch"
    r")\s*[:?.]?"
)


def stands_as_heading(line: str, *, apart: bool = False) -> bool:
    """Whether `line`, without any mark, is the name of a section and nothing else.

    It opens with a capital, unless it stands `apart` from the lines around it.
    """
    if len(line) > 90 or not line:
        return False
    folded = re.sub(r"^[^\w]+", "", fold(line)).rstrip(" *_")
    capital = line.lstrip("*_# ")[:1].isupper() or not line[:1].isalpha()
    return (capital or apart) and bool(_NAMES.fullmatch(folded))
