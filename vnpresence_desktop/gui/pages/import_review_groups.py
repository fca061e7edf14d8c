"""The kinds of things to be looked at, with their numbers; the one that is chosen decides which rows are seen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.gui.icons import icon
from vnpresence_desktop.gui.pages.import_review_kinds import ALL, CHANGED, IN_FILE, IN_REGISTER, LEFT_OUT, Group, Key
from vnpresence_desktop.gui.tokens import colour
from vnpresence_desktop.gui.vietnamese import number

_ICONS: Mapping[Severity | None, tuple[str, str]] = {
    Severity.ERROR: ("circle-alert", "error"),
    Severity.WARNING: ("triangle-alert", "warning"),
    Severity.HINT: ("info", "muted"),
}
_OTHERS: Mapping[Key, tuple[str, str]] = {
    ALL: ("list-checks", "primary"),
    IN_REGISTER: ("users", "muted"),
    IN_FILE: ("users", "muted"),
    LEFT_OUT: ("x", "muted"),
    CHANGED: ("pencil", "primary"),
}
_DONE = ("circle-check", "ok")
_KEY = Qt.ItemDataRole.UserRole
_APART = 8
"""Pixels between the words of two lines."""
_EDGE = 6
"""Pixels of frame and padding."""


class _Wrapped(QStyledItemDelegate):
    """Lines as high as their words need in the width there is; Qt's tree gives them no width to measure by."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """The size in the column's width."""
        room = QStyleOptionViewItem(option)
        room.rect = QRect(0, 0, self._tree.columnWidth(index.column()), 1)
        wanted = super().sizeHint(room, index)
        return QSize(wanted.width(), wanted.height() + _APART)


class GroupList(QTreeWidget):
    """The list.

    Signals:
        chosen(object): the `Key` of the group that is looked at now, chosen by the officer.
        seen(QRect): this part of it is to be in sight.
    """

    chosen = Signal(object)
    seen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.setAccessibleName("Cần xem: loại và số dòng")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(1)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(self.scheduleDelayedItemsLayout)
        self.key: Key = ALL
        self._about: tuple[Group, ...] = ()
        self.currentItemChanged.connect(self._turn)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these; the one that was chosen stays so."""
        self._about = tuple(groups)
        with QSignalBlocker(self):
            self.clear()
            for group in groups:
                item = _item(group)
                self.addTopLevelItem(item)
                if group.key == self.key:
                    self.setCurrentItem(item)
        self._fit()

    def begin(self) -> None:
        """Another list: all its rows."""
        self.key = ALL

    def choose(self, key: Key) -> None:
        """Look at another group."""
        place = next((at for at, group in enumerate(self._about) if group.key == key), None)
        item = None if place is None else self.topLevelItem(place)
        if item:
            self.setCurrentItem(item)

    def texts(self) -> list[tuple[str, str]]:
        """What it says, line by line."""
        items = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [(item.text(0), item.text(1)) for item in items if item]

    def redress(self) -> None:
        """Draw the icons anew, in other colours."""
        self.show_groups(self._about)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other lines for another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as all its lines: what is around it scrolls."""
        model = self.model()
        heights = (self.sizeHintForIndex(model.index(place, 0)).height() for place in range(model.rowCount()))
        self.setFixedHeight(sum(heights) + 2 * self.frameWidth() + _EDGE)

    def _turn(self, item: QTreeWidgetItem | None, _: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.key = item.data(0, _KEY)
            self.chosen.emit(self.key)
            self.seen.emit(self.visualItemRect(item))


def _item(group: Group) -> QTreeWidgetItem:
    settled = group.severity in (Severity.ERROR, Severity.WARNING) and not group.waiting
    name, ink = _DONE if settled else _OTHERS.get(group.key) or _ICONS[group.severity]
    count = group.waiting or len(group.rows)
    item = QTreeWidgetItem([group.title, number(count)])
    item.setData(0, _KEY, group.key)
    item.setIcon(0, icon(name, colour(ink).name(), 16))
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    done = "Đã xử lý hết. " if settled else ""
    item.setToolTip(0, f"{group.title}: {done}{number(len(group.rows))} dòng")
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{group.title}: {done}{number(count)} dòng")
    return item
