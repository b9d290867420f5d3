"""A print as pictures, for a screen or a printer: drawn in this process, since every byte of it is ours."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import pypdfium2


class Sheets:
    """The pages of one print. Call it from one thread only: PDFium knows no others."""

    def __init__(self, content: bytes) -> None:
        self._pdf = pypdfium2.PdfDocument(content)
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._pdf.get_page_size(number) for number in range(len(self._pdf))
        )
        """Width and height of each page, in points."""

    def drawing(self, page: int, scale: float) -> tuple[int, int, bytes]:
        """Width, height and rows of a page at `scale` pixels a point; four bytes a pixel: blue, green, red, unused."""
        drawn = self._pdf[page]
        bitmap = drawn.render(scale=scale, prefer_bgrx=True)
        try:
            return bitmap.width, bitmap.height, bytes(bitmap.buffer)
        finally:
            bitmap.close()
            drawn.close()

    def text(self, page: int) -> str:
        """What a page says."""
        drawn = self._pdf[page]
        words = drawn.get_textpage()
        try:
            return str(words.get_text_bounded())
        finally:
            words.close()
            drawn.close()

    def close(self) -> None:
        self._pdf.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.close()
