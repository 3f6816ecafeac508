"""Zip archives as bytes: members are read within bounds, and a changed one is put in place without touching any other."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from termlint.model.errors import UnreadableError

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
_BIG = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    flags: int
    method: int
    crc: int
    compressed: int
    size: int
    entry: int
    """Where its entry in the directory begins."""
    header: int
    """Where its own record begins."""
    data: int


@dataclass(frozen=True, slots=True)
class Archive:
    raw: bytes
    members: Mapping[str, Member]
    directory: int
    end: int
    """Where the end record begins."""


def open_archive(raw: bytes) -> Archive:
    """The directory of a zip archive. Raises ``UnreadableError`` for everything that could be read in two ways."""
    end = raw.rfind(b"PK\5\6", max(0, len(raw) - 65_557))
    if end < 0 or end + _END.size > len(raw):
        raise UnreadableError("no zip archive, or a truncated one")
    _, disk, first_disk, on_disk, count, size, directory, comment = _END.unpack_from(raw, end)
    if _BIG in (size, directory) or count == 0xFFFF or disk or first_disk or on_disk != count:
        raise UnreadableError("a zip archive in several parts or in the zip64 format")
    if directory + size != end or end + _END.size + comment != len(raw):
        raise UnreadableError("a damaged zip archive (its directory is not where it should be)")
    members: dict[str, Member] = {}
    at = directory
    for _ in range(count):
        member, at = _member(raw, at, directory)
        if member.name in members:
            raise UnreadableError(f"a damaged zip archive ({member.name!r} stands in it twice)")
        members[member.name] = member
    if at != end:
        raise UnreadableError("a damaged zip archive (its directory has another size)")
    _require_apart(members, directory)
    return Archive(raw, members, directory, end)


def read_member(archive: Archive, name: str, *, limit: int) -> bytes:
    """The content of a member, at most ``limit`` bytes. Raises ``UnreadableError`` where it is not what the directory says."""
    member = archive.members[name]
    if member.flags & _ENCRYPTED:
        raise UnreadableError("it is encrypted")
    if member.size > limit:
        raise UnreadableError(f"{name!r} in it has {member.size:,} bytes, more than the limit of {limit:,}")
    packed = archive.raw[member.data : member.data + member.compressed]
    if member.method == _STORED:
        content = packed
    elif member.method == _DEFLATED:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = unpacking.decompress(packed, member.size + 1)
        except zlib.error as error:
            raise UnreadableError(f"a damaged zip archive ({name!r} cannot be unpacked)") from error
    else:
        raise UnreadableError(f"{name!r} in it is packed in an unknown way ({member.method})")
    if len(content) != member.size or zlib.crc32(content) != member.crc:
        raise UnreadableError(f"a damaged zip archive ({name!r} is not what its directory says)")
    return content


def replace_members(archive: Archive, contents: Mapping[str, bytes]) -> bytes:
    """The archive with the contents of some members replaced; the records of all others are copied byte by byte."""
    if not contents:
        return archive.raw
    parts, entries = [], bytearray(archive.raw[archive.directory : archive.end])
    at = size = 0
    for member in sorted(archive.members.values(), key=lambda one: one.header):
        kept = archive.raw[at : member.header]
        parts.append(kept)
        size += len(kept)
        at = member.header
        entry = member.entry - archive.directory
        struct.pack_into("<L", entries, entry + 42, size)
        if member.name in contents:
            record, patch = _record(archive.raw, member, contents[member.name])
            struct.pack_into("<H", entries, entry + 8, member.flags & ~_DESCRIPTOR)
            struct.pack_into("<3L", entries, entry + 16, *patch)
            parts.append(record)
            size += len(record)
            at = member.data + member.compressed + _descriptor_size(archive.raw, member)
    kept = archive.raw[at : archive.directory]
    end = bytearray(archive.raw[archive.end :])
    struct.pack_into("<L", end, 16, size + len(kept))
    return b"".join([*parts, kept, bytes(entries), bytes(end)])


def _member(raw: bytes, at: int, directory: int) -> tuple[Member, int]:
    if at + _ENTRY.size > len(raw) or raw[at : at + 4] != b"PK\1\2":
        raise UnreadableError("a damaged zip archive (its directory is cut off)")
    fields = _ENTRY.unpack_from(raw, at)
    _, _, _, flags, method, _, _, crc, compressed, size, name_size, extra_size, comment_size, _, _, _, header = fields
    if _BIG in (compressed, size, header):
        raise UnreadableError("a zip archive in the zip64 format")
    name = raw[at + _ENTRY.size : at + _ENTRY.size + name_size].decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    if header + _LOCAL.size > directory or raw[header : header + 4] != b"PK\3\4":
        raise UnreadableError(f"a damaged zip archive ({name!r} is not where its directory says)")
    own = _LOCAL.unpack_from(raw, header)
    data = header + _LOCAL.size + own[9] + own[10]
    same_name = raw[header + _LOCAL.size : header + _LOCAL.size + own[9]] == raw[at + _ENTRY.size :][:name_size]
    if data + compressed > directory or not same_name or own[3] != method:
        raise UnreadableError(f"a damaged zip archive ({name!r} is not what its directory says)")
    member = Member(name, flags, method, crc, compressed, size, at, header, data)
    return member, at + _ENTRY.size + name_size + extra_size + comment_size


def _require_apart(members: Mapping[str, Member], directory: int) -> None:
    free = 0
    for member in sorted(members.values(), key=lambda one: one.header):
        if member.header < free:
            raise UnreadableError(f"a damaged zip archive ({member.name!r} overlaps another member)")
        free = member.data + member.compressed
    if free > directory:
        raise UnreadableError("a damaged zip archive (a member overlaps the directory)")


def _record(raw: bytes, member: Member, content: bytes) -> tuple[bytes, tuple[int, int, int]]:
    packed = content
    if member.method == _DEFLATED:
        packing = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packing.compress(content) + packing.flush()
    patch = zlib.crc32(content), len(packed), len(content)
    header = bytearray(raw[member.header : member.data])
    struct.pack_into("<H", header, 6, member.flags & ~_DESCRIPTOR)
    struct.pack_into("<3L", header, 14, *patch)
    return bytes(header) + packed, patch


def _descriptor_size(raw: bytes, member: Member) -> int:
    """The size of what follows the data of a member that was written as a stream: it repeats the sum and the sizes."""
    if not member.flags & _DESCRIPTOR:
        return 0
    at = member.data + member.compressed
    plain = struct.pack("<3L", member.crc, member.compressed, member.size)
    for descriptor in (b"PK\7\x08" + plain, plain):
        if raw.startswith(descriptor, at):
            return len(descriptor)
    return 0
