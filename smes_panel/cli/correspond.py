"""The command of the letters: how far each is, made ready, released, printed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from smes_panel import prints
from smes_panel.cli.opening import opened
from smes_panel.cli.papers import day_of, drained, print_letters
from smes_panel.cli.said import as_json, as_table, counted
from smes_panel.cli.send import account
from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, LetterBlocked
from smes_panel.model.decision import LETTER_FOR, LetterKind, LetterState
from smes_panel.model.letter import letter_language
from smes_panel.model.words import Language
from smes_panel.queries.answers import Sending
from smes_panel.signoff import dispatching
from smes_panel.signoff.letters import NO_DAY, digest, in_state, to_ready, to_release, unanswered


@dataclass(frozen=True, slots=True)
class _Line:
    application: str
    kind: LetterKind
    language: Language
    state: LetterState
    problem: str
    sendings: tuple[Sending, ...]


def letters(options: argparse.Namespace) -> int:
    """Lists how far the letters are; of one kind, marks them ready, releases them, prints them."""
    acts = options.ready or options.release or options.out is not None or options.eml is not None
    if acts and options.kind is None:
        raise BadInput("--ready, --release, --out and --eml are for letters of one kind: --kind says which.")
    with opened(options) as dossier:
        if not acts:
            _listed(dossier, options)
            return 0
        kind, day = LetterKind(options.kind), day_of(options)
        blocked: list[str] = []
        wanted = prints.due(dossier, kind, options.only)
        if options.ready:
            left = [one for one in wanted if dossier.read.letter(one, kind).state is LetterState.DRAFT]
            gesture, lacking_facts = to_ready(dossier, kind, left, day)
            dossier.do(gesture)
            blocked += [one.why for one in lacking_facts]
            print(f"{counted(len(in_state(dossier, kind, LetterState.READY)), 'letter')} ready.")
        if options.release:
            ready = [one for one in wanted if dossier.read.letter(one, kind).state is LetterState.READY]
            dossier.do(to_release(dossier, kind, ready))
            print(f"{counted(len(ready), 'letter')} released.")
        if options.out is not None:
            made, lacking = print_letters(dossier, kind, options.out, day, options.only)
            blocked = [*blocked, *(str(one) for one in lacking if str(one) not in blocked)]
            print(_printed(kind, made, options, bool(lacking)))
        if options.eml is not None:
            blocked += _as_files(dossier, kind, options)
    for why in blocked:
        print(f"smes-panel: {why}", file=sys.stderr)
    return 1 if blocked else 0


def _as_files(dossier: Dossier, kind: LetterKind, options: argparse.Namespace) -> list[str]:
    out = account(dossier, options, "eml.invalid")
    wanted = dispatching.waiting(dossier, kind, options.only)
    ready, lacking = dispatching.composed_for(dossier, wanted, out, datetime.now(UTC))
    made = drained(dispatching.as_files(dossier, ready, options.eml))
    print(f"{counted(made, 'e-mail draft')} in {options.eml}.")
    return [one.why for one in lacking]


def _printed(kind: LetterKind, made: int, options: argparse.Namespace, lacking: bool) -> str:
    asked = LETTER_FOR.get(kind)
    if made or lacking:
        return f"{counted(made, 'letter')} in {options.out}."
    return (
        f"Nobody's outcome asks for this letter ({asked[1]} at {asked[0]})." if asked else "Nobody is due this letter."
    )


def _listed(dossier: Dossier, options: argparse.Namespace) -> None:
    found = list(_lines(dossier, LetterKind(options.kind) if options.kind else None, options.only))
    waiting = unanswered(dossier)
    if options.json:
        as_json(
            {
                "letters": [
                    {
                        "application": one.application,
                        "kind": one.kind,
                        "language": one.language,
                        "state": one.state,
                        "problem": one.problem or None,
                        "sendings": [
                            {
                                "id": each.id,
                                "how": each.how,
                                "state": each.state,
                                "at": each.at,
                                "recipient": each.recipient,
                                "message_id": each.message_id,
                                "proof": each.proof,
                                "error": each.error,
                            }
                            for each in one.sendings
                        ],
                    }
                    for one in found
                ],
                "unanswered": list(waiting),
            }
        )
        return
    as_table(
        ("application", "kind", "language", "state", "problem"),
        [(one.application, one.kind.value, one.language.value, one.state.value, one.problem) for one in found],
    )
    if waiting:
        print(f"Without an answer yet: {', '.join(waiting)}.")


def _lines(dossier: Dossier, kind: LetterKind | None, only: list[str]) -> Iterator[_Line]:
    """Every letter that an outcome asks for or that somebody began."""
    read = dossier.read
    keys, lives = read.keys(), read.letters()
    wanted: dict[tuple[str, LetterKind], None] = dict.fromkeys(lives)
    for each in LETTER_FOR:
        wanted |= dict.fromkeys((one, each) for one in prints.due(dossier, each))
    chosen = {read.application_id(key) for key in only}
    asked = [each for each in wanted if (kind is None or each[1] is kind) and (not chosen or each[0] in chosen)]
    found: list[_Line] = []
    for each in LetterKind:
        of_kind = {one: each for one, it in asked if it is each}
        for one, facts in prints.facts_of_many(dossier, of_kind, NO_DAY) if of_kind else ():
            try:
                digest(facts)
            except LetterBlocked as lacking:
                problem = str(lacking)
            else:
                problem = ""
            life = lives.get((one, each)) or read.letter(one, each)
            found.append(_Line(keys[one], each, letter_language(facts.language), life.state, problem, life.sendings))
    yield from sorted(found, key=lambda line: (line.application, line.kind))
