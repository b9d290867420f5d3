"""Putting a print where a person asked for it: whole or not at all, and never in the place of something else."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from smes_panel.errors import FileExists, FolderReadOnly

PDF = b"%PDF-"
"""The first bytes of every PDF."""


def put(path: Path, content: bytes, begins: bytes = PDF) -> None:
    """Puts a file in place whole. It takes the place of an earlier print, known by its first bytes, and of nothing
    else.
    """
    waiting = Path(f"{path}.part")
    try:
        if path.exists() and not _is_print(path, begins):
            raise FileExists(f"{path} is something else than a print, and was left as it is. Choose another name.")
        waiting.write_bytes(content)
        waiting.replace(path)
    except OSError as error:
        raise FolderReadOnly(
            f"{path} cannot be written ({error.strerror}). What was printed before it is whole."
        ) from None
    finally:
        # Ctrl+C, too, leaves no half of a letter.
        with suppress(OSError):
            waiting.unlink(missing_ok=True)


def _is_print(path: Path, begins: bytes) -> bool:
    """Whether a print may take this file's place: an earlier print may go, a dossier or a device never."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(begins)) == begins
