"""What a reader may not see is not on the screen: a file under conflict, a name while the panel reads without names."""

from __future__ import annotations

from smes_panel.gestures.asking import ReadBlind
from smes_panel.gestures.conflict import DeclareConflict
from smes_panel.model.vacancy import Stage
from ui.pages.applications.hidden import why_hidden
from ui.wording import Tongue
