"""Messages brought in from a mail server on loopback, beside the same bytes brought in from a Maildir."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.measuring import Figure, Size, paired
from benchmarks.recruitments import begun
from smes_panel.cli.arrive import arrivals
from smes_panel.demo.mails import many
from smes_panel.intake.imap import ServerFolder
from smes_panel.model.application import Arrival, Arrived
from tests.intake import dovecot

_LOTS = 10


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    """Nothing where there is no Dovecot."""
    if not dovecot.is_installed():
        return
    post, maildir = folder / "post", folder / "maildir"
    many(post, size.mails)
    messages = [
        (path.read_bytes(), f"{place:06d}.M{place}.exemple") for place, path in enumerate(sorted(post.iterdir()))
    ]
    for part in ("new", "cur", "tmp"):
        (maildir / part).mkdir(parents=True)
    for raw, name in messages:
        (maildir / "new" / name).write_bytes(raw)
    lots = max(1, min(_LOTS, len(messages) // 2))
    each = len(messages) // lots
    with dovecot.running() as server:
        box = server.box("banc@exemple.invalid")
        box.fill(messages)
        source = ServerFolder(box.account(), dovecot.PASSWORD, "INBOX")
        with (
            begun(folder, 0, size.members, "server.smes") as ours,
            begun(folder, 0, size.members, "maildir.smes") as theirs,
            closing(arrivals(ours, [source])) as fetched,
            closing(arrivals(theirs, [maildir])) as read,
        ):
            figure = paired(
                f"{each} messages in from a mail server on loopback",
                "the same bytes in from a Maildir",
                lots,
                [partial(_brought_in, fetched, each)] * lots,
                [partial(_brought_in, read, each)] * lots,
                warm=False,
            )
        yield figure


def _brought_in(incoming: Iterator[Arrived], number: int) -> None:
    if [arrived.result for arrived in islice(incoming, number)] != [Arrival.ADDED] * number:
        raise RuntimeError("a message was not added")
