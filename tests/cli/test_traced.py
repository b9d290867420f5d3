"""An import writes in the dossier's folder and the temporary one and nowhere else, and speaks to nobody."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli import tracing
from tests.cli.walk import PASSPHRASE, mail
from tests.intake import forwards

MAIN = Path(__file__).resolve().parents[2] / "main.py"
REMOTE = (
    b"<html><body><p>Candidature de Nora Exemplaire</p><img src='https://exemple.invalid/vu.png'>"
    b"<link rel='stylesheet' href='http://exemple.invalid/a.css'></body></html>"
)

pytestmark = pytest.mark.skipif(tracing.STRACE is None, reason=tracing.NOT_INSTALLED)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "temporary").mkdir()
    return {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "SMES_PANEL_HOME": str(tmp_path / "home"),
        "SMES_PANEL_PASSPHRASE": PASSPHRASE,
        "TMPDIR": str(tmp_path / "temporary"),
    }


def hostile(folder: Path) -> Path:
    """Applications whose names, pages and archives point elsewhere."""
    folder.mkdir()
    (folder / "simple.eml").write_bytes(mail("Yasmina Modèle"))
    named = mail("Wout Schets", attached=("../../dehors.txt", "/etc/dehors.txt", "C:\\dehors.txt"))
    (folder / "nommée.eml").write_bytes(named)
    forwarded = forwards.carried(forwards.application("Nora Exemplaire"))
    (folder / "transmise.eml").write_bytes(forwards.mail("Marc Collègue", "TR", forwards.text("Voici."), forwarded))
    (folder / "page.html").write_bytes(REMOTE)
    # Its reader is compiled when it is first needed, in the reading process.
    (folder / "cv.rtf").write_bytes(rb"{\rtf1 Nora Exemplaire, animatrice}")
    with zipfile.ZipFile(folder / "boîte.zip", "w") as archive:
        archive.writestr("../../dehors.eml", mail("Inès Brouillon"))
        archive.writestr("/dehors.eml", mail("Théo Maquette"))
    return folder


def test_an_import_writes_in_its_own_places_and_speaks_to_nobody(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "dossier").mkdir()
    dossier = tmp_path / "dossier" / "recrutement.smes"
    made = tracing.trace(
        [sys.executable, str(MAIN), "new", str(dossier), "--example", "connect"], environment, tmp_path
    )
    brought = tracing.trace(
        [sys.executable, str(MAIN), "import", str(dossier), str(hostile(tmp_path / "reçu")), "--json"],
        environment,
        tmp_path,
    )
    assert (made.status, brought.status) == (0, 0)
    assert len(json.loads(brought.out)) == 7
    assert dossier in brought.places
    own = (tmp_path / "dossier", tmp_path / "home", tmp_path / "temporary", Path("/dev/null"))
    assert [str(one) for one in sorted(brought.places) if not any(one.is_relative_to(place) for place in own)] == []
    assert brought.addresses == frozenset()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_what_is_written_elsewhere_or_said_to_somebody_would_be_seen(tmp_path: Path) -> None:
    script = (
        "import os, socket\nopen('dehors-é.txt', 'w').close()\nos.rename('dehors-é.txt', 'b')\n"
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))\n"
    )
    seen = tracing.trace([sys.executable, "-c", script], os.environ, tmp_path)
    assert {tmp_path / "dehors-é.txt", tmp_path / "b"} <= seen.places
    assert [one.split("(")[0] for one in seen.addresses] == ["connect"]
