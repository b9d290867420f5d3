"""The commands and their arguments. Each command imports its room only when it runs."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from smes_panel import __version__
from smes_panel.cli.deciding import deciding
from smes_panel.model.application import ExceptionKind
from smes_panel.model.ballot import Method
from smes_panel.model.bundle import BundleAnswer
from smes_panel.model.panel import Role
from smes_panel.model.vacancy import Stage
from smes_panel.model.words import Language

_AFTER = (
    "The passphrase comes from SMES_PANEL_PASSPHRASE, from --passphrase-file (its first line) or from a prompt, "
    "never from an argument. "
    "Exit status: 0 done, 1 refused with one line on stderr, 2 wrong usage."
)


def _in(room: str, function: str) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        return int(getattr(importlib.import_module(f"smes_panel.cli.{room}"), function)(options))

    return run


class _Commands:
    """Adds commands to a parser, each with what all share."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._parsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(self, name: str, does: str, room: str, function: str, *, json: bool = False) -> argparse.ArgumentParser:
        command = self._parsers.add_parser(
            name,
            help=does,
            description=f"{does[0].upper()}{does[1:]}.",
            epilog=_AFTER,
            # Else --passphrase would be taken for --passphrase-file, and a passphrase for its name.
            allow_abbrev=False,
        )
        command.set_defaults(command=_in(room, function))
        command.add_argument(
            "--passphrase-file", type=Path, metavar="PATH", help="read the passphrase from the first line of this file"
        )
        if json:
            command.add_argument("--json", action="store_true", help="answer in JSON")
        return command

    def on_file(self, name: str, does: str, room: str, function: str, *, json: bool = False) -> argparse.ArgumentParser:
        command = self.add(name, does, room, function, json=json)
        command.add_argument("file", type=Path, metavar="FILE", help="the dossier, *.smes")
        return command


def _stage(command: argparse.ArgumentParser, *, required: bool = True) -> None:
    stages = [stage.value for stage in Stage]
    command.add_argument(
        "--stage", choices=stages, required=required, default=Stage.SCREENING.value, help="the stage of the selection"
    )


def _from_table(command: argparse.ArgumentParser, form: str) -> None:
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("file", type=Path, nargs="?", metavar="FILE", help="the dossier, *.smes")
    source.add_argument("--from", dest="table", type=Path, metavar="CSV", help=form)
    _stage(command, required=False)


def _only(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--only", action="append", default=[], metavar="K-01", help="this application only; may be repeated"
    )


def _of_lists(command: argparse.ArgumentParser) -> None:
    command.add_argument("--as-proposed", action="store_true", help="take a list in with the columns as proposed")
    command.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="name=Nom,email=C",
        help="take a list in with these columns, by heading or letter, and the others as proposed; may be repeated",
    )
    command.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook (the first in view)")
    command.add_argument("--headings", type=int, metavar="LINE", help="the line of the headings, 0 for none (found)")
    command.add_argument(
        "--dates", choices=["day", "month"], help="what comes first in the dates of a list (found by its lines)"
    )


def _mailbox(command: argparse.ArgumentParser) -> None:
    command.add_argument("--user", metavar="NAME", help="the user of the mailbox; its password is never an argument")
    command.add_argument(
        "--password-file",
        type=Path,
        metavar="PATH",
        help="read its password from this file; else it comes from SMES_PANEL_MAIL_PASSWORD, "
        "from the system's keyring or from a prompt",
    )
    command.add_argument("--starttls", action="store_true", help="STARTTLS, usually at port 143, instead of TLS at 993")
    command.add_argument(
        "--authority", type=Path, metavar="PEM", help="the one authority to trust for the server's certificate"
    )
    command.add_argument(
        "--remember", action="store_true", help="have the system's keyring keep the mailbox's password once it is right"
    )


def _dated(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--date", type=date.fromisoformat, metavar="2022-07-04", help="the day that the print bears (today)"
    )


