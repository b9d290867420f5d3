"""Where things are: the resources, in a checkout and in a built program alike, and this laptop's own folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The `resources/` folder: beside the packages in a checkout, inside the bundle in a built program."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "resources" if bundle else Path(__file__).resolve().parent.parent / "resources"


def laptop() -> Path:
    """This laptop's own folder for what must not travel with a dossier; `SMES_PANEL_HOME` moves it, for tests."""
    if chosen := os.environ.get("SMES_PANEL_HOME"):
        return Path(chosen)
    import platformdirs  # here, because it costs a tenth of the window's start and the first screen does not ask

    return Path(platformdirs.user_data_dir("smes-panel", appauthor=False))
