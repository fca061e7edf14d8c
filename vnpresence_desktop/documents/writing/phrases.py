"""The words and numbers of a report as they are printed: notation, letterhead lines, date lines, list endings."""

import datetime as dt
import re
from typing import Protocol

from vnpresence_desktop.domain.report import Cell, Issuer, Rate, Report, Table, show_number, show_rate
from vnpresence_desktop.domain.text import clean

NBSP = "\u00a0"
SAMPLE_MARK = "DỮ LIỆU MẪU"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
KIND = "BÁO CÁO"
PROGRAM = "VN Presence Desktop"
"""What files say they were made with."""

_WIDE_GAP = NBSP * 8
_COUNTED = r"\b(?:[Ss]ố|[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|[Bb]ảng|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục) (?=[\dIVX])"
_RANGE = r"(?<=[\d%]) [–-] (?=\d)"
_GLUED = re.compile(f"{_COUNTED}|{_RANGE}")
_COMPOUNDS = ("tên miền", "quốc gia", "trực tuyến", "hiện diện", "Chương trình", "địa bàn", "triển khai", "Kết quả")


class Paper(Protocol):
    """What goes out under the committee's name: a report, a name list."""

    @property
    def issuer(self) -> Issuer:
        """The committee."""

    @property
    def sample(self) -> bool:
        """Whether every page has to say that the data are made up."""


def printed(cell: Cell) -> str:
    """A table cell as printed text; "" for a cell that holds nothing."""
    if cell is None:
        return ""
    if isinstance(cell, Rate):
        return show_rate(cell)
    return clean(cell) if isinstance(cell, str) else show_number(cell)


def running(text: str) -> str:
    """Running text as set: NFC; "số 103", "ngày 03", "quý IV", "50 – 60%" are never torn apart at the end of a line."""
    return _GLUED.sub(lambda match: match[0].replace(" ", NBSP), clean(text))


def title_words(report: Report) -> str:
    """The trích yếu as set: neither the usual compounds nor the name of the commune are torn apart by a new line."""
    title = running(report.title)
    for whole in (*_COMPOUNDS, clean(report.issuer.place)):
        title = title.replace(whole, whole.replace(" ", NBSP))
    return title


def committee(paper: Paper) -> tuple[str, str]:
    """The two lines of the letterhead, in capitals: ("ỦY BAN NHÂN DÂN", "XÃ PHONG ĐIỀN")."""
    return "ỦY BAN NHÂN DÂN", clean(paper.issuer.place).upper()


def committee_name(issuer: Issuer) -> str:
    """The committee in running text: "Ủy ban nhân dân xã Phong Điền"."""
    return f"Ủy ban nhân dân {clean(issuer.place)}"


def symbol_line(report: Report) -> str:
    """Số, ký hiệu: "Số: 05/BC-UBND", or room for the pen while văn thư has given no number."""
    number = clean(report.number)
    if not number:
        return f"Số:{_WIDE_GAP}/{clean(report.symbol)}"
    return f"Số: {number.zfill(2)}/{clean(report.symbol)}"


def date_words(report: Report) -> str:
    """Day of issue: "ngày 05 tháng 01 năm 2026", or room for the pen.

    The open form names the year given, else that in which a report on this period can first be dated.
    Zeros: days below 10 and the months 1 and 2 (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4).
    """
    if len(report.dated) <= 4:
        year = report.dated or (dt.date.fromisoformat(report.last_day) + dt.timedelta(days=1)).year
        return f"ngày{_WIDE_GAP}tháng{_WIDE_GAP}năm{NBSP}{year}"
    day = dt.date.fromisoformat(report.dated)
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày{NBSP}{day.day:02} tháng{NBSP}{month} năm{NBSP}{day.year}"


def making_day(report: Report) -> dt.date:
    """The day that the files say they were made on: the report's own, never the PC's clock."""
    return dt.date.fromisoformat(report.dated if len(report.dated) > 4 else report.last_day)


def place_line(report: Report) -> str:
    """Place and date: "Phong Điền, ngày 05 tháng 01 năm 2026"; a place named by a number keeps its kind ("Phường 1")."""
    place = clean(report.issuer.name)
    if place[:1].isdigit():
        place = f"{report.issuer.kind.capitalize()}{NBSP}{place}"
    return f"{place}, {date_words(report)}"


def address_line(report: Report) -> str:
    """The line "Kính gửi: … ." that a report upward needs."""
    addressee = clean(report.addressee)
    return f"Kính gửi: {addressee}" + ("" if addressee.endswith((".", ";", ":")) else ".")


def recipient_lines(report: Report) -> list[str]:
    """Nơi nhận: each line with its dash, ";" at the end, "." after the last."""
    names = [clean(name).rstrip(" ;.") for name in report.recipients]
    return [f"- {name}{'.' if index == len(names) else ';'}" for index, name in enumerate(names, 1)]


def span_words(report: Report) -> str:
    """The period with its first and last day: "quý IV năm 2025 (từ ngày 15/09/2025 đến ngày 14/12/2025)"."""
    first, last = (f"{dt.date.fromisoformat(day):%d/%m/%Y}" for day in (report.first_day, report.last_day))
    return f"{clean(report.period_title)} (từ ngày {first} đến ngày {last})"


def attachment_line(report: Report) -> str:
    """The line under the title of an annex: "(Kèm theo Báo cáo số 05/BC-UBND ngày … của Ủy ban nhân dân xã Phong Điền)"."""
    symbol = symbol_line(report).removeprefix("Số:").lstrip(" ")
    gap = "" if symbol.startswith(NBSP) else " "
    return f"(Kèm theo Báo cáo số{gap}{symbol} {date_words(report)} của {committee_name(report.issuer)})"


def caption(table: Table) -> str:
    """Its number and title: "Bảng 2. Kết quả tiếp cận đối tượng"."""
    return f"Bảng {table.number}. {clean(table.title)}"
