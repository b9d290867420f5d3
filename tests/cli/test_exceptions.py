"""exceptions: who is treated differently, and the answer for the others."""

from __future__ import annotations

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import Admit
from tests.cli.walk import PASSPHRASE, Walk


def test_an_exception_is_listed_answered_for_and_answered_otherwise(begun: Walk) -> None:
    assert begun.json("exceptions", begun.file) == []
    assert "Nobody is treated differently." in begun.done("exceptions", begun.file)
    with Dossier.open(begun.file, PASSPHRASE) as dossier:
        incomplete = [one for one in dossier.read.applications() if one.missing]
        dossier.do(Admit(incomplete[0].id, examined=True, reason="lettre promise"))
    (made,) = begun.json("exceptions", begun.file)
    assert (made["application"], made["kind"], made["reason"]) == (incomplete[0].key, "incomplete", "lettre promise")
    assert made["others"] == [one.key for one in incomplete[1:]]
    about = ("exceptions", begun.file, "--application", incomplete[0].key, "--kind", "incomplete")
    assert "seule elle a prévenu" in begun.done(*about, "--only", "seule elle a prévenu")
    assert begun.json("exceptions", begun.file)[0]["waits"] is False
    if incomplete[1:]:
        begun.done(*about, "--others-too")
        assert [one["others"] for one in begun.json("exceptions", begun.file)] == [[]] * len(incomplete)
    assert begun.run("exceptions", begun.file, "--application", "K-99", "--only", "x")[0] == 1
