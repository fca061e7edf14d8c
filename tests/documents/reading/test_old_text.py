"""Whatever a list was typed for is read in plain Unicode, and what is sound stays as it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading.typed import ENCODINGS, Lists, tcvn3, vni
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
    for cells in (*good, list(FOREIGN)):
        found, mended = in_unicode(sheet([cells]))
        assert dict(mended) == {}
        assert [row[0] for row in found.rows] == cells


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


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_mending_twice_is_mending_once(cells: list[str]) -> None:
    once, _ = in_unicode(sheet([cells]))
    twice, _ = in_unicode(once)
    assert [clean(str(row[0])) for row in twice.rows] == [clean(str(row[0])) for row in once.rows]
