"""How letters and sheets say things: dates, hours, numbers, lists, plurals, and the joints of French around a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, time
from functools import lru_cache

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from smes_panel.model.words import Language

NBSP = "\N{NO-BREAK SPACE}"
_LOCALE = {Language.FR: "fr_BE", Language.NL: "nl_BE", Language.EN: "en_GB"}
# Words before which nothing is elided although they begin with a vowel, or with a y or h that counts as a consonant.
_NO_ELISION = re.compile(r"(?:onz|oui\b|uhlan|ululer|yaourt|yog|yacht|yeti|ya|ye|yo|yu)", re.IGNORECASE)
# The mute h of the words that a title, a reason or a name may begin with; every other h is taken as aspirated.
_MUTE_H = re.compile(
    r"h(?:abi|abl|adrien|aleine|alluc|armon|ebdo|eberg|ebreu|ecta|elene|elic|elio|emat|emi|epat|erb|eredi|erit|esit"
    r"|etero|eur|ippo|ist|iver|omeo|omm|omo|onn|onor|opit|oraire|oriz|orlog|ormon|ortense|orti|orreur|osp"
    r"|ote|otes|uil|uiss|uitr|uma|umeur|umi|umo|ydr|ygi|ymn|yp)",
    re.IGNORECASE,
)
_ELIDED_WORDS = frozenset(["de", "que", "jusque", "lorsque", "puisque", "le", "la", "se", "ne", "me", "te", "je", "ce"])
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}


def day(when: date, language: Language, *, weekday: bool = False) -> str:
    """A date in full: "1er juillet 2022", "4 juli 2022"; with its weekday "lundi 4 juillet 2022"."""
    month = format_date(when, "MMMM y", locale=_LOCALE[language])
    number = "1er" if language is Language.FR and when.day == 1 else str(when.day)
    name = format_date(when, "EEEE", locale=_LOCALE[language]) + " " if weekday else ""
    return f"{name}{number}{NBSP}{month}"


def hour(when: time, language: Language) -> str:
    """An hour as it is written in a sentence: "14 h 30" and "9 h", "14.30 uur" and "9 uur", "14:30"."""
    if language is Language.EN:
        return f"{when.hour}:{when.minute:02d}"
    if language is Language.NL:
        return f"{when.hour}.{when.minute:02d}{NBSP}uur" if when.minute else f"{when.hour}{NBSP}uur"
    return f"{when.hour}{NBSP}h{NBSP}{when.minute:02d}" if when.minute else f"{when.hour}{NBSP}h"


def number(value: float, language: Language) -> str:
    """A number with the comma and the thousands of the language, at most two decimals; no space in it breaks."""
    return format_decimal(value, format="#,##0.##", locale=_LOCALE[language]).replace("\N{NARROW NO-BREAK SPACE}", NBSP)


def counted(count: int, one: str, many: str, language: Language) -> str:
    """A number and its noun: "1 candidature", "23 candidatures"; nought is singular in French, plural elsewhere."""
    single = abs(count) < 2 if language is Language.FR else abs(count) == 1
    return f"{number(count, language)}{NBSP}{one if single else many}"


def listed(items: Sequence[str], language: Language) -> str:
    """A list in a sentence: "A, B et C", "A, B en C", "A, B and C"."""
    return format_list(list(items), locale=_LOCALE[language]) if items else ""


def in_sentence(words: str) -> str:
    """A posting's title inside a sentence: its first word in lower case, an acronym excepted; the rest as written."""
    found = re.match(r"[«“\"‘\s]*", words)
    at = found.end() if found else 0
    word = re.split(r"[\s,;:()/]", words[at:], maxsplit=1)[0]
    letters = [each for each in word if each.isalpha()]
    if len(letters) < 2 or any(each.isupper() for each in letters[1:]):
        digraph = word.startswith("IJ") and not any(each.isupper() for each in letters[2:])
        return f"{words[:at]}ij{words[at + 2 :]}" if digraph and len(letters) > 2 else words
    return f"{words[:at]}{words[at].lower()}{words[at + 1 :]}"


@lru_cache(maxsize=512)
def elides(word: str) -> bool:
    """Whether French elides before this word: a vowel sound first, neither an aspirated h nor "onze", "oui", "yoga"."""
    plain = "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each)).lower()
    plain = plain.replace("œ", "oe").replace("æ", "ae")
    if not plain or _NO_ELISION.match(plain):
        return False
    if plain[0] == "y":
        return plain[1:2] not in "aeiou"
    return plain[0] in "aeiou" or bool(_MUTE_H.match(plain))


def joined(before: str, value: str, language: Language) -> str:
    """The words before a value, as that value wants them: "la fonction d’" before "animateur", "au " before "Smes".

    French elides de, que, le… before a vowel sound, and contracts de and à with an article in lower case, which then
    goes from the value: the only case in which a value does not follow as given, so the two are answered together.
    """
    if language is not Language.FR or not value:
        return before + value
    found = re.search(r"(?:^|(?<=[\s(«’]))(\w+) $", before)
    if not found:
        return before + value
    word = found[1]
    article = re.match(r"(les?) (?=\S)", value)
    contracted = _CONTRACTED.get((word.lower(), article[1])) if article else None
    if article and contracted:
        kept = contracted.capitalize() if word[0].isupper() else contracted
        return f"{before[: found.start(1)]}{kept} {value[article.end() :]}"
    if word.lower() in _ELIDED_WORDS and elides(value):
        return f"{before[:-2]}’{value}"
    return before + value


def title(words: str, language: Language) -> str:
    """A posting's title as a sentence takes it; in French one that brings its own article is quoted, not declined."""
    inside = in_sentence(words)
    if language is Language.FR and re.match(r"(?:les?|la|une?|un[·.]e|des?)\s|l[’']", inside, re.IGNORECASE):
        return f"«{NBSP}{words}{NBSP}»"
    return inside
