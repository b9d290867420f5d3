"""The scenes that pictures are taken of: dossiers made once, and the way by keys and clicks to each state of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smes_panel.demo import mails
from smes_panel.demo.story import paced
from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import Admit
from smes_panel.gestures.assessment import Rate
from smes_panel.gestures.vacancy import OpenVacancy
from smes_panel.intake.example import example
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.vacancy import Stage
from tests.intake import forwards
from tests.ui import beginnings, dossiers
from tests.ui.conftest import Scripted, ctrl, press, settle, type_in
from tests.ui.scenes_compare import COMPARED
from ui.comforts import Comforts
from ui.pages import PAGES
from ui.pages.evaluate import Evaluate
from ui.widgets.button import Button, Segments
from ui.window import Window

PHRASE = "quatre tasses de thé"
FINISHED, MIDWAY, BEGUN = "Connect 2022.smes", "Connect.smes", "Accueil.smes"
"""A recruitment that is over; one whose files are being read; one that has its posting and nothing else."""
READER = "Dries Comité"
_REST_MS = 90
TODAY = date(2022, 6, 24)


def make_dossiers(folder: Path) -> Path:
    """The three dossiers and the mails of the demonstration, in `folder`."""
    whole = folder / "whole"
    whole.mkdir(parents=True)
    decided = False
    for line in paced(whole, PHRASE):
        # The first table of outcomes says who is read; after that, each empty line is a member's grids handed in.
        if decided and not line and not (folder / MIDWAY).exists():
            copyfile(whole / "connect.smes", folder / MIDWAY)
        decided = decided or line.startswith("outcomes")
    (whole / "connect.smes").rename(folder / FINISHED)
    with Dossier.open(folder / MIDWAY, PHRASE) as dossier:
        _read_some(dossier)
    with Dossier.create(folder / BEGUN, PHRASE) as dossier:
        dossier.do(OpenVacancy(*example("connect")))
    mails.write(folder / "mails")
    return folder


def _read_some(dossier: Dossier) -> None:
    """One member is through three files and in the middle of a fourth."""
    read = dossier.read
    member = next(one for one in read.panel() if one.name == READER)
    criteria = read.rated_at(Stage.SCREENING)
    for place, application in enumerate(read.rated_applications(Stage.SCREENING)[:4]):
        for at, criterion in enumerate(criteria[:5] if place == 3 else criteria):
            answer = Answer(RatingState.RATED, 1 + (place + 2 * at) % 4, "Deux exemples, datés." if at == 1 else "")
            if at == 4:
                answer = Answer(RatingState.NOT_ASSESSABLE, None, "Le dossier n’en parle pas.")
            dossier.do(Rate(member, application, Stage.SCREENING, criterion.code, answer))


class Studio:
    """A window, and what a scene may do with it: what a person would."""

    def __init__(self, dossiers: Path, desk: Path, size: tuple[int, int]) -> None:
        self._dossiers, self._desk, self._size = dossiers, desk, size
        self._prompts = Scripted([])
        self.mails = dossiers / "mails"
        self.window = Window(Comforts(), self._prompts)

    def stand(self, dossier: str | None, *, member: str = READER, locked: bool = False) -> Window:
        """A window anew, in the look of the moment, on a copy of a dossier."""
        self.window.close()
        self.window.deleteLater()
        settle()
        path, comforts = None, Comforts()
        comforts._kept.remove("recent")
        if dossier is not None:
            path = Path(copyfile(self._dossiers / dossier, self._desk / dossier))
            for known in (BEGUN, FINISHED, dossier):
                (self._desk / known).touch()
                comforts.opened(self._desk / known, TODAY)
        self.window = window = Window(comforts, self._prompts, path)
        window.resize(*self._size)
        window.show()
        window.activateWindow()
        settle()
        if path is not None and not locked:
            window.unlock(path, PHRASE)
            settle()
            self.sit(member)
        return window

    def sit(self, name: str) -> None:
        """Have this member at the screen, where there are any."""
        session = self.window.session
        assert session is not None
        for one in session.read.panel():
            if one.name == name:
                self.window.comforts.sits(session.panel, one.id)
                self.window.comforts.share(session.panel, shared=False)
                session.seat(one.id)
        self.window.go("home")
        settle()

    def go(self, name: str) -> QWidget:
        """Show a page, by its key."""
        digit = 1 if name == "home" else next(page.digit for page in PAGES if page.name == name)
        ctrl(Qt.Key(Qt.Key.Key_0 + digit))
        assert self.window._name == name, f"{name} did not open"
        return self.window.page

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def calm(self) -> None:
        """Let layouts that follow from other layouts come to rest."""
        settle()
        QTest.qWait(_REST_MS)
        settle()

    def wait(self, until: Callable[[], bool], least_ms: int = 0, most_ms: int = 8000) -> None:
        """Let the window go on until something is so."""
        QTest.qWait(least_ms)
        for _turn in range(most_ms // 20):
            if until():
                break
            QTest.qWait(20)
        settle()


@dataclass(frozen=True, slots=True)
class Scene:
    """A state of a page, on one of the dossiers or on none; `play` takes the window there."""

    page: str
    state: str
    dossier: str | None
    play: Callable[[Studio], object]
    locked: bool = False

    @property
    def name(self) -> str:
        return f"{self.page}-{self.state}"


def _new(studio: Studio) -> None:
    from ui.pages.home import Home

    page = studio.window.page
    assert isinstance(page, Home)
    studio.click(page.new)
    assert page._new is not None
    page._new.sources.choose(2)
    page._new._choose_source(2)
    studio.wait(lambda: studio.window.job("posting") is None, 60)
    page._new.passphrase.setText("quatre tasses de thé")
    page._new.again.setText("quatre tasses de thé")


def _wrong(_studio: Studio) -> None:
    type_in("quatre tasses de café")
    press(Qt.Key.Key_Return)


def _seat(studio: Studio) -> None:
    studio.window.choose_member()
    settle()


def _search(words: str) -> Callable[[Studio], None]:
    def play(studio: Studio) -> None:
        studio.go("applications")
        ctrl(Qt.Key.Key_F)
        type_in(words)
        settle()

    return play


def _to(name: str, *keys: Qt.Key) -> Callable[[Studio], None]:
    def play(studio: Studio) -> None:
        studio.go(name)
        for key in keys:
            press(key)

    return play


def _over(name: str, key: Callable[[], None]) -> Callable[[Studio], None]:
    def play(studio: Studio) -> None:
        studio.go(name)
        key()

    return play


def _seek_anything() -> None:
    ctrl(Qt.Key.Key_K)
    type_in("pro")


def _by_hand(studio: Studio) -> None:
    from ui.pages.applications import Applications

    page = studio.go("applications")
    assert isinstance(page, Applications)
    page.enter_by_hand()
    settle()


def _mailbox(studio: Studio, *, refused: bool = False) -> None:
    """The card of a mailbox: its folders to choose from, or the server's word on the password."""
    from smes_panel.intake.imap import Listed, Listing
    from smes_panel.intake.imap.visit import NO_ENTRY
    from ui.pages.applications import Applications
    from ui.pages.applications.foot import reason
    from ui.pages.applications.mailbox import MailboxForm, Seen, VisitDraft

    page = studio.go("applications")
    assert isinstance(page, Applications)
    if page.form is not None:
        page.form.closed.emit()
    page.open_form(VisitDraft((("server", "imap.exemple.invalid"), ("user", "emploi@exemple.invalid"), ("since", ""))))
    assert isinstance(page.form, MailboxForm)
    page.form.password.setText("trois petits chats")
    if refused:
        page.form.tell("password", reason(studio.window.tongue, NO_ENTRY))
    else:
        listing = Listing((Listed("INBOX"), Listed("Candidatures 2022"), Listed("Envoyés", "Sent")))
        page.form.show_folders(Seen(listing, "", keeps=True, kept=False))
    settle()


