"""What has to be looked at again in a list: grouped by what is wrong, row by row beneath; and the question about zeros."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from vnpresence_desktop.domain.problems import Problem, Severity
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.icons import icon
from vnpresence_desktop.gui.parts import Card, label, row
from vnpresence_desktop.gui.tokens import tokens
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.importing import RowProblem
from vnpresence_desktop.work.texts import label as name_of
from vnpresence_desktop.work.texts import message

_SHOWN = 200
"""Rows named in a group; of more only the number."""
_APART = 6
"""Pixels between the words of two lines."""
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1}
_ICONS = {Severity.ERROR: ("circle-alert", "error"), Severity.WARNING: ("triangle-alert", "warning")}


def group(problems: Sequence[RowProblem]) -> list[tuple[Problem, list[RowProblem]]]:
    """Problems by what is wrong, errors first, the most frequent first; hints are left out.

    Returns:
        Each with one problem that stands for all: with its values where they are the same, without where they differ.
    """
    groups: defaultdict[tuple[str, str, Severity], list[RowProblem]] = defaultdict(list)
    for item in problems:
        if item.problem.severity in _WEIGHT:
            groups[(item.problem.field, item.problem.code, item.problem.severity)].append(item)
    ordered = sorted(groups.values(), key=lambda items: (_WEIGHT[items[0].problem.severity], -len(items)))
    return [(_common(items), items) for items in ordered]


def _common(items: Sequence[RowProblem]) -> Problem:
    first = items[0].problem
    same = all(item.problem.values == first.values for item in items)
    return first if same else Problem(first.field, first.code, first.severity)


class _Wrapped(QStyledItemDelegate):
    """Lines as high as their words need in the width there is; Qt's tree gives them no width to measure by."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """The size in the column's width, less what the branch takes."""
        depth = 2 if index.parent().isValid() else 1
        room = QStyleOptionViewItem(option)
        room.rect = QRect(0, 0, self._tree.columnWidth(index.column()) - depth * self._tree.indentation(), 1)
        wanted = super().sizeHint(room, index)
        return QSize(wanted.width(), wanted.height() + _APART)


class ProblemCard(Card):
    """The card.

    Signals:
        confirmed_changed(): the officer answered about zeros; `confirmed` tells it.
    """

    confirmed_changed = Signal()

    def __init__(self) -> None:
        super().__init__("Cần xem lại", "triangle-alert")
        self.model = QStandardItemModel(self)
        self.tree = QTreeView()
        self.tree.setModel(self.model)
        self.tree.setAccessibleName("Những điều cần xem lại, theo loại và theo dòng")
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setAlternatingRowColors(True)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(_Wrapped(self.tree))
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().sectionResized.connect(self.tree.scheduleDelayedItemsLayout)
        self.tree.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._questions: dict[str, QCheckBox] = {}
        self._holders: list[QWidget] = []
        self._asked = QVBoxLayout()
        self._asked.setSpacing(0)
        self.body.addLayout(self._asked)
        self.body.addWidget(self.tree, 1)
        self.clear("Chưa đọc tệp nào.")

    def begin(self) -> None:
        """Another list: nothing is answered yet."""
        for holder in self._holders:
            holder.hide()
            holder.deleteLater()
        self._questions, self._holders = {}, []
        self.clear("Chưa đọc xong tệp.")

    @property
    def confirmed(self) -> frozenset[str]:
        """Fields of which the officer said that the zeros put back are right."""
        return frozenset(field for field, box in self._questions.items() if box.isChecked())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, from above to below."""
        return (*self._questions.values(), self.tree)

    def question(self, field: str) -> QCheckBox:
        """The box to tick for a field."""
        return self._questions[field]

    def ask(self, restored: Mapping[str, int]) -> None:
        """Ask once a column about numbers that lost zeros in Excel."""
        for field, count in restored.items():
            if field not in self._questions:
                self._questions[field] = self._question(field, count)

    def _question(self, field: str, count: int) -> QCheckBox:
        words = f"{number(count)} {name_of(field)} mất số 0 đầu (do Excel), đã thêm lại."
        box = QCheckBox("Đã đối chiếu, đúng")
        box.setToolTip("Không đánh dấu thì các số này vẫn được nhập, ghi là chưa xác nhận.")
        box.setAccessibleName(f"{words} Đã đối chiếu, đúng")
        box.toggled.connect(self.confirmed_changed)
        holder = QWidget()
        line = row(label(words, wrap=True), box)
        line.setStretch(0, 1)
        holder.setLayout(line)
        self._asked.addWidget(holder)
        self._holders.append(holder)
        return box

    def clear(self, words: str) -> None:
        """Show no problem but these words."""
        self.model.clear()
        self.model.setHorizontalHeaderLabels(["Điều cần xem lại", "Số dòng"])
        self.model.appendRow([_plain(words), _plain("")])
        self._fit()

    def show_problems(self, problems: Sequence[RowProblem]) -> None:
        """Show these, closed; the first group can be opened by the arrow key."""
        self.clear("Không có gì cần xem lại.")
        rows = [_group_row(common, items) for common, items in group(problems)]
        if rows:
            self.model.removeRow(0)
        for line in rows:
            self.model.appendRow(line)

    def _fit(self) -> None:
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)


def _group_row(common: Problem, items: Sequence[RowProblem]) -> list[QStandardItem]:
    name = capital(name_of(common.field)) if common.field else ""
    head = _plain(f"{name}: {message(common)}" if name else message(common))
    head.setIcon(icon(_ICONS[common.severity][0], str(getattr(tokens(), _ICONS[common.severity][1])), 16))
    rows = len({item.row for item in items})
    count = _plain(number(rows))
    count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for item in items[:_SHOWN]:
        head.appendRow([_plain(f"Dòng {item.row}: {message(item.problem)}"), _plain("")])
    if len(items) > _SHOWN:
        head.appendRow([_plain(f"… và {number(len(items) - _SHOWN)} dòng nữa"), _plain("")])
    return [head, count]


def _plain(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(text)
    return item
