"""templates."""

from __future__ import annotations

import json
from pathlib import Path

from smes_panel.model.decision import LetterKind
from smes_panel.model.words import Language
from tests.cli.test_papers import decided, words
from tests.cli.walk import Walk

OWN = """subject: Objet

salutation: Bonjour {name},

Le jury a retenu {reason}.

signature: {chair_name} | jury

small: H. | T.
"""
KIND = "refusal-screening"


def test_every_kind_and_language_is_listed_with_whose_text_it_is(begun: Walk) -> None:
    path = begun.table("t.txt", OWN)
    begun.done("templates", begun.file, "--set", KIND, "fr", path)
    found = json.loads(begun.done("templates", begun.file, "--json"))["templates"]
    assert len(found) == len(LetterKind) * len(Language)
    assert [(one["kind"], one["language"]) for one in found if one["text"] == "changed"] == [(KIND, "fr")]
    line = next(one for one in begun.done("templates", begun.file).splitlines() if "changed" in one)
    assert "applications_count" in line
    begun.done("templates", begun.file, "--reset", KIND, "fr")
    assert "changed" not in begun.done("templates", begun.file)


def test_a_text_that_is_shown_is_the_one_that_was_set_and_that_letters_say(begun: Walk) -> None:
    decided(begun)
    reasons = begun.table("r.csv", "application,stage,outcome,field,value\nK-02,screening,,reason,une expérience\n")
    begun.done("outcome", begun.file, "--from", reasons)
    language = json.loads(begun.done("applications", begun.file, "--json"))[1]["language"] or "fr"
    begun.done("templates", begun.file, "--set", KIND, language, begun.table("t.txt", OWN))
    assert begun.done("templates", begun.file, "--show", KIND, language) == OWN
    begun.done("letters", begun.file, "--kind", KIND, "--out", begun.folder / "l")
    assert "Le jury a retenu" in words(begun.folder / "l" / f"K-02-{KIND}.pdf")


def test_one_letter_alone_is_written_compared_and_made_from_its_template_again(begun: Walk) -> None:
    own = begun.table("o.txt", OWN.replace("Le jury a retenu", "Rien que pour vous :"))
    language = json.loads(begun.done("applications", begun.file, "--json"))[1]["language"] or "fr"
    begun.done("templates", begun.file, "--set", KIND, language, begun.table("t.txt", OWN))
    assert (
        begun.done("templates", begun.file, "--own", "K-02", KIND, own).splitlines()[-1].startswith("K-02 has its own")
    )
    assert begun.done("templates", begun.file, "--difference", "K-02", KIND).splitlines() == [
        "  subject: Objet",
        "  salutation: Bonjour {name},",
        "- Le jury a retenu {reason}.",
        "+ Rien que pour vous : {reason}.",
        "  signature: {chair_name} | jury",
        "  small: H. | T.",
    ]
    begun.done("templates", begun.file, "--drop-own", "K-02", KIND)
    assert "is made from the template" in begun.done("templates", begun.file, "--difference", "K-02", KIND)


def test_what_is_no_letter_is_refused_in_one_line_and_nothing_is_changed(begun: Walk, tmp_path: Path) -> None:
    before = begun.done("templates", begun.file, "--json")
    latin = tmp_path / "latin.txt"
    latin.write_bytes("é".encode("latin-1"))
    for arguments, complaint in (
        (("--set", KIND, "fr", begun.table("a.txt", OWN.replace("{reason}", "x"))), "must say {reason}"),
        (("--set", KIND, "fr", begun.table("b.txt", OWN.replace("{name}", "{nom}"))), "{nom} is not a declared"),
        (("--set", KIND, "de", begun.table("c.txt", OWN)), "is not a language of letters"),
        (("--set", "billet", "fr", begun.table("d.txt", OWN)), "is not a kind of letter"),
        (("--set", KIND, "fr", latin), "is not a text in UTF-8"),
        (("--set", KIND, "fr", tmp_path / "nowhere.txt"), "cannot be read"),
        (("--own", "K-99", KIND, begun.table("e.txt", OWN)), "There is no application K-99"),
        (("--reset", KIND, "nl"), "has the house's text"),
        (("--drop-own", "K-01", KIND), "has no text of its own"),
    ):
        status, _, error = begun.run("templates", begun.file, *arguments)
        assert (status, error.count("\n"), complaint in error) == (1, 1, True), error
    assert begun.done("templates", begun.file, "--json") == before