def _bring(studio: Studio) -> None:
    """Mails that are there already, and some that are none."""
    from ui.pages.applications import Applications

    page = studio.go("applications")
    assert isinstance(page, Applications)
    press(Qt.Key.Key_Escape)
    odd = studio.mails.parent / "odd"
    odd.mkdir(exist_ok=True)
    for name, content in (
        (
            "Absence du bureau.eml",
            b"From: a@exemple.invalid\nSubject: Absence du bureau\nAuto-Submitted: auto-replied\n\nx",
        ),
        ("vide.eml", b""),
        ("annonce.zip", b"PK\x05\x06 cut short"),
    ):
        (odd / name).write_bytes(content)
    page.import_paths([studio.mails, odd])
    studio.wait(lambda: studio.window.job("import") is None, 100)
    page.foot.show_import(page.place.brought)


LIST = """\
Candidatures reçues au guichet;;;;;;
Horodateur;Nom;Prénom;Adresse e-mail;GSM;Motivation;CV (lien)
02/06/2022 09:30;MODÈLE;Yasmina;yasmina.liste@exemple.invalid;0470 12 34 56;Je vous propose ma candidature.;cv.pdf
03/06/2022 10:00;SCHETS;Wout;wout.liste@exemple.invalid;0470 12 34 57;Ik stel mij graag kandidaat.;cv.pdf
03/06/2022 11:15;FIGURINE;Elif;elif.liste@exemple.invalid;470123458;;cv.pdf
;;;;0470 12 34 59;;
"""


