"""One step of an import: from a file, or from a folder of one person's, to an application or to what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from smes_panel.errors import BadInput, PanelError, SetAside
from smes_panel.intake import documents, kinds, mail
from smes_panel.intake.extraction import APART, LOCKED, OUTLOOK, TNEF, Reader
from smes_panel.intake.headers import looks_like_message
from smes_panel.intake.identity import propose
from smes_panel.intake.lists.reading import looks_like_list
from smes_panel.intake.names import plain_name
from smes_panel.intake.persons import headline, neat_name, person_in
from smes_panel.intake.sources.node import DEPTH, Node, OnDisk, Sort, content
from smes_panel.model.application import Arrival, IncomingApplication, IncomingDocument
from smes_panel.model.bundle import IncomingBundle

FOLDER_LIMIT = 300_000_000
FOLDER_FILES = 200

_AS_EML = "save its messages as .eml and import those"
_AS_PDF = "save it as PDF or DOCX and import that"
_NOT_YET = {
    ".pst": f"an Outlook mailbox (.pst): {_AS_EML}",
    ".ost": f"an Outlook mailbox (.ost): {_AS_EML}",
    ".p7m": f"an encrypted or signed message (.p7m): {_AS_EML}",
    ".pages": f"a Pages document (.pages): {_AS_PDF}",
}
_NOT_YET_INSIDE = {"application/vnd.ms-outlook-pst": ".pst"}
_LOOSE = APART | {LOCKED}
_LIST = "This is a list: open it alone, to choose what its columns are."
KNOWN = "This was already imported: nothing is added."


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that an import found: an application to add, a bundle of several to put up for a decision, or what else
    became of it (`result`) and why.

    `path` is the path as given, with what was found below it. `fingerprint` is empty where nothing could be read.
    """

    path: str
    application: IncomingApplication | None = None
    bundle: IncomingBundle | None = None
    result: Arrival | None = None
    reason: str = ""
    fingerprint: str = ""


Step = Callable[[Reader], Item]
"""What is left to be done for one item, given a reader of documents."""


class Source(Protocol):
    """What brings its own steps, and is no path: a folder on a server."""

    @property
    def label(self) -> str:
        """What the label of everything that comes of it begins with."""
        ...

    def how_many(self) -> int:
        """About how many items there are. May raise PanelError."""
        ...

    def remember(self, known: Mapping[str, tuple[str, int]]) -> None:
        """Be told the fingerprint and the size of each message that is known, by its label."""
        ...

    def steps(self, known: Container[str], reader: Reader) -> Iterator[Step]: ...

    def abandon(self) -> None:
        """Wait for nothing any more; said from another thread."""
        ...

    def close(self) -> None:
        """Let go of what it holds; said when no thread is at it."""
        ...


def saying(label: str, reason: str) -> Step:
    return lambda _: refused(label, reason)


def refused(label: str, reason: str) -> Item:
    return Item(label, result=Arrival.REFUSED, reason=reason)


def why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is nothing at this path."
    if isinstance(error, PermissionError):
        return "This may not be read: ask for the right to read it, or copy it elsewhere."
    return "This could not be read from the disk: copy it elsewhere and import the copy."


def document(path: Path, reader: Reader) -> IncomingDocument:
    """One file as a document to be attached. Raises BadInput where it cannot be read."""
    try:
        return documents.incoming(path.name, content(OnDisk.named(path)), reader)
    except (OSError, ValueError) as error:
        raise BadInput(why(error)) from error


def one_file(node: Node, known: Container[str], reader: Reader) -> Item:
    """What becomes of one file."""
    try:
        raw = content(node)
    except (OSError, ValueError) as error:
        return refused(node.label, why(error))
    except BadInput as error:
        return refused(node.label, str(error))
    fingerprint = hashlib.sha256(raw).hexdigest()
    if fingerprint in known:
        return Item(node.label, result=Arrival.KNOWN, reason=KNOWN, fingerprint=fingerprint)
    try:
        application = _read(node, raw, reader)
    except SetAside as error:
        return Item(node.label, result=Arrival.SET_ASIDE, reason=str(error), fingerprint=fingerprint)
    except PanelError as error:
        return Item(node.label, result=Arrival.REFUSED, reason=str(error), fingerprint=fingerprint)
    if isinstance(application, IncomingBundle):
        return Item(node.label, bundle=application, fingerprint=fingerprint)
    return Item(node.label, application, fingerprint=fingerprint)


