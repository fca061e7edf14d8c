"""Messages in place, never a box over the work: the line under a field, the notice within a page.

Levels: "hint" (neutral), "ok", "warning", "error"; for lines "accepted" (a warning that has its reason), for notices "info".
A level shows as icon and words, never as colour alone.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.parts import button, label, mark, reveal

_ICONS = {
    "info": ("info", "primary"),
    "hint": ("info", "muted"),
    "ok": ("circle-check", "ok"),
    "accepted": ("circle-check", "muted"),
    "warning": ("triangle-alert", "warning"),
    "error": ("circle-alert", "error"),
}


_WIDE = 72
"""Letters from which on a notice has room for its button beside the words."""


class MessageLine(QWidget):
    """The line under a field; its height is kept free for one line so that the form does not jump."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Picture("info", "muted", 0.85)
        self._text = label("", "message", wrap=True)
        self._level = "hint"
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(4)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self._icon.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    @property
    def level(self) -> str:
        """How it says it: hint, ok, accepted, warning, error."""
        return self._level

    def say(self, level: str, text: str) -> bool:
        """Show a text; "" clears. Returns whether anything changed."""
        if (level, text) == (self._level, self._text.text()):
            return False
        self._level = level
        self._text.setText(text)
        mark(self._text, "level", level)
        reveal(self._icon, shown=bool(text) and level != "hint")
        self._icon.show_icon(*_ICONS[level])
        return True


Action = tuple[str, Callable[[], object]]
"""Text and act of a button."""


class Notice(QFrame):
    """A notice within a page, for what concerns the page as a whole; hidden until something is said.

    Use: ``notice.say("ok", "Đã nhập 12 dòng.")``, ``notice.show_error(error)`` for a `UserError`, ``with notice.telling():``
    around what may raise one, ``notice.clear()``; with ``action=("Mở thư mục", open_folder)`` it carries a button, with
    ``also`` a second one. ``notice.tell_written(…)`` for what was just written into the register: it goes as soon as something
    is undone or done again elsewhere. Signal ``closed`` when the user closes it.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._icon = Picture("info", "primary", 1.15)
        self._title = label("", "label", wrap=True)
        self._text = label("", wrap=True)
        self._acts: list[Callable[[], object]] = [self.clear, self.clear]
        self._words, self._written = "", False
        self._buttons = (button("", self._do), button("", self._do_also))
        self._close = button("", self._shut, icon="x", kind="link")
        self._close.setAccessibleName("Đóng thông báo")
        self._close.setToolTip("Đóng thông báo")
        self._flow = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The button stands beside the words where there is room, below them in a narrow panel."""
        super().resizeEvent(event)
        self._flow_words()

    def _flow_words(self) -> None:
        wide = self.width() > self.fontMetrics().averageCharWidth() * _WIDE
        self._flow.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        middle = wide and not self._text.text()
        self._line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._flow.setSpacing(6)
        self._flow.addLayout(words, 1)
        for act in self._buttons:
            self._flow.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 8, 8)
        line.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self._icon, 0, top)
        line.addLayout(self._flow, 1)
        line.addWidget(self._close, 0, top)

    @property
    def words(self) -> str:
        """Title and text as said, "" while there is nothing."""
        return self._words

    def say(
        self, level: str, title: str, text: str = "", *, action: Action | None = None, also: Action | None = None
    ) -> None:
        """Show a notice.

        Args:
            level: info, ok, warning, error.
            title: what happened, one sentence.
            text: what to do now; may be empty.
            action: text and act of the button.
            also: of a second button.
        """
        mark(self, "level", level)
        self._written = False
        self._icon.show_icon(*_ICONS[level])
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        for place, act in enumerate((action, also)):
            self._buttons[place].setVisible(act is not None)
            if act:
                self._buttons[place].setText(act[0])
                self._acts[place] = act[1]
        self._flow_words()
        self._words = f"{title} {text}".strip()
        self.setAccessibleName(self._words)
        reveal(self)
        _alert(self)

    def tell_written(
        self, title: str, text: str = "", *, action: Action | None = None, also: Action | None = None
    ) -> None:
        """Say what was written into the register, until that is taken back."""
        self.say("ok", title, text, action=action, also=also)
        self._written = True

    def forget_written(self) -> None:
        """An act was undone or done again: what was told of one may hold no longer."""
        if self._written:
            self.clear()

    def show_error(self, error: UserError) -> None:
        """Show what a person can mend."""
        self.say("error", error.title, error.advice)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Show the `UserError` that ends a block, and go on after it."""
        try:
            yield
        except UserError as error:
            self.show_error(error)

    def take_keyboard(self) -> None:
        """Give the keyboard to its first button."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Hide it."""
        self._words, self._written = "", False
        self.hide()

    def _do(self) -> None:
        self._acts[0]()

    def _do_also(self) -> None:
        self._acts[1]()

    def _shut(self) -> None:
        self.clear()
        self.closed.emit()


def _alert(widget: QWidget) -> None:
    """Have screen readers say it; imported here because its many names cost the first painting dearly."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Strip(QFrame):
    """One line over the whole width, above every page; hidden until it says something."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._icon, self._text = Picture("info", "primary"), label("", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 6, 24, 6)
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self._line = line
        self.hide()

    def add(self, act: QWidget) -> None:
        """Put a button at the end of the line, which is higher then: the icon stays beside the words."""
        self._line.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)

    def insert(self, place: int, act: QWidget) -> None:
        """Put a button before those that are there."""
        self._line.insertWidget(2 + place, act, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def say(self, level: str, text: str) -> None:
        """Show a text at a level (info, ok, warning, error); "" hides the line."""
        mark(self, "level", level)
        self._icon.show_icon(*_ICONS[level])
        self._text.setText(text)
        self.setAccessibleName(text)
        reveal(self, shown=bool(text))
