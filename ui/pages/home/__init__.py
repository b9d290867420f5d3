"""Home: the dossiers of this computer, the passphrase that opens one, a new one, and what awaits."""

from __future__ import annotations

from ui.pages.home.creation import Creation
from ui.pages.home.page import Home, Place

__all__ = ["Creation", "Home", "Place"]
