"""Panels at the side of a list, one at a time, in place of a box over the work; Esc shuts the one that is open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from vnpresence_desktop.gui.parts import button, into_sight, label, row, scrolling

_LETTERS = 34


class SidePanel(QFrame):
    """A card with a title and a cross; put things into ``panel.body``.

    Signals:
        shut(): the user wants it no more.
    """

    shut = Signal()

    def __init__(self, title: str, *, scrolls: bool = False) -> None:
        """Make it; ``scrolls``: what stands in it may be higher than the window."""
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = label(title, "heading", wrap=True)
        cross = button("", self.shut.emit, "x", "link")
        cross.setAccessibleName(f"Đóng: {title}")
        cross.setToolTip("Đóng (Esc)")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 12)
        whole.setSpacing(8)
        head = row(self.title, cross)
        head.setStretch(0, 1)
        whole.addLayout(head)
        self.body = whole
        if scrolls:
            inside = QWidget()
            self.body = QVBoxLayout(inside)
            self.body.setContentsMargins(0, 0, 4, 0)
            self.body.setSpacing(8)
            whole.addWidget(scrolling(inside), 1)

    def take(self, ids: Sequence[str], columns: Sequence[str]) -> None:
        """It is about these records, shown in these columns; nothing to a panel that is about no records."""

    def begin(self) -> None:
        """It is being opened: show what is so now."""

    def first(self) -> QWidget:
        """What gets the keyboard when it opens."""
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc shuts it."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut.emit()
        else:
            super().keyPressEvent(event)


class Side(QStackedWidget):
    """Where the panels stand; hidden while none is open. ``back`` takes the keyboard when one is shut."""

    def __init__(self, back: Callable[[], object]) -> None:
        super().__init__()
        self._back = back
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.hide()

    def add(self, panel: SidePanel) -> None:
        """One more panel."""
        self.addWidget(panel)
        panel.shut.connect(self.shut)

    @property
    def open(self) -> SidePanel | None:
        """The panel that is open."""
        panel = self.currentWidget()
        return panel if isinstance(panel, SidePanel) and not self.isHidden() else None

    def turn(self, panel: SidePanel) -> None:
        """Open a panel, or shut it where it is open and has the keyboard."""
        if self.open is panel and panel.isAncestorOf(QApplication.focusWidget() or self):
            self.shut()
        else:
            self.show_panel(panel)

    def show_panel(self, panel: SidePanel) -> None:
        """Open a panel and give it the keyboard."""
        panel.begin()
        self.setCurrentWidget(panel)
        self.show()
        panel.first().setFocus(Qt.FocusReason.ShortcutFocusReason)
        into_sight(panel.first())

    def shut(self) -> None:
        """Shut what is open."""
        if not self.isHidden():
            self.hide()
            self._back()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as some words; what is longer wraps."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS, super().sizeHint().height())
