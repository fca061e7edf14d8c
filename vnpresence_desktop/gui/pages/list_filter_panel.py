"""The panel of filters: every usual choice with how many records it shows, one list for the arrows and Space."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from vnpresence_desktop.domain.dates import full, show
from vnpresence_desktop.domain.eligibility import Condition
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.choice_list import Choice, ChoiceList, Section
from vnpresence_desktop.gui.dates import DateEdit
from vnpresence_desktop.gui.pages.candidate_kinds import choices
from vnpresence_desktop.gui.pages.list_narrowing import Narrowing
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.side import SidePanel
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.list_census import LACKING
from vnpresence_desktop.work.list_filters import Part, words
from vnpresence_desktop.work.texts import say

_ORDER = ("condition", "domain", "reached", "hamlet", "state", "wish", "missing", "doubt", "source")
_FIXED = {
    "condition": tuple(code.value for code in Condition),
    "domain": ("none", "open", "held", "ended"),
    "reached": ("no", "yes"),
    "doubt": ("unconfirmed", "accepted"),
}


class FilterPanel(SidePanel):
    """See the module's text."""

    def __init__(self, narrowing: Narrowing, hamlets: Callable[[], Sequence[str]], today: Callable[[], date]) -> None:
        super().__init__("Lọc danh sách")
        self._narrowing, self._hamlets = narrowing, hamlets
        self.list = ChoiceList("Điều kiện lọc; phím cách để chọn")
        self.since = DateEdit(today)
        self.since.setAccessibleName("Chỉ hồ sơ sửa từ ngày")
        named = label("Sửa từ ngày", buddy=self.since)
        self.clear = button("Xóa lọc", narrowing.clear)
        self.body.addWidget(self.list, 1)
        since = row(named, self.since)
        since.setStretch(1, 1)
        self.body.addLayout(since)
        self.body.addLayout(row(label("Phím cách: chọn · Esc: về danh sách", "small", wrap=True), None, self.clear))
        self.list.turned.connect(self._turn)
        self.since.editingFinished.connect(self._since)
        narrowing.changed.connect(self._refresh)
        narrowing.counted.connect(self._refresh)

    def begin(self) -> None:
        """Count and show the choices there are."""
        self._narrowing.take_census()
        self._fill()

    def first(self) -> QWidget:
        """The list."""
        return self.list

    def _refresh(self) -> None:
        if not self.isHidden():
            self._fill()

    def _fill(self) -> None:
        chosen = set(self._narrowing.parts)
        self.list.show_sections([self._section(group, chosen) for group in _ORDER])
        self.clear.setEnabled(self._narrowing.narrow)
        self.clear.setToolTip("" if self._narrowing.narrow else "Danh sách chưa lọc gì")
        if not self.since.hasFocus():
            self.since.put(self._narrowing.wanted.filter.updated_since)

    def _section(self, group: str, chosen: set[Part]) -> Section:
        offered = dict.fromkeys([Part(group, code) for code in self._codes(group)])
        offered |= dict.fromkeys(part for part in self._narrowing.parts if part.group == group)
        return Section(say("choice_group", group), [self._choice(part, chosen) for part in offered])

    def _choice(self, part: Part, chosen: set[Part]) -> Choice:
        census = self._narrowing.census
        counted = f" ({number(census.counts.get(part, 0))})" if census else ""
        return Choice(part, f"{words(self._narrowing.kind, part)}{counted}", part in chosen)

    def _codes(self, group: str) -> Iterator[str]:
        kind, census = self._narrowing.kind, self._narrowing.census
        met = census.codes(group) if census else ()
        if group == "hamlet":
            yield from dict.fromkeys((*self._hamlets(), *met))
        elif group == "source":
            yield from met
        elif group == "missing":
            yield from LACKING[kind]
        else:
            yield from _FIXED.get(group) or _usual(kind, group)

    def _turn(self, part: Part, ticked: bool) -> None:  # noqa: FBT001 - what the signal carries
        (self._narrowing.put if ticked else self._narrowing.drop)(part)

    def _since(self) -> None:
        typed = self.since.iso()
        before = self._narrowing.wanted.filter.updated_since
        day = full(typed)
        if day and typed != before:
            self._narrowing.put(Part("since", typed))
        elif not typed and before:
            self._narrowing.drop(Part("since", before))
        elif typed and not day:
            self.since.setText(show(before))


def _usual(kind: Kind, group: str) -> Iterator[str]:
    return (str(code) for code, _ in choices(kind, group))
