"""From the paths that a person gives to the steps of an import, one for each item found there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from pathlib import Path

from smes_panel.errors import BadInput, PanelError
from smes_panel.intake import documents, kinds
from smes_panel.intake.extraction import ITEM_SECONDS, Reader
from smes_panel.intake.headers import looks_like_message
from smes_panel.intake.persons import headline, person_in
from smes_panel.intake.sources import archive, mailbox
from smes_panel.intake.sources.node import DEPTH, MAILDIR, Node, OnDisk, Sort, head, walked
from smes_panel.intake.sources.reading import Source, Step, one_file, one_person, saying, why
from smes_panel.model.application import DocumentKind, IncomingApplication

FOLDER_PAPERS = 30
LOOSE_TOGETHER = 12
_COUNTED = 10_000
_LINK = "This is a link to elsewhere, and links are not followed: import what it points to."


def steps(path: Path, known: Container[str], reader: Reader) -> Iterator[Step]:
    """What is to be read at one path, in order of name; `reader` serves while it is looked for."""
    try:
        node = OnDisk.named(path)
    except (OSError, ValueError) as error:
        yield saying(str(path), why(error))
        return
    yield from _node(node, known, reader, 0)


def how_many(paths: Iterable[Path | Source]) -> int:
    """About how many items there are under these paths, for telling how far one is; counting stops at ten thousand.

    A mailbox counts for its messages and an archive for its files. Reads every mailbox once: not for a window's thread.
    """
    counted = 0
    for path in paths:
        if not isinstance(path, Path):
            with suppress(PanelError):  # its steps tell why
                counted += path.how_many()
            continue
        for node in walked(OnDisk(path, Sort.FOLDER)) if path.is_dir() else (OnDisk(path, Sort.FILE),):
            counted += _inside(node)
            if counted >= _COUNTED:
                return _COUNTED
    return counted


def _inside(node: Node) -> int:
    ending = Path(node.name).suffix.lower()
    try:
        if ending == ".zip" and (folder := archive.folder_of(node)) is not None:
            return sum(1 for _ in islice(walked(folder), _COUNTED))
        if ending in ("", ".mbox", ".mbx") and mailbox.is_mailbox(head(node), node.name):
            return mailbox.about_how_many(node, _COUNTED)
    except (OSError, ValueError, BadInput):
        pass
    return 1


def _node(node: Node, known: Container[str], reader: Reader, depth: int) -> Iterator[Step]:
    if node.sort is Sort.LINK:
        yield saying(node.label, _LINK)
    elif node.sort is Sort.FOLDER:
        yield from _folder(node, known, reader, depth)
    else:
        yield from _file(node, known, reader, depth)


def _file(node: Node, known: Container[str], reader: Reader, depth: int) -> Iterator[Step]:
    begins = head(node)
    try:
        if archive.is_archive(begins):
            folder = archive.folder_of(node)
            if folder is not None:
                yield from _folder(folder, known, reader, depth)
                return
        elif mailbox.is_mailbox(begins, node.name):
            yield from _mailbox(node, known)
            return
    except (OSError, ValueError) as error:
        yield saying(node.label, why(error))
        return
    except BadInput as error:
        # A document whose archive is damaged is told as a damaged document.
        if documents.media_type(begins, node.name) != documents.ZIP or node.name.lower().endswith(".docx"):
            yield partial(one_file, node, known)
        else:
            yield saying(node.label, str(error))
        return
    yield partial(one_file, node, known)


def _mailbox(box: Node, known: Container[str]) -> Iterator[Step]:
    """A step for each message; what is only one is the message itself, saved with its envelope."""
    messages = mailbox.messages_of(box)
    first, second = next(messages, None), next(messages, None)
    if second is None:
        yield partial(one_file, first if first and box.name.lower().endswith((".mbox", ".mbx")) else box, known)
        return
    for message in chain((first, second), messages):
        assert message is not None
        yield partial(one_file, message, known)


def _folder(folder: Node, known: Container[str], reader: Reader, depth: int) -> Iterator[Step]:
    try:
        below = folder.below()
    except (OSError, ValueError) as error:
        yield saying(folder.label, why(error))
        return
    if depth > DEPTH:
        yield saying(folder.label, f"Folders nested more than {DEPTH} deep are not opened.")
        return
    files = [node for node in below if node.sort is Sort.FILE]
    folders = [node for node in below if node.sort is Sort.FOLDER]
    if _may_be_of_one_person(files, folders, depth):
        reader.give(ITEM_SECONDS)
        found = one_person(folder, known, reader)
        if found.application is None or _is_of_one_person(found.application, depth):
            yield lambda _: found
            return
    for node in below:
        yield from _node(node, known, reader, depth + 1)


def _may_be_of_one_person(files: list[Node], folders: list[Node], depth: int) -> bool:
    papers = sum(map(_is_paper, files))
    if not depth:
        return not folders and papers == len(files) and 2 <= papers <= LOOSE_TOGETHER
    if not 1 <= papers <= FOLDER_PAPERS or any(map(_is_message, files)):
        return False
    return not any(_is_somebodys_own(node) for below in folders for node in walked(below))


def _is_somebodys_own(node: Node) -> bool:
    """Whether a file in a sub-folder shows that the folder above holds several people: a message, or a CV."""
    return _is_message(node) or kinds.kind(node.name, "", "") is DocumentKind.CV


def _is_of_one_person(application: IncomingApplication, depth: int) -> bool:
    """Whether the CVs gathered in a folder name one person; CVs of nobody are one person's where they lie apart."""
    curricula = [document for document in application.documents if document.kind is DocumentKind.CV]
    people: list[set[str]] = []
    for document in curricula:
        own = headline(document.text) if documents.says(document) else ""
        words = {word for word in kinds.folded(own or person_in(Path(document.name).stem)).split() if len(word) > 2}
        if words and not any(words & named for named in people):
            people.append(words)
    return len(people) == 1 or (not people and (depth > 0 or len(curricula) <= 1))


def _is_message(node: Node) -> bool:
    if node.name.lower().endswith((".eml", ".emlx", ".msg")):
        return True
    return _could_be_message(node) and looks_like_message(head(node))


def _could_be_message(node: Node) -> bool:
    """Names under which messages are found: no ending, a text's, or a Maildir's (flags and host names after dots)."""
    ending = Path(node.name).suffix.lower()
    return (
        ending in ("", ".txt", ".mail", ".mht", ".mime", ".mbox", ".mbx")
        or Path(node.label).parent.name in MAILDIR
        or not ending[1:].isalnum()
    )


def _is_paper(node: Node) -> bool:
    return documents.media_type(head(node), node.name) in documents.PAPERS or node.name.lower().endswith(
        (".pdf", ".docx", ".odt", ".doc", ".rtf")
    )
