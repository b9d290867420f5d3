"""What an import is made of."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from smes_panel.intake.sources import Item, items
from smes_panel.model.application import Arrival, DocumentKind

CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora" / "email"


def pdf(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), invariant=1)
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 16 * number, line)
    canvas.save()
    return path


def docx(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>'
        )
    return path


def written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def mail(path: Path, sender: str = "yasmina@exemple.invalid", subject: str = "Candidature") -> Path:
    return written(
        path, f"From: {sender}\nSubject: {subject}\nDate: Mon, 06 Jun 2022 10:00:00 +0200\n\nBonjour\n".encode()
    )


CV = ("Yasmina Modèle", "FORMATION", "2010-2014 Bachelier", "EXPÉRIENCE", "2015 Asbl Fictive", "LANGUES")
LETTER = ("Madame, Monsieur,", "Je me permets de vous adresser ma candidature.", "Salutations distinguées")


def found(*paths: Path) -> list[tuple[str, str]]:
    return [(Path(item.path).name, item.result or "application") for item in items(paths)]


def one(*paths: Path) -> Item:
    (item,) = items(paths)
    return item


def test_each_message_of_a_folder_and_of_those_below_is_an_application_in_order_of_name(tmp_path: Path) -> None:
    mail(tmp_path / "b.eml")
    mail(tmp_path / "A.eml")
    mail(tmp_path / "inbox" / "c.eml")
    mail(tmp_path / "message sans extension")
    mail(tmp_path / "note.txt")
    names = ["A.eml", "b.eml", "c.eml", "message sans extension", "note.txt"]
    assert found(tmp_path) == [(name, "application") for name in names]
    assert found(tmp_path / "b.eml", tmp_path / "A.eml") == [("b.eml", "application"), ("A.eml", "application")]


def test_a_folder_per_applicant_is_one_application_named_after_it_with_all_that_lies_below(tmp_path: Path) -> None:
    folder = tmp_path / "recus" / "MODÈLE Yasmina"
    cv, letter = pdf(folder / "CV.pdf", *CV), docx(folder / "Lettre.docx", "Madame, Monsieur")
    diploma = pdf(folder / "Diplômes" / "bachelier.pdf", "Diplôme")
    pdf(tmp_path / "recus" / "Jan Voorbeeld" / "CV.pdf", "Jan Voorbeeld")
    first, second = items([tmp_path])
    assert first.application is not None
    assert second.application is not None
    assert (first.application.identity.name, second.application.identity.name) == ("Jan Voorbeeld", "Yasmina Modèle")
    assert [(document.name, document.kind, document.content) for document in second.application.documents] == [
        ("CV.pdf", DocumentKind.CV, cv.read_bytes()),
        ("Diplômes – bachelier.pdf", DocumentKind.OTHER, diploma.read_bytes()),
        ("Lettre.docx", DocumentKind.LETTER, letter.read_bytes()),
    ]
    listed = sorted(
        f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}"
        for name, path in (("CV.pdf", cv), ("Diplômes/bachelier.pdf", diploma), ("Lettre.docx", letter))
    )
    assert second.application.fingerprint == hashlib.sha256("\n".join(listed).encode()).hexdigest()
    assert second.application.received_at is None


def test_a_folder_named_by_the_person_is_one_applicants_unless_it_is_a_pile(tmp_path: Path) -> None:
    pdf(tmp_path / "one" / "a.pdf", *CV)
    pdf(tmp_path / "one" / "b.pdf", *LETTER)
    assert found(tmp_path / "one") == [("one", "application")]
    pdf(tmp_path / "pile" / "a.pdf", *CV)
    pdf(tmp_path / "pile" / "b.pdf", "Jan Voorbeeld", *CV[1:])
    assert found(tmp_path / "pile") == [("a.pdf", "application"), ("b.pdf", "application")]


def test_a_folder_met_on_the_way_is_a_pile_when_its_cvs_name_several_people(tmp_path: Path) -> None:
    for below in ("langues", "pile"):
        pdf(tmp_path / below / "CV FR.pdf", *CV)
        pdf(tmp_path / below / "CV NL.pdf", *CV, "talen")
    pdf(tmp_path / "pile" / "CV Jan.pdf", "Jan Voorbeeld", *CV[1:])
    pdf(tmp_path / "recus" / "annonce.pdf", "Annonce")
    pdf(tmp_path / "recus" / "Yasmina Modèle" / "CV.pdf", *CV)
    assert found(tmp_path) == [
        ("langues", "application"),
        ("CV FR.pdf", "application"),
        ("CV Jan.pdf", "application"),
        ("CV NL.pdf", "application"),
        ("annonce.pdf", "application"),
        ("Yasmina Modèle", "application"),
    ]


def test_loose_documents_are_an_application_each(tmp_path: Path) -> None:
    cv = pdf(tmp_path / "CV_Yasmina_Modele_2022.pdf", *CV)
    item = one(cv)
    assert item.application is not None
    assert item.application.identity.name == "Yasmina Modèle"
    assert item.application.fingerprint == item.fingerprint == hashlib.sha256(cv.read_bytes()).hexdigest()
    silent = one(pdf(tmp_path / "CV - Jan Voorbeeld (1).pdf", "2015"))
    assert silent.application is not None
    assert silent.application.identity.name == "Jan Voorbeeld"
    locked = one(
        written(tmp_path / "CV.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    )
    assert locked.application is not None
    assert "password" in locked.application.documents[0].remark
    nameless = one(pdf(tmp_path / "scan0001.pdf", "2015"))
    assert nameless.application is not None
    assert nameless.application.identity.name == ""


@pytest.mark.parametrize(
    ("name", "content", "result", "reason"),
    [
        (
            "x.msg",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"),
            "refused",
            "Outlook message is damaged",
        ),
        ("x.pst", b"!BDN....", "set_aside", "Outlook mailbox"),
        ("x.zip", b"PK\x03\x04....", "refused", "archive is damaged"),
        ("x.eml", b"not a message", "refused", "no headers"),
        ("x.eml", b"", "refused", "empty"),
        ("x.pdf", b"not a PDF", "refused", "damaged"),
        ("x.docx", b"PK\x03\x04 cut short", "refused", "damaged"),
        ("x.json", b"{}", "refused", "neither"),
        ("LICENSE", b"Do as you like", "refused", "neither"),
        ("x.png", b"\x89PNG\r\n\x1a\n", "refused", "folder that bears"),
        ("x.eml", b"From: a\nSubject: Out of office\n\nx", "set_aside", "automatic reply"),
    ],
)
def test_what_is_no_application_has_its_result_and_its_reason(
    tmp_path: Path, name: str, content: bytes, result: str, reason: str
) -> None:
    item = one(written(tmp_path / name, content))
    assert (item.result, item.application) == (Arrival(result), None)
    assert reason in item.reason
    assert item.reason.endswith(".")


def test_nothing_stops_the_rest_and_droppings_are_passed_over(tmp_path: Path) -> None:
    mail(tmp_path / "a.eml")
    written(tmp_path / "b.eml", b"\0\1\2")
    mail(tmp_path / "c.eml")
    for dropping in (".DS_Store", "Thumbs.db", "desktop.ini", "~$CV.docx", ".hidden.eml", "__MACOSX/._a.eml"):
        written(tmp_path / dropping, b"x")
    assert found(tmp_path) == [("a.eml", "application"), ("b.eml", "refused"), ("c.eml", "application")]
    assert found(tmp_path / "nowhere", tmp_path / "a.eml") == [("nowhere", "refused"), ("a.eml", "application")]


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and rights as Unix has them")
def test_links_pipes_and_forbidden_files_are_named_and_not_opened(tmp_path: Path) -> None:
    outside = mail(tmp_path / "outside" / "secret.eml")
    inside = tmp_path / "inside"
    mail(inside / "a.eml")
    (inside / "b.eml").symlink_to(outside)
    (inside / "c").symlink_to(outside.parent)
    (inside / "d").symlink_to(inside)
    os.mkfifo(inside / "e.eml")
    assert found(inside) == [("a.eml", "application"), *((name, "refused") for name in ("b.eml", "c", "d", "e.eml"))]


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    mail(tmp_path / "a.eml")
    pdf(tmp_path / "Yasmina Modèle" / "CV.pdf", *CV)
    known = {item.fingerprint for item in items([tmp_path])}
    assert [(item.result, item.application) for item in items([tmp_path], known)] == [(Arrival.KNOWN, None)] * 2


def test_an_import_may_be_closed_at_any_step(tmp_path: Path) -> None:
    for name in ("Anne Modèle", "Béatrice Exemple", "Chantal Spécimen", "Jan Voorbeeld"):
        pdf(tmp_path / f"CV {name}.pdf", name, *CV[1:])
    for steps in range(5):
        running = items([tmp_path])
        assert len([next(running) for _ in range(steps)]) == steps
        running.close()
        assert list(running) == []


def test_a_name_that_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    try:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/Mod\xe8le.eml"))
        mail(path)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes only text for names")
    assert one(tmp_path).application is not None


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of e-mails is not on this machine")
def test_every_file_of_the_corpus_has_its_result() -> None:
    results = list(items([CORPUS]))
    hidden = {".commit", ".gitattributes"}
    files = [path for path in CORPUS.rglob("*") if path.is_file() and path.name not in hidden]
    named = [Path(item.path) for item in results]
    opened = {Path(item.path.partition("#")[0]) for item in results}
    reached = {*named, *opened, *(above for name in named for above in name.parents)}
    assert [path for path in files if path not in reached and not any(name in path.parents for name in named)] == []
    taken = [item for item in results if item.application is not None or item.bundle is not None]
    assert all(item.reason.endswith(".") for item in results if item not in taken)
    assert sum(item.application is not None for item in results) > 200
