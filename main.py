"""Opens the application: the window, or the command line when there are arguments."""

import sys


def main() -> int:
    match sys.argv[1:]:
        case [] | [str()] as files if all(file.endswith(".smes") for file in files):
            from ui import app

            return app.main(files)
        case ["--self-test"]:
            from smes_panel.selftest import run

            print(run())
            return 0
        case ["--read-documents"]:
            from smes_panel.intake import worker

            worker.serve()  # a built program reads hostile documents in a second copy of itself
            return 0
        case arguments:
            from smes_panel import cli

            return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
