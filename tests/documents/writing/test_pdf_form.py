"""Where things stand on paper and how large: Nghị định 30/2020/NĐ-CP, Phụ lục I. Judge: PDFium; all lengths are points."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from vnpresence_desktop.documents.writing import phrases
from vnpresence_desktop.documents.writing.pdf import write_pdf
from vnpresence_desktop.domain.report import (
    Align,
    Blank,
    Column,
    Heading,
    Issuer,
    Paragraph,
    Report,
    SignatureBlock,
    Table,
)

Reader = Callable[[bytes], Any]
MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 195 * MM, 277 * MM, 20 * MM
MIDDLE = (LEFT + RIGHT) / 2
SENTENCE = "Ủy ban nhân dân xã đã tổ chức tuyên truyền đến từng hộ kinh doanh, doanh nghiệp và thanh niên trên địa bàn."


@pytest.mark.parametrize(
    ("start", "font", "size"),
    [
        ("ỦY BAN NHÂN DÂN", "Tinos-Bold", 12),
        ("XÃ PHONG ĐIỀN", "Tinos-Bold", 12),
        (phrases.NATION, "Tinos-Bold", 12),
        (phrases.MOTTO, "Tinos-Bold", 13),
        ("Số:", "Tinos", 13),
        ("Phong Điền, ngày", "Tinos-Italic", 13),
        ("BÁO CÁO", "Tinos-Bold", 14),
        ("Kết quả triển khai Chương trình", "Tinos-Bold", 14),
        ("Kính gửi:", "Tinos", 14),
        ("Thực hiện Kế hoạch", "Tinos", 14),
        ("I. CÔNG TÁC CHỈ ĐẠO", "Tinos-Bold", 14),
        ("1. Tuyên truyền", "Tinos-Bold", 14),
        ("Bảng 1. Hoạt động", "Tinos-Italic", 13),
        ("TM. ỦY BAN NHÂN DÂN", "Tinos-Bold", 14),
        ("PHÓ CHỦ TỊCH", "Tinos-Bold", 14),
        ("Nguyễn Thị Ánh Tuyết", "Tinos-Bold", 14),
        ("Nơi nhận:", "Tinos-BoldItalic", 12),
        ("- Như trên;", "Tinos", 11),
        ("- Lưu: VT, VHXH.", "Tinos", 11),
    ],
)
def test_each_part_has_its_face_and_size(report: Report, lines: Reader, start: str, font: str, size: float) -> None:
    line = next(line for line in lines(write_pdf(report).data) if line.text.replace("\u00a0", " ").startswith(start))
    assert (line.font, line.size) == (font, size)


def test_text_keeps_to_the_margins(report: Report, lines: Reader) -> None:
    found = lines(write_pdf(report).data)
    text = [line for line in found if line.baseline < TOP]
    assert min(line.left for line in text) == pytest.approx(LEFT, abs=0.5)
    assert max(line.right for line in text) == pytest.approx(RIGHT, abs=0.5)
    assert min(line.baseline for line in text) > BOTTOM
    assert max(line.top for line in text) <= TOP + 2


def test_the_motto_is_ruled_in_full_and_the_committee_in_part(report: Report, lines: Reader, strokes: Reader) -> None:
    data = write_pdf(report).data
    found = {line.text: line for line in lines(data)}
    committee, nation, title = strokes(data)[:3]
    motto, place = found[phrases.MOTTO], found["XÃ PHONG ĐIỀN"]
    assert (nation.left, nation.right) == pytest.approx((motto.left, motto.right), abs=2)
    assert 0 < motto.baseline - nation.top < 8
    assert 1 / 3 <= (committee.right - committee.left) / (place.right - place.left) <= 1 / 2
    assert (committee.left + committee.right) / 2 == pytest.approx((place.left + place.right) / 2, abs=1)
    last = next(line for line in found.values() if line.text.endswith("quý IV năm 2025") and line.size == 14)
    assert 1 / 3 <= (title.right - title.left) / (last.right - last.left) <= 1 / 2


def test_the_heads_of_page_one_are_centred(report: Report, lines: Reader) -> None:
    found = lines(write_pdf(report).data)
    for line in found[6:10]:  # BÁO CÁO, two lines of trích yếu, Kính gửi
        assert (line.left + line.right) / 2 == pytest.approx(MIDDLE, abs=1)
    first, second = found[7:9]
    assert min(first.right - first.left, second.right - second.left) > 0.75 * (second.right - second.left)


def test_paragraphs_are_indented_spaced_and_justified(report: Report, lines: Reader) -> None:
    text = replace(report, blocks=(Paragraph(SENTENCE * 3), Paragraph(SENTENCE * 3)))
    body = [line for line in lines(write_pdf(text).data) if line.font == "Tinos" and line.size == 14 and line.page == 0]
    body = [line for line in body if line.text.split()[0] not in {"Kính"}]
    starts = [index for index, line in enumerate(body) if line.left > LEFT + 1]
    indent = body[0].left - LEFT
    assert 10 * MM <= indent <= 12.7 * MM + 0.5
    assert len(starts) == 3  # two paragraphs and the last sentence
    within = body[0].baseline - body[1].baseline
    assert 14 * 1.15 <= within <= 14 * 1.15 * 1.5
    assert body[starts[1] - 1].baseline - body[starts[1]].baseline >= within + 6 - 0.1
    assert all(line.right == pytest.approx(RIGHT, abs=0.6) for line in body[: starts[1] - 1])


def test_pages_are_numbered_at_the_top_from_the_second(report: Report, lines: Reader) -> None:
    found = lines(write_pdf(report).data)
    above = [line for line in found if line.baseline > TOP + 3]
    assert [(line.page, line.text) for line in above] == [(1, "2"), (2, "3"), (3, "4")]
    assert all(line.size == 13 and line.font == "Tinos" for line in above)
    assert all((line.left + line.right) / 2 == pytest.approx(MIDDLE, abs=1) for line in above)


def test_number_and_date_leave_room_for_the_pen(report: Report, lines: Reader) -> None:
    found = lines(write_pdf(report).data)
    number = next(line for line in found if line.text.startswith("Số:"))
    full = next(line for line in lines(write_pdf(replace(report, number="12")).data) if line.text.startswith("Số:"))
    assert full.text == "Số: 12/BC-UBND"
    assert number.right - number.left > full.right - full.left
    drawn = (lines(write_pdf(replace(report, dated=dated)).data) for dated in ("2025", "2025-12-12"))
    blank, whole = (next(line for line in found if line.text.startswith("Phong Điền,")) for found in drawn)
    assert blank.text.split()[-1] == "2025"
    assert blank.right - blank.left > whole.right - whole.left + 2 * 2 * MM


def test_the_longest_commune_fits_the_letterhead(report: Report, lines: Reader) -> None:
    issuer = Issuer("1", "phường", "Nguyễn Thị Minh Khai Đông Hải Châu Phú", "thành phố Cần Thơ")
    found = lines(write_pdf(replace(report, issuer=issuer)).data)
    nation = next(line for line in found if line.text == phrases.NATION)
    left = [
        line for line in found if line.page == 0 and line.right < nation.left and line.baseline > nation.baseline - 40
    ]
    assert " ".join(line.text for line in left[1:]).startswith("PHƯỜNG NGUYỄN THỊ MINH KHAI ĐÔNG HẢI CHÂU PHÚ")


def test_a_section_without_words_gets_two_dotted_lines(report: Report, strokes: Reader, lines: Reader) -> None:
    blank = replace(report, blocks=(Heading(1, "V. Kiến nghị"), Blank("V"), Heading(1, "VI. Khác")))
    data = write_pdf(blank).data
    rows = [stroke for stroke in strokes(data) if stroke.right - stroke.left > 400]
    above, below = (next(line for line in lines(data) if line.text.startswith(start)) for start in ("V. ", "VI. "))
    assert len(rows) == 2
    assert above.baseline > rows[0].top > rows[1].top > below.top
    assert rows[0].top - rows[1].top >= 7 * MM


def _body_of(length: int) -> tuple[Paragraph | Heading, ...]:
    """About ``length`` lines, with headings among them, so that pages end everywhere."""
    whole = tuple(Paragraph(SENTENCE * (1 + index % 3)) for index in range(length // 4))
    return (
        *whole,
        Heading(2, "1. Kết quả"),
        *(Paragraph("Không phát sinh.") for _ in range(length % 4)),
        Heading(1, "II. Khác"),
        Paragraph(SENTENCE),
    )


@pytest.mark.parametrize("lengths", [range(start, start + 10) for start in range(0, 60, 10)], ids=str)
def test_no_page_divides_what_belongs_together(report: Report, lines: Reader, lengths: range) -> None:
    for length in lengths:
        drawn = write_pdf(replace(report, blocks=_body_of(length)))
        found = lines(drawn.data)
        assert _pages_of_ending(found) == [drawn.spot.page] * 10, length
        assert max(line.page for line in found) == drawn.spot.page, length
        for line, following in pairwise(found):
            if line.font == "Tinos-Bold" and line.text.startswith(("1. Kết", "II. ")):
                assert following.page == line.page, length


def _pages_of_ending(found: list[Any]) -> list[int]:
    """Where the three lines of the last sentence, Nơi nhận with its five lines, the title and the name stand."""
    marked = [
        line for line in found if line.font != "Tinos" and line.text.startswith(("TM.", "Nơi nhận", "Nguyễn Thị"))
    ]
    plain = [line for line in found if line.text.startswith(("Trên đây là", "- ")) or line.text.endswith("./.")]
    return [line.page for line in marked + plain]


def test_the_room_for_the_signature_is_empty_and_under_the_title(report: Report, lines: Reader) -> None:
    drawn = write_pdf(report)
    spot = drawn.spot
    here = [line for line in lines(drawn.data) if line.page == spot.page]
    title = next(line for line in here if line.text == "PHÓ CHỦ TỊCH")
    name = next(line for line in here if line.text == report.signature.name)
    inside = [line for line in here if line.left < spot.right and line.right > spot.left]
    assert [line for line in inside if spot.bottom < line.top and line.baseline < spot.top] == []
    assert title.baseline > spot.top > spot.bottom > name.baseline
    assert 25 * MM < title.baseline - name.top < 40 * MM
    assert (spot.left + spot.right) / 2 == pytest.approx((name.left + name.right) / 2, abs=1)
    assert LEFT < spot.left < spot.right < RIGHT


def test_a_long_authority_and_many_recipients_still_fit(report: Report, lines: Reader) -> None:
    signature = SignatureBlock(
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Phúc Hồng Ngọc Bảo Châu " * 4
    )
    many = tuple(f"Cơ quan thứ {index} của thành phố" for index in range(90))
    drawn = write_pdf(replace(report, signature=signature, recipients=many))
    found = lines(drawn.data)
    assert [line.text for line in found if line.text.startswith("- Cơ quan")] == [
        f"- {name}{';' if name != many[-1] else '.'}" for name in many
    ]
    assert min(line.baseline for line in found) > BOTTOM - 1


def _table(rows: int, total: tuple[str, int] | None = None) -> Table:
    columns = (Column("Nội dung", 3, group="Nhóm"), Column("Số lượng", 1, Align.RIGHT, "Nhóm"), Column("Khác", 1))
    full = None if total is None else (*total, None)
    return Table(1, "Danh mục", columns, tuple((f"dòng {index}", index, None) for index in range(rows)), full)


def test_headings_come_again_on_every_page(report: Report, lines: Reader) -> None:
    found = lines(write_pdf(replace(report, blocks=(_table(120),))).data)
    pages = {line.page for line in found if line.text.startswith("dòng")}
    assert len(pages) > 2
    for title in ("Nhóm", "Nội dung", "Số lượng", "Khác"):
        assert [line.page for line in found if line.text == title] == sorted(pages)
    assert [line.text for line in found if line.text.startswith("dòng")] == [f"dòng {index}" for index in range(120)]


@pytest.mark.parametrize("rows", range(20, 34))
def test_a_total_never_stands_alone_on_a_page(report: Report, lines: Reader, rows: int) -> None:
    found = lines(write_pdf(replace(report, blocks=(_table(rows, ("Tổng cộng", 77)),))).data)
    total = next(line for line in found if line.text == "Tổng cộng")
    assert total.font == "Tinos-Bold"
    assert f"dòng {rows - 1}" in [line.text for line in found if line.page == total.page]


@pytest.mark.parametrize("length", range(2, 36, 3))
def test_a_caption_stays_with_its_table(report: Report, lines: Reader, length: int) -> None:
    found = lines(write_pdf(replace(report, blocks=(*_body_of(length), Heading(1, "III. Bảng"), _table(12)))).data)
    page = {line.text: line.page for line in found}
    assert page["Bảng 1. Danh mục"] == page["III. BẢNG"] == page["dòng 0"] == page["dòng 1"]


@pytest.mark.parametrize("length", range(2, 36, 3))
def test_a_row_goes_whole_to_the_next_page_and_headings_stand_once_a_page(
    report: Report, lines: Reader, length: int
) -> None:
    columns = (Column("Nội dung", 1), Column("Kết quả", 1))
    rows = tuple((f"đầu{row} " + "từ " * 60 + f"cuối{row}", "x") for row in range(8))
    blocks = (*_body_of(length), Table(1, "Danh mục", columns, rows))
    found = lines(write_pdf(replace(report, blocks=blocks)).data)
    heads = [line.page for line in found if line.text == "Kết quả"]
    assert len(heads) == len(set(heads))
    for row in range(8):
        assert len({line.page for line in found if f"đầu{row}" in line.text or f"cuối{row}" in line.text}) == 1


@pytest.mark.parametrize("length", range(2, 36, 3))
def test_a_small_table_is_never_torn_apart(report: Report, lines: Reader, length: int) -> None:
    found = lines(write_pdf(replace(report, blocks=(*_body_of(length), _table(6)))).data)
    assert len({line.page for line in found if line.text.startswith(("dòng", "Bảng 1"))}) == 1


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("before", [0, 3])
def test_a_row_taller_than_a_page_is_split(report: Report, lines: Reader, *, grouped: bool, before: int) -> None:
    words = [f"chữ{index}" for index in range(1500)]
    columns = (Column("Nội dung", 3, group="Nhóm" if grouped else ""), Column("Số", 1, Align.RIGHT))
    rows = (*(("ngắn", index) for index in range(before)), (" ".join(words), 7), ("sau", 8))
    data = write_pdf(replace(report, blocks=(Table(1, "Dài", columns, rows, ("Tổng", 15)),))).data
    found = lines(data)
    cells = " ".join(line.text for line in found if line.text.startswith("chữ")).split()
    assert cells == words
    assert len({line.page for line in found if line.text.startswith("chữ")}) >= 2
    assert min(line.baseline for line in found) > BOTTOM
    assert [line.text for line in found if line.text in {"sau", "Tổng"}] == ["sau", "Tổng"]


def test_cells_stand_as_their_column_says(report: Report, lines: Reader, strokes: Reader) -> None:
    columns = (Column("A", 1), Column("B", 1, Align.CENTER), Column("C", 1, Align.RIGHT))
    data = write_pdf(replace(report, blocks=(Table(1, "T", columns, (("x", "y", 1234),)),))).data
    left, centre, right = (next(line for line in lines(data) if line.text == text) for text in ("x", "y", "1.234"))
    third = (RIGHT - LEFT) / 3
    assert LEFT < left.left < LEFT + 8
    assert (centre.left + centre.right) / 2 == pytest.approx(LEFT + 1.5 * third, abs=1)
    assert RIGHT - 8 < right.right < RIGHT


def test_numbers_are_never_broken_however_small_the_share(report: Report, lines: Reader) -> None:
    columns = (Column("Dịch vụ kèm theo", 30), *(Column(f"Chỉ tiêu {index}", 0.2, Align.RIGHT) for index in range(6)))
    rows = (("Website, thư điện tử, blog, CV trực tuyến " * 3, *(1_234_567 for _ in range(6))),)
    found = lines(write_pdf(replace(report, blocks=(Table(1, "T", columns, rows),))).data)
    assert [line.text for line in found if "234" in line.text] == ["1.234.567"] * 6


@pytest.mark.parametrize("rows", [0, 1])
def test_tables_with_no_or_one_row_are_drawn(report: Report, lines: Reader, rows: int) -> None:
    found = lines(write_pdf(replace(report, blocks=(_table(rows, ("Tổng cộng", 0)), _table(rows)))).data)
    assert [line.text for line in found].count("Nội dung") == 2


def test_a_report_without_body_or_with_an_endless_closing_is_drawn(report: Report, lines: Reader) -> None:
    bare = write_pdf(replace(report, blocks=(), recipients=()))
    assert bare.spot.page == 0
    endless = write_pdf(replace(report, blocks=(), closing=SENTENCE * 80))
    assert endless.spot.page == max(line.page for line in lines(endless.data))
