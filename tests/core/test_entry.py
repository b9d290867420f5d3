"""The form of an entry: every changed bit is noticed, and what a stranger sends neither enters nor stops anything."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.secret import SecretBox
from nacl.signing import SigningKey

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AddApplication, Erase
from smes_panel.gestures.assessment import HandIn, Rate
from smes_panel.gestures.decision import Decide
from smes_panel.gestures.panel import AddMember
from smes_panel.journal.entry import Entry, Header, closed, kid_of, opened, signed
from smes_panel.journal.log import BodyKey
from smes_panel.model.change import Cell, Op, Stroke, canonical
from smes_panel.model.decision import Outcome
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.schema import PRIVATE
from smes_panel.seal import padded
from tests.core.panels import PASSPHRASE, Chance, candidate, journal, quick_keys, rated, screened, tables

LIAR = SigningKey(b"a liar's key, of thirty-two byte")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        yield dossier


def lie(
    dossier: Dossier,
    *strokes: object,
    applicant: str | None = None,
    body_key: BodyKey | None = None,
    **header: object,
) -> Entry:
    """An entry made with every key that a colleague has and without any of our code's scruples."""
    if body_key is None:
        body_key = next(key for key in dossier.outgoing()[1] if key.applicant == applicant)
    plain = json.dumps(strokes).encode()
    body = bytes(SecretBox(body_key.key).encrypt(padded(plain), b"n" * 24))
    fields = {
        "v": 1,
        "panel": dossier.panel,
        "device": bytes(LIAR.verify_key).hex(),
        "stream": "1",
        "seq": 1,
        "prev": "",
        "seen": {},
        "lam": 1000,
        "roster": 0,
        "gesture": "Lie",
        "applicant": applicant,
        "kid": kid_of(body_key.key, applicant).hex(),
        "size": len(body),
        "hash": hashlib.sha256(body).hexdigest(),
        "at": "2022-06-01T09:00:00+00:00",
        **header,
    }
    raw = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return Entry(raw, LIAR.sign(raw).signature, body)


def sample(stream: str = "1") -> tuple[Entry, bytes]:
    key = b"k" * 32
    body = closed([Stroke("member", ("m1",), Op.NEW, {"name": "Anna"})], key, private=False, chance=Chance(1))
    header = Header(
        v=1,
        panel="5" * 32,
        device=bytes(LIAR.verify_key).hex(),
        stream=stream,
        seq=1,
        prev="",
        seen={},
        lam=1,
        roster=0,
        gesture="AddMember",
        applicant=None,
        kid=kid_of(key, None).hex(),
        size=len(body),
        hash=hashlib.sha256(body).hexdigest(),
        at="2022-06-01T09:00:00+00:00",
    )
    return signed(header, body, LIAR), key


def test_an_entry_reads_back_as_it_was_written() -> None:
    entry, key = sample()
    assert entry.genuine()
    assert entry.read().gesture == "AddMember"
    assert entry.body is not None
    assert opened(entry.body, key) == (Stroke("member", ("m1",), Op.NEW, {"name": "Anna"}),)


