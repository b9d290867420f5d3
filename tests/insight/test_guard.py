"""The guard on words: what may speak of a protected criterion is found where it stands; what the job asks is not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.insight.guard import GROUNDS, INSTEAD, Hint, guarded
from smes_panel.insight.lexicon import Ground
from smes_panel.model.words import Language

SPEAKS = (
    ("Un peu jeune pour coordonner.", "jeune", Ground.AGE),
    ("TROP ÂGÉE pour ce rythme", "ÂGÉE", Ground.AGE),
    ("Elle a 58 ans.", "a 58 ans", Ground.AGE),
    ("Te jong voor deze ploeg.", "jong", Ground.AGE),
    ("Hij is 59 jaar oud.", "59 jaar oud", Ground.AGE),
    ("Rather young for this.", "young", Ground.AGE),
    ("Sans doute d’origine marocaine", "origine", Ground.ORIGIN),
    ("Buitenlander, denk ik.", "Buitenlander", Ground.ORIGIN),
    ("A foreigner?", "foreigner", Ground.ORIGIN),
    ("Porte le voile.", "le voile", Ground.BELIEF),
    ("Draagt een hoofddoek.", "hoofddoek", Ground.BELIEF),
    ("Wears a headscarf.", "headscarf", Ground.BELIEF),
    ("Plutôt de gauche, non ?", "Plutôt de gauche", Ground.POLITICS),
    ("Zijn politieke overtuiging stoort.", "politieke overtuiging", Ground.POLITICS),
    ("Her political views.", "political views", Ground.POLITICS),
    ("A été déléguée syndicale", "syndicale", Ground.UNION),
    ("Was vakbondsafgevaardigde", "vakbondsafgevaardigde", Ground.UNION),
    ("A trade union past", "trade union", Ground.UNION),
    ("Souvent malade, dit-on.", "malade", Ground.HEALTH),
    ("Heeft een burn-out gehad", "burn-out", Ground.HEALTH),
    ("Is often sick.", "sick", Ground.HEALTH),
    ("Peut-être enceinte.", "enceinte", Ground.PREGNANCY),
    ("Ze is zwanger.", "zwanger", Ground.PREGNANCY),
    ("She is pregnant.", "pregnant", Ground.PREGNANCY),
    ("Maman de trois petits", "Maman", Ground.FAMILY),
    ("Wie zorgt voor haar kinderen?", "haar kinderen", Ground.FAMILY),
    ("Recently divorced.", "divorced", Ground.FAMILY),
    ("Bien, pour une femme.", "pour une femme", Ground.SEX),
    ("Stevig voor een vrouw", "voor een vrouw", Ground.SEX),
    ("Good for a woman", "for a woman", Ground.SEX),
    ("Je crois qu’il est gay.", "gay", Ground.ORIENTATION),
    ("Ze is lesbisch.", "lesbisch", Ground.ORIENTATION),
    ("His sexual orientation", "sexual orientation", Ground.ORIENTATION),
    ("Son physique plaira.", "Son physique", Ground.BODY),
    ("Haar uiterlijk valt op.", "Haar uiterlijk", Ground.BODY),
    ("She is overweight.", "overweight", Ground.BODY),
    ("Un accent très fort", "accent", Ground.ACCENT),
    ("Frans is niet haar moedertaal", "moedertaal", Ground.ACCENT),
    ("Not a native speaker", "native speaker", Ground.ACCENT),
    ("Vient d’un milieu aisé", "milieu aisé", Ground.BACKGROUND),
    ("Uit een arm gezin", "arm gezin", Ground.BACKGROUND),
    ("From a wealthy family", "wealthy family", Ground.BACKGROUND),
)

SILENT = (
    "A tenu le ménage d’une grande maison d’accueil.",
    "Trois ans d’aide aux personnes âgées.",
    "Anime une maison de jeunes et un jeune public.",
    "Une jeune association, dit la lettre.",
    "Met l’accent sur le travail en réseau.",
    "Legt het accent op samenwerking.",
    "À l’origine du projet de maraude.",
    "A travaillé deux ans à l’étranger.",
    "Parle arabe avec les familles.",
    "Spreekt Turks en Frans.",
    "Dans l’enceinte de l’hôpital, dit-elle.",
    "Faire de la voile le week-end.",
    "Marie a écrit une lettre claire.",
    "Accompagne des personnes en situation de handicap.",
    "Werkt met personen met een handicap.",
    "Vijf jaar met jongeren gewerkt.",
    "Works with young people.",
    "Expérience en santé mentale et en promotion de la santé.",
    "Ervaring in de geestelijke gezondheidszorg.",
    "Syndicat d’initiative de la commune, un été.",
    "Le paysage institutionnel lui est familier.",
    "Stage du 1er mars au 30 juin.",
    "Een verslag van de vergadering, uiterlijk op 20 juni.",
    "The origin of the conflict is well told.",
    "A manual on how to manage a team, page 3.",
    "Usage d’un agenda partagé ; courage dans l’imagination.",
    "Garage et village : deux exemples de terrain.",
    "Rasse antwoorden, heldere taal.",
    "Skill in chairing meetings is shown in the letter.",
    "Une réponse malaisée à suivre.",
)


@pytest.mark.parametrize(("text", "words", "ground"), SPEAKS)
def test_what_may_speak_of_a_protected_criterion_is_found_where_it_stands(
    text: str, words: str, ground: Ground
) -> None:
    start = text.index(words)
    assert Hint(start, start + len(words), ground) in guarded(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_the_job_is_about_and_words_within_words_are_left_alone(text: str) -> None:
    assert [text[hint.start : hint.end] for hint in guarded(text)] == []


def test_every_ground_speaks_in_three_languages_and_has_its_advice() -> None:
    assert {ground: sum(one is ground for _, _, one in SPEAKS) >= 3 for ground in Ground} == dict.fromkeys(Ground, True)
    for ground in Ground:
        for words in (GROUNDS[ground], INSTEAD[ground]):
            assert all(getattr(words, language.value) for language in Language)


@given(st.sampled_from(SPEAKS), st.text(alphabet=" .,;\n", min_size=1, max_size=9), st.booleans())
def test_a_hint_moves_with_its_text_whatever_the_case_and_the_composition(
    speaks: tuple[str, str, Ground], before: str, loud: bool
) -> None:
    text, words, ground = speaks
    said = before + unicodedata.normalize("NFD", text.upper() if loud else text)
    found = [said[hint.start : hint.end] for hint in guarded(said) if hint.ground is ground]
    assert unicodedata.normalize("NFC", words).lower() in {unicodedata.normalize("NFC", one).lower() for one in found}


@given(st.text())
def test_no_text_breaks_it_and_every_hint_lies_within(text: str) -> None:
    for hint in guarded(text):
        assert 0 <= hint.start < hint.end <= len(text)


@given(st.lists(st.sampled_from([text for text, _, _ in SPEAKS] + list(SILENT)), max_size=6))
def test_texts_apart_are_read_apart(texts: list[str]) -> None:
    """What stands in one sentence makes no sentence after it speak."""
    assert len(guarded("\n".join(texts))) == sum(len(guarded(text)) for text in texts)
