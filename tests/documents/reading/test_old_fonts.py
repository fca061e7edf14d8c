"""Lists typed for the fonts of the 1990s come in as Vietnamese, and sound lists stay as they are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.lists import read_list
from vnpresence_desktop.documents.reading.old_fonts import TCVN3, VNI, in_unicode, old_font
from vnpresence_desktop.documents.reading.workbook import Sheet, read_workbook
from vnpresence_desktop.domain.kinds import Kind

SAMPLES = Path(__file__).parents[2] / "samples"
MakeBook = Callable[..., Path]


def sheet(*rows: list[Any]) -> Sheet:
    return Sheet("DS", hidden=False, rows=rows)


@pytest.mark.parametrize(
    ("font", "typed", "meant"),
    [
        (TCVN3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        (TCVN3, "NguyÔn V¨n Ph­íc, Huúnh ThÞ BÐ", "Nguyễn Văn Phước, Huỳnh Thị Bé"),
        (VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (VNI, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        (VNI, "NGUYEÃN THÒ NGAØ, Huyønh Vaên Kyø, chuû tòch, nghæ", "NGUYỄN THỊ NGÀ, Huỳnh Văn Kỳ, chủ tịch, nghỉ"),
    ],
)
def test_what_was_typed_is_what_was_meant(font: str, typed: str, meant: str) -> None:
    typed_so = sheet([typed], [typed], [typed])
    assert old_font(typed_so) == font
    assert [list(row) for row in in_unicode(typed_so, font).rows] == [[meant]] * 3


def test_the_row_tells_what_a_word_alone_does_not() -> None:
    """ "Tên" is sound in a sound heading, "TÝn" beside VNI or TCVN3 words is not."""
    heading, record = ["Tên", "Địa chỉ", 1.0], ["TÝn", "Êp Thíi Ph­íc", None]
    rows = in_unicode(sheet(heading, record), TCVN3).rows
    assert [list(row) for row in rows] == [heading, ["Tín", "ấp Thới Phước", None]]


@pytest.mark.parametrize("name", ["ho_kinh_doanh", "doanh_nghiep_moi", "thanh_nien"])
def test_lists_in_unicode_are_sound(name: str) -> None:
    assert old_font(read_workbook(SAMPLES / f"{name}.xlsx").sheets[0]) == ""


def test_ticks_signs_and_foreign_names_are_no_old_font() -> None:
    rows = [
        ["Nguyen Van An", "×", "Café Löwen", "½ kg", "Hoà", "Nguyên", "Toàn"],
        ["Le Thi Ut", "®", "Müller", "m²", "", "", ""],
    ]
    assert old_font(sheet(*rows)) == ""


def test_a_list_in_vni_is_read_and_told() -> None:
    found = read_list(SAMPLES / "vni_times.xls", Kind.HOUSEHOLD)
    first = found.rows[0].record
    assert (len(found.rows), first.owner, first.hamlet) == (60, "Trần Văn Trí", "Ấp Đông Thắng")  # type: ignore[union-attr]
    assert ("old_font", (("font", VNI),)) in [(item.code, item.values) for item in found.problems]
    assert {"business_address", "trade"} <= found.columns.keys()


def test_a_list_in_tcvn3_under_a_sound_heading(book: MakeBook) -> None:
    names = ["NguyÔn V¨n An", "TrÇn ThÞ óc", "Lª Hoµng TÝn"]
    path = book([["STT", "Họ và tên", "Địa chỉ"], *([n, name, "Êp Thíi Ph­íc"] for n, name in enumerate(names, 1))])
    found = read_list(path, Kind.CITIZEN)
    assert [item.record.name for item in found.rows] == ["Nguyễn Văn An", "Trần Thị úc", "Lê Hoàng Tín"]
    assert found.columns["name"] == "Họ và tên"


@given(st.lists(st.lists(st.text(max_size=8) | st.floats() | st.none(), max_size=4), max_size=5))
def test_no_sheet_raises_and_none_changes_its_form(rows: list[list[Any]]) -> None:
    for font in (TCVN3, VNI):
        changed = in_unicode(sheet(*rows), font).rows
        assert [len(row) for row in changed] == [len(row) for row in rows]
    assert old_font(sheet(*rows)) in ("", TCVN3, VNI)
