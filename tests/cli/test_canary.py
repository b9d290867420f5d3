"""Before the opening no command, print or export tells a colleague's rating: it does alike in two worlds."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

from smes_panel import cli
from smes_panel.cli.arguments import parser
from tests.core.panels import PASSPHRASE, quick_keys
from tests.core.test_canary import CANARY, world

ANNA = ("--member", "Anna Modèle")
ABOUT = (*ANNA, "--application", "K-02")
SCREENING = ("--stage", "screening")

# Every command as somebody who is not Bram gives it; FILE and OUT stand for the dossier and a folder to write into.
COMMANDS: dict[str, list[tuple[str, ...]]] = {
    "show": [("FILE",), ("FILE", "--json")],
    "panel": [("FILE",), ("FILE", "--json")],
    "bundles": [("FILE", "--all", "--json")],
    "applications": [("FILE",), ("FILE", "--json"), ("FILE", "--search", CANARY), ("FILE", "--search", "rien")],
    "search": [("FILE", CANARY), ("FILE", CANARY, "--json"), ("FILE", "rien", *ANNA), ("FILE", "curriculum", *ANNA)],
    "ratings": [("FILE",), ("FILE", "--json"), ("FILE", "--json", *ANNA)],
    "conflict": [("FILE", "--json"), ("FILE", "--json", *ANNA)],
    "not-asked": [("FILE", "--json")],
    "exceptions": [("FILE",), ("FILE", "--json")],
    "order": [("FILE", "--json", *ANNA), ("FILE", *ANNA, "--criterion", "C01"), ("FILE", *ANNA, "--drift")],
    "scratchpad": [("FILE", *ABOUT), ("FILE", *ANNA, "--application", "K-01")],
    "access": [("FILE", *ABOUT), ("FILE", *ABOUT, "--json"), ("FILE", *ANNA, "--application", "K-01")],
    "history": [("FILE", *ABOUT, "--criterion", "C01")],
    "calibrate": [("FILE", *ANNA, "--json"), ("FILE", *ANNA, "--stage", "interview")],
    "compare": [("FILE",), ("FILE", "--json"), ("FILE", "--out", "OUT/c.csv"), ("FILE", "--out", "OUT/c.pdf")],
    "agreement": [("FILE",), ("FILE", "--json")],
    "rank": [("FILE", "--method", "median"), ("FILE", "--method", "schulze", "--json")],
    "correct": [("FILE",), ("FILE", *ABOUT, "--criterion", "C01", "--level", "3", "--reason", "relu")],
    "consensus": [("FILE",), ("FILE", "--application", "K-02", "--criterion", "C01")],
    "open-grids": [("FILE", *SCREENING)],
    "grids": [("FILE", "--out", "OUT/grids")],
    "checklist": [("FILE", "--out", "OUT/checklist.pdf", "--date", "2022-07-01")],
    "letters": [("FILE",), ("FILE", "--json"), ("FILE", "--kind", "invitation", "--out", "OUT/letters")],
    "deliberation": [("show", "FILE"), ("show", "FILE", "--json"), ("close", "FILE"), ("reopen", "FILE")],
    "meeting": [("FILE", "--json"), ("FILE", "--day", "2022-07-08", "--present", "Anna Modèle")],
    "position": [("FILE", *ABOUT), ("FILE", *ABOUT, "--minority", "une réserve")],
    "step-out": [("FILE", *ABOUT)],
    "minutes": [("FILE", "--out", "OUT/m.pdf", "--date", "2022-07-08"), ("FILE", "--decision", "--out", "OUT/d.pdf")],
    "sign": [("request", "FILE", "--out", "OUT/r.smesrequest"), ("chair", "FILE")],
    "dispatch": [("FILE",), ("FILE", "--json"), ("FILE", "--settle", "K-01", "offer", "sent")],
    "verify": [("FILE",), ("FILE", "--json")],
    "offer": [("FILE", "--json"), ("FILE", "--application", "K-02", "--promote", "une raison")],
    "templates": [("FILE",), ("FILE", "--json"), ("FILE", "--show", "offer", "nl")],
    "journal": [("FILE",), ("FILE", "--json")],
    "check": [("FILE",), ("FILE", "--json")],
    "nest": [("FILE", "C02", "--under", "C01")],
    "blind": [("FILE", "--by", "Chloé Modèle", "--until", "none")],
    "hand-in": [("FILE", *ANNA, *SCREENING, "--only", "K-03")],
}
APART = {"journal"}
"""It names laptops and entries, which are others in every file; there the canary is looked for."""
ELSEWHERE = {
    # They write what they are given, tested where they are; they print counts of it.
    "new", "settle", "import", "unlock", "rate", "outcome", "guard", "demo",
    # It asks a mail server, and opens no dossier.
    "folders",
    # They handle the encrypted file as a whole.
    "backup", "restore", "passphrase",
}  # fmt: skip


@pytest.fixture
def worlds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", PASSPHRASE)
    folders = (tmp_path / "one", tmp_path / "two")
    with quick_keys():
        for folder, level, comment in zip(folders, (1, 4), ("rien", CANARY), strict=True):
            folder.mkdir()
            world(folder / "a.smes", level, comment).close()
        yield folders


def said(folder: Path, command: str, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> list[object]:
    """All that a command says and writes, without the folder that it happened in."""
    out = folder / "out"
    out.mkdir(exist_ok=True)
    given = [one.replace("FILE", str(folder / "a.smes")).replace("OUT", str(out)) for one in arguments]
    capsys.readouterr()
    status = cli.main([command, *given])
    streams = [text.replace(str(folder), "") for text in capsys.readouterr()]
    files = {path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    return [status, *streams, files]


def test_every_command_is_listened_to_or_named_with_its_reason() -> None:
    (commands,) = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    assert {*COMMANDS} | ELSEWHERE == {*commands.choices}


def test_every_command_says_and_writes_alike_whatever_a_colleague_rated(
    worlds: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for command, calls in COMMANDS.items():
        for arguments in calls:
            one, other = (said(folder, command, arguments, capsys) for folder in worlds)
            if command not in APART:
                assert (command, arguments, one) == (command, arguments, other)
            asks = CANARY in arguments
            assert asks or CANARY not in repr(other), (command, arguments)


def test_the_canary_sings_to_its_author(worlds: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    own = ("FILE", "--json", "--member", "Bram Voorbeeld")
    one, other = (said(folder, "ratings", own, capsys) for folder in worlds)
    assert (CANARY in repr(one), CANARY in repr(other)) == (False, True)
