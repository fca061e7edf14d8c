"""Small parts that every page is made of: titles, cards, the one primary button, the bar of actions.

They only say what they are (dynamic properties ``role``, ``kind``, ``level``, ``state``); `gui.style` says how that looks.
"""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vnpresence_desktop.gui.icons import Picture, dress
from vnpresence_desktop.gui.pressing import PushButton

GAP = 12
"""Space between cards; 24 at the sides of a page, 16 within a card."""


def mark(widget: QWidget, name: str, value: str) -> None:
    """Set a dynamic property that the style sheet reads, and show it; nothing happens where it is set already."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def reveal(widget: QWidget, *, shown: bool = True) -> None:
    """Show or hide a widget within its page; one that is in no page yet shows together with it, never as a window."""
    if widget.parentWidget() or not shown:
        widget.setVisible(shown)
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)


def label(text: str, role: str = "", *, wrap: bool = False, buddy: QWidget | None = None) -> QLabel:
    """Plain text. Roles: title, heading, label, muted, small, figure, pill; never rich text, whatever was typed.

    ``buddy``: the field it names, which its "&" letter goes to.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if buddy:
        made.setBuddy(buddy)
    return made


def button(text: str, act: Callable[[], object], icon: str = "", kind: str = "") -> QPushButton:
    """A button, pressed by Enter too. Kinds: "" (usual), "primary" (one a page), "danger", "link". Icons: see `gui.icons`."""
    made = PushButton(text)
    made.setProperty("kind", kind)

    def pressed() -> None:  # without the "checked" that Qt sends along
        act()

    made.clicked.connect(pressed)
    if icon:
        dress(made, icon, {"primary": "on_primary", "danger": "error", "link": "primary"}.get(kind, "text"))
    return made


def row(*items: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets in a line; None is the place that stretches."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for item in items:
        if item is None:
            line.addStretch(1)
        else:
            line.addWidget(item)
    return line


class Card(QFrame):
    """A white card with a heading; put things into ``card.body`` (a QVBoxLayout)."""

    def __init__(self, title: str = "", icon: str = "", hint: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self._head, self._aside = QBoxLayout(QBoxLayout.Direction.LeftToRight), label(hint, "small", wrap=True)
        self._head.addLayout(
            row(*([Picture(icon, "primary", 1.2)] if icon else []), *([label(title, "heading")] if title else []), None)
        )
        if hint:
            self._head.addWidget(self._aside, 1)
        if title or icon or hint:
            self.body.addLayout(self._head)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The hint stands beside the heading where it fits into a line, else below it."""
        super().resizeEvent(event)
        if self._aside.text():
            self._flow_hint()

    def _flow_hint(self) -> None:
        margins, first = self.body.contentsMargins(), self._head.itemAt(0)
        heading = first.sizeHint().width() if first else 0
        room = self.width() - margins.left() - margins.right() - heading - self._head.spacing()
        beside = self._aside.fontMetrics().horizontalAdvance(self._aside.text()) < room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._aside.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)


class Page(QWidget):
    """A page: title line, content, and where wanted a bar of actions below.

    Use: ``page = Page("Hộ kinh doanh", button(...))``, then ``page.body.addWidget(...)``; ``page.set_pill("1.248 hộ")``
    for the small word beside the title; ``page.add_bar(...)`` for the bar below.
    """

    def __init__(self, title: str, *actions: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.pill = label(title, "title"), label("", "pill")
        self.pill.hide()
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = row(self.title, self.pill, None, *actions)
        head.setContentsMargins(24, 16, 24, 8)
        head.setAlignment(self.pill, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 4, 24, 16)
        self.body.setSpacing(GAP)
        whole.addLayout(self.body, 1)

    def set_pill(self, text: str) -> None:
        """The small word beside the title; "" hides it."""
        self.pill.setText(text)
        reveal(self.pill, shown=bool(text))

    def add_bar(self, *items: QWidget | None) -> None:
        """The bar of actions at the foot of the page; None is the place that stretches."""
        bar = QFrame()
        bar.setProperty("role", "actions")
        line = row(*items)
        line.setContentsMargins(24, 8, 24, 8)
        bar.setLayout(line)
        self._whole.addWidget(bar)


class Scrolling(QScrollArea):
    """Content that scrolls up and down; it is never narrower than its content, so that nothing is cut at the side."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.setProperty("role", "body")
        self.setWidget(content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The content may need another width now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its content needs."""
        content = self.widget()
        width = content.minimumSizeHint().width() if content else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())


def into_sight(widget: QWidget) -> None:
    """Scroll to a widget, once what has just appeared or changed has its place."""
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(widget, 0, GAP)


def starred(title: QLabel) -> QHBoxLayout:
    """The label of what has to be filled, with its red star."""
    star = QLabel("*")
    star.setProperty("role", "star")
    star.setToolTip("Bắt buộc")
    head = QHBoxLayout()
    head.setSpacing(3)
    head.addWidget(title)
    head.addWidget(star, 1)
    return head


def tab_through(*places: QWidget) -> None:
    """Let Tab go through these widgets and what they hold in this order, also where some were made later than others."""
    held = [widget for place in places for widget in (place, *place.findChildren(QWidget))]
    here = [widget for widget in held if widget.window() is places[0].window()]  # the list of a combo box is a window
    stops = [widget for widget in here if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def scrolling(content: QWidget) -> QScrollArea:
    """Content that scrolls when the window is small or the letters are large; never sideways."""
    return Scrolling(content)
