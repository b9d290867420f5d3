"""The director's answer to a signing request, `*.smesreply`: a small signed statement, with the signed minutes.

The file is one line of canonical JSON. The statement is what the key signs; it names the request as it was seen, the
minutes as they were seen and the signed ones that come with it, so that no byte of the file can change unseen.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Self

from smes_panel.errors import BadInput, ReplyRefused, SignatureBroken, UnknownName
from smes_panel.model.change import canonical
from smes_panel.model.closing import Act, Closing, Verdict, shown
from smes_panel.signing import pades
from smes_panel.signing.card import Card
from smes_panel.signing.container import digest, is_digest, is_line, spelled, to_bytes, to_text
from smes_panel.signing.keys import Key
from smes_panel.signing.request import LARGEST, Request

LONGEST_REASON = 2_000
"""In characters."""

_SCHEME = "smes-reply-1"
_LONGEST_ID = 128
_STATEMENT = {"smes": str, "said": dict, "signature": str}
_FILE = {**_STATEMENT, "minutes": str}
_ALTERED = "This file is no signed reply, or was altered on its way. Ask for it again."


@dataclass(frozen=True, slots=True)
class Reply:
    """What the holder of a card (its fingerprint) answered, when, to which closing of which dossier.

    `request` is the fingerprint of the request as seen; `minutes` and `size` are the SHA-256 and the bytes of the
    minutes as seen; `enclosed` is the SHA-256 of the signed minutes that come with the answer, or empty.
    """

    dossier: str
    act: str
    number: int
    code: str
    verdict: str
    reason: str
    at: str
    signer: str
    request: str
    minutes: str
    size: int
    enclosed: str

    @classmethod
    def read(cls, content: bytes, card: Card) -> tuple[Self, bytes]:
        """What a file answers, and the signed minutes in it (empty where it brings none), every signature checked
        against the card that the dossier holds. Raises ReplyRefused.
        """
        statement, pdf = parted(content)
        return cls.checked(statement, pdf, card), pdf

    @classmethod
    def checked(cls, statement: bytes, pdf: bytes, card: Card) -> Self:
        """What a statement answers, with the signed minutes that came with it. Raises ReplyRefused."""
        try:
            found = spelled(statement, _STATEMENT)
            said, signature = found["said"], to_bytes(found["signature"])
            assert isinstance(said, dict)
            reply = cls(**said) if _plausible(said) and found["smes"] == _SCHEME else None
        except ValueError:
            raise ReplyRefused(_ALTERED) from None
        if reply is None:
            raise ReplyRefused(_ALTERED)
        if reply.signer != card.fingerprint:
            raise ReplyRefused(
                f"This reply was not made with the card of {card.name} that this dossier holds. Nothing was recorded."
            )
        if not card.signed(signature, reply.signed):
            raise ReplyRefused(
                f"The signature of this reply is not the one of {card.name}: it was altered. Nothing was recorded."
            )
        reply.fit(pdf, card)
        return reply

    @property
    def signed(self) -> bytes:
        """The bytes that the key signs."""
        return canonical([_SCHEME, asdict(self)])

    @property
    def instant(self) -> datetime:
        """When it was answered, by the clock of who answered."""
        return datetime.fromisoformat(self.at)

    def answers(self, dossier: str, closing: Closing, minutes: bytes) -> None:
        """Raises ReplyRefused unless this answers that closing of that dossier, with these minutes (PDF)."""
        if self.dossier != dossier:
            raise ReplyRefused("This reply answers a request from another dossier. Nothing was recorded.")
        if (self.act, self.number) != (closing.act.name, closing.number):
            raise ReplyRefused(
                f"This reply answers closing {self.number} of {self.act}, not closing {closing.number} of "
                f"{closing.act.name}. Nothing was recorded."
            )
        if self.code != closing.code:
            raise ReplyRefused(
                f"This reply answers the code {shown(self.code)}, and the closing stands under {shown(closing.code)}. "
                "Nothing was recorded."
            )
        if (self.minutes, self.size) != (digest(minutes), len(minutes)):
            raise ReplyRefused(
                "This reply was given on other minutes than those of this closing. Nothing was recorded."
            )

    def fit(self, pdf: bytes, card: Card) -> None:
        """Raises ReplyRefused for signed minutes that are not those of the statement."""
        if (digest(pdf) if pdf else "") != self.enclosed:
            raise ReplyRefused("The signed minutes are not those that this reply speaks of. Nothing was recorded.")
        if not pdf:
            return
        if digest(pdf[: self.size]) != self.minutes:
            raise ReplyRefused("What was signed is not the minutes that were seen. Nothing was recorded.")
        try:
            pades.check(pdf, card)
        except SignatureBroken as broken:
            raise ReplyRefused(f"{broken} Nothing was recorded.") from None


def answer(key: Key, request: Request, verdict: Verdict, at: datetime, reason: str = "") -> bytes:
    """The file that answers a request: its minutes signed where the verdict is that, a reason where it is refused.

    `at` carries its offset. Raises BadInput for a refusal without a reason; SignatureBroken for minutes that are no PDF
    that can be signed.
    """
    reason = reason.strip()
    if verdict is Verdict.DELEGATED or len(reason) > LONGEST_REASON:
        raise BadInput(f"A request is signed or refused, with at most {LONGEST_REASON} characters of reason.")
    if verdict is Verdict.REFUSED and not reason:
        raise BadInput("A refusal to sign carries its reason. Nothing was written.")
    pdf = pades.sign(request.minutes, key, at) if verdict is Verdict.SIGNED else b""
    reply = Reply(
        dossier=request.dossier,
        act=request.act.name,
        number=request.number,
        code=request.code,
        verdict=verdict.value,
        reason=reason,
        at=at.isoformat(timespec="seconds"),
        signer=key.card.fingerprint,
        request=request.fingerprint,
        minutes=digest(request.minutes),
        size=len(request.minutes),
        enclosed=digest(pdf) if pdf else "",
    )
    return joined(
        canonical({"smes": _SCHEME, "said": asdict(reply), "signature": to_text(key.sign(reply.signed))}), pdf
    )


def parted(content: bytes) -> tuple[bytes, bytes]:
    """The statement of a file and the signed minutes in it, nothing checked but the spelling. Raises ReplyRefused."""
    if len(content) > 2 * LARGEST:
        raise ReplyRefused("This reply is too large to be one and was not read.")
    try:
        found = spelled(content, _FILE)
        return canonical({name: found[name] for name in _STATEMENT}), to_bytes(found["minutes"])
    except ValueError:
        raise ReplyRefused(_ALTERED) from None


def joined(statement: bytes, pdf: bytes) -> bytes:
    """The file of a statement and of the signed minutes."""
    found = spelled(statement, _STATEMENT)
    return canonical({**found, "minutes": to_text(pdf)})


def _plausible(said: dict[str, object]) -> bool:
    """Whether these are the fields of a reply, each of its kind and within its bounds."""
    if said.keys() != {one.name for one in fields(Reply)}:
        return False
    number, size, reason, at = said["number"], said["size"], said["reason"], said["at"]
    try:
        Act.named(str(said["act"]))
        timed = isinstance(at, str) and datetime.fromisoformat(at).isoformat(timespec="seconds") == at
        timed = timed and datetime.fromisoformat(str(at)).tzinfo is not None
    except (UnknownName, ValueError):
        return False
    refused = said["verdict"] == Verdict.REFUSED
    return (
        timed
        and all(is_line(said[name], _LONGEST_ID) for name in ("dossier", "act"))
        and type(number) is int
        and 0 < number < 10**6
        and type(size) is int
        and 0 < size <= LARGEST
        and all(is_digest(said[name]) for name in ("code", "signer", "request", "minutes"))
        and (said["verdict"] == Verdict.SIGNED or refused)
        and isinstance(reason, str)
        and len(reason) <= LONGEST_REASON
        and (bool(reason.strip()) or not refused)
        and (said["enclosed"] == "" or is_digest(said["enclosed"]))
    )
