"""Rows that can't come in go out as a workbook and come back mended."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Citizen
from vnpresence_desktop.store.operations import ACCESS
from vnpresence_desktop.work.importing import Choices, Decisions, export_wrong, import_list, open_list, work_out

HEADING = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Ghi chú")
ROWS = (
    (1, "Lê Mơ", date(2004, 2, 1), "092304000001", "=1+1"),
    (2, "Võ Tư", date(2005, 3, 4), "9.23050E+10", "=cmd|x"),
    (3, "Lê Năm", date(2003, 1, 2), "092303000001", ""),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "thanh niên.xlsx"
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Danh sách")
    for place, row in enumerate((HEADING, *ROWS)):
        for column, cell in enumerate(row):
            write = sheet.write_string if isinstance(cell, str) else sheet.write
            write(place + 1, column, cell)
    book.close()
    return path


def test_wrong_rows_go_out_with_the_reason_and_come_back_mended(tmp_path: Path, file: Path) -> None:
    with desk_with(tmp_path, [OFFICE]) as desk:
        decisions = Decisions(left_out=frozenset({5}))
        outlook = work_out(desk, open_list(file), file.name, Kind.CITIZEN, Choices(), decisions)
        out = export_wrong(desk, file.name, outlook)
        cells = [list(row) for row in openpyxl.load_workbook(out).active.iter_rows()]
        assert [cell.value for cell in cells[0]] == [*HEADING, "Dòng trong tệp gốc", "Cần sửa"]
        assert [row[1].value for row in cells[1:]] == ["Võ Tư", "Lê Năm"]
        assert cells[1][2].value.date() == date(2005, 3, 4)
        assert (cells[1][4].value, cells[1][4].data_type) == ("=cmd|x", "s")  # no formula
        assert cells[1][5].value == 4
        assert cells[1][6].value.startswith("Số định danh cá nhân: ")
        assert cells[2][6].value == "Đã chọn bỏ qua dòng này."
        cells[1][3].value = "092305000002"
        book = openpyxl.load_workbook(out)
        book.active["D2"] = "092305000002"
        book.save(out)
        done = import_list(desk, out, Kind.CITIZEN)
        assert (done.rows, done.imported) == (2, 2)
        assert {kept.name for kept in desk.store.all(Citizen)} == {"Võ Tư", "Lê Năm"}


def test_what_was_typed_in_the_grid_comes_along_and_the_export_is_logged(tmp_path: Path, file: Path) -> None:
    with desk_with(tmp_path, [OFFICE]) as desk:
        choices = Choices(edits={4: {"id_number": "0923"}})
        outlook = work_out(desk, open_list(file), file.name, Kind.CITIZEN, choices)
        out = export_wrong(desk, file.name, outlook)
        assert openpyxl.load_workbook(out).active["D2"].value == "0923"
        with desk.store.snapshot() as connection:
            notes = connection.execute("SELECT reason FROM ops WHERE kind = ?", (ACCESS,)).fetchall()
        assert [out.name in reason for (reason,) in notes] == [True]


def test_where_it_can_not_be_laid_nothing_is_left_and_nothing_logged(tmp_path: Path, file: Path) -> None:
    with desk_with(tmp_path, [OFFICE]) as desk:
        (tmp_path / "danh-sach").write_text("a file where the folder should be", encoding="utf-8")
        outlook = work_out(desk, open_list(file), file.name, Kind.CITIZEN, Choices())
        with pytest.raises(UserError):
            export_wrong(desk, file.name, outlook)
        with desk.store.snapshot() as connection:
            assert connection.execute("SELECT count(*) FROM ops WHERE kind = ?", (ACCESS,)).fetchone() == (0,)
