"""How a session begins: a dossier opened or created, who is taken to be at the screen, the demonstration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from ui.comforts import Comforts
from ui.jobs import Outcome, paced
from ui.pages.home import Creation
from ui.session import Session
from ui.wording import frame as w

if TYPE_CHECKING:
    from ui.window.shell import Window


def opened(path: Path, passphrase: str) -> Session:
    """A session on the dossier at `path`. Raises a PanelError for each thing that can be the matter."""
    from smes_panel.dossier import Dossier

    return Session(Dossier.open(path, passphrase))


def created(creation: Creation) -> Session:
    """A session on a new dossier with its vacancy in it, or no dossier at all."""
    from smes_panel.dossier.former import begun

    wanted = creation
    return Session(
        begun(wanted.path, wanted.passphrase, wanted.posting, wanted.criteria, wanted.answers, wanted.members)
    )


def seated(session: Session, comforts: Comforts) -> bool:
    """Seat whoever uses this laptop; False where they have to say so themselves."""
    raters = [one.id for one in session.read.panel() if one.role.rates]
    known, asks = comforts.member(session.panel), comforts.asks(session.panel)
    if len(raters) == 1 and asks is None:
        known = raters[0]
    chosen = known in raters or asks is False
    session.seat(known if chosen else "")
    return not raters or (chosen and not asks)


def demonstrate(window: Window) -> None:
    """Make the demonstration in a folder that the person chooses, and open it."""
    from smes_panel.demo.place import PASSPHRASE, laid_out

    folder = window.prompts.folder_for_demonstration(window, window.tongue)
    if folder is None or window.job("demonstration") is not None:
        return

    def made(outcome: Outcome) -> None:
        if outcome.done:
            window.unlock(cast("Path", outcome.value), PASSPHRASE)
            said = window.tongue(w.DEMONSTRATION_KEY, phrase=PASSPHRASE)
            window.bars.show_notice(window.tongue(w.DEMONSTRATION_READY), said, "play")

    window.run("demonstration", paced(laid_out(folder)), window.tongue(w.DEMONSTRATION)).ended.connect(made)
