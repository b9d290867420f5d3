"""Proof: whatever is changed alone, in a fact, a letter or the signed minutes, is found and named."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from smes_panel import prints
from smes_panel.dossier import Dossier
from smes_panel.errors import FileDamaged
from smes_panel.gestures.applications import CorrectIdentity, Erase
from smes_panel.gestures.letters import WriteTemplate
from smes_panel.gestures.vacancy import Settle
from smes_panel.intake.extraction import Reader
from smes_panel.model.application import Identity
from smes_panel.model.change import Cell
from smes_panel.model.decision import LetterKind
from smes_panel.model.words import Language
from smes_panel.signing.keys import Key
from smes_panel.signoff.letters import printed, to_ready, to_release
from smes_panel.signoff.proof import Finding, seals, verify, verify_pdf
from tests.core.test_closing import Alter
from tests.signoff.conftest import AT, INTERVIEW, SCREENING, closed, signed


def wrong(dossier: Dossier) -> list[Finding]:
    return [one for one in seals(dossier) if not one.holds]


@pytest.fixture
def whole(dossier: Dossier, director: Key, tmp_path: Path) -> Dossier:
    """Both acts closed and signed, the refusals after reading released and printed."""
    closed(dossier)
    signed(dossier, director)
    kind = LetterKind.REFUSAL_SCREENING
    wanted = prints.due(dossier, kind)
    dossier.do(to_ready(dossier, kind, wanted, AT.date())[0])
    dossier.do(to_release(dossier, kind, wanted))
    for _step in printed(dossier, kind, wanted, tmp_path / "letters", AT.date()):
        pass
    return dossier


def test_what_was_signed_printed_and_left_alone_holds(whole: Dossier) -> None:
    found = list(verify(whole))
    assert [one for one in found if not one.holds] == []
    assert len([one for one in found if "says what was released" in one.said]) == 7
    held = {one.about for one in found if "the reply and the minutes hold" in one.said}
    assert held == {"screening 1", "interview 1"}


def test_a_change_through_the_doors_is_named_where_it_bites(whole: Dossier) -> None:
    k02 = whole.read.application_id("K-02")
    identity = whole.read.application("K-02").identity
    whole.do(CorrectIdentity(k02, Identity("Un Autre Nom", identity.email, identity.phone, identity.address)))
    said = [(one.about, one.said) for one in wrong(whole)]
    assert ("K-02 refusal-screening", "says other things than were released") in said
    assert any(about == "screening 1" and said.startswith("K-02, name") for about, said in said)
    whole.undo()
    assert wrong(whole) == []
    whole.do(Settle("feedback_by", "2022-10-31", "prolongé"))
    assert {one.about for one in wrong(whole)} >= {"screening 1", "K-02 refusal-screening"}
    whole.undo()
    text = prints.letter_text(whole, LetterKind.REFUSAL_SCREENING, Language.FR).text
    whole.do(WriteTemplate(LetterKind.REFUSAL_SCREENING, Language.FR, text.replace("Bonjour", "Cher")))
    assert "K-02 refusal-screening" in {one.about for one in wrong(whole)}


ALTERED: dict[str, tuple[str, ...]] = {
    "outcome": ("outcome", "reason", "criteria", "rank"),
    "closing": ("code", "facts"),
    "sealed": ("salt", "text"),
    "signature": ("verdict", "reason", "reply", "minutes"),
    "letter": ("digest",),
    "criterion": ("wording",),
    "member": ("name",),
    "freeze": ("seed",),
}
"""The cells that somebody with the passphrase might write into, past every rule."""


def _other(table: str, column: str, value: object) -> Cell:
    words = {
        "outcome": {"invited": "not_shortlisted"}.get(str(value), "invited"),
        "verdict": "refused" if value == "signed" else "signed",
        "criteria": '["C02"]',
        "rank": 9,
        "weight": 7.0,
    }
    if column in words:
        return words[column]
    text = str(value or "")
    if (table, column) == ("signature", "minutes"):
        pdf = bytearray(base64.b64decode(text))
        pdf[len(pdf) // 2] ^= 1
        return base64.b64encode(bytes(pdf)).decode()
    if table == "closing":
        return text.replace("1", "2", 1)
    return f"{text[:-1]}{'0' if text[-1:] != '0' else '1'}" if text else "x"


def test_every_alteration_past_the_doors_is_found_and_the_dossier_holds_again_when_it_is_put_back(
    whole: Dossier,
) -> None:
    unseen, tried = [], 0
    for table, columns in ALTERED.items():
        for key, row in list(whole._store.rows(table).items())[:2]:
            for column in columns:
                whole.do(Alter(table, key, column, _other(table, column, row[column])))
                tried += 1
                try:
                    found = bool(wrong(whole))
                except FileDamaged:
                    found = True
                if not found:
                    unseen.append((table, key, column))
                whole.do(Alter(table, key, column, row[column]))
    assert tried > 25
    assert unseen == []
    assert wrong(whole) == []


def test_somebody_erased_leaves_the_rest_provable(whole: Dossier) -> None:
    whole.do(Erase(whole.read.application_id("K-02")))
    assert wrong(whole) == []
    said = [one.said for one in verify(whole) if one.about == "screening 1"]
    assert any("erased since: K-02" in one for one in said)


def minutes(dossier: Dossier, act: object = INTERVIEW) -> bytes:
    closing = dossier.read.in_force(act)  # type: ignore[arg-type]  # an act
    assert closing is not None
    assert closing.signature is not None
    return base64.b64decode(closing.signature.minutes)


def test_signed_minutes_alone_prove_their_signature_their_signer_and_their_code(whole: Dossier, director: Key) -> None:
    content = minutes(whole)
    with Reader() as reader:
        text = reader.text_of(content, "application/pdf").text
    assert [one.holds for one in verify_pdf(content, text, director.card)] == [True, True, True]
    assert [one.holds for one in verify_pdf(content + b"\n", text)] == [False, True]
    flipped = bytearray(content)
    flipped[2_000] ^= 1
    assert next(iter(verify_pdf(bytes(flipped), text))).holds is False
    other = Key.made("Somebody Else", AT)
    assert [one.holds for one in verify_pdf(content, text, other.card)] == [True, False, True]
    assert [one.about for one in verify_pdf(b"%PDF-1.4", "")] == ["signature", "code"]


def test_the_code_on_the_pages_is_the_code_in_the_file(whole: Dossier) -> None:
    content = minutes(whole, SCREENING)
    with Reader() as reader:
        text = reader.text_of(content, "application/pdf").text
    assert [one.holds for one in verify_pdf(content, text)] == [True, True]
    assert [one.holds for one in verify_pdf(content, text.replace("·", " ")[:200])] == [True, False]
