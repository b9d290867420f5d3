"""The four words: the same for ever, in every language, however they are typed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from smes_panel.signing import words
from smes_panel.signing.container import digest

codes = st.binary(max_size=8).map(digest)


def test_the_words_of_a_code_are_those_they_have_always_been() -> None:
    code = digest(b"a code")
    assert words.of_code(code) == ("sonde", "vertu", "revivre", "ossature")
    assert words.of_card(code) == ("nomade", "garantir", "stupeur", "incident")


def test_the_list_is_the_french_one_of_bip39_and_cannot_change_unseen() -> None:
    known = words._list()
    assert len(known) == len(set(known)) == 2048
    assert hashlib.sha256("\n".join(known).encode()).hexdigest() == (
        "a987d13c85916835e44001998f43aa71e1be667bd16fa868823ed7adbaf630ef"
    )


def test_no_two_words_of_the_list_are_the_same_without_their_accents() -> None:
    assert len({tuple(words._plain(one)) for one in words._list()}) == 2048


@settings(max_examples=5)
@given(codes)
def test_words_are_stable_and_of_the_list(code: str) -> None:
    first = words.of_code(code)
    words._words.cache_clear()
    assert words.of_code(code) == first
    assert len(first) == words.COUNT
    assert set(first) <= set(words._list())


@settings(max_examples=5)
@given(codes)
def test_a_code_and_a_card_with_the_same_digest_have_other_words(code: str) -> None:
    assert words.of_code(code) != words.of_card(code)


@given(st.lists(st.sampled_from(words._list()), min_size=4, max_size=4).map(tuple), st.sampled_from(" -,;/\n\t"))
def test_words_are_compared_without_accents_case_or_what_stands_between(shown: tuple[str, ...], between: str) -> None:
    bare = "".join(one for one in unicodedata.normalize("NFD", between.join(shown)) if not unicodedata.combining(one))
    assert words.same(shown, bare.upper())
    assert words.same(shown, f"  {unicodedata.normalize('NFD', between.join(shown))} ")
    assert not words.same(shown, between.join(shown[1:]))
    assert not words.same(shown, f"{bare} {shown[0]}")


@given(st.permutations(["domaine", "cantine", "phrase", "prince"]))
def test_words_in_another_order_are_others(mixed: list[str]) -> None:
    shown = ("domaine", "cantine", "phrase", "prince")
    assert words.same(shown, " ".join(mixed)) == (tuple(mixed) == shown)


def test_the_list_is_not_read_before_it_is_needed() -> None:
    asked = "import sys; import smes_panel.signing.words; print('mnemonic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
