"""Every command of the guides and of README.md is one that exists, and those of a guide walk the whole way."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from smes_panel import cli
from smes_panel.cli.arguments import parser
from tests.cli.walk import PASSPHRASE, POSTING, mail

ROOT = Path(__file__).resolve().parents[2]
GUIDES = [f"docs/guide/{language}.md" for language in ("fr", "nl", "en")]
FENCE = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"^cat > (\S+) <<'(\w+)'$")


@dataclass(frozen=True, slots=True)
class Command:
    """A line that a person pastes: its arguments after `smes-panel`."""

    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file that a person writes, by the shell's `cat > name <<'END'`."""

    name: str
    text: str


def steps(page: str) -> Iterator[Command | Table]:
    """What the code blocks of a page do, in order."""
    for block in FENCE.findall((ROOT / page).read_text(encoding="utf-8")):
        lines = iter(block.splitlines())
        for line in lines:
            if written := TABLE.match(line):
                text = list(iter(lambda: next(lines), written[2]))  # noqa: B023 - read at once
                yield Table(written[1], "\n".join([*text, ""]))
            elif line.removeprefix(".venv/bin/").startswith("smes-panel "):
                yield Command(tuple(shlex.split(line, comments=True)[1:]))


def inline(page: str) -> Iterator[Command]:
    """The commands that stand whole inside the text."""
    for said in re.findall(r"`(?:\.venv/bin/)?smes-panel ([^`]+)`", (ROOT / page).read_text(encoding="utf-8")):
        yield Command(tuple(shlex.split(said)))


def understood(command: Command) -> bool:
    """Whether the command line takes these arguments; `--help` is one that ends well."""
    try:
        parser().parse_args(command.arguments)
    except SystemExit as end:
        return end.code == 0
    return True


@pytest.mark.parametrize("page", [*GUIDES, "README.md"])
def test_every_command_of_a_page_is_understood(page: str) -> None:
    commands = [step for step in (*steps(page), *inline(page)) if isinstance(step, Command)]
    assert commands != []
    assert [command.arguments for command in commands if not understood(command)] == []


def test_the_guides_give_the_same_commands_in_the_three_languages() -> None:
    walked = [[one.arguments[0] for one in steps(page) if isinstance(one, Command)] for page in GUIDES]
    assert walked[1] == walked[0]
    assert walked[2] == walked[0]


def test_a_guide_uses_every_command_but_the_demonstration() -> None:
    used = {one.arguments[0] for one in (*steps(GUIDES[0]), *inline(GUIDES[0])) if isinstance(one, Command)} | set(
        re.findall(r"`([a-z-]+)`", (ROOT / GUIDES[0]).read_text(encoding="utf-8"))
    )
    top = parser()._subparsers
    assert top is not None
    known = {name for action in top._group_actions for name in action.choices or ()}
    assert known - used == {"demo"}


@pytest.mark.parametrize("page", GUIDES)
def test_every_refusal_that_a_guide_quotes_is_one_that_the_program_says(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    said = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "smes_panel").rglob("*.py"))
    quoted = re.findall(r"^\| `([^`]+)`", text, re.MULTILINE)
    assert len(quoted) == 7
    # A table's own name and line stand for whatever they are.
    parts = [
        part for one in quoted for part in re.sub(r"^\S+\.csv, line \d+:", ", line {line.number}: ", one).split("…")
    ]
    assert [part for part in parts if part.strip() not in said] == []


@pytest.mark.parametrize("page", [GUIDES[0], *(pytest.param(page, marks=pytest.mark.long) for page in GUIDES[1:])])
def test_a_guide_walks_from_the_posting_to_the_letters(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMES_PANEL_PASSPHRASE", PASSPHRASE)
    given = [step for step in steps(page) if isinstance(step, Command)]
    posting, mails = (
        Path(given[0].arguments[3]),
        next(Path(g.arguments[2]) for g in given if g.arguments[0] == "import"),
    )
    posting.write_text(POSTING, "utf-8")
    mails.mkdir()
    for name in ("Yasmina Modèle", "Wout Schets"):
        (mails / f"{name.split()[0]}.eml").write_bytes(mail(name))
    for step in steps(page):
        if isinstance(step, Table):
            Path(step.name).write_text(step.text, "utf-8")
            continue
        status = cli.main(step.arguments)
        assert (step.arguments, status) == (step.arguments, 0), capsys.readouterr().err
    printed = sorted(path.name for path in tmp_path.rglob("*.pdf"))
    assert [name for name in printed if name.startswith("K-")] == [
        "K-01-01-Maude-Jury.pdf",
        "K-01-02-Dries-Comité.pdf",
        "K-01-invitation.pdf",
        "K-01-offer.pdf",
        "K-02-refusal-screening.pdf",
    ]
