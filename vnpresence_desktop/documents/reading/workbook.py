"""The cells of a workbook, read safely whatever the file is."""

import contextlib
import gc
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from vnpresence_desktop.documents.reading import guard
from vnpresence_desktop.documents.reading.guard import Form
from vnpresence_desktop.domain.problems import UserError

Cell = str | int | float | bool | date | datetime | None
"""What a cell holds; None or "" is an empty one."""

TIME_LIMIT = 25.0
"""Seconds for one reader; 100,000 rows take about two here and ten on an old PC."""

_CHILD = "vnpresence_desktop.documents.reading.child"
_NO_PARSER = 2
_HOME = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet.

    Attributes:
        name: as on its tab.
        hidden: not shown in Excel.
        rows: from row 1 of the sheet, cells from column A; rows may differ in length.
    """

    name: str
    hidden: bool
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a file holds.

    Attributes:
        sheets: in the order of their tabs.
    """

    sheets: tuple[Sheet, ...]


def read_workbook(path: Path, time_limit: float = TIME_LIMIT) -> Workbook:
    """Read xlsx, xlsm, xlsb, xls, ods or csv, whatever its name says.

    Args:
        path: the file.
        time_limit: seconds that one reader may take.

    Raises:
        UserError: the file is refused, see `guard`, or can't be read.
    """
    form = guard.inspect(path)
    if form is Form.CSV:
        from vnpresence_desktop.documents.reading.delimited import read_rows

        return Workbook((Sheet(path.stem, hidden=False, rows=read_rows(path)),))
    with _Child("fast", path) as child:
        # The guard reads the parts while the parser is already at work on the other core.
        far = form is not Form.XLS and guard.scan(path)
        data = None if far else child.output(time_limit)
    if data is None and form is Form.XLSX:
        with _Child("stream", path) as child:
            data = child.output(time_limit)
    if data is None:
        raise guard.damaged(path)
    return _workbook(path, data)


class _Child:
    """A reader at work in its own process; leaving the block ends it."""

    def __init__(self, how: str, path: Path) -> None:
        self._path = path
        self._process = subprocess.Popen(
            [sys.executable, "-m", _CHILD, how, str(path.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=_HOME,  # `-m` looks there first: a checkout works as an installed program does
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def output(self, time_limit: float) -> bytes | None:
        """What it wrote, None where it failed.

        Raises:
            UserError: it took too long.
            RuntimeError: the parser is not installed.
        """
        try:
            written, said = self._process.communicate(timeout=time_limit)
        except subprocess.TimeoutExpired:
            raise UserError(
                f"Đọc tệp “{self._path.name}” quá lâu nên đã dừng.",
                "Hãy mở bằng Excel, chép riêng danh sách sang một tệp .xlsx mới rồi nhập lại.",
            ) from None
        if self._process.returncode == _NO_PARSER:
            raise RuntimeError(said.decode("utf-8", "replace"))
        return written if self._process.returncode == 0 else None

    def __enter__(self) -> "_Child":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


def _workbook(path: Path, data: bytes) -> Workbook:
    try:
        with no_collection():
            answer = json.loads(data.decode("utf-8", "surrogatepass"))
            if "refused" in answer:
                raise guard.protected(path) if answer["refused"] == "protected" else guard.too_big(path)
            return Workbook(tuple(Sheet(name, hidden, _cells(rows)) for name, hidden, rows in answer["sheets"]))
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise guard.damaged(path) from error


def _cells(rows: list[list[Any]]) -> list[list[Cell]]:
    """Rows as the child sent them, with their dates as dates."""
    return [[cell if type(cell) is not list else _moment(*cell) for cell in row] for row in rows]


def _moment(day: int, seconds: int | None = None) -> date:
    if seconds is None:
        return date.fromordinal(day)
    return datetime.combine(date.fromordinal(day), time.min) + timedelta(seconds=seconds)


@contextlib.contextmanager
def no_collection() -> Iterator[None]:
    """Millions of new cells set off the cycle collector again and again, for nothing: they hold no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
