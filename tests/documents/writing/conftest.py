"""A report as a commune would send it: the whole outline, five tables, a section left to be written by hand."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2.raw as raw
import pytest
from pypdfium2 import PdfDocument, PdfTextPage

from vnpresence_desktop.domain.figures import Figure, Measure
from vnpresence_desktop.domain.report import (
    Align,
    Blank,
    Block,
    Column,
    Heading,
    Issuer,
    Paragraph,
    Rate,
    Report,
    SignatureBlock,
    Table,
)

CENTER, RIGHT = Align.CENTER, Align.RIGHT
NOW, ALL = "Trong kỳ", "Lũy kế"


def _numbers(*titles: str, group: str, share: float = 1.3) -> tuple[Column, ...]:
    return tuple(Column(title, share, RIGHT, group) for title in titles)


def _forms() -> Table:
    return Table(
        1,
        "Hoạt động tuyên truyền, tập huấn theo hình thức",
        (
            Column("Stt", 0.8, CENTER),
            Column("Hình thức", 4),
            *_numbers("Số buổi", "Số lượt người", "Trong đó CBCCVC", group=NOW),
            *_numbers("Số buổi", "Số lượt người", "Trong đó CBCCVC", group=ALL),
        ),
        (
            (1, "Hội nghị triển khai", 1, 86, 42, 1, 86, 42),
            (2, "Tập huấn đăng ký tên miền, tạo website, hộp thư điện tử", 3, 412, 31, 4, 536, 48),
            (3, "Tuyên truyền lưu động, phát tài liệu", 2, 1310, 0, 2, 1310, 0),
            (4, "Loa truyền thanh cơ sở (lượt phát)", 24, None, None, 30, None, None),
            (5, "Đến từng hộ", 6, 196, 12, 6, 196, 12),
        ),
        (None, "Tổng cộng", 36, 2004, 85, 43, 2128, 102),
        "Lượt người là số người dự từng buổi cộng lại, không phải số người khác nhau.",
    )


def _reached() -> Table:
    return Table(
        2,
        "Kết quả tiếp cận đối tượng",
        (
            Column("Stt", 0.8, CENTER),
            Column("Đối tượng", 4.2),
            *_numbers("Tổng số", "Đã tiếp cận", group=NOW),
            *_numbers("Tỷ lệ", group=NOW, share=1.1),
            *_numbers("Đã tiếp cận", group=ALL),
            *_numbers("Tỷ lệ", group=ALL, share=1.1),
        ),
        (
            (1, "Hộ kinh doanh có giấy chứng nhận đăng ký", 1200, 1042, Rate(1042, 1200), 1100, Rate(1100, 1200)),
            (2, "Doanh nghiệp", 90, 74, Rate(74, 90), 90, Rate(90, 90)),
            (3, "Công dân từ đủ 18 đến 23 tuổi", 800, 701, Rate(701, 800), 745, Rate(745, 800)),
            (4, "Hợp tác xã", 0, 0, Rate(0, 0), 0, Rate(0, None)),
        ),
    )


def _domains() -> Table:
    counts = ("Đề xuất", "Được cấp", "Từ chối")
    return Table(
        3,
        "Kết quả đề xuất, đăng ký tên miền (lũy kế)",
        (
            Column("Stt", 0.7, CENTER),
            Column("Đối tượng", 3.2),
            Column("Tên miền", 1.1, CENTER),
            *(Column(title, 1.2, RIGHT) for title in ("Tổng số", "Đủ điều kiện", *counts)),
            *_numbers("Đề xuất / tổng số", "Được cấp / đủ điều kiện", group="Tỷ lệ", share=1.4),
            Column("Chỉ tiêu đề xuất", 1.5, CENTER),
        ),
        (
            (1, "Hộ kinh doanh", "biz.vn", 1200, 1187, 702, 648, 12, Rate(702, 1200), Rate(648, 1187), "50 – 60%"),
            (2, "Doanh nghiệp", "biz.vn", 90, 74, 51, 47, 0, Rate(51, 90), Rate(47, 74), "50 – 60%"),
            (3, "Công dân", "id.vn", 800, 792, 604, 571, 3, Rate(604, 800), Rate(571, 792), "70 – 80%"),
        ),
    )


def _services() -> Table:
    return Table(
        4,
        "Dịch vụ kèm theo tên miền đã được cấp",
        (Column("Dịch vụ", 4), *_numbers("biz.vn", "id.vn", group=NOW), *_numbers("biz.vn", "id.vn", group=ALL)),
        (
            ("Website", 312, 44, 401, 60),
            ("Thư điện tử theo tên miền", 198, 21, 222, 25),
            ("Blog", 3, 87, 3, 90),
            ("CV trực tuyến", 0, 233, 0, 240),
        ),
        ("Tổng cộng", 513, 385, 626, 415),
    )


def _tasks() -> Table:
    tasks = (
        ("I.1", "Phối hợp tổ chức lễ phát động Chương trình", "Đã cử 12 đại biểu dự", "Giấy mời số 88/GM-SKHCN"),
        ("I.2", "Tuyên truyền trên đài truyền thanh, trang thông tin điện tử", "24 lượt phát, 5 tin bài", "Nhật ký"),
        ("I.4", "Đặt biểu trưng trên trang thông tin điện tử", "Đã đặt từ ngày 20/10/2025", "Ảnh chụp màn hình"),
        ("I.6", "Tổ chức ngày hội “Thanh niên với tên miền id.vn”", "01 buổi, 275 người", "Kế hoạch số 45/KH-UBND"),
        ("II.1", "Lập danh sách doanh nghiệp, hộ kinh doanh đề xuất", "753/1.290, đạt 58,4%", "Danh sách kèm theo"),
        ("II.2", "Lập danh sách công dân đề xuất đăng ký “id.vn”", "604/800, đạt 75,5%", "Danh sách kèm theo"),
        ("II.3", "Xác nhận, chia sẻ cơ sở dữ liệu hộ kinh doanh", "Đã xác nhận 1.187 hộ", "Công văn số 210/UBND-KT"),
        ("III", "Hướng dẫn, hỗ trợ người dân qua Tổ Công nghệ số cộng đồng", "409 lượt hỗ trợ", "Sổ hỗ trợ"),
    )
    texts = (Column("Nhiệm vụ", 4.4), Column("Kết quả trong kỳ", 3), Column("Minh chứng", 2.7))
    return Table(5, "Thực hiện nhiệm vụ theo Phụ lục Kế hoạch số 103", (Column("Mục", 0.9, CENTER), *texts), tasks)


def _blocks() -> tuple[Block, ...]:
    return (
        Paragraph(
            "Thực hiện Kế hoạch số 103/KH-UBND ngày 03 tháng 10 năm 2025 của Ủy ban nhân dân thành phố Cần Thơ về triển "
            "khai Chương trình hiện diện trực tuyến với tên miền quốc gia “.vn” trên địa bàn thành phố Cần Thơ, Ủy ban "
            "nhân dân xã Phong Điền báo cáo kết quả thực hiện quý IV năm 2025 (từ ngày 15/9/2025 đến ngày 14/12/2025) "
            "như sau:"
        ),
        Heading(1, "I. Công tác chỉ đạo, triển khai"),
        Paragraph(
            "Ủy ban nhân dân xã đã ban hành Kế hoạch số 45/KH-UBND ngày 10 tháng 10 năm 2025 triển khai trên địa bàn; phân "
            "công 01 công chức Phòng Văn hóa – Xã hội làm đầu mối; kiện toàn 20/20 Tổ Công nghệ số cộng đồng ở các ấp."
        ),
        Heading(1, "II. Kết quả thực hiện"),
        Heading(2, "1. Tuyên truyền"),
        Paragraph("Trong kỳ đã tổ chức 36 buổi, lượt tuyên truyền với 2.004 lượt người tham dự."),
        _forms(),
        _reached(),
        Paragraph("Đến ngày 14 tháng 12 năm 2025, 1.100/1.200 hộ kinh doanh đã được tiếp cận, đạt 91,7%."),
        Heading(2, "2. Đề xuất, đăng ký tên miền"),
        _domains(),
        Paragraph(
            "Toàn xã có 648/1.187 hộ kinh doanh đủ điều kiện được cấp tên miền “biz.vn”, đạt 54,6%; 571/792 công dân đủ "
            "điều kiện được cấp tên miền “id.vn”, đạt 72,1%."
        ),
        _services(),
        Heading(2, "3. Xác nhận, chia sẻ cơ sở dữ liệu hộ kinh doanh"),
        Paragraph("Đã xác nhận 1.187 hộ kinh doanh theo 02 đề nghị."),
        Heading(2, "4. Hỗ trợ kỹ thuật"),
        Paragraph("Đã hỗ trợ 409 lượt cho 377 người; Tổ Công nghệ số cộng đồng thực hiện 301 lượt."),
        Heading(2, "5. Nhiệm vụ theo Phụ lục"),
        _tasks(),
        Heading(2, "6. Kinh phí"),
        Paragraph("Kinh phí đã sử dụng trong kỳ: 12.500.000 đồng."),
        Heading(1, "III. Đánh giá; khó khăn, vướng mắc, nguyên nhân"),
        Paragraph(
            "Một số hộ kinh doanh quy mô nhỏ, chủ hộ lớn tuổi chưa có thư điện tử, còn e ngại khi kê khai thông tin cá "
            "nhân trên môi trường mạng; danh sách từ các nguồn chưa thống nhất, mất nhiều thời gian đối chiếu."
        ),
        Heading(1, "IV. Nhiệm vụ quý tới"),
        Paragraph(
            "Tiếp tục tuyên truyền đến 100% hộ kinh doanh, doanh nghiệp mới thành lập và thanh niên trong độ tuổi."
        ),
        Heading(1, "V. Kiến nghị, đề xuất"),
        Blank("V"),
    )


def _figures() -> tuple[Figure, ...]:
    first, last, start = "2025-09-15", "2025-12-14", "2025-10-03"
    counted = (
        ("present_household", 1200, None, 1200, None),
        ("reached_household", 1042, 1200, 1100, 1200),
        ("registered_household", 648, 1187, 648, 1187),
        ("sessions", 36, None, 43, None),
        ("cost", 12_500_000, None, 12_500_000, None),
    )
    return tuple(
        Figure(name, Measure(value, of, first, last), Measure(total, total_of, start, last))
        for name, value, of, total, total_of in counted
    )


@pytest.fixture
def report() -> Report:
    """The report of xã Phong Điền for quý IV năm 2025, neither numbered nor dated."""
    return Report(
        issuer=Issuer("31299", "xã", "Phong Điền", "thành phố Cần Thơ"),
        period="2025-Q4",
        period_title="quý IV năm 2025",
        first_day="2025-09-15",
        last_day="2025-12-14",
        issue=1,
        symbol="BC-UBND",
        number="",
        dated="",
        addressee="Sở Khoa học và Công nghệ thành phố Cần Thơ",
        title="Kết quả triển khai Chương trình hiện diện trực tuyến với tên miền quốc gia “.vn” trên địa bàn xã Phong Điền "
        "quý IV năm 2025",
        blocks=_blocks(),
        closing="Trên đây là báo cáo kết quả triển khai Chương trình hiện diện trực tuyến với tên miền quốc gia “.vn” quý IV "
        "năm 2025 của Ủy ban nhân dân xã Phong Điền, kính gửi Sở Khoa học và Công nghệ thành phố tổng hợp./.",
        recipients=(
            "Như trên",
            "Thường trực Đảng ủy, HĐND xã",
            "Chủ tịch, các Phó Chủ tịch UBND xã",
            "Đoàn TNCS Hồ Chí Minh xã",
            "Lưu: VT, VHXH",
        ),
        signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Ánh Tuyết"),
        figures=_figures(),
        rules=("biz_vn_household_2025", "id_vn_citizen_2025"),
    )


@dataclass(frozen=True)
class Line:
    """Signs of one page that stand on one baseline in one face and size, as PDFium (not reportlab) sees them; points."""

    page: int
    text: str
    font: str
    size: float
    left: float
    right: float
    baseline: float
    top: float


@dataclass(frozen=True)
class Stroke:
    """A drawn line or box on a page; points."""

    page: int
    left: float
    right: float
    bottom: float
    top: float


def _signs(page: int, text: PdfTextPage) -> Iterator[Line]:
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        if sign in "\r\n":
            continue
        size = raw.FPDFText_GetFontSize(text, index)
        name = ctypes.create_string_buffer(64)
        raw.FPDFText_GetFontInfo(text, index, name, 64, ctypes.c_int())
        left, _, right, top = text.get_charbox(index, loose=True)
        x, baseline = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, index, x, baseline)
        yield Line(page, sign, name.value.decode().split("+")[-1], round(size, 1), left, right, baseline.value, top)


def _joined(signs: list[Line]) -> Line:
    first = signs[0]
    inked = [sign for sign in signs if not sign.text.isspace()] or signs
    left, right = min(sign.left for sign in inked), max(sign.right for sign in inked)
    text = "".join(sign.text for sign in signs).strip()
    return Line(first.page, text, first.font, first.size, left, right, first.baseline, max(sign.top for sign in inked))


@pytest.fixture(scope="session")
def lines() -> Callable[[bytes], list[Line]]:
    """Reads the lines of a PDF in the order in which they are drawn; neighbours on one baseline stay together."""

    def read(data: bytes) -> list[Line]:
        with PdfDocument(data) as document:
            signs = [sign for number, page in enumerate(document) for sign in _signs(number, page.get_textpage())]
        runs = groupby(signs, key=lambda sign: (sign.page, sign.font, sign.size, round(sign.baseline, 1)))
        found = [_joined(list(run)) for _, run in runs]
        return [line for line in found if line.text]

    return read


@pytest.fixture(scope="session")
def strokes() -> Callable[[bytes], list[Stroke]]:
    """Reads the drawn lines and boxes of a PDF."""

    def read(data: bytes) -> list[Stroke]:
        found = []
        with PdfDocument(data) as document:
            for number, page in enumerate(document):
                for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
                    left, bottom, right, top = item.get_bounds()
                    found.append(Stroke(number, left, right, bottom, top))
        return found

    return read
