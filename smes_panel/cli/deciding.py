"""The arguments of the commands that decide, close, sign and send."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from smes_panel.model.decision import LetterKind, OfferAnswer
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language

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

    _signing(add, on_file)

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

    letters.add_argument("--eml", type=Path, metavar="DIR", help="put those that are released here as e-mail drafts")
    _sender(letters)

    does = "list the letters that wait to leave; draft or send them, say what became of one"
    send = on_file("dispatch", does, "send", "dispatch", json=True)
    ways = send.add_mutually_exclusive_group()
    ways.add_argument("--drafts", metavar="SERVER", help="lay them into the drafts of this mailbox (IMAP over TLS)")
    ways.add_argument("--send", metavar="SERVER", help="send them by this server (SMTP over TLS)")
    ways.add_argument(
        "--settle", nargs=3, metavar=("K-01", "KIND", "STATE"), help="say what became of one: sent, failed, settled"
    )
    send.add_argument("--kind", choices=[kind.value for kind in LetterKind], help="this kind of letter only")
    send.add_argument("--only", action="append", default=[], metavar="K-01", help=only)
    send.add_argument("--count", type=int, metavar="N", help="how many are sent; typed, so that nobody sends blindly")
    send.add_argument("--copies", metavar="SERVER", help="the sender's own mailbox (IMAP), where copies come back")
    send.add_argument("--user", metavar="NAME", help="the user of the server (the sender's address)")
    send.add_argument(
        "--password-file", type=Path, metavar="PATH", help="read the password of the server from this file"
    )
    send.add_argument("--starttls", action="store_true", help="STARTTLS instead of TLS from the first byte")
    send.add_argument("--authority", type=Path, metavar="PEM", help="the one authority to trust for its certificate")
    _sender(send)

    offer = on_file("offer", "list offers and answers; record one, or offer the seat on", "decide", "offer", json=True)
    offer.add_argument("--application", metavar="K-01", help="whose offer")
    offer.add_argument(
        "--answer", choices=[*(one.value for one in OfferAnswer), "none"], help="what became of it; none takes it back"
    )
    offer.add_argument("--day", type=date.fromisoformat, metavar="2022-07-20", help="when (today)")
    offer.add_argument("--note", default="", help="in a few words")
    offer.add_argument("--promote", metavar="REASON", help="offer the seat to this person of the reserve")


def _signing(add: Adds, on_file: Adds) -> None:
    does = "make a signer's key, enter a card, ask for a signature, give it, attach the answer"
    sign = add("sign", does, "sign", "sign")
    sign.add_argument(
        "step", choices=["key", "card", "request", "reply", "attach", "chair"], help="which step of a signature"
    )
    sign.add_argument(
        "file", type=Path, metavar="FILE", help="the dossier; for key the key to make, for reply the request to answer"
    )
    act(sign)
    sign.add_argument("--name", help="key: who signs")
    sign.add_argument("--from", dest="source", type=Path, metavar="PATH", help="card, attach: the file that came")
    sign.add_argument("--words", help="card: the four words that the signer read out")
    sign.add_argument("--out", type=Path, metavar="PATH", help="key, request, reply: the file to write")
    sign.add_argument("--key", type=Path, metavar="PATH", help="reply: the signer's key")
    sign.add_argument("--key-passphrase-file", type=Path, metavar="PATH", help="read the key's passphrase from here")
    sign.add_argument("--show", type=Path, metavar="DIR", help="reply: put what is to be signed into this folder")
    sign.add_argument("--refuse", metavar="REASON", help="reply, attach: a refusal to sign, with its reason")
    sign.add_argument("--paper", type=Path, metavar="PDF", help="attach: the signed page, scanned")
    sign.add_argument("--signer", default="", metavar="NAME", help="attach --paper: who signed")
    sign.add_argument("--by", metavar="NAME", help="chair: who signs (the chair)")
    _dated(sign)

    minutes = on_file("minutes", "print the minutes, or the director's page", "sign", "minutes")
    act(minutes)
    minutes.add_argument("--out", type=Path, required=True, metavar="PDF", help="the file to print into")
    minutes.add_argument("--decision", action="store_true", help="the director's page instead")
    minutes.add_argument("--signed", action="store_true", help="the signed minutes as they came")
    _dated(minutes)

    does = "prove what was closed, signed and sent, from a dossier or from signed minutes"
    verify = add("verify", does, "sign", "verify", json=True)
    verify.add_argument("file", type=Path, metavar="FILE", help="the dossier, *.smes, or the signed minutes, *.pdf")
    verify.add_argument("--card", type=Path, metavar="PATH", help="of minutes: the signer's card")


def _sender(command: argparse.ArgumentParser) -> None:
    command.add_argument("--sender", metavar="ADDRESS", help="whose letters they are (the address of the posting)")
    command.add_argument("--sender-name", metavar="NAME", help="the name beside it (the organisation)")


def _dated(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--date", type=date.fromisoformat, metavar="2022-07-08", help="the day that a print bears (today)"
    )
    command.add_argument(
        "--language", choices=[one.value for one in Language], help="of the print (the posting's language)"
    )


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
