"""Mails brought in beside parsing them with the standard library, hashing and storing the same bytes, bare."""

from __future__ import annotations

import email
import email.policy
import hashlib
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.measuring import Figure, Size, paired
from benchmarks.recruitments import PASSPHRASE, bare, begun
from smes_panel.cli.arrive import arrivals
from smes_panel.demo.mails import many
from smes_panel.model.application import Arrival, Arrived

_LOTS = 10
_MAIN = Path(__file__).resolve().parent.parent / "main.py"


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    lots = _posted(folder, size.mails)
    connection = bare(folder / "bare.smes")
    with begun(folder, 0, size.members) as dossier:
        # One import, taken a lot at a time: its reading process is started once.
        incoming = arrivals(dossier, lots)
        figure = paired(
            f"{size.mails} mails in, by the {len(list(lots[0].iterdir()))}",
            "stdlib parse, SHA-256, store; one commit a mail",
            len(lots),
            [partial(_brought_in, incoming, len(list(lot.iterdir()))) for lot in lots],
            [partial(_stored, connection, lot) for lot in lots],
            warm=False,
        )
        if len(dossier.read.keys()) != size.mails:
            raise RuntimeError("not every mail became an application")
    connection.close()
    kept = (folder / "dossier.smes").stat().st_size / (folder / "bare.smes").stat().st_size
    growth = statistics.median(figure.ours[-3:]) / statistics.median(figure.ours[:3])
    remark = (
        f"last lots ÷ first {growth:.2f}; file ÷ bare file {kept:.2f}; "
        f"peak memory of an import by command {_peak(folder, lots)} MB"
    )
    yield replace(figure, remark=remark)


def _posted(folder: Path, number: int) -> list[Path]:
    """So many fictitious mails, each with a CV in DOCX and two PDFs, in lots of equal size."""
    post = folder / "post"
    many(post, number)
    apart = max(1, -(-number // _LOTS))
    lots: list[Path] = []
    for place, path in enumerate(sorted(post.iterdir())):
        lot = folder / f"lot-{place // apart:03d}"
        if place % apart == 0:
            lot.mkdir()
            lots.append(lot)
        path.rename(lot / path.name)
    return lots


def _brought_in(incoming: Iterator[Arrived], number: int) -> None:
    if any(arrived.result is not Arrival.ADDED for arrived in islice(incoming, number)):
        raise RuntimeError("a mail was not added")


def _stored(connection: object, lot: Path) -> None:
    execute = connection.execute  # type: ignore[attr-defined]  # the engine publishes no types
    for path in sorted(lot.iterdir()):
        raw = path.read_bytes()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        kept = [raw, *(part.get_content() for part in message.iter_attachments())]
        execute("BEGIN IMMEDIATE")
        for content in kept:
            execute("INSERT INTO mail VALUES (?, ?)", (hashlib.sha256(content).hexdigest(), content))
        execute("COMMIT")


def _peak(folder: Path, lots: list[Path]) -> int:
    """The most memory that any process of `smes-panel import` holds, in MB: the whole post into a fresh dossier."""
    begun(folder, 0, 1, "peak.smes").close()
    environment = {**os.environ, "SMES_PANEL_PASSPHRASE": PASSPHRASE, "SMES_PANEL_HOME": str(folder / "laptop")}
    command = [sys.executable, str(_MAIN), "import", str(folder / "peak.smes"), *map(str, lots)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError("the import by command failed")
    return used.ru_maxrss // 1024
