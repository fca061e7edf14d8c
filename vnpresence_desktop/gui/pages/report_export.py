"""Who signs at export, and what came out of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from vnpresence_desktop.gui.messages import MessageLine, Notice
from vnpresence_desktop.gui.pages.explained_choice import ExplainedChoice
from vnpresence_desktop.gui.pages.verify import Verdicts
from vnpresence_desktop.gui.parts import Card, button, into_sight, reveal, row
from vnpresence_desktop.work.exporting import Done, Order, Signing

_CHOICES = (
    (Signing.NONE.value, "Bản trình ký", "Không ký ở đây; để trống số, ngày, chữ ký cho lãnh đạo và văn thư."),
    (
        Signing.LOCAL.value,
        "Danh tính kỹ thuật của máy này",
        "Giúp phát hiện tệp bị sửa. Không phải chữ ký số của cơ quan hay người có thẩm quyền; mỗi trang đều ghi rõ.",
    ),
    (Signing.FILE.value, "Tệp khóa .p12, .pfx", "Chứng thư số cấp cho người ký; mật khẩu dùng một lần, không lưu."),
)


class SigningCard(Card):
    """The choice; `order` says what is to be exported."""

    def __init__(self) -> None:
        super().__init__("Ký báo cáo", "key-round")
        self.choice = ExplainedChoice(_CHOICES)
        self.path, self.password, self.line = QLineEdit(), QLineEdit(), MessageLine()
        self._file = self._file_part()
        self.body.addWidget(self.choice)
        self.body.addWidget(self._file)
        self._file.hide()
        self.choice.chosen.connect(self._chosen)

    def _file_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(28, 0, 0, 0)
        column.setSpacing(4)
        self.path.setAccessibleName("Tệp khóa .p12 hoặc .pfx")
        self.path.setPlaceholderText("Tệp .p12 hoặc .pfx")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.password.setAccessibleName("Mật khẩu của tệp khóa")
        self.password.setPlaceholderText("Mật khẩu của tệp khóa")
        line = row(button("Chọn tệp…", self._choose, "folder-open"))
        line.insertWidget(0, self.path, 1)
        column.addLayout(line)
        column.addWidget(self.password)
        column.addWidget(self.line)
        return part

    @property
    def signing(self) -> Signing:
        """What is chosen."""
        return Signing(self.choice.value())

    def _chosen(self) -> None:
        reveal(self._file, shown=self.signing is Signing.FILE)
        if self.signing is Signing.FILE:
            into_sight(self._file)
        self.line.say("hint", "")

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Chọn tệp khóa", "", "Tệp khóa (*.p12 *.pfx);;Mọi tệp (*)")
        if name:
            self.path.setText(name)
            self.password.setFocus()

    def order(self, period: str) -> Order | None:
        """What is to be exported; None while the key file is not given: that is said in place. The password is forgotten."""
        if self.signing is not Signing.FILE:
            return Order(period, self.signing)
        if not self.path.text().strip():
            self.line.say("error", "Hãy chọn tệp khóa .p12 hoặc .pfx.")
            self.path.setFocus()
            into_sight(self._file)
            return None
        order = Order(period, Signing.FILE, Path(self.path.text().strip()), self.password.text())
        self.password.clear()
        self.line.say("hint", "")
        return order


class ResultCard(Card):
    """The files that were made, and what verifying them says; hidden until there are any."""

    def __init__(self, open_folder: Callable[[Path], object]) -> None:
        super().__init__()
        self._open_folder = open_folder
        self.notice, self.verdicts = Notice(), Verdicts()
        self.body.addWidget(self.notice)
        self.body.addWidget(self.verdicts)
        self.notice.closed.connect(self.hide)
        self.hide()

    def show_done(self, done: Done) -> None:
        """Tell what was made."""
        lines = [f"Bản PDF: {done.pdf.name}", f"Số liệu Excel: {done.xlsx.name}"]
        if done.unwritten:
            lines.append(f"Còn để trống mục {', '.join(done.unwritten)}: viết xong hãy xuất lại.")
        act = ("Mở thư mục", lambda: self._open_folder(done.pdf.parent))
        level = "warning" if done.unwritten else "ok"
        self.notice.say(level, f"Đã xuất báo cáo {done.title}.", "\n".join(lines), action=act)
        self.verdicts.show_all(done.checked)
        self.show()
