"""The file as a file: made, opened, brought up to date, copied. Nothing here knows what a gesture is."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from smes_panel.engine import Database, EngineError, connect, disconnect, translated, writing
from smes_panel.errors import FileExists, FileTooNew, NotADossier, PlaceReadOnly, Stopped
from smes_panel.schema import APPLICATION_ID, FORMAT, STEPS

Steps = Sequence[tuple[str, str]]


def made(path: Path, passphrase: str, panel: str) -> None:
    """A new empty dossier at `path`, whole or not at all; whatever is there already stays."""
    _free(path)
    waiting = path.with_name(path.name + ".part")
    # Its journal goes with it: one left by a killed creation would be rolled back into the next file of this name.
    pieces = (waiting, path.with_name(waiting.name + "-journal"))
    for piece in pieces:
        piece.unlink(missing_ok=True)
    try:
        with translated(path):
            db = connect(waiting, passphrase, create=True)
            try:
                with writing(db):
                    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    apply(db, STEPS)
                    for name, value in (("panel", panel), ("format", str(FORMAT)), ("fold", "0")):
                        db.execute("INSERT INTO meta (name, value) VALUES (?, ?)", [name, value])
            finally:
                disconnect(db)
        put_in_place(waiting, path)
    finally:
        for piece in pieces:
            piece.unlink(missing_ok=True)


def opened(path: Path, passphrase: str, steps: Steps = STEPS) -> Database:
    """The database at `path`, its own tables brought up to date; a copy is made beside it before the first step is
    applied.
    """
    db = connect(path, passphrase)
    try:
        with translated(path):
            readable(db, path)
            waiting = pending(db, steps)
            if waiting:
                copy(db, beside(path, "before-" + waiting[0][0].split()[0]))
                with writing(db):
                    apply(db, waiting)
    except BaseException:
        disconnect(db)
        raise
    return db


def readable(db: Database, path: Path) -> None:
    """Raises FileTooNew where a newer version wrote the file, NotADossier where it does not say which."""
    if (form := number(db, "format", path)) > FORMAT:
        raise FileTooNew(
            f"{path.name} was written by a newer Smes Panel (format {form}; this one reads {FORMAT}). "
            "It was left as it is. Install the newer version."
        )


def pending(db: Database, steps: Steps) -> list[tuple[str, str]]:
    """The steps that this file has not taken yet."""
    taken = {row["name"] for row in db.query("SELECT name FROM step")}
    return [step for step in steps if step[0] not in taken]


def meta(db: Database, name: str, path: Path) -> str:
    """What the file says of itself under `name`."""
    if (
        not db["meta"].exists()
        or (row := db.execute("SELECT value FROM meta WHERE name = ?", [name]).fetchone()) is None
    ):
        raise NotADossier(f"{path.name} is not a whole Smes Panel dossier. It was left as it is; open a copy of it.")
    return str(row[0])


def number(db: Database, name: str, path: Path) -> int:
    """What the file says of itself under `name`, where that is a number."""
    said = meta(db, name, path)
    if not (said.isascii() and said.isdigit()):
        raise NotADossier(f"{path.name} is not a whole Smes Panel dossier. It was left as it is; open a copy of it.")
    return int(said)


def apply(db: Database, steps: Steps) -> None:
    """Carries out these steps, statement by statement, inside the caller's transaction."""
    for name, script in steps:
        for statement in script.split(";\n"):
            if statement.strip():
                db.execute(statement)
        db.execute("INSERT INTO step (name) VALUES (?)", [name])


def copy(db: Database, path: Path, going_on: Callable[[], bool] | None = None) -> None:
    """A whole, encrypted copy of the open file at `path`, under the same passphrase; in place at the end or not at all.

    `going_on` is asked every now and then and ends the copy by answering false. `VACUUM INTO` keeps to 33 MB of memory,
    where `VACUUM` would take the whole file into it.
    """
    _free(path)
    waiting = path.with_name(path.name + ".part")
    connection = db.conn
    stopped = False

    def stop() -> bool:
        nonlocal stopped
        stopped = going_on is not None and not going_on()
        return stopped

    try:
        waiting.unlink(missing_ok=True)
        with translated(path):
            connection.execute("PRAGMA query_only = OFF")
            connection.set_progress_handler(stop if going_on else None, 200)
            try:
                connection.execute("VACUUM INTO ?", [str(waiting)])
            except EngineError:
                if stopped:
                    raise Stopped("The copy was stopped. Nothing of it was kept; the dossier is as it was.") from None
                raise
        put_in_place(waiting, path)
    finally:
        connection.execute("PRAGMA query_only = ON")
        connection.set_progress_handler(None, 0)
        with suppress(OSError):
            waiting.unlink(missing_ok=True)


def _free(path: Path) -> None:
    """Raises FileExists or PlaceReadOnly unless a new file can get the name `path`."""
    try:
        taken = path.exists()
    except OSError:
        raise PlaceReadOnly(f"{path.name[:60]}… is no name for a file here. Nothing was written.") from None
    if taken:
        raise FileExists(f"{path} exists already. Nothing was written; choose another name.")
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise PlaceReadOnly(f"{path.parent} cannot be written to. Nothing was written; choose a folder of yours.")


def put_in_place(waiting: Path, path: Path) -> None:
    """Renames a finished file to its name, on the disk before this returns."""
    with waiting.open("rb+") as file:
        os.fsync(file.fileno())
    if path.exists():
        raise FileExists(f"{path} exists already. Nothing was written; choose another name.")
    waiting.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def beside(path: Path, word: str) -> Path:
    """A free name beside `path`: `dossier.before-0002.smes`, then `dossier.before-0002-2.smes`."""
    number = 1
    while (free := path.with_name(f"{path.stem}.{word}{'' if number == 1 else f'-{number}'}{path.suffix}")).exists():
        number += 1
    return free
