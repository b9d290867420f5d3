"""The recruitment of the demonstration, decided and with complete letters, made once and copied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest

from smes_panel.demo.story import paced
from smes_panel.dossier import Dossier
from smes_panel.model.closing import Act, Verdict
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.signing.keys import Key
from smes_panel.signing.reply import answer
from smes_panel.signing.request import Request
from smes_panel.signoff import acts, signature
from tests.core.panels import quick_keys

PHRASE = "une phrase de passe fictive"
AT = datetime(2026, 9, 14, 15, 30, tzinfo=UTC)
SCREENING, INTERVIEW = Act(Stage.SCREENING), Act(Stage.INTERVIEW)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    with quick_keys(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMES_PANEL_HOME", str(tmp_path_factory.mktemp("maker")))
        for _line in paced(folder, PHRASE):
            pass
    return folder / "connect.smes"


@pytest.fixture
def dossier(finished: Path, tmp_path: Path) -> Iterator[Dossier]:
    path = Path(copyfile(finished, tmp_path / "connect.smes"))
    with quick_keys(), Dossier.open(path, PHRASE, home=tmp_path / "home") as dossier:
        yield dossier


@pytest.fixture(scope="session")
def director() -> Key:
    return Key.made("Dominique Direction", AT)


def closed(dossier: Dossier, *those: Act) -> None:
    """The chair closes these acts."""
    chair = next(one for one in dossier.read.panel() if one.role is Role.CHAIR)
    for act in those or (SCREENING, INTERVIEW):
        acts.close(dossier, act, chair)


def signed(dossier: Dossier, key: Key, *those: Act, verdict: Verdict = Verdict.SIGNED) -> None:
    """The director's answer to these acts, by the files."""
    if not dossier.read.signers():
        dossier.do(signature.to_enter(key.card.content, " ".join(key.card.words)))
    for act in those or (SCREENING, INTERVIEW):
        asked = Request.opened(signature.request(dossier, act, Language.FR, AT.date()), key)
        reason = "une raison" if verdict is Verdict.REFUSED else ""
        dossier.do(signature.to_attach(dossier, answer(key, asked, verdict, AT, reason), AT.date()))
