"""The left side of the window: brand, office, day, the pages, light or dark, size of letters."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from vnpresence_desktop.gui.icons import dress
from vnpresence_desktop.gui.parts import into_sight, label, scrolling
from vnpresence_desktop.gui.pressing import ToolButton
from vnpresence_desktop.gui.theme import SCALES, Theme

_KEYS = "1234567890,"
_LETTERS = 25
"""Letters that the navigation has room for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the window.

    Attributes:
        id: e.g. "household".
        title: as shown.
        icon: see `gui.icons`.
        build: makes the page; called when it is shown first.
    """

    id: str
    title: str
    icon: str
    build: Callable[[], QWidget]


def _by_parts(office: str) -> str:
    """The name so that lines break between commune, province and what stands in brackets only: the longest fit a line."""
    return " ".join(part.replace(" ", "\u00a0") for part in re.split(r"(?<=,) | (?=\()", office))


def shortcut(place: int) -> str:
    """Ctrl with 1 … 9, 0 and the comma for the entry at a place (from 0); "" from the twelfth on."""
    return f"Ctrl+{_KEYS[place]}" if place < len(_KEYS) else ""


class Navigation(QFrame):
    """The left side.

    Signals:
        chosen(str): id of the entry that was clicked.
        theme_wanted(Theme): another look was chosen.
    """

    chosen = Signal(str)
    theme_wanted = Signal(Theme)

    def __init__(self, entries: Sequence[Entry], theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "nav")
        self._theme = theme
        self._buttons: dict[str, ToolButton] = {}
        self._group = QButtonGroup(self)
        self._office, self._day = label("", "office", wrap=True), label("", "office", wrap=True)
        self._look, self._letters = ToolButton(), ToolButton()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(self._pages(entries), 1)
        whole.addLayout(self._foot())
        self.show_theme(theme)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 12, 12)
        head.setSpacing(2)
        for item in (label("VN Presence", "brand"), self._office, self._day):
            head.addWidget(item)
        return head

    def _pages(self, entries: Sequence[Entry]) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, entry in enumerate(entries):
            column.addWidget(self._button(entry, shortcut(place)))
        column.addStretch(1)
        area = scrolling(content)
        area.setAccessibleName("Các trang")
        return area

    def _button(self, entry: Entry, keys: str) -> ToolButton:
        made = ToolButton()
        made.setText(entry.title)
        made.setAccessibleName(entry.title)
        made.setToolTip(f"{entry.title} ({keys})" if keys else entry.title)
        made.setCheckable(True)
        made.setEnabled(False)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(made, entry.icon, "nav_text")
        made.clicked.connect(lambda: self.chosen.emit(entry.id))
        made.installEventFilter(self)
        self._group.addButton(made)
        self._buttons[entry.id] = made
        return made

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 4, 4, 0)
        foot.setSpacing(0)
        self._look.clicked.connect(lambda: self.theme_wanted.emit(self._theme.switched()))
        self._letters.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self._letters.setAccessibleName("Cỡ chữ")
        self._letters.setToolTip("Cỡ chữ (Ctrl+dấu cộng, Ctrl+dấu trừ)")
        for button in (self._look, self._letters):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            foot.addWidget(button)
        foot.addStretch(1)
        return foot

    def show_theme(self, theme: Theme) -> None:
        """Say what the buttons would change, and be as wide as the letters want."""
        self._theme = theme
        self._look.setText("Sáng" if theme.dark else "Tối")
        self._look.setToolTip("Đổi sang nền sáng" if theme.dark else "Đổi sang nền tối")
        self._look.setAccessibleName(self._look.toolTip())
        dress(self._look, "sun" if theme.dark else "moon", "nav_text")
        self._letters.setText(f"{round(theme.scale * 100)} %")
        dress(self._letters, "a-large-small", "nav_text")
        self._letters.setMenu(self._sizes(theme))
        self.ensurePolished()
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS + 24)

    def _sizes(self, theme: Theme) -> QMenu:
        if old := self._letters.menu():
            old.deleteLater()
        menu = QMenu(self._letters)
        group = QActionGroup(menu)
        for scale in SCALES:
            action = menu.addAction(f"Cỡ chữ {round(scale * 100)} %")
            action.setCheckable(True)
            action.setChecked(scale == theme.scale)
            action.triggered.connect(lambda *_, scale=scale: self.theme_wanted.emit(Theme(self._theme.dark, scale)))
            group.addAction(action)
        return menu

    def show_office(self, office: str, day: str) -> None:
        """Name of the office and the day, under the brand."""
        self._office.setText(_by_parts(office))
        self._day.setText(day)

    def open(self, *, usable: bool) -> None:
        """Whether the entries can be used."""
        for button in self._buttons.values():
            button.setEnabled(usable)

    def mark(self, entry: str) -> None:
        """Show which page is open."""
        self._buttons[entry].setChecked(True)
        into_sight(self._buttons[entry])
        self._stop_at_checked()

    def take_keyboard(self) -> None:
        """Give the keyboard to the entry of the page that is open."""
        if now := self._group.checkedButton():
            now.setFocus()

    def _stop_at_checked(self) -> None:
        """Tab stops at the open page only; Qt itself would make it the entry that had the keyboard last."""
        for button in self._buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters, a smaller window: the open page stays in sight."""
        super().resizeEvent(event)
        if now := self._group.checkedButton():
            into_sight(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The keyboard left an entry."""
        if event.type() == QEvent.Type.FocusOut and self._group.checkedButton():
            self._stop_at_checked()
        return super().eventFilter(watched, event)
