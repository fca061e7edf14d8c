"""The encrypted driver: its traps, and what it says when something cannot be done."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.store import driver
from vnpresence_desktop.store.driver import BusyError, Connection, connect, inspect

if TYPE_CHECKING:
    from tests.store.conftest import Place

KEY = bytes(range(32))


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """A fresh interpreter, since the order of imports is what matters."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.run(command, capture_output=True, text=True, env=environment)


PHANTOM = """
import sys
from pathlib import Path
from vnpresence_desktop.store.driver import Error, inspect
import sqlcipher3
import sqlite_utils
from sqlite_utils.utils import sqlite3

assert sqlite3 is sqlcipher3, "sqlite_utils catches the exceptions of another driver"
path = Path(sys.argv[1])
connection = inspect(path, bytes(32), create=True)
database = sqlite_utils.Database(connection)
database["person"].create({"id": str}, pk="id")
database["person"].insert({"id": "one"})
try:
    list(database.query("INSERT INTO person (id) VALUES ('one') RETURNING id"))
except Error as error:
    assert "UNIQUE" in str(error), error
assert not connection.in_transaction
database["person"].insert({"id": "saved by an officer"})
connection.close()
rows = inspect(path, bytes(32)).execute("SELECT id FROM person ORDER BY id").fetchall()
assert rows == [("one",), ("saved by an officer",)], rows
"""


def test_a_failed_statement_leaves_no_phantom_transaction(tmp_path: Path) -> None:
    done = run(PHANTOM, tmp_path / "phantom.db")
    assert done.returncode == 0, done.stderr


def test_the_alias_must_come_first() -> None:
    done = run("import sqlite_utils\nimport vnpresence_desktop.store.driver")
    assert "must be imported before sqlite_utils" in done.stderr


def test_starting_does_not_load_what_only_a_migration_needs(place: "Place") -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from vnpresence_desktop.store.store import Store\n"
        "Store.open(Path(sys.argv[1]), Path(sys.argv[2]), now=lambda: datetime.now(UTC), actor='x').close()\n"
        "print([name for name in ('sqlite_utils', 'cryptography', 'click') if name in sys.modules])"
    )
    assert run(code, place.path, place.pc).stdout == "[]\n"


def test_a_saved_file_is_not_readable_without_the_key(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    connection = connect(path, KEY, create=True)
    connection.execute("CREATE TABLE person (name TEXT)")
    connection.close()
    with closing(sqlite3.connect(path)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM person")


def test_every_commit_is_synced_and_logged_ahead(tmp_path: Path) -> None:
    connection = connect(tmp_path / "register.db", KEY, create=True)
    pragmas = ("journal_mode", "synchronous", "foreign_keys")
    assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas] == ["wal", 2, 1]
    connection.close()


def test_a_wrong_key_is_said_plainly(place: "Place", capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UserError, match="khóa không đúng") as caught:
        connect(place.path, KEY)
    assert "mã khôi phục" in caught.value.advice
    assert capfd.readouterr() == ("", ""), "the cipher library speaks to the console"


def test_a_key_has_32_bytes(place: "Place") -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        inspect(place.path, b"short")


@pytest.mark.parametrize("content", [b"not a database" * 400, b"SQLite format 3\x00" + bytes(4096), b"x"])
def test_another_file_is_not_taken_for_a_register(place: "Place", content: bytes) -> None:
    place.path.write_bytes(content)
    with pytest.raises(UserError, match="không phải là dữ liệu của chương trình"):
        place.open()
    assert place.path.read_bytes() == content


def test_a_typing_error_in_the_path_creates_nothing(tmp_path: Path, place: "Place") -> None:
    missing = tmp_path / "khác" / "register.db"
    with pytest.raises(UserError, match="Không tìm thấy tệp dữ liệu"):
        connect(missing, place.key())
    assert not missing.parent.exists()


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không mở được tệp dữ liệu") as caught:
        connect(tmp_path / "USB" / "register.db", KEY, create=True)
    assert "USB còn cắm" in caught.value.advice


def test_a_file_locked_by_another_program(
    place: "Place", household: Callable[..., Household], raw: Callable[["Place"], Connection]
) -> None:
    with place.open() as store:
        store._connection.execute("PRAGMA busy_timeout=20")
        other = raw(place)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError, match="chương trình khác ghi") as caught, store.unit() as unit:
            unit.put(household())
        assert "rồi lưu lại" in caught.value.advice
        other.execute("ROLLBACK")
        with store.unit() as unit:
            unit.put(household())
        assert store.count(Household) == 1


