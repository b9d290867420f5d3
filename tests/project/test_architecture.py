"""docs/ARCHITECTURE.md says what is: its tree, its layers and the files it names."""

from __future__ import annotations

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
