"""Everything a view may ask, one frozen answer per question. The only reader of SQL beside the journal and the
store.
"""

from __future__ import annotations

from smes_panel.queries.assessments import Assessments
from smes_panel.queries.bundles import Bundles
from smes_panel.queries.closings import Closings
from smes_panel.queries.decisions import Decisions
from smes_panel.queries.exceptions import Exceptions
from smes_panel.queries.listing import Listings
from smes_panel.queries.own import Own
from smes_panel.queries.revisions import Revisions
from smes_panel.queries.texts import Texts


class Queries(Closings, Listings, Decisions, Exceptions, Own, Revisions, Assessments, Bundles, Texts):
    """The questions of every page, about one open file."""


__all__ = ["Queries"]
