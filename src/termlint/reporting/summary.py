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


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2,000 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
