"""Bytes to text, and the reasons why not."""

import codecs
import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from termlint.model.errors import TermlintError, UnreadableError
from termlint.reading import decode, load

TEXT = "Our customer\u2019s café\r\n😀 wrote.\r"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def refusal(raw: bytes, **options: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        decode(raw, display="page.md", **options)
    return str(caught.value)


@pytest.mark.parametrize("encoding", MARKS)
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(encoding):
    raw = MARKS[encoding] + TEXT.encode(encoding)
    source = decode(raw, display="page.md")
    assert (source.text, source.encoding, source.fixable) == (TEXT, encoding, True)
    assert source.encode(source.text) == raw


def test_utf8_without_a_mark_is_read_strictly():
    source = decode(TEXT.encode(), display="docs/page.md")
    assert (source.path, source.text, source.bom, source.fixable) == ("docs/page.md", TEXT, b"", True)


def test_an_empty_file_is_fine():
    assert decode(b"", display="empty.md").text == ""


def test_cp1252_is_reported_with_its_place():
    raw = b"one\r\ntwo\rthree\nthe customer\x92s caf\xe9"
    assert refusal(raw) == f"not UTF-8 at byte {raw.index(0x92)} (line 4); name its encoding with --encoding"


def test_invalid_utf8_in_the_middle_of_a_large_file_is_found():
    raw = b"a line\n" * 200_000 + b"\xff" + b"a line\n" * 10
    assert refusal(raw).startswith("not UTF-8 at byte 1400000 (line 200001);")


def test_a_byte_order_mark_counts_in_the_byte_offset():
    assert refusal(codecs.BOM_UTF8 + b"ab\xff").startswith("not UTF-8 at byte 5 (line 1)")


def test_torn_utf16_is_reported():
    assert refusal(codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00").startswith("not UTF-16-LE at byte 8 (line 2)")


def test_a_named_encoding_is_used_and_fixable_where_it_round_trips():
    source = decode(b"the customer\x92s", display="page.md", encoding="cp1252")
    assert (source.text, source.fixable) == ("the customer\u2019s", True)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (b"a\x1b$B$\x22\x1b(B\x1b(Bb", "iso2022_jp"),  # a needless shift
        (b"+AGE-", "utf-7"),  # "a", the long way
        ("ab".encode("utf-16-le"), "utf-16"),  # would be written with a mark
    ],
)
def test_an_encoding_that_does_not_round_trip_is_readable_and_never_fixed(raw, encoding):
    assert decode(raw, display="page.md", encoding=encoding).fixable is False


def test_a_named_encoding_does_not_touch_files_that_are_utf8_beyond_doubt():
    assert decode(TEXT.encode(), display="page.md", encoding="cp1252").text == TEXT
    assert decode(codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), display="page.md", encoding="cp1252").text == "é"


def test_a_byte_that_the_named_encoding_lacks_is_reported():
    assert refusal(b"ab\n\x81", encoding="cp1252") == "not CP1252 at byte 3 (line 2)"


@pytest.mark.parametrize("name", ["klingon", "hex", "", "utf\0"])
def test_an_unknown_encoding_ends_the_run(name):
    with pytest.raises(TermlintError, match="unknown encoding"):
        decode(b"", display="page.md", encoding=name)


@pytest.mark.parametrize(
    "raw", [b"\x7fELF\0\0", b"text" * 5000 + b"\0", codecs.BOM_UTF8 + b"a\0b", codecs.BOM_UTF16_LE + b"a\0\0\0"]
)
def test_nul_means_binary(raw):
    assert "binary" in refusal(raw)


def test_utf16_without_a_mark_needs_to_be_named():
    raw = "the customer".encode("utf-16-le")
    assert "binary" in refusal(raw)
    assert decode(raw, display="page.md", encoding="utf-16-le").text == "the customer"


def reason(path: Path, **options: int) -> str:
    with pytest.raises(UnreadableError) as caught:
        load(path, display=path.name, **options)
    return str(caught.value)


def test_a_file_is_loaded_under_the_name_the_user_wrote(tmp_path):
    (tmp_path / "a.md").write_bytes(codecs.BOM_UTF8 + b"x\r\n")
    source = load(tmp_path / "a.md", display="docs/a.md")
    assert (source.path, source.text, source.bom) == ("docs/a.md", "x\r\n", codecs.BOM_UTF8)


def test_the_limit_is_in_bytes_and_inclusive(tmp_path):
    (tmp_path / "a.md").write_bytes(b"12345")
    assert load(tmp_path / "a.md", display="a.md", limit=5).text == "12345"
    assert reason(tmp_path / "a.md", limit=4) == "5 bytes, more than the limit of 4; raise it with --max-size"


def test_a_50_mb_file_is_refused_without_being_read(tmp_path, monkeypatch):
    with (tmp_path / "big.md").open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(os, "open", None)
    assert reason(tmp_path / "big.md") == "50,000,000 bytes, more than the limit of 10,000,000; raise it with --max-size"


def test_a_file_that_grows_while_it_is_read_is_still_bounded(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_bytes(b"1234567890")
    monkeypatch.setattr("termlint.reading.source._require_readable", lambda *_: None)
    assert "more than the limit of 4" in reason(tmp_path / "a.md", limit=4)


def test_a_folder_a_device_and_a_missing_file_have_reasons(tmp_path):
    assert reason(tmp_path) == "a folder, not a file"
    assert reason(Path(os.devnull)) == "not a regular file (a device, pipe or socket)"
    assert reason(tmp_path / "gone.md") == "it no longer exists"
    assert "null" in reason(Path("a\0b.md"))


def test_a_pipe_is_never_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "stat", lambda _: SimpleNamespace(st_mode=stat.S_IFIFO | 0o644, st_size=0))
    monkeypatch.setattr(os, "open", None)
    assert reason(tmp_path / "pipe") == "not a regular file (a device, pipe or socket)"


def test_a_file_that_may_not_be_read_is_said_to_be_so(tmp_path, monkeypatch):
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.md").write_bytes(b"x")
    monkeypatch.setattr(os, "open", refuse)
    assert reason(tmp_path / "a.md") == "permission denied"


def test_a_loop_of_links_has_a_reason(tmp_path, monkeypatch):
    def loop(_: Path) -> os.stat_result:
        raise OSError(40, "Too many levels of symbolic links")

    monkeypatch.setattr(Path, "stat", loop)
    assert reason(tmp_path / "a.md") == "too many levels of symbolic links"
