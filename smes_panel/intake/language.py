"""Which of our three languages a text is in: a small model of frequent words and telling spellings."""

from __future__ import annotations

import math
import re
from typing import Final

from smes_panel.model.words import Language

_SAMPLE = 20_000
_UNSEEN = math.log(0.0006)
_MARGIN = 0.6

# The most frequent words of each language, most frequent first, with those of letters and CVs; German, Spanish and
# Italian stand here only so that a text in one of them is not taken for one of ours.
_FREQUENT: Final = {
    "fr": "de la le et les des à en un du une que est pour qui dans a par sur pas plus au avec ce je il sont vous "
    "ne se nous mon ma mes votre vos notre cette ou son sa ses aux ont été être comme mais fait tout elle on "
    "leur leurs ces si y même aussi bien sans peut entre très ainsi depuis suis ai afin lors chez d l j n qu "
    "c s m avez avons sera soit dont où madame monsieur bonjour merci candidature poste expérience travail "
    "formation équipe emploi joint jointe ci lettre motivation cordialement veuillez salutations disposition "
    "entretien permis conduire langue français néerlandais anglais moi vers après avant année années ans jour "
    "jours toute tous toutes peu quelques autre autres sous encore selon offre",
    "nl": "de van het een en in is te op dat die voor met zijn niet aan er om ook als bij of naar dan maar uit door "
    "over ze ik mijn je u uw we wij hij zij ben heb heeft hebben was wordt worden werd zal kan kunnen zou "
    "moet wil tot nog wel deze dit hun haar meer al na geen onze ons mij me zich tijdens zoals sinds graag "
    "goed jaar werk functie ervaring bijlage geachte mevrouw heer meneer vriendelijke groeten kandidatuur "
    "sollicitatie vacature brief opleiding talen kennis nederlands frans engels bedankt dank alvast beste via "
    "binnen onder tussen waar wat wie hoe omdat zodat hierbij vindt alle veel nieuwe andere eerste tegen zeer "
    "verder team samen gesprek rijbewijs bent hebt staan staat gaat komt maken doen houden daarom echter "
    "steeds wanneer ter aan mogen",
    "en": "the of and to a in is that for it as was with be by on not he i this are or his from at which but have "
    "an had they you were their one all we can her has there been if more when will would who so no my your "
    "our me am do does did about into than them these its also other some could may such any only most over "
    "after new years year work job experience team position application letter please find attached regards "
    "sincerely yours dear sir madam skills education interview curriculum thank thanks hello best kind "
    "looking forward hearing available currently since very well role through while during both between how "
    "what where because should must each many",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
    "er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber "
    "vor zur bis mehr durch man ich mein meine bin habe sehr geehrte damen herren freundlichen grüßen "
    "bewerbung stelle ihre ihnen wir uns",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si "
    "sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi "
    "porque estimado saludos trabajo experiencia empresa señor señora puesto adjunto",
    "it": "di e il la che in a un per è del non con si da le i una dei al sono come più alla ha lo gli della nel "
    "anche o ma su questo mi se delle ho mio lavoro esperienza gentile cordiali saluti presso",
}
_SPELLED: Final = {
    "fr": re.compile(
        r"[éèêàçùâîôûœ]|(?:tion|ment|eux|euse|ique|ance|ence|eur|aire|elle|ez|aux|oir)s?$|ou[rsv]|qu|ai[st]?$"
    ),
    "nl": re.compile(
        r"ij|aa|oo|uu|(?:ge|ver|be)\w{4,}|(?:lijk|lijke|heid|ing|ingen|elijk|en|schap|isch|tie|atie)$|sch|oe"
    ),
    "en": re.compile(r"th|wh|(?:ing|ed|ly|ness|ful|ship|ght|tion|ity|ous|ment|ies|ers?)$|ea|ow|sh|ck"),
    "de": re.compile(r"[äöüß]|sch|(?:ung|keit|heit|lich)(?:en)?$|ei|tz"),
    "es": re.compile(r"[ñ¿¡áíóú]|ción|(?:ado|ada|dad|mente|os|as)$"),
    "it": re.compile(r"[ìò]|zione|gli|(?:are|ere|ire|ato|ata|ità|zza)$|cc|zz"),
}
_CHANCE: Final = {
    language: {word: math.log(0.055 / (1 + rank * 0.18)) for rank, word in reversed(list(enumerate(words.split())))}
    for language, words in _FREQUENT.items()
}
_TELLING = 1.1


def language_of(text: str) -> Language | None:
    """French, Dutch or English; nothing for fewer than four words, another language, or when it cannot be told."""
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].casefold())
    if len(words) < 4:
        return None
    scores = {language: _score(words, language) for language in _FREQUENT}
    best, second = sorted(scores, key=lambda language: -scores[language])[:2]
    known = sum(1 for word in words if word in _CHANCE[best])
    if scores[best] - scores[second] < _MARGIN or (len(words) > 10 and known < len(words) * 0.08):
        return None
    return Language(best) if best in set(Language) else None


def _score(words: list[str], language: str) -> float:
    chance, spelled = _CHANCE[language], _SPELLED[language]
    score = 0.0
    for word in words:
        found = chance.get(word)
        score += found if found is not None else _UNSEEN + (_TELLING if spelled.search(word) else 0.0)
    return score
