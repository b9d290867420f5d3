"""Reading postings: the real one, real ones of others, and the laws of a reader that never invents and never raises."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smes_panel.intake.posting import criteria_of, posting_text, read_posting
from smes_panel.model.vacancy import Posting, Profile
from smes_panel.model.words import Language

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
REAL = SHARED / "posting" / "connect-2022.txt"
JOBS = SHARED / "corpora" / "jobs"

DUTCH = """VACATURES Projectmedewerker Buurtwerk (m/v/x)

De vzw Denkbeeld zoekt een projectmedewerker buurtwerk (m/v/x) voor haar team in Brussel.

Jouw profiel
• Je hebt een bachelordiploma in een sociale richting of gelijkwaardige
  ervaring
• Je spreekt vlot Nederlands en Frans, andere talen zijn een pluspunt
• Je werkt zelfstandig;
• Rijbewijs B (pluspunt)

Pluspunten
- ervaring met vrijwilligers
- kennis van het Arabisch

Takenpakket
1. Je organiseert buurtmomenten
2. Je begeleidt vrijwilligers

Wij bieden
- Een halftijds contract van onbepaalde duur (19u/week)
- Verloning volgens PC 329.01, barema B1c
- Indiensttreding: zo snel mogelijk

Hoe solliciteren?
Stuur je cv en motivatiebrief vóór 15 september 2024 om 12 uur naar vacature@denkbeeld.invalid met
vermelding van referentie "BW-2024-03".

Organisatie
- we zijn met vijf
"""

NUMBERED = """L’asbl Maison Modèle engage un∙e éducateur∙rice à mi-temps

Fonction : Éducateur·rice (H/F/X)

Description de la fonction :
1. Accueillir les personnes
2. Animer des ateliers
Profil :
3. Être titulaire d’un bachelier à orientation sociale ;
4. Avoir une bonne connaissance du réseau bruxellois et de ses
acteurs ;
5. Être dans les conditions ACS ;
6. Savoir travailler en équipe ;
7. La connaissance du néerlandais est un atout.
Conditions :
8. Contrat à durée déterminée de remplacement jusqu’au 30/06/2025, avec possibilité de prolongation
9. 18h30 par semaine
10. CP 319.02
Date d’entrée en fonction : 1er février 2025

Candidature à envoyer à Madame Spécimen (direction@maison.invalid) avant le 15/01/2025 à 17h. Joindre CV, lettre de
motivation et extrait de casier judiciaire.
"""

FLAT = """Réseau Fictif recrute un·e coordinateur·trice de réseau (h/f/x)   CDI – temps plein

Tâches principales : - coordonner le réseau ; - représenter l’association ; - rédiger les rapports

Profil recherché

- Diplôme universitaire ; - Expérience de 3 ans ; - Bilingue FR/NL

- Permis B souhaité

Votre candidature est attendue pour le 3 mars.
"""

CAPITALS = """OFFRE D'EMPLOI



COORDINATEUR/COORDINATRICE (H/F/X) – CDI



VOTRE MISSION



Vous assurez la coordination générale du service.



VOTRE PROFIL



* Master en sciences humaines



* Sens des responsabilités



NOUS OFFRONS



* Barème CP 332, échelon 1/80
"""

PROSE = """Profil

Nous cherchons une personne à l’écoute, capable de travailler avec un public précarisé. Elle dispose d’un bachelier en
travail social. Elle parle le français et le néerlandais.

Nous offrons

