"""From ratings to signed, printed and verified by the command line alone, with what each step refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copyfile

import pytest

from smes_panel import cli
from smes_panel.demo.story import paced
from tests.core.panels import quick_keys

PHRASE = "une phrase de passe fictive"
KEY_PHRASE = "une autre phrase, pour la clé"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    with quick_keys(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        for _line in paced(folder, PHRASE):
            pass
    return folder / "connect.smes"


class Desk:
    """A folder with the dossier, and commands given in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.said = self.refused = ""

    def __call__(self, *words: str) -> int:
        given = [re.sub(r"^@", f"{self.folder}/", word) for word in words]
        self._capsys.readouterr()
        with quick_keys():
            status = cli.main(given)
        self.said, self.refused = self._capsys.readouterr()
        return status


@pytest.fixture
def desk(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    copyfile(finished, tmp_path / "a.smes")
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", PHRASE)
    monkeypatch.setenv("SMES_PANEL_KEY_PASSPHRASE", KEY_PHRASE)
    return Desk(tmp_path, capsys)


def entered(desk: Desk) -> None:
    """The director's key is made, its card entered."""
    assert desk("sign", "key", "@d.smeskey", "--name", "Dominique Direction") == 0
    words = desk.said.rpartition("words: ")[2].strip()
    assert desk("sign", "card", "@a.smes", "--from", "@d.smescard") == 0
    assert "Nothing was entered" in desk.said
    assert desk("sign", "card", "@a.smes", "--from", "@d.smescard", "--words", words) == 0


def signed(desk: Desk, *act: str) -> None:
    """One act asked for, signed and attached."""
    assert desk("sign", "request", "@a.smes", *act, "--out", "@r.smesrequest") == 0
    assert (
        desk("sign", "reply", "@r.smesrequest", "--key", "@d.smeskey", "--show", "@shown", "--out", "@r.smesreply") == 0
    )
    assert desk("sign", "attach", "@a.smes", "--from", "@r.smesreply") == 0


def test_a_recruitment_goes_from_ratings_to_signed_printed_and_verified(desk: Desk) -> None:
    assert desk("deliberation", "close", "@a.smes", "--stage", "interview") == 1
    assert "not closed, or not signed" in desk.refused
    assert desk("deliberation", "close", "@a.smes") == 0
    assert desk("deliberation", "close", "@a.smes", "--stage", "interview") == 0
    entered(desk)
    assert desk("letters", "@a.smes", "--kind", "offer", "--ready", "--release") == 1
    assert "waits for it" in desk.refused
    signed(desk)
    signed(desk, "--stage", "interview")
    for kind in ("invitation", "refusal-screening", "offer", "reserve", "refusal-interview"):
        assert desk("letters", "@a.smes", "--kind", kind, "--ready", "--release", "--out", "@letters") == 0
    assert desk("minutes", "@a.smes", "--stage", "interview", "--signed", "--out", "@pv.pdf") == 0
    assert desk("verify", "@a.smes", "--json") == 0
    assert all(one["holds"] for one in json.loads(desk.said))
    assert desk("verify", "@pv.pdf", "--card", "@d.smescard") == 0
    content = (desk.folder / "pv.pdf").read_bytes()
    (desk.folder / "pv.pdf").write_bytes(content[:5_000] + b"!" + content[5_001:])
    assert desk("verify", "@pv.pdf") == 1
    assert desk("settle", "@a.smes", "feedback_by=2022-12-31", "--reason", "prolongé") == 0
    assert desk("verify", "@a.smes") == 1
    assert "NO  screening 1" in desk.said


def test_the_seat_goes_on_to_the_next_of_the_reserve_signed_as_an_act_of_its_own(desk: Desk) -> None:
    for stage in ("screening", "interview"):
        assert desk("deliberation", "close", "@a.smes", "--stage", stage) == 0
    entered(desk)
    signed(desk, "--stage", "interview")
    assert desk("letters", "@a.smes", "--kind", "offer", "--ready", "--release", "--out", "@letters") == 0
    assert desk("offer", "@a.smes", "--application", "K-01", "--answer", "declined") == 0
    assert desk("settle", "@a.smes", "renewed_until=2099-12-31", "--reason", "prolongée") == 0
    assert desk("offer", "@a.smes", "--application", "K-07", "--promote", "une raison") == 1
    assert "The next of the reserve is K-05" in desk.refused
    assert desk("offer", "@a.smes", "--application", "K-05", "--promote", "première de la réserve") == 0
    assert desk("deliberation", "close", "@a.smes", "--promotion", "K-05") == 0
    signed(desk, "--promotion", "K-05")
    assert desk("letters", "@a.smes", "--kind", "offer", "--only", "K-05", "--ready", "--release", "--out", "@l") == 0
    assert desk("verify", "@a.smes") == 0
    assert "promotion:K-05 1: signed by Dominique Direction" in desk.said


def test_a_refusal_to_sign_keeps_the_letters_and_a_reopening_needs_its_reason(desk: Desk) -> None:
    assert desk("deliberation", "close", "@a.smes") == 0
    entered(desk)
    assert desk("sign", "request", "@a.smes", "--out", "@r.smesrequest") == 0
    answered = ("sign", "reply", "@r.smesrequest", "--key", "@d.smeskey", "--refuse", "un motif manque")
    assert desk(*answered, "--out", "@r.smesreply") == 0
    assert desk("sign", "attach", "@a.smes", "--from", "@r.smesreply") == 0
    assert desk("letters", "@a.smes", "--kind", "refusal-screening", "--ready", "--release") == 1
    assert desk("deliberation", "reopen", "@a.smes") == 1
    assert desk("deliberation", "reopen", "@a.smes", "--reason", "la direction refuse") == 0
    assert desk("deliberation", "show", "@a.smes", "--json") == 0
    (closing,) = json.loads(desk.said)["closings"]
    assert (closing["in_force"], closing["signature"]["reason"]) == (False, "un motif manque")


def test_files_that_are_none_are_refused_in_one_sentence(desk: Desk) -> None:
    assert desk("deliberation", "close", "@a.smes") == 0
    entered(desk)
    (desk.folder / "x").write_bytes(b"nothing of the kind")
    for words in (
        ("sign", "card", "@a.smes", "--from", "@x", "--words", "a b c d"),
        ("sign", "attach", "@a.smes", "--from", "@x"),
        ("sign", "attach", "@a.smes", "--paper", "@x", "--signer", "Dominique Direction"),
        ("sign", "reply", "@x", "--key", "@d.smeskey", "--out", "@y"),
        ("sign", "reply", "@x", "--key", "@x", "--out", "@y"),
        ("sign", "attach", "@a.smes", "--from", "@missing"),
        ("sign", "request", "@a.smes"),
        ("minutes", "@a.smes", "--signed", "--out", "@pv.pdf"),
    ):
        assert (words, desk(*words)) == (words, 1)
        assert desk.refused.startswith("smes-panel: ")
        assert desk.refused.count("\n") == 1
