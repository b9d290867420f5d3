"""What an import is made of: the messages, the applicants' folders and the loose documents under the paths given.

The rules, in the order in which they are tried:

* a file that is a message by its content, under whatever name, is one application;
* a folder met on the way, in which there are documents and no message, is one application of all that lies in it
  and below it, named after the folder, unless its CVs name several people, it holds more than thirty documents, or a
  sub-folder has a CV or a message of its own: then it is a pile, and its documents are loose;
* so is a folder named by the person, when nothing but documents lies in it, at most twelve;
* a loose PDF or DOCX is one application; so is one beside messages;
* everything else has its result and its reason. Links are not followed, hidden files and the droppings of operating
  systems are passed over in silence, and nothing that is wrong with one item stops the next.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import deque
from collections.abc import Callable, Container, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from smes_panel.errors import BadInput, PanelError, SetAside
from smes_panel.intake import documents, mail
from smes_panel.intake.extraction import DOCX, PDF, Reader
from smes_panel.intake.identity import propose
from smes_panel.intake.names import plain_line, plain_name
from smes_panel.intake.persons import headline, neat_name
from smes_panel.model.application import Arrival, DocumentKind, IncomingApplication, IncomingDocument

FILE_LIMIT = 100_000_000
FOLDER_LIMIT = 300_000_000
FOLDER_FILES = 200
FOLDER_PAPERS = 30
FOLDER_DEPTH = 40
AT_ONCE = 2
LOOSE_TOGETHER = 12
_COUNTED = 10_000

_DROPPINGS = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "icon\r"))
_MAILDIR = ("cur", "new")
_AS_EML = "save its messages as .eml and import those"
_AS_PDF = "save it as PDF or DOCX and import that"
_NOT_YET = {
    ".msg": f"an Outlook message (.msg): {_AS_EML}",
    ".mbox": f"a mailbox in one file (.mbox): {_AS_EML}",
    ".pst": f"an Outlook mailbox (.pst): {_AS_EML}",
    ".ost": f"an Outlook mailbox (.ost): {_AS_EML}",
    ".tnef": f"an Outlook attachment (winmail.dat): {_AS_EML}",
    ".p7m": f"an encrypted or signed message (.p7m): {_AS_EML}",
    ".zip": "a ZIP archive (.zip): unpack it and import the folder",
    ".doc": f"a Word 97–2003 document (.doc): {_AS_PDF}",
    ".odt": f"an OpenDocument text (.odt): {_AS_PDF}",
    ".rtf": f"a Rich Text document (.rtf): {_AS_PDF}",
    ".pages": f"a Pages document (.pages): {_AS_PDF}",
    ".xls": "an Excel sheet (.xls): applications come as messages and documents",
    ".xlsx": "an Excel sheet (.xlsx): applications come as messages and documents",
    ".csv": "a list (.csv): applications come as messages and documents",
}
_NOT_YET_INSIDE = {
    documents.OUTLOOK: ".msg",
    documents.DOC: ".doc",
    documents.ODT: ".odt",
    documents.RTF: ".rtf",
    documents.ZIP: ".zip",
    "application/ms-tnef": ".tnef",
    "application/vnd.ms-outlook-pst": ".pst",
}
_KNOWN = "This was already imported: nothing is added."


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that an import found: an application to add, or what else became of it (`result`) and why.

    `path` is the path as given, with what was found below it. `fingerprint` is empty where nothing could be read.
    """

    path: str
    application: IncomingApplication | None = None
    result: Arrival | None = None
    reason: str = ""
    fingerprint: str = ""


_Step = Callable[[Reader], Item]


def items(paths: Iterable[Path], known: Container[str] = ()) -> Generator[Item, None, None]:
    """Every item under `paths`, in the order given and by name within; a generator that may be closed at any step.

    An item whose fingerprint is in `known` is reported as known without being read again. Nothing is raised for what
    a file holds or fails to hold. While an item is taken in, the next ones are read in threads of their own, since
    half of the time goes by in waiting for the reading process; nothing but reading happens there.
    """
    with closing(items_or_waiting(paths, known, None)) as found:
        yield from (item for item in found if item is not None)


