"""One criterion under the checklist, every part of it edited where it stands, in three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from smes_panel.gestures.criterion import EditCriterion
from smes_panel.model.vacancy import LEVELS, Stage
from smes_panel.model.words import Language
from ui.pages.vacancy.asked import Beside
from ui.pages.vacancy.hand import Change, Hand, missing, reworded, spoken
from ui.pages.vacancy.levels import Levels
from ui.pages.vacancy.rules import Rules
from ui.theme import look
from ui.widgets.button import Button, Segments
from ui.widgets.inplace import Line
from ui.widgets.label import Label, tip
from ui.widgets.marks import Tab
from ui.widgets.slot import Slot
from ui.wording import Tongue
from ui.wording import frame as f
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.model.vacancy import Criterion, Remark
    from smes_panel.model.words import Words
    from smes_panel.queries import Queries
    from smes_panel.queries.answers import Amendment

_LANGUAGES = tuple(Language)
_NARROW = 560


def name_of(tongue: Tongue, criterion: Criterion) -> str:
    """Our short name for a criterion where it has one, else the posting's wording."""
    return tongue(criterion.label) if criterion.label else criterion.wording


@final
class Details(QWidget):
    """Says *left* when a field is left for the list; *split*, *removed* and *retired* for what the page does."""

    left = Signal()
    split = Signal()
    removed = Signal()
    retired = Signal()

    def __init__(self, hand: Hand, language: Language, stage: Stage | None) -> None:
        super().__init__()
        tongue, self._hand = hand.tongue, hand
        self.language, self._wanted = language, stage
        self._stage = Stage.SCREENING
        self._criterion: Criterion | None = None
        self._remarks: tuple[Remark, ...] = ()
        self._amendments: tuple[Amendment, ...] = ()
        self._detailed = False
        self.setAccessibleName(tongue(w.DETAILS))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(10), look().px(7), look().px(14), look().px(8))
        column.setSpacing(look().px(5))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(look().px(6))
        head, texts = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(look().px(8))
        texts.setSpacing(look().px(8))
        self._tab, self._languages, self._stages = Slot(), Slot(), Slot()
        self.name = Line("", self._rename, "name")
        head.addSpacing(look().px(4))
        head.addWidget(self._tab)
        head.addWidget(self.name, 1)
        texts.addWidget(self._stages)
        texts.addStretch(1)
        texts.addWidget(self._languages)
        self._head.addLayout(head, 1)
        self._head.addLayout(texts)
        column.addLayout(self._head)
        self._split = Button(tongue(w.SPLIT), small=True)
        self._split.setToolTip(tip(tongue(w.SPLIT_WHY)))
        self._away = Button(tongue(w.RETIRE), "quiet", small=True)
        self._split.clicked.connect(self.split)
        self._away.clicked.connect(self._go_away)
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(6))
        row.addWidget(self._split)
        row.addWidget(self._away)
        self.rules = Rules(hand, (tools,))
        self.rules.setContentsMargins(look().px(4), 0, 0, 0)
        column.addWidget(self.rules)
        body = QHBoxLayout()
        body.setSpacing(look().px(10))
        self.levels, self.beside = Levels(hand), Beside(hand)
        body.addWidget(self.levels, 12)
        body.addWidget(self.beside, 11)
        column.addLayout(body, 1)
        for part in (self.name, self.rules, self.levels, self.beside):
            part.left.connect(self.left)

    @property
    def stage(self) -> Stage | None:
        return self._wanted

    def show_criterion(
        self,
        criterion: Criterion,
        remarks: tuple[Remark, ...],
        amendments: tuple[Amendment, ...],
        *,
        detailed: bool,
        frozen: bool,
        has_parent: bool,
    ) -> None:
        """Show a criterion as it stands. What is being typed about it stays, of another one it goes."""
        tongue = self._hand.tongue
        force = self._criterion is None or self._criterion.code != criterion.code
        self._criterion, self._remarks, self._amendments, self._detailed = criterion, remarks, amendments, detailed
        self._tab.show_one(Tab(criterion.number))
        self.name.setAccessibleName(tongue(w.NAME, number=criterion.number))
        self._split.setText(tongue(w.ONE_MORE if detailed or has_parent else w.SPLIT))
        removable = criterion.added and not frozen and not detailed
        self._away.setText(tongue(w.REMOVE if removable else w.RETIRE))
        self._away.setVisible(removable or not (detailed or criterion.retired))
        self._show_stages()
        self.rules.show_criterion(criterion, force=force)
        for widget in (self.rules.level, self.rules.weight, self.rules.stages):
            widget.setEnabled(not detailed)
        self._show_texts(force=force)

    def spring_back(self) -> None:
        """Show what stands again, everywhere."""
        self.name.spring_back()
        for part in (self.rules, self.levels, self.beside):
            part.spring_back()

    def _show_texts(self, *, force: bool) -> None:
        criterion = self._criterion
        if criterion is None:
            return
        self._show_languages(criterion)
        label, language = criterion.label, self.language
        hint = self._hand.hint(label, language) if label else criterion.wording
        self.name.show_text(spoken(label, language), hint, force=force)
        self.name.show_mark(*self._hand.lacking(label))
        self.levels.show_criterion(criterion, self._stage, language, force=force)
        self.levels.setEnabled(not self._detailed)
        self.beside.show_criterion(
            criterion, self._remarks, self._amendments, language, force=force, detailed=self._detailed
        )

    def _show_languages(self, criterion: Criterion) -> None:
        texts: list[Words] = [criterion.label, *criterion.questions]
        texts += [words for levels in criterion.anchors.values() for words in levels.values()]
        lacking = {language for words in texts for language in missing(words)}
        tongue, before = self._hand.tongue, self._languages.shown()
        within = before is not None and before.isAncestorOf(self.focusWidget() or self)
        words = tuple(language.value.upper() for language in _LANGUAGES)
        pictures = tuple("circle-alert" if language in lacking else "" for language in _LANGUAGES)
        tabs = Segments(words, _LANGUAGES.index(self.language), tongue(w.TEXTS_IN), pictures)
        for language, button in zip(_LANGUAGES, tabs.findChildren(Button), strict=True):
            name = f.LANGUAGES[language]
            button.setAccessibleName(tongue(w.TEXTS_LACK, language=name) if language in lacking else name)
        tabs.chosen.connect(self._speak)
        self._languages.show_one(tabs)
        if within:
            tabs.findChildren(Button)[_LANGUAGES.index(self.language)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _speak(self, place: int) -> None:
        self.language = _LANGUAGES[place]
        self._show_texts(force=True)

    def _show_stages(self) -> None:
        criterion, tongue = self._criterion, self._hand.tongue
        if criterion is None:
            return
        stages = tuple(stage for stage in Stage if criterion.seen_at(stage)) or (Stage.SCREENING,)
        written = [stage for stage in stages if any(criterion.anchors.get(stage, {}).get(one) for one in LEVELS)]
        if self._wanted in stages:
            self._stage = self._wanted
        elif self._stage not in stages or criterion.anchors:
            self._stage = (written or list(stages))[0]
        if len(stages) == 1:
            words = tongue(w.ANCHORS_AT, stage=tongue(w.STAGES[self._stage]))
            self._stages.show_one(Label(words, "caption", "ink3"))
            return
        before = self._stages.shown()
        within = before is not None and before.isAncestorOf(self.focusWidget() or self)
        said = tuple(tongue(w.STAGES[stage]) for stage in stages)
        choice = Segments(said, stages.index(self._stage), tongue(w.ANCHORS_OF))
        choice.chosen.connect(lambda at: self._at(stages[at]))
        self._stages.show_one(choice)
        if within:
            choice.findChildren(Button)[stages.index(self._stage)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _at(self, stage: Stage) -> None:
        self._wanted = self._stage = stage
        self._show_texts(force=True)

    def _go_away(self) -> None:
        (self.removed if self._away.text() == self._hand.tongue(w.REMOVE) else self.retired).emit()

    def _rename(self, text: str) -> bool:
        criterion, language = self._criterion, self.language
        if criterion is None:
            return True
        code = criterion.code

        def make(read: Queries, reason: str) -> EditCriterion:
            return EditCriterion(code, name=reworded(read.criterion(code).label, language, text), reason=reason)

        return self._hand.ask(Change(self._hand.about(criterion, "name"), make))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < look().px(_NARROW)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
