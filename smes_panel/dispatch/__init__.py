"""How letters leave: as drafts in a mailbox, or handed over to a server, each with what became of it."""

from __future__ import annotations

from smes_panel.dispatch.account import Outgoing
from smes_panel.dispatch.courier import Courier
from smes_panel.dispatch.departure import Departure
from smes_panel.dispatch.drafts import Drafts
from smes_panel.dispatch.mailbox import Mailbox, looked_for
from smes_panel.dispatch.message import Message, composed, message_id

__all__ = ["Courier", "Departure", "Drafts", "Mailbox", "Message", "Outgoing", "composed", "looked_for", "message_id"]
