"""Files made by the formats' own tools, fixed by the command, and opened by those tools again."""

import io
import subprocess
import sys
from pathlib import Path

import docx
import nbformat
import polib

from tests.cli.conftest import Run, folder, run

__all__ = ["folder", "run"]

HOUSE_STYLE = 'version: 1\noverrides:\n  - {files: ["**"], relationship: ongoing}\n'
INDEX = """
==============
Every customer
==============

Our advisers meet this customer monthly, see :doc:`second`, :ref:`the customer's page <customer>` and `the customer <https://a.io>`_.

.. toctree::
   :caption: For a customer

   second

.. note:: A customer asks first.

   Then the customer decides.

.. list-table:: What a customer has
   :header-rows: 1

   * - customer
     - plan
   * - The customer pays.
     - ``customer``

.. code-block:: python

   customer = 1

.. versionadded:: 1.0
   A customer may ask.

Term of a customer
   What the customer does. [#f]_

.. [#f] A customer's footnote.

.. only:: text

   Shown to one customer.
"""
SECOND = """
.. _customer:

Second
======

.. py:function:: customer(name)

   Greets the customer.

   :param name: what the customer is called

.. glossary::

   Party
      The customer, in contracts.

====== ==============
a      customer
====== ==============
1      The customer.
====== ==============
"""


def _read_by_sphinx(docs: Path) -> str:
    out = docs.with_name("out")
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "-E", "-b", "text", str(docs), str(out)], capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    return "".join((out / name).read_text(encoding="utf-8") for name in ("index.txt", "second.txt"))


def test_files_of_the_formats_own_tools_open_again(folder: Path, run: Run) -> None:
    docs = folder / "docs"
    docs.mkdir()
    (folder / ".termlint.yaml").write_text(HOUSE_STYLE, encoding="utf-8")
    (docs / "conf.py").write_text("project = 'x'\n", encoding="utf-8")
    (docs / "index.rst").write_text(INDEX, encoding="utf-8")
    (docs / "second.rst").write_text(SECOND, encoding="utf-8")
    before = _read_by_sphinx(docs)

    catalogue = polib.POFile(wrapwidth=40)
    catalogue.metadata = {"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
    long = 'We advise "every" customer each month, and the customer %(customer)s answers us.\n'
    catalogue.append(polib.POEntry(msgid="welcome", msgstr=long, comment="customer", occurrences=[("a.py", "1")]))
    catalogue.append(polib.POEntry(msgid="n", msgid_plural="ns", msgstr_plural={0: "a customer", 1: "%d customers"}))
    catalogue.save(str(folder / "en.po"))

    cells = [nbformat.v4.new_markdown_cell("# A customer\n\nOur *customer* asks."), nbformat.v4.new_code_cell("customer = 1")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "a.ipynb")

    document = docx.Document()
    document.add_paragraph("We advise this customer.", style="List Number")
    document.add_table(1, 1).cell(0, 0).text = "A customer & partner"
    document.sections[0].footer.paragraphs[0].text = "For every customer"
    document.save(str(folder / "a.docx"))

    run("check", "--fix", "--unsafe-fixes", ".")

    after = _read_by_sphinx(docs)
    assert len(after.splitlines()) == len(before.splitlines())
    # The text of a role, a name in an index, literals, code, a described object: all that is left of the word.
    assert [" ".join(line.split()) for line in after.splitlines() if "customer" in line] == [
        "Our advisers meet this client monthly, see Second, the customer's page",
        '* "customer()"',
        '| The client pays. | "customer" |',
        "customer = 1",
        "customer(name)",
    ]

    again = polib.pofile(str(folder / "en.po"))
    assert again[0].msgstr == long.replace("customer each", "client each").replace("the customer", "the client")
    assert again[1].msgstr_plural == {0: "a client", 1: "%d clients"}
    assert again.to_binary()

    notebook = nbformat.read(folder / "a.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert [cell.source for cell in notebook.cells] == ["# A client\n\nOur *client* asks.", "customer = 1"]

    word = docx.Document(io.BytesIO((folder / "a.docx").read_bytes()))
    assert word.paragraphs[0].text == "We advise this client."
    assert word.tables[0].cell(0, 0).text == "A client & partner"
    assert word.sections[0].footer.paragraphs[0].text == "For every client"