Un contrat à durée indéterminée à 4/5 temps (30,4h/semaine).
"""


def wordings(posting: Posting) -> list[str]:
    return [line.wording for line in posting.profile]


def facts(posting: Posting) -> Posting:
    return replace(posting, text="")


@pytest.fixture(scope="module")
def connect() -> Posting:
    if not REAL.exists():
        pytest.skip("the real posting is not beside the project")
    return read_posting(posting_text(REAL))


def test_the_real_posting_gives_its_facts_and_nothing_more(connect: Posting) -> None:
    assert replace(connect, text="", profile=(), missions=(), conditions=(), mission=None) == Posting(
        text="",
        language=Language.FR,
        title="Chargé·e de projets Connect",
        organisation="Smes",
        contract="Contrat à durée déterminée à temps partiel",
        hours_per_week=19,
        ends_on=date(2022, 12, 31),
        renewable=True,
        joint_committee="330.04",
        pay_scale="330.01.10",
        starts="dès que possible",
        apply_to="rh@smes.be",
        deadline=date(2022, 6, 20),
        asks_reference=True,
        documents=("CV", "lettre de motivation"),
    )


def test_the_real_posting_gives_its_mission_and_six_activities(connect: Posting) -> None:
    assert connect.mission is not None
    assert connect.mission.startswith("Le ou la chargé·e de projets Connect a pour responsabilité")
    assert [mission.split()[0] for mission in connect.missions] == [
        "Construction",
        "Gestion",
        "Réception",
        "Rédaction",
        "Organisation",
        "Interventions",
    ]
    assert connect.missions[5].endswith("de décideurs politiques et administratifs, d’étudiants...")
    assert len(connect.conditions) == 3


def test_the_real_posting_gives_fourteen_criteria_with_their_lines_rejoined(connect: Posting) -> None:
    criteria = criteria_of(connect)
    assert [criterion.code for criterion in criteria] == [f"C{number:02d}" for number in range(1, 15)]
    assert [criterion.wording for criterion in criteria] == [
        (
            "Diplôme dans les champs suivants : sciences politiques et sociales, sciences humaines, santé publique, "
            "ingénierie sociale, etc. ou expérience équivalente"
        ),
        (
            "Adhésion aux valeurs du Smes : inconditionnalité des droits, non-jugement, approche globale "
            "de la personne, "
            "respect des choix individuels, empowerment"
        ),
        (
            "Bonne connaissance du secteur associatif social-santé (particulièrement les secteurs précarité, "
            "santé mentale, "
            "toxicomanie) et logement."
        ),
        "Bonne connaissance de l’environnement sociopolitique bruxellois",
        "Compréhension des enjeux du cumul des problématiques en termes d’accès aux droits et aux soins",
        "Maîtrise des outils informatiques et des réseaux sociaux",
        "Excellente expression orale et écrite",
        "Maîtrise du français et du néerlandais",
        "Maîtrise de la gestion de projets et de l’organisation d’événements",
        "Capacité d’animation de réunions",
        "Aisance à s’exprimer en public",
        "Créativité",
        "Capacité d'initiative, proactivité",
        "Expérience de 5 ans",
    ]
    assert {(c.essential, c.weight, c.stages) for c in criteria} == {(None, None, None)}


def test_at_least_eight_postings_in_ten_give_the_counts_read_by_eye() -> None:
    gold = JOBS / "gold_counts.json"
    if not gold.exists():
        pytest.skip("the postings of others are not beside the project")
    posts = json.loads(gold.read_text(encoding="utf-8"))["posts"]
    misses = []
    for post in posts:
        found = len(read_posting(posting_text(JOBS / post["file"])).profile)
        if found != post["required"] + post["assets"]:
            misses.append(f"{post['file']}: {found} for {post['required']} + {post['assets']} ({post['note']})")
    print("\n".join(["missed:", *misses]))
    assert len(misses) <= 0.2 * len(posts), misses


def test_every_posting_of_others_is_read_without_a_word_about_trouble() -> None:
    if not JOBS.exists():
        pytest.skip("the postings of others are not beside the project")
    files = [path for path in sorted(JOBS.rglob("*")) if path.suffix in (".md", ".html", ".pdf")]
    read = [read_posting(posting_text(path)) for path in files]
    with_profile = [posting for posting in read if len(posting.profile) >= 2]
    assert len(with_profile) > 0.85 * len(read)
    assert max(len(posting.profile) for posting in read) <= 25
    assert all("\n" not in wording and wording == wording.strip() for posting in read for wording in wordings(posting))


def test_a_dutch_posting_gives_its_facts_whatever_the_order_of_its_parts() -> None:
    posting = read_posting(DUTCH)
    assert facts(posting) == Posting(
        text="",
        language=Language.NL,
        title="Projectmedewerker Buurtwerk (m/v/x)",
        organisation="Denkbeeld",
        reference="BW-2024-03",
        contract="halftijds contract van onbepaalde duur",
        hours_per_week=19,
        joint_committee="329.01",
        starts="zo snel mogelijk",
        apply_to="vacature@denkbeeld.invalid",
        deadline=date(2024, 9, 15),
        closes_at=datetime(2024, 9, 15, 12, tzinfo=ZoneInfo("Europe/Brussels")),
        asks_reference=True,
        documents=("cv", "motivatiebrief"),
        missions=("Je organiseert buurtmomenten", "Je begeleidt vrijwilligers"),
        conditions=(
            "Een halftijds contract van onbepaalde duur (19u/week)",
            "Verloning volgens PC 329.01, barema B1c",
            "Indiensttreding: zo snel mogelijk",
        ),
        profile=(
            Profile("Je hebt een bachelordiploma in een sociale richting of gelijkwaardige ervaring"),
            Profile("Je spreekt vlot Nederlands en Frans, andere talen zijn een pluspunt"),
            Profile("Je werkt zelfstandig"),
            Profile("Rijbewijs B (pluspunt)", asset=True),
            Profile("ervaring met vrijwilligers", asset=True),
            Profile("kennis van het Arabisch", asset=True),
        ),
    )


def test_an_asset_makes_a_criterion_that_is_not_essential() -> None:
    essentials = [criterion.essential for criterion in criteria_of(read_posting(DUTCH))]
    assert essentials == [None, None, None, False, False, False]


def test_a_legal_condition_is_a_condition_and_not_a_criterion() -> None:
    posting = read_posting(NUMBERED)
    assert wordings(posting) == [
        "Être titulaire d’un bachelier à orientation sociale",
        "Avoir une bonne connaissance du réseau bruxellois et de ses acteurs",
        "Savoir travailler en équipe",
        "La connaissance du néerlandais est un atout.",
    ]
    assert posting.conditions[-1] == "Être dans les conditions ACS"


@pytest.mark.parametrize(
    ("line", "legal"),
    [
        ("Être dans les conditions « ACS »", True),
        ("Avoir moins de 26 ans à l’engagement", True),
        ("Être demandeur·euse d’emploi inoccupé·e", True),
        ("Fournir un extrait de casier judiciaire", True),
        ("U bent minstens 18 jaar", True),
        ("Je hebt een werkvergunning", True),
        ("Disposer d’un passeport APE", False),
        ("Permis de conduire B", False),
        ("Minimum 5 ans d’expérience", False),
        ("Minimum 10 jaar ervaring", False),
        ("Travailler avec des jeunes de moins de 26 ans", False),
    ],
)
def test_age_and_status_are_legal_conditions_and_papers_to_show_are_criteria(line: str, *, legal: bool) -> None:
    posting = read_posting(f"Profil\n- Rigueur\n- {line}\n")
    assert (posting.conditions, wordings(posting)) == (((line,), ["Rigueur"]) if legal else ((), ["Rigueur", line]))


def test_one_numbering_through_all_parts_keeps_the_parts_apart() -> None:
    posting = read_posting(NUMBERED)
    assert (posting.missions, posting.hours_per_week, posting.ends_on, posting.renewable) == (
        ("Accueillir les personnes", "Animer des ateliers"),
        18.5,
        date(2025, 6, 30),
        True,
    )
    assert (posting.deadline, posting.closes_at) == (
        date(2025, 1, 15),
        datetime(2025, 1, 15, 17, tzinfo=ZoneInfo("Europe/Brussels")),
    )
    assert (posting.title, posting.organisation, posting.starts) == (
        "Éducateur·rice (H/F/X)",
        "Maison Modèle",
        "1er février 2025",
    )


def test_several_bullets_on_one_line_are_several_items() -> None:
    posting = read_posting(FLAT)
    assert wordings(posting) == ["Diplôme universitaire", "Expérience de 3 ans", "Bilingue FR/NL", "Permis B souhaité"]
    assert posting.missions == ("coordonner le réseau", "représenter l’association", "rédiger les rapports")


def test_a_day_without_its_year_is_not_a_deadline() -> None:
    assert read_posting(FLAT).deadline is None


def test_a_title_in_capitals_is_written_as_a_title() -> None:
    posting = read_posting(CAPITALS)
    assert posting.title == "Coordinateur/coordinatrice (H/F/X)"
    assert wordings(posting) == ["Master en sciences humaines", "Sens des responsabilités"]


def test_a_profile_in_prose_gives_its_sentences() -> None:
    posting = read_posting(PROSE)
    assert len(posting.profile) == 3
    assert (posting.contract, posting.hours_per_week) == ("contrat à durée indéterminée à 4/5 temps", 30.4)


def test_what_is_silent_stays_empty() -> None:
    assert facts(read_posting("Bonjour.")) == Posting(text="", language=Language.FR)
    assert facts(read_posting("")) == Posting(text="", language=Language.FR)


@pytest.mark.parametrize("bullet", ["•", "-", "–", "*", "o", "·", "▪", "\uf0b7", " •", "\t-", "1."])
def test_any_bullet_makes_an_item(bullet: str) -> None:
    text = f"Profil\n\n{bullet} Rigueur\n{bullet} Une bonne plume\net une bonne oreille\n{bullet} Humour\n"
    assert wordings(read_posting(text)) == ["Rigueur", "Une bonne plume et une bonne oreille", "Humour"]


def test_a_page_head_repeated_inside_a_list_is_not_part_of_it() -> None:
    pages = ["Asbl Modèle – rue du Spécimen\nProfil\n• Rigueur\n• Écoute", "Asbl Modèle – rue du Spécimen\n• Humour"]
    assert wordings(read_posting("\f".join(pages))) == ["Rigueur", "Écoute", "Humour"]


FRAGMENTS = st.sampled_from(
    [
        "Profil",
        "Profil :",
        "## Profiel",
        "**Atouts :**",
        "Conditions",
        "- ",
        "• ",
        "o ",
        "1. ",
        "\n",
        "\n\n",
        "\x0c",
        "\t",
        "<li>",
        "</ul>",
        "&nbsp;",
        "[a](b)",
        "**",
        "---",
        "Maîtrise du français",
        "est un plus",
        "CP 330.04",
        "19h/semaine",
        "jusqu’au 31 février 2022",
        "pour le 20 juin 2022 à 25h",
        "recrute un·e ",
        "LE SMES ",
        "Réf. : ",
        "a@b.be",
        ":",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), max_size=60).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_reading_never_raises_and_no_wording_holds_a_line_break(text: str) -> None:
    posting = read_posting(text)
    assert posting.text == text
    for line in (
        *wordings(posting),
        *posting.missions,
        *posting.conditions,
        posting.title or "",
        posting.contract or "",
    ):
        assert not set(line) & set("\n\r\f\v\x85\u2028\u2029")
    assert [criterion.wording for criterion in criteria_of(posting)] == wordings(posting)


def doubled(text: str) -> str:
    """Each run of blank lines twice as long."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.extend([line] if line.strip() else [line, line])
    return "\n".join(lines)


