"""Questions about applications that are, or may be, one person's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from smes_panel.model.application import Addition, DocumentKind, Grown, Standing, Timeliness, timeliness
from smes_panel.model.likeness import EXPECTED, Likeness, Relation, Trait, completes, says_whose
from smes_panel.model.words import searchable
from smes_panel.queries.rows import instant
from smes_panel.queries.vacancies import Vacancies

_NO_TRAIT = re.compile(r"[^\w@+\n]|_")
_NO_ASCII_TRAIT = {ord(sign): None for sign in map(chr, range(128)) if not (sign.isalnum() or sign in "@+\n")}
_SPELLED = (Trait.EMAIL, Trait.PHONE, Trait.NAME)
_MANY = 30
_ONE_OR_TWO = (Relation.COMPLETES, Relation.COMPLETED)


@dataclass(slots=True)
class _One:
    """What of one application, and of those merged into it, is compared."""

    number: int
    received: str | None
    names: list[str] = field(default_factory=list)
    addressed: bool = False


@dataclass(slots=True)
class _Alike:
    """What was found: each kept application by its id, what two share, and which answers which."""

    ones: dict[str, _One] = field(default_factory=dict)
    shared: dict[tuple[str, str], set[Trait]] = field(default_factory=lambda: defaultdict(set))
    answers: set[tuple[str, str]] = field(default_factory=set)

    def in_order(self, one: str, other: str) -> tuple[str, str]:
        """Two as they came: by their instants where both are known, else the answered first, else by number."""
        here, there = self.ones[one], self.ones[other]
        at, then = instant(here.received), instant(there.received)
        if at is not None and then is not None and at != then:
            return (one, other) if at < then else (other, one)
        if ((one, other) in self.answers) != ((other, one) in self.answers):
            return (other, one) if (one, other) in self.answers else (one, other)
        return (one, other) if here.number < there.number else (other, one)


class Persons(Vacancies):
    """Who is taken for one person, by a person's decision or as a proposal."""

    def merged(self) -> dict[str, str]:
        """The applications that are set aside because another of the same person is kept, each with that other, by id.

        Two laptops may each have kept the other's: the one with the smaller number is then kept.
        """
        pairs = self._all(
            "SELECT merged.application, merged.kept, number FROM merged JOIN number USING (application) "
            "JOIN application AS aside ON aside.id = merged.application "
            "JOIN application AS other ON other.id = merged.kept"
        )
        rows = {row["application"]: row for row in pairs}
        heads = {}
        for one in rows:
            path = [one]
            while (last := path[-1]) in rows and (kept := rows[last]["kept"]) not in path:
                path.append(kept)
            if path[-1] in rows:
                ring = path[path.index(rows[path[-1]]["kept"]) :]
                path.append(min(ring, key=lambda each: rows[each]["number"]))
            if path[-1] != one:
                heads[one] = path[-1]
        return heads

    def merged_into(self, application: str) -> str | None:
        """The id of the application that this one was merged into, whatever became of that one since."""
        row = self._first("SELECT kept FROM merged WHERE application = ?", application)
        return None if row is None else row["kept"]

    def merged_with(self, application: str) -> frozenset[str]:
        """The ids of all that were made one with this application, itself among them."""
        pairs = [(row["application"], row["kept"]) for row in self._all("SELECT application, kept FROM merged")]
        found, more = frozenset[str](), frozenset((application,))
        while more - found:
            found |= more
            more = frozenset(one for pair in pairs if found & set(pair) for one in pair)
        return found

    def brought_by(self, kept: str, aside: str) -> dict[str, str]:
        """The documents that one application brought to another when the two were merged: the hash of each, by id."""
        rows = self._tuples("SELECT id, sha256 FROM document WHERE application = ? AND origin = ?", kept, aside)
        return dict(rows)

    def has_too(self, kept: str, sha256: str, aside: str) -> str | None:
        """The id of another application merged into `kept`, beside `aside`, that has this document as well."""
        row = self._first(
            "SELECT merged.application FROM merged JOIN document ON document.application = merged.application "
            "WHERE kept = ? AND sha256 = ? AND merged.application != ? ORDER BY merged.application",
            kept,
            sha256,
            aside,
        )
        return None if row is None else row["application"]

    def grown(self) -> dict[str, Grown]:
        """What later mails brought to the applications that they were merged into, by id."""
        return self._until_written("grown", self._grown)

    def _grown(self) -> dict[str, Grown]:
        merged = self.merged()
        if not merged:
            return {}
        closes_at = self.vacancy().closes_at
        came: dict[str, str | None] = dict(self._tuples("SELECT id, received_at FROM application"))
        held: dict[str, dict[str, tuple[str, str | None]]] = defaultdict(dict)
        for one, kind, sha256, origin in self._tuples("SELECT application, kind, sha256, origin FROM document"):
            held[one][sha256] = (kind, origin)

        def late(one: str) -> bool:
            return timeliness(instant(came.get(one)), closes_at) is Timeliness.LATE

        found = {}
        for kept in dict.fromkeys(merged.values()):
            brought: dict[str, set[str]] = defaultdict(set)
            for sha256, (kind, _origin) in held[kept].items():
                by = kept
                # What came through several was brought by the first of them.
                while (origin := held[by].get(sha256, ("", None))[1]) is not None:
                    by = origin
                if kind in EXPECTED:
                    brought[by].add(kind)
            in_time = {kind for one, kinds in brought.items() if not late(one) for kind in kinds}
            additions = [
                Addition(one, at := instant(came[one]), timeliness(at, closes_at), tuple(sorted(brought[one])))
                for one, head in merged.items()
                if head == kept
            ]
            only_late = () if late(kept) else sorted(set().union(*brought.values()) - in_time)
            found[kept] = Grown(tuple(additions), tuple(only_late))
        return found

    # Proposals

    def resembling(self) -> dict[str, tuple[str, ...]]:
        """For each application, by id, those that may be the same person's and that nobody has settled yet."""
        return {one: tuple(like.with_ for like in alike) for one, alike in self.likenesses().items()}

    def likenesses(self) -> dict[str, tuple[Likeness, ...]]:
        """The same with what they share (address, telephone number or name, however they are spelled; a document; mails
        that name one another) and whether the one completes the other.
        """
        return self._until_written("likenesses", self._likenesses)

    def relation(self, one: str, other: str) -> Relation | None:
        """What the other is to the one, of two applications by id; `None` where they share nothing."""
        found = self._likenesses(self.merged_with(one) | self.merged_with(other))
        return next((like.relation for like in found.get(one, ()) if like.with_ == other), None)

    def in_order(self, one: str, other: str) -> tuple[str, str]:
        """Two applications (by id) as they came: by their instants where both are known, else by what they answer, else
        by their numbers.
        """
        return self._alike(frozenset((one, other)), {}).in_order(one, other)

    def completions(self) -> tuple[tuple[str, str], ...]:
        """What can be joined in one gesture: pairs of ids, an application with one that completes it.

        Left to a person are mails of two addresses, and what could complete more than one application.
        """
        alike = self.likenesses()
        pairs = {
            one: [like.with_ for like in likes if like.relation in _ONE_OR_TWO and not like.stranger]
            for one, likes in alike.items()
        }
        later = {
            one
            for one, likes in alike.items()
            if any(like.relation is Relation.COMPLETES and not like.stranger for like in likes)
        }
        found: list[tuple[str, str]] = []
        seen: set[str] = set()
        for one in pairs:
            together = [] if one in seen else [one]
            for each in together:
                together += [other for other in pairs[each] if other not in together]
            seen.update(together)
            firsts = [each for each in together if each not in later]
            if len(firsts) == 1 and len(together) > 1:
                known = self._alike(frozenset(together), self.merged())
                others = [each for each in together if each != firsts[0]]
                if all(known.in_order(firsts[0], other)[0] == firsts[0] for other in others):
                    found += [(firsts[0], other) for other in others]
        return tuple(found)

    def _likenesses(self, wanted: frozenset[str] | None = None) -> dict[str, tuple[Likeness, ...]]:
        merged = self.merged()
        alike = self._alike(wanted, merged)
        apart = {
            frozenset((merged.get(one, one), merged.get(other, other)))
            for one, other in self._tuples("SELECT application, other FROM kept_apart")
        }
        kinds: dict[str, frozenset[str]] = {}

        def has(one: str) -> frozenset[str]:
            if one not in kinds:
                rows = self._tuples("SELECT kind FROM document WHERE application = ?", one)
                kinds[one] = frozenset(kind for (kind,) in rows)
            return kinds[one]

        found: dict[str, list[Likeness]] = defaultdict(list)
        for (one, other), shared in alike.shared.items():
            if frozenset((one, other)) in apart:
                continue
            first, second = alike.in_order(one, other)
            answers = bool({(one, other), (other, one)} & alike.answers)
            if answers:
                shared.add(Trait.ANSWER)
            here, there = alike.ones[one], alike.ones[other]
            whole = Trait.MESSAGE not in shared and (
                answers
                or (
                    Trait.EMAIL in shared
                    and says_whose("", {here.names[0], there.names[0]})
                    and completes(has(first), has(second))
                )
            )
            stranger = (
                bool(shared & {Trait.ANSWER, Trait.MESSAGE})
                and Trait.EMAIL not in shared
                and here.addressed
                and there.addressed
            )
            traits = tuple(trait for trait in Trait if trait in shared)
            for this, that in ((first, second), (second, first)):
                relation = Relation.COMPLETED if this == first else Relation.COMPLETES
                found[this].append(Likeness(that, traits, relation if whole else Relation.DOUBLE, stranger))
        order = sorted(found, key=lambda one: alike.ones[one].number)
        return {one: tuple(sorted(found[one], key=lambda like: alike.ones[like.with_].number)) for one in order}

    def _alike(self, wanted: frozenset[str] | None, merged: Mapping[str, str]) -> _Alike:
        """What the applications share, of all or of those wanted; what was merged speaks for what took it in."""
        only, given = _among("id", wanted)
        rows = self._tuples(
            "SELECT id, number, received_at, email, phone, name, messages, answers FROM application "  # noqa: S608
            f"JOIN number ON number.application = id WHERE {only} ORDER BY number",
            *given,
        )
        found = _Alike()
        heads = [merged.get(row[0], row[0]) for row in rows]
        for row in rows:
            if row[0] not in merged:
                found.ones[row[0]] = _One(row[1], row[2], [row[5] or ""])
        for row, head in zip(rows, heads, strict=True):
            if head in found.ones:
                found.ones[head].addressed |= bool(row[3])
                if row[0] != head:
                    found.ones[head].names.append(row[5] or "")
        for place, trait in enumerate(_SPELLED, 3):
            _shared(found, trait, zip(_spelled(row[place] for row in rows), heads, strict=True))
        _shared(
            found, Trait.MESSAGE, ((one, head) for row, head in zip(rows, heads, strict=True) for one in _ids(row[6]))
        )
        mails: dict[str, list[str]] = defaultdict(list)
        for row, head in zip(rows, heads, strict=True):
            for one in _ids(row[6]):
                mails[one].append(head)
        for row, head in zip(rows, heads, strict=True):
            for one in _ids(row[7]):
                for answered in mails.get(one, ()):
                    if answered != head and head in found.ones and answered in found.ones:
                        found.answers.add((head, answered))
                        found.shared[min(head, answered), max(head, answered)].add(Trait.ANSWER)
        self._same_documents(found, wanted, merged)
        return found

    def _same_documents(self, found: _Alike, wanted: frozenset[str] | None, merged: Mapping[str, str]) -> None:
        only, given = _among("application", wanted)
        for column in ("sha256", "same_text"):
            rows = self._tuples(
                f"SELECT {column}, application, kind FROM document WHERE {column} IN (SELECT {column} FROM document "  # noqa: S608 - names of our own
                f"WHERE {column} != '' GROUP BY {column} HAVING count(*) > 1) AND size > 0 AND {only}",
                *given,
            )
            holders: dict[str, dict[str, str]] = defaultdict(dict)
            for mark, one, kind in rows:
                head = merged.get(one, one)
                if head in found.ones and kind != DocumentKind.MESSAGE.value:
                    holders[mark][head] = min(kind, holders[mark].get(head, kind))
            for mark, kinds in holders.items():
                names = {name for one in kinds for name in found.ones[one].names}
                if len(kinds) > 1 and says_whose(max(kinds.values()), names):
                    _shared(found, Trait.DOCUMENT, ((mark, one) for one in kinds))