def items_or_waiting(
    paths: Iterable[Path], known: Container[str], patience: float | None
) -> Generator[Item | None, None, None]:
    """The same for a window: a `None` each time that nothing was ready within `patience` seconds."""
    readers = [Reader() for _ in range(AT_ONCE + 1)]
    free: SimpleQueue[Reader] = SimpleQueue()
    for reader in readers[1:]:
        free.put(reader)

    def taken(step: _Step) -> Item:
        reader = free.get()
        try:
            return step(reader)
        finally:
            free.put(reader)

    ahead: deque[Future[Item]] = deque()
    pool = ThreadPoolExecutor(AT_ONCE + 1)
    steps = (step for path in paths for step in _given(Path(path), known, readers[0]))
    try:
        # A folder of one person's is read while the steps are looked for, which therefore is work for a thread too.
        looking: Future[_Step | None] | None = pool.submit(next, steps, None)
        while looking is not None or ahead:
            first: Future[Any] = ahead[0] if looking is None or len(ahead) > AT_ONCE else looking
            while not wait((first,), patience).done:
                yield None
            if first is looking:
                step = looking.result()
                looking = None if step is None else pool.submit(next, steps, None)
                if step is not None:
                    ahead.append(pool.submit(taken, step))
            else:
                yield ahead.popleft().result()
    finally:
        for reader in readers:
            reader.abandon()
        pool.shutdown(cancel_futures=True)
        for reader in readers:
            reader.close()


