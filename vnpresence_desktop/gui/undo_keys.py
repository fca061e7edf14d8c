"""Ctrl+Z and Ctrl+Y for the whole window, where no text and no record is being typed.

In a line of text these keys belong to the text, also when it has nothing to undo; while a form is open they touch the
register neither: what it shows would no longer be what is kept. What was done is said in one line, with the way back.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice, Strip
from vnpresence_desktop.gui.parts import button
from vnpresence_desktop.gui.turning import WAIT, Turning, TurningActs
from vnpresence_desktop.work.undoing import NOTHING_TO_REDO, NOTHING_TO_UNDO, Step, Told

_TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_OPEN_FORM = "Đang mở một hồ sơ. Bấm Esc để rời hồ sơ, rồi Ctrl+Z để hoàn tác việc đã lưu."


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoActs:
    """What the keys need.

    Attributes:
        next_undo, next_redo: what would be done, None for nothing; raise UserError.
        turning: how it is done.
    """

    next_undo: Callable[[], Step | None]
    next_redo: Callable[[], Step | None]
    turning: TurningActs


class UndoLine(Strip):
    """What was undone or what hindered it, with the way back; hidden until then."""

    def __init__(self) -> None:
        super().__init__()
        self._turn: Callable[[], object] = self.hide
        self.turn = button("Làm lại", self._press, "undo-2")
        self.shut = button("", self.hide, "x", "link")
        self.shut.setAccessibleName("Đóng dòng này")
        self.shut.setToolTip("Đóng dòng này")
        self.add(self.turn)
        self.add(self.shut)

    def tell(self, level: str, text: str, back: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say it; ``back``: word and act of the button."""
        self.turn.setVisible(back is not None)
        if back:
            self.turn.setText(back[0])
            self._turn = back[1]
        self.say(level, text)

    def _press(self) -> None:
        self._turn()


class UndoKeys(QObject):
    """Signal ``changed()``: the register is another now; show the page anew."""

    changed = Signal()

    def __init__(self, window: QWidget, page: Callable[[], QWidget | None], acts: UndoActs) -> None:
        """Make them.

        Args:
            window: where the keys hold.
            page: what is shown now.
            acts: see `UndoActs`.
        """
        super().__init__(window)
        self._window, self._page, self._acts = window, page, acts
        self._turning = Turning(acts.turning, self)
        self.line = UndoLine()
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(keys), window, act)
        self._turning.began.connect(lambda: self.line.tell("info", WAIT))
        self._turning.turned.connect(self._turned)
        self._turning.failed.connect(self._failed)

    def undo(self) -> None:
        """Take back the last act of this PC."""
        self._step(self._acts.next_undo, NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._step(self._acts.next_redo, NOTHING_TO_REDO)

    def _step(self, ask: Callable[[], Step | None], nothing: str) -> None:
        if isinstance(QApplication.focusWidget(), _TYPING) or self._turning.busy:
            return
        if self._form_is_open():
            self.line.tell("info", _OPEN_FORM)
            return
        try:
            step = ask()
        except UserError as error:
            self._failed(error)
            return
        if step:
            self._turning.turn(step.act, step.size)
        else:
            self.line.tell("info", nothing)

    def _form_is_open(self) -> bool:
        page = self._page()
        return page is not None and any(form.isVisible() for form in page.findChildren(Form))

    def _turned(self, told: Told) -> None:
        for notice in self._window.findChildren(Notice):
            notice.forget_written()
        back = "Hoàn tác" if told.again else "Làm lại"
        self.line.tell("ok", told.text, (back, lambda: self._turning.turn(told.act, len(told.records))))
        self.changed.emit()

    def _failed(self, error: UserError) -> None:
        self.line.tell("warning", f"{error.title} {error.advice}")
