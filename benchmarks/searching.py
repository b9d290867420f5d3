"""A key in the search over very many two-page CVs, beside the bare question to FTS5 about the same words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate, cycle
from pathlib import Path
from statistics import median

from benchmarks.measuring import Figure, Size, paired
from benchmarks.recruitments import PASSPHRASE, bare, listed
from smes_panel.dossier import Dossier
from smes_panel.model.search import indexed, sought

_IN_SIGHT = 25
_TYPED = ("c", "co", "coo", "coor", "coordination", "coordination re", "coordination reseau", '"gestion de pro')
_COMMON = re.findall(
    r"\w+",
    "coordination gestion projet réseau équipe psychiatrie hôpital médiation quartier œuvre Bruxelles Liège français "
    "néerlandais expérience accueil travail de la des et à",
)
_SYLLABLES = re.findall("..", "maritacodinatipsychatreseauprojegesforlientebruxelhugra")


def curriculum(number: int, draw: random.Random) -> str:
    """Two pages of words, the common ones often, twenty thousand others more and more rarely."""
    words = draw.choices(_WORDS, cum_weights=_WEIGHTS, k=800)
    lines = (" ".join(words[at : at + 10]) for at in range(0, len(words), 10))
    return f"Candidate Modèle {number}\n" + ",\n".join(lines)


def _rare() -> Iterator[str]:
    draw = random.Random(1)
    for _ in range(20_000):
        yield "".join(draw.choice(_SYLLABLES) for _ in range(draw.randint(2, 5)))


_WORDS = (*_COMMON, *_rare())
_WEIGHTS = tuple(accumulate(1 / (place + 10) for place in range(len(_WORDS))))


def bench(folder: Path, size: Size) -> Iterator[Figure]:
    draw = random.Random(7)
    path = listed(folder, size.listed, text=lambda number: curriculum(number, draw))
    with Dossier.open(path, PASSPHRASE, home=folder / "laptop") as dossier:
        read, connection = dossier.read, dossier._db.conn  # noqa: SLF001  (the bare question has no door)

        def key(typed: str) -> Callable[[], None]:
            def ours() -> None:
                found = read.listing(typed)
                for one in found.keys[:_IN_SIGHT]:
                    read.line(one)

            return ours

        def asked(typed: str) -> Callable[[], object]:
            # One question for all the words: both have to be in one line of the index.
            match = " AND ".join(one.match for one in sought(typed))

            return lambda: connection.execute("SELECT rowid FROM search WHERE search MATCH ?", (match,)).fetchall()

        figure = paired(
            f"a key in the search, {size.listed} CVs of two pages",
            "the same question to FTS5 alone, in the same file",
            max(size.pairs, len(_TYPED)),
            cycle([key(one) for one in _TYPED]),
            cycle([asked(one) for one in _TYPED]),
        )
        slowest = max(median(figure.ours[at :: len(_TYPED)]) for at in range(len(_TYPED)))
        yield replace(figure, remark=f"the slowest of {len(_TYPED)} searches {slowest * 1000:.0f} ms")

        ids = [read.application_id(one) for one in read.listing("coordination").keys[: size.pairs]]
        rows = dict(connection.execute("SELECT application, row FROM indexed WHERE place <> ''").fetchall())

        def passages(one: str) -> Callable[[], object]:
            return lambda: read.hits(one, "coordination re")

        def snippet(one: str) -> Callable[[], object]:
            question = "SELECT snippet(search, 0, '[', ']', '…', 24) FROM search WHERE search MATCH ? AND rowid = ?"
            return lambda: connection.execute(question, ('"coordination" * OR "re" *', rows[one])).fetchall()

        yield paired(
            "the passages of one application",
            "FTS5's snippet() of its CV, folded",
            size.pairs,
            cycle([passages(one) for one in ids]),
            cycle([snippet(one) for one in ids]),
        )
        (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'search'").fetchone()
    yield _indexing(folder, size, made.replace("search", "ours", 1))


def _indexing(folder: Path, size: Size, ours: str) -> Figure:
    """What it costs to index one CV more, its words made ready, beside FTS5 as it comes."""
    draw = random.Random(9)
    texts = [curriculum(number, draw) for number in range(size.pairs + 1)]
    connection = bare(folder / "index.db")
    for statement in (ours, "CREATE VIRTUAL TABLE plain USING fts5 (words)"):
        connection.execute(statement)

    def put(table: str, text: str, ready: Callable[[str], str]) -> Callable[[], None]:
        def one() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"INSERT INTO {table} (words) VALUES (?)", (ready(text),))
            connection.execute("COMMIT")

        return one

    figure = paired(
        "a CV of two pages indexed and committed",
        "FTS5 with its own settings, the text as it is",
        size.pairs,
        [put("ours", text, indexed) for text in texts],
        [put("plain", text, str) for text in texts],
    )
    kept = {
        table: sum(
            connection.execute(f"SELECT coalesce(sum(length({column})), 0) FROM {table}_{part}").fetchone()[0]
            for part, column in (("data", "block"), ("content", "c0"))
        )
        for table in ("ours", "plain")
    }
    said = sum(len(text.encode()) for text in texts)
    connection.close()
    shares = f"{kept['ours'] / said:.2f} times the text in the file ÷ {kept['plain'] / said:.2f}"
    return replace(figure, remark=shares)
