"""The page about the file says what the file is, and the files of released formats stay readable."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel import engine
from smes_panel.dossier import Dossier
from smes_panel.journal import entry
from smes_panel.model.vacancy import Stage
from smes_panel.schema import FORMAT, STEPS, TABLES, Table
from tests.core import released
from tests.core.panels import PASSPHRASE, quick_keys

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "FILE.md").read_text(encoding="utf-8")


def names(text: str) -> list[str]:
    """What stands in code marks."""
    return re.findall(r"`([^`]+)`", text)


def lines(heading: str) -> list[list[str]]:
    """The cells of the table under a heading."""
    section = PAGE.split(f"{heading}\n", 1)[1].split("\n#", 1)[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row] for row in rows]


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def test_the_page_names_every_setting_and_the_file_has_them(dossier: Dossier) -> None:
    said = [names(row[0])[0] for row in lines("## Settings")]
    assert said == list(engine._SETTINGS)
    values = {"TRUNCATE": "truncate", "FULL": 2, "MEMORY": 2, "ON": 1, "OFF": 0, "0": 0}
    for setting in said:
        name, value = setting.split(" = ")
        assert dossier._db.execute(f"PRAGMA {name}").fetchone() == (values[value],)
    assert dossier._db.execute("PRAGMA locking_mode").fetchone() == ("exclusive",)
    assert ".".join(str(part) for part in engine.OLDEST) in PAGE
    assert engine.engine_version() >= engine.OLDEST


def test_the_page_names_every_step(dossier: Dossier) -> None:
    assert re.findall(r"^[0-9]+\. `(.+)`$", PAGE, re.MULTILINE) == [name for name, _ in STEPS]
    assert dossier._db.execute("SELECT name FROM step").fetchall() == [(name,) for name, _ in STEPS]


def test_the_page_names_every_table_of_the_journal_with_its_columns(dossier: Dossier) -> None:
    said = {names(row[0])[0]: names(row[1]) for row in lines("### Its own tables")}
    present = {
        name: [column[1] for column in dossier._db.execute(f"PRAGMA table_info({name})")]
        for (name,) in dossier._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        if name not in TABLES and not name.startswith("search_")
    }
    assert said == present


def traits(table: Table) -> list[str]:
    found = [("of an applicant", bool(table.applicant)), ("private", table.stream == "p")]
    found += [("lasting", table.lasting), ("derived", table.derived)]
    return [word for word, there in found if there]


def test_the_page_names_every_folded_table_with_its_key_columns_and_traits() -> None:
    said = [
        (names(table)[0], tuple(names(key)), names(columns), [word for word in trait.split(", ") if word])
        for table, _, key, columns, trait in lines("### The folded tables")
    ]
    assert said == [(table.name, table.key, list(table.columns), traits(table)) for table in TABLES.values()]


def test_the_page_names_every_field_of_a_header() -> None:
    said = names(PAGE.split("- The **header**", 1)[1].split("- The **signature**", 1)[0])
    assert sorted(said) == sorted([*entry._FIELDS, "applicant"])


def test_the_search_index_forgets_what_is_erased(dossier: Dossier) -> None:
    assert dossier._db.execute("SELECT v FROM search_config WHERE k = 'secure-delete'").fetchone() == (1,)


def test_every_released_format_has_its_file() -> None:
    assert sorted(path.name for path in released.FILES.glob("*.smes")) == [
        f"format-{number}.smes" for number in range(1, FORMAT + 1)
    ]


@pytest.mark.parametrize("path", sorted(released.FILES.glob("*.smes")), ids=lambda path: path.stem)
def test_a_file_of_a_released_format_opens_and_says_what_it_said(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / path.name))
    with Dossier.open(copy, released.PASSPHRASE, home=tmp_path / "home") as dossier:
        read = dossier.read
        assert dossier.newcomer
        assert list(dossier.check()) == []
        assert [member.name for member in read.panel()] == ["Anna Modèle", "Bram Voorbeeld"]
        assert [(a.key, a.identity.name, a.state) for a in read.applications()] == [
            ("K-01", "Candidate Modèle 1", "invited"),
            ("K-02", "Candidate Modèle 2", "received"),
        ]
        (document,) = read.application("K-01").documents
        assert read.document_bytes(read.application_id("K-01"), document.id) == b"Curriculum de la candidate 1"
        said = {(r.application, r.member, r.criterion, r.answer.level, r.answer.comment) for r in read.ratings()}
        assert said == {
            (key, name, f"C0{place}", place, f"vu par {''.join(part[0] for part in name.split())}")
            for key in ("K-01", "K-02")
            for name in ("Anna Modèle", "Bram Voorbeeld")
            for place in (1, 2, 3)
        }
        assert read.decided(read.application_id("K-01"), Stage.SCREENING).fields == {"name": "Yasmina Modèle"}
