"""Questions about letters: how far each is, and how it left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from smes_panel.model.decision import LetterKind, LetterState, SendingHow, SendingState
from smes_panel.queries.answers import LetterLife, Sending
from smes_panel.queries.decisions import Decisions
from smes_panel.queries.rows import Row

_GONE = {SendingState.SENT: LetterState.SENT, SendingState.PRINTED: LetterState.PRINTED}
_OPEN = frozenset({SendingState.BEGUN, SendingState.UNKNOWN, SendingState.FAILED, SendingState.DRAFTED})


class Letters(Decisions):
    """The lives of the letters. A letter without a row is a draft that anybody may still change."""

    def letter(self, application: str, kind: LetterKind) -> LetterLife:
        """How far the letter of this kind to the application with this id is."""
        found = self.letters(application=application, kind=kind)
        alone = LetterLife(self.keys()[application], kind, LetterState.DRAFT, None, "")
        return found.get((application, kind), alone)

    def letters(
        self, *, application: str | None = None, kind: LetterKind | None = None
    ) -> Mapping[tuple[str, LetterKind], LetterLife]:
        """How far the letters are that somebody has marked ready, by application id and kind."""
        keys = self.keys()
        wanted = ("(? IS NULL OR application = ?)", "(? IS NULL OR kind = ?)")
        values = (application, application, kind.value if kind else None, kind.value if kind else None)
        where = " AND ".join(wanted)
        sendings: dict[tuple[str, str], list[Sending]] = {}
        for row in self._all(f"SELECT * FROM sending WHERE {where} ORDER BY at, id", *values):  # noqa: S608
            sendings.setdefault((row["application"], row["kind"]), []).append(_sending(row))
        return {
            (row["application"], LetterKind(row["kind"])): _life(
                keys[row["application"]], row, tuple(sendings.get((row["application"], row["kind"]), ()))
            )
            for row in self._all(f"SELECT * FROM letter WHERE {where} ORDER BY application, kind", *values)  # noqa: S608
            if row["application"] in keys and row["state"]
        }

    def left(self, application: str) -> frozenset[LetterKind]:
        """The kinds of letter that left for the application with this id, or may have: a draft in the mailbox and an
        attempt with no known end are among them.
        """
        return frozenset(
            kind
            for (_, kind), life in self.letters(application=application).items()
            if life.state in _GONE.values() or any(one.state in _OPEN - {SendingState.FAILED} for one in life.sendings)
        )


def _life(key: str, row: Row, sendings: tuple[Sending, ...]) -> LetterLife:
    gone = [_GONE[one.state] for one in sendings if one.state in _GONE]
    state = LetterState.SENT if LetterState.SENT in gone else gone[0] if gone else LetterState(row["state"])
    dated = date.fromisoformat(row["dated"]) if row["dated"] else None
    return LetterLife(key, LetterKind(row["kind"]), state, dated, row["digest"] or "", sendings)


def _sending(row: Row) -> Sending:
    return Sending(
        row["id"],
        SendingHow(row["how"]),
        SendingState(row["state"]),
        datetime.fromisoformat(row["at"]),
        *(row[name] or "" for name in ("recipient", "by", "message_id", "sha256", "proof", "error")),
    )
