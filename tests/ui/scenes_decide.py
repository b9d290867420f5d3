"""The scenes of the page that decides: a shortlist still open, a decision closed, one that no longer matches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from smes_panel.gestures.closing import ReopenAct
from smes_panel.gestures.deliberation import Meet, TakePosition
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.closing import Act
from smes_panel.model.decision import Position
from smes_panel.model.vacancy import Stage
from smes_panel.signoff import acts
from tests.ui.conftest import press, settle
from ui.pages.decide import Decide

if TYPE_CHECKING:
    from tests.ui.scenes import Studio
    from ui.session import Session

CHAIR = "Maude Jury"
_DAYS = {Stage.SCREENING: date(2022, 6, 24), Stage.INTERVIEW: date(2022, 7, 8)}


def _prepared(session: Session) -> None:
    """The panel met, and agrees but for one position on record."""
    read = session.read
    panel = [one for one in read.panel() if one.role.rates]
    for stage, day in _DAYS.items():
        if not read.meetings(stage):
            session.do(Meet(stage, day, tuple((one.id, True) for one in read.panel())))
            for application in read.rated_applications(stage):
                for member in panel[:-1]:
                    session.do(TakePosition(member, application, stage, Position.AGREES))
    one = read.application_id("K-05")
    words = "préférence pour une réserve limitée à une personne, le critère 8 étant essentiel."
    session.do(TakePosition(panel[-1], one, Stage.INTERVIEW, Position.MINORITY, words))


def _deciding(stage: Stage, *, closed: bool = False, moved: bool = False) -> Callable[[Studio], None]:
    def play(studio: Studio) -> None:
        studio.sit(CHAIR)
        page = studio.go("decide")
        session = studio.window.session
        assert session is not None
        assert isinstance(page, Decide)
        chair = next(one for one in session.read.panel() if one.name == CHAIR)
        if not session.read.closings():
            _prepared(session)
        for act in (Act(Stage.INTERVIEW), Act(Stage.SCREENING)):
            if not closed and session.read.in_force(act) is not None:
                session.do(ReopenAct(act, chair, "une coquille dans un motif"))
        for act in (Act(Stage.SCREENING), Act(Stage.INTERVIEW)):
            if closed and session.read.in_force(act) is None:
                session.do(acts.to_close(session, act, chair))
        if moved:
            session.do(Settle("reserve_until", "2024-12-31", "prolongée par le conseil"))
        page._stage(list(Stage).index(stage))
        page.stages.choose(list(Stage).index(stage))
        page.go_to("K-05")
        page.show_seal()
        settle()
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Up)
        page.show_seal()
        studio.calm()

    return play


DECIDED: tuple[tuple[str, Callable[[Studio], None]], ...] = (
    ("1-shortlist", _deciding(Stage.SCREENING)),
    ("2-after-interview", _deciding(Stage.INTERVIEW)),
    ("3-closed", _deciding(Stage.INTERVIEW, closed=True)),
    ("4-moved", _deciding(Stage.INTERVIEW, closed=True, moved=True)),
)
