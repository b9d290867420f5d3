"""Search: what is found is what begins as it was typed, where it stands is shown, and hidden words are in no answer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smes_panel.dossier import Dossier
from smes_panel.engine import Database, connect
from smes_panel.gestures.applications import (
    AddApplication,
    CompleteApplication,
    CorrectIdentity,
    Erase,
    Merge,
    TakeApart,
)
from smes_panel.gestures.assessment import HandIn, OpenGrids, Rate
from smes_panel.gestures.documents import Unlock
from smes_panel.model.application import DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.assessment import Answer
from smes_panel.model.search import LONGEST, indexed, passage, sought
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Places, searchable
from tests.core import released
from tests.core.panels import PASSPHRASE, begun, candidate, quick_folder, quick_keys, rated, screened

SIGNS = st.sampled_from("abceé'’-_ \n\"«*()^:{}+¦\0œæßłøđıĳﬁİΣς\u00ad\u0301\u200b🎉1²Ⅷ中")
TEXTS = st.text(SIGNS, max_size=40) | st.text(max_size=40)
WORD = re.compile(r"[^\W_]+")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An index as a dossier has it, and nothing else."""
    with quick_keys():
        dossier = Dossier.create(tmp_path_factory.mktemp("bare") / "panel.smes", PASSPHRASE)
        (made,) = dossier._db.execute("SELECT sql FROM sqlite_master WHERE name = 'search'").fetchone()
        dossier.close()
        db = connect(tmp_path_factory.mktemp("index") / "index.db", PASSPHRASE, create=True)
    db.conn.execute("PRAGMA query_only = OFF")
    db.conn.execute(made)
    yield db
    db.conn.close()


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def found_in(db: Database, text: str, typed: str) -> bool:
    """Whether FTS5 finds all that is sought in one line of the index."""
    db.conn.execute("BEGIN")
    try:
        db.conn.execute("INSERT INTO search (words) VALUES (?)", [indexed(text)])
        counts = "SELECT count(*) FROM search WHERE search MATCH ?"
        return all(db.conn.execute(counts, [one.match]).fetchone()[0] for one in sought(typed))
    finally:
        db.conn.execute("ROLLBACK")


# The pure rules


@given(TEXTS)
@example("ϓ ℌ ﷺ Ⅷ İ")
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert searchable(searchable(text)) == searchable(text)


@given(TEXTS, TEXTS)
def test_each_sign_is_folded_by_itself(one: str, other: str) -> None:
    assert searchable(one + other) == searchable(one) + searchable(other)


@given(TEXTS)
def test_each_place_of_the_folded_text_is_one_of_the_text_in_the_same_order(text: str) -> None:
    places = Places(text)
    assert places.folded == searchable(text)
    sources = [places.source(at) for at in range(len(places.folded))]
    assert sources == sorted(sources)
    assert sources == [at for at, sign in enumerate(text) for _ in searchable(sign)]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Psy  réseau", ['"psy" *', '"reseau" *']),
        ("l’équipe", ['"l equipe" *']),
        ("anna@exemple.invalid", ['"anna exemple invalid" *']),
        ('"chef de projet" fin', ['"chef de projet"', '"fin" *']),
        ("« chef de pro", ['"chef de pro" *']),
        ('psy psy "psy"', ['"psy" *', '"psy"']),
        ("NEAR(a b) c:d -e ^f *", ['"near a" *', '"b" *', '"c d" *', '"e" *', '"f" *']),
        ('"*!🎉', []),
        ("\0 \ud800", []),
        ("co\u00ador\u200bdination", ['"coordination" *']),
    ],
)
def test_no_sign_has_a_meaning_but_the_quotes(typed: str, asked: list[str]) -> None:
    assert [one.match for one in sought(typed)] == asked


@given(TEXTS, TEXTS)
def test_a_word_is_found_exactly_where_it_begins_a_word(text: str, word: str) -> None:
    words = WORD.findall(searchable(word))
    if len(words) != 1 or any(sign in word for sign in '"“”„«»'):
        return
    begins = any(one[:LONGEST].startswith(words[0][:LONGEST]) for one in WORD.findall(searchable(text)))
    assert (passage(text, sought(word)) is not None) == begins


