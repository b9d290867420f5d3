"""Opening: each thing that can be the matter has its own error, in one sentence, and the file stays as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from smes_panel import engine
from smes_panel.dossier import Dossier
from smes_panel.errors import (
    BadInput,
    DiskFull,
    EngineTooOld,
    FileDamaged,
    FileExists,
    FileInUse,
    FileNotFound,
    FileTooNew,
    NotADossier,
    PanelError,
    WrongPassphrase,
)
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.panel import AddMember
from smes_panel.model.panel import Role
from tests.core.panels import PASSPHRASE, altered, answers, begun, candidate, quick_keys, screened, tables

PAGE = 4096


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dossier under its real passphrase, closed."""
    path = tmp_path_factory.mktemp("made") / "panel.smes"
    with Dossier.create(path, PASSPHRASE, home=path.parent / "home") as dossier:
        begun(dossier)
        dossier.do(AddApplication(candidate(1)))
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "panel.smes"))


def refuses(path: Path, error: type[PanelError], passphrase: str = PASSPHRASE) -> str:
    """The sentence with which `path` is refused, after checking that nothing was changed or left behind."""
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(PanelError) as raised:
        Dossier.open(path, passphrase).close()
    assert type(raised.value) is error
    after = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    assert {file: content for file, content in after.items() if content or file in before} == before
    return str(raised.value)


def test_the_right_passphrase_opens(path: Path) -> None:
    with Dossier.open(path, PASSPHRASE) as dossier:
        assert [member.name for member in dossier.read.panel()] == ["Anna Modèle", "Bram Voorbeeld"]


def test_opening_and_closing_changes_no_byte(path: Path) -> None:
    before = path.read_bytes()
    with Dossier.open(path, PASSPHRASE) as dossier:
        answers(dossier.read)
        assert list(dossier.check()) == []
    assert path.read_bytes() == before


@pytest.mark.parametrize("passphrase", ["une autre", PASSPHRASE + " ", PASSPHRASE.upper(), "x" * 100_000, "'; --"])
def test_a_wrong_passphrase_is_refused_and_speaks_of_the_keyboard(path: Path, passphrase: str) -> None:
    assert "keyboard" in refuses(path, WrongPassphrase, passphrase)


@pytest.mark.parametrize("passphrase", ["", "   ", "\t\n", "a\0b", "\ud800"])
def test_a_passphrase_that_is_none_is_refused(path: Path, passphrase: str) -> None:
    refuses(path, BadInput, passphrase)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_same_accents_typed_on_two_systems_are_the_same_passphrase(path: Path, form: str) -> None:
    with Dossier.open(path, unicodedata.normalize(form, PASSPHRASE)) as dossier:  # type: ignore[arg-type]
        assert len(dossier.read.panel()) == 2


def test_a_quote_in_a_passphrase_is_part_of_it(tmp_path: Path) -> None:
    with quick_keys():
        Dossier.create(tmp_path / "quoted.smes", "l'été d'avant; 'fictif'").close()
        Dossier.open(tmp_path / "quoted.smes", "l'été d'avant; 'fictif'").close()
        refuses(tmp_path / "quoted.smes", WrongPassphrase, "l''été d''avant; ''fictif''")


def plain_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE member (id TEXT)")
    connection.close()


OTHER_FILES: dict[str, Callable[[Path], object]] = {
    "an empty file": lambda path: path.touch(),
    "a few bytes": lambda path: path.write_bytes(b"SMES"),
    "a database in clear": plain_database,
    "a PDF": lambda path: path.write_bytes(b"%PDF-1.7\n" + b"x" * 5000),
    "an archive": lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 5000),
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("kind", OTHER_FILES)
def test_what_is_no_dossier_is_refused_as_such(tmp_path: Path, kind: str) -> None:
    OTHER_FILES[kind](tmp_path / "other.smes")
    refuses(tmp_path / "other.smes", NotADossier)


def test_random_bytes_cannot_be_told_from_a_wrong_passphrase(tmp_path: Path) -> None:
    (tmp_path / "other.smes").write_bytes(bytes(range(256)) * 64)
    refuses(tmp_path / "other.smes", WrongPassphrase)


def test_an_encrypted_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with quick_keys():
        altered(tmp_path / "other.smes", "CREATE TABLE member (id TEXT)")
        refuses(tmp_path / "other.smes", NotADossier)


@pytest.mark.parametrize("name", ["missing.smes", "missing/panel.smes", "x" * 300, "panel.smes/inside"])
def test_a_missing_file_is_missing_and_nothing_is_made(path: Path, name: str) -> None:
    before = sorted(path.parent.iterdir())
    with pytest.raises(FileNotFound):
        Dossier.open(path.parent / name, PASSPHRASE)
    assert sorted(path.parent.iterdir()) == before


