"""Lịch sử và thùng rác: what everybody did, newest first, each taken back in place; what was deleted, brought back."""

from PySide6.QtWidgets import QTabWidget

from vnpresence_desktop.gui.pages.history_acts import HistoryActs
from vnpresence_desktop.gui.pages.history_bin import BinPart
from vnpresence_desktop.gui.pages.history_list import ActsPart
from vnpresence_desktop.gui.parts import Page

__all__ = ["HistoryActs", "HistoryPage"]


class HistoryPage(Page):
    """The page; its two parts are tabs."""

    def __init__(self, acts: HistoryActs) -> None:
        super().__init__("Lịch sử và thùng rác")
        self.list, self.bin = ActsPart(acts), BinPart(acts)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Việc đã làm, thùng rác")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.list, "Việc đã làm")
        self.tabs.addTab(self.bin, "Thùng rác")
        self.tabs.tabBar().setAccessibleName("Lịch sử hoặc thùng rác")
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.currentChanged.connect(self._turned)
        self.body.addWidget(self.tabs, 1)

    @property
    def _part(self) -> ActsPart | BinPart:
        return self.bin if self.tabs.currentWidget() is self.bin else self.list

    def arrive(self) -> None:
        """Show what stands now, with the keyboard in the rows."""
        self._read()
        self._part.table.setFocus()

    def _read(self) -> None:
        self._part.arrive()

    def _turned(self) -> None:
        """Another tab: its rows have the keyboard, unless arrows go on through the tabs."""
        self._read()
        if not self.tabs.tabBar().hasFocus():
            self._part.table.setFocus()

    def show_bin(self) -> None:
        """Go to the bin."""
        self.tabs.setCurrentWidget(self.bin)
