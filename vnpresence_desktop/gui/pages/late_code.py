"""A start at which the recovery code still waits: the window was closed, or the power cut, before it was typed back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.recovery_code import CodeActs, CodeCard
from vnpresence_desktop.gui.pages.step import column, step
from vnpresence_desktop.gui.parts import Card, button, label, reveal, row

_WHAT = (
    "Mã chưa được gõ lại lần nào, nên chưa chắc đã có trên giấy. "
    "Không có mã thì khi máy hỏng hay mất, không bản sao lưu nào mở được."
)
_NEW = "Chưa có tờ giấy ghi mã, hoặc không chắc là chép đúng? Cấp mã mới rồi in ra. Mã cấp trước đó hết dùng được."
_OLD = "Mã cấp trước đó không còn dùng được."
_THROW = "Nếu có tờ giấy ghi mã cũ, hãy bỏ đi; cất tờ giấy ghi mã dưới đây."
_TYPE_IT = "Gõ đúng mã thì mới xong. Chưa tiện thì để sau: sổ vẫn dùng được, chương trình sẽ nhắc."


@dataclass(frozen=True, slots=True)
class LateCodeActs:
    """What the page needs.

    Attributes:
        renew: a new code, the one before opens no more; raises UserError.
        confirm: notes that the code is on paper; raises UserError while what was typed is not the code.
        leave: goes on to the other pages, whether the code was typed or not.
    """

    renew: Callable[[], str]
    confirm: Callable[[str], object]
    leave: Callable[[], object]


class LateCode(QWidget):
    """Nothing is replaced before it is asked for: a sheet that was printed and not typed back may be good."""

    def __init__(self, acts: LateCodeActs, place: str) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._acts, self._place = acts, place
        self.notice, self.code = Notice(), CodeCard(CodeActs(acts.confirm))
        self.renew = button("Cấp mã mới", self._renew, "key-round")
        self.later, self.go_on = button("Để sau", self._leave), button("Tiếp tục", self._leave, kind="primary")
        self._new, self._why = Card("Mã mới", "key-round"), label("", "muted", wrap=True)
        self._new.body.addWidget(label(_NEW, wrap=True))
        self._new.body.addLayout(row(self.renew, None))
        title = label("Mã khôi phục chưa được cất", "title", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        made = column(title, label(_WHAT, wrap=True), self.notice, self._new, self.code)
        whole.addWidget(step(made, self._why, self.later, self.go_on))
        self.code.confirmed.connect(self._confirmed)
        self.ask()

    def ask(self) -> None:
        """Begin anew: no code is shown."""
        self.notice.clear()
        self.code.forget()
        reveal(self._new)
        self._confirmed(right=False)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard is on the new code at once."""
        super().showEvent(event)
        self.renew.setFocus()

    def _renew(self) -> None:
        with self.notice.telling():
            code = self._acts.renew()
            self.notice.say("warning", _OLD, _THROW)
            self.code.show_code(code, self._place)
            self._new.hide()

    def _confirmed(self, right: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.go_on.setEnabled(right)
        self.go_on.setToolTip("" if right else "Gõ đúng mã trước đã")
        self.later.setEnabled(not right)
        self.later.setToolTip("Mã đã gõ đúng, không còn gì để lại" if right else "")
        self._why.setText("Mã đúng. Cất tờ giấy rồi bấm Tiếp tục." if right else _TYPE_IT)

    def _leave(self) -> None:
        self.code.forget()
        self._acts.leave()
