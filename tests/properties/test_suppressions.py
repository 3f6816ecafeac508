"""What has to hold for suppressions in any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from termlint.config import load_text
from termlint.linting.fixing import SAFE, fix_source
from termlint.linting.lint import lint_source, needs_reading, read_and_judge
from termlint.linting.suppressing import suppress_source
from termlint.model.document import Document
from termlint.model.finding import Exemption, VerdictKind
from termlint.model.source import SourceText
from termlint.reading import read

STYLE = load_text("version: 1\noverrides:\n  - {files: ['**'], relationship: ongoing}\n").for_path("page.md")
FORMATS = ("a.md", "a.html", "a.liquid", "a.njk", "a.hbs", "a.erb", "a.rst", "a.adoc", "a.yaml", "a.jsonc", "a.po", "a.txt")
COMMENTS = (
    "<!-- {} -->", "{{/* {} */}}", ".. {}", "// {}", "# {}", "/* {} */", "{{# {} #}}", "{{{{!-- {} --}}}}", "<%# {} %>",
    "{{% comment %}} {} {{% endcomment %}}", "`<!-- {} -->`", "<code>{{# {} #}}</code>",
)  # fmt: skip
WORDS = st.sampled_from(["disable", "enable", "disable-line", "disable-next-line", "disable-file", "disable-lines"])
CODES = st.lists(st.sampled_from(["TL101", "TL102", "TL201", "TL901", "tl101", "TL1O1", "wrong-term-for-ongoing"]), max_size=3)
DIRECTIVES = st.builds(
    lambda form, word, codes, reason: form.format(f"termlint-{word} {' '.join(codes)}{reason}"),
    st.sampled_from(COMMENTS),
    WORDS,
    CODES,
    st.sampled_from(["", " -- why", ": why"]),
)
PIECES = st.one_of(
    DIRECTIVES,
    st.sampled_from(
        "customer|A customer |customers.|client |\n|\n\n|\r\n|  |    |- |> |# |=====|```|<p>|</p>|<pre>|</pre>| |a: |: >-|\"|'|"
        'msgid "|..|::|----|`|*|_|---|\t|\\|<a |href=|>|<!--|-->|{%|%}|{{|}}|\u00e9\U0001f600'.split("|")
    ),
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def documents(text: str, path: str) -> Document:
    return read(SourceText(path, text))


@given(TEXTS, st.sampled_from(FORMATS))
@settings(max_examples=200, deadline=None)
def test_every_place_is_exact(text: str, path: str) -> None:
    document = documents(text, path)
    places = [(one.start, one.end) for one in document.suppressions]
    assert places == sorted(places)
    for one in document.suppressions:
        assert 0 <= one.start < one.end <= len(text)
        assert f"termlint-{one.word}" in text[one.start : one.end]
        assert all(text[code.start : code.end] == code.text and one.start < code.start < one.end for code in one.codes)
        assert 0 <= one.reach[0] <= one.reach[1] <= len(text) + 1


@given(TEXTS, st.sampled_from(FORMATS))
@settings(max_examples=200, deadline=None)
def test_a_file_with_a_suppression_is_always_read(text: str, path: str) -> None:
    if documents(text, path).suppressions:
        assert needs_reading(SourceText(path, text), STYLE)


@given(TEXTS, st.sampled_from(FORMATS))
@settings(max_examples=60, deadline=None)
def test_a_suppression_changes_the_kind_of_a_verdict_and_nothing_else(text: str, path: str) -> None:
    source = SourceText(path, text)
    with_them = read_and_judge(source, STYLE)
    for verdict in with_them.verdicts:
        if verdict.exemption is Exemption.SUPPRESSION:
            assert verdict.kind is VerdictKind.EXEMPT
            assert verdict.finding is not None
    for finding in with_them.findings:
        if finding.code in ("TL901", "TL902"):
            assert finding.start is not None
            assert text[finding.start : finding.end] == finding.text


@given(TEXTS, st.sampled_from(FORMATS))
@settings(max_examples=60, deadline=None)
def test_adding_suppressions_silences_and_puts_in_nothing_but_comments(text: str, path: str) -> None:
    source = SourceText(path, text)
    before = lint_source(source, STYLE)
    after = suppress_source(source, STYLE, reason="why")
    if before.skipped is not None:
        return
    if after.original is None or after.source is None:
        assert after.findings == before.findings
        return
    assert after.suppressed == len(before.findings) - len(after.findings) > 0
    assert len(after.source.text) > len(text)
    remaining = iter(after.source.text)
    assert all(letter in remaining for letter in text)  # nothing is gone
    again = suppress_source(after.source, STYLE, reason="why")
    assert again.suppressed == 0


@given(
    st.lists(
        st.sampled_from(["A customer calls.", "The customer\nis here.", "# A customer", "- a customer"]), min_size=1, max_size=4
    )
)
@settings(max_examples=40, deadline=None)
def test_what_was_added_is_taken_out_again_once_nothing_needs_it(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs) + "\n"
    added = suppress_source(SourceText("a.md", text), STYLE, reason="why")
    assert added.source is not None
    assert added.findings == ()
    fixed = added.source.text.replace("customer", "client")
    assert {finding.code for finding in lint_source(SourceText("a.md", fixed), STYLE).findings} == {"TL901"}
    cleaned = fix_source(SourceText("a.md", fixed), STYLE, wanted=SAFE)
    assert cleaned.source is not None
    assert cleaned.source.text == text.replace("customer", "client")
