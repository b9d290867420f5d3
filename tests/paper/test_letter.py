"""Letters on paper: every word is there, nothing else is, and it lies where the envelope's window wants it."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from smes_panel.errors import LetterBlocked
from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts, Sender, letter_language, vacancy_values
from smes_panel.model.vacancy import Posting, Vacancy
from smes_panel.model.words import Language
from smes_panel.paper.letter import ZONE, explained, letter_pdf
from smes_panel.paper.press import clean
from smes_panel.paper.setting import Row, pages
from smes_panel.paper.template import said
from tests.paper.letters import SAMPLES, sample

FR, NL = Language.FR, Language.NL
REFUSAL = LetterKind.REFUSAL_INTERVIEW
MM = 72 / 25.4


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """All the text of a PDF without its white space; PDFium's mark for a hyphen at the end of a line is a hyphen."""
    with opened(pdf) as document:
        found = "".join(page.get_textpage().get_text_range() for page in document)
    return squeezed(found.replace("\ufffe", "-").replace("\x02", "-"))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def boxes(pdf: bytes, words: str) -> list[tuple[float, float, float, float]]:
    """Where some words of the first page lie: left, top, right, bottom in millimetres from the top left."""
    with opened(pdf) as document:
        page = document[0].get_textpage()
        found = page.search(words).get_next()
        assert found, words
        chars = [page.get_charbox(found[0] + one) for one in range(found[1])]
    return [(left / MM, 297 - top / MM, right / MM, 297 - bottom / MM) for left, bottom, right, top in chars]


@pytest.mark.parametrize(("kind", "language"), SAMPLES)
def test_a_letter_prints_every_word_said_on_one_page_and_no_brace(kind: LetterKind, language: Language) -> None:
    facts = sample(kind, language)
    pdf, words = letter_pdf(facts), said(facts)
    text = text_of(pdf)
    blocks = [one for block in words.blocks for one in ([block] if isinstance(block, str) else [t for _, t in block])]
    for each in (words.subject, words.salutation, *blocks, words.small[1], *facts.recipient, "CP-2022-06 / K-04"):
        assert squeezed(each) in text
    for who, role in words.signatures:
        assert squeezed(who) in text
        assert squeezed(role) in text
    assert not set("{}[]") & set(text)
    with opened(pdf) as document:
        assert len(document) == 1


@pytest.mark.parametrize(("kind", "language"), SAMPLES)
def test_the_same_facts_give_the_same_bytes(kind: LetterKind, language: Language) -> None:
    assert letter_pdf(sample(kind, language)) == letter_pdf(sample(kind, language))


def test_a_letter_names_itself_and_bears_its_own_day() -> None:
    found = PdfReader(BytesIO(letter_pdf(sample(LetterKind.OFFER, FR)))).metadata
    assert found is not None
    said_of_itself = [str(found[key]).replace("\N{NO-BREAK SPACE}", " ") for key in ("/Title", "/Author", "/Subject")]
    assert said_of_itself == ["Proposition d’engagement : chargé·e de projets Connect", "Smes", "K-04"]
    assert str(found["/CreationDate"]).startswith("D:20220624")


def test_every_font_of_a_letter_is_embedded_and_its_own() -> None:
    resources = PdfReader(BytesIO(letter_pdf(sample(LetterKind.OFFER, FR)))).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    fonts = [one.get_object() for one in resources.values()]
    used = {
        font["/BaseFont"].split("+")[1]: "/FontFile2" in font["/FontDescriptor"]
        for font in fonts
        if "+" in font["/BaseFont"]
    }
    assert used == {"SourceSans3-Regular": True, "SourceSans3-Semibold": True, "SourceSans3-Bold": True}
    assert len(used) == len(fonts)


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="missing program: pdffonts")
def test_pdffonts_sees_every_font_embedded(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(sample(LetterKind.INVITATION, NL, {"reason": "Ελένη Σ"})))
    listing = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    assert {line.split()[-5] for line in listing.splitlines()[2:]} == {"yes"}


