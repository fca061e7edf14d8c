"""Cells out of real files of every kind; damaged and hostile files end in plain words, never in a crash or a hang."""

import contextlib
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading import child, limits, process, workbook
from vnpresence_desktop.documents.reading.workbook import Stopped, Workbook, read_workbook
from vnpresence_desktop.domain.problems import UserError

SAMPLES = Path(__file__).parents[2] / "samples"
MakeBook = Callable[..., Path]


def test_an_xlsx_gives_its_cells(book: MakeBook) -> None:
    rows = [["a", 1.5, True, date(2003, 2, 1), "Trần\n=1+1", datetime(2003, 2, 1, 8, 30)], [], [None, "b"]]  # noqa: DTZ001
    found = read_workbook(book(rows)).sheets[0]
    assert (found.name, found.hidden) == ("Danh sách", False)
    assert list(found.rows[0]) == rows[0]
    assert [cell for cell in found.rows[1] if cell] == []
    assert list(found.rows[2])[:2] == ["", "b"]


def test_rows_and_columns_are_counted_from_the_corner(book: MakeBook) -> None:
    rows = read_workbook(book([[], [], [None, None, "x"]])).sheets[0].rows
    assert (len(rows), plain(rows)[2]) == (3, ["", "", "x"])


def test_sheets_come_in_order_and_hidden_ones_are_marked(book: MakeBook) -> None:
    path = book(sheets={"Một": [["a"]], "Hai": [["b"]], "Ba": []}, hidden=["Hai"])
    found = [(sheet.name, sheet.hidden, [list(row) for row in sheet.rows]) for sheet in read_workbook(path).sheets]
    assert found == [("Một", False, [["a"]]), ("Hai", True, [["b"]]), ("Ba", False, [])]


def test_the_content_decides_not_the_name(book: MakeBook, tmp_path: Path) -> None:
    for name in ("danh sách.csv", "danh sách.xls", "danh sách.ods", "danh sách"):
        xlsx = book([["a"]], name="danh sách mới.xlsx").rename(tmp_path / name)
        assert read_workbook(xlsx).sheets[0].rows[0][0] == "a"
    path = tmp_path / "danh sách.xlsx"
    path.write_text("a;b\nc;d\n", encoding="utf-8")
    assert read_workbook(path) == Workbook((workbook.Sheet("danh sách", hidden=False, rows=[["a", "b"], ["c", "d"]]),))


def test_an_ods_gives_its_cells(tmp_path: Path) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet><table:table table:name="DS"><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>Họ tên</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2003-02-01"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "ds.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0"/>')
    sheet = read_workbook(path).sheets[0]
    assert sheet.name == "DS"
    assert list(sheet.rows[0][:2]) == ["Họ tên", 5.0]
    assert str(sheet.rows[0][2]).startswith("2003-02-01")


