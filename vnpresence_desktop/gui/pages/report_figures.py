"""The period's figures by group, each with the way to the list of whom it counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from vnpresence_desktop.domain.figures import Figure, Measure
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.report import Rate, show_number, show_rate
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.report_acts import ReportActs
from vnpresence_desktop.gui.parts import Card, button, label
from vnpresence_desktop.gui.preview import Renderer
from vnpresence_desktop.work.figure_lists import has_list
from vnpresence_desktop.work.texts import say

SHOWN = ("present", "eligible", "reached", "proposed", "registered")
_STOCKS = ("present", "eligible")
"""The same in the period and cumulative."""


def words_of(measure: Measure) -> str:
    """E.g. "1.032 / 1.200 · 86,0%"; the number alone where it has no denominator."""
    value = show_number(measure.value)
    if not measure.of:
        return value
    return f"{value} / {show_number(measure.of)} · {show_rate(Rate(measure.value, measure.of))}"


@dataclass(frozen=True, slots=True)
class _Drawing:
    """For the preview, see `report_preview.Drawing`."""

    renderer: Renderer
    draw: Callable[[str], bytes]
    broke: Callable[[Exception], object]


class FiguresCard(Card):
    """Figures of a period. What the preview counts for its pages is shown too, so that the register is read once.

    Use: give ``drawing`` to the preview, `take` when it has ended, `count` where it draws nothing.
    """

    def __init__(self, acts: ReportActs, jobs: Jobs) -> None:
        super().__init__("Số liệu của kỳ", "list-checks", "Lũy kế từ ngày đầu chương trình")
        self._acts, self._jobs, self._period = acts, jobs, ""
        self._counted: dict[str, Sequence[Figure]] = {}
        self._counting = ""
        self.drawing = _Drawing(acts.renderer, self._draw, acts.broke)
        self.notice = Notice()
        self.values = {f"{name}_{kind}": label("…") for name in SHOWN for kind in CANDIDATES}
        self.flows = {figure: label("", "small") for figure in self.values if figure.rpartition("_")[0] not in _STOCKS}
        self.links = {figure: self._link(figure) for figure in self.values if has_list(figure)}
        self.body.addWidget(self.notice)
        self.body.addLayout(self._grid())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column, kind in enumerate(CANDIDATES):
            grid.addWidget(label(capital(say("kind", kind)), "label"), 0, column)
            grid.setColumnStretch(column, 1)
        for place, name in enumerate(SHOWN):
            grid.addWidget(label(say("figure", name), "muted"), 2 * place + 1, 0, 1, len(CANDIDATES))
            for column, kind in enumerate(CANDIDATES):
                grid.addWidget(self._cell(f"{name}_{kind}"), 2 * place + 2, column, Qt.AlignmentFlag.AlignTop)
        return grid

    def _cell(self, figure: str) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        for part in (self.values[figure], self.flows.get(figure), self.links.get(figure)):
            if part is not None:
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        return cell

    def _link(self, figure: str) -> QPushButton:
        made = button("Xem danh sách", partial(self._open, figure), kind="link")
        made.setProperty("flush", "true")  # it begins under the number
        name, _, group = figure.rpartition("_")
        made.setAccessibleName(f"Xem danh sách: {say('figure', name)} {say('kind', Kind(group))}")
        made.setEnabled(False)
        return made

    def _open(self, figure: str) -> None:
        with self.notice.telling():
            self._acts.open_figure(figure, self._period)

    # -- counting

    def show_period(self, period: str) -> None:
        """Figures of this period are wanted; what was counted before may have changed."""
        if period != self._period:
            self._put({})
        self._period = period
        self._counted.clear()

    def _draw(self, period: str) -> bytes:
        """In a job's thread: nothing of the window is touched."""
        return self._acts.draw(period, partial(self._counted.__setitem__, period))

    def take(self) -> None:
        """Show what was counted on the way, if it was."""
        if self._period in self._counted:
            self.notice.clear()
            self._put({item.id: item for item in self._counted[self._period]})

    def count(self) -> None:
        """Count in a job, where it is not done or begun."""
        period = self._period
        if not period or period in self._counted or self._counting == period:
            return
        self._counting = period
        job = self._jobs.start(lambda _: self._acts.figures(period))
        job.done.connect(lambda figures: self._counted.update({period: figures}))
        job.failed.connect(self.notice.show_error)
        job.broke.connect(self._acts.broke)
        job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._counting = ""
        self.take()

    def _put(self, found: Mapping[str, Figure]) -> None:
        for figure, value in self.values.items():
            value.setText(words_of(found[figure].cumulative) if figure in found else "…")
        for figure, flow in self.flows.items():
            flow.setText(f"trong kỳ {show_number(found[figure].period.value)}" if figure in found else "")
        for figure, link in self.links.items():
            link.setEnabled(figure in found and found[figure].cumulative.value > 0)
            link.setToolTip("" if link.isEnabled() else "Không có hồ sơ nào" if found else "Đang tính")
