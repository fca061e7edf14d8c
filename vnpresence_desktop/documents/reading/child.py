"""Run as ``python -m``: reads one file and writes its cells to standard output, as `wire` describes.

A child process, because a parser may crash, hang or eat all memory on a damaged file, and the window must not go with it.
In a frozen program ``sys.executable`` is the program itself: its `__main__` has to hand
``-m vnpresence_desktop.documents.reading.child`` on to `main`.

Arguments: "fast" or "stream" (xlsx row by row, slower, for what the fast parser can't), then the path. Standard input: the
password of the file, may be empty. Exit code 0: read or refused; 1: it could not be read.
"""

import gc
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from vnpresence_desktop.documents.reading import guard, wire
from vnpresence_desktop.documents.reading.guard import Form
from vnpresence_desktop.documents.reading.limits import limit_resources
from vnpresence_desktop.documents.reading.refusals import Reason, Refused, refusal
from vnpresence_desktop.documents.reading.sheets import MAX_CELLS, Source, Traits

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

STREAM = "stream"
"""Row by row; any other word is the fast way."""

Open = Callable[[], IO[bytes]]
"""Opens the content anew, from its beginning."""


class GiveUp(Exception):  # noqa: N818 - not an error of ours
    """Another way of reading has to be tried."""


def sheets(how: str, path: Path, password: str = "") -> Iterable[Source]:
    """The sheets of a file, found by its content.

    Args:
        how: `STREAM`, or the fast way.
        path: the file.
        password: of a locked file.

    Raises:
        Refused: the file can't be taken.
        GiveUp: not in this way.
    """
    form, content = _content(path, password)
    if how == STREAM:
        if form is not Form.XLSX:
            raise GiveUp
        return _read_stream(path, content)
    if form in (Form.CSV, Form.HTML, Form.XML):
        return _read_text(path, form)
    return _read_fast(path, form, content)


def _content(path: Path, password: str) -> tuple[Form, Open]:
    with path.open("rb") as file:
        form = guard.form_of(path, file)
        if form is not Form.LOCKED:
            return form, lambda: path.open("rb")
        from vnpresence_desktop.documents.reading.locked import unlock

        data = unlock(path, file, password).read()
    form = guard.form_of(path, io.BytesIO(data))  # what was locked nobody has looked at
    if form not in (Form.XLSX, Form.XLSB, Form.XLS):
        raise refusal(path, Reason.DAMAGED)
    return form, lambda: io.BytesIO(data)


def _read_text(path: Path, form: Form) -> Iterable[Source]:
    from vnpresence_desktop.documents.reading import delimited, spreadsheet_xml, web_page

    if form is Form.HTML:
        return web_page.read(path)
    if form is Form.XML:
        return spreadsheet_xml.read(path)
    return [Source(path.stem, hidden=False, rows=delimited.read_rows(path))]


def _traits(path: Path, form: Form, content: Open) -> dict[int, Traits]:
    """What the sheets say beyond their values; ends with `Refused` where the content is not sound."""
    from vnpresence_desktop.documents.reading import biff, parts

    with content() as file:
        return biff.scan(path, file) if form is Form.XLS else parts.scan(path, file, form)


def _read_fast(path: Path, form: Form, content: Open) -> Iterator[Source]:
    """All worksheets by calamine, while another thread looks at the rest of the file (the parser lets it run)."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with ThreadPoolExecutor(1) as threads, content() as file:
        found = threads.submit(_traits, path, form, content)
        book = CalamineWorkbook.from_filelike(file)  # by a path it would go by the name's ending
        left = MAX_CELLS
        for place, about in enumerate(book.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(place)
            left -= sheet.total_height * sheet.total_width
            if left < 0:
                raise GiveUp if form is Form.XLSX else wire.TooManyCells
            traits = _traits_of(found, place)
            for (
                top,
                left_,
            ), (bottom, right) in sheet.merged_cell_ranges or ():
                traits.merged.add((top + 1, left_, bottom + 1, right))
            yield Source(about.name, about.visible != SheetVisibleEnum.Visible, _from_column_a(sheet), traits)
        found.result()


def _from_column_a(sheet: "CalamineSheet") -> Iterator[Sequence[Any]]:
    """The parser's rows begin where the sheet's leftmost cell stands."""
    apart = [""] * (sheet.start[1] if sheet.start else 0)
    rows = sheet.iter_rows()
    return (apart + row for row in rows) if apart else rows


def _traits_of(found: Future[dict[int, Traits]], place: int) -> Traits:
    return found.result().get(place) or Traits()


def _read_stream(path: Path, content: Open) -> Iterator[Source]:
    """All worksheets by openpyxl row by row (xlsx): slower, but a lone far cell costs nothing."""
    import warnings

    import openpyxl

    warnings.simplefilter("ignore")
    traits = _traits(path, Form.XLSX, content)
    with content() as file:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        places = {name: place for place, name in enumerate(book.sheetnames)}
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = _without_empty_end(sheet.iter_rows(values_only=True))
            told = traits.get(places[sheet.title]) or Traits()
            yield Source(sheet.title, sheet.sheet_state != "visible", rows, told)


def _without_empty_end(rows: Iterable[tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
    """Rows and their cells up to the last that holds something."""
    empty = 0
    for row in rows:
        end = len(row)
        while end and row[end - 1] is None:
            end -= 1
        if not end:
            empty += 1
            continue
        yield from [()] * empty
        empty = 0
        yield [_as_fast(cell) for cell in row[:end]]


def _as_fast(cell: Any) -> Any:
    """A cell of openpyxl as calamine gives it: days without a time as dates."""
    return cell.date() if isinstance(cell, datetime) and cell.time() == time.min else cell


def answer(out: IO[bytes], how: str, path: Path, password: str = "") -> int:
    """Write what a file holds, or why it is refused; returns the exit code."""
    try:
        wire.write_sheets(out, sheets(how, path, password))
    except Refused as refused:
        wire.write_frame(out, b"R", refused.reason.encode())
    except wire.TooManyCells:
        wire.write_frame(out, b"R", Reason.TOO_BIG.encode())
    except ImportError as error:
        wire.write_frame(out, b"M", str(error)[:500].encode("utf-8", "replace"))
    except BaseException:  # a panic in Rust is no Exception
        return 1
    return 0


def main(how: str, path: str) -> int:
    """Read, write the answer, return the exit code."""
    limit_resources()
    gc.disable()  # cells hold no cycles
    return answer(sys.stdout.buffer, how, Path(path), sys.stdin.buffer.read().decode())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
