"""Rows for the clipboard: whatever stands in a cell, a spreadsheet gets it as the text it is."""

import csv
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.work.copying import MOST, Clip, CopyOrder, as_clip, copy
from vnpresence_desktop.work.desk import Desk

ID = "092080001234"
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


class Cells(HTMLParser):
    """The cells of a table, row by row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.styles: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")
            self.styles.add(str(dict(attrs)["style"]))

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1][-1] += data


@given(st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=4))
def test_both_forms_hold_the_same_table_and_no_formula(cells: list[list[str]]) -> None:
    clip = as_clip(("Một", "Hai"), cells)
    wanted = [["Một", "Hai"], *([" ".join(cell.split()) for cell in row] for row in cells)]
    read = Cells(clip.html)
    assert read.rows == wanted
    assert all("mso-number-format:'\\@'" in style for style in read.styles)
    lines = [line.split("\t") for line in clip.text.removesuffix("\n").split("\n")]
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)
    assert [[cell.removeprefix("'") for cell in line] for line in lines] == [
        [cell.removeprefix("'") for cell in row] for row in wanted
    ]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        put(desk, Household(id="an", name="=1+1 <b>An</b>", owner="An", hamlet="Ấp Một", id_number=ID))
        yield desk


def copied(desk: Desk, **more: object) -> Clip:
    order = {
        "ids": ("an", "gone"), "columns": ("name", "id_number"), "titles": ("Tên", "Số định danh"), "shows": (str, str),
    }  # fmt: skip
    return copy(desk, Kind.HOUSEHOLD, CopyOrder(**{**order, **more}))  # type: ignore[arg-type]


def test_rows_are_copied_masked_with_headings(desk: Desk) -> None:
    clip = copied(desk)
    assert list(csv.reader(StringIO(clip.text), delimiter="\t")) == [
        ["Tên", "Số định danh"],
        ["'=1+1 <b>An</b>", "•••••••••234"],
    ]
    assert clip.rows == 1
    assert "=1+1 &lt;b&gt;An" in clip.html
    assert desk.store.history("") == []


def test_whole_numbers_want_a_reason_and_are_logged(desk: Desk) -> None:
    with pytest.raises(UserError, match="lý do"):
        copied(desk, full=True, reason=" ")
    assert ID in copied(desk, full=True, reason="gửi Sở").html
    (note,) = desk.store.history("")
    assert note.reason == "Chép đầy đủ 1 hộ kinh doanh ra bảng tính: gửi Sở"


def test_nothing_and_too_much_are_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="Chưa có dòng"):
        copied(desk, ids=())
    with pytest.raises(UserError, match=r"20\.000"):
        copied(desk, ids=["an"] * (MOST + 1))
