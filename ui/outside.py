"""A document opened in another program: a private copy, named by its content type, and removed again."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from smes_panel.intake.extraction import DOC, DOCX, ODT, PDF, RTF
from smes_panel.paths import laptop

_ENDINGS = {
    PDF: ".pdf",
    DOCX: ".docx",
    DOC: ".doc",
    ODT: ".odt",
    RTF: ".rtf",
    "application/x-office-encrypted": ".docx",
    "text/plain": ".txt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    "image/heic": ".heic",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/bmp": ".bmp",
}
"""What may be handed to another program. Nothing that a system would run, and no page or mail that would fetch."""

ACTIVE = frozenset((DOCX, DOC, ODT, RTF, "application/x-office-encrypted"))
"""What may hold macros, or links that another program follows by itself."""


def may_leave(media_type: str) -> bool:
    """Whether a document of this type may be opened in another program."""
    return media_type in _ENDINGS


def copy_of(content: bytes, media_type: str, key: str) -> Path:
    """A copy that only this user can read, in a folder of its own; never under the name that its sender gave it.

    Raises OSError where there is no room for it.
    """
    home = _home()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=home))
    path = folder / f"{key}{_ENDINGS[media_type]}"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    return path


def clean() -> None:
    """Removes every copy. One that another program still holds open is removed at the next start."""
    with contextlib.suppress(OSError):
        if _home().exists():
            shutil.rmtree(_home(), ignore_errors=True)


def _home() -> Path:
    return laptop() / "opened elsewhere"
