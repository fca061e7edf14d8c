import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.documents.writing.metrics import (
    BOLD,
    BOLD_ITALIC,
    ITALIC,
    MISSING,
    REGULAR,
    balanced,
    columns,
    drawable,
    load_fonts,
    measure,
    wrap,
)

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


@pytest.fixture(autouse=True, scope="module")
def _fonts() -> None:
    load_fonts()


@pytest.mark.parametrize("face", [REGULAR, BOLD, ITALIC, BOLD_ITALIC])
def test_every_face_has_every_vietnamese_letter(face: str) -> None:
    from reportlab.pdfbase import pdfmetrics

    glyphs = pdfmetrics.getFont(face).face.charToGlyph
    assert [sign for sign in VIETNAMESE + VIETNAMESE.upper() + "“”–…₫%" if ord(sign) not in glyphs] == []


def test_tinos_is_as_wide_as_times_new_roman() -> None:
    # advance widths of Times New Roman in 1/2048 of the size: space 512, A 1479, m 1593, 0 1024
    assert [round(measure(REGULAR, 2048)(sign)) for sign in " Am0"] == [512, 1479, 1593, 1024]


def test_loading_twice_keeps_the_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics

    before = pdfmetrics.getFont(REGULAR)
    load_fonts()
    assert pdfmetrics.getFont(REGULAR) is before


def test_what_the_font_lacks_is_seen_as_a_box() -> None:
    assert drawable("Quán Bà Tư 😀 ភូមិ") == f"Quán Bà Tư {MISSING} {MISSING * 4}"
    assert drawable("Hộ Ánh Tuyết – 50₫") == "Hộ Ánh Tuyết – 50₫"
    assert drawable(MISSING) == MISSING


def letters(text: str) -> float:
    return float(len(text))


def test_wrapping_breaks_between_words_and_only_if_it_must_inside() -> None:
    assert wrap("một hai ba bốn", 7, letters) == ["một hai", "ba bốn"]
    assert wrap("abcdefghij kl", 4, letters) == ["abcd", "efgh", "ij", "kl"]
    assert wrap("", 4, letters) == [""]


@given(st.lists(st.text("abc", min_size=1, max_size=12), max_size=12), st.integers(1, 15))
@settings(max_examples=60)
def test_wrapping_loses_nothing_and_fits(words: list[str], room: int) -> None:
    lines = wrap(" ".join(words), room, letters)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(len(line) <= room for line in lines)


def test_a_title_is_broken_into_lines_of_like_width() -> None:
    text = "một hai ba bốn năm sáu bảy tám chín mười"
    assert wrap(text, 30, letters) == ["một hai ba bốn năm sáu bảy tám", "chín mười"]
    assert balanced(text, 30, letters) == ["một hai ba bốn năm", "sáu bảy tám chín mười"]
    assert balanced("ngắn", 30, letters) == ["ngắn"]


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=14), st.integers(10, 30))
@settings(max_examples=60)
def test_balancing_needs_no_more_lines_than_wrapping(words: list[str], room: int) -> None:
    text = " ".join(words)
    lines = balanced(text, room, letters)
    assert " ".join(lines) == text
    assert len(lines) == len(wrap(text, room, letters))
    assert all(len(line) <= room for line in lines)


def test_columns_follow_their_shares_where_words_fit() -> None:
    assert columns([1, 3], [10, 10], 100) == [25, 75]
    assert columns([1, 9], [30, 10], 100) == [30, 70]
    assert columns([1, 1, 8], [20, 20, 50], 100) == [20, 20, 60]
    assert columns([1, 1], [150, 50], 100) == [75, 25]


@given(st.lists(st.tuples(st.floats(0.1, 9), st.floats(1, 60)), min_size=1, max_size=12))
@settings(max_examples=80)
def test_columns_fill_the_room_and_none_is_too_narrow(parts: list[tuple[float, float]]) -> None:
    shares, needs = zip(*parts, strict=True)
    widths = columns(shares, needs, 400)
    assert sum(widths) == pytest.approx(400)
    if sum(needs) < 400:
        assert all(width >= need - 1e-6 for width, need in zip(widths, needs, strict=True))
