"""Rows onto the clipboard for Excel: masked at once, whole numbers with a reason that is logged."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.clipboard import put_table
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.pages.list_acts import BulkActs
from vnpresence_desktop.gui.pages.list_columns import chosen_columns
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.side import SidePanel
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.copying import CopyOrder

MASKED = "Che, chỉ để lại ba số cuối"
FULL = "Đầy đủ, có ghi lý do"


def to_clipboard(
    acts: BulkActs, kind: Kind, ids: Sequence[str], columns: Sequence[str], *, full: bool = False, reason: str = ""
) -> int:
    """Copy these records' columns; returns how many rows. Raises UserError as `work.copying.copy`."""
    shown = chosen_columns(kind, columns)
    order = CopyOrder(
        ids=ids,
        columns=columns,
        titles=[column.title for column in shown],
        shows=[column.show for column in shown],
        full=full,
        reason=reason,
    )
    clip = acts.copy(order)
    put_table(clip.text, clip.html)
    return clip.rows


class CopyPanel(SidePanel):
    """See the module's text.

    Signals:
        copied(int): so many rows were copied.
    """

    copied = Signal(int)

    def __init__(self, kind: Kind, acts: BulkActs) -> None:
        super().__init__("Chép ra Excel", scrolls=True)
        self._kind, self._acts = kind, acts
        self._ids: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self.masked, self.full, self.reason = QRadioButton(MASKED), QRadioButton(FULL), QLineEdit()
        self.masked.setChecked(True)
        self.reason.setPlaceholderText("Lý do, ví dụ: gửi Sở theo công văn …")
        self.reason.setAccessibleName("Lý do chép đầy đủ")
        self.failure = MessageLine()
        self.copy = button("Chép", self._copy, "file-spreadsheet", "primary")
        self._hint = label("Các cột đang xem, có dòng tiêu đề. Số định danh, điện thoại, email:", "muted", wrap=True)
        for widget in (self._hint, self.masked, self.full, self.reason, self.failure):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.copy, None))
        self.body.addStretch(1)
        self.full.toggled.connect(self._show_reason)
        self.reason.returnPressed.connect(self._copy)
        self._show_reason(full=False)

    def take(self, ids: Sequence[str], columns: Sequence[str]) -> None:
        """These records' columns are to be copied."""
        self._ids, self._columns = ids, columns
        self.copy.setText(f"Chép {number(len(ids))} dòng")

    def begin(self) -> None:
        """Masked, whatever was copied before."""
        self.masked.setChecked(True)
        self.reason.clear()
        self.failure.say("hint", "")

    def first(self) -> QWidget:
        """Masked or not."""
        return self.masked

    def _show_reason(self, full: bool) -> None:  # noqa: FBT001 - what the signal carries
        self.reason.setVisible(full)
        self.failure.say("hint", "Lý do được ghi vào nhật ký của sổ." if full else "")

    def _copy(self) -> None:
        full, reason = self.full.isChecked(), self.reason.text()
        try:
            rows = to_clipboard(self._acts, self._kind, self._ids, self._columns, full=full, reason=reason)
        except UserError as error:
            self.failure.say("error", f"{error.title} {error.advice}")
            if full:
                self.reason.setFocus()
            return
        self.copied.emit(rows)