def _list(studio: Studio) -> None:
    """A list whose columns are being told."""
    from ui.pages.applications import Applications

    page = studio.go("applications")
    assert isinstance(page, Applications)
    path = studio.mails.parent / "guichet.csv"
    path.write_text(LIST, "utf-8")
    page.import_paths([path])
    studio.wait(lambda: page.form is not None and page.form.findChildren(Segments) != [], 60)


def _bundle(studio: Studio) -> None:
    """A mail of two applications, being decided on."""
    from ui.pages.applications import Applications

    page = studio.go("applications")
    assert isinstance(page, Applications)
    press(Qt.Key.Key_Escape)
    path = studio.mails.parent / "TR.eml"
    both = (forwards.application("Yasmina Modèle"), forwards.application("Jan Voorbeeld"))
    note = forwards.text("Deux candidatures reçues au guichet.")
    path.write_bytes(forwards.mail("Marc Collègue", "TR: candidatures", note, *map(forwards.carried, both)))
    page.import_paths([path])
    studio.wait(lambda: studio.window.job("import") is None, 100)
    page.foot.show_import(page.place.brought)
    studio.click(page.waiting.decide)


def _exception(studio: Studio) -> None:
    """One of two late applications is examined all the same."""
    from ui.pages.applications import Applications

    page = studio.go("applications")
    assert isinstance(page, Applications)
    session = studio.window.session
    assert session is not None
    for name in ("Joke Proefdruk", "Karim Canevas"):
        session.do(dossiers.application(name, "fr", "23 10:12"))
    first = session.read.applications()[-2]
    session.do(Admit(first.id, True, "Panne de notre messagerie, constatée le 23 juin."))
    assert page.reach("application", first.key)
    studio.calm()


def _to_settle(studio: Studio) -> None:
    from ui.pages.vacancy import Vacancy

    page = studio.go("vacancy")
    assert isinstance(page, Vacancy)
    studio.click(page.views.findChildren(Button)[2])


SCENES: tuple[Scene, ...] = (
    Scene("home", "1-nothing-yet", None, lambda _studio: None),
    Scene("home", "2-new", None, _new),
    Scene("home", "3-locked", MIDWAY, lambda _studio: None, locked=True),
    Scene("home", "4-wrong-passphrase", MIDWAY, _wrong, locked=True),
    Scene("home", "5-open", MIDWAY, _to("home")),
    Scene("home", "6-who", MIDWAY, _seat),
    Scene("home", "7-former", None, beginnings.former),
    Scene("vacancy", "1-settled", MIDWAY, _to("vacancy", Qt.Key.Key_Down, Qt.Key.Key_Down)),
    Scene("vacancy", "2-proposals", BEGUN, _to("vacancy")),
    Scene("vacancy", "3-to-settle", BEGUN, _to_settle),
    Scene("vacancy", "4-sub-criteria", BEGUN, beginnings.nested),
    Scene("applications", "1-list", FINISHED, _to("applications", Qt.Key.Key_Down)),
    Scene("applications", "2-nothing-found", FINISHED, _search("introuvable")),
    Scene("applications", "4-withdrawal", MIDWAY, _to("applications", Qt.Key.Key_Down, Qt.Key.Key_Delete)),
    Scene("applications", "5-on-paper", MIDWAY, _by_hand),
    Scene("applications", "7-mailbox", MIDWAY, _mailbox),
    Scene("applications", "8-mailbox-refused", MIDWAY, partial(_mailbox, refused=True)),
    # After these, which are on the page as it was.
    Scene("applications", "6-brought-in", MIDWAY, _bring),
    Scene("applications", "7-list", MIDWAY, _list),
    Scene("applications", "8-several-in-one", MIDWAY, _bundle),
    Scene("applications", "9-exception", MIDWAY, _exception),
    Scene("applications", "3-none-yet", BEGUN, _to("applications")),
    Scene("applications", "7-found", MIDWAY, _search("reseau coord")),
    Scene("keys", "1-f1", MIDWAY, _over("vacancy", lambda: press(Qt.Key.Key_F1))),
    Scene("keys", "2-go-to", MIDWAY, _over("applications", _seek_anything)),
)


def known() -> tuple[Scene, ...]:
    """The scenes of the pages that there are; those of `compare`, `evaluate` and `letters` come with their page."""
    from tests.ui.scenes_protected import PROTECTED

    there = {page.name for page in PAGES}
    return (*SCENES, *(scene for scene in (*_later(), *PROTECTED) if scene.page in there))


