"""Where each line of a profile stands in the text of its posting."""

from __future__ import annotations

from pathlib import Path

from smes_panel.intake.posting import places_of, posting_text, read_posting

TWICE = """Chargé·e de projets (h/f/x)

Missions
- animer des réunions
- écrire des notes

Profil
- Maîtrise du français
- animer des réunions
- [Permis B](https://exemple.invalid/permis) exigé pour les déplacements fréquents dans toute la région
- Maîtrise du français

Conditions
- contrat à durée indéterminée
"""


def stand(text: str) -> list[str]:
    return [
        "" if place is None else " ".join(text[slice(*place)].split())
        for place in places_of(text, [line.wording for line in read_posting(text).profile])
    ]


def test_words_that_come_twice_are_found_where_this_line_has_them() -> None:
    places = places_of(TWICE, [line.wording for line in read_posting(TWICE).profile])
    firsts = [place[0] for place in places if place is not None]
    french, again = TWICE.index("Maîtrise"), TWICE.rindex("Maîtrise")
    assert firsts == [french, TWICE.rindex("animer"), TWICE.index("Permis B]"), again]
    assert [TWICE[slice(*place)][-8:] for place in places if place is not None] == [
        "français",
        "réunions",
        "a région",
        "français",
    ]


def test_a_wording_that_is_not_in_the_text_has_no_place() -> None:
    assert places_of(TWICE, ["Savoir nager"]) == (None,)
    assert places_of("", ["Savoir nager"]) == (None,)


def test_each_sentence_of_a_profile_in_prose_has_its_own_place() -> None:
    text = "Profil\n\nVous avez un diplôme de bachelier. Vous parlez le néerlandais et le français.\n"
    assert [said.rstrip(".") for said in stand(text)] == [
        "Vous avez un diplôme de bachelier",
        "Vous parlez le néerlandais et le français",
    ]


def test_every_criterion_of_real_postings_has_its_place(shared: Path) -> None:
    jobs = shared / "corpora" / "jobs"
    for path in (
        shared / "posting" / "connect-2022.txt",
        jobs / "oxybulle" / "Oxybulle_OffreEmploi_mars2026.pdf",
        *sorted((jobs / "territoires-memoire" / "_emploi").glob("*.md")),
    ):
        text = posting_text(path)
        wordings = [line.wording for line in read_posting(text).profile]
        places = places_of(text, wordings)
        assert None not in places
        assert list(places) == sorted(places, key=lambda place: place or (0, 0))
