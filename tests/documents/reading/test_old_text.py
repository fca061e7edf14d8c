"""Whatever a list was typed for is read in plain Unicode, and what is sound stays as it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading.good_strings import good_strings
from tests.documents.reading.typed import ENCODINGS, Lists, misread, tcvn3, vni
from vnpresence_desktop.documents.reading.lists import read_list
from vnpresence_desktop.documents.reading.old_text import Spelling, in_unicode
from vnpresence_desktop.documents.reading.workbook import Sheet
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.text import clean

SAMPLES = Path(__file__).parents[2] / "samples"
ROWS = 200
FOREIGN = (
    "Café Crème", "Señor Tacos", "Nestlé", "KFC", "Crêpe Suzette", "Pokémon", "Hòa Phát", "Hoà Phát", "Thúy", "Thuý",
    "a.b@example.vn", "57A8012345", "QĐ-UBND", "Ông Tư", "Õ", "São Paulo", "Müller", "№ 5", "20 °C", "±5 %", "½ kg",
)  # fmt: skip


def sheet(columns: list[list[str]]) -> Sheet:
    return Sheet("DS", hidden=False, rows=[list(row) for row in zip(*columns, strict=True)])


def share(encoding: str, seed: int) -> dict[str, float]:
    """Column → how many of its cells read back exactly."""
    columns = Lists(seed).columns(ROWS)
    typed = [[ENCODINGS[encoding](text) for text in cells] for cells in columns.values()]
    found, _ = in_unicode(sheet(typed))
    back = list(zip(*found.rows, strict=True))
    return {
        name: sum(a == b for a, b in zip(cells, back[place], strict=True)) / ROWS
        for place, (name, cells) in enumerate(columns.items())
    }


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_column_reads_back(encoding: str) -> None:
    shares = [share(encoding, seed) for seed in (1, 2, 3)]
    worst = {name: sum(one[name] for one in shares) / len(shares) for name in shares[0]}
    assert min(worst.values()) >= 0.99, worst


def test_good_text_is_never_touched() -> None:
    good = [cells for seed in range(5) for cells in Lists(seed).columns(ROWS).values()]
    assert sum(map(len, good)) == 5_000
    for cells in (*good, list(FOREIGN), good_strings(5_000)):
        found, mended = in_unicode(sheet([cells]))
        assert dict(mended) == {}
        assert [row[0] for row in found.rows] == cells


def test_no_good_text_alone_in_its_sheet_is_touched() -> None:
    touched = [text for text in dict.fromkeys(good_strings(5_000)) if in_unicode(sheet([[text]]))[1]]
    assert touched == []


def test_a_sound_sheet_comes_back_itself() -> None:
    sound = sheet(list(Lists(4).columns(20).values()))
    assert in_unicode(sound)[0] is sound


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_cell_alone_reads_back_less_often(encoding: str) -> None:
    """A word such as "Dòng" (Dũng) or "Loïc" (Lộc) alone may be sound, or foreign: it is left as it stands."""
    texts = [text for cells in Lists(12).columns(ROWS).values() for text in cells]
    cells = [ENCODINGS[encoding](text) for text in texts]
    back = [clean(str(in_unicode(sheet([[cell]]))[0].rows[0][0])) for cell in cells]
    assert sum(map(str.__eq__, texts, back)) / len(texts) >= 0.93
    cells = (
        [tcvn3(text) for text in texts] if encoding == "tcvn3_as_cp1252" else cells
    )  # its bytes alone are read right
    strange = [
        (cell, read) for cell, text, read in zip(cells, texts, back, strict=True) if read not in (text, clean(cell))
    ]
    assert len(strange) <= 0.01 * len(texts), strange


def test_all_spellings_in_one_column() -> None:
    names = Lists(13).columns(ROWS)["name"]
    addresses = Lists(14).columns(ROWS)["address"]
    hands = [tcvn3, vni, str, ENCODINGS["nfd"], misread("cp1252"), ENCODINGS["half_composed"], misread("cp1258", 2)]
    typed = [[hands[row % 7](text) for row, text in enumerate(cells)] for cells in (names, addresses)]
    found, mended = in_unicode(sheet(typed))
    right = sum(
        list(row) == list(meant) for row, meant in zip(found.rows, zip(names, addresses, strict=True), strict=True)
    )
    assert right >= 0.98 * ROWS
    assert {change.spelling for change in mended.values()} == {
        Spelling.TCVN3, Spelling.VNI, Spelling.MOJIBAKE, Spelling.COMBINING,
    }  # fmt: skip
    assert not [place for place in mended if hands[(place[0] - 1) % 7] is str]


def test_the_row_tells_what_a_word_alone_does_not() -> None:
    rows = [["Tên", "Địa chỉ", 1.0], ["TÝn", "Êp Thíi Ph­íc", None]]
    found, _ = in_unicode(Sheet("DS", hidden=False, rows=rows))
    assert [list(row) for row in found.rows] == [rows[0], ["Tín", "ấp Thới Phước", None]]


@pytest.mark.parametrize(
    ("cell", "meant", "spelling"),
    [
        ("M¸y mãc thiết bÞ", "Máy móc thiết bị", "tcvn3"),
        ("NGUYÔN V¡N HïNG", "NGUYỄN VĂN HÙNG", "tcvn3"),
        ("Ph­íc Th¿i, Ph­íc Lýc", "Ph­íc Th¿i, Phước Lýc", ""),
        ("NguyÔn V¨n An", "Nguyễn Văn An", "tcvn3"),
        ("Nguyeãn Vaên An, ấp Đông", "Nguyễn Văn An, ấp Đông", "vni"),
        ("Ðà Nẵng", "Đà Nẵng", "combining"),
        ("ấp Đông", "ấp Đông", "invisible"),
        ("ấp Đô­ng", "ấp Đông", "invisible"),
    ],
)
def test_single_cells(cell: str, meant: str, spelling: str) -> None:
    found, mended = in_unicode(sheet([[cell]]))
    if spelling:
        assert (found.rows[0][0], mended[1, 0].spelling) == (meant, spelling)


def test_a_font_that_draws_capitals() -> None:
    rows = [["danh s¸ch"], ["stt"], ["a@b.vn"], ["Sổ đăng ký"], [5.0]]
    fonts = {(row, 0): ".VnTimeH" for row in range(1, 9)}
    found, mended = in_unicode(Sheet("DS", hidden=False, rows=rows, fonts=fonts))
    assert [row[0] for row in found.rows] == ["DANH SÁCH", "STT", "a@b.vn", "Sổ đăng ký", 5.0]
    assert mended.keys() == {(1, 0), (2, 0)}


def test_a_font_that_lies_is_not_believed() -> None:
    rows = [["Café"], ["Hà"], ["Đông"]]
    found, mended = in_unicode(
        Sheet("DS", hidden=False, rows=rows, fonts={(1, 0): "VNI-Times", (2, 0): ".VnTime", (3, 0): ".VnTime"})
    )
    assert (found.rows, dict(mended)) == (rows, {})


def test_each_change_names_its_original_and_can_be_refused() -> None:
    cells = [tcvn3(text) for text in Lists(7).columns(20)["name"]]
    _, mended = in_unicode(sheet([cells]))
    place, change = next(iter(mended.items()))
    assert change.original == cells[place[0] - 1]
    assert change.spelling is Spelling.TCVN3
    one_left, rest = in_unicode(sheet([cells]), refused={place})
    assert one_left.rows[place[0] - 1][0] == change.original
    assert len(rest) == len(mended) - 1
    left, none = in_unicode(sheet([cells]), refused={Spelling.TCVN3})
    assert ([row[0] for row in left.rows], dict(none)) == (cells, {})


def test_a_font_is_trusted_before_the_cell() -> None:
    held = Sheet(
        "DS", hidden=False, rows=[["T\u00ea Thµnh"], ["Nguyeãn"]], fonts={(1, 0): ".VnTimeH", (2, 0): "VNI-Times"}
    )
    found, _ = in_unicode(held)
    assert [row[0] for row in found.rows] == ["TỜ THÀNH", "Nguyễn"]


def test_old_and_sound_words_in_one_cell() -> None:
    names = [vni(text) for text in Lists(8).columns(20)["name"]]
    found, _ = in_unicode(sheet([[*names, "Sửa chữa m¸y mãc thiết bị"]]))
    assert found.rows[-1][0] == "Sửa chữa máy móc thiết bị"


@pytest.mark.parametrize(("file", "spelling"), [("tcvn3_vntime.xls", "tcvn3"), ("vni_times.xls", "vni")])
def test_a_sample_in_an_old_font_is_read_told_and_kept(file: str, spelling: str) -> None:
    found = read_list(SAMPLES / file, Kind.HOUSEHOLD)
    assert len(found.rows) == 60
    assert ("old_text", (("spelling", spelling),)) in [(item.code, item.values) for item in found.problems]
    assert any(entry.startswith("owner:") for row in found.rows for entry in row.record.originals)
    texts = [row.record.name for row in found.rows]
    _, mended = in_unicode(sheet([texts]))
    assert dict(mended) == {}


HOSTILE = st.text("ÃÂÄÆáº»ễ€\u00a0\u00ad\u0301\u0302\u200b¸®ïøöñÐÔß aNng,", max_size=10)


@given(st.lists(st.text(max_size=12) | HOSTILE, min_size=1, max_size=6))
def test_whatever_stands_in_a_cell_is_taken_and_each_change_is_told(cells: list[str]) -> None:
    found, mended = in_unicode(sheet([cells]))
    for number, (before, row) in enumerate(zip(cells, found.rows, strict=True), 1):
        told = mended.get((number, 0))
        assert row[0] == (told.text if told else before)
        assert told is None or told.original == before != told.text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_list_that_was_mended_is_mended_no_further(encoding: str) -> None:
    columns = Lists(11).columns(ROWS)
    once, _ = in_unicode(sheet([[ENCODINGS[encoding](text) for text in cells] for cells in columns.values()]))
    _, further = in_unicode(once)
    assert len(further) <= 0.01 * ROWS * len(columns)
