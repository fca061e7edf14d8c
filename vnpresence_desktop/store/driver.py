"""The encrypted SQLite driver; no other module knows which one it is.

`sqlite_utils` looks for a driver called ``pysqlite3`` before it takes Python's own. Unless ours stands there first its
exceptions do not match, and a failed ``INSERT … RETURNING`` leaves a transaction open that swallows every later save.
"""

import errno
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3
from sqlcipher3 import dbapi2

from vnpresence_desktop.domain.problems import UserError

if "sqlite_utils" in sys.modules and sys.modules.get("pysqlite3") is not sqlcipher3:
    raise ImportError("vnpresence_desktop.store.driver must be imported before sqlite_utils")
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

Error: type[Exception] = dbapi2.Error
"""Base of all errors of the driver."""

Cell = str | int | None
"""What a column can hold: STRICT tables with TEXT and INTEGER only."""

_WAIT_SECONDS = 5.0
_PAGE = 4096
_STATEMENTS = 1_000
"""Statements kept ready. The driver never forgets an old one for a new one: where all places are taken, every save is
parsed anew, and the migrations of a new file alone take 150.
"""


class Cursor(Protocol):
    """What the store uses of a cursor."""

    def fetchone(self) -> Any:
        """The next row or None."""

    def fetchmany(self, size: int) -> list[Any]:
        """So many of the next rows."""

    def fetchall(self) -> list[Any]:
        """The rows that are left."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """What the store uses of a connection; it never leaves the package."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""

    def execute(self, sql: str, parameters: Sequence[Cell] = ...) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, rows: Sequence[Sequence[Cell]]) -> Cursor:
        """Run a writing statement once for each row of parameters."""

    def interrupt(self) -> None:
        """Break off what runs; callable from any thread."""

    def close(self) -> None:
        """Close the file."""


def connect(path: Path, key: bytes, *, create: bool = False, wait: float = _WAIT_SECONDS) -> Connection:
    """Open a register for reading and writing: write-ahead log, every commit synced, foreign keys on.

    Args:
        path: the database; it must exist unless ``create``.
        key: the data key, 32 bytes.
        create: make the file when there is none.
        wait: seconds to wait for another writer before saying so.

    Raises:
        UserError: no file, wrong key, not a database, locked, full disk, read-only …
    """
    connection = inspect(path, key, create=create, wait=wait)
    with told(path):
        try:
            # Without FULL a power cut takes acknowledged records of a WAL database with it.
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
        except BaseException:
            connection.close()
            raise
    return connection


def inspect(path: Path, key: bytes, *, create: bool = False, wait: float = _WAIT_SECONDS) -> Connection:
    """Open a database and prove the key, without touching how it keeps its journal (for a copy); raises as `connect`."""
    if len(key) != 32:
        raise ValueError("a data key has 32 bytes")
    if not create:
        must_exist(path)
        # SQLite would take what is shorter than a page for a new database, and a lost register would open as an empty one.
        if path.stat().st_size < _PAGE:
            raise _user_error(_NOT_A_DATABASE, path)
    with told(path):
        connection: Connection = dbapi2.connect(
            str(path), timeout=wait, isolation_level=None, cached_statements=_STATEMENTS
        )
        try:
            _prepare(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def must_exist(path: Path) -> None:
    """Raise UserError where there is no such file."""
    if not path.is_file():
        raise UserError(
            f"Không tìm thấy tệp dữ liệu {path.name}.",
            f"Kiểm tra thư mục {path.parent}; nếu tệp đã mất, hãy khôi phục từ bản sao lưu.",
        )


def scratch() -> Connection:
    """An empty database in memory, to compare with."""
    connection: Connection = dbapi2.connect(":memory:", isolation_level=None)
    return connection


def _prepare(connection: Connection, key: bytes) -> None:
    # First of all: the log of the cipher library would otherwise go to the console.
    connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


_NOT_A_DATABASE = (
    "Không mở được {name}: khóa không đúng, hoặc tệp không phải là dữ liệu của chương trình, hoặc đã hỏng.",
    "Mở bằng mã khôi phục đã in khi cài đặt, hoặc khôi phục từ bản sao lưu gần nhất.",
)
_BUSY = (
    "Tệp dữ liệu {name} đang được một cửa sổ hoặc chương trình khác ghi, chưa lưu được.",
    "Đợi vài giây rồi lưu lại; nếu vẫn vậy, đóng chương trình đang mở tệp này.",
)
_FULL = (
    "Ổ đĩa đã đầy, chưa lưu được.",
    "Xóa bớt tệp trên ổ đĩa chứa thư mục {folder} rồi lưu lại. Dữ liệu đã lưu trước đó vẫn nguyên vẹn.",
)
_READ_ONLY = (
    "Không ghi được vào {name}: tệp hoặc thư mục chỉ cho phép đọc.",
    "Cấp quyền ghi cho thư mục {folder}, hoặc chép dữ liệu sang một thư mục ghi được.",
)
_CANNOT_OPEN = (
    "Không mở được tệp dữ liệu {name}.",
    "Kiểm tra thư mục {folder} còn đó, ổ đĩa hoặc USB còn cắm và tài khoản này có quyền đọc, ghi.",
)
_DISK_ERROR = (
    "Ổ đĩa báo lỗi khi đọc hoặc ghi {name}.",
    "Kiểm tra ổ đĩa hoặc USB chứa thư mục {folder}, sao lưu ngay sang ổ khác rồi chạy kiểm tra dữ liệu.",
)
_DAMAGED = (
    "Tệp dữ liệu {name} bị hỏng một phần.",
    "Không ghi thêm; giữ nguyên tệp và khôi phục từ bản sao lưu gần nhất.",
)
_CODES = {
    "SQLITE_NOTADB": _NOT_A_DATABASE,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_CANTOPEN": _CANNOT_OPEN,
    "SQLITE_IOERR": _DISK_ERROR,
    "SQLITE_CORRUPT": _DAMAGED,
}
_MEANING = {getattr(dbapi2, name): text for name, text in _CODES.items()}
_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _CANNOT_OPEN,
    errno.EIO: _DISK_ERROR,
}


class BusyError(UserError):
    """Another window or program is writing the file."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn errors of the driver that a person can mend into `UserError` (`BusyError` among them); bugs pass unchanged."""
    try:
        yield
    except dbapi2.Error as error:
        # The low byte is the kind of error, the rest its finer reason.
        meaning = _MEANING.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if meaning is None:
            raise
        raise _user_error(meaning, path) from error


@contextmanager
def told_by_system(path: Path) -> Iterator[None]:
    """The same for errors of the file system; only around our own work with files."""
    try:
        yield
    except OSError as error:
        raise _user_error(_SYSTEM.get(error.errno or 0, _DISK_ERROR), path) from error


def _user_error(meaning: tuple[str, str], path: Path) -> UserError:
    title, advice = (text.format(name=path.name, folder=path.parent) for text in meaning)
    return (BusyError if meaning is _BUSY else UserError)(title, advice)
