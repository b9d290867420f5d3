"""The commands that lay down a recruitment: new, show, settle, panel."""

from __future__ import annotations

import argparse

from smes_panel.cli.opening import former_passphrase, opened, passphrase
from smes_panel.cli.said import as_json, as_table, note, one_line
from smes_panel.dossier.former import Former, begun, taken_over
from smes_panel.errors import BadInput, FileExists
from smes_panel.gestures.criterion import NestCriterion
from smes_panel.gestures.gesture import Together
from smes_panel.gestures.panel import AddMember
from smes_panel.gestures.vacancy import Settle
from smes_panel.insight.linter import remarks
from smes_panel.intake.example import example
from smes_panel.intake.posting import criteria_of, posting_text, read_posting, vacancies_in
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Criterion, Posting, Stage
from smes_panel.queries import Queries


def new(options: argparse.Namespace) -> int:
    """Creates the dossier from a posting, a ready example or a former dossier, read before anything is written."""
    before = _former(options)
    posting, criteria = before.posting, before.criteria
    members = before.members if options.with_panel else ()
    with begun(options.file, passphrase(options, twice=True), posting, criteria, before.answers, members) as dossier:
        if options.json:
            as_json(shown(dossier.read))
        else:
            print(f"{options.file}: {one_line(posting.title or 'untitled', 70)}, {len(criteria)} criteria.")
            waiting = sum(question.answer is None for question in dossier.read.open_questions())
            print(f"{waiting} questions are open: `show` lists them, `settle` answers them. They block nothing.")
            if before.members and not members:
                named = ", ".join(f"{one_line(name, 40)} ({role})" for name, role in before.members)
                print(f"The panel of then: {named}. `panel --add` adds who is asked again.")
    if not criteria:
        note("no list of requirements was found in this posting; its text is kept as it is.")
    return 0


def _former(options: argparse.Namespace) -> Former:
    """What the dossier begins with; a posting and an example give no more than the vacancy."""
    if options.former is None:
        if options.with_panel:
            raise BadInput("--with-panel goes with --from OLD.smes. Nothing was made.")
        return Former(*_beginning(options))
    if options.file.exists():
        raise FileExists(f"{options.file} exists already. Nothing was written; choose another name.")
    return taken_over(options.former, former_passphrase(options))


def _beginning(options: argparse.Namespace) -> tuple[Posting, tuple[Criterion, ...]]:
    if options.example:
        return example(options.example)
    found = [read_posting(text) for text in vacancies_in(posting_text(options.posting))]
    if len(found) > 1 and options.which is None:
        named = "; ".join(f"{n} {one_line(one.title or 'untitled', 60)}" for n, one in enumerate(found, start=1))
        raise BadInput(
            f"This document holds {len(found)} vacancies: {named}. Choose one with --which. Nothing was made."
        )
    which = options.which or 1
    if not 1 <= which <= len(found):
        raise BadInput(f"This document holds {len(found)} vacancies and no number {which}. Nothing was made.")
    posting = found[which - 1]
    return posting, criteria_of(posting)


def show(options: argparse.Namespace) -> int:
    """The vacancy, its checklist, what is open, what the linter remarks, the panel and the counts."""
    with opened(options) as dossier:
        if options.json:
            as_json(shown(dossier.read))
        else:
            _print(dossier.read)
    return 0


def shown(read: Queries) -> dict[str, object]:
    """What `show --json` answers."""
    vacancy, criteria, counts = read.vacancy(), read.criteria(), read.counts()
    said = vacancy.posting
    return {
        "vacancy": {
            "title": said.title,
            "organisation": said.organisation,
            "reference": vacancy.reference,
            "contract": said.contract,
            "hours_per_week": _whole(said.hours_per_week),
            "ends_on": said.ends_on,
            "renewable": said.renewable,
            "joint_committee": said.joint_committee,
            "pay_scale": said.pay_scale,
            "starts": said.starts,
            "apply_to": said.apply_to,
            "deadline": said.deadline,
            "closes_at": vacancy.closes_at,
            "asks_reference": said.asks_reference,
            "documents": said.documents,
            "mission": said.mission,
            "missions": said.missions,
            "conditions": said.conditions,
            "language": said.language,
            "frozen_at": vacancy.frozen_at,
        },
        "criteria": [
            {
                "code": c.code,
                "wording": c.wording,
                "label": c.label,
                "parent": c.parent,
                "essential": c.essential,
                "weight": _whole(c.weight),
                "stages": c.stages,
                "anchors": {
                    stage.value: {str(level): words for level, words in levels.items()}
                    for stage, levels in c.anchors.items()
                },
                "questions": c.questions,
                "proposed": c.proposed,
            }
            for c in criteria
        ],
        "open_questions": [
            {"key": q.key, "question": q.words, "answer": q.answer, "settled_at": q.settled_at}
            for q in read.open_questions()
        ],
        "settled": [
            {"key": s.question, "answer": s.value, "settled_at": s.at, "reason": s.reason}
            for s in read.answers().values()
        ],
        "linter": [
            {"criterion": r.criterion, "kind": r.kind, "remark": r.words.en, "words": r.words}
            for r in remarks(criteria)
        ],
        "panel": [{"number": m.number, "name": m.name, "role": m.role} for m in read.panel()],
        "counts": {
            "criteria": counts.criteria,
            "members": counts.members,
            "applications": counts.applications,
            "documents": counts.documents,
            "late": counts.late,
            "incomplete": counts.incomplete,
            "handed_in": counts.handed_in,
        },
    }


