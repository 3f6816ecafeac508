"""Write tests/cases/known-wrong.yaml anew from what termlint reads today, and tell the shares.

Run ``python tests/rules/known_wrong.py`` after the weights, the cues or the operating point have changed. Reasons that a
person wrote are kept; a new entry gets what was read as its reason, for a person to replace. Then read the difference: an
entry more is a regression to think about, not a formality.
"""

import sys

from case_book import KNOWN_WRONG, Reading, load_known_wrong, read_book, wrong_flags
from figures import told
from ruamel.yaml import YAML

HEAD = """\
# Flags that termlint raises in the case book and should not, each with a reason. Written by tests/rules/known_wrong.py;
# reasons may be edited. `copy: swapped` means the copy of the case in which every party is called by the other word.
"""


def main() -> None:
    readings = read_book()
    kept = load_known_wrong()
    entries = [_entry(reading, kept.get(reading.key)) for reading in sorted(wrong_flags(readings), key=lambda each: each.key)]
    with KNOWN_WRONG.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD)
        yaml = YAML()
        yaml.width = 128
        yaml.dump(entries, file)
    sys.stdout.write(f"{len(entries)} known wrong\n{told(readings)}\n")


def _entry(reading: Reading, reason: str | None) -> dict[str, object]:
    case, text, occurrence, copy = reading.key
    return {"case": case, "text": text, "occurrence": occurrence, "copy": copy, "reason": reason or _drafted(reading)}


def _drafted(reading: Reading) -> str:
    assert reading.verdict is not None
    mention = reading.verdict.mention
    label = reading.label.relationship or reading.label.sense
    speaking = [piece for piece in mention.evidence if piece.counted and piece.relationship is mention.relationship]
    strongest = sorted(speaking, key=lambda piece: -piece.weight)[:3]
    words = ", ".join(f"{piece.text!r}" if piece.text else piece.why for piece in strongest)
    return f"{label} read as {mention.relationship}, by {words}"


if __name__ == "__main__":
    main()
