"""A new dossier: from a posting, the example or a former dossier, shown as it was read before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast, final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from ui.frame import Frame
from ui.jobs import Outcome, aside
from ui.pages.home.former import FormerChoice
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.check import Check
from ui.widgets.field import PassphraseField
from ui.widgets.label import Label
from ui.widgets.marks import Icon, Rule
from ui.widgets.notice import Notice
from ui.widgets.order import tab_through
from ui.widgets.pills import Pills
from ui.widgets.slot import Slot
from ui.wording import home as w
from ui.wording.errors import told

if TYPE_CHECKING:
    from smes_panel.dossier.former import Former
    from smes_panel.model.panel import Role
    from smes_panel.model.vacancy import Criterion, Posting

LONG_ENOUGH = 16
_PAUSE_MS = 350
_SHOWN = 6
_FORMER = 3


@dataclass(frozen=True, slots=True)
class Creation:
    """What it takes to make a dossier."""

    path: Path
    passphrase: str
    posting: Posting
    criteria: tuple[Criterion, ...]
    answers: tuple[tuple[str, str], ...] = ()
    members: tuple[tuple[str, Role], ...] = ()


Read = tuple["Posting", tuple["Criterion", ...]]
"""A vacancy as it was read: its posting and its criteria."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A dossier that is not made yet: kept over a rebuild, so that a change of language loses nothing typed."""

    source: int = 0
    file: Path | None = None
    text: str = ""
    typed: str = ""
    again: str = ""
    found: tuple[Read, ...] = ()
    which: int = 0
    former: Path | None = None
    key: str = ""
    given: Former | None = None
    same_panel: bool = False

    @property
    def read(self) -> Read | None:
        """The vacancy that is chosen, of those that were found."""
        return self.found[self.which] if self.which < len(self.found) else None


def _vacancies(text: str) -> tuple[Read, ...]:
    from smes_panel.intake.posting import criteria_of, read_posting, vacancies_in

    found = [read_posting(one) for one in vacancies_in(text)]
    return tuple((posting, criteria_of(posting)) for posting in found)


