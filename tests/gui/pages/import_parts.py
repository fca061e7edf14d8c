"""The page that takes lists in and lists as files, for its tests and pictures."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import msoffcrypto.format.ooxml
import xlsxwriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pages.outreach_parts import import_acts
from tests.work.registers import desk_with
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.importing import ImportPage
from vnpresence_desktop.work.importing import answered

T = TypeVar("T", bound=Record)

HEADING = ["STT", "Tên hộ kinh doanh", "Người nắm giữ", "Số CCCD", "Số GCN ĐKHKD", "Địa chỉ", "Điện thoại"]
ROWS = [
    [1, "Tạp hóa Sáu", "Trần Thị Sáu", 92180001234, "57A8000002", "ấp Thới Phước", "0912345678"],
    [2, "Tạp hóa Hòa", "Lê Thị Hòa", 92180001235, "57A8000001", "ấp Một", "0912345679"],
    [3, "Quán Bảy", "", "092180001236", "57A8000003", "ấp Hai", "0912345670"],
]
OWNED = ["STT", "Tên hộ kinh doanh", "Chủ hộ", *HEADING[3:]]
"""The same columns, the owner's known."""
GOOD = [[*row[:3], f"0921800012{row[0]:02}", *row[4:]] for row in ROWS]
"""The same rows, with whole numbers."""


def write(path: Path, *rows: Sequence[Any], top: int = 2) -> Path:
    """A workbook with a sheet whose rows begin below some blank ones."""
    return write_sheets(path, {"Danh sách": [*[[]] * top, *rows]})


def write_sheets(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook with these sheets."""
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    book.close()
    return path


def two_sheets(path: Path) -> Path:
    """A cover, a list, and a smaller list."""
    return write_sheets(
        path, {"Bìa": [["Báo cáo tháng"]], "Ấp Một": [OWNED, *GOOD], "Ấp Hai": [["Kèm theo"], OWNED, GOOD[0]]}
    )


def locked(path: Path, password: str) -> Path:
    """A list that opens by a password."""
    clear = write(path.with_name("rõ.xlsx"), OWNED, *GOOD)
    with path.open("wb") as file:
        msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(clear.read_bytes())).encrypt(password, file)
    clear.unlink()
    return path


class Hand:
    """The page over a register in a folder, and what an officer's hand does with it."""

    def __init__(self, page: ImportPage, jobs: Jobs, folder: Path, qtbot: QtBot, went: list[object]) -> None:
        self.page, self.went = page, went
        self._jobs, self._folder, self._qtbot = jobs, folder, qtbot

    def rest(self) -> None:
        """Wait until nothing is being done any more."""
        self._qtbot.waitUntil(lambda: not self._jobs.busy, timeout=30_000)
        QApplication.processEvents()

    def open(self, path: Path) -> None:
        """Choose a file and wait for it."""
        self.page.file.take(path)
        self.rest()

    def pick(self, field: str, column: int) -> None:
        """Choose a column as the keyboard does."""
        box = self.page.looking.mapping.pick(field)
        box.setCurrentIndex(box.findData(column))
        box.activated.emit(box.currentIndex())
        self.rest()

    def answer_zeros(self) -> None:
        """Say of every column with lost zeros that they are to be put back."""
        while shown := self.page.hand.shown:
            asked = [one for one in shown.survey.questions if one.must]
            if not asked:
                break
            self.page.looking.review.changed.emit(*answered(asked[0], "restore", shown.choices, shown.decisions))
            self.rest()

    def edit(self, row: int, field: str, text: str) -> None:
        """Type into a cell of the list."""
        shown = self.page.hand.shown
        assert shown
        row += shown.outlook.found.area.bottom - 1
        self.page.looking.review.changed.emit(replace(shown.choices, edits={row: {field: text}}), shown.decisions)
        self.rest()

    def all(self, kind: type[T]) -> list[T]:
        """What the register holds."""
        with desk_with(self._folder, (), new=False) as desk:
            return list(desk.store.all(kind))

    def kept(self, kind: type[T]) -> int:
        """How many of a kind the register holds."""
        return len(self.all(kind))


def at_hand(qtbot: QtBot, jobs: Jobs, folder: Path) -> Hand:
    """The page over the register in a folder."""
    went: list[object] = []
    page = ImportPage(import_acts(folder, jobs, went))
    qtbot.addWidget(page)
    return Hand(page, jobs, folder, qtbot, went)
