"""A mailbox on a mail server: whose it is, then which of its folders is imported, and since when."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from smes_panel.errors import MailboxFailed
from smes_panel.intake import imap
from smes_panel.intake.imap import Account, Listing, ServerFolder, passwords
from smes_panel.intake.imap.visit import UNKNOWN_AUTHORITY
from smes_panel.model.words import Words
from ui.jobs import aside
from ui.pages.applications.foot import reason
from ui.pages.applications.form import Form
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.field import PassphraseField, ReasonField
from ui.widgets.inplace import Choice
from ui.widgets.label import Label
from ui.widgets.marks import Rule
from ui.wording import frame as f
from ui.wording import mailbox as m

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.jobs import Outcome
    from ui.session import Session

VISIT = "mailbox"
"""The name that the frame knows the connection by."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a connection showed: the folders, the password that opened it, and whether one could be remembered here."""

    listing: Listing
    password: str
    keeps: bool
    kept: bool
    folder: str = ""


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """What was typed so far: kept over a rebuilt window, all but the password."""

    typed: tuple[tuple[str, str], ...] = ()
    starttls: bool = False
    authority: Path | None = None
    seen: Seen | None = None
    troubles: tuple[tuple[str, str], ...] = ()

    def form(self, _session: Session, frame: Frame) -> MailboxForm:
        return MailboxForm(frame, self)