@given(TEXTS, TEXTS)
@example("coordinateur·rice d’équipe", "rice d'eq")
@example("x" * 150 + " y", '"' + "x" * 120 + ' y"')
@example("a_b", '"a b"')
@example("a ¦ b", '"a b"')
@settings(max_examples=300)
def test_the_index_finds_exactly_what_has_a_passage(bare: Database, text: str, typed: str) -> None:
    for one in sought(typed):
        shown = passage(text, (one,)) is not None
        alone = f'"{" ".join(one.words)}"' if one.whole else f'"{" ".join(one.words)}'
        assert found_in(bare, text, alone) == shown


@given(TEXTS, TEXTS)
def test_a_passage_marks_what_was_typed_and_is_one_line_that_nothing_moves(text: str, typed: str) -> None:
    wanted = sought(typed)
    line = passage(text, wanted)
    if line is None:
        return
    assert line.text.isprintable()
    assert "".join(piece for piece, _ in line.pieces) == line.text
    assert line.marks
    assert [mark for mark in line.marks if mark[0] >= mark[1]] == []
    assert list(line.marks) == sorted(line.marks)
    (start, end), *_ = line.marks
    marked = [WORD.findall(searchable(line.text[start:end]))]
    assert any(marked[0][: len(one.words)] for one in wanted)


def test_a_passage_is_the_words_around_on_one_line() -> None:
    text = (
        "Curriculum vitæ\n\n"
        + "Rien ici. " * 30
        + "Dix ans de\n psychiatrie\tà  l’hôpital du Spécimen. "
        + "Fin. " * 60
    )
    line = passage(text, sought("psychia hop"))
    assert line is not None
    assert line.text.startswith("… ")
    assert line.text.endswith(" …")
    assert "Dix ans de psychiatrie à l’hôpital du Spécimen." in line.text
    assert [piece for piece, marked in line.pieces if marked] == ["psychia", "hôp"]
    assert len(line.text) < 200


def test_of_several_words_the_passage_is_where_most_stand_together() -> None:
    text = "Réseau. " + "Rien. " * 50 + "Coordination d’un réseau. " + "Rien. " * 50 + "Coordination. Réseau."
    line = passage(text, sought("coord réseau"))
    assert line is not None
    assert "Coordination d’un réseau" in line.text


@pytest.mark.parametrize(
    "typed",
    ["a" * 100_000, "mot " * 100_000, '"' * 100_000, '"' + "a " * 50_000, "🎉\0" * 50_000, "a" + "\u0301" * 99_999],
)
def test_whatever_is_pasted_into_the_search_is_answered(bare: Database, typed: str) -> None:
    assert found_in(bare, typed.replace("\0", "?"), typed)


# What is found in a dossier


def keys(dossier: Dossier, typed: str, reader: int | None = None) -> list[str]:
    """What the list is narrowed to, by a reader."""
    read = dossier.read
    return list(read.listing(typed, reader=None if reader is None else read.panel()[reader]).keys)


def hits(dossier: Dossier, key: str, typed: str, reader: int | None = None) -> list[tuple[str, list[str]]]:
    """Where something is found in one application, and what is marked there."""
    read = dossier.read
    found = read.hits(read.application_id(key), typed, None if reader is None else read.panel()[reader])
    return [(hit.where, [piece for piece, marked in hit.passage.pieces if marked]) for hit in found]


def letter(text: str) -> IncomingDocument:
    return IncomingDocument("lettre.txt", DocumentKind.LETTER, "text/plain", text.encode(), text)


def test_words_are_found_across_the_documents_of_one_application_and_never_across_two(dossier: Dossier) -> None:
    begun(dossier)
    dossier.do(AddApplication(candidate(1, "Dix ans de psychiatrie")))
    dossier.do(AddApplication(candidate(2, "Deux ans de menuiserie")))
    one = dossier.read.application_id("K-01")
    dossier.do(CompleteApplication(one, IncomingApplication("", "", None, Identity(), "", (letter("Un cœur à vif"),))))
    assert keys(dossier, "psychia coeur") == ["K-01"]
    assert keys(dossier, "psychia menuis") == []
    assert keys(dossier, "ans modele") == ["K-01", "K-02"]
    assert hits(dossier, "K-01", "psy COEUR modèl candidate1@") == [
        ("name", ["Modèl"]),
        ("email", ["candidate1@"[:-1]]),
        ("document", ["psy"]),
        ("document", ["cœur"]),
    ]


