"""How many criteria are found in postings whose profiles somebody has read by eye, line by line.

    python -m benchmarks.postings FOLDER

`FOLDER` holds the postings named in `postings_gold.json`, where each line of a profile is the beginning of the SHA-256
of its letters and figures: enough to know it again, and nothing of it is quoted. Prints Markdown. A line is right when
its words are the posting's from end to end and it is essential or an asset as there; a wrong line and a missed one are
two errors.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

from smes_panel.intake.posting import posting_text, read_posting

GOLD = Path(__file__).with_name("postings_gold.json")
Line = tuple[str, bool]
"""A line by its sign, and whether it is an asset."""


def signed(wording: str) -> str:
    """What a line is known by."""
    return sha256("".join(sign for sign in wording.casefold() if sign.isalnum()).encode()).hexdigest()[:16]


def told_apart(found: Counter[Line], there: Counter[Line]) -> tuple[int, int, int]:
    """How many lines are right, how many are wrong and how many are missed."""
    right = (found & there).total()
    return right, found.total() - right, there.total() - right


def main(folder: Path) -> None:
    print("| posting | lines | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|---|")
    sums = [0, 0, 0]
    for name, post in json.loads(GOLD.read_text(encoding="utf-8"))["posts"].items():
        there = Counter([(one, False) for one in post["required"]] + [(one, True) for one in post["assets"]])
        profile = read_posting(posting_text(folder / name)).profile
        told = told_apart(Counter((signed(line.wording), line.asset) for line in profile), there)
        sums = [a + b for a, b in zip(sums, told, strict=True)]
        print(_row(Path(name).name, told))
    print(_row("all", (sums[0], sums[1], sums[2])))


def _row(name: str, told: tuple[int, int, int]) -> str:
    right, wrong, missed = told
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    return f"| {name} | {right + missed} | {right} | {wrong} | {missed} | {precision:.1%} | {recall:.1%} |"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
