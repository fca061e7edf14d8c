"""Run as ``python -m``: reads one workbook and writes its cells as JSON to standard output.

A child process, because a parser may crash, hang or eat all memory on a damaged file, and the window must not go with it.
JSON, because what a parser taken over by a hostile file sends back must not be able to do anything. In a frozen program
``sys.executable`` is the program itself: its `__main__` has to hand ``-m vnpresence_desktop.documents.reading.child`` on
to `main`.

Memory: limited by RLIMIT_AS where the system has it. Windows has no such limit for a process outside a job object; there
the guard's limits of size and area and the parent's time limit have to do.

Arguments: "fast" (calamine) or "stream" (openpyxl, row by row), then the path. Answer: ``{"sheets": [[name, hidden,
rows], …]}`` with dates as ``[day]`` and date-times as ``[day, seconds]`` (day 1 is 1 January of year 1), or
``{"refused": "protected" | "too_big"}``. A file that can't be read ends with exit code 1, a parser that is not there with 2.
"""

import gc
import json
import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

MAX_MEMORY = 1536 << 20
"""Bytes of address space."""
MAX_CELLS = 5_000_000
"""Cells of a workbook, empty ones between filled ones included."""

Sheets = list[tuple[str, bool, list[list[Any]]]]


class Refused(Exception):  # noqa: N818 - not an error of ours
    """The workbook can't be taken; its only argument says why."""


def read_fast(path: str) -> Sheets:
    """All worksheets by calamine (xlsx, xlsb, xls, ods)."""
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        with Path(path).open("rb") as file:  # by a path it would go by the name's ending
            book = CalamineWorkbook.from_filelike(file)
    except PasswordError:
        raise Refused("protected") from None
    found: Sheets = []
    cells = 0
    for index, about in enumerate(book.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        if sheet.end is not None:
            cells += (sheet.end[0] + 1) * (sheet.end[1] + 1)
        if cells > MAX_CELLS:
            raise Refused("too_big")
        rows = sheet.to_python(skip_empty_area=False)
        found.append((about.name, about.visible != SheetVisibleEnum.Visible, rows))
    return found


def read_stream(path: str) -> Sheets:
    """All worksheets by openpyxl row by row (xlsx): slower, but a lone far cell costs nothing."""
    import warnings

    import openpyxl

    warnings.simplefilter("ignore")
    found: Sheets = []
    cells = 0
    with Path(path).open("rb") as file:
        for sheet in openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets:
            sheet.reset_dimensions()
            rows: list[list[Any]] = []
            for row in sheet.iter_rows(values_only=True):
                rows.append(_without_empty_end(row))
                cells += len(rows[-1])
                if cells > MAX_CELLS:
                    raise Refused("too_big")
            while rows and not rows[-1]:
                rows.pop()
            found.append((sheet.title, sheet.sheet_state != "visible", rows))
    return found


def _without_empty_end(row: tuple[Any, ...]) -> list[Any]:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return [_as_fast(cell) for cell in row[:end]]


def _as_fast(cell: Any) -> Any:
    """A cell of openpyxl as calamine gives it: numbers as float, days without a time as dates, nothing as ""."""
    if isinstance(cell, datetime) and cell.time() == time.min:
        return cell.date()
    if type(cell) is int:
        return float(cell)
    return "" if cell is None else cell


def _plain(cell: object) -> object:
    """What JSON does not know: dates, times, durations."""
    if isinstance(cell, datetime):
        return [cell.toordinal(), cell.hour * 3600 + cell.minute * 60 + cell.second]
    return [cell.toordinal()] if isinstance(cell, date) else str(cell)


def limit_resources() -> None:
    """Set the memory limit, and on Windows no crash dialog."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(0x8003)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(how: str, path: str) -> dict[str, object]:
    """What is sent back, see the module."""
    try:
        return {"sheets": read_fast(path) if how == "fast" else read_stream(path)}
    except Refused as refusal:
        return {"refused": str(refusal)}


def main(how: str, path: str) -> int:
    """Read, write the answer, return the exit code."""
    limit_resources()
    gc.disable()  # cells hold no cycles
    try:
        encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain)
        text = encoder.encode(answer(how, path))
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    except BaseException as error:  # a panic in Rust is no Exception
        sys.stderr.write(f"{type(error).__name__}: {error}"[:500])
        return 2 if isinstance(error, ImportError) else 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
