"""Several applications in one mail, and documents in an archive that came with one."""

from __future__ import annotations

import zipfile
from io import BytesIO
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.intake.bundles import answered, divided
from smes_panel.intake.deciding import Kept, decision
from smes_panel.intake.extraction import Reader
from smes_panel.intake.headers import Mailbox
from smes_panel.intake.mail import read_mail, read_message, read_outlook
from smes_panel.model.application import DocumentKind, IncomingApplication
from smes_panel.model.bundle import BundleAnswer, IncomingBundle
from tests.core.panels import candidate
from tests.intake.compound import compound
from tests.intake.forwards import application, archive, as_file, attachment, carried, cv, mail, text
from tests.intake.test_outlook import attachment as attached
from tests.intake.test_outlook import letter, wide

READER = Reader()
YASMINA, JAN, ZOE, MARC = "Yasmina Modèle", "Jan Voorbeeld", "Zoé Specimen", "Marc Collègue"


def bundle(raw: bytes) -> IncomingBundle:
    found = read_mail(raw, "x.eml", READER)
    assert isinstance(found, IncomingBundle)
    return found


def as_outlook(name: str) -> bytes:
    """A message of Outlook's from this person, without documents."""
    tree = letter(name=name)
    return compound({**tree, **wide(0x5D01, "jan@exemple.invalid")})


def single(raw: bytes) -> IncomingApplication:
    found = read_mail(raw, "x.eml", READER)
    assert isinstance(found, IncomingApplication)
    return found


def told(found: IncomingBundle) -> list[tuple[str, tuple[str, ...]]]:
    return [(part.name, part.documents) for part in found.listed()]


BOTH = [
    (YASMINA, (f"Candidature {YASMINA}.eml", "CV.txt")),
    (JAN, (f"Candidature {JAN}.eml", "CV.txt")),
]


@pytest.mark.parametrize(
    "parts",
    [
        (carried(application(YASMINA)), carried(application(JAN))),
        (carried(application(YASMINA), "Candidature.eml"), carried(application(JAN), "Candidature 2.eml")),
        (as_file(application(YASMINA), "a.eml"), as_file(application(JAN), "b.eml")),
        (carried(mail(MARC, "TR: 2", carried(application(YASMINA)), carried(application(JAN)))),),
        (
            carried(mail(MARC, "TR: a", carried(application(YASMINA)))),
            carried(mail(MARC, "TR: b", carried(application(JAN)))),
        ),
        (
            carried(
                mail(
                    MARC,
                    "TR:",
                    carried(mail(ZOE, "FW:", carried(application(YASMINA)), as_file(application(JAN), "b.eml"))),
                )
            ),
        ),
        (
            attachment(
                "tout.zip", archive({"a.eml": application(YASMINA), "b/c.eml": application(JAN)}), "application/zip"
            ),
        ),
    ],
    ids=["thunderbird", "gmail", "outlook", "two deep", "each two deep", "three deep", "in an archive"],
)
def test_the_mails_of_several_people_in_one_are_put_up_with_who_wrote_and_what(parts: tuple[bytes, ...]) -> None:
    raw = mail(MARC, "TR: candidatures", text("Pour info"), *parts)
    found = bundle(raw)
    assert (told(found), found.sender, found.message.content) == (BOTH, MARC, raw)
    assert [part.documents[1].content for part in found.parts] == [cv(YASMINA), cv(JAN)]


def test_messages_of_outlooks_attached_to_a_mail_are_put_up_as_they_came() -> None:
    kinds = [compound(letter(attached(0, "CV.txt", cv(YASMINA)))), as_outlook(JAN)]
    parts = [attachment(f"{n}.msg", one, "application/vnd.ms-outlook") for n, one in enumerate(kinds)]
    found = bundle(mail(MARC, "TR:", *parts))
    assert told(found) == [
        (YASMINA, ("Candidature Connect.msg", "CV.txt")),
        (JAN, ("Candidature Connect.msg",)),
    ]
    assert [part.documents[0].content for part in found.parts] == kinds


