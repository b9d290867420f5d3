"""Who an application is from: proposed when somebody said so, empty otherwise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.intake.headers import Mailbox, mailboxes, words
from smes_panel.intake.identity import propose
from smes_panel.intake.language import language_of
from smes_panel.intake.persons import headline, neat_name
from smes_panel.intake.postal import address_in
from smes_panel.model.application import DocumentKind, Identity
from smes_panel.model.words import Language

CV = """Yasmina MODÈLE
Avenue du Spécimen 12 bte 3
1000 Bruxelles
0470/00.00.00 | yasmina@exemple.invalid

EXPÉRIENCE PROFESSIONNELLE
2015-2019 Assistante administrative, Asbl Fictive, rue Haute 1, 1000 Bruxelles, tél. 02 555 12 12
FORMATION
2010-2014 Bachelier, Haute École de l'Exemple
"""
BODY = """Madame, Monsieur,

Je vous adresse ma candidature pour le poste d'assistante administrative.

Cordialement,

Yasmina Modèle
"""


def test_everything_a_cv_and_a_mail_say_is_proposed() -> None:
    read = propose("yasmina modele", "yasmina@exemple.invalid", "Candidature", BODY, [(DocumentKind.CV, CV)])
    assert read == Identity(
        name="Yasmina Modele",
        email="yasmina@exemple.invalid",
        phone="+32 470 00 00 00",
        address="Avenue du Spécimen 12 bte 3\n1000 Bruxelles",
        language=Language.FR,
        salutation="",
    )


def test_nothing_is_invented() -> None:
    assert propose("", "", "", "", []) == Identity()
    assert (
        propose("", "", "", "Voir ci-joint", [(DocumentKind.OTHER, "Rapport Annuel\nExercice Social 2021")])
        == Identity()
    )


@pytest.mark.parametrize(
    ("name", "neat"),
    [
        ("Yasmina Modèle", "Yasmina Modèle"),
        ("MODÈLE, Yasmina", "Yasmina Modèle"),
        ("Modèle, Yasmina", "Yasmina Modèle"),
        ("MODÈLE Yasmina", "Yasmina Modèle"),
        ("YASMINA MODÈLE", "Yasmina Modèle"),
        ("yasmina modèle", "Yasmina Modèle"),
        ("Anne-Sophie MODÈLE-SPÉCIMEN", "Anne-Sophie Modèle-Spécimen"),
        ("JEAN D'EXEMPLE", "Jean D'Exemple"),
        ("Jan VAN DEN SPECIMEN", "Jan van den Specimen"),
        ("VAN DEN SPECIMEN Jan", "Jan van den Specimen"),
        ("Jan Van den Specimen", "Jan Van den Specimen"),
        ("Mme Yasmina MODÈLE", "Yasmina Modèle"),
        ("Dhr. Jan Voorbeeld", "Jan Voorbeeld"),
        ("Jan KüSTENER", "Jan Küstener"),
        ("Yasmina M.", "Yasmina M"),
        ("", ""),
    ],
)
def test_a_name_is_written_as_in_a_letter(name: str, neat: str) -> None:
    assert neat_name(name) == neat


@given(st.text(max_size=200))
def test_any_name_is_made_neat_without_a_line_break(name: str) -> None:
    assert "\n" not in neat_name(name)
    assert len(neat_name(name)) <= 200


@pytest.mark.parametrize(
    "sender", ["", "Secrétariat Asbl Fictive", "info", "Scanner accueil", "CV", "jan@exemple.invalid"]
)
def test_an_organisation_is_not_the_applicant_and_the_cv_says_who_is(sender: str) -> None:
    assert propose(sender, "info@exemple.invalid", "", "", [(DocumentKind.CV, CV)]).name == "Yasmina Modèle"


def test_a_signature_names_the_person_where_the_header_does_not() -> None:
    assert propose("", "ym1990@exemple.invalid", "", BODY).name == "Yasmina Modèle"
    assert propose("Yasmina", "y@exemple.invalid", "", BODY).name == "Yasmina Modèle"


def test_garbled_text_never_names_anybody() -> None:
    spoilt = (
        "Yasmina Spécimen\nFormaƟon : gesƟon, communicaƟon, organisaƟon d'acƟvités, animaƟon\nyasmina@exemple.invalid"
    )
    assert propose("", "", "", "", [(DocumentKind.CV, spoilt)]) == Identity()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CV, "Yasmina Modèle"),
        ("Curriculum vitae\nYasmina Modèle\n2015", "Yasmina Modèle"),
        ("CURRICULUM VITAE - Yasmina MODÈLE", "Yasmina Modèle"),
        ("Nom : Yasmina Modèle\nAdresse", "Yasmina Modèle"),
        ("YASMINA\nMODÈLE\nAssistante", "Yasmina Modèle"),
        ("First name(s) / Surname(s) Yasmina Modèle", "Yasmina Modèle"),
        ("Assistante administrative\nExpérience professionnelle\n2015 Asbl Fictive", ""),
        ("Master Thesis\nWeb Developer\nSkills", ""),
        (
            "Profil\nCompétences\nLangues\nPermis B\n" * 3 + "Yasmina Modèle\nyasmina.modele@exemple.invalid",
            "Yasmina Modèle",
        ),
        ("", ""),
    ],
)
def test_the_head_of_a_cv_is_read_only_where_it_is_a_name(text: str, name: str) -> None:
    assert headline(text) == name


@pytest.mark.parametrize(
    ("sender", "answer", "email"),
    [
        ("yasmina@exemple.invalid", None, "yasmina@exemple.invalid"),
        ("yasmina@exemple.invalid", "y.modele@exemple.invalid", "y.modele@exemple.invalid"),
        ("noreply@jobat.be", "yasmina@exemple.invalid", "yasmina@exemple.invalid"),
        ("noreply@jobat.be", "no-reply@jobat.be", "yasmina@exemple.invalid"),
        ("notifications@indeed.com", None, "yasmina@exemple.invalid"),
        ("", None, "yasmina@exemple.invalid"),
    ],
)
def test_a_job_board_is_not_the_applicants_address(sender: str, answer: str | None, email: str) -> None:
    mailbox = Mailbox("", answer) if answer else None
    assert propose("", sender, "", BODY, [(DocumentKind.CV, CV)], answer_to=mailbox).email == email


def test_a_board_without_an_address_in_the_papers_leaves_it_empty() -> None:
    assert propose("Yasmina Modèle", "noreply@jobat.be", "", BODY).email == ""


def test_a_mail_forwarded_in_the_text_is_from_the_one_who_wrote_it() -> None:
    body = (
        "Pour info,\nMarc\n\n---------- Message transféré ----------\nDe : "
        "Yasmina MODÈLE <yasmina@exemple.invalid>\nDate : lundi\n\n" + BODY
    )
    read = propose("Marc Collègue", "marc@exemple.invalid", "TR: Candidature", body)
    assert (read.name, read.email) == ("Yasmina Modèle", "yasmina@exemple.invalid")


def test_what_a_reply_quotes_is_not_the_applicants() -> None:
    body = "Merci beaucoup.\n\nLe lundi 6 juin 2022 à 10:00, Marc Collègue <marc@exemple.invalid> a écrit :\n> GSM "
    "0471 00 00 00\n"
    assert propose("Yasmina Modèle", "yasmina@exemple.invalid", "Re: x", body).phone == ""


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("GSM : 0470/00.00.00", "+32 470 00 00 00"),
        ("+32 (0)470 00 00 00", "+32 470 00 00 00"),
        ("0032470000000", "+32 470 00 00 00"),
        ("Tél. 02 555 12 12 - GSM 0470 00 00 00", "+32 470 00 00 00"),
        ("+33 6 00 00 00 00", "+33 6 00 00 00 00"),
        ("Fax : 02 555 12 12", ""),
        ("BE68 5390 0754 7034", ""),
        ("TVA BE 0412.345.678", ""),
        ("2015-2019, 2020 - 2022", ""),
        ("01/02/2015 - 03/04/2019", ""),
        ("Réf. 470000000", ""),
    ],
)
def test_a_telephone_number_is_told_from_other_digits(text: str, phone: str) -> None:
    assert propose("Yasmina Modèle", "y@exemple.invalid", "", f"Bonjour,\n{text}\n").phone == phone


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Rue de l'Exemple, 12/3\nB-1030 Schaerbeek", "Rue de l'Exemple, 12/3\nB-1030 Schaerbeek"),
        ("Voorbeeldstraat 5 bus 2, 2000 Antwerpen", "Voorbeeldstraat 5 bus 2\n2000 Antwerpen"),
        ("12, avenue du Modèle\n75011 Paris\nFrance", "12, avenue du Modèle\n75011 Paris\nFrance"),
        ("Specimenlaan 3\n1012 AB Amsterdam\nNederland", "Specimenlaan 3\n1012 AB Amsterdam\nNederland"),
        ("3, rue Fictive\nL-1234 Luxembourg", "3, rue Fictive\nL-1234 Luxembourg"),
        ("Adresse : Chaussée de Modèle 100 – 1050 Ixelles", "Chaussée de Modèle 100\n1050 Ixelles"),
        ("Grote Voorbeeldmarkt 1 1000 Brussel", "Grote Voorbeeldmarkt 1\n1000 Brussel"),
        ("Avenue Fictive 54 | 1050 Bruxelles | 0470 00 00 00", "Avenue Fictive 54\n1050 Bruxelles"),
        ("Rue Fictive 1\nBoîte 4\n1080 Molenbeek-Saint-Jean", "Rue Fictive 1\nBoîte 4\n1080 Molenbeek-Saint-Jean"),
        ("Rue Fictive 12\nAssistante sociale", ""),
        ("Née en 1990\n2015 Assistante sociale", ""),
        ("1000 Bruxelles", ""),
        ("", ""),
    ],
)
def test_an_address_is_a_street_with_its_number_and_a_town_with_its_postcode(text: str, address: str) -> None:
    assert address_in(text) == address


@pytest.mark.parametrize(
    ("sender", "body", "language_text", "salutation"),
    [
        ("Mme Yasmina Modèle", "", BODY, "Madame"),
        ("Yasmina Modèle", "Yasmina Modèle (elle)", BODY, "Madame"),
        (
            "Jan Voorbeeld",
            "Jan Voorbeeld (hij/hem)",
            "Ik ben de kandidaat voor deze functie bij uw vereniging",
            "Meneer",
        ),
        ("Jan Voorbeeld", "Jan Voorbeeld (they/them)", BODY, ""),
        ("Yasmina Modèle", "Civilité : Madame", BODY, "Madame"),
        ("Yasmina Modèle", "À l'attention de Madame Exemple,", BODY, ""),
        ("Yasmina Modèle", "Madame, Monsieur,", BODY, ""),
        ("Yasmina Modèle", "", BODY, ""),
    ],
)
def test_a_form_of_address_is_proposed_only_when_the_person_states_it(
    sender: str, body: str, language_text: str, salutation: str
) -> None:
    text = f"{language_text.replace('Yasmina Modèle', '')}\n{body}\n"
    assert propose(sender, "y@exemple.invalid", "", text).salutation == salutation


FR = """Je vous adresse ma candidature pour le poste d'assistante administrative. Après plusieurs années dans une
association de quartier, je souhaite mettre mon expérience de l'accueil au service de votre équipe. Vous
trouverez en annexe mon curriculum vitae ainsi que les coordonnées de deux personnes de référence. Je suis
disponible pour un entretien dès la semaine prochaine."""
NL = """Hierbij stel ik mij kandidaat voor de functie van administratief medewerker. Na enkele jaren in een
buurtvereniging wil ik mijn ervaring met onthaal graag inzetten voor jullie team. In bijlage vindt u mijn cv en
de gegevens van twee contactpersonen. Ik ben beschikbaar voor een gesprek vanaf volgende week en kijk uit naar
uw antwoord op deze brief."""
EN = """I am writing to apply for the position of administrative assistant. After several years in a neighbourhood
charity, I would like to bring my experience of welcoming people to your team. Please find attached my resume
and the details of two referees. I am available for an interview from next week and I look forward to hearing
from you about this role."""


def test_a_language_is_right_from_six_words_nearly_always() -> None:
    asked = right = wrong = 0
    for text, language in ((FR, Language.FR), (NL, Language.NL), (EN, Language.EN)):
        said = re.findall(r"[\w'’]+", text)
        for start in range(len(said) - 6):
            found = language_of(" ".join(said[start : start + 6]))
            asked += 1
            right += found is language
            wrong += found not in {language, None}
    assert right / asked >= 0.98
    assert wrong / asked <= 0.01


@pytest.mark.parametrize(
    "text",
    ["", "CV", "Yasmina Modèle", "0470 00 00 00", "Sehr geehrte Damen und Herren, ich bewerbe mich um die Stelle"],
)
def test_no_language_is_said_where_there_is_too_little_or_another(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Yasmina Modèle <y@exemple.invalid>", [("Yasmina Modèle", "y@exemple.invalid")]),
        (
            '"Modèle, Yasmina" <y@exemple.invalid>, b@exemple.invalid',
            [("Modèle, Yasmina", "y@exemple.invalid"), ("", "b@exemple.invalid")],
        ),
        ("Modèle, Yasmina <y@exemple.invalid>", [("Modèle, Yasmina", "y@exemple.invalid")]),
        ("y@exemple.invalid (Yasmina Modèle)", [("Yasmina Modèle", "y@exemple.invalid")]),
        ('"y@exemple.invalid" <y@exemple.invalid>', [("", "y@exemple.invalid")]),
        ("=?utf-8?Q?Yasmina_Mod=C3=A8le?= <y@exemple.invalid>", [("Yasmina Modèle", "y@exemple.invalid")]),
        ("Yasmina Modèle", [("Yasmina Modèle", "")]),
        ("<>", []),
        ("", []),
    ],
)
def test_mailboxes_are_read_as_people_write_them(value: str, found: list[tuple[str, str]]) -> None:
    assert [(mailbox.name, mailbox.email) for mailbox in mailboxes(value) if mailbox != Mailbox()] == found


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from('<>@,;:"\\()=?\udc80'), max_size=300))
def test_any_header_is_read_as_one_plain_line(value: str) -> None:
    for line in (words(value), *(mailbox.name + mailbox.email for mailbox in mailboxes(value))):
        assert line == "".join(char for char in line if char.isprintable())


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_gives_an_identity(body: str, text: str) -> None:
    found = propose(body[:40], text[:40], body[:20], body, [(DocumentKind.CV, text)])
    assert found.address.count("\n") < 5
