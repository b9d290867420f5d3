"""What was typed of a mailbox, and what was seen of it, while its card is open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.pages.applications.mailbox import MailboxForm, Seen
    from ui.session import Session


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """What was typed so far: kept over a rebuilt window, all but the password."""

    typed: tuple[tuple[str, str], ...] = ()
    starttls: bool = False
    authority: Path | None = None
    seen: Seen | None = None
    troubles: tuple[tuple[str, str], ...] = ()

    def form(self, _session: Session, frame: Frame) -> MailboxForm:
        # What speaks with a server is brought in when it is wanted.
        from ui.pages.applications.mailbox import MailboxForm

        return MailboxForm(frame, self)
