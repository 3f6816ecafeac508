from pathlib import Path

import pytest

from termlint.linting.repository import naming_from_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "my repo"
    (root / "docs" / "ü 😀").mkdir(parents=True)
    (root / ".git").mkdir()
    return root


def test_a_name_is_seen_from_the_root(root: Path) -> None:
    assert naming_from_root(str(root))("docs/a.md") == "docs/a.md"
    assert naming_from_root(str(root / "docs"))("a.md") == "docs/a.md"
    assert naming_from_root(str(root / "docs" / "ü 😀"))("../b.md") == "docs/b.md"


def test_an_absolute_name_inside_is_relative_and_one_outside_stays(root: Path, tmp_path: Path) -> None:
    name = naming_from_root(str(root))
    assert name(str(root / "docs" / "ü 😀" / "a.md")) == "docs/ü 😀/a.md"
    assert name(str(tmp_path / "other.md")) == str(tmp_path / "other.md")
    assert name("../other.md") == "../other.md"
    assert name("../my repository/a.md") == "../my repository/a.md"


def test_links_are_followed(root: Path, tmp_path: Path) -> None:
    (root / "docs" / "a.md").write_text("", encoding="utf-8")
    (root / "link.md").symlink_to(root / "docs" / "a.md")
    (tmp_path / "elsewhere").symlink_to(root)
    assert naming_from_root(str(root))("link.md") == "docs/a.md"
    assert naming_from_root(str(tmp_path / "elsewhere"))("docs/a.md") == "docs/a.md"


def test_a_work_tree_has_a_file_for_its_repository(tmp_path: Path) -> None:
    (tmp_path / "tree" / "docs").mkdir(parents=True)
    (tmp_path / "tree" / ".git").write_text("gitdir: /elsewhere\n", encoding="utf-8")
    assert naming_from_root(str(tmp_path / "tree" / "docs"))("a.md") == "docs/a.md"


def test_standard_input_and_the_root_itself_have_names(root: Path) -> None:
    name = naming_from_root(str(root))
    assert name("<stdin>") == "<stdin>"
    assert name(".") == "."