def test_a_full_disk_keeps_what_was_saved(place: "Place", household: Callable[..., Household]) -> None:
    with place.open() as store:
        with store.unit() as unit:
            first = unit.put(household(1))
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count={pages + 2}").fetchall()
        with pytest.raises(UserError, match="Ổ đĩa đã đầy") as caught, store.unit() as unit:
            list(map(unit.put, map(household, range(2, 500))))
        assert str(place.path.parent) in caught.value.advice
        assert store.all(Household) == [first]
        store._connection.execute("PRAGMA max_page_count=100000").fetchall()
        with store.unit() as unit:
            unit.put(household(2))
        assert store.count(Household) == 2


# A child without the right to pass over permissions: tests may run as root.
READ_ONLY = """
import ctypes, sys
from datetime import UTC, datetime
from pathlib import Path
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store.store import Store

if sys.platform == "linux":
    header, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None).capset(header, nothing) == 0
try:
    Store.open(Path(sys.argv[1]), Path(sys.argv[2]), now=lambda: datetime.now(UTC), actor="x")
except UserError as error:
    sys.stdout.buffer.write(f"{error.title}\\n{error.advice}".encode())
"""


@pytest.mark.parametrize("what", ["file", "folder", "key folder"])
def test_read_only_places_are_said_plainly(place: "Place", what: str) -> None:
    target = {"file": place.path, "folder": place.path.parent, "key folder": place.pc}[what]
    mode = target.stat().st_mode
    target.chmod(mode & ~0o222)
    try:
        answer = run(READ_ONLY, place.path, place.pc)
    finally:
        target.chmod(mode)
    assert any(text in answer.stdout for text in ("chỉ cho phép đọc", "Không mở được tệp dữ liệu")), answer
    assert "quyền" in answer.stdout
    place.open().close()


def test_a_register_taken_away_while_open(place: "Place", household: Callable[..., Household]) -> None:
    store = place.open()
    away = place.path.parent.rename(place.path.parent.with_name("đã dời"))
    with pytest.raises(UserError, match="đã bị xóa, di chuyển"), store.unit() as unit:
        unit.put(household())
    shutil.copytree(away, place.path.parent)
    with pytest.raises(UserError, match="thay bằng tệp khác"), store.unit() as unit:
        unit.put(household())
    store._connection.close()


def test_a_bug_stays_a_bug(place: "Place") -> None:
    with place.open() as store, pytest.raises(driver.Error, match="no such table"):
        store._rows("SELECT * FROM typing_error")


def test_errors_of_the_caller_inside_a_unit_pass_unchanged(place: "Place") -> None:
    with place.open() as store, pytest.raises(FileNotFoundError), store.unit():
        Path("no such list.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("number", "words"),
    [(28, "Ổ đĩa đã đầy"), (13, "chỉ cho phép đọc"), (30, "chỉ cho phép đọc"), (2, "Không mở được"), (5, "báo lỗi")],
)
def test_errors_of_the_file_system_are_said_plainly(number: int, words: str) -> None:
    def fail() -> Any:
        raise OSError(number, "English words")

    with pytest.raises(UserError, match=words) as caught, driver.told_by_system(Path("USB") / "a.saoluu"):
        fail()
    assert "English" not in str(caught.value)
    assert "Error" not in str(caught.value)
