"""What a program asks of the system, as strace tells it: the places where it writes, the addresses it speaks to."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STRACE = shutil.which("strace")
NOT_INSTALLED = "strace is not installed (Debian: strace)"
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
# Text of a call in quotes, with strace's escapes of everything outside ASCII in hexadecimal (-x).
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_CALL = re.compile(r"^(?:\d+ +)?(?:<\.\.\. )?(\w+)\(")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a program and everything it started asked for: where it changed files, to which addresses it spoke."""

    status: int
    out: str
    places: frozenset[Path]
    addresses: frozenset[str]


def trace(words: Sequence[str], environment: Mapping[str, str], folder: Path) -> Asked:
    """Runs a program to its end; a path that it gave without a folder counts from `folder`, where it runs."""
    assert STRACE is not None
    log = folder / "strace.log"
    calls = "trace=%file,%network,ftruncate,fchmod,fchown"
    line = [STRACE, "-f", "-qq", "-x", "-y", "-s", "4096", "-o", str(log), "-e", calls, *words]
    ended = subprocess.run(line, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    lines = log.read_text("utf-8", "replace").splitlines()
    log.unlink()
    return Asked(ended.returncode, ended.stdout, frozenset(_places(lines, folder)), frozenset(_addresses(lines)))


def _places(lines: Sequence[str], folder: Path) -> Iterator[Path]:
    for line in lines:
        call = _CALL.match(line)
        if call is None or " = -1 E" in line:
            continue
        name = call[1]
        if name in ("open", "openat", "openat2"):
            if not _WRITES.search(line):
                continue
        elif not re.match(r"creat|mkdir|mknod|rename|unlink|rmdir|link|symlink|truncate|chmod|fchmodat|l?chown", name):
            continue
        for text in _QUOTED.findall(line):
            said = text.encode("latin-1").decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
            under = re.search(r"(?:AT_FDCWD|\d+)<([^>]*)>", line)
            yield Path(under[1] if under else folder, said)


def _addresses(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        call = _CALL.match(line)
        if call and call[1] in ("connect", "bind", "sendto", "sendmsg") and "AF_INET" in line:
            yield line[call.start(1) :]
