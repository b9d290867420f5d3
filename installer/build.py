"""Builds the program of the machine it runs on: a PyInstaller folder and, on Debian's kin, a `.deb`; then tries both.

Usage: `make package`. Results lie in `dist/`. What was built must pass its own `--self-test` and keep its window open,
from another folder and with no environment of ours, or the build fails.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD, DIST = ROOT / "build" / "installer", ROOT / "dist"
NAME = "smes-panel"
LANGUAGES = ("fr", "nl", "en")
SCREENS = ("xcb", "wayland", "offscreen", "minimal")
# In the lock for the editable install, or brought in by sqlite-utils for its own plug-ins.
NOT_SHIPPED = {"pip", "setuptools"}
LICENCE = re.compile("licen[cs]e|copying|notice|authors", re.IGNORECASE)
# A script beside this one and no package: `python installer/build.py` finds it from anywhere.
LIBRARIES: dict[str, str] = runpy.run_path(str(ROOT / "installer" / "setup.py"))["LIBRARIES"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def main() -> None:
    folder = frozen()
    trim(folder)
    notices(folder)
    report("folder", folder, size_of(folder))
    try_out(folder / NAME)
    if shutil.which("dpkg-deb"):
        package = debian(folder)
        report("package", package, package.stat().st_size)
        with tempfile.TemporaryDirectory() as away:
            run(["dpkg-deb", "--extract", str(package), away])
            try_out(Path(away) / "usr" / "lib" / NAME / NAME)


def frozen() -> Path:
    """The PyInstaller folder: a folder and not one file, so that the Qt in it can be replaced, as its licence asks."""
    # Brought in by sqlite-utils, Pillow and pypdfium2 for what is not done here.
    needless = [*sorted(NOT_SHIPPED), "tkinter", "numpy", "IPython", "PySide6.QtNetwork"]
    # smes_panel/engine.py puts SQLCipher in its place: there is one SQLite in the program.
    needless += ["sqlite3", "_sqlite3"]
    options = [
        f"--name={NAME}",
        "--onedir",
        "--noconfirm",
        "--log-level=WARN",
        f"--distpath={DIST}",
        f"--workpath={BUILD}",
        f"--specpath={BUILD}",
        f"--paths={ROOT}",
        f"--add-data={ROOT / 'resources'}{os.pathsep}resources",
        # The command line brings its rooms in by name.
        "--collect-submodules=smes_panel",
        "--collect-submodules=ui",  # the pages are brought in by name
        "--collect-data=mnemonic",  # the words that codes are said with
        "--collect-submodules=keyring.backends",  # named in the package's own metadata, where it looks them up
        "--copy-metadata=keyring",
        "--hidden-import=_cffi_backend",  # PyNaCl's compiled half asks for it, where no code can be read
        *(f"--exclude-module={module}" for module in needless),
    ]
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(ROOT / "main.py")], check=True, cwd=ROOT)
    return DIST / NAME


def trim(folder: Path) -> None:
    """Leaves out what no language of ours reaches, and the parts of Qt that draw on something else than a desktop.

    Qt's network goes too, its remote-screen plug-in included: a program that says it opens no connection carries none.
    """
    inside = folder / "_internal"
    qt = inside / "PySide6" / "Qt"
    needless = [
        *(file for file in (inside / "babel" / "locale-data").glob("*.dat") if not ours(file, "root")),
        *(
            file
            for file in (inside / "pyphen" / "dictionaries").glob("*.dic")
            if not ours(file.with_stem(file.stem[5:]))
        ),
        *(file for file in (qt / "translations").glob("*.qm") if not ours(file.with_stem(file.stem.split("_")[-1]))),
        *(file for file in (qt / "plugins" / "platforms").iterdir() if file.stem[4:] not in SCREENS),
        *(qt / "plugins" / kind for kind in ("egldeviceintegrations", "generic", "networkinformation", "tls")),
        *(qt / "lib").glob("libQt6EglFS*"),
        *(qt / "lib").glob("libQt6EglFs*"),
        *(qt / "lib").glob("libQt6Network.*"),
        qt / "plugins" / "platformthemes" / "libqgtk3.so",
    ]
    for what in needless:
        if what.is_dir():
            shutil.rmtree(what)
        else:
            what.unlink(missing_ok=True)
    for link in folder.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()


def ours(file: Path, *also: str) -> bool:
    """Whether a file named after a locale (`fr_BE.dat`) is of one of our languages."""
    return file.stem in also or file.stem.split("_")[0] in LANGUAGES


def notices(folder: Path) -> None:
    """The licence of every package in the folder, as its wheel carries it, beside our own."""
    target = folder / "licences"
    target.mkdir()
    shutil.copy(ROOT / "LICENSE", target / f"{NAME}.txt")
    # The Qt wheels name their licence and do not carry its text.
    shutil.copy(ROOT / "installer" / "licences" / "LGPL-3.0.txt", target / "PySide6-and-Qt-LGPL-3.0.txt")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for name in sorted(set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE)) - NOT_SHIPPED):
        try:
            files = importlib.metadata.distribution(name).files or []
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system
        for file in files:
            # …/name-1.2.dist-info/licenses/AUTHORS or …/name-1.2.dist-info/LICENSE
            _, inside, rest = str(file).partition(".dist-info/")
            if inside and LICENCE.search(rest) and Path(str(file.locate())).is_file():
                place = target / name / rest.removeprefix("licenses/")
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(str(file.locate()), place)


def debian(folder: Path) -> Path:
    """The `.deb`: the folder in /usr/lib, a command in /usr/bin, an entry and an icon for the desktop."""
    architecture = run(["dpkg", "--print-architecture"]).strip()
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "usr" / "lib" / NAME, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    for source, place in (
        (ROOT / "installer" / "linux" / f"{NAME}.desktop", "applications"),
        (ROOT / "resources" / f"{NAME}.svg", "icons/hicolor/scalable/apps"),
        (ROOT / "CHANGELOG.md", f"doc/{NAME}"),
    ):
        (root / "usr" / "share" / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(source, root / "usr" / "share" / place)
    copyright_ = f"Smes Panel is free software under {PROJECT['license']}: /usr/share/common-licenses/GPL-3.\n"
    copyright_ += f"The licences of what it is built from lie in /usr/lib/{NAME}/licences.\n"
    (root / "usr" / "share" / "doc" / NAME / "copyright").write_text(copyright_, encoding="utf-8")
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(architecture, size_of(root)), encoding="utf-8")
    for entry in [root, *root.rglob("*")]:
        if not entry.is_symlink():
            entry.chmod(0o755 if entry.is_dir() or entry.stat().st_mode & 0o100 else 0o644)
    package = DIST / f"{NAME}_{PROJECT['version']}_{architecture}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)])
    return package


def control(architecture: str, size: int) -> str:
    # The libraries that a checkout needs, under today's names too, and the C library this was built against.
    renamed = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0"}
    depends = [f"libc6 (>= {platform.libc_ver()[1]})"]
    depends += [renamed.get(package, package) for package in LIBRARIES.values()]
    summary = str(PROJECT["description"])
    return (
        f"Package: {NAME}\n"
        f"Version: {PROJECT['version']}\n"
        f"Architecture: {architecture}\n"
        "Maintainer: Smes Panel <panel@exemple.invalid>\n"
        "Section: misc\n"
        "Priority: optional\n"
        f"Installed-Size: {size // 1024}\n"
        f"Depends: {', '.join(depends)}\n"
        "Description: recruitment file of a hiring panel\n"
        f" {summary}\n"
    )


def try_out(program: Path) -> None:
    """Runs what was built as a stranger would: elsewhere, with an empty home and none of our variables."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PATH": os.defpath, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        started = time.perf_counter()
        said = subprocess.run(
            [program, "--self-test"],
            check=False,
            cwd=home,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        took = time.perf_counter() - started
        if said.returncode or said.stderr:
            sys.exit(f"The built program fails its self-test ({said.returncode}):\n{said.stdout}{said.stderr}")
        print(f"self-test  {took:.2f} s  {said.stdout.strip()}")
        started = time.perf_counter()
        subprocess.run([program, "--help"], check=True, cwd=home, env=environment, stdout=subprocess.DEVNULL)
        print(f"--help     {time.perf_counter() - started:.2f} s")
        keeps_its_window(program, home, environment)


def keeps_its_window(program: Path, home: str, environment: dict[str, str]) -> None:
    """The window must still be there after a while, with nothing said on standard error."""
    with tempfile.TemporaryFile("w+") as spoken:
        window = subprocess.Popen([program], cwd=home, env=environment, stdout=spoken, stderr=spoken)
        try:
            window.wait(timeout=4)
        except subprocess.TimeoutExpired:
            window.terminate()
            window.wait(timeout=20)
            ended = None
        else:
            ended = window.returncode
        spoken.seek(0)
        words = spoken.read()
    if ended is not None or words:
        sys.exit(f"The built window does not stay open quietly ({ended}):\n{words}")
    print("window     stays open, silent")


def size_of(folder: Path) -> int:
    """Bytes on disk of a folder's files, links not followed."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def report(what: str, place: Path, size: int) -> None:
    print(f"{what:10} {size / 1e6:.0f} MB  {place.relative_to(ROOT)}")


def run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