def doubt(likes: Sequence[Likeness]) -> Standing | None:
    """What is to be settled where an application may be the same person's as others: nothing, where there are none."""
    if not likes:
        return None
    return Standing.COMPLETION if all(like.relation in _ONE_OR_TWO for like in likes) else Standing.DUPLICATE


def _among(column: str, wanted: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    if wanted is None:
        return "true", ()
    return f"{column} IN ({', '.join('?' * len(wanted))})", tuple(wanted)


def _ids(text: str | None) -> list[str]:
    return (text or "").split()


def _shared(found: _Alike, trait: Trait, held: Iterable[tuple[str, str]]) -> None:
    """Notes a trait between all that bear the same mark; where they are very many, between the first and each other."""
    alike: dict[str, dict[str, None]] = {}
    for mark, one in held:
        if mark and one in found.ones:
            alike.setdefault(mark, {})[one] = None
    for same in alike.values():
        if len(same) > 1:
            first, *others = sorted(same)
            pairs = combinations((first, *others), 2) if len(same) <= _MANY else ((first, other) for other in others)
            for pair in pairs:
                found.shared[pair].add(trait)


def _spelled(texts: Iterable[str | None]) -> list[str]:
    """What of each name, address or number tells people apart, however it is spelled; all of them in one go."""
    lines = [(text or "").replace("\n", " ") for text in texts]
    plain = searchable("\n".join(lines)).translate(_NO_ASCII_TRAIT)
    traits = (plain if plain.isascii() else _NO_TRAIT.sub("", plain)).split("\n")
    return traits if lines else []
