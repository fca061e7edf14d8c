"""The window: navigation, pages, the line about the free period, the status line. It paints first; app.py opens the store then.

Use::

    shell = Shell(entries, Preferences(folder / "cua-so.ini"), app)
    shell.when_painted(begin)          # opens the store, then set_office(...), set_period(...), ready("overview")
    shell.closed.connect(shut_down)    # jobs.shutdown(), store.close(), instance.release()
    shell.show()

A page is any QWidget; it is made when it is first shown. Two methods are asked where a page has them: ``may_leave() -> bool``
before the window closes (False keeps it open, on that page), ``arrive() -> None`` each time it is shown.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vnpresence_desktop.gui.icons import redress
from vnpresence_desktop.gui.messages import Notice, Strip
from vnpresence_desktop.gui.navigation import Entry, Navigation, shortcut
from vnpresence_desktop.gui.parts import button, label
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.gui.theme import Theme, apply

__all__ = ["Entry", "Shell"]

_SIZE = (1280, 720)


class Shell(QMainWindow):
    """See the module's text.

    Signals:
        page_opened(str): id of the page that is shown now.
        closed(): the window is about to go; timers are stopped already.

    Attributes:
        theme: the look now.
        entry: id of the page that was opened last, "" before.
    """

    page_opened = Signal(str)
    closed = Signal()

    def __init__(self, entries: Sequence[Entry], preferences: Preferences, app: QApplication) -> None:
        super().__init__()
        self._entries = {entry.id: entry for entry in entries}
        self._preferences, self._app, self.theme = preferences, app, preferences.theme
        apply(app, self.theme)
        self.entry = ""
        self._pages: dict[str, QWidget] = {}
        self._page_keys: list[QShortcut] = []
        self._painted: Callable[[], object] | None = None
        self._navigation = Navigation(entries, self.theme)
        self._strip, self._stack, self._status = Strip(), QStackedWidget(), label("")
        self._reminder, self._remedy = Strip(), button("", self._mend)
        self._reminder.add(self._remedy)
        self._mending: Callable[[], object] = self._reminder.hide
        self.setWindowTitle("VN Presence")
        self._lay_out()
        self._connect()
        self._place()

    def _lay_out(self) -> None:
        self._stack.addWidget(_waiting("Đang mở sổ…"))
        right = self._right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._reminder)
        right.addWidget(self._strip)
        right.addWidget(self._stack, 1)
        middle = QFrame()
        whole = QHBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._navigation)
        whole.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._status, 1)

    def _connect(self) -> None:
        self._navigation.chosen.connect(self.open_page)
        self._navigation.theme_wanted.connect(self.change_theme)
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, lambda steps=steps: self.change_theme(self.theme.scaled(steps)))
        for place, entry in enumerate(self._entries):
            if keys := shortcut(place):
                self._page_keys.append(QShortcut(QKeySequence(keys), self, lambda entry=entry: self.open_page(entry)))
        self._use(usable=False)

    def _place(self) -> None:
        self.setMinimumSize(800, 540)
        self.resize(*_SIZE)
        self.restoreGeometry(self._preferences.geometry)

    # -- opening

    def when_painted(self, act: Callable[[], object]) -> None:
        """Call this once, after the window has been seen for the first time: open the store there."""
        self._painted = act

    def event(self, event: QEvent) -> bool:
        """Notes the first painting."""
        if event.type() == QEvent.Type.Paint and self._painted:
            QTimer.singleShot(0, self, self._painted)
            self._painted = None
        return super().event(event)

    def ready(self, first: str) -> None:
        """The store is open: the entries can be used, and this page is shown."""
        self._use(usable=True)
        self.open_page(first)

    def _use(self, *, usable: bool) -> None:
        self._navigation.open(usable=usable)
        for keys in self._page_keys:
            keys.setEnabled(usable)

    def show_alone(self, widget: QWidget) -> None:
        """Show one widget while the entries can't be used: the first start, or why the register can't be opened."""
        self._use(usable=False)
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    # -- pages

    def open_page(self, entry: str) -> QWidget:
        """Show a page, made now if it never was; returns it."""
        if entry not in self._pages:
            self._pages[entry] = self._entries[entry].build()
            self._stack.addWidget(self._pages[entry])
        page = self._pages[entry]
        self.entry = entry
        self._navigation.mark(entry)
        self._stack.setCurrentWidget(page)
        if callable(arrive := getattr(page, "arrive", None)):
            arrive()
        if self.focusWidget() is page or _in_notice(self.focusWidget()):
            self._navigation.take_keyboard()  # the page has nothing for it; on a notice, Space would close what it says
        self.page_opened.emit(entry)
        return page

    def page(self) -> QWidget | None:
        """What is shown now."""
        return self._stack.currentWidget()

    def renew(self) -> None:
        """Have the page show what stands now: the register was changed from outside it."""
        if callable(arrive := getattr(self.page(), "arrive", None)):
            arrive()

    # -- words

    def set_office(self, office: str, day: str) -> None:
        """Name of the office and the day as shown, e.g. "Xã Vĩnh Thạnh, TP Cần Thơ", "Thứ ba, 24/11/2026"."""
        self._navigation.show_office(office, day)
        self.setWindowTitle(f"{office} - VN Presence" if office else "VN Presence")

    def set_period(self, level: str, text: str) -> None:
        """The line above every page: what is known of the free period today; level info, ok, warning, error; "" hides."""
        self._strip.say(level, text)

    def remind(self, text: str, act: str, mend: Callable[[], object]) -> None:
        """The line above every page for what waits to be done, with the button that does it; "" hides it."""
        self._remedy.setText(act)
        self._mending = mend
        self._reminder.say("info", text)

    def _mend(self) -> None:
        self._mending()

    def add_foot(self, line: QWidget) -> None:
        """Put a line below every page, above the status line."""
        self._right.addWidget(line)

    def say(self, text: str) -> None:
        """The status line."""
        self._status.setText(text)

    def show_fatal(self, title: str, text: str) -> None:
        """The one dialog for what can't go on: what happened, what was saved, what to do. Returns when it is closed."""
        from PySide6.QtWidgets import QMessageBox  # hardly ever needed; its enums cost 1 ms

        box = QMessageBox(QMessageBox.Icon.Critical, "VN Presence", title, QMessageBox.StandardButton.Close, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(text)
        box.exec()
        box.deleteLater()

    # -- look

    def change_theme(self, theme: Theme) -> None:
        """Show the window so and remember it."""
        self.theme = theme
        apply(self._app, theme)
        self._navigation.show_theme(theme)
        redress(self)
        self._preferences.keep_theme(theme)

    # -- closing

    def raise_up(self) -> None:
        """Bring the window to the front, for a second start of the program."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask the pages, remember the geometry, stop the timers, tell app.py."""
        for entry, page in self._pages.items():
            if callable(ask := getattr(page, "may_leave", None)) and not ask():
                self.open_page(entry)
                event.ignore()
                return
        self._preferences.keep_geometry(self.saveGeometry())
        super().closeEvent(event)
        self._stack.hide()  # so that a form tells what its timers still hold
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.closed.emit()


def _in_notice(widget: QWidget | None) -> bool:
    return widget is not None and isinstance(widget.parentWidget(), Notice)


def _waiting(text: str) -> QWidget:
    page = QWidget()
    page.setProperty("role", "page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    words = label(text, "muted")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(words)
    return page
