"""Passages: found again where they stood, lost rather than shown elsewhere, sealed and opened with the rating."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.dossier import Dossier
from smes_panel.errors import GridSealed, Refused, UnknownName
from smes_panel.gestures.assessment import AttachPassage, DetachPassage, HandIn
from smes_panel.model import passage
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.passage import MOST_PASSAGES, Passage, drawn, found, squeezed, taken
from smes_panel.model.vacancy import Stage
from smes_panel.seal import seal, unseal
from tests.core.panels import PASSPHRASE, Chance, quick_keys, rated, screened

words = st.text(alphabet="ab é\n\u00ad\u00a0œ", max_size=80)
boxes = st.tuples(*[st.floats(0, 900).map(lambda side: round(side, 1))] * 4)
passages = st.builds(
    Passage, st.text(max_size=64), st.integers(1, 500), st.text(max_size=40), st.text(max_size=9), st.text(max_size=9),
    st.lists(boxes, max_size=3).map(tuple),
)  # fmt: skip


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


@given(words, words, words)
def test_what_was_taken_is_found_where_it_stood_or_not_at_all(before: str, words: str, after: str) -> None:
    text = f"{before}a{words}b{after}"
    origin = (len(before), len(before) + len(words) + 2)
    one = taken("d", 1, text, *origin, [])
    assert one is not None
    assert found(one, text) in (origin, None)


@given(words, words)
def test_words_that_stand_once_are_always_found(before: str, after: str) -> None:
    text = f"{before} Mo\u00addèle  fictif {after}"
    one = taken("d", 1, text, len(before) + 1, len(before) + 16, [])
    assert one is not None
    at = found(one, text)
    assert at is not None
    assert (one.words, text[slice(*at)]) == ("Modèle fictif", "Mo\u00addèle  fictif")


@given(words)
def test_squeezing_twice_changes_nothing_and_places_go_forward(text: str) -> None:
    said, places = squeezed(text)
    assert squeezed(said)[0] == said
    assert list(places) == sorted(set(places))
    assert len(places) == len(said)


def test_of_two_places_the_one_with_its_context_is_the_passage() -> None:
    text = "2018 : cheffe de projet à Bruxelles.\n2020 : cheffe de projet à Gand."
    first = text.index("cheffe", 20)
    one = taken("d", 1, text, first, first + len("cheffe de projet"), [])
    assert one is not None
    assert found(one, text) == (first, first + 16)
    longer = "Avant : cheffe de projet à Liège.\n" + text
    assert found(one, longer) == (first + 34, first + 34 + 16)


def test_a_passage_whose_places_are_alike_or_gone_is_lost() -> None:
    one = Passage("d", 1, "oui")
    assert found(one, "oui, oui") is None
    assert found(one, "non") is None
    assert found(drawn("d", 1, (0, 0, 10, 10)), "oui") is None


def test_a_line_broken_elsewhere_and_a_soft_hyphen_change_no_words() -> None:
    one = taken("d", 1, "travail de rue\net coor\u00addination", 0, 31, [])
    assert one is not None
    assert one.words == "travail de rue et coordination"
    assert found(one, "travail de\nrue et coordination") == (0, 30)


@given(st.lists(passages, max_size=5).map(tuple))
def test_written_is_read_the_same(some: tuple[Passage, ...]) -> None:
    assert passage.read(passage.written(some)) == some
    assert passage.of_plain(json.loads(json.dumps(passage.plain(some)))) == some


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=20))
def test_what_nobody_can_have_said_is_no_passage(anything: object) -> None:
    try:
        read = passage.of_plain(anything)
    except ValueError:
        return
    assert passage.of_plain(passage.plain(read)) == read


def _one(dossier: Dossier, application: str) -> Passage:
    (document,) = dossier.read.documents(application, texts=True)
    some = taken(document.sha256, 1, document.text, 0, 10, [(72, 100, 120, 112)])
    assert some is not None
    return some


def test_a_passage_is_attached_detached_undone_and_leaves_the_rating(dossier: Dossier) -> None:
    application, _ = screened(dossier)
    bram = dossier.read.panel()[1]
    some = _one(dossier, application)
    where = (bram, application, Stage.SCREENING, "C01")

    def answer() -> Answer:
        return dossier.read.sheet(bram, application, Stage.SCREENING).answers["C01"]

    dossier.do(AttachPassage(*where, some))
    assert answer() == Answer(RatingState.RATED, 1, "", (some,))
    with pytest.raises(Refused, match="attached to this criterion already"):
        dossier.do(AttachPassage(*where, some))
    dossier.do(DetachPassage(*where, some))
    assert answer() == rated(1)
    dossier.undo()
    assert answer().passages == (some,)
    with pytest.raises(UnknownName, match="none of this application's documents"):
        dossier.do(AttachPassage(*where, Passage("0" * 64, 1, "x")))
    with pytest.raises(Refused, match="not attached to this criterion"):
        dossier.do(DetachPassage(*where, Passage(some.document, 2, "x")))


def test_so_many_passages_and_no_more(dossier: Dossier) -> None:
    application, _ = screened(dossier)
    bram = dossier.read.panel()[1]
    (document,) = dossier.read.documents(application)
    for page in range(1, MOST_PASSAGES + 1):
        dossier.do(AttachPassage(bram, application, Stage.SCREENING, "C01", Passage(document.sha256, page, "x")))
    with pytest.raises(Refused, match="at most 40 passages"):
        dossier.do(AttachPassage(bram, application, Stage.SCREENING, "C01", Passage(document.sha256, 99, "x")))


def test_passages_are_sealed_with_the_grid_and_opened_with_it(dossier: Dossier) -> None:
    one, other = screened(dossier)
    bram = dossier.read.panel()[1]
    some = _one(dossier, one)
    dossier.do(AttachPassage(bram, one, Stage.SCREENING, "C02", some))
    dossier.do(HandIn(bram, Stage.SCREENING, (one,)))
    with pytest.raises(GridSealed):
        dossier.do(AttachPassage(bram, one, Stage.SCREENING, "C01", some))
    dossier.do(HandIn(bram, Stage.SCREENING, (other,)))
    shown = dossier.read.opinions(one, Stage.SCREENING)[bram.id]
    assert (shown["C02"].passages, shown["C01"].passages) == ((some,), ())
    assert list(dossier.check()) == []


def test_a_grid_sealed_without_passages_has_the_form_it_always_had() -> None:
    key = ("application", "member", "screening")
    sealed = seal("5" * 32, key, {"C01": rated(3, "x")}, Chance(1))
    assert unseal("5" * 32, key, sealed.commitment, sealed.box, sealed.key) == {"C01": rated(3, "x")}
    assert sealed.commitment == "8856ac501c770e8174a298c4935a0ed68ddb3e526ec200654dd0b7c02c725035"
