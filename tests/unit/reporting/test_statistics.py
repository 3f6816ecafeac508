import json

from termlint.model.finding import Applicability, Finding, Fix, Verdict, VerdictKind
from termlint.model.mention import Mention, Provider, Relationship, Scope, Sense
from termlint.model.report import FileReport
from termlint.model.source import SourceText
from termlint.reporting.run import Run
from termlint.reporting.statistics import statistics_json, statistics_text
from tests.unit.reporting.build import TEXT, finding, report, skipped


def mention(
    *, confidence: float = 0.97, relationship: Relationship | None = Relationship.ONGOING, declared: bool = False
) -> Mention:
    sense = Sense.SOFTWARE if relationship is None else Sense.PARTY
    place = (0, 0, 8, 25, 33, "customer", "customer")
    return Mention(*place, sense, relationship, confidence, Scope.SENTENCE, Provider.AUTHOR, declared=declared)


def judged(path: str, *flags: tuple[Mention, Finding], fine: tuple[Mention, ...] = ()) -> FileReport:
    verdicts = [Verdict(one, VerdictKind.FLAG, None, found) for one, found in flags]
    verdicts += [Verdict(one, VerdictKind.OK) for one in fine]
    return FileReport(path, SourceText(path, TEXT), tuple(verdicts), tuple(found for _, found in flags))


CORPUS = [
    judged(
        "docs/a.md",
        (mention(), finding()),
        (mention(confidence=0.92), finding(nth=1, confidence=0.92, fix=Fix(Applicability.UNSAFE, ()))),
        (mention(confidence=0.5, declared=True), finding(confidence=0.5, fix=None)),
        fine=(mention(relationship=Relationship.UNCLEAR), mention(relationship=None)),
    ),
    judged("docs/b.md", (mention(), finding(text="Customer 😀", word="Customer", code="TL102", name="x"))),
    report("clean.md"),
    skipped(),
]


def test_what_adopting_it_would_mean() -> None:
    assert statistics_text(Run.of(CORPUS)) == (
        "By rule\n"
        "  TL101 wrong-term-for-ongoing  3   75 %\n"
        "  TL102 x                       1   25 %\n"
        "\n"
        "By folder\n"
        "  docs  4  100 %\n"
        "\n"
        "By word\n"
        "  customer  4  100 %\n"
        "\n"
        "By relationship\n"
        "  ongoing  4  100 %\n"
        "\n"
        "What adopting it would mean\n"
        "  4 findings in 2 files (3 files checked, 1 skipped)\n"
        "  6 watched words read: 4 ongoing, 1 unclear, 1 no party\n"
        "  2 (50 %) fixed by termlint check --fix\n"
        "  1 (25 %) fixed by --unsafe-fixes, each worth a look\n"
        "  1 (25 %) for a person to write\n"
        "  half of the findings or more stand in 1 file (of 2 with any)\n"
        "  with --min-confidence 0.95: 3 findings\n"
        "  with --min-confidence 0.99: 1 finding\n"
    )


def test_long_tables_are_summed_up() -> None:
    folders = [report(f"{number:02}/a.md", finding()) for number in range(30)]
    told = statistics_text(Run.of(folders), rows=2)
    assert "  00          1    3 %\n  01          1    3 %\n  (28 more)  28   93 %\n" in told
    assert len(json.loads(statistics_json(Run.of(folders)))["by_folder"]) == 30


def test_no_findings() -> None:
    assert statistics_text(Run.of([report("clean.md")])) == "What adopting it would mean\n  No findings (1 file checked)\n"


def test_for_programs() -> None:
    told = json.loads(statistics_json(Run.of(CORPUS)))
    assert told["fixes"] == {"safe": 2, "unsafe": 1, "display-only": 0}
    assert told["mentions"] == {"all": 6, "ongoing": 4, "transactional": 0, "unclear": 1, "no party": 1}
    assert told["by_rule"] == {"TL101 wrong-term-for-ongoing": 3, "TL102 x": 1}
    assert (told["files"], told["skipped"], told["files_with_findings"], told["findings"]) == (3, 1, 2, 4)
