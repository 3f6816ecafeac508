"""Failures we expect. The command line turns each into one line and an exit code."""


class TermlintError(Exception):
    """The run failed: usage, house style, a named path that does not exist. Exit code 2. ``str`` is the message."""


class UnreadableError(Exception):
    """One existing file that cannot be read. Reported as a skip; the run goes on. ``str`` is the reason."""
