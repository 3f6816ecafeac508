"""Suppressions as each format writes its comments, how far they reach, and where they are only examples."""

import pytest

from termlint.model.source import SourceText
from termlint.model.suppression import SuppressionKind
from termlint.reading import read

HEAD = '<xliff version="1.2"><file source-language="en" target-language="en"><body>'
TAIL = "</body></file></xliff>"

NEXT_LINES = {
    "a.md": "<!-- termlint-disable-next-line TL101 -- why -->\n⟦Our clients⟧\nare here.\n",
    "nested.md": "!!! note\n\n    <!-- termlint-disable-next-line TL101 -- why -->\n⟦    Our clients⟧\n",
    "quoted.md": "> <!-- termlint-disable-next-line TL101 -- why -->\n⟦> Our clients⟧\n> are here.\n",
    "apart.md": "<!-- termlint-disable-next-line TL101 -- why -->\n\n\n⟦Our clients⟧\n",
    "jsx.md": "{/* termlint-disable-next-line TL101 -- why */}\n\n⟦Our clients⟧\n",
    "front.md": "---\n# termlint-disable-next-line TL101 -- why\n⟦title: Our clients⟧\n---\n",
    "crlf.md": "<!-- termlint-disable-next-line TL101 -- why -->\r\n⟦Our clients⟧\r\nare here.\r\n",
    "emoji.md": "\U0001f600\n\n<!-- termlint-disable-next-line TL101 -- why -->\n⟦\U0001f600 Our clients⟧\n",
    "a.html": "<!--termlint-disable-next-line TL101 -- why-->\n⟦<p>Our clients⟧\n</p>",
    "a.vue": "<template>\n<!-- termlint-disable-next-line TL101 -- why -->\n⟦<p>Our clients</p>⟧\n</template>",
    "a.njk": "{# termlint-disable-next-line TL101 -- why #}\n⟦<p>Our clients</p>⟧\n",
    "dashed.j2": "{#- termlint-disable-next-line TL101 -- why -#}\n⟦<p>Our clients</p>⟧\n",
    "a.liquid": "{% comment %}termlint-disable-next-line TL101 -- why{% endcomment %}\n⟦<p>Our clients</p>⟧\n",
    "dashed.liquid": "{%- comment -%} termlint-disable-next-line TL101 -- why {%- endcomment -%}\n⟦<p>Our clients</p>⟧\n",
    "line.liquid": "{% # termlint-disable-next-line TL101 -- why %}\n⟦<p>Our clients</p>⟧\n",
    "a.hbs": "{{!-- termlint-disable-next-line TL101 -- why --}}\n⟦<p>Our clients</p>⟧\n",
    "a.mustache": "{{! termlint-disable-next-line TL101 -- why }}\n⟦<p>Our clients</p>⟧\n",
    "a.erb": "<%# termlint-disable-next-line TL101 -- why %>\n⟦<p>Our clients</p>⟧\n",
    "a.rst": ".. termlint-disable-next-line TL101 -- why\n\n⟦Our clients\nare here.⟧\n\nOur clients\n",
    "nested.rst": ".. note::\n\n   .. termlint-disable-next-line TL101 -- why\n\n⟦   Our clients\n   are here.⟧\n",
    "a.adoc": "// termlint-disable-next-line TL101 -- why\n⟦Our clients⟧\nare here.\n",
    "a.yaml": "# termlint-disable-next-line TL101 -- why\n⟦message: >-\n  Our clients are\n\n  "
    "here now.⟧\nbody: Our clients are here.\n",
    "list.yaml": "# termlint-disable-next-line TL101 -- why\n⟦- text: |\n    Our clients are "
    "here.⟧\n  body: Our clients are here.\n",
    "a.jsonc": '{\n  // termlint-disable-next-line TL101 -- why\n⟦  "message": "Our clients are here."⟧\n}',
    "block.jsonc": '{\n  /* termlint-disable-next-line TL101 -- why */\n⟦  "message": "Our clients are here."⟧\n}',
    "a.po": '# termlint-disable-next-line TL101 -- why\n⟦#: a.c\nmsgid ""\n"our clients"\nmsgstr ""⟧\n\nmsgid "our clients"\n',
    "a.xlf": f"{HEAD}<!-- termlint-disable-next-line TL101: why -->\n⟦<trans-unit "
    f"id='1'><source>Our clients</source></trans-unit>⟧\n{TAIL}",
    "a.txt": "{# termlint-disable-next-line TL101 -- why #}\n⟦Our clients⟧\n",
    "a.ipynb": '{"cells": [{"cell_type": "markdown", "source": ["<!-- '
    'termlint-disable-next-line TL101 -- why -->\\n",\n "⟦Our clients⟧\\n"]}]}',
}


