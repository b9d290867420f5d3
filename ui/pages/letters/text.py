"""The text that letters are made from, beside the letter: of all letters of a kind in a language, or of one alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from smes_panel import prints
from smes_panel.gestures.letters import DropOwnText, ResetTemplate, WriteOwnText, WriteTemplate
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import letter_language
from smes_panel.model.template import TemplateUnreadable, as_written, checked, difference
from smes_panel.model.words import Language
from smes_panel.prints import Correspondence
from ui.pages.letters.compared import Compared
from ui.pages.letters.pieces import insertable, pieces
from ui.pages.letters.place import Which, Writing
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.chipped import Chip, Chipped
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.marks import Rule
from ui.widgets.order import tab_through
from ui.widgets.slot import Slot
from ui.wording import Tongue, dates
from ui.wording import letters as w
from ui.wording import texts as t

if TYPE_CHECKING:
    from ui.session import Session

_CHOICES = ((Language.FR,), (Language.NL,), (Language.EN,), (Language.FR, Language.NL))


@final
class TextPane(QFrame):
    """Says *wrote* whenever the letter may read otherwise, and *left* for the list."""

    wrote = Signal()
    left = Signal()

    def __init__(self, session: Session, tongue: Tongue, writing: Writing) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._session, self._tongue, self.writing = session, tongue, writing
        self._kind: LetterKind | None = None
        self._one: Correspondence | None = None
        self._unkept: dict[Which, str] = dict(writing.unkept)
        self.editors: dict[Which, Chipped] = {}
        self._last: Which | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._made_tools())
        column.addWidget(Rule())
        self._body = Slot()
        column.addWidget(self._body, 1)
        self._foot = self._made_foot()
        column.addWidget(self._foot)

    def _made_tools(self) -> QWidget:
        tongue, tools = self._tongue, QWidget()
        row = Flow(tools, 8, 40)
        row.setContentsMargins(look().px(10), look().px(2), look().px(10), look().px(2))
        self.languages = Segments(("FR", "NL", "EN", tongue(t.BOTH)), 0, tongue(t.IN_LANGUAGE))
        self.languages.chosen.connect(self._choose_language)
        self.whose = Segments((tongue(t.SHARED), tongue(t.ALONE)), 0, tongue(t.WHOSE))
        self.whose.chosen.connect(lambda place: self._write_in(replace(self.writing, alone=bool(place))))
        self.insert = Button(tongue(t.INSERT), picture="plus", small=True)
        # A click leaves the cursor where the field is to stand.
        self.insert.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self.insert)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.insert.setMenu(self._menu)
        for one in (self.languages, self.insert, self.whose):
            row.addWidget(one)
        return tools

    def _made_foot(self) -> QWidget:
        tongue, foot = self._tongue, QFrame()
        foot.setObjectName("foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(look().px(16), look().px(8), look().px(16), look().px(8))
        column.setSpacing(look().px(6))
        self.error = Label("", "dense", "bad", wrap=True)
        self.error.hide()
        column.addWidget(self.error)
        self.state = Label("", "dense", "ink2", wrap=True)
        column.addWidget(self.state)
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        self.compare = Button(tongue(t.COMPARE), small=True)
        self.compare.clicked.connect(lambda: self._write_in(replace(self.writing, compared=not self.writing.compared)))
        self.back = Button(tongue(t.RESET), picture="undo-2", small=True)
        self.back.clicked.connect(self._go_back)
        row.addWidget(self.compare)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addWidget(self._ways)
        return foot

    # Which text

    @property
    def place(self) -> Writing:
        """Where one is in it, with what was written and not kept."""
        return replace(self.writing, unkept=dict(self._unkept))

    def _spoken(self) -> Language | None:
        return letter_language(self._one.application.identity.language) if self._one else None

    def shown(self) -> tuple[Which, ...]:
        """The texts that stand there."""
        if self._kind is None:
            return ()
        spoken = self._spoken()
        languages = self.writing.languages or (spoken or Language.FR,)
        if self._alone(languages) and self._one is not None:
            return (Which(self._kind, languages[0], self._one.application.id),)
        return tuple(Which(self._kind, one) for one in languages)

    def _alone(self, languages: tuple[Language, ...]) -> bool:
        if self._one is None or languages != (self._spoken(),):
            return False
        return self._one.own if self.writing.alone is None else self.writing.alone

    def show_kind(self, kind: LetterKind, one: Correspondence | None, *, force: bool = False) -> None:
        """Show the text of a kind of letter, as one person gets it where there is one."""
        self._kind, self._one = kind, one
        if force:
            self.error.hide()
        asked = self.shown()
        made = tuple(self.editors) != asked
        if made:
            self._make(asked)
        for which, editor in self.editors.items():
            unkept = self._unkept.get(which)
            editor.show_text(self._standing(which), force=force)
            if unkept is not None and editor.text() != unkept:
                editor.write(unkept)
            if (made or force) and unkept is not None:
                self._refuse(self._flaw(which, unkept))
        self._show_choices(asked)
        self._show_state(asked)

    def _standing(self, which: Which) -> str:
        own = self._session.read.own_texts().get((which.application, which.kind, which.language))
        return own.text if own else prints.letter_text(self._session, which.kind, which.language).text

    def _make(self, asked: tuple[Which, ...]) -> None:
        tongue, whole = self._tongue, QWidget()
        whole.setObjectName("panelPage")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.editors, self._last = {}, asked[0] if asked else None
        for which in asked:
            kind, language = tongue(w.KINDS[which.kind]), tongue(t.LANGUAGES[which.language])
            name = tongue(t.TEXT_IN, language=language, kind=kind)
            if which.application and self._one is not None:
                name = tongue(t.OWN_TEXT_OF, name=self._one.application.identity.name or self._one.application.key)
            if len(asked) > 1:
                heading = Label(language[:1].upper() + language[1:], "dense", "ink2")
                heading.setContentsMargins(look().px(16), look().px(6), 0, 0)
                column.addWidget(heading)
            editor = Chipped(name, partial(pieces, tongue), partial(self._settle, which))
            editor.typed.connect(partial(self._typed, which))
            editor.left.connect(self.left)
            editor.cursorPositionChanged.connect(partial(self._at, which))
            self.editors[which] = editor
            column.addWidget(editor, 1)
        self._show_body(whole)

    def _show_body(self, body: QWidget) -> None:
        self._body.show_one(body)
        tab_through(self.languages, self.insert, self.whose, body, self.compare, self.back)

    def _at(self, which: Which) -> None:
        if which != self._last and self.editors[which].hasFocus():
            self._last = which
            self.wrote.emit()

    def read(self) -> Which | None:
        """The text that the letter beside it shows: the one that one writes in."""
        shown = self.shown()
        return self._last if self._last in shown else next(iter(shown), None)

    # What it says of itself

    def _show_choices(self, asked: tuple[Which, ...]) -> None:
        languages = tuple(one.language for one in asked)
        self.languages.choose(_CHOICES.index(languages))
        self.whose.setVisible(languages == (self._spoken(),))
        self.whose.choose(int(bool(asked) and bool(asked[0].application)))

    def _show_state(self, asked: tuple[Which, ...]) -> None:
        tongue, first = self._tongue, asked[0]
        text = prints.letter_text(self._session, first.kind, first.language)
        own = first.application and (first.application, first.kind, first.language) in self._session.read.own_texts()
        if first.application:
            words = tongue(t.OWN if own else t.FOLLOWS)
        elif len(asked) > 1:
            words = ""
        elif text.at:
            words = tongue(t.CHANGED, day=dates.day(tongue, dates.here(text.at).date()))
            if text.unsaid:
                said = ", ".join(tongue(w.NAMES[name]) for name in text.unsaid)
                words = f"{words}. {tongue(t.UNSAID, what=said)}"
        else:
            words = tongue(t.HOUSE if text.house else t.NO_TEXT)
        self.state.setText(words)
        self.compare.setVisible(bool(own))
        self.back.setText(tongue(t.FOLLOW if first.application else t.RESET))
        self.back.setVisible(bool(own) if first.application else len(asked) == 1 and text.changed and bool(text.house))
        compared = bool(own) and self.writing.compared
        self.compare.setText(tongue(t.WRITE if compared else t.COMPARE))
        self._ways.setVisible(not self.compare.isHidden() or not self.back.isHidden())
        self._fit_foot()
        if compared:
            self.editors = {}
            self._show_body(Compared(tongue, difference(text.text, self._standing(first))))

    def _fit_foot(self) -> None:
        """What is the matter stands in place of what the text is."""
        self.state.setVisible(bool(self.state.text()) and self.error.isHidden())
        self._foot.setVisible(not (self.error.isHidden() and self.state.isHidden() and self._ways.isHidden()))

    # Writing

    def _typed(self, which: Which) -> None:
        editor = self.editors.get(which)
        if editor is None:
            return
        if editor.pending:
            self._unkept[which] = editor.text()
        else:
            self._unkept.pop(which, None)
        if not self.error.isHidden():
            self._refuse(self._flaw(which, editor.text()) if editor.pending else None)
        self.wrote.emit()

    def _flaw(self, which: Which, text: str) -> TemplateUnreadable | None:
        try:
            checked(as_written(text), which.kind, which.language)
        except TemplateUnreadable as flaw:
            return flaw
        return None

    def written(self, which: Which) -> str | None:
        """What is being written there, where a letter can be made from it; None where nothing is."""
        text = self._unkept.get(which)
        return None if text is None or self._flaw(which, text) else as_written(text)

    def _refuse(self, flaw: TemplateUnreadable | None) -> None:
        words = ""
        if flaw is not None:
            what = flaw.what
            if what in w.NAMES:
                what = self._tongue(w.NAMES[what])
            what = "".join(one.words if isinstance(one, Chip) else one for one in pieces(self._tongue, what))
            words = f"{self._tongue(t.FLAWS[flaw.flaw], what=what)} {self._tongue(t.NOT_WRITTEN)}"
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self._fit_foot()
        for editor in self.editors.values():
            editor.setAccessibleDescription(words)

    def _settle(self, which: Which, text: str) -> bool:
        flaw = self._flaw(which, text)
        self._refuse(flaw)
        if flaw is not None:
            return False
        kept = self._keep(which, as_written(text))
        if kept:
            self._unkept.pop(which, None)
        return kept

    def _keep(self, which: Which, text: str) -> bool:
        template = prints.letter_text(self._session, which.kind, which.language)
        if which.application:
            own = (which.application, which.kind, which.language) in self._session.read.own_texts()
            if text != template.text:
                return self._session.do(WriteOwnText(which.application, which.kind, text))
            return not own or self._session.do(DropOwnText(which.application, which.kind))
        if text != template.house:
            return self._session.do(WriteTemplate(which.kind, which.language, text))
        return not template.changed or self._session.do(ResetTemplate(which.kind, which.language))

    def _go_back(self) -> None:
        (which, *_) = self.shown()
        self._unkept.pop(which, None)
        self.writing = replace(self.writing, compared=False)
        if which.application:
            self._session.do(DropOwnText(which.application, which.kind))
        else:
            self._session.do(ResetTemplate(which.kind, which.language))
        self._again()

    def _write_in(self, writing: Writing) -> None:
        self.commit()
        self.writing = writing
        self._again()

    def _again(self) -> None:
        self.editors = {}
        if self._kind is not None:
            self.show_kind(self._kind, self._one, force=True)
        self.wrote.emit()

    def _choose_language(self, place: int) -> None:
        chosen = _CHOICES[place]
        self._write_in(replace(self.writing, languages=() if chosen == (self._spoken(),) else chosen))

    def commit(self) -> None:
        """Have what is being written kept."""
        for editor in tuple(self.editors.values()):
            editor.commit()

    def arrive(self) -> None:
        """Go where one writes."""
        editor = next(iter(self.editors.values()), None)
        (editor or self.languages).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Fields

    def offer_fields(self) -> None:
        """The fields that can be set where the cursor is."""
        if self.editors:
            self.insert.showMenu()

    def _fill_menu(self) -> None:
        self._menu.clear()
        which = self._last
        if which is None:
            return
        house = prints.letter_text(self._session, which.kind, which.language).house
        asked = {piece.raw for piece in pieces(self._tongue, house) if isinstance(piece, Chip)}
        rest: list[tuple[str, partial[None]]] = []
        for words, chip in sorted(insertable(self._tongue, which.language), key=lambda one: one[0].casefold()):
            act = partial(self._insert, chip)
            if chip.raw in asked:
                self._menu.addAction(words, act)
            else:
                rest.append((words, act))
        more = self._menu.addMenu(self._tongue(t.OTHER_FIELDS))
        for words, act in rest:
            more.addAction(words, act)

    def _insert(self, chip: Chip) -> None:
        editor = self.editors.get(self._last) if self._last else None
        if editor is not None:
            editor.insert(chip)
            editor.setFocus(Qt.FocusReason.PopupFocusReason)
