"""The encrypted file: SQLCipher under sqlite-utils, its settings, and the engine's errors in words a person can act
on.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO
from weakref import WeakKeyDictionary

import sqlcipher3

if sys.platform != "win32":
    import fcntl

# sqlite-utils takes the module of this name for its engine when there is one; so both raise and catch the same
# exceptions.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2
# Its plug-in hooks name the interpreter's own module, which would bring a second SQLite library into the process.
sys.modules.setdefault("sqlite3", sqlcipher3)

# It looks for numpy and pandas to know their kinds of numbers. None is ever stored here, and where they are installed
# for something else, the first screen would wait for them.
_UNWANTED = [name for name in ("numpy", "pandas") if name not in sys.modules]
sys.modules.update(dict.fromkeys(_UNWANTED))  # type: ignore[arg-type]  # None there says that there is no such module

# The other rooms take it from here, never from sqlite-utils itself: whoever came first would choose the engine.
from sqlite_utils import Database as Database  # noqa: E402, PLC0414  (the engine has to be in place before)

for _name in _UNWANTED:
    del sys.modules[_name]

from smes_panel.errors import (  # noqa: E402
    BadInput,
    DiskFull,
    EngineTooOld,
    FileDamaged,
    FileInUse,
    FileNotFound,
    NotADossier,
    PanelError,
    PlaceReadOnly,
    WrongPassphrase,
)
from smes_panel.schema import APPLICATION_ID  # noqa: E402

OLDEST = (3, 51, 3)
"""The first SQLite without the WAL-reset fault; older engines are refused whatever the journal mode."""

# An acknowledged commit survives a power cut with TRUNCATE and FULL, and leaves no old page in a log; EXCLUSIVE keeps a
# second program out; secure_delete overwrites what is erased. docs/FILE.md says how each was measured.
_SETTINGS = (
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
)

_IN_USE = "{} is already open in another window or program. Close it there first; nothing was changed."
_HELD: WeakKeyDictionary[Database, BinaryIO] = WeakKeyDictionary()

Row = tuple[Any, ...]
EngineError = sqlcipher3.DatabaseError


def engine_version() -> tuple[int, ...]:
    """The version of the one SQLite library of this process."""
    return tuple(int(part) for part in sqlcipher3.sqlite_version.split("."))


def connect(path: Path, passphrase: str, *, create: bool = False) -> Database:
    """The database at `path`, keyed, locked for this process alone and read-only until `writing`.

    Nothing is written by opening. Raises one PanelError per thing that can be the matter.
    """
    if engine_version() < OLDEST:
        raise EngineTooOld(
            f"This installation has SQLite {sqlcipher3.sqlite_version}; at least 3.51.3 is needed. Nothing was opened. "
            "Install again."
        )
    if not create:
        _look(path)
    with ExitStack() as undone, translated(path):
        held = undone.enter_context(_locked(path)) if not create else None
        connection = sqlcipher3.connect(str(path), isolation_level=None, timeout=0)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = {_quoted(passphrase)}")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            # Takes the lock, and finds a wrong passphrase or a read-only place, without writing a byte.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            connection.execute("PRAGMA query_only = ON")
            if not create and connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                raise NotADossier(f"{path.name} is a database, but not a Smes Panel dossier. It was left as it is.")
        except BaseException:
            connection.close()
            raise
        undone.pop_all()
    db = Database(connection)
    if held is not None:
        _HELD[db] = held
    return db


def disconnect(db: Database) -> None:
    """Lets go of the file and leaves nothing beside it: TRUNCATE keeps an empty journal there until then."""
    with suppress(EngineError):
        db.conn.execute("PRAGMA journal_mode = DELETE")
    db.conn.close()
    if (held := _HELD.pop(db, None)) is not None:
        held.close()


def _locked(path: Path) -> BinaryIO:
    """A lock of our own beside SQLite's, which POSIX takes away as soon as this process closes any other handle on the
    file, as an import does that meets the dossier in its folder.
    """
    file = path.open("rb")
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise FileInUse(_IN_USE.format(path.name)) from None
        except OSError:
            # A file system without such locks still has SQLite's.
            pass
    return file


def _look(path: Path) -> None:
    try:
        # A pipe would be waited on for ever.
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise NotADossier(f"{path} is not an ordinary file, and it was not opened.")
        with path.open("rb") as file:
            start = file.read(16)
    except FileNotFoundError:
        raise FileNotFound(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise NotADossier(f"{path} is a folder, not a dossier.") from None
    except PermissionError:
        raise PlaceReadOnly(f"{path} may not be read by this user. Nothing was changed.") from None
    except OSError:
        # A name that is too long, or a file where a folder should be.
        raise FileNotFound(f"There is no file {path}.") from None
    if len(start) < 16 or start.startswith((b"SQLite format 3", b"%PDF", b"PK\x03\x04")):
        raise NotADossier(f"{path.name} is not a Smes Panel dossier. It was left as it is.")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise PlaceReadOnly(
            f"{path} is in a place that cannot be written to. Nothing was changed; "
            "copy the file to a folder of yours and open it there."
        )


def _quoted(passphrase: str) -> str:
    if not passphrase.strip():
        raise BadInput("The passphrase is empty. Nothing was opened or changed.")
    if any(each == "\0" or "\ud800" <= each <= "\udfff" for each in passphrase):
        raise BadInput("The passphrase holds a character that cannot be typed. Nothing was opened or changed.")
    # The same accents typed on two systems are the same passphrase.
    return "'" + unicodedata.normalize("NFC", passphrase).replace("'", "''") + "'"


def rekey(db: Database, passphrase: str) -> None:
    """Encrypts the whole file anew under `passphrase`, in one transaction of the engine: all or nothing."""
    quoted = _quoted(passphrase)
    db.conn.execute("PRAGMA query_only = OFF")
    try:
        db.conn.execute(f"PRAGMA rekey = {quoted}")
    finally:
        db.conn.execute("PRAGMA query_only = ON")


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One transaction: whatever is raised inside, the file is as before. Outside of this the connection refuses to
    write.
    """
    connection = db.conn
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA query_only = ON")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """The engine's errors about `path` as errors that a person can act on."""
    try:
        yield
    except EngineError as error:
        raise _in_words(error, path) from error


