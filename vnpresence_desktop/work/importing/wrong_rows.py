"""The rows of a list that did not come in, laid on disk as an Excel file to mend and take in again."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from vnpresence_desktop.documents.files import written_together
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.documents.writing.wrong_rows import WrongRow, write_wrong_rows
from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.work.desk import Desk, communes
from vnpresence_desktop.work.importing.matching import Fate
from vnpresence_desktop.work.importing.outlook import Line, Outlook
from vnpresence_desktop.work.name_lists import LISTS_FOLDER
from vnpresence_desktop.work.texts import label, message

LEFT_OUT = "Đã chọn bỏ qua dòng này."


def export_wrong(desk: Desk, name: str, outlook: Outlook) -> Path:
    """Lay the rows that do not come in on disk, those left out by a person too; the export is logged.

    Args:
        desk: see `Desk`.
        name: of the list's own file.
        outlook: which rows they are; what was typed in their cells comes along.

    Returns:
        The file, in the folder of lists beside the register.

    Raises:
        UserError: folder or disk can't take it.
    """
    said = outlook.choices.edits
    rows = [
        WrongRow(line.row, _cells(outlook, line.row, said.get(line.row, {})), _reason(line))
        for line in outlook.lines
        if line.fate in (Fate.WRONG, Fate.LEFT_OUT)
    ]
    issuer = communes()[desk.office().commune].issuer
    file = desk.folder / LISTS_FOLDER / f"{Path(name).stem}_DongCanSua_{desk.now():%Y-%m-%d_%H%M%S}.xlsx"
    content = write_wrong_rows(outlook.found.headings, rows, issuer, desk.today)
    with written_together({file: content}), desk.store.unit() as unit:
        unit.note("export", f"Xuất {len(rows)} dòng cần sửa của danh sách “{name}” ra {file.name}")
    return file


def _cells(outlook: Outlook, row: int, edits: Mapping[str, str]) -> list[Cell]:
    cells = list(outlook.found.cells[row - 1])
    for field, text in edits.items():
        for place in outlook.found.places.get(field, ())[:1]:
            cells += [None] * (place + 1 - len(cells))
            cells[place] = text
    return cells


def _reason(line: Line) -> str:
    return LEFT_OUT if line.fate is Fate.LEFT_OUT else " ".join(_errors(line))


def _errors(line: Line) -> Iterator[str]:
    for item in line.problems:
        if item.severity is Severity.ERROR:
            name = label(item.field) if item.field else ""
            yield f"{name.capitalize()}: {message(item)}" if name else message(item)