def test_the_address_lies_in_the_window_and_nothing_else_does() -> None:
    facts = sample(LetterKind.INVITATION, FR, recipient=("Yasmina Modèle", *(f"ligne {n} gjpqy" for n in range(4))))
    pdf = letter_pdf(facts)
    left, top, *_ = boxes(pdf, "Yasmina Modèle")[0]
    assert (round(left), round(top)) == (110, 46)
    assert boxes(pdf, "ligne 3 gjpqy")[-1][3] < 45 + 24
    x, y, wide, high = ZONE
    with opened(pdf) as document:
        inside = (
            document[0].get_textpage().get_text_bounded(x * MM, (297 - y - high) * MM, (x + wide) * MM, (297 - y) * MM)
        )
        below = document[0].get_textpage().get_text_bounded(0, (297 - 86) * MM, 595, (297 - y - high) * MM)
        top_right = document[0].get_textpage().get_text_bounded(100 * MM, (297 - 40) * MM, 595, 842)
    assert inside.split("\r\n") == list(facts.recipient)
    assert (below.strip(), top_right.strip()) == ("", "")


def test_the_subject_the_salutation_and_the_foot_stand_where_the_fold_wants_them() -> None:
    pdf = letter_pdf(sample(LetterKind.INVITATION, FR))
    assert 86 <= min(box[1] for box in boxes(pdf, "Invitation à un entretien")) < 87.5
    assert 101 <= boxes(pdf, "Bonjour Yasmina")[0][1] < 102
    assert 22 <= boxes(pdf, "Bonjour Yasmina")[0][0] < 23
    assert boxes(pdf, "(www.autoriteprotectiondonnees.be)")[-1][3] < 278
    assert 280 <= boxes(pdf, "Smes asbl")[0][1] <= boxes(pdf, "Smes asbl")[-1][3] < 289
    assert boxes(pdf, "IBAN BE00 0000 0000 0000")[-1][2] == pytest.approx(188, abs=0.5)


def test_the_address_moves_as_the_envelopes_at_hand_ask() -> None:
    moved = replace(sample(REFUSAL, FR).sender, shift=(3.0, -2.0))
    here = boxes(letter_pdf(sample(REFUSAL, FR)), "avenue du Spécimen")[0]
    there = boxes(letter_pdf(sample(REFUSAL, FR, sender=moved)), "avenue du Spécimen")[0]
    assert (round(there[0] - here[0], 1), round(there[1] - here[1], 1)) == (3.0, -2.0)


def test_what_the_house_has_not_said_of_itself_is_left_out() -> None:
    text = text_of(letter_pdf(sample(REFUSAL, FR, {"phone": ""}, sender=Sender())))
    for absent in ("IBAN", "siège", "asbl", "Bruxelles,le", "00000"):
        assert absent not in text
    assert text.startswith("Smesrh@exemple.invalid")
    assert "Le24juin2022" in text


def test_without_a_postal_address_the_letter_is_addressed_by_mail() -> None:
    for language, words in ((FR, "Par e-mail : bo@exemple.invalid"), (NL, "Per e-mail: bo@exemple.invalid")):
        text = text_of(letter_pdf(sample(REFUSAL, language, recipient=("Bo Modèle",), email="bo@exemple.invalid")))
        assert squeezed(f"Bo Modèle{words}") in text


def test_an_address_that_no_window_shows_blocks_the_letter() -> None:
    with pytest.raises(LetterBlocked, match=r"K-04: .* does not fit the envelope's window"):
        letter_pdf(sample(REFUSAL, FR, recipient=tuple(f"ligne {n}" for n in range(12))))


def test_a_few_lines_too_many_are_set_tighter_and_many_flow_on() -> None:
    counts = []
    for times in (1, 40, 700):
        pdf = letter_pdf(sample(LetterKind.INVITATION, FR, {"room": "salle A, " * times}))
        with opened(pdf) as document:
            counts.append(len(document))
    assert counts[:2] == [1, 1]
    assert counts[2] > 1


@pytest.mark.parametrize("words", range(260, 420, 8))
def test_a_signature_is_never_alone_on_its_page(words: int) -> None:
    with opened(letter_pdf(sample(LetterKind.OFFER, FR, {"work_address": "rue " * words}))) as document:
        sides = [page.get_textpage().get_text_range() for page in document]
    last = next(page for page in sides if "Maude Jury" in page)
    assert "Nous nous réjouissons" in last
    assert "Dominique Direction" in last
    assert re.search(r"\bdirection\b", last)
    for number, page in enumerate(sides[1:], 2):
        assert f"page {number} sur {len(sides)}" in page
        assert "CP-2022-06 / K-04" in page


