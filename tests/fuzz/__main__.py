"""Fuzzes the readers of what comes from outside for as long as one likes.

    python -m tests.fuzz --seconds 600 [--only message,pdf] [--seed 7] [--keep FOLDER]

Each reader in turn gets spoilt documents for its share of the time. An input that raises, or that takes longer than
`SLOW`, is kept in the folder under its reader's name and its hash; one that holds something new should become a test.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
import traceback
from pathlib import Path
from random import Random

from tests.conftest import SHARED
from tests.fuzz.mutation import spoilt
from tests.fuzz.targets import TARGETS, end, real

SLOW = 5.0


def main() -> int:
    """One line a reader; 1 where something was found."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz")
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--only", default=",".join(TARGETS))
    asked.add_argument("--seed", type=int, default=int(time.time()))
    asked.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    said = asked.parse_args()
    names = said.only.split(",")
    found = 0
    print(f"seed {said.seed}", flush=True)
    for name in names:
        found += fuzzed(name, said.seconds / len(names), Random(f"{said.seed} {name}"), said.keep)
    end()
    return 1 if found else 0


def fuzzed(name: str, seconds: float, chance: Random, keep: Path) -> int:
    """How many inputs of one reader raised or were slow."""
    target = TARGETS[name]
    sources = [*target.seeds(), *real(name, SHARED)]
    found = count = 0
    slowest = 0.0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        raw = spoilt(chance.choice(sources), sources, chance)
        began = time.monotonic()
        trouble = ""
        try:
            target.read(raw)
        except Exception:  # noqa: BLE001 - this is what is looked for
            trouble = traceback.format_exc()
        took = time.monotonic() - began
        count, slowest = count + 1, max(slowest, took)
        if trouble or took > SLOW:
            found += 1
            kept = keep / name / hashlib.sha256(raw).hexdigest()[:16]
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(raw)
            print(f"{name}: {kept.name} took {took:.1f} s\n{trouble}", file=sys.stderr, flush=True)
    print(
        f"{name:9} {count:8} inputs from {len(sources):4} documents, {found} found, slowest {slowest:.2f} s", flush=True
    )
    return found


if __name__ == "__main__":
    raise SystemExit(main())
