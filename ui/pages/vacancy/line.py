"""One line of the checklist, cell by cell. What is open or only proposed is dim: nobody has settled it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smes_panel.model.vacancy import Stage
from ui.pages.vacancy.criterion import name_of
from ui.widgets.cells import Cell, Sign, TabCell, Text, Weight
from ui.wording import Tongue
from ui.wording import vacancy as w

if TYPE_CHECKING:
    from smes_panel.model.vacancy import Criterion, Remark

_MOST = 3
_INSET = "\u2003"
_THROUGH: tuple[Cell, ...] = (Text(""), Text(""), Text(""))


def cells(tongue: Tongue, criterion: Criterion, remarks: tuple[Remark, ...], *, detailed: bool) -> tuple[Cell, ...]:
    """Tab, name, level, weight, stages, number of questions, anchors, remarks.

    One that is detailed is rated through its details, and shows none of the rules that nothing counts by.
    """
    name = name_of(tongue, criterion)
    questions = str(len(criterion.questions)) if criterion.questions else tongue(w.NONE)
    return (
        TabCell(criterion.number),
        Text(f"{_INSET}{name}", name=name) if criterion.parent else Text(name, bold=True),
        *(
            _THROUGH
            if detailed
            else (_level(tongue, criterion), _weight(tongue, criterion), _stages(tongue, criterion))
        ),
        Text(questions, tone="ink2", figures=True),
        Sign("circle-check", tone="ok", name=tongue(w.HAS_ANCHORS))
        if criterion.anchors
        else Sign("", tongue(w.NONE), "ink3", tongue(w.NO_ANCHORS)),
        Sign("triangle-alert", str(len(remarks)), "warn", tongue.counted(w.REMARK_COUNT, len(remarks)))
        if remarks
        else Text(""),
    )


def _level(tongue: Tongue, criterion: Criterion) -> Cell:
    if criterion.essential is None:
        return Text(tongue(w.UNSETTLED), tone="ink3")
    words = tongue(w.ESSENTIAL if criterion.essential else w.DESIRABLE)
    shape = "essential" if criterion.essential else "desirable"
    if "essential" in criterion.proposed:
        return Sign(shape, words, "ink3", tongue(w.PROPOSAL, value=words))
    return Sign(shape, words, "ink")


def _weight(tongue: Tongue, criterion: Criterion) -> Cell:
    weight = criterion.weight
    if weight is None:
        return Text(tongue(w.UNSETTLED), tone="ink3")
    figure, proposed = f"{weight:g}", "weight" in criterion.proposed
    name = tongue(w.PROPOSAL, value=figure) if proposed else ""
    filled, of = (int(weight), _MOST) if weight == int(weight) and 0 <= weight <= _MOST else (0, 0)
    return Weight(filled, of, figure, "ink3" if proposed else "ink", name)


def _stages(tongue: Tongue, criterion: Criterion) -> Cell:
    if criterion.stages is None:
        return Text(tongue(w.UNSETTLED), tone="ink3")
    words = ", ".join(tongue(w.STAGES[stage]) for stage in Stage if stage in criterion.stages) or tongue(w.NO_STAGE)
    if "stages" in criterion.proposed:
        return Text(words, tone="ink3", name=tongue(w.PROPOSAL, value=words))
    return Text(words)
