"""The JSON Schema (draft 2020-12) of a house style, for editors."""

from typing import Any

from termlint.config.house_style_shape import house_style_shape
from termlint.config.shape import Choice, Either, Keyed, ListOf, Number, Record, Shape, Switch, Text, Whole

Schema = dict[str, Any]


def json_schema() -> Schema:
    """It accepts every house style that loads, and refuses nearly every one that does not."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "termlint house style",
        "description": "Settings of termlint in .termlint.yaml, or in pyproject.toml under [tool.termlint].",
    }
    return head | _schema(house_style_shape())


def _schema(shape: Shape) -> Schema:
    match shape:
        case Text(pattern=pattern):
            return {"type": "string", "pattern": pattern}
        case Choice(options=options):
            return {"enum": [str(option) for option in options]}
        case Switch():
            return {"enum": ["on", "off", True, False]}
        case Whole(options=numbers):
            return {"enum": list(numbers)}
        case Number(low=low, high=high, words=words):
            return {"anyOf": [{"enum": list(words)}, {"type": "number", "minimum": low, "maximum": high}]}
        case ListOf(item=item, least=least):
            if least:
                return {"type": "array", "items": _schema(item), "minItems": least}
            return {"type": ["array", "null"], "items": _schema(item)}
        case Either(text=text, other=other):
            larger = _schema(other)
            # Nothing at all is neither a text nor something larger.
            larger["type"] = "array" if isinstance(other, ListOf) else "object"
            return {"anyOf": [_schema(text), larger]}
        case Keyed(keys=keys, value=value):
            properties = {str(key): _schema(value) for key in keys}
            return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}
        case Record(fields=fields):
            properties = {each.key: {"description": each.told} | _schema(each.shape) for each in fields}
            needed = [each.key for each in fields if each.needed]
            schema: Schema = {"type": "object" if needed else ["object", "null"], "properties": properties}
            return schema | ({"required": needed} if needed else {}) | {"additionalProperties": False}
