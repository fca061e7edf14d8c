"""A name list (danh sách): the annex of a letter or report that names candidates, decided before anything is drawn."""

from dataclasses import dataclass

from vnpresence_desktop.domain.report import Issuer, SignatureBlock, Table


@dataclass(frozen=True, slots=True)
class NameList:
    """One list as it goes on paper, A4 landscape, and into a workbook.

    Attributes:
        issuer: the commune's committee.
        title: lines under "DANH SÁCH", e.g. "Hộ kinh doanh đề xuất đăng ký tên miền “biz.vn”".
        year: of the letter it goes with; day, month and number are left to văn thư's pen.
        table: columns and rows; its number and title are not printed.
        closing: the count in words, e.g. "Danh sách gồm 25 hộ kinh doanh./.".
        preparer: who made it, "" leaves room for the name.
        signature: who signs.
        sample: made-up data: every page bears "DỮ LIỆU MẪU".
    """

    issuer: Issuer
    title: str
    year: int
    table: Table
    closing: str
    preparer: str
    signature: SignatureBlock
    sample: bool = False
