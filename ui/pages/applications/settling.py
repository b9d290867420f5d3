"""What a person has to settle about one application: a duplicate, lateness, a missing document, a withdrawal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from smes_panel.gestures.applications import Admit, KeepBoth, Merge, TakeApart, Withdraw
from smes_panel.gestures.exceptions import OnlyThisOne, TheOthersToo
from smes_panel.gestures.gesture import Together
from smes_panel.model.application import DocumentKind, ExceptionKind, Standing, Timeliness
from smes_panel.model.likeness import Relation
from smes_panel.model.words import Words
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.field import ReasonField
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.wording import Tongue, dates
from ui.wording import applications as w
from ui.wording import joining as j

if TYPE_CHECKING:
    from smes_panel.gestures.gesture import Gesture
    from smes_panel.queries.answers import Application
    from ui.session import Session

_OUT = (Standing.WITHDRAWN, Standing.INADMISSIBLE)
_NAMED = 6
_COMPARED = (DocumentKind.CV, DocumentKind.LETTER)


class Box(QFrame):
    """Sentences on a tinted ground, with what can be done under them."""

    def __init__(self, name: str = "hint") -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look().px(12), look().px(9), look().px(12), look().px(10))
        self.column.setSpacing(look().px(8))

    def say(self, words: str) -> None:
        self.column.addWidget(Label(words, "dense", wrap=True))

    def offer(self, *buttons: QWidget) -> None:
        row = QWidget()
        flow = Flow(row, 6, 32, aligned=False)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(row)


def compared(tongue: Tongue, one: Application, other: Application) -> str:
    """What two applications that look alike have in common, and what not."""
    said = []
    if other.received_at is None:
        said.append(tongue(w.COMPARE_NO_DATE, key=other.key))
    else:
        said.append(tongue(w.COMPARE_RECEIVED, key=other.key, when=dates.received(tongue, other.received_at)))
    like = next((like for like in one.likenesses if like.with_ == other.key), None)
    traits = [tongue(w.TRAITS[trait.value]) for trait in like.traits] if like is not None else []
    if traits:
        said.append(f"{', '.join(traits)}.".capitalize())
    if like is not None and like.relation is not Relation.DOUBLE:
        completes = like.relation is Relation.COMPLETES
        said.append(tongue(j.COMPLETES if completes else j.COMPLETED_BY, key=other.key))
    if like is not None and like.stranger:
        said.append(tongue(j.STRANGER))
    for kind in _COMPARED:
        ours = {document.sha256 for document in one.documents if document.kind is kind}
        theirs = {document.sha256 for document in other.documents if document.kind is kind}
        if ours and theirs:
            said.append(tongue(w.SAME_PIECE if ours & theirs else w.OTHER_PIECE, kind=tongue(w.KINDS[kind])))
    return " ".join(said)


@final
class Settling(QWidget):
    """Made for one application as it stands and thrown away for the next; says *attached()*, *settled(application id,
    question)* once a question is answered or given up.
    """

    attached = Signal()
    settled = Signal(str, str)

    def __init__(
        self, session: Session, tongue: Tongue, application: Application, late: tuple[str, ...], *, withdrawing: bool
    ) -> None:
        super().__init__()
        self._session, self._tongue, self._one, self._late = session, tongue, application, late
        self.field: ReasonField | None = None
        self.application = application.id
        self.question = ""
        """What the reason is asked for; empty where none is."""
        self.also: QCheckBox | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        if withdrawing:
            self._withdrawing()
        elif application.merged_into:
            self._merged()
        elif application.standing in _OUT:
            self._out()
        else:
            self._twins()
            if not application.admitted and application.timeliness is Timeliness.LATE:
                self._judged("late", w.SETTLE_LATE, {}, attach=False)
            elif not application.admitted and application.missing:
                what = ", ".join(tongue(w.KINDS[DocumentKind(kind)]) for kind in application.missing)
                self._judged("missing", w.SETTLE_MISSING, {"what": what}, attach=True)
            elif not application.admitted and application.completed_late:
                what = ", ".join(tongue(w.KINDS[DocumentKind(kind)]) for kind in application.completed_late)
                self._judged("completed_late", j.SETTLE_COMPLETED_LATE, {"what": what}, attach=False)
            if application.admitted:
                self._exceptions()
        for key in application.merged:
            self._taken_in(key)

    @property
    def is_empty(self) -> bool:
        return self._column.count() == 0

    def _do(self, gesture: Gesture) -> None:
        if self._session.do(gesture):
            self._end()

    def _end(self) -> None:
        self.settled.emit(self.application, self.question)

    def _button(self, words: str, act: Callable[[], object], kind: str = "plain", picture: str | None = None) -> Button:
        button = Button(words, kind, small=True, picture=picture)  # type: ignore[arg-type]
        button.clicked.connect(lambda _on: act())
        return button

    # Possible duplicates

    def _twins(self) -> None:
        read, tongue, one = self._session.read, self._tongue, self._one
        together = read.completions()
        for like in one.likenesses:
            key = like.with_
            other = read.application(key)
            box = Box()
            box.say(compared(tongue, one, other))
            first = one.key if like.relation is Relation.COMPLETED else key
            words = tongue(w.MERGE) if like.relation is Relation.DOUBLE else tongue(j.JOIN, key=first)
            merge = self._button(words, partial(self._do, Merge(one.id, other.id)), "primary")
            keep = self._button(tongue(w.KEEP_BOTH), partial(self._do, KeepBoth(one.id, other.id)))
            for button in (merge, keep):
                button.setAccessibleDescription(f"{button.text()} {one.key} {key}")
            box.offer(merge, keep)
            if len(together) > 1 and any({one.id, other.id} == set(pair) for pair in together):
                every = Together(tuple(Merge(*pair) for pair in together))
                box.offer(self._button(tongue(j.JOIN_ALL, n=len(together)), partial(self._do, every)))
            self._column.addWidget(box)

    def _merged(self) -> None:
        tongue, one = self._tongue, self._one
        box = Box("note")
        box.say(tongue(w.MERGED_INTO, key=one.merged_into))
        box.offer(self._button(tongue(w.TAKE_APART, key=one.key), lambda: self._do(TakeApart(one.id))))
        self._column.addWidget(box)

    def _taken_in(self, key: str) -> None:
        tongue, read = self._tongue, self._session.read
        box = Box("note")
        box.say(tongue(w.HAS_MERGED, key=key))
        added = next(each for each in self._one.additions if each.application == key)
        if added.received_at is not None:
            late = added.timeliness is Timeliness.LATE
            when = dates.received(tongue, added.received_at)
            box.say(tongue(j.BROUGHT_LATE if late else j.BROUGHT_IN_TIME, when=when))
        apart = self._button(tongue(w.TAKE_APART, key=key), lambda: self._do(TakeApart(read.application_id(key))))
        box.offer(apart)
        self._column.addWidget(box)

    # Late, incomplete, out

    def _judged(self, question: str, words: object, said: dict[str, str], *, attach: bool) -> None:
        tongue, box = self._tongue, Box()
        box.say(tongue(words, **said))  # type: ignore[arg-type]
        self._reason_in(box, question)
        others = len(self._late) if not attach else 0
        if others:
            self.also = QCheckBox(tongue.counted(w.ALL_LATE, others))
            self.also.setFont(look().font("dense"))
            box.column.addWidget(self.also)
        buttons = [
            self._button(tongue(w.EXAMINE), lambda: self._admit(examined=True), "primary"),
            self._button(tongue(w.NOT_EXAMINE), lambda: self._admit(examined=False)),
        ]
        if attach:
            buttons.append(self._button(tongue(w.ATTACH), self.attached.emit))
        box.offer(*buttons)
        self._column.addWidget(box)

    def _exceptions(self) -> None:
        """Where one person is treated differently, what becomes of the others."""
        tongue, one = self._tongue, self._one
        for made in self._session.read.exceptions():
            if made.application != one.key or not made.others:
                continue
            box = Box("hint" if made.waits else "note")
            if made.waits:
                box.say(tongue.counted(w.AND_THE_OTHERS, len(made.others), keys=", ".join(made.others[:_NAMED])))
                self._reason_in(box, f"exception {made.kind.value}", w.WHY_ONLY)
                too, only = TheOthersToo(one.id, made.kind), partial(self._only, made.kind)
                box.offer(
                    self._button(tongue(w.OTHERS_TOO), partial(self._do, too), "primary"),
                    self._button(tongue(w.ONLY_THIS), only),
                )
            else:
                box.say(tongue(w.EXCEPTION_KEPT, answer=made.answer.rstrip(" .") + "."))
            self._column.addWidget(box)
            if made.waits:
                return

    def _only(self, kind: ExceptionKind) -> None:
        assert self.field is not None
        if self.field.text().strip():
            self._do(OnlyThisOne(self._one.id, kind, self.field.text()))
        else:
            self.field.ask()

    def _out(self) -> None:
        tongue, one, box = self._tongue, self._one, Box("note")
        state = tongue(w.STANDINGS[one.standing.value]).capitalize()
        said = f"{state}. {one.reason}".rstrip(" .") + "."
        box.say(tongue(w.SETTLE_OUT, state=said))
        self._reason_in(box, "out")
        box.offer(self._button(tongue(w.EXAMINE), lambda: self._admit(examined=True)))
        self._column.addWidget(box)

    def _reason_in(self, box: Box, question: str, words: Words = w.REASON) -> None:
        self.question = question
        hint = w.REASON_HINT if words is w.REASON else words
        self.field = ReasonField(self._tongue(hint), self._tongue(words))
        box.column.addWidget(self.field)

    def _admit(self, *, examined: bool) -> None:
        assert self.field is not None
        reason = self.field.text()
        if not reason.strip():
            self.field.ask()
            return
        chosen = [self._one.id, *(self._late if self.also is not None and self.also.isChecked() else ())]
        gestures = tuple(Admit(one, examined, reason) for one in chosen)
        self._do(gestures[0] if len(gestures) == 1 else Together(gestures))

    def _withdrawing(self) -> None:
        tongue, one, box = self._tongue, self._one, Box()
        box.say(tongue(w.WITHDRAW_SAID))
        self._reason_in(box, "withdrawal")
        field = self.field
        assert field is not None

        def withdraw() -> None:
            self._do(Withdraw(one.id, field.text()))

        field.returnPressed.connect(withdraw)
        field.gave_up.connect(self._end)
        box.offer(
            self._button(tongue(w.WITHDRAW_DO), withdraw, "primary"),
            self._button(tongue(w.CANCEL), self._end),
        )
        self._column.addWidget(box)

    def arrive(self) -> None:
        """Go to the reason, where one is asked."""
        if self.field is not None:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
