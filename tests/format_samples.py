"""One document of each format with most of what the format has: seeds to mutate, and material to time the readers with."""

import io
import json
from collections.abc import Callable

import docx
from reportlab.pdfgen.canvas import Canvas

ONE = "Our advisers meet each customer every month to review the annual budget, the cash flow and the plan for the next year."
TWO = "Returns are free: the client prints the label, drops the parcel at a shop, and has the refund within five days."
SHORT = "A customer pays by invoice."

MARKDOWN = f"""---
title: "What a customer says \\u2014 and why"
description: >-
  {SHORT}
  More lines.
tags: [customer]
---

# A section of customers {{#customers}}

{ONE} See [our terms](https://example.org/customer "customer") and `customer_id`, **customer**'s &amp; *client*'s.
{TWO}

- item of a customer
  - nested {{{{ ticket.customer }}}} client
1. {SHORT}

> A quoted customer  
> says so.

| customer | plan |
|:---|---|
| {SHORT} | `a\\|b` |

```python
customer = client()
```

!!! note "For the customer"

    {SHORT}

:::tip[A client's tip]
{SHORT}
:::

<details>
<summary>The customer</summary>

{SHORT}

</details>

![a customer](customer.png) and a note[^1].

[^1]: {SHORT}
<!-- termlint-disable-next-line TL101 -- why -->
"""  # noqa: W291

MDX = f"""---
title: The customer
---
import Note from "../customer"

export const customer = {{
  name: "customer",
}}

# Customers {{#customers}}

<Note title="customer" on={{() => customer > 1}}>
  {ONE}

      - {SHORT}
</Note>

{{/* customer */}} Dear {{props.customer}}, {TWO} <b className="x">customer</b> and <Icon name="|" /> `<Note>{{`.

<details><summary>Customer **x**</summary></details>

| a | b |
|---|---|
| {{a | b}} | {SHORT} |
"""

TEXT = f"""THE CUSTOMER

{ONE}

* {SHORT}
  - {TWO}

On Monday a client wrote:
> {SHORT}
> > {SHORT}

-- 
The team, https://example.org/customer
"""  # noqa: W291

HTML = f"""<!doctype html><html><head><title>The customer</title><style>p {{ customer: 1 }}</style>
<script>if (a < b && customer) {{ "</p>" }}</script></head><body>
<h1 class="customer">A&nbsp;customer</h1>
<p title='a > customer'>{ONE} <b>cust</b>omer &amp; <code>customer</code>, {{% if customer %}}client{{% endif %}}<br>{TWO}
<ul><li>{SHORT}<li>{SHORT}</ul>
<table><tr><th>customer<th>plan<tr><td>{SHORT}<td translate=no>customer</table>
<blockquote><p>{SHORT}</p></blockquote>
<!-- customer --><svg><text>customer</text></svg><textarea>customer</textarea>
<p>Hi {{{{ user.name | default: "dear customer" }}}} &#99;ustomer</p>
</body></html>
"""

JSON = json.dumps(
    {
        "macros": [
            {
                "id": 36,
                "title": "Billing::A customer",
                "actions": [
                    {"field": "comment_value_html", "value": f"<p>{ONE}</p><p>{{{{ticket.customer}}}}</p>"},
                    {"field": "comment_value", "value": ["channel:all", ONE]},
                    {"field": "status", "value": "open"},
                ],
            }
        ],
        "items": [{"customer_id": "customer 5", "body": TWO + "\n\n- " + SHORT, "text": "caf\u00e9 " + SHORT}],
        "count": "{n, plural, one {# customer} other {# customers}}",
    },
    indent=1,
)

YAML = f"""# the customer
customer: &customer
  title: "A customer\\u2019s \\
    view"
  intro: >-
    {ONE}
    {TWO}

  body: |
    # Heading

    {SHORT} `customer`
    - item
  quoted: 'It''s {SHORT}'
  plain: {SHORT.rstrip(".")}
    and more lines
again: *customer
list:
- {{text: "{SHORT}", id: customer-1}}
- hello {{{{ customer }}}}, {SHORT}
---
text: !!str {SHORT}
"""

