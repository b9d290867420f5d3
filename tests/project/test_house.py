"""The rules of the house that a machine can check over every file of the project."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from smes_panel import paths

ROOT = Path(__file__).resolve().parents[2]

TOP_LEVEL = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "benchmarks",
    "docs",
    "installer",
    "main.py",
    "pyproject.toml",
    "requirements-dev.lock",
    "requirements.lock",
    "resources",
    "smes_panel",
    "tests",
    "ui",
}
LONGEST_MODULE = 500
# Split, so that the rules do not find themselves.
OTHER_PEOPLES_PLACES = re.compile(
    "|".join(
        [
            "/" + "root/",
            "/" + "work/",
            r"\." + "pyenv",
            *(re.escape(f"{place}/") for place in (ROOT, Path.home()) if place.name),
        ]
    )
)
INDEX_ADDRESSES = re.compile("|".join(["python" + "hosted", "pypi" + r"\.org", "index" + "-url", "find" + "-links"]))
POSTPONED = re.compile("|".join([r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b", r"\bXX" + r"X\b"]))
EMPTY_NAMES = re.compile(r"^\w*(Manager|Helper|Util|Utils|Handler|Data|Info|Base|Common)$")


def ours() -> list[Path]:
    """Every file that is or would be committed."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return sorted(ROOT / name for name in set(listing.split("\0")) if name and (ROOT / name).is_file())


def text_of(file: Path) -> str | None:
    """A file's text, or None where it is not text (fonts, pictures, hostile samples)."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def python_files() -> list[Path]:
    return [file for file in ours() if file.suffix == ".py"]


def places(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """Where a pattern stands, as `file:line`."""
    return [
        f"{file.relative_to(ROOT)}:{number}"
        for file in files
        for number, line in enumerate((text_of(file) or "").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_the_top_level_holds_what_was_agreed_and_nothing_else() -> None:
    assert {file.relative_to(ROOT).parts[0] for file in ours()} == TOP_LEVEL


def test_no_file_names_a_place_of_the_machine_it_was_written_on() -> None:
    assert places(OTHER_PEOPLES_PLACES, ours()) == []


def test_no_file_names_a_package_index() -> None:
    assert places(INDEX_ADDRESSES, ours()) == []


def test_nothing_is_postponed_in_a_comment() -> None:
    assert places(POSTPONED, python_files()) == []


def test_every_module_opens_by_saying_what_the_room_is_for() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for file in python_files()
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_module_is_longer_than_a_room() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in python_files()
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_class_has_an_empty_name() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {node.name}"
        for file in python_files()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and EMPTY_NAMES.match(node.name)
    ]
    assert found == []


def test_main_stays_a_doorway() -> None:
    source = (ROOT / "main.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) < 30
    assert [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.For | ast.While | ast.ClassDef | ast.Try)
    ] == []


def test_every_package_of_the_program_has_its_init() -> None:
    folders = {file.parent for file in python_files() if file.relative_to(ROOT).parts[0] in {"smes_panel", "ui"}}
    assert [str(folder.relative_to(ROOT)) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_resources_are_found() -> None:
    assert paths.resources() == ROOT / "resources"
    assert paths.resources().is_dir()


def test_every_font_is_shipped_with_its_licence() -> None:
    fonts = [file for file in ours() if file.suffix in {".ttf", ".otf"}]
    assert fonts != []
    alone = [
        font.name
        for font in fonts
        if not [
            beside
            for beside in font.parent.iterdir()
            if re.search("licen[cs]e|OFL|copying", beside.name, re.IGNORECASE)
        ]
    ]
    assert alone == []


def test_the_licence_is_the_gpl_in_full() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.split("\n", 2)[0].strip() == "GNU GENERAL PUBLIC LICENSE"
    assert licence.split("\n", 2)[1].strip() == "Version 3, 29 June 2007"
    assert "END OF TERMS AND CONDITIONS" in licence


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_the_front_pages_name_no_file_that_is_missing(name: str) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / name).read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []
