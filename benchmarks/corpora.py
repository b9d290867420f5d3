"""What becomes of folders of files when they are imported: a table by format, the longest wait and the memory used.

    python -m benchmarks.corpora FOLDER… [--offline]

The import is the command of the program itself, in a process of its own; `--offline` takes the network away from it
(Linux, as root). Prints Markdown. The last lines say what `check` answers and whether a file was left in the temporary
folder.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from smes_panel.intake.plain import GARBLED

ROOT = Path(__file__).resolve().parent.parent
_PASSPHRASE = "six mots pour une mesure de corpus"


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.corpora")
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--offline", action="store_true")
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured(Path(folder), [one.resolve() for one in said.folders], offline=said.offline)


def measured(place: Path, folders: Sequence[Path], *, offline: bool) -> None:
    """Imports, then asks the dossier what it holds."""
    dossier, temporary = place / "corpora.smes", place / "tmp"
    temporary.mkdir()
    environment = {
        **os.environ,
        "SMES_PANEL_HOME": str(place / "home"),
        "SMES_PANEL_PASSPHRASE": _PASSPHRASE,
        "TMPDIR": str(temporary),
    }

    def run(*words: str) -> list[str]:
        return [*(["unshare", "-n"] if offline else []), sys.executable, str(ROOT / "main.py"), *words]

    subprocess.run(run("new", str(dossier), "--example", "connect"), env=environment, check=True, capture_output=True)
    line = run("import", str(dossier), *map(str, folders))
    started = time.monotonic()
    importing = subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    memory = _Watched(importing.pid)
    results, longest, last = Counter[str](), (0.0, ""), started
    reasons = Counter[str]()
    assert importing.stdout is not None
    for told in importing.stdout:
        now = time.monotonic()
        result, _, rest = told.strip().partition(" ")
        if "  " not in told:
            continue
        results[result] += 1
        longest, last = max(longest, (now - last, rest[-90:])), now
        if result in ("refused", "set_aside"):
            reasons[rest.rsplit(": ", 1)[-1][:110]] += 1
    wrong = importing.stderr.read() if importing.stderr is not None else ""
    status = importing.wait()
    peak = memory.end()
    listed = run("applications", str(dossier), "--json")
    _print_formats(json.loads(subprocess.run(listed, env=environment, check=True, capture_output=True).stdout))
    print("\n| what became of an item | items |\n|---|---|")
    for result, count in results.most_common():
        print(f"| {result} | {count} |")
    for reason, count in reasons.most_common():
        print(f"| {reason.replace('|', '/')} | {count} |")
    checked = subprocess.run(run("check", str(dossier)), env=environment, check=False, capture_output=True, text=True)
    took = last - started
    print(
        f"\n{sum(results.values())} items in {took:.0f} s, exit {status}, {'no' if 'Traceback' not in wrong else 'A'} "
        f"traceback; longest wait for one {longest[0]:.1f} s ({Path(longest[1]).name}); all processes together at most "
        f"{peak / 1e6:.0f} MB.\n\n`check`: {checked.stdout.strip()}\n\nLeft in the temporary folder: "
        f"{len(list(temporary.rglob('*')))} files."
    )


def _print_formats(applications: list[dict[str, object]]) -> None:
    rows: dict[str, Counter[str]] = {}
    for application in applications:
        documents = application["documents"]
        assert isinstance(documents, list)
        for document in documents:
            row = rows.setdefault(str(document["media_type"]), Counter())
            row["items"] += 1
            row["text"] += bool(document["text"])
            remark = str(document["remark"] or "")
            row[next((sort for start, sort in _SORTS.items() if remark.startswith(start)), "other")] += bool(remark)
    print("| format | items | with text | garbled | recognised | locked | damaged | another remark |")
    print("|---|---|---|---|---|---|---|---|")
    for form, row in sorted(rows.items(), key=lambda one: -one[1]["items"]):
        cells = (row[name] for name in ("items", "text", "garbled", "recognised", "locked", "damaged", "other"))
        print(f"| {form} | {' | '.join(map(str, cells))} |")


_SORTS = {
    GARBLED: "garbled",
    "The text was recognised": "recognised",
    "Only the first pages": "recognised",
    "The document is protected": "locked",
    "The document is damaged": "damaged",
    "The text cannot be read": "damaged",
}


class _Watched:
    """The memory of a process and of all that it started, sampled: what it shares counts once (PSS)."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._over = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def end(self) -> int:
        self._over.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            self._peak = max(self._peak, sum(map(_held, _family(self._pid))))


def _family(pid: int) -> list[int]:
    found = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [one for child in children.read_text().split() for one in _family(int(child))]
        except OSError:
            continue
    return found


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
