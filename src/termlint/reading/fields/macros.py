"""Support macros by their shape: the exports of Zendesk, Intercom, Freshdesk, Help Scout and HubSpot, and tables like them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from termlint.reading.fields.prose import has_letters
from termlint.reading.fields.value import Value

Place = tuple[int, tuple[str, ...]]
"""A record's number and the path of an object in it."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_TITLES = ("title", "raw_title", "name", "macro_title", "macro", "macro_name", "label")
_IDS = ("id", "macro_id", "guid", "uuid", "key")
_BODIES = frozenset(
    (
        "comment_value comment_value_html body body_text body_html content content_html text text_html chat_text html html_body"
        " plain plain_text plain_body message reply comment comment_html response answer snippet macro_text macro_body"
    ).split()
)
_ACTION_FIELDS = frozenset(("comment_value", "comment_value_html", "subject", "comment", "comment_html"))
_LISTS = {
    "macros": "macro",
    "macro": "macro",
    "canned_responses": "canned response",
    "canned_response": "canned response",
    "ticket_canned_responses": "canned response",
    "saved_replies": "saved reply",
    "replies": "saved reply",
    "snippets": "snippet",
    "templates": "template",
}


@dataclass(frozen=True, slots=True)
class Macro:
    title: str
    id: str
    noun: str
    """What its product calls it; empty for a record that merely looks like one."""
    title_path: tuple[str, ...]
    texts: tuple[tuple[str, Value], ...]
    """What is sent to people, each with the name of its field, in the order of the file."""


def plain_key(key: str) -> str:
    """``chatText``, ``Chat text`` and ``chat-text`` are ``chat_text``."""
    return re.sub(r"[\s\-]+", "_", _CAMEL.sub("_", key.strip())).lower()


def find_macros(values: Sequence[Value], *, table: bool) -> tuple[list[Macro], set[Place]]:
    """The macros, and the values that are settings of theirs. ``table``: the records are rows, which need no id."""
    objects: dict[Place, dict[str, Value]] = {}
    for value in values:
        if value.path:
            objects.setdefault((value.record, value.path[:-1]), {})[plain_key(value.path[-1])] = value
    actions: dict[Place, list[tuple[str, Value]]] = {}
    settings: set[Place] = set()
    for place, children in objects.items():
        if "field" in children and len(place[1]) > 1 and place[1][-2] == "actions":
            texts = _action_texts(place, children, objects)
            actions.setdefault((place[0], place[1][:-2]), []).extend(texts)
            inner = objects.get((place[0], (*place[1], "value")), {})
            settings |= {(value.record, value.path) for value in (*children.values(), *inner.values())}
            settings -= {(value.record, value.path) for _, value in texts}
    found = []
    for place, children in objects.items():
        title = next((children[key] for key in _TITLES if key in children and children[key].text.strip()), None)
        if title is None:
            continue
        id = next((children[key].text for key in _IDS if key in children), "")
        texts = actions.get(place) or [
            (child.key, child) for key, child in children.items() if key in _BODIES and _is_text(child)
        ]
        noun = "macro" if place in actions else _noun(place, children)
        if texts and (id or table or noun) and (noun or not title.text.isspace()):
            found.append(Macro(title.text.strip(), id.strip(), noun, title.path, tuple(texts)))
    return found, settings


def _action_texts(
    place: Place, children: Mapping[str, Value], objects: Mapping[Place, Mapping[str, Value]]
) -> list[tuple[str, Value]]:
    """Zendesk: ``{"field": "comment_value", "value": text}``, or a list of a channel and a text."""
    field = children["field"].text
    if field not in _ACTION_FIELDS and not field.startswith("side_conversation"):
        return []
    if "value" in children:
        return [(field, children["value"])] if _is_text(children["value"]) else []
    listed = objects.get((place[0], (*place[1], "value")), {})
    return [(field, value) for key, value in listed.items() if key != "0" and _is_text(value)]


def _noun(place: Place, children: Mapping[str, Value]) -> str:
    kind = children.get("type")
    if kind is not None and kind.text.lower() in ("macro", "snippet", "canned_response", "saved_reply"):
        return kind.text.lower().replace("_", " ")
    if {"body", "body_text"} <= children.keys():
        return "macro"
    if {"content", "content_html"} <= children.keys():
        return "canned response"
    if {"name", "text"} <= children.keys() and "id" in children:
        return "saved reply"
    if "shortcut" in children:
        return "snippet"
    steps = [plain_key(step) for step in place[1] if not step.isdigit()]
    return next((_LISTS[step] for step in reversed(steps) if step in _LISTS), "")


def _is_text(value: Value) -> bool:
    return value.passage is not None and has_letters(value.text)