def _read(node: Node, raw: bytes, reader: Reader) -> IncomingApplication | IncomingBundle:
    if not raw:
        raise BadInput("The file is empty.")
    form = documents.media_type(raw, node.name)
    ending = Path(node.name).suffix.lower()
    if form in _LOOSE and ending != ".eml":
        return _loose(node, raw, reader)
    if form == OUTLOOK:
        return mail.read_outlook(raw, node.label, reader)
    if looks_like_list(form, node.name) and not looks_like_message(raw):
        raise SetAside(_LIST)
    if form == TNEF:
        raise SetAside(
            "An Outlook attachment (winmail.dat) alone says not whose it is: import the message it came with."
        )
    if ending != ".eml":
        named = _NOT_YET_INSIDE.get(form, "" if looks_like_message(raw) else ending)
        if named in _NOT_YET:
            raise SetAside(f"This format is not read yet, {_NOT_YET[named]}.")
    if ending == ".emlx":
        raw = _without_its_count(raw)
    if ending == ".eml" or looks_like_message(raw):
        return mail.read_mail(raw, node.label, reader)
    if ending in (".pdf", ".docx", ".doc", ".odt", ".rtf", ".msg"):
        raise BadInput(f"The file is called {ending} but is no such document: it may have been damaged on its way.")
    if form in documents.IMAGES:
        raise BadInput("An image alone says not whose it is: put it in a folder that bears the applicant's name.")
    raise BadInput("This is neither a message nor a document that an application is made of.")


def _without_its_count(raw: bytes) -> bytes:
    """The message in a file of Apple Mail (.emlx): its length on a line, the message, the program's notes."""
    count, _, rest = raw.partition(b"\n")
    return rest[: int(count)] if count.strip().isdigit() and len(count) < 20 else raw


def _loose(node: Node, raw: bytes, reader: Reader) -> IncomingApplication:
    read = documents.incoming(node.name, raw, reader)
    return _gathered(hashlib.sha256(raw).hexdigest(), node, person_in(Path(node.name).stem), [read])


def one_person(folder: Node, known: Container[str], reader: Reader) -> Item:
    """What becomes of a folder that is one application: all that lies in it and below it."""
    try:
        found = list(_below("", folder, DEPTH))
        if len(found) > FOLDER_FILES:
            raise BadInput(f"The folder holds more than {FOLDER_FILES} files: too many to be one application.")
        if sum(node.size() for _, node in found) > FOLDER_LIMIT:
            raise BadInput(
                f"The folder holds more than {FOLDER_LIMIT // 1_000_000} MB: too much to be one application."
            )
        contents = [(name, content(node)) for name, node in found]
    except (OSError, ValueError) as error:
        return refused(folder.label, why(error))
    except BadInput as error:
        return refused(folder.label, str(error))
    listed = sorted(f"{name}\0{hashlib.sha256(raw).hexdigest()}" for name, raw in contents)
    fingerprint = hashlib.sha256("\n".join(listed).encode("utf-8", "surrogateescape")).hexdigest()
    if fingerprint in known:
        return Item(folder.label, result=Arrival.KNOWN, reason=KNOWN, fingerprint=fingerprint)
    read = [documents.incoming(name.replace("/", " – "), raw, reader) for name, raw in contents]
    return Item(folder.label, _gathered(fingerprint, folder, folder.name, read), fingerprint=fingerprint)


def _below(above: str, folder: Node, depth: int) -> Iterator[tuple[str, Node]]:
    for node in folder.below():
        name = f"{above}{node.name}"
        if node.sort is Sort.FOLDER and depth:
            yield from _below(f"{name}/", node, depth - 1)
        elif node.sort is Sort.FILE:
            yield name, node


def _gathered(fingerprint: str, node: Node, called: str, read: list[IncomingDocument]) -> IncomingApplication:
    texts = [(document.kind, document.text) for document in read if documents.says(document)]
    heads = [found for kind, text in texts if (found := headline(text, kind))]
    named = neat_name(called.replace("_", " "))
    # The head of a CV has the accents that a file name lost; where the two disagree the folder was named by a person.
    same = next((found for found in heads if set(kinds.folded(found).split()) >= set(kinds.folded(named).split())), "")
    identity = propose(same or named, "", "", "", texts)
    subject = plain_name(Path(node.name).stem if node.sort is Sort.FILE else node.name)
    return IncomingApplication(fingerprint, node.label, None, identity, subject, tuple(read))
