"""Letters put in files: the one shown where the person wants it, or a folder of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from smes_panel import prints
from smes_panel.errors import LetterBlocked, PanelError
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts
from smes_panel.paper.placing import put
from smes_panel.prints import Correspondence
from ui.jobs import Outcome as Ended
from ui.jobs import paced
from ui.wording import letters as w

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.session import Session


def save_one(frame: Frame, page: QWidget, facts: LetterFacts) -> None:
    """One letter as a PDF, where the person wants it. Raises LetterBlocked."""
    one, tongue = prints.letter(facts), frame.tongue
    try:
        content = one.make()
        path = frame.prompts.file_to_save(page, tongue(w.SAVE_ONE), one.name, tongue(w.PDF_FILES))
        if path is None:
            return
        put(path if path.suffix else path.with_suffix(".pdf"), content)
    except LetterBlocked:
        raise
    except PanelError as refusal:
        frame.tell(refusal)
    else:
        frame.say(tongue(w.SAVED_ONE, name=path.name))


def export(session: Session, frame: Frame, page: QWidget, ready: Sequence[Correspondence], dated: date) -> None:
    """These letters, each in a file of its own, in a folder that the person chooses."""
    tongue = frame.tongue
    if not ready or frame.job("letters") is not None:
        frame.say(tongue(w.NOTHING_READY))
        return
    folder = frame.prompts.folder_to_take(page, tongue(w.EXPORT_WHERE))
    if folder is None:
        return
    wanted = letters_of(session, ready, dated)
    job = frame.run("letters", paced(prints.laid(wanted, folder)), tongue(w.EXPORTING))
    job.ended.connect(lambda ended: _tell_end(frame, ended, folder))


def letters_of(session: Session, chosen: Sequence[Correspondence], dated: date) -> list[prints.Print]:
    """The letters of these people, kind by kind, each list read once."""
    found: list[prints.Print] = []
    for kind in LetterKind:
        keys = [one.application.key for one in chosen if one.kind is kind]
        if keys:
            found += prints.letters(session, kind, dated, keys)
    return found


def _tell_end(frame: Frame, ended: Ended, folder: Path) -> None:
    tongue = frame.tongue
    if ended.cancelled:
        frame.say(tongue(w.STOPPED))
    elif ended.done:
        made, _ = cast("tuple[int, tuple[LetterBlocked, ...]]", ended.value)
        frame.say(tongue.counted(w.EXPORTED, made, folder=folder.name))
