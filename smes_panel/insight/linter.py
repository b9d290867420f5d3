"""What a careful reader would say of a checklist before it is used: remarks that advise and never block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smes_panel.model.vacancy import LEVELS, Criterion, Remark, Stage
from smes_panel.model.words import Words

_PAIR = re.compile(r"\b(?:et|and|ainsi que|alsook|evenals|en)\b|&", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\b(?:ou|of|or)\b", re.IGNORECASE)
_FRENCH_EN = re.compile(r"\ben\b", re.IGNORECASE)
# What follows these words says where, why or about what; it adds no second thing to rate.
_CIRCUMSTANCE = re.compile(
    r"(?:,| )(?:en termes d|en matière d|dans le cadre d|en vue d|afin d|au sein d|en lien avec|tels? que"
    r"|telles? que|par exemple"
    r"|(?<!intérêt )(?<!goût )(?<!passion )(?<!sensibilité )pour\b|dans (?:le|la|les|un|une|des|l[’'])"
    r"|in het kader van|om te\b|binnen\b|(?<!interesse )voor\b|tijdens\b|zoals\b| ?denk (?:hierbij )?aan\b"
    r"|bijvoorbeeld).*$",
    re.IGNORECASE,
)
_EQUIVALENCE = re.compile(
    r"(?:\bet/ou\b|\ben/of\b|\band/or\b|\bou\b|\bof\b|\bor\b)\s.*?(?:équivalent|probant|similaire|utile"
    r"|gelijkwaardig|relevant|equivalent).*$",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r", (?:au minimum|au moins|idéalement|de préférence|si possible|minimaal|bij voorkeur),|\bet [^,]* en particulier"
    r"|(?:soirées?|soirs?|journée|'s avonds) (?:et|en) (?:parfois )?(?:en |le |les |in het )?(?:soirées?"
    r"|week-?ends?)|week-?ends? (?:et|en) (?:en )?soirées?"
    r"|politiques et sociales|sociales et politiques|sécurité et (?:santé|hygiène)|santé et bien-être|"
    r"santé et sécurité|\bet/ou\b|\ben/of\b"
    r"|\w+-\s(?:en|et)\s\w+|écrite? et (?:lue?|parlée?)|lue?, (?:parlée?|écrite?) et \w+|vaste et|\bet (?:si"
    r"|de) préférence\b|soins et accompagnement",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|plusieurs"
    r"|een|één|twee|drie|vier|vijf|zes|tien|one|two|three|five|ten|several)"
)
_YEARS = re.compile(rf"\b{_NUMBER}\s*(?:à \d+ |tot \d+ |\+ ?)?(?:ans?|années?|jaar|jaren|years?)\b", re.IGNORECASE)
_EXPERIENCE = re.compile(
    r"exp[ée]rience|ancienneté|ervaring|anciënniteit|seniority|pratique professionnelle", re.IGNORECASE
)


def remarks(criteria: Sequence[Criterion]) -> tuple[Remark, ...]:
    """What there is to say of each criterion, in the order of the checklist.

    The kinds are `asks_two_things`, `seniority`, `no_stage`, `no_anchors` and `no_question`.
    """
    detailed = {criterion.parent for criterion in criteria if criterion.parent}
    dutch = _is_dutch(criteria)
    found: list[Remark] = []
    for criterion in criteria:
        if criterion.retired:
            continue
        # A criterion with sub-criteria is rated through them, and they keep its wording.
        whole = criterion.parent is None and criterion.code not in detailed
        if whole and asks_two_things(criterion.wording, dutch=dutch):
            found.append(_said(criterion, "asks_two_things", _TWO_THINGS))
        if _counts_years(criterion.wording):
            found.append(_said(criterion, "seniority", _SENIORITY))
        if criterion.code in detailed:
            continue
        if not criterion.stages:
            found.append(_said(criterion, "no_stage", _NO_STAGE))
        missing = _stages_without_anchors(criterion)
        if missing:
            found.append(_said(criterion, "no_anchors", _NO_ANCHORS[missing]))
        if criterion.seen_at(Stage.INTERVIEW) and not criterion.questions:
            found.append(_said(criterion, "no_question", _NO_QUESTION))
    return tuple(found)


def asks_two_things(wording: str, *, dutch: bool = False) -> bool:
    """Whether `wording` asks for more than one thing, so that one level cannot answer for both.

    An equivalence, a list of examples, an alternative and a circumstance do not count.
    """
    text = _EQUIVALENCE.sub("", re.sub(r"\([^()]*\)", " ", wording))
    head, colon, detail = text.partition(":")
    if colon and (re.search(r"\betc\b|…|\.\.\.", detail) or not _PAIR.search(_STOCK.sub("", detail))):
        text = head
    text = _STOCK.sub(" ", text)
    text = _CIRCUMSTANCE.sub("", text)
    if not dutch:
        text = _FRENCH_EN.sub(" ", text)
    # Three or more things side by side, even when no conjunction says so.
    listed = len([part for part in text.split(",") if part.strip()]) >= 3 and not _ALTERNATIVE.search(wording)
    return bool(_PAIR.search(text)) or listed


def _counts_years(wording: str) -> bool:
    return bool(_YEARS.search(wording) and _EXPERIENCE.search(wording))


def _is_dutch(criteria: Sequence[Criterion]) -> bool:
    words = re.findall(r"[a-zà-ÿ]+", " ".join(criterion.wording for criterion in criteria).casefold())
    dutch = sum(word in {"van", "het", "een", "de", "je", "met", "voor", "goede", "kennis"} for word in words)
    french = sum(word in {"la", "le", "les", "des", "du", "et", "une", "vous", "de", "pour"} for word in words)
    return dutch > french


def _stages_without_anchors(criterion: Criterion) -> tuple[Stage, ...]:
    stages = criterion.stages or tuple(Stage)
    return tuple(
        stage
        for stage in Stage
        if stage in stages and not all(criterion.anchors.get(stage, {}).get(level) for level in LEVELS)
    )


def _said(criterion: Criterion, kind: str, words: Words) -> Remark:
    number = f"C{criterion.number}"
    return Remark(criterion.code, kind, Words(*(text.format(number=number) for text in (words.fr, words.nl, words.en))))


_TWO_THINGS = Words(
    "{number} demande plusieurs choses à la fois : une seule note ne dira pas laquelle est montrée. "
    "Des sous-critères peuvent les séparer.",
    "{number} vraagt meerdere zaken tegelijk: één score zegt niet welke is aangetoond. "
    "Met subcriteria kunt u ze opsplitsen.",
    "{number} asks for several things at once: one rating will not say which of them was shown. "
    "Sub-criteria can keep them apart.",
)
_SENIORITY = Words(
    "{number} note des années : la durée prédit peu et peut désavantager selon l’âge. "
    "Mieux vaut une condition à vérifier, ou ce que l’expérience a appris.",
    "{number} scoort jaren: de duur voorspelt weinig en kan benadelen op grond van leeftijd. "
    "Beter is een voorwaarde om na te gaan, of wat de ervaring heeft geleerd.",
    "{number} rates years: length of service predicts little and may disadvantage by age. "
    "Better a condition to check, or what the experience taught.",
)
_NO_STAGE = Words(
    "{number} n’a pas encore d’étape : dites s’il se voit dans le dossier, à l’entretien ou aux deux.",
    "{number} heeft nog geen fase: zeg of het blijkt uit het dossier, uit het gesprek of uit beide.",
    "{number} has no stage yet: say whether it shows in the file, at the interview or in both.",
)
_NO_ANCHORS = {
    (Stage.SCREENING,): Words(
        "{number} n’a pas de repère pour chaque niveau à l’étape dossier.",
        "{number} heeft niet voor elk niveau een ijkpunt in de fase dossier.",
        "{number} lacks an anchor for each level at the screening stage.",
    ),
    (Stage.INTERVIEW,): Words(
        "{number} n’a pas de repère pour chaque niveau à l’étape entretien.",
        "{number} heeft niet voor elk niveau een ijkpunt in de fase gesprek.",
        "{number} lacks an anchor for each level at the interview stage.",
    ),
    (Stage.SCREENING, Stage.INTERVIEW): Words(
        "{number} n’a pas de repère pour chaque niveau : chaque membre noterait à sa façon.",
        "{number} heeft niet voor elk niveau een ijkpunt: elk lid zou op zijn manier scoren.",
        "{number} lacks an anchor for each level: each member would rate in their own way.",
    ),
}
_NO_QUESTION = Words(
    "{number} se voit à l’entretien et n’a pas de question, la même pour chaque personne.",
    "{number} komt in het gesprek aan bod en heeft geen vraag, dezelfde voor iedereen.",
    "{number} is seen at the interview and has no question, the same for each person.",
)
