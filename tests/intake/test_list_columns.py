"""What the columns of a list are taken for, and what its lines become."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.errors import BadInput
from smes_panel.intake.lists import (
    DateOrder,
    ListSheet,
    Mapping,
    Meaning,
    RemarkKind,
    corrected,
    entries,
    nobodies,
    propose,
    remarks,
)
from smes_panel.intake.lists.contents import moment, telephone
from smes_panel.intake.lists.reading import Row
from smes_panel.intake.lists.remarks import sentence
from smes_panel.model.application import DocumentKind, Identity, IncomingApplication
from smes_panel.model.settlement import BRUSSELS
from smes_panel.model.words import Language

M = Meaning
LETTER = "Je vous propose ma candidature."
PEOPLE = (
    ("Nom", "Prénom", "E-mail", "GSM", "Date de candidature", "Motivation", "Remarques"),
    ("MODÈLE", "Yasmina", "yasmina@exemple.invalid", "0470/12.34.56", "13/06/2022 09:30", LETTER, "=1+1"),
    ("VOORBEELD", "Jan", "jan@exemple.invalid", "0470 12 34 57", "14/06/2022 10:00", "", "../../etc/passwd"),
)


def table(*lines: Sequence[str]) -> ListSheet:
    return ListSheet("", tuple(Row(number, tuple(cells)) for number, cells in enumerate(lines, start=1) if any(cells)))


def meanings(*lines: Sequence[str]) -> list[Meaning]:
    return [column.meaning for column in propose(table(*lines)).columns]


def taken(sheet: ListSheet, mapping: Mapping | None = None) -> list[IncomingApplication]:
    found = entries("liste.csv", sheet, mapping or propose(sheet))
    return [entry.application for entry in found if entry.application is not None]


def told(sheet: ListSheet) -> list[RemarkKind]:
    return [one.kind for one in remarks(sheet, propose(sheet))]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            # A form of Google's, in French
            ("Horodateur", "Adresse e-mail", "Nom et prénom", "Numéro de GSM", "Pourquoi postulez-vous ? Motivation"),
            (M.RECEIVED, M.EMAIL, M.NAME, M.PHONE, M.MESSAGE),
        ),
        (
            (
                "Tijdstempel",
                "E-mailadres",
                "Wat is je voornaam?",
                "Wat is je familienaam?",
                "Jouw gsm-nummer",
                "Jouw motivatie",
            ),
            (M.RECEIVED, M.EMAIL, M.FIRST_NAME, M.SURNAME, M.PHONE, M.MESSAGE),
        ),
        (
            ("Timestamp", "Email Address", "Full name", "Phone number", "Cover letter", "Link to your CV"),
            (M.RECEIVED, M.EMAIL, M.NAME, M.PHONE, M.MESSAGE, M.OTHER),
        ),
        (
            # A form of Microsoft's: when it was begun is not when it came
            ("ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"),
            (M.OTHER, M.OTHER, M.RECEIVED, M.EMAIL, M.NAME),
        ),
        (
            # As job boards of the three Regions name them
            (
                "Civilité",
                "Nom",
                "Prénom",
                "Rue",
                "Code postal",
                "Commune",
                "Téléphone",
                "Date de naissance",
                "Courriel",
            ),
            (M.SALUTATION, M.SURNAME, M.FIRST_NAME, M.STREET, M.POSTCODE, M.TOWN, M.PHONE, M.OTHER, M.EMAIL),
        ),
        (
            (
                "Voornaam",
                "Naam",
                "Straat",
                "Huisnummer",
                "Bus",
                "Postcode",
                "Gemeente",
                "Gsm",
                "E-mail",
                "Geboortedatum",
            ),
            (M.FIRST_NAME, M.SURNAME, M.STREET, M.HOUSE_NUMBER, M.BOX, M.POSTCODE, M.TOWN, M.PHONE, M.EMAIL, M.OTHER),
        ),
        (("partner_name", "email_from", "name", "stage_id/id"), (M.NAME, M.EMAIL, M.OTHER, M.OTHER)),
        (("Taal", "Sollicitatiedatum", "Kandidaat", "Referentie e-mail"), (M.LANGUAGE, M.RECEIVED, M.NAME, M.OTHER)),
    ],
)
def test_headings_say_what_columns_are_in_three_languages(
    headings: tuple[str, ...], expected: tuple[Meaning, ...]
) -> None:
    assert tuple(meanings(headings)) == expected


def test_columns_without_headings_tell_by_what_is_in_them() -> None:
    lines = (
        ("Yasmina Modèle", "yasmina@exemple.invalid", "0470 12 34 56", "13/06/2022 09:30", "fr", "17"),
        ("Jan Voorbeeld", "jan@exemple.invalid", "+32 2 555 12 12", "14/06/2022 10:00", "nl", "18"),
    )
    assert meanings(*lines) == [M.NAME, M.EMAIL, M.PHONE, M.RECEIVED, M.LANGUAGE, M.OTHER]
    assert told(table(*lines)) == [RemarkKind.NO_HEADINGS]
    assert [one.identity.name for one in taken(table(*lines))] == ["Yasmina Modèle", "Jan Voorbeeld"]


def test_a_heading_that_its_cells_belie_says_nothing() -> None:
    assert meanings(("Nom", "Mail", "Contact"), ("Yasmina Modèle", "oui", "y@exemple.invalid")) == [
        M.NAME,
        M.OTHER,
        M.EMAIL,
    ]


def test_the_line_of_headings_is_found_below_the_titles() -> None:
    sheet = table(("Candidatures",), ("Extrait du", "20/06/2022"), (), *PEOPLE)
    assert propose(sheet).heading_line == 4
    assert [one.identity.name for one in taken(sheet)] == ["Yasmina Modèle", "Jan Voorbeeld"]
    assert propose(sheet, 0).heading_line == 0


def test_of_two_columns_for_one_thing_the_fuller_is_taken_and_it_is_said() -> None:
    sheet = table(
        ("Nom", "E-mail", "Courriel"),
        ("Yasmina Modèle", "", "y@exemple.invalid"),
        ("Jan Voorbeeld", "", "j@exemple.invalid"),
    )
    (twice, dates) = remarks(sheet, propose(sheet))
    assert (twice.kind, twice.columns) == (RemarkKind.TWICE, (2, 1))
    assert dates.kind is RemarkKind.NO_DATES
    assert sentence(twice, propose(sheet)) == "“Courriel” and “E-mail” look like the same thing: “Courriel” is taken."
    assert [one.identity.email for one in taken(sheet)] == ["y@exemple.invalid", "j@exemple.invalid"]


@pytest.mark.parametrize(
    ("dates", "order", "said"),
    [
        (("13/06/2022 9:30", "01/07/2022 9:30"), DateOrder.DAY_FIRST, []),
        (("6/13/2022 9:30", "7/1/2022 9:30"), DateOrder.MONTH_FIRST, []),
        (("01/06/2022 9:30", "02/06/2022 9:30"), DateOrder.DAY_FIRST, [RemarkKind.DATES_AMBIGUOUS]),
        (("06/06/2022 9:30",), DateOrder.DAY_FIRST, []),
        (("13/06/2022 9:30", "6/14/2022 9:30"), DateOrder.DAY_FIRST, [RemarkKind.DATES_MIXED, RemarkKind.DATES_UNREAD]),
        (("13/06/2022",), DateOrder.DAY_FIRST, [RemarkKind.NO_HOURS]),
        (("2022-06-13 09:30:00", "demain", "14.06.22 10h"), DateOrder.DAY_FIRST, [RemarkKind.DATES_UNREAD]),
    ],
)
def test_dates_are_read_one_way_for_the_whole_column_and_what_is_unsure_is_said(
    dates: tuple[str, ...], order: DateOrder, said: list[RemarkKind]
) -> None:
    sheet = table(
        ("Nom", "E-mail", "Date"), *((f"Yasmina {n}", "y@exemple.invalid", one) for n, one in enumerate(dates))
    )
    assert (propose(sheet).order, told(sheet)) == (order, said)


@pytest.mark.parametrize(
    "written",
    [
        "14/06/2022 09:30",
        "14-06-2022 9h30",
        "14.06.22, 09:30",
        "2022-06-14 09:30:00",
        "2022-06-14T07:30:00Z",
        "2022/06/14 9:30:00 AM UTC+2",
        "2022/06/14 10:30:00 AM EEST",
        "mardi 14 juin 2022 à 9h30",
        "14 juni 2022 om 09:30",
        "June 14, 2022 9:30 am",
        "14/06/2022 09:30:00 CEST",
    ],
)
def test_an_instant_is_read_as_forms_and_spreadsheets_write_it(written: str) -> None:
    assert moment(written, DateOrder.DAY_FIRST) == (datetime(2022, 6, 14, 9, 30, tzinfo=BRUSSELS), True)


@pytest.mark.parametrize(
    "written", ["31/02/2022", "14/06/1822", "99/99/9999", "14/06/2022 25:00", "2022-06", "0470 12 34 56", ""]
)
def test_what_is_no_instant_is_none(written: str) -> None:
    assert moment(written, DateOrder.DAY_FIRST) == (None, False)


def test_a_number_that_lost_its_first_zero_is_a_telephone_number_all_the_same() -> None:
    assert [telephone(one) for one in ("470123456", "32470123456", "0470/12.34.56 ou 02 555 12 12", "oui", "12")] == [
        "+32 470 12 34 56",
        "+32 470 12 34 56",
        "+32 470 12 34 56",
        "",
        "",
    ]


def test_each_line_becomes_an_application_with_its_own_text_and_nothing_in_it_is_opened_or_computed() -> None:
    first, second = taken(table(*PEOPLE))
    of_the_first = (
        "Prénom: Yasmina\nNom: MODÈLE\nE-mail: yasmina@exemple.invalid\nGSM: 0470/12.34.56\n"
        f"Date de candidature: 13/06/2022 09:30\nMotivation: {LETTER}\nRemarques: =1+1"
    )
    of_the_second = (
        "Prénom: Jan\nNom: VOORBEELD\nE-mail: jan@exemple.invalid\nGSM: 0470 12 34 57\n"
        "Date de candidature: 14/06/2022 10:00\nRemarques: ../../etc/passwd"
    )
    assert first.identity == Identity("Yasmina Modèle", "yasmina@exemple.invalid", "+32 470 12 34 56", "", Language.FR)
    assert (first.received_at, first.subject) == (datetime(2022, 6, 13, 9, 30, tzinfo=BRUSSELS), "liste.csv, 2")
    assert [(one.name, one.kind, one.text) for one in first.documents] == [
        ("Motivation liste 2.txt", DocumentKind.LETTER, LETTER),
        ("liste 2.txt", DocumentKind.OTHER, of_the_first),
    ]
    assert [(one.kind, one.content.decode()) for one in second.documents] == [(DocumentKind.OTHER, of_the_second)]


def test_of_several_telephone_numbers_the_mobile_one_is_taken_whatever_the_order() -> None:
    people = (("Nom", "Tél", "GSM"), ("Zoé Modèle", "02 555 12 12", "0470123456"), ("Jan Voorbeeld", "0470123457", "?"))
    sheet = table(*people, ("Ann Specimen", "poste 12", ""))
    assert [one.identity.phone for one in taken(sheet)] == ["+32 470 12 34 56", "+32 470 12 34 57", "poste 12"]
    assert told(sheet) == [RemarkKind.NO_EMAIL, RemarkKind.NO_DATES]


def test_what_a_person_leaves_out_is_not_kept_and_the_line_is_known_all_the_same() -> None:
    sheet = table(("Nom", "E-mail", "NISS"), ("Zoé Modèle", "z@exemple.invalid", "00000000000"))
    (kept,) = taken(sheet)
    (without,) = taken(sheet, corrected(sheet, propose(sheet), {2: M.LEFT_OUT}))
    assert ["00000000000" in one.documents[-1].text for one in (kept, without)] == [True, False]
    assert kept.fingerprint == without.fingerprint


def test_beside_a_street_a_number_is_the_house_s_and_elsewhere_it_counts_lines() -> None:
    assert meanings(("Naam", "Straat", "Nr", "Gemeente"), ("Jan Voorbeeld", "Specimenstraat", "1", "Brussel")) == [
        M.NAME,
        M.STREET,
        M.HOUSE_NUMBER,
        M.TOWN,
    ]
    assert meanings(("Nr", "Naam"), ("1", "Jan Voorbeeld")) == [M.OTHER, M.NAME]


def test_an_address_is_put_together_from_its_columns() -> None:
    headings = ("Naam", "Aanspreking", "Straat", "Huisnummer", "Bus", "Postcode", "Gemeente", "Land", "Taal")
    (one,) = taken(
        table(headings, ("Jan Voorbeeld", "Dhr.", "Specimenstraat", "1", "3", "1000", "Brussel", "België", "nl"))
    )
    assert one.identity.address == "Specimenstraat 1 3\n1000 Brussel\nBelgië"
    assert (one.identity.language, one.identity.salutation) == (Language.NL, "Meneer")
    (one,) = taken(table(("Nom", "Adresse"), ("Zoé Modèle", "avenue du Spécimen 1\n1000 Bruxelles")))
    assert one.identity.address == "avenue du Spécimen 1\n1000 Bruxelles"


def test_a_line_of_nobody_is_refused_with_its_number_and_empty_ones_are_passed_over() -> None:
    sheet = table(*PEOPLE, ("", "", "", "", "", "", ""), ("", "", "", "0470 12 34 58", "", "", "?"))
    assert [
        (one.line, one.reason) for one in entries("liste.csv", sheet, propose(sheet)) if one.application is None
    ] == [
        (5, "Line 5 has neither a name nor an e-mail address, so it is nobody's application: complete it in the list.")
    ]


def test_a_person_corrects_the_columns_and_no_two_may_be_one_thing() -> None:
    sheet = table(*PEOPLE)
    mapping = corrected(sheet, propose(sheet), {6: M.MESSAGE, 3: M.OTHER})
    (first, _) = taken(sheet, mapping)
    assert (first.identity.phone, first.documents[0].text) == ("", f"=1+1\n\n{LETTER}")
    with pytest.raises(BadInput, match="“E-mail” and “Remarques” cannot both be email"):
        corrected(sheet, mapping, {6: M.EMAIL})
    nobody = corrected(sheet, mapping, {0: M.OTHER, 1: M.OTHER})
    assert [one.kind for one in remarks(sheet, nobody)] == [RemarkKind.NO_NAME]


def test_links_and_file_names_are_said_to_be_text() -> None:
    sheet = table(
        ("Nom", "E-mail", "Date", "CV"), ("Zoé Modèle", "z@exemple.invalid", "2022-06-13 09:30", r"C:\cv\zoé.pdf")
    )
    assert told(sheet) == [RemarkKind.NOT_FOLLOWED]


# Laws

_SAID = (
    *("y@exemple.invalid", "Zoé Modèle", "0470 12 34 56", "13/06/2022 9:30", "2022-06-13", "fr"),
    *("https://exemple.invalid", "=1+1"),
)
_LETTERS = st.characters(exclude_categories=["C"])
_CELLS = st.text(_LETTERS, max_size=20).map(lambda text: " ".join(text.split())) | st.sampled_from(_SAID)
_NAMED = (
    *("Nom", "Prénom", "E-mail", "Courriel", "GSM", "Tel", "Date", "Motivation"),
    *("Message", "Taal", "", "Remarque", "Naam", "Nom complet"),
)
_HEADINGS = st.sampled_from(_NAMED)


@st.composite
def tables(draw: st.DrawFn) -> tuple[ListSheet, ListSheet]:
    """A list, and the same with its columns in another order."""
    width = draw(st.integers(1, 6))
    lines = [tuple(draw(_HEADINGS) for _ in range(width))]
    lines += draw(st.lists(st.tuples(*[_CELLS] * width), max_size=6))
    order = draw(st.permutations(range(width)))
    return table(*lines), table(*(tuple(line[place] for place in order) for line in lines))


def _plain(sheet: ListSheet) -> list[tuple[object, ...]]:
    return [
        (one.fingerprint, one.identity, one.received_at, [(d.kind, d.content) for d in one.documents])
        for one in taken(sheet)
    ]


@given(tables())
def test_the_order_of_the_columns_changes_nothing(both: tuple[ListSheet, ListSheet]) -> None:
    one, other = both
    assert _plain(one) == _plain(other)


@given(tables())
def test_what_the_columns_are_taken_for_does_not_change_by_which_a_line_is_known_again(
    both: tuple[ListSheet, ListSheet],
) -> None:
    sheet, _ = both
    mapping = propose(sheet)
    others = {column.place: M.OTHER for column in mapping.columns if column.meaning in (M.PHONE, M.MESSAGE, M.LANGUAGE)}
    known = [one.fingerprint for one in taken(sheet, mapping)]
    assert [one.fingerprint for one in taken(sheet, corrected(sheet, mapping, others))] == known


@given(tables())
def test_every_line_that_holds_something_is_an_application_or_refused(both: tuple[ListSheet, ListSheet]) -> None:
    sheet, _ = both
    mapping = propose(sheet)
    expected = [row.number for row in sheet.rows if row.number > mapping.heading_line]
    found = entries("liste.csv", sheet, mapping)
    assert [entry.line for entry in found] == expected
    refused = tuple(entry.line for entry in found if entry.application is None)
    assert nobodies(sheet, mapping) == (refused, len(found) - len(refused))
