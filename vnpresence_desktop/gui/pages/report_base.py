"""Official totals of the three groups: the denominators, where the register does not hold everyone."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Value
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.cards import FieldCard
from vnpresence_desktop.gui.fields import Field, FieldBox, Group, Input
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.report_acts import ReportActs
from vnpresence_desktop.gui.parts import Card, mark
from vnpresence_desktop.work.preparing import Outlook
from vnpresence_desktop.work.texts import say

_QUIET = 400
_FIELDS = (
    Field(name="total", label="Tổng số", input=Input.NUMBER),
    Field(name="as_of", label="Tính đến ngày", input=Input.DATE),
    Field(name="source", label="Nguồn, ví dụ Công an xã", span=3),
)


class BaseCard(Card):
    """Signal ``kept()`` after a total was kept."""

    kept = Signal()

    def __init__(self, acts: ReportActs) -> None:
        super().__init__("Số liệu nền", "users", "Để trống thì lấy theo sổ")
        self._acts, self._period = acts, ""
        self._shown: dict[Kind, dict[str, Value]] = {}
        self._waiting: set[Kind] = set()
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self.boxes = {kind: [FieldBox(field, acts.today) for field in _FIELDS] for kind in CANDIDATES}
        for kind, boxes in self.boxes.items():
            title = say("kind", kind)
            group = FieldCard(Group(title=capital(title), fields=_FIELDS), boxes)
            mark(group, "role", "")
            group.body.setContentsMargins(0, 0, 0, 0)
            self.body.addWidget(group)
            for box in boxes:
                box.editor.widget.setObjectName(f"{kind.value}_{box.field.name}")
                box.editor.widget.setAccessibleName(f"{title}: {box.field.label.lower()}")
                box.editor.widget.installEventFilter(self)
                box.edited.connect(lambda _, kind=kind: self._edited(kind))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._draft)

    def load(self, outlook: Outlook) -> None:
        """Show a period's totals; one that was only drafted is still to be kept."""
        self._period = outlook.period.id
        for kind, boxes in self.boxes.items():
            for box in boxes:
                box.editor.put(outlook.bases[kind].get(box.field.name))
                box.forget()
            self._shown[kind] = {} if kind in outlook.drafted else self._values(kind)
        self._waiting.clear()
        self._timer.stop()

    def go(self, kind: str) -> QWidget:
        """Give the keyboard to a group's total; gives its field."""
        box = self.boxes[Kind(kind)][0]
        box.editor.widget.setFocus()
        return box

    def flush(self) -> None:
        """Keep everything that was changed."""
        self._timer.stop()
        for kind in CANDIDATES:
            self._keep(kind)

    def _values(self, kind: Kind) -> dict[str, Value]:
        return {box.field.name: box.editor.value() for box in self.boxes[kind]}

    def _edited(self, kind: Kind) -> None:
        self._waiting.add(kind)
        self._timer.start()

    def _draft(self) -> None:
        for kind in self._waiting:
            try:
                self._acts.draft_base(self._period, kind, self._values(kind))
            except UserError as error:
                self.notice.show_error(error)
        self._waiting.clear()

    def _keep(self, kind: Kind) -> None:
        values = self._values(kind)
        if not self._period or values == self._shown.get(kind):
            return
        with self.notice.telling():
            problems = self._acts.keep_base(self._period, kind, values)
            self._waiting.discard(kind)
            for box in self.boxes[kind]:
                box.show_problems([item for item in problems if item.field == box.field.name], self._acts.message)
                if problems:
                    box.leave()
            if not problems:
                self._shown[kind] = values
                self.kept.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A group that the keyboard has left is kept."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        return False

    def _left(self) -> None:
        focused = QApplication.focusWidget()
        for kind, boxes in self.boxes.items():
            if all(focused is not box.editor.widget for box in boxes):
                self._keep(kind)
