"""The command that shows everything at once: demo."""

from __future__ import annotations

import argparse
import os
import secrets
from pathlib import Path

from smes_panel.cli.opening import VARIABLE, passphrase
from smes_panel.demo.story import told
from smes_panel.errors import PlaceReadOnly, Refused

_SYLLABLES = tuple(consonant + vowel for consonant in "bdfgjklmnprstvz" for vowel in "aeiou")


def demo(options: argparse.Namespace) -> int:
    """Carries a fictitious recruitment through in an empty folder; prints the passphrase where none was given."""
    folder: Path = options.folder
    given = options.passphrase_file is not None or VARIABLE in os.environ
    phrase = passphrase(options) if given else _made_up()
    _emptied_of_doubt(folder)
    for line in told(folder, phrase):
        print(line, flush=True)
    print(f"Begin with {folder / 'LISEZMOI.txt'}.")
    if not given:
        print(f"Passphrase: {phrase}")
    return 0


def _made_up() -> str:
    """Five words that can be said on the phone: ten syllables of 75, 62 bits."""
    return " ".join("".join(secrets.choice(_SYLLABLES) for _ in range(2)) for _ in range(5))


def _emptied_of_doubt(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        full = any(folder.iterdir())
    except FileExistsError:
        raise Refused(f"{folder} is a file, not a folder. Nothing was written; choose another name.") from None
    except OSError as error:
        raise PlaceReadOnly(f"The folder {folder} cannot be made ({error.strerror}). Nothing was written.") from None
    if full:
        raise Refused(f"{folder} is not empty. Nothing was written; name an empty folder or a new one.")
