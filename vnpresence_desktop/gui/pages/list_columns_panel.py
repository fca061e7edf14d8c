"""The panel of columns: which are shown, in which order."""

from PySide6.QtWidgets import QWidget

from vnpresence_desktop.gui.choice_list import Choice, ChoiceList, Section
from vnpresence_desktop.gui.pages.list_columns import titles
from vnpresence_desktop.gui.pages.list_narrowing import Narrowing
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.side import SidePanel
from vnpresence_desktop.work.list_columns import offered, usual


class ColumnsPanel(SidePanel):
    """See the module's text; the first column always stays."""

    def __init__(self, narrowing: Narrowing) -> None:
        super().__init__("Cột của danh sách")
        self._narrowing = narrowing
        self.list = ChoiceList("Cột; phím cách để hiện hoặc ẩn, Alt và mũi tên để đổi chỗ", ordered=True)
        self.usual = button("Về cột thường dùng", self._to_usual)
        self.body.addWidget(self.list, 1)
        hint = (
            "Phím cách: hiện, ẩn · Alt+↑, Alt+↓: đổi chỗ. Số định danh, điện thoại, email vẫn được che; "
            "cột Tình trạng tự ẩn khi hết chỗ."
        )
        self.body.addWidget(label(hint, "small", wrap=True))
        self.body.addLayout(row(self.usual, None))
        self.list.turned.connect(lambda *_: self._take())
        self.list.moved.connect(self._take)

    def begin(self) -> None:
        """Show the columns there are, those that are shown first."""
        shown, named = self._narrowing.columns, titles(self._narrowing.kind)
        others = (name for name in offered(self._narrowing.kind) if name not in shown)
        choices = [Choice(name, named[name], name in shown) for name in (*shown, *others)]
        self.list.show_sections([Section("", choices)])
        plain = shown == usual(self._narrowing.kind)
        self.usual.setEnabled(not plain)
        self.usual.setToolTip("Đang dùng các cột này" if plain else "")

    def first(self) -> QWidget:
        """The list."""
        return self.list

    def _take(self) -> None:
        self._narrowing.show_columns(self.list.keys(ticked=True))
        plain = self._narrowing.columns == usual(self._narrowing.kind)
        self.usual.setEnabled(not plain)
        self.usual.setToolTip("Đang dùng các cột này" if plain else "")
        if not self.list.keys(ticked=True):
            self.begin()

    def _to_usual(self) -> None:
        self._narrowing.show_columns(())
        self.begin()
        self.list.setFocus()
