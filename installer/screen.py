"""Says by its exit code whether a window can be opened here: 0 yes, 1 no. Standard library only."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path


def wayland_answers(display: str) -> bool:
    """Whether the Wayland socket named by WAYLAND_DISPLAY takes a connection."""
    return _answers(socket.AF_UNIX, str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / display))


def x_answers(display: str) -> bool:
    """Whether the X server named by DISPLAY (`:0`, `host:10.0`) takes a connection; a forgotten DISPLAY does not."""
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdigit():
        return False
    if host in {"", "unix"}:
        place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 (the X protocol fixes this path)
        return _answers(socket.AF_UNIX, place) or _answers(socket.AF_UNIX, f"\0{place}")
    return _answers(socket.AF_INET, (host, 6000 + int(number)))


def _answers(family: int, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.settimeout(2)
            probe.connect(address)
    except OSError:
        return False
    return True


def can_open_a_window() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    wayland, display = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    return bool((wayland and wayland_answers(wayland)) or (display and x_answers(display)))


if __name__ == "__main__":
    sys.exit(0 if can_open_a_window() else 1)
