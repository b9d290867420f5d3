"""The guides of the window: their pictures are there and small, and the words they name are those of the window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
WORDING = GUIDE.parents[1] / "ui" / "wording"
HEAVIEST = 150_000
LANGUAGES = ("fr", "nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_of_a_guide_is_there_and_small(language: str) -> None:
    shown = re.findall(r"!\[[^\]]+\]\((pictures/[^)]+)\)", (GUIDE / f"window-{language}.md").read_text("utf-8"))
    assert len(shown) == 6
    assert [one for one in shown if not 0 < (GUIDE / one).stat().st_size < HEAVIEST] == []
    assert {one.rsplit("-", 1)[1] for one in shown} == {f"{language}.png"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_button_that_a_guide_names_is_one_of_the_window(language: str) -> None:
    named = re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", (GUIDE / f"window-{language}.md").read_text("utf-8"))
    said = "".join(file.read_text("utf-8") for file in sorted(WORDING.glob("*.py")))
    assert len(named) >= 4
    assert [one for one in named if " ".join(one.split()) not in said] == []
