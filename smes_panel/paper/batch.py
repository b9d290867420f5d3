"""Many letters in one file for the printer: by language and number, each beginning on the front of a sheet.

The letters' own pages are taken over as they are, so that what is printed is what was made, signed and released.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter

from smes_panel.errors import BadInput
from smes_panel.model.words import Language

_ORDER = tuple(Language)
# They publish no types.
_pdf: Any = generic
_Writer: Any = PdfFileWriter


@dataclass(frozen=True, slots=True)
class Bundled:
    """One letter of a batch: its application's key ("K-04"), whose it is, and its PDF."""

    application: str
    name: str
    language: Language
    content: bytes


def in_order(letters: Iterable[Bundled]) -> list[Bundled]:
    """As they are printed: French, Dutch, English, and in each by the number of the application."""
    return sorted(letters, key=lambda one: (_ORDER.index(one.language), _number(one.application), one.application))


def batch_pdf(
    letters: Iterable[Bundled], title: str, *, both_sides: bool = True
) -> Generator[tuple[int, int], None, bytes]:
    """The letters in one PDF, with a bookmark for each person; yields how many of how many are in it.

    With `both_sides`, a letter that ends on the front of a sheet is followed by a blank back. Raises BadInput where
    there is none, or one of them is no PDF that reads.
    """
    ordered = in_order(letters)
    if not ordered:
        raise BadInput("There is no letter to print together: choose some that are complete.")
    batch = _Batch(title)
    for done, one in enumerate(ordered, 1):
        count = batch.add(one)
        if both_sides and count % 2 and done < len(ordered):
            batch.add_blank()
        yield done, len(ordered)
    return batch.written(both_sides=both_sides)


class _Batch:
    """The file while it grows: a tree of pages with a branch for each letter, and the bookmarks into it."""

    def __init__(self, title: str) -> None:
        info = _dictionary({"/Title": _pdf.pdf_string(title)})
        self._writer: Any = _Writer(stream_xrefs=False, info=info)
        self._tree: Any = self._writer.root.raw_get("/Pages")
        self._outline = self._writer.add_object(
            _pdf.DictionaryObject({_pdf.pdf_name("/Type"): _pdf.pdf_name("/Outlines")})
        )
        self._marks: list[Any] = []
        self._pages = 0
        self._side: Any = ()

    def add(self, letter: Bundled) -> int:
        """Takes a letter in; how many pages it has."""
        try:
            reader = PdfFileReader(BytesIO(letter.content))
            branch = self._writer.import_object(reader.root.raw_get("/Pages"))
            count = int(branch.get_object()["/Count"])
            first = branch
            while (node := first.get_object())["/Type"] == "/Pages":
                first = node["/Kids"].raw_get(0)
            self._side = node["/MediaBox"]
        except (PdfError, LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
            raise BadInput(f"The letter of {letter.application} is no PDF that reads. Nothing was made.") from error
        self._hang(branch, count)
        self._mark(f"{letter.application} · {letter.name}" if letter.name else letter.application, first)
        return count

    def add_blank(self) -> None:
        """A page of the size of the last one, with nothing on it."""
        side = _pdf.ArrayObject(self._side)
        blank = {"/Type": _pdf.pdf_name("/Page"), "/MediaBox": side, "/Resources": _dictionary({})}
        self._hang(self._writer.add_object(_dictionary(blank)), 1)

    def written(self, *, both_sides: bool) -> bytes:
        root, outline = self._writer.root, self._outline.get_object()
        for before, after in zip(self._marks, self._marks[1:], strict=False):
            before.get_object()[_pdf.pdf_name("/Next")] = after
            after.get_object()[_pdf.pdf_name("/Prev")] = before
        ends = {"/First": self._marks[0], "/Last": self._marks[-1], "/Count": _pdf.NumberObject(len(self._marks))}
        outline.update(_dictionary(ends))
        # What the printer's dialogue proposes: pages at their own size, turned over their long side.
        wished = {"/PrintScaling": _pdf.pdf_name("/None")}
        if both_sides:
            wished["/Duplex"] = _pdf.pdf_name("/DuplexFlipLongEdge")
        opened = {"/Outlines": self._outline, "/PageMode": _pdf.pdf_name("/UseOutlines")}
        root.update(_dictionary(opened | {"/ViewerPreferences": _dictionary(wished)}))
        made = BytesIO()
        self._writer.write(made)
        return made.getvalue()

    def _hang(self, node: Any, count: int) -> None:
        tree = self._tree.get_object()
        node.get_object()[_pdf.pdf_name("/Parent")] = self._tree
        tree["/Kids"].append(node)
        self._pages += count
        tree[_pdf.pdf_name("/Count")] = _pdf.NumberObject(self._pages)

    def _mark(self, label: str, page: Any) -> None:
        at = _pdf.ArrayObject([page, _pdf.pdf_name("/Fit")])
        mark = {"/Title": _pdf.pdf_string(label), "/Parent": self._outline, "/Dest": at}
        self._marks.append(self._writer.add_object(_dictionary(mark)))


def _dictionary(entries: Mapping[str, object]) -> Any:
    return _pdf.DictionaryObject({_pdf.pdf_name(name): value for name, value in entries.items()})


def _number(key: str) -> int:
    found = re.search(r"\d+", key)
    return int(found.group()) if found else 0
