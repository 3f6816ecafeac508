import re
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from termlint.model.finding import Severity
from termlint.reporting.github import github_report
from termlint.reporting.run import Run
from tests.unit.reporting.build import TEXT, finding, letter, report, skipped


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    message: str


def parsed(line: str) -> Command:
    """As the runner documents it: ``::name key=value,key=value::message``, the escapes undone in the runner's order."""
    assert line.startswith("::")
    head, found, message = line[2:].partition("::")
    assert found
    name, _, rest = head.partition(" ")
    properties = {}
    for pair in rest.split(","):
        key, equals, value = pair.partition("=")
        assert equals
        properties[key] = undone(value, "%3A:", "%2C,", "%0D\r", "%0A\n", "%25%")
    return Command(name, properties, undone(message, "%0D\r", "%0A\n", "%25%"))


def undone(text: str, *escapes: str) -> str:
    for escape in escapes:
        text = text.replace(escape[:3], escape[3:])
    return text


def told(*reports: object, limit: int | None = None) -> tuple[list[Command], str]:
    *lines, last = github_report(Run.of(reports, limit=limit)).split("\n")[:-1]  # type: ignore[arg-type]
    return [parsed(line) for line in lines], last


def test_an_annotation_names_the_place_and_the_rule() -> None:
    (command,), total = told(report("docs/page.md", finding()))
    assert command == Command(
        "warning",
        {
            "file": "docs/page.md",
            "line": "3",
            "endLine": "3",
            "col": "20",  # the emoji before it takes two
            "endColumn": "28",
            "title": "TL101 wrong-term-for-ongoing",
        },
        '"customer": the text says "advise" (ongoing); write "client"',
    )
    assert total == "1 finding in 1 file (1 file checked)."


def test_the_most_severe_come_first() -> None:
    commands, _ = told(
        report("a.md", finding(severity=Severity.INFO), finding(nth=1)), report("b.md", finding(severity=Severity.ERROR))
    )
    assert [command.name for command in commands] == ["error", "warning", "notice"]


def test_more_than_github_shows_is_said() -> None:
    _, few = told(*(report(f"{number}.md", finding()) for number in range(10)))
    commands, many = told(*(report(f"{number}.md", finding()) for number in range(11)))
    assert few == "10 findings in 10 files (10 files checked)."
    assert len(commands) == 11
    assert many == "11 findings in 11 files (11 files checked). GitHub shows the first 10 of each level."


def test_a_limit_leaves_the_true_total() -> None:
    commands, total = told(report("a.md", finding(), finding(nth=1)), limit=1)
    assert len(commands) == 1
    assert total == "2 findings in 1 file (1 file checked); 1 listed."


def test_columns_only_within_a_line() -> None:
    text = "😀 our customer\nrecords"
    (command,), _ = told(report("a.md", finding(text, "customer\nrecords"), text=text))
    assert (command.properties["line"], command.properties["endLine"]) == ("1", "2")
    assert not {"col", "endColumn"} & set(command.properties)


def test_a_file_without_lines_is_named_with_its_place_in_words() -> None:
    (command,), _ = told(letter())
    assert command.properties == {"file": "letter.docx", "title": "TL101 wrong-term-for-ongoing"}
    assert command.message.endswith("[paragraph 3]")


def test_a_skipped_file_is_a_notice() -> None:
    (command,), total = told(skipped())
    assert (command.name, command.message) == ("notice", "not UTF-8 at byte 5 (line 1)")
    assert total == "No findings (0 files checked, 1 skipped)."


NASTY = st.text(st.sampled_from("%:,\r\n=; a25ADC😀") | st.characters(codec="utf-8"), min_size=1)


@given(NASTY, NASTY)
def test_nothing_in_a_name_or_a_message_speaks_to_the_runner(path: str, message: str) -> None:
    output = github_report(Run.of([report(path, finding(message=message))]))
    lines = re.split("\r|\n", output)
    assert len(lines) == 3  # the annotation, the total, and nothing
    command = parsed(lines[0])
    assert command.properties["file"] == path
    assert set(command.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert "\n" not in command.message


def test_the_text_of_these_tests_has_an_emoji_before_the_word() -> None:
    assert TEXT.index("😀") < TEXT.index("customer")
