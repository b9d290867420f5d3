"""A mailbox on a real mail server: what comes of it, what stays as it was, and what is said when it cannot be had."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest
from imapclient import IMAPClient

from smes_panel.dossier import Dossier
from smes_panel.errors import MailboxFailed
from smes_panel.gestures.applications import AddApplication
from smes_panel.intake.arrivals import taken_in, taking_in
from smes_panel.intake.imap import Account, Listed, ServerFolder, folder, folders, visit
from smes_panel.intake.sources import how_many, items
from smes_panel.model.application import Arrival
from tests.cli.walk import mail
from tests.core.panels import PASSPHRASE, begun, quick_keys
from tests.intake.certificates import Authority
from tests.intake.cutting import Cutting
from tests.intake.dovecot import PASSWORD, Box, Server, served

NAMES = ("Yasmina Modèle", "Wout Schets", "Inès Brouillon", "Théo Maquette", "Elif Figurine", "Jef Droombeeld")


@pytest.fixture
def box(mail_server: Server, request: pytest.FixtureRequest) -> Box:
    """A mailbox of this test's own with six messages in it."""
    filled = mail_server.box(hashlib.sha256(request.node.name.encode()).hexdigest()[:12] + "@exemple.invalid")
    for number, name in enumerate(NAMES):
        filled.deliver(posted(name), f"{number}.M{number}.exemple")
    return filled


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as made:
        begun(made)
        yield made


def inbox(box: Box, **other: object) -> ServerFolder:
    return ServerFolder(box.account(**other), PASSWORD, "INBOX")


def posted(name: str) -> bytes:
    """A message of some 4 kB."""
    return mail(name) + b"." * 78 * 40 + b"\r\n"


def names(dossier: Dossier) -> list[str]:
    return [application.identity.name for application in dossier.read.applications()]


def test_every_message_becomes_an_application_named_after_its_place_on_the_server(box: Box, dossier: Dossier) -> None:
    source = inbox(box)
    assert how_many([source]) == 6
    arrived = list(taken_in(dossier.do, dossier.read, [source]))
    assert [(one.result, one.application) for one in arrived] == [
        (Arrival.ADDED, f"K-0{number}") for number in range(1, 7)
    ]
    user = box.user.replace("@", "%40")
    place = rf"imap://{re.escape(user)}@127\.0\.0\.1:{box.server.tls}/INBOX;UIDVALIDITY=\d+/;UID="
    assert [re.sub(place, "", one.path) for one in arrived] == ["1", "2", "3", "4", "5", "6"]
    assert names(dossier) == list(NAMES)
    first = dossier.read.applications()[0]
    assert first.documents[0].sha256 == hashlib.sha256(posted(NAMES[0])).hexdigest()


def test_nothing_is_changed_on_the_server(box: Box, dossier: Dossier) -> None:
    before = box.messages()
    with IMAPClient("127.0.0.1", box.server.tls, ssl_context=box.account().context()) as beside:
        beside.plain_login(box.user, PASSWORD)
        assert beside.folder_status("INBOX", ["RECENT", "UNSEEN"]) == {b"RECENT": 6, b"UNSEEN": 6}
        assert len(list(taken_in(dossier.do, dossier.read, [inbox(box)]))) == 6
        assert beside.folder_status("INBOX", ["RECENT", "UNSEEN"]) == {b"RECENT": 6, b"UNSEEN": 6}
        beside.select_folder("INBOX", readonly=True)
        flags = beside.get_flags(beside.search())
        assert {uid: set(said) - {b"\\Recent"} for uid, said in flags.items()} == {uid: set() for uid in range(1, 7)}
    assert box.messages() == before


def test_what_is_known_is_not_fetched_again(box: Box, dossier: Dossier) -> None:
    for _ in taken_in(dossier.do, dossier.read, [inbox(box)]):
        pass
    again = list(taken_in(dossier.do, dossier.read, [inbox(box)]))
    assert [(one.result, one.application) for one in again] == [
        (Arrival.KNOWN, f"K-0{number}") for number in range(1, 7)
    ]
    sent: list[int] = []
    # The server writes its log when it comes to it.
    until = monotonic() + 20
    while len(sent) < 2 and monotonic() < until:
        sent = [int(size) for size in re.findall(rf"imap\({box.user}\).*Logged out in=\d+ out=(\d+)", box.server.log)]
        sleep(0.05)
    assert len(sent) == 2
    assert sent[0] > sum(len(posted(name)) for name in NAMES)
    assert sent[1] < len(posted(NAMES[0]))