def test_a_phrase_is_found_in_its_order_and_never_across_two_fields(dossier: Dossier) -> None:
    begun(dossier)
    dossier.do(AddApplication(candidate(1, "Chef de projet, puis projet de chef")))
    assert keys(dossier, '"chef de projet"') == ["K-01"]
    assert keys(dossier, '"chef projet"') == []
    assert keys(dossier, '"modele 1"') == ["K-01"]
    assert keys(dossier, '"1 candidate1"') == []
    assert keys(dossier, '"projet de ch') == ["K-01"]
    assert keys(dossier, '"projet de ch"') == []


def test_signs_alone_narrow_nothing(dossier: Dossier) -> None:
    screened(dossier)
    assert keys(dossier, '" ') == keys(dossier, "")
    assert hits(dossier, "K-01", '"') == []


def test_what_is_found_stays_in_the_order_of_the_list(dossier: Dossier) -> None:
    begun(dossier)
    for number, text in enumerate(("un réseau", "réseau réseau réseau", "rien", "mon réseau"), 1):
        dossier.do(AddApplication(candidate(number, text)))
    assert keys(dossier, "reseau") == ["K-01", "K-02", "K-04"]


def test_one_finds_ones_own_comments_and_never_those_of_a_colleague(dossier: Dossier) -> None:
    applications = screened(dossier)
    bram = dossier.read.panel()[1]
    dossier.do(Rate(bram, applications[0], Stage.SCREENING, "C01", rated(3, "un œil sur l’agenda")))
    before = (keys(dossier, "oeil"), keys(dossier, "oeil", 0), hits(dossier, "K-01", "oeil", 0))
    assert before == ([], [], [])
    assert keys(dossier, "oeil", 1) == ["K-01"]
    assert keys(dossier, "oeil candidate", 1) == ["K-01"]
    (hit,) = dossier.read.hits(applications[0], "oeil", bram)
    assert (hit.where, hit.stage, hit.criterion, hit.passage.text) == (
        "comment",
        Stage.SCREENING,
        "C01",
        "un œil sur l’agenda",
    )
    dossier.do(HandIn(bram, Stage.SCREENING, tuple(applications)))
    dossier.do(OpenGrids(Stage.SCREENING, ""))
    assert keys(dossier, "oeil", 1) == ["K-01"]
    assert (keys(dossier, "oeil"), keys(dossier, "oeil", 0), hits(dossier, "K-01", "oeil", 0)) == before


def test_a_comment_written_anew_is_found_by_its_new_words_alone(dossier: Dossier) -> None:
    applications = screened(dossier)
    bram = dossier.read.panel()[1]
    for comment in ("premier", "second"):
        dossier.do(Rate(bram, applications[1], Stage.SCREENING, "C02", rated(2, comment)))
    assert (keys(dossier, "premier", 1), keys(dossier, "second", 1)) == ([], ["K-02"])
    dossier.undo()
    assert (keys(dossier, "premier", 1), keys(dossier, "second", 1)) == (["K-02"], [])
    dossier.do(Rate(bram, applications[1], Stage.SCREENING, "C02", Answer()))
    assert keys(dossier, "premier", 1) == []


