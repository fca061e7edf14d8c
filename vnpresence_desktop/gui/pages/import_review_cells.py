"""What a cell of the repair grid shows: the value as it will be stored, what is wrong with it, what stood in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from vnpresence_desktop.domain import originals
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Problem, Severity
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.gui.pages.candidate_kinds import value_text
from vnpresence_desktop.gui.pages.import_review_kinds import waits
from vnpresence_desktop.gui.pages.import_review_said import Said
from vnpresence_desktop.work.importing import Fate, Line, Match, Outlook, in_file
from vnpresence_desktop.work.texts import message

ACCEPTED = "accepted"
"""Level of a warning that may stand."""
_LEVELS = ("error", "warning", ACCEPTED, "hint")
"""From the weightiest on."""
_NOTHING = ("", None, ())
FATES = {
    Fate.NEW: ("Thêm mới", "plus", "ok"),
    Fate.UPDATED: ("Bổ sung", "pencil", "primary"),
    Fate.SAME: ("Đã có", "circle-check", "muted"),
    Fate.WRONG: ("Có lỗi", "circle-alert", "error"),
    Fate.LEFT_OUT: ("Bỏ qua", "x", "muted"),
}
"""Word, icon and colour."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell.

    Attributes:
        text: as seen.
        level: of the weightiest problem: error, warning, accepted, hint; "" for none.
        lost: the text is the file's, and nothing of it will be stored.
        changed: the officer typed it.
        ink: name of a colour in place of the usual one; "" for none.
        icon: in place of the level's.
    """

    text: str
    level: str = ""
    lost: bool = False
    changed: bool = False
    ink: str = ""
    icon: str = ""


class Cells:
    """Reads the cells of an outlook; what was said since it was worked out is shown already."""

    def __init__(self, outlook: Outlook, said: Said) -> None:
        self.outlook, self.then, self.said = outlook, said, said
        self._attributes = {info.name: info.attribute for info in fields(outlook.kind)}

    def value(self, record: Candidate, field: str) -> str:
        """A field as it is stored, in words; "" for nothing."""
        value: Value = getattr(record, self._attributes.get(field, ""), "")
        return in_words(self.outlook.kind, field, value)

    def original(self, line: Line, field: str) -> str:
        """What stood in the file, before its spelling was mended."""
        kept = originals.read(line.record.originals).get(field, "")
        return kept or in_file(self.outlook.found, line.row, field)

    def typed(self, line: Line, field: str) -> str | None:
        """What the officer typed; None for nothing."""
        return self.said.choices.edits.get(line.row, {}).get(field)

    def shown(self, line: Line, field: str) -> Shown:
        """A field's cell."""
        typed = self.typed(line, field)
        if typed != self.then.choices.edits.get(line.row, {}).get(field):
            return Shown(self.original(line, field) if typed is None else typed, changed=typed is not None, ink="muted")
        level, text = self.level(line, field), self.value(line.record, field)
        lost = ""
        if not text and level in ("error", "warning", ACCEPTED):
            lost = self.original(line, field) if typed is None else typed
        quiet = bool(lost) or line.fate is Fate.LEFT_OUT
        return Shown(text or lost, level, bool(lost), typed is not None, "muted" if quiet else "")

    def fate(self, line: Line) -> Shown:
        """What becomes of a row; a sign where something about the whole row is to be decided."""
        now, then = (line.row in said.decisions.left_out for said in (self.said, self.then))
        fate = line.fate if now == then else Fate.LEFT_OUT if now else Fate.NEW
        word, icon, ink = FATES[fate]
        level = self.level(line, "")
        return Shown(word, level, ink=ink, icon="triangle-alert" if level == "warning" else icon)

    def level(self, line: Line, field: str) -> str:
        """Of the weightiest problem of a field."""
        found = {self.weight(line, item) for item in line.problems if item.field == field}
        return next((level for level in _LEVELS if level in found), "")

    def weight(self, line: Line, item: Problem) -> str:
        """The level of a problem; of a row that is left out nothing weighs."""
        if line.fate is Fate.LEFT_OUT:
            return "hint"
        if item.severity is Severity.WARNING and not waits(line, item, self.then.decisions):
            return ACCEPTED
        return item.severity.value

    def why(self, line: Line, field: str) -> str:
        """What a tooltip and a screen reader add to a cell."""
        return "\n".join(self._why(line, field))

    def _why(self, line: Line, field: str) -> Iterator[str]:
        typed, original = self.typed(line, field), self.original(line, field)
        if typed is not None:
            yield f"Đã sửa; trong tệp ghi “{original}”." if original else "Đã sửa; trong tệp để trống."
        for item in line.problems:
            if item.field == field:
                yield message(item)
        if typed is None and original and original != self.value(line.record, field):
            yield f"Trong tệp: “{original}”."

    def why_fate(self, line: Line) -> str:
        """What becomes of a row, and why."""
        told = [item for item in line.problems if not item.field or item.severity is Severity.ERROR]
        return "\n".join([fate_words(line), *map(message, told)])


def in_words(kind: Kind, field: str, value: Value) -> str:
    """A value in words; "" for nothing."""
    return "" if value in _NOTHING else value_text(kind, field, value)


def fate_words(line: Line) -> str:
    """What becomes of a row, in a sentence."""
    if line.fate is Fate.NEW:
        return "Thêm một hồ sơ mới vào sổ."
    if line.fate is Fate.WRONG:
        return "Chưa nhập được vì còn lỗi: hãy sửa, hoặc bỏ dòng này."
    if line.fate is Fate.LEFT_OUT or line.match is None:
        return "Không nhập dòng này."
    there = whose(line.match)
    if line.fate is Fate.UPDATED:
        return f"Bổ sung vào {there}."
    return f"Đã có đủ ở {there}; không phải ghi gì thêm."


def whose(match: Match) -> str:
    """The record that a row may be, e.g. "hồ sơ “Tạp hóa Hòa” trong sổ", "dòng 12 của danh sách"."""
    return f"dòng {match.row} của danh sách" if match.row else f"hồ sơ “{match.record.name}” trong sổ"