HOSTILE = st.sampled_from(
    [
        '<img src="file:///etc/passwd"/>',
        "<para><font name='x'>",
        "</para>",
        "&amp;",
        "&",
        "]]>",
        "{x}",
        "{name}",
        "%s",
        "\\n",
        "[phone?]",
        "a" * 300,
        "Ελένη",
        "Łódź",
        "d’Œuvre",
        "-",
        "\t",
    ]
)


@given(st.lists(HOSTILE, min_size=1, max_size=12).map(" ".join).filter(lambda text: text.strip()))
def test_what_people_write_comes_out_as_it_is(text: str) -> None:
    values = dict.fromkeys(("reason", "noted_point", "position", "contact_person", "reference", "chair_name"), text)
    pdf = letter_pdf(sample(REFUSAL, NL, {**values, "name": text}))
    found = text_of(pdf)
    assert found.count(squeezed(text)) >= 4
    assert f"Beste{squeezed(text)}," in found


@given(
    st.dictionaries(
        st.sampled_from(["name", "reason", "position", "reference", "apply_to", "phone"]), st.text(), max_size=6
    )
)
def test_any_text_at_all_makes_a_letter_or_blocks_it(values: dict[str, str]) -> None:
    try:
        pdf = letter_pdf(
            sample(REFUSAL, FR, values, recipient=(values.get("name", "N"),), email=values.get("phone", ""))
        )
    except LetterBlocked:
        return
    assert pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("text", ["mot " * 2500, "x" * 10_000, "\u202eneves\u202c שלום سلام", "<b>" * 3000])
def test_long_and_foreign_text_makes_a_letter(text: str) -> None:
    values = dict.fromkeys(("reason", "noted_point", "position", "reference", "apply_to", "contact_person"), text)
    pdf = letter_pdf(sample(REFUSAL, FR, values, sender=Sender(text, text, text, text, text)))
    if text.isascii():
        assert squeezed(text) in re.sub(r"page\d+sur\d+", "", text_of(pdf)) or len(text) > 5000
    assert clean(text)


def test_a_letter_is_in_the_language_a_person_wrote_in_and_french_where_it_is_not_known() -> None:
    assert [letter_language(one) for one in (*Language, None)] == [*Language, FR]


def test_who_wrote_in_english_gets_the_english_letter() -> None:
    assert "DearYasminaModèle," in text_of(letter_pdf(sample(LetterKind.INVITATION, Language.EN)))
    assert explained(LetterKind.OFFER, Language.EN)[0].words == "the title of the post"


def test_without_any_address_the_letter_bears_the_name() -> None:
    assert boxes(letter_pdf(sample(REFUSAL, FR, recipient=())), "Yasmina Modèle")[0][1] < 50


ROWS = st.lists(
    st.lists(st.builds(Row, height=st.floats(1, 30), rise=st.just(1.0), gap=st.floats(0, 9)), min_size=1, max_size=9),
    max_size=30,
)


@given(ROWS)
def test_rows_run_down_the_pages_in_order_and_none_is_lost_or_below_the_foot(groups: list[list[Row]]) -> None:
    done = pages(groups, 101, 34, 276)
    assert [placed.row for page in done for placed in page] == [row for group in groups for row in group]
    for number, page in enumerate(done):
        at = 34.0 if number else 101.0
        for placed in page:
            assert placed.top >= at
            at = placed.top + placed.row.height
        assert at <= 276


@given(ROWS)
def test_what_stays_together_is_parted_only_when_no_page_could_hold_it(groups: list[list[Row]]) -> None:
    for group in groups:
        if sum(row.gap + row.height for row in group) <= 276 - 101:
            for before in groups:
                done = pages([before, group], 101, 34, 276)
                where = [number for number, page in enumerate(done) for _ in page]
                assert len(set(where[-len(group) :])) == 1


