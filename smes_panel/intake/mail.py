"""From the bytes of one message to an application: who wrote, when it came, what was attached."""

from __future__ import annotations

import binascii
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.feedparser import BytesFeedParser
from email.message import Message
from email.policy import Compat32
from typing import TYPE_CHECKING, Any

from smes_panel.errors import BadInput, PanelError, SetAside
from smes_panel.intake import bundles, documents, headers
from smes_panel.intake.extraction import DOC, DOCX, OUTLOOK, PDF, SIGNED, TNEF, Reader
from smes_panel.intake.headers import Mailbox
from smes_panel.intake.identity import propose
from smes_panel.intake.names import plain_name
from smes_panel.intake.plain import capped, decoded, text_of_html, tidy
from smes_panel.model.application import DocumentKind, IncomingApplication, IncomingDocument
from smes_panel.model.bundle import IncomingBundle

if TYPE_CHECKING:
    from smes_panel.intake.enclosed import Looked

SIZE_LIMIT = 100_000_000
DEPTH_LIMIT = 50
PART_LIMIT = 1_000
UNPACKED_DEPTH = 5
HEAD_LIMIT = 1_000_000
LINE_LIMIT = 4_000_000

_SPACED = re.compile(rb"^([!-9;-~]{1,76})[ \t]+(?=:)", re.MULTILINE)
_FIELD = re.compile(rb"[!-9;-~]{1,76}[ \t]*:")
_ENTITY = re.compile(rb"(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,10}?(?i:content-type):")
_TELLING = re.compile(
    rb"^(?:from|to|subject|date|received|message-id|return-path|mime-version|content-type|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURES = frozenset(("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"))
_CONTROLS = frozenset(("application/pgp-encrypted", "text/x-amp-html", "text/rfc822-headers"))
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


class _Plain(Compat32):
    """Raw headers as text and nothing cleverer: the standard library's readings raise on what real mail holds."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = sourcelines[0].split(":", 1)
        return name, (value + "".join(sourcelines[1:]))[: headers.HEADER_LIMIT].strip()

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - the policy calls it by these names
        return value

    def fold_binary(self, name: str, value: str) -> bytes:
        # As it came: folded anew it would be another message, or raise.
        return f"{name}: {value}\n".encode("utf-8", "surrogateescape")


class _Part(Message):
    """A part that knows how deep it lies, so that a nest of messages is refused while it is read."""

    depth = 0

    def attach(self, payload: Any) -> None:
        payload.depth = self.depth + 1
        if payload.depth > DEPTH_LIMIT:
            raise BadInput(f"The message holds parts nested more than {DEPTH_LIMIT} deep and was not read.")
        super().attach(payload)


@dataclass
class _Letter:
    """What one message says, gathered while its parts are walked."""

    head: Message
    raw: bytes = b""
    texts: list[str] = field(default_factory=list)
    markup: str = ""
    attached: list[tuple[str, bytes]] = field(default_factory=list)
    images: list[tuple[str, bytes, str]] = field(default_factory=list)
    inner: list[_Letter] = field(default_factory=list)
    archives: dict[str, Looked] = field(default_factory=dict)

    def says(self, name: str) -> str:
        return str(self.head.get(name, "") or "")

    @property
    def subject(self) -> str:
        return headers.words(self.says("subject"))

    @property
    def answers_to(self) -> Mailbox:
        """Who is to be answered; a mailing list names itself here, and is nobody."""
        listed = self.says("list-id") or self.says("list-post") or headers.token(self.says("precedence")) == "list"
        named = () if listed else headers.mailboxes(self.says("reply-to"))
        return named[0] if named else Mailbox()

    @property
    def sender(self) -> Mailbox:
        named = headers.mailboxes(self.says("from")) or headers.mailboxes(self.says("sender"))
        return named[0] if named else Mailbox()

    @property
    def body(self) -> str:
        plain = tidy("\n\n".join(self.texts))
        # Some programs send a stub ("this message is in HTML") as the plain alternative.
        if len(plain) < 120 and self.markup:
            return max(plain, text_of_html(self.markup), key=len)
        return plain

    @property
    def arrived(self) -> datetime | None:
        """When our side took it in (the topmost `Received` that gives an instant), else when it says it was written."""
        stamps = [*(str(value) for value in self.head.get_all("received", [])[:20]), self.says("date")]
        return next((moment for moment in map(headers.instant, stamps) if moment), None)

    def documents(self) -> Iterator[tuple[str, bytes]]:
        yield from self.attached
        for name, content, mark in self.images:
            if not mark or f"cid:{mark}".lower() not in self.markup.lower():
                yield name, content

    def brings(self) -> bool:
        """Whether it has documents of its own: not signatures in pictures, nor an archive of other messages."""
        return any(
            not documents.media_type(content, name).startswith("image/")
            and not (name in self.archives and self.archives[name].messages and not self.archives[name].documents)
            for name, content in self.documents()
        )


def looks_like_message(raw: bytes) -> bool:
    """Whether bytes under any name are an e-mail message: they begin with headers, two of them telling."""
    head = raw[:20_000].lstrip(b"\xef\xbb\xbf\r\n")
    head = head.split(b"\n", 1)[-1] if head.startswith((b"From ", b">From ")) else head
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return bool(_FIELD.match(head)) and len({found.lower() for found in _TELLING.findall(block)}) >= 2


def read_mail(raw: bytes, source: str, reader: Reader) -> IncomingApplication | IncomingBundle:
    """The application that a message is, its documents read, or the several that it seems to be.

    `source` is what the person chose to import, for display. A message forwarded whole is read instead of the one
    that carries it. `SetAside` for reports and automatic replies; `BadInput` where nothing can be made of the bytes;
    nothing else is raised whatever they are.
    """
    letter = _unpacked(_read(raw, 0), reader, 0)
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


def _unpacked(letter: _Letter, reader: Reader, depth: int) -> _Letter:
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
        inner = _read(written, depth)
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


def _looked_into(name: str, content: bytes, letter: _Letter, depth: int) -> Iterator[tuple[str, bytes]]:
    """The documents of an archive that came with a letter; the messages in it are messages inside the letter."""
    # Brought in when an archive comes: it is looked at as an import looks at folders, which imports this.
    from smes_panel.intake.enclosed import looked_into

    looked = letter.archives[name] = looked_into(name, content)
    for called, message in looked.messages:
        try:
            letter.inner.append(_read(message, depth + 1))
        except BadInput:
            yield called, message
    yield from looked.documents


def _message(raw: bytes, letter: _Letter) -> IncomingDocument:
    name = plain_name(f"{letter.subject[:100] or 'message'}.eml")
    form = documents.media_type(raw, "")
    if form == OUTLOOK:
        return IncomingDocument(
            f"{name.removesuffix('.eml')}.msg", DocumentKind.MESSAGE, form, raw, capped(letter.body)
        )
    return IncomingDocument(name, DocumentKind.MESSAGE, documents.MESSAGE, raw, capped(letter.body))


def _attached(name: str, content: bytes, letter: _Letter, reader: Reader) -> IncomingDocument:
    read = documents.incoming(name, content, reader)
    looked = letter.archives.get(name) if read.media_type == documents.ZIP else None
    return replace(read, remark=looked.remark) if looked else read


def _application(raw: bytes, source: str, letter: _Letter, reader: Reader) -> IncomingApplication:
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
    )


def _named_apart(found: list[IncomingDocument]) -> Iterator[IncomingDocument]:
    seen: dict[str, int] = {}
    for document in found:
        count = seen[document.name.casefold()] = seen.get(document.name.casefold(), 0) + 1
        stem, dot, ending = document.name.rpartition(".")
        apart = f"{stem[:110]} ({count}){dot}{ending}" if dot else f"{ending[:110]} ({count})"
        yield document if count == 1 else replace(document, name=plain_name(apart))


def _read(raw: bytes, depth: int) -> _Letter:
    if len(raw) > SIZE_LIMIT:
        raise BadInput(f"The message is bigger than {SIZE_LIMIT // 1_000_000} MB and was not read.")
    if raw.count(b"\n") + raw.count(b"\r") > LINE_LIMIT:
        raise BadInput("The message has more lines than any message should and was not read.")
    parts = 0

    def part(policy: Any = None) -> _Part:
        nonlocal parts
        parts += 1
        if parts > PART_LIMIT:
            raise BadInput(f"The message has more than {PART_LIMIT} parts and was not read.")
        made = _Part(policy)
        made.depth = depth if parts == 1 else 0
        return made

    try:
        parser = BytesFeedParser(part, policy=_Plain())
        parser.feed(_mended(raw))
        head = parser.close()
        if not head.keys():
            raise BadInput("This is not an e-mail message: it has no headers.")
        letter = _Letter(head, raw)
        _walk(head, letter, depth)
    except PanelError:
        raise
    except RecursionError as error:
        raise BadInput("The message holds parts nested too deep and was not read.") from error
    except Exception as error:  # the standard library's parser raises anything at all on hostile bytes
        raise BadInput(f"The message is damaged and cannot be read ({type(error).__name__}).") from error
    return letter


def _mended(raw: bytes) -> bytes:
    """Without what stands before the first header; and `Subject :` as `Subject:`, which RFC 822 allowed."""
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    end = re.search(rb"\n\r?\n", raw[:HEAD_LIMIT])
    head = raw[: end.start()] if end else b""
    return _SPACED.sub(rb"\1", head) + raw[len(head) :] if _SPACED.search(head) else raw


def _walk(part: Message, letter: _Letter, depth: int) -> None:
    # The parts of a digest are messages without saying so.
    form = headers.token(str(part.get("content-type", "") or "")) or part.get_default_type()
    children = part.get_payload()
    if form.startswith("message/") and isinstance(children, list):
        _walk_message(part, letter, depth)
    elif isinstance(children, list):
        for child in _chosen(form, children):
            _walk(child, letter, depth + 1)
    else:
        _leaf(part, form, letter, depth)


def _chosen(form: str, children: list[Any]) -> list[Message]:
    found = [child for child in children if isinstance(child, Message)]
    return found[:1] if form == "multipart/signed" and len(found) == 2 else found


def _walk_message(part: Message, letter: _Letter, depth: int) -> None:
    carried = part.get_payload()
    inner = carried[0] if isinstance(carried, list) and carried else None
    form = headers.token(str(part.get("content-type", "") or "")) or part.get_default_type()
    if not isinstance(inner, Message) or form not in ("message/rfc822", "message/global", "message/news"):
        return
    if not inner.keys():
        # Some programs encode the whole message although RFC 2046 forbids it, and the parser then finds no header.
        content = _bytes(inner, headers.token(str(part.get("content-transfer-encoding", "") or "")))
        if looks_like_message(content):
            letter.inner.append(_read(content, depth + 1))
        return
    found = _Letter(inner)
    _walk(inner, found, depth + 1)
    letter.inner.append(found)


def _leaf(part: Message, form: str, letter: _Letter, depth: int) -> None:
    if form in _SIGNATURES or form in _CONTROLS:
        return
    said = headers.parameters(";" + str(part.get("content-type", "") or "").partition(";")[2])
    laid = str(part.get("content-disposition", "") or "")
    name = headers.parameters(";" + laid.partition(";")[2]).get("filename") or said.get("name", "")
    if not form.startswith("text/"):
        name = name or _last_of(headers.words(str(part.get("content-location", "") or "")))
    attached = headers.token(laid) == "attachment" or bool(name)
    content = _bytes(part, headers.token(str(part.get("content-transfer-encoding", "") or "")))
    if form.startswith("multipart/") and not attached:
        form = "text/plain"  # its boundary is missing: what there is can only be read
    if form.startswith("text/") and not attached and form != "text/calendar":
        text = decoded(content, said.get("charset", ""))
        if form == "text/html":
            letter.markup = letter.markup or text
        elif form == "text/plain" or not letter.texts:
            letter.texts.append(text)
        return
    if form == "text/calendar" and not attached:
        return
    if name.lower().endswith(".eml") and looks_like_message(content):
        letter.inner.append(_read(content, depth + 1))
        return
    mark = headers.words(str(part.get("content-id", "") or "")).strip("<> ")
    if form.startswith("image/") and (mark or headers.token(laid) == "inline"):
        letter.images.append((name or f"image.{form.partition('/')[2]}", content, mark))
    elif content.strip() or attached:
        letter.attached.append((name or _nameless(form), content))


def _last_of(place: str) -> str:
    """`Photo25.jpg` of a `Content-Location`; nothing of an address on the web, whose end names a page."""
    return "" if ":" in place else re.split(r"[/\\]", place)[-1]


def _nameless(form: str) -> str:
    ending = {PDF: "pdf", DOCX: "docx", DOC: "doc", "text/plain": "txt", "text/html": "html"}.get(form, "")
    ending = ending or (form.partition("/")[2] if form.startswith("image/") else "")
    return f"document.{ending}" if ending else "document"


def _bytes(part: Message, encoding: str) -> bytes:
    """The bytes of a leaf as its sender had them; what is wrongly encoded is kept as it came."""
    payload = part.get_payload()
    text = payload if isinstance(payload, str) else ""
    if encoding == "base64":
        return _base64(text)
    try:
        content = part.get_payload(decode=True) if part.get("content-transfer-encoding") else None
    except (ValueError, binascii.Error):
        content = None
    return content if isinstance(content, bytes) else text.encode("utf-8", "surrogateescape")


def _base64(text: str) -> bytes:
    raw = text.encode("ascii", "replace")
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        letters = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _applicants(letter: _Letter) -> list[_Letter]:
    """The messages that are applications: those carried inside, unless the outer one alone brings documents."""
    _set_aside(letter)
    if not letter.inner:
        return [letter]
    found: list[_Letter] = []
    why: SetAside | None = None
    for inner in letter.inner:
        try:
            found += _applicants(inner)
        except SetAside as reason:
            why = reason
    people: dict[str, list[_Letter]] = {}
    for one in found:
        people.setdefault(one.sender.email.casefold() or one.sender.name.casefold(), []).append(one)
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


def _as_one(letters: list[_Letter], *, apart: bool) -> _Letter:
    """The messages of one sender as one; each is kept beside the first where no other message carries them all."""
    first, *others = letters
    if not others:
        return first
    joined = replace(first, texts=list(first.texts), attached=list(first.attached), archives=dict(first.archives))
    for other in others:
        joined.texts.append(other.body)
        joined.attached += [*([_carried(other)] if apart else []), *other.documents()]
        joined.archives |= other.archives
    return joined


def _carried(inner: _Letter) -> tuple[str, bytes]:
    """A message attached among other documents: its bytes where it came as a file, else written out again."""
    try:
        content = inner.raw or inner.head.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError):
        content = b""
    ending = "msg" if documents.media_type(content, "") == OUTLOOK else "eml"
    return f"{inner.subject[:100] or 'message'}.{ending}", content


def _set_aside(letter: _Letter) -> None:
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
