"""The frozen report: every word and figure that goes on paper, decided before anything is drawn.

`vnpresence_desktop.work` builds it from the register; `vnpresence_desktop.documents` draws it as PDF and Excel without
adding a word of content. Its hash, printed where the office wants it, is that of `canonical`, never of a file.
"""

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from vnpresence_desktop.domain.figures import Figure


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Rate:
    """A share to be printed as a percentage; its two numbers stand in other cells of the row.

    Attributes:
        value: numerator.
        of: denominator; 0 or None means the rate is not known, printed "–".
    """

    value: int
    of: int | None


Cell = int | str | Rate | None
"""A table cell: a number, a text, a rate, or None for a cell that holds nothing (printed empty)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        title: heading, plain text.
        share: width relative to the other columns.
        align: how its cells stand.
        group: heading above several neighbouring columns ("Trong kỳ", "Lũy kế"); "" for none.
    """

    title: str
    share: float
    align: Align = Align.LEFT
    group: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body.

    Attributes:
        level: 1 for "I. …" in capitals, 2 for "1. …".
        text: plain text with its numeral.
    """

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text, plain."""

    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Room for words that the office has not written yet: dotted lines on paper.

    Attributes:
        section: id of the section in the programme's outline, e.g. "V".
    """

    section: str


@dataclass(frozen=True, slots=True)
class Table:
    """A numbered table ("Bảng 2").

    Attributes:
        number: its number in the report, from 1.
        title: caption without the number.
        columns: from left to right.
        rows: cells, one tuple a row, as long as ``columns``.
        total: last row in bold, or None.
        note: one small line under the table, e.g. which denominator was used; "" for none.
    """

    number: int
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    note: str = ""


Block = Heading | Paragraph | Blank | Table


@dataclass(frozen=True, slots=True)
class Issuer:
    """The commune's people's committee that issues the report.

    Attributes:
        code: official code of the commune, five digits as text.
        kind: "xã", "phường" or "đặc khu".
        name: proper name without the kind, e.g. "Phong Điền".
        province: e.g. "thành phố Cần Thơ".
    """

    code: str
    kind: str
    name: str
    province: str

    @property
    def place(self) -> str:
        """The commune with its kind, e.g. "xã Phong Điền"."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs (Nghị định 30/2020/NĐ-CP, Phụ lục I).

    Attributes:
        authority: lines in capitals above the signature, e.g. ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH").
        name: full name, no degree.
    """

    authority: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    """One periodic report (báo cáo quý, năm), frozen.

    Attributes:
        issuer: see `Issuer`.
        period: e.g. "2025-Q4" or "2025".
        period_title: e.g. "quý IV năm 2025".
        first_day, last_day: ISO dates of the period as reported.
        issue: 1 for the first report of the period, 2 for the one that replaces it …
        symbol: after the number, e.g. "BC-UBND".
        number: given by văn thư; "" leaves it open.
        dated: ISO date of issue; a year alone ("2026") leaves day and month open, "" the year too where it is not known.
        addressee: e.g. "Sở Khoa học và Công nghệ thành phố Cần Thơ".
        title: trích yếu, e.g. "Kết quả triển khai Chương trình … quý IV năm 2025".
        blocks: the body in order.
        closing: last sentence, ends with "./.".
        recipients: lines under "Nơi nhận", without the leading dash.
        signature: see `SignatureBlock`.
        figures: id → in the period and cumulative, see `vnpresence_desktop.domain.figures`.
        rules: ids of the rule entries that judged, sorted.
        sample: True for made-up data: every page bears "DỮ LIỆU MẪU".
    """

    issuer: Issuer
    period: str
    period_title: str
    first_day: str
    last_day: str
    issue: int
    symbol: str
    number: str
    dated: str
    addressee: str
    title: str
    blocks: tuple[Block, ...]
    closing: str
    recipients: tuple[str, ...]
    signature: SignatureBlock
    figures: tuple[Figure, ...]
    rules: tuple[str, ...]
    sample: bool = False

    @property
    def file_stem(self) -> str:
        """Start of the names of its files, e.g. "31195_2025-Q4_L1"."""
        return f"{self.issuer.code}_{self.period}_L{self.issue}"


def canonical(report: Report) -> bytes:
    """The report as UTF-8 JSON with sorted keys and no spaces: the same content gives the same bytes on every PC.

    Number and date are left out: văn thư gives them after the content is fixed.
    """
    content = dataclasses.asdict(report) | {"number": "", "dated": ""}
    content["blocks"] = [{"block": type(block).__name__, **dataclasses.asdict(block)} for block in report.blocks]
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def content_hash(report: Report) -> str:
    """SHA-256 of `canonical`, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(canonical(report)).hexdigest()


def show_number(value: int) -> str:
    """A whole number in Vietnamese notation, e.g. "1.234"."""
    return f"{value:,}".replace(",", ".")


def show_rate(rate: Rate) -> str:
    """A rate with one decimal, e.g. "54,6%", rounded half up; "–" where there is no denominator."""
    if not rate.of:
        return "–"
    tenths = (2000 * rate.value + rate.of) // (2 * rate.of)
    return f"{show_number(tenths // 10)},{tenths % 10}%"
