"""The commands about what people sent: import, applications."""

from __future__ import annotations

import argparse
from collections.abc import Generator, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from smes_panel.cli import lists
from smes_panel.cli.opening import opened, password
from smes_panel.cli.said import as_json, as_table, one_line
from smes_panel.dossier import Dossier
from smes_panel.errors import BadInput, UnknownName
from smes_panel.gestures.documents import Unlock
from smes_panel.gestures.exceptions import OnlyThisOne, TheOthersToo
from smes_panel.intake.arrivals import taken_in
from smes_panel.intake.documents import opened_with
from smes_panel.intake.extraction import Reader
from smes_panel.intake.sources import Source
from smes_panel.model.application import Arrival, Arrived, ExceptionKind, Timeliness
from smes_panel.model.likeness import Relation
from smes_panel.model.words import Language
from smes_panel.queries.answers import Application


def bring_in(options: argparse.Namespace) -> int:
    """Brings applications in. Each is on the disk when its line is printed; what cannot be read has its reason."""
    if lists.is_asked_for(options):
        return lists.bring_in_list(options, _said)
    if not options.paths and options.imap is None:
        raise BadInput("Nothing was named: a PATH to import, or a mail server with --imap.")
    with opened(options) as dossier:
        sources: list[Path | Source] = [*options.paths]
        if options.imap is not None:
            from smes_panel.cli.mailbox import asked_for

            sources.append(asked_for(options))
        return _said(arrivals(dossier, sources), options.json, dossier)


def _said(found: Iterable[Arrived], json: bool, dossier: Dossier | None = None) -> int:
    """Tells what became of each item, as it is taken in; and at the end which of them may complete another."""
    results = []
    for arrived in found:
        results.append(arrived)
        if not json:
            about = f" {arrived.application}" if arrived.application else ""
            why = f": {one_line(arrived.reason)}" if arrived.reason else ""
            print(f"{arrived.result}{about}  {one_line(arrived.path)}{why}", flush=True)
    completing = {} if dossier is None else _completing(dossier)
    if json:
        as_json(
            [
                {"path": a.path, "result": a.result, "application": a.application, "reason": a.reason or None}
                | ({"completes": completing[a.application]} if a.application in completing else {})
                for a in results
            ]
        )
    else:
        for a in results:
            for key in completing.get(a.application or "", ()):
                print(f"{a.application} may complete {key}: a person joins them on the page Applications.")
        counted = {result: sum(a.result is result for a in results) for result in Arrival}
        print(
            ", ".join(f"{count} {result}" for result, count in counted.items() if count) or "Nothing was found there."
        )
    return 0


def _completing(dossier: Dossier) -> dict[str, list[str]]:
    """The keys of what each application may complete, by its key."""
    keys = dossier.read.keys()
    found = {
        keys[one]: [keys[like.with_] for like in alike if like.relation is Relation.COMPLETES]
        for one, alike in dossier.read.likenesses().items()
    }
    return {one: others for one, others in found.items() if others}


def arrivals(dossier: Dossier, paths: Sequence[Path | Source]) -> Generator[Arrived, None, None]:
    """Takes in every item under `paths`, one gesture each; may be closed at any step, and what was said is kept."""
    return taken_in(dossier.do, dossier.read, paths)


def unlock(options: argparse.Namespace) -> int:
    """Opens a document that came locked, and keeps its password with it."""
    with opened(options) as dossier:
        one = dossier.read.application(options.application)
        found = next((document for document in one.documents if document.name == options.document), None)
        if found is None:
            named = ", ".join(document.name for document in one.documents)
            raise UnknownName(f"{one.key} has no document of that name; it has: {named}. Nothing was changed.")
        given = password(options)
        with Reader() as reader:
            read = opened_with(given, dossier.read.document_bytes(one.id, found.id), found.media_type, reader)
        dossier.do(Unlock(one.id, found.id, given, read.text, read.remark))
        print(f"{one_line(found.name)} of {one.key} is open: {len(read.text)} characters. {read.remark}".rstrip())
    return 0


