"""The report page: what is missing, the office's numbers and words, how it will look, who signs, the files."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.report_acts import ReportActs
from vnpresence_desktop.gui.pages.report_base import BaseCard
from vnpresence_desktop.gui.pages.report_export import ResultCard, SigningCard
from vnpresence_desktop.gui.pages.report_figures import FiguresCard
from vnpresence_desktop.gui.pages.report_missing import PeriodCard
from vnpresence_desktop.gui.pages.report_preview import PreviewPanel
from vnpresence_desktop.gui.pages.report_words import WordsCard
from vnpresence_desktop.gui.pages.verify import VerifyCard
from vnpresence_desktop.gui.parts import GAP, Page, button, into_sight, label, scrolling, tab_through
from vnpresence_desktop.gui.resting import Rest
from vnpresence_desktop.work.exporting import Done
from vnpresence_desktop.work.preparing import Gap, Missing

__all__ = ["Report", "ReportActs"]

_READY, _LACKING = "Đã đủ nội dung.", "Còn thiếu {count} điểm; vẫn xuất được bản dự thảo."
_NO_SIGNER = "Chưa xuất được: hôm nay chưa có người ký."
_UNKEPT = ("Chưa sang kỳ khác được vì còn nội dung chưa lưu.", "Hãy xem dòng báo lỗi dưới mục đang viết.")


class Report(Page):
    """The page; what is typed is kept at once, exporting is the one thing to be asked for."""

    def __init__(self, acts: ReportActs, jobs: Jobs) -> None:
        super().__init__("Báo cáo")
        self._acts, self._jobs = acts, jobs
        self.notice, self.period = Notice(), PeriodCard()
        self.figures, self.base, self.words = FiguresCard(acts, jobs), BaseCard(acts), WordsCard(acts, jobs)
        self.signing, self.result = SigningCard(), ResultCard(acts.open_folder)
        self.verify, self.preview = VerifyCard(acts.verify, jobs), PreviewPanel(self.figures.drawing, jobs)
        self._state = label("", "muted")
        self.look = button("Xem trước", self._look, "eye")
        self.look.hide()
        self._narrow = self._looking = self._exporting = self._told_unsafe = False
        self.export = button("Xuất báo cáo", self._export, "download", "primary")
        self._resting = Rest(self.export)
        self._lay_out()
        self.period.box.chosen.connect(self._choose)
        self.period.wanted.connect(self._go)
        self.base.kept.connect(self._recount)
        self.preview.ended.connect(self.figures.take)
        self.words.kept.connect(self._changed)

    def _lay_out(self) -> None:
        column = QWidget()
        cards = QVBoxLayout(column)
        cards.setContentsMargins(0, 0, 6, 0)
        cards.setSpacing(GAP)
        for card in (self.result, self.period, self.figures, self.base, self.words, self.signing, self.verify):
            cards.addWidget(card)
        cards.addStretch(1)
        self._area = scrolling(column)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(GAP)
        split.addWidget(self._area)
        split.addWidget(self.preview)
        split.setSizes([580, 520])
        self.body.addWidget(self.notice)
        self.body.addWidget(split, 1)
        self.add_bar(self._state, None, self.look, self.export)

    # -- one beside the other, or one at a time where there is no room

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough for one of the two."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._needed() - self._area.minimumSizeHint().width()), hint.height())

    def _needed(self) -> int:
        panes = self._area.minimumSizeHint().width() + self.preview.minimumSizeHint().width()
        margins = self.body.contentsMargins()
        return panes + GAP + margins.left() + margins.right()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Both, where there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters need more room; how much is known once all of the page has them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        narrow = self.width() < self._needed()
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_panes(looking=False)

    def _look(self) -> None:
        self.flush()
        self._show_panes(looking=not self._looking)
        if self._looking:
            self.preview.view.setFocus()

    def _show_panes(self, *, looking: bool) -> None:
        self._looking = looking and self._narrow and self._usable
        self.look.setVisible(self._narrow)
        self.look.setText("Về nội dung" if self._looking else "Xem trước")
        self.preview.setVisible(self._usable and (self._looking or not self._narrow))
        self._area.setVisible(not self._looking)
        self._count()

    def _count(self) -> None:
        """Where no pages are drawn the figures are counted by themselves."""
        if self._usable and self.preview.isHidden():
            self.figures.count()

    @property
    def _usable(self) -> bool:
        """Whether there is a period to report."""
        return bool(self.period.box.period)

    def _show_cards(self) -> None:
        """Where there is nothing to report, signed files can still be checked."""
        for part in (
            self.period,
            self.figures,
            self.base,
            self.words,
            self.signing,
            self.export.parentWidget(),
        ):  # the last is the bar
            if part:
                part.setVisible(self._usable)
        self._show_panes(looking=self._looking)

    # -- what is shown

    def arrive(self) -> None:
        """Show what stands now; records may have changed on other pages."""
        self.notice.clear()
        with self._telling():
            self.period.box.offer(self._acts.periods())
            self._show(self.period.box.period)
        self._show_cards()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What can't be read is told; nothing is exported then."""
        try:
            yield
        except UserError as error:
            self.notice.say("error" if self._usable else "warning", error.title, error.advice)
            self.export.setEnabled(False)
            self.export.setToolTip(error.title)

    def _choose(self, period: str) -> None:
        """Another period: what was exported before is no longer spoken of."""
        self.result.hide()
        with self._telling():
            self._show(period)

    def _show(self, period: str) -> None:
        """Show a period: its gaps, numbers, words and pages; not while words of the one shown can't be kept."""
        if not self.flush():
            self.period.box.put(self.words.period)
            raise UserError(*_UNKEPT)
        self.notice.clear()
        outlook = self._acts.outlook(period)
        self.base.load(outlook)
        self.words.load(period, outlook.words)
        self._show_gaps()
        self.figures.show_period(period)
        self.preview.show_period(period)
        self._count()

    def _show_gaps(self) -> None:
        outlook = self._acts.outlook(self.period.box.period)
        self.period.show_gaps(outlook.gaps)
        cards = (self.period, self.figures, self.base, self.words, self.signing, self.verify)
        tab_through(*cards, self.preview, self.look, self.export)
        unsigned = any(gap.what is Missing.SIGNER for gap in outlook.gaps)
        count = len(outlook.gaps)
        if self._exporting:
            return
        words = _NO_SIGNER if unsigned else _LACKING.format(count=count) if count else _READY
        self._state.setText(words)
        self.export.setEnabled(not unsigned)
        self.export.setToolTip(words if unsigned else "")

    def _recount(self) -> None:
        """Rates have other denominators now."""
        self.figures.show_period(self.period.box.period)
        self._changed()
        self._count()

    def _changed(self) -> None:
        with self._telling():
            self._show_gaps()
        self.preview.refresh()

    def _go(self, gap: Gap) -> None:
        places = {Missing.SECTION: self.words.go, Missing.BASE: self.base.go}
        if gap.what in places:
            into_sight(places[gap.what](gap.ids[0]))
        else:
            self._acts.go(gap, self.period.box.period)

    # -- what is kept

    def flush(self) -> bool:
        """Keep everything typed; returns whether no words are left that only the window holds."""
        self.base.flush()
        return self.words.flush()

    def may_leave(self) -> bool:
        """The window closes: what was typed is kept. Where that fails it stays open once, to say so."""
        safe, told = self.flush(), self._told_unsafe
        self._told_unsafe = not safe
        return safe or told

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing typed waits while the page is out of sight."""
        super().hideEvent(event)
        self.flush()

    # -- what is exported

    def _export(self) -> None:
        self.flush()
        order = self.signing.order(self.period.box.period)
        if order is None:
            return
        self.notice.clear()
        self._exporting = True
        self._resting.begin("Đang xuất")
        self._state.setText("Đang lập, ký và kiểm tra báo cáo…")
        job = self._jobs.start(lambda _: self._acts.export(order))
        job.done.connect(self._exported)
        job.failed.connect(self.notice.show_error)
        job.broke.connect(self._acts.broke)
        job.ended.connect(self._rest)

    def _rest(self) -> None:
        self._exporting = False
        self._resting.end()
        with self._telling():
            self._show_gaps()

    def _exported(self, done: Done) -> None:
        self._show_panes(looking=False)
        self.result.show_done(done)
        self._area.verticalScrollBar().setValue(0)
