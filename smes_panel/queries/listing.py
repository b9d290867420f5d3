"""The list of applications as it is searched, filtered and sorted: light, since it is asked at every keystroke."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from smes_panel.model.application import DocumentKind, Standing, Timeliness, key_of, standing, timeliness
from smes_panel.model.panel import Member
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language, searchable
from smes_panel.queries.answers import Line, Listing
from smes_panel.queries.decisions import Decisions
from smes_panel.queries.persons import doubt
from smes_panel.queries.rows import instant

FILTERS = ("all", "incomplete", "duplicates", "late", "dutch", "to_read")
"""What a list can be narrowed to, by name."""

ORDERS = ("number", "name", "received", "language", "state", "own")
"""What a list can be sorted by, by name."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_OPEN = ("",)
_UNREAD = ("to_read", "begun")
_CV, _LETTER = DocumentKind.CV.value, DocumentKind.LETTER.value
_MISSING = {
    (True, True): (),
    (False, True): (_CV,),
    (True, False): (_LETTER,),
    (False, False): (_CV, _LETTER),
}
_OUT = (Standing.MERGED, Standing.WITHDRAWN, Standing.INADMISSIBLE)
_STANDINGS = {one: place for place, one in enumerate(Standing)}
_OWN = {"to_read": 0, "begun": 1, "handed_in": 2, "": 3, "recused": 4}


@dataclass(frozen=True, slots=True)
class _Whole:
    """The whole list, kept until anything is written; the orders that were asked for are added to it."""

    lines: Mapping[str, Line]
    keys: Mapping[str, str]
    ids: Mapping[str, str]
    within: Mapping[str, frozenset[str]]
    examined: int
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Listings(Decisions):
    """What the page of applications asks while one types and scrolls."""

    def listing(
        self,
        search: str = "",
        *,
        only: str = "all",
        order: str = "number",
        rising: bool = True,
        reader: Member | None = None,
    ) -> Listing:
        """The applications that a search finds and a filter leaves; `reader` is whose own opinions are told."""
        whole = self._whole(reader)
        if order == "name" and self.reads_blind(reader):
            order = "number"
        if order not in whole.orders:
            rank = _RANKS[order]
            whole.orders[order] = tuple(sorted(whole.lines, key=lambda one: rank(whole.lines[one])))
        ordered = whole.orders[order] if rising else whole.orders[order][::-1]
        if closed := self.closed_to(reader):
            # Where they would stand says something of them, so they stand last, by number.
            aside = tuple(one for one in whole.lines if one in closed)
            ordered = (*(one for one in ordered if one not in closed), *aside)
        found, within = self.found(search, reader), whole.within
        narrowed = within if found is None else {name: found & some for name, some in within.items()}
        left = narrowed[only]
        names = whole.keys
        keys = tuple([names[one] for one in ordered if one in left])
        return Listing(keys, {name: len(some) for name, some in narrowed.items()}, len(whole.lines), whole.examined)

    def line(self, key: str, reader: Member | None = None) -> Line | None:
        """What the list shows of the application K-…, if there is one."""
        whole = self._whole(reader)
        return whole.lines.get(whole.ids.get(key, ""))

    def _whole(self, reader: Member | None) -> _Whole:
        return self._until_written(("listing", reader), lambda: self._listed(reader))

    def _listed(self, reader: Member | None) -> _Whole:
        closes_at, merged = self.vacancy().closes_at, self.merged()
        doubts = {one: doubt(alike) for one, alike in self.likenesses().items()}
        completed_late = {one for one, grown in self.grown().items() if grown.late}
        outcomes = self._outcomes()
        admitted = {one for (one,) in self._tuples("SELECT application FROM admission")}
        with_cv, with_letter = (self._with_document(kind) for kind in (DocumentKind.CV, DocumentKind.LETTER))
        own, closed, blind = self._own(reader), self.closed_to(reader), self.reads_blind(reader)
        lines: dict[str, Line] = {}
        keys: dict[str, str] = {}
        within: dict[str, set[str]] = {name: set() for name in FILTERS[1:]}
        incomplete, duplicates, late, dutch, to_read = within.values()
        examined = 0
        # Ten thousand of them go through here before the first is seen: no call that can be spared.
        for one, number, name, email, language, received in self._tuples(
            "SELECT id, number, name, email, language, received_at FROM application "
            "JOIN number ON number.application = id ORDER BY number"
        ):
            if one in closed:
                lines[one] = Line(one, number, "", "", None, None, Standing.COMPLETE, (), "recused")
                keys[one] = key_of(number)
                continue
            received_at = instant(received)
            missing = _MISSING[one in with_cv, one in with_letter]
            is_late = timeliness(received_at, closes_at) is Timeliness.LATE
            resembles = None if blind else doubts.get(one)
            stands = standing(
                merged=one in merged,
                outcome=outcomes.get(one, _OPEN)[0],
                late=is_late,
                completed_late=one in completed_late,
                admitted=one in admitted,
                resembles=resembles,
                missing=missing,
            )
            out = stands in _OUT
            progress = "" if out else own(one)
            spoken = _LANGUAGES.get(language)
            shown, address = ("", "") if blind else (name, email)
            lines[one] = Line(one, number, shown or "", address or "", spoken, received_at, stands, missing, progress)
            keys[one] = key_of(number)
            if not out:
                examined += 1
                if missing and one not in admitted:
                    incomplete.add(one)
            if resembles is not None:
                duplicates.add(one)
            if is_late or one in completed_late:
                late.add(one)
            if spoken is Language.NL:
                dutch.add(one)
            if progress in _UNREAD:
                to_read.add(one)
        ids = {key: one for one, key in keys.items()}
        narrowed = {name: frozenset(some) for name, some in within.items()}
        return _Whole(lines, keys, ids, {"all": frozenset(lines), **narrowed}, examined)

    def _with_document(self, kind: DocumentKind) -> frozenset[str]:
        return frozenset(one for (one,) in self._tuples("SELECT application FROM document WHERE kind = ?", kind.value))

    def _own(self, reader: Member | None) -> Callable[[str], str]:
        """How far the reader is with each application at the first stage, which is the one that everybody reads."""
        if reader is None or not reader.role.rates:
            return lambda _one: ""
        said = (reader.id, Stage.SCREENING.value)
        begun = {one for (one,) in self._tuples("SELECT application FROM draft WHERE member = ? AND stage = ?", *said)}
        done = {one for (one,) in self._tuples("SELECT application FROM grid WHERE member = ? AND stage = ?", *said)}
        return lambda one: "handed_in" if one in done else "begun" if one in begun else "to_read"


_LANGUAGES = {language.value: language for language in Language}
_RANKS: dict[str, Callable[[Line], Any]] = {
    "number": lambda line: line.number,
    "name": lambda line: (searchable(line.name), line.number),
    "received": lambda line: (line.received_at or _LONG_AGO, line.number),
    "language": lambda line: (line.language or "", line.number),
    "state": lambda line: (_STANDINGS[line.standing], line.number),
    "own": lambda line: (_OWN[line.own], line.number),
}
