"""Reading without names: what gives a person away is covered where it stands, and what cannot be covered is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.dossier import Dossier
from smes_panel.errors import GridSealed, Refused
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.asking import ReadBlind
from smes_panel.gestures.assessment import HandIn, OpenGrids
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.model.application import Document, DocumentKind, Identity
from smes_panel.model.blinding import COVER, Giveaway, Trait, Unhidden, covered, giveaways, unhidden
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.queries.listing import ORDERS
from tests.core.panels import PASSPHRASE, begun, candidate, fill, quick_keys

SCREENING = Stage.SCREENING
ZOE = Identity(
    name="Zoé Van den Modèle",
    email="zoe.modele@exemple.invalid",
    phone="+32 470 12 34 56",
    address="Avenue du Spécimen 12\n1000 Bruxelles",
)
TEXT = (
    "ZOE VAN DEN MODELE\nAvenue du Spécimen, 12 – 1000 Bruxelles\n0470/12.34.56 zoe.modele@exemple.invalid\n"
    "Travaille à Bruxelles depuis 2012, van dag tot dag. Bien à vous, Zoé"
)


def test_what_gives_a_person_away_is_found_where_it_stands() -> None:
    said = [(TEXT[one.start : one.end], one.trait) for one in giveaways(TEXT, ZOE)]
    assert said == [
        ("ZOE VAN DEN MODELE", Trait.NAME),
        ("Avenue du Spécimen, 12", Trait.ADDRESS),
        ("1000 Bruxelles", Trait.ADDRESS),
        ("0470/12.34.56", Trait.PHONE),
        ("zoe.modele@exemple.invalid", Trait.EMAIL),
        ("Zoé", Trait.NAME),
    ]


def test_covering_leaves_every_place_and_the_rest_as_they_were() -> None:
    said = covered(TEXT, ZOE)
    assert len(said) == len(TEXT)
    assert said.endswith("Travaille à Bruxelles depuis 2012, van dag tot dag. Bien à vous, ███")
    assert all(now in (COVER, was) for now, was in zip(said, TEXT, strict=True))


def test_a_first_name_that_is_a_particle_elsewhere_is_covered() -> None:
    assert covered("Ben a écrit, al dan niet", Identity(name="Ben Specimen")) == "███ a écrit, al dan niet"
    assert covered("ben ik", Identity(name="Fatima Ben Specimen")) == "ben ik"


NAMES = st.sampled_from(("Zoé Modèle", "Bram Voorbeeld", "Œdipe Esquisse", "Straße Müster", "Ļ İ̇ß"))


@given(st.text(max_size=40), NAMES, st.text(max_size=40))
def test_covered_twice_is_covered_once_and_a_name_that_stands_apart_never_stays(
    before: str, name: str, after: str
) -> None:
    who = Identity(name=name)
    said = covered(f"{before} {name} {after}", who)
    assert covered(said, who) == said
    assert len(said) == len(f"{before} {name} {after}")
    if min(map(len, name.split())) > 1:
        assert name not in said


def test_what_covering_cannot_hide_is_said() -> None:
    def document(media_type: str, text: str) -> Document:
        return Document("d", "cv", DocumentKind.CV, media_type, "", 1, text)

    assert unhidden(document("text/plain", "x")) is None
    assert unhidden(document("application/pdf", "x")) is Unhidden.PAGES
    assert unhidden(document("application/pdf", " ")) is Unhidden.WHOLE
    assert unhidden(document("image/png", "")) is Unhidden.WHOLE


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with quick_keys(), Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home") as dossier:
        begun(dossier)
        dossier.do(AddMember("Chloé Modèle", Role.SECRETARY))
        # In the order of names they stand the other way round.
        for number, name in ((1, "Zoé Esquisse"), (2, "Anaïs Gabarit")):
            text = f"{name}\n{name.split()[0].lower()}@exemple.invalid\nTravail social à Liège"
            dossier.do(AddApplication(candidate(number, text, name=name, email=f"p{number}@exemple.invalid")))
        dossier.do(FreezeChecklist())
        yield dossier


def test_a_member_who_reads_blind_meets_no_name_anywhere_and_the_secretary_does(dossier: Dossier) -> None:
    anna, bram, chloe = dossier.read.panel()
    before = dossier.read.application("K-01", bram)
    dossier.do(ReadBlind(chloe, Stage.INTERVIEW))
    read = dossier.read
    one = read.application_id("K-01")
    said = repr(
        [
            [read.application(key, bram) for key in ("K-01", "K-02")],
            read.applications(texts=True, reader=bram),
            [read.line(key, bram) for key in ("K-01", "K-02")],
            read.documents(one, texts=True, reader=bram),
            read.readings(bram, SCREENING),
            read.hits(one, "travail zoe esquisse exemple", bram),
        ]
    ).lower()
    for secret in ("zoé", "esquisse", "anaïs", "gabarit", "exemple.invalid", "message-1", "candidature 1"):
        assert secret not in said
    assert "travail social à liège" in said
    for order in ORDERS:
        assert read.listing(order=order, reader=bram).keys == ("K-01", "K-02")
    assert read.listing(order="name", reader=chloe).keys == ("K-02", "K-01")
    assert [read.found(words, bram) for words in ("zoe", "esquisse", "p1")] == [frozenset()] * 3
    assert read.found("travail liege", bram) == frozenset(read.keys())
    assert read.found("esquisse", chloe) == frozenset((one,))
    assert read.application("K-01", chloe).identity.name == "Zoé Esquisse"
    assert read.unhidden(one, bram) == ()
    for member in (anna, bram):
        for application in read.keys():  # noqa: SIM118  (a question, no mapping)
            fill(dossier, member, application)
        dossier.do(HandIn(member, SCREENING, tuple(read.keys())))
    assert read.application("K-01", bram) == before


def test_a_blind_reader_finds_by_their_own_comments(dossier: Dossier) -> None:
    _, bram, chloe = dossier.read.panel()
    dossier.do(ReadBlind(chloe, Stage.INTERVIEW))
    one = dossier.read.application_id("K-01")
    fill(dossier, bram, one, comment="rigoureuse")
    assert dossier.read.found("rigoureuse travail", bram) == frozenset((one,))
    assert dossier.read.found("“social a liege”", bram) == frozenset(dossier.read.keys())
    assert dossier.read.found("“liege rigoureuse”", bram) == frozenset()


def test_it_is_settled_by_chair_or_secretary_before_the_first_grid_is_in(dossier: Dossier) -> None:
    anna, bram, chloe = dossier.read.panel()
    with pytest.raises(Refused, match="settled by the chair or the secretary"):
        dossier.do(ReadBlind(bram, Stage.INTERVIEW))
    with pytest.raises(Refused, match="until the interview or not"):
        dossier.do(ReadBlind(chloe, Stage.SCREENING))
    dossier.do(ReadBlind(anna, Stage.INTERVIEW))
    assert (dossier.read.reads_blind(bram), dossier.read.reads_blind(chloe), dossier.read.reads_blind(None)) == (
        True, False, False,
    )  # fmt: skip
    dossier.do(ReadBlind(chloe, None))
    assert not dossier.read.reads_blind(bram)
    dossier.do(HandIn(bram, SCREENING, tuple(dossier.read.keys())))
    with pytest.raises(GridSealed, match="how names are shown"):
        dossier.do(ReadBlind(chloe, Stage.INTERVIEW))
    dossier.do(OpenGrids(SCREENING, "une absence", dossier.read.panel()[0]))
    assert not dossier.read.reads_blind(bram)


def test_a_text_without_a_blank_is_looked_through_once() -> None:
    """Begun anew at each sign, this took minutes."""
    began = process_time()
    assert giveaways("a" * 60_000 + " a@b.example", Identity()) == (Giveaway(60_001, 60_012, Trait.EMAIL),)
    assert process_time() - began < 5