def test_a_message_is_known_by_its_bytes_whatever_its_number(box: Box, dossier: Dossier) -> None:
    for _ in taken_in(dossier.do, dossier.read, [inbox(box)]):
        pass
    box.deliver(posted(NAMES[2]), "6.M6.exemple", "Candidatures")
    elsewhere = ServerFolder(box.account(), PASSWORD, "Candidatures")
    assert [(one.result, one.application) for one in taken_in(dossier.do, dossier.read, [elsewhere])] == [
        (Arrival.KNOWN, "K-03")
    ]


def test_only_what_came_in_since_a_day_is_taken(box: Box) -> None:
    today = date.today()  # noqa: DTZ011  # the server's day: the messages came in just now
    for since, number in ((today - timedelta(2), 6), (today + timedelta(2), 0)):
        with closing(ServerFolder(box.account(), PASSWORD, "INBOX", since)) as source:
            assert how_many([source]) == number


def test_a_message_that_arrives_while_the_import_runs_is_taken_too(box: Box, dossier: Dossier) -> None:
    arrived = []
    for one in taken_in(dossier.do, dossier.read, [inbox(box)]):
        arrived.append(one.result)
        if len(arrived) == 1:
            box.deliver(posted("Maude Ébauche"), "7.M7.exemple")
    assert arrived == [Arrival.ADDED] * 7
    assert names(dossier) == [*NAMES, "Maude Ébauche"]


