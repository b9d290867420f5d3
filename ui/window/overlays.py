"""The two cards over the window: all keys (F1), and anything by its name (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from smes_panel.model.words import searchable
from ui.pages import PAGES
from ui.theme import look
from ui.widgets.finder import Finder, Goal
from ui.widgets.keysheet import Group, KeySearch, KeySheet
from ui.widgets.overlay import Overlay
from ui.wording import frame as w

if TYPE_CHECKING:
    from ui.session import Session
    from ui.window.shell import Window

MOST = 40


class Overlays:
    """At most one card at a time. The same key puts it away again."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._shown: Overlay | None = None
        self.keys: KeySheet | None = None
        self.finder: Finder | None = None
        self._search: KeySearch | None = None
        self._acts: dict[str, Callable[[], object]] = {}

    def close(self) -> None:
        """Put away what is shown; the focus goes back."""
        shown, self._shown = self._shown, None
        self.keys = self.finder = self._search = None
        if shown is not None and isValid(shown):
            shown.hide()
            shown.go_back()
            shown.deleteLater()

    def seek(self) -> bool:
        """Go to the search of what is shown; False where nothing is."""
        field = self._search or (self.finder.field if self.finder is not None else None)
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
        return True

    def _show(self, title: str, under: str, picture: str, share: float) -> Overlay:
        window = self._window
        shown = self._shown = Overlay(window.central, title, under, window.tongue(w.CLOSE), picture, share)
        shown.left.connect(self.close)
        return shown

    # All keys

    def show_keys(self) -> None:
        """Every key that works now: those of this page, then those of every page."""
        again = self.keys is not None
        self.close()
        if again:
            return
        tongue = self._window.tongue
        name = self._window.page_words()
        shown = self._show(tongue(w.ALL_KEYS), tongue(w.KEYS_OF, page=name), "keyboard", 0.78)
        self._search = KeySearch(tongue(w.SEEK_KEY), tongue(w.SEEK_KEY), "Ctrl F")
        self._search.setFixedWidth(shown.card.width() // 4)
        shown.put_before_close(self._search)
        self.keys = KeySheet(self._groups(name), tongue(w.ALL_KEYS), tongue(w.NO_SUCH_KEY))
        self._search.sought.connect(self.keys.seek)
        self._search.gave_up.connect(self.close)
        shown.column.addWidget(self.keys)
        room = shown.card.maximumHeight() - look().px(62)
        self.keys.setFixedHeight(min(self.keys.height_at(shown.card.width() - look().px(14)), room))
        shown.show()
        # Only what has been laid out says how high its lines came out.
        self.keys.setFixedHeight(min(self.keys.height() + self.keys.lacks(), room))
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _groups(self, name: str) -> tuple[Group, ...]:
        tongue, window = self._window.tongue, self._window
        # A page whose keys are more than the status bar can show says all of them, in groups of its own.
        own = tuple(Group(title, keys) for title, keys in getattr(window.page, "all_keys", ()))
        if not own:
            known = {key for key, _does in w.EVERYWHERE}
            own = (Group(tongue(w.THIS_PAGE, page=name), tuple(k for k in window.page_keys() if k[0] not in known)),)
        digits = sorted([1, *(page.digit for page in PAGES)])
        names = {1: w.HOME, **{page.digit: page.words for page in PAGES}}
        go = Group(tongue(w.GO), tuple((f"Ctrl {digit}", tongue(names[digit])) for digit in digits))
        everywhere = tuple((key, tongue(does)) for key, does in w.EVERYWHERE)
        belgian = (("& é \" '", tongue(w.BELGIAN)),)
        return (
            *own,
            go,
            Group(tongue(w.EVERYWHERE_TITLE), (*everywhere, (tongue(w.ESCAPE), tongue(w.TO_CLOSE)))),
            Group(tongue(w.BELGIAN_TITLE), belgian),
        )

    # Anything by its name

    def show_places(self) -> None:
        """Go to a page, an application, a criterion or an action by name."""
        again = self.finder is not None
        self.close()
        if again:
            return
        tongue = self._window.tongue
        shown = self._show(tongue(w.GO_TO), "", "search", 0.46)
        finder = self.finder = Finder(tongue(w.GO_HINT), tongue(w.GO_TO), tongue(w.NOTHING_SO_CALLED), self._goals)
        finder.chosen.connect(self._chosen)
        finder.gave_up.connect(self.close)
        shown.column.addWidget(finder)
        shown.show()
        finder.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, code: str) -> None:
        act = self._acts[code]
        self.close()
        act()

    def _goals(self, words: str) -> dict[str, Goal]:
        """What the words may mean: pages and actions, criteria, applications; those that begin so come first."""
        sought = searchable(words).split()
        self._acts, found = {}, list[tuple[int, str, Goal]]()
        for code, goal, act in self._all(words):
            said = searchable(f"{goal.name} {goal.key}")
            if all(one in said for one in sought):
                first = 0 if not sought or any(part.startswith(sought[0]) for part in said.split()) else 1
                found.append((first, code, goal))
                self._acts[code] = act
        found.sort(key=lambda one: one[0])
        return {code: goal for _first, code, goal in found[:MOST]}

    def _all(self, words: str) -> list[tuple[str, Goal, Callable[[], object]]]:
        window, tongue = self._window, self._window.tongue
        page, action = tongue(w.SORT_PAGE), tongue(w.SORT_ACTION)
        goals: list[tuple[str, Goal, Callable[[], object]]] = [
            ("page home", Goal(tongue(w.HOME), page, "Ctrl 1"), partial(window.go, "home"))
        ]
        if window.session is None:
            return goals
        for entry in PAGES:
            goal = Goal(tongue(entry.words), page, f"Ctrl {entry.digit}")
            goals.append((f"page {entry.name}", goal, partial(window.go, entry.name)))
        goals += [
            ("act lock", Goal(tongue(w.LOCK), action, "Ctrl L"), window.lock),
            ("act window", Goal(tongue(w.SECOND_WINDOW), action, "Ctrl N"), window.double),
            ("act keys", Goal(tongue(w.ALL_KEYS), action, "F1"), self.show_keys),
        ]
        if any(member.role.rates for member in window.session.read.panel()):
            goals.append(("act member", Goal(tongue(w.CHANGE_MEMBER), action), window.choose_member))
        return [*goals, *self._of_the_dossier(window.session, words)]

    def _of_the_dossier(self, session: Session, words: str) -> list[tuple[str, Goal, Callable[[], object]]]:
        window, tongue = self._window, self._window.tongue
        goals: list[tuple[str, Goal, Callable[[], object]]] = []
        if not words.strip():
            return goals
        for one in session.read.criteria():
            label = one.label.said(tongue.language) or one.wording
            goal = Goal(f"C{one.number} {label}", tongue(w.SORT_CRITERION))
            goals.append((f"criterion {one.code}", goal, partial(window.reach, "criterion", one.code)))
        for key in session.read.listing().keys:
            line = session.read.line(key)
            goal = Goal(f"{key} {line.name if line is not None else ''}".strip(), tongue(w.SORT_APPLICATION))
            goals.append((f"application {key}", goal, partial(window.reach, "application", key)))
        return goals
