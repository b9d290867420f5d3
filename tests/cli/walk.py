"""What the tests of the command line share: a recruitment on disk, and one way to call a command."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from smes_panel import cli

PASSPHRASE = "trois petits chats dorment"

POSTING = """\
Le Centre Exemple asbl recrute un·e animateur·rice de quartier

Profil
• Bonne connaissance du quartier
• Capacité d’animation de réunions
• Permis B

Conditions
Contrat à durée indéterminée, 30h/semaine.

Envoyer CV et lettre de motivation à emploi@exemple.invalid pour le 20 juin 2022 en précisant la référence du poste.
"""


def mail(
    name: str, *, subject: str = "Candidature", day: int = 14, attached: Sequence[str] = ("cv.txt", "lettre.txt")
) -> bytes:
    """A real message from a plainly fictitious person, its attachments text."""
    address = name.lower().replace(" ", ".").replace("é", "e").replace("è", "e")
    head = (
        f"From: {name} <{address}@exemple.invalid>\r\nTo: emploi@exemple.invalid\r\nSubject: {subject}\r\n"
        f"Date: Tue, {day} Jun 2022 09:30:00 +0200\r\nMessage-ID: <{address}.{day}@exemple.invalid>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        f"Madame, Monsieur, veuillez trouver ma candidature. {name}\r\n"
    )
    parts = [
        f'--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="{file}"\r\n\r\n'
        f"{file} de {name}: maraudes et permanences sociales.\r\n"
        for file in attached
    ]
    return (head + "".join(parts) + "--b--\r\n").encode()


@dataclass
class Walk:
    """One recruitment and the commands that are given on it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def file(self) -> Path:
        return self.folder / "recrutement.smes"

    def run(self, *arguments: object) -> tuple[int, str, str]:
        """The exit status, what went to stdout and what went to stderr."""
        self.capsys.readouterr()
        status = cli.main([str(argument) for argument in arguments])
        said = self.capsys.readouterr()
        return status, said.out, said.err

    def done(self, *arguments: object) -> str:
        """What a command printed that must succeed."""
        status, out, err = self.run(*arguments)
        assert (status, arguments[0]) == (0, arguments[0]), err
        return out

    def json(self, *arguments: object) -> Any:
        return json.loads(self.done(*arguments, "--json"))

    def table(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path