def _given(path: Path, known: Container[str], reader: Reader) -> Iterator[_Step]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield _saying(path, _why(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, known, reader, depth=0)
    else:
        yield partial(_file, path, known)


def _folder(folder: Path, known: Container[str], reader: Reader, depth: int) -> Iterator[_Step]:
    try:
        entries = _entries(folder)
    except OSError as error:
        yield _saying(folder, _why(error))
        return
    if depth > FOLDER_DEPTH:
        yield _saying(folder, f"Folders nested more than {FOLDER_DEPTH} deep are not opened.")
        return
    files = [Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
    folders = [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
    if _may_be_of_one_person(files, folders, depth):
        found = _of_one_person(folder, known, reader)
        if found.application is None or _is_of_one_person(found.application, depth):
            yield lambda _: found
            return
    for entry in entries:
        path = Path(entry.path)
        if entry.is_symlink():
            yield _saying(path, "This is a link to elsewhere, and links are not followed: import what it points to.")
        elif entry.is_dir(follow_symlinks=False):
            yield from _folder(path, known, reader, depth + 1)
        else:
            yield partial(_file, path, known)


def _saying(path: Path, reason: str) -> _Step:
    return lambda _: _refused(path, reason)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        entries = [entry for entry in found if not _is_dropping(entry)]
    return sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name))


def _is_dropping(entry: os.DirEntry[str]) -> bool:
    name = entry.name.casefold()
    if name in _DROPPINGS or name.startswith("~$"):
        return True
    if not name.startswith("."):
        return False
    # A Maildir names its sub-folders ".Name": hidden to the system, but full of mail.
    is_maildir = entry.is_dir(follow_symlinks=False) and any(Path(entry.path, sub).is_dir() for sub in _MAILDIR)
    return not is_maildir


def _may_be_of_one_person(files: list[Path], folders: list[Path], depth: int) -> bool:
    papers = sum(map(_is_paper, files))
    if not depth:
        return not folders and papers == len(files) and 2 <= papers <= LOOSE_TOGETHER
    if not 1 <= papers <= FOLDER_PAPERS or any(map(_is_message, files)):
        return False
    return not any(_is_somebodys_own(path) for below in folders for path in _walked(below, FOLDER_DEPTH))


def _is_somebodys_own(path: Path) -> bool:
    """Whether a file in a sub-folder shows that the folder above holds several people: a message, or a CV."""
    return _is_message(path) or documents.kind(path.name, "", "") is DocumentKind.CV


def _is_of_one_person(application: IncomingApplication, depth: int) -> bool:
    """Whether the CVs gathered in a folder name one person; CVs of nobody are one person's where they lie apart."""
    curricula = [document for document in application.documents if document.kind is DocumentKind.CV]
    people: list[set[str]] = []
    for document in curricula:
        own = "" if document.remark else headline(document.text)
        words = {
            word for word in documents.folded(own or _person_in(Path(document.name).stem)).split() if len(word) > 2
        }
        if words and not any(words & named for named in people):
            people.append(words)
    return len(people) == 1 or (not people and (depth > 0 or len(curricula) <= 1))


def _walked(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = _entries(folder)
    except OSError:
        return
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            yield Path(entry.path)
        elif depth and entry.is_dir(follow_symlinks=False):
            yield from _walked(Path(entry.path), depth - 1)


def _is_message(path: Path) -> bool:
    if path.suffix.lower() == ".eml":
        return True
    return _could_be_message(path) and mail.looks_like_message(_head(path))


def _could_be_message(path: Path) -> bool:
    """Names under which messages are found: no ending, a text's, or a Maildir's (flags and host names after dots)."""
    ending = path.suffix.lower()
    return (
        ending in ("", ".txt", ".mail", ".mht", ".mime")
        or path.parent.name in (*_MAILDIR, "tmp")
        or not ending[1:].isalnum()
    )


def _is_paper(path: Path) -> bool:
    return documents.media_type(_head(path), path.name) in documents.PAPERS or path.suffix.lower() in (
        ".pdf",
        ".docx",
        ".odt",
        ".doc",
    )


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(20_000)
    except OSError:
        return b""


def _file(path: Path, known: Container[str], reader: Reader) -> Item:
    try:
        content = _bytes(path)
    except (OSError, ValueError) as error:
        return _refused(path, _why(error))
    except BadInput as error:
        return _refused(path, str(error))
    fingerprint = hashlib.sha256(content).hexdigest()
    if fingerprint in known:
        return Item(str(path), result=Arrival.KNOWN, reason=_KNOWN, fingerprint=fingerprint)
    try:
        application = _read_file(path, content, reader)
    except SetAside as error:
        return Item(str(path), result=Arrival.SET_ASIDE, reason=str(error), fingerprint=fingerprint)
    except PanelError as error:
        return Item(str(path), result=Arrival.REFUSED, reason=str(error), fingerprint=fingerprint)
    return Item(str(path), application, fingerprint=fingerprint)


def _read_file(path: Path, content: bytes, reader: Reader) -> IncomingApplication:
    if not content:
        raise BadInput("The file is empty.")
    form = documents.media_type(content, path.name)
    ending = path.suffix.lower()
    if form in (PDF, DOCX, documents.LOCKED) and ending != ".eml":
        return _loose(path, content, reader)
    named = ending if ending == ".mbox" or not mail.looks_like_message(content) else ""
    ending = ".mbox" if _is_mailbox(content) else _NOT_YET_INSIDE.get(form, named)
    if form == documents.ZIP and path.suffix.lower() == ".docx":
        ending = ""
    if ending in _NOT_YET and path.suffix.lower() != ".eml":
        raise SetAside(f"This format is not read yet, {_NOT_YET[ending]}.")
    if path.suffix.lower() == ".eml" or mail.looks_like_message(content):
        return mail.read_message(content, str(path), reader)
    if path.suffix.lower() in (".pdf", ".docx"):
        raise BadInput(
            f"The file is called {path.suffix.lower()} but is no such document: it may have been damaged on its way."
        )
    if form in documents.IMAGES:
        raise BadInput("An image alone says not whose it is: put it in a folder that bears the applicant's name.")
    raise BadInput("This is neither a message nor a document that an application is made of.")


def _is_mailbox(content: bytes) -> bool:
    """Several messages in one file, each after a line `From sender date`."""
    if not content.startswith(b"From "):
        return False
    further = content.split(b"\n\nFrom ", 1)[1:] or content.split(b"\r\n\r\nFrom ", 1)[1:]
    return any(mail.looks_like_message(b"From " + rest[:20_000]) for rest in further)


def document(path: Path, reader: Reader) -> IncomingDocument:
    """One file as a document to be attached. Raises BadInput where it cannot be read."""
    try:
        return documents.incoming(path.name, _bytes(path), reader)
    except (OSError, ValueError) as error:
        raise BadInput(_why(error)) from error


def how_many(paths: Iterable[Path]) -> int:
    """About how many files there are under these paths, for telling how far one is; counting stops at ten thousand."""
    counted = 0
    for path in paths:
        for _ in _walked(path, FOLDER_DEPTH) if path.is_dir() else (path,):
            counted += 1
            if counted >= _COUNTED:
                return counted
    return counted


def _bytes(path: Path) -> bytes:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise BadInput("This is not an ordinary file, and it was not opened.")
    if found.st_size > FILE_LIMIT:
        raise BadInput(f"The file is bigger than {FILE_LIMIT // 1_000_000} MB and was not read.")
    with path.open("rb") as stream:
        return stream.read(FILE_LIMIT + 1)[:FILE_LIMIT]


def _loose(path: Path, content: bytes, reader: Reader) -> IncomingApplication:
    document = documents.incoming(path.name, content, reader)
    return _gathered(hashlib.sha256(content).hexdigest(), path, _person_in(path.stem), [document])


def _person_in(stem: str) -> str:
    """`CV_Yasmina_Modèle_2022` names a person once what it is and when are taken away; a single word is no name."""
    spaced = plain_line("".join(char if char.isalpha() or char in "-'’" else " " for char in stem))
    words = [word for word in spaced.split() if documents.kind(word, "", "") is DocumentKind.OTHER and len(word) > 1]
    return " ".join(words) if 2 <= len(words) <= 4 else ""


def _of_one_person(folder: Path, known: Container[str], reader: Reader) -> Item:
    try:
        found = list(_below(folder, folder, FOLDER_DEPTH))
        if len(found) > FOLDER_FILES:
            raise BadInput(f"The folder holds more than {FOLDER_FILES} files: too many to be one application.")
        if sum(path.stat().st_size for _, path in found) > FOLDER_LIMIT:
            raise BadInput(
                f"The folder holds more than {FOLDER_LIMIT // 1_000_000} MB: too much to be one application."
            )
        contents = [(name, _bytes(path)) for name, path in found]
    except (OSError, ValueError) as error:
        return _refused(folder, _why(error))
    except BadInput as error:
        return _refused(folder, str(error))
    listed = sorted(f"{name}\0{hashlib.sha256(content).hexdigest()}" for name, content in contents)
    fingerprint = hashlib.sha256("\n".join(listed).encode("utf-8", "surrogateescape")).hexdigest()
    if fingerprint in known:
        return Item(str(folder), result=Arrival.KNOWN, reason=_KNOWN, fingerprint=fingerprint)
    read = [documents.incoming(name.replace("/", " – "), content, reader) for name, content in contents]
    return Item(str(folder), _gathered(fingerprint, folder, folder.name, read), fingerprint=fingerprint)


def _below(top: Path, folder: Path, depth: int) -> Iterator[tuple[str, Path]]:
    for entry in _entries(folder):
        path = Path(entry.path)
        if entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth:
                yield from _below(top, path, depth - 1)
        elif entry.is_file(follow_symlinks=False):
            yield path.relative_to(top).as_posix(), path


def _gathered(fingerprint: str, path: Path, called: str, read: list[IncomingDocument]) -> IncomingApplication:
    texts = [(document.kind, document.text) for document in read if not document.remark]
    heads = [head for kind, text in texts if (head := headline(text, kind))]
    named = neat_name(called.replace("_", " "))
    # The head of a CV has the accents that a file name lost; where the two disagree the folder was named by a person.
    same = next(
        (head for head in heads if set(documents.folded(head).split()) >= set(documents.folded(named).split())), ""
    )
    identity = propose(same or named, "", "", "", texts)
    return IncomingApplication(
        fingerprint, str(path), None, identity, plain_name(path.stem if path.suffix else path.name), tuple(read)
    )


def _refused(path: Path, reason: str) -> Item:
    return Item(str(path), result=Arrival.REFUSED, reason=reason)


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is nothing at this path."
    if isinstance(error, PermissionError):
        return "This may not be read: ask for the right to read it, or copy it elsewhere."
    return "This could not be read from the disk: copy it elsewhere and import the copy."