CONNECT = Posting(
    text="",
    language=FR,
    title="Chargé·e de projets Connect",
    contract="Contrat à durée déterminée à temps partiel",
    hours_per_week=19,
    ends_on=date(2022, 12, 31),
    renewable=True,
    joint_committee="330.04",
    pay_scale="330.01.10",
    starts="dès que possible",
    apply_to="rh@smes.be",
)


def test_the_vacancy_gives_what_its_posting_says() -> None:
    values = vacancy_values(Vacancy(CONNECT, "CP-2022-06", None, None), FR)
    assert values == {
        "reference": "CP-2022-06",
        "apply_to": "rh@smes.be",
        "position": "Chargé·e de projets Connect",
        "contract": "fixed_term",
        "ends_on": date(2022, 12, 31),
        "hours_per_week": 19,
        "part_time": True,
        "renewable": True,
        "joint_committee": "330.04",
        "pay_scale": "330.01.10",
        "starts": "soon",
    }


def test_the_vacancy_gives_nothing_that_its_posting_does_not_say() -> None:
    assert vacancy_values(Vacancy(Posting(text="", language=NL), None, None, None), NL) == {}


def test_a_title_in_the_other_language_is_quoted_and_words_on_the_start_are_not_carried_over() -> None:
    posting = replace(CONNECT, starts="à la rentrée")
    values = vacancy_values(Vacancy(posting, "R", None, None), NL)
    assert values["position"] == "“Chargé·e de projets Connect”"
    assert "starts" not in values
    assert vacancy_values(Vacancy(posting, "R", None, None), FR)["starts"] == "à la rentrée"


@pytest.mark.parametrize(
    ("words", "ends_on", "length"),
    [
        ("Contrat à durée indéterminée", None, "permanent"),
        ("CDI temps plein", None, "permanent"),
        ("Contract van onbepaalde duur", None, "permanent"),
        ("Contract van bepaalde duur", None, "fixed_term"),
        ("Temps partiel", date(2022, 12, 31), "fixed_term"),
        ("CDD en vue d’un CDI", None, None),
        ("CDI", date(2022, 12, 31), None),
        ("Contrat de remplacement", date(2022, 12, 31), None),
        ("Mi-temps", None, None),
    ],
)
def test_the_length_of_a_contract_is_taken_only_where_there_is_no_doubt(
    words: str, ends_on: date | None, length: str | None
) -> None:
    values = vacancy_values(Vacancy(replace(CONNECT, contract=words, ends_on=ends_on), None, None, None), FR)
    assert values.get("contract") == length


def test_an_offer_from_the_posting_needs_only_what_the_house_adds() -> None:
    given_facts = vacancy_values(Vacancy(CONNECT, "CP-2022-06", None, None), FR)
    facts = LetterFacts(LetterKind.OFFER, FR, "K-04", date(2022, 7, 11), ("Y M",), given_facts)
    with pytest.raises(LetterBlocked) as caught:
        letter_pdf(facts)
    names = re.findall(r"(\w+) \(", str(caught.value))
    assert names == ["name", "work_address", "answer_by", "chair_name", "director_name", "erase_on"]


@pytest.mark.parametrize("sign", ["你", "🙂", "\ud800", "ڼ"])
def test_a_name_that_no_face_draws_blocks_the_letter_and_names_the_sign(sign: str) -> None:
    for facts in (
        sample(REFUSAL, FR, {"name": f"Ana {sign}"}),
        sample(REFUSAL, FR, recipient=(f"Ana {sign}",)),
    ):
        named = "\ufffd" if sign == "\ud800" else sign
        with pytest.raises(LetterBlocked, match=rf"no face of the house draws “{named}” \(U\+{ord(named):04X}, "):
            letter_pdf(facts)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="missing program: pdftotext")
@pytest.mark.parametrize("name", ["Иван Примеров", "Ελένη Δείγμα", "Nguyễn Văn Mẫu", "محمد نموذج", "דוגמה כהן"])
def test_a_name_in_its_own_script_is_printed_and_can_be_copied(name: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(sample(REFUSAL, FR, {"name": name}, recipient=(name,))))
    found = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    # Joined forms are the letters they are of; the marks around what runs from the right are pdftotext's.
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", re.sub("[\u202a-\u202c]", "", found)))
    assert f"Bonjour {name}," in plain
