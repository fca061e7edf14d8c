"""One row of a list beside the register: what it is, field by field what differs, whose record to look at."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.parts import Card, button, label, mark, reveal, row
from vnpresence_desktop.work.domain_lists import Difference, Match
from vnpresence_desktop.work.texts import label as field_label
from vnpresence_desktop.work.texts import message, say

LEVELS = {
    "new": "ok", "granted": "ok", "differs": "warning", "same": "muted", "repeated": "muted", "unclear": "warning",
    "not_found": "warning", "unreadable": "error", "invalid": "error",
}  # fmt: skip
"""Outcome → level of its words."""
_NAMES = {"number": "số định danh, mã số thuế", "owner": "tên chủ thể"}
_MOST = 4
_WHY = {
    "unclear": "Trong sổ có nhiều hồ sơ cùng tên hoặc cùng số. Hãy mở từng hồ sơ, ghi tên miền ở hồ sơ đúng.",
    "not_found": "Trong sổ không có hồ sơ nào mang số hoặc tên này. Có thể thuộc xã khác, hoặc chưa nhập hồ sơ.",
    "unreadable": "Dòng này không có tên miền .biz.vn, .id.vn đọc được.",
    "repeated": "Tên miền này đã có ở một dòng trên; chỉ xét dòng đó.",
    "same": "Sổ đã ghi đúng như danh sách.",
    "new": "Nhận thì ghi thêm tên miền này cho hồ sơ bên dưới.",
    "granted": "Nhận thì đề xuất trong sổ thành đã được cấp.",
}


def name_of(field: str) -> str:
    """A field's name as shown."""
    words = _NAMES.get(field) or field_label(field)
    return capital(words)


def value_of(difference: Difference, value: str) -> str:
    """A value as said."""
    if difference.field == "state":
        return f"“{say('registration_state', value)}”"
    return f"“{show(value)}”" if value else "chưa ghi"


def why(match: Match) -> str:
    """Why a row can or can't be taken, in a sentence or two."""
    told = [message(item) for item in match.problems]
    if match.outcome == "differs":
        told.insert(0, "Nhận thì sổ ghi theo danh sách." if match.can_be_taken else _OTHER)
    return " ".join([_WHY.get(match.outcome, ""), *told]).strip()


_OTHER = "Danh sách ghi chủ thể khác; không tự sửa hồ sơ được. Hãy mở hồ sơ để kiểm tra."


class MatchCard(Card):
    """The card of the row that is chosen.

    Attributes:
        lines: what differs, a sentence a field.
        links: a button for each record that the row may be about.
    """

    def __init__(self, open_candidate: Callable[[Candidate], object]) -> None:
        super().__init__()
        self._open = open_candidate
        self.title, self.outcome = label("", "label", wrap=True), label("", "message")
        self.why, self.differing = label("", wrap=True), label("", wrap=True)
        self._people = row()
        self.links: list[QPushButton] = []
        self.lines: list[str] = []
        head = row(self.title, self.outcome)
        head.setStretch(0, 1)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self.why)
        self.body.addWidget(self.differing)
        self.body.addLayout(self._people)
        self.hide()

    def show_match(self, match: Match | None) -> None:
        """Show a row, None hides the card."""
        reveal(self, shown=match is not None)
        if match is None:
            return
        self.title.setText(f"Dòng {match.row.row}: {match.row.domain} · {match.row.owner or 'không ghi chủ thể'}")
        self.outcome.setText(say("match", match.outcome))
        mark(self.outcome, "level", LEVELS.get(match.outcome, "hint"))
        self.why.setText(why(match))
        reveal(self.why, shown=bool(self.why.text()))
        self._show_differences(match.differences)
        self._show_people(match.candidates)

    def _show_differences(self, differences: Sequence[Difference]) -> None:
        self.lines = [
            f"{name_of(one.field)}: trong sổ {value_of(one, one.kept)}, trong danh sách {value_of(one, one.found)}"
            for one in differences
        ]
        self.differing.setText("\n".join(self.lines))
        reveal(self.differing, shown=bool(self.lines))

    def _show_people(self, people: Sequence[Candidate]) -> None:
        for link in self.links:
            link.hide()
            self._people.removeWidget(link)
            link.deleteLater()
        while self._people.takeAt(0):
            pass
        self.links = []
        for person in people[:_MOST]:
            where = f", {person.hamlet}" if person.hamlet else ""
            made = button(f"Mở hồ sơ: {person.name}{where}", partial(self._open, person), kind="link")
            self.links.append(made)
            self._people.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._people.addStretch(1)