def test_every_flipped_bit_of_header_signature_and_body_is_noticed() -> None:
    entry, _ = sample()
    for part in ("header", "signature", "body"):
        content = getattr(entry, part)
        for place in range(len(content) * 8):
            flipped = bytearray(content)
            flipped[place // 8] ^= 1 << place % 8
            assert not dataclasses.replace(entry, **{part: bytes(flipped)}).genuine()


def test_an_entry_without_its_body_stays_verifiable() -> None:
    entry, _ = sample()
    assert dataclasses.replace(entry, body=None).genuine()


def test_the_body_of_another_entry_is_noticed() -> None:
    one, _ = sample()
    two, _ = sample(PRIVATE)
    other = dataclasses.replace(two, body=b"x" * 40)
    assert not dataclasses.replace(one, body=other.body).genuine()


def test_another_key_opens_no_body() -> None:
    entry, _ = sample()
    assert entry.body is not None
    assert opened(entry.body, b"x" * 32) is None


def test_what_travels_is_padded_and_what_is_private_is_not() -> None:
    strokes = [[Stroke("answer", ("q",), Op.NEW, {"value": "x" * size})] for size in (1, 400)]
    travelling = {len(closed(one, b"k" * 32, private=False, chance=Chance(1))) for one in strokes}
    private = {len(closed(one, b"k" * 32, private=True, chance=Chance(1))) for one in strokes}
    assert travelling == {1024 + 40}
    assert len(private) == 2


@given(st.binary(max_size=400))
def test_any_bytes_for_a_header_are_refused_and_never_raise(header: bytes) -> None:
    assert not Entry(header, b"s" * 64, None).genuine()


@pytest.mark.parametrize("header", [b"[" * 9000, b"9" * 9000, b'{"v":NaN}', b"\xff\xfe{\0}\0", b"x" * 20_000, b"{}"])
def test_a_header_that_is_none_is_refused(header: bytes) -> None:
    assert not Entry(header, LIAR.sign(header).signature, None).genuine()


@given(st.text())
def test_one_value_has_one_spelling(text: str) -> None:
    assert canonical({"b": text, "a": 1}) == canonical({"a": 1, "b": text})
    assert json.loads(canonical([text])) == [text]


FALSE_HEADERS: list[dict[str, object]] = [
    {"panel": "another panel"},
    {"stream": "p"},
    {"stream": "2"},
    {"seq": 0},
    {"seq": 2**63},
    {"lam": 2**63},
    {"lam": True},
    {"kid": "no key"},
    {"kid": " " + "0" * 31},
    {"device": "00"},
    {"hash": ""},
    {"prev": "the one before"},
    {"seen": []},
    {"applicant": 7},
    {"applicant": "\ud800"},
    {"gesture": None},
    {"lam": float("nan")},
]


@pytest.mark.parametrize("header", FALSE_HEADERS, ids=str)
def test_a_signed_header_that_is_no_header_of_this_panel_adds_nothing(
    dossier: Dossier, header: dict[str, object]
) -> None:
    dossier.do(AddMember("Anna Modèle", Role.CHAIR))
    before = journal(dossier)
    applicant = str(header["applicant"]) if isinstance(header.get("applicant"), str) else None
    key = next(key for key in dossier.outgoing()[1] if key.applicant is None)
    stroke = ["member", ["m9"], "new", {"name": "Menteuse"}]
    false = lie(dossier, stroke, **{"body_key": BodyKey(applicant, key.key), **header})  # type: ignore[arg-type]
    assert not dossier.receive([false])
    assert journal(dossier) == before
    assert list(dossier.check()) == []


FALSE_STROKES: list[object] = [
    "no stroke",
    7,
    ["member"],
    ["member", ["m9"], "upsert", {"name": "x"}],
    ["member", ["m9", "more"], "new", {}],
    ["member", "m", "new", {"name": "x"}, 1],
    ["member", ["\ud800"], "new", {"name": "x"}],
    ["member", [["m9"]], "drop", []],
    ["rating", ["a", "m", "screening", "C01"], "new", {"level": 1}],
    ["sqlite_master", ["x"], "new", {}],
    ["entry", ["x"], "drop", {}],
    [["member"], ["m9"], "new", {}],
    [None, None, None, None],
]


@pytest.mark.parametrize("stroke", FALSE_STROKES, ids=str)
def test_a_stroke_that_is_none_moves_nothing_and_is_forwarded_as_it_came(dossier: Dossier, stroke: object) -> None:
    dossier.do(AddMember("Anna Modèle", Role.CHAIR))
    before = tables(dossier)
    false = lie(dossier, stroke)
    assert not dossier.receive([false])
    assert tables(dossier) == before
    assert false in dossier.outgoing()[0]
    dossier.do(AddMember("Bram Voorbeeld", Role.MEMBER))
    assert list(dossier._folding.problems()) == []


FALSE_CELLS: list[Cell | list[str]] = [2**63, -(2**70), float("nan"), float("inf"), True, "\ud800", 1.5, ["list"]]


@pytest.mark.parametrize("cell", FALSE_CELLS, ids=repr)
def test_a_cell_that_no_file_can_hold_leaves_its_column_empty(dossier: Dossier, cell: Cell | list[str]) -> None:
    dossier.do(AddMember("Anna Modèle", Role.CHAIR))
    columns = dict.fromkeys(("name", "role", "number", "from_the_future"), cell)
    dossier.receive([lie(dossier, ["member", ["m9"], "new", columns], ["criterion", ["C9"], "new", {"weight": cell}])])
    expected = {"name": None, "role": None, "number": None}
    assert dossier._store.row("member", ("m9",)) == expected
    assert list(dossier._folding.problems()) == []


def test_a_colleague_cannot_write_in_my_drafts_nor_change_the_keys_of_my_grids(dossier: Dossier) -> None:
    (application, *_) = screened(dossier)
    anna = dossier.read.panel()[0].id
    before = tables(dossier)
    dossier.receive(
        [
            lie(
                dossier,
                ["draft", [application, anna, "screening", "C01"], "set", {"level": 4}],
                ["seal_key", [application, anna, "screening"], "set", {"key": "00"}],
                applicant=application,
            )
        ]
    )
    assert tables(dossier) == before


def test_a_key_said_to_be_about_somebody_else_neither_opens_nor_hides_anything(dossier: Dossier) -> None:
    application = screened(dossier, applications=1)[0]
    entries, keys = dossier.outgoing()
    path = dossier.path.with_name("colleague.smes")
    dossier.back_up(path)
    true = next(key for key in keys if key.applicant == application)
    with Dossier.open(path, PASSPHRASE, home=path.parent / "colleague") as colleague:
        newcomer = colleague.do(AddApplication(candidate(9))).rows[1].key[0]
        colleague.receive([], [BodyKey("somebody", true.key), BodyKey(newcomer, b"short"), BodyKey(None, true.key)])
        colleague.receive(entries, keys)
        assert tables(colleague, private=False).items() >= tables(dossier, private=False).items()
        colleague.do(Decide(application, Stage.SCREENING, Outcome.INVITED))
        (document,) = colleague.read.application("K-01").documents
        assert colleague.read.document_bytes(application, document.id) == b"Curriculum de la candidate 1"
        assert list(colleague.check()) == []


def test_a_document_reads_whatever_other_keys_its_applicant_has(dossier: Dossier) -> None:
    application = screened(dossier, applications=1)[0]
    for byte in range(8):
        dossier.receive([], [BodyKey(application, bytes([byte]) * 32)])
    (document,) = dossier.read.application("K-01").documents
    assert dossier.read.document_bytes(application, document.id) == b"Curriculum de la candidate 1"


def test_a_body_about_one_person_under_another_persons_key_is_not_read(dossier: Dossier) -> None:
    one, two = screened(dossier)
    key = next(key for key in dossier.outgoing()[1] if key.applicant == two)
    before = tables(dossier)
    stroke = ["outcome", [one, "screening"], "new", {"outcome": "invited"}]
    dossier.receive([lie(dossier, stroke, applicant=one, body_key=key, kid=kid_of(key.key, two).hex())])
    assert tables(dossier) == before


def test_a_lie_about_an_opening_adds_nothing_and_spoils_nothing(dossier: Dossier) -> None:
    applications = screened(dossier)
    anna, bram = dossier.read.panel()
    false = [
        lie(
            dossier, ["opening", [one, member.id, "screening", "liar"], "new", {"key": "00" * 32}], applicant=one, seq=n
        )
        for n, (one, member) in enumerate([(a, m) for a in applications for m in (anna, bram)], start=1)
    ]
    dossier.receive(false)
    assert dossier.read.ratings() == ()
    dossier.do(HandIn(bram, Stage.SCREENING, tuple(applications)))
    assert [r.answer.level for r in dossier.read.ratings()] == [1, 2, 3] * 4
    assert dossier.read.misfits() == ()


def test_entries_about_an_erased_person_are_kept_without_their_body(dossier: Dossier) -> None:
    application, other = screened(dossier)
    entries, keys = dossier.outgoing()
    dossier.do(Erase(application))
    before = tables(dossier)
    for _ in range(2):
        assert not dossier.receive(reversed(entries), keys)
        assert not dossier.receive(
            [
                lie(
                    dossier,
                    ["outcome", [application, "screening"], "new", {"outcome": "invited"}],
                    applicant=application,
                    body_key=BodyKey(application, b"k" * 32),
                )
            ]
        )
    assert tables(dossier) == before
    rows = dossier._db.execute("SELECT count(*) FROM entry WHERE applicant = ? AND body IS NOT NULL", [application])
    assert rows.fetchone() == (0,)
    assert dossier.read.keys() == {other: "K-02"}


def test_half_a_character_of_a_comment_becomes_a_question_mark(dossier: Dossier) -> None:
    application = screened(dossier, applications=1)[0]
    bram = dossier.read.panel()[1]
    dossier.do(Rate(bram, application, Stage.SCREENING, "C01", rated(2, "net \ud83d et clair")))
    assert dossier.read.sheet(bram, application, Stage.SCREENING).answers["C01"].comment == "net ? et clair"
