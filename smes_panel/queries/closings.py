"""Questions about what the panel closes: the facts that a code stands for, what moved since, what is lacking."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from smes_panel.errors import FileDamaged
from smes_panel.model.application import Timeliness, key_of
from smes_panel.model.change import canonical
from smes_panel.model.closing import (
    Act,
    Closing,
    Difference,
    Fact,
    Lack,
    Lacking,
    Reopening,
    Sealed,
    Signature,
    SignedHow,
    Verdict,
    differences,
    person_differences,
    person_facts,
    person_hash,
    person_text,
)
from smes_panel.model.closing import read as read_facts
from smes_panel.model.decision import NEEDS_REASON, Outcome
from smes_panel.model.settlement import BRUSSELS, SHORTLIST_SIGNER
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Application
from smes_panel.queries.deliberations import Deliberations
from smes_panel.queries.exceptions import Exceptions
from smes_panel.queries.revisions import Revisions
from smes_panel.queries.rows import Row


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a table about applications, by application id."""

    by: Mapping[str, list[Row]]

    def of(self, application: str) -> list[Row]:
        return self.by.get(application, [])


class Closings(Deliberations, Exceptions, Revisions):
    """What is sealed is read from the tables as they stand, so that whatever moved since is seen."""

    def closings(self, act: Act | None = None) -> tuple[Closing, ...]:
        """Every closing, of one act or of all, oldest first. Raises FileDamaged for one whose facts do not read."""
        names = {one.id: one.name for one in self.panel()}
        reopened = {
            (row["act"], row["number"]): Reopening(
                datetime.fromisoformat(row["at"]), names.get(row["by"], ""), row["reason"] or ""
            )
            for row in self._all("SELECT * FROM reopening")
        }
        signed = {(row["act"], row["number"]): row for row in self._all("SELECT * FROM signature")}
        found = []
        for row in self._all("SELECT * FROM closing ORDER BY at, act, CAST(number AS INTEGER)"):
            place = row["act"], row["number"]
            if act is not None and row["act"] != act.name:
                continue
            try:
                facts = read_facts(row["facts"])
            except (ValueError, TypeError):
                raise FileDamaged(
                    f"What was sealed of the {row['act']} act does not read any more; run `check` on this file."
                ) from None
            found.append(
                Closing(
                    Act.named(row["act"]),
                    int(row["number"]),
                    row["code"] or "",
                    facts,
                    datetime.fromisoformat(row["at"]),
                    names.get(row["by"], ""),
                    reopened.get(place),
                    _signature(signed.get(place)),
                )
            )
        return tuple(found)

    def opened_without(self, stage: Stage) -> str:
        """The grids (member and key) without which a stage was opened, as it was recorded."""
        row = self._first("SELECT missing FROM opened WHERE stage = ?", stage.value)
        return "" if row is None else row["missing"] or ""

    def blind_until(self) -> Stage | None:
        """Until which stage members read without names, if that was settled."""
        row = self._first("SELECT until FROM blind WHERE id = 'names'")
        return Stage(row["until"]) if row is not None and row["until"] in set(Stage) else None

    def applications_read(self) -> int:
        """How many applications were read at screening. Letters say it: once that is closed it is the number sealed,
        whoever is erased since.
        """
        closing = self.in_force(Act(Stage.SCREENING))
        sealed = [fact[2] for fact in closing.facts if fact[0] == "read"] if closing is not None else []
        return int(sealed[0]) if sealed and sealed[0].isdecimal() else len(self.rated_applications(Stage.SCREENING))

    def in_force(self, act: Act) -> Closing | None:
        """The closing of this act that was not reopened."""
        return next((one for one in reversed(self.closings(act)) if one.in_force), None)

    def sealed(self, closing: Closing) -> tuple[Sealed, ...]:
        """What a closing says of each person who was not erased since."""
        return tuple(
            Sealed(row["application"], _salt(row["salt"]), row["text"] or "")
            for row in self._all(
                "SELECT * FROM sealed WHERE act = ? AND number = ? ORDER BY application",
                closing.act.name,
                str(closing.number),
            )
        )

    def said_now(self, act: Act, letters: Mapping[str, str]) -> tuple[tuple[Fact, ...], dict[str, str]]:
        """What closing this act now would seal: the facts about no person, and what is said of each (id).

        `letters` are the digests of the letters (by id) that wait for the signature of this act.
        """
        waiting = self.awaiting_signature(act)
        carried = {one: letters[one] for one in waiting if one in letters}
        if act.promoted:
            return self._promoted_now(act, carried)
        return tuple(self._general(act)), self._persons(act, carried)

    def changed(self, closing: Closing, letters: Mapping[str, str]) -> tuple[Difference, ...]:
        """What is otherwise than `closing` sealed it. Nobody who was erased since is in it."""
        general, persons = self.said_now(closing.act, letters)
        keys, hashes = self.keys(), person_facts(closing.facts)
        kept = {one.application: one for one in self.sealed(closing)}
        found = list(differences(closing.facts, (*general, ("number", "", str(closing.number)))))
        known = set()
        for one, text in persons.items():
            key = keys[one]
            known.add(key)
            sealed = kept.get(one)
            if sealed is None or person_hash(sealed.salt, sealed.text) != hashes.get(key):
                found.append(Difference(key, "sealed", hashes.get(key, ""), ""))
            elif sealed.text != text:
                found += person_differences(key, sealed.text, text)
        erased = {
            key_of(number) for (number,) in self._tuples("SELECT number FROM number JOIN erasure USING (application)")
        }
        gone = hashes.keys() - known - erased
        found += [Difference(key, "sealed", hashes[key], "") for key in sorted(gone)]
        return tuple(found)

    def lacking(self, act: Act, letters: Mapping[str, str] | None = None) -> tuple[Lack, ...]:
        """What keeps this act from closing; with `letters` (digests by id), the letters that are not complete too."""
        found = list(self._promotion_lacks(act) if act.promoted else self._stage_lacks(act.stage))
        if letters is not None:
            keys = self.keys()
            found += [Lack(Lacking.LETTER, keys[one]) for one in self.awaiting_signature(act) if one not in letters]
        return tuple(found)

    def awaiting_signature(self, act: Act) -> tuple[str, ...]:
        """The ids of those whose letter waits for the signature of this act, by number."""
        if act.promoted:
            return tuple(one for one in self.promotions() if self.keys()[one] == act.promoted)
        asked = (
            (Outcome.NOT_SHORTLISTED,)
            if act.stage is Stage.SCREENING
            else (Outcome.SELECTED, Outcome.RESERVE, Outcome.NOT_SELECTED)
        )
        wanted = {one for outcome in asked for one in self.with_outcome(act.stage, outcome)}
        merged = self.merged()
        return tuple(one for one in self.keys() if one in wanted and one not in merged)

    def _stage_lacks(self, stage: Stage) -> Iterator[Lack]:
        if self.opened_at(stage) is None:
            yield Lack(Lacking.NOT_OPEN)
        if stage is Stage.INTERVIEW and self.in_force(Act(Stage.SCREENING)) is None:
            yield Lack(Lacking.NOT_CLOSED)
        keys, decisions, names = self.keys(), self.decisions(), {one.id: one.name for one in self.panel()}
        for one in self.rated_applications(stage):
            decided = decisions.get((one, stage))
            if decided is None or decided.outcome is None:
                yield Lack(Lacking.NO_OUTCOME, keys[one])
        for (one, at), decided in sorted(decisions.items(), key=lambda each: each[1].application):
            if at is stage and decided.outcome in NEEDS_REASON and not decided.reason.strip() and one in keys:
                yield Lack(Lacking.NO_REASON, keys[one])
        out = {
            (one, member)
            for one, member in self._tuples("SELECT application, member FROM stepped_out WHERE stage = ?", stage.value)
        }
        read_here = set(self.rated_applications(stage))
        for member, closed in self._closed().items():
            for one in sorted(closed & read_here):
                if (one, member) not in out and member in names:
                    yield Lack(Lacking.CONFLICT, keys[one], names[member])
        if stage is Stage.SCREENING:
            for each in self.exceptions():
                if each.others and not each.answer:
                    yield Lack(Lacking.EXCEPTION, each.application, each.kind.value)

    def _promotion_lacks(self, act: Act) -> Iterator[Lack]:
        final = self.in_force(Act(Stage.INTERVIEW))
        if final is None or not final.signed:
            yield Lack(Lacking.NOT_CLOSED)
        if act.promoted not in {self.keys()[one] for one in self.promotions()}:
            yield Lack(Lacking.NO_PROPOSAL, act.promoted)

    def _general(self, act: Act) -> Iterator[Fact]:
        vacancy = self.vacancy()
        posting = vacancy.posting
        yield ("act", act.name)
        yield (
            "vacancy",
            "",
            posting.title or "",
            posting.organisation or "",
            vacancy.reference or "",
            "" if vacancy.closes_at is None else vacancy.closes_at.isoformat(),
            hashlib.sha256(posting.text.encode("utf-8", "surrogatepass")).hexdigest(),
        )
        frozen = self._first("SELECT at, seed FROM freeze")
        yield ("freeze", "", frozen["at"] or "", frozen["seed"] or "") if frozen else ("freeze", "")
        for one in self.rated_at(act.stage):
            yield (
                "criterion",
                one.code,
                one.wording,
                "" if one.weight is None else f"{one.weight:g}",
                "" if one.essential is None else str(one.essential).lower(),
            )
        numbers = {one.name: str(one.number) for one in self.panel()}
        for member in self.panel():
            yield ("member", str(member.number), member.name, member.role.value)
        opened = self._first("SELECT at, reason, missing FROM opened WHERE stage = ?", act.stage.value)
        yield (
            ("opened", "", *(str(opened[part] or "") for part in ("at", "reason", "missing")))
            if opened
            else ("opened", "")
        )
        for meeting in self.meetings(act.stage):
            there = sorted(f"{numbers[name]}:{'yes' if came else 'no'}" for name, came in meeting.present.items())
            yield ("meeting", meeting.id, meeting.day.isoformat(), *there)
        for question in ("reserve_until", SHORTLIST_SIGNER, "erase_on"):
            answer = self.answers().get(question)
            yield ("rule", question, answer.value if answer else "")
        if act.stage is Stage.SCREENING:
            yield ("read", "", str(self.applications_read()))
        if act.stage is Stage.INTERVIEW:
            before = self.in_force(Act(Stage.SCREENING))
            yield ("after", "", before.code if before else "")

    def _persons(self, act: Act, letters: Mapping[str, str]) -> dict[str, str]:
        """What is said of each application: at the interview stage, of those invited."""
        stage = act.stage
        numbers = {one.id: one.number for one in self.panel()}
        decisions = self.decisions()
        stances = self._by_application("SELECT * FROM stance WHERE stage = ?", stage.value)
        out = self._by_application("SELECT * FROM stepped_out WHERE stage = ?", stage.value)
        conflicts = self._by_application("SELECT * FROM conflict WHERE withdrawn IS NULL")
        ledger: dict[str, list[list[str]]] = {}
        for made in self.exceptions():
            ledger.setdefault(made.application, []).append([made.kind.value, made.answer])
        ratings = self._ratings_said(stage)
        found: dict[str, str] = {}
        for one in self.applications():
            screened = decisions.get((one.id, Stage.SCREENING))
            if stage is Stage.INTERVIEW and (screened is None or screened.outcome is not Outcome.INVITED):
                continue
            decided = decisions.get((one.id, stage))
            found[one.id] = person_text(
                {
                    "name": one.identity.name,
                    "outcome": decided.outcome.value if decided and decided.outcome else "",
                    "reason": decided.reason if decided else "",
                    "criteria": list(decided.criteria) if decided else [],
                    "rank": decided.rank if decided else None,
                    "letter": letters.get(one.id, ""),
                    "positions": sorted(
                        [numbers[row["member"]], row["position"], row["text"] or ""]
                        for row in stances.of(one.id)
                        if row["member"] in numbers
                    ),
                    "stepped out": sorted(numbers[row["member"]] for row in out.of(one.id) if row["member"] in numbers),
                    "conflicts": sorted(
                        [numbers[row["member"]], row["reason"] or ""]
                        for row in conflicts.of(one.id)
                        if row["member"] in numbers
                    ),
                    "standing": _standing(one),
                    "exceptions": ledger.get(one.key, []),
                    "ratings": ratings.get(one.key, ""),
                }
            )
        return found

    def _promoted_now(self, act: Act, letters: Mapping[str, str]) -> tuple[tuple[Fact, ...], dict[str, str]]:
        keys, offers = self.keys(), self.offers()
        final = self.in_force(Act(Stage.INTERVIEW))
        general: list[Fact] = [("act", act.name), ("after", "", final.code if final else "")]
        persons: dict[str, str] = {}
        names = {one.id: one.identity.name for one in self.applications()}
        for one, reason in self.promotions().items():
            if keys[one] == act.promoted:
                persons[one] = person_text(
                    {"name": names.get(one, ""), "promoted": reason, "letter": letters.get(one, "")}
                )
                break
            persons[one] = person_text({"offer": offers[one].answer.value if one in offers else ""})
        for one in self.with_outcome(Stage.INTERVIEW, Outcome.SELECTED):
            persons[one] = person_text({"offer": offers[one].answer.value if one in offers else ""})
        return tuple(general), persons

    def _ratings_said(self, stage: Stage) -> dict[str, str]:
        """By application key, a digest of what the opened grids, the corrections and the panel's ratings say."""
        if self.opened_at(stage) is None:
            return {}
        said: dict[str, list[object]] = {}
        for rating in self.opened(stage).ratings:
            answer = rating.answer
            said.setdefault(rating.application, []).append(
                [rating.member, rating.criterion, answer.state.value, answer.level, answer.comment]
            )
        for each in self.corrections(stage):
            answer = each.rating.answer
            said.setdefault(each.rating.application, []).append(
                ["corrected", each.rating.member, each.rating.criterion, answer.level, answer.comment, each.reason]
            )
        for (key, criterion), one in self.consensus(stage).items():
            said.setdefault(key, []).append(["panel", criterion, one.level, one.sentence])
        return {key: hashlib.sha256(canonical(lines)).hexdigest() for key, lines in said.items()}

    def _by_application(self, sql: str, *values: str) -> _Rows:
        found: dict[str, list[Row]] = {}
        for row in self._all(sql, *values):
            found.setdefault(row["application"], []).append(row)
        return _Rows(found)


def _standing(one: Application) -> list[object]:
    received = "" if one.received_at is None else one.received_at.astimezone(BRUSSELS).isoformat(timespec="seconds")
    late = one.timeliness is Timeliness.LATE
    return [received, "late" if late else "", sorted(one.missing), one.admitted or "", one.merged_into or ""]


def _salt(text: str | None) -> bytes:
    """A salt as the file keeps it; what is none fits no hash."""
    try:
        return bytes.fromhex(text or "")
    except ValueError:
        return b""


def _signature(row: Row | None) -> Signature | None:
    if row is None or not row["verdict"]:
        return None
    return Signature(
        Verdict(row["verdict"]),
        row["reason"] or "",
        row["signer"] or "",
        SignedHow(row["how"]),
        datetime.fromisoformat(row["at"]),
        row["reply"] or "",
        row["minutes"] or "",
    )
