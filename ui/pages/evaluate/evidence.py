"""What the ratings rest on: passages of the documents, attached, marked, gone to and taken away again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QObject, Signal

from smes_panel.gestures.assessment import AttachPassage, DetachPassage
from smes_panel.gestures.gesture import Together
from smes_panel.model.assessment import Answer
from smes_panel.model.passage import Passage, drawn, found, taken
from ui.widgets.checklist import Shown
from ui.widgets.reader import Mark
from ui.widgets.reader.attach import AttachBar
from ui.wording import evaluate as w

if TYPE_CHECKING:
    from smes_panel.gestures.gesture import Gesture
    from smes_panel.model.panel import Member
    from smes_panel.queries.answers import Sheet
    from ui.frame import Frame
    from ui.pages.evaluate.desk import Desk
    from ui.pages.evaluate.grid import Grid
    from ui.session import Session

_RECENT = 2


@final
class Evidence(QObject):
    """Of the application on the page. Says *showed(document id)* when another document is to be shown and
    *picked(code)* when the tab of a criterion is clicked.
    """

    showed = Signal(str)
    picked = Signal(str)

    def __init__(self, session: Session, frame: Frame, desk: Desk, grid: Grid) -> None:
        super().__init__(desk)
        self._session, self._frame, self._tongue = session, frame, frame.tongue
        self._desk, self._reader, self._grid = desk, desk.reader, grid
        self._member: Member | None = None
        self._application, self._code = "", ""
        self._sheet: Sheet | None = None
        self._fixed = False
        self._recent: list[str] = []
        self._gone_to = -1
        reader, tongue = self._reader, self._tongue
        self.bar = AttachBar(tongue(w.ATTACH_TO), tongue(w.ATTACH_NUMBER), reader.viewport())
        self.bar.chosen.connect(self._chosen)
        self.bar.left.connect(self._leave)
        reader.selected.connect(self._show_bar)
        reader.laid.connect(self._show_bar)
        reader.verticalScrollBar().valueChanged.connect(self._show_bar)
        reader.opened.connect(self._mark)
        reader.lettered.connect(self._lettered)
        reader.tabbed.connect(self.picked)
        grid.list.sought.connect(self.go_to)
        grid.list.detached.connect(self._detach)

    def show_sheet(self, member: Member, application: str, sheet: Sheet, code: str, *, fixed: bool) -> None:
        """Show the passages of this sheet, those of the open criterion more strongly."""
        if (application, code) != (self._application, self._code):
            self._gone_to = -1
        self._member, self._application, self._sheet = member, application, sheet
        self._code, self._fixed = code, fixed
        self._mark()
        self._show_bar()

    def lines(self, code: str) -> tuple[Shown, ...]:
        """The passages of a criterion as its lines show them."""
        return tuple(self._shown(one) for one in self._passages(code))

    def _number(self, code: str) -> str:
        criteria = self._sheet.criteria if self._sheet is not None else ()
        return next((one.number for one in criteria if one.code == code), "")

    def _passages(self, code: str) -> tuple[Passage, ...]:
        return self._sheet.answers.get(code, Answer()).passages if self._sheet is not None else ()

    def _shown(self, passage: Passage) -> Shown:
        tongue = self._tongue
        name = self._desk.name_of(passage.document)
        place = tongue(w.PASSAGE_PLACE, document=name, page=passage.page) if name else tongue(w.PASSAGE_GONE)
        words = tongue(w.PASSAGE_WORDS, words=passage.words) if passage.words else tongue(w.PASSAGE_AREA)
        lost = not name or (self._is_here(passage) and self._reader.lost(self._as_mark("", passage)))
        if lost and name:
            place = tongue(w.PASSAGE_LOST, place=place)
        return Shown(words, place, tongue(w.PASSAGE_SAID, words=words, place=place), lost)

    # Marking

    def _is_here(self, passage: Passage) -> bool:
        return self._desk.document_here(passage.document)

    def _as_mark(self, code: str, passage: Passage) -> Mark:
        number = self._number(code)
        where = partial(found, passage) if passage.words else None
        return Mark(code, number, passage.page - 1, where, passage.boxes, strong=code == self._code)

    def _mark(self) -> None:
        if self._sheet is None:
            return
        self._reader.show_marks(
            [
                self._as_mark(criterion.code, passage)
                for criterion in self._sheet.criteria
                for passage in self._passages(criterion.code)
                if self._is_here(passage)
            ]
        )

    def _lettered(self) -> None:
        # A passage that is lost is known to be once its page is.
        if self._sheet is not None:
            lines = {criterion.code: self.lines(criterion.code) for criterion in self._sheet.criteria}
            self._grid.list.show_evidence(lines)

    # Attaching

    def _show_bar(self) -> None:
        box = None if self._fixed or self._sheet is None else self._reader.selection_box()
        if box is None:
            self.bar.hide()
        else:
            first = self._number(self._code)
            others = [one for one in self._recent if one != first][:_RECENT]
            self.bar.show_under(box, (first, *others), typing=self.bar.typing)

    def attach(self) -> None:
        """Have the selection speak for the open criterion; where nothing is selected, take a sentence first."""
        self._attach(self._code)

    def ask(self) -> None:
        """Ask for the number of another criterion, under the selection."""
        if self._take_first():
            return
        box = self._reader.selection_box()
        if box is not None and not self._fixed:
            self.bar.show_under(box, (), typing=True)

    def _take_first(self) -> bool:
        if self._reader.pieces():
            return False
        self._reader.step_sentence(1)
        if self._reader.pieces():
            self._frame.say(self._tongue(w.TAKEN_FIRST))
        return True

    def _chosen(self, number: str) -> None:
        if not number and not self.bar.typing:
            self.ask()
            return
        assert self._sheet is not None
        code = next((one.code for one in self._sheet.criteria if one.number == number), None)
        if code is None:
            self._frame.say(self._tongue(w.NO_SUCH_NUMBER, number=number))
            return
        self._leave()
        self._attach(code)

    def _leave(self) -> None:
        if self.bar.typing:
            self.bar.number.hide()
            self._reader.setFocus()
        self._show_bar()

    def _attach(self, code: str) -> None:
        if self._member is None or self._sheet is None or self._take_first():
            return
        document, page_text = self._desk.sha256, self._reader.pieces()
        passages = [
            taken(document, piece.page + 1, piece.text, piece.first, piece.last, piece.boxes)
            if piece.text.strip()
            else drawn(document, piece.page + 1, piece.boxes[0])
            for piece in page_text
            if piece.boxes
        ]
        had = self._passages(code)
        some = [one for one in passages if one is not None and one not in had]
        if not some and any(passages):
            self._frame.say(self._tongue(w.ATTACHED_ALREADY, number=self._number(code)))
            return
        if not some:
            self._frame.say(self._tongue(w.TOO_LONG))
            return
        where = (self._member, self._application, self._sheet.stage, code)
        gestures: tuple[Gesture, ...] = tuple(AttachPassage(*where, one) for one in some)
        done = self._session.do(gestures[0] if len(gestures) == 1 else Together(gestures))
        if done:
            number = self._number(code)
            self._recent = [number, *[one for one in self._recent if one != number]]
            self._reader.select_nothing()

    def _detach(self, place: int) -> None:
        passages = self._passages(self._code)
        if self._member is not None and self._sheet is not None and place < len(passages):
            self._session.do(
                DetachPassage(self._member, self._application, self._sheet.stage, self._code, passages[place])
            )

    # Going

    def next_passage(self) -> None:
        """The next passage of the open criterion, and after the last the first."""
        passages = self._passages(self._code)
        if passages:
            self.go_to((self._gone_to + 1) % len(passages))

    def go_to(self, place: int) -> None:
        """A passage of the open criterion, in whichever document it stands."""
        passage = self._passages(self._code)[place]
        self._gone_to = place
        document = self._desk.id_of(passage.document)
        if document is None:
            return
        if not self._is_here(passage):
            self.showed.emit(document)
        self._reader.go_to_mark(self._as_mark(self._code, passage))
