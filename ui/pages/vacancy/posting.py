"""The posting as it was read, set on a sheet, and the questions that it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import look
from ui.widgets.label import Label
from ui.widgets.marks import Icon
from ui.widgets.sheet import Paragraph
from ui.wording import Tongue, dates
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.model.vacancy import Criterion, OpenQuestion, Vacancy


def paragraphs(tongue: Tongue, vacancy: Vacancy, criteria: tuple[Criterion, ...]) -> tuple[Paragraph, ...]:
    """The posting's sections in its own words under our headings; what it does not say is not there."""
    posting = vacancy.posting
    made: list[Paragraph] = []
    if posting.title:
        made.append(Paragraph(posting.title, "title"))
    if posting.mission:
        made += [Paragraph(tongue(w.MISSION), "heading"), Paragraph(posting.mission)]
    if posting.missions:
        made.append(Paragraph(tongue(w.TASKS), "heading"))
        made += [Paragraph(one, "bullet") for one in posting.missions]
    profile = [criterion for criterion in criteria if criterion.parent is None]
    if profile:
        made.append(Paragraph(tongue(w.PROFILE), "heading"))
        made += [Paragraph(one.wording, "bullet", one.number) for one in profile]
    if posting.conditions:
        made.append(Paragraph(tongue(w.CONDITIONS), "heading"))
        made += [Paragraph(one, "bullet") for one in posting.conditions]
    facts = _facts(tongue, vacancy)
    if facts:
        made.append(Paragraph(tongue(w.FACTS), "heading"))
        made += [Paragraph(one) for one in facts]
    return tuple(made)


def _facts(tongue: Tongue, vacancy: Vacancy) -> list[str]:
    posting = vacancy.posting
    hours = posting.hours_per_week
    if vacancy.closes_at is not None:
        deadline: str | None = dates.instant(tongue, vacancy.closes_at)
    else:
        deadline = dates.day(tongue, posting.deadline) if posting.deadline else None
    said = (
        (w.ORGANISATION, posting.organisation),
        (w.REFERENCE, vacancy.reference),
        (w.CONTRACT, posting.contract),
        (w.HOURS, f"{hours:g}" if hours is not None else None),
        (w.ENDS_ON, dates.day(tongue, posting.ends_on) if posting.ends_on else None),
        (w.COMMITTEE, posting.joint_committee),
        (w.PAY, posting.pay_scale),
        (w.STARTS, posting.starts),
        (w.APPLY_TO, posting.apply_to),
        (w.DEADLINE, deadline),
        (w.DOCUMENTS, ", ".join(posting.documents) or None),
    )
    return [tongue(words, said=value) for words, value in said if value]


@final
class OpenQuestions(QScrollArea):
    """Every question the posting leaves open: those on the posting first, then those on each criterion."""

    def __init__(self, tongue: Tongue, questions: tuple[OpenQuestion, ...]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(tongue(w.QUESTIONS_OPEN))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        list_ = QWidget()
        list_.setObjectName("panelPage")
        column = QVBoxLayout(list_)
        column.setContentsMargins(look().px(16), look().px(12), look().px(16), look().px(12))
        column.setSpacing(look().px(6))
        if all(question.answer is not None for question in questions):
            column.addWidget(Label(tongue(w.ALL_SETTLED), "name"))
            column.addWidget(Label(tongue(w.ALL_SETTLED_WHY), "dense", "ink2", wrap=True))
        heading = ""
        for question in questions:
            _, _, code = question.key.partition(".")
            about = tongue(w.ABOUT_CRITERION, number=code[1:].lstrip("0")) if code else tongue(w.ABOUT_POSTING)
            if about != heading:
                heading = about
                column.addSpacing(look().px(4))
                column.addWidget(Label(about, "dense", "ink2", bold=True))
            column.addWidget(_Line(tongue, question))
        column.addStretch(1)
        self.setWidget(list_)


class _Line(QFrame):
    def __init__(self, tongue: Tongue, question: OpenQuestion) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        answered = question.answer is not None
        sign = Icon("circle-check", "ok", 16) if answered else Icon("circle-question-mark", "warn", 16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(tongue(question.words), "dense", wrap=True))
        if answered and question.settled_at is not None:
            day = dates.day(tongue, dates.here(question.settled_at).date())
            said = tongue(w.ANSWERED, answer=question.answer, day=day)
            words.addWidget(Label(said, "caption", "ink2", wrap=True))
        row.addLayout(words, 1)
