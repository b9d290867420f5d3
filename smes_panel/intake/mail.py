"""From the bytes of one message to an application: who wrote, when it came, what was attached."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from smes_panel.errors import BadInput, SetAside
from smes_panel.intake import bundles, documents, headers
from smes_panel.intake.extraction import OUTLOOK, SIGNED, TNEF, Reader
from smes_panel.intake.identity import propose
from smes_panel.intake.letter import Letter, read_letter
from smes_panel.intake.names import plain_name
from smes_panel.intake.plain import capped
from smes_panel.model.application import DocumentKind, IncomingApplication, IncomingDocument
from smes_panel.model.bundle import IncomingBundle

UNPACKED_DEPTH = 5

_ENTITY = re.compile(rb"(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,10}?(?i:content-type):")
_AUTOMATIC = re.compile(
    r"^\W*(?:automatic reply|auto(?:matic)?[- ]?reply|autoreply|out of (?:the )?office|r[ée]ponse automatique|"
    r"absence du bureau"
    r"|automatisch antwoord|automatische reactie|afwezig(?:heid)?\b|niet aanwezig|abwesenheit)",
    re.IGNORECASE,
)
_UNDELIVERED = re.compile(
    r"^\W*(?:undeliver|delivery (?:status|failure|delayed)|mail delivery (?:failed|system|subsystem)|returned "
    r"mail|failure notice"
    r"|warning: (?:message|could not)|non remis|[ée]chec de (?:remise|la remise)|message non distribu|"
    r"onbestelbaar|niet bezorgd)",
    re.IGNORECASE,
)


def read_mail(raw: bytes, source: str, reader: Reader) -> IncomingApplication | IncomingBundle:
    """The application that a message is, its documents read, or the several that it seems to be.

    `source` is what the person chose to import, for display. A message forwarded whole is read instead of the one
    that carries it. `SetAside` for reports and automatic replies; `BadInput` where nothing can be made of the bytes;
    nothing else is raised whatever they are.
    """
    letter = _unpacked(read_letter(raw, 0), reader, 0)
    sender, subject, arrived = letter.sender, letter.subject, letter.arrived
    letters = _applicants(letter)
    if len(letters) == 1:
        whole = _application(raw, source, letters[0], reader)
        parts = bundles.divided(whole, sender)
    else:
        parts = tuple(
            _application(_carried(one)[1], f"{source}#{number}", one, reader) for number, one in enumerate(letters, 1)
        )
        whole = bundles.joined(_message(raw, letter), hashlib.sha256(raw).hexdigest(), source, arrived, parts)
    if len(parts) < 2:
        return whole
    return IncomingBundle(whole, parts, sender.name or sender.email, subject[:500], arrived)


def read_message(raw: bytes, source: str, reader: Reader | None = None) -> IncomingApplication:
    """The one application that a message is, however many seem to be in it."""
    with Reader() as own:
        found = read_mail(raw, source, reader or own)
        return found.whole if isinstance(found, IncomingBundle) else found


def read_outlook(raw: bytes, source: str, reader: Reader) -> IncomingApplication | IncomingBundle:
    """The same for a message in a form of Outlook's (`.msg`), which is kept as it came."""
    written = reader.as_mail(raw)
    if not written:
        raise BadInput("The Outlook message is damaged and cannot be read: save it anew, or as .eml.")
    found = read_mail(written, source, reader)
    whole = found.whole if isinstance(found, IncomingBundle) else found
    message, *others = whole.documents
    name = plain_name(f"{message.name.removesuffix('.eml')}.msg")
    kept = replace(message, name=name, media_type=OUTLOOK, content=raw)
    whole = replace(whole, fingerprint=hashlib.sha256(raw).hexdigest(), documents=(kept, *others))
    return replace(found, whole=whole) if isinstance(found, IncomingBundle) else whole


def _unpacked(letter: Letter, reader: Reader, depth: int) -> Letter:
    """The letter with what was packed into it: an Outlook `.msg` is a message inside, what a `winmail.dat` or an S/MIME
    signature wraps is the letter's own.
    """
    kept: list[tuple[str, bytes]] = []
    for name, content in letter.attached:
        form = documents.media_type(content, name)
        if form == documents.ZIP and depth < UNPACKED_DEPTH:
            kept.append((name, content))
            kept += _looked_into(name, content, letter, depth)
            continue
        packed = form in (OUTLOOK, TNEF, SIGNED) and depth < UNPACKED_DEPTH
        written = reader.as_mail(content) if packed else b""
        if not written or (form == SIGNED and not _ENTITY.match(written)):
            kept.append((name, content))
            # A document that was signed by itself stands beside its signature.
            kept += [(re.sub(r"(?i)\.p7m$", "", name), written)] if written else []
            continue
        inner = read_letter(written, depth)
        if form == OUTLOOK:
            inner.raw = content
            letter.inner.append(inner)
            continue
        _unpacked(inner, reader, depth + 1)
        letter.texts += inner.texts if not letter.body else []
        letter.markup = letter.markup or inner.markup
        letter.images += inner.images
        letter.inner += inner.inner
        kept += inner.attached
    letter.attached = kept
    for inner in letter.inner:
        _unpacked(inner, reader, depth + 1)
    return letter


def _looked_into(name: str, content: bytes, letter: Letter, depth: int) -> Iterator[tuple[str, bytes]]:
    """The documents of an archive that came with a letter; the messages in it are messages inside the letter."""
    # Brought in when an archive comes: it is looked at as an import looks at folders, which imports this.
    from smes_panel.intake.enclosed import looked_into

    looked = letter.archives[name] = looked_into(name, content)
    for called, message in looked.messages:
        try:
            letter.inner.append(read_letter(message, depth + 1))
        except BadInput:
            yield called, message
    yield from looked.documents


