"""The command line: the same gestures and queries, for scripts and for checks."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from smes_panel.cli.arguments import parser
from smes_panel.errors import PanelError

DONE, REFUSED, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out one command. 0 done, 1 refused with one clear line on stderr, 2 wrong usage (argparse's own exit)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A name that the terminal cannot show must not end an import.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except PanelError as refusal:
        print(f"smes-panel: {refusal}", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        print(
            f"smes-panel: {error.strerror or error}: {error.filename or 'the disk'}. The dossier stays as it was.",
            file=sys.stderr,
        )
        return REFUSED
    except KeyboardInterrupt:
        print("smes-panel: stopped; everything done until then is kept.", file=sys.stderr)
        return REFUSED


if __name__ == "__main__":
    sys.exit(main())
