"""The facts of a posting: contract, committee, dates, address, documents; nothing where it is silent."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from smes_panel.intake.posting.dates import DAY, day_of, instant_of
from smes_panel.intake.posting.sections import fold

_APPLY = (
    r"candidat|postul|\bcv\b|curriculum|envoy|adress|parvenir|sollicit|stuur|bezorg|reageer|motivati|clotur|interess"
)


def sentences_of(paragraphs: Sequence[str]) -> list[str]:
    """The sentences of `paragraphs`; a point inside a number, an address or an abbreviation ends none."""
    found: list[str] = []
    for paragraph in paragraphs:
        found += [
            part.strip() for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý«“\"(])|(?<=;)\s+", paragraph) if part.strip()
        ]
    return found


def contract(sentences: Sequence[str]) -> str | None:
    """The kind of contract in the posting's words: "Contrat à durée déterminée à temps partiel"."""
    share = (
        r"(?:(?:,? (?:à|en|de))? ?(?:temps[ -](?:plein|partiel)|mi-temps|\d/\d(?:e|ème)?[ -]temps|[34]/5|\d{2} ?%)"
        r"|,? ?\(?(?:voltijds|deeltijds|halftijds|(?:fulltime|full-time|parttime|part-time)|\d{2} ?%)e?\)?)"
    )
    kind = (
        r"(?:(?:contrat|contract|poste|engagement|cdd"
        r"|cdi)\b[^.;:]{0,25}?)?(?:à )?durée (?:in)?déterminée(?: (?:d[’']un an|de \w+ (?:an|mois)\w*))?"
        r"|\b(?:CDD|CDI)\b(?: de \d+ mois)?|contrat de (?:remplacement|projet)|(?:\w+ )?contract (?:van "
        r"|voor )?(?:on)?bepaalde duur"
        r"|vervangingscontract|(?:on)?bepaalde duur"
    )
    for pattern in (rf"(?:{kind})(?:{share})?", rf"(?:contrat|contract|poste|engagement) {share}"):
        for sentence in sentences:
            found = re.search(pattern, sentence, re.IGNORECASE)
            if found:
                return re.sub(r"^(?:een|une?) ", "", found[0].strip(" ,"), flags=re.IGNORECASE)
    return None


_HOURS = re.compile(
    r"(?<![\d/.,-])(?P<h>\d{1,2})(?:[.,](?P<part>\d{1,2})"
    r"|(?P<sep>\s?[hu]\s?)(?P<min>[0-5]\d))?\s?(?:-?\s?(?:heures?|hrs?|h|uren|uur|u))?\.?"
    r"\s?(?:/|par|per|de|p\.?|a week|\()?\s?-?(?:sem(?:aine)?|week|w)\b"
)
_HALF_TIME = re.compile(
    r"(?:mi-temps|temps (?:plein|partiel)|halftijds|deeltijds"
    r"|voltijds)[^.;\d]{0,12}(?P<h>\d{1,2})(?:[.,](?P<part>\d{1,2}))?\s?(?:h\b|heures?|u\b|uur|uren)(?!\s?\d)"
)


def hours_per_week(sentences: Sequence[str]) -> float | None:
    """Hours a week; None when the posting gives none, a span, or two that differ."""
    found: list[float] = []
    for sentence in map(fold, sentences):
        if re.search(r"\d\s?h?\s?(?:a|-|–|tot|en|et|of|ou)\s\d{1,2}(?:[.,]\d+)?\s?(?:h|heures|u|uur|uren)\b", sentence):
            continue
        for match in [*_HOURS.finditer(sentence), *_HALF_TIME.finditer(sentence)]:
            if not re.search(
                r"h|u", re.sub(r"semaine|sem|mi-temps|temps|par|halftijds|voltijds|deeltijds", "", match[0])
            ):
                continue
            hours = float(match["h"])
            if match["part"]:
                hours += float(f"0.{match['part']}")
            elif match.groupdict().get("min"):
                hours += int(match["min"]) / 60
            if 0 < hours <= 48 and hours not in found:
                found.append(hours)
    return found[0] if len(found) == 1 else None


