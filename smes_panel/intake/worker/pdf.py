"""The text of a PDF, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smes_panel.intake.plain import mended
from smes_panel.intake.worker.parts import Protected

PAGES = 500


def text(content: bytes, password: str = "") -> Iterator[str]:
    """The text of each page. Raises Protected, or what a damaged document provokes."""
    import pypdfium2

    try:
        pdf: Any = pypdfium2.PdfDocument(content, password=password or None)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Protected from error
        raise
    try:
        for number in range(min(len(pdf), PAGES)):
            try:
                page = pdf[number]
            except pypdfium2.PdfiumError:
                continue
            words = page.get_textpage()
            try:
                yield mended(words.get_text_range(errors="ignore"))
            finally:
                words.close()
                page.close()
    finally:
        pdf.close()