def _later() -> tuple[Scene, ...]:
    # It takes its scenes from here.
    from tests.ui import scenes_letters, scenes_own
    from tests.ui.scenes_decide import DECIDED

    return (
        *(Scene("decide", name, FINISHED, play) for name, play in DECIDED),
        Scene("decide", "5-nobody-yet", BEGUN, _to("decide")),
        *(Scene("compare", name, FINISHED, play) for name, play in COMPARED),
        Scene("compare", "3-not-open", MIDWAY, _to("compare")),
        Scene("evaluate", "1-reading", MIDWAY, evaluate()),
        Scene("evaluate", "2-comment", MIDWAY, evaluate(Qt.Key.Key_C)),
        # Before the next, which opens the list again on the same window.
        Scene("evaluate", "5-all-handed-in", FINISHED, evaluate()),
        Scene("evaluate", "6-evidence", MIDWAY, _evidence),
        Scene("evaluate", "7-leaving", MIDWAY, evaluate(Qt.Key.Key_O)),
        Scene(
            "evaluate", "3-opened", FINISHED, evaluate(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_F6, Qt.Key.Key_F6)
        ),
        *scenes_own.scenes(),
        Scene("evaluate", "4-nobody-to-read", BEGUN, _to("evaluate")),
        Scene("evaluate", "7-found", MIDWAY, _found("reseau coord")),
        Scene("evaluate", "8-not-shown", MIDWAY, _troubled(b"%PDF-1.4 and nothing more", "application/pdf")),
        Scene("evaluate", "8-locked", MIDWAY, _troubled(b"not ours to open", "application/x-office-encrypted")),
        Scene("letters", "1-list", FINISHED, _letters),
        Scene("letters", "2-print", FINISHED, _print_dialog),
        *scenes_letters.scenes(),
        Scene("letters", "3-none-yet", BEGUN, _to("letters")),
    )


def evaluate(*keys: Qt.Key) -> Callable[[Studio], None]:
    """The page that rates, and some keys on it."""

    def play(studio: Studio) -> None:
        studio.go("evaluate")
        studio.wait(lambda: _is_drawn(studio))
        for key in keys:
            press(key)
        studio.wait(lambda: _is_drawn(studio))

    return play


def _evidence(studio: Studio) -> None:
    """Some passages attached to two criteria, and one more taken."""
    evaluate()(studio)
    alt = Qt.KeyboardModifier.AltModifier
    for step in (3, 1, 2):
        for _ in range(step):
            press(Qt.Key.Key_Down, alt)
            studio.wait(lambda: _is_drawn(studio))
        press(Qt.Key.Key_E)
    press(Qt.Key.Key_Up)
    for _ in range(3):
        press(Qt.Key.Key_Down, alt)
    press(Qt.Key.Key_E)
    for _ in range(2):
        press(Qt.Key.Key_Down, alt)
    studio.wait(lambda: _is_drawn(studio))


def _found(words: str) -> Callable[[Studio], None]:
    """From a search to the document, at the passage."""

    def play(studio: Studio) -> None:
        _search(words)(studio)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        studio.wait(lambda: _is_drawn(studio), 300)
        press(Qt.Key.Key_F3)
        studio.wait(lambda: _is_drawn(studio))

    return play


def _troubled(content: bytes, form: str) -> Callable[[Studio], None]:
    """The first application with one document more, which does not show."""

    def play(studio: Studio) -> None:
        from smes_panel.gestures.applications import AttachDocuments
        from smes_panel.model.application import DocumentKind, IncomingDocument

        evaluate()(studio)
        session = studio.window.session
        if session is not None:
            document = IncomingDocument("attestation", DocumentKind.OTHER, form, content)
            session.do(AttachDocuments(session.read.application_id("K-01"), (document,)))
        settle()
        desk = getattr(studio.window.page, "desk", None)
        for _ in range(8):
            if desk is None or (desk.document is not None and desk.document.name == "attestation"):
                break
            press(Qt.Key.Key_D)
        studio.wait(lambda: desk is None or desk.trouble is not None, 0, 3000)
        settle()

    return play


def _is_drawn(studio: Studio) -> bool:
    """Whether the document, which a process of its own draws, stands on the desk with all that is in view."""
    page = studio.window.page
    if not isinstance(page, Evaluate) or page.desk is None:
        return True
    reader = page.desk.reader
    seen = [reader._task(frame) for frame in reader._in_view()]
    return reader.pages > 0 and reader._known.wishes(seen, []) == []


def _letters(studio: Studio) -> None:
    studio.go("letters")
    studio.wait(lambda: False, 0, 900)


def _print_dialog(studio: Studio) -> None:
    _letters(studio)
    ctrl(Qt.Key.Key_P)
    studio.wait(lambda: False, 0, 700)


def leave(studio: Studio) -> None:
    """Close what is open."""
    studio.window.close()
    studio.window.deleteLater()
    settle()
    QApplication.processEvents()
