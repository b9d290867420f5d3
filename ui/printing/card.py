"""The print card: what, for whom, how often and where, beside the pages as they will come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast, final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QMenu, QScrollArea, QVBoxLayout, QWidget

from smes_panel import prints
from smes_panel.errors import PanelError
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper.picture import Sheets
from smes_panel.paper.placing import put
from smes_panel.prints import Print
from ui.jobs import Outcome, paced
from ui.printing import choice, system
from ui.printing.choice import LANGUAGES, SORTS, Wish
from ui.theme import look
from ui.theme.ring import REACH
from ui.widgets.button import Button, Segments
from ui.widgets.check import Check
from ui.widgets.flow import Flow
from ui.widgets.label import Label, tip
from ui.widgets.marks import Icon, Rule
from ui.widgets.overlay import Overlay
from ui.widgets.pills import Pills
from ui.widgets.preview import Preview
from ui.widgets.slot import Slot
from ui.wording import frame as f
from ui.wording import letters as lw
from ui.wording import printing as w

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.session import Session

_SHARE = 0.72
_MOST_COPIES = 20


@final
class PrintCard(QObject):
    """Stands over the window until something is printed or saved, or one goes away; says *closed* once."""

    closed = Signal()

    def __init__(self, session: Session, frame: Frame, page: QWidget, wish: Wish, dated: date) -> None:
        super().__init__(page)
        self._session, self._frame, self._tongue, self._dated = session, frame, frame.tongue, dated
        self._wish = wish
        self._prints: tuple[Print, ...] = ()
        self._at, self._copies = 0, 1
        self._printers = system.printers()
        self.printer = self._printers[0] if self._printers else ""
        tongue = self._tongue
        window = page.window()
        over = window.centralWidget() if isinstance(window, QMainWindow) else window
        assert over is not None
        self.overlay = Overlay(over, tongue(w.TITLE), "", tongue(w.CLOSE), "printer", _SHARE)
        self.overlay.left.connect(self.shut)
        self.overlay.card.installEventFilter(self)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._made_choices(), 10)
        self.preview = Preview(tongue(w.PREVIEW))
        self.preview.setMinimumHeight(look().px(300))
        middle.addWidget(self.preview, 9)
        self.overlay.column.addLayout(middle, 1)
        self.overlay.column.addWidget(Rule())
        self.overlay.column.addWidget(self._made_foot())
        self.overlay.card.setFixedHeight(self.overlay.card.maximumHeight())
        self._ask(wish)
        self.overlay.show()
        self.overlay.raise_()
        self.sorts.enter()

    def shut(self) -> None:
        """Put the card away; the focus goes back."""
        overlay = self.overlay
        overlay.hide()
        overlay.go_back()
        overlay.deleteLater()
        self.closed.emit()
        self.deleteLater()

    # Making

    def _made_choices(self) -> QWidget:
        tongue = self._tongue
        scroll, inside = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setObjectName("panelPage")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(look().px(20) - REACH, look().px(12), look().px(20) - REACH, look().px(8))
        whole.setSpacing(look().px(6))
        what = Label(tongue(w.WHAT), "name")
        what.setContentsMargins(REACH, 0, 0, 0)
        whole.addWidget(what)
        self.sorts = Pills(tuple(tongue(w.CHOICES[sort]) for sort in SORTS), tongue(w.WHAT))
        self.sorts.show_choice(SORTS.index(self._wish.sort))
        self.sorts.chosen.connect(lambda place: self._ask(Wish(SORTS[place], stage=self._wish.stage)))
        whole.addWidget(self.sorts)
        column = QVBoxLayout()
        column.setContentsMargins(REACH, look().px(4), REACH, 0)
        self._for = Slot()
        column.addWidget(self._for)
        column.addStretch(1)
        whole.addLayout(column, 1)
        scroll.setWidget(inside)
        side = QWidget()
        both = QVBoxLayout(side)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(scroll, 1)
        under = QVBoxLayout()
        under.setContentsMargins(look().px(20), look().px(6), look().px(20), look().px(12))
        under.setSpacing(look().px(8))
        under.addWidget(self._made_where())
        under.addWidget(self._made_note())
        both.addLayout(under)
        return side

    def _made_where(self) -> QWidget:
        """The printer and how many copies, where there is a printer."""
        tongue, where = self._tongue, QWidget()
        row = Flow(where, 10, 36)
        row.setContentsMargins(0, 0, 0, 0)
        self.which = Button("", small=True, picture="printer")
        self.which.clicked.connect(self._offer_printers)
        self._use(self.printer)
        row.addWidget(self.which)
        several = QWidget()
        pair = QHBoxLayout(several)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(look().px(8))
        self.fewer = self._count_button("−", tongue(w.FEWER), -1)
        self.copies = Label("", "dense", "ink2")
        self.more = self._count_button("+", tongue(w.MORE), 1)
        for part in (self.fewer, self.copies, self.more):
            pair.addWidget(part)
        row.addWidget(several)
        if not self._printers:
            where.hide()
        return where

    def _made_note(self) -> QWidget:
        note = QFrame()
        note.setObjectName("accentNote")
        row = QHBoxLayout(note)
        row.setContentsMargins(look().px(12), look().px(10), look().px(12), look().px(10))
        row.setSpacing(look().px(10))
        row.addWidget(Icon("printer", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look().px(2))
        self.count = Label("", "body", bold=True, wrap=True)
        words.addWidget(self.count)
        self.note = Label("", "body", wrap=True)
        words.addWidget(self.note)
        row.addLayout(words, 1)
        return note

    def _made_foot(self) -> QWidget:
        tongue, foot = self._tongue, QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(look().px(18), look().px(10), look().px(18), look().px(10))
        row.setSpacing(look().px(8))
        self.before = self._arrow("chevron-left", tongue(w.BEFORE), -1)
        row.addWidget(self.before)
        self.where = Label("", "dense", "ink2")
        row.addWidget(self.where)
        self.after = self._arrow("chevron-right", tongue(w.AFTER), 1)
        row.addWidget(self.after)
        row.addStretch(1)
        self.cancel = Button(tongue(w.CANCEL), key=tongue(f.ESCAPE))
        self.cancel.clicked.connect(self.shut)
        row.addWidget(self.cancel)
        usual = not self._printers
        self.save = Button(
            tongue(w.SAVE), "primary" if usual else "plain", picture="file-down", key=tongue(f.ENTER) if usual else ""
        )
        self.save.clicked.connect(self.save_prints)
        row.addWidget(self.save)
        self.print = Button(tongue(w.PRINT), "primary", picture="printer", key=tongue(f.ENTER))
        self.print.clicked.connect(self.print_prints)
        row.addWidget(self.print)
        self.print.setVisible(bool(self._printers))
        return foot

    def _arrow(self, picture: str, name: str, by: int) -> Button:
        button = Button("", picture=picture, small=True)
        button.setAccessibleName(name)
        button.setToolTip(tip(name))
        button.clicked.connect(lambda: self._turn(by))
        return button

    def _count_button(self, sign: str, name: str, by: int) -> Button:
        button = Button(sign, small=True)
        button.setAccessibleName(name)
        button.setToolTip(tip(name))
        button.clicked.connect(lambda: self._count(by))
        return button

    # Choosing

    def _ask(self, wish: Wish) -> None:
        """Another sort: who is asked for is ticked to begin with, else everybody."""
        there = choice.people(self._session, wish.sort, self._dated, wish.stage)
        raters = choice.members(self._session) if wish.sort == "grids" else ()
        self._there = there
        self._wish = replace(
            wish, people=wish.people or tuple(one.key for one in there), members=tuple(one.key for one in raters)
        )
        self._for.show_one(self._made_for())
        self._show()

    def _made_for(self) -> QWidget:
        tongue, wish, made = self._tongue, self._wish, QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        self.people_checks: dict[str, Check] = {}
        self.member_checks: dict[str, Check] = {}
        if wish.sort in ("letters", "comparison"):
            column.addWidget(Label(tongue(w.STAGE), "name"))
            words = tuple(tongue(lw.STAGES[stage]) for stage in Stage)
            stages = Segments(words, list(Stage).index(wish.stage), tongue(w.STAGE))
            stages.chosen.connect(lambda place: self._ask(Wish(wish.sort, stage=list(Stage)[place])))
            column.addWidget(stages, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(look().px(6))
        if wish.sort in ("letters", "grids") and self._there:
            head = QHBoxLayout()
            head.addWidget(Label(tongue(w.FOR_WHOM), "name"), 1)
            self.everybody = Check(tongue(w.ALL_OF_THEM))
            self.everybody.setChecked(len(wish.people) == len(self._there))
            self.everybody.clicked.connect(self._tick_all)
            head.addWidget(self.everybody)
            column.addLayout(head)
            everyone = QWidget()
            flow = Flow(everyone, 20, 28, aligned=False)
            flow.setContentsMargins(0, 0, 0, 0)
            for one in self._there:
                name = f"{one.name or tongue(lw.NO_NAME)} ({one.key})"
                check = self.people_checks[one.key] = self._check(name, ticked=one.key in wish.people)
                flow.addWidget(check)
            column.addWidget(everyone)
            column.addSpacing(look().px(6))
        if wish.sort == "grids" and wish.members:
            column.addWidget(Label(tongue(w.PER_MEMBER), "name"))
            several = QWidget()
            row = Flow(several, 20, 28, aligned=False)
            row.setContentsMargins(0, 0, 0, 0)
            for one in choice.members(self._session):
                check = self._check(one.name, ticked=True)
                self.member_checks[one.key] = check
                row.addWidget(check)
            column.addWidget(several)
            column.addSpacing(look().px(6))
        if wish.sort != "letters":
            self._add_languages(column, wish)
        return made

    def _add_languages(self, column: QVBoxLayout, wish: Wish) -> None:
        tongue = self._tongue
        column.addWidget(Label(tongue(w.LANGUAGE), "name"))
        offered: tuple[Language | None, ...] = LANGUAGES if wish.sort == "grids" else LANGUAGES[1:]
        if wish.sort == "envelope":
            offered = LANGUAGES[1:3]
        words = tuple(tongue(w.LANGUAGES[LANGUAGES.index(one)]) for one in offered)
        first = wish.language if wish.sort == "grids" else wish.language or tongue.language
        languages = Segments(words, offered.index(first) if first in offered else 0, tongue(w.LANGUAGE))

        def speak(place: int) -> None:
            self._wish = replace(self._wish, language=offered[place])
            self._show()

        languages.chosen.connect(speak)
        column.addWidget(languages, 0, Qt.AlignmentFlag.AlignLeft)

    def _check(self, words: str, *, ticked: bool) -> Check:
        check = Check(words)
        check.setChecked(ticked)
        check.clicked.connect(self._tick)
        return check

    def _tick_all(self, all_: bool) -> None:
        for check in self.people_checks.values():
            check.setChecked(all_)
        self._tick()

    def _tick(self) -> None:
        people = tuple(key for key, check in self.people_checks.items() if check.isChecked())
        members = tuple(key for key, check in self.member_checks.items() if check.isChecked())
        self._wish = replace(self._wish, people=people, members=members)
        self.everybody.setChecked(len(people) == len(self.people_checks))
        self._show()

    def _offer_printers(self) -> None:
        menu = QMenu(self.overlay)
        for name in self._printers:
            menu.addAction(name.replace("&", "&&"), partial(self._use, name))
        menu.popup(self.which.mapToGlobal(self.which.rect().bottomLeft()))

    def _use(self, name: str) -> None:
        self.printer = name
        self.which.setText(name.replace("&", "&&"))
        self.which.setAccessibleName(self._tongue(w.PRINTER, name=name))

    # Showing

    def _show(self) -> None:
        tongue, wish = self._tongue, self._wish
        why = choice.lacking(self._session, wish, self._there)
        self._prints = () if why else choice.chosen(self._session, wish, tongue, self._dated)
        self._at = min(self._at, max(len(self._prints) - 1, 0))
        counted = {"grids": w.GRIDS, "letters": w.LETTERS}.get(wish.sort, w.PRINTS)
        self.count.setText(tongue(why) if why else tongue.counted(counted, len(self._prints)))
        scale = {
            "grids": w.AT_FULL_SCALE,
            "checklist": w.AT_FULL_SCALE,
            "letters": w.AT_FULL_SCALE_LETTER,
            "envelope": w.AT_FULL_SCALE_LETTER,
        }.get(wish.sort, w.AT_FULL_SCALE_PLAIN)
        said = [tongue(scale)]
        if wish.sort == "envelope":
            said.append(tongue(w.TRY_ENVELOPE))
        if not self._printers:
            said = [tongue(w.NO_PRINTER), *said[1:]]
        self.note.setText(" ".join(said))
        for button in (self.save, self.print):
            button.setEnabled(bool(self._prints))
        self.copies.setText(tongue(w.COPIES, n=self._copies))
        self.fewer.setEnabled(self._copies > 1)
        self.more.setEnabled(self._copies < _MOST_COPIES)
        self._show_preview(tongue(why) if why else "")

    def _show_preview(self, why: str) -> None:
        count = len(self._prints)
        several = count > 1
        for part in (self.before, self.where, self.after):
            part.setVisible(several)
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < count - 1)
        self.where.setText(self._tongue(w.PREVIEW_OF, n=self._at + 1, of=count) if several else "")
        if why:
            self.preview.show_message(why)
            return
        content = choice.content_of(self._prints[self._at])
        if isinstance(content, PanelError):
            self.preview.show_message(str(content))
        else:
            self.preview.show_print(Sheets(content))

    def _turn(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._prints) - 1))
        self.preview.to_start()
        self._show_preview("")

    def _count(self, by: int) -> None:
        self._copies = max(1, min(self._copies + by, _MOST_COPIES))
        self._show()

    # Doing

    def save_prints(self) -> None:
        """Into a folder, each in a file of its own; a single one where the person wants it."""
        tongue, frame, wanted = self._tongue, self._frame, self._prints
        if not wanted:
            return
        if len(wanted) == 1:
            path = frame.prompts.file_to_save(self.overlay, tongue(w.SAVE_WHERE), wanted[0].name, tongue(w.PDF_FILES))
            if path is None:
                return
            path = path if path.suffix else path.with_suffix(".pdf")
            try:
                put(path, wanted[0].make())
            except PanelError as refusal:
                frame.tell(refusal)
            else:
                frame.say(tongue(w.SAVED_AS, name=path.name))
            self.shut()
            return
        folder = frame.prompts.folder_to_take(self.overlay, tongue(w.SAVE_WHERE))
        if folder is None or frame.job("prints") is not None:
            return
        job = frame.run("prints", paced(prints.laid(wanted, folder)), tongue(w.SAVING))
        job.ended.connect(lambda ended: _tell_saved(frame, ended, folder))
        self.shut()

    def print_prints(self) -> None:
        """To the printer, at life size."""
        if not self._prints or not self.printer or self._frame.job("printing") is not None:
            return
        send(self._frame, system.to_printer(self.printer), self._prints, self._copies)
        self.shut()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in enter:
            return False
        focus = self.overlay.window().focusWidget()
        if isinstance(focus, Button) and not focus.isCheckable():
            focus.click()
        elif self._printers:
            self.print_prints()
        else:
            self.save_prints()
        return True


def send(frame: Frame, printer: QPrinter, wanted: Sequence[Print], copies: int) -> None:
    """Print these through a printer, with a row of progress and the way to stop it."""
    tongue = frame.tongue
    makes = [one.make for one in wanted]
    job = frame.run("printing", paced(system.sent(printer, makes, copies, tongue(w.TITLE))), tongue(w.PRINTING))

    def told(ended: Outcome) -> None:
        if ended.done:
            frame.say(tongue.counted(w.PRINTED, cast("int", ended.value)))

    job.ended.connect(told)


def _tell_saved(frame: Frame, ended: Outcome, folder: Path) -> None:
    if ended.done:
        made, _blocked = cast("tuple[int, object]", ended.value)
        frame.say(frame.tongue.counted(w.SAVED_IN, made, folder=folder.name))
