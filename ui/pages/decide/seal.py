"""The seal of a stage beside the person: how far it is, what is lacking, what moved, and what is done next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smes_panel.model.closing import Act, Closing, Difference, Lack, Lacking, Verdict, shown
from ui.pages.decide.presence import Presence
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.inplace import Line
from ui.widgets.label import Label
from ui.widgets.marks import Icon, Rule
from ui.widgets.slot import Slot
from ui.wording import Tongue, dates
from ui.wording import decide as w
from ui.wording.deciding import act_named

_WIDE = 330
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class SealShown:
    """What is shown of an act. `words` are the four of its code, empty while they are worked out; `may_close` says
    whether who is at the screen closes it; `delegated` that the chair signs.
    """

    act: Act
    closing: Closing | None
    lacks: tuple[Lack, ...]
    moved: tuple[Difference, ...]
    words: tuple[str, ...]
    may_close: bool
    delegated: bool
    is_chair: bool
    seated: bool
    has_card: bool = False
    card_of: str = ""


@final
class Seal(QFrame):
    """Says *closed*, *reopened(reason)*, *signed_by_chair*, *requested*, *replied*, *scanned*, *card_wanted*,
    *worded(the four words)*, *went(key)*.
    """

    closed = Signal()
    reopened = Signal(str)
    signed_by_chair = Signal()
    requested = Signal()
    replied = Signal()
    scanned = Signal()
    card_wanted = Signal()
    worded = Signal(str)
    went = Signal(str)

    def __init__(self, tongue: Tongue, presence: Presence) -> None:
        super().__init__()
        self.setObjectName("sunken")
        self.setFixedWidth(look().px(_WIDE))
        self._tongue = tongue
        self.presence = presence
        self._shown: SealShown | None = None
        self.main: Button | None = None
        self.why: Line | None = None
        self.four: Line | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("sunken")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(12))
        inner.setSpacing(look().px(10))
        self._body = Slot()
        inner.addWidget(self._body)
        inner.addWidget(Rule())
        inner.addWidget(presence)
        inner.addStretch(1)
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)
        self._foot = Slot()
        column.addWidget(self._foot)

    def show_seal(self, one: SealShown) -> None:
        """Show how far an act is."""
        if one == self._shown:
            return
        typed = self.why.text() if self.why is not None else ""
        held = self.why is not None and self.why.hasFocus()
        same = self._shown is not None and self._shown.act == one.act
        self._shown = one
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(Label(self._tongue(w.SIGNATURE), "h2"))
        if one.act.promoted:
            column.addWidget(Label(act_named(self._tongue, one.act), "body", "ink2", wrap=True))
        for place, (title, line, state) in enumerate(self._steps(one), 1):
            column.addWidget(_Step(place, title, line, state))
        if one.closing is None:
            self._add_lacks(one, column)
        else:
            column.addWidget(self._card(one, one.closing))
        self._body.show_one(body)
        self._foot.show_one(self._made_foot(one))
        if self.why is not None and same:
            self.why.setText(typed)
            if held:
                self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_signing(self, one: SealShown, column: QVBoxLayout) -> None:
        tongue = self._tongue
        if not one.has_card and not one.card_of:
            self.main = Button(tongue(w.CARD), "primary", picture="key-round")
            self.main.clicked.connect(self.card_wanted)
            column.addWidget(self.main)
        elif one.card_of:
            column.addWidget(Label(tongue(w.CARD_OF, name=one.card_of), "dense", wrap=True))
            words = self.four = Line(tongue(w.FOUR_WORDS), lambda _typed: True, framed=True)
            words.setPlaceholderText(tongue(w.FOUR_WORDS))
            column.addWidget(words)
            self.main = Button(tongue(w.ENTER_CARD), "primary", picture="key-round")
            self.main.clicked.connect(partial(_hand_on, self.worded, words))
            words.left.connect(partial(_hand_on, self.worded, words))
            column.addWidget(self.main)
        else:
            column.addWidget(Label(tongue(w.OWN_COMPUTER), "dense", "ink2", wrap=True))
            self.main = Button(tongue(w.PREPARE), "primary", picture="package")
            self.main.clicked.connect(self.requested)
            column.addWidget(self.main)
            reply = Button(tongue(w.READ_REPLY), picture="inbox")
            reply.clicked.connect(self.replied)
            column.addWidget(reply)
        scan = Button(tongue(w.SIGNED_PAGE), "quiet", picture="file-down", small=True)
        scan.clicked.connect(self.scanned)
        column.addWidget(scan)

    def _steps(self, one: SealShown) -> list[tuple[str, str, str]]:
        tongue, closing = self._tongue, one.closing
        if closing is None:
            closed = sealed = tongue(w.NOT_CLOSED)
        else:
            when = dates.here(closing.at)
            closed = tongue(w.CLOSED_AT, day=dates.day(tongue, when.date()), clock=f"{when:%H:%M}", name=closing.by)
            sealed = tongue(w.VERSION, n=closing.number)
        signature = closing.signature if closing else None
        if signature is None:
            signed, state = tongue(w.AWAITING), "now" if closing else "later"
        elif signature.verdict is Verdict.REFUSED:
            signed, state = tongue(w.REFUSED_BY, name=signature.signer, reason=signature.reason), "bad"
        else:
            signed, state = tongue(w.SIGNED_BY, name=signature.signer), "done"
        free = closing is not None and closing.signed
        return [
            (tongue(w.STEP_CLOSED), closed, "done" if closing else "now"),
            (tongue(w.STEP_SEALED), sealed, "done" if closing else "later"),
            (tongue(w.STEP_CHAIR if one.delegated else w.STEP_SIGNED), signed, state),
            (tongue(w.STEP_SENT), tongue(w.FREE if free else w.AFTER_SIGNATURE), "now" if free else "later"),
        ]

    def _add_lacks(self, one: SealShown, column: QVBoxLayout) -> None:
        tongue = self._tongue
        if not one.lacks:
            column.addWidget(_said("circle-check", "ok", tongue(w.READY_TO_CLOSE)))
            return
        column.addWidget(_said("circle-alert", "warn", tongue.counted(w.LACKING_COUNT, len(one.lacks))))
        for lack in one.lacks[:_SHOWN]:
            said = lack_said(tongue, lack)
            if lack.application:
                link = Button(said, "quiet", small=True)
                link.clicked.connect(partial(self._go, lack.application))
                column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(Label(said, "dense", "ink2", wrap=True))
        if len(one.lacks) > _SHOWN:
            column.addWidget(Label(tongue(w.MORE, n=len(one.lacks) - _SHOWN), "dense", "ink3"))

    def _go(self, key: str, _checked: bool = False) -> None:
        self.went.emit(key)

    def _card(self, one: SealShown, closing: Closing) -> QWidget:
        tongue, card = self._tongue, QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(look().px(14), look().px(12), look().px(14), look().px(12))
        column.setSpacing(look().px(6))
        whole = not one.moved
        column.addWidget(
            _said(
                "shield-check" if whole else "triangle-alert",
                "ok" if whole else "bad",
                tongue(w.VALID if whole else w.BROKEN),
                bold=True,
            )
        )
        if whole:
            column.addWidget(Label(tongue(w.UNCHANGED), "dense", "ink2", wrap=True))
        for difference in one.moved[:_SHOWN]:
            column.addWidget(Label(difference_said(tongue, difference), "dense", "ink2", wrap=True))
        if len(one.moved) > _SHOWN:
            column.addWidget(Label(tongue(w.MORE, n=len(one.moved) - _SHOWN), "dense", "ink3"))
        column.addWidget(Rule())
        column.addWidget(Label(tongue(w.WORDS_TITLE), "caption", "ink3", wrap=True))
        if one.words:
            column.addWidget(Label(" · ".join(one.words), "h2", wrap=True))
        column.addWidget(Label(shown(closing.code), "dense", "ink2"))
        return card

    def _made_foot(self, one: SealShown) -> QWidget:
        tongue, foot = self._tongue, QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(look().px(16), look().px(8), look().px(16), look().px(12))
        column.setSpacing(look().px(8))
        self.main = self.why = self.four = None
        if not one.seated or not one.may_close:
            column.addWidget(Label(tongue(w.NOT_YOURS if one.seated else w.NOBODY_HERE), "dense", "ink2", wrap=True))
        elif one.closing is None:
            self.main = Button(tongue(w.CLOSE), "primary", picture="stamp")
            self.main.setEnabled(not one.lacks)
            self.main.clicked.connect(self.closed)
            column.addWidget(self.main)
        else:
            if one.delegated and one.closing.signature is None and one.is_chair:
                self.main = Button(tongue(w.SIGN_AS_CHAIR), "primary", picture="stamp")
                self.main.clicked.connect(self.signed_by_chair)
                column.addWidget(self.main)
            elif one.closing.signature is None and not one.delegated:
                self._add_signing(one, column)
            row = QHBoxLayout()
            row.setSpacing(look().px(8))
            self.why = Line(tongue(w.WHY_REOPEN), lambda _typed: True, framed=True)
            self.why.setPlaceholderText(tongue(w.WHY_REOPEN))
            row.addWidget(self.why, 1)
            again = Button(tongue(w.REOPEN), picture="undo-2")
            why = self.why
            again.clicked.connect(lambda: self.reopened.emit(why.text()))
            row.addWidget(again)
            column.addLayout(row)
        return foot


def _hand_on(signal: SignalInstance, line: Line) -> None:
    signal.emit(line.text())


def lack_said(tongue: Tongue, lack: Lack) -> str:
    """One thing that is lacking, in a few words."""
    about = "" if lack.kind is Lacking.LETTER else lack.about
    return tongue(w.LACKS[lack.kind], key=lack.application, about=about)


def difference_said(tongue: Tongue, one: Difference) -> str:
    """One thing that is otherwise than it was sealed."""
    about, _, rest = one.fact.partition(" ")
    words = w.FACTS.get(one.fact) or w.FACTS.get(about)
    what = one.fact if words is None else tongue(words)
    if words is not None and one.fact not in w.FACTS and rest:
        what = f"{what} {rest}"
    if one.application:
        what = tongue(w.ABOUT, key=one.application, what=what)
    if one.fact in w.DIGESTS or about in w.DIGESTS:
        return what
    return tongue(w.CHANGED, about=what, sealed=_short(one.sealed), now=_short(one.now))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _said(picture: str, tone: str, words: str, *, bold: bool = False) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(8))
    row.addWidget(Icon(picture, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, "name" if bold else "body", wrap=True), 1)
    return whole


class _Step(QWidget):
    """One step of the way to the letters: `done`, `now`, `later`, or `bad`."""

    def __init__(self, place: int, title: str, line: str, state: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(10))
        picture, tone = {
            "done": ("circle-check", "ok"),
            "now": ("circle-dot", "accent"),
            "later": ("circle", "ink3"),
            "bad": ("circle-alert", "bad"),
        }[state]
        row.addWidget(Icon(picture, tone, 20, f"{place}"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, "name"))
        words.addWidget(Label(line, "dense", "ink2", wrap=True))
        row.addLayout(words, 1)