def ends_on(sentences: Sequence[str]) -> date | None:
    """The day on which the contract ends, when a sentence on the contract names it."""
    for sentence in map(fold, sentences):
        if not re.search(r"contra[tc]|\bcdd\b|\bduree|duur|remplacement|vervanging|engagement|aanstelling", sentence):
            continue
        if re.search(r"candidature|postuler|sollicit|\bcv\b", sentence):
            continue
        until = (
            r"(?:jusqu'(?:au|a la date du)|prend(?:ra)? fin le|se termin\w+ le|\btot(?: en met)?(?: de)?"
            r"|\bdu .{6,30}? au|\bvan .{6,30}? tot(?: en met)?)"
        )
        found = re.search(rf"{until} {DAY}", sentence)
        if found and (day := day_of(found)):
            return day
    return None


def renewable(sentences: Sequence[str]) -> bool | None:
    """Whether the contract may be renewed, when a sentence says so."""
    for sentence in map(fold, sentences):
        if not re.search(r"contra[tc]|\bcdd\b|\bduree|duur|mois|\bans?\b|maand|jaar|temps|statut|poste", sentence):
            continue
        if re.search(
            r"(?:non|pas|niet) (?:renouvelable|reconductible|prolongeable|verlengbaar|hernieuwbaar)", sentence
        ):
            return False
        if re.search(
            r"(?<!energies )(?<!energie )renouvelables?\b|reconductible|prolongeable|(?:possibilite"
            r"|perspective)s? de (?:renouvellement|prolongation|reconduction)"
            r"|(?:renouvellement|prolongation) (?:\w+ )?possible|verlengbaar|hernieuwbaar|(?:mogelijkheid"
            r"|kans) (?:tot|op) verlenging|verlenging (?:\w+ )?mogelijk",
            sentence,
        ):
            return True
    return None


_COMMITTEE = (
    r"(?:co(?:mmissions?|nventions?) paritaires?|paritaire? (?:sub)?comites?|\bs?c\.?p\.?|"
    r"\bp\.?c\.?)\s*:?\s*(?:(?:n[°ºo]"
    r"|nr)\.?\s*)?(?P<number>\d{3}(?:[.,]\d{2}){0,2})\b"
)


def committee_and_scale(sentences: Sequence[str]) -> tuple[str | None, str | None]:
    """The joint committee and the committee whose pay scales hold, as printed; they may be one and the same."""
    committee = scale = named = None
    for sentence in map(fold, sentences):
        for found in re.finditer(_COMMITTEE, sentence):
            number = found["number"].replace(",", ".")
            named = named or number
            if re.search(r"(?:bareme|barema|loonschalen?|echelle)\w*\b[^;\d]{0,40}$", sentence[: found.start()]):
                scale = scale or number
            else:
                committee = committee or number
        direct = re.search(r"(?:bareme|barema|loonschaal)s?\s*:?\s*(?P<number>\d{3}\.\d{2}(?:\.\d{2})?)\b", sentence)
        scale = scale or (direct["number"] if direct else None)
    return committee or named, scale


_STARTS = re.compile(
    r"(?:entr[ée]e en (?:fonction|service)|prise de fonctions?|date d[’'](?:entr[ée]e"
    r"|engagement)(?: en (?:fonction|service))?|d[ée]but (?:du contrat|de contrat|souhait[ée])"
    r"|date de d[ée]but|d[ée]marrage|engagement (?=imm[ée]diat|d[èe]s)|indiensttreding|startdatum"
    r"|datum van indiensttreding|in dienst(?=\s*:))"
    r"\s*(?:(?:est|sera|prévue?|estimée?|souhaitée?|fixée?|envisagée?|voorzien|is"
    r"|gepland)\s+)*\s*[:：]?\s*(?P<when>(?:[^.;!\n]|\.(?=\S)){3,120})",
    re.IGNORECASE,
)


