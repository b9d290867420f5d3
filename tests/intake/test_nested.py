"""Nested bullets of a posting: sub-criteria of the line above them."""

from __future__ import annotations

from smes_panel.intake.posting import criteria_of, read_posting

POSTING = """Chargé·e de projets (h/f/x)

Profil
- Diplôme de bachelier
- Connaissance des langues :
  - français parlé
  - néerlandais écrit :
    - courriels
    - notes
- Travail en équipe
  - seul détail
- Un atout :
  - permis B
  - expérience de trois ans

Conditions
- contrat
"""


def test_what_details_a_line_becomes_its_sub_criteria() -> None:
    assert [(one.code, one.parent, one.wording, one.essential) for one in criteria_of(read_posting(POSTING))] == [
        ("C01", None, "Diplôme de bachelier", None),
        ("C02", None, "Connaissance des langues", None),
        ("C02a", "C02", "français parlé", None),
        ("C02b", "C02", "courriels", None),
        ("C02c", "C02", "notes", None),
        ("C03", None, "Travail en équipe", None),
        ("C04", None, "seul détail", None),
        ("C05", None, "permis B", False),
        ("C06", None, "expérience de trois ans", False),
    ]


def test_an_item_that_only_names_a_part_of_the_profile_is_no_criterion() -> None:
    text = "Profil\n- Compétences attendues :\n  - écouter\n  - écrire\n- Créativité\n"
    assert [(one.code, one.parent, one.wording) for one in criteria_of(read_posting(text))] == [
        ("C01", None, "écouter"),
        ("C02", None, "écrire"),
        ("C03", None, "Créativité"),
    ]


def test_what_comes_after_the_last_letter_stands_by_itself() -> None:
    items = "".join(f"  - point numéro {number}\n" for number in range(28))
    made = criteria_of(read_posting(f"Profil\n- Savoir beaucoup, à savoir :\n{items}- Créativité\n"))
    assert [one.code for one in made[25:]] == ["C01y", "C01z", "C02", "C03", "C04"]
