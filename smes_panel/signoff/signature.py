"""The director's signature: asked for in a file, answered in another, or given on paper."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator
from datetime import date

from smes_panel import prints
from smes_panel.errors import BadInput, Refused, ReplyRefused
from smes_panel.gestures.closing import EnterSigner, RecordSignature
from smes_panel.model.closing import Act, Closing, SignedHow, Verdict
from smes_panel.model.words import Language
from smes_panel.paper.minutes import decision_pdf, minutes_pdf
from smes_panel.prints import Source
from smes_panel.signing import words
from smes_panel.signing.card import Card
from smes_panel.signing.container import digest
from smes_panel.signing.reply import Reply, parted
from smes_panel.signing.request import Enclosed, Opened, Request
from smes_panel.signoff.letters import kind_for
from smes_panel.signoff.minutes import minutes_facts

LARGEST_SCAN = 20 * 2**20
"""In bytes."""


def closed(source: Source, act: Act) -> Closing:
    """The closing of this act that is in force. Raises Refused."""
    found = source.read.in_force(act)
    if found is None:
        raise Refused(f"The {act.name} deliberation is not closed: there is nothing to sign yet.")
    return found


def to_enter(content: bytes, said: str) -> EnterSigner:
    """The gesture that enters a signer's card, once its four words were compared: `said` are those that the signer
    read out. Raises CardRefused, Refused.
    """
    card = Card.read(content)
    if not words.same(card.words, said):
        raise Refused(
            f"The four words of this card are others than those given: it is not the card of {card.name}, or it was "
            "altered. Nothing was entered."
        )
    return EnterSigner(card.fingerprint, card.name, content.decode())


def card_in_force(source: Source) -> Card:
    """The card of who signs. Raises Refused where none was entered."""
    signers = source.read.signers()
    if not signers:
        raise Refused("No signer’s card was entered: ask the director for the card file, and compare its four words.")
    return Card.read(signers[-1].card.encode())


def request(source: Source, act: Act, language: Language, today: date) -> bytes:
    """The signing request for the card in force: the minutes, the decision's page, what the code says of each person
    and the letters that wait for it. Raises Refused, LetterBlocked, RequestRefused.
    """
    closing, card, read = closed(source, act), card_in_force(source), source.read
    keys = read.keys()
    facts = minutes_facts(source, act, language, today, answered=False)
    kinds = {one: kind_for(source, one, act) for one in read.awaiting_signature(act)}
    letters = tuple(
        Enclosed(each.application, each.kind, prints.letter(each).make())
        for _, each in prints.facts_of_many(source, kinds, today)
    )
    asked = Request(
        dossier=source.panel,
        act=act,
        number=closing.number,
        code=closing.code,
        facts=closing.facts,
        nonce=secrets.token_hex(32),
        minutes=minutes_pdf(facts),
        decision=decision_pdf(facts),
        letters=letters,
        persons=tuple(Opened(keys[one.application], one.salt, one.text) for one in read.sealed(closing)),
    )
    return asked.sealed(card)


def to_attach(source: Source, content: bytes, today: date) -> RecordSignature:
    """The gesture that records a signed reply, once everything in it was checked. Raises ReplyRefused, Refused."""
    card = card_in_force(source)
    reply, pdf = Reply.read(content, card)
    act = Act.named(reply.act)
    closing = closed(source, act)
    minutes = next((one for one in as_seen(source, act, today) if reply.minutes == digest(one)), None)
    if minutes is None:
        raise ReplyRefused(
            "This reply was given on other minutes than the dossier makes now: something changed since the request. "
            "Make a new one. Nothing was recorded."
        )
    reply.answers(source.panel, closing, minutes)
    statement, _ = parted(content)
    return RecordSignature(
        act,
        closing.code,
        Verdict(reply.verdict),
        SignedHow.REPLY,
        card.name,
        reply.reason,
        statement.decode(),
        base64.b64encode(pdf).decode(),
    )


def on_paper(
    source: Source, act: Act, scan: bytes, signer: str, verdict: Verdict = Verdict.SIGNED, reason: str = ""
) -> RecordSignature:
    """The gesture that attaches the signed page, scanned as a PDF. Raises Refused, BadInput."""
    if not scan.startswith(b"%PDF-") or len(scan) > LARGEST_SCAN:
        raise BadInput(
            f"The signed page is a PDF of at most {LARGEST_SCAN // 2**20} MB: scan it as one. Nothing was recorded."
        )
    if not signer.strip():
        raise BadInput("Say who signed. Nothing was recorded.")
    minutes = base64.b64encode(scan).decode()
    return RecordSignature(act, closed(source, act).code, verdict, SignedHow.PAPER, signer.strip(), reason, "", minutes)


def as_seen(source: Source, act: Act, today: date) -> Iterator[bytes]:
    """The minutes as a request shows them, in each language."""
    for language in Language:
        facts = minutes_facts(source, act, language, today, answered=False)
        yield minutes_pdf(facts)
