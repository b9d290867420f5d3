"""The words: whole in three languages, right in number, and nothing on screen that is not one of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTableView, QTextEdit, QWidget

import ui.wording
from smes_panel import errors
from smes_panel.errors import PanelError
from smes_panel.gestures import (
    applications,
    asking,
    assessment,
    bundles,
    closing,
    conflict,
    correspondence,
    criterion,
    decision,
    deliberation,
    documents,
    exceptions,
    letters,
    offer,
    own,
    panel,
    revision,
    vacancy,
)
from smes_panel.gestures.gesture import Gesture, Together
from smes_panel.model.application import DocumentKind, ExceptionKind, Identity
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.bundle import BundleAnswer
from smes_panel.model.closing import Act, SignedHow, Verdict
from smes_panel.model.decision import LetterKind, OfferAnswer, Outcome, Position, SendingHow, SendingState
from smes_panel.model.panel import Member, Role
from smes_panel.model.passage import Passage
from smes_panel.model.vacancy import Criterion, Posting, Stage
from smes_panel.model.words import Language, Words
from smes_panel.queries.answers import Sending
from tests.core.panels import bundle
from tests.ui import dossiers
from tests.ui.conftest import Opener, ctrl, settle
from ui.widgets.label import Elided, Label
from ui.window import Window
from ui.wording import Counted, Tongue, dates, frame
from ui.wording.applications import RECEIVED_COUNT
from ui.wording.errors import OTHER, trouble
from ui.wording.gestures import SOMETHING, named
from ui.wording.letters import NAMES


def inside(value: object, name: str) -> Iterator[tuple[str, Words]]:
    """Every record of words within a value, with where it is."""
    if isinstance(value, Words):
        yield name, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from inside(one, f"{name}[{key}]")
    elif isinstance(value, (tuple, list)):
        for place, one in enumerate(value):
            yield from inside(one, f"{name}[{place}]")
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from inside(getattr(value, part.name), f"{name}.{part.name}")


CATALOGUE = dict(
    pair
    for module in pkgutil.iter_modules(ui.wording.__path__)
    for name, value in vars(importlib.import_module(f"ui.wording.{module.name}")).items()
    if name.isupper() or name.startswith("_")
    for pair in inside(value, f"{module.name}.{name}")
)


def blanks(said: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(said) if field}


def test_the_catalogue_was_found() -> None:
    assert len(CATALOGUE) > 250


def test_words_are_whole_and_ask_for_the_same_fields() -> None:
    broken = [
        name
        for name, words in CATALOGUE.items()
        if not all((words.fr, words.nl, words.en)) or not blanks(words.fr) == blanks(words.nl) == blanks(words.en)
    ]
    assert broken == []


def test_words_are_set_as_printers_set_them() -> None:
    french = re.compile(r"[^\u00a0][?!:;»](?:\s|$)|«[^\u00a0]| [?!:;»%]")
    assert [words.fr for words in CATALOGUE.values() if french.search(words.fr)] == []
    said = [said for words in CATALOGUE.values() for said in (words.fr, words.nl, words.en)]
    assert [one for one in said if "'" in one or '"' in one or "!" in one] == []
    assert [words for words in CATALOGUE.values() if "«" in words.nl + words.en] == []


def test_none_is_one_in_french_and_many_in_dutch_and_english() -> None:
    said = {language: [Tongue(language).counted(RECEIVED_COUNT, n) for n in (0, 1, 2)] for language in Language}
    assert said == {
        Language.FR: ["0 reçue", "1 reçue", "2 reçues"],
        Language.NL: ["0 ontvangen", "1 ontvangen", "2 ontvangen"],
        Language.EN: ["0 received", "1 received", "2 received"],
    }
    many = Counted(Words("un", "een", "one"), Words("des", "veel", "many"))
    assert [Tongue(language).counted(many, 0) for language in Language] == ["un", "veel", "many"]


def test_braces_in_what_a_person_wrote_are_left_alone() -> None:
    assert Tongue()(frame.NOT_HERE, page="{page} {0}") == "{page} {0} n’existe pas encore dans cette version."


A_MEMBER = Member("m", 1, "Yasmina Modèle", Role.CHAIR)
A_SENDING = Sending("1", SendingHow.PRINT, SendingState.PRINTED, datetime(2022, 6, 24, tzinfo=UTC))
GESTURES: tuple[Gesture, ...] = (
    dossiers.application("Salma Esquisse"),
    applications.CompleteApplication("a", dossiers.application("Salma Esquisse").incoming),
    applications.CorrectIdentity("a", Identity(name="Salma Esquisse")),
    exceptions.OnlyThisOne("a", ExceptionKind.LATE, "motif"),
    exceptions.TheOthersToo("a", ExceptionKind.LATE),
    documents.Unlock("a", "d", "secret", "texte"),
    applications.SettleKind("a", "d", DocumentKind.CV),
    applications.AttachDocuments("a", dossiers.application("Salma Esquisse").incoming.documents),
    applications.Merge("a", "b"),
    applications.TakeApart("a"),
    applications.KeepBoth("a", "b"),
    applications.Admit("a", examined=True, reason="un motif"),
    applications.Admit("a", examined=False, reason="un motif"),
    applications.Withdraw("a"),
    applications.Erase("a"),
    bundles.PutUp(bundle(1)),
    bundles.DecideBundle("a", BundleAnswer.EACH, bundle(1).parts),
    assessment.Rate(A_MEMBER, "a", Stage.SCREENING, "C08", Answer(RatingState.RATED, 3)),
    assessment.HandIn(A_MEMBER, Stage.SCREENING, ("a", "b")),
    assessment.AttachPassage(A_MEMBER, "a", Stage.SCREENING, "C03", Passage("0", 1, "x")),
    assessment.DetachPassage(A_MEMBER, "a", Stage.SCREENING, "C03", Passage("0", 1, "x")),
    revision.Correct(A_MEMBER, "a", Stage.SCREENING, "C08", Answer(RatingState.RATED, 3), "relu"),
    revision.AgreeOn("a", Stage.SCREENING, "C08", 3),
    revision.AgreeOn("a", Stage.SCREENING, "C08", None),
    own.Jot(A_MEMBER, "a", "une idée"),
    own.Calibrate(A_MEMBER, Stage.SCREENING, "C08", Answer(RatingState.RATED, 3)),
    conflict.DeclareConflict(A_MEMBER, "a", "une parenté"),
    conflict.WithdrawConflict(A_MEMBER, "a"),
    asking.AskNot(A_MEMBER, A_MEMBER, "C08"),
    asking.AskNot(A_MEMBER, A_MEMBER, "C08", asked=True),
    asking.ReadBlind(A_MEMBER, Stage.INTERVIEW),
    asking.ReadBlind(A_MEMBER, None),
    assessment.TakeBackGrid(A_MEMBER, "a", Stage.SCREENING),
    assessment.OpenGrids(Stage.SCREENING),
    decision.Decide("a", Stage.SCREENING, Outcome.INVITED),
    decision.TakeBackOutcome("a", Stage.SCREENING),
    deliberation.TakePosition(A_MEMBER, "a", Stage.SCREENING, Position.AGREES),
    deliberation.TakePosition(A_MEMBER, "a", Stage.SCREENING, None),
    deliberation.Meet(Stage.SCREENING, date(2022, 6, 24)),
    deliberation.CancelMeeting("x"),
    deliberation.StepOut(A_MEMBER, "a", Stage.SCREENING),
    deliberation.StepOut(A_MEMBER, "a", Stage.SCREENING, out=False),
    closing.CloseAct(Act(Stage.SCREENING), A_MEMBER, ()),
    closing.CloseAct(Act(Stage.INTERVIEW, "K-04"), A_MEMBER, ()),
    closing.ReopenAct(Act(Stage.SCREENING), A_MEMBER, "une raison"),
    closing.RecordSignature(Act(Stage.SCREENING), "", Verdict.SIGNED, SignedHow.REPLY, "x"),
    closing.EnterSigner("x", "Dominique Fictive", "x"),
    offer.AnswerOffer("a", OfferAnswer.ACCEPTED),
    offer.AnswerOffer("a", None),
    offer.Promote("a", "une raison"),
    offer.TakeBackPromotion("a"),
    correspondence.MarkReady("a", LetterKind.OFFER, "x", date(2022, 6, 24)),
    correspondence.BackToDraft("a", LetterKind.OFFER),
    correspondence.Release(LetterKind.OFFER, ("a", "b"), ()),
    correspondence.RecordSending("a", LetterKind.OFFER, A_SENDING),
    letters.WriteTemplate(LetterKind.OFFER, Language.NL, "x"),
    letters.ResetTemplate(LetterKind.OFFER, Language.NL),
    letters.WriteOwnText("a", LetterKind.OFFER, "x"),
    letters.DropOwnText("a", LetterKind.OFFER),
    decision.FillField("a", Stage.SCREENING, "reason", "un motif"),
    panel.AddMember("Yasmina Modèle", Role.CHAIR),
    vacancy.OpenVacancy(Posting("", Language.FR), (Criterion("C01", "x"),)),
    vacancy.Settle("weight.C08", "2"),
    vacancy.FreezeChecklist(),
    criterion.EditCriterion("C08", name=Words(fr="Langues")),
    criterion.AddCriterion(Words(fr="Écoute")),
    criterion.RemoveCriterion("C15"),
    criterion.MoveCriterion("C08", "C02"),
    criterion.NestCriterion("C08", "C02"),
    criterion.NestCriterion("C08a"),
)


Kind = TypeVar("Kind")


def every(kind: type[Kind]) -> set[type[Kind]]:
    return {kind, *(one for child in kind.__subclasses__() for one in every(child))}


def test_every_gesture_has_its_words(window: Window) -> None:
    # A slotted dataclass leaves the class it was made from behind, so kinds are told apart by name.
    ours = [kind for kind in every(cast("type[object]", Gesture)) if kind.__module__.startswith("smes_panel.")]
    kinds = {kind.__name__ for kind in ours} - {"Gesture", "Together"}
    assert {type(gesture).__name__ for gesture in GESTURES} == kinds
    assert window.session is not None
    read = window.session.read
    for language in Language:
        tongue = Tongue(language)
        said = [named(gesture, tongue, read) for gesture in (*GESTURES, Together(GESTURES[:3]))]
        assert tongue(SOMETHING) not in said
        assert len(set(said)) == len(said)


def test_what_is_settled_is_called_by_its_name_and_not_taken_for_a_criterion(window: Window) -> None:
    assert window.session is not None
    read = window.session.read
    settled = [
        named(vacancy.Settle(question, "2024-12-31"), Tongue(Language.EN), read)
        for question in ("reserve_until", "position.nl", "weight.C08")
    ]
    called = [Tongue(Language.EN)(NAMES[name]).capitalize() for name in ("reserve_until", "position")]
    assert settled == [*(f"{name}: 2024-12-31" for name in called), "C8, weight: 2024-12-31"]


def test_a_gesture_names_the_application_by_its_key(window: Window) -> None:
    assert window.session is not None
    read = window.session.read
    one = read.application_id("K-04")
    rate = assessment.Rate(A_MEMBER, one, Stage.SCREENING, "C08", Answer(RatingState.RATED, 3))
    assert named(rate, Tongue(), read) == "K-04, C8 : 3"
    both = Together((rate, rate, rate))
    assert named(both, Tongue(Language.EN), read) == "K-04, C8: 3 (and 2 more)"


OPENING = {
    errors.WrongPassphrase,
    errors.NotADossier,
    errors.FileTooNew,
    errors.FileDamaged,
    errors.FileInUse,
    errors.FileNotFound,
    errors.PlaceReadOnly,
    errors.DiskFull,
    errors.EngineTooOld,
}


def test_every_refusal_is_said_and_those_of_opening_in_their_own_words() -> None:
    for kind in every(PanelError):
        assert trouble(kind("a sentence of the core"))
    assert [kind.__name__ for kind in OPENING if trouble(kind("")) is OTHER] == []


class Echo(Tongue):
    """A language in which every word of the catalogue is marked, so that one that is not stands out."""

    def __call__(self, words: Words, /, **said: object) -> str:
        return f"⟦{Tongue.__call__(self, words, **said)}⟧"


_NAMES = re.compile(r"\b(?:Ctrl|Alt|F\d+|Français|Nederlands|English|FR|NL|EN|Smes Panel|K-\d+|CV|C?\d+|[A-Z])\b")


def shown(widget: QWidget) -> Iterator[str]:
    """Everything that a widget says to the eye or to a screen reader."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield re.sub(r"<[^>]+>", "", widget.toolTip())
    match widget:
        case Elided():
            yield widget.said()
        case Label():
            yield widget.text()
        case QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QTextEdit() | QPlainTextEdit():
            yield widget.toPlainText()
        case QTableView():
            model = widget.model()
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal))
                for row in range(model.rowCount()):
                    yield str(model.index(row, column).data())


