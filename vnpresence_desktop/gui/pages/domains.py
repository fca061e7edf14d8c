"""Tên miền: every registration, what ends soon, and the lists of the department (Sở), VNNIC beside the register."""

from PySide6.QtWidgets import QTabWidget

from vnpresence_desktop.gui.pages.domain_acts import DomainsActs
from vnpresence_desktop.gui.pages.domains_all import RegistrationsPart
from vnpresence_desktop.gui.pages.domains_ending import EndingsPart
from vnpresence_desktop.gui.pages.domains_list import ListPart
from vnpresence_desktop.gui.parts import Page

__all__ = ["DomainsActs", "DomainsPage"]

Part = RegistrationsPart | EndingsPart | ListPart


class DomainsPage(Page):
    """The page; its three parts are tabs."""

    def __init__(self, acts: DomainsActs) -> None:
        super().__init__("Tên miền")
        self.all, self.ending, self.list = RegistrationsPart(acts), EndingsPart(acts), ListPart(acts)
        self._parts: tuple[Part, ...] = (self.all, self.ending, self.list)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName("Các phần của trang Tên miền")
        self.tabs.tabBar().setDrawBase(False)
        for part, title in (
            (self.all, "Tất cả đăng ký"),
            (self.ending, "Sắp hết điều kiện, sắp hết hạn"),
            (self.list, "Đối chiếu danh sách của Sở, VNNIC"),
        ):
            self.tabs.addTab(part, title)
            part.counted.connect(self._count)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._turned)

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return self._parts[self.tabs.currentIndex()]

    def arrive(self) -> None:
        """Show what stands now, with the keyboard where one begins."""
        self.part.arrive()
        self.part.take_keyboard()

    def _turned(self) -> None:
        self.part.arrive()
        self._count()

    def _count(self) -> None:
        self.set_pill(self.part.pill)
