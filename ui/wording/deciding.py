"""The words of what is decided, closed, signed and sent, as the status bar names it beside Undo."""

from __future__ import annotations

from collections.abc import Mapping

from smes_panel.gestures.closing import CloseAct, EnterSigner, RecordSignature, ReopenAct
from smes_panel.gestures.correspondence import BackToDraft, MarkReady, RecordSending, Release
from smes_panel.gestures.deliberation import CancelMeeting, Meet, StepOut, TakePosition
from smes_panel.gestures.gesture import Gesture
from smes_panel.gestures.letters import DropOwnText, ResetTemplate, WriteOwnText, WriteTemplate
from smes_panel.gestures.offer import AnswerOffer, Promote, TakeBackPromotion
from smes_panel.model.closing import Act, Verdict
from smes_panel.model.decision import LetterKind, OfferAnswer, Position
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.wording.letters import KINDS
from ui.wording.tongue import Counted, Tongue

ACTS = {
    Stage.SCREENING: Words("présélection", "voorselectie", "shortlist"),
    Stage.INTERVIEW: Words("décision finale", "eindbeslissing", "final decision"),
}
PROMOTION = Words(
    "engagement de {key} depuis la réserve", "aanwerving van {key} uit de reserve", "offer to {key} from the reserve"
)
POSITIONS = {
    Position.AGREES: Words("d’accord", "akkoord", "agrees"),
    Position.MINORITY: Words("position minoritaire", "minderheidsstandpunt", "minority position"),
}
OFFER_ANSWERS = {
    OfferAnswer.ACCEPTED: Words("offre acceptée", "aanbod aanvaard", "offer accepted"),
    OfferAnswer.DECLINED: Words("offre déclinée", "aanbod geweigerd", "offer declined"),
    OfferAnswer.LAPSED: Words("offre sans suite", "aanbod vervallen", "offer lapsed"),
    OfferAnswer.LEFT: Words("quitte la réserve", "verlaat de reserve", "left the reserve"),
}
VERDICTS = {
    Verdict.SIGNED: Words("signée", "ondertekend", "signed"),
    Verdict.REFUSED: Words("signature refusée", "ondertekening geweigerd", "signature refused"),
    Verdict.DELEGATED: Words("signée par la présidence", "ondertekend door de voorzitter", "signed by the chair"),
}
TAKE_POSITION = Words("{name}, {key} : {position}", "{name}, {key}: {position}", "{name}, {key}: {position}")
NO_POSITION = Words(
    "{name}, {key} : position retirée", "{name}, {key}: standpunt ingetrokken", "{name}, {key}: position taken back"
)
MEET = Words("Réunion du {day} ({act})", "Vergadering van {day} ({act})", "Meeting of {day} ({act})")
CANCEL_MEETING = Words("Réunion retirée", "Vergadering verwijderd", "Meeting taken away")
STEP_OUT = Words(
    "{name} sort de la salle pour {key}", "{name} verlaat de zaal voor {key}", "{name} left the room for {key}"
)
STAY_IN = Words("{name} est resté·e pour {key}", "{name} bleef voor {key}", "{name} stayed for {key}")
CLOSE = Words("Délibération close : {act}", "Beraadslaging gesloten: {act}", "Deliberation closed: {act}")
REOPEN = Words("Délibération rouverte : {act}", "Beraadslaging heropend: {act}", "Deliberation reopened: {act}")
SIGN = Words("{act} : {verdict}", "{act}: {verdict}", "{act}: {verdict}")
ENTER_SIGNER = Words("Clé de {name} enregistrée", "Sleutel van {name} ingevoerd", "Key of {name} entered")
ANSWER_OFFER = Words("{key} : {answer}", "{key}: {answer}", "{key}: {answer}")
NO_ANSWER = Words("{key} : réponse retirée", "{key}: antwoord ingetrokken", "{key}: answer taken back")
PROMOTE = Words(
    "{key} : engagement proposé depuis la réserve",
    "{key}: aanwerving voorgesteld uit de reserve",
    "{key}: offer proposed from the reserve",
)
TAKE_BACK_PROMOTION = Words("{key} : proposition retirée", "{key}: voorstel ingetrokken", "{key}: proposal taken back")
MARK_READY = Words("{key} : {kind}, prête", "{key}: {kind}, klaar", "{key}: {kind}, ready")
BACK_TO_DRAFT = Words("{key} : {kind}, brouillon", "{key}: {kind}, ontwerp", "{key}: {kind}, draft")
RELEASE = Counted(
    Words("{kind} : {n} lettre libérée", "{kind}: {n} brief vrijgegeven", "{kind}: {n} letter released"),
    Words("{kind} : {n} lettres libérées", "{kind}: {n} brieven vrijgegeven", "{kind}: {n} letters released"),
)
SENDING = Words("{key} : {kind}, envoi noté", "{key}: {kind}, verzending genoteerd", "{key}: {kind}, sending noted")

