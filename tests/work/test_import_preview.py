"""A list looked at before it comes in, its columns corrected, its zeros confirmed, its import broken off."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.work.registers import OFFICE, SHOP, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import import_list, preview

HEADING = ["STT", "Tên hộ kinh doanh", "Người nắm giữ", "Số CCCD", "Số GCN ĐKHKD", "Địa chỉ", "Điện thoại"]
ROWS = [
    [1, "Tạp hóa Sáu", "Trần Thị Sáu", 92180001234, "57A8000002", "ấp Thới Phước", "0912345678"],
    [2, "Tạp hóa Hòa", "Lê Thị Hòa", 92180001235, "57A8000001", "ấp Một", "0912345679"],
    [3, "Quán Bảy", "", "092180001236", "57A8000003", "ấp Hai", "0912345670"],
]
OWNER = {"owner": 2}


def write(path: Path, *rows: Sequence[Any]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Danh sách")
    for place, row in enumerate(rows):
        sheet.write_row(place + 2, 0, row)
    book.close()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "danh sách.xlsx", HEADING, *ROWS)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE, SHOP]) as opened:
        yield opened


def test_a_preview_tells_what_was_found_and_writes_nothing(desk: Desk, file: Path) -> None:
    seen = preview(desk, file, Kind.HOUSEHOLD)
    assert (seen.sheet, seen.header_row, seen.headings) == ("Danh sách", 3, tuple(HEADING))
    assert seen.places["name"] == (1,)
    assert "owner" not in seen.places
    assert seen.required == {"owner"}
    assert seen.fields[:3] == ("name", "owner", "hamlet")
    assert [row.record.name for row in seen.sample] == ["Tạp hóa Sáu", "Tạp hóa Hòa", "Quán Bảy"]
    assert desk.store.count(Household) == 1


def test_a_column_chosen_by_hand_is_read_and_the_import_does_what_the_preview_said(desk: Desk, file: Path) -> None:
    assert preview(desk, file, Kind.HOUSEHOLD).outcome.imported == 0  # nobody knows the owners
    seen = preview(desk, file, Kind.HOUSEHOLD, OWNER)
    assert [row.record.owner for row in seen.sample] == ["Trần Thị Sáu", "Lê Thị Hòa", ""]
    done = import_list(desk, file, Kind.HOUSEHOLD, columns=OWNER)
    assert done == seen.outcome
    assert (done.rows, done.imported, done.updated, done.skipped) == (3, 1, 1, 1)
    assert {kept.name: kept.phone for kept in desk.store.all(Household)} == {
        "Tạp hóa Sáu": "0912345678",
        "Tạp hóa Hòa": "0912345679",
    }


def test_a_column_serves_one_field_and_can_be_taken_from_all(desk: Desk, file: Path) -> None:
    seen = preview(desk, file, Kind.HOUSEHOLD, {"owner": 1, "phone": -1})
    assert seen.places["owner"] == (1,)
    assert "name" not in seen.places
    assert "phone" not in seen.places
    assert {row.record.phone for row in seen.sample} == {""}


def test_a_list_without_names_is_shown_where_its_columns_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    file = write(tmp_path / "lạ.xlsx", ["Bảng", "Ai", "Số CCCD", "Điện thoại", "Ngày sinh"], ["x", "Sáu", "", "", ""])
    with pytest.raises(UserError):
        import_list(desk, file, Kind.CITIZEN)
    seen = preview(desk, file, Kind.CITIZEN)
    assert {"name", "birth_date"} == seen.required
    assert "name" not in seen.places
    assert preview(desk, file, Kind.CITIZEN, {"name": 1}).places["name"] == (1,)


def test_zeros_put_back_are_doubted_until_confirmed_once_for_the_column(desk: Desk, file: Path) -> None:
    seen = preview(desk, file, Kind.HOUSEHOLD, OWNER)
    assert dict(seen.restored) == {"id_number": 2}
    assert seen.sample[0].record.unconfirmed == ("id_number",)
    sure = preview(desk, file, Kind.HOUSEHOLD, OWNER, confirmed={"id_number"})
    assert dict(sure.restored) == {"id_number": 2}  # the question stays, with its answer
    codes = [item.problem.code for item in sure.outcome.problems]
    assert "id_zero_restored" in [item.problem.code for item in seen.outcome.problems]
    assert "id_zero_restored" not in codes
    import_list(desk, file, Kind.HOUSEHOLD, columns=OWNER, confirmed={"id_number"})
    (six,) = desk.store.find(Household, name="Tạp hóa Sáu")
    assert (six.id_number, six.unconfirmed) == ("092180001234", ())


def test_progress_rises_to_the_end_and_what_it_raises_leaves_nothing_written(desk: Desk, file: Path) -> None:
    told: list[tuple[int, int]] = []
    import_list(desk, file, Kind.HOUSEHOLD, dry_run=True, columns=OWNER, report=lambda *step: told.append(step))
    assert told == [(0, 6), (1, 6), (2, 6)]

    def stop_while_writing(done: int, total: int) -> None:
        if done * 2 > total:
            raise KeyError(done)

    with pytest.raises(KeyError):
        import_list(desk, file, Kind.HOUSEHOLD, columns=OWNER, report=stop_while_writing)
    assert desk.store.count(Household) == 1
    import_list(desk, file, Kind.HOUSEHOLD, columns=OWNER, report=lambda *step: told.append(step))
    assert told[-2:] == [(2, 4), (3, 4)]
    assert desk.store.count(Household) == 2
