"""The printers of the system: pages of our prints sent at life size, whatever the printer.

Each page is drawn at 300 dots an inch and laid on the whole sheet from its corner, so that
neither a driver's "fit to page" nor its margins can change the scale of a sheet that is to be read back.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from smes_panel.errors import PrinterFailed
from smes_panel.paper.picture import Sheets
from ui.widgets.preview import picture

FINE = 300
_INCH = 72.0


def printers() -> tuple[str, ...]:
    """The names of the printers there are, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))


def to_printer(name: str) -> QPrinter:
    """A printer of the system."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setResolution(FINE)
    return printer


def to_pdf(path: Path) -> QPrinter:
    """A printer that writes a file instead of paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(FINE)
    return printer


def sent(
    printer: QPrinter, makes: Sequence[Callable[[], bytes]], copies: int, title: str
) -> Generator[tuple[int, int], None, int]:
    """Prints each of these at life size, `copies` times; yields how many of how many are done, returns the pages.

    Stopped, it prints nothing more and takes back what has not left. Raises PrinterFailed.
    """
    printer.setFullPage(True)
    printer.setDocName(title)
    painter = QPainter()
    pages = 0
    total = len(makes) * copies
    done = False
    try:
        for number in range(total):
            # Copies are ours to count: not every printer counts them, and one that does would print them page by page.
            with Sheets(makes[number // copies]()) as sheets:
                for page, (width, height) in enumerate(sheets.sizes):
                    layout = QPageLayout(_paper(width, height), _turned(width, height), QMarginsF(0, 0, 0, 0))
                    layout.setMode(QPageLayout.Mode.FullPageMode)
                    printer.setPageLayout(layout)
                    begun = printer.newPage() if pages else painter.begin(printer)
                    if not begun:
                        raise PrinterFailed(
                            "The printer took nothing or stopped. What came out is whole; look at the printer, "
                            "then print the rest."
                        )
                    dots = printer.resolution() / _INCH
                    image = picture(sheets, page, dots)
                    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
                    painter.drawImage(QRectF(0, 0, width * dots, height * dots), image)
                    pages += 1
            yield number + 1, total
        done = True
    finally:
        if painter.isActive():
            if not done:
                printer.abort()
            painter.end()
    return pages


def _paper(width: float, height: float) -> QPageSize:
    """The sheet of a page; A4 by its name, which printers know better than its measures."""
    short, long = sorted((width, height))
    if abs(short - 595.28) < 1 and abs(long - 841.89) < 1:
        return QPageSize(QPageSize.PageSizeId.A4)
    from PySide6.QtCore import QSizeF

    return QPageSize(QSizeF(short, long), QPageSize.Unit.Point)


def _turned(width: float, height: float) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
