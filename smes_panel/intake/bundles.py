"""Several applications in one mail: who they are from, as far as the mail tells, for a person to decide."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from smes_panel.intake.headers import Mailbox, instant
from smes_panel.intake.identity import is_person, propose
from smes_panel.intake.kinds import folded
from smes_panel.intake.names import plain_line, plain_name
from smes_panel.intake.persons import EMAIL, headline, looks_like_name, neat_name, person_in
from smes_panel.model.application import DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.bundle import BundleAnswer, IncomingBundle

_MOST = 100
# Each is compared with all those above it: a text made up of nothing else would hold the reading up for minutes.
_WRITTEN_OUT = 400
_BODY = 400_000
_HEAD_LINES = 12
_FIELD = re.compile(
    r"^(?P<quoted>[>\s|]*)\*?(?P<name>from|de|van|exp[ée]diteur|afzender|to|[àa]|aan|destinataires?|geadresseerde|"
    r"sent|envoy[ée](?: le)?|verzonden|date|datum|subject|objet|onderwerp|betreft|cc)\s?\*?\s?:\s?\*?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_FROM = frozenset(("from", "de", "van", "expediteur", "afzender"))
_TO = frozenset(("to", "a", "aan", "destinataire", "destinataires", "geadresseerde"))
_SENT = frozenset(("sent", "envoye", "envoye le", "verzonden", "date", "datum"))
_SUBJECT = frozenset(("subject", "objet", "onderwerp", "betreft"))


@dataclass(frozen=True, slots=True)
class _Block:
    """One message written out in the text of another: its fields and what it says."""

    sender: Mailbox
    to: str
    subject: str
    sent: str
    text: str
    depth: int


def joined(
    message: IncomingDocument,
    fingerprint: str,
    source: str,
    arrived: datetime | None,
    parts: Sequence[IncomingApplication],
) -> IncomingApplication:
    """All parts as one application: the mail itself, then every document of theirs."""
    first = parts[0]
    documents = [document for part in parts for document in part.documents[1:]]
    return IncomingApplication(
        fingerprint, source, first.received_at or arrived, first.identity, first.subject, (message, *documents)
    )


def answered(
    bundle: IncomingBundle, answer: BundleAnswer, chosen: Collection[int] = ()
) -> tuple[IncomingApplication, ...]:
    """The applications that a bundle becomes; `chosen` are the places of the parts that are applications, from 0."""
    if answer is BundleAnswer.ONE:
        return (bundle.whole,)
    if answer is BundleAnswer.NONE:
        return ()
    return tuple(part for place, part in enumerate(bundle.parts) if not chosen or place in chosen)


def divided(whole: IncomingApplication, sender: Mailbox) -> tuple[IncomingApplication, ...]:
    """The applications that one message seems to hold: messages written out in it, or CVs of several people.

    Fewer than two where it is one person's. A document goes with whose name it bears; what bears nobody's is a part of
    its own, without a name, so that nobody is given what is another's.
    """
    message, *documents = whole.documents
    blocks = _side_by_side(message.text[:_BODY])
    if len(blocks) > 1:
        people = [block.sender for block in blocks]
        parts = [
            _of_block(whole, number, block, _theirs(block.sender, people, documents))
            for number, block in enumerate(blocks)
        ]
    else:
        people = _named_by_cvs(documents)
        if len(people) < 2 or any(_same(sender, one) for one in people if is_person(sender.email)):
            return ()
        parts = [_of_person(whole, number, one, _theirs(one, people, documents)) for number, one in enumerate(people)]
    given = {id(document) for part in parts for document in part.documents}
    left = tuple(document for document in documents if id(document) not in given)
    if left:
        identity = Identity()
        fingerprint = _digest(whole, "left")
        parts.append(
            replace(whole, fingerprint=fingerprint, identity=identity, documents=left, messages=(), answers=())
        )
    return tuple(parts)


def _digest(whole: IncomingApplication, what: str) -> str:
    return hashlib.sha256(f"{whole.fingerprint}\0{what}".encode("utf-8", "replace")).hexdigest()


def _of_block(
    whole: IncomingApplication, number: int, block: _Block, documents: list[IncomingDocument]
) -> IncomingApplication:
    texts = [(document.kind, document.text) for document in documents if not document.remark]
    text = block.text.strip()
    name = plain_name(f"{block.subject[:80] or 'message'} – {block.sender.name or block.sender.email}.txt")
    written = IncomingDocument(name, DocumentKind.MESSAGE, "text/plain", text.encode("utf-8", "replace"), text)
    return IncomingApplication(
        _digest(whole, f"{number}\0{block.sender.email}\0{block.sender.name}"),
        whole.source,
        instant(block.sent) or whole.received_at,
        propose(block.sender.name, block.sender.email, "", text, texts),
        block.subject[:500] or whole.subject,
        (written, *documents),
    )


def _of_person(
    whole: IncomingApplication, number: int, person: Mailbox, documents: list[IncomingDocument]
) -> IncomingApplication:
    texts = [(document.kind, document.text) for document in documents if not document.remark]
    identity = propose(person.name, person.email, "", "", texts)
    return replace(
        whole,
        fingerprint=_digest(whole, f"{number}\0{person.name}"),
        identity=replace(identity, name=identity.name or person.name),
        documents=tuple(documents),
        # They came in one mail, and are no twins for that.
        messages=(),
        answers=(),
    )


def _theirs(
    person: Mailbox, people: Sequence[Mailbox], documents: Sequence[IncomingDocument]
) -> list[IncomingDocument]:
    """The documents that bear this person's name and nobody else's of these."""
    return [
        one
        for one in documents
        if _bears(one, person) and not any(_bears(one, other) for other in people if other is not person)
    ]


def _words(person: Mailbox) -> set[str]:
    return {word for word in folded(f"{person.name} {person.email.partition('@')[0]}").split() if len(word) > 2}


def _same(one: Mailbox, other: Mailbox) -> bool:
    return bool(_words(one) & _words(other))


def _bears(document: IncomingDocument, person: Mailbox) -> bool:
    own = _words(person)
    if own & set(folded(document.name.rpartition(".")[0]).split()):
        return True
    if person.email and person.email.casefold() in document.text[:_BODY].casefold():
        return True
    names = {word for word in folded(person.name).split() if len(word) > 2}
    head = set(folded(document.text[:3_000]).split())
    return len(names) > 1 and names <= head


def _named_by_cvs(documents: Sequence[IncomingDocument]) -> list[Mailbox]:
    """The people whom CVs name beyond doubt: in words that their own e-mail address or file name says again."""
    found: list[Mailbox] = []
    for document in documents:
        if document.kind is not DocumentKind.CV or document.remark:
            continue
        name, emails = headline(document.text), [hit for hit in EMAIL.findall(document.text[:6_000]) if is_person(hit)]
        called = set(folded(f"{' '.join(hit.partition('@')[0] for hit in emails)} {document.name}").split())
        words = {word for word in folded(name).split() if len(word) > 2}
        if not words & called:
            name = neat_name(person_in(document.name.rpartition(".")[0]))
            words = {word for word in folded(name).split() if len(word) > 2}
            if len(words) < 2 or not words & set(folded(document.text[:3_000]).split()):
                continue
        person = Mailbox(name, next((hit for hit in emails if words & set(folded(hit).split())), ""))
        if not any(_same(person, other) for other in found):
            found.append(person)
    return found


# Messages written out in the text of another


def _side_by_side(body: str) -> list[_Block]:
    """The messages in a text that none of the others there carries: a message and what it answers are one."""
    blocks = [block for block in _blocks(body) if block.sender.email or looks_like_name(block.sender.name)]
    top: list[_Block] = []
    for place, block in enumerate(blocks):
        above = blocks[:place]
        if not above or not any(_inside(block, other) for other in above):
            top.append(block)
    people: list[_Block] = []
    for block in top:
        if is_person(block.sender.email or "x@x.x") and not any(_same(block.sender, one.sender) for one in people):
            people.append(block)
    return people[:_MOST] if len(people) > 1 else []


def _inside(block: _Block, above: _Block) -> bool:
    """Whether a message was sent to who sent the one above it, or to their house: then that one passed it on."""
    if block.depth > above.depth or not block.to:
        return True
    domain = above.sender.email.rpartition("@")[2].casefold()
    to = block.to.casefold()
    return bool(domain and f"@{domain}" in to and not _shared(domain)) or (
        above.sender.email.casefold() in to if above.sender.email else _same(above.sender, Mailbox(block.to))
    )


def _shared(domain: str) -> bool:
    """Whether everybody may have an address there: that two do says nothing."""
    return bool(
        re.match(r"(?:gmail|hotmail|outlook|live|yahoo|skynet|proximus|telenet|scarlet|icloud|proton)\w*\.", domain)
    )


def _blocks(body: str) -> list[_Block]:
    lines = body.splitlines()
    heads = ((number, *found) for number in range(len(lines)) if (found := _head(lines, number)))
    starts = list(islice(heads, _WRITTEN_OUT))
    blocks = []
    for place, (number, fields, end) in enumerate(starts):
        below = starts[place + 1][0] if place + 1 < len(starts) else len(lines)
        quoted = _FIELD.match(lines[number])
        depth = quoted["quoted"].count(">") if quoted else 0
        text = "\n".join(line.lstrip("> ") for line in lines[end:below])
        who = fields["from"].replace("[mailto:", "<").replace("]", ">")
        email = EMAIL.search(who)
        name = plain_line(re.split(r"[<\[(]", who)[0]).strip(" \"'*")
        sender = Mailbox("" if "@" in name else name, email.group() if email else "")
        blocks.append(_Block(sender, fields["to"], plain_line(fields["subject"]), fields["sent"], text, depth))
    return blocks


def _head(lines: list[str], start: int) -> tuple[dict[str, str], int] | None:
    """The fields that begin on a line, and the line after them; None where no message begins there."""
    fields = {"from": "", "to": "", "subject": "", "sent": ""}
    number = start
    for number in range(start, min(start + _HEAD_LINES, len(lines))):
        found = _FIELD.match(lines[number])
        if found is None:
            if number == start:
                return None
            if not lines[number].strip("> \t*"):
                break
            continue
        kind = _kind(found["name"])
        if number == start and kind != "from":
            return None
        if kind and not fields[kind]:
            fields[kind] = found["value"].strip(" *")
    if fields["from"] and (fields["subject"] or fields["sent"]):
        return fields, number
    return None


def _kind(name: str) -> str:
    word = folded(name)
    for kind, words in (("from", _FROM), ("to", _TO), ("subject", _SUBJECT), ("sent", _SENT)):
        if word in words:
            return kind
    return ""
