"""One application beside the list: who, what came, what is in order and what a person has to settle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from smes_panel.gestures.applications import SettleKind
from smes_panel.model.application import PAPER, DocumentKind, Standing, Timeliness
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import searchable
from ui.pages.applications.found import Found
from ui.pages.applications.identity import IdentityFields
from ui.pages.applications.settling import Settling
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import Elided, Label, Tone
from ui.widgets.marks import Icon, Rule
from ui.widgets.slot import Slot
from ui.wording import Tongue, dates
from ui.wording import applications as w

if TYPE_CHECKING:
    from smes_panel.model.application import Document
    from smes_panel.model.panel import Member
    from smes_panel.queries.answers import Application, Hit
    from ui.session import Session

Reasons = Mapping[tuple[str, str], str]
"""Reasons as typed so far, by the application (its id) and what is asked."""

_MISSING = {DocumentKind.CV.value: w.MISSING_CV, DocumentKind.LETTER.value: w.MISSING_LETTER}


@final
class Details(QFrame):
    """Made for one application; `show_one` shows it anew, and what is being typed in it stays.

    Says *attached()* when documents are to be chosen, *evaluated()*, *left()* when the focus goes back to the list, and
    *laid()* when a question came or went.
    """

    attached = Signal()
    evaluated = Signal()
    left = Signal()
    laid = Signal()

    def __init__(
        self, session: Session, tongue: Tongue, reasons: Reasons, *, evaluates: bool, withdrawing: bool = False
    ) -> None:
        super().__init__()
        self._session, self._tongue, self._evaluates = session, tongue, evaluates
        self._shown: Application | None = None
        self._reasons = dict(reasons)
        self.withdrawing = withdrawing
        self.settling: Settling | None = None
        self.setAccessibleName(tongue(w.DETAILS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("clear")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(look().px(16), look().px(12), look().px(14), look().px(12))
        self._column.setSpacing(look().px(6))
        area.setWidget(inside)
        column.addWidget(area, 1)
        self._name = Elided("", "h2")
        self._when = Elided("", "dense", "ink2")
        self._column.addWidget(self._name)
        self._column.addWidget(self._when)
        self.found = Found(tongue)
        self._column.addWidget(self.found)
        self._settling = Slot()
        self._column.addWidget(self._settling)
        self.identity = IdentityFields(session, tongue)
        self.identity.left.connect(self.left)
        self._column.addWidget(self.identity)
        self._column.addWidget(Rule())
        self._pieces = Slot()
        self._column.addWidget(self._pieces)
        self._column.addStretch(1)
        column.addWidget(Rule())
        under = QWidget()
        # Three verbs do not fit beside each other in the smallest window.
        foot = Flow(under, 8, 40)
        foot.setContentsMargins(look().px(16), 0, look().px(14), 0)
        self.withdraw = Button(tongue(w.WITHDRAW), small=True)
        self.withdraw.clicked.connect(self.ask_withdrawal)
        foot.addWidget(self.withdraw)
        self.attach = Button(tongue(w.ATTACH), small=True, picture="file-plus")
        self.attach.clicked.connect(self.attached)
        foot.addWidget(self.attach)
        self.evaluate = Button(tongue(w.EVALUATE), "primary", small=True)
        self.evaluate.clicked.connect(self.evaluated)
        foot.addWidget(self.evaluate)
        if not evaluates:
            self.evaluate.hide()
        column.addWidget(under)

    def show_found(self, words: str, reader: Member | None) -> None:
        """Show where the application found has these words. Documents and comments lead to where one rates."""
        read, one = self._session.read, self._shown
        if one is None:
            return
        rates = reader is not None and reader.role.rates and self._evaluates

        def leads(hit: Hit) -> bool:
            somewhere = hit.document is not None or hit.stage is not None
            return rates and somewhere and read.is_rated(one.id, hit.stage or Stage.SCREENING)

        if self.found.show_hits(one.id, words, read.hits(one.id, words, reader), leads):
            self.laid.emit()

    def show_one(self, one: Application, late: tuple[str, ...]) -> None:
        """Show it as it stands; `late` are the ids of the other late ones that wait for a decision."""
        tongue = self._tongue
        if self._shown is not None and self._shown.id != one.id:
            self.withdrawing = False
        self._shown, self._late = one, late
        self._name.say(one.identity.name or tongue(w.NO_NAME))
        self._name.setProperty("tone", "ink" if one.identity.name else "warn")
        if one.received_at is None:
            self._when.say(tongue(w.DATE_UNKNOWN, key=one.key))
        else:
            self._when.say(tongue(w.KEY_AND_DATE, key=one.key, when=dates.received(tongue, one.received_at)))
        out = one.standing in (Standing.WITHDRAWN, Standing.MERGED)
        self.withdraw.setEnabled(not out)
        self.identity.show_one(one)
        self._settle()
        self._pieces.show_one(self._facts(one))

    @property
    def reasons(self) -> Reasons:
        """The reasons that are being typed, or were left half typed."""
        self._keep()
        return dict(self._reasons)

    def _keep(self) -> None:
        settling = self.settling
        if settling is not None and settling.field is not None:
            self._reasons[settling.application, settling.question] = settling.field.text()

    def _settle(self) -> None:
        assert self._shown is not None
        self._keep()
        settling = self.settling = Settling(
            self._session, self._tongue, self._shown, self._late, withdrawing=self.withdrawing
        )
        settling.attached.connect(self.attached)
        if settling.field is not None:
            settling.field.setText(self._reasons.get((settling.application, settling.question), ""))
        settling.settled.connect(self._settled)
        self._settling.show_one(settling)
        self._settling.setVisible(not settling.is_empty)
        self.laid.emit()

    def ask_withdrawal(self) -> None:
        """Ask for the reason of a withdrawal."""
        if self._shown is not None and self.withdraw.isEnabled():
            self.withdrawing = True
            self._settle()
            assert self.settling is not None
            self.settling.arrive()

    def _settled(self, application: str, question: str) -> None:
        self.withdrawing = False
        self._keep()
        self.settling = None
        self._reasons.pop((application, question), None)
        if self._shown is not None:
            self._settle()
        self.left.emit()

    def commit(self) -> None:
        """Have what is being typed kept."""
        self.identity.commit()

    # What came, and what is in order

    def _facts(self, one: Application) -> QWidget:
        tongue = self._tongue
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, look().px(2), 0, 0)
        column.setSpacing(look().px(3))
        if one.subject:
            row = QHBoxLayout()
            label = Label(tongue(w.NOTE if one.source == PAPER else w.SUBJECT), "dense", "ink2")
            label.setFixedWidth(look().px(85))
            row.setSpacing(look().px(6))
            row.addWidget(label)
            row.addWidget(Elided(one.subject, "dense"), 1)
            column.addLayout(row)
        for document in one.documents:
            column.addLayout(self._piece(one, document))
        if not one.documents:
            column.addWidget(Label(tongue(w.NO_PIECES), "dense", "warn"))
        column.addSpacing(look().px(6))
        for words, picture, tone in self._checks(one):
            row = QHBoxLayout()
            row.setSpacing(look().px(9))
            row.addWidget(Icon(picture, tone, 17), 0, Qt.AlignmentFlag.AlignTop)
            asks = tone == "warn"
            row.addWidget(Label(words, "dense", "warn" if asks else "ink", bold=asks, wrap=True), 1)
            column.addLayout(row)
        return facts

    def _piece(self, one: Application, document: Document) -> QHBoxLayout:
        tongue, row = self._tongue, QHBoxLayout()
        row.setSpacing(look().px(6))
        row.addWidget(Icon("mail" if document.kind is DocumentKind.MESSAGE else "file-text", "ink2", 15))
        kind = Button(f"{tongue(w.KINDS[document.kind])} ▾", "quiet", small=True)
        kind.setFont(look().font("dense"))
        kind.setAccessibleName(tongue(w.KIND_OF, kind=tongue(w.KINDS[document.kind]), name=document.name))
        menu = QMenu(kind)
        group = QActionGroup(menu)
        for other, words in w.KINDS.items():
            action = QAction(tongue(words), menu)
            action.setCheckable(True)
            action.setChecked(other is document.kind)
            action.triggered.connect(
                lambda _on=False, kind=other: self._session.do(SettleKind(one.id, document.id, kind))
            )
            group.addAction(action)
            menu.addAction(action)
        kind.setMenu(menu)
        row.addWidget(kind)
        row.addWidget(Elided(document.name, "dense", "ink3"), 1)
        return row

    def _checks(self, one: Application) -> list[tuple[str, str, Tone]]:
        tongue = self._tongue
        checks: list[tuple[str, str, Tone]] = []
        vacancy = self._session.read.vacancy()
        if vacancy.posting.asks_reference and vacancy.reference and one.source != PAPER:
            said = searchable("\n".join((one.subject, *(document.text for document in one.documents))))
            cited = searchable(vacancy.reference) in said
            words = w.REFERENCE_CHECK if cited else w.NO_REFERENCE_CHECK
            checks.append(
                (tongue(words), "circle-check" if cited else "circle-question-mark", "ok" if cited else "ink2")
            )
        match one.timeliness:
            case Timeliness.IN_TIME:
                checks.append((tongue(w.IN_TIME_CHECK), "circle-check", "ok"))
            case Timeliness.LATE:
                checks.append((tongue(w.LATE_CHECK), "clock", "warn"))
            case _:
                checks.append((tongue(w.UNKNOWN_CHECK), "circle-question-mark", "ink2"))
        checks += [(tongue(_MISSING[kind]).capitalize(), "circle-alert", "warn") for kind in one.missing]
        if not one.missing:
            checks.append((tongue(w.PIECES_CHECK), "circle-check", "ok"))
        checks += [(tongue(w.NOT_READ, name=d.name), "file-x", "warn") for d in one.documents if d.remark]
        if one.resembles:
            checks.append((tongue(w.DUPLICATE_CHECK), "copy", "warn"))
        if one.admitted:
            checks.append((tongue(w.ADMITTED_CHECK, reason=one.admitted), "circle-check", "ok"))
        return checks