def _languages(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--language", choices=[one.value for one in Language], help="the language of the print (the posting's)"
    )


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="smes-panel",
        description="An offline, encrypted recruitment file for a hiring panel. main.py alone opens the window.",
        epilog=_AFTER,
    )
    top.add_argument("--version", action="version", version=f"smes-panel {__version__}")
    commands = _Commands(top)
    add, on_file = commands.add, commands.on_file

    new = on_file(
        "new", "create a dossier from a posting, a ready example or a former dossier", "begin", "new", json=True
    )
    source = new.add_mutually_exclusive_group(required=True)
    source.add_argument("--posting", type=Path, metavar="TEXT", help="text, Markdown, HTML, PDF, DOCX, ODT, DOC or RTF")
    source.add_argument("--example", choices=["connect"], help="the ready example")
    source.add_argument(
        "--from", dest="former", type=Path, metavar="OLD", help="a former dossier: its vacancy and its checklist"
    )
    new.add_argument(
        "--former-passphrase-file",
        type=Path,
        metavar="PATH",
        help="read the former dossier's passphrase from the first line of this file (SMES_PANEL_FORMER_PASSPHRASE)",
    )
    new.add_argument("--with-panel", action="store_true", help="put the members of the former dossier on the panel")
    new.add_argument("--which", type=int, metavar="N", help="which vacancy of a posting that holds several")

    on_file("show", "show the vacancy, criteria, open questions, remarks, panel and counts", "begin", "show", json=True)

    nest = on_file("nest", "have a criterion detail another, or stand by itself", "begin", "nest", json=True)
    nest.add_argument("criterion", metavar="CODE", help="such as C08 or 8a; its number stays")
    nest.add_argument("--under", metavar="CODE", help="the criterion that it details (none: it stands by itself)")

    settle = on_file(
        "settle", "answer questions that the posting leaves open, with today's date", "begin", "settle", json=True
    )
    settle.add_argument(
        "answers",
        nargs="+",
        metavar="KEY=VALUE",
        help="reference, closes_at, weight.C08, essential.C08, stages.C08, or a field of the letters",
    )
    settle.add_argument("--reason", default="", help="why a rule of the selection changes after the freeze")

    panel = on_file("panel", "list the members, or add one", "begin", "panel", json=True)
    panel.add_argument("--add", metavar="NAME", help="the person to add")
    panel.add_argument(
        "--role", choices=[role.value for role in Role], default=Role.MEMBER.value, help="their role (member)"
    )

    bring_in = on_file(
        "import",
        "bring applications in: mails, folders of them, a folder per person, PDF and DOCX; or a list (CSV, XLSX, ODS), "
        "its columns shown before anything is taken in",
        "arrive",
        "bring_in",
        json=True,
    )
    bring_in.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a file or a folder")
    _of_lists(bring_in)
    bring_in.add_argument("--imap", metavar="HOST", help="a mailbox on this server, over TLS; HOST:PORT if not at 993")
    _mailbox(bring_in)
    bring_in.add_argument("--folder", default="INBOX", metavar="NAME", help="the folder of the mailbox (INBOX)")
    bring_in.add_argument(
        "--since", type=date.fromisoformat, metavar="2022-05-01", help="only the messages that came in since this day"
    )

    folders = add("folders", "list the folders of a mailbox on a mail server", "mailbox", "folders", json=True)
    folders.add_argument("imap", metavar="HOST", help="the mail server, reached over TLS; HOST:PORT if not at 993")
    _mailbox(folders)

    bundles = on_file(
        "bundles", "list the mails of several applications that wait, or decide on one", "bundles", "bundles", json=True
    )
    bundles.add_argument("--all", action="store_true", help="those that were decided on too")
    bundles.add_argument("--decide", metavar="BUNDLE", help="the mail to decide on, by the beginning of its name")
    bundles.add_argument(
        "--as",
        dest="answer",
        choices=[one.value for one in BundleAnswer],
        help="an application for each part, one for all of them, or none",
    )
    bundles.add_argument("--parts", metavar="1,3", help="with --as each: these parts only")

    applications = on_file("applications", "list the applications", "arrive", "applications", json=True)
    applications.add_argument(
        "--search", metavar="WORDS", help="those in which every word is found, in names and documents"
    )

    unlock = on_file("unlock", "open a document that came locked, and keep its password", "arrive", "unlock")
    unlock.add_argument("application", metavar="K-01", help="whose document it is")
    unlock.add_argument("document", metavar="NAME", help="the document, by its name")
    unlock.add_argument(
        "--password-file", type=Path, metavar="PATH", help="read the password from the first line of this file"
    )

    exceptions = on_file(
        "exceptions", "list who is treated differently; say what of the others", "arrive", "exceptions", json=True
    )
    exceptions.add_argument("--application", metavar="K-01", help="whose exception is answered for")
    exceptions.add_argument("--kind", choices=[kind.value for kind in ExceptionKind], default="late", help="in what")
    answer = exceptions.add_mutually_exclusive_group()
    answer.add_argument("--others-too", action="store_true", help="examine those in the same situation too")
    answer.add_argument("--only", metavar="REASON", help="why the others are not treated alike; kept for the minutes")

    search = on_file("search", "find words and show the passages where they stand", "search", "search", json=True)
    search.add_argument(
        "words",
        nargs="+",
        metavar="WORDS",
        help="each has to begin a word of who it is from or of a document; what is in double quotes is a phrase",
    )
    search.add_argument("--member", metavar="NAME", help="this member's own comments too")

    rate = on_file("rate", "take ratings from a table into a member's draft", "assess", "rate")
    rate.add_argument("--member", required=True, metavar="NAME", help="whose ratings they are")
    _stage(rate)
    rate.add_argument(
        "--from",
        dest="table",
        required=True,
        type=Path,
        metavar="CSV",
        help="application,criterion,level,comment; level 1 to 4, na, abstain, recused, empty leaves it as it is",
    )

    ratings = on_file("ratings", "list the ratings that may be seen", "assess", "ratings", json=True)
    ratings.add_argument("--member", metavar="NAME", help="this member's own too, drafts included")

    hand_in = on_file("hand-in", "end a member's draft of a stage and seal it", "assess", "hand_in")
    hand_in.add_argument("--member", required=True, metavar="NAME", help="whose draft it is")
    _stage(hand_in)
    _only(hand_in)

    conflict = on_file(
        "conflict", "list conflicts of interest; declare or withdraw one", "reading", "conflict", json=True
    )
    conflict.add_argument("--member", metavar="NAME", help="who has it, or who reads the list")
    conflict.add_argument("--application", metavar="K-01", help="with whose application")
    conflict.add_argument("--reason", default="", help="why, for the minutes")
    conflict.add_argument("--withdraw", action="store_true", help="withdraw it; that it was declared stays recorded")

    asked = on_file(
        "not-asked", "list which criteria are not asked of whom; settle one", "reading", "not_asked", json=True
    )
    asked.add_argument("--by", metavar="NAME", help="the chair or the secretary, who settles it")
    asked.add_argument("--member", metavar="NAME", help="of whom it is not asked")
    asked.add_argument("--criterion", metavar="C08", help="what is not asked, with its sub-criteria")
    asked.add_argument("--again", action="store_true", help="ask it after all")

    blind = on_file("blind", "hide names from those who rate until a stage, or show them", "reading", "blind")
    blind.add_argument("--by", required=True, metavar="NAME", help="the chair or the secretary, who settles it")
    blind.add_argument(
        "--until", required=True, choices=[Stage.INTERVIEW.value, "none"], help="interview: until screening is open"
    )

    scratch = on_file("scratchpad", "show a member's private notes on an application; write them", "own", "scratchpad")
    scratch.add_argument("--member", required=True, metavar="NAME", help="whose notes they are")
    scratch.add_argument("--application", required=True, metavar="K-01", help="on whom")
    scratch.add_argument("--text", help="what they say from now on; they never leave this laptop")

    given = on_file("access", "show a member's notes as an access request would give them", "own", "access", json=True)
    given.add_argument("--member", required=True, metavar="NAME", help="whose notes they are")
    given.add_argument("--application", required=True, metavar="K-01", help="on whom")

    history = on_file("history", "list what one rating of a member's own was, and when", "own", "history", json=True)
    history.add_argument("--member", required=True, metavar="NAME", help="whose rating it is")
    history.add_argument("--application", required=True, metavar="K-01", help="of whom")
    history.add_argument("--criterion", required=True, metavar="C03", help="on what")
    _stage(history, required=False)

    calibrate = on_file("calibrate", "rate the fictitious candidate, who counts nowhere", "own", "calibrate", json=True)
    calibrate.add_argument("--member", required=True, metavar="NAME", help="who tries the anchors")
    calibrate.add_argument("--criterion", metavar="C03", help="on what")
    calibrate.add_argument("--level", default="", help="1 to 4, na or abstain")
    calibrate.add_argument("--language", choices=["fr", "nl"], default="fr", help="of the file to read (fr)")
    _stage(calibrate, required=False)

    order = on_file("order", "list what a member reads, in the order drawn for them", "reading", "order", json=True)
    order.add_argument("--member", required=True, metavar="NAME", help="who reads")
    order.add_argument("--drift", action="store_true", help="say whether that member's last files are rated otherwise")
    order.add_argument("--criterion", metavar="C03", help="show that member's own answers on this criterion")
    _stage(order, required=False)

    open_grids = on_file("open-grids", "open a stage for everybody at once", "assess", "open_grids")
    _stage(open_grids)
    open_grids.add_argument("--reason", default="", help="why it opens without a missing grid; recorded")
    open_grids.add_argument("--by", metavar="NAME", help="who opens without a missing grid (the chair)")

    compare = on_file("compare", "show medians, spread and gaps of an opened stage", "assess", "compare", json=True)
    _stage(compare, required=False)
    compare.add_argument(
        "--out", type=Path, metavar="PDF|CSV", help="the file to print the table into, or to export it"
    )
    for argument in (_dated, _languages):
        argument(compare)

    correct = on_file("correct", "list corrections made after the opening; make one", "revising", "correct", json=True)
    _stage(correct, required=False)
    correct.add_argument("--member", metavar="NAME", help="whose rating it is")
    correct.add_argument("--application", metavar="K-01", help="of whom")
    correct.add_argument("--criterion", metavar="C03", help="on what")
    correct.add_argument("--level", help="1 to 4, na or abstain")
    correct.add_argument("--reason", default="", help="why; the first version stays beside it and goes on counting")

    agree = on_file(
        "consensus", "list what the panel rated together; rate one criterion", "revising", "consensus", json=True
    )
    _stage(agree, required=False)
    agree.add_argument("--application", metavar="K-01", help="of whom")
    agree.add_argument("--criterion", metavar="C03", help="on what")
    agree.add_argument("--level", help="1 to 4; nothing starts from the median, none takes it away")
    agree.add_argument("--sentence", default="", help="why, where it is not the median")

    agreement = add(
        "agreement", "tell how far raters agree, of a table or an opened stage", "counts", "agreement", json=True
    )
    _from_table(
        agreement, "one row per unit, one column per rater, gaps empty; a first line that is not numbers is a heading"
    )

    rank = add("rank", "put ballots, or an opened stage, in order by one way of counting", "counts", "rank", json=True)
    _from_table(rank, "count,first,second,…; those tied are joined by =")
    rank.add_argument(
        "--method", required=True, choices=[method.value for method in Method], help="how opinions are put together"
    )

    outcome = on_file("outcome", "take outcomes and letter fields from a table", "assess", "outcome")
    outcome.add_argument(
        "--from",
        dest="table",
        required=True,
        type=Path,
        metavar="CSV",
        help="application,stage,outcome,reason,criteria,rank,field,value",
    )

    deciding(add, on_file)

    grids = on_file("grids", "print the interview grids of those invited, one per member", "papers", "grids")
    grids.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder to print into")
    for argument in (_only, _dated, _languages):
        argument(grids)

    checklist = on_file("checklist", "print the blank checklist", "papers", "checklist")
    checklist.add_argument("--out", required=True, type=Path, metavar="PDF", help="the file to print into")
    for argument in (_dated, _languages):
        argument(checklist)

    texts = on_file(
        "templates", "list the texts of the letters; show, write or put back one", "templates", "templates", json=True
    )
    about = texts.add_mutually_exclusive_group()
    about.add_argument("--show", nargs=2, metavar=("KIND", "LANGUAGE"), help="print the text in force")
    about.add_argument(
        "--set", nargs=3, metavar=("KIND", "LANGUAGE", "TXT"), help="have these letters made from the text of a file"
    )
    about.add_argument("--reset", nargs=2, metavar=("KIND", "LANGUAGE"), help="put the house's text back")
    about.add_argument("--own", nargs=3, metavar=("K-01", "KIND", "TXT"), help="give one letter a text of its own")
    about.add_argument("--drop-own", nargs=2, metavar=("K-01", "KIND"), help="have it made from the template again")
    about.add_argument(
        "--difference", nargs=2, metavar=("K-01", "KIND"), help="show one letter's own text beside the template"
    )

    on_file("journal", "list who did what, when", "keep", "journal", json=True)
    on_file("check", "verify the pages, the chain and the fold", "keep", "check", json=True)
    backup = on_file("backup", "make a whole copy", "keep", "backup")
    backup.add_argument("out", type=Path, metavar="OUT", help="the copy to make")
    restore = add("restore", "make a dossier out of a copy, checked first", "keep", "restore")
    restore.add_argument("file", type=Path, metavar="COPY", help="the copy")
    restore.add_argument("out", type=Path, metavar="OUT", help="the dossier to make")
    change = on_file("passphrase", "change the passphrase", "keep", "change_passphrase")
    change.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="PATH",
        help="read the new passphrase from the first line of this file",
    )

    guard = add("guard", "hint where a note may speak of a protected criterion", "wording", "guard", json=True)
    guard.add_argument("--from", dest="text", type=Path, metavar="TXT", help="the note (the standard input)")
    guard.add_argument(
        "--language", choices=[one.value for one in Language], default=Language.EN.value, help="of the hints (en)"
    )

    demo = add(
        "demo",
        "make a rated dossier with its grids, letters and tables from fictitious applications",
        "demonstrate",
        "demo",
    )
    demo.add_argument("folder", type=Path, metavar="DIR", help="an empty or new folder")
    return top