def test_a_newer_format_is_left_alone(tmp_path: Path) -> None:
    with quick_keys():
        path = tmp_path / "new.smes"
        Dossier.create(path, PASSPHRASE).close()
        altered(path, "UPDATE meta SET value = '2' WHERE name = 'format'")
        assert "newer version" in refuses(path, FileTooNew)


@pytest.mark.parametrize("statement", ["DROP TABLE meta", "DELETE FROM meta", "UPDATE meta SET value = 'x'"])
def test_a_dossier_without_its_own_words_is_not_whole(tmp_path: Path, statement: str) -> None:
    with quick_keys():
        path = tmp_path / "torn.smes"
        Dossier.create(path, PASSPHRASE).close()
        altered(path, statement)
        refuses(path, NotADossier)


def test_a_damaged_first_page_is_refused(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    assert "first page" in refuses(path, WrongPassphrase)


def damages(path: Path) -> list[str]:
    """What the program says of a file with one damaged page: at opening, in an answer, or when it is checked."""
    try:
        with Dossier.open(path, PASSPHRASE) as dossier:
            said = list(dossier.check())
            for ask in (lambda: answers(dossier.read), lambda: list(dossier.history()), dossier.outgoing):
                try:
                    ask()
                except PanelError as error:
                    said.append(type(error).__name__)
            try:
                dossier.do(AddMember("Chloé Modèle", Role.MEMBER))
            except PanelError as error:
                said.append(type(error).__name__)
            return said
    except PanelError as error:
        return [type(error).__name__]


def test_each_damaged_page_in_turn_is_detected(tmp_path: Path) -> None:
    path = tmp_path / "panel.smes"
    with quick_keys():
        with Dossier.create(path, PASSPHRASE, home=tmp_path / "home") as dossier:
            screened(dossier, applications=1)
        whole = path.read_bytes()
        for page in range(len(whole) // PAGE):
            flipped = bytearray(whole)
            # The first sixteen bytes are the salt of the passphrase, which these quick keys do without.
            flipped[page * PAGE + 16 + (page * 997) % (PAGE - 16)] ^= 1 << page % 8
            path.write_bytes(flipped)
            assert damages(path) != [], f"page {page + 1}"
            path.write_bytes(whole)
        assert damages(path) == []


def test_a_damaged_page_is_told_at_the_gesture_and_the_file_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "panel.smes"
    with quick_keys():
        with Dossier.create(path, PASSPHRASE, home=tmp_path / "home") as dossier:
            begun(dossier)
            (root,) = dossier._db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'member'").fetchone()
        flipped = bytearray(path.read_bytes())
        flipped[(root - 1) * PAGE + 200] ^= 4
        path.write_bytes(flipped)
        with Dossier.open(path, PASSPHRASE, home=tmp_path / "home") as dossier:
            with pytest.raises(FileDamaged):
                dossier.do(AddMember("Chloé Modèle", Role.MEMBER))
            with pytest.raises(FileDamaged):
                dossier.read.panel()
            assert len(list(dossier.check())) > 0
        assert path.read_bytes() == bytes(flipped)


def test_a_file_cut_short_is_detected(path: Path) -> None:
    content = path.read_bytes()
    for length in (len(content) - PAGE, len(content) - 1, len(content) // 2, PAGE, 100):
        path.write_bytes(content[:length])
        assert damages(path) != []


@pytest.fixture
def theirs() -> Iterator[Path]:
    """A folder that anybody may walk into; pytest's own are shut to other users."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def as_nobody(deed: Callable[[], object]) -> str:
    """The name of what `deed` raises when done by a user without any right, and its sentence."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            deed()
            said = "nothing"
        except PanelError as error:
            said = type(error).__name__
        except BaseException as error:  # noqa: BLE001  (the child has to tell whatever it was)
            said = f"a fault: {error!r}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no other user to become on this system")
@pytest.mark.parametrize(
    ("mode", "folder_mode", "expected"),
    [(0o444, 0o755, "PlaceReadOnly"), (0o666, 0o555, "PlaceReadOnly"), (0o000, 0o755, "PlaceReadOnly")],
)
def test_a_place_that_cannot_be_written_to_is_told(
    made: Path, theirs: Path, mode: int, folder_mode: int, expected: str
) -> None:
    path = Path(shutil.copy(made, theirs / "panel.smes"))
    before = path.read_bytes()
    path.chmod(mode)
    theirs.chmod(folder_mode)
    assert as_nobody(lambda: Dossier.open(path, PASSPHRASE).close()) == expected
    theirs.chmod(0o755)
    assert path.read_bytes() == before
    assert [file.name for file in theirs.iterdir()] == ["panel.smes"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no other user to become on this system")
def test_a_folder_that_cannot_be_written_to_takes_no_new_dossier(theirs: Path) -> None:
    theirs.chmod(0o555)
    assert as_nobody(lambda: Dossier.create(theirs / "panel.smes", PASSPHRASE)) == "PlaceReadOnly"
    assert as_nobody(lambda: Dossier.create(theirs / "none" / "panel.smes", PASSPHRASE)) == "PlaceReadOnly"
    theirs.chmod(0o755)
    assert list(theirs.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no other user to become on this system")
def test_a_laptop_whose_own_folder_is_shut_reads_and_does_not_write(made: Path, theirs: Path) -> None:
    path = Path(shutil.copy(made, theirs / "panel.smes"))
    path.chmod(0o666)
    theirs.chmod(0o777)
    home = theirs / "home"
    home.mkdir(mode=0o755)

    def work() -> None:
        with Dossier.open(path, PASSPHRASE, home=home) as dossier:
            assert len(dossier.read.panel()) == 2
            dossier.do(AddMember("Chloé Modèle", Role.MEMBER))

    assert as_nobody(work) == "PlaceReadOnly"
    with Dossier.open(path, PASSPHRASE, home=made.parent / "home") as dossier:
        assert len(dossier.read.panel()) == 2
        assert list(dossier.check()) == []


def test_a_file_open_in_a_second_program_is_refused_until_that_one_ends(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from smes_panel.dossier import Dossier\n"
        "with Dossier.open(Path(sys.argv[1]), sys.argv[2]): print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        assert "another window" in refuses(path, FileInUse)
        other.communicate(b"")
    Dossier.open(path, PASSPHRASE).close()


def test_a_file_open_in_this_program_is_refused_a_second_time(path: Path) -> None:
    with Dossier.open(path, PASSPHRASE) as dossier:
        refuses(path, FileInUse)
        dossier.do(AddMember("Chloé Modèle", Role.MEMBER))


def test_an_engine_with_a_known_fault_opens_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "OLDEST", (99, 0, 0))
    assert "SQLite" in refuses(path, EngineTooOld)


def test_a_new_dossier_overwrites_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExists):
        Dossier.create(path, PASSPHRASE)
    assert path.read_bytes() == before


@pytest.mark.parametrize("passphrase", ["", " ", "\0"])
def test_a_dossier_without_a_passphrase_is_not_made(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(BadInput):
        Dossier.create(tmp_path / "panel.smes", passphrase)
    assert list(tmp_path.iterdir()) == []


def test_a_new_dossier_leaves_nothing_beside_it(tmp_path: Path) -> None:
    with quick_keys():
        Dossier.create(tmp_path / "panel.smes", PASSPHRASE, home=tmp_path / "home").close()
    assert [file.name for file in tmp_path.iterdir() if file.stat().st_size] == ["panel.smes"]
    assert list(tmp_path.glob("*.part*")) == []


def test_a_full_disk_keeps_everything_before_and_takes_the_gesture_once_there_is_room(tmp_path: Path) -> None:
    path = tmp_path / "panel.smes"
    with quick_keys():
        with Dossier.create(path, PASSPHRASE, home=tmp_path / "home") as dossier:
            begun(dossier)
            (pages,) = dossier._db.execute("PRAGMA page_count").fetchone()
            before = tables(dossier)
            large = AddApplication(candidate(1, "x" * 300_000))
            for room in (0, 1, 5, 50):
                dossier._db.execute(f"PRAGMA max_page_count = {pages + room}")
                with pytest.raises(DiskFull, match="everything before it is kept"):
                    dossier.do(large)
                assert tables(dossier) == before
            assert list(dossier.check()) == []
            dossier._db.execute("PRAGMA max_page_count = 100000")
            assert dossier.do(large)
        with Dossier.open(path, PASSPHRASE, home=tmp_path / "home") as dossier:
            assert len(dossier.read.applications()) == 1
            assert list(dossier.check()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    tool = shutil.which("mount")
    if tool is None or subprocess.run([tool, "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=False).returncode:
        pytest.skip("no small disk may be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_disk_that_is_really_full_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "panel.smes"
    with quick_keys():
        with Dossier.create(path, PASSPHRASE, home=tmp_path / "home") as dossier:
            begun(dossier)
            kept = 0
            for number in range(1, 100):
                try:
                    dossier.do(AddApplication(candidate(number, "x" * 50_000)))
                except DiskFull:
                    break
                kept = number
            assert list(dossier.check()) == []
            with pytest.raises(DiskFull):
                dossier.back_up(small_disk / "copy.smes")
            assert sorted(f.name for f in small_disk.iterdir() if f.stat().st_size) == ["panel.smes"]
        with Dossier.open(path, PASSPHRASE, home=tmp_path / "home") as dossier:
            assert len(dossier.read.applications()) == kept
            assert 0 < kept < 99
            assert list(dossier.check()) == []
        with suppress(OSError):
            (small_disk / "everything else").write_bytes(b"x" * 2_000_000)
        with pytest.raises(DiskFull):
            Dossier.create(small_disk / "second.smes", PASSPHRASE)
        assert list(small_disk.glob("second*")) == []