def test_a_message_that_is_taken_out_while_the_import_runs_is_told(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_LOT", 1)
    work = items([inbox(box)])
    found = [next(work)]
    with IMAPClient("127.0.0.1", box.server.tls, ssl_context=box.account().context()) as beside:
        beside.plain_login(box.user, PASSWORD)
        beside.select_folder("INBOX")
        beside.delete_messages([6])
        beside.expunge([6])
    found += work
    assert [one.reason for one in found] == ["", "", "", "", "", folder.GONE]


def test_a_message_bigger_than_a_file_may_be_is_named_and_not_fetched(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.deliver(posted("Nora Lourde") + b"x" * 300_000, "8.M8.exemple")
    monkeypatch.setattr(folder, "FILE_LIMIT", 200_000)
    found = list(items([inbox(box)]))
    assert [one.reason for one in found] == [""] * 6 + ["The message is bigger than 100 MB and was not read."]


@pytest.mark.parametrize("starttls", [False, True])
def test_the_folders_are_listed_with_their_use_and_their_letters(box: Box, starttls: bool) -> None:
    box.deliver(posted("Zoé Rangée"), "9.M9.exemple", "Candidatures &- re&AOc-ues")
    port = box.server.starttls if starttls else box.server.tls
    listing = folders(box.account(port=port, starttls=starttls), PASSWORD)
    assert listing.folders == (Listed("INBOX"), Listed("Candidatures & reçues"), Listed("Envoyés", "Sent"))
    assert listing.unreadable == 0
    chosen = ServerFolder(box.account(port=port, starttls=starttls), PASSWORD, "Candidatures & reçues")
    assert [one.application.identity.name for one in items([chosen]) if one.application] == ["Zoé Rangée"]


def test_a_wrong_password_an_unknown_folder_and_a_wrong_place_are_one_sentence_each(box: Box, dossier: Dossier) -> None:
    for account, password, name, said, about in (
        (box.account(), "autre chose", "INBOX", visit.NO_ENTRY, "password"),
        (box.account(), PASSWORD, "Nulle part", visit.NO_FOLDER, "folder"),
        (box.account(authority=None), PASSWORD, "INBOX", visit.UNKNOWN_AUTHORITY, "server"),
        (box.account(host="localhost"), PASSWORD, "INBOX", visit.OTHER_NAME, "server"),
        (box.account(host="nulle-part.invalid"), PASSWORD, "INBOX", visit.NO_SUCH, "server"),
        (box.account(port=1), PASSWORD, "INBOX", visit.SILENT, "server"),
        (box.account(port=box.server.starttls), PASSWORD, "INBOX", visit.NO_TLS, "server"),
    ):
        with pytest.raises(MailboxFailed, match=f"^{re.escape(said)}$") as failed:
            ServerFolder(account, password, name).how_many()
        assert failed.value.about == about
        arrived = list(taken_in(dossier.do, dossier.read, [ServerFolder(account, password, name)]))
        assert [(one.result, one.reason) for one in arrived] == [(Arrival.REFUSED, said)]
    assert names(dossier) == []


def test_an_expired_certificate_is_not_accepted_and_no_password_is_sent(mail_server: Server, box: Box) -> None:
    folder = mail_server.folder.parent / "expired"
    folder.mkdir()
    folder.chmod(0o711)
    authority = Authority(folder)
    expired = served(folder / "server", authority, days=-1)
    try:
        with pytest.raises(MailboxFailed, match=f"^{re.escape(visit.EXPIRED)}$"):
            folders(box.account(port=expired.tls, authority=authority.pem), PASSWORD)
        assert "auth attempts in" not in expired.log.replace("no auth attempts in", "")
    finally:
        expired.stop()


def test_no_password_goes_out_where_the_seal_is_refused(box: Box) -> None:
    old = box.account()
    context = old.context()
    assert context.minimum_version.name == "TLSv1_2"
    assert (context.check_hostname, context.verify_mode.name) == (True, "CERT_REQUIRED")


def test_a_connection_that_breaks_on_the_way_is_made_again_and_nothing_comes_twice(box: Box, dossier: Dossier) -> None:
    with closing(Cutting(box.server.tls, after=(9_000, 9_500, 9_500))) as between:
        arrived = list(taken_in(dossier.do, dossier.read, [inbox(box, port=between.port)]))
    assert between.cut == 3
    assert [one.result for one in arrived] == [Arrival.ADDED] * 6
    assert names(dossier) == list(NAMES)


def test_a_server_that_stays_away_costs_one_sentence_and_what_was_taken_in_stays(box: Box, dossier: Dossier) -> None:
    with closing(Cutting(box.server.tls, after=(9_000, 9_000), closes=True)) as between:
        source = ServerFolder(box.account(port=between.port), PASSWORD, "INBOX", patience=1)
        arrived = list(taken_in(dossier.do, dossier.read, [source]))
    assert [one.result for one in arrived] == [Arrival.ADDED, Arrival.REFUSED]
    assert (arrived[-1].path, arrived[-1].reason) == (source.label, folder.BROKE_OFF)
    assert names(dossier) == list(NAMES[:1])
    whole = list(taken_in(dossier.do, dossier.read, [inbox(box)]))
    assert [one.result for one in whole] == [Arrival.KNOWN] + [Arrival.ADDED] * 5


def test_an_import_that_is_closed_hangs_up_though_the_server_is_silent(box: Box, dossier: Dossier) -> None:
    with closing(Cutting(box.server.tls, after=(9_000, 9_000), silent=True)) as between:
        source = ServerFolder(box.account(port=between.port), PASSWORD, "INBOX", patience=60)
        work = taking_in(dossier.do, dossier.read, [source], 0.01)
        assert next(one for one in work if one is not None).application == "K-01"
        assert between.stalled.wait(20)
        closing_it = threading.Thread(target=work.close)
        closing_it.start()
        closing_it.join(20)
        assert not closing_it.is_alive()
        assert between.hung_up.wait(20)
    assert not [one for one in threading.enumerate() if one.name.startswith("ThreadPoolExecutor")]


def test_the_name_of_a_place_is_written_as_the_standard_has_it_and_never_holds_a_password() -> None:
    account = Account.typed("IMAP.Centre.example", "rh@centre.example")
    assert account.url("Candidatures & reçues/2022") == (
        "imap://rh%40centre.example@imap.centre.example/Candidatures%20&%20re%C3%A7ues/2022"
    )
    assert Account.typed("[::1]:1993", "a/b;c").url() == "imap://a%2Fb%3Bc@[::1]:1993/"
    assert (account.port, Account.typed("imap.centre.example", "rh", starttls=True).port) == (993, 143)
    source = ServerFolder(account, "sésame", "INBOX")
    assert "sésame" not in f"{source!r} {source.label} {account!r}"


@pytest.mark.parametrize(
    ("server", "user", "about"),
    [
        ("", "rh", "server"),
        ("deux mots", "rh", "server"),
        ("imap.centre.example:0", "rh", "server"),
        ("imap.centre.example:70000", "rh", "server"),
        ("imaps://imap.centre.example", "rh", "server"),
        ("a" * 70 + ".example", "rh", "server"),
        ("imap.centre.example", " ", "user"),
        ("imap.centre.example", "rh\r\na1 DELETE INBOX", "user"),
    ],
)
def test_what_cannot_be_a_server_or_a_user_is_said_before_anything_is_sent(server: str, user: str, about: str) -> None:
    with pytest.raises(MailboxFailed) as failed:
        Account.typed(server, user)
    assert failed.value.about == about


def test_a_line_end_in_a_password_or_a_folder_is_no_second_command() -> None:
    account = Account.typed("imap.centre.example", "rh")
    for password, name, about in (("a\r\nb", "INBOX", "password"), ("", "INBOX", "password"), ("a", "I\nN", "folder")):
        with pytest.raises(MailboxFailed) as failed:
            ServerFolder(account, password, name)
        assert failed.value.about == about


def test_a_message_typed_in_by_another_import_is_asked_for_by_the_query(box: Box, dossier: Dossier) -> None:
    source = inbox(box)
    application = next(one.application for one in items([source]) if one.application)
    dossier.do(AddApplication(application))
    assert dossier.read.messages_from(source.label) == {
        application.source: (application.fingerprint, len(posted(NAMES[0])))
    }
    assert dossier.read.messages_from("imap://autre@127.0.0.1/") == {}
