"""What stands within a line of text: a button behind the text, a picture before it; as large as the letters."""

import itertools
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QToolButton, QWidget

from vnpresence_desktop.gui.icons import Picture, dress

_EDGE, _BREATH = 4, 8
"""Pixels between an inset and the edge of its line, and around its icon."""
_COMES = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


class Inset(QObject):
    """Keeps a widget in its place within a line, and the text out of its way: a picture before it, buttons behind it.

    Of several buttons the one that was there first stands at the end; in a box without a line they stand before its arrow.

    Qt's own ``QLineEdit.addAction`` and clear button stay at 16 pixels whatever the letters are.
    """

    def __init__(self, line: QLineEdit | QComboBox, held: QWidget, *, leading: bool = False) -> None:
        super().__init__(line)
        self._line, self._held, self._leading = line, held, leading
        held.setParent(line)
        line.installEventFilter(self)
        held.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The line got another size or look, or what it holds came or went."""
        if event.type() in (_COMES if watched is self._held else (QEvent.Type.Resize, QEvent.Type.Show, *_LOOKS)):
            self._place()
        return False

    def _place(self) -> None:
        line, held = self._line, self._held
        held.ensurePolished()
        wished = held.sizeHint()
        width = wished.width() + _BREATH
        behind = [] if self._leading else [one for one in line.findChildren(LineButton) if not one.isHidden()]
        taken = sum(
            one.sizeHint().width() + _BREATH for one in itertools.takewhile(lambda one: one is not held, behind)
        )
        left = _EDGE if self._leading else line.width() - _EDGE - _arrow(line) - taken - width
        height = max(line.height() - 2 * _EDGE, min(wished.height(), line.height()))
        place = QRect(left, (line.height() - height) // 2, width, height)
        if self._leading:
            place = QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignCenter, wished, place)
        held.setGeometry(place)
        if isinstance(line, QLineEdit):
            self._make_room(line, width if self._leading else sum(one.sizeHint().width() + _BREATH for one in behind))

    def _make_room(self, line: QLineEdit, width: int) -> None:
        margins = line.textMargins()
        if self._leading:
            margins.setLeft(0 if self._held.isHidden() else width)
        else:
            margins.setRight(width)
        if margins != line.textMargins():
            line.setTextMargins(margins)


def _arrow(line: QLineEdit | QComboBox) -> int:
    """Pixels that the arrow of a box takes."""
    if isinstance(line, QLineEdit):
        return 0
    option = QStyleOptionComboBox()
    line.initStyleOption(option)
    part, whole = QStyle.SubControl.SC_ComboBoxArrow, QStyle.ComplexControl.CC_ComboBox
    return line.style().subControlRect(whole, option, part, line).width()


class LineButton(QToolButton):
    """A small button at the end of a line, for the mouse: the keyboard does the same by a key that its tooltip names."""

    def __init__(self, line: QLineEdit | QComboBox, icon: str, tip: str, act: Callable[[], object]) -> None:
        super().__init__(line)
        self._icon, self._token = icon, "muted"
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.clicked.connect(lambda _: act())  # without the "checked" that Qt sends along
        dress(self, icon, "muted")
        Inset(line, self)

    def dress(self, icon: str, token: str) -> None:
        """Show another icon, in a colour of `Tokens`."""
        self._icon, self._token = icon, token
        dress(self, icon, token)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The icon follows letters and colours."""
        super().changeEvent(event)
        if event.type() in _LOOKS and hasattr(self, "_token"):
            dress(self, self._icon, self._token)


def searching(line: QLineEdit) -> None:
    """Make a line look like a search: a lens before the text, a cross behind it while there is any."""
    Inset(line, Picture("search", "muted"), leading=True)
    cross = LineButton(line, "x", "Xóa chữ đang tìm", line.clear)
    cross.setVisible(bool(line.text()))
    line.textChanged.connect(lambda text: cross.setVisible(bool(text)))
