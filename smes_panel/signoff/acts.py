"""The acts of the panel: closed under their code with the letters they carry, and looked at again afterwards."""

from __future__ import annotations

from smes_panel.dossier import Dossier
from smes_panel.gestures.closing import CloseAct, NotReadyToClose, RecordSignature
from smes_panel.model.closing import Act, Closing, Difference, Lack, Lacking, SignedHow, Verdict
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.prints import Source
from smes_panel.signoff.letters import digests


def lacking(source: Source, act: Act) -> tuple[Lack, ...]:
    """What keeps this act from closing, incomplete letters with why they are."""
    letters, blocked = digests(source, act)
    reasons = {one.application: one.why for one in blocked}
    return tuple(
        Lack(one.kind, one.application, reasons.get(one.application, "")) if one.kind is Lacking.LETTER else one
        for one in source.read.lacking(act, letters)
    )


def to_close(source: Source, act: Act, by: Member) -> CloseAct:
    """The gesture that closes an act under its code, with the letters as they are."""
    return CloseAct(act, by, tuple(digests(source, act)[0].items()))


def close(dossier: Dossier, act: Act, by: Member) -> Closing:
    """Closes an act under its code. Raises Refused; NotReadyToClose says what is lacking."""
    lacks = lacking(dossier, act)
    try:
        dossier.do(to_close(dossier, act, by))
    except NotReadyToClose as refusal:
        raise NotReadyToClose(str(refusal), lacks) from None
    closing = dossier.read.in_force(act)
    assert closing is not None
    return closing


def as_chair(source: Source, act: Act, chair: Member) -> RecordSignature:
    """The gesture of the chair who signs a shortlist, where the rules delegate it."""
    closing = source.read.in_force(act)
    return RecordSignature(act, "" if closing is None else closing.code, Verdict.DELEGATED, SignedHow.CHAIR, chair.name)


def moved(source: Source, closing: Closing) -> tuple[Difference, ...]:
    """What is otherwise than it was sealed."""
    letters, _ = digests(source, closing.act)
    return source.read.changed(closing, letters)


def acts(source: Source) -> tuple[Act, ...]:
    """Every act there is or may be: the two stages, then each seat proposed from the reserve."""
    read = source.read
    keys = read.keys()
    return (*(Act(stage) for stage in Stage), *(Act(Stage.INTERVIEW, keys[one]) for one in read.promotions()))
