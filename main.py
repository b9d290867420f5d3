"""Opens the application: the window, or the command line when there are arguments."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    arguments = sys.argv[1:]
    if arguments == ["--self-test"]:
        from smes_panel import selftest

        print(selftest.run())
        return 0
    if arguments:
        from smes_panel import cli

        return cli.main(arguments)
    from ui import app

    return app.main()


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a built program that starts a child starts itself
    sys.exit(main())
