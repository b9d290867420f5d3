"""Which messages a mail names: `Message-ID`, `In-Reply-To` and `References` as real and hostile mail writes them."""

from __future__ import annotations

import pytest

from smes_panel.intake.headers import identifiers
from smes_panel.intake.letter import read_letter


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<one@example.org>", ("one@example.org",)),
        ("  < one@example.org >\r\n\t<two@example.org>", ("one@example.org", "two@example.org")),
        ("<one@example.org><one@example.org>", ("one@example.org",)),
        ("one@example.org two@example.org", ("one@example.org", "two@example.org")),
        ("Your mail of Monday <one@example.org>", ("one@example.org",)),
        ("Your mail of Monday", ()),
        ("<one@example.org", ("one@example.org",)),
        ("<>", ()),
        ("", ()),
    ],
)
def test_identifiers_are_read_with_and_without_brackets_and_spaces(value: str, expected: tuple[str, ...]) -> None:
    assert identifiers([value]) == expected


def test_of_a_megabyte_of_references_few_are_kept_the_first_and_the_last_among_them() -> None:
    named = identifiers([" ".join(f"<{each}@example.org>" for each in range(60_000))])
    assert len(named) == 40
    assert (named[0], named[-1]) == ("0@example.org", "59999@example.org")


def test_a_mail_at_the_end_of_a_very_long_thread_answers_the_last_and_the_first() -> None:
    thread = " ".join(f"<{each}@example.org>" for each in range(5_000))
    raw = f"From: a@example.org\r\nReferences: {thread}\r\n\r\nla lettre".encode()
    answers = read_letter(raw, 0).answers
    assert (answers[0], answers[-1]) == ("0@example.org", "4999@example.org")


def test_an_identifier_of_a_megabyte_is_none() -> None:
    assert identifiers([f"<{'a' * 1_000_000}@example.org>"]) == ()
