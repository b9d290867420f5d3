"""The minutes of a selection, and the director's page that answers them."""

from smes_panel.paper.minutes.decision import decision_pdf
from smes_panel.paper.minutes.minutes import minutes_pdf

__all__ = ["decision_pdf", "minutes_pdf"]
