"""Whose laptop this is: the signing key in the dossier, and the mark outside it without which the key stays shut.

The private key lies in the dossier, encrypted under a random mark that lies in this laptop's own folder. The mark also
remembers the last nonce written into the dossier, which changes at the first write of every session: a copy, a restored
backup or another laptop has the wrong nonce or no mark, starts a new key and stream of its own, and cannot fork a
stream that goes on elsewhere.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.signing import SigningKey
from sqlite_utils import Database

from smes_panel.errors import PlaceReadOnly


@dataclass(frozen=True, slots=True)
class Device:
    """This laptop as this dossier knows it. `id` is the public key in hexadecimal."""

    id: str
    signer: SigningKey


class Marks:
    """The marks of one dossier in this laptop's own folder, one file per device it has been."""

    def __init__(self, home: Path, panel: str) -> None:
        self._folder, self._panel = home / "marks", panel

    def _path(self, device: str) -> Path:
        return self._folder / f"{self._panel[:16]}-{device[:16]}.json"

    def read(self, device: str) -> tuple[bytes, list[str]] | None:
        """The key and the nonces that go with `device`, or `None` where this laptop has no mark of it."""
        try:
            mark = json.loads(self._path(device).read_text("ascii"))
            return bytes.fromhex(mark["key"]), [str(n) for n in mark["nonces"]]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, device: str, key: bytes, nonces: list[str]) -> None:
        """Puts the mark in place, whole or not at all."""
        path = self._path(device)
        waiting = path.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                json.dump({"key": key.hex(), "nonces": nonces}, file)
                file.flush()
                os.fsync(file.fileno())
            waiting.replace(path)
        except OSError as error:
            raise PlaceReadOnly(
                f"This laptop's own folder {self._folder} cannot be written to ({error.strerror}). Nothing was changed."
            ) from error


def known(db: Database, marks: Marks) -> Device | None:
    """The device of this file whose mark this laptop holds, or `None`: then the file is a copy, a restore or from
    elsewhere.
    """
    for row in db.query("SELECT id, sealed_key, nonce FROM device"):
        name = bytes(row["id"]).hex()
        mark = marks.read(name)
        if mark is None or bytes(row["nonce"]).hex() not in mark[1]:
            continue
        try:
            return Device(name, SigningKey(SecretBox(mark[0]).decrypt(bytes(row["sealed_key"]))))
        except (CryptoError, ValueError):
            continue
    return None


def started(db: Database, marks: Marks, chance: Callable[[int], bytes]) -> Device:
    """A new device, written to the file and marked on this laptop. Only inside a transaction."""
    signer = SigningKey(chance(32))
    name, key, nonce = bytes(signer.verify_key).hex(), chance(32), chance(16)
    marks.write(name, key, [nonce.hex()])
    sealed = bytes(SecretBox(key).encrypt(bytes(signer), chance(SecretBox.NONCE_SIZE)))
    db.execute("INSERT INTO device (id, sealed_key, nonce) VALUES (?, ?, ?)", [bytes.fromhex(name), sealed, nonce])
    return Device(name, signer)


def renewed(db: Database, marks: Marks, device: Device, chance: Callable[[int], bytes]) -> None:
    """Changes the nonce of `device`, once a session, so that an older copy of this file is known for one. Only in a
    transaction.

    Until `settled` the mark holds the old and the new nonce: a crash between the two writes harms nothing.
    """
    mark = marks.read(device.id)
    row = next(iter(db.query("SELECT nonce FROM device WHERE id = ?", [bytes.fromhex(device.id)])))
    if mark is not None:
        nonce = chance(16)
        marks.write(device.id, mark[0], [bytes(row["nonce"]).hex(), nonce.hex()])
        db.execute("UPDATE device SET nonce = ? WHERE id = ?", [nonce, bytes.fromhex(device.id)])


def settled(db: Database, marks: Marks, device: Device) -> None:
    """After the commit: the mark keeps only the nonce that the file now has."""
    mark = marks.read(device.id)
    row = next(iter(db.query("SELECT nonce FROM device WHERE id = ?", [bytes.fromhex(device.id)])))
    if mark is not None:
        marks.write(device.id, mark[0], [bytes(row["nonce"]).hex()])
