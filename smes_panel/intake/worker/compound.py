"""A compound file ([MS-CFB]), the container of Word's and Outlook's older formats, opened under limits."""

from __future__ import annotations

import io
from typing import Any


def compound(content: bytes) -> Any:
    """The file, to be closed. Raises what damage provokes; a stream that says it is bigger than its file is damage.

    The library would read such a stream around a ring of sectors until it has as much as was said.
    """
    import olefile

    class Bounded(olefile.OleFileIO):  # type: ignore[misc]  # the library publishes no types
        def _open(self, start: int, size: int = 0x7FFFFFFF, force_FAT: bool = False) -> Any:  # noqa: N803
            if size != 0x7FFFFFFF and size > len(content):
                raise ValueError("a stream that is bigger than its file")
            return super()._open(start, size, force_FAT)

    return Bounded(io.BytesIO(content))
