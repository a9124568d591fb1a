"""The console script: reads the command line, turns failures into messages and exit codes."""

from __future__ import annotations

import multiprocessing
import os
import sys

from eats_desktop.domain.errors import EatsError

EXIT_FAILED = 1
EXIT_BUG = 70


def main() -> int:
    """Run one command: 0 done, 1 foreseen failure, 2 wrong usage, 70 a bug."""
    multiprocessing.freeze_support()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from eats_desktop.app.cli.root import application  # noqa: PLC0415  after the environment
    from eats_desktop.app.crash import report_bug  # noqa: PLC0415

    try:
        return application(standalone_mode=False) or 0
    except EatsError as error:
        _say(f"{error.detail or error.code} [E-{error.code}]")
        return EXIT_FAILED
    except KeyboardInterrupt:
        return 130
    except BaseException as error:  # noqa: BLE001  the crash hook decides what is a bug
        return report_bug(error)


def _say(text: str) -> None:
    sys.stderr.buffer.write(text.encode() + b"\n")
    sys.stderr.buffer.flush()


if __name__ == "__main__":
    raise SystemExit(main())
