"""A mailbox on its server, over TLS: looked at and fetched from, and never changed."""

from __future__ import annotations

from smes_panel.intake.imap.account import Account
from smes_panel.intake.imap.folder import ServerFolder
from smes_panel.intake.imap.visit import Listed, Listing, folders

__all__ = ["Account", "Listed", "Listing", "ServerFolder", "folders"]
