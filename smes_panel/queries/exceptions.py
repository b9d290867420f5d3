"""Questions about those who are treated differently, and the others in the same situation."""

from __future__ import annotations

from smes_panel.model.application import ExceptionKind, ExceptionMade, Standing
from smes_panel.queries.answers import Application
from smes_panel.queries.searching import Searches


class Exceptions(Searches):
    """The ledger, as the applications stand now."""

    def exceptions(self) -> tuple[ExceptionMade, ...]:
        """Who is examined though late or incomplete, by number, and who in the same situation is not.

        Who withdrew, or was merged into another, is in no situation any more; who was set aside as inadmissible is.
        """
        rows = self._tuples("SELECT application, kind, answer FROM exception")
        answers = {(one, kind): answer or "" for one, kind, answer in rows}
        every = [one for one in self.applications() if not one.merged_into and one.standing is not Standing.WITHDRAWN]
        found: list[ExceptionMade] = []
        for one in every:
            for kind in ExceptionKind:
                if one.admitted and _is_in(one, kind):
                    others = tuple(other.key for other in every if _is_in(other, kind) and not other.admitted)
                    answer = answers.get((one.id, kind.value), "")
                    found.append(ExceptionMade(one.key, kind, one.admitted, others, answer))
        return tuple(found)


def _is_in(one: Application, kind: ExceptionKind) -> bool:
    return one.late if kind is ExceptionKind.LATE else bool(one.missing)
