"""The table on paper and for a spreadsheet, as it stands on the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from smes_panel.model.comparison import Compared
from smes_panel.model.decision import Outcome
from smes_panel.paper.comparison import comparison_pdf
from smes_panel.paper.facts import Recruitment, comparison_facts
from smes_panel.paper.spreadsheet import comparison_rows, csv_bytes, xlsx_begins, xlsx_bytes
from ui.pages.compare.reading import Table
from ui.session import Session


def as_csv(table: Table) -> bytes:
    """Every application in the order of the numbers, whatever the page shows of them."""
    return csv_bytes(comparison_rows(tuple(table.lines.values()), table.names, table.concluded))


def as_xlsx(table: Table) -> tuple[bytes, bytes]:
    """The same as a workbook, and the bytes by which an earlier one is known."""
    return xlsx_bytes(comparison_rows(tuple(table.lines.values()), table.names, table.concluded)), xlsx_begins()


def as_pdf(session: Session, table: Table, lines: Sequence[Compared], sorted_by: str, said: Sequence[str]) -> bytes:
    """These lines in this order, with these sentences under them."""
    read = session.read
    keys, stage = read.keys(), table.opened.stage
    return comparison_pdf(
        comparison_facts(
            Recruitment(session.panel, read.vacancy(), read.panel(), read.answers()),
            table.opened,
            lines,
            names=table.names,
            outcomes={keys[one]: outcome for outcome in Outcome for one in read.with_outcome(stage, outcome)},
            language=table.tongue.language,
            seen_at=datetime.now(UTC),
            sorted_by=sorted_by,
            said=said,
            consensus=table.concluded,
            corrections=[one for each in table.corrected.values() for one in each],
        )
    )
