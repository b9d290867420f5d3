"""What stands in place of the list while it shows nothing, and the way on."""

from __future__ import annotations

from collections.abc import Callable

from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.wording import Tongue
from ui.wording import applications as w
from ui.wording import importing as i

Act = Callable[[], object]


def nothing_found(tongue: Tongue, words: str, total: int, clear: Act, *, comments: bool) -> Empty:
    """None of so many applications has these words; `comments` is where one's own were searched too."""
    button = Button(tongue(w.CLEAR_SEARCH), picture="x")
    button.clicked.connect(clear)
    sentence = tongue.counted(w.SEARCHED_TOO if comments else w.SEARCHED, total)
    return Empty("search", tongue(w.NOTHING_FOR, words=words), sentence, (button,))


def nothing_here(tongue: Tongue) -> Empty:
    """No application is as the filter asks."""
    return Empty("inbox", tongue(w.NOTHING_HERE), "")


def nothing_yet(tongue: Tongue, address: str | None, choose: Act, by_hand: Act) -> Empty:
    """Nothing has come in; `address` is where the posting has people write."""
    files = Button(tongue(i.CHOOSE_MAILS), "primary", picture="upload")
    files.clicked.connect(choose)
    hand = Button(tongue(i.BY_HAND))
    hand.clicked.connect(by_hand)
    sentence = tongue(w.EMPTY_SENTENCE, address=address) if address else tongue(w.EMPTY_SENTENCE_PLAIN)
    return Empty("inbox", tongue(w.EMPTY_TITLE), sentence, (files, hand))
