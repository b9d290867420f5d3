"""The texts of letters in the file: written, put back, written for one person alone, and never a text that is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel import prints
from smes_panel.dossier import Dossier
from smes_panel.errors import LetterBlocked, Refused, UnknownName
from smes_panel.gestures.applications import AddApplication, CorrectIdentity
from smes_panel.gestures.correspondence import MarkReady
from smes_panel.gestures.decision import Decide
from smes_panel.gestures.letters import DropOwnText, ResetTemplate, WriteOwnText, WriteTemplate
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.application import Identity
from smes_panel.model.decision import LetterKind, LetterState, Outcome
from smes_panel.model.template import MUST_SAY, Altered, Flaw, TemplateUnreadable, checked, difference, parsed
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper.template import house_text, missing, said
from smes_panel.signoff.letters import digest
from tests.core.panels import PASSPHRASE, Chance, Clock, begun, candidate, quick_keys
from tests.paper.letters import sample

FR, NL, EN = Language.FR, Language.NL, Language.EN
LATE, REFUSAL = LetterKind.LATE, LetterKind.REFUSAL_SCREENING
DAY = date(2022, 6, 24)


def text(body: str) -> str:
    return f"subject: Sujet\n\nsalutation: Bonjour {{name}},\n\n{body}\n\nsignature: Anna | jury\n\nsmall: H. | T."


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with (
        quick_keys(),
        Dossier.create(tmp_path / "t.smes", PASSPHRASE, chance=Chance(3), clock=Clock(), home=tmp_path) as made,
    ):
        begun(made)
        for number in (1, 2):
            made.do(AddApplication(candidate(number)))
        made.do(FreezeChecklist())
        yield made


def blocks(dossier: Dossier, kind: LetterKind, application: str) -> tuple[object, ...]:
    one = dossier.read.application(dossier.read.keys()[application])
    return said(prints.facts_of(dossier, kind, one, DAY)).blocks


def first(dossier: Dossier) -> str:
    one = next(iter(dossier.read.keys()))
    dossier.do(CorrectIdentity(one, Identity("Zoé Modèle", "z@exemple.invalid", language=FR)))
    return one


def test_a_template_written_is_what_letters_of_its_kind_and_language_say(dossier: Dossier) -> None:
    one = first(dossier)
    dossier.do(WriteTemplate(LATE, FR, text("Trop tard, {name}.")))
    assert blocks(dossier, LATE, one) == ("Trop tard, Zoé Modèle.",)
    dossier.do(CorrectIdentity(one, Identity("Zoé Modèle", "z@exemple.invalid", language=NL)))
    with pytest.raises(LetterBlocked):
        blocks(dossier, LATE, one)


def test_a_template_is_put_back_and_taken_back(dossier: Dossier) -> None:
    house = prints.letter_text(dossier, LATE, FR)
    assert (house.changed, house.text) == (False, house.house)
    dossier.do(WriteTemplate(LATE, FR, text("Un.")))
    dossier.do(WriteTemplate(LATE, FR, text("Deux.")))
    dossier.undo()
    now = prints.letter_text(dossier, LATE, FR)
    assert (now.changed, now.text, now.house) == (True, text("Un."), house.house)
    dossier.do(ResetTemplate(LATE, FR))
    assert prints.letter_text(dossier, LATE, FR) == house
    dossier.undo()
    assert prints.letter_text(dossier, LATE, FR) == now
    with pytest.raises(Refused, match="has the house's text"):
        dossier.do(ResetTemplate(LATE, NL))


def test_the_house_s_own_texts_pass_the_check_of_every_text() -> None:
    for kind in LetterKind:
        for language in Language:
            assert checked(house_text(kind, language), kind, language)


@pytest.mark.parametrize(
    ("kind", "body", "flaw", "what"),
    [
        (LATE, "Vous avez {nom}.", Flaw.UNKNOWN, "nom"),
        (LATE, "Vous avez {name.", Flaw.OPEN, "Vous avez {name."),
        (LATE, "- sans texte", Flaw.ITEM, "- sans texte"),
        (LATE, "objet: autre", Flaw.LINE, "objet: autre"),
        (LATE, "Texte.\n\nsignature: {name}", Flaw.PAIR, "{name}"),
        (LATE, "subject: encore", Flaw.PARTS, ""),
        (LATE, "Texte.\n\nsignature: {name} | rôle {ouvert", Flaw.OPEN, "rôle {ouvert"),
        (LATE, "Ascenseur : {lift}", Flaw.OTHERWISE, "lift"),
        (LATE, "[contract=ever?x]", Flaw.ANSWER, "contract"),
        (LATE, "x" * 20_001, Flaw.LONG, ""),
        (REFUSAL, "Non.", Flaw.UNSAID, "reason"),
        (REFUSAL, "Non[reason?, {reason}].", Flaw.UNSAID, "reason"),
    ],
)
def test_a_text_that_is_no_letter_is_not_written_and_says_what_is_the_matter(
    dossier: Dossier, kind: LetterKind, body: str, flaw: Flaw, what: str
) -> None:
    one = first(dossier)
    for gesture in (WriteTemplate(kind, FR, text(body)), WriteOwnText(one, kind, text(body))):
        with pytest.raises(TemplateUnreadable) as caught:
            dossier.do(gesture)
        assert (caught.value.flaw, caught.value.what) == (flaw, what)
    assert (dossier.read.templates(), dossier.read.own_texts()) == ({}, {})


def test_an_empty_text_is_no_letter() -> None:
    for empty in ("", " ", "\n\n", "# seulement une remarque"):
        with pytest.raises(TemplateUnreadable):
            checked(empty, LATE, FR)


@given(st.text(max_size=300), st.sampled_from(LetterKind), st.sampled_from(Language))
def test_whatever_is_typed_is_a_letter_or_says_why_not(typed: str, kind: LetterKind, language: Language) -> None:
    for body in (typed, text(typed)):
        complaint: TemplateUnreadable | None = None
        try:
            checked(body, kind, language)
        except TemplateUnreadable as flaw:
            complaint = flaw
        assert complaint is None or complaint.flaw in Flaw


@given(
    st.text(max_size=80).map(lambda typed: typed.replace("{", "").replace("[", "").replace("}", "").replace("]", ""))
)
def test_words_of_a_template_are_said_as_they_are_or_refused(typed: str) -> None:
    try:
        parsed(text(f"x {typed}"), EN)
    except TemplateUnreadable:
        return
    letter = said(replace(sample(LATE, EN), text=text(f"x {typed}")))
    assert "".join(str(letter.blocks[0]).split()) == "".join(f"x {typed}".partition("\n\n")[0].split()) or "\n" in typed


def test_one_letter_alone_has_its_own_text_and_the_others_keep_their_template(dossier: Dossier) -> None:
    one = first(dossier)
    other = [*dossier.read.keys()][1]
    dossier.do(CorrectIdentity(other, Identity("Max Voorbeeld", "m@exemple.invalid", language=FR)))
    dossier.do(WriteTemplate(LATE, FR, text("Pour tous.")))
    dossier.do(WriteOwnText(one, LATE, text("Pour {name} seule.")))
    assert (blocks(dossier, LATE, one), blocks(dossier, LATE, other)) == (
        ("Pour Zoé Modèle seule.",),
        ("Pour tous.",),
    )
    dossier.do(DropOwnText(one, LATE))
    assert blocks(dossier, LATE, one) == ("Pour tous.",)
    dossier.undo()
    assert blocks(dossier, LATE, one) == ("Pour Zoé Modèle seule.",)
    with pytest.raises(Refused, match="has no text of its own"):
        dossier.do(DropOwnText(other, LATE))
    with pytest.raises(UnknownName):
        dossier.do(WriteOwnText("personne", LATE, text("x")))


def test_a_text_of_its_own_holds_for_the_language_it_was_written_in(dossier: Dossier) -> None:
    one = first(dossier)
    dossier.do(WriteTemplate(LATE, NL, text("Te laat.")))
    dossier.do(WriteOwnText(one, LATE, text("En français.")))
    dossier.do(CorrectIdentity(one, Identity("Zoé Modèle", "z@exemple.invalid", language=NL)))
    assert blocks(dossier, LATE, one) == ("Te laat.",)
    dossier.do(CorrectIdentity(one, Identity("Zoé Modèle", "z@exemple.invalid", language=FR)))
    assert blocks(dossier, LATE, one) == ("En français.",)


def test_a_ready_letter_whose_text_is_written_alone_is_a_draft_again(dossier: Dossier) -> None:
    one = first(dossier)
    dossier.do(Decide(one, Stage.SCREENING, Outcome.INVITED))
    dossier.do(MarkReady(one, LetterKind.INVITATION, "a" * 64, DAY))
    dossier.do(WriteOwnText(one, LetterKind.INVITATION, text("Venez.")))
    assert dossier.read.letter(one, LetterKind.INVITATION).state is LetterState.DRAFT
    dossier.undo()
    assert dossier.read.letter(one, LetterKind.INVITATION).state is LetterState.READY


def test_what_a_letter_says_is_otherwise_once_its_text_is(dossier: Dossier) -> None:
    one = first(dossier)

    def now() -> str:
        return digest(prints.facts_of(dossier, LATE, dossier.read.application(dossier.read.keys()[one]), DAY))

    dossier.do(WriteTemplate(LATE, FR, text("Pour tous.")))
    before = now()
    dossier.do(WriteOwnText(one, LATE, text("Pour vous.")))
    assert now() != before
    dossier.do(DropOwnText(one, LATE))
    assert now() == before
    dossier.do(WriteTemplate(LATE, FR, text("Pour toutes.")))
    assert now() != before


def test_the_difference_is_said_paragraph_by_paragraph(dossier: Dossier) -> None:
    one = first(dossier)
    dossier.do(WriteTemplate(LATE, FR, text("Un.\n\nDeux.\n\nTrois.\n\n- Quand: demain\n- Où: ici")))
    dossier.do(WriteOwnText(one, LATE, text("Un.\n\nDeux, autrement.\n\n- Quand: demain\n- Où: là\n- Avec: vous")))
    application = dossier.read.application(dossier.read.keys()[one])
    assert [each for each in prints.own_difference(dossier, LATE, application) if not each.same] == [
        Altered("Deux.", "Deux, autrement."),
        Altered("Trois.", ""),
        Altered("- Où: ici", "- Où: là"),
        Altered("", "- Avec: vous"),
    ]


@given(
    st.lists(st.sampled_from(["Un.", "Deux.", "- A: b", "# note"]), max_size=6).map("\n\n".join), st.text(max_size=80)
)
def test_each_side_of_a_difference_is_its_text(before: str, after: str) -> None:
    found = difference(before, after)
    assert [each.before for each in found if each.before] == [each.after for each in difference("", before)]
    assert [each.after for each in found if each.after] == [each.after for each in difference("", after)]
    assert all(each.same for each in difference(after, after))


def test_a_changed_template_says_which_blanks_of_the_house_it_lost(dossier: Dossier) -> None:
    dossier.do(WriteTemplate(REFUSAL, FR, text("Non : {reason}, {contact_person}.")))
    found = prints.letter_text(dossier, REFUSAL, FR)
    gone = ("position", "received_on", "reference", "applications_count", "apply_to", "feedback_by", "chair_name")
    assert found.unsaid == (*gone, "erase_on")
    assert len(prints.letter_texts(dossier)) == len(LetterKind) * len(Language)


def test_who_wrote_in_a_language_without_text_gets_no_letter_until_one_is_written(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = first(dossier)
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr("smes_panel.paper.template.resources", lambda: tmp_path / "empty")
    from smes_panel.paper import template

    for kept in (template.house_text, template.template):
        kept.cache_clear()
    try:
        (blocked, *_) = prints.correspondence_of(dossier, LetterKind.RETURN_DOCUMENTS, DAY)
        assert (blocked.ready, blocked.blocked) == (
            False,
            "The letter return-documents has no text in “fr”: no other language takes its place.",
        )
        dossier.do(WriteTemplate(LetterKind.RETURN_DOCUMENTS, FR, text("Voici.")))
        (found, *_) = prints.correspondence_of(dossier, LetterKind.RETURN_DOCUMENTS, DAY)
        assert (found.ready, blocks(dossier, LetterKind.RETURN_DOCUMENTS, one)) == (True, ("Voici.",))
    finally:
        for kept in (template.house_text, template.template):
            kept.cache_clear()


def test_what_must_be_said_is_needed_by_the_letter() -> None:
    for kind, names in MUST_SAY.items():
        lacks = missing(replace(sample(kind, FR, dict.fromkeys(names, "")), text=house_text(kind, FR)))
        assert {one.name for one in lacks} == names