@final
class NewDossier(QWidget):
    """Says *created(Creation)* and *left()*."""

    created = Signal(object)
    left = Signal()

    def __init__(self, frame: Frame, draft: Draft) -> None:
        super().__init__()
        self._frame, self._tongue, self._draft = frame, frame.tongue, draft
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(14))
        row.addWidget(self._source(), 1)
        row.addWidget(self._right(), 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read_text)
        self._show_source()
        self._show_read()
        self.passphrase.setText(draft.typed)
        self.again.setText(draft.again)
        self._judge()

    # Where from

    def _source(self) -> QWidget:
        tongue, draft = self._tongue, self._draft
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(16))
        column.setSpacing(look().px(10))
        head = QHBoxLayout()
        head.addWidget(Label(tongue(w.NEW), "h2"), 1)
        back = Button(tongue(w.BACK), "quiet", small=True)
        back.clicked.connect(self.left)
        head.addWidget(back)
        column.addLayout(head)
        words = (tongue(w.FROM_FILE), tongue(w.FROM_TEXT), tongue(w.FROM_EXAMPLE), tongue(w.FROM_FORMER))
        self.sources = Segments(words, draft.source, tongue(w.SOURCE))
        self.sources.chosen.connect(self._choose_source)
        line = QHBoxLayout()
        line.addWidget(self.sources)
        line.addStretch(1)
        column.addLayout(line)
        self._pane = Slot()
        column.addWidget(self._pane, 1)
        return card

    def _choose_source(self, source: int) -> None:
        if source == self._draft.source:
            return
        self._draft = replace(self.draft, source=source, found=(), given=None)
        self._show_source()
        self._show_read()
        if source == 1:
            self._read_text()
            self.text.setFocus(Qt.FocusReason.TabFocusReason)
        elif source == 2:
            self._read_example()
        elif source == _FORMER:
            self.former.choose.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._draft.file is not None:
            self._read_file(self._draft.file)

    def _show_source(self) -> None:
        tongue, draft = self._tongue, self._draft
        pane = QWidget()
        pane.setObjectName("clear")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        if draft.source == 1:
            self.text = QPlainTextEdit()
            self.text.setObjectName("field")
            self.text.setAccessibleName(tongue(w.POSTING_TEXT))
            self.text.setPlaceholderText(tongue(w.PASTE_HERE))
            self.text.setFont(look().font("dense"))
            self.text.setTabChangesFocus(True)
            self.text.setPlainText(draft.text)
            self.text.textChanged.connect(self._begin_pause)
            column.addWidget(self.text, 1)
        elif draft.source == _FORMER:
            self.former = FormerChoice(tongue, draft.former, draft.key)
            self.former.wanted.connect(self.choose_former)
            self.former.given.connect(self._read_former)
            column.addWidget(self.former, 1)
        elif draft.source == 2:
            column.addWidget(Label(tongue(w.EXAMPLE_SENTENCE), "body", wrap=True))
            column.addStretch(1)
        else:
            line = QHBoxLayout()
            line.setSpacing(look().px(10))
            self.choose = Button(tongue(w.CHOOSE_POSTING), picture="folder-open")
            self.choose.clicked.connect(self.choose_posting)
            line.addWidget(self.choose)
            line.addWidget(Label(draft.file.name if draft.file else "", "body", bold=True, wrap=True), 1)
            column.addLayout(line)
            column.addWidget(Label(tongue(w.CHOOSE_HINT), "dense", "ink2", wrap=True))
            column.addStretch(1)
        self._pane.show_one(pane)

    def _begin_pause(self) -> None:
        self._pause.start()

    def choose_posting(self) -> None:
        """Ask for the posting's file, and read it."""
        path = self._frame.prompts.posting_to_read(self, self._tongue)
        if path is not None:
            self._draft = replace(self.draft, file=path, found=())
            self._show_source()
            self._read_file(path)

    def choose_former(self) -> None:
        """Ask for the former dossier; its passphrase is typed next."""
        path = self._frame.prompts.dossier_to_open(self, self._tongue)
        if path is not None:
            self.take_former(path)

    def take_former(self, path: Path) -> None:
        """Have the passphrase of a former dossier typed next."""
        self._draft = replace(self.draft, former=path, key="", found=(), given=None)
        self._show_source()
        self._show_read()
        self.former.passphrase.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self, path: Path) -> None:
        """Read the posting of a file that was dropped here."""
        self.sources.choose(0)
        self._draft = replace(self.draft, source=0, file=path, found=())
        self._show_source()
        self._read_file(path)

    # Reading

    def _read_file(self, path: Path) -> None:
        def work() -> object:
            from smes_panel.intake.posting import posting_text

            return _vacancies(posting_text(path))

        self._read(work)

    def _read_text(self) -> None:
        text = self.text.toPlainText()

        def work() -> object:
            return _vacancies(text)

        if text.strip():
            self._read(work)
        else:
            self._draft = replace(self.draft, found=())
            self._show_read()

    def _read_example(self) -> None:
        def work() -> object:
            from smes_panel.intake.example import example

            return (example("connect"),)

        self._read(work)

    def _read_former(self, passphrase: str) -> None:
        path = self._draft.former
        assert path is not None

        def work() -> object:
            from smes_panel.dossier.former import taken_over

            return taken_over(path, passphrase)

        self._read(work)

    def _read(self, work: Callable[[], object]) -> None:
        if (before := self._frame.job("posting")) is not None:
            before.cancel()
        job = self._frame.run("posting", aside(work), self._tongue(w.READING), tell=False)
        job.ended.connect(self._was_read)

    def _was_read(self, outcome: Outcome) -> None:
        if outcome.done and self._draft.source == _FORMER:
            given = cast("Former", outcome.value)
            self._draft = replace(self.draft, found=((given.posting, given.criteria),), which=0, given=given)
            self._show_read()
            self.passphrase.setFocus(Qt.FocusReason.TabFocusReason)
        elif outcome.done:
            self._draft = replace(self.draft, found=outcome.value, which=0)  # type: ignore[arg-type]
            self._show_read()
        elif outcome.refusal is not None:
            self._draft = replace(self.draft, found=())
            notice = Notice(told(self._tongue, outcome.refusal))
            self.seen.show_one(notice)
            notice.announce()
            self._judge()
            if self._draft.source == _FORMER:
                self.former.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
                self.former.passphrase.selectAll()

    def _show_read(self) -> None:
        tongue, read = self._tongue, self._draft.read
        pane = QWidget()
        pane.setObjectName("clear")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(3))
        if read is None:
            column.addWidget(Label(tongue(w.READ_NOTHING), "dense", "ink2", wrap=True))
        else:
            from smes_panel.model.questions import open_questions

            posting, criteria = read
            if len(self._draft.found) > 1:
                column.addWidget(self._several())
                column.addSpacing(look().px(6))
            column.addWidget(Label(posting.title or tongue(w.NO_TITLE), "name", wrap=True))
            waiting = len(open_questions(posting, criteria))
            line = (
                posting.organisation or "",
                tongue.counted(w.CRITERIA, len(criteria)),
                tongue.counted(w.STILL_OPEN, waiting),
            )
            column.addWidget(Label(" · ".join(filter(None, line)), "dense", "ink2", wrap=True))
            column.addSpacing(look().px(4))
            if not criteria:
                column.addWidget(Label(tongue(w.NO_CRITERIA), "dense", "warn", wrap=True))
            for criterion in criteria[:_SHOWN]:
                said = criterion.label.said(tongue.language) or criterion.wording
                column.addWidget(Label(f"{criterion.number}  {said}", "dense", wrap=True))
            if len(criteria) > _SHOWN:
                column.addWidget(Label(tongue.counted(w.AND_MORE, len(criteria) - _SHOWN), "dense", "ink2"))
            if self._draft.given is not None and self._draft.given.members:
                names = ", ".join(name for name, _ in self._draft.given.members)
                self.same_panel = Check(tongue(w.SAME_PANEL))
                self.same_panel.setAccessibleDescription(names)
                self.same_panel.setChecked(self._draft.same_panel)
                self.same_panel.toggled.connect(self._keep_panel)
                column.addSpacing(look().px(4))
                column.addWidget(self.same_panel)
                column.addWidget(Label(names, "dense", "ink2", wrap=True))
        column.addStretch(1)
        self.seen.show_one(pane)
        tab_through(self.sources, self._pane, self.seen, self.passphrase, self.again, self.make)
        self._judge()

    def _keep_panel(self, kept: bool) -> None:
        self._draft = replace(self.draft, same_panel=kept)

    def _several(self) -> QWidget:
        """Which of the vacancies of the document it is."""
        tongue, draft = self._tongue, self._draft
        box = QWidget()
        box.setObjectName("clear")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(Label(tongue(w.SEVERAL, n=len(draft.found)), "dense", "ink2", wrap=True))
        words = tuple(
            tongue(w.VACANCY_OF, title=(posting.title or tongue(w.NO_TITLE))[:48], n=len(criteria))
            for posting, criteria in draft.found
        )
        self.vacancies = Pills(words, tongue(w.SEVERAL, n=len(draft.found)))
        self.vacancies.show_choice(draft.which)
        self.vacancies.chosen.connect(self._choose_vacancy)
        column.addWidget(self.vacancies)
        return box

    def _choose_vacancy(self, which: int) -> None:
        self._draft = replace(self.draft, which=which)
        self._show_read()
        self.vacancies.enter()

    # What was read, and the passphrase

    def _right(self) -> QWidget:
        tongue = self._tongue
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(16))
        column.setSpacing(look().px(6))
        column.addWidget(Label(tongue(w.READ), "h2"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.seen = Slot()
        self.seen.setObjectName("clear")
        area.setWidget(self.seen)
        column.addWidget(area, 1)
        column.addWidget(Rule())
        column.addSpacing(look().px(4))
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(Icon("lock", "accent", 18))
        head.addWidget(Label(tongue(w.PROTECT), "h2"), 1)
        column.addLayout(head)
        column.addWidget(Label(tongue(w.ADVICE), "dense", "ink2", wrap=True))
        column.addSpacing(look().px(2))
        fields = QHBoxLayout()
        fields.setSpacing(look().px(10))
        self.passphrase = self._field(fields, tongue(w.PASSPHRASE))
        self.again = self._field(fields, tongue(w.AGAIN))
        column.addLayout(fields)
        self._advice = Label("", "dense", "ink2", wrap=True)
        column.addWidget(self._advice)
        foot = QHBoxLayout()
        foot.setSpacing(look().px(12))
        foot.addWidget(Label(tongue(w.NOTHING_YET), "dense", "ink2", wrap=True), 1)
        self.make = Button(tongue(w.CREATE), "primary")
        self.make.setFixedHeight(look().px(38))
        self.make.clicked.connect(self._create)
        foot.addWidget(self.make)
        column.addLayout(foot)
        return card

    def _field(self, row: QHBoxLayout, words: str) -> PassphraseField:
        column = QVBoxLayout()
        column.setSpacing(look().px(2))
        label = Label(words, "name")
        field = PassphraseField(words, self._tongue(w.SHOW), self._tongue(w.HIDE))
        label.setBuddy(field)
        field.textChanged.connect(self._judge)
        field.returnPressed.connect(self._create)
        column.addWidget(label)
        column.addWidget(field)
        row.addLayout(column, 1)
        return field

    def _judge(self) -> None:
        typed, again, tongue = self.passphrase.text(), self.again.text(), self._tongue
        self.make.setEnabled(self._draft.read is not None and bool(typed.strip()) and typed == again)
        if again and typed != again:
            said = tongue(w.DIFFERENT)
        elif typed and len(typed) < LONG_ENOUGH:
            said = tongue(w.TOO_SHORT, n=len(typed), m=LONG_ENOUGH)
        else:
            said = tongue(w.SAME) if typed and again else ""
        self._advice.setText(said)

    def _create(self) -> None:
        if not self.make.isEnabled() or self._draft.read is None:
            return
        posting, criteria = self._draft.read
        path = self._frame.prompts.dossier_to_make(self, self._tongue, posting.title or self._tongue(w.NEW))
        if path is not None:
            given = self._draft.given
            answers = given.answers if given is not None else ()
            members = given.members if given is not None and self._draft.same_panel else ()
            self.created.emit(Creation(path, self.passphrase.text(), posting, criteria, answers, members))

    @property
    def draft(self) -> Draft:
        text = self.text.toPlainText() if self._draft.source == 1 else self._draft.text
        key = self.former.passphrase.text() if self._draft.source == _FORMER else self._draft.key
        return replace(self._draft, key=key, text=text, typed=self.passphrase.text(), again=self.again.text())

    def arrive(self) -> None:
        """Put the focus where one goes on."""
        source = self._draft.source
        first: QWidget = self.choose if source == 0 else self.text if source == 1 else self.passphrase
        if source == _FORMER and self._draft.read is None:
            first = self.former.passphrase if self._draft.former is not None else self.former.choose
        first.setFocus(Qt.FocusReason.TabFocusReason)
