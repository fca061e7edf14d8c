"""The foot of the page: what would happen in numbers, how far the work is, and what can be done."""

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from vnpresence_desktop.gui.parts import button, label, reveal
from vnpresence_desktop.gui.vietnamese import number

_NOTHING = "Chọn tệp danh sách để bắt đầu."


class ImportBar:
    """The parts of the bar; the page lays them out by `parts`."""

    def __init__(
        self,
        *,
        stop: Callable[[], object],
        go_on: Callable[[], object],
        export: Callable[[], object],
        take: Callable[[], object],
    ) -> None:
        self.told, self.progress = label(_NOTHING, wrap=True), QProgressBar()
        self.stop = button("Dừng (Esc)", stop, "x")
        self.go_on = button("Sửa tiếp các dòng còn lại", go_on, "pencil")
        self.export = button("Xuất dòng cần sửa ra Excel", export, "download")
        self.take = button("Nhập", take, kind="primary")
        self.progress.setAccessibleName("Tiến độ")
        self.progress.setMinimumWidth(140)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.be_idle(_NOTHING)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """As they stand from left to right."""
        return self.told, self.progress, self.stop, self.go_on, self.export, self.take

    def be_busy(self, words: str) -> None:
        """Something takes time."""
        self.told.setText(words)
        self.progress.setRange(0, 0)
        for part in (self.progress, self.stop):
            reveal(part)
        self._let(self.take, words)
        self._let(self.export, words)

    def advance(self, percent: int) -> None:
        """It is so far."""
        self.progress.setRange(0, 100)
        self.progress.setValue(percent)

    def be_idle(self, words: str = _NOTHING) -> None:
        """Nothing to take in; why is said."""
        self._rest(words)
        reveal(self.export, shown=False)
        self.take.setText("Nhập")
        self._let(self.take, words)

    def offer(self, numbers: str, count: int, hindrance: str, kept_out: int) -> None:
        """Rows can be taken in.

        Args:
            numbers: what would happen.
            count: rows that would come in.
            hindrance: why they can't; "" where nothing hinders.
            kept_out: rows that do not come in and can be laid on disk.
        """
        self._rest(f"{numbers}. {hindrance}" if hindrance else f"{numbers}.")
        self._keep_out(kept_out)
        self.take.setText(f"Nhập {number(count)} dòng" if count else "Nhập")
        self._let(self.take, hindrance)

    def be_done(self, words: str, kept_out: int) -> None:
        """The list was taken in, but for some rows."""
        self._rest(words)
        self._keep_out(kept_out)
        reveal(self.go_on, shown=bool(kept_out))
        self.take.setText("Nhập")
        self._let(self.take, words)

    def _rest(self, words: str) -> None:
        self.told.setText(words)
        for part in (self.progress, self.stop, self.go_on):
            reveal(part, shown=False)

    def _keep_out(self, count: int) -> None:
        reveal(self.export, shown=bool(count))
        self.export.setText(f"Xuất {number(count)} dòng cần sửa ra Excel")
        self._let(self.export, "")

    @staticmethod
    def _let(act: QWidget, hindrance: str) -> None:
        """A button that can't be pressed says why."""
        act.setEnabled(not hindrance)
        act.setToolTip(hindrance)
        act.setAccessibleDescription(hindrance)