def test_a_message_of_outlooks_that_carries_two_mails_is_put_up_and_read_anew_when_it_is_decided_on() -> None:
    raw = compound(
        letter(attached(0, "a.eml", application(YASMINA)), attached(1, "b.eml", application(ZOE)), name=MARC)
    )
    found = read_outlook(raw, "TR.msg", READER)
    assert isinstance(found, IncomingBundle)
    assert (found.message.name, found.message.content, found.message.media_type) == (
        "Candidature Connect.msg",
        raw,
        "application/vnd.ms-outlook",
    )
    what = Kept("0" * 32, "TR.msg", "application/vnd.ms-outlook", raw)
    again = decision(what, BundleAnswer.EACH, (), READER).incoming
    assert [one.identity.name for one in again] == [YASMINA, ZOE]


def test_a_digest_is_its_messages() -> None:
    inside = [b"\r\n" + application(one) for one in (YASMINA, JAN)]
    assert told(bundle(mail(MARC, "Digest", *inside, form="multipart/digest"))) == BOTH


def test_all_of_it_as_one_loses_no_document() -> None:
    found = bundle(mail(MARC, "TR:", carried(application(YASMINA)), carried(application(JAN))))
    (whole,) = answered(found, BundleAnswer.ONE)
    assert (whole, whole.identity.name) == (read_message(found.message.content, "x.eml", READER), YASMINA)
    assert [document.content for document in whole.documents] == [found.message.content, cv(YASMINA), cv(JAN)]
    assert answered(found, BundleAnswer.NONE) == ()
    assert [one.identity.name for one in answered(found, BundleAnswer.EACH, {1})] == [JAN]
    assert answered(found, BundleAnswer.EACH) == found.parts


def test_two_mails_of_one_person_forwarded_together_are_one_application() -> None:
    second = mail(YASMINA, "Ma lettre", text("Voici."), attachment("lettre.txt", b"Madame, Monsieur"))
    read = single(mail(MARC, "TR:", carried(application(YASMINA)), carried(second)))
    assert [document.name for document in read.documents][1:] == ["CV.txt", "lettre.txt"]


def test_two_mails_without_a_sender_are_not_one_persons_for_that() -> None:
    nameless = [carried(one.partition(b"\r\n")[2]) for one in (application(YASMINA), application(JAN))]
    assert [part.documents for part in bundle(mail(MARC, "TR:", *nameless)).listed()] == [names for _, names in BOTH]


def test_what_an_applicant_attaches_of_others_is_theirs() -> None:
    praise = mail(MARC, "Recommandation", text("Je recommande Yasmina."))
    read = single(
        mail(
            YASMINA,
            "Candidature",
            text("Bonjour"),
            attachment("CV.txt", cv(YASMINA)),
            carried(praise),
            carried(mail(JAN, "Aussi", text("Moi aussi."))),
        )
    )
    assert (read.identity.name, [document.name for document in read.documents]) == (
        YASMINA,
        ["Candidature.eml", "CV.txt", "Recommandation.eml", "Aussi.eml"],
    )


def test_an_automatic_reply_forwarded_with_an_application_is_nobodys() -> None:
    away = mail(JAN, "Absence du bureau", text("Je suis absent.")).replace(
        b"MIME-V", b"Auto-Submitted: auto-replied\r\nMIME-V", 1
    )
    assert single(mail(MARC, "TR:", carried(away), carried(application(YASMINA)))).identity.name == YASMINA


# Without messages inside


