"""Each in a process of its own: spaCy is started once."""

import subprocess
import sys

import pytest

READ = """
from termlint import explain_text
print([verdict.mention.relationship.value for verdict in explain_text("We have advised this customer for years.")])
"""
WANTS_MORE = """
import runpy, termlint
start = runpy.run_path(termlint.__path__[0] + "/analysis/spacy_start.py")  # the package would start spaCy
absent = start["_absent"]()
del absent["spacy.cli.info"].info
start["start_spacy"].__globals__["_absent"] = lambda: absent
start["start_spacy"]()
"""


def said(script: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_text_without_a_watched_word_needs_no_spacy() -> None:
    text = "print(explain_text('We sell coffee to clientele, and customise it.', path='a.rst'))"
    assert said(f"from termlint import explain_text\n{text}\nimport sys; print('spacy' in sys.modules)") == ["()", "False"]


def test_reading_leaves_the_command_line_of_spacy_alone() -> None:
    assert said(READ + "import sys; print(*({'spacy', 'spacy.cli', 'typer', 'requests'} & set(sys.modules)))") == [
        "['ongoing']",
        "spacy",
    ]


@pytest.mark.parametrize(
    "script",
    [
        "import spacy; print(spacy.cli.__name__, spacy.cli.download.__module__)",
        "import spacy.cli; print(spacy.cli.__name__, spacy.cli.download.__module__)",
        "from spacy.cli import download; import spacy; print(spacy.cli.__name__, download.__module__)",
    ],
)
def test_whoever_asks_for_it_gets_it(script: str) -> None:
    assert said("import termlint.analysis.reader\n" + script) == ["spacy.cli spacy.cli.download"]


def test_spacy_tells_of_itself_and_of_nothing_else() -> None:
    script = "import termlint.analysis.reader, spacy\nprint(spacy.info(silent=True)['spacy_version'] == spacy.__version__)\n"
    assert said(script + "print(hasattr(spacy, 'nonsense'))") == ["True", "False"]


def test_a_spacy_that_wants_more_of_it_is_started_as_it_is() -> None:
    assert said(WANTS_MORE + READ + "import spacy; print(spacy.info.__module__)") == ["['ongoing']", "spacy.cli.info"]


def test_a_spacy_that_was_imported_before_is_left_as_it_is() -> None:
    assert said("import spacy\nbefore = dict(vars(spacy))\n" + READ + "print(dict(vars(spacy)) == before)") == [
        "['ongoing']",
        "True",
    ]
