"""Which reading makes syllables of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading.good_strings import good_strings, hand_made
from tests.documents.reading.typed import Lists, tcvn3, vni
from vnpresence_desktop.documents.reading.spelling import mixed
from vnpresence_desktop.documents.reading.spelling.fonts import OLD, Drawn, Font, drawn_by
from vnpresence_desktop.documents.reading.spelling.search import is_unusual, unusual_cells
from vnpresence_desktop.documents.reading.spelling.votes import Votes
from vnpresence_desktop.documents.reading.spelling.words import look, mend_words


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("NguyÔn V¨n Ph\u00adíc", Font.TCVN3),
        ("NGUYÔN V¡N HïNG", Font.TCVN3),
        ("§H CÇn Th¬", Font.TCVN3),
        ("Nguyeãn Vaên Phöôùc", Font.VNI),
        ("Thò Beù", Font.VNI),
        ("Nguyễn Văn Phước", Font.UNICODE),
        ("Lê Hà", Font.UNICODE),
        ("Thò", None),
        ("Thaï Maï", None),
        ("Café Crème", None),
        ("10 µm", None),
        ("Honda®", None),
        ("An", None),
        ("", None),
    ],
)
def test_opinion_of_a_text_alone(text: str, font: Font | None) -> None:
    assert look(text).opinion() is font


def test_no_good_string_says_that_it_is_old() -> None:
    assert [text for text in good_strings() if look(text).opinion() in OLD] == []


def test_words_of_a_cell_that_is_in_unicode_elsewhere() -> None:
    assert mend_words("M¸y mãc thiết bÞ", Font.TCVN3) == "Máy móc thiết bị"
    assert mend_words("Sửa maùy Café", Font.VNI) == "Sửa máy Café"
    assert mixed.font_of(look("M¸y mãc thiết bÞ"), None) is Font.TCVN3
    assert mixed.font_of(look("Sửa xe Loïc"), None) is None
    assert mixed.font_of(look("Sửa xe Loïc"), Font.VNI) is Font.VNI
    assert mixed.read("Lª Dòng, ấp Đông", Font.TCVN3) == "Lê Dũng, ấp Đông"


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        (".VnTime", Drawn(Font.TCVN3)),
        (".VnTimeH", Drawn(Font.TCVN3, capitals=True)),
        (" .VNARIALH ", Drawn(Font.TCVN3, capitals=True)),
        ("VNI-Times", Drawn(Font.VNI)),
        ("Times New Roman", Drawn(Font.UNICODE)),
        ("", Drawn(Font.UNICODE)),
    ],
)
def test_what_a_font_draws(name: str, drawn: Drawn) -> None:
    assert drawn_by(name) == drawn


def test_neighbours_vote_by_row_then_by_column() -> None:
    votes = Votes()
    for row in (1, 2, 3):
        seen = look("Nguyeãn Vaên")
        votes.add((row, 0), seen, seen.opinion())
    votes.add_unicode((4, 1))
    assert votes.of_column(0) is Font.VNI
    assert votes.of_column(5) is None
    assert votes.about((1, 9)) is Font.VNI
    assert votes.about((4, 0)) is Font.UNICODE
    assert votes.about((9, 0)) is Font.VNI
    assert votes.is_outvoted((9, 0), Font.TCVN3) is Font.VNI
    assert votes.is_outvoted((9, 0), Font.VNI) is None


def test_a_draw_decides_nothing() -> None:
    votes = Votes()
    votes.add((1, 0), look("Nguyeãn"), Font.VNI)
    votes.add_unicode((2, 0))
    assert votes.of_column(0) is None


def test_plain_vietnamese_is_passed_by_the_quick_way() -> None:
    columns = Lists(2).columns(300)
    assert not any(is_unusual(text) for cells in columns.values() for text in cells)
    assert unusual_cells([["Trần Thị Bé", 1.0, None, True], [], ["ấp Đông"]]) == {}


def test_the_quick_way_finds_each_cell_to_look_at() -> None:
    rows = [["ấp Đông"] * 3 for _ in range(700)]
    rows[299][1], rows[699][2] = "Số\u00a05", "NguyÔn"
    assert unusual_cells(rows) == {(300, 1): "Số\u00a05", (700, 2): "NguyÔn"}


@pytest.mark.parametrize("encode", [tcvn3, vni])
def test_no_list_in_an_old_spelling_is_passed(encode) -> None:
    for cells in Lists(6).columns(100).values():
        assert is_unusual("\n".join(map(encode, cells)))


@given(st.text() | st.sampled_from(hand_made()))
def test_any_text_has_a_look(text: str) -> None:
    seen = look(text)
    assert seen.fits.keys() == set(Font)
    assert all(min(fit) >= 0 for fit in seen.fits.values())