@final
class MailboxForm(Form):
    """Leads to a folder that an import can take in."""

    def __init__(self, frame: Frame, draft: VisitDraft) -> None:
        super().__init__()
        self._frame, self._tongue, self._authority = frame, frame.tongue, draft.authority
        self._account: Account | None = None
        self._seen: Seen | None = None
        tongue = self._tongue
        self.setAccessibleName(tongue(m.TITLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(16), look().px(12), look().px(14), look().px(10))
        column.setSpacing(look().px(6))
        column.addWidget(Label(tongue(m.TITLE), "h2"))
        column.addWidget(Label(tongue(m.SENTENCE), "dense", "ink2", wrap=True))
        column.addSpacing(look().px(4))
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(8))
        grid.setVerticalSpacing(look().px(7))
        grid.setColumnMinimumWidth(0, look().px(78))
        column.addLayout(grid)
        self.troubles: dict[str, Label] = {}
        last = frame.comforts.mailbox
        typed = dict(draft.typed) or {"server": last[0], "user": last[1]}
        self.server = self._field("server", m.SERVER, m.SERVER_HINT, typed)
        self.authority = Button(tongue(m.AUTHORITY), small=True)
        self.authority.clicked.connect(self._choose_authority)
        self.authority.hide()
        grid.addWidget(self.authority, grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        self.seal = Choice((tongue(m.TLS), tongue(m.STARTTLS)), tongue(m.SEAL))
        self.seal.show_choice(int(draft.starttls if draft.typed else last[3]))
        self.seal.chosen.connect(self._other)
        self._put("seal", m.SEAL, self.seal)
        self.user = self._field("user", m.USER, m.USER_HINT, typed)
        self.password = PassphraseField(tongue(m.PASSWORD), tongue(m.SHOW), tongue(m.HIDE))
        self.password.setProperty("hero", False)
        self.password.setProperty("tight", True)
        self.password.setFont(look().font("dense"))
        self.password.returnPressed.connect(self._give)
        self.password.textEdited.connect(self._other)
        self.password.setPlaceholderText(tongue(m.REMEMBERED) if last[4] else "")
        self._put("password", m.PASSWORD, self.password)
        self.since = self._field("since", m.SINCE, m.SINCE_HINT, typed)
        self.folder = Button("", small=True, picture="chevron-down")
        self.folder.setAccessibleDescription(tongue(m.FOLDER))
        self._name = ""
        self._put("folder", m.FOLDER, self.folder, shown=False)
        self.remember = Check(tongue(m.REMEMBER))
        self.remember.setFont(look().font("dense"))
        self.remember.hide()
        column.addWidget(self.remember)
        column.addStretch(1)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(0, look().px(4), 0, 0)
        self.cancel = Button(tongue(f.CLOSE), small=True)
        self.cancel.clicked.connect(self._give_up)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.give = Button(tongue(m.CONNECT), "primary", small=True)
        self.give.clicked.connect(self._give)
        row.addWidget(self.give)
        column.addLayout(row)
        if draft.seen is not None:
            self.show_folders(draft.seen)
        for part, said in draft.troubles:
            self.tell(part, said, go=False)

    def _field(self, part: str, words: Words, hint: Words, typed: dict[str, str]) -> ReasonField:
        field = ReasonField(self._tongue(hint), self._tongue(words))
        field.setText(typed.get(part, ""))
        field.gave_up.connect(self._give_up)
        field.returnPressed.connect(self._give)
        if part != "since":
            field.textEdited.connect(self._other)
        self._put(part, words, field)
        return field

    def _put(self, part: str, words: Words, widget: QWidget, *, shown: bool = True) -> None:
        """One line of the form, and under it the place where what is wrong with it is said."""
        line = self._grid.rowCount()
        label = Label(self._tongue(words), "dense", "ink2")
        self._grid.addWidget(label, line, 0)
        across = isinstance(widget, QLineEdit)
        self._grid.addWidget(widget, line, 1, Qt.AlignmentFlag(0) if across else Qt.AlignmentFlag.AlignLeft)
        trouble = self.troubles[part] = Label("", "dense", "bad", wrap=True)
        trouble.hide()
        self._grid.addWidget(trouble, line + 1, 1)
        if not shown:
            self._later = (label, widget)
            for one in self._later:
                one.hide()

    @property
    def draft(self) -> VisitDraft:
        """What is typed at the moment; a password is typed again."""
        typed = (("server", self.server.text()), ("user", self.user.text()), ("since", self.since.text()))
        seen = None if self._seen is None else replace(self._seen, password="", folder=self._name)
        troubles = tuple((part, one.text()) for part, one in self.troubles.items() if not one.isHidden())
        return VisitDraft(typed, bool(self.seal.current()), self._authority, seen, troubles)

    def arrive(self) -> None:
        """Go to the first field that is empty."""
        empty = (one for one in (self.server, self.user) if not one.text())
        next(empty, self.password).setFocus(Qt.FocusReason.OtherFocusReason)

    # Connecting

    def _give(self) -> None:
        for part, trouble in self.troubles.items():
            if not trouble.isHidden():
                trouble.hide()
                getattr(self, part).setAccessibleDescription(self._tongue(m.FOLDER) if part == "folder" else "")
        self.authority.hide()
        if self._seen is not None and self._seen.password:
            self._bring()
        elif self._frame.job(VISIT) is None:
            try:
                starttls = bool(self.seal.current())
                self._account = Account.typed(
                    self.server.text(), self.user.text(), starttls=starttls, authority=self._authority
                )
            except MailboxFailed as error:
                self.tell(error.about, reason(self._tongue, str(error)))
                return
            work = _visiting(self._account, self.password.text())
            job = self._frame.run(VISIT, work, self._tongue(m.CONNECTING), tell=False)
            self.give.setEnabled(False)
            job.ended.connect(self._ended)

    def _ended(self, outcome: Outcome) -> None:
        self.give.setEnabled(True)
        if self._account is None:
            # What was typed meanwhile is another mailbox, and the answer is not about that one.
            return
        if isinstance(outcome.refusal, MailboxFailed):
            self.tell(outcome.refusal.about, reason(self._tongue, str(outcome.refusal)))
            self.authority.setVisible(str(outcome.refusal) == UNKNOWN_AUTHORITY)
        elif isinstance(outcome.value, Seen):
            self.show_folders(outcome.value)

    def show_folders(self, seen: Seen) -> None:
        """Have a folder chosen."""
        self._seen = seen
        tongue, menu = self._tongue, QMenu(self)
        for one in seen.listing.folders:
            use = f" – {tongue(m.USES[one.use])}" if one.use in m.USES else ""
            menu.addAction(f"{one.name}{use}".replace("&", "&&")).triggered.connect(
                lambda _on=False, name=one.name: self._choose(name)
            )
        self.folder.setMenu(menu)
        names = [one.name for one in seen.listing.folders]
        last = seen.folder or self._frame.comforts.mailbox[2]
        self._choose(last if last in names else next(iter(names), "INBOX"))
        for widget in self._later:
            widget.show()
        if seen.listing.unreadable:
            self.tell("folder", tongue.counted(m.UNREADABLE, seen.listing.unreadable), go=False)
        self.remember.setVisible(seen.keeps)
        self.remember.setChecked(seen.kept)
        self.give.setText(tongue(m.IMPORT))
        self.laid.emit()
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, name: str) -> None:
        self._name = name
        most = look().px(190)
        self.folder.setText(
            self.folder.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, most).replace("&", "&&")
        )
        self.folder.setAccessibleName(name)

    def _other(self) -> None:
        """Another mailbox than the one that was looked at, or is being looked at."""
        self._account = None
        if self._seen is not None:
            self._seen = None
            for widget in (*self._later, self.remember):
                widget.hide()
            self.give.setText(self._tongue(m.CONNECT))

    def _choose_authority(self) -> None:
        chosen = self._frame.prompts.files_to_take(self, self._tongue(m.AUTHORITY), self._tongue(m.CERTIFICATES))
        if chosen:
            self._authority = chosen[0]
            self._give()

    # Importing

    def _bring(self) -> None:
        assert self._seen is not None
        assert self._account is not None
        try:
            since = _day(self.since.text())
        except ValueError:
            self.tell("since", self._tongue(m.NO_DATE))
            return
        account, seen = self._account, self._seen
        kept = seen.keeps and self.remember.isChecked()
        server = self.server.text().strip()
        self._frame.comforts.mailbox = (server, account.user, self._name, account.starttls, kept)
        if seen.keeps and kept != seen.kept:
            # Another program may ask the person something first: the import does not wait for it.
            keep = partial(passwords.remember, account, seen.password)
            forget = partial(passwords.forget, account)
            self._frame.run(VISIT, aside(keep if kept else forget), self._tongue(m.REMEMBER))
        self.brought.emit(ServerFolder(account, seen.password, self._name, since))

    def tell(self, part: str, said: str, *, go: bool = True) -> None:
        """Say what is wrong, beside what it is about."""
        trouble = self.troubles[part]
        trouble.setText(said)
        trouble.show()
        field = getattr(self, part)
        field.setAccessibleDescription(said)
        if go:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        job = self._frame.job(VISIT)
        if job is not None:
            job.cancel()
        else:
            self.closed.emit()


def _visiting(account: Account, typed: str) -> Generator[None, None, Seen]:
    """Connects with the password that was typed, else with the one that was remembered, and lists the folders."""

    def visit() -> Seen:
        keeps = passwords.works()
        known = passwords.recalled(account) if keeps else None
        password = typed or known or ""
        try:
            return Seen(imap.folders(account, password), password, keeps, password == known)
        except MailboxFailed as error:
            if error.about == "password" and known is not None and not typed:
                passwords.forget(account)
            raise

    return (yield from aside(visit))


def _day(typed: str) -> date | None:
    return datetime.strptime(typed.strip(), "%d/%m/%Y").date() if typed.strip() else None  # noqa: DTZ007  # a day
