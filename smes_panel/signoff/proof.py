"""Proof from the file: whether every seal, signature and letter still says what was signed, and what changed if not."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smes_panel import prints
from smes_panel.dossier import Dossier
from smes_panel.errors import LetterBlocked, PanelError
from smes_panel.model.closing import Closing, SignedHow, Verdict, code, person_facts, shown
from smes_panel.model.decision import LetterState
from smes_panel.prints import Source
from smes_panel.signing import pades
from smes_panel.signing.card import Card
from smes_panel.signing.container import digest as sha256
from smes_panel.signing.pades import State
from smes_panel.signing.reply import Reply
from smes_panel.signoff.acts import moved
from smes_panel.signoff.letters import NO_DAY, digest
from smes_panel.signoff.signature import as_seen

_SUBJECT = re.compile(rb"smes-panel ([\w:-]{1,40}) (\d{1,6}) ([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: of which act or letter, whether it holds, and what was found."""

    about: str
    holds: bool
    said: str


def verify(dossier: Dossier) -> Iterator[Finding]:
    """Everything that was closed, signed, released or sent, and the journal itself, one finding each."""
    wrong = list(dossier.check())
    for one in wrong:
        yield Finding("journal", holds=False, said=one)
    if not wrong:
        yield Finding("journal", holds=True, said="every page, entry and row is as it was written")
    yield from seals(dossier)


def seals(source: Source) -> Iterator[Finding]:
    """Everything that was closed, signed, released or sent, without the journal."""
    closings = source.read.closings()
    here = set(source.read.keys().values())
    gone = {key for closing in closings for key in person_facts(closing.facts)} - here
    for closing in closings:
        yield from _closing(source, closing, gone)
    yield from _letters(source)


def _closing(source: Source, closing: Closing, gone: set[str]) -> Iterator[Finding]:
    about = f"{closing.act.name} {closing.number}"
    if code(closing.facts) != closing.code:
        yield Finding(about, holds=False, said=f"the facts are not those of the code {shown(closing.code)}")
        return
    if not closing.in_force:
        said = closing.reopened.reason if closing.reopened else ""
        yield Finding(about, holds=True, said=f"the code {shown(closing.code)} was reopened: {said}")
        return
    differences = moved(source, closing)
    for one in differences:
        what = f"{one.application}, {one.fact}" if one.application else one.fact
        yield Finding(about, holds=False, said=f"{what}: sealed “{one.sealed[:80]}”, now “{one.now[:80]}”")
    erased = [key for key in person_facts(closing.facts) if key in gone]
    if not differences:
        beside = f"; erased since: {', '.join(erased)}" if erased else ""
        yield Finding(about, holds=True, said=f"nothing changed under the code {shown(closing.code)}{beside}")
    # The minutes speak of everybody: once somebody is erased they are not made again, and stand by their signature.
    yield from _signature(source, closing, about, whole=not gone)


def _signature(source: Source, closing: Closing, about: str, *, whole: bool) -> Iterator[Finding]:
    signature = closing.signature
    if signature is None:
        yield Finding(about, holds=True, said="not signed yet")
        return
    if signature.how is not SignedHow.REPLY:
        how = "on paper, scanned" if signature.how is SignedHow.PAPER else "by the chair, as the rules allow"
        yield Finding(about, holds=True, said=f"{signature.verdict.value} by {signature.signer} {how}")
        return
    try:
        pdf = base64.b64decode(signature.minutes, validate=True)
        reply = _reply(source, signature.reply, pdf)
        seen = closing_day(closing)
        if whole:
            minutes = next((one for one in as_seen(source, closing.act, seen) if sha256(one) == reply.minutes), None)
            if minutes is None:
                yield Finding(about, holds=False, said="the signed minutes say other things than the dossier does now")
                return
            reply.answers(source.panel, closing, minutes)
        elif (reply.dossier, reply.act, reply.number, reply.code) != (
            source.panel,
            closing.act.name,
            closing.number,
            closing.code,
        ):
            yield Finding(about, holds=False, said="the reply answers another closing")
            return
        if (reply.verdict, reply.reason) != (signature.verdict.value, signature.reason):
            yield Finding(about, holds=False, said="the answer recorded is not the one that was signed")
            return
    except (PanelError, ValueError) as refusal:
        yield Finding(about, holds=False, said=str(refusal))
        return
    signed = "signed" if signature.verdict is Verdict.SIGNED else "refused"
    yield Finding(about, holds=True, said=f"{signed} by {signature.signer}; the reply and the minutes hold")


def _reply(source: Source, statement: str, pdf: bytes) -> Reply:
    """The reply as kept, checked against the card that it names. Raises PanelError."""
    cards = [Card.read(one.card.encode()) for one in source.read.signers()]
    last: PanelError | None = None
    for card in reversed(cards):
        try:
            return Reply.checked(statement.encode(), pdf, card)
        except PanelError as refusal:
            last = last or refusal
    raise last or PanelError("No signer’s card is entered: nothing proves this signature.")


def _letters(source: Source) -> Iterator[Finding]:
    read = source.read
    keys = read.keys()
    gone = (LetterState.RELEASED, LetterState.PRINTED, LetterState.SENT)
    for (one, kind), life in read.letters().items():
        if life.state not in gone or not read.is_here(one):
            continue
        about = f"{keys[one]} {kind}"
        ((_, facts),) = prints.facts_of_many(source, {one: kind}, NO_DAY)
        try:
            now = digest(facts)
        except LetterBlocked as lacking:
            yield Finding(about, holds=False, said=str(lacking))
            continue
        same = now == life.digest
        said = f"{life.state.value}, says what was released" if same else "says other things than were released"
        yield Finding(about, holds=same, said=said)


def closing_day(closing: Closing) -> date:
    """The day that the minutes of a closing bear."""
    return closing.at.date()


def verify_pdf(content: bytes, text: str, card: Card | None = None) -> Iterator[Finding]:
    """From signed minutes alone: the signature of the file, the code in its metadata and on its pages (`text`); with a
    card, whose key signed.
    """
    found = pades.examined(content)
    said = {
        State.INTACT: "the file is as it was signed",
        State.ADDED: "something was added after it was signed",
        State.BROKEN: "the file or its signature was changed",
        State.UNSIGNED: "there is no signature",
    }[found.state]
    name = f" by “{found.signer}”" if found.certificate else ""
    yield Finding("signature", holds=found.state is State.INTACT, said=f"{said}{name}")
    if card is not None:
        ours = bool(found.certificate) and found.by(card)
        yield Finding("signer", holds=ours, said=f"the key is {'' if ours else 'not '}that of {card.name}")
    match = _SUBJECT.search(content)
    if match is None:
        yield Finding("code", holds=False, said="the file carries no code of Smes Panel")
        return
    act, number, full = (part.decode() for part in match.groups())
    on_pages = shown(full) in " ".join(text.split())
    missing = "" if on_pages else ", which is not on its pages"
    yield Finding("code", holds=on_pages, said=f"{act} {number} stands under {shown(full)}{missing}")
