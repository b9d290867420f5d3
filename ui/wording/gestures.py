"""The words for every gesture, as the status bar names it beside Undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from smes_panel.gestures.applications import (
    AddApplication,
    Admit,
    AttachDocuments,
    CompleteApplication,
    CorrectIdentity,
    Erase,
    KeepBoth,
    Merge,
    SettleKind,
    TakeApart,
    Withdraw,
)
from smes_panel.gestures.asking import AskNot, ReadBlind
from smes_panel.gestures.assessment import AttachPassage, DetachPassage, HandIn, OpenGrids, Rate, TakeBackGrid
from smes_panel.gestures.bundles import DecideBundle, PutUp
from smes_panel.gestures.conflict import DeclareConflict, WithdrawConflict
from smes_panel.gestures.criterion import AddCriterion, EditCriterion, MoveCriterion, NestCriterion, RemoveCriterion
from smes_panel.gestures.decision import Decide, FillField, TakeBackOutcome
from smes_panel.gestures.documents import Unlock
from smes_panel.gestures.exceptions import OnlyThisOne, TheOthersToo
from smes_panel.gestures.gesture import Gesture, Together
from smes_panel.gestures.own import Calibrate, Jot
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.revision import AgreeOn, Correct
from smes_panel.gestures.vacancy import FreezeChecklist, OpenVacancy, Settle
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Words
from ui.wording.applications import KINDS, OUTCOMES
from ui.wording.deciding import decided
from ui.wording.letters import NAMES
from ui.wording.tongue import Counted, Tongue

if TYPE_CHECKING:
    from smes_panel.queries import Queries

OPEN_VACANCY = Words("Poste repris de l’annonce", "Vacature overgenomen uit de tekst", "Vacancy read from the posting")
SETTLE = Words("{what} : {answer}", "{what}: {answer}", "{what}: {answer}")
SETTLE_CRITERION = Words("C{number}, {what} : {answer}", "C{number}, {what}: {answer}", "C{number}, {what}: {answer}")
EDIT_CRITERION = Words(
    "C{number} : {what}, nouvelle version", "C{number}: {what}, nieuwe versie", "C{number}: {what}, new version"
)
NEST_CRITERION = Words("C{number} précise C{under}", "C{number} verfijnt C{under}", "C{number} details C{under}")
CRITERION_ALONE = Words(
    "C{number} est un critère à part", "C{number} is een criterium op zich", "C{number} is a criterion of its own"
)
ADD_CRITERION = Words("Critère ajouté : {name}", "Criterium toegevoegd: {name}", "Criterion added: {name}")
ADD_SUB_CRITERION = Words(
    "C{number} détaillé par « {name} »", "C{number} opgesplitst met “{name}”", "C{number} detailed by “{name}”"
)
REMOVE_CRITERION = Words("C{number} retiré", "C{number} verwijderd", "C{number} removed")
MOVE_CRITERION = Words("C{number} déplacé", "C{number} verplaatst", "C{number} moved")
FREEZE = Words("Critères arrêtés", "Criteria vastgelegd", "Criteria settled")
ADD_MEMBER = Words(
    "{name} ajouté·e au jury ({role})", "{name} toegevoegd aan de jury ({role})", "{name} added to the panel ({role})"
)
ADD_APPLICATION = Words("Candidature ajoutée : {name}", "Kandidatuur toegevoegd: {name}", "Application added: {name}")
COMPLETE_APPLICATION = Words("{key} : pièces ajoutées", "{key}: stukken toegevoegd", "{key}: documents added")
CORRECT_IDENTITY = Words("{key} : identité corrigée", "{key}: identiteit verbeterd", "{key}: identity corrected")
SETTLE_KIND = Words("{key} : pièce devenue « {kind} »", "{key}: stuk is nu “{kind}”", "{key}: document is now “{kind}”")
ATTACH_DOCUMENTS = Words("{key} : pièces jointes", "{key}: stukken bijgevoegd", "{key}: documents attached")
PUT_UP = Words(
    "e-mail à traiter ajouté : {who}", "te behandelen e-mail toegevoegd: {who}", "e-mail to decide on added: {who}"
)
DECIDE_BUNDLE = Counted(
    Words("e-mail traité : {n} candidature", "e-mail behandeld: {n} kandidatuur", "e-mail decided: {n} application"),
    Words("e-mail traité : {n} candidatures", "e-mail behandeld: {n} kandidaturen", "e-mail decided: {n} applications"),
)
MERGE = Words("{one} et {other} réunies", "{one} en {other} samengevoegd", "{one} and {other} merged")
TAKE_APART = Words("{key} séparée", "{key} weer losgemaakt", "{key} taken apart")
KEEP_BOTH = Words("{one} et {other} gardées", "{one} en {other} behouden", "{one} and {other} both kept")
ADMIT = Words("{key} : à examiner", "{key}: te onderzoeken", "{key}: to be examined")
NOT_ADMIT = Words("{key} : ne sera pas examinée", "{key}: wordt niet onderzocht", "{key}: not to be examined")
WITHDRAW = Words("{key} : désistement", "{key}: teruggetrokken", "{key}: withdrawn")
ERASE = Words("{key} effacé·e", "{key} gewist", "{key} erased")
RATE = Words("{key}, C{number} : {answer}", "{key}, C{number}: {answer}", "{key}, C{number}: {answer}")
RATED_AGAIN = Words(
    "C{number} : {was} devenu {answer}", "C{number}: van {was} naar {answer}", "C{number}: {was} became {answer}"
)
RATED = Words("C{number} : {answer}", "C{number}: {answer}", "C{number}: {answer}")
COMMENTED = Words("C{number} : commentaire", "C{number}: opmerking", "C{number}: comment")
ONLY_THIS_ONE = Words(
    "Exception pour {key}\u00a0: motif gardé",
    "Uitzondering voor {key}: reden bewaard",
    "Exception for {key}: reason kept",
)
THE_OTHERS_TOO = Words("Les autres comme {key}", "De anderen zoals {key}", "The others like {key}")
UNLOCK = Words("Pièce de {key} déverrouillée", "Stuk van {key} ontgrendeld", "Document of {key} unlocked")
ATTACH_PASSAGE = Words(
    "Passage attaché à C{number}", "Passage gekoppeld aan C{number}", "Passage attached to C{number}"
)
DETACH_PASSAGE = Words(
    "Passage détaché de C{number}", "Passage losgekoppeld van C{number}", "Passage detached from C{number}"
)
DECLARE_CONFLICT = Words(
    "{key} : conflit d’intérêts déclaré", "{key}: belangenconflict gemeld", "{key}: conflict of interest declared"
)
WITHDRAW_CONFLICT = Words(
    "{key} : conflit d’intérêts retiré", "{key}: belangenconflict ingetrokken", "{key}: conflict of interest withdrawn"
)
ASK_NOT = Words(
    "C{number} n’est pas demandé à {name}", "C{number} wordt niet gevraagd aan {name}", "C{number} not asked of {name}"
)
ASK_AFTER_ALL = Words(
    "C{number} est de nouveau demandé à {name}",
    "C{number} wordt weer gevraagd aan {name}",
    "C{number} asked of {name} again",
)
READ_BLIND = Words("Lecture sans les noms", "Lezen zonder namen", "Read without names")
READ_NAMES = Words("Lecture avec les noms", "Lezen met namen", "Read with names")
CORRECT = Words(
    "{key}, C{number} corrigé : {answer}",
    "{key}, C{number} verbeterd: {answer}",
    "{key}, C{number} corrected: {answer}",
)
AGREE_ON = Words(
    "{key}, C{number} : note du jury {level}",
    "{key}, C{number}: score van de jury {level}",
    "{key}, C{number}: the panel’s rating {level}",
)
AGREE_ON_NOTHING = Words(
    "{key}, C{number} : note du jury retirée",
    "{key}, C{number}: score van de jury ingetrokken",
    "{key}, C{number}: the panel’s rating taken away",
)
JOT = Words("{key} : notes privées", "{key}: eigen notities", "{key}: private notes")
CALIBRATE = Words(
    "Candidature fictive, C{number} : {answer}",
    "Fictieve kandidatuur, C{number}: {answer}",
    "Fictitious candidate, C{number}: {answer}",
)
TAKE_BACK = Words("Avis sur {key} repris", "Beoordeling van {key} teruggenomen", "Opinion on {key} taken back")
HAND_IN = Counted(
    Words(
        "Avis remis sur {n} candidature",
        "Beoordeling van {n} kandidatuur ingediend",
        "Opinion handed in on {n} application",
    ),
    Words(
        "Avis remis sur {n} candidatures",
        "Beoordeling van {n} kandidaturen ingediend",
        "Opinions handed in on {n} applications",
    ),
)
OPEN_GRIDS = Words(
    "Avis ouverts : étape {stage}", "Beoordelingen geopend: fase {stage}", "Opinions opened: {stage} stage"
)
DECIDE = Words("{key} : {outcome}", "{key}: {outcome}", "{key}: {outcome}")
TAKE_BACK_OUTCOME = Words("{key} : à décider", "{key}: te beslissen", "{key}: to be decided")
FILL_FIELD = Words("{key} : champ de lettre rempli", "{key}: veld van de brief ingevuld", "{key}: letter field filled")
CLEAR_FIELD = Words(
    "{key} : champ de lettre vidé", "{key}: veld van de brief leeggemaakt", "{key}: letter field cleared"
)
TOGETHER = Counted(
    Words("{first}", "{first}", "{first}"),
    Words("{first} (et {rest} de plus)", "{first} (en nog {rest})", "{first} (and {rest} more)"),
)
SOMETHING = Words("Dernier geste", "Laatste handeling", "Last action")

ROLES = {
    Role.CHAIR: Words("présidence", "voorzitter", "chair"),
    Role.MEMBER: Words("membre", "lid", "member"),
    Role.SECRETARY: Words("secrétariat", "secretariaat", "secretary"),
    Role.DIRECTOR: Words("direction", "directie", "director"),
    Role.OBSERVER: Words("observation", "waarnemer", "observer"),
}
STAGES = {
    Stage.SCREENING: Words("dossier", "dossier", "file"),
    Stage.INTERVIEW: Words("entretien", "gesprek", "interview"),
}
ANSWERS = {
    RatingState.NOT_ASSESSABLE: Words("pas évaluable", "niet te beoordelen", "cannot be assessed"),
    RatingState.NOT_RATED: Words("note effacée", "score gewist", "rating cleared"),
    RatingState.ABSTAINED: Words("abstention", "onthouding", "abstention"),
    RatingState.RECUSED: Words("déport", "verschoning", "recusal"),
    RatingState.NOT_ASKED: Words("pas demandé", "niet gevraagd", "not asked"),
}
PARTS = {
    "name": Words("nom", "naam", "name"),
    "wording": Words("libellé", "formulering", "wording"),
    "anchors": Words("repères", "ijkpunten", "anchors"),
    "questions": Words("questions", "vragen", "questions"),
}
LEVELS = {
    "true": Words("essentiel", "essentieel", "essential"),
    "false": Words("souhaité", "gewenst", "desirable"),
}
CHOSEN = {
    **{stage.value: words for stage, words in STAGES.items()},
    "both": Words("les deux", "beide", "both"),
    "none": Words("aucune", "geen", "none"),
}
_BY_CRITERION = ("weight", "essential", "stages")
QUESTIONS = {
    "reference": Words("référence", "referentie", "reference"),
    "closes_at": Words("échéance", "deadline", "deadline"),
    "weight": Words("poids", "gewicht", "weight"),
    "essential": Words("niveau", "niveau", "level"),
    "stages": Words("étape", "fase", "stage"),
}


def named(gesture: Gesture, tongue: Tongue, read: Queries) -> str:
    """What a gesture was, in a few words; it names the application by its key, as people do."""
    match gesture:
        case Together(gestures=several) if several:
            first = named(several[0], tongue, read)
            return tongue.counted(TOGETHER, len(several), first=first, rest=len(several) - 1)
        case OpenVacancy():
            return tongue(OPEN_VACANCY)
        case Settle(question=question, answer=answer):
            return _settled(question, answer, tongue)
        case EditCriterion() | AddCriterion() | RemoveCriterion() | MoveCriterion() | NestCriterion():
            return _of_criterion(gesture, tongue)
        case FreezeChecklist():
            return tongue(FREEZE)
        case AddMember(name=name, role=role):
            return tongue(ADD_MEMBER, name=name, role=tongue(ROLES[role]))
        case AddApplication(incoming=incoming):
            return tongue(ADD_APPLICATION, name=incoming.identity.name or incoming.identity.email or incoming.source)
        case PutUp(incoming=bundle):
            return tongue(PUT_UP, who=bundle.sender)
        case DecideBundle(incoming=several):
            return tongue.counted(DECIDE_BUNDLE, len(several))
        case AskNot(criterion=code, member=member, asked=asked):
            number = code[1:].lstrip("0")
            return tongue(ASK_AFTER_ALL if asked else ASK_NOT, number=number, name=member.name)
        case Calibrate(criterion=code, answer=answer):
            return tongue(CALIBRATE, number=code[1:].lstrip("0"), answer=_answer(tongue, answer))
        case ReadBlind(until=until):
            return tongue(READ_NAMES if until is None else READ_BLIND)
        case HandIn(applications=several):
            return tongue.counted(HAND_IN, len(several))
        case OpenGrids(stage=stage):
            return tongue(OPEN_GRIDS, stage=tongue(STAGES[stage]))
        case _:
            return _about_one(gesture, tongue, read.keys())


def _about_one(gesture: Gesture, tongue: Tongue, keys: Mapping[str, str]) -> str:
    match gesture:
        case CompleteApplication(application=one):
            return tongue(COMPLETE_APPLICATION, key=keys.get(one, "K-?"))
        case CorrectIdentity(application=one):
            return tongue(CORRECT_IDENTITY, key=keys.get(one, "K-?"))
        case AttachDocuments(application=one):
            return tongue(ATTACH_DOCUMENTS, key=keys.get(one, "K-?"))
        case Merge(one=one, other=other):
            return tongue(MERGE, one=keys.get(one, "K-?"), other=keys.get(other, "K-?"))
        case KeepBoth(one=one, other=other):
            return tongue(KEEP_BOTH, one=keys.get(one, "K-?"), other=keys.get(other, "K-?"))
        case TakeApart(application=one):
            return tongue(TAKE_APART, key=keys.get(one, "K-?"))
        case Admit(application=one, examined=examined):
            return tongue(ADMIT if examined else NOT_ADMIT, key=keys.get(one, "K-?"))
        case Withdraw(application=one):
            return tongue(WITHDRAW, key=keys.get(one, "K-?"))
        case OnlyThisOne(application=one):
            return tongue(ONLY_THIS_ONE, key=keys.get(one, "K-?"))
        case TheOthersToo(application=one):
            return tongue(THE_OTHERS_TOO, key=keys.get(one, "K-?"))
        case Unlock(application=one):
            return tongue(UNLOCK, key=keys.get(one, "K-?"))
        case SettleKind(application=one, kind=kind):
            return tongue(SETTLE_KIND, key=keys.get(one, "K-?"), kind=tongue(KINDS[kind]))
        case Erase(application=one):
            return tongue(ERASE, key=keys.get(one, "K-?"))
        case Rate(criterion=code, answer=answer, was=Answer() as was):
            return _rated(tongue, code[1:].lstrip("0"), was, answer)
        case Rate(application=one, criterion=code, answer=answer):
            return tongue(RATE, key=keys.get(one, "K-?"), number=code[1:].lstrip("0"), answer=_answer(tongue, answer))
        case AttachPassage(criterion=code):
            return tongue(ATTACH_PASSAGE, number=code[1:].lstrip("0"))
        case DetachPassage(criterion=code):
            return tongue(DETACH_PASSAGE, number=code[1:].lstrip("0"))
        case Correct(application=one, criterion=code, answer=answer):
            number, said = code[1:].lstrip("0"), _answer(tongue, answer)
            return tongue(CORRECT, key=keys.get(one, "K-?"), number=number, answer=said)
        case AgreeOn(application=one, criterion=code, level=level):
            words = AGREE_ON_NOTHING if level is None else AGREE_ON
            return tongue(words, key=keys.get(one, "K-?"), number=code[1:].lstrip("0"), level=level)
        case Jot(application=one):
            return tongue(JOT, key=keys.get(one, "K-?"))
        case DeclareConflict(application=one):
            return tongue(DECLARE_CONFLICT, key=keys.get(one, "K-?"))
        case WithdrawConflict(application=one):
            return tongue(WITHDRAW_CONFLICT, key=keys.get(one, "K-?"))
        case TakeBackGrid(application=one):
            return tongue(TAKE_BACK, key=keys.get(one, "K-?"))
        case Decide(application=one, outcome=outcome):
            return tongue(DECIDE, key=keys.get(one, "K-?"), outcome=tongue(OUTCOMES[outcome.value]))
        case TakeBackOutcome(application=one):
            return tongue(TAKE_BACK_OUTCOME, key=keys.get(one, "K-?"))
        case FillField(application=one, value=value):
            return tongue(FILL_FIELD if value.strip() else CLEAR_FIELD, key=keys.get(one, "K-?"))
        case _:
            return decided(gesture, tongue, keys) or tongue(SOMETHING)


def _answer(tongue: Tongue, answer: Answer) -> str:
    return str(answer.level) if answer.level else tongue(ANSWERS[answer.state])


def _rated(tongue: Tongue, number: str, was: Answer, now: Answer) -> str:
    """What became of a rating whose past is known; its application is the one on screen."""
    if (was.state, was.level) == (now.state, now.level):
        return tongue(COMMENTED, number=number)
    if was.state is RatingState.NOT_RATED or now.state is RatingState.NOT_RATED:
        return tongue(RATED, number=number, answer=_answer(tongue, now))
    return tongue(RATED_AGAIN, number=number, was=_answer(tongue, was), answer=_answer(tongue, now))


def _of_criterion(gesture: Gesture, tongue: Tongue) -> str:
    match gesture:
        case EditCriterion(code=code):
            what = ", ".join(tongue(PARTS[part]) for part in gesture.parts)
            return tongue(EDIT_CRITERION, number=code[1:].lstrip("0"), what=what)
        case AddCriterion(name=name, parent=None):
            return tongue(ADD_CRITERION, name=tongue(name))
        case AddCriterion(name=name, parent=str(parent)):
            return tongue(ADD_SUB_CRITERION, number=parent[1:].lstrip("0"), name=tongue(name))
        case RemoveCriterion(code=code):
            return tongue(REMOVE_CRITERION, number=code[1:].lstrip("0"))
        case NestCriterion(code=code, under=""):
            return tongue(CRITERION_ALONE, number=code[1:].lstrip("0"))
        case NestCriterion(code=code, under=under):
            return tongue(NEST_CRITERION, number=code[1:].lstrip("0"), under=under[1:].lstrip("0"))
        case MoveCriterion(code=code):
            return tongue(MOVE_CRITERION, number=code[1:].lstrip("0"))
        case _:
            return tongue(SOMETHING)


def _settled(question: str, answer: str, tongue: Tongue) -> str:
    name, _, code = question.partition(".")
    known = QUESTIONS.get(name) or NAMES.get(name)
    what = tongue(known) if known else name
    if name == "essential" and answer in LEVELS:
        answer = tongue(LEVELS[answer])
    elif name == "stages":
        answer = tongue(CHOSEN[answer]) if answer in CHOSEN else answer
    if code and name in _BY_CRITERION:
        return tongue(SETTLE_CRITERION, number=code[1:].lstrip("0"), what=what, answer=answer)
    return tongue(SETTLE, what=what.capitalize(), answer=answer)
