"""Nhập Excel: a list is opened, looked at as it would come in, mended in place, taken in, and can be taken back whole."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages import import_words as words
from vnpresence_desktop.gui.pages.import_acts import ImportActs
from vnpresence_desktop.gui.pages.import_at_hand import AtHand
from vnpresence_desktop.gui.pages.import_bar import ImportBar
from vnpresence_desktop.gui.pages.import_batches import BatchesCard
from vnpresence_desktop.gui.pages.import_file import TITLES, FileCard
from vnpresence_desktop.gui.pages.import_holder import Holder
from vnpresence_desktop.gui.pages.import_looking import Looking
from vnpresence_desktop.gui.parts import Page, scrolling, tab_through
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.importing import Imported, Outlook
from vnpresence_desktop.work.texts import message

__all__ = ["ImportActs", "ImportPage"]

_NOTHING_WRITTEN = "Chưa có dòng nào của tệp này được ghi vào sổ."


class ImportPage(Page):
    """See the module's text.

    Signals:
        imported(): rows came into the register, or were taken back.
    """

    imported = Signal()

    def __init__(self, acts: ImportActs) -> None:
        self.file = FileCard()
        super().__init__("Nhập Excel", self.file.title, self.file.close_file)
        self._acts = acts
        self.hand = AtHand(acts, self)
        self._done, self._secret = False, ""
        self.notice = Notice()
        self.batches, self.looking = BatchesCard(acts), Looking(self.hand, acts.hamlets)
        self.bar = ImportBar(stop=self.hand.cancel, go_on=self._go_on, export=self.hand.export, take=self.import_now)
        self.take = self.bar.take
        self._stack, self._before = QStackedWidget(), scrolling(Holder(self.batches))
        self._stack.addWidget(self._before)
        self._stack.addWidget(self.looking)
        self.body.addWidget(self.file)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._stack, 1)
        self.add_bar(*self.bar.parts)
        self.setAcceptDrops(True)
        self._connect()

    def _connect(self) -> None:
        self.file.chosen.connect(self._open)
        self.file.turned.connect(self._turn_kind)
        self.file.closed.connect(self.close_file)
        self.file.password.given.connect(self._unlock)
        self.looking.turned.connect(self._order)
        self.looking.begun.connect(self.notice.clear)
        self.looking.given_up.connect(self._show_batches)
        self.batches.turned.connect(self._turned_round)
        for signal, slot in (
            (self.hand.began, self._began),
            (self.hand.advanced, self.bar.advance),
            (self.hand.seen, self._see),
            (self.hand.taken, self._taken),
            (self.hand.exported, self._exported),
            (self.hand.locked, self._locked),
            (self.hand.failed, self._failed),
            (self.hand.stopped, self._stopped),
        ):
            signal.connect(slot)
        QShortcut(QKeySequence("Ctrl+O"), self, self.file.ask)
        self._esc = QShortcut(QKeySequence("Esc"), self, self.hand.cancel)
        self._esc.setEnabled(False)

    def arrive(self) -> None:
        """What stands now: the lists taken in, or what the open list would do to the register as it is."""
        if self.hand.busy:
            return
        if self._stack.currentWidget() is self._before:
            self._show_batches()
        elif self.hand.shown:
            self.hand.look_again()
            self.looking.take_keyboard()

    def _show_batches(self) -> None:
        self._stack.setCurrentWidget(self._before)
        self.batches.arrive()
        self._order()
        self.file.open.setFocus()

    def _order(self) -> None:
        shown = self.batches if self._stack.currentWidget() is self._before else self.looking
        tab_through(self.file.close_file, self.file, self.notice, *shown.stops, *self.bar.parts)

    # -- the file

    def _open(self) -> None:
        if self.file.path:
            self._begin_file()
            self.hand.open(self.file.path, self.file.kind)

    def _begin_file(self) -> None:
        self._done, self._secret = False, ""
        self.set_pill("")
        self.notice.clear()
        self.batches.begin()
        self.looking.begin()
        self._stack.setCurrentWidget(self._before)

    def _unlock(self, password: str) -> None:
        self._secret = password
        if self.file.path:
            self.hand.open(self.file.path, self.file.kind, password)

    def close_file(self) -> None:
        """No file any more; its cells are let go."""
        self.hand.close()
        self.file.forget()
        self._begin_file()
        self._be_usable(usable=True)
        self.bar.be_idle()
        self._show_batches()

    def _turn_kind(self, kind: Kind) -> None:
        self.file.be(kind)
        if self.hand.book and not self._done:
            self.notice.clear()
            self.looking.begin()
            self.hand.be(kind)

    # -- what is seen

    def _see(self) -> None:
        if self.hand.outlook is None:
            return
        outlook = self.hand.outlook
        self._be_usable(usable=True)
        self.file.password.begin()
        self.set_pill(f"{number(len(outlook.lines))} dòng")
        self._stack.setCurrentWidget(self.looking)
        new = self.looking.see()
        self._offer(outlook)
        if new:
            self._doubt_kind(outlook)
        self._order()  # questions and their answers are other widgets each time

    def _offer(self, outlook: Outlook) -> None:
        hindrance = words.hindrance(outlook, self.looking.review.waiting)
        kept_out = 0 if words.lacking(outlook) else words.kept_out(outlook)
        self.bar.offer(words.numbers(outlook), words.written(outlook), hindrance, kept_out)

    def _doubt_kind(self, outlook: Outlook) -> None:
        """Enterprises would come in as households: said above all, mended by one press."""
        if found := words.other_kind(outlook):
            doubt, kind = found
            turn = (f"Chuyển sang “{TITLES[kind]}”", lambda: self._turn_kind(kind))
            self.notice.say("warning", message(doubt), action=turn)

    # -- what is done with it

    def import_now(self) -> None:
        """Write the rows into the register."""
        if self.take.isEnabled() and self.hand.outlook:
            self._be_usable(usable=False)  # another file now would take the place of this one half-way
            self.hand.take_in()
            self.bar.stop.setFocus()

    def _taken(self, outlook: Outlook, done: Imported) -> None:
        name, left = self.hand.name, words.kept_out(outlook)
        self._be_usable(usable=True)
        if left:
            self._done = True
            self.bar.be_done(f"{number(left)} dòng của “{name}” chưa vào sổ.", left)
        else:
            self.close_file()
        self._show_batches()
        self.notice.tell_written(
            f"Đã nhập “{name}”.",
            f"{words.numbers(outlook, done)}.",
            action=("Xem danh sách", lambda: self._acts.show_list(outlook.kind)),
            also=("Lấy lại cả lần nhập", lambda: self.batches.ask(done.batch)),
        )
        self.notice.take_keyboard()
        self.imported.emit()

    def _go_on(self) -> None:
        """Back to the rows that did not come in; those that did are left out from now on."""
        self._done = False
        self.notice.clear()
        self.looking.begin()
        self.hand.go_on()

    def _turned_round(self) -> None:
        """What was taken back, or in again, may be of the list at hand: what is known of it holds no longer."""
        self.notice.clear()
        if self._done:
            self.hand.close()
            self.file.forget()
            self._done = False
            self.bar.be_idle()
        self.imported.emit()

    def _exported(self, path: Path) -> None:
        self._settle()
        folder = ("Mở thư mục", lambda: self._acts.open_folder(path.parent))
        self.notice.say(
            "ok", f"Đã xuất các dòng cần sửa ra “{path.name}”.", "Sửa trong Excel rồi nhập lại.", action=folder
        )

    # -- how work goes

    def _began(self, what: str) -> None:
        self._esc.setEnabled(True)
        self.bar.be_busy(what)

    def _be_usable(self, *, usable: bool) -> None:
        self._esc.setEnabled(not usable)
        for part in (self.file, self.file.close_file, self._stack):
            part.setEnabled(usable)

    def _locked(self, error: UserError) -> None:
        self._be_usable(usable=True)
        self.bar.be_idle("Tệp có mật khẩu: hãy gõ mật khẩu để đọc tiếp.")
        self.file.password.ask(error, self._secret)

    def _failed(self, error: UserError) -> None:
        self._settle()
        lost = self.hand.book is not None and self.hand.shown is None
        mend = ("Chỉ chỗ danh sách", self._point_out) if lost else ("Đọc lại", self._again)
        self.notice.say("error", error.title, error.advice, action=mend)

    def _point_out(self) -> None:
        self.notice.clear()
        self._stack.setCurrentWidget(self.looking)
        self.looking.edit_area()

    def _again(self) -> None:
        self.notice.clear()
        if self.hand.book:
            self.hand.change(self.hand.choices, self.hand.decisions)
        elif self.file.path:
            self.hand.open(self.file.path, self.file.kind, self._secret)

    def _stopped(self) -> None:
        self._settle()
        known = self.hand.outlook is not None or self._done
        again = None if known else ("Đọc tiếp", self._again)
        self.notice.say("info", "Đã dừng.", "" if self._done else _NOTHING_WRITTEN, action=again)
        (self.take if self.take.isEnabled() else self.file.open).setFocus()

    def _settle(self) -> None:
        """The bar as it is while nothing is being done."""
        self._be_usable(usable=True)
        if self.hand.outlook:
            self._offer(self.hand.outlook)
        elif self._done and self.hand.shown:
            left = words.kept_out(self.hand.shown.outlook)
            self.bar.be_done(f"{number(left)} dòng của “{self.hand.name}” chưa vào sổ.", left)
        else:
            self.bar.be_idle(_NOTHING_WRITTEN if self.file.path else "Chọn tệp danh sách để bắt đầu.")

    # -- files dropped anywhere on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """One file may be dropped."""
        if not self.hand.writing:
            self.file.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the file."""
        if not self.hand.writing:
            self.file.dropEvent(event)
