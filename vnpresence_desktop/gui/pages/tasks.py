"""Nhiệm vụ: what was done in a period on each task of the plan's annex, and with what evidence."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.programme import Task
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.period_box import PeriodBox
from vnpresence_desktop.gui.pages.task_acts import TasksActs
from vnpresence_desktop.gui.pages.task_card import TaskCard
from vnpresence_desktop.gui.parts import GAP, Page, label, reveal, row, scrolling
from vnpresence_desktop.work.tasks import TaskRow

__all__ = ["TasksActs", "TasksPage"]

_KEYS = "Tự lưu khi gõ · Ctrl+↓, Ctrl+↑: sang nhiệm vụ khác"
_UNKEPT = ("Chưa sang kỳ khác được vì còn nội dung chưa lưu.", "Hãy xem dòng báo lỗi dưới nhiệm vụ đang ghi.")


class TasksPage(Page):
    """The page; what is typed is kept at once, there is no button to save.

    Attributes:
        cards: of the period shown, in the plan's order.
        period: the choice of the period.
    """

    def __init__(self, acts: TasksActs) -> None:
        self.period = PeriodBox()
        self._asked = label("&Kỳ báo cáo", "muted", buddy=self.period)
        super().__init__("Nhiệm vụ", self._asked, self.period)
        self._acts, self._shown, self._told_unsafe = acts, "", False
        self.notice, self.days, self._keys = Notice(), label("", "muted"), label(_KEYS, "small")
        self.cards: list[TaskCard] = []
        column = QWidget()
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(GAP)
        self._area = scrolling(column)
        self.body.addWidget(self.notice)
        self.body.addLayout(row(self.days, None, self._keys))
        self.body.addWidget(self._area, 1)
        self.period.chosen.connect(self._show)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_seen)

    # -- what is shown

    def arrive(self) -> None:
        """Show what stands now, with the keyboard where it was, else at the first task that lacks its result."""
        if self._offer() and self._show(self.period.period):
            place = self.focusWidget()
            if place and self._area.isAncestorOf(place):
                place.setFocus()
            else:
                self._go(self._first())

    def show_period(self, period_id: str) -> None:
        """Go to the first task that lacks its result in a period, e.g. from the report's list of what is missing."""
        if self._offer():
            self.period.put(period_id)
            if self._show(self.period.period):
                self._go(self._first())

    def _offer(self) -> bool:
        """Offer the periods; returns whether that went. Where there is no period, e.g. no programme, only that is said."""
        try:
            self.period.offer(self._acts.periods())
        except UserError as error:
            self.notice.say("error" if self.period.period else "warning", error.title, error.advice)
            return False
        finally:
            for part in (self._asked, self.period, self._keys):
                reveal(part, shown=bool(self.period.period))
        return True

    def _show(self, period: str) -> bool:
        """Show a period, unless words of the one shown before can't be kept; returns whether its tasks are there."""
        try:
            rows = self._acts.tasks_of(period) if self.flush() else None
        except UserError as error:
            self.notice.show_error(error)
            return False
        if rows is None:
            self.period.put(self._shown)
            self.notice.say("error", *_UNKEPT)
            return False
        self.notice.clear()
        self.days.setText(self.period.days)
        self._shown = period
        self._load(rows)
        return bool(self.cards)

    def _load(self, rows: Sequence[TaskRow]) -> None:
        if not self.cards:
            self._make([one.task for one in rows])
        for card, one in zip(self.cards, rows, strict=True):
            card.load(one, self._shown)
        self._count()

    def _make(self, tasks: Sequence[Task]) -> None:
        """The cards, once: a programme's tasks stay while the window is open."""
        for task in tasks:
            card = TaskCard(task, self._acts)
            card.kept.connect(self._count)
            card.step.connect(partial(self._step, card))
            self._column.addWidget(card)
            self.cards.append(card)
        self._column.addStretch(1)

    def _count(self) -> None:
        done = sum(card.done for card in self.cards)
        self.set_pill(f"{done}/{len(self.cards)} đã ghi" if self.cards else "")

    # -- ways between tasks

    def _first(self) -> TaskCard:
        return next((card for card in self.cards if not card.done), self.cards[0])

    def _step(self, card: TaskCard, way: int) -> None:
        place = self.cards.index(card) + way
        if 0 <= place < len(self.cards):
            self._go(self.cards[place])

    def _go(self, card: TaskCard) -> None:
        card.result.widget.setFocus()
        self._keep_seen()

    def _keep_seen(self) -> None:
        """The task with the keyboard is seen whole, also when cards have just got their places or the window its size."""
        place = self.focusWidget()
        for card in self.cards:
            if place and card.isAncestorOf(place):
                self._area.ensureWidgetVisible(card, 0, GAP)

    # -- what is kept

    def flush(self) -> bool:
        """Keep everything typed; returns whether nothing is left that only the window holds."""
        kept = [card.flush() for card in self.cards]
        return all(kept)

    def may_leave(self) -> bool:
        """The window closes: what was typed is kept. Where that fails it stays open once, to say so."""
        safe, told = self.flush(), self._told_unsafe
        self._told_unsafe = not safe
        return safe or told

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing typed waits while the page is out of sight."""
        super().hideEvent(event)
        self.flush()
