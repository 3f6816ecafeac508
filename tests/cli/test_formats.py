"""Each format through the command: the finding's place, the fix, and nothing else in the file."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WRONG = "Our lawyers have advised this customer for years."
RIGHT = "Our lawyers have advised this client for years."
HOUSE_STYLE = 'version: 1\noverrides:\n  - {files: ["**"], relationship: ongoing}\n'


def _crlf_table(text: str) -> str:
    return f'\ufeffid;reply\r\n1;"Dear ""you"",\r\n\r\n{text}"\r\n2;{text}'


SAMPLES = {
    "page.html": "<!doctype html>\n<p class='customer' title=customer>{0}</p>\n<script>customer()</script>\n",
    "page.html.erb": "<p><% customer.each do %>{0}<% end %></p>\n",
    "mail.liquid": "{{% if customer %}}\n<p>{0}</p>\n{{% endif %}}\n",
    "page.vue": "<template>\n  <p :class='customer'>{0}</p>\n</template>\n",
    "page.mdx": "import customer from 'customer'\n\n<Note title='customer'>\n  {0} {{customer}}\n</Note>\n",
    "data.json": '{{\r\n  "customer_id": "customer 5",\r\n  "body": "<p>Caf\\u00e9: {0}<\\/p>"\r\n}}',
    "data.jsonl": '{{"text": "{0}"}}\n{{"text": "caf\\u00e9: {0}"}}\n',
    "site.yaml": "# the customer\n"
    "customer: &customer\n  intro: >-\n    {0}\n    More.\n  quoted: '{0} It''s so.'\nagain: *customer\n",
    "terms.tsv": "id\ttext\n1\t{0}\n",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_fix_changes_the_word_and_nothing_else(folder: Path, run: Run, name: str) -> None:
    (folder / ".termlint.yaml").write_text(HOUSE_STYLE, encoding="utf-8")
    before, after = SAMPLES[name].format(WRONG), SAMPLES[name].format(RIGHT)
    (folder / name).write_bytes(before.encode())
    assert run("check", "--fix", name).code == 0
    assert (folder / name).read_bytes().decode() == after
    assert run("check", name).code == 0


def test_a_table_of_a_spreadsheet_stays_as_it_is(folder: Path, run: Run) -> None:
    (folder / ".termlint.yaml").write_text(HOUSE_STYLE, encoding="utf-8")
    (folder / "macros.csv").write_bytes(_crlf_table(WRONG).encode())
    assert run("check", "--fix", "macros.csv").code == 0
    assert (folder / "macros.csv").read_bytes().decode() == _crlf_table(RIGHT)


def test_a_macro_is_told_by_its_title_and_fixed_in_both_copies(folder: Path, run: Run) -> None:
    def export(text: str) -> str:
        actions = [{"field": "comment_value_html", "value": f"<p>{text}</p>"}, {"field": "comment_value", "value": text}]
        return json.dumps({"macros": [{"id": 36, "title": "Advice::Welcome", "actions": actions}]})

    (folder / ".termlint.yaml").write_text(HOUSE_STYLE, encoding="utf-8")
    (folder / "macros.json").write_text(export(WRONG), encoding="utf-8")
    told = run("check", "--format", "json", "macros.json")
    findings = json.loads(told.out)["findings"]
    assert [finding["location"]["title"] for finding in findings] == ["Advice::Welcome"]
    assert findings[0]["location"]["id"] == "36"
    assert len(findings[0]["fix"]["edits"]) == 2
    assert '[macro "Advice::Welcome" (id 36)]' in run("check", "macros.json").out
    assert run("check", "--fix", "macros.json").code == 0
    assert (folder / "macros.json").read_text(encoding="utf-8") == export(RIGHT)


def test_a_house_style_names_the_fields_that_are_prose(folder: Path, run: Run) -> None:
    readers = 'readers:\n  - {files: ["*.json"], prose: ["notes.*"], skip: ["notes.draft"]}\n'
    (folder / ".termlint.yaml").write_text(HOUSE_STYLE + readers, encoding="utf-8")
    tree = {"notes": {"a": WRONG, "draft": WRONG}, "body": WRONG}
    (folder / "a.json").write_text(json.dumps(tree), encoding="utf-8")
    run("check", "--fix", "a.json")
    fixed = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    assert fixed == {"notes": {"a": RIGHT, "draft": WRONG}, "body": WRONG}


def test_what_nests_too_deeply_is_one_skip(folder: Path, run: Run) -> None:
    (folder / "a.json").write_text("[" * 100_000 + '"customer', encoding="utf-8")
    (folder / "b.yaml").write_text("- " * 100_000 + "customer", encoding="utf-8")
    done = run("check", ".")
    assert done.code == 0
    assert done.err.count("nests deeper") == 2


def test_manifests_are_never_fixed(folder: Path, run: Run) -> None:
    (folder / ".termlint.yaml").write_text(HOUSE_STYLE, encoding="utf-8")
    (folder / "package.json").write_text(json.dumps({"description": WRONG}), encoding="utf-8")
    assert run("check", ".").code == 0
