"""The command that searches: search."""

from __future__ import annotations

import argparse

from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, one_line
from smes_panel.model.search import Passage
from smes_panel.queries.answers import Application, Hit


def search(options: argparse.Namespace) -> int:
    """The applications in which all the words are found, each with the passages, in the order of the list."""
    words = " ".join(options.words)
    with opened(options) as dossier:
        read = dossier.read
        reader = read.member(options.member) if options.member else None
        found = read.applications(words, reader=reader)
        hits = {one.id: read.hits(one.id, words, reader) for one in found}
    if options.json:
        as_json([_line(one, hits[one.id]) for one in found])
    elif not found:
        print("Nothing was found.")
    for one in () if options.json else found:
        print(f"{one.key}  {one_line(one.identity.name or one.identity.email or '(no name found)', 60)}")
        for hit in hits[one.id]:
            print(f"  {_place(hit)}: {_marked(hit.passage)}")
    return 0


def _place(hit: Hit) -> str:
    if hit.document is not None:
        return f"{hit.document.kind} {one_line(hit.document.name, 40)}".rstrip()
    return f"comment on {hit.criterion}, {hit.stage}" if hit.stage is not None else hit.where


def _marked(passage: Passage) -> str:
    return "".join(f"*{piece}*" if marked else piece for piece, marked in passage.pieces)


def _line(one: Application, hits: tuple[Hit, ...]) -> dict[str, object]:
    return {
        "key": one.key,
        "name": one.identity.name,
        "hits": [
            {
                "where": hit.where,
                "document": hit.document and {"name": hit.document.name, "kind": hit.document.kind},
                "stage": hit.stage,
                "criterion": hit.criterion or None,
                "passage": hit.passage.text,
                "marks": hit.passage.marks,
            }
            for hit in hits
        ],
    }