def starts(sentences: Sequence[str]) -> str | None:
    """When the work starts, in the posting's words."""
    for sentence in sentences:
        found = _STARTS.search(sentence)
        if found:
            when = re.sub(r"^(?:au|le|op)\s+(?=\d)", "", found["when"].strip(" :,*–—-"), flags=re.IGNORECASE)
            return when or None
    return None


_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_URL = re.compile(r"https?://[^\s<>()\"]+")


def apply_to(apply: Sequence[str], sentences: Sequence[str], front: Mapping[str, str]) -> str | None:
    """Where applications go: an e-mail address first, else the page of a form."""
    asking = [sentence for sentence in sentences if re.search(_APPLY, fold(sentence))]
    for pattern in (_EMAIL, _URL):
        for sentence in [*(each for each in apply if re.search(_APPLY, fold(each))), *apply, *asking]:
            found = pattern.search(sentence)
            if found:
                return found[0].rstrip(".,;")
    named = (value for key, value in front.items() if re.search(r"emploi_url|apply|candidat|postul", key))
    return next((value for value in named if _URL.match(value)), None)


def says_where_to_apply(text: str) -> bool:
    """Whether `text` sends applications to an address."""
    return bool(_EMAIL.search(text) and re.search(_APPLY, fold(text)))


_LIMIT = (
    r"(?:(?:pour|avant|jusqu'au|au plus tard|d'ici|uiterlijk|voor|tot(?: en met)?|ten laatste|limite|butt?oir"
    r"|cloture|deadline|datum|date)\b"
    r"(?:(?! test| entretien| selection)[^.;\d]){0,45}?)"
)


def deadline(apply: Sequence[str], sentences: Sequence[str]) -> tuple[date | None, datetime | None]:
    """The last day to apply, and the instant when the posting gives an hour."""
    hint = rf"{_APPLY}|date (?:limite|butt?oir)|deadline|uiterlijk"
    for sentence in [*apply, *(each for each in sentences if re.search(hint, fold(each)))]:
        folded = fold(sentence)
        if re.search(
            r"entree en (?:fonction|service)|invite|epreuve|\btests?\b|entretien|gesprek|indiensttreding", folded
        ) and not re.search(r"candidatures?\b|date (?:limite|butt?oir)|uiterlijk|\bcv\b", folded):
            continue
        found = re.search(rf"{_LIMIT}{DAY}", folded)
        if found and (day := day_of(found)):
            return day, instant_of(day, folded[found.end() :])
    return None, None


_REFERENCE = re.compile(
    r"\b(?:r[ée]f(?:[ée]rence)?\.?|ref(?:erentie)?\.?|vacature(?:nummer|nr\.?))"
    r"(?: (?:de l[’']offre|du poste|de l[’']annonce|interne|vacature))?"
    r"\s*(?::|n[°º]|nr\.?|«|“|\"|\(|(?=[A-Z0-9]+[/-]?\d))\s*[:«(]?\s*(?P<ref>[A-Z0-9][\w/.\-]{2,30})",
    re.IGNORECASE,
)


def reference(sentences: Sequence[str]) -> str | None:
    """The reference that the posting prints for itself."""
    for sentence in sentences:
        found = _REFERENCE.search(sentence)
        if found and re.search(r"\d", found["ref"]):
            return found["ref"].rstrip(".,-/")
    return None


def asks_reference(sentences: Sequence[str]) -> bool:
    """Whether applicants are asked to quote the reference of the post."""
    verb = r"(?:precis|mention|indiqu|rappel|cit(?:er|ant)|repren|vermeld|\bmet\b|\bavec\b|\bsous\b|objet|onderwerp)\w*"
    return any(
        re.search(
            rf"{verb}[^.;]{{0,60}}\b(?:la |les |de |het )?(?:reference|ref\b\.?|referentie|vacaturenummer)",
            fold(sentence),
        )
        and re.search(_APPLY, fold(sentence))
        for sentence in sentences
    )


