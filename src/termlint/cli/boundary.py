"""The one error boundary: every failure is one line on standard error and an exit code."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from termlint.cli.streams import prepare_streams
from termlint.model.errors import TermlintError
from termlint.reporting.printable import printable


def bounded(command: Callable[[], object], *, usage: Callable[[Exception], str | None] = lambda _: None) -> int:
    """The exit code of ``command``: what it returns, or 0. ``usage``: what to say of a complaint about the command line."""
    prepare_streams()
    _tidy_up_when_told_to_stop()
    try:
        code = command()
        if sys.stdout is not None:
            sys.stdout.flush()
    except TermlintError as error:
        _complain(str(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _silence_output()
        return 0
    except Exception as error:  # a fault of ours is told as one line, too
        message = usage(error)
        if message is not None:
            _complain(message)
        elif os.environ.get("TERMLINT_TRACEBACK"):
            raise
        else:
            _complain(f"internal error: {type(error).__name__}: {error} (TERMLINT_TRACEBACK=1 shows where; please report it)")
        return 2
    return code if isinstance(code, int) else 0


def _tidy_up_when_told_to_stop() -> None:
    """SIGTERM, by which CI ends a job, leaves no half-written file and no process behind, as Ctrl-C does."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def _complain(message: str) -> None:
    """A house style's mistakes begin with their place, which editors make clickable; anything else with our name."""
    with suppress(BrokenPipeError):
        for line in message.split("\n"):
            told = printable(line)
            print(told if _begins_with_a_place(told) else f"termlint: {told}", file=sys.stderr)  # noqa: T201


def _begins_with_a_place(line: str) -> bool:
    numbers = line.partition(": ")[0].rsplit(":", 2)[1:]
    return bool(numbers) and all(number.isdigit() for number in numbers) and line.count(":") > 2


def _silence_output() -> None:
    """Nobody reads any more: let the flush at exit go nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
