"""The cells of a workbook, read safely whatever the file is."""

import contextlib
import gc
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from vnpresence_desktop.documents.reading import guard, wire
from vnpresence_desktop.documents.reading.guard import Form
from vnpresence_desktop.documents.reading.process import Child, Frame, Watch
from vnpresence_desktop.documents.reading.refusals import PasswordNeeded, Reason, Refused, Stopped, refusal
from vnpresence_desktop.documents.reading.sheets import Cell, Place, Sheet, Span, Traits, Workbook

__all__ = ["Cell", "PasswordNeeded", "Place", "Refused", "Sheet", "Span", "Stopped", "Workbook", "read_workbook"]

TIME_LIMIT = 18.0
"""Seconds for one file; 100,000 rows take about two here and ten on an old PC."""

_WAYS = {Form.XLSX: ("fast", "stream"), Form.LOCKED: ("fast", "stream")}
"""How a form is read, one way after the other has failed; all others by the fast one."""


def _never() -> bool:
    return False


def read_workbook(
    path: Path,
    *,
    password: str = "",
    stopped: Callable[[], bool] = _never,
    time_limit: float = TIME_LIMIT,
) -> Workbook:
    """Read xlsx, xlsm, xlsb, xls, ods, csv, a web page or SpreadsheetML 2003, whatever its name says.

    Args:
        path: the file.
        password: of an xlsx, xlsb or xls that has one.
        stopped: asked ten times a second, in the caller's thread; reading ends at once where it says True (`Stopped`) or
            raises an error of its own (such as a job's for being cancelled).
        time_limit: seconds that reading may take.

    Raises:
        PasswordNeeded: it has a password, and none was given or another.
        Refused: it is no list, damaged, hostile or too big; see `refusals`.
    """
    form = guard.inspect(path)
    watch = Watch(path, monotonic() + time_limit, stopped)
    with no_collection():
        for way in _WAYS.get(form, ("fast",)):
            with Child(way, watch, password) as child:
                book = _workbook(path, child.frames())
            if book is not None:
                return book
    raise refusal(path, Reason.DAMAGED)


def _workbook(path: Path, frames: Iterator[Frame]) -> Workbook | None:
    """What a child sent; None where it did not come to its end."""
    sheets: list[Sheet] = []
    rows: list[list[Cell]] = []
    about = ("", False)
    try:
        for kind, content in frames:
            match kind:
                case b"S":
                    name, hidden = json.loads(content)
                    about, rows = (str(name), bool(hidden)), []
                case b"B":
                    rows += wire.decode(content)
                case b"T":
                    sheets.append(_sheet(*about, rows, wire.decode_traits(content)))
                case b"E":
                    return Workbook(tuple(sheets))
                case b"R":
                    raise refusal(path, Reason(content.decode()))
                case _:
                    raise RuntimeError(content[:500].decode("utf-8", "replace"))
    except (ValueError, TypeError) as error:
        raise refusal(path, Reason.DAMAGED) from error
    return None


def _sheet(name: str, hidden: bool, rows: list[list[Cell]], traits: Traits) -> Sheet:  # noqa: FBT001
    return Sheet(
        name,
        hidden,
        rows,
        frozenset(traits.hidden_rows),
        traits.fonts,
        frozenset(traits.without_value),
        tuple(sorted(traits.merged)),
    )


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