_DOCUMENTS = re.compile(
    r"\bcurriculum vit(?:ae|æ)|\bC\.?V\.?(?![\w])|lettre (?:de )?(?:motivation|candidature)|motivatie ?brief"
    r"|motivatiebrief|sollicitatiebrief"
    r"|copies? (?:du |de votre |des |de la )?(?:dipl[ôo]mes?|passeport APE|permis[^,.;]{0,20})|kopie van (?:je "
    r"|uw |het )?diploma|passeport APE(?=[^.]*(?:joindre|joint|annex))"
    r"|attestations? (?:ACS|APE|[A-Z]{3,4}|du (?:Forem|Actiris))|extrait de casier judiciaire"
    r"|uittreksel (?:uit het )?strafregister|portfolio",
    re.IGNORECASE,
)


def documents(apply: Sequence[str], sentences: Sequence[str]) -> tuple[str, ...]:
    """The documents that applicants are asked for, in the posting's words, each once."""
    found: dict[str, str] = {}
    asking = (
        each
        for each in sentences
        if re.search(r"envoy|adress|sollicit|postul|candidat|stuur|bezorg|joindre|accompagn", fold(each))
    )
    for sentence in [*apply, *asking]:
        for document in _DOCUMENTS.findall(sentence):
            key = "cv" if re.match(r"c\.?v|curriculum", document, re.IGNORECASE) else re.sub(r"\W", "", fold(document))
            found.setdefault(key, document)
    return tuple(found.values())


_LEGAL = re.compile(
    r"conditions?\W{0,4}(?:d'(?:acces|octroi|obtention|engagement)\W{0,4}(?:\w+\W+){0,4}?)?(?:de la |du |d'un "
    r"|pour un |de l')?(?:\w+ )?(?:\(|«|\")?\s*(?:cpe|acs|ape|sine|rosetta|activa|maribel|article 60|art\.? ?60"
    r"|premier emploi)\b"
    r"|(?:statut|status|contrat|voorwaarden|statuut|poste)\W{1,3}(?:\w+\W+){0,2}?(?:acs|ape|cpe|gesco|rosetta"
    r"|startbaan|activa|sine|maribel)\b|\bgesco(?:-?\w+)?\b|^(?:etre )?(?:acs|ape|cpe|sine|rosetta)\b"
    r"|(?:^|avoir |ages? de |ayant )(?:moins|plus) de \d\d ans\b(?! d)|(?:etre )?age\S* de|(?:minder|meer|jonger"
    r"|ouder) dan \d\d(?: jaar)?\b(?! ervaring)|(?:avoir|minimum"
    r"|au moins) (?:\d\d ans)\b(?!\s+d'exp)(?:[^.]{0,10}$| revolus)|\b\d\d ans (?:minimum|accomplis|revolus)\b"
    r"|demandeu\S*(?:/\S+)?(?: ou demandeu\S*)? d'emploi|(?:minstens|ten minste|minimum|minimaal) \d\d "
    r"jaar\b(?! (?:\w+ )?ervaring)|werkzoekend|(?:permis|titre|carte) (?:de )?(?:travail"
    r"|sejour|unique)|werkvergunning|arbeidskaart|verblijfsvergunning"
    r"|casier judiciaire|bonnes? (?:conduite )?vie et moeurs|strafregister|goed (?:zedelijk )?gedrag"
    r"|droits civils et politiques|nationalite (?:belge|d'un)"
)


def is_legal_condition(wording: str) -> bool:
    """Whether a line of a profile sets a legal condition (age, status, permit to work, criminal record)."""
    return bool(_LEGAL.search(fold(wording)))