def _whole(figure: float | None) -> float | int | None:
    return int(figure) if figure is not None and figure == int(figure) else figure


_PER_CRITERION = {
    "weight": "What weight?",
    "essential": "Essential or desirable?",
    "stages": "At which stage can it be seen?",
}


def _print(read: Queries) -> None:
    vacancy, counts = read.vacancy(), read.counts()
    said = vacancy.posting
    print(one_line(said.title or "(no title)"))
    facts = {
        "organisation": said.organisation,
        "reference": vacancy.reference,
        "contract": said.contract,
        "hours a week": _whole(said.hours_per_week),
        "ends on": said.ends_on,
        "joint committee": said.joint_committee,
        "pay scale": said.pay_scale,
        "starts": said.starts,
        "apply to": said.apply_to,
        "deadline": said.deadline,
        "closes at": vacancy.closes_at,
    }
    for name, fact in facts.items():
        print(f"  {name:<16}{'(the posting is silent)' if fact is None else one_line(str(fact))}")
    if vacancy.frozen_at is not None:
        print(f"  {'frozen at':<16}{vacancy.frozen_at}")
    print(f"\nCriteria ({counts.criteria})")
    as_table(
        ("code", "criterion", "essential", "weight", "stages"),
        [
            (
                c.code,
                one_line(c.label.fr or c.wording, 60),
                {None: "open", True: "essential", False: "desirable"}[c.essential],
                "open" if c.weight is None else f"{c.weight:g}",
                "open" if c.stages is None else ", ".join(c.stages),
            )
            for c in read.criteria()
        ],
    )
    waiting = [question for question in read.open_questions() if question.answer is None]
    print(f"\nOpen questions ({len(waiting)})")
    for question in waiting:
        if "." not in question.key:
            print(f"  {question.key:<16}{question.words.en}")
    for about, asks in _PER_CRITERION.items():
        codes = [question.key.partition(".")[2] for question in waiting if question.key.startswith(f"{about}.")]
        if codes:
            print(f"  {about + '.C…':<16}{asks} {' '.join(codes)}")
    print("\nRemarks on the checklist")
    for remark in remarks(read.criteria()):
        print(f"  {remark.criterion}  {remark.words.en}")
    print(f"\nPanel ({counts.members})")
    for member in read.panel():
        print(f"  {member.number}  {one_line(member.name)} ({member.role})")
    late = "" if counts.late is None else f", {counts.late} late"
    print(f"\n{counts.applications} applications, {counts.documents} documents, {counts.incomplete} incomplete{late}.")


def settle(options: argparse.Namespace) -> int:
    """Answers open questions: all of them or, if one cannot be read, none."""
    pairs = []
    for given in options.answers:
        question, equals, answer = given.partition("=")
        if not equals:
            raise BadInput(
                f"“{one_line(given, 40)}” is not KEY=VALUE, such as reference=CP-2022-06. Nothing was changed."
            )
        pairs.append((question.strip(), answer.strip()))
    with opened(options) as dossier:
        pairs = [(_asked(dossier.read, question), answer) for question, answer in pairs]
        dossier.do(Together(tuple(Settle(question, answer, options.reason) for question, answer in pairs)))
        settled = dossier.read.answers()
        if options.json:
            as_json([{"key": q, "answer": settled[q].value, "settled_at": settled[q].at} for q, _ in pairs])
        else:
            for question, _ in pairs:
                print(f"{question} = {one_line(settled[question].value)} ({settled[question].at:%Y-%m-%d})")
    return 0


def nest(options: argparse.Namespace) -> int:
    """Has a criterion detail another or, without one, stand by itself."""
    with opened(options) as dossier:
        code = dossier.read.criterion(options.criterion).code
        under = dossier.read.criterion(options.under).code if options.under else ""
        dossier.do(NestCriterion(code, under))
        rated = {one.code for stage in Stage for one in dossier.read.rated_at(stage)}
        order = [(one.code, one.parent, one.code in rated) for one in dossier.read.criteria()]
        if options.json:
            as_json([{"code": code, "parent": parent, "rated": is_rated} for code, parent, is_rated in order])
        else:
            print(" ".join(code if parent is None else f"{parent}/{code}" for code, parent, _ in order))
    return 0


def _asked(read: Queries, question: str) -> str:
    """The one spelling of a question about a criterion: weight.C08 for weight.c8."""
    about, _, which = question.partition(".")
    about = about.casefold()
    return f"{about}.{read.criterion(which).code}" if about in _PER_CRITERION and which else question


def panel(options: argparse.Namespace) -> int:
    """The members; with --add, one more."""
    with opened(options) as dossier:
        if options.add is not None:
            dossier.do(AddMember(options.add, Role(options.role)))
        members = dossier.read.panel()
        if options.json:
            as_json([{"number": m.number, "name": m.name, "role": m.role} for m in members])
        elif not members:
            print("Nobody is on the panel yet: panel FILE --add NAME --role ROLE.")
        else:
            as_table(("no.", "name", "role"), [(str(m.number), m.name, m.role) for m in members])
    return 0
