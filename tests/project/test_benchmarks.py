"""Every benchmark runs, and docs/BENCHMARKS.md names those that there are. What they measure is nobody's test."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHES, FIGURES, PAGE, main
from benchmarks.kinds import told_written
from benchmarks.measuring import TINY, again, as_table, paired
from benchmarks.postings import told_apart
from tests.intake import dovecot

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BENCHES)
def test_a_benchmark_runs_and_gives_its_figures(name: str, tmp_path: Path) -> None:
    if name == "imap" and not dovecot.is_installed():
        pytest.skip(dovecot.NOT_INSTALLED)
    figures = list(BENCHES[name](tmp_path, TINY))
    assert figures != []
    for figure in figures:
        assert len(figure.ours) == len(figure.bare) > 0
        assert min(*figure.ours, *figure.bare) > 0


def test_ours_and_the_bare_limit_are_done_in_turns_and_the_warming_is_not_counted() -> None:
    done: list[str] = []
    figure = paired("", "", 3, again(lambda: done.append("ours")), again(lambda: done.append("bare")))
    assert done == ["bare", "ours", "ours", "bare", "bare", "ours", "ours", "bare"]
    assert len(figure.ours) == 3


def test_every_row_of_the_page_names_a_benchmark_and_every_benchmark_has_its_row() -> None:
    tables = re.findall(r"^\| benchmark \|.*\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
    rows = [line.split("|")[1].strip() for table in tables for line in table.splitlines() if line.startswith("| ")]
    assert set(rows) == set(BENCHES)


def test_the_page_holds_the_table_as_it_is_printed() -> None:
    found = FIGURES.search(TEXT)
    assert found is not None
    head = found[0].splitlines()[2]
    assert head == next(iter(as_table([])))


def test_the_commands_of_the_page_name_benchmarks() -> None:
    named = [word for line in re.findall(r"python -m benchmarks([a-z ]*)", TEXT) for word in line.split()]
    assert set(named) - set(BENCHES) == set()


def test_a_benchmark_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["nothing"])
    assert "there is no benchmark called nothing" in capsys.readouterr().err


def test_a_wrong_line_and_a_missed_one_do_not_cancel_out() -> None:
    there = Counter({("a", False): 1, ("b", True): 1})
    assert told_apart(Counter({("a", False): 1, ("b", False): 1}), there) == (1, 1, 1)
    assert told_apart(Counter({("a", False): 2}), there) == (1, 1, 1)
    assert told_apart(there, there) == (2, 0, 0)


def test_of_the_documents_written_for_it_the_kind_is_what_it_is() -> None:
    named = told_written(named=True)
    assert {pair for pair in named if pair[0] is not pair[1]} == set()
    unnamed = told_written(named=False)
    assert sum(count for (is_, said), count in unnamed.items() if is_ is not said) <= 1
