"""grids, checklist, letters."""

from __future__ import annotations

from pathlib import Path

import pypdf

from tests.cli.walk import Walk, mail

OUTCOMES = """application,stage,outcome,field,value
K-01,screening,invited,interview_date,2022-07-05
K-01,screening,,interview_time,9:30
K-01,screening,,room,salle A
K-01,screening,,interview_address,"rue de la Maquette 1, 1000 Bruxelles"
K-02,screening,not_shortlisted,,
"""


def words(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def decided(walk: Walk) -> None:
    walk.done("outcome", walk.file, "--from", walk.table("o.csv", OUTCOMES))
    walk.done(
        "settle", walk.file, "reference=EX-1", "phone=02 000 00 00", "erase_on=2023-07-08", "confirm_by=2022-06-30"
    )
    walk.done(
        "settle", walk.file, "director_name=Dominique Direction", "feedback_by=2022-09-30", "position=animateur·rice"
    )


def test_there_is_one_grid_per_person_invited_and_member_who_rates(begun: Walk) -> None:
    decided(begun)
    begun.done("grids", begun.file, "--out", begun.folder / "g")
    made = sorted(path.name for path in (begun.folder / "g").iterdir())
    assert made == ["K-01-01-Maude-Jury.pdf", "K-01-02-Dries-Comité.pdf"]
    said = words(begun.folder / "g" / made[0])
    assert ("Yasmina Modèle" in said, "mardi 5 juillet 2022" in said, "Maude Jury" in said) == (True, True, True)


def test_two_runs_give_the_same_bytes(begun: Walk) -> None:
    decided(begun)
    for folder in ("a", "b"):
        begun.done("grids", begun.file, "--out", begun.folder / folder, "--date", "2022-07-04")
        begun.done(
            "letters", begun.file, "--kind", "invitation", "--out", begun.folder / folder, "--date", "2022-06-24"
        )
        begun.done("checklist", begun.file, "--out", begun.folder / folder / "c.pdf", "--date", "2022-06-14")
    first = {path.name: path.read_bytes() for path in (begun.folder / "a").iterdir()}
    second = {path.name: path.read_bytes() for path in (begun.folder / "b").iterdir()}
    assert (len(first), first) == (4, second)


def test_who_lacks_a_fact_is_named_and_gets_no_letter_while_the_others_get_theirs(begun: Walk) -> None:
    decided(begun)
    assert begun.run("letters", begun.file, "--kind", "invitation", "--out", begun.folder / "l")[0] == 0
    status, _, err = begun.run("letters", begun.file, "--kind", "refusal-screening", "--out", begun.folder / "l")
    assert (status, "K-02" in err, "reason" in err) == (1, True, True)
    assert [path.name for path in (begun.folder / "l").iterdir()] == ["K-01-invitation.pdf"]
    said = words(begun.folder / "l" / "K-01-invitation.pdf")
    assert ("{" in said, "}" in said, "9 h 30" in said) == (False, False, True)


def test_a_person_whose_outcome_asks_for_another_letter_is_refused_by_key(begun: Walk) -> None:
    decided(begun)
    status, _, err = begun.run("letters", begun.file, "--kind", "offer", "--out", begun.folder / "l", "--only", "K-01")
    assert (status, "K-01 is not selected" in err) == (1, True)


def test_a_print_takes_the_place_of_a_print_and_of_nothing_else(begun: Walk) -> None:
    out = begun.folder / "grille.pdf"
    for _ in range(2):
        begun.done("checklist", begun.file, "--out", out, "--date", "2022-06-14")
    before = begun.file.read_bytes()
    for there in (begun.file, begun.folder, begun.table("notes.csv", "à garder"), ""):
        status, _, err = begun.run("checklist", begun.file, "--out", there)
        assert (status, err.count("\n")) == (1, 1)
    assert (begun.file.read_bytes(), (begun.folder / "notes.csv").read_text("utf-8")) == (before, "à garder")


def test_somebody_named_twice_gets_one_letter(begun: Walk) -> None:
    decided(begun)
    said = begun.done(
        *("letters", begun.file, "--kind", "invitation", "--out", begun.folder / "l"),
        *("--only", "K-01", "--only", "k-1"),
    )
    assert said.startswith("1 letter is in ")


def test_a_letter_to_somebody_whose_name_was_not_found_says_what_to_type_and_takes_it(begun: Walk) -> None:
    unnamed = begun.folder / "personne.eml"
    unnamed.write_bytes(mail("X").replace(b"X <x@exemple.invalid>", b"anonyme@exemple.invalid"))
    begun.done("import", begun.file, unnamed)
    decided(begun)
    table = "application,stage,outcome,field,value\nK-03,screening,invited,interview_date,1/7/2022\n"
    table += "K-03,screening,,interview_time,9u30\nK-03,screening,,room,salle B\n"
    table += "K-03,screening,,interview_address,rue Unique 3\n"
    begun.done("outcome", begun.file, "--from", begun.table("o.csv", table))
    asked = ("letters", begun.file, "--kind", "invitation", "--out", begun.folder / "l", "--only", "K-03")
    status, _, err = begun.run(*asked)
    assert (status, err.count("\n"), "needs name (" in err) == (1, 1, True)
    typed = "application,stage,field,value\nK-03,screening,name,Prénom Trouvé\n"
    begun.done("outcome", begun.file, "--from", begun.table("n.csv", typed))
    begun.done(*asked)
    said = words(begun.folder / "l" / "K-03-invitation.pdf")
    assert all(part in said for part in ("Bonjour Prénom Trouvé", "1er juillet 2022", "9 h 30", "rue Unique 3"))


def test_an_acknowledgement_needs_no_outcome_and_names_what_the_notice_still_lacks(begun: Walk) -> None:
    status, _, err = begun.run("letters", begun.file, "--kind", "acknowledgement", "--out", begun.folder / "l")
    assert (status, "controller" in err, "erase_on" in err) == (1, True, True)
    begun.done(
        "settle", begun.file, "reference=EX-1", "erase_on=2023-07-08", "controller=Smes asbl, rue de la Maquette 1"
    )
    begun.done("settle", begun.file, "contact_person=Nora Secrétariat", "position=animateur·rice")
    begun.done("letters", begun.file, "--kind", "acknowledgement", "--only", "K-01", "--out", begun.folder / "l")
    assert "8 juillet 2023" in words(begun.folder / "l" / "K-01-acknowledgement.pdf")


def test_an_attestation_is_for_who_asks(begun: Walk) -> None:
    decided(begun)
    status, _, err = begun.run("letters", begun.file, "--kind", "attestation", "--out", begun.folder / "l")
    assert (status, "--only" in err) == (1, True)
    begun.done("settle", begun.file, "interview_address=rue de la Maquette 1")
    begun.done("letters", begun.file, "--kind", "attestation", "--only", "K-01", "--out", begun.folder / "l")
    assert "5 juillet 2022" in words(begun.folder / "l" / "K-01-attestation.pdf").replace("\N{NO-BREAK SPACE}", " ")
    status, _, err = begun.run(
        "letters", begun.file, "--kind", "withdrawal", "--only", "K-01", "--out", begun.folder / "l"
    )
    assert (status, "K-01 is not withdrawn" in err) == (1, True)
