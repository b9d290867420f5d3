"""The text of scans and photographs, recognised by Tesseract where it is installed (French, Dutch, English).

Tesseract gets a grey picture that the reading process has drawn, never the document: what is hostile about a file stays
there. It is a process of its own with one thread, which is ten times as fast as the four it takes by itself, and with
limits on time and memory.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from smes_panel.intake.extraction import Scan

PAGE_SECONDS = 8.0
_WANTED = ("fra", "nld", "eng")
_MEMORY = 700 * 1024 * 1024
_WINDOWS = r"C:\Program Files\Tesseract-OCR\tesseract.exe"


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program with those of our languages that it knows here."""

    program: str
    languages: tuple[str, ...]


@cache
def tesseract() -> Tesseract | None:
    """Tesseract as it is installed on this computer; None where it is not, or knows neither French nor Dutch."""
    program = shutil.which("tesseract") or (_WINDOWS if sys.platform == "win32" and Path(_WINDOWS).exists() else None)
    if program is None:
        return None
    try:
        told = _run([program, "--list-langs"], b"", 10.0)
    except (OSError, subprocess.SubprocessError):
        return None
    known = told.decode("utf-8", "replace").split()
    languages = tuple(one for one in _WANTED if one in known)
    return Tesseract(program, languages) if {"fra", "nld"} & set(languages) else None


def recognised(scan: Scan, engine: Tesseract, seconds: float = PAGE_SECONDS) -> str:
    """What stands on a page; empty where nothing was recognised, or not within its time."""
    picture = b"P5 %d %d 255\n" % (scan.width, scan.height) + scan.greys
    line = [engine.program, "stdin", "stdout", "-l", "+".join(engine.languages[:2]), "--psm", "1"]
    try:
        return _run(line, picture, seconds).decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return ""


def _run(line: list[str], given: bytes, seconds: float) -> bytes:
    with subprocess.Popen(  # noqa: S603 - a program of the system, and no word of a document in its arguments
        line,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        _limit(process.pid)
        try:
            told, _ = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, line[0])
    return told


def _limit(pid: int) -> None:
    """Less memory, no core left behind, before the process is given anything; Linux alone can set that from outside.

    Not between fork and exec: imports read in threads, and a fork in one may wait for ever for what another held.
    """
    if sys.platform != "linux":
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.prlimit(pid, kind, (most, most))
