"""The annotated tree of docs/ARCHITECTURE.md, drawn from the modules: `python tests/project/tree.py` writes it."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "ARCHITECTURE.md"
BLOCK = re.compile(r"(?<=<!-- the tree -->\n```text\n).*?(?=\n```)", re.DOTALL)
_WIDTH = 22
_LONGEST = 98


def layers(container: str) -> list[str]:
    """The layers of `smes_panel` or `ui`, the highest first, as the import contract has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    found = next(one for one in contracts if one.get("containers") == [container])
    return list(found["layers"])


def purpose(module: Path) -> str:
    """The beginning of a module's first sentence: as much of it as says what the room is for."""
    said = " ".join((ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split())
    sentence = re.split(r"(?<=[.…]) (?=[A-ZÉ0-9])", said)[0].rstrip(".")
    # `Ratings: four levels…` needs both halves; `The doors of a dossier: …` is said by the first.
    end = next((found.start() for found in re.finditer(r"[:;]", sentence) if found.start() >= 24), len(sentence))
    if end > _LONGEST:
        end = sentence.rfind(",", 0, _LONGEST)
    return sentence[:end]


def tree() -> Iterator[str]:
    """The lines of the tree: rooms in the order of the layers, the highest first, and within a room by name."""
    yield _line(0, "main.py", ROOT / "main.py")
    for container in ("smes_panel", "ui"):
        folder = ROOT / container
        yield ""
        yield _line(0, f"{container}/", folder / "__init__.py")
        rooms = [room.strip(" ()") for layer in layers(container) for room in re.split(r"[:|]", layer)]
        for room in rooms:
            if (folder / room).is_dir():
                yield from _branch(folder / room, 1)
            elif (folder / f"{room}.py").is_file():  # a layer in parentheses keeps a place for what may not be there
                yield _line(1, f"{room}.py", folder / f"{room}.py")


def _branch(folder: Path, depth: int) -> Iterator[str]:
    yield _line(depth, f"{folder.name}/", folder / "__init__.py")
    for one in sorted(folder.iterdir()):
        if (one / "__init__.py").is_file():
            yield from _branch(one, depth + 1)
        elif one.suffix == ".py" and one.name != "__init__.py":
            yield _line(depth + 1, one.name, one)


def _line(depth: int, name: str, module: Path) -> str:
    return f"{'  ' * depth}{name}".ljust(_WIDTH) + purpose(module)


def main() -> None:
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(BLOCK.sub(lambda _: "\n".join(tree()), page), encoding="utf-8")


if __name__ == "__main__":
    main()