def escaped(window: Window, known: tuple[str, ...]) -> list[str]:
    """What is on screen and neither in the catalogue nor in the dossier."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        for said in shown(widget):
            rest = said
            while rest != (rest := re.sub(r"⟦[^⟦⟧]*⟧", "", rest)):
                pass
            for one in known:
                rest = rest.replace(one, "")
            if re.search(r"[^\W\d_]{2,}", _NAMES.sub("", rest)):
                found.append(said)
    return found


def test_no_word_on_screen_escapes_the_catalogue(window: Window) -> None:
    assert window.session is not None
    read = window.session.read
    posting = read.posting()
    known: list[str] = [posting.text, posting.title or "", posting.mission or "", posting.apply_to or ""]
    known += [*posting.missions, posting.organisation or "", *posting.documents]
    for one in read.criteria():
        known.append(one.wording)
        texts = [
            one.label,
            *one.questions,
            *(text for said in one.anchors.values() for text in said.values()),
        ]
        known += [said for words in texts for said in (words.fr, words.nl, words.en)]
    for line in read.applications():
        known += [line.identity.name, line.identity.email, line.subject, *(one.name for one in line.documents)]
    # Dates come from Babel, in the language of the moment; parts of words are replaced after wholes.
    known += ["juin", "heure de Bruxelles", "dimanche"]
    known = sorted(filter(None, known), key=len, reverse=True)
    window.tongue = Echo()
    window.rebuild()
    settle()
    assert escaped(window, tuple(known)) == []
    ctrl(Qt.Key.Key_2)
    assert escaped(window, tuple(known)) == []
    window.session.do(vacancy.Settle("weight.C07", "3"))
    assert escaped(window, tuple(known)) == []
    ctrl(Qt.Key.Key_L)
    today = dates.weekday(Tongue(), datetime.now(UTC).astimezone().date())
    assert escaped(window, ("Chargé·e de projets fictifs", today, " ".join(today.split()[1:]))) == []


def test_an_empty_window_is_in_the_catalogue_too(open_window: Opener) -> None:
    window = open_window()
    window.tongue = Echo()
    window.rebuild()
    settle()
    assert escaped(window, ()) == []