def _message(raw: bytes, letter: Letter) -> IncomingDocument:
    name = plain_name(f"{letter.subject[:100] or 'message'}.eml")
    form = documents.media_type(raw, "")
    if form == OUTLOOK:
        return IncomingDocument(
            f"{name.removesuffix('.eml')}.msg", DocumentKind.MESSAGE, form, raw, capped(letter.body)
        )
    return IncomingDocument(name, DocumentKind.MESSAGE, documents.MESSAGE, raw, capped(letter.body))


def _attached(name: str, content: bytes, letter: Letter, reader: Reader) -> IncomingDocument:
    read = documents.incoming(name, content, reader)
    looked = letter.archives.get(name) if read.media_type == documents.ZIP else None
    return replace(read, remark=looked.remark) if looked else read


def _application(raw: bytes, source: str, letter: Letter, reader: Reader) -> IncomingApplication:
    message = _message(raw, letter)
    subject, body = letter.subject, message.text
    attached = [_attached(called, content, letter, reader) for called, content in letter.documents()]
    sender = letter.sender
    texts = [(document.kind, document.text) for document in attached if documents.says(document)]
    return IncomingApplication(
        fingerprint=hashlib.sha256(raw).hexdigest(),
        source=source,
        received_at=letter.arrived,
        identity=propose(sender.name, sender.email, subject, body, texts, answer_to=letter.answers_to),
        subject=subject[:500],
        documents=(message, *_named_apart(attached)),
        messages=letter.messages,
        answers=letter.answers,
    )


def _named_apart(found: list[IncomingDocument]) -> Iterator[IncomingDocument]:
    seen: dict[str, int] = {}
    for document in found:
        count = seen[document.name.casefold()] = seen.get(document.name.casefold(), 0) + 1
        stem, dot, ending = document.name.rpartition(".")
        apart = f"{stem[:110]} ({count}){dot}{ending}" if dot else f"{ending[:110]} ({count})"
        yield document if count == 1 else replace(document, name=plain_name(apart))


def _applicants(letter: Letter) -> list[Letter]:
    """The messages that are applications: those carried inside, unless the outer one alone brings documents."""
    _set_aside(letter)
    if not letter.inner:
        return [letter]
    found: list[Letter] = []
    why: SetAside | None = None
    for inner in letter.inner:
        try:
            found += _applicants(inner)
        except SetAside as reason:
            why = reason
    people: dict[str, list[Letter]] = {}
    for one in found:
        # Two that say of nobody that they are theirs are not one person's for that.
        people.setdefault(one.sender.email.casefold() or one.sender.name.casefold() or f"?{len(people)}", []).append(
            one
        )
    if not letter.brings():
        if why is not None and not people:
            raise why
        return [_as_one(several, apart=len(people) > 1) for several in people.values()]
    # Who applies may attach somebody's recommendation; who forwards attaches the applications of others.
    others = [who for who in people if who != letter.sender.email.casefold()]
    if sum(any(one.brings() for one in people[who]) for who in others) < 2:
        letter.attached.extend(_carried(inner) for inner in letter.inner)
        return [letter]
    return [letter, *(_as_one(several, apart=True) for several in people.values())]


def _as_one(letters: list[Letter], *, apart: bool) -> Letter:
    """The messages of one sender as one; each is kept beside the first where no other message carries them all."""
    first, *others = letters
    if not others:
        return first
    joined = replace(
        first, texts=list(first.texts), attached=list(first.attached), archives=dict(first.archives), joined=[]
    )
    for other in others:
        joined.texts.append(other.body)
        joined.joined.append(other.says("message-id"))
        joined.attached += [*([_carried(other)] if apart else []), *other.documents()]
        joined.archives |= other.archives
    return joined


def _carried(inner: Letter) -> tuple[str, bytes]:
    """A message attached among other documents: its bytes where it came as a file, else written out again."""
    try:
        content = inner.raw or inner.head.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError):
        content = b""
    ending = "msg" if documents.media_type(content, "") == OUTLOOK else "eml"
    return f"{inner.subject[:100] or 'message'}.{ending}", content


def _set_aside(letter: Letter) -> None:
    form = headers.token(letter.says("content-type"))
    if form == "multipart/report":
        raise SetAside("This is a delivery or reading report, not an application.")
    if letter.says("x-message-class"):
        raise SetAside("This is a contact, a task, a note or an appointment of Outlook's, not an application.")
    if form == "message/partial":
        raise SetAside("This is one fragment of a message cut in pieces: ask for it again in one piece.")
    unreturned = letter.says("return-path").strip() in ("", "<>")
    robot = letter.sender.email.partition("@")[0].casefold() in ("mailer-daemon", "postmaster")
    if _UNDELIVERED.match(letter.subject) and unreturned and (robot or letter.says("return-path")):
        raise SetAside("This is a delivery report, not an application.")
    automatic = headers.token(letter.says("auto-submitted"))
    documented = any(True for _ in letter.documents())
    replied = automatic.startswith("auto-replied") or letter.says("x-autoreply") or letter.says("x-autorespond")
    generated = automatic not in ("", "no") or _AUTOMATIC.match(letter.subject)
    if replied or headers.token(letter.says("precedence")) == "auto_reply" or (generated and not documented):
        raise SetAside("This is an automatic reply, not an application.")
