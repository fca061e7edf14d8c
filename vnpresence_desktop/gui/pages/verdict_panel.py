"""What is said of a candidate while it is typed: entitled or not, by which text, from when until when; free today or not."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.domain.dates import full, show
from vnpresence_desktop.domain.eligibility import Condition, FreePeriod, Reason, Verdict
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.parts import label, mark
from vnpresence_desktop.work.texts import reason_text, say

_ICONS = {
    "info": ("info", "primary"),
    "ok": ("circle-check", "ok"),
    "warning": ("triangle-alert", "warning"),
    "error": ("circle-alert", "error"),
}
LEVELS = {
    Condition.ELIGIBLE: "ok",
    Condition.CONFIRM: "warning",
    Condition.ANNEX_ONLY: "warning",
    Condition.UNDETERMINED: "info",
    Condition.NOT_ELIGIBLE: "error",
}
_FREE_LEVELS = {FreePeriod.IN_FORCE: "ok", FreePeriod.UNCONFIRMED: "warning", FreePeriod.NONE: "info"}


def reason_words(reason: Reason, condition: Condition) -> str:
    """A reason in the law's words with the text it stands on; what the block's title says already is left out."""
    words = reason_text(reason.code).removeprefix(f"{say('condition', condition)}: ")
    words = capital(words)
    if not reason.basis:
        return words
    by = "Thuộc đối tượng theo" if condition is Condition.ELIGIBLE else "Căn cứ xét:"
    return f"{words}\n{by} {reason.basis}."


def span_words(verdict: Verdict, today: date) -> str:
    """From when until when, "" where that is not known; dates as dd/mm/yyyy."""
    first, last = full(verdict.eligible_from), full(verdict.eligible_until)
    if first is None or (last is not None and last < first):
        return ""
    if today < first:
        words = "Sẽ đủ điều kiện"
    elif last is not None and last < today:
        words = "Đã từng đủ điều kiện"
    else:
        words = "Đủ điều kiện" if verdict.condition is Condition.ELIGIBLE else "Chắc chắn đủ điều kiện"
    until = f" đến {show(verdict.eligible_until)}" if last else ""
    return f"{words} từ {show(verdict.eligible_from)}{until}."


class Block(QFrame):
    """A coloured block of the panel: icon, title, lines of text; ``body`` takes more."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._icon, self._title, self._text = (
            Picture("info", "primary"),
            label("", "heading", wrap=True),
            label("", wrap=True),
        )
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self.body, 1)

    @property
    def words(self) -> str:
        """All that it says."""
        return f"{self._title.text()}\n{self._text.text()}".strip()

    def say(self, level: str, title: str, lines: Sequence[str] = ()) -> None:
        """Show a title and lines at a level (info, ok, warning, error); empty lines are left out."""
        text = "\n".join(line for line in lines if line)
        if (level, title, text) == (self.property("level"), self._title.text(), self._text.text()):
            return
        mark(self, "level", level)
        self._icon.show_icon(*_ICONS[level])
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(self.words)


class VerdictPanel(QWidget):
    """Being entitled, being free on that day, already having a domain: three things apart."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._condition, self._free, self._used = Block(), Block(), Block()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(f"Đối tượng của tên miền {zone}", "label", wrap=True))
        column.addWidget(self._condition)
        column.addWidget(self._used)
        column.addWidget(label("Miễn phí ngày hôm nay", "label", wrap=True))
        column.addWidget(self._free)
        self._used.say("info", "Đã có tên miền miễn phí", ["Mỗi đối tượng được một tên miền; không đề xuất thêm."])
        self._used.hide()

    def show_verdict(self, verdict: Verdict, today: date) -> None:
        """Say it."""
        lines = [reason_words(reason, verdict.condition) for reason in verdict.reasons]
        self._condition.say(
            LEVELS[verdict.condition], say("condition", verdict.condition), [*lines, span_words(verdict, today)]
        )
        self._free.say(_FREE_LEVELS[verdict.period], f"{today:%d/%m/%Y}", [f"{say('period', verdict.period)}."])
        self._used.setVisible(verdict.used)

    @property
    def words(self) -> str:
        """All that it says."""
        used = [self._used.words] if self._used.isVisibleTo(self) else []
        return "\n".join([self._condition.words, *used, self._free.words])
