"""The command about mails in which several applications came together: listed, and decided by a person."""

from __future__ import annotations

import argparse

from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, one_line
from smes_panel.errors import BadInput
from smes_panel.intake.deciding import decision, kept
from smes_panel.intake.extraction import Reader
from smes_panel.model.bundle import Bundle, BundleAnswer


def bundles(options: argparse.Namespace) -> int:
    """Lists those that wait (all with --all); with --decide, settles one."""
    if bool(options.decide) != bool(options.answer):
        raise BadInput("--decide says which mail, --as what it is: give both. Nothing was changed.")
    with opened(options) as dossier:
        if options.decide:
            waiting = dossier.read.bundle(options.decide)
            chosen = _chosen(waiting, options.parts)
            with Reader() as reader:
                dossier.do(decision(kept(dossier.read, waiting.id), BundleAnswer(options.answer), chosen, reader))
            found: tuple[Bundle, ...] = (dossier.read.bundle(waiting.id),)
        else:
            found = dossier.read.bundles(waiting=not options.all)
    if options.json:
        as_json([_line(one) for one in found])
        return 0
    for one in found:
        _print(one)
    if not found:
        print("No mail waits for a decision.")
    return 0


def _chosen(bundle: Bundle, said: str | None) -> frozenset[int]:
    """The places, from 0, of the parts that are named from 1."""
    if not said:
        return frozenset()
    numbers = [piece.strip() for piece in said.split(",")]
    if not all(piece.isascii() and piece.isdigit() and 1 <= int(piece) <= len(bundle.parts) for piece in numbers):
        raise BadInput(f"--parts names parts by their numbers, from 1 to {len(bundle.parts)}. Nothing was changed.")
    return frozenset(int(piece) - 1 for piece in numbers)


def _line(bundle: Bundle) -> dict[str, object]:
    return {
        "bundle": bundle.handle,
        "sender": bundle.sender,
        "subject": bundle.subject,
        "received_at": bundle.received_at,
        "answer": bundle.answer,
        "applications": bundle.applications,
        "parts": [
            {"name": one.name, "email": one.email, "subject": one.subject, "documents": one.documents}
            for one in bundle.parts
        ],
    }


def _print(bundle: Bundle) -> None:
    when = f"{bundle.received_at:%Y-%m-%d %H:%M}" if bundle.received_at else "?"
    became = f": {', '.join(bundle.applications) or 'no application'}" if bundle.answer else ""
    state = bundle.answer.value if bundle.answer else "to decide"
    print(f"{bundle.handle}  {when}  {one_line(bundle.sender, 40)}  {one_line(bundle.subject, 60)}  {state}{became}")
    for number, part in enumerate(bundle.parts, start=1):
        who = " ".join(filter(None, (part.name, f"<{part.email}>" if part.email else ""))) or "(no name found)"
        print(f"  {number}. {one_line(who, 70)}: {one_line(', '.join(part.documents), 120)}")
