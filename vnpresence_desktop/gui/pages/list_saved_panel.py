"""The panel of lists under a name: choose one, keep what is shown under a name, forget one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.pages.list_acts import ViewActs
from vnpresence_desktop.gui.pages.list_narrowing import Narrowing
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.side import SidePanel
from vnpresence_desktop.work.list_views import LONGEST_NAME, SavedList, built_in

_ITEM = Qt.ItemDataRole.UserRole


class _Names(QListWidget):
    """Enter chooses, Delete forgets."""

    forgotten = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See above."""
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentItem():
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class SavedPanel(SidePanel):
    """See the module's text.

    Signals:
        chosen(object): the `SavedList` to show.
    """

    chosen = Signal(object)

    def __init__(self, narrowing: Narrowing, acts: ViewActs) -> None:
        super().__init__("Danh sách đã lưu")
        self._narrowing, self._acts = narrowing, acts
        self.text = ""
        self.names = _Names()
        self.names.setAccessibleName("Danh sách có sẵn và đã lưu; Enter để xem")
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setWordWrap(True)
        self.name = QLineEdit()
        self.name.setMaxLength(2 * LONGEST_NAME)
        self.name.setPlaceholderText("Tên danh sách đang xem")
        self.name.setAccessibleName("Tên để lưu danh sách đang xem")
        self.told = MessageLine()
        self.save = button("Lưu", self.keep, "save")
        self.forget = button("Xóa", self._forget, "trash-2")
        self._lay_out()
        self.names.itemActivated.connect(self._choose)
        self.names.itemClicked.connect(self._choose)
        self.names.forgotten.connect(self._forget)
        self.names.currentItemChanged.connect(lambda *_: self._offer())
        self.name.returnPressed.connect(self.keep)

    def _lay_out(self) -> None:
        self.body.addWidget(self.names, 1)
        self.body.addLayout(row(label("Enter: xem · Delete: xóa", "small"), None, self.forget))
        self.body.addWidget(label("Lưu điều kiện lọc và cột đang xem", "label", wrap=True))
        line = row(self.name, self.save)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.told)

    def begin(self) -> None:
        """Show the lists there are."""
        self.told.say("hint", "")
        self._fill()

    def first(self) -> QWidget:
        """The names."""
        return self.names

    def _fill(self, current: str = "") -> None:
        try:
            own = self._acts.saved()
        except UserError as error:
            self._fail(error)
            return
        self.names.clear()
        for item in (*built_in(self._narrowing.kind), *own):
            made = QListWidgetItem(f"{item.name} (đã lưu)" if item.id else item.name)
            made.setData(_ITEM, item)
            self.names.addItem(made)
            if item.name == (current or self._narrowing.name):
                self.names.setCurrentItem(made)
        if self.names.currentRow() < 0:
            self.names.setCurrentRow(0)
        self._offer()

    def _current(self) -> SavedList | None:
        item = self.names.currentItem()
        found = item.data(_ITEM) if item else None
        return found if isinstance(found, SavedList) else None

    def _offer(self) -> None:
        item = self._current()
        own = bool(item and item.id)
        self.forget.setEnabled(own)
        self.forget.setToolTip("" if own else "Danh sách có sẵn của chương trình thì không xóa được")

    def _choose(self, item: QListWidgetItem) -> None:
        found = item.data(_ITEM)
        if found.ignored:
            self.told.say("warning", "Danh sách này có điều kiện mà chương trình chưa hiểu, nên hiện nhiều hồ sơ hơn.")
        else:
            self.told.say("hint", "")
        self.chosen.emit(found)

    def keep(self) -> None:
        """Keep what is shown under the name that was typed."""
        wanted = self._narrowing.wanted_with(self.text)
        try:
            kept = self._acts.keep(self.name.text(), wanted, self._narrowing.columns)
        except UserError as error:
            self._fail(error)
            self.name.setFocus()
            return
        self.name.clear()
        self._narrowing.name = kept.name
        self._fill(kept.name)
        self.told.say("ok", f"Đã lưu “{kept.name}”.")

    def _forget(self) -> None:
        item = self._current()
        if not item or not item.id:
            return
        try:
            self._acts.remove(item.id)
        except UserError as error:
            self._fail(error)
            return
        self._fill()
        self.told.say("ok", f"Đã xóa “{item.name}”; hồ sơ trong đó vẫn còn.")
        self.names.setFocus()

    def _fail(self, error: UserError) -> None:
        self.told.say("error", f"{error.title} {error.advice}")
