"""The files of a signature on the page that decides: card, request, reply, scanned page, minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from smes_panel.errors import BadInput, PanelError
from smes_panel.model.closing import Act, Closing
from smes_panel.model.panel import Role
from smes_panel.model.words import Words
from smes_panel.paper.placing import put
from ui.wording import dates
from ui.wording import decide as w

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.session import Session

LARGEST = 300 * 2**20
_AGE = b"age-encryption.org"


@final
class Signing(QObject):
    """What brings these files in and writes them; `shown` is asked to show the seal again."""

    def __init__(
        self, session: Session, frame: Frame, page: QWidget, act: Callable[[], Act], shown: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._session, self._frame, self._page = session, frame, page
        self._act, self._shown = act, shown
        self._card = b""
        self.card_of = ""
        self._words: dict[str, tuple[str, ...]] = {}

    def words_of(self, closing: Closing | None) -> tuple[str, ...]:
        """The four words of a code, empty until they are worked out: that takes a tenth of a second, on purpose."""
        if closing is None:
            return ()
        if closing.code not in self._words:
            QTimer.singleShot(0, self, lambda: self._work_out(closing.code))
        return self._words.get(closing.code, ())

    def prepare(self) -> None:
        """Write the signing request, where the person wants it."""
        from smes_panel.signoff import signature

        act, language = self._act(), self._session.read.posting().language
        kinds = self._frame.tongue(w.REQUEST_FILES)
        self._write(
            f"{_plain(act)}.smesrequest", kinds, _AGE, lambda day: signature.request(self._session, act, language, day)
        )

    def save_minutes(self) -> None:
        """Write the minutes: the signed ones where there are, else as they stand."""
        import base64

        from smes_panel.paper.minutes import minutes_pdf
        from smes_panel.signoff.minutes import minutes_facts

        act, read = self._act(), self._session.read
        closing = read.in_force(act)
        signed = closing.signature if closing else None

        def made(day: date) -> bytes:
            if signed is not None and signed.minutes:
                return base64.b64decode(signed.minutes)
            return minutes_pdf(minutes_facts(self._session, act, read.posting().language, day))

        self._write(f"{_plain(act)}.pdf", self._frame.tongue(w.PDF_FILES), b"%PDF-", made)

    def take_reply(self) -> None:
        """Read the director's reply, and record what it answers."""
        from smes_panel.signoff import signature

        content = self._taken(w.REPLY_FILES)
        if content is not None:
            self._do(lambda: self._session.do(signature.to_attach(self._session, content, self._today())))

    def take_page(self) -> None:
        """Attach the signed page, scanned."""
        from smes_panel.signoff import signature

        content = self._taken(w.PDF_FILES)
        director = next((one.name for one in self._session.read.panel() if one.role is Role.DIRECTOR), "")
        if content is not None:
            self._do(lambda: self._session.do(signature.on_paper(self._session, self._act(), content, director)))

    def take_card(self) -> None:
        """Read a signer's card, whose words are then asked."""
        from smes_panel.signing.card import Card

        content = self._taken(w.CARD_FILES)
        if content is None:
            return

        def read() -> None:
            self.card_of, self._card = Card.read(content).name, content

        self._do(read)
        self._shown()

    def enter_card(self, words: str) -> None:
        """Enter the card that was read, if these are its words."""
        from smes_panel.signoff import signature

        if not words.strip() or not self._card:
            return

        def enter() -> None:
            if self._session.do(signature.to_enter(self._card, words)):
                self.card_of, self._card = "", b""

        self._do(enter)
        self._shown()

    def _work_out(self, code: str) -> None:
        from smes_panel.signing import words

        if code not in self._words:
            self._words[code] = words.of_code(code)
            self._shown()

    def _write(self, name: str, kinds: str, begins: bytes, made: Callable[[date], bytes]) -> None:
        tongue = self._frame.tongue
        path = self._frame.prompts.file_to_save(self._page, tongue(w.FROM_MINUTES), name, kinds)
        if path is None:
            return
        where = path if path.suffix else path.with_suffix(Path(name).suffix)

        def write() -> None:
            put(where, made(self._today()), begins)
            self._frame.say(tongue(w.SAVED, name=where.name))

        self._do(write)

    def _taken(self, kinds: Words) -> bytes | None:
        tongue = self._frame.tongue
        chosen = self._frame.prompts.files_to_take(self._page, tongue(w.SIGNATURE), tongue(kinds))
        if not chosen:
            return None
        try:
            if chosen[0].stat().st_size > LARGEST:
                raise BadInput(f"{chosen[0].name} is larger than {LARGEST // 2**20} MB and was not read.")
            return chosen[0].read_bytes()
        except OSError as error:
            self._frame.tell(BadInput(f"{chosen[0].name} cannot be read ({error.strerror}). Nothing was changed."))
        except PanelError as refusal:
            self._frame.tell(refusal)
        return None

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except PanelError as refusal:
            self._frame.tell(refusal)

    def _today(self) -> date:
        return dates.here(datetime.now(UTC)).date()


def _plain(act: Act) -> str:
    return act.name.replace(":", "-")
