"""Simple kinds of record as parts of one page: a tab each with its list, one record open over the whole page.

Use: ``RecordsPage("Hỗ trợ", (RecordsPart(words, acts), …))``; a new kind is its `RecordWords` and its `RecordActs`.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QTabWidget, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.gui.pages.candidate_draft import draft_key
from vnpresence_desktop.gui.pages.record_acts import RecordActs, RecordWords
from vnpresence_desktop.gui.pages.record_editor import RecordEditor
from vnpresence_desktop.gui.pages.record_list import RecordList
from vnpresence_desktop.gui.parts import Page, button
from vnpresence_desktop.gui.vietnamese import number


class RecordsPart(QObject):
    """A list and the form of its records, made when it is first needed.

    Attributes:
        made: told of the form when it is made, e.g. to lead one of its fields.

    Signals:
        opened(object): the form is to be shown.
        closed(): the list is to be shown.
    """

    opened = Signal(object)
    closed = Signal()

    def __init__(
        self, words: RecordWords, acts: RecordActs, made: Callable[[RecordEditor], object] = lambda _: None
    ) -> None:
        super().__init__()
        self.words, self._acts, self._made = words, acts, made
        self.list = RecordList(words, acts)
        self.form: RecordEditor | None = None
        self._back: Callable[[], object] | None = None
        self.list.opened.connect(self.open)

    @property
    def editor(self) -> RecordEditor:
        """The form, made now if it never was."""
        if self.form is None:
            self.form = RecordEditor(self.words, self._acts)
            self._made(self.form)
            self.form.saved.connect(self._saved)
            self.form.left.connect(self._left)
            self.form.removal_wanted.connect(self._remove)
        return self.form

    # -- ways

    def add(self) -> None:
        """Begin a new record, or go on with the one that was being typed."""
        self._begin(self._acts.blank)

    def begin(self, record: Record, name: str, back: Callable[[], object] | None = None) -> None:
        """Begin a new record as it is given; see `RecordEditor.open`. ``back``: where to go afterwards."""
        self._begin(lambda: record, name, back)

    def open(self, record_id: str, back: Callable[[], object] | None = None) -> None:
        """Open a record of the register; ``back``: where to go afterwards."""
        with self.list.notice.telling():
            record = self._acts.get(record_id)
            if record is None:
                self.list.refresh()
                self.list.notice.say("warning", f"Không còn {self.words.unit} này trong sổ.")
            else:
                self._begin(lambda: record, back=back)

    def _begin(self, record: Callable[[], Record], name: str = "", back: Callable[[], object] | None = None) -> None:
        self.list.notice.clear()
        with self.list.notice.telling():
            self.editor.open(record(), name)
            self._back = back
            self.opened.emit(self.editor)
            self.editor.take_keyboard()

    def _close(self) -> None:
        self.closed.emit()
        self.list.arrive()
        self.list.take_keyboard()

    def _return(self) -> None:
        """Go back where the record was asked for, if that was elsewhere."""
        back, self._back = self._back, None
        if back:
            back()

    def _left(self) -> None:
        editor, back = self.editor, self._back
        self._close()
        if editor.draft.stands:
            self.list.notice.say(
                "info",
                f"Phần ghi dở của {self.words.unit} được giữ trong bản nháp.",
                action=("Ghi tiếp", partial(self._resume, editor.opened, editor.draft.record_id, back)),
            )
        self._return()

    def _resume(self, record: Record, name: str, back: Callable[[], object] | None) -> None:
        if record.id:
            self.open(record.id, back)
        else:
            self._begin(lambda: record, name, back)

    def _saved(self, record: Record, go_on: bool) -> None:  # noqa: FBT001 - what the signal carries
        told, again = f"Đã lưu {self.words.unit}.", ("Mở lại", partial(self.open, record.id))
        if go_on:
            self.add()
            self.editor.notice.tell_written(told, action=again)
            return
        self._close()
        self.list.show_record(record.id)
        self.list.notice.tell_written(told, action=again)
        self._return()

    def _remove(self, record_id: str) -> None:
        editor = self.editor
        try:
            editor.draft.drop()
        except UserError as error:
            editor.notice.show_error(error)
            return
        self._close()
        self.list.remove(record_id)

    # -- what the page asks

    def arrive(self) -> None:
        """The list is shown: read it anew, and tell of what is being typed."""
        self.list.arrive()
        self.list.take_keyboard()
        with self.list.notice.telling():
            waits = self._acts.draft(draft_key(self.words.kind))
            if waits and not self.list.notice.words:
                told = f"Một {self.words.unit} mới đang ghi dở được giữ trong bản nháp."
                self.list.notice.say("info", told, action=("Ghi tiếp", self.add))

    def flush(self) -> bool:
        """Keep what is being typed; returns whether all of it is safe."""
        return self.form is None or self.form.flush()


class RecordsPage(QWidget):
    """The page: its lists as tabs, or the form of one record."""

    def __init__(self, title: str, parts: Sequence[RecordsPart]) -> None:
        super().__init__()
        self.parts, self._told_unsafe = parts, False
        self.add = button("", self._add, "plus", "primary")
        self.lists, self.tabs = Page(title, self.add), QTabWidget()
        self.tabs.setAccessibleName(f"Các phần của trang {title}")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.lists)
        self._fill(title)
        self.tabs.currentChanged.connect(self._turned)
        QShortcut(QKeySequence("Ctrl+N"), self.lists, self._add)
        self._name()

    def _fill(self, title: str) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(f"Các phần của trang {title}")
        self.tabs.tabBar().setDrawBase(False)
        for part in self.parts:
            self.tabs.addTab(part.list, part.words.tab)
            part.setParent(self)
            part.opened.connect(self._show)
            part.closed.connect(lambda: self._stack.setCurrentWidget(self.lists))
            part.list.counted.connect(self._name)
        self.lists.body.addWidget(self.tabs, 1)

    @property
    def part(self) -> RecordsPart:
        """The part that is shown."""
        return self.parts[self.tabs.currentIndex()]

    def _add(self) -> None:
        self.part.add()

    def show_part(self, part: RecordsPart) -> None:
        """Go to the list of a part."""
        self._stack.setCurrentWidget(self.lists)
        self.tabs.setCurrentWidget(part.list)

    def _turned(self) -> None:
        self._name()
        self.part.arrive()

    def _name(self) -> None:
        words = self.part.words
        self.add.setText(words.add)
        self.add.setToolTip(f"{words.add} (Ctrl+N)")
        self.lists.set_pill(f"{number(self.part.list.table.count())} {words.unit}")

    def _show(self, editor: QWidget) -> None:
        if self._stack.indexOf(editor) < 0:
            self._stack.addWidget(editor)
        self._stack.setCurrentWidget(editor)

    # -- what the window asks

    def arrive(self) -> None:
        """The page is shown again: the list anew, or the open record as it was left."""
        if self._stack.currentWidget() is self.lists:
            self.part.arrive()

    def may_leave(self) -> bool:
        """The window closes: what was typed is kept as a draft. Where that fails it stays open once, to say so."""
        flushed, told = [part.flush() for part in self.parts], self._told_unsafe
        safe = all(flushed)
        self._told_unsafe = not safe
        return safe or told
