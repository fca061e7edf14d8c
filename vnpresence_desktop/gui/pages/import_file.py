"""Which file, and what its rows are: chosen, or dropped on the card."""

from PySide6.QtWidgets import QComboBox

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.gui.pages.file_pick import FilePick
from vnpresence_desktop.gui.parts import label

_TITLES = {Kind.HOUSEHOLD: "Hộ kinh doanh", Kind.ENTERPRISE: "Doanh nghiệp", Kind.CITIZEN: "Công dân, thanh niên"}


class FileCard(FilePick):
    """The card; it also tells of ``chosen`` when another `kind` is."""

    def __init__(self) -> None:
        self.kinds = QComboBox()
        for kind in CANDIDATES:
            self.kinds.addItem(_TITLES[kind], kind)
        self.kinds.setAccessibleName("Danh sách gồm")
        asked = label("Danh sách gồm", "label", buddy=self.kinds)
        super().__init__(asked, self.kinds)
        self.kinds.currentIndexChanged.connect(self._tell)

    @property
    def kind(self) -> Kind:
        """What the rows are said to be."""
        return Kind(self.kinds.currentData())
