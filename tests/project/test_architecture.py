"""docs/ARCHITECTURE.md says what is: its tree, its layers and the files it names."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.project.tree import BLOCK, PAGE, ROOT, layers, tree

TEXT = PAGE.read_text(encoding="utf-8")


def block(mark: str) -> list[str]:
    """The lines of the text block that follows a mark."""
    found = re.search(rf"<!-- {re.escape(mark)} -->\n```text\n(.*?)\n```", TEXT, re.DOTALL)
    assert found is not None, f"there is no block after “{mark}”"
    return found[1].splitlines()


def test_the_tree_is_the_one_there_is() -> None:
    """`python tests/project/tree.py` draws it again."""
    assert BLOCK.search(TEXT)
    assert block("the tree") == list(tree())


def test_the_tree_names_every_module_of_the_two_packages_once() -> None:
    modules = {
        path.relative_to(ROOT).parts
        for package in ("smes_panel", "ui")
        for path in (ROOT / package).rglob("*.py")
        if path.name != "__init__.py"
    }
    told, above = [], list[str]()
    for line in block("the tree")[1:]:
        if not line:
            continue
        depth, name = (len(line) - len(line.lstrip())) // 2, line.split()[0]
        above[depth:] = [name.rstrip("/")]
        if name.endswith(".py"):
            told.append(tuple(above))
    assert sorted(told) == sorted(modules)


@pytest.mark.parametrize("package", ["smes_panel", "ui"])
def test_the_layers_are_those_of_the_contract(package: str) -> None:
    assert block(f"the layers of {package}") == layers(package)


def test_the_page_names_no_file_that_is_missing() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    folders = re.findall(r"`((?:resources|tests|benchmarks|installer|docs)/[\w./-]*)`", TEXT)
    assert [one for one in targets if not (PAGE.parent / one).exists()] == []
    assert [one for one in folders if not (ROOT / Path(one)).exists()] == []


# The window hands itself to the parts that were taken out of it; they name it for the sake of the types alone.
HANDED = {("ui.window.shell", f"ui.window.{part}") for part in ("appearance", "beginnings", "keys", "overlays")}


def imported(path: Path) -> set[str]:
    """What a module imports, wherever in it and whatever for, by the names it might have."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            assert not node.level
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return found


def test_no_two_modules_import_each_other() -> None:
    """Not for their types either, nor within a function: one of the two would not be understood alone."""
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): imported(path)
        for package in ("smes_panel", "ui")
        for path in (ROOT / package).rglob("*.py")
        if path.name != "__init__.py"
    }
    mutual = {(one, other) for one in modules for other in modules[one] & modules.keys() if one in modules[other]}
    assert {tuple(sorted(pair)) for pair in mutual} == {tuple(sorted(pair)) for pair in HANDED}