@pytest.mark.parametrize("path", NEXT_LINES)
def test_the_next_line_in_every_format(path: str) -> None:
    marked = NEXT_LINES[path]
    first, last = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    document = read(SourceText(path, text))
    (one,) = document.suppressions
    assert (one.kind, [code.text for code in one.codes], one.reason) == (SuppressionKind.NEXT_LINE, ["TL101"], "why")
    assert text[one.codes[0].start : one.codes[0].end] == "TL101"
    assert "termlint-disable-next-line" in text[one.start : one.end]
    assert text[one.reach[0] : one.reach[1]].rstrip("\r\n\\") == text[first:last]
    assert any("ur clients" in block.text for block in document.blocks)


EXAMPLES = {
    "span.md": "Write `<!-- termlint-disable-file -->` there.",
    "double.md": "Write ``{# termlint-disable-file #}`` there.",
    "fence.md": "```html\n<!-- termlint-disable-file -->\n```\n",
    "tilde.md": "~~~\n{# termlint-disable-file #}\n~~~\n",
    "indented.md": "Text\n\n    <!-- termlint-disable-file -->\n",
    "open.md": "```\n<!-- termlint-disable-file -->\n",
    "pre.md": "<pre>\n<!-- termlint-disable-file -->\n</pre>\n",
    "code.md": "Write <code>{# termlint-disable-file #}</code> there.",
    "nested.md": "!!! note\n\n    ```\n    <!-- termlint-disable-file -->\n    ```\n",
    "escaped.md": "\\<!-- termlint-disable-file -->",
    "text.md": "termlint-disable-file and # termlint-disable-file and // termlint-disable-file",
    "later.md": "<!-- please do not write termlint-disable-file here -->",
    "key.md": "---\ndescription: >-\n  # termlint-disable-file\n---\n",
    "a.html": "<pre><!-- termlint-disable-file --></pre><script>// termlint-disable-file\n<!-- "
    "termlint-disable-file --></script>",
    "code.html": "<p>Write <code>{# termlint-disable-file #}</code></p><textarea>{# termlint-disable-file #}</textarea>",
    "svg.html": "<svg><!-- termlint-disable-file --></svg>",
    "a.rst": "Text::\n\n   .. termlint-disable-file\n",
    "block.rst": ".. code-block:: rst\n\n   .. termlint-disable-file\n",
    "a.adoc": "----\n// termlint-disable-file\n----\n\n[source]\n// "
    "termlint-disable-file\n\n////\n// termlint-disable-file\n////\n",
    "a.yaml": "text: |\n  # termlint-disable-file\nbody: 'a # termlint-disable-file'\n",
    "a.json": '{"a": "// termlint-disable-file"}',
    "a.po": 'msgid "# termlint-disable-file"\n#~ termlint-disable-file\n#. termlint-disable-file\n',
    "a.xlf": f"{HEAD}<trans-unit id='1'><source><![CDATA[<!-- termlint-disable-file -->]]></source></trans-unit>{TAIL}",
    "a.csv": "text\n<!-- termlint-disable-file -->\n",
    "a.txt": "<!-- termlint-disable-file -->\n# termlint-disable-file\n// termlint-disable-file\n",
    "a.ipynb": '{"cells": [{"cell_type": "code", "source": ["# termlint-disable-file"]}]}',
}


@pytest.mark.parametrize("path", EXAMPLES)
def test_an_example_is_not_obeyed(path: str) -> None:
    assert read(SourceText(path, EXAMPLES[path])).suppressions == ()


@pytest.mark.parametrize(
    ("written", "kind", "codes", "reason"),
    [
        ("termlint-disable", "disable", [], ""),
        ("termlint-enable TL101", "enable", ["TL101"], ""),
        ("termlint-disable-line TL101, TL102,TL201 TL301", "disable-line", ["TL101", "TL102", "TL201", "TL301"], ""),
        ("termlint-disable-file wrong-term-for-ongoing -- a -- b", "disable-file", ["wrong-term-for-ongoing"], "a -- b"),
        ("termlint-disable-line: their\n  words", "disable-line", [], "their words"),
        ("termlint-disable-line \u2014 theirs", "disable-line", [], "theirs"),
        ("TERMLINT-disable-line", None, None, None),
        ("termlint-Disable-Line tl101", "disable-line", ["tl101"], ""),
        ("termlint-disable-lines TL101", "", ["TL101"], ""),
    ],
)
def test_what_is_written(written: str, kind: str | None, codes: list[str] | None, reason: str | None) -> None:
    found = read(SourceText("a.md", f"Text <!-- {written} --> text")).suppressions
    told = [(one.kind.value if one.kind else "", [code.text for code in one.codes], one.reason) for one in found]
    assert told == ([] if kind is None else [(kind, codes, reason)])


def test_several_above_one_line_reach_the_same_line() -> None:
    text = "<!-- termlint-disable-next-line TL101 -->\n<!-- termlint-disable-next-line TL102 -->\n\nOur clients\n"
    document = read(SourceText("a.md", text))
    assert [text[one.reach[0] : one.reach[1]] for one in document.suppressions] == ["Our clients\n"] * 2
