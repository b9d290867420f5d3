"""What became of a letter that was to leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from smes_panel.dispatch.message import Message
from smes_panel.model.decision import SendingState


@dataclass(frozen=True, slots=True)
class Departure:
    """One step of one letter, and when.

    `begun` comes before anything is handed over: whoever records it knows afterwards that this letter may have left.
    `proof` is the server's answer, or where the message lies; `error` the sentence for a person. `again` says that
    the message was found, and nothing was done this time.
    """

    message: Message
    state: SendingState
    at: datetime
    proof: str = ""
    error: str = ""
    again: bool = False
