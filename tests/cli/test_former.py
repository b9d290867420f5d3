"""new --from: a vacancy started from a former dossier, which is read and never written."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from smes_panel.dossier import Dossier
from smes_panel.gestures.criterion import AddCriterion
from smes_panel.model.words import Words
from tests.cli.walk import PASSPHRASE, Walk


@pytest.fixture
def former(begun: Walk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier with a panel, two applications and settled rules, under the passphrase of then."""
    monkeypatch.setenv("SMES_PANEL_FORMER_PASSPHRASE", PASSPHRASE)
    old = begun.file.rename(begun.folder / "ancien.smes")
    begun.done(
        "settle", old, "reference=EX-1", "closes_at=2022-06-20T23:59", "weight.C01=2", "sender.address=Rue Fictive 1"
    )
    begun.done("settle", old, "stages.C01=both", "essential.C01=oui", "phone=02 000 00 00", "erase_on=2023-07-08")
    with Dossier.open(old, PASSPHRASE) as dossier:
        dossier.do(AddCriterion(Words("Clarté"), parent="C02"))
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", "une nouvelle phrase de passe")
    return old


def test_the_checklist_with_its_rules_is_taken_over_and_nothing_of_the_people_or_the_days(
    walk: Walk, former: Path
) -> None:
    before = sha256(former.read_bytes()).hexdigest(), former.stat().st_mtime_ns, sorted(walk.folder.iterdir())
    said = walk.done("new", walk.file, "--from", former)
    assert "Maude Jury (chair), Dries Comité (member)" in said
    walk.file.with_name("encore.smes")
    after = sha256(former.read_bytes()).hexdigest(), former.stat().st_mtime_ns
    assert after == before[:2]
    assert set(walk.folder.iterdir()) - {walk.file} == set(before[2])
    shown = walk.json("show", walk.file)
    first, *_, last = shown["criteria"]
    assert (first["weight"], first["essential"], first["stages"]) == (2, True, ["screening", "interview"])
    assert [(one["code"], one["parent"]) for one in shown["criteria"] if one["parent"]] == [("C02a", "C02")]
    assert last["wording"]
    vacancy = shown["vacancy"]
    assert [vacancy[name] for name in ("reference", "closes_at", "deadline", "ends_on", "starts", "frozen_at")] == (
        [None] * 6
    )
    assert {"reference", "closes_at"} <= {one["key"] for one in shown["open_questions"] if one["answer"] is None}
    assert {one["key"] for one in shown["settled"]} == {"sender.address", "phone"}
    assert (shown["panel"], shown["counts"]["applications"], shown["counts"]["documents"]) == ([], 0, 0)
    spoken = json.dumps(shown, ensure_ascii=False)
    assert not [name for name in ("Yasmina", "Schets", "2023-07-08", "EX-1") if name in spoken]


def test_the_panel_of_then_is_taken_over_where_that_is_asked(walk: Walk, former: Path) -> None:
    walk.done("new", walk.file, "--from", former, "--with-panel")
    assert [(one["name"], one["role"]) for one in walk.json("show", walk.file)["panel"]] == [
        ("Maude Jury", "chair"),
        ("Dries Comité", "member"),
        ("Nora Secrétariat", "secretary"),
    ]


def test_the_new_dossier_can_be_started_from_in_its_turn(walk: Walk, former: Path) -> None:
    walk.done("new", walk.file, "--from", former)
    walk.file.rename(second := walk.folder / "second.smes")
    (walk.folder / "phrase").write_text("une nouvelle phrase de passe\n", "utf-8")
    walk.done("new", walk.file, "--from", second, "--former-passphrase-file", walk.folder / "phrase")
    assert walk.json("show", walk.file)["criteria"][0]["weight"] == 2


def test_a_former_dossier_that_does_not_open_gives_one_sentence_and_nothing_is_made(
    walk: Walk, former: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = walk.folder / "abime.smes"
    damaged.write_bytes(former.read_bytes()[:40_000])
    (empty := walk.folder / "vide.smes").write_bytes(b"")
    for old in (damaged, empty, walk.folder / "absent.smes"):
        status, _, said = walk.run("new", walk.file, "--from", old)
        assert (status, said.count("\n"), walk.file.exists()) == (1, 1, False)
    monkeypatch.setenv("SMES_PANEL_FORMER_PASSPHRASE", "pas celle-là")
    status, _, said = walk.run("new", walk.file, "--from", former)
    assert (status, walk.file.exists()) == (1, False)
    assert said.startswith("smes-panel: The passphrase does not open ancien.smes")


def test_a_file_of_a_newer_version_and_one_of_an_older_are_left_as_they_are(
    walk: Walk, former: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("smes_panel.dossier.file.FORMAT", 0)
        status, _, said = walk.run("new", walk.file, "--from", former)
    assert (status, walk.file.exists()) == (1, False)
    assert "newer Smes Panel" in said
    before = former.read_bytes()
    monkeypatch.setattr("smes_panel.dossier.former.FOLD", -1)
    walk.done("new", walk.file, "--from", former)
    assert former.read_bytes() == before
    assert walk.json("show", walk.file)["criteria"][0]["weight"] == 2


def test_a_criterion_is_nested_and_taken_out_by_command(begun: Walk) -> None:
    nested = json.loads(begun.done("nest", begun.file, "2", "--under", "c1", "--json"))
    assert nested[:2] == [
        {"code": "C01", "parent": None, "rated": False},
        {"code": "C02", "parent": "C01", "rated": True},
    ]
    assert begun.done("nest", begun.file, "2").split()[:2] == ["C01", "C02"]
    assert begun.run("nest", begun.file, "2", "--under", "2")[0] == 1
