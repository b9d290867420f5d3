"""The arguments of the commands that decide, close, sign and send."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from smes_panel.model.decision import LetterKind, OfferAnswer
from smes_panel.model.vacancy import Stage

Adds = Callable[..., argparse.ArgumentParser]


def deciding(add: Adds, on_file: Adds) -> None:
    """Adds these commands; `add` makes one of no dossier, `on_file` one of a dossier."""
    steps = add(
        "deliberation",
        "show how far a deliberation is, close it under a code, reopen it",
        "decide",
        "deliberation",
        json=True,
    )
    steps.add_argument("step", choices=["show", "close", "reopen"], help="what to do")
    steps.add_argument("file", metavar="FILE", type=Path, help="the dossier, *.smes")
    act(steps)
    steps.add_argument("--by", metavar="NAME", help="who closes or reopens (the chair)")
    steps.add_argument("--reason", default="", help="why it is reopened; the minutes keep it")

    meeting = on_file("meeting", "list when the panel met; record a day", "decide", "meeting", json=True)
    _stage(meeting)
    meeting.add_argument("--day", type=date.fromisoformat, metavar="2022-07-08", help="the day")
    meeting.add_argument("--present", action="append", default=[], metavar="NAME", help="was there; may be repeated")
    meeting.add_argument("--absent", action="append", default=[], metavar="NAME", help="was not; may be repeated")

    position = on_file("position", "record that a member agrees, or a minority position", "decide", "position")
    _stage(position)
    _about(position)
    stands = position.add_mutually_exclusive_group()
    stands.add_argument("--minority", metavar="TEXT", help="a minority position in the member's words")
    stands.add_argument("--take-back", action="store_true", help="take the position back")

    step_out = on_file("step-out", "record that a member left the room for somebody", "decide", "step_out")
    _stage(step_out)
    _about(step_out)
    step_out.add_argument("--stayed", action="store_true", help="say that they stayed after all")

    does = "list how far the letters are; make those of a kind ready, release them, print them"
    letters = on_file("letters", does, "correspond", "letters", json=True)
    letters.add_argument("--kind", choices=[kind.value for kind in LetterKind], help="which letter")
    only = "this application only; may be repeated"
    letters.add_argument("--only", action="append", default=[], metavar="K-01", help=only)
    letters.add_argument("--ready", action="store_true", help="mark those that are complete ready")
    letters.add_argument("--release", action="store_true", help="let those that are ready leave")
    letters.add_argument("--out", type=Path, metavar="DIR", help="the folder to print into")
    letters.add_argument(
        "--date", type=date.fromisoformat, metavar="2022-07-04", help="the day that the letters bear (today)"
    )

    offer = on_file("offer", "list offers and answers; record one, or offer the seat on", "decide", "offer", json=True)
    offer.add_argument("--application", metavar="K-01", help="whose offer")
    offer.add_argument(
        "--answer", choices=[*(one.value for one in OfferAnswer), "none"], help="what became of it; none takes it back"
    )
    offer.add_argument("--day", type=date.fromisoformat, metavar="2022-07-20", help="when (today)")
    offer.add_argument("--note", default="", help="in a few words")
    offer.add_argument("--promote", metavar="REASON", help="offer the seat to this person of the reserve")


def act(command: argparse.ArgumentParser) -> None:
    """Which act a command is about."""
    _stage(command)
    command.add_argument(
        "--promotion", metavar="K-04", default="", help="the seat offered to this person of the reserve"
    )


def _stage(command: argparse.ArgumentParser) -> None:
    stages = [stage.value for stage in Stage]
    command.add_argument(
        "--stage", choices=stages, default=Stage.SCREENING.value, help="the stage of the selection (screening)"
    )


def _about(command: argparse.ArgumentParser) -> None:
    command.add_argument("--member", required=True, metavar="NAME", help="the member")
    command.add_argument("--application", required=True, metavar="K-01", help="of whom")
