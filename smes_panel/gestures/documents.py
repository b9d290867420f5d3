"""What is done to one document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from smes_panel.errors import BadInput, Refused, UnknownName
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.likeness import same_text
from smes_panel.queries import Queries
from smes_panel.store import Pen

LONGEST_PASSWORD = 255


@dataclass(frozen=True, slots=True)
class Unlock(Gesture):
    """Keeps the password of a document that came locked, with the text that it opens. The document stays as it came;
    the password goes under its applicant's key, and with them.
    """

    application: str
    document: str
    password: str
    text: str
    remark: str = ""

    def remembered(self) -> Gesture:
        return replace(self, password="", text="")

    def make(self, pen: Pen, read: Queries) -> None:
        if not read.is_here(self.application):
            raise Refused("This application is not in the dossier any more. Nothing was changed.")
        if not self.password or len(self.password) > LONGEST_PASSWORD:
            raise BadInput(f"A password has between 1 and {LONGEST_PASSWORD} characters. Nothing was changed.")
        before = read.document_row(self.application, self.document)
        if before is None:
            raise UnknownName("This application has no such document. Nothing was changed.")
        content = read.document_bytes(self.application, self.document)
        # A text belongs to the bytes it was read from: they are kept once more with theirs, under a name of their own.
        unlocked = {"password": self.password, "remark": self.remark, "same_text": same_text(self.text)}
        kept = pen.attach(self.application, content, self.text)
        pen.put("document", self.application, kept, **{**before, **unlocked})
        pen.drop("document", self.application, self.document)
