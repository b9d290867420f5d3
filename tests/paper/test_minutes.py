"""The minutes and the director's page: whole in three languages, for archives, under their code."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pypdf
import pytest

from smes_panel.model.application import ExceptionKind
from smes_panel.model.closing import Act, SignedHow, Verdict
from smes_panel.model.decision import LetterKind, OfferAnswer, Outcome
from smes_panel.model.minutes import (
    Concluded,
    Deliberated,
    Met,
    Method,
    MinutesFacts,
    Proposed,
    Received,
    Recused,
    Seal,
    Seat,
    Signed,
)
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language
from smes_panel.paper.minutes import decision_pdf, minutes_pdf

pikepdf: Any = pytest.importorskip("pikepdf", reason="missing package: pikepdf[pdfa]")
pdfa: Any = pytest.importorskip("pikepdf.pdfa", reason="missing package: pikepdf[pdfa]")

AT = datetime(2022, 7, 8, 14, 42, tzinfo=UTC)
CODE = "9c417e0b52da66f3" + "0" * 48
WORDS = ("tilleul", "canal", "sept", "lampe")
SCREENING, INTERVIEW = Act(Stage.SCREENING), Act(Stage.INTERVIEW)


def seal(signed: Signed | None = None) -> Seal:
    return Seal(1, CODE, WORDS, AT, "Maude Jury", signed)


def facts(language: Language = Language.FR, *, sealed: bool = True, people: int = 3) -> MinutesFacts:
    """The minutes of a small fictitious selection."""
    refused = tuple(
        Proposed(f"K-{n:02d}", "", Outcome.NOT_SHORTLISTED, None, "l’expérience des réunions", ("1", "8"), 2, 2)
        for n in range(4, 4 + people)
    )
    final = (
        Proposed("K-01", "Yasmina Modèle", Outcome.SELECTED, None, "", (), 2, 2),
        Proposed("K-02", "", Outcome.RESERVE, 1, "le néerlandais", (), 1, 2, (("Dries Comité", "une réserve"),)),
        Proposed("K-03", "", Outcome.WITHDRAWN, None, "", (), 0, 2),
    )
    seals = (seal(),) if sealed else ()
    return MinutesFacts(
        act=INTERVIEW,
        language=language,
        organisation="Smes",
        title="Chargé·e de projets fictifs",
        contract="mi-temps",
        reference="CP-2022-06",
        closes_at=AT,
        meetings=(Met(Stage.INTERVIEW, date(2022, 7, 8), {"Maude Jury": True, "Dries Comité": False}),),
        seats=(
            Seat("Maude Jury", Role.CHAIR, (Recused("K-07", "ancienne collègue", (Stage.SCREENING,)),)),
            Seat("Dries Comité", Role.MEMBER),
            Seat("Nora Secrétariat", Role.SECRETARY),
            Seat("Dominique Direction", Role.DIRECTOR),
        ),
        received=Received(
            applications=tuple(f"K-{n:02d}" for n in range(1, 4 + people)),
            examined=("K-01", "K-02", "K-03"),
            late=("K-24",),
            inadmissible=(),
            withdrawn=("K-10",),
            merged=(("K-11", "K-09"),),
            exceptions=(("K-12", ExceptionKind.LATE, "une panne", "rien ne la prouve"),),
        ),
        method=Method(14, 8, (1.0, 3.0), date(2022, 6, 13), "8bf75181", Stage.INTERVIEW),
        deliberated=(
            Deliberated(SCREENING, date(2022, 6, 24), proposed=refused, said=("La liste tient.",), seals=seals),
            Deliberated(
                INTERVIEW,
                date(2022, 7, 7),
                proposed=final,
                apart=(("K-02", "8", 1, 4),),
                concluded=(Concluded("K-02", "8", 2, 3, "l’échange l’a montré"),),
                corrected=1,
                seals=seals,
            ),
        ),
        letters={LetterKind.OFFER: 1, LetterKind.REFUSAL_SCREENING: people},
        reserve_until="31 décembre 2023",
        offers=(("K-01", OfferAnswer.DECLINED, date(2022, 7, 20), "un autre emploi"),),
        dated=date(2022, 7, 8),
    )


def text(content: bytes) -> str:
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages]
    return " ".join("\n".join(pages).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("language", Language)
def test_the_minutes_say_all_of_it_in_each_language(language: Language) -> None:
    said = text(minutes_pdf(facts(language)))
    for part in (
        {"fr": "Procès-verbal de sélection", "nl": "Proces-verbaal van selectie", "en": "Minutes of the selection"}[
            language
        ],
        "Maude Jury",
        "K-07",
        "K-12",
        "une panne",
        "Yasmina Modèle",
        "une réserve",
        "l’échange l’a montré",
        "9c41 7e0b 52da 66f3",
        "tilleul · canal · sept · lampe",
        "8bf75181",
    ):
        assert part in said, part


@pytest.mark.parametrize("language", Language)
def test_both_pages_are_for_archives_with_a_title_and_a_language(language: Language) -> None:
    for content in (minutes_pdf(facts(language)), decision_pdf(facts(language))):
        with pikepdf.open(BytesIO(content)) as pdf:
            assert [each.rule for each in pdfa.check(pdf, "2b").findings] == []
            assert str(pdf.Root.Lang) == language.value
            assert "Chargé·e de projets fictifs" in str(pdf.docinfo.Title)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert minutes_pdf(facts()) == minutes_pdf(facts())
    assert decision_pdf(facts()) == decision_pdf(facts())


def test_the_code_stands_on_each_page_and_in_the_file() -> None:
    content = minutes_pdf(facts(people=60))
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages]
    assert len(pages) >= 3
    assert all("9c41 7e0b 52da 66f3" in page for page in pages)
    assert f"smes-panel interview 1 {CODE}".encode() in content
    # The heads of a table are said again on its next page.
    assert sum("Motif, en lien" in " ".join(page.split()) for page in pages) >= 3


def test_a_draft_says_that_it_is_one_and_carries_no_code() -> None:
    said = text(minutes_pdf(facts(sealed=False)))
    assert "PROJET, NON SCELLÉ" in said
    assert "9c41" not in said
    with pytest.raises(ValueError, match="nothing is sealed"):
        decision_pdf(facts(sealed=False))


def test_the_directors_page_names_whom_is_engaged_and_how_it_was_answered() -> None:
    assert "Yasmina Modèle (K-01)" in text(decision_pdf(facts()))
    refused = Signed(Verdict.REFUSED, "Dominique Direction", SignedHow.REPLY, AT, "un doute sur K-02")
    done = facts()
    last = replace(done.deliberated[1], seals=(seal(refused),))
    said = text(decision_pdf(replace(done, deliberated=(done.deliberated[0], last))))
    assert "un doute sur K-02" in said


def test_what_strangers_wrote_is_drawn_as_it_is_and_breaks_no_page() -> None:
    hostile = "<b>" + "x" * 900 + "</b> & ]]> \u202e" + "mot " * 900
    one = facts()
    last = replace(one.deliberated[1].proposed[1], reason=hostile, minority=(("Dries Comité", hostile),))
    proposed = (one.deliberated[1].proposed[0], last)
    changed = replace(one, deliberated=(one.deliberated[0], replace(one.deliberated[1], proposed=proposed)))
    content = minutes_pdf(replace(changed, title="T" * 400, organisation="O" * 300))
    assert "<b>xxx" in text(content)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert [each.rule for each in pdfa.check(pdf, "2b").findings] == []
