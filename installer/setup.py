"""Prepares a checkout: the system libraries Qt needs, `.venv`, the packages of one lock. Standard library only.

Usage: `python3 installer/setup.py LOCK`, from `make`. Safe to run again; it repairs what is missing and keeps the rest.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST, FIRST_TOO_NEW = (3, 11), (3, 15)

# What the loader is asked for, and the Debian or Ubuntu package that brings it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What some tests start, and the Debian or Ubuntu package that brings it. Without it they are skipped by name.
TEST_PROGRAMS = {"dovecot": "dovecot-imapd", "strace": "strace", "qpdf": "qpdf"}


def main(lock: Path) -> None:
    if not OLDEST <= sys.version_info[:2] < FIRST_TOO_NEW:
        stop(
            f"Smes Panel runs on Python {OLDEST[0]}.{OLDEST[1]} to {FIRST_TOO_NEW[0]}.{FIRST_TOO_NEW[1] - 1}; "
            f"this is {sys.version.split()[0]}. Name another one: make run PYTHON=python3.13"
        )
    if sys.platform.startswith("linux"):
        install(missing_libraries() + missing_venv())
        if lock.name == "requirements-dev.lock":
            offer(missing_programs())
    python = environment()
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    print(f"Installing the packages of {lock.name} (the first time takes a minute or two)", flush=True)
    run([*pip, "--require-hashes", "--no-deps", "--only-binary=:all:", "-r", lock.name])
    run([*pip, "--no-deps", "--no-build-isolation", "-e", "."])


def missing_libraries() -> list[str]:
    """The packages whose library the loader does not find, in the order of the list above."""
    return [package for library, package in LIBRARIES.items() if not loads(library)]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_programs() -> list[str]:
    """The packages of the programs for tests that no path leads to; some lie where only root's does."""
    path = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin"
    return [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program, path=path)]


def offer(packages: list[str]) -> None:
    """Installs packages that only tests want, where nobody minds; whatever comes of it, the preparation goes on.

    A package that brings a server starts it: that is for a container or a machine of checks, not for somebody's own.
    """
    if not packages or not shutil.which("apt-get"):
        return
    if os.geteuid() != 0 or Path("/run/systemd/system").exists():
        print(f"Some tests will be skipped; Debian's packages for them: {', '.join(packages)}", flush=True)
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    for command in (["apt-get", "update", "-qq"], *([*install, package] for package in packages)):
        subprocess.run(command, check=False, env=quiet, stdin=subprocess.DEVNULL, capture_output=True)


def missing_venv() -> list[str]:
    """Debian splits ensurepip away from Python: without it an environment comes without pip."""
    return [] if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv") else ["python3-venv"]


def install(packages: list[str]) -> None:
    """Installs system packages where no question is asked for it; otherwise says the one line to run, and stops."""
    if not packages:
        return
    if not shutil.which("apt-get"):
        stop(f"Qt needs what Debian calls {', '.join(packages)}. Install this system's own, then run make again.")
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    as_root = f"sudo {line}" if shutil.which("sudo") else f"su -c '{line}'"
    by_hand = f"Run this line, then make again:\n\n    {as_root}\n"
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not may_install():
        stop(f"Some system libraries are missing. {by_hand}")
    print(f"System libraries to install: {', '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A fresh machine has no package lists yet; an update that partly fails may still be enough.
    subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False, env=quiet)
    if subprocess.run([*sudo, *line.split(), "-qq"], check=False, env=quiet, stdin=subprocess.DEVNULL).returncode:
        stop(f"The system libraries could not be installed. {by_hand}")


def may_install() -> bool:
    """Whether sudo lets us install without asking for a password."""
    if not shutil.which("sudo"):
        return False
    question = ["sudo", "-n", "apt-get", "--version"]
    return subprocess.run(question, check=False, capture_output=True, stdin=subprocess.DEVNULL).returncode == 0


def environment() -> Path:
    """The interpreter of `.venv`, made where it is missing and made anew where it no longer starts or is too old."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    check = f"import sys, pip; sys.exit(not {OLDEST} <= sys.version_info[:2] < {FIRST_TOO_NEW})"
    if not python.exists() or subprocess.run([python, "-c", check], check=False, capture_output=True).returncode:
        print(f"Making {VENV.name} with Python {sys.version.split()[0]}", flush=True)
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    return python


def run(command: list[str]) -> None:
    """Runs a step at the project's root; what it says is shown only when it fails."""
    done = subprocess.run(
        command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        print(done.stdout.decode(errors="replace"), file=sys.stderr)
        stop(f"The preparation stopped at `{' '.join(command[1:])}`: what is above says why. Then run make again.")


def stop(sentence: str) -> None:
    print(sentence, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    main(ROOT / sys.argv[1])
