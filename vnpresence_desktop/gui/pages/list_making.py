"""The page that makes a name list: what for, masked or not, looked at, then written as PDF and Excel and printed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import MessageLine, Notice
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS
from vnpresence_desktop.gui.pages.explained_choice import ExplainedChoice
from vnpresence_desktop.gui.pages.list_acts import MakingActs
from vnpresence_desktop.gui.pages.list_copy_panel import FULL, MASKED
from vnpresence_desktop.gui.pages.report_preview import PreviewPanel
from vnpresence_desktop.gui.parts import GAP, Card, Page, button, label, scrolling
from vnpresence_desktop.gui.preview import Renderer
from vnpresence_desktop.gui.resting import Rest
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.name_lists import ListOrder, Purpose, purposes

_DRAFT_ROWS = 1_000
"""Rows of a list that is drawn to be looked at before it is made."""
_PURPOSES = {
    Purpose.PROPOSAL: ("Đề xuất tham gia Chương trình", "Phụ lục II.1, II.2: ai được đề xuất tên miền."),
    Purpose.CONFIRMATION: ("Xác nhận hộ có giấy đăng ký", "Phụ lục II.3: có chỗ trống ghi kết quả xác nhận."),
}


class _Papers:
    """What the preview draws: a draft of what is chosen, or the file that was made, each under a name of its own."""

    def __init__(self, acts: MakingActs) -> None:
        self.renderer: Renderer = acts.renderer
        self.broke = acts.broke
        self._acts = acts
        self._papers: dict[str, ListOrder | Path] = {}

    def add(self, paper: ListOrder | Path) -> str:
        """The name under which a paper is drawn."""
        name = str(len(self._papers))
        self._papers[name] = paper
        return name

    def draw(self, name: str) -> bytes:
        """The PDF; in a job."""
        paper = self._papers[name]
        return paper.read_bytes() if isinstance(paper, Path) else self._acts.draw(paper)


class ListMaking(Page):
    """See the module's text.

    Signals:
        left(): back to the list.
    """

    left = Signal()

    def __init__(self, kind: Kind, acts: MakingActs) -> None:
        super().__init__(f"Lập danh sách {WORDS[kind].unit}")
        self._kind, self._acts = kind, acts
        self._ids: Sequence[str] = ()
        self._folder: Path | None = None
        choices = [(purpose.value, *_PURPOSES[purpose]) for purpose in purposes(kind)]
        self.purpose = ExplainedChoice(choices)
        self.masked, self.full, self.reason = QRadioButton(MASKED), QRadioButton(FULL), QLineEdit()
        self.notice, self.failure = Notice(), MessageLine()
        self._papers = _Papers(acts)
        self.preview = PreviewPanel(self._papers, acts.jobs, "Bản xem trước danh sách")
        self.back = button("Trở lại danh sách", self.left.emit, "undo-2")
        self.make = button("Lập PDF và Excel", self._make, "file-text", "primary")
        self._rest = Rest(self.make)
        self._lay_out()
        self.purpose.chosen.connect(lambda _: self._draft())
        self.full.toggled.connect(self._show_reason)
        self._show_reason(full=False)
        QShortcut(QKeySequence("Esc"), self, self.left.emit)

    def _lay_out(self) -> None:
        self.reason.setPlaceholderText("Lý do, ví dụ: gửi Sở theo công văn …")
        self.reason.setAccessibleName("Lý do lập đầy đủ")
        self.masked.setChecked(True)
        options = QWidget()
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        what, numbers = Card("Danh sách để làm gì", "list-checks"), Card("Số định danh, điện thoại", "eye")
        what.body.addWidget(self.purpose)
        for widget in (self.masked, self.full, self.reason, self.failure):
            numbers.body.addWidget(widget)
        column.addWidget(what)
        column.addWidget(numbers)
        column.addWidget(label("Bản xem trước luôn che số; tệp lập ra theo lựa chọn ở trên.", "muted", wrap=True))
        column.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addWidget(scrolling(options), 3)
        body.addWidget(self.preview, 7)
        self.body.addWidget(self.notice)
        self.body.addLayout(body, 1)
        self.add_bar(self.back, None, self.make)

    # -- what the list tells it

    def begin(self, ids: Sequence[str]) -> None:
        """Make a list of these."""
        self._ids = ids
        self.set_pill(f"{number(len(ids))} {WORDS[self._kind].unit}")
        self.notice.clear()
        self.masked.setChecked(True)
        self.reason.clear()
        self._draft()
        self.make.setFocus()

    # -- inside

    def _order(self) -> ListOrder:
        return ListOrder(
            purpose=Purpose(self.purpose.value()),
            kind=self._kind,
            ids=self._ids,
            full=self.full.isChecked(),
            reason=self.reason.text(),
        )

    def _draft(self) -> None:
        if len(self._ids) > _DRAFT_ROWS:
            self.notice.say("info", f"Danh sách dài, chỉ xem trước {number(_DRAFT_ROWS)} dòng đầu; tệp lập ra có đủ.")
        self.preview.show_period(self._papers.add(replace(self._order(), ids=self._ids[:_DRAFT_ROWS])))

    def _show_reason(self, full: bool) -> None:  # noqa: FBT001 - what the signal carries
        self.reason.setVisible(full)
        self.failure.say("hint", "Lý do được ghi vào nhật ký của sổ." if full else "")
        if full:
            self.reason.setFocus()

    def _make(self) -> None:
        order = self._order()
        if order.full and not order.reason.strip():
            self.failure.say("error", "Chưa ghi lý do lập đầy đủ. Hãy ghi lý do; lý do được lưu vào nhật ký.")
            self.reason.setFocus()
            return
        self._rest.begin("Đang lập danh sách")
        job = self._acts.jobs.start(lambda _: self._acts.export(order))
        job.done.connect(self._made)
        job.failed.connect(self._failed)
        job.broke.connect(self._acts.broke)
        job.ended.connect(self._rest.end)

    def _made(self, files: tuple[Path, Path]) -> None:
        pdf, workbook = files
        opening = ("Mở thư mục", partial(self._acts.open_folder, pdf.parent))
        self.notice.say("ok", "Đã lập danh sách.", f"{pdf.name} và {workbook.name}", action=opening)
        self.preview.show_period(self._papers.add(pdf))

    def _failed(self, error: UserError) -> None:
        self.notice.show_error(error)