def exceptions(options: argparse.Namespace) -> int:
    """Who is treated differently and what of the others; with an answer, keeps it first."""
    with opened(options) as dossier:
        if options.application is not None:
            kind = ExceptionKind(options.kind)
            one = dossier.read.application_id(options.application)
            if options.others_too:
                dossier.do(TheOthersToo(one, kind))
            elif options.only is not None:
                dossier.do(OnlyThisOne(one, kind, options.only))
        found = dossier.read.exceptions()
    if options.json:
        as_json([{**asdict(one), "waits": one.waits} for one in found])
    elif not found:
        print("Nobody is treated differently.")
    else:
        as_table(
            ("key", "though", "reason", "the others", "why not they"),
            [
                (
                    one.application,
                    one.kind.value,
                    one_line(one.reason, 40),
                    " ".join(one.others),
                    one_line(one.answer, 40),
                )
                for one in found
            ],
        )
    return 0


def applications(options: argparse.Namespace) -> int:
    """The list, in the order of arrival; with --search, those in which the words are found."""
    with opened(options) as dossier:
        found = dossier.read.applications(options.search or "", texts=bool(options.json))
        if options.json:
            as_json([line(application) for application in found])
        elif not found:
            print("Nothing was found." if options.search else "No applications yet: import FILE PATH…")
        else:
            as_table(
                ("key", "name", "language", "received", "documents", "state"),
                [
                    (
                        a.key,
                        one_line(a.identity.name or a.identity.email or "(no name found)", 40),
                        (a.identity.language or Language.FR).value if a.identity.language else "?",
                        f"{a.received_at:%Y-%m-%d %H:%M}" if a.received_at else "?",
                        ", ".join(d.kind for d in a.documents),
                        ", ".join(_flags(a)),
                    )
                    for a in found
                ],
            )
    return 0


def _flags(application: Application) -> list[str]:
    flags = [application.state]
    if application.timeliness is Timeliness.LATE:
        flags.append("late")
    flags += [f"no {kind}" for kind in application.missing]
    if application.resembles:
        said = {Relation.DOUBLE: "like", Relation.COMPLETES: "completes", Relation.COMPLETED: "completed by"}
        flags += [f"{said[one.relation]} {one.with_}" for one in application.likenesses]
    if application.completed_late:
        flags.append("completed late")
    return flags


_LATE = {Timeliness.IN_TIME: False, Timeliness.LATE: True, Timeliness.UNKNOWN: None}


def line(application: Application) -> dict[str, object]:
    """One line of `applications --json`. `late` is null while the closing instant or that of the arrival is unknown."""
    identity, proposed = application.identity, application.proposed
    return {
        "key": application.key,
        "name": identity.name,
        "email": identity.email,
        "phone": identity.phone,
        "address": identity.address,
        "language": identity.language,
        "salutation": identity.salutation,
        "received_at": application.received_at,
        "late": _LATE[application.timeliness],
        "state": application.state,
        "missing": application.missing,
        "resembles": application.resembles,
        "likenesses": [
            {"key": one.with_, "because": one.traits, "relation": one.relation, "other_address": one.stranger}
            for one in application.likenesses
        ],
        "additions": [
            {"key": one.application, "received_at": one.received_at, "late": _LATE[one.timeliness]}
            for one in application.additions
        ],
        "completed_late": application.completed_late,
        "subject": application.subject,
        "proposed": {
            "name": proposed.name,
            "email": proposed.email,
            "phone": proposed.phone,
            "address": proposed.address,
            "language": proposed.language,
            "salutation": proposed.salutation,
        },
        "documents": [
            {
                "name": d.name,
                "kind": d.kind,
                "media_type": d.media_type,
                "sha256": d.sha256,
                "bytes": d.size,
                "text": d.text,
                "remark": d.remark or None,
            }
            for d in application.documents
        ],
    }
