from dataclasses import replace

import pytest

from vnpresence_desktop.documents.writing import phrases
from vnpresence_desktop.domain.report import Issuer, Rate, Report, show_number, show_rate
from vnpresence_desktop.domain.text import clean


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (1234, "1.234"), (12_500_000, "12.500.000"), (-1234, "-1.234")]
)
def test_whole_numbers_are_grouped_by_dots(number: int, text: str) -> None:
    assert show_number(number) == text


@pytest.mark.parametrize(
    ("value", "of", "text"),
    [
        (648, 1187, "54,6%"),
        (0, 7, "0,0%"),
        (7, 7, "100,0%"),
        (1, 3, "33,3%"),
        (2, 3, "66,7%"),
        (1, 2000, "0,1%"),  # half of a tenth goes up
        (1, 2001, "0,0%"),
        (30, 20, "150,0%"),
        (0, 0, "–"),
        (5, 0, "–"),
        (5, None, "–"),
    ],
)
def test_rates_have_one_decimal_after_a_comma(value: int, of: int | None, text: str) -> None:
    assert show_rate(Rate(value, of)) == text


def test_an_empty_cell_is_printed_empty_but_a_zero_is_a_value() -> None:
    assert [phrases.printed(cell) for cell in (None, "", 0, Rate(0, 4))] == ["", "", "0", "0,0%"]


def test_text_comes_out_composed_and_without_what_xml_forbids() -> None:
    assert clean("  Hộ Ánh\u200b \n Tuyết\x01\uffff ") == "Hộ Ánh Tuyết"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Kế hoạch số 103/KH-UBND ngày 03 tháng 10 năm 2025", "Kế hoạch số~103/KH-UBND ngày~03 tháng~10 năm~2025"),
        ("quý IV năm 2025, Bảng 2, khoản 1 Mục III", "quý~IV năm~2025, Bảng~2, khoản~1 Mục~III"),
        ("chỉ tiêu 50 – 60%", "chỉ tiêu 50~–~60%"),
        ("Văn hóa – Xã hội; số lượng; tháng này", "Văn hóa – Xã hội; số lượng; tháng này"),
    ],
)
def test_a_number_stays_with_its_word(text: str, kept: str) -> None:
    assert phrases.running(text) == kept.replace("~", phrases.NBSP)


def test_the_number_is_left_open_until_it_is_given(report: Report) -> None:
    assert phrases.symbol_line(report).replace(phrases.NBSP, "") == "Số:/BC-UBND"
    assert phrases.symbol_line(report).count(phrases.NBSP) >= 6
    assert phrases.symbol_line(replace(report, number="5")) == "Số: 05/BC-UBND"
    assert phrases.symbol_line(replace(report, number="127")) == "Số: 127/BC-UBND"


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        ("2026-01-05", "ngày 05 tháng 01 năm 2026"),
        ("2026-02-28", "ngày 28 tháng 02 năm 2026"),
        ("2026-03-01", "ngày 01 tháng 3 năm 2026"),
        ("2025-12-15", "ngày 15 tháng 12 năm 2025"),
    ],
)
def test_low_days_and_the_first_two_months_get_a_zero(report: Report, dated: str, words: str) -> None:
    assert phrases.date_words(replace(report, dated=dated)).replace(phrases.NBSP, " ") == words


@pytest.mark.parametrize(("last_day", "year"), [("2025-12-14", "2025"), ("2025-12-31", "2026"), ("2026-03-14", "2026")])
def test_an_open_date_names_the_year_after_the_period(report: Report, last_day: str, year: str) -> None:
    words = phrases.date_words(replace(report, last_day=last_day)).split(phrases.NBSP)
    assert [word for word in words if word] == ["ngày", "tháng", "năm", year]


def test_the_place_is_the_commune_and_a_numbered_ward_keeps_its_kind(report: Report) -> None:
    dated = replace(report, dated="2026-01-05")
    assert phrases.place_line(dated).startswith("Phong Điền, ngày")
    ward = replace(dated, issuer=Issuer("26734", "phường", "7", "thành phố Cần Thơ"))
    assert phrases.place_line(ward).replace(phrases.NBSP, " ").startswith("Phường 7, ngày")
    assert phrases.committee(ward) == ("ỦY BAN NHÂN DÂN", "PHƯỜNG 7")


def test_recipients_end_as_the_decree_wants(report: Report) -> None:
    given = replace(report, recipients=("Như trên;", "Như trên", "Lưu: VT, VHXH"))
    assert phrases.recipient_lines(given) == ["- Như trên;", "- Như trên;", "- Lưu: VT, VHXH."]
    assert phrases.recipient_lines(replace(report, recipients=("Lưu: VT", "Lưu: VT"))) == ["- Lưu: VT;", "- Lưu: VT."]
    assert phrases.recipient_lines(replace(report, recipients=())) == []


def test_the_addressee_line_ends_with_one_full_stop(report: Report) -> None:
    assert phrases.address_line(report) == "Kính gửi: Sở Khoa học và Công nghệ thành phố Cần Thơ."
    assert phrases.address_line(replace(report, addressee="Sở X.")) == "Kính gửi: Sở X."


def test_an_annex_names_its_report(report: Report) -> None:
    numbered = replace(report, number="5", dated="2026-01-05")
    assert phrases.attachment_line(numbered).replace(phrases.NBSP, " ") == (
        "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Phong Điền)"
    )
    words = [word for word in phrases.attachment_line(report).split(phrases.NBSP) if word]
    assert words == ["(Kèm theo Báo cáo số", "/BC-UBND ngày", "tháng", "năm", "2025 của Ủy ban nhân dân xã Phong Điền)"]


def test_the_period_is_told_with_its_days(report: Report) -> None:
    assert phrases.span_words(report) == "quý IV năm 2025 (từ ngày 15/09/2025 đến ngày 14/12/2025)"


def test_a_title_keeps_compounds_and_the_commune_together(report: Report) -> None:
    words = phrases.title_words(report).split(" ")
    for whole in ("tên miền", "xã Phong Điền", "quý IV"):
        assert whole.replace(" ", phrases.NBSP) in words
