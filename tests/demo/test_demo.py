"""The demonstration: one command makes a whole recruitment of people who do not exist, and all of it holds."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import dropwhile, takewhile
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
import pytest

from smes_panel import cli
from smes_panel.cli.papers import print_comparison
from smes_panel.demo import mails
from smes_panel.demo.people import everybody
from smes_panel.dossier import Dossier
from smes_panel.insight.comparison import compared
from smes_panel.intake.sources import items
from smes_panel.model.decision import LetterKind
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper.spreadsheet import safe


@dataclass(frozen=True, slots=True)
class Made:
    """A demonstration made without a passphrase given, and what the command said."""

    folder: Path
    said: str

    @property
    def passphrase(self) -> str:
        return self.said.partition("\nPassphrase: ")[2].strip()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder, said = tmp_path_factory.mktemp("demo"), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        patch.delenv("SMES_PANEL_PASSPHRASE", raising=False)
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("laptop")))
        assert cli.main(["demo", str(folder)]) == 0
    return Made(folder, said.getvalue())


@pytest.fixture
def dossier(made: Made) -> Dossier:
    return Dossier.open(made.folder / "connect.smes", made.passphrase)


def text(file: Path) -> str:
    with pdfium.PdfDocument(file) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_passphrase_printed_opens_a_file_that_is_whole(dossier: Dossier) -> None:
    with dossier:
        assert list(dossier.check()) == []


def test_the_passphrase_is_said_once_and_lies_in_no_file(made: Made) -> None:
    assert made.said.count(made.passphrase) == 1
    assert len(made.passphrase.split()) == 5
    files = [file for file in made.folder.rglob("*") if file.is_file()]
    assert [file.name for file in files if made.passphrase.encode() in file.read_bytes()] == []


def test_everybody_is_in_the_dossier_as_they_wrote_themselves(dossier: Dossier) -> None:
    with dossier:
        applications = dossier.read.applications(texts=True)
    known = {(one.identity.name, one.identity.email, one.identity.language) for one in applications}
    assert known == {(person.name, person.email, person.language) for person in everybody()}
    assert len(applications) == 15
    addresses = {one.identity.name: one.identity.address for one in applications}
    assert addresses == {p.name: f"{p.street}\n{p.town}" if p.street else "" for p in everybody()}
    assert {one.identity.phone for one in applications} == {f"+32 {p.phone[1:]}" for p in everybody()}
    assert [d.name for one in applications for d in one.documents if not d.text or d.remark] == []


def test_what_is_particular_about_some_of_them_is_seen(dossier: Dossier) -> None:
    with dossier:
        applications = dossier.read.applications()
    assert [one.identity.name for one in applications if one.timeliness == "late"] == ["Robin Chimère"]
    assert [one.identity.name for one in applications if one.missing] == ["Nel Denkbeeldig"]
    assert [one.identity.name for one in applications if one.resembles] == ["Salma Esquisse", "Salma Esquisse"]
    assert [one.identity.name for one in applications if one.received_at is None] == ["Awa Hypothèse"]
    assert len({one.documents[1].media_type for one in applications}) == 2


def test_every_grid_is_in_and_both_stages_are_open(dossier: Dossier) -> None:
    with dossier:
        for stage in Stage:
            progress = dossier.read.progress(stage)
            assert progress.missing == ()
            assert progress.opened_at is not None
        states = Counter(rating.answer.state.value for rating in dossier.read.ratings())
    assert set(states) == {"rated", "not_assessable", "abstained"}
    assert sum(states.values()) == 13 * 10 * 4 + 5 * 8 * 4


def test_each_person_has_the_letter_of_their_outcome_in_their_language(made: Made, dossier: Dossier) -> None:
    with dossier:
        people = {one.key: one.identity for one in dossier.read.applications()}
    letters = sorted((made.folder / "letters").iterdir())
    kinds = Counter(file.stem[5:] for file in letters)
    assert kinds == {
        LetterKind.INVITATION: 6,
        LetterKind.REFUSAL_SCREENING: 7,
        LetterKind.OFFER: 1,
        LetterKind.RESERVE: 2,
        LetterKind.REFUSAL_INTERVIEW: 2,
    }
    for file in letters:
        said, person = text(file), people[file.stem[:4]]
        dutch = person.language is Language.NL
        assert f"{'Beste' if dutch else 'Bonjour'} {person.name}," in said
        assert re.search("[{}]", said) is None
        assert ("Brussel, " in said, "Bruxelles, le " in said) == (dutch, not dutch)


def test_nothing_half_made_is_left(made: Made) -> None:
    assert [file.name for file in made.folder.rglob("*.part*")] == []


def test_each_person_invited_has_a_grid_for_each_member_who_rates(made: Made) -> None:
    grids = list((made.folder / "grids").iterdir())
    assert len(grids) == 6 * 4
    assert {len(pdfium.PdfDocument(file)) for file in grids} == {2}
    assert len(pdfium.PdfDocument(made.folder / "checklist.pdf")) == 1
    assert len(pdfium.PdfDocument(made.folder / "enveloppe.pdf")) == 1


def test_the_tables_say_what_the_dossier_says(made: Made, dossier: Dossier) -> None:
    with dossier:
        ratings, applications = len(dossier.read.ratings()), len(dossier.read.applications())
    assert len(table(made.folder / "tables" / "ratings.csv")) == ratings
    assert len(table(made.folder / "tables" / "applications.csv")) == applications
    assert len(table(made.folder / "tables" / "comparison-screening.csv")) == 13
    assert len(table(made.folder / "tables" / "comparison-interview.csv")) == 5
    assert sum(len(table(file)) for file in (made.folder / "tables").glob("screening-*.csv")) == 13 * 10 * 4


@pytest.mark.parametrize("stage", Stage)
def test_the_printed_comparison_has_every_median_of_the_query(made: Made, dossier: Dossier, stage: Stage) -> None:
    with dossier:
        opened = dossier.read.opened(stage)
        print_comparison(
            dossier, made.folder / "comparison.pdf", stage, datetime(2022, 6, 24, tzinfo=BRUSSELS), Language.FR
        )
    said = pypdf.PdfReader(made.folder / "comparison.pdf").pages[0].extract_text().split()
    for one in compared(opened.applications, opened.criteria, opened.ratings):
        row = said[said.index(one.key) + 1 :]
        figures = list(takewhile(lambda word: "," not in word, dropwhile(lambda word: word[-1].isalpha(), row)))
        assert figures == ["–" if level is None else str(level) for level in one.medians.values()]


@pytest.mark.parametrize("cell", ["=1+1", "+32 470", "-1", "@name", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_carry_out_is_quoted(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert safe(f"a{cell}") == f"a{cell}"


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert cli.main(["demo", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"smes-panel: {tmp_path} is not empty. Nothing was written; name an empty folder or a new one.\n"
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
    assert cli.main(["demo", str(tmp_path / "mine.txt")]) == 1


def test_a_passphrase_that_was_given_is_used_and_not_printed(
    tmp_path: Path, made: Made, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", "trois petits chats")
    assert cli.main(["demo", str(tmp_path / "new")]) == 0
    assert "trois petits chats" not in capsys.readouterr().out
    assert cli.main(["check", str(tmp_path / "new" / "connect.smes"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True, "problems": []}
    # A grid bears the id of its own dossier; everything else is the same in every demonstration.
    same = [file for part in ("letters", "tables") for file in sorted((made.folder / part).iterdir())]
    again = [tmp_path / "new" / file.parent.name / file.name for file in same]
    assert [one.name for one, two in zip(same, again, strict=True) if one.read_bytes() != two.read_bytes()] == []


def test_the_mails_are_the_same_byte_for_byte_each_time(tmp_path: Path, made: Made) -> None:
    mails.write(tmp_path / "again")
    files = [file.relative_to(tmp_path / "again") for file in (tmp_path / "again").rglob("*") if file.is_file()]
    assert len(files) == 16
    theirs = made.folder / "applications"
    assert [file for file in files if (tmp_path / "again" / file).read_bytes() != (theirs / file).read_bytes()] == []


def test_a_thousand_mails_would_be_a_thousand_people(tmp_path: Path) -> None:
    mails.many(tmp_path, 120)
    found = [item.application for item in items([tmp_path])]
    known = [one for one in found if one is not None]
    assert len(known) == 120
    for trait in ("name", "email", "phone"):
        assert len({getattr(one.identity, trait) for one in known}) == 120
    assert len({document.content for one in known for document in one.documents}) == 480
    assert [document.name for one in known for document in one.documents if not document.text] == []
