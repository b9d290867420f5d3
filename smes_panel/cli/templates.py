"""The command about the texts of letters: those that all letters of a kind share, and those of one letter alone."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from smes_panel import prints
from smes_panel.cli.opening import opened
from smes_panel.cli.said import as_json, as_table, one_line
from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, LetterBlocked
from smes_panel.gestures.letters import DropOwnText, ResetTemplate, WriteOwnText, WriteTemplate
from smes_panel.model.decision import LetterKind
from smes_panel.model.template import Altered
from smes_panel.model.words import Language


def templates(options: argparse.Namespace) -> int:
    """Lists the texts of letters; shows, writes or puts back one, or says how one letter differs from its template."""
    with opened(options) as dossier:
        if options.show:
            text = prints.letter_text(dossier, *_named(options.show))
            if not text.text:
                raise LetterBlocked(
                    f"The letter {text.kind} has no text in “{text.language}”: no other language takes its place."
                )
            as_json(asdict(text)) if options.json else print(text.text)
            return 0
        if options.difference:
            key, kind = options.difference
            _show_difference(options, prints.own_difference(dossier, _kind(kind), dossier.read.application(key)))
            return 0
        _written(options, dossier)
        _list(options, dossier)
    return 0


def _written(options: argparse.Namespace, dossier: Dossier) -> None:
    if options.set:
        *named, path = options.set
        dossier.do(WriteTemplate(*_named(named), _text(path)))
    elif options.reset:
        dossier.do(ResetTemplate(*_named(options.reset)))
    elif options.own:
        key, kind, path = options.own
        dossier.do(WriteOwnText(dossier.read.application_id(key), _kind(kind), _text(path)))
    elif options.drop_own:
        key, kind = options.drop_own
        dossier.do(DropOwnText(dossier.read.application_id(key), _kind(kind)))


def _list(options: argparse.Namespace, dossier: Dossier) -> None:
    texts, keys = prints.letter_texts(dossier), dossier.read.keys()
    own = dossier.read.own_texts()
    if options.json:
        alone = [(keys[one], kind, language, text.at) for (one, kind, language), text in own.items()]
        as_json(
            {
                "templates": [
                    {
                        "kind": one.kind,
                        "language": one.language,
                        "text": "changed" if one.changed else "house" if one.text else "none",
                        "at": one.at,
                        "unsaid": one.unsaid,
                    }
                    for one in texts
                ],
                "own": [dict(zip(("application", "kind", "language", "at"), one, strict=True)) for one in alone],
            }
        )
        return
    as_table(
        ("kind", "language", "text", "no longer says"),
        [
            (
                one.kind.value,
                one.language.value,
                f"changed {one.at:%Y-%m-%d}" if one.at else "the house's" if one.text else "none",
                ", ".join(one.unsaid),
            )
            for one in texts
        ],
    )
    for application, kind, language in own:
        print(f"{keys[application]} has its own letter {kind} in {language}.")


def _show_difference(options: argparse.Namespace, found: Sequence[Altered]) -> None:
    if options.json:
        as_json([asdict(one) for one in found])
        return
    if not found:
        print("This letter is made from the template of its kind.")
    for one in found:
        if one.same:
            print(f"  {one_line(one.before)}")
            continue
        for sign, words in (("-", one.before), ("+", one.after)):
            if words:
                print(f"{sign} {one_line(words)}")


def _named(said: Sequence[str]) -> tuple[LetterKind, Language]:
    kind, language = said
    if language not in set(Language):
        raise BadInput(f"“{one_line(language, 30)}” is not a language of letters: {', '.join(Language)}.")
    return _kind(kind), Language(language)


def _kind(said: str) -> LetterKind:
    if said not in set(LetterKind):
        raise BadInput(f"“{one_line(said, 30)}” is not a kind of letter: {', '.join(LetterKind)}.")
    return LetterKind(said)


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not a text in UTF-8. Nothing was changed.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}). Nothing was changed.") from None
