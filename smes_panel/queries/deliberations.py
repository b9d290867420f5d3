"""Questions about how the panel deliberates: its meetings, its members' positions, offers and the reserve."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from smes_panel.model.decision import OfferAnswer, Outcome, Position
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Meeting, Offer, Signer, Stance
from smes_panel.queries.correspondence import Letters


class Deliberations(Letters):
    """What was said and settled around the outcomes."""

    def meetings(self, stage: Stage | None = None) -> tuple[Meeting, ...]:
        """The days on which the panel met, of one stage or of all, in their order."""
        names = {one.id: one.name for one in self.panel()}
        present: dict[str, dict[str, bool]] = {}
        for row in self._all("SELECT * FROM attendance"):
            if row["member"] in names and row["present"]:
                present.setdefault(row["meeting"], {})[names[row["member"]]] = row["present"] == "yes"
        found = [
            Meeting(row["id"], Stage(row["stage"]), date.fromisoformat(row["day"]), present.get(row["id"], {}))
            for row in self._all("SELECT * FROM meeting")
            if row["stage"] in set(Stage) and (stage is None or row["stage"] == stage.value)
        ]
        return tuple(sorted(found, key=lambda one: (one.day, one.id)))

    def stances(self, application: str, stage: Stage) -> tuple[Stance, ...]:
        """Where the members stand on the outcome of the application with this id, by member's number."""
        rows = {
            row["member"]: row
            for row in self._all("SELECT * FROM stance WHERE application = ? AND stage = ?", application, stage.value)
        }
        return tuple(
            Stance(one.name, Position(rows[one.id]["position"]), rows[one.id]["text"] or "")
            for one in self.panel()
            if one.id in rows
        )

    def stepped_out(self, application: str, stage: Stage) -> tuple[str, ...]:
        """The members (names) who left the room while the application with this id was talked of."""
        away = {
            member
            for (member,) in self._tuples(
                "SELECT member FROM stepped_out WHERE application = ? AND stage = ?", application, stage.value
            )
        }
        return tuple(one.name for one in self.panel() if one.id in away)

    def promotions(self) -> Mapping[str, str]:
        """The people of the reserve (by id) to whom the seat is offered after all, with the reason."""
        keys = self.keys()
        return {
            one: reason or ""
            for one, reason in self._tuples("SELECT application, reason FROM promotion")
            if one in keys
        }

    def offers(self) -> Mapping[str, Offer]:
        """What people (by id) answered to the offer, or how it ended; who left the reserve is there too."""
        keys = self.keys()
        return {
            row["application"]: Offer(
                OfferAnswer(row["answer"]), date.fromisoformat(row["day"]) if row["day"] else None, row["note"] or ""
            )
            for row in self._all("SELECT * FROM offer")
            if row["application"] in keys and row["answer"]
        }

    def seated(self) -> tuple[str, ...]:
        """Who the seat is offered to, or was: the person selected, then each promoted since; their ids."""
        return (*self.with_outcome(Stage.INTERVIEW, Outcome.SELECTED), *self.promotions())

    def live_offer(self) -> str | None:
        """The id of the one person whose offer neither was declined nor lapsed."""
        ended = {one for one, offer in self.offers().items() if offer.answer is not OfferAnswer.ACCEPTED}
        return next((one for one in self.seated() if one not in ended), None)

    def next_of_reserve(self) -> str | None:
        """The id of the first of the reserve by rank, then number, who was not promoted and has not left."""
        gone, promoted = self.offers(), self.promotions()
        waiting = [
            (decided.rank or len(self.keys()) + 1, decided.application, one)
            for (one, stage), decided in self.decisions().items()
            if stage is Stage.INTERVIEW
            and decided.outcome is Outcome.RESERVE
            and one not in gone
            and one not in promoted
        ]
        return min(waiting)[2] if waiting else None

    def signers(self) -> tuple[Signer, ...]:
        """The cards of those who sign, the one in force last."""
        rows = self._all("SELECT * FROM signer ORDER BY at, id")
        return tuple(Signer(row["id"], row["name"], row["card"], datetime.fromisoformat(row["at"])) for row in rows)
