"""The spaCy pipeline: the paragraphs with a mention as a ``Doc``, and one thin component for each step of the reading.

The ``Doc`` is made from words that are already masked, so no component can see which watched term was written. What stands
around its paragraphs is in the layout. Span groups: ``mentions`` (label: the sense), ``cues`` (label: the family).
"""

from collections.abc import Callable
from functools import cache
from operator import ne

from termlint.analysis.inputs import ReadingInputs
from termlint.analysis.layout import Layout, TermHit, lay_out
from termlint.analysis.own_cues import find_own_cues, own_cues_near
from termlint.analysis.relationship import read_relationships
from termlint.analysis.sense import read_senses
from termlint.analysis.sense_views import SenseViews
from termlint.analysis.spacy_start import start_spacy
from termlint.analysis.state import State
from termlint.analysis.views import DocumentViews
from termlint.analysis.weights import load_weights
from termlint.model.document import Document
from termlint.rulebook import cues, senses

start_spacy()
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc, Span  # noqa: E402
from spacy.vocab import Vocab  # noqa: E402

STATE = "termlint"
"""Key of the reading's state in ``Doc.user_data``."""


@cache
def load_pipeline() -> Language:
    """The pipeline, built once: no trained model, nothing to download."""
    nlp = Language(Vocab(), create_tokenizer=_tokenizer, meta={"lang": "en", "name": "termlint"})
    for name in ("termlint_cues", "termlint_mentions", "termlint_sense", "termlint_relationship"):
        nlp.add_pipe(name)
    return nlp


def make_doc(nlp: Language, document: Document, inputs: ReadingInputs) -> Doc:
    """The masked words of the paragraphs with a mention as a ``Doc``, ready for the pipeline."""
    layout = lay_out(document, inputs.terms)
    words: list[str] = []
    spaces: list[bool] = []
    shifts = {}
    for block in sorted({hit.block for hit in layout.hits}):
        first, after = layout.block_span(block)
        shifts[block] = len(words) - first
        words += layout.raw[first:after]
        spaces += _spaces(layout, first, after)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.user_data[STATE] = State(layout, inputs, load_weights(inputs.weights), shifts)
    return doc


@Language.component("termlint_cues", assigns=["doc.spans"])
def find_cues(doc: Doc) -> Doc:
    """Phrases of the rulebook, blockers left out."""
    state: State = doc.user_data[STATE]
    state.views = DocumentViews(state.layout, cues.load_compiled())
    doc.spans["cues"] = [
        Span(doc, cue.start + shift, cue.end + shift, label=cue.form.family.id)
        for block, shift in state.shifts.items()
        for cue in state.views.cues_between(*state.layout.block_span(block))
    ]
    return doc


@Language.component("termlint_mentions", assigns=["doc.spans"])
def find_mentions(doc: Doc) -> Doc:
    """One span for each watched term."""
    state: State = doc.user_data[STATE]
    doc.spans["mentions"] = [_span(doc, state, hit) for hit in state.layout.hits]
    return doc


@Language.component("termlint_sense", requires=["doc.spans"], assigns=["doc.spans"])
def read_sense(doc: Doc) -> Doc:
    """Party, software, name or mention; written to the mentions as their label."""
    state: State = doc.user_data[STATE]
    views = SenseViews(state.layout, senses.load_compiled(), state.views.bags)
    state.senses = read_senses(state.weights.sense, views, state.layout.hits)
    state.sense_views = views
    doc.spans["mentions"] = [
        _span(doc, state, hit, reading.sense.value) for hit, reading in zip(state.layout.hits, state.senses, strict=True)
    ]
    return doc


@Language.component("termlint_relationship", requires=["doc.spans"])
def read_relationship(doc: Doc) -> Doc:
    """Ongoing, transactional or unclear for every mention, whatever its sense: the sense says how far to believe it."""
    state: State = doc.user_data[STATE]
    found = find_own_cues(state.layout, state.inputs.cues)
    state.relationships = read_relationships(
        state.weights,
        state.views,
        state.layout.hits,
        [reading.party for reading in state.senses],
        [own_cues_near(state.layout, found, hit) for hit in state.layout.hits],
    )
    return doc


def _tokenizer(nlp: Language) -> Callable[[str], Doc]:
    """Documents come as words already; spaCy's own rules take longer to compile than a page to read."""
    return lambda text: Doc(nlp.vocab, words=text.split())


def _span(doc: Doc, state: State, hit: TermHit, label: str = "") -> Span:
    at = hit.token + state.shifts[hit.block]
    return Span(doc, at, at + 1, label=label)


def _spaces(layout: Layout, first: int, after: int) -> list[bool]:
    """Whether a blank follows each word of a paragraph; one parts it from the next."""
    return list(map(ne, layout.ends[first:after], [*layout.starts[first + 1 : after], -1]))
