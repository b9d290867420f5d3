"""From a posting as published to the vacancy: its facts, its profile, and nothing it does not say."""

from smes_panel.intake.posting.files import posting_text
from smes_panel.intake.posting.places import places_of
from smes_panel.intake.posting.reader import criteria_of, read_posting
from smes_panel.intake.posting.several import vacancies_in

__all__ = ["criteria_of", "places_of", "posting_text", "read_posting", "vacancies_in"]
