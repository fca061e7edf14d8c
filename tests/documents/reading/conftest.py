"""Workbooks made on the spot."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

Rows = Sequence[Sequence[Any]]
MakeBook = Callable[..., Path]


def write_book(path: Path, sheets: dict[str, Rows], hidden: Sequence[str] = ()) -> Path:
    """An xlsx with these sheets: dates as real dates, texts as texts, None as no cell at all."""
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for y, row in enumerate(rows):
            for x, cell in enumerate(row):
                if isinstance(cell, date | datetime):
                    sheet.write_datetime(y, x, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(y, x, cell)
                elif cell is not None:
                    sheet.write(y, x, cell)
    book.close()
    return path


@pytest.fixture
def book(tmp_path: Path) -> MakeBook:
    """Makes a workbook: rows of one sheet, or sheets by name."""

    def make(
        rows: Rows = (),
        *,
        name: str = "danh sách.xlsx",
        sheets: dict[str, Rows] | None = None,
        hidden: Sequence[str] = (),
    ) -> Path:
        return write_book(tmp_path / name, sheets or {"Danh sách": rows}, hidden)

    return make


HEADING = ["STT", "Tên hộ kinh doanh", "Họ và tên chủ hộ", "Ngày sinh", "Số CCCD", "Địa chỉ kinh doanh", "Điện thoại"]
RECORD = [1, "Tạp hóa Sáu", "Trần Thị Sáu", "05/03/1980", "092180001234", "ấp Thới Phước, xã Thới Lai", "0912345678"]


@pytest.fixture
def household_rows() -> list[list[Any]]:
    """A heading and one household."""
    return [list(HEADING), list(RECORD)]
