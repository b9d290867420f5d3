"""The texts of letters: of all letters of a kind in a language, or of one person's letter alone."""

from __future__ import annotations

from dataclasses import dataclass

from smes_panel.errors import Refused, UnknownName
from smes_panel.gestures.correspondence import act_of
from smes_panel.gestures.gesture import Gesture
from smes_panel.model.closing import shown
from smes_panel.model.decision import SIGNED_FIRST, LetterKind
from smes_panel.model.letter import letter_language
from smes_panel.model.template import as_written, checked
from smes_panel.model.words import Language
from smes_panel.queries import Queries
from smes_panel.store import Pen


@dataclass(frozen=True, slots=True)
class WriteTemplate(Gesture):
    """Has all letters of a kind in a language made from this text. Raises TemplateUnreadable.

    A letter that was ready, or signed, stays so for as long as it says the same: its digest tells.
    """

    kind: LetterKind
    language: Language
    text: str

    def make(self, pen: Pen, read: Queries) -> None:
        text = as_written(self.text)
        checked(text, self.kind, self.language)
        before = read.templates().get((self.kind, self.language))
        if before is None or before.text != text:
            at = pen.now.isoformat(timespec="seconds")
            pen.put("template", self.kind.value, self.language.value, text=text, at=at)


@dataclass(frozen=True, slots=True)
class ResetTemplate(Gesture):
    """Has the letters of a kind in a language made from the house's text again."""

    kind: LetterKind
    language: Language

    def make(self, pen: Pen, read: Queries) -> None:
        if (self.kind, self.language) not in read.templates():
            raise Refused(f"The letter {self.kind} in {self.language} has the house's text. Nothing was changed.")
        pen.drop("template", self.kind.value, self.language.value)


def _may_be_written(read: Queries, application: str, kind: LetterKind) -> tuple[str, Language]:
    """The key of the application (by id) and the language of its letters; raises where this letter is no longer to be
    written: it has left, or what it says was closed.
    """
    key = read.keys().get(application)
    if key is None or not read.is_here(application):
        raise UnknownName("This application is not in the dossier. Nothing was written.")
    if kind in read.left(application):
        raise Refused(f"The letter {kind} to {key} has left, or may have. Nothing was changed.")
    if kind in SIGNED_FIRST:
        act = act_of(read, application, kind)
        closing = read.in_force(act)
        if closing is not None:
            raise Refused(
                f"The {act.name} deliberation is closed under the code {shown(closing.code)}: "
                "reopen it first, with a reason. Nothing was changed."
            )
    return key, letter_language(read.application(key).identity.language)


@dataclass(frozen=True, slots=True)
class WriteOwnText(Gesture):
    """Has one letter, to the application with this id, made from a text of its own, in the language of its reader.

    It holds for that language alone: should the reader turn out to write in another, the letter is made from the
    template of that one. A letter that was only marked ready is a draft again. Raises TemplateUnreadable.
    """

    application: str
    kind: LetterKind
    text: str

    def make(self, pen: Pen, read: Queries) -> None:
        _, language = _may_be_written(read, self.application, self.kind)
        text = as_written(self.text)
        checked(text, self.kind, language)
        before = read.own_texts().get((self.application, self.kind, language))
        if before is None or before.text != text:
            at = pen.now.isoformat(timespec="seconds")
            pen.put("own_text", self.application, self.kind.value, language.value, text=text, at=at)
            pen.drop("letter", self.application, self.kind.value)


@dataclass(frozen=True, slots=True)
class DropOwnText(Gesture):
    """Has the letter to the application with this id made from the template of its kind again."""

    application: str
    kind: LetterKind

    def make(self, pen: Pen, read: Queries) -> None:
        key, language = _may_be_written(read, self.application, self.kind)
        if (self.application, self.kind, language) not in read.own_texts():
            raise Refused(f"The letter {self.kind} to {key} has no text of its own. Nothing was changed.")
        pen.drop("own_text", self.application, self.kind.value, language.value)
        pen.drop("letter", self.application, self.kind.value)
