"""The commands about ratings and outcomes: rate, ratings, hand-in, open-grids, compare, outcome."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, counted, note, one_line
from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, PanelError
from smes_panel.gestures.assessment import HandIn, OpenGrids, Rate
from smes_panel.gestures.decision import Decide, FillField
from smes_panel.gestures.gesture import Gesture, Together
from smes_panel.gestures.vacancy import FreezeChecklist
from smes_panel.insight.comparison import compared
from smes_panel.intake.tables import Line, read_table
from smes_panel.model.assessment import Answer, RatingState
from smes_panel.model.comparison import Compared
from smes_panel.model.decision import Outcome
from smes_panel.model.panel import Member, Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import searchable
from smes_panel.queries import Queries

_WORDS = {
    **dict.fromkeys(("na", "0", "notassessable", "pasevaluable", "niettebeoordelen"), RatingState.NOT_ASSESSABLE),
    **dict.fromkeys(("abstain", "abstained", "abstention", "onthouding"), RatingState.ABSTAINED),
    **dict.fromkeys(("recused", "recuse", "deport", "verschoning"), RatingState.RECUSED),
}


def rate(options: argparse.Namespace) -> int:
    """Takes a table of ratings in as a member's draft: all lines or, if one is wrong, none."""
    stage = Stage(options.stage)
    with opened(options) as dossier:
        member = dossier.read.member(options.member)
        taken, froze = take_ratings(dossier, member, stage, options.table)
        if froze:
            note("the checklist is frozen from this first rating on; later changes to it need a reason.")
        print(f"{counted(taken, 'rating')} in {member.name}'s draft for the {stage} stage.")
    return 0


def take_ratings(dossier: Dossier, member: Member, stage: Stage, table: Path) -> tuple[int, bool]:
    """Takes the table into the member's draft: how many lines it had, and whether this froze the checklist."""
    lines = read_table(table, ("application", "criterion", "level"), ("comment",))
    gestures = tuple(_rating(dossier, member, stage, line, table.name) for line in lines)
    places = tuple(f"{table.name}, line {line.number}: " for line in lines)
    _agreeing([((one.application, one.criterion), one) for one in gestures], places)
    # The freeze and the first ratings are one gesture: a table that is refused freezes nothing.
    change = dossier.do(Together((FreezeChecklist(), *gestures), ("", *places)) if gestures else Together(()))
    return len(gestures), change.touches("freeze")


def _rating(dossier: Dossier, member: Member, stage: Stage, line: Line, table: str) -> Rate:
    try:
        application = dossier.read.application_id(line["application"])
        code = dossier.read.criterion(line["criterion"]).code
    except PanelError as error:
        raise type(error)(f"{table}, line {line.number}: {error} Nothing was rated.") from None
    present = dossier.read.sheet(member, application, stage).answers.get(code, Answer())
    answer = answered(line["level"], present, f"{table}, line {line.number}: ")
    if line["comment"]:
        answer = replace(answer, comment=line["comment"])
    return Rate(member, application, stage, code, answer)


def answered(text: str, present: Answer, place: str) -> Answer:
    """What a person typed for a level; nothing leaves the answer as it is. Raises BadInput that begins with `place`."""
    # A spreadsheet may show a 3 as 3,0, and people write n/a.
    level = re.fullmatch(r"([1-4])(?:[.,]0+)?", text)
    word = re.sub(r"[\W_]", "", searchable(text))
    if not text:
        return present
    if level:
        return replace(present, state=RatingState.RATED, level=int(level[1]))
    if word in _WORDS:
        return replace(present, state=_WORDS[word], level=None)
    raise BadInput(
        f"{place}“{one_line(text, 20)}” is not a level; 1 to 4, na, abstain, recused, or nothing. Nothing was rated."
    )


