"""The demonstration laid out in a folder of its own: whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path

from smes_panel.demo.story import LINES, paced
from smes_panel.errors import PlaceReadOnly

NAME = "Smes Panel"
PASSPHRASE = "une phrase de démonstration"  # noqa: S105  what it opens is invented


def laid_out(folder: Path) -> Generator[tuple[int, int], None, Path]:
    """Carries the demonstration through in a new folder within `folder`; says how many of its steps are done, and
    returns its dossier.

    Closed before the end, or stopped by a refusal, it leaves nothing behind.
    """
    place = next(one for n in range(1, 1000) if not (one := folder / (NAME if n == 1 else f"{NAME} {n}")).exists())
    try:
        place.mkdir(parents=True)
    except OSError as error:
        raise PlaceReadOnly(f"No folder can be made there ({error.strerror}). Nothing was written.") from None
    whole = False
    try:
        done = 0
        for line in paced(place, PASSPHRASE):
            done += bool(line)
            yield done, LINES
        whole = True
    finally:
        if not whole:
            shutil.rmtree(place, ignore_errors=True)
    return place / "connect.smes"