def whole(row: Row, path: Path) -> Row:
    """The row, if it reads: an overflow page that is damaged comes back as zeros and without an error (SQLCipher 4.19),
    and no text of ours holds a NUL. Raises FileDamaged.
    """
    # A plain loop: every cell of every row that is read goes through this.
    for cell in row:
        if cell.__class__ is str and "\0" in cell:
            raise FileDamaged(
                f"A part of {path.name} does not read. The file was left as it is. Open the newest copy made by "
                "`backup`."
            )
    return row


def _in_words(error: Any, path: Path) -> PanelError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_NOTADB"):
        return WrongPassphrase(
            f"The passphrase does not open {path.name}, or its first page is damaged: the two cannot be told apart. "
            "The file was left as it is. Check the keyboard and Caps Lock; "
            "if the passphrase is right, open a copy made by `backup`."
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return FileInUse(_IN_USE.format(path.name))
    if name.startswith("SQLITE_FULL"):
        return DiskFull(
            f"The disk is full: the last gesture was not written to {path.name}; everything before it is kept. "
            "Free some room and do it again."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return PlaceReadOnly(f"{path} cannot be written to. Nothing was changed; choose a folder of yours.")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return FileDamaged(
            f"A part of {path.name} does not read ({name}). The file was left as it is. "
            "Open the newest copy made by `backup`."
        )
    return FileDamaged(
        f"{path.name} does not answer as a dossier should ({name or type(error).__name__}). It was left as it is."
    )