def _agreeing(said: Sequence[tuple[object, Gesture]], places: Sequence[str]) -> None:
    """Refuses a table of which two lines contradict each other: nobody could tell which of them was meant."""
    first: dict[object, tuple[Gesture, str]] = {}
    for (about, gesture), place in zip(said, places, strict=True):
        earlier, where = first.setdefault(about, (gesture, place))
        if earlier != gesture:
            raise BadInput(f"{place}this is not what {where.removesuffix(': ')} says. Keep one. Nothing was changed.")


def ratings(options: argparse.Namespace) -> int:
    """Every rating that may be seen: those of opened stages, and with --member that member's own."""
    with opened(options) as dossier:
        reader = dossier.read.member(options.member) if options.member else None
        found = dossier.read.ratings(reader)
        if options.json:
            as_json(
                [
                    {
                        "application": r.application,
                        "member": r.member,
                        "stage": r.stage,
                        "criterion": r.criterion,
                        "state": r.answer.state,
                        "level": r.answer.level,
                        "comment": r.answer.comment,
                    }
                    for r in found
                ]
            )
        else:
            as_table(
                ("application", "member", "stage", "criterion", "state", "level", "comment"),
                [
                    (
                        r.application,
                        r.member,
                        r.stage,
                        r.criterion,
                        r.answer.state,
                        str(r.answer.level or ""),
                        one_line(r.answer.comment, 60),
                    )
                    for r in found
                ],
            )
        closed = [stage for stage in Stage if dossier.read.progress(stage).opened_at is None]
        if closed:
            own = "one's own" if reader is None else f"those of {reader.name}"
            note(
                f"{' and '.join(closed)}: grids are not open; only {own} are shown"
                + (" (with --member)." if reader is None else ".")
            )
    return 0


def hand_in(options: argparse.Namespace) -> int:
    """Ends a member's draft: seals the grids of all applications of the stage, or of those named by --only."""
    stage = Stage(options.stage)
    with opened(options) as dossier:
        member = dossier.read.member(options.member)
        chosen = [dossier.read.application_id(key) for key in options.only] or list(
            dossier.read.rated_applications(stage)
        )
        sheets = [dossier.read.sheet(member, application, stage) for application in chosen]
        waiting = [sheet for sheet in sheets if sheet.handed_in_at is None]
        dossier.do(HandIn(member, stage, tuple(chosen)))
        gaps = sum(len(sheet.gaps) for sheet in waiting)
        print(f"{counted(len(waiting), 'grid')} handed in by {member.name} for the {stage} stage.")
        if gaps:
            note(f"{gaps} criteria in them have no rating; they stay gaps and count as nothing.")
        _tell_progress(dossier, stage)
    return 0


def chair(read: Queries, name: str | None) -> Member | None:
    """Who opens: the person named, else the only chair, if there is one."""
    if name:
        return read.member(name)
    chairs = [one for one in read.panel() if one.role is Role.CHAIR]
    return chairs[0] if len(chairs) == 1 else None


def open_grids(options: argparse.Namespace) -> int:
    """Opens a stage for everybody at once."""
    stage = Stage(options.stage)
    with opened(options) as dossier:
        already = dossier.read.progress(stage).opened_at
        dossier.do(OpenGrids(stage, options.reason, chair(dossier.read, options.by)))
        if already is not None:
            print(f"The {stage} grids were open already, since {already:%Y-%m-%d %H:%M}.")
        else:
            _tell_progress(dossier, stage)
    return 0


def _tell_progress(dossier: Dossier, stage: Stage) -> None:
    progress = dossier.read.progress(stage)
    if progress.opened_at is not None:
        print(f"The {stage} grids are open for everybody.")
    else:
        print(
            f"{len(progress.handed_in)} of {len(progress.expected)} grids are in; nobody sees another's until all are."
        )