def test_cvs_of_several_people_are_put_up_and_what_bears_no_name_is_given_to_nobody() -> None:
    raw = mail(
        MARC,
        "Deux candidatures",
        text("Reçues au guichet."),
        attachment("CV Yasmina.txt", cv(YASMINA)),
        attachment("Lettre Voorbeeld.txt", b"Madame, Monsieur"),
        attachment("CV Jan.txt", cv(JAN)),
        attachment("annexe.txt", b"Une annexe."),
    )
    found = bundle(raw)
    assert told(found) == [
        (YASMINA, ("CV Yasmina.txt",)),
        (JAN, ("Lettre Voorbeeld.txt", "CV Jan.txt")),
        ("", ("annexe.txt",)),
    ]
    assert [part.identity.email for part in found.parts] == ["yasmina@exemple.invalid", "jan@exemple.invalid", ""]


def test_who_sends_her_own_cv_in_two_languages_or_beside_another_is_one() -> None:
    both = (attachment("CV FR.txt", cv(YASMINA)), attachment("CV NL.txt", cv(YASMINA) + b"talen"))
    assert single(mail(YASMINA, "Candidature", *both)).identity.name == YASMINA
    assert len(single(mail(MARC, "TR:", *both)).documents) == 3
    beside = (attachment("CV Yasmina.txt", cv(YASMINA)), attachment("CV Jan.txt", cv(JAN)))
    assert single(mail(YASMINA, "Candidature", *beside)).identity.name == YASMINA


GMAIL = """Bonjour, deux candidatures.

---------- Forwarded message ---------
De : Yasmina Modèle <yasmina@modele.invalid>
Date: lun. 6 juin 2022 à 10:15
Subject: Candidature
To: <rh@exemple.invalid>

Je postule.

---------- Forwarded message ---------
De : Jan Voorbeeld <jan@voorbeeld.invalid>
Date: mar. 7 juin 2022 à 11:15
Subject: Sollicitatie
To: <rh@exemple.invalid>

Ik solliciteer.
"""
OUTLOOK = """Zie hieronder.

Van: Yasmina Modèle <yasmina@modele.invalid>
Verzonden: maandag 6 juni 2022 10:15
Aan: RH <rh@exemple.invalid>
Onderwerp: Candidature

Je postule.

________________________________
De : Jan Voorbeeld <jan@voorbeeld.invalid>
Envoyé : mardi 7 juin 2022 11:15
À : RH <rh@exemple.invalid>
Objet : Sollicitatie

Ik solliciteer.
"""
PASSED_ON = """Pour suite utile.

De : Marc Collègue <marc@guichet.invalid>
Envoyé : mardi 7 juin 2022 11:15
À : RH <rh@exemple.invalid>
Objet : TR: Candidature

Voici.

De : Yasmina Modèle <yasmina@modele.invalid>
Envoyé : lundi 6 juin 2022 10:15
À : Guichet <info@guichet.invalid>
Objet : Candidature

Je postule.

> De : Guichet <info@guichet.invalid>
> Envoyé : dimanche 5 juin 2022 10:15
> À : Yasmina Modèle <yasmina@modele.invalid>
> Objet : Offre
"""


@pytest.mark.parametrize(
    ("body", "subject"),
    [(GMAIL, "Fwd:"), (OUTLOOK, "FW:")],
)
def test_mails_written_out_one_below_the_other_are_put_up(body: str, subject: str) -> None:
    found = bundle(mail(MARC, subject, text(body), attachment("CV Voorbeeld.txt", cv(JAN))))
    assert [(part.identity.name, part.subject, part.documents[0].text) for part in found.parts] == [
        (YASMINA, "Candidature", found.parts[0].documents[0].text),
        (JAN, "Sollicitatie", found.parts[1].documents[0].text),
    ]
    assert ["Je postule." in part.documents[0].text for part in found.parts] == [True, False]
    assert [document.name for document in found.parts[1].documents][1:] == ["CV Voorbeeld.txt"]


ANSWERED = GMAIL.replace("De : Jan", "> De : Jan").replace("mar. 7", "> mar. 7")


