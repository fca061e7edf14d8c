"""Who a candidate may be already: the records that agree with what is typed, what differs, and what can be done about it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vnpresence_desktop.gui.pages.candidate_kinds import value_text
from vnpresence_desktop.gui.pages.verdict_panel import Block
from vnpresence_desktop.gui.parts import button, label
from vnpresence_desktop.work.texts import label as field_label
from vnpresence_desktop.work.twins import Twin

_MOST = 4
"""Differing fields that are shown; the rest is counted."""


def agreement(twin: Twin) -> str:
    """What agrees, e.g. "Cùng số định danh cá nhân; số điện thoại"."""
    return f"Cùng {'; '.join(field_label(name) for name in twin.fields)}"


def difference(twin: Twin) -> list[str]:
    """What differs, a line a field: "Ngày sinh: gõ 02/01/1980, sổ ghi 02/01/1981"."""
    kind = twin.record.KIND
    lines = [
        f"{field_label(one.field).capitalize()}: gõ {value_text(kind, one.field, one.mine)}, "
        f"sổ ghi {value_text(kind, one.field, one.theirs)}"
        for one in twin.differing[:_MOST]
    ]
    more = len(twin.differing) - _MOST
    return [*lines, f"và {more} ô khác nữa"] if more > 0 else lines


class TwinsPanel(Block):
    """Hidden while nobody agrees.

    Signals:
        wanted(str): open the record of this id.
        merge_wanted(str): make the record of this id and the open one one.
        fill_wanted(str): put what is typed for a new record into the record of this id.
        apart_wanted(str): the record of this id is another candidate.
    """

    wanted = Signal(str)
    merge_wanted = Signal(str)
    fill_wanted = Signal(str)
    apart_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Twin, ...], bool] = ((), False)
        self._list: QWidget | None = None
        self._told: QWidget | None = None
        self.hide()

    def show_twins(self, twins: Sequence[Twin], *, kept: bool = False) -> None:
        """Show these; the same ones again change nothing, so that the keyboard stays where it is.

        Args:
            twins: the most likely first.
            kept: whether the open record is in the register, so that another one can be merged into it.
        """
        if (tuple(twins), kept) == self._shown:
            return
        self._shown = (tuple(twins), kept)
        self._clear(self._list)
        self._list = self._made()
        self.body.insertWidget(2, self._list)
        self._head()

    def tell_apart(self, name: str, undo: Callable[[], object]) -> None:
        """Say that a record was told apart, with the way back."""
        self.forget()
        made = self._told = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(label(f"Đã ghi: “{name}” là đối tượng khác.", wrap=True))
        back = button("Hoàn tác", undo, "undo-2")
        back.setAccessibleName(f"Hoàn tác: “{name}” là đối tượng khác")
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(made)
        self._head()

    def forget(self) -> None:
        """Another record is shown, or it was taken back."""
        self._clear(self._told)
        self._told = None
        self._head()

    def _head(self) -> None:
        count = len(self._shown[0])
        if count:
            self.say("warning", f"Có thể trùng ({count})", ["Xem hồ sơ đã có trước khi lưu thêm."])
        elif self._told:
            self.say("ok", "Không trùng")
        self.setVisible(bool(count or self._told))

    def _clear(self, gone: QWidget | None) -> None:
        if gone:
            self.body.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _made(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        for twin in self._shown[0]:
            column.addWidget(label(twin.record.name, "label", wrap=True))
            column.addWidget(label(twin.record.hamlet, "muted", wrap=True))
            column.addWidget(label(agreement(twin), wrap=True))
            for line in difference(twin):
                column.addWidget(label(line, "small", wrap=True))
            for act in self._acts(twin):
                column.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _acts(self, twin: Twin) -> list[QPushButton]:
        joining = (
            ("Gộp vào hồ sơ này", self.merge_wanted) if self._shown[1] else ("Điền vào hồ sơ đã có", self.fill_wanted)
        )
        made = []
        for words, told in (("Mở hồ sơ", self.wanted), joining, ("Là đối tượng khác", self.apart_wanted)):
            act = button(words, partial(told.emit, twin.record.id), kind="link")
            act.setAccessibleName(f"{words}: {twin.record.name}")
            made.append(act)
        return made
