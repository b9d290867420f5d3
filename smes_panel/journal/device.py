"""Whose laptop this is: the signing key in the dossier, and the mark outside it without which the key stays shut.

The private key lies in the dossier, encrypted under a random mark that lies in this laptop's own folder. The mark also
remembers the last entry of each of the laptop's two streams, and moves with every gesture: a copy that is behind, a
restored backup or another laptop has other last entries or no mark, starts a new key and stream of its own, and cannot
fork a stream that goes on elsewhere.
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

from smes_panel.engine import Database
from smes_panel.errors import PlaceReadOnly

NO_ENTRY = "0" * 64


@dataclass(frozen=True, slots=True)
class Device:
    """This laptop as this dossier knows it. `id` is the public key in hexadecimal."""

    id: str
    signer: SigningKey


@dataclass(frozen=True, slots=True)
class Mark:
    """What opens a device's private key, and the ids of the last entries of its shared and its private stream."""

    key: bytes
    heads: tuple[str, str]


class Marks:
    """The marks of one dossier in this laptop's own folder, one file per device it has been."""

    def __init__(self, home: Path, panel: str) -> None:
        self._folder, self._panel = home / "marks", panel

    def _path(self, device: str) -> Path:
        return self._folder / f"{self._panel[:16]}-{device[:16]}.json"

    def read(self, device: str) -> Mark | None:
        """The mark of `device`, or `None` where this laptop has none that reads."""
        try:
            mark = json.loads(self._path(device).read_text("ascii"))
            shared, private = mark["heads"]
            return Mark(bytes.fromhex(mark["key"]), (str(shared), str(private)))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, device: str, mark: Mark, *, durable: bool) -> None:
        """Writes the mark, in place and always of one length, `durable` through a power cut.

        A mark that a power cut tore or lost fits no file: the laptop then starts a stream, which harms nothing.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._path(device), os.O_WRONLY | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(json.dumps({"key": mark.key.hex(), "heads": mark.heads}).encode("ascii"))
                file.truncate()
                file.flush()
                if durable:
                    os.fsync(file.fileno())
        except OSError as error:
            raise PlaceReadOnly(
                f"This laptop's own folder {self._folder} cannot be written to ({error.strerror}). Nothing was changed."
            ) from error

    def forget(self, device: str) -> None:
        """Takes away the mark of a device that no file has come to know."""
        self._path(device).unlink(missing_ok=True)


def heads(db: Database, device: str) -> tuple[str, str]:
    """The ids of the last entries of the shared and the private stream of `device` in this file."""
    last = "SELECT id FROM entry WHERE device = ? AND private = ? ORDER BY seq DESC LIMIT 1"
    rows = [db.execute(last, [bytes.fromhex(device), private]).fetchone() for private in (0, 1)]
    shared, private = (NO_ENTRY if row is None else bytes(row[0]).hex() for row in rows)
    return shared, private


def known(db: Database, marks: Marks) -> Device | None:
    """The device of this file whose mark this laptop holds and which has written nothing elsewhere since, or `None`:
    then the file is a copy, a restore or from elsewhere.
    """
    for row in db.query("SELECT id, sealed_key FROM device"):
        name = bytes(row["id"]).hex()
        mark = marks.read(name)
        if mark is None or mark.heads != heads(db, name):
            continue
        try:
            return Device(name, SigningKey(SecretBox(mark.key).decrypt(bytes(row["sealed_key"]))))
        except (CryptoError, ValueError):
            continue
    return None


def marked(db: Database, marks: Marks) -> frozenset[str]:
    """The devices of this file that this laptop has been, copies and restores included."""
    devices = [bytes(row["id"]).hex() for row in db.query("SELECT id FROM device")]
    return frozenset(device for device in devices if marks.read(device) is not None)


def started(db: Database, marks: Marks, chance: Callable[[int], bytes]) -> Device:
    """A new device, written to the file and marked on this laptop. Only inside a transaction."""
    signer = SigningKey(chance(32))
    name, key = bytes(signer.verify_key).hex(), chance(32)
    marks.write(name, Mark(key, (NO_ENTRY, NO_ENTRY)), durable=True)
    sealed = bytes(SecretBox(key).encrypt(bytes(signer), chance(SecretBox.NONCE_SIZE)))
    db.execute("INSERT INTO device (id, sealed_key) VALUES (?, ?)", [bytes.fromhex(name), sealed])
    return Device(name, signer)
