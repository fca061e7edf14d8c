"""The card of keys: the fingerprint that recipients compare, and the recovery code on paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.recovery_code import CodeActs, CodeCard
from vnpresence_desktop.gui.pages.settings_acts import SettingsActs
from vnpresence_desktop.gui.parts import Card, button, into_sight, label, reveal, row

_SURE = (
    "Cấp mã khôi phục mới?",
    "Mã trên tờ giấy cũ sẽ không mở được sổ này nữa. Hãy chuẩn bị máy in hoặc giấy bút trước khi cấp.",
)
_RIGHT = (
    "Đã chép đúng mã khôi phục mới; cất tờ giấy cùng con dấu.",
    "Bản sao lưu làm trước đây chỉ mở được bằng mã cũ. Hãy sao lưu ngay; khi không cần các bản đó nữa thì bỏ tờ giấy cũ.",
)


class KeysCard(Card):
    """This machine's technical identity and the recovery code."""

    def __init__(self, acts: SettingsActs, jobs: Jobs, copy: Callable[[], object]) -> None:
        """Make it; ``copy`` makes a copy of the register now, in the background."""
        super().__init__("Khóa", "key-round")
        self._acts, self._jobs, self._copy = acts, jobs, copy
        self.fingerprint, self.notice = label("Đang đọc…", wrap=True), Notice()
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.renew = button("Cấp mã khôi phục mới…", self._ask, "key-round")
        self.code = CodeCard(CodeActs(acts.confirm))
        self.code.hide()
        self.code.confirmed.connect(self._confirmed)
        self.body.addWidget(label("Dấu vân tay danh tính kỹ thuật của máy này", "label", wrap=True))
        self.body.addWidget(self.fingerprint)
        self.body.addWidget(
            label(
                "Nơi nhận so dấu này để biết tệp do máy này ký. Không phải chữ ký số của cơ quan.", "muted", wrap=True
            )
        )
        self.body.addLayout(row(self.renew, None))
        self.body.addWidget(label("Cấp mã mới khi tờ giấy cũ bị mất hoặc lộ; mã cũ hết dùng được.", "muted", wrap=True))
        self.body.addWidget(self.notice)
        self.body.addWidget(self.code)
        self._asked = False

    def load(self) -> None:
        """Read the fingerprint, once, in the background."""
        if self._asked:
            return
        self._asked = True
        job = self._jobs.start(lambda _: self._acts.fingerprint())
        job.done.connect(self._seen)
        job.failed.connect(lambda error: self.fingerprint.setText(f"{error.title} {error.advice}"))
        job.broke.connect(self._acts.broke)

    def _seen(self, fingerprint: object) -> None:
        self.fingerprint.setText(str(fingerprint))

    def _ask(self) -> None:
        self.notice.say("warning", *_SURE, action=("Cấp mã mới", self._renew))
        into_sight(self.notice)

    def _renew(self) -> None:
        with self.notice.telling():
            code = self._acts.renew_code()
            self.notice.say("warning", "Mã cũ không còn dùng được.", "Hãy in mã mới, rồi gõ lại mã từ tờ giấy mới.")
            reveal(self.code)
            self.code.show_code(code, str(self._acts.folder))
            into_sight(self.code)

    def _confirmed(self, right: bool) -> None:  # noqa: FBT001 - Qt's signal
        if right:
            self.renew.setFocus()  # hiding the line would hand it to a name below, where a late key would land
            self.forget()
            self.notice.say("ok", *_RIGHT, action=("Sao lưu ngay", self._back_up))

    def _back_up(self) -> None:
        self.notice.clear()
        self._copy()

    def forget(self) -> None:
        """Show the code no longer."""
        if self.code.isVisibleTo(self):
            self.code.hide()
            self.code.forget()
            self.notice.say("warning", "Mã khôi phục mới chưa được gõ lại.", "Nếu chưa chép đúng, hãy cấp mã khác.")
