"""``extends: package:NAME`` reads a file of an installed package, and runs nothing of it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from termlint.config import HouseStyleError, load_text
from termlint.model.mention import Relationship

Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a package where Python looks, as pip would."""

    def install(dist: str, points: str, *, package: str = "acme_style", home: str = "site") -> Path:
        folder = tmp_path / home / package
        (folder / "parts").mkdir(parents=True)
        (folder / "__init__.py").write_text("raise SystemExit('imported')\n", encoding="utf-8")
        info = tmp_path / "site" / f"{dist}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {dist}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[termlint.house_styles]\n{points}\n", encoding="utf-8")
        for place in {tmp_path / "site", tmp_path / home}:
            if str(place) not in sys.path:
                monkeypatch.syspath_prepend(str(place))
        return folder

    return install


def mistake(text: str) -> str:
    with pytest.raises(HouseStyleError) as error:
        load_text(text)
    return str(error.value)


@pytest.mark.parametrize("home", ["site", "source"], ids=["installed", "editable"])
def test_it_is_read_and_not_run(install: Install, home: str) -> None:
    folder = install("acme", "acme = acme_style.parts:legal.yaml", home=home)
    (folder / "parts/legal.yaml").write_text(
        "version: 1\nextends: ../base.yaml\noverrides: [{files: ['shop/**'], relationship: transactional}]\n", encoding="utf-8"
    )
    (folder / "base.yaml").write_text("terms: {ongoing: {preferred: member, deprecated: [guest]}}\n", encoding="utf-8")
    style = load_text("version: 1\nextends: [retail, 'package:acme']\n", folder="/here")
    row = style.for_path("/here/a.md").row(Relationship.ONGOING)
    assert row.preferred is not None
    assert row.preferred.term.singular == "member"
    assert row.preferred.origin.file.endswith("acme_style/base.yaml")
    assert style.for_path("/here/shop/a.md").declared is Relationship.TRANSACTIONAL
    assert style.for_path("/here/a.md").declared is None
    assert "acme_style" not in sys.modules


def test_mistakes_have_a_place(install: Install) -> None:
    assert mistake("version: 1\nextends: package:acme\n") == (
        '.termlint.yaml:2:10: extends: no installed package offers a house style "acme" where termlint is installed; '
        "none offers any"
    )
    folder = install("acme", "acme = acme_style:style.yaml\nodd = acme_style\nother = acme_style:none.yaml")
    assert 'there are acme, odd, other; did you mean "acme"?' in mistake("extends: package:acne")
    assert '"odd" is to be found at "acme_style", which is no file of a package' in mistake("extends: package:odd")
    assert '"other" is to be found at "acme_style:none.yaml", and there is no such file' in mistake("extends: package:other")
    (folder / "style.yaml").write_text("termz: {}\n", encoding="utf-8")
    assert "acme_style/style.yaml:1:1: unknown key" in mistake("extends: package:acme")
    install("rival", "acme = rival_style:style.yaml", package="rival_style")
    assert 'several packages offer a house style "acme": acme, rival' in mistake("extends: package:acme")


@pytest.mark.parametrize("value", ["../secret:x.yaml", "a:/etc/passwd", "a.b:..yaml", "a:x.py", "a:b/c.yaml"])
def test_no_value_leads_out_of_its_package(install: Install, value: str) -> None:
    install("acme", f"acme = {value}")
    assert "which is no file of a package" in mistake("extends: package:acme")
