"""A mailbox in the window: its card, what is said beside each field, and an import from a real mail server."""

from __future__ import annotations

import socket
from pathlib import Path

import keyring
import pytest
from pytestqt.qtbot import QtBot

from smes_panel.intake.imap import Account, passwords
from smes_panel.model.words import Language
from tests.cli.test_mailbox import Kept, filled
from tests.intake.dovecot import PASSWORD, Box, Server
from tests.ui.conftest import settle, type_in
from tests.ui.test_applications import click, column, page, plain
from ui.pages.applications.bringing import called
from ui.pages.applications.mailbox import VISIT, MailboxForm, VisitDraft
from ui.window import Window


@pytest.fixture
def window(window: Window) -> Window:
    window.go("applications")
    settle()
    page(window).open_form(VisitDraft())
    settle()
    return window


@pytest.fixture
def trusted(mail_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """This computer knows the authority of the server."""
    monkeypatch.setenv("SSL_CERT_FILE", str(mail_server.authority))
    return mail_server


def form(window: Window) -> MailboxForm:
    found = page(window).form
    assert isinstance(found, MailboxForm)
    return found


def fill_in(window: Window, box: Box, password: str = PASSWORD) -> None:
    card = form(window)
    card.server.setText(f"127.0.0.1:{box.server.tls}")
    card.user.setText(box.user)
    card.password.setText(password)


def connect(window: Window, qtbot: QtBot) -> None:
    click(window, "Se connecter")
    qtbot.waitUntil(lambda: window.job(VISIT) is None, timeout=20_000)
    settle()


def troubles(window: Window) -> dict[str, str]:
    return {part: plain(one.text()) for part, one in form(window).troubles.items() if one.isVisible()}


def test_a_folder_is_chosen_and_its_messages_come_in(window: Window, qtbot: QtBot, trusted: Server) -> None:
    box = filled(trusted, "fenêtre-un".replace("ê", "e"), 3)
    before = box.messages()
    fill_in(window, box)
    connect(window, qtbot)
    assert troubles(window) == {}
    menu = form(window).folder.menu()
    assert [plain(action.text()) for action in menu.actions()] == ["INBOX", "Envoyés – envoyés"]
    assert form(window).folder.text() == "INBOX"
    click(window, "Importer ce dossier")
    qtbot.waitUntil(lambda: window.job("import") is None, timeout=20_000)
    settle()
    assert page(window).form is None
    assert column(window, 1)[12:] == ["Inès Brouillon"] * 3
    brought = page(window).place.brought
    assert brought is not None
    assert [called(one.path) for one in brought.results] == ["INBOX · 1", "INBOX · 2", "INBOX · 3"]
    assert box.messages() == before
    assert window.comforts.mailbox == (f"127.0.0.1:{trusted.tls}", box.user, "INBOX", False, False)
    assert PASSWORD not in Path(window.comforts._kept.fileName()).read_text("utf-8")


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(
    window: Window, qtbot: QtBot, trusted: Server
) -> None:
    click(window, "Se connecter")
    assert list(troubles(window)) == ["server"]
    box = filled(trusted, "fenetre-deux", 1)
    fill_in(window, box, "autre chose")
    connect(window, qtbot)
    assert troubles(window) == {
        "password": "Le serveur refuse cet utilisateur avec ce mot de passe. Certains en demandent un par programme."
    }
    assert form(window).password.text() == "autre chose"
    form(window).user.clear()
    click(window, "Se connecter")
    assert list(troubles(window)) == ["user"]
    fill_in(window, box)
    connect(window, qtbot)
    form(window).since.setText("hier")
    click(window, "Importer ce dossier")
    assert list(troubles(window)) == ["since"]
    form(window).user.insert("x")
    form(window).user.textEdited.emit("x")
    assert form(window).give.text() == "Se connecter"


def test_an_authority_of_ones_own_is_named_by_its_certificate(
    window: Window, qtbot: QtBot, mail_server: Server
) -> None:
    box = filled(mail_server, "fenetre-trois", 1)
    fill_in(window, box)
    connect(window, qtbot)
    assert list(troubles(window)) == ["server"]
    window.prompts.files.append(mail_server.authority)  # type: ignore[attr-defined]
    click(window, "Choisir le certificat…")
    qtbot.waitUntil(lambda: window.job(VISIT) is None, timeout=20_000)
    settle()
    assert form(window).give.text() == "Importer ce dossier"


def test_a_rebuilt_window_keeps_what_was_typed_and_not_the_password(window: Window) -> None:
    card = form(window)
    card.server.setText("imap.exemple.invalid")
    card.user.setText("rh")
    card.password.setText("sésame")
    card.seal.show_choice(1)
    assert card.draft == VisitDraft((("server", "imap.exemple.invalid"), ("user", "rh"), ("since", "")), True, None)
    window.speak(Language.NL)
    settle()
    again = form(window)
    assert (again.server.text(), again.user.text(), again.password.text()) == ("imap.exemple.invalid", "rh", "")
    assert again.seal.current() == 1


def test_a_connection_is_given_up_by_the_button_that_closes_the_card(window: Window) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        form(window).server.setText(f"127.0.0.1:{silent.getsockname()[1]}")
        form(window).user.setText("rh")
        form(window).password.setText("sésame")
        click(window, "Se connecter")
        assert window.job(VISIT) is not None
        click(window, "Fermer")
    assert window.job(VISIT) is None
    assert page(window).form is not None
    click(window, "Fermer")
    assert page(window).form is None


def test_a_keyring_that_works_is_offered_and_asked_the_next_time(window: Window, qtbot: QtBot, trusted: Server) -> None:
    before, kept = keyring.get_keyring(), Kept()
    keyring.set_keyring(kept)
    try:
        box = filled(trusted, "fenetre-cinq", 1)
        fill_in(window, box)
        connect(window, qtbot)
        assert form(window).remember.isVisible()
        form(window).remember.setChecked(True)
        click(window, "Importer ce dossier")
        qtbot.waitUntil(lambda: window.job(VISIT) is None and window.job("import") is None, timeout=20_000)
        settle()
        assert list(kept.kept.values()) == [PASSWORD]
        page(window).open_form(VisitDraft())
        assert form(window).user.text() == box.user
        connect(window, qtbot)
        assert form(window).remember.isChecked()
        form(window).remember.setChecked(False)
        click(window, "Importer ce dossier")
        qtbot.waitUntil(lambda: window.job(VISIT) is None and window.job("import") is None, timeout=20_000)
        assert kept.kept == {}
    finally:
        keyring.set_keyring(before)


def test_a_password_that_was_remembered_and_is_refused_is_forgotten(
    window: Window, qtbot: QtBot, trusted: Server
) -> None:
    before, kept = keyring.get_keyring(), Kept()
    keyring.set_keyring(kept)
    try:
        box = filled(trusted, "fenetre-sept", 1)
        fill_in(window, box)
        passwords.remember(Account.typed(form(window).server.text(), box.user), "un autre mot")
        assert len(kept.kept) == 1
        form(window).password.setText("")
        click(window, "Se connecter")
        qtbot.waitUntil(lambda: window.job(VISIT) is None, timeout=20_000)
        settle()
        assert kept.kept == {}
    finally:
        keyring.set_keyring(before)


def test_a_server_that_fails_while_it_is_counted_is_one_item_with_its_reason(
    window: Window, qtbot: QtBot, trusted: Server
) -> None:
    box = filled(trusted, "fenetre-six", 1)
    fill_in(window, box)
    connect(window, qtbot)
    form(window)._choose("Nulle part")
    click(window, "Importer ce dossier")
    qtbot.waitUntil(lambda: window.job("import") is None, timeout=20_000)
    brought = page(window).place.brought
    assert brought is not None
    assert [(called(one.path), one.reason.split(" of ")[0]) for one in brought.results] == [
        ("Nulle part", "The mailbox has no folder")
    ]


def test_an_answer_about_another_mailbox_than_the_one_that_is_typed_is_not_shown(
    window: Window, qtbot: QtBot, trusted: Server
) -> None:
    fill_in(window, filled(trusted, "changed", 1))
    click(window, "Se connecter")
    form(window).user.setFocus()
    type_in("x")
    qtbot.waitUntil(lambda: window.job(VISIT) is None, timeout=20_000)
    settle()
    assert form(window).folder.isVisible() is False
    assert form(window).give.text() == "Se connecter"
    assert form(window).give.isEnabled()
