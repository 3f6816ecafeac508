"""Our frozen values as plain JSON and back. Nothing in it is ever run, and what does not fit is refused."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Unpack = Callable[[Any, list[Any]], Any]
"""From JSON; with the values made so far."""

Pack = Callable[[Any, dict[int, int]], Any]
_ATOMS = frozenset((type(None), str, int, float, bool))

_AGAIN = "="
"""Key of a reference: this is the value that was made as the so-manieth. Evidence stands in a mention and in its finding."""


def packed(value: object) -> bytes:
    """The same bytes for equal values that share alike."""
    return json.dumps(_plain(value, {}), ensure_ascii=True, separators=(",", ":")).encode()


def unpacked(type_: type[T], raw: bytes) -> T:
    """The value of ``type_`` that was packed. Raises ``ValueError`` for anything else."""
    kind: Any = type_
    try:
        value: T = _unpacker(kind)(json.loads(raw), [])
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ValueError(f"no {type_.__name__}") from error
    return value


def _plain(value: Any, made: dict[int, int]) -> Any:
    """``made``: the number of each value so far, by identity; all of them are alive."""
    kind: Any = type(value)
    return value if kind in _ATOMS else _packer(kind)(value, made)


@cache
def _packer(kind: Any) -> Pack:
    if issubclass(kind, Enum):
        return lambda value, _: value.value
    if issubclass(kind, frozenset):
        return lambda value, made: sorted(_plain(item, made) for item in value)
    if issubclass(kind, Mapping):
        return lambda value, made: {key: _plain(value[key], made) for key in sorted(value)}
    if issubclass(kind, tuple):
        return _once(lambda value: value)
    if is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
        return _once(lambda value: [getattr(value, name) for name in names])
    raise TypeError(f"{kind.__name__} is no value to keep")


def _once(items: Callable[[Any], Sequence[Any]]) -> Pack:
    def pack(value: Any, made: dict[int, int]) -> Any:
        number = made.get(id(value))
        if number is not None:
            return {_AGAIN: number}
        plain = [_plain(item, made) for item in items(value)]
        made[id(value)] = len(made)
        return plain

    return pack


@cache
def _unpacker(type_: Any) -> Unpack:
    origin, inner = get_origin(type_), get_args(type_)
    if origin in (Union, UnionType):
        return _optional(_unpacker(next(each for each in inner if each is not NoneType)))
    if origin is tuple:
        return _shared(_several(_unpacker(inner[0])) if inner[-1] is Ellipsis else _row(tuple, inner))
    if origin is frozenset:
        item = _unpacker(inner[0])
        return lambda raw, made: frozenset(item(each, made) for each in _checked(list, raw))
    if isinstance(type_, type) and issubclass(type_, Enum):
        return lambda raw, _: type_(raw)
    if is_dataclass(type_):
        assert isinstance(type_, type)
        hints = get_type_hints(type_)
        return _shared(_row(lambda values: type_(*values), tuple(hints[field.name] for field in fields(type_))))
    return lambda raw, _: _checked(type_, raw)


def _shared(unpack: Unpack) -> Unpack:
    def again(raw: Any, made: list[Any]) -> Any:
        if type(raw) is dict:
            return made[raw[_AGAIN]]
        value = unpack(raw, made)
        made.append(value)
        return value

    return again


def _optional(item: Unpack) -> Unpack:
    return lambda raw, made: None if raw is None else item(raw, made)


def _several(item: Unpack) -> Unpack:
    return lambda raw, made: tuple([item(each, made) for each in _checked(list, raw)])


def _row(build: Callable[[list[Any]], Any], types: tuple[Any, ...]) -> Unpack:
    items = tuple(map(_unpacker, types))
    return lambda raw, made: build([item(each, made) for item, each in zip(items, _checked(list, raw), strict=True)])


def _checked(type_: type, raw: Any) -> Any:
    if type(raw) is type_ or (type_ is float and type(raw) is int):
        return raw
    raise ValueError(f"{raw!r} is no {type_.__name__}")
