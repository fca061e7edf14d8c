"""A list with everything that can be wrong with one, and the repair screen over it as the page holds it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.pages.import_review import Review
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import Choices, Decisions, Line, Outlook, open_list, work_out

HEADING = ["STT", "Tên hộ kinh doanh", "Chủ hộ", "Số CCCD", "Số GCN ĐKHKD", "Ngày cấp", "Địa chỉ", "Ấp", "Điện thoại"]
ROWS: list[list[Any]] = [
    [1, "Tạp hóa Sáu", "Trần Thị Sáu", 92180001234, "57A8000002", "12/05/2019", "12 ấp Hai", "Ấp Hai", "0912345678"],
    [2, "Tạp hóa Hòa", "Lê Thị Hoa", "092180001235", "57A8000001", "3/4/2020", "ấp Một", "Ấp Một", "0912345679"],
    [3, "Quán Bảy", "", "092180001236", "57A8000003", "15/06/2021", "ấp Hai", "Ấp Hai", "0912345670"],
    [4, "Cà phê Đông", "Trần Văn Đông", 92080000123, "", "31/02/2022", "ấp Hai", "Ấp Hai", "0912 34"],
    [5, "Vựa trái cây", "Võ Văn Tư", "0921800012", "57A8000005", "20/07/2021", "ấp Một", "Ấp Một", "0912345671"],
    [6, "Tạp hóa Sáu", "Trần Thị Sáu", 92180001234, "57A8000002", "12/05/2019", "12 ấp Hai", "Ấp Hai", ""],
    [7, "Sửa xe Út", "Lê Văn Út", "092099001238", "X1", "1/8/2020", "ấp Một", "Ấp Một", "0912345672"],
]
FIRST = 4
"""Excel row of the first of them."""
SHOP = Household(
    id="shop", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", certificate_no="57A8000001", trade="Bán lẻ"
)
CAFE = Household(id="cafe", name="Cà phê Đông", owner="Trần Văn Đông", hamlet="Ấp Hai", phone="0987654321")


def write(path: Path, *rows: Sequence[Any], hidden: Sequence[int] = ()) -> Path:
    """A workbook with these rows from its third on; ``hidden``: Excel rows that it does not show."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Danh sách")
    for place, row in enumerate(rows):
        sheet.write_row(place + 2, 0, row)
    for number in hidden:
        sheet.set_row(number - 1, None, None, {"hidden": True})
    book.close()
    return path


class Screen:
    """The screen, and what the page does: whatever is said is worked out anew and shown again."""

    def __init__(self, desk: Desk, path: Path, review: Review, kind: Kind = Kind.HOUSEHOLD) -> None:
        self._desk, self._name, self._kind, self.review = desk, path.name, kind, review
        self._book = open_list(path)
        self.choices, self.decisions = Choices(), Decisions()
        self.outlook = self._worked()
        self.answering = True
        review.changed.connect(self._changed)
        review.show_outlook(self.outlook, self.choices, self.decisions)

    def _worked(self) -> Outlook:
        return work_out(self._desk, self._book, self._name, self._kind, self.choices, self.decisions)

    def _changed(self, choices: Choices, decisions: Decisions) -> None:
        self.choices, self.decisions = choices, decisions
        if self.answering:
            self.answer()

    def answer(self) -> None:
        """The job is done."""
        self.outlook = self._worked()
        self.review.show_outlook(self.outlook, self.choices, self.decisions)

    def line(self, row: int) -> Line:
        return next(line for line in self.outlook.lines if line.row == row)

    def cell(self, row: int, field: str) -> str:
        """What the grid shows."""
        grid = self.review.grid
        place = grid.ids.index(row)
        return grid.texts(place)[2 + grid.fields.index(field)]

    def shown(self) -> list[int]:
        """Excel rows in the grid."""
        return list(self.review.grid.ids)

    def stand(self, row: int, field: str = "") -> None:
        self.review.grid.setFocus()
        self.review.grid.stand(row, field)
