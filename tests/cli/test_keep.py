"""journal, check, backup, restore, passphrase."""

from __future__ import annotations

import pytest

from tests.cli.walk import Walk


def test_the_journal_tells_who_did_what_and_no_content(begun: Walk) -> None:
    lines = begun.json("journal", begun.file)
    assert [line["gesture"] for line in lines][:2] == ["OpenVacancy", "AddMember"]
    assert {line["application"] for line in lines if line["gesture"] == "AddApplication"} == {None, "K-01", "K-02"}
    assert "Yasmina" not in begun.done("journal", begun.file)


def test_a_copy_restores_to_a_dossier_that_check_accepts_and_that_writes_a_stream_of_its_own(begun: Walk) -> None:
    copy, restored = begun.folder / "copie.smes", begun.folder / "retrouve.smes"
    begun.done("backup", begun.file, copy)
    begun.done("panel", begun.file, "--add", "Rachid Assesseur")
    begun.done("restore", copy, restored)
    assert [m["name"] for m in begun.json("panel", restored)] == ["Maude Jury", "Dries Comité", "Nora Secrétariat"]
    status, _, err = begun.run("panel", restored, "--add", "Sofia Lectrice")
    assert (status, "new key and stream" in err) == (0, True)
    assert begun.json("check", restored) == {"ok": True, "problems": []}
    assert len({line["device"] for line in begun.json("journal", restored)}) == 2


def test_nothing_is_restored_or_backed_up_over_a_file_that_is_there(begun: Walk) -> None:
    there = begun.table("la.smes", "là")
    for command in ("backup", "restore"):
        status, _, err = begun.run(command, begun.file, there)
        assert (status, "exists already" in err, there.read_text("utf-8")) == (1, True, "là")


def test_a_changed_passphrase_opens_and_the_old_one_does_not(begun: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMES_PANEL_NEW_PASSPHRASE", "l’été, déjà")
    begun.done("passphrase", begun.file)
    assert begun.run("check", begun.file)[0] == 1
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", "l’été, déjà")
    assert begun.run("check", begun.file)[0] == 0


def test_a_damaged_file_ends_with_one_line(begun: Walk) -> None:
    content = bytearray(begun.file.read_bytes())
    content[9 * 4096 + 100] ^= 1
    begun.file.write_bytes(content)
    status, _, err = begun.run("check", begun.file)
    assert (status, "damage" in err.casefold() or "does not read" in err) == (1, True)
    assert begun.file.read_bytes() == bytes(content)


def test_a_command_leaves_nothing_beside_the_dossier(walk: Walk) -> None:
    walk.done("new", walk.file, "--example", "connect")
    walk.done("panel", walk.file, "--add", "Maude Jury")
    walk.done("backup", walk.file, walk.folder / "copie.smes")
    assert sorted(path.name for path in walk.folder.iterdir()) == ["copie.smes", "recrutement.smes"]
