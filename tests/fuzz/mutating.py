"""Documents made worse: cut, doubled, mixed, and with what parsers stumble over put in."""

import io
import random
import re
import zipfile

TOKENS = (
    *(
        "{{ }} {% %} {# <% %> ${ {/* */} { } %( )s [ ] ]( ![ [^ (( << >> < > </ <!-- --> <![CDATA[ ]]> & &# &amp ; &#99; <p>"
        " </p> <td> <pre> * ** _ __ ` `` ``` ~~~ | || \\ \\\\ \\u \\u0063 \\ud83d \\x \\0 ' , ; % @ # - -- . :: \x00 \ufeff"
        " \u00ad \ue000 \ufffc \ud83d 😀 é İ customer client <target> </source> <w:p> </w:t> www. https:// a@b. // /* *a !!str"
    ).split(" "),
    *("\n", "\r\n", "\r", "\n\n", "\n    ", "\n\t", "\n> ", "\n- ", "\n1. ", "\n# ", "\n---\n", "\n+++\n", "\n===\n", "\n::\n"),
    *("\n----\n", "\n.. note::\n\n   ", "\n|===\n", "\n+--+\n", ": ", "- ", "? ", "&a ", "|\n  ", ">-\n  ", "\t", "\u2028"),
    *("0" * 40, "<!DOCTYPE x [", "\nimport ", "\nexport ", 'msgid "', 'msgstr "', '"', '""'),
)


def mutated(text: str, others: list[str], chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_WAYS)(text, others, chance)
    return text[:60_000]


def mutated_bytes(raw: bytes, chance: random.Random) -> bytes:
    data = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        way = chance.randrange(4)
        if way == 0:
            del data[at : at + chance.randint(1, 60)]
        elif way == 1:
            data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
        elif way == 2 and data:
            data[min(at, len(data) - 1)] ^= 1 << chance.randrange(8)
        else:
            del data[at:]
    return bytes(data)


def mutated_members(raw: bytes, chance: random.Random) -> bytes:
    """An archive with one of its parts made worse."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    name = chance.choice([name for name in members if re.search(r"(?:document|header\d|styles|rels|Types\]?)\.xml", name)])
    text = members[name].decode()
    tags = re.findall(r"<[^<>]+>", text)
    body = text.find("<w:body>") if "<w:body>" in text else 0
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(body, len(text))
        piece = chance.choice((chance.choice(tags), chance.choice(TOKENS), "<w:tbl><w:tr><w:tc>" * 50, ""))
        text = text[:at] + piece + text[at + chance.choice((0, 0, 10, 300)) :]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for key, content in members.items():
            file.writestr(key, text.encode("utf-8", "replace") if key == name else content)
    return out.getvalue()


def _cut(text: str, _others: list[str], chance: random.Random) -> str:
    start, end = _range(text, chance)
    return text[:start] + text[end:]


def _end(text: str, _others: list[str], chance: random.Random) -> str:
    return text[: chance.randint(0, len(text))]


def _double(text: str, _others: list[str], chance: random.Random) -> str:
    start, end = _range(text, chance)
    return text[:end] + text[start:end] * chance.choice((1, 2, 8)) + text[end:]


def _put(text: str, _others: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 3)) + text[at:]


def _flood(text: str, _others: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    pieces = "".join(chance.sample(TOKENS, chance.randint(1, 3)))
    return text[:at] + pieces * chance.choice((30, 300, 20_000 // len(pieces))) + text[at:]


def _mix(text: str, others: list[str], chance: random.Random) -> str:
    other = chance.choice(others)
    start, end = _range(other, chance)
    at = chance.randint(0, len(text))
    return text[:at] + other[start:end] + text[at:]


def _move(text: str, _others: list[str], chance: random.Random) -> str:
    start, end = _range(text, chance)
    rest = text[:start] + text[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + text[start:end] + rest[at:]


def _indent(text: str, _others: list[str], chance: random.Random) -> str:
    return text.replace("\n", "\n" + chance.choice((" ", "  ", "    ", "\t", "> ", "- ")))


def _line_ends(text: str, _others: list[str], chance: random.Random) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", " \n")))


_WAYS = (_cut, _end, _double, _put, _put, _put, _flood, _mix, _move, _indent, _line_ends)


def _range(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((1, 3, 20, 200, 2_000)))
