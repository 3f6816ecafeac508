"""The closing line. Imported by the fast start, so it imports nothing."""


def closing_line(*, findings: int, files_with_findings: int, files: int, skipped: int, fixed: int = 0) -> str:
    """``3 findings in 2 files (20 files checked, 1 skipped)``."""
    told = f"{counted(findings, 'finding')} in {counted(files_with_findings, 'file')}" if findings else "No findings"
    details = [f"{counted(files, 'file')} checked"]
    if fixed:
        details.append(f"{fixed} fixed")
    if skipped:
        details.append(f"{skipped} skipped")
    return f"{told} ({', '.join(details)})"


def fixes_line(*, safe: int, unsafe: int, fixing: bool) -> str | None:
    """How many of the findings could be fixed. ``fixing``: the safe ones have been."""
    if fixing:
        return f"{unsafe:,} more can be fixed with --unsafe-fixes: look at each change" if unsafe else None
    if safe and unsafe:
        return f"{safe:,} can be fixed with --fix, {unsafe:,} more with --unsafe-fixes: look at each of those"
    if safe:
        return f"{safe:,} can be fixed with --fix"
    return f"{unsafe:,} can be fixed with --unsafe-fixes: look at each change" if unsafe else None


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2,000 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