def test_what_was_taken_back_corrected_or_erased_is_found_no_more(dossier: Dossier) -> None:
    begun(dossier)
    dossier.do(AddApplication(candidate(1, "kiosque")))
    one = dossier.read.application_id("K-01")
    dossier.do(CompleteApplication(one, IncomingApplication("", "", None, Identity(), "", (letter("verger"),))))
    assert keys(dossier, "verger") == ["K-01"]
    dossier.undo()
    assert keys(dossier, "verger") == []
    dossier.redo()
    assert keys(dossier, "verger") == ["K-01"]
    dossier.do(CorrectIdentity(one, Identity("Élodie Brouillon")))
    assert (keys(dossier, "elodie"), keys(dossier, "candidate1")) == (["K-01"], [])
    dossier.do(Erase(one))
    assert [keys(dossier, word) for word in ("kiosque", "verger", "elodie", "k-01")] == [[]] * 4
    assert dossier._db.execute("SELECT count(*) FROM search").fetchone() == (0,)
    assert dossier._db.execute("SELECT count(*) FROM indexed").fetchone() == (0,)


def test_documents_are_found_where_they_are_after_a_merge_and_after_it_is_taken_apart(dossier: Dossier) -> None:
    begun(dossier)
    dossier.do(AddApplication(candidate(1, "kiosque")))
    dossier.do(AddApplication(candidate(2, "verger", name="Candidate Modèle 1")))
    one, other = dossier.read.keys()
    dossier.do(Merge(one, other))
    assert (keys(dossier, "kiosque verger"), len(hits(dossier, "K-01", "kiosque verger"))) == (["K-01"], 2)
    dossier.do(TakeApart(other))
    assert (keys(dossier, "kiosque verger"), keys(dossier, "verger")) == ([], ["K-02"])


def test_a_document_that_is_unlocked_is_found_by_its_words_and_never_by_its_password(dossier: Dossier) -> None:
    begun(dossier)
    dossier.do(AddApplication(candidate(1, "kiosque")))
    one = dossier.read.application_id("K-01")
    (document,) = dossier.read.documents(one)
    dossier.do(Unlock(one, document.id, "parapluie", "Un verger en ville"))
    assert [keys(dossier, word) for word in ("verger", "kiosque", "parapluie")] == [["K-01"], [], []]
    assert hits(dossier, "K-01", "verger") == [("document", ["verger"])]
    dossier.undo()
    assert [keys(dossier, word) for word in ("verger", "kiosque", "parapluie")] == [[], ["K-01"], []]


def test_the_index_made_anew_finds_the_same(dossier: Dossier) -> None:
    screened(dossier, comment="vu par ")
    lines = "SELECT application, member, place, words FROM indexed JOIN search ON search.rowid = row ORDER BY 1, 2, 3"
    before = dossier._db.execute(lines).fetchall()
    assert len(before) == 2 * (1 + 1 + 6)
    with dossier._transaction():
        dossier._folding.rebuild()
    assert dossier._db.execute(lines).fetchall() == before
    assert list(dossier.check()) == []


def test_a_file_from_before_is_indexed_when_it_is_opened(tmp_path: Path) -> None:
    copy = Path(shutil.copy(released.FILES / "format-1.smes", tmp_path / "old.smes"))
    with Dossier.open(copy, released.PASSPHRASE, home=tmp_path / "home") as dossier:
        assert keys(dossier, "curricul") == ["K-01", "K-02"]
        assert hits(dossier, "K-02", "candidate 2")[-1] == ("document", ["candidate", "2"])
        assert keys(dossier, "vu par AM", 0) == ["K-01", "K-02"]
        assert keys(dossier, "vu par AM", 1) == []


@given(st.lists(TEXTS, min_size=1, max_size=3), st.lists(TEXTS, max_size=3))
@settings(max_examples=25, deadline=None)
def test_an_application_is_found_exactly_when_each_word_has_a_hit_in_it(texts: list[str], typed: list[str]) -> None:
    words = [word for piece in typed for word in re.sub(r'["“”„«»]', "", piece).split() if sought(word)]
    with (
        quick_folder() as folder,
        quick_keys(),
        Dossier.create(folder / "panel.smes", PASSPHRASE, home=folder / "home") as dossier,
    ):
        begun(dossier)
        for number, text in enumerate(texts, 1):
            dossier.do(AddApplication(candidate(number, text.replace("\0", "?").encode("utf-8", "replace").decode())))
        read = dossier.read
        with_all = {one for one in read.keys() if all(read.hits(one, word) for word in words)}  # noqa: SIM118  (a question, no mapping)
        assert read.found(" ".join(words)) == (with_all if words else None)
