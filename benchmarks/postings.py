"""How many criteria are found in postings that somebody has counted by eye.

    python -m benchmarks.postings GOLD.json

`GOLD.json` lists under `posts` each `file` (beside it) with its `required` lines and its `assets`. Prints Markdown. By
counts: what is found beyond the count is taken to be wrong, what lacks of it to be missed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from smes_panel.intake.posting import posting_text, read_posting


def main(gold: Path) -> None:
    print("| posting | required: counted, found | assets: counted, found | precision | recall |\n|---|---|---|---|---|")
    right = found = counted = 0
    for post in json.loads(gold.read_text(encoding="utf-8"))["posts"]:
        profile = read_posting(posting_text(gold.parent / post["file"])).profile
        here = (sum(not line.asset for line in profile), sum(line.asset for line in profile))
        there = (int(post["required"]), int(post["assets"]))
        agreed = sum(map(min, here, there))
        print(
            f"| {Path(post['file']).name} | {there[0]}, {here[0]} | {there[1]}, {here[1]} | "
            f"{agreed / max(sum(here), 1):.0%} | {agreed / sum(there):.0%} |"
        )
        right, found, counted = right + agreed, found + sum(here), counted + sum(there)
    print(
        f"| all | | | {right / max(found, 1):.1%} ({right} of {found}) | {right / counted:.1%} ({right} of {counted}) |"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
