"""The model texts, fifteen kinds in three languages: what they may ask for, and that they say what was written."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from smes_panel.errors import BadInput, LetterBlocked
from smes_panel.model.decision import LetterKind
from smes_panel.model.placeholder import PLACEHOLDERS, Fill, read
from smes_panel.model.template import TemplateUnreadable, checked, parsed, wanted
from smes_panel.model.words import Language
from smes_panel.paper.letter import explained, letter_pdf
from smes_panel.paper.template import house_text, missing, said, template
from tests.paper.letters import SAMPLES, sample, sample_values

WHOLE = "subject: S\n\nsalutation: Bonjour {name},\n\n%s\n\nsignature: {chair_name} | présidence\n\nsmall: H. | T."


def words_of(kind: LetterKind, language: Language) -> str:
    """A letter filled with its samples, as one plain text."""
    letter = said(sample(kind, language, {"apply_to": "rh@smes.be"}))
    parts = [letter.subject, letter.salutation, *letter.small, *(" ".join(one) for one in letter.signatures)]
    for block in letter.blocks:
        parts += [block] if isinstance(block, str) else [f"{heading} {text}" for heading, text in block]
    return re.sub(r"\s+", " ", " ".join(parts))


@pytest.mark.parametrize(("kind", "language"), SAMPLES)
def test_a_model_text_loads_and_is_filled_by_its_samples(kind: LetterKind, language: Language) -> None:
    assert missing(sample(kind, language)) == ()
    assert not set("{}[]|") & set(words_of(kind, language).replace("présidence | ", ""))


def test_every_declared_placeholder_is_asked_by_a_letter_and_the_same_in_every_language() -> None:
    asked = {
        language: {kind: {one.name for one in wanted(template(kind, language))} for kind in LetterKind}
        for language in Language
    }
    assert asked[Language.FR] == asked[Language.NL] == asked[Language.EN]
    assert set().union(*asked[Language.FR].values()) == set(PLACEHOLDERS)


def test_every_placeholder_is_explained_and_sampled_in_every_language() -> None:
    for one in PLACEHOLDERS.values():
        assert all((one.words.fr, one.words.nl, one.words.en)), one.name
        for language in Language:
            assert read(one, one.sample.said(language)) is not None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Vous avez {nom}.", "{nom} is not a declared placeholder"),
        ("Vous avez {Name}.", "brace or a bracket"),
        ("Vous avez {name.", "brace or a bracket"),
        ("Vous avez }.", "brace or a bracket"),
        ("Vous avez [phone? ou {phone}.", "brace or a bracket"),
        ("Vous avez [phone? ou [room?{room}]].", "brace or a bracket"),
        ("Vous avez [wings? ou].", "{wings} is not a declared placeholder"),
        ("Vous avez [contract=forever?x].", "contract is never “forever”"),
        ("Nous avons {applications_count} candidatures.", "not said this way"),
        ("Nous avons {name|un|deux}.", "not said this way"),
        ("Ascenseur : {lift}.", "not said this way"),
        ("- Quand {name}", "is not an item"),
        ("- Quand: {name}\nOù: {room}", "is not an item"),
        ("objet: autre chose", "is not a line that letters have"),
        ("subject: un second", "one subject"),
        ("Texte.\n\nsignature: {director_name}", "needs “ | ”"),
    ],
)
def test_a_template_that_the_grammar_does_not_know_does_not_load(text: str, complaint: str) -> None:
    with pytest.raises(TemplateUnreadable, match=re.escape(complaint)):
        parsed(WHOLE % text, Language.FR)


@given(st.text(alphabet="abc{}[]|?=!: \n-#name", max_size=60))
def test_a_template_either_loads_or_says_why_not(text: str) -> None:
    with suppress(TemplateUnreadable):
        parsed(WHOLE % text, Language.FR)


def test_a_remark_in_a_template_is_not_printed() -> None:
    assert parsed("# how to\n" + WHOLE % "Texte.", Language.FR) == parsed(WHOLE % "Texte.", Language.FR)


@pytest.mark.parametrize(("kind", "language"), SAMPLES)
def test_each_needed_field_blocks_its_letter_by_name_and_the_others_do_not(
    kind: LetterKind, language: Language
) -> None:
    for one in explained(kind, language):
        facts = sample(kind, language, {one.name: "  "})
        assert [each.name for each in missing(facts)] == ([one.name] if one.needed else [])
        if one.needed:
            with pytest.raises(LetterBlocked, match=rf"^K-04: the letter {kind} was not made; .*\b{one.name}\b"):
                said(facts)
        else:
            said(facts)


def test_what_may_stay_unknown_is_only_this() -> None:
    free = {one.name for kind, language in SAMPLES for one in explained(kind, language) if not one.needed}
    assert free == {"phone", "lift", "bilingual", "renewable", "part_time", "dpo", "processors", "left_at"}


def test_an_offer_says_nothing_that_the_vacancy_does_not() -> None:
    silent = {"renewable": "", "part_time": "", "phone": ""}
    text = str(said(sample(LetterKind.OFFER, Language.FR, {**silent, "contract": "permanent", "ends_on": ""})))
    for absent in ("renouvellement", "déterminée jusqu’au", "2022-12-31", "décembre", "Temps partiel", "ou au"):
        assert absent not in text
    assert "À durée indéterminée." in text
    assert "'19 heures par semaine. Horaire" in text.replace("\\xa0", " ")


def test_a_fixed_term_without_its_end_blocks_the_offer() -> None:
    facts = sample(LetterKind.OFFER, Language.NL, {"contract": "fixed_term", "ends_on": ""})
    assert [one.name for one in missing(facts)] == ["ends_on"]


def test_an_offer_starts_on_a_day_soon_or_as_a_person_says() -> None:
    def start(value: str, language: Language) -> str:
        blocks = said(sample(LetterKind.OFFER, language, {"starts": value})).blocks
        items = next(block for block in blocks if isinstance(block, tuple))
        return items[3][1].replace("\N{NO-BREAK SPACE}", " ")

    assert start("2022-09-01", Language.FR) == "Le 1er septembre 2022."
    assert start("2022-09-01", Language.NL) == "Op 1 september 2022."
    assert start("soon", Language.NL) == "Zo snel mogelijk, op een datum die wij samen afspreken."
    assert start("À la rentrée.", Language.FR) == "À la rentrée."


def test_a_definition_without_anything_to_say_is_left_out() -> None:
    blocks = said(sample(LetterKind.INVITATION, Language.FR, {"bilingual": "non", "lift": "non"})).blocks
    items = next(block for block in blocks if isinstance(block, tuple))
    assert [heading for heading, _ in items] == ["Quand", "Où", "Avec"]
    assert "ascenseur" not in items[1][1]


def test_a_field_typed_wrongly_blocks_the_letter_and_is_named_once() -> None:
    with pytest.raises(LetterBlocked) as caught:
        said(sample(LetterKind.INVITATION, Language.FR, {"interview_date": "31/6/2022", "room": ""}))
    assert str(caught.value) == (
        "K-04: the letter invitation was not made; it still needs room (the room of the interview). "
        "interview_date: “31/6/2022” cannot be read; type a date such as 2022-07-05."
    )


def test_a_text_in_which_nothing_shows_is_missing_too() -> None:
    for blank in ("\u200b", "\x00\x1f", "\u00a0 ", "\u202e"):
        facts = sample(LetterKind.REFUSAL_INTERVIEW, Language.FR, {"reason": blank})
        assert [one.name for one in missing(facts)] == ["reason"]
    facts = sample(LetterKind.INVITATION, Language.FR, {"panel_members": ("", " ")})
    assert [one.name for one in missing(facts)] == ["panel_members"]


def test_a_reason_that_ends_its_sentence_ends_it_once() -> None:
    letter = said(sample(LetterKind.REFUSAL_INTERVIEW, Language.FR, {"reason": "l’expérience."}))
    assert "davantage l’expérience. Nous ne vous" in str(letter)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Fill.DATE, "5/7/2022", "2022-07-05"),
        (Fill.DAY, "05-07-2022", "2022-07-05"),
        (Fill.TIME, "14h30", "14:30:00"),
        (Fill.TIME, "14 h 30", "14:30:00"),
        (Fill.TIME, "9 uur", "09:00:00"),
        (Fill.TIME, "14.30 uur", "14:30:00"),
        (Fill.NUMBER, "37,5", "37.5"),
        (Fill.FLAG, "Ja", "True"),
        (Fill.FLAG, "non", "False"),
        (Fill.LIST, "A; B ;", "('A', 'B')"),
        (Fill.START, "Dès que possible.", "soon"),
        (Fill.START, "zo snel mogelijk", "soon"),
    ],
)
def test_a_field_is_read_as_people_type_it(kind: Fill, typed: str, value: str) -> None:
    one = next(each for each in PLACEHOLDERS.values() if each.kind is kind)
    assert str(read(one, typed)) == value


@given(st.sampled_from(sorted(PLACEHOLDERS)), st.text())
def test_whatever_is_typed_is_read_or_refused_by_name(name: str, typed: str) -> None:
    complaint = ""
    try:
        read(PLACEHOLDERS[name], typed)
    except BadInput as error:
        complaint = str(error)
    assert complaint == "" or complaint.startswith(f"{name}: ")


def test_the_letters_say_what_was_written_for_them(shared: Path) -> None:
    written = (shared / "design" / "microcopy.md").read_text(encoding="utf-8").partition("## 11.")[2]
    french, _, dutch = written.partition("### Nederlands")
    kinds = dict(
        zip("12345", ("invitation", "refusal-screening", "refusal-interview", "reserve", "offer"), strict=True)
    )
    seen = 0
    for language, part in ((Language.FR, french), (Language.NL, dutch)):
        for number, body in re.findall(r"#### (\d)\.[^\n]*\n(.*?)(?=\n#### |\Z)", part, re.DOTALL):
            ours = words_of(LetterKind(kinds[number]), language)
            body = re.sub(r"\*\*(?:Objet :|Betreft:) ", "", body.replace("\u00a0", " "))  # noqa: PLW2901 - the same text, without its marks
            for fragment in re.split(r"\{[^}]*\}|\*+|^- |, présid|, voorz|\n|/ |, direc", body, flags=re.MULTILINE):
                wanted_words = " ".join(fragment.split()).rstrip(" :")
                if len(wanted_words) > 3 and not wanted_words.startswith(("ence du jury", "itter selec")):
                    seen += 1
                    assert wanted_words in ours, (kinds[number], wanted_words)
    assert seen > 150


def test_samples_are_the_same_fields_for_everybody() -> None:
    assert sample_values(Language.FR).keys() == sample_values(Language.NL).keys() == PLACEHOLDERS.keys()


def test_a_letter_that_is_not_translated_is_blocked_and_takes_no_other_language(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("smes_panel.paper.template.resources", lambda: tmp_path)
    house_text.cache_clear()
    template.cache_clear()
    with pytest.raises(LetterBlocked, match="The letter late has no text in “en”"):
        said(sample(LetterKind.LATE, Language.EN))
    house_text.cache_clear()
    template.cache_clear()


def test_the_acknowledgement_says_what_article_13_asks_and_waits_for_the_day_of_erasure() -> None:
    for language, authority in (
        (Language.FR, "Autorité de protection des données"),
        (Language.NL, "Gegevensbeschermingsautoriteit"),
        (Language.EN, "Data Protection Authority"),
    ):
        letter = said(sample(LetterKind.ACKNOWLEDGEMENT, language))
        (notice,) = (block for block in letter.blocks if isinstance(block, tuple))
        assert len(notice) == 7
        assert authority in notice[-1][1]
        facts = sample(LetterKind.ACKNOWLEDGEMENT, language, {"erase_on": "", "controller": ""})
        assert [one.name for one in missing(facts)] == ["controller", "erase_on"]


MARKUP = ("<b>gras</b> &amp;", "<para>", "]]>", "<img src='x'/>", "\x1b[0m", "\N{RIGHT-TO-LEFT OVERRIDE}abc")


@given(st.text(max_size=60) | st.sampled_from(MARKUP))
def test_any_text_that_is_a_letter_is_drawn_as_it_is_or_says_what_it_lacks(body: str) -> None:
    text = WHOLE % f"Corps {body}"
    try:
        checked(text, LetterKind.LATE, Language.FR)
    except TemplateUnreadable:
        return
    facts = replace(sample(LetterKind.LATE, Language.FR), text=text)
    try:
        content = letter_pdf(facts)
    except LetterBlocked:
        return
    assert content.startswith(b"%PDF")


def test_markup_in_a_template_is_drawn_and_not_read() -> None:
    text = WHOLE % "Corps <b>gras</b> &amp; {name}."
    content = letter_pdf(replace(sample(LetterKind.LATE, Language.FR), text=text))
    assert "Corps <b>gras</b> &amp; Yasmina Modèle." in PdfReader(BytesIO(content)).pages[0].extract_text()
