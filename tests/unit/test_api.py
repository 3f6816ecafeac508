import subprocess
import sys
from pathlib import Path

import pytest

import termlint

TEXT = "---\ntermlint: {relationship: ongoing}\n---\nA customer and a client.\n"


def test_check_text_gives_findings() -> None:
    (finding,) = termlint.check_text(TEXT)
    assert isinstance(finding, termlint.Finding)
    assert (finding.code, finding.suggestion) == ("TL101", "client")
    assert finding.start is not None
    assert TEXT[finding.start : finding.end] == "customer"


def test_explain_text_gives_every_mention() -> None:
    verdicts = termlint.explain_text(TEXT)
    assert [verdict.mention.text for verdict in verdicts] == ["customer", "client"]
    assert [verdict.kind for verdict in verdicts] == [termlint.VerdictKind.FLAG, termlint.VerdictKind.OK]


def test_a_house_style_is_a_file(tmp_path: Path) -> None:
    style = tmp_path / "style.yaml"
    style.write_text("version: 1\nextends: always-customer\n", encoding="utf-8")
    assert [finding.text for finding in termlint.check_text("A client.", path="a.txt", house_style=style)] == ["client"]
    style.write_text("version: 7\n", encoding="utf-8")
    with pytest.raises(termlint.TermlintError, match="version"):
        termlint.check_text("A client.", house_style=style)


def test_a_broken_declaration_is_an_error() -> None:
    with pytest.raises(termlint.UnreadableError):
        termlint.check_text("---\ntermlint: {relationship: forever}\n---\nA client.")


def test_every_public_name_exists_and_importing_costs_nothing() -> None:
    assert all(getattr(termlint, name) is not None for name in termlint.__all__)
    code = "import sys, termlint; sys.exit('spacy' in sys.modules or 'termlint.api' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = termlint.nothing_such
