"""Lists of applicants (CSV, XLSX, ODS): what each column is, is proposed and shown before anything is taken in."""

from __future__ import annotations

from smes_panel.intake.lists.arriving import rows_in
from smes_panel.intake.lists.mapping import DateOrder, Mapping, Meaning, Proposed, corrected, propose
from smes_panel.intake.lists.reading import ListSheet, Row, is_list, read_list
from smes_panel.intake.lists.remarks import Remark, RemarkKind, remarks, sentence
from smes_panel.intake.lists.rows import Entry, entries, nobodies

__all__ = [
    "DateOrder",
    "Entry",
    "ListSheet",
    "Mapping",
    "Meaning",
    "Proposed",
    "Remark",
    "RemarkKind",
    "Row",
    "corrected",
    "entries",
    "is_list",
    "nobodies",
    "propose",
    "read_list",
    "remarks",
    "rows_in",
    "sentence",
]
