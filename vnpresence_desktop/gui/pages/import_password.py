"""The line that asks for a file's password, in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.parts import button, label, mark, reveal, row

_LETTERS = 24


class PasswordLine(QWidget):
    """Hidden until it asks.

    Signals:
        given(str): the password as typed.
    """

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line, self.told = QLineEdit(), MessageLine()
        self.seen = QCheckBox("Hiện mật khẩu")
        self.give = button("Mở tệp", self._give, "key-round")
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName("Mật khẩu của tệp")
        self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS + 40)
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(lambda: self._say(""))
        self.seen.toggled.connect(self._reveal)
        title = label("&Mật khẩu của tệp", "label", buddy=self.line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        asked = row(title, self.line, self.give, self.seen, None)
        asked.setStretch(1, 1)
        whole.addLayout(asked)
        whole.addWidget(self.told)
        self.hide()

    def ask(self, error: UserError, given: str) -> None:
        """Ask; ``given`` is the password that did not open the file, "" where none was tried."""
        reveal(self)
        self._say(f"{error.title} {error.advice}".strip() if given else "", error=bool(given))
        self.line.selectAll()
        self.line.setFocus()

    def begin(self) -> None:
        """No password is asked for; none is kept."""
        self.line.clear()
        self.seen.setChecked(False)
        self._say("")
        self.hide()

    def _say(self, words: str, *, error: bool = False) -> None:
        told = words or "Tệp được đặt mật khẩu. Hỏi người gửi tệp nếu chưa biết; mật khẩu không được lưu lại."
        self.told.say("error" if error else "hint", told)
        mark(self.line, "state", "error" if error else "")

    def _reveal(self, seen: bool) -> None:  # noqa: FBT001 - the signal's own
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)

    def _give(self) -> None:
        if self.line.text():
            self.given.emit(self.line.text())
        else:
            self._say("Hãy gõ mật khẩu của tệp.", error=True)
            self.line.setFocus()