def compare(options: argparse.Namespace) -> int:
    """Medians, spread and gaps of an opened stage, in the order of the numbers: never an order of merit."""
    if options.out is not None:
        from smes_panel.cli.papers import comparison

        return comparison(options)
    stage = Stage(options.stage)
    with opened(options) as dossier:
        answer = dossier.read.opened(stage)
        found = compared(answer.applications, answer.criteria, answer.ratings)
        if options.json:
            as_json([asdict(one) for one in found])
        else:
            codes = [criterion.code for criterion in answer.criteria]
            as_table(
                ("key", *codes, "mean", "between", "rated"),
                [
                    (
                        one.key,
                        *(_cell(one, code) for code in codes),
                        _figure(one.mean),
                        _between(one),
                        f"{one.rated}/{one.asked}",
                    )
                    for one in found
                ],
            )
            print("Median, and lowest–highest where members differ. The mean helps the discussion; it does not decide.")
    return 0


def _cell(one: Compared, code: str) -> str:
    if one.medians[code] is None:
        return "·"
    spread = "" if one.low[code] == one.high[code] else f" {one.low[code]}–{one.high[code]}"
    return f"{one.medians[code]}{spread}"


def _figure(figure: float | None) -> str:
    return "·" if figure is None else f"{figure:.1f}"


def _between(one: Compared) -> str:
    return _figure(one.mean) if one.rated == one.asked else f"{_figure(one.total_low)}–{_figure(one.total_high)}"


def outcome(options: argparse.Namespace) -> int:
    """Takes a table of outcomes and letter fields in: all lines or, if one is wrong, none."""
    with opened(options) as dossier:
        outcomes, fields = take_outcomes(dossier, options.table)
        print(f"Recorded: {outcomes} × outcome, {fields} × letter field.")
    return 0


def take_outcomes(dossier: Dossier, table: Path) -> tuple[int, int]:
    """Takes the table in: how many outcomes and how many letter fields it held."""
    gestures: list[Decide | FillField] = []
    places: list[str] = []
    for line in read_table(
        table, ("application", "stage"), ("outcome", "reason", "criteria", "rank", "field", "value")
    ):
        place = f"{table.name}, line {line.number}: "
        for gesture in _deciding(dossier, line, place):
            gestures.append(gesture)
            places.append(place)
    _agreeing(
        [((one.application, one.stage, one.field if isinstance(one, FillField) else None), one) for one in gestures],
        places,
    )
    dossier.do(Together(tuple(gestures), tuple(places)))
    outcomes = sum(isinstance(gesture, Decide) for gesture in gestures)
    return outcomes, len(gestures) - outcomes


def _outcome(application: str, stage: Stage, outcome: Outcome, line: Line, place: str) -> Decide:
    codes = tuple(one for one in re.split(r"[\s,;]+", line["criteria"]) if one)
    if line["rank"] and not line["rank"].isdecimal():
        raise BadInput(f"{place}“{one_line(line['rank'], 20)}” is not a rank; type 1, 2… Nothing was recorded.")
    rank = int(line["rank"]) if line["rank"] else None
    return Decide(application, stage, outcome, line["reason"], codes or None, rank)


def _deciding(dossier: Dossier, line: Line, place: str) -> list[Decide | FillField]:
    try:
        application = dossier.read.application_id(line["application"])
    except PanelError as error:
        raise type(error)(f"{place}{error} Nothing was recorded.") from None
    named, word, field = (re.sub(r"[\s-]+", "_", line[column].casefold()) for column in ("stage", "outcome", "field"))
    if named not in set(Stage):
        raise BadInput(
            f"{place}“{one_line(line['stage'], 20)}” is not a stage; screening or interview. Nothing was recorded."
        )
    stage = Stage(named)
    found: list[Decide | FillField] = []
    if word:
        if word not in set(Outcome):
            raise BadInput(
                f"{place}“{one_line(line['outcome'], 20)}” is not an outcome; {', '.join(Outcome)}. "
                "Nothing was recorded."
            )
        found.append(_outcome(application, stage, Outcome(word), line, place))
    if field:
        found.append(FillField(application, stage, field, line["value"]))
    elif line["value"]:
        raise BadInput(f"{place}“{one_line(line['value'], 20)}” stands in no field. Nothing was recorded.")
    return found