WRITE_TEMPLATE = Words(
    "{kind} ({language}) : texte modifié", "{kind} ({language}): tekst gewijzigd", "{kind} ({language}): text changed"
)
RESET_TEMPLATE = Words(
    "{kind} ({language}) : texte de la maison",
    "{kind} ({language}): tekst van het huis",
    "{kind} ({language}): the house’s text",
)
WRITE_OWN_TEXT = Words("{key}, {kind} : texte à part", "{key}, {kind}: eigen tekst", "{key}, {kind}: its own text")
DROP_OWN_TEXT = Words(
    "{key}, {kind} : modèle commun", "{key}, {kind}: gemeenschappelijk model", "{key}, {kind}: shared template"
)


def act_named(tongue: Tongue, act: Act) -> str:
    """An act of the panel in a word or two."""
    return tongue(PROMOTION, key=act.promoted) if act.promoted else tongue(ACTS[act.stage])


def decided(gesture: Gesture, tongue: Tongue, keys: Mapping[str, str]) -> str | None:
    """What one of these gestures was, in a few words; `None` for another one."""

    def key(application: str) -> str:
        return keys.get(application, "K-?")

    def kind(of: LetterKind) -> str:
        return tongue(KINDS[of])

    match gesture:
        case TakePosition(member=member, application=one, position=None):
            return tongue(NO_POSITION, name=member.name, key=key(one))
        case TakePosition(member=member, application=one, position=Position() as position):
            return tongue(TAKE_POSITION, name=member.name, key=key(one), position=tongue(POSITIONS[position]))
        case Meet(stage=stage, day=day):
            return tongue(MEET, day=f"{day:%d/%m}", act=tongue(ACTS[stage]))
        case CancelMeeting():
            return tongue(CANCEL_MEETING)
        case StepOut(member=member, application=one, out=out):
            return tongue(STEP_OUT if out else STAY_IN, name=member.name, key=key(one))
        case CloseAct(act=act):
            return tongue(CLOSE, act=act_named(tongue, act))
        case ReopenAct(act=act):
            return tongue(REOPEN, act=act_named(tongue, act))
        case RecordSignature(act=act, verdict=verdict):
            return tongue(SIGN, act=act_named(tongue, act), verdict=tongue(VERDICTS[verdict]))
        case EnterSigner(name=name):
            return tongue(ENTER_SIGNER, name=name)
        case AnswerOffer(application=one, answer=None):
            return tongue(NO_ANSWER, key=key(one))
        case AnswerOffer(application=one, answer=OfferAnswer() as answer):
            return tongue(ANSWER_OFFER, key=key(one), answer=tongue(OFFER_ANSWERS[answer]))
        case Promote(application=one):
            return tongue(PROMOTE, key=key(one))
        case TakeBackPromotion(application=one):
            return tongue(TAKE_BACK_PROMOTION, key=key(one))
        case WriteTemplate(kind=of, language=language):
            return tongue(WRITE_TEMPLATE, kind=kind(of), language=language.upper())
        case ResetTemplate(kind=of, language=language):
            return tongue(RESET_TEMPLATE, kind=kind(of), language=language.upper())
        case WriteOwnText(application=one, kind=of):
            return tongue(WRITE_OWN_TEXT, key=key(one), kind=kind(of))
        case DropOwnText(application=one, kind=of):
            return tongue(DROP_OWN_TEXT, key=key(one), kind=kind(of))
        case MarkReady(application=one, kind=of):
            return tongue(MARK_READY, key=key(one), kind=kind(of))
        case BackToDraft(application=one, kind=of):
            return tongue(BACK_TO_DRAFT, key=key(one), kind=kind(of))
        case Release(kind=of, applications=several):
            return tongue.counted(RELEASE, len(several), kind=kind(of))
        case RecordSending(application=one, kind=of):
            return tongue(SENDING, key=key(one), kind=kind(of))
        case _:
            return None
