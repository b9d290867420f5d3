"""The open file: do, undo, redo, read, receive, subscribe, back up, check, close."""

from smes_panel.dossier.doors import Dossier

__all__ = ["Dossier"]
