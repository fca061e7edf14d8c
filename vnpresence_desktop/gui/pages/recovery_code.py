"""The recovery code: shown big, printed, typed back until it is known to be right on paper."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLineEdit

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import MessageLine, Notice
from vnpresence_desktop.gui.parts import Card, button, label, reveal, row

_WHY = (
    "Khi máy hỏng hay mất, chỉ mã này mở được bản sao lưu. Hãy in hoặc chép ra giấy, cất cùng con dấu; đừng để trong máy. "
    "Mã không hiện lại lần nữa."
)
_HAVE = "Đã in hoặc chép mã lần trước? Gõ lại mã trên tờ giấy đó; đúng thì giữ nguyên mã."
_ON_PAPER = "Mã này mở bản sao lưu của sổ khi máy hỏng hoặc mất. Cất riêng, không để trong máy, không chụp ảnh gửi đi."
_MILLIMETRE = 1 / 25.4


@dataclass(frozen=True, slots=True)
class CodeActs:
    """What the card needs.

    Attributes:
        confirm: notes that the code is on paper; raises UserError while what was typed is not the code.
    """

    confirm: Callable[[str], object]


class CodeCard(Card):
    """Without a code to show it asks for one that is on paper already.

    Signal ``confirmed`` each time that what is typed becomes or stops being right.
    """

    confirmed = Signal(bool)

    def __init__(self, acts: CodeActs) -> None:
        super().__init__("Mã khôi phục", "key-round")
        self._acts, self._code, self._place, self.right = acts, "", "", False
        self.code = label("", "figure", wrap=True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.code.setFont(font)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.print_button = button("In mã…", self._print, "printer")
        self.typed, self.line, self.notice = QLineEdit(), MessageLine(), Notice()
        self.typed.setAccessibleName("Gõ lại mã khôi phục")
        self.typed.setPlaceholderText("Gõ lại mã từ tờ giấy; chữ thường, dấu cách, gạch nối thế nào cũng được")
        self.typed.textChanged.connect(self._judge)
        self.typed.editingFinished.connect(self._demand)
        self._asked = label("", "label", wrap=True, buddy=self.typed)
        self._why = label("", wrap=True)
        self.body.addWidget(self._why)
        self.body.addWidget(self.code)
        self.body.addLayout(row(None, self.print_button, None))
        self.body.addWidget(self.notice)
        self.body.addWidget(self._asked)
        self.body.addWidget(self.typed)
        self.body.addWidget(self.line)
        self.forget()

    def show_code(self, code: str, place: str) -> None:
        """Show a code.

        Args:
            code: as `store.recovery.write_code` writes it.
            place: whose register it opens, printed above it.
        """
        self._show(code, place)
        self.code.setAccessibleName(f"Mã khôi phục: {code}")
        self.typed.setFocus()

    def forget(self) -> None:
        """Show the code no longer."""
        self._show("", "")

    def _show(self, code: str, place: str) -> None:
        self._code, self._place = code, place
        self.code.setText(code.replace("-", " "))
        for widget in (self.code, self.print_button):
            reveal(widget, shown=bool(code))
        self._why.setText(_WHY if code else _HAVE)
        self._asked.setText("&Gõ lại mã để chắc chắn đã chép đúng" if code else "&Gõ mã trên giấy")
        self.typed.clear()
        self.notice.clear()
        self.line.say("hint", "")

    def _judge(self) -> None:
        """While typing only what is right is told; what is wrong is told on leaving."""
        problem = self._problem()
        self.line.say("ok" if not problem else "hint", "Đúng mã." if not problem else "")
        if self.right != (not problem):
            self.right = not problem
            self.confirmed.emit(self.right)

    def _demand(self) -> None:
        problem = self._problem()
        if problem and self.typed.text().strip():
            self.line.say("error", f"{problem.title} {problem.advice}")

    def _problem(self) -> UserError | None:
        if not self.typed.text().strip():
            return UserError("")
        try:
            self._acts.confirm(self.typed.text())
        except UserError as error:
            return error
        return None

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("In mã khôi phục")
        if dialog.exec() == QDialog.DialogCode.Accepted and not print_code(printer, self._code, self._place):
            self.notice.say("error", "Không mở được máy in.", "Hãy kiểm tra máy in, hoặc chép mã ra giấy bằng tay.")
        dialog.deleteLater()


def print_code(printer: QPrinter, code: str, place: str) -> bool:
    """Print the sheet to be put away; returns whether the printer could be opened."""
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    painter = QPainter()
    if not painter.begin(printer):
        return False
    unit = printer.resolution() * _MILLIMETRE
    for top, height, points, text in (
        (30, 12, 16, "MÃ KHÔI PHỤC SỔ VN PRESENCE"),
        (44, 10, 13, place),
        (62, 30, 22, code.replace("-", "  ")),
        (100, 40, 12, _ON_PAPER),
    ):
        painter.setFont(QFont("Noto Sans", points))
        box = QRectF(25 * unit, top * unit, 160 * unit, height * unit)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), text)
    painter.end()
    return True
