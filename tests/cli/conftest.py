"""A recruitment to give commands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from smes_panel.cli.arrive import arrivals
from smes_panel.dossier import Dossier
from smes_panel.gestures.panel import AddMember
from smes_panel.model.panel import Role
from tests.cli.walk import PASSPHRASE, POSTING, Walk, mail


@pytest.fixture
def walk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Walk:
    """An empty folder and a passphrase."""
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", PASSPHRASE)
    return Walk(tmp_path, capsys)


@pytest.fixture
def begun(walk: Walk) -> Walk:
    """A dossier from a small posting, with a panel of three and two applications."""
    mails = walk.folder / "mails"
    mails.mkdir()
    (mails / "1.eml").write_bytes(mail("Yasmina Modèle"))
    (mails / "2.eml").write_bytes(mail("Wout Schets", day=15, attached=("cv.txt",)))
    walk.done("new", walk.file, "--posting", walk.table("annonce.txt", POSTING))
    # One opening for what would be four commands: each costs a key derivation.
    with Dossier.open(walk.file, PASSPHRASE) as dossier:
        for name, role in (
            ("Maude Jury", Role.CHAIR),
            ("Dries Comité", Role.MEMBER),
            ("Nora Secrétariat", Role.SECRETARY),
        ):
            dossier.do(AddMember(name, role))
        for _ in arrivals(dossier, [mails]):
            pass
    return walk
