"""The command line: the same gestures and queries, for scripts and for checks."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from smes_panel.cli.arguments import parser
from smes_panel.cli.said import one_line
from smes_panel.errors import PanelError

DONE, REFUSED, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out one command. 0 done, 1 refused with one clear line on stderr, 2 wrong usage (argparse's own exit)."""
    # A stream that the caller closed is `None`: what is said there is lost, what is asked is done.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A name that the terminal cannot show must not end an import.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parser().parse_args(arguments)
    status = DONE
    try:
        status = int(options.command(options))
        sys.stdout.flush()
    except PanelError as refusal:
        return _refused(str(refusal))
    except BrokenPipeError:
        # The reader (head, less) has seen enough.
        _stop_saying()
    except OSError as error:
        _stop_saying()
        return _refused(
            f"{error.strerror or error}: {error.filename or 'the disk'}. Everything done until then is kept."
        )
    except KeyboardInterrupt:
        return _refused("stopped; everything done until then is kept.")
    return status


def _refused(why: str) -> int:
    # A path may hold a line end, and one line was promised.
    print(f"smes-panel: {one_line(why)}", file=sys.stderr)
    return REFUSED


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _stop_saying() -> None:
    """Without this the interpreter tries once more at its end, and fails loudly."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
