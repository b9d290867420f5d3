"""Checking a dossier beside reading its pages once, hashing, verifying and decrypting its entries with bare PyNaCl."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import sqlcipher3
from nacl.secret import SecretBox
from nacl.signing import VerifyKey

from benchmarks.measuring import Figure, Size, again, paired
from benchmarks.recruitments import PASSPHRASE, begun, ratings
from smes_panel.dossier import Dossier
from smes_panel.gestures.assessment import Rate
from smes_panel.gestures.vacancy import Settle
from smes_panel.model.assessment import Answer, RatingState


def filled(folder: Path, size: Size) -> int:
    """A dossier of at least so many entries, as a panel leaves them: mostly ratings, now and then a shared fact."""
    with begun(folder, size.applications, size.members) as dossier:
        given = [rate for member in range(size.members) for rate in ratings(dossier, member)]
        present = sum(1 for _ in dossier.history())
        for number in count():
            if present >= size.entries:
                return present
            rate, level = given[number % len(given)], number // len(given) % 4 + 1
            answer = Answer(RatingState.RATED, level)
            dossier.do(
                Settle("reference", f"CP-{number}")
                if number % 10 == 9
                else Rate(rate.member, rate.application, rate.stage, rate.criterion, answer)
            )
            present += 1
    return 0


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    entries = filled(folder, size)
    path = folder / "dossier.smes"
    copy = folder / "copy.smes"
    copy.write_bytes(path.read_bytes())
    connection = sqlcipher3.connect(str(copy))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    with Dossier.open(path, PASSPHRASE, home=folder / "laptop") as dossier:

        def ours() -> None:
            problems = list(dossier.check())
            if problems:
                raise RuntimeError(problems[0])

        def bare() -> None:
            connection.execute("PRAGMA cipher_integrity_check").fetchall()
            connection.execute("PRAGMA integrity_check").fetchall()
            keys = {kid: SecretBox(key) for kid, key in connection.execute("SELECT kid, key FROM keyring")}
            for device, kid, header, signature, body in connection.execute(
                "SELECT device, kid, header, signature, body FROM entry"
            ):
                VerifyKey(device).verify(header, signature)
                hashlib.sha256(body).digest()
                keys[kid].decrypt(body)

        beside = "pages, signatures and bodies read once"
        yield paired(f"checking {entries} entries", beside, min(size.pairs, 5), again(ours), again(bare))
    connection.close()
