"""A list of choices with ticks under headings, one stop for Tab: arrows go through it, Space and Enter tick.

Where it is ordered, Alt+Up and Alt+Down move the current choice among its neighbours.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

_KEY = Qt.ItemDataRole.UserRole
_LEAST_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice: what stands for it, its text, whether it is ticked, what a tooltip adds."""

    key: Hashable
    text: str
    ticked: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Choices under a heading; "" for none."""

    title: str
    choices: Sequence[Choice]


class ChoiceList(QListWidget):
    """See the module's text.

    Signals:
        turned(object, bool): the user ticked (True) or unticked the choice of this key.
        moved(): the user changed the order; `keys` tells it.
    """

    turned = Signal(object, bool)
    moved = Signal()

    def __init__(self, name: str, *, ordered: bool = False) -> None:
        super().__init__()
        self._ordered = ordered
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setWordWrap(True)
        self.itemChanged.connect(self._turn)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these choices; the current one stays current where it is still there."""
        current = self.currentItem()
        kept = current.data(_KEY) if current else None
        with QSignalBlocker(self):
            self.clear()
            for section in sections:
                if section.title and section.choices:
                    self.addItem(self._heading(section.title))
                for choice in section.choices:
                    self.addItem(_item(choice))
        self._stand_on(kept)

    def keys(self, *, ticked: bool = False) -> list[Any]:
        """The keys in their order; of ticked choices alone where asked for."""
        items = (self.item(place) for place in range(self.count()))
        choices = (item for item in items if item.data(_KEY) is not None)
        return [item.data(_KEY) for item in choices if not ticked or item.checkState() is Qt.CheckState.Checked]

    def _heading(self, title: str) -> QListWidgetItem:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        return item

    def _stand_on(self, key: object) -> None:
        places = [place for place in range(self.count()) if self.item(place).data(_KEY) is not None]
        same = (place for place in places if self.item(place).data(_KEY) == key)
        if places:
            with QSignalBlocker(self):
                self.setCurrentRow(next(same, places[0]))

    def _turn(self, item: QListWidgetItem) -> None:
        self.turned.emit(item.data(_KEY), item.checkState() is Qt.CheckState.Checked)

    def _flip(self) -> None:
        item = self.currentItem()
        if item and item.data(_KEY) is not None:
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _move(self, steps: int) -> None:
        place = self.currentRow()
        if 0 <= place + steps < self.count():
            with QSignalBlocker(self):
                self.insertItem(place + steps, self.takeItem(place))
                self.setCurrentRow(place + steps)
            self.moved.emit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for usual choices; as high as there is room."""
        width = max(self.sizeHintForColumn(0) + 2 * self.frameWidth() + 16, self.fontMetrics().averageCharWidth() * 26)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Some lines of it can always be seen."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LEAST_LETTERS, metrics.height() * 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See the module's text."""
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key(), 0)
        if self._ordered and steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(steps)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._flip()
        else:
            super().keyPressEvent(event)


def _item(choice: Choice) -> QListWidgetItem:
    item = QListWidgetItem(choice.text)
    item.setData(_KEY, choice.key)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if choice.ticked else Qt.CheckState.Unchecked)
    if choice.tip:
        item.setToolTip(choice.tip)
    return item