SAMPLES = st.sampled_from([DUTCH, NUMBERED, FLAT, CAPITALS, PROSE])


@settings(max_examples=40, deadline=None)
@given(SAMPLES, st.sampled_from([" ", "   ", "\t", " \t "]))
def test_spaces_at_the_end_of_lines_change_nothing(text: str, spaces: str) -> None:
    spaced = "\n".join(line + spaces for line in text.split("\n"))
    assert facts(read_posting(spaced)) == facts(read_posting(text))


@pytest.mark.parametrize("text", [DUTCH, NUMBERED, FLAT, CAPITALS, PROSE])
def test_line_ends_and_doubled_blank_lines_change_nothing(text: str) -> None:
    plain = facts(read_posting(text))
    assert facts(read_posting(text.replace("\n", "\r\n"))) == plain
    assert facts(read_posting(text.replace("\n", "\r"))) == plain
    assert facts(read_posting(doubled(text))) == plain
    assert facts(read_posting(text.replace("\n", "\n\n"))) == plain


def test_the_real_posting_is_read_alike_whatever_its_blank_lines(connect: Posting) -> None:
    text = connect.text
    for other in (text.replace("\n", "\r\n"), doubled(text), text.replace("\n", "\n\n"), text.replace("\n", " \t\n")):
        assert facts(read_posting(other)) == facts(connect)
