"""Opening a dossier from the command line: the passphrase from a file, the environment or a prompt."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput

VARIABLE = "SMES_PANEL_PASSPHRASE"
NEW_VARIABLE = "SMES_PANEL_NEW_PASSPHRASE"
FORMER_VARIABLE = "SMES_PANEL_FORMER_PASSPHRASE"
DOCUMENT_VARIABLE = "SMES_PANEL_DOCUMENT_PASSWORD"


def passphrase(options: argparse.Namespace, *, twice: bool = False) -> str:
    """The passphrase of the dossier. Raises BadInput where none is given and nobody can be asked."""
    return _passphrase(options.passphrase_file, VARIABLE, "Passphrase: ", twice=twice)


def new_passphrase(options: argparse.Namespace) -> str:
    """The passphrase to change to."""
    return _passphrase(options.new_passphrase_file, NEW_VARIABLE, "New passphrase: ", twice=True)


def former_passphrase(options: argparse.Namespace) -> str:
    """The passphrase of the former dossier that a new one starts from."""
    return _passphrase(options.former_passphrase_file, FORMER_VARIABLE, "Passphrase of the former file: ", twice=False)


def password(options: argparse.Namespace) -> str:
    """The password that somebody gave for a document of theirs."""
    return _passphrase(options.password_file, DOCUMENT_VARIABLE, "Password of the document: ", twice=False)


def first_line(file: Path, what: str) -> str:
    """The first line of a file, or of a descriptor such as /dev/fd/3. Raises BadInput."""
    try:
        with file.open(encoding="utf-8-sig") as lines:
            # Only the line's end goes: spaces may belong to the passphrase.
            return lines.readline(1_000_000).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"The {what} file {file} cannot be read. Nothing was opened.") from None


def from_environment(variable: str) -> str | None:
    """A secret in the environment."""
    given = os.environ.get(variable)
    # Without a UTF-8 locale its bytes come in disguise, and the same passphrase would be another one.
    return None if given is None else os.fsencode(given).decode("utf-8", "surrogateescape")


def _passphrase(file: Path | None, variable: str, prompt: str, *, twice: bool) -> str:
    if file is not None:
        return first_line(file, "passphrase")
    if (given := from_environment(variable)) is not None:
        return given
    if not sys.stdin.isatty():
        raise BadInput(f"No passphrase was given: set {variable}, name a --passphrase-file, or type it at a terminal.")
    typed = getpass.getpass(prompt)
    if twice and getpass.getpass("Once more: ") != typed:
        raise BadInput("The two passphrases differ. Nothing was written.")
    return typed


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Dossier]:
    """The dossier that the command names, closed at the end."""
    with Dossier.open(options.file, passphrase(options)) as dossier:
        yield dossier
        # A command that was refused has done nothing here, and says one line alone.
        if dossier.newcomer:
            print(
                "note: this file does not know this laptop (a copy, a restored backup, or another laptop's): "
                "what is done here goes under a new key and stream.",
                file=sys.stderr,
            )
