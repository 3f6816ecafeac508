"""Leave one repository out: fit the weights without it, read it through the real command, score, go on to the next.

    python bench/leave_one_out.py CORPUS [--evaluate SCRIPT] [--ext md,txt] [--keep FOLDER]

CORPUS holds labels.jsonl, documents/ and, beside it or named, the scorer evaluate.py. Needs the ``training`` extra. Prints
each repository's figures and those of all together, which are what a new organisation may expect.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "training"))

import fit  # noqa: E402
from texts import corpus_texts, written_texts  # noqa: E402

TOLD = ("mentions", "sense_accuracy", "relationship_precision", "relationship_recall", "flag_precision", "flag_recall")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--evaluate", type=Path, help="the scorer; default: evaluate.py beside the corpus")
    parser.add_argument("--ext", default="md,txt")
    parser.add_argument("--keep", type=Path, help="keep the weights of every fold in this folder")
    options = parser.parse_args()
    scorer = options.evaluate or options.corpus.resolve().parent / "evaluate.py"
    endings = tuple(f".{ending.strip('. ')}" for ending in options.ext.split(","))
    written = fit.make_rows(written_texts(HERE.parent / "training"))
    corpus = fit.make_rows(corpus_texts(options.corpus / "labels.jsonl", options.corpus / "documents", endings=endings))
    totals: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        for repo in sorted({row.text.group for row in corpus}):
            weights = folder / f"{repo.replace('/', '+')}.json"
            fit.save(fit.fit([*written, *(row for row in corpus if row.text.group != repo)]), weights)
            figures, counts = score(scorer, options.corpus, repo, options.ext, weights.resolve())
            totals += counts
            sys.stdout.write(f"{repo}: " + ", ".join(f"{name} {figures[name]}" for name in TOLD) + "\n")
            sys.stdout.flush()
    sys.stdout.write("\nall together\n" + "".join(f"{name}: {value}\n" for name, value in pooled(totals).items()))
    sys.stdout.write("\n" + "".join(f"{name}: {count}\n" for name, count in sorted(totals.items())))


def score(scorer: Path, corpus: Path, repo: str, ext: str, weights: Path) -> tuple[dict, Counter[str]]:
    """The figures of one repository and the counts they are made of, as the scorer prints them."""
    command = [sys.executable, str(scorer), str(corpus / "labels.jsonl"), "--documents", str(corpus / "documents")]
    command += ["--repo", repo, "--ext", ext, "--termlint", f"{sys.executable} -m termlint --weights {weights}"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    figures, counts = printed.split("\n\n")[0], printed.split("\n\n")[-1]
    return (
        {
            name: json.loads(value.replace("None", "null"))
            for name, value in (line.split(": ") for line in figures.splitlines())
        },
        Counter({name: int(count) for name, _, count in (line.rpartition(": ") for line in counts.splitlines())}),
    )


def pooled(counts: Counter[str]) -> dict[str, float]:
    """The scorer's figures over all repositories, each left out in its turn."""

    def verdicts(*copies: str) -> tuple[int, int, int, int]:
        hit, false, missed, quiet = (
            sum(counts[f"{copy} should={should} flags={flags}"] for copy in copies)
            for should, flags in ((True, True), (False, True), (True, False), (False, False))
        )
        return hit, false, missed, quiet

    right = counts["gold ongoing said ongoing"] + counts["gold transactional said transactional"]
    decided = sum(n for name, n in counts.items() if name.startswith("gold ") and not name.endswith("unclear"))
    wanted = sum(n for name, n in counts.items() if name.startswith(("gold ongoing", "gold transactional")))
    hit, false, missed, quiet = verdicts("original", "swapped")
    natural_hit, natural_false, natural_missed, _ = verdicts("original")
    return {
        "mentions": counts["mentions"],
        "reported": round(counts["reported"] / counts["mentions"], 3),
        "sense_accuracy": round(counts["sense right"] / counts["mentions"], 3),
        "relationship_precision": round(right / max(1, decided), 3),
        "relationship_recall": round(right / max(1, wanted), 3),
        "flag_precision": round(hit / max(1, hit + false), 3),
        "flag_recall": round(hit / max(1, hit + missed), 3),
        "false_flag_rate": round(false / max(1, false + quiet), 4),
        "natural_flag_precision": round(natural_hit / max(1, natural_hit + natural_false), 3),
        "natural_flag_recall": round(natural_hit / max(1, natural_hit + natural_missed), 3),
        "blindness": round(counts["blind pairs equal"] / max(1, counts["blind pairs"]), 4),
        "sense_flips": counts["sense differs between copies"],
    }


if __name__ == "__main__":
    main()
