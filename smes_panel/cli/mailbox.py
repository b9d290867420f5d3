"""A mailbox on a mail server, named on the command line; its password never is."""

from __future__ import annotations

import argparse
import getpass
import os
import sys

from smes_panel.cli.opening import first_line, from_environment
from smes_panel.cli.said import as_json, as_table, counted, note
from smes_panel.errors import BadInput, MailboxFailed
from smes_panel.intake import imap
from smes_panel.intake.imap import Account, ServerFolder, passwords

VARIABLE = "SMES_PANEL_MAIL_PASSWORD"


def folders(options: argparse.Namespace) -> int:
    """Lists the folders of a mailbox, and what each is for where the server says so."""
    account = _account(options)
    password, remembered = _password(options, account)
    try:
        listing = imap.folders(account, password)
    except MailboxFailed as error:
        raise _told(error, account, remembered=remembered) from error
    _keep(options, account, password)
    if options.json:
        as_json([{"name": one.name, "use": one.use or None} for one in listing.folders])
    else:
        as_table(("folder", "use"), [(one.name, one.use) for one in listing.folders])
    if listing.unreadable:
        note(f"{counted(listing.unreadable, 'folder')} not listed: the name cannot be read.")
    return 0


def asked_for(options: argparse.Namespace) -> ServerFolder:
    """The folder that an import names, its connection made. Raises MailboxFailed, and then nothing was taken in."""
    account = _account(options)
    password, remembered = _password(options, account)
    folder = ServerFolder(account, password, options.folder, options.since)
    try:
        folder.how_many()
    except MailboxFailed as error:
        raise _told(error, account, remembered=remembered) from error
    _keep(options, account, password)
    return folder


def _account(options: argparse.Namespace) -> Account:
    return Account.typed(options.imap, options.user or "", starttls=options.starttls, authority=options.authority)


def _password(options: argparse.Namespace, account: Account) -> tuple[str, bool]:
    """The password, and whether it is one that the system remembered."""
    if options.password_file is not None:
        return first_line(options.password_file, "password"), False
    if (given := from_environment(VARIABLE)) is not None:
        # The processes that read documents are started with what is left here.
        del os.environ[VARIABLE]
        return given, False
    if (known := passwords.recalled(account)) is not None:
        return known, True
    if not sys.stdin.isatty():
        raise BadInput(f"No password was given: set {VARIABLE}, name a --password-file, or type it at a terminal.")
    return getpass.getpass(f"Password of {account.user}: "), False


def password_of(options: argparse.Namespace, account: Account) -> str:
    """The password of an account that letters leave by."""
    return _password(options, account)[0]


def _told(error: MailboxFailed, account: Account, *, remembered: bool) -> MailboxFailed:
    if not remembered or error.about != "password":
        return error
    passwords.forget(account)
    return MailboxFailed(f"{error} The one that was remembered has been forgotten.", "password")


def _keep(options: argparse.Namespace, account: Account, password: str) -> None:
    if options.remember and not passwords.remember(account, password):
        note("there is no system keyring that works: the password was not remembered.")
