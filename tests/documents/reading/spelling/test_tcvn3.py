"""Signs of .VnTime as letters, and the capitals that these fonts had no signs for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading.typed import Lists, tcvn3
from vnpresence_desktop.documents.reading.spelling.tcvn3 import Style, in_case, is_readable, read, style_of, usual_style

SMALL = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


@given(st.text(SMALL + "abcdeghiklmnopqrstuvxy ĂÂĐÊÔƠƯ,.0"))
def test_what_was_typed_is_read(text: str) -> None:
    assert read(tcvn3(text)) == text
    assert is_readable(tcvn3(text))


def test_all_letters_have_signs_of_their_own() -> None:
    assert len(SMALL) == 67
    assert len({tcvn3(letter) for letter in SMALL + "ĂÂĐÊÔƠƯ"}) == 74
    assert read("c\u2212") == "cư"  # what a way through PDF makes of the soft hyphen


@pytest.mark.parametrize("text", ["Hà", "Ã", "ÿ", "Đông", "Trần", "²"])
def test_a_sign_that_the_font_lacks_is_not_readable(text: str) -> None:
    assert not is_readable(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("NGUYễN VĂN HùNG", "NGUYỄN VĂN HÙNG"),
        ("VÕ HùNG".replace("Õ", "õ"), "VÕ HÙNG"),
        ("DANH SáCH Hộ KINH DOANH", "DANH SÁCH HỘ KINH DOANH"),
        ("CôNG TY của Hà", "CôNG TY của Hà"),
        ("Số TT", "Số TT"),
        ("Số CMND", "Số CMND"),
        ("UBND xã ở ĐồNG", "UBND xã ở ĐỒNG"),
        ("Trần Thị út", "Trần Thị Út"),
        ("Lê Văn ẩn", "Lê Văn Ẩn"),
        ("số 5, ấp Mỹ ái, phường Ô Môn", "số 5, ấp Mỹ Ái, phường Ô Môn"),
        ("12 đường út Tịch", "12 đường Út Tịch"),
        ("ấp Thới Phước", "ấp Thới Phước"),
        ("Tạp hóa út ẩn", "Tạp hóa Út Ẩn"),
        ("Quán ánh Dương", "Quán Ánh Dương"),
        ("Đèn ánh sáng", "Đèn ánh sáng"),
        ("Hộp thư góp ý", "Hộp thư góp ý"),
        ("Nuôi ếch, giặt ủi", "Nuôi ếch, giặt ủi"),
        ("Bán ốc", "Bán ốc"),
        ("Võ", "Võ"),
        ("", ""),
    ],
)
def test_capitals_are_what_the_letters_around_say(text: str, shown: str) -> None:
    assert in_case(text) == shown


def test_the_column_tells_what_a_cell_does_not() -> None:
    assert in_case("Bé ốc") == "Bé ốc"
    assert in_case("Bé ốc", Style.TITLED) == "Bé Ốc"
    assert in_case("Võ Lý") == "Võ Lý"
    assert in_case("Võ Lý", Style.CAPITALS) == "VÕ LÝ"
    assert in_case("Trần Thị Bé", Style.CAPITALS) == "Trần Thị Bé"


def test_style_of_cells_and_columns() -> None:
    assert [style_of(text) for text in ("TRầN AN", "Trần An", "ấp Trần", "bán lẻ", "Võ", "ở")] == [
        Style.CAPITALS, Style.TITLED, Style.TITLED, Style.MIXED, None, None,
    ]  # fmt: skip
    assert usual_style(["Trần An"] * 4) is Style.MIXED  # too few to tell
    assert usual_style(["Trần An"] * 8 + ["bán lẻ"] * 2) is Style.TITLED
    assert usual_style(["Trần An"] * 7 + ["bán lẻ"] * 3) is Style.MIXED


@given(st.text().filter(lambda text: text.upper().casefold() == text.casefold()))  # a Turkish "ı" has no large letter
def test_no_text_is_lengthened_or_raises(text: str) -> None:
    assert len(read(text)) == len(text)
    assert in_case(text).casefold() == text.casefold()


def test_names_of_a_list_read_back() -> None:
    for name in Lists(5).columns(300)["name"]:
        assert in_case(read(tcvn3(name)), Style.TITLED) == name
        assert in_case(read(tcvn3(name.upper())), Style.CAPITALS) == name.upper()
