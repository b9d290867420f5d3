"""Questions that one member asks for oneself: in which order to read, one criterion across the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from smes_panel.model.application import Identity
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.blinding import COVER, covered
from smes_panel.model.panel import Member
from smes_panel.model.reading import anchors_version, drawn
from smes_panel.model.vacancy import Stage
from smes_panel.queries.answers import Across, NoteGiven, NotesGiven
from smes_panel.queries.assessments import Assessments


class Own(Assessments):
    """What is a member's alone; the answers are of that member, whoever asks on their laptop."""

    def seed(self) -> str:
        """The seed of the reading orders, drawn and recorded at the freeze; empty before, and in older files."""
        row = self._first("SELECT seed FROM freeze WHERE id = 'checklist'")
        return "" if row is None else row["seed"] or ""

    def reading_order(self, member: Member, stage: Stage) -> tuple[str, ...]:
        """The ids of what this member reads at `stage`, as drawn for them; what is closed to them stands last."""
        here, closed = self.rated_applications(stage), self.closed_to(member)
        order = drawn(self.seed(), member.id, (one for one in here if one not in closed))
        return (*order, *(one for one in here if one in closed))

    def across(self, member: Member, stage: Stage, criterion: str) -> tuple[Across, ...]:
        """The member's own answers on one criterion (by code), file by file in their reading order."""
        self.criterion(criterion)
        keys, closed = self.keys(), self.closed_to(member)
        order = [one for one in self.reading_order(member, stage) if one not in closed]
        sheets = (self.sheet(member, one, stage) for one in order)
        return tuple(
            Across(keys[one], place, criterion, sheet.answers.get(criterion, Answer()), sheet.handed_in_at)
            for place, (one, sheet) in enumerate(zip(order, sheets, strict=True), start=1)
        )

    def scratchpad(self, member: Member, application: str) -> str:
        """The member's private notes on the application with this id, which an access request may show."""
        if application in self.closed_to(member):
            return ""
        row = self._first("SELECT text FROM scratchpad WHERE application = ? AND member = ?", application, member.id)
        return "" if row is None else row["text"] or ""

    def calibration(self, member: Member, stage: Stage) -> Mapping[str, Answer]:
        """The member's own answers on the fictitious candidate, by criterion; no total knows of them."""
        rows = self._all("SELECT * FROM calibration WHERE member = ? AND stage = ?", member.id, stage.value)
        return {row["criterion"]: Answer(RatingState(row["state"]), row["level"], row["comment"] or "") for row in rows}

    def is_calibrated(self, member: Member, stage: Stage) -> bool:
        """Whether the member has answered all that is asked of them on the fictitious candidate."""
        asked = {one.code for one in self.rated_at(stage)} - self.not_asked(member)
        given = self.calibration(member, stage)
        return all(code in given and given[code].state.answered for code in asked)

    def anchors_version(self, stage: Stage) -> str:
        """The version of the anchors as they read now, at `stage`."""
        return anchors_version(self.rated_at(stage))

    def anchors_read(self, stage: Stage) -> Mapping[tuple[str, str], str]:
        """By member's name and application key, the version of the anchors that a grid handed in was rated against."""
        keys, names = self.keys(), {one.id: one.name for one in self.panel()}
        return {
            (names[row["member"]], keys[row["application"]]): row["anchors"] or ""
            for row in self._all("SELECT application, member, anchors FROM grid WHERE stage = ?", stage.value)
            if row["member"] in names and row["application"] in keys
        }

    def levels_in_order(self, member: Member, stage: Stage) -> tuple[tuple[int, ...], ...]:
        """The levels that the member gave, file by file in their reading order, for the member alone."""
        asked = {one.code for one in self.rated_at(stage)} - self.not_asked(member)
        closed = self.closed_to(member)
        given: dict[str, dict[str, int]] = {}
        for one, code, level in self._tuples(
            "SELECT application, criterion, level FROM draft WHERE member = ? AND stage = ? AND level IS NOT NULL",
            member.id,
            stage.value,
        ):
            given.setdefault(one, {})[code] = level
        order = [one for one in self.reading_order(member, stage) if one not in closed]
        return tuple(
            tuple(level for code, level in sorted(given.get(one, {}).items()) if code in asked) for one in order
        )

    def notes_given(self, member: Member, application: str) -> NotesGiven:
        """What this member wrote of the person whose application has this id, as an access request would give it.
        Raises Refused where the application is closed to the member.

        The right is that of article 15, paragraphs 1 and 3 of the GDPR: a copy of one's personal data. What an examiner
        remarks is personal data of the person examined (Court of Justice, 20 December 2017, C-434/16 *Nowak*, points
        42 to 46); that notes of an interview and private notes are, too, is inferred from it. Paragraph 4 keeps the
        rights of others, so that colleagues are told by role and every name of somebody else is covered. Whose
        names are hidden from this member is not looked for: what is covered would tell them.
        """
        self.must_be_open(application, member)
        names, theirs = [one.name for one in self.panel()], frozenset[str]()
        if not self.reads_blind(member):
            kept = self.merged_with(application) | self.closed_to(member)
            names += [self.identity(one).name for one in self.keys() if one not in kept]
            theirs = frozenset(self.identity(application).name.casefold().split())
        others = [Identity(name=" ".join(w for w in name.split() if w.casefold() not in theirs)) for name in names]

        def told(text: str) -> str:
            for one in others if text.strip() else ():
                text = covered(text, one)
            return text

        notes = []
        for stage in Stage:
            sheet = self.sheet(member, application, stage)
            for criterion in sheet.criteria:
                answer = sheet.answers.get(criterion.code, Answer())
                if answer.state.answered or answer.comment or answer.passages:
                    words = tuple(one.words for one in answer.passages if one.words)
                    notes.append(NoteGiven(stage, criterion, replace(answer, comment=told(answer.comment)), words))
        pad = told(self.scratchpad(member, application))
        hidden = any(COVER in text for text in (pad, *(one.answer.comment for one in notes)))
        return NotesGiven(self.keys()[application], member.role, tuple(notes), pad, hidden)