def far_cell(path: Path) -> Path:
    """The workbook with one more cell, at the far corner of its sheet."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    parts[name] = parts[name].replace(b"</sheetData>", far)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return path


def test_a_cell_in_the_far_corner_kills_nobody(book: MakeBook, household_rows: list[list[Any]]) -> None:
    path = far_cell(book(household_rows))
    rows = read_workbook(path).sheets[0].rows
    assert list(rows[1]) == household_rows[1]
    assert (len(rows), len(rows[-1]), rows[-1][-1]) == (1_048_576, 16_384, 1)


@pytest.mark.parametrize(("refused", "said"), [("too_big", "quá lớn"), ("password_needed", "mật khẩu")])
def test_what_the_child_refuses_is_said_plainly(tmp_path: Path, refused: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        workbook._workbook(tmp_path / "a.xlsx", iter([(b"R", refused.encode())]))


@pytest.mark.parametrize("frame", [(b"S", b"\xff"), (b"S", b"[]"), (b"R", b"made up")])
def test_nonsense_from_the_child_is_a_damaged_file(tmp_path: Path, frame: tuple[bytes, bytes]) -> None:
    with pytest.raises(UserError, match="bị hỏng"):
        workbook._workbook(tmp_path / "a.xlsx", iter([frame]))


def plain(rows: Any) -> list[list[Any]]:
    """Rows without the empty cells at their ends, which the readers pad differently."""
    kept = [["" if cell is None else cell for cell in row] for row in rows]
    for row in kept:
        while row and row[-1] == "":
            row.pop()
    return kept


def test_both_readers_give_the_same(book: MakeBook, household_rows: list[list[Any]]) -> None:
    moment = datetime(2003, 2, 1, 8, 30)  # noqa: DTZ001 - a cell has no time zone
    path = book([*household_rows, [], ["x", None, date(2003, 2, 1), 1.5, True, moment]])
    found = [[(one.name, one.hidden, plain(one.rows)) for one in child.sheets(how, path)] for how in ("fast", "stream")]
    assert found[0] == found[1]


def test_reading_ends_as_soon_as_nobody_wants_it(book: MakeBook) -> None:
    with pytest.raises(Stopped):
        read_workbook(book([["a"]]), stopped=lambda: True)


def test_a_reader_that_takes_too_long_is_stopped(book: MakeBook) -> None:
    with pytest.raises(UserError, match="quá lâu"):
        read_workbook(book([["a"]]), time_limit=0.0)


def test_the_child_works_from_any_folder(book: MakeBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book([["a"]])
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert read_workbook(Path(path.name)).sheets[0].rows[0][0] == "a"


def test_a_missing_parser_is_a_bug_not_a_damaged_file(
    book: MakeBook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "python_calamine.py").write_text("raise ImportError('no calamine here')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(RuntimeError, match="no calamine here"):
        read_workbook(book([["a"]]))


if sys.platform != "win32":  # no such limit there, see limits.py

    def test_the_childs_memory_is_limited() -> None:
        code = f"from {limits.__name__} import limit_resources; limit_resources(); bytearray(2 << 30)"
        ended = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, cwd=process._HOME, timeout=60, check=False
        )
        assert b"MemoryError" in ended.stderr


def test_an_xls_gives_its_cells() -> None:
    sheet = read_workbook(SAMPLES / "vni_times.xls").sheets[0]
    assert (sheet.name, len(sheet.rows)) == ("DS", 67)
    assert any(isinstance(cell, float) and cell > 1e9 for cell in sheet.rows[10])


XLSX = (SAMPLES / "doanh_nghiep_moi.xlsx").read_bytes()
XLS = (SAMPLES / "vni_times.xls").read_bytes()


def spoilt(size: int) -> st.SearchStrategy[tuple[int, list[tuple[int, int]]]]:
    """How a good file is spoilt: cut after so many bytes, and bytes at places changed by a mask."""
    place = st.integers(0, size - 1)
    cut = st.tuples(st.integers(3, size - 1), st.just([]))
    return cut | st.tuples(st.just(size), st.lists(st.tuples(place, st.integers(1, 255)), min_size=1, max_size=4))


def write_spoilt(path: Path, data: bytes, damage: tuple[int, list[tuple[int, int]]]) -> Path:
    size, changes = damage
    spoiled = bytearray(data[:size])
    for place, mask in changes:
        spoiled[place] ^= mask
    path.write_bytes(spoiled)
    return path


@pytest.fixture(scope="module")
def whole() -> Workbook:
    return read_workbook(SAMPLES / "doanh_nghiep_moi.xlsx")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=spoilt(len(XLSX)))
def test_a_spoilt_file_is_refused_or_read_right(
    damage: tuple[int, list[tuple[int, int]]], tmp_path: Path, whole: Workbook
) -> None:
    path = write_spoilt(tmp_path / "hỏng.xlsx", XLSX, damage)
    found = None
    with contextlib.suppress(UserError):
        found = read_workbook(path)
    assert found is None or plain(found.sheets[0].rows) == plain(whole.sheets[0].rows)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=spoilt(len(XLS)))
def test_a_spoilt_old_file_is_refused_or_read(damage: tuple[int, list[tuple[int, int]]], tmp_path: Path) -> None:
    """An .xls has no checksums: a changed letter can't be told, but nothing else may happen."""
    path = write_spoilt(tmp_path / "hỏng.xls", XLS, damage)
    found = None
    with contextlib.suppress(UserError):
        found = read_workbook(path)
    assert found is None or isinstance(found, Workbook)