TABLE = f'id,title,body\r\n1,"A ""customer""","{ONE}\r\n{TWO}"\r\n2,Plain,{SHORT}\r\n'

RST = f"""
==========
A customer
==========

{ONE} See :ref:`the customer <customer>`, ``customer`` and `our terms <https://example.org>`_, **client** and |customer|.

Customers
---------

- {SHORT}

  * {SHORT}

#. {TWO}

term of a customer
    {SHORT}

.. note:: {SHORT}

   {TWO}

.. code-block:: python

   customer = 1

.. figure:: customer.png
   :alt: a customer

   {SHORT}

===== ========
a     customer
===== ========
b     client
===== ========

+----------+-----+
| customer | b   |
+==========+=====+
| client   | c   |
+----------+-----+

Literal::

   customer

.. _customer: https://example.org
.. comment of a customer
.. |customer| replace:: {SHORT}

:field: {SHORT}

| line of a customer
| line
"""

ASCIIDOC = f"""= The customer
:customer: client

{ONE} See link:https://example.org/customer[our *terms*], <<customer,the client>>, `customer` and {{customer}}.

== Customers

.A title of a customer
* {SHORT}
** nested +customer+
. {TWO}
term:: {SHORT}

NOTE: {SHORT}

[quote]
____
{SHORT}
____

----
customer
----

|===
|customer |plan
|{SHORT} a|b
|===

// customer
image::customer.png[a customer]
"""

JUPYTER = json.dumps(
    {
        "cells": [
            {"cell_type": "markdown", "metadata": {}, "source": ["# A customer\n", "\n", ONE + "\n", f"- {SHORT}\n", "- `x`"]},
            {"cell_type": "code", "metadata": {}, "source": "customer = 1", "outputs": [], "execution_count": None},
            {"cell_type": "markdown", "metadata": {}, "source": TWO},
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    },
    indent=1,
)

GETTEXT = f"""msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# translator
#. extracted
#: file.py:1
#, python-format
msgctxt "menu"
msgid "%(customer)s pays"
msgid_plural "customers pay"
msgstr[0] "{SHORT}"
msgstr[1] ""
"{ONE}\\n"
"{TWO}"

#~ msgid "customer"
#~ msgstr "client"
"""

XLIFF = f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2"><file source-language="en" target-language="en-GB" original="a"><body>
<trans-unit id="1"><source>{ONE}</source><target>The <g id="1">cust</g>omer &amp; {TWO}</target>
<note>customer</note></trans-unit>
<trans-unit id="2" translate="no"><source>customer</source></trans-unit>
<trans-unit id="3"><source><ph>customer</ph> {SHORT}</source><target><![CDATA[{SHORT}]]></target></trans-unit>
</body></file></xliff>
"""


def word_file(times: int = 1) -> bytes:
    document = docx.Document()
    for _ in range(times):
        document.add_heading("A customer", 1)
        paragraph = document.add_paragraph("Our cust")
        paragraph.add_run("omer").bold = True
        paragraph.add_run(f" {ONE}")
        document.add_paragraph(TWO, style="List Bullet")
        table = document.add_table(2, 2)
        table.cell(0, 0).text, table.cell(1, 1).text = "customer", SHORT
    document.sections[0].header.paragraphs[0].text = SHORT
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_file(times: int = 1) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(times):
        for number, line in enumerate([*ONE.split(". "), "a line that ends with a cus-", "tomer and goes on", TWO] * 4):
            canvas.drawString(60, 780 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


TEXTS = {
    "markdown": ("a.md", MARKDOWN),
    "mdx": ("a.mdx", MDX),
    "text": ("a.txt", TEXT),
    "html": ("a.html", HTML),
    "json": ("a.json", JSON),
    "yaml": ("a.yaml", YAML),
    "table": ("a.csv", TABLE),
    "rst": ("a.rst", RST),
    "asciidoc": ("a.adoc", ASCIIDOC),
    "jupyter": ("a.ipynb", JUPYTER),
    "gettext": ("a.po", GETTEXT),
    "xliff": ("a.xlf", XLIFF),
}
CONTAINERS: dict[str, tuple[str, Callable[[int], bytes]]] = {"docx": ("a.docx", word_file), "pdf": ("a.pdf", pdf_file)}
