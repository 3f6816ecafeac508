"""The shapes in which agreements define a party, each in four formats, and what looks like one and is none."""

import pytest
from tests.agreement_forms import as_docx, as_html, as_text

from termlint.analysis import read_agreement
from termlint.model.agreement import Agreement, UseKind
from termlint.model.term import Term
from termlint.reading import decode, read

TERMS = (Term("client", "clients"), Term("customer", "customers"))
FRAME = """\
# Consultancy agreement

This Agreement is made on 4 May 2024.

{}

## Duties

1. The Consultant shall advise the board on its pensions.
2. The Client shall pay the fee within thirty days and shall keep the papers safe.
"""
MAKERS = {
    "md": lambda text: text.encode(),
    "txt": lambda text: as_text(text).encode(),
    "html": lambda text: as_html(text).encode(),
    "docx": as_docx,
}

SHAPES = {
    # in brackets
    "bracket": 'The parties are Moss Ltd (the "Consultant") and Acme Ltd (the "Client").',
    "bracket without an article": 'The parties are Moss Ltd ("Consultant") and Acme Ltd ("Client").',
    "bracket with the article in the quotes": 'The parties are Moss Ltd ("the Consultant") and Acme Ltd ("the Client").',
    "curly quotes": "The parties are Moss Ltd (the “Consultant”) and Acme Ltd (the “Client”).",
    "single quotes": "The parties are Moss Ltd (the 'Consultant') and Acme Ltd (the 'Client').",
    "curly single quotes": "The parties are Moss Ltd (the ‘Consultant’) and Acme Ltd (the ‘Client’).",
    "angle quotes": "The parties are Moss Ltd («Consultant») and Acme Ltd («Client»).",
    "angle quotes with blanks": "The parties are Moss Ltd (« Consultant ») and Acme Ltd (« Client »).",
    "angle quotes turned round": "The parties are Moss Ltd (»Consultant«) and Acme Ltd (»Client«).",
    "single angle quotes": "The parties are Moss Ltd (\u2039Consultant\u203a) and Acme Ltd (\u2039Client\u203a).",
    "low and high quotes": "The parties are Moss Ltd („Consultant“) and Acme Ltd („Client“).",
    "low and high single quotes": "The parties are Moss Ltd (\u201aConsultant‘) and Acme Ltd (\u201aClient‘).",
    "low and high quotes to the right": "The parties are Moss Ltd („Consultant”) and Acme Ltd („Client”).",
    "right quotes on both sides": "The parties are Moss Ltd (”Consultant”) and Acme Ltd (”Client”).",
    "bold": "The parties are Moss Ltd (the **Consultant**) and Acme Ltd (the **Client**).",
    "italic": "The parties are Moss Ltd (the *Consultant*) and Acme Ltd (*Client*).",
    "bold and quoted": 'The parties are Moss Ltd ("**Consultant**") and Acme Ltd (the "**Client**").',
    "quotes within bold": 'The parties are Moss Ltd (**"Consultant"**) and Acme Ltd (the **"Client"**).',
    "capitals": 'MOSS LTD (THE "CONSULTANT") AND ACME LTD (THE "CLIENT") AGREE.',
    "hereinafter referred to as": 'between Moss Ltd and Acme Ltd (hereinafter referred to as the "Client").',
    "referred to in this agreement as": "Acme Ltd (referred to in this Agreement as the “Client”)",
    "together with affiliates": "Acme Ltd (together with its affiliates, the “Client”)",
    "each a": "the companies in Annex A (each a “Client” and together the “Clients”)",
    "collectively": 'Ann and Bob Rowe (collectively, the "Clients")',
    "jointly and severally": 'Ann and Bob Rowe (jointly and severally the "Client")',
    "you": 'This letter sets out what we do for you (the "Client").',
    "you or": 'This letter sets out what we do for you ("Client", "you" or "your").',
    "several in one sentence": 'between Moss Ltd ("Consultant"), Acme Ltd ("Client") and Bo Lee ("Guarantor").',
    "no quotes at all": "between Moss Ltd (hereinafter Consultant) and Acme Ltd (hereinafter Client).",
    # in words
    "hereinafter the": "between Moss Ltd and Acme Ltd, hereinafter the Client.",
    "hereinafter called": "between Moss Ltd and Acme Ltd, hereinafter called “the Client”, of the other part.",
    "hereafter, quoted": "between Moss Ltd and its customer, hereafter 'Client'.",
    "referred to below as": 'Acme Ltd, referred to below as the "Client", has retained us.',
    "known as": "Acme Ltd (also known as the “Client”) has retained us.",
    "in apposition": 'Acme Ltd, "the Client", and Moss Ltd, "the Consultant"',
    "as": 'Acme Ltd, 4 Mill Row, Leeds, as "Client"; and',
    "as without quotes": "1. Moss Ltd, as **Consultant**; and Acme Ltd, as **Client**.",
    "is the": 'For this part, Acme Ltd is the "Client" of the Consultant.',
    "acts as": "Acme Ltd acts as “Client” and pays the fee.",
    # by a verb
    "means": '"Client" means Acme Ltd.',
    "means, behind a number": '1.1 "Client" means Acme Ltd.',
    "means, in a sentence": 'In this Agreement, "Client" means Acme Ltd and "Fee" means the fee in Annex A.',
    "means, not the first": '"Fee" means the fee in Annex A; "Client" means Acme Ltd; "Term" means a year.',
    "shall mean": "The term “Client” shall mean Acme Ltd.",
    "has the meaning": "“Client” has the meaning given in the order form.",
    "has the meaning ascribed": "“Client” shall have the meaning ascribed to it in the preamble.",
    "refers to": "‘Client’ refers to Acme Ltd.",
    "is defined as": '"Client" is defined as Acme Ltd.',
    "is": '"Client" is the person named on the order.',
    "includes": '"Client" includes Acme Ltd and its successors.',
    "by it we mean": 'By "Client" we mean Acme Ltd.',
    "means, without marks": "The parties are named below. Client shall mean Acme Ltd.",
    "bold means": "**Client** means Acme Ltd.",
    "bold and quoted means": '**"Client"** means Acme Ltd.',
    "quoted and bold means": '"**Client**" means Acme Ltd.',
    "italic means": "The *Client* means Acme Ltd.",
    "bold with a colon": "**Client:** Acme Ltd\n**Consultant:** Moss Ltd",
    "a colon within a list": "- **Client**: Acme Ltd\n- **Consultant**: Moss Ltd",
    # lists and tables
    "list": "## Definitions\n\n- Client: the company named above\n- Fee: the fee in Annex A",
    "list with means": "## Definitions\n\n- Client means the company named above\n- Fee means the fee in Annex A",
    "list with dashes": "## Definitions\n\n- Client – the company named above\n- Fee – the fee in Annex A",
    "list in bold with dashes": "## Definitions\n\n- **Client** - the company named above\n- **Fee** - the fee in Annex A",
    "line by line": "## Definitions\n\nClient\n\nthe company named in the order form\n\nFee\n\nthe fee in Annex A",
    "line by line with means": "**Client**\n\nmeans the company named in the order form.",
    "table": "## Definitions\n\n| Term | Meaning |\n| --- | --- |\n| Client | the company named above |",
    "table with quotes": '## 1. Definitions\n\n| "Client" | the company named above |\n| --- | --- |\n| "Fee" | the fee |',
    "table with means": "| Client | means Acme Ltd of Leeds |\n| --- | --- |\n| Fee | means the fee in Annex A |",
    "table of parties": "## Parties\n\n| Consultant | Moss Ltd |\n| --- | --- |\n| Client | Acme Ltd |",
    "table of parties with the verb": "| The *Consultant* is | Moss Ltd |\n| --- | --- |\n| The *Client* is | Acme Ltd |",
    "table, the term in the second column": "## Definitions\n\n| 1.1 | Client | the company named above |\n| --- | --- | --- |",
    # labels
    "label": "Client: Acme Ltd",
    "label block": "Consultant: Moss Ltd\nClient: Acme Ltd\nDate: 4 May 2024",
    "label block in bold": "**Consultant:** Moss Ltd\n**Client:** Acme Ltd",
    "label with a name": "Client Name: Acme Ltd",
    "label with a blank to fill in": "Client: [Name of the company]",
    "label over two lines": "CLIENT\n\nAcme Ltd, 4 Mill Row",
    "bracket without quotes": "Moss Ltd (Consultant) and Acme Ltd (Client)",
}

