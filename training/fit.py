"""Fit the weights on the texts written for termlint and, where given, on a labelled corpus.

    python training/fit.py [--corpus FOLDER] [--leave-out REPO] [--output FILE]

Needs the ``training`` extra. The same texts give the same weights.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from texts import TERMS, LabelledDocument, corpus_texts, labelled_hits, written_texts

from termlint.analysis.layout import lay_out
from termlint.analysis.linear import Features, View
from termlint.analysis.sense_views import SenseViews
from termlint.analysis.views import DocumentViews
from termlint.rulebook import cues, senses
from termlint.rulebook.line_table import table_lines

HERE = Path(__file__).resolve().parent
SENSES = ("party", "software", "name", "mention")
RELATIONSHIPS = ("ongoing", "transactional", "unclear")
REGULARISATION = {"sense": 1.0, "cues": 0.05, "words": 0.2}
CORPUS_SHARE = {"sense": 1.0, "cues": 0.3, "words": 0.3}
"""How much a labelled corpus mention counts against a written one, on average."""
PARTY_BIAS = 0.5
"""Log-odds added to "party": the written texts are denser in records, programs and names than documents at large."""
COMBINATION = {"cues": 1.0, "words": 0.35, "pooling": 0.8, "sharpness": 1.0, "bias": [0.0, 0.0, 0.0]}
SCALE = 0.01


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled mention with the features each model sees."""

    text: LabelledDocument
    hit: int
    provider: str
    sense: str
    relationship: str | None
    features: dict[str, Features]


def make_rows(texts: Iterable[LabelledDocument]) -> list[Row]:
    rows = []
    cue_book, sense_book = cues.load_compiled(), senses.load_compiled()
    for text in texts:
        layout = lay_out(text.document, TERMS)
        views = DocumentViews(layout, cue_book)
        sense_views = SenseViews(layout, sense_book, views.bags)
        for index, sense, relationship in labelled_hits(text, layout.hits):
            hit = layout.hits[index]
            features = {
                "sense": merge((view, 1.0) for view in sense_views.views(hit)),
                "cues": merge((view, views.reach(hit, view)) for view in views.cue_views(hit)),
                "words": merge((view, views.reach(hit, view)) for view in views.word_views(hit)),
            }
            rows.append(Row(text, index, views.provider(hit).value, sense, relationship, features))
    return rows


def merge(views: Iterable[tuple[View, float]]) -> Features:
    """All features of some views, each view with the factor it comes in with."""
    merged: Features = {}
    for view, factor in views:
        for name, value in view.named():
            merged[name] = merged.get(name, 0.0) + factor * value
    return merged


def row_weights(rows: Sequence[Row], share: float) -> np.ndarray:
    """Written mentions count one each; a corpus mention by the square root of its group and class, ``share`` on average."""
    keys = [(row.text.group, row.relationship or row.sense) if "/" in row.text.group else None for row in rows]
    counts = Counter(keys)
    weights = np.array([1.0 if key is None else counts[key] ** -0.5 for key in keys])
    corpus = np.array([key is not None for key in keys])
    if corpus.any():
        weights[corpus] *= share / weights[corpus].mean()
    return weights


def fit_model(name: str, rows: Sequence[Row]) -> dict:
    """Weights of one model, as whole numbers of ``SCALE``; small ones are dropped."""
    sense = name == "sense"
    used = [row for row in rows if sense or row.sense == "party"]
    classes = SENSES if sense else RELATIONSHIPS
    vocabulary: dict[str, int] = {}
    indices, values, starts = [], [], [0]
    seen = Counter(feature for row in used for feature in row.features[name])
    for row in used:
        for feature, value in row.features[name].items():
            if seen[feature] > 1:
                indices.append(vocabulary.setdefault(feature, len(vocabulary)))
                values.append(value)
        starts.append(len(indices))
    matrix = csr_matrix((values, indices, starts), shape=(len(used), len(vocabulary)))
    model = LogisticRegression(C=REGULARISATION[name], max_iter=300)
    model.fit(
        matrix, [row.sense if sense else row.relationship for row in used], sample_weight=row_weights(used, CORPUS_SHARE[name])
    )
    order = [list(model.classes_).index(label) for label in classes]
    whole = np.rint(model.coef_[order].T / SCALE).astype(int)
    intercept = np.rint(model.intercept_[order] / SCALE).astype(int)
    weights = {feature: whole[index].tolist() for feature, index in vocabulary.items() if np.abs(whole[index]).max() >= 3}
    bias = "bias"
    value = used[0].features[name][bias]
    weights[bias] = [round(b + int(i) / value) for b, i in zip(weights.get(bias, [0] * len(classes)), intercept, strict=True)]
    if sense:
        weights[bias][classes.index("party")] += round(PARTY_BIAS / SCALE / value)
    return {"classes": list(classes), "scale": SCALE, "weights": dict(sorted(weights.items()))}


def fit(rows: Sequence[Row]) -> dict:
    return {name: fit_model(name, rows) for name in ("sense", "cues", "words")} | {"combination": COMBINATION}


def save(weights: dict, file: Path) -> None:
    """One feature a line, so that a change of weights can be read."""
    lines = ["{"]
    for name in ("sense", "cues", "words"):
        model = weights[name]
        lines.append(f'"{name}": {{"classes": {json.dumps(model["classes"])}, "scale": {model["scale"]}, "weights": {{')
        lines.append(table_lines(model["weights"]))
        lines.append("}},")
    lines.append(f'"combination": {json.dumps(weights["combination"])}')
    lines.append("}\n")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder with labels.jsonl and documents/")
    parser.add_argument("--leave-out", help="a repository of the corpus to leave out")
    parser.add_argument("--output", type=Path, default=HERE.parent / "rules" / "compiled" / "weights.json")
    options = parser.parse_args()
    rows = make_rows(written_texts(HERE))
    if options.corpus:
        corpus = make_rows(corpus_texts(options.corpus / "labels.jsonl", options.corpus / "documents"))
        rows += [row for row in corpus if row.text.group != options.leave_out]
    save(fit(rows), options.output)
    sys.stdout.write(f"{len(rows)} mentions -> {options.output}\n")


if __name__ == "__main__":
    main()
