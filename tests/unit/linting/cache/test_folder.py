import os
import threading
from pathlib import Path

import pytest

from termlint.linting.cache.digest import digest
from termlint.linting.cache.folder import CacheFolder

KEY = digest(b"a text")


@pytest.fixture
def folder(tmp_path: Path) -> CacheFolder:
    return CacheFolder(str(tmp_path / ".termlint-cache"))


def entries(folder: CacheFolder) -> list[Path]:
    return [path for path in Path(folder.path).rglob("*") if path.is_file() and len(path.name) == 30]


def test_what_was_put_is_got_by_every_process(folder: CacheFolder) -> None:
    assert folder.get(KEY) is None
    folder.put(KEY, b"found")
    assert folder.get(KEY) == CacheFolder(folder.path).get(KEY) == b"found"
    assert folder.get(digest(b"another")) is None


def test_it_keeps_itself_out_of_git_and_of_backups(folder: CacheFolder) -> None:
    folder.put(KEY, b"found")
    assert Path(folder.path, ".gitignore").read_text(encoding="utf-8") == "*\n"
    tag = Path(folder.path, "CACHEDIR.TAG").read_text(encoding="utf-8")
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


@pytest.mark.parametrize(
    "damaged", [b"", b"f", b"found", bytes(16) + b"found", digest(KEY, b"other") + b"found", digest(b"another", b"x") + b"x"]
)
def test_a_damaged_entry_is_none(folder: CacheFolder, damaged: bytes) -> None:
    folder.put(KEY, b"found")
    (entry,) = entries(folder)
    entry.write_bytes(damaged)
    assert folder.get(KEY) is None
    folder.put(KEY, b"found again")
    assert folder.get(KEY) == b"found again"


def test_an_entry_cut_off_anywhere_is_none(folder: CacheFolder) -> None:
    folder.put(KEY, b"found")
    (entry,) = entries(folder)
    whole = entry.read_bytes()
    for end in range(len(whole)):
        entry.write_bytes(whole[:end])
        assert folder.get(KEY) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    folder = CacheFolder(str(tmp_path / "file"))
    folder.put(KEY, b"found")
    assert folder.get(KEY) is None
    folder.trim()
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "link").symlink_to(elsewhere)
    folder = CacheFolder(str(tmp_path / "link"))
    folder.put(KEY, b"found")
    assert folder.get(KEY) is None
    assert list(elsewhere.iterdir()) == []


def test_the_entries_used_last_are_kept(folder: CacheFolder) -> None:
    keys = [digest(b"%d" % number) for number in range(20)]
    for key in keys:
        folder.put(key, b"x" * 84)  # 100 bytes with its digest
    for number, key in enumerate(keys):
        os.utime(Path(folder.path, "1", key.hex()[:2], key.hex()[2:]), (number, number))
    assert folder.get(keys[3]) is not None  # used just now
    again = CacheFolder(folder.path)
    again.trim(500)
    assert len(entries(folder)) == 20  # nothing came to it in this run
    again.put(keys[19], b"x" * 84)
    again.get(digest(b"missed"))
    again.trim(500)
    assert [number for number, key in enumerate(keys) if again.get(key)] == [3, 16, 17, 18, 19]


def test_what_nobody_finished_is_removed_when_it_is_old(folder: CacheFolder) -> None:
    folder.put(KEY, b"found")
    (entry,) = entries(folder)
    old, new = entry.with_name("old.1.tmp"), entry.with_name("new.2.tmp")
    old.write_bytes(b"x")
    new.write_bytes(b"x")
    os.utime(old, (1, 1))
    folder.get(digest(b"missed"))
    folder.trim()
    assert (entry.exists(), old.exists(), new.exists()) == (True, False, True)


def test_whoever_reads_while_others_write_gets_all_or_nothing(folder: CacheFolder) -> None:
    content = b"found" * 2000
    writers = [threading.Thread(target=lambda: [folder.put(KEY, content) for _ in range(50)]) for _ in range(2)]
    seen = set()
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seen.add(CacheFolder(folder.path).get(KEY))
    assert seen <= {None, content}
    assert folder.get(KEY) == content
    assert len(entries(folder)) == len(list(Path(folder.path, "1").rglob("*"))) - 1  # and no pieces lie about
