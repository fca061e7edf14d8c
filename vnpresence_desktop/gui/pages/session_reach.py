"""Tick who a session reached by name: search as you type, by group and hamlet, or paste a list."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.pages.session_acts import SessionsActs
from vnpresence_desktop.gui.pages.session_paste import PasteBox
from vnpresence_desktop.gui.pages.session_ticks import TickHistory
from vnpresence_desktop.gui.parts import Card, button, label, reveal, row
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.search_line import SearchLine
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.vietnamese import number

GROUPS = {Kind.HOUSEHOLD: "Hộ kinh doanh", Kind.ENTERPRISE: "Doanh nghiệp", Kind.CITIZEN: "Công dân"}
_COUNTED = {Kind.HOUSEHOLD: "hộ", Kind.ENTERPRISE: "doanh nghiệp", Kind.CITIZEN: "công dân"}
_TICKED = "ticked"
"""Stands among the groups: everyone who is ticked."""
_NARROW = 62
"""Letters that the card must have room for to show the hamlets too."""
_NOBODY = (
    "Không có ai ở đây. Hãy bớt chữ đang tìm, chọn “Mọi nhóm”, “Mọi ấp, khu vực”; "
    "người chưa có trong sổ thì ghi vào sổ trước."
)
_COLUMNS = (
    Column(title="Tên", width=13, stretch=True),
    Column(title="Chủ hộ, ngày sinh", width=18),
    Column(title="Ấp, khu vực", width=14),
)


class ReachPicker(Card):
    """The candidates with their ticks.

    Signals:
        ticked(): who is ticked changed by the user's hand; `reached` and `counts` tell it.
        failed(object): the register can't be read, a `UserError`.
    """

    ticked = Signal()
    failed = Signal(object)

    def __init__(self, acts: SessionsActs) -> None:
        super().__init__("Người được tiếp cận", "users", "Phím cách: chọn")
        self._acts, self._quiet = acts, False
        self._history = TickHistory()
        self.counts: Mapping[Kind, int] = dict.fromkeys(CANDIDATES, 0)
        self.search = SearchLine("Tìm người được tiếp cận", "Tìm tên, số định danh, điện thoại; gõ không dấu cũng được")
        self.group, self.hamlet = QComboBox(), QComboBox()
        self.table = RecordTable(
            _COLUMNS,
            self._ids,
            self._rows,
            name="Người có thể được tiếp cận",
            empty=_NOBODY,
            tickable=True,
        )
        self.told = label("", "label", wrap=True)
        self.paste = PasteBox(acts.match_lines)
        self._prepare()
        self._lay_out()
        self._connect()

    def _prepare(self) -> None:
        self.group.addItem("Mọi nhóm", None)
        for kind, text in GROUPS.items():
            self.group.addItem(text, kind)
        self.group.addItem("Người đã chọn", _TICKED)
        self.group.setAccessibleName("Lọc theo nhóm")
        self.hamlet.setAccessibleName("Lọc theo ấp, khu vực")
        self.all, self.none = button("Chọn cả danh sách", self._tick_shown), button("Bỏ chọn hết", self._untick)
        self.from_list = button("Dán danh sách…", self._turn_paste)
        self.back = button("Hoàn tác", self.take_back, "undo-2")
        self.back.setAccessibleDescription("Ctrl+Z")
        for box in (self.group, self.hamlet):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)

    def _lay_out(self) -> None:
        self.body.addWidget(self.search)
        filters = row(self.group, self.hamlet)
        filters.setStretch(0, 1)
        filters.setStretch(1, 1)
        self.body.addLayout(filters)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.paste, 1)
        told = row(self.told, self.from_list)
        told.setStretch(0, 1)
        self.body.addLayout(told)
        self.body.addLayout(row(self.all, self.none, self.back, None))
        self._show_paste(shown=False)

    def _connect(self) -> None:
        self.search.lead(self.table)
        self.search.textChanged.connect(self.load)
        self.group.currentIndexChanged.connect(self.load)
        self.hamlet.currentIndexChanged.connect(self.load)
        self.table.ticks_changed.connect(self._count)
        self.table.counted.connect(self._found)
        self.paste.matched.connect(self._take)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.take_back)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # a text box keeps its own

    # -- what the page does with it

    def begin(self, reached: Collection[str]) -> None:
        """Show everybody, with these ticked, quietly; raises UserError, then nothing is changed."""
        hamlets = self._acts.hamlets()
        self._quiet = True
        self._offer_hamlets(hamlets)
        self.search.clear()
        self.group.setCurrentIndex(0)
        self.paste.begin()
        self._show_paste(shown=False)
        self.table.tick(self.table.ticked(), ticked=False)
        self.table.tick(reached)
        self._quiet = False
        self._history.begin(self.reached)
        self._offer_back()
        self.load()

    @property
    def reached(self) -> frozenset[str]:
        """Ids of the candidates ticked."""
        return self.table.ticked()

    def load(self) -> None:
        """Show who fits the search and the filters."""
        if self._quiet:
            return
        try:
            self.table.load(self.search.text())
        except UserError as error:
            self.failed.emit(error)

    def take_back(self) -> None:
        """The ticks as they were before the last change."""
        if not self.back.isEnabled():
            return
        before, had_keyboard = self._history.back(), self.back.hasFocus()
        self._quiet = True
        self.table.tick(self.reached - before, ticked=False)
        self.table.tick(before)
        self._quiet = False
        self.load()
        self._offer_back()
        if had_keyboard and not self.back.isEnabled():  # a button that goes out would hand it to anywhere
            (self.table if self.paste.isHidden() else self.paste.lines).setFocus()
        self.ticked.emit()

    # -- inside

    def _offer_back(self) -> None:
        last = self._history.last
        self.back.setEnabled(bool(last))
        self.back.setToolTip(f"{last} · Ctrl+Z" if last else "Chưa chọn hay bỏ chọn ai để hoàn tác")

    def _offer_hamlets(self, names: Sequence[str]) -> None:
        self.hamlet.clear()
        self.hamlet.addItem("Mọi ấp, khu vực", "")
        for name in names:
            self.hamlet.addItem(name, name)

    def _ids(self, text: str) -> Sequence[str]:
        group, hamlet = self.group.currentData(), self.hamlet.currentData() or ""
        if group != _TICKED:
            # Qt hands a StrEnum back as a plain text.
            return self._acts.candidate_ids(text, Kind(group) if group else None, hamlet)
        ticked = self.table.ticked()
        return [one for one in self._acts.candidate_ids(text, None, hamlet) if one in ticked]

    def _rows(self, ids: Sequence[str]) -> Sequence[Row]:
        return [(one.name, one.known_by, one.hamlet) if one else () for one in self._acts.people(ids)]

    def _tick_shown(self) -> None:
        self.table.tick_shown()

    def _untick(self) -> None:
        self.table.tick(self.table.ticked(), ticked=False)

    def _turn_paste(self) -> None:
        self._show_paste(shown=self.paste.isHidden())
        (self.search if self.paste.isHidden() else self.paste.lines).setFocus()

    def _show_paste(self, *, shown: bool) -> None:
        for widget in (self.search, self.group, self.hamlet, self.table, self.all, self.none):
            reveal(widget, shown=not shown)
        reveal(self.paste, shown=shown)
        self.from_list.setText("Xong" if shown else "Dán danh sách…")

    def _take(self, ids: Sequence[str]) -> None:
        self.table.tick(ids)

    def _found(self, count: int) -> None:
        self.all.setText(f"Chọn cả {number(count)}" if count else "Chọn cả danh sách")
        self.all.setEnabled(count > 0)
        self.all.setToolTip("" if count else "Danh sách đang trống")

    def _count(self) -> None:
        reached = self.table.ticked()
        try:
            self.counts = self._acts.count_kinds(reached)
        except UserError as error:
            self.failed.emit(error)
        parts = [f"{number(count)} {_COUNTED[kind]}" for kind, count in self.counts.items() if count]
        self.told.setText(f"Đã chọn {number(len(reached))}" + (f": {', '.join(parts)}" if parts else ""))
        self.none.setEnabled(bool(reached))
        self.none.setToolTip("" if reached else "Chưa chọn ai")
        if not self._quiet and self._history.take(reached):
            self._offer_back()
            self.ticked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow the names need the room; the hamlet is in the filter then."""
        super().resizeEvent(event)
        self.table.setColumnHidden(2, self.width() < self.fontMetrics().averageCharWidth() * _NARROW)
