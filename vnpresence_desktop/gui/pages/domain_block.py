"""One registration as it stands: its life as a line of stops, what is known of it, the steps that may follow."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from vnpresence_desktop.domain.acceptance import read
from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.domains import HELD, NEXT, OPEN, days_left
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.pages.domain_steps import EDIT, Step
from vnpresence_desktop.gui.parts import button, label, mark, row
from vnpresence_desktop.gui.tokens import colour
from vnpresence_desktop.work.domain_life import Stop
from vnpresence_desktop.work.texts import say

STOPS = {
    "proposed": "Đề xuất",
    "guided": "Hướng dẫn",
    "submitted": "Nộp hồ sơ",
    "registered": "Được cấp",
    "in_use": "Sử dụng",
    "refused": "Bị từ chối",
    "expired": "Hết hạn",
    "revoked": "Bị thu hồi",
}
LEVELS = {"refused": "error", "revoked": "error", "expired": "warning", "registered": "ok", "in_use": "ok"}
"""State → level of its word; what is on its way is neutral."""


def domain_of(item: Registration) -> str:
    """The domain as it is said; of a proposal without a label its zone only."""
    return f"{item.label}.{item.zone}" if item.label else f"Chưa chọn tên (.{item.zone})"


def state_of(item: Registration) -> str:
    """The state as it is said."""
    words = say("registration_state", item.state)
    return capital(words)


def left_words(iso: str, day: date) -> str:
    """How long something lasts yet: "còn 5 ngày", "hôm nay", "đã qua 3 ngày"; "" where it is no day."""
    days = days_left(iso, day)
    if days is None:
        return ""
    return "hôm nay" if days == 0 else f"còn {days} ngày" if days > 0 else f"đã qua {-days} ngày"


def breakable(domain: str) -> str:
    """A domain that a narrow panel can break anywhere: a label of 63 letters has no place of its own to break at."""
    return "\u200b".join(domain)


class _Dot(QWidget):
    """The mark of a stop: full where it came, hollow where it did not yet; a line to the stops beside it."""

    def __init__(self, stop: Stop, *, first: bool, last: bool) -> None:
        super().__init__()
        self._stop, self._first, self._last = stop, first, last

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a line of letters."""
        height = self.fontMetrics().lineSpacing()
        return QSize(round(height * 0.9), height + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Line and dot."""
        level = LEVELS.get(self._stop.state, "primary")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QPointF(self.width() / 2, self.height() / 2), self.fontMetrics().height() * 0.26
        painter.setPen(QPen(colour("edge"), 1.5))
        if not self._first:
            painter.drawLine(QPointF(middle.x(), 0), middle - QPointF(0, radius))
        if not self._last:
            painter.drawLine(middle + QPointF(0, radius), QPointF(middle.x(), self.height()))
        painter.setPen(QPen(colour(level if self._stop.reached else "edge"), 1.5))
        painter.setBrush(colour(level if self._stop.reached else "surface"))
        painter.drawEllipse(middle, radius, radius)
        painter.end()


class LifeLine(QWidget):
    """The stops from top to bottom, each with its day."""

    def __init__(self, stops: Sequence[Stop]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        for at, stop in enumerate(stops):
            words = label(STOPS[stop.state], "label" if stop.reached else "muted")
            if stop.reached and LEVELS.get(stop.state) in ("error", "warning"):
                mark(words, "role", "message")
                mark(words, "level", LEVELS[stop.state])
            grid.addWidget(_Dot(stop, first=at == 0, last=at == len(stops) - 1), at, 0)
            grid.addWidget(words, at, 1)
            grid.addWidget(label(show(stop.on) if stop.on else "chưa rõ ngày" if stop.reached else "", "muted"), at, 2)
        self.setAccessibleName("Quá trình: " + ", ".join(_said(stop) for stop in stops if stop.reached))


def _said(stop: Stop) -> str:
    return f"{STOPS[stop.state]} {show(stop.on)}".strip()


def facts(item: Registration, day: date) -> Iterator[str]:
    """What is known of a registration, a line each."""
    if item.registrar:
        yield f"Nhà đăng ký: {item.registrar}"
    if item.services:
        yield "Dịch vụ: " + ", ".join(say("service", code) for code in item.services)
    if item.expires_on:
        left = f" ({left_words(item.expires_on, day)})" if item.state in HELD else ""
        yield f"Hạn: {show(item.expires_on)}{left}"
    if item.confirmed_by:
        on = f", {show(item.confirmed_on)}" if item.confirmed_on else ""
        yield f"Theo {say('confirmed_by', item.confirmed_by)}{on}"
    elif item.state not in OPEN:
        yield "Chưa ghi ai cho biết"
    yield from _verdicts(item)
    yield from (f"Lý do giữ cảnh báo: {one.reason}" for one in read(item.accepted))
    if item.note:
        yield f"{'Lý do' if item.state in ('refused', 'revoked') else 'Ghi chú'}: {item.note}"


def _verdicts(item: Registration) -> Iterator[str]:
    for words, code in (("Khi đề xuất", item.proposal_verdict), ("Khi được cấp", item.registration_verdict)):
        if code:
            yield f"{words}: {say('condition', code).lower()}"


class _Steps(QWidget):
    """The buttons of the steps, two in a row where there is room."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons, self._columns = buttons, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._arrange(1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, made in enumerate(self._buttons):
            self._grid.addWidget(made, at // columns, at % columns)
        self._grid.setColumnStretch(1, int(columns > 1))
        self._grid.setColumnStretch(0, 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as one button."""
        hint = super().minimumSizeHint()
        return QSize(max((made.minimumSizeHint().width() for made in self._buttons), default=0), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width."""
        super().resizeEvent(event)
        widest = max((made.sizeHint().width() for made in self._buttons), default=0)
        self._arrange(2 if self.width() >= 2 * widest + 6 else 1)


class RegistrationBlock(QFrame):
    """Signals: ``step_wanted(object)`` a `Step` is to be recorded; ``removal_wanted(object)`` take the registration out."""

    step_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, item: Registration, stops: Sequence[Stop], day: date) -> None:
        super().__init__()
        self.item = item
        self.steps = NEXT.get(item.state, ())
        self.buttons: list[QPushButton] = [self._step(Step(state, item)) for state in self.steps]
        self._edit = button("Sửa", lambda: self.step_wanted.emit(Step(EDIT, item)), "pencil", "link")
        self._remove = button("Xóa", lambda: self.removal_wanted.emit(item), "trash-2", "link")
        self._edit.setAccessibleName(f"Sửa {domain_of(item)}")
        self._remove.setAccessibleName(f"Xóa {domain_of(item)}")
        self._remove.setToolTip("Xóa khỏi sổ; lấy lại được ngay bằng nút Hoàn tác")
        self._whole, self._acting = QVBoxLayout(self), QWidget()
        self._whole.setContentsMargins(0, 4, 0, 4)
        self._whole.setSpacing(6)
        self._lay_out(stops, day)

    def _step(self, step: Step) -> QPushButton:
        return button(step.button, lambda: self.step_wanted.emit(step))

    def _lay_out(self, stops: Sequence[Stop], day: date) -> None:
        domain = label(breakable(domain_of(self.item)), "heading", wrap=True)
        domain.setAccessibleName(domain_of(self.item))
        self._whole.addWidget(domain)
        self._whole.addWidget(label(state_of(self.item), "pill"), 0, Qt.AlignmentFlag.AlignLeft)
        self._whole.addWidget(LifeLine(stops))
        self._whole.addWidget(label("\n".join(facts(self.item, day)), "small", wrap=True))
        acting = QVBoxLayout(self._acting)
        acting.setContentsMargins(0, 0, 0, 0)
        acting.setSpacing(6)
        acting.addWidget(_Steps(self.buttons))
        acting.addLayout(row(self._edit, self._remove, None, spacing=0))
        self._whole.addWidget(self._acting)

    def let_act(self, *, free: bool) -> None:
        """Show its buttons, or not while a step is being typed."""
        self._acting.setVisible(free)

    def hold(self, form: QWidget) -> None:
        """Show a form at its foot."""
        self._whole.addWidget(form)