@pytest.mark.parametrize("body", [PASSED_ON, ANSWERED], ids=["passed on twice", "quoted"])
def test_a_mail_that_was_passed_on_or_answered_is_one(body: str) -> None:
    assert isinstance(read_mail(mail(ZOE, "TR: TR:", text(body)), "x", READER), IncomingApplication)


@given(st.lists(st.sampled_from([YASMINA, JAN, ZOE, "Elif Figurine"]), min_size=1, max_size=5), st.integers(0, 3))
def test_every_document_of_every_mail_inside_is_in_some_part_and_in_the_whole(people: list[str], deep: int) -> None:
    inner = [application(one) for one in people]
    raw = mail(MARC, "TR:", *(carried(one) for one in inner))
    for _ in range(deep):
        raw = mail(MARC, "TR:", carried(raw))
    found = read_mail(raw, "x.eml", READER)
    whole = found.whole if isinstance(found, IncomingBundle) else found
    parts = found.parts if isinstance(found, IncomingBundle) else (found,)
    expected = {cv(one) for one in people}
    assert {document.content for document in whole.documents if document.kind is DocumentKind.CV} == expected
    assert {
        document.content for part in parts for document in part.documents if document.kind is DocumentKind.CV
    } == expected
    assert len(parts) == len(set(people))


# Archives


def test_the_documents_of_an_archive_stand_beside_it_and_the_archive_is_kept() -> None:
    packed = archive(
        {
            "CV.txt": cv(YASMINA),
            "diplômes/bachelier.txt": b"x",
            "plus.zip": archive({"lettre.txt": b"Madame"}),
            "__MACOSX/._CV.txt": b"y",
        }
    )
    read = single(mail(YASMINA, "Candidature", text("Bonjour"), attachment("pièces.zip", packed, "application/zip")))
    assert [(document.name, document.content) for document in read.documents][1:] == [
        ("pièces.zip", packed),
        ("CV.txt", cv(YASMINA)),
        ("diplômes – bachelier.txt", b"x"),
        ("plus.zip – lettre.txt", b"Madame"),
    ]
    assert (
        read.documents[1].remark == "This is a ZIP archive: it is kept as received, and what is in it stands beside it."
    )


def _bombs() -> dict[str, tuple[bytes, str]]:
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(12):
            made.writestr(f"{number}.txt", b"\0" * 10_000_000)
    good = archive({"CV.txt": cv(YASMINA)})
    locked = bytearray(good)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + place] |= 1
    return {
        "swollen": (into.getvalue(), "unpacks to far more than it should"),
        "cut short": (good[:-30], "is damaged and could not be looked into"),
        "locked": (bytes(locked), "is protected by a password"),
        "many": (archive({f"{n}.txt": b"x" for n in range(201)}), "holds more than 200 files"),
        "empty": (archive({}), "with nothing in it"),
        "deep": (
            archive({"a.zip": archive({"b.zip": archive({"c.zip": archive({"d.txt": b"x"})})})}),
            "nested more than 3",
        ),
    }


@pytest.mark.parametrize("what", list(_bombs()))
def test_an_archive_that_is_not_to_be_opened_costs_what_is_in_it_and_says_so(what: str) -> None:
    packed, said = _bombs()[what]
    raw = mail(
        YASMINA, "Candidature", attachment("a.zip", packed, "application/zip"), attachment("CV.txt", cv(YASMINA))
    )
    read = single(raw)
    assert (read.documents[1].content, said in read.documents[1].remark) == (packed, True)
    assert read.documents[-1].content == cv(YASMINA)


def test_a_text_made_up_of_the_heads_of_messages_alone_is_read_in_a_moment() -> None:
    """Each compared with all those above it, these took minutes."""
    heads = "\n".join(f"De : p{n}@x{n}.example\nÀ : q@zz.example\nDate : hier" for n in range(12_000))
    began = process_time()
    assert len(divided(candidate(1, heads), Mailbox())) == 100
    assert process_time() - began < 5
