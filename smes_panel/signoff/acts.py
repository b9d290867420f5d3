"""The acts of the panel: closed under their code with the letters they carry, and looked at again afterwards."""

from __future__ import annotations

from smes_panel.dossier import Dossier
from smes_panel.gestures.closing import CloseAct, NotReadyToClose, RecordSignature
from smes_panel.model.closing import Act, Closing, Difference, Lack, Lacking, SignedHow, Verdict
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.signoff.letters import digests


def lacking(dossier: Dossier, act: Act) -> tuple[Lack, ...]:
    """What keeps this act from closing, incomplete letters with why they are."""
    letters, blocked = digests(dossier, act)
    reasons = {one.application: one.why for one in blocked}
    return tuple(
        Lack(one.kind, one.application, reasons.get(one.application, "")) if one.kind is Lacking.LETTER else one
        for one in dossier.read.lacking(act, letters)
    )


def close(dossier: Dossier, act: Act, by: Member) -> Closing:
    """Closes an act under its code. Raises Refused; NotReadyToClose says what is lacking."""
    letters, blocked = digests(dossier, act)
    try:
        dossier.do(CloseAct(act, by, tuple(letters.items())))
    except NotReadyToClose as refusal:
        reasons = {one.application: one.why for one in blocked}
        lacks = tuple(
            Lack(one.kind, one.application, reasons.get(one.application, "")) if one.kind is Lacking.LETTER else one
            for one in refusal.lacks
        )
        raise NotReadyToClose(str(refusal), lacks) from None
    closing = dossier.read.in_force(act)
    assert closing is not None
    return closing


def sign_as_chair(dossier: Dossier, act: Act, chair: Member) -> None:
    """The chair's own signature of a shortlist, where the rules delegate it. Raises Refused."""
    closing = dossier.read.in_force(act)
    code = "" if closing is None else closing.code
    dossier.do(RecordSignature(act, code, Verdict.DELEGATED, SignedHow.CHAIR, chair.name))


def moved(dossier: Dossier, closing: Closing) -> tuple[Difference, ...]:
    """What is otherwise than it was sealed."""
    letters, _ = digests(dossier, closing.act)
    return dossier.read.changed(closing, letters)


def acts(dossier: Dossier) -> tuple[Act, ...]:
    """Every act there is or may be: the two stages, then each seat proposed from the reserve."""
    read = dossier.read
    keys = read.keys()
    return (*(Act(stage) for stage in Stage), *(Act(Stage.INTERVIEW, keys[one]) for one in read.promotions()))
