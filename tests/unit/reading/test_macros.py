"""Exports of support macros in their documented shapes."""

import json

import pytest

from termlint.model.document import BlockKind
from termlint.model.editing import edits_for
from termlint.model.prose_fields import ProseFields
from termlint.model.source import SourceText
from termlint.reading import read

HTML, PLAIN = "<p>Dear <b>customer</b>,</p><p>we &amp; you</p>", "Dear customer,\n\nwe & you"
ZENDESK = {
    "macros": [
        {
            "id": 360012,
            "title": "Refund::Approved by customer",
            "restriction": None,
            "actions": [
                {"field": "status", "value": "the customer solved"},
                {"field": "current_tags", "value": "customer refund"},
                {"field": "comment_value", "value": ["channel:all", PLAIN]},
                {"field": "comment_value_html", "value": HTML},
            ],
        }
    ],
    "next_page": None,
}
INTERCOM = {
    "type": "list",
    "data": [
        {
            "type": "macro",
            "id": "123",
            "name": "Hello customer",
            "body": '<p>Hi <attribute key="user.name" default="valued customer"/>, thanks.</p>',
            "body_text": 'Hi {{user.name|fallback:"valued customer"}}, thanks.',
            "visible_to": "everyone",
        }
    ],
}
FRESHDESK = [
    {
        "id": 7,
        "title": "Late customer",
        "folder_id": 1,
        "content": PLAIN,
        "content_html": f"<div>{HTML}</div>",
        "attachments": [],
    }
]
HELP_SCOUT = {
    "_embedded": {
        "replies": [{"id": 9, "name": "Hello customer", "text": "Hi {%customer.firstName,fallback=customer%},<br>bye"}]
    }
}
HUBSPOT = {
    "results": [
        {"guid": "a1", "name": "Hello customer", "body": 'Hi {{ personalization_token("contact.firstname", "customer") }}, bye'}
    ]
}


def read_json(tree: object) -> list:
    return list(read(SourceText("export.json", json.dumps(tree))).blocks)


@pytest.mark.parametrize(
    ("tree", "texts", "label"),
    [
        (ZENDESK, ["Dear customer,", "we & you"], 'macro "Refund::Approved by customer" (id 360012)'),
        (INTERCOM, ["Hi \ufffc, thanks.", "valued customer"], 'macro "Hello customer" (id 123)'),
        (FRESHDESK, ["Dear customer,", "we & you"], 'canned response "Late customer" (id 7)'),
        (HELP_SCOUT, ["Hi \ufffc,\nbye", "customer"], 'saved reply "Hello customer" (id 9)'),
        (HUBSPOT, ["Hi \ufffc, bye", "customer"], 'record "Hello customer" (id a1)'),
    ],
    ids=["Zendesk", "Intercom", "Freshdesk", "Help Scout", "HubSpot"],
)
def test_a_macro_is_read_once_and_names_its_title_and_id(tree, texts, label):
    blocks = [block for block in read_json(tree) if block.trail[-1:] != ("name",)]
    assert [block.text for block in blocks] == texts
    assert {block.location.label for block in blocks} == {label}
    assert {"title", "id", "field"} <= {name for name, _ in blocks[0].location.details}
    assert dict(blocks[0].location.details)["field"] in {"comment_value_html", "body", "content_html", "text"}


def test_both_copies_of_a_text_are_edited():
    source = json.dumps(ZENDESK)
    first = read(SourceText("a.json", source)).blocks[0]
    edits = edits_for(first, 5, 13, "client")
    assert edits is not None
    assert len(edits) == 2
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        source = source[: edit.start] + edit.replacement + source[edit.end :]
    actions = json.loads(source)["macros"][0]["actions"]
    assert actions[2]["value"][1] == PLAIN.replace("customer", "client")
    assert actions[3]["value"] == HTML.replace("customer", "client")


def test_copies_that_differ_are_both_read():
    tree = {"id": 1, "title": "A", "content": "Dear customer", "content_html": "<p>Dear client</p>"}
    assert [block.text for block in read_json([tree])] == ["Dear customer", "Dear client"]


def test_a_table_of_macros_is_read_by_its_columns():
    table = (
        '\ufeff"Macro ID";"Title";"Comment";"Tags"\r\n5;"Refund";"Dear customer,\r\n\r\nbye.";customer_tag\r\n'.removeprefix(
            "\ufeff"
        )
    )
    blocks = read(SourceText("macros.csv", table)).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "Dear customer,"),
        (BlockKind.PARAGRAPH, "bye."),
    ]
    assert blocks[0].headings == ("Refund",)
    assert dict(blocks[0].location.details) == {"title": "Refund", "id": "5", "field": "Comment", "row": "2"}


@pytest.mark.parametrize(
    ("fields", "texts"),
    [
        (ProseFields(), ["the customer pays"]),
        (ProseFields(prose=("b.*.x",)), ["customer"]),
        (ProseFields(prose=("**.x", "a")), ["the customer pays", "customer"]),
        (ProseFields(skip=("a",)), []),
        (ProseFields(prose=("a",), skip=("**",)), []),
    ],
)
def test_a_house_style_says_which_fields_are_prose(fields, texts):
    source = SourceText("a.json", '{"a": "the customer pays", "b": [{"x": "customer", "id": "the customer 5"}]}')
    assert [block.text for block in read(source, fields=fields).blocks] == texts


@pytest.mark.parametrize(
    ("key", "value", "read_as_prose"),
    [
        ("description", "The customer pays.", True),
        ("note", "Ask the customer", True),
        ("anything", "Ask the customer", True),
        ("id", "the customer", False),
        ("user_id", "the customer id", False),
        ("customerUrl", "see https://customer.io now", False),
        ("command", "open customer file", False),
        ("x", "customer", False),
        ("x", "https://customer.io", False),
        ("x", "customer_id customer-name a.b", False),
        ("x", "if (customer) { return client; }", False),
        ("x", "SELECT name FROM customer", False),
        ("name", "Customer Portal", False),
    ],
)
def test_the_safe_default(key, value, read_as_prose):
    blocks = read(SourceText("a.json", json.dumps({key: value}))).blocks
    assert bool(blocks) is read_as_prose


@pytest.mark.parametrize(
    "name",
    ["package.json", "package-lock.json", "composer.lock.json", "tsconfig.json", "pnpm-lock.yaml", ".github/workflows/a.yml"],
)
def test_manifests_and_lock_files_hold_no_prose(name):
    text = '{"description": "Our customer pays."}' if name.endswith("json") else "description: Our customer pays."
    assert read(SourceText(name, text)).blocks == ()
    assert read(SourceText(name, text), fields=ProseFields(prose=("description",))).blocks != ()


@pytest.mark.parametrize(
    ("name", "texts"), [("locales/en.json", 1), ("i18n/messages.yml", 1), ("en.yaml", 1), ("data.json", 0)]
)
def test_one_word_is_prose_in_an_interface(name, texts):
    text = '{"menu": "Customers"}' if name.endswith("json") else "menu: Customers"
    assert len(read(SourceText(name, text)).blocks) == texts
