"""What "nothing to do" costs: 20 named Markdown files without a watched word, against an interpreter that only reads them.

    python bench/startup.py [ROUNDS]

Whole processes, run in turns, so that whatever slows the machine slows both; the ratio of the medians is what counts.
"""

import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

PARAGRAPH = "The tide table hangs beside the door. Boats leave at nine, **weather permitting**; see the [map](map.md).\n\n"
FILES, PARAGRAPHS = 20, 60
READ = "import re,sys\nfor name in sys.argv[1:]:\n    with open(name, 'rb') as file: file.read()"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    command = Path(sysconfig.get_path("scripts")) / ("termlint.exe" if sys.platform == "win32" else "termlint")
    with tempfile.TemporaryDirectory() as folder:
        names = [f"page-{number}.md" for number in range(FILES)]
        for name in names:
            Path(folder, name).write_text(f"# Page {name}\n\n" + PARAGRAPH * PARAGRAPHS, encoding="utf-8")
        contestants = {
            "python -I -c 'import re', reading": [sys.executable, "-I", "-c", READ, *names],
            "termlint check": [str(command), "check", *names],
        }
        taken: dict[str, list[float]] = {label: [] for label in contestants}
        for _round in range(rounds):
            for label, arguments in contestants.items():
                start = time.perf_counter()
                subprocess.run(arguments, cwd=folder, check=True, stdout=subprocess.DEVNULL)
                taken[label].append(time.perf_counter() - start)
    medians = [statistics.median(times) for times in taken.values()]
    for label, median in zip(taken, medians, strict=True):
        print(f"{label:<36} {median * 1000:6.1f} ms")  # noqa: T201
    print(f"{'ratio of the medians (goal: 2.0)':<36} {medians[1] / medians[0]:6.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
