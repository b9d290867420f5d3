"""Several vacancies in one document: each with its title and its profile; one stays one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.intake.posting import posting_text, read_posting, vacancies_in
from tests.intake.test_office import odt

PAGE = """La Passerelle Fictive asbl engage

Chargé·e de projets (h/f/x)
Mission
- animer un réseau de maisons d’accueil
Profil
- vous avez un diplôme de bachelier
- vous parlez le néerlandais
- vous êtes organisé·e
Offre : CDI, mi-temps

Psychologue (h/f/x)
Votre mission
- recevoir des personnes
Votre profil
- master en psychologie
- expérience de deux ans
Envoyez votre CV à emploi@exemple.invalid.

Vacature: begeleider m/v/x
Jouw profiel
- je hebt een diploma sociaal werk
- je spreekt Frans
"""


def read(text: str) -> list[tuple[str | None, list[str]]]:
    found = [read_posting(one) for one in vacancies_in(text)]
    return [(one.title, [line.wording for line in one.profile]) for one in found]


def test_three_vacancies_of_a_page_are_three() -> None:
    assert read(PAGE) == [
        (
            "Chargé·e de projets (h/f/x)",
            ["vous avez un diplôme de bachelier", "vous parlez le néerlandais", "vous êtes organisé·e"],
        ),
        ("Psychologue (h/f/x)", ["master en psychologie", "expérience de deux ans"]),
        ("Begeleider m/v/x", ["je hebt een diploma sociaal werk", "je spreekt Frans"]),
    ]


def test_a_title_that_comes_back_or_that_no_profile_follows_begins_nothing() -> None:
    one = (
        "Psychologue (h/f/x)\nProfil\n- master\n- expérience\n\nPsychologue (h/f/x)\nCompétences\n- écoute\n- rigueur\n"
    )
    assert len(vacancies_in(one)) == 1
    assert (
        len(vacancies_in(PAGE.partition("Psychologue")[0] + "\nAssistant·e social·e (h/f/x) : voir l’autre annonce\n"))
        == 1
    )


@given(st.text(alphabet="aé-• \n(h/f/x)Profil:", max_size=300))
def test_nothing_of_a_document_is_lost(text: str) -> None:
    assert "".join(vacancies_in(text)) == text


def test_a_posting_written_in_opendocument_keeps_its_points(tmp_path: Path) -> None:
    items = "".join(f"<text:list-item><text:p>{line}</text:p></text:list-item>" for line in ("un diplôme", "du tact"))
    body = f"<text:h>Psychologue (h/f/x)</text:h><text:h>Profil</text:h><text:list>{items}</text:list>"
    (path := tmp_path / "annonce.odt").write_bytes(odt(body))
    assert read(posting_text(path)) == [("Psychologue (h/f/x)", ["un diplôme", "du tact"])]


def test_no_posting_of_the_corpora_is_taken_for_several(shared: Path) -> None:
    many = {
        path.name: len(vacancies_in(posting_text(path)))
        for path in sorted((shared / "corpora" / "jobs").rglob("*"))
        if path.suffix in (".md", ".html", ".pdf", ".txt") and "SOURCES" not in path.name and "LICENSE" not in path.name
    }
    if not many:
        pytest.skip("missing folder: ../shared/corpora/jobs")
    assert {name: count for name, count in many.items() if count > 1} == {}
