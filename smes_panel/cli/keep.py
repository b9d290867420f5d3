"""The commands that keep the file: journal, check, backup, restore, passphrase."""

from __future__ import annotations

import argparse
import sys

from smes_panel.cli.opening import new_passphrase, opened, passphrase
from smes_panel.cli.said import as_json, as_table
from smes_panel.dossier import Dossier
from smes_panel.errors import FileDamaged, FileExists


def journal(options: argparse.Namespace) -> int:
    """Who did what, when: the headers of the journal, which hold no content."""
    with opened(options) as dossier:
        keys = dossier.read.keys()
        lines = [
            {
                "at": header.at,
                "device": header.device[:8],
                "stream": "private" if header.private else "shared",
                "seq": header.seq,
                "lamport": header.lam,
                "gesture": header.gesture,
                "application": keys.get(header.applicant) if header.applicant else None,
            }
            for header in dossier.history()
        ]
        if options.json:
            as_json(lines)
        else:
            head = ("at", "device", "stream", "seq", "gesture", "application")
            as_table(head, [[str(line[name] or "") for name in head] for line in lines])
    return 0


def check(options: argparse.Namespace) -> int:
    """The pages, the chain and the fold; 1 if anything is wrong."""
    with opened(options) as dossier:
        problems = list(dossier.check())
        if options.json:
            as_json({"ok": not problems, "problems": problems})
        elif not problems:
            print("Everything is as it should be: pages, chain, and every row as the journal says.")
        for problem in problems:
            print(f"smes-panel: {problem}", file=sys.stderr)
    return 1 if problems else 0


def backup(options: argparse.Namespace) -> int:
    """A whole copy under the same passphrase."""
    with opened(options) as dossier:
        dossier.back_up(options.out)
        print(f"A copy is in {options.out}, under the same passphrase.")
    return 0


def restore(options: argparse.Namespace) -> int:
    """A dossier out of a copy, checked first; nothing is overwritten."""
    if options.out.exists():
        raise FileExists(f"{options.out} exists already. Nothing was written; choose another name.")
    with Dossier.open(options.file, passphrase(options)) as copy:
        problems = list(copy.check())
        if problems:
            raise FileDamaged(f"{options.file} is not whole ({problems[0]}): nothing was restored. Try another copy.")
        copy.back_up(options.out)
    print(f"{options.out} is restored. What is done in it goes under a new key and stream.")
    return 0


def change_passphrase(options: argparse.Namespace) -> int:
    """Encrypts the file under another passphrase, wholly or not at all."""
    with opened(options) as dossier:
        dossier.change_passphrase(new_passphrase(options))
        print("The passphrase is changed. Copies made before keep the old one.")
    return 0
