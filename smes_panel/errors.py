"""What a person can act on. Anything else that goes wrong is a bug and looks like one."""

from __future__ import annotations


class PanelError(Exception):
    """A refusal that a person can act on: one clear sentence saying what happened, what was kept and what to do."""


class WrongPassphrase(PanelError):
    """The passphrase does not open the file, or its first page is damaged: the two cannot be told apart."""


class NotADossier(PanelError):
    """The file is not a Smes Panel dossier."""


class FileTooNew(PanelError):
    """The file was written by a newer version."""


class FileDamaged(PanelError):
    """The file opens, but a part of it does not read."""


class FileInUse(PanelError):
    """The file is open elsewhere."""


class FileNotFound(PanelError):
    """There is no file there."""


class FileExists(PanelError):
    """There is something there already, and nothing is overwritten."""


class PlaceReadOnly(PanelError):
    """The place cannot be written to."""


class FolderReadOnly(PlaceReadOnly):
    """A print cannot be put where it was asked for."""


class PrinterFailed(PanelError):
    """The printer took nothing, or stopped on the way."""


class DiskFull(PanelError):
    """There is no room left on the disk."""


class Stopped(PanelError):
    """Long work that the person stopped: nothing of it was kept."""


class EngineTooOld(PanelError):
    """The SQLite engine of this installation is older than the first one known to be safe."""


class Refused(PanelError):
    """A gesture that a rule of the panel refuses."""


class NothingToUndo(Refused):
    """There is no gesture of this session to take back, or to do again."""


class NothingOfYours(Refused):
    """What the gesture left has been changed since by somebody else."""


class GridSealed(Refused):
    """The ratings asked for are not open to this reader yet, or can no longer be changed by their author."""


class UnknownName(Refused):
    """Nothing in the dossier answers to the name or key given."""


class BadInput(PanelError):
    """A file, an argument or a line of a table that cannot be used; says where and why."""


class KeyLocked(PanelError):
    """The passphrase does not open the key of who signs."""


class KeyDamaged(BadInput):
    """A file that is no key of who signs, or no longer reads as one."""


class CardRefused(BadInput):
    """A card that does not say whose key it is, or was not made by that key."""


class RequestRefused(BadInput):
    """A signing request that cannot be read, is for somebody else, or does not agree with its own code."""


class ReplyRefused(BadInput):
    """A signed reply that was altered, is somebody else's, or answers something else."""


class SignatureBroken(BadInput):
    """A PDF that is not signed, was changed since, or is signed by another key."""


class MailboxFailed(PanelError):
    """A mailbox that its server does not show; `about` is what to put right: server, user, password or folder."""

    def __init__(self, sentence: str, about: str = "server") -> None:
        super().__init__(sentence)
        self.about = about


class SetAside(PanelError):
    """An item of an import that is no application, or is not read yet: listed with its reason, and left where it is."""


class LetterBlocked(Refused):
    """A letter that lacks a fact; names what is missing."""


class WriteOutside(AssertionError):
    """A write that went around the doors: a bug, never a person's doing."""