NONE = {
    "mentioned": 'The word "Client" is used in many trades.',
    "quoted": 'The brochure says "Client service comes first".',
    "an aside": 'Choose a role (see the "Client" tab).',
    "a name in brackets": "We use the portal (Client Portal) for papers.",
    "a bracket that goes on": 'Send it by the portal ("Client" access only).',
    "lower case": 'Acme Ltd (the "client") has retained us.',
    "a placeholder": "between Moss Ltd and [CLIENT NAME].",
    "a placeholder in angle quotes": "between Moss Ltd and «Client».",
    "a placeholder in braces": "between Moss Ltd and {{Client}}.",
    "a compound": '"Client Data" means the data of Acme Ltd.',
    "a compound in brackets": 'the data of Acme Ltd (the "Client Data")',
    "a compound list": "## Definitions\n\n- Client Data: the data named above",
    "a possessive": "“Client’s Premises” means 4 Mill Row.",
    "means, of a sentence": "What the Client means by this is clear.",
    "means, of a wish": "The Client means to pay early.",
    "a heading": "## Client\n\nAcme Ltd was founded in 1920.",
    "a verb that defines nothing": "Client wants the papers soon.",
    "is, without a mark": "The Client is happy with the draft.",
    "is, in bold within a sentence": "We hope the **Client** is happy with the draft.",
    "a cell of figures": "## Fees\n\n| Client | Hours |\n| --- | --- |\n| 4 | 5 |",
    "a bold sentence": "**Client is king.**",
    "is the, of a thing": 'The third tab is the "Client" tab.',
    "apposition that quotes a word": 'Do not write the word, "Client", in the letter.',
    "as, in a sentence": "Acme Ltd acts as **Client** liaison.",
}


def agreement_of(body: str, kind: str) -> Agreement:
    source = decode(MAKERS[kind](FRAME.format(body)), display=f"a.{kind}")
    return read_agreement(read(source), TERMS)


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("name", SHAPES)
def test_a_definition(name: str, kind: str) -> None:
    if kind == "txt" and "*" in SHAPES[name] and name not in IN_TEXT_TOO:
        name = "means"  # without its marks it is another shape, or none
    (party,) = agreement_of(SHAPES[name], kind).parties
    assert party.term == "client"
    assert "Client" in [use.text for use in party.of_kind(UseKind.TERM)]


IN_TEXT_TOO = ("bold and quoted", "bold and quoted means", "quoted and bold means", "bold with a colon", "label block in bold")


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("name", NONE)
def test_none(name: str, kind: str) -> None:
    assert agreement_of(NONE[name], kind).parties == ()
