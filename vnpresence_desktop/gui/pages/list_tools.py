"""All that is done with the list of a group beyond looking up, put around its table: filters, columns, ticks, panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS
from vnpresence_desktop.gui.pages.list_chips import Chips
from vnpresence_desktop.gui.pages.list_narrowing import Narrowing
from vnpresence_desktop.gui.pages.list_ticks import TickBar, TickKeys
from vnpresence_desktop.gui.parts import button
from vnpresence_desktop.gui.side import Side, SidePanel
from vnpresence_desktop.gui.vietnamese import number

if TYPE_CHECKING:
    from vnpresence_desktop.domain.kinds import Kind
    from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
    from vnpresence_desktop.gui.pages.candidate_list import CandidateList
    from vnpresence_desktop.gui.pages.list_acts import BulkActs
    from vnpresence_desktop.gui.turning import Turning
    from vnpresence_desktop.work.bulk import Done
    from vnpresence_desktop.work.list_views import SavedList
    from vnpresence_desktop.work.undoing import Told

P = TypeVar("P", bound=SidePanel)


class ListTools(QObject):
    """Made by the list, which lays out `chips`, `side` and `bar`.

    Signals:
        making_wanted(object): make a name list of these ids.
    """

    making_wanted = Signal(object)

    def __init__(self, kind: Kind, acts: CandidateActs, page: CandidateList) -> None:
        super().__init__(page)
        self._kind, self._acts, self._page, self._table = kind, acts, page, page.table
        self.narrowing = Narrowing(kind, acts.many.views, acts.lists.start, self)
        self.filters = button("Lọc", self._filters, "list-filter")
        self.lists = button("Danh sách đã lưu", self._lists, "bookmark")
        self.columns = button("Cột", self._columns, "columns-3")
        self.chips = Chips(self.narrowing, self.filters, self.lists, self.columns)
        self.side = Side(self._table.setFocus)
        self.keys = TickKeys(self._table)
        self.bar = TickBar(
            WORDS[kind].unit,
            change=self._change,
            copy=self._copy_panel,
            remove=self._remove,
            all=self._table.tick_shown,
            none=self._untick,
        )
        self._panels: dict[str, SidePanel] = {}
        self._bulk: BulkActs | None = None
        self._turning: Turning | None = None
        self._connect()

    def _connect(self) -> None:
        for opener, keys, act in (
            (self.filters, "Ctrl+L", self._filters),
            (self.lists, "Ctrl+B", self._lists),
            (self.columns, "Ctrl+K", self._columns),
        ):
            opener.setToolTip(f"{opener.text()} ({keys})")
            opener.setAccessibleDescription(keys)
            QShortcut(QKeySequence(keys), self._page, act)
        self._table.ticks_changed.connect(self.tell_ticks)
        self._table.counted.connect(lambda _: self.tell_ticks())
        self.keys.copied.connect(self._copy)
        self.keys.escaped.connect(self.side.shut)
        self.narrowing.failed.connect(self._fail)

    # -- what the list tells it

    def tell_ticks(self) -> None:
        """Say how many rows are ticked."""
        self.bar.show_ticks(len(self._table.ticked()), self._table.count(), whole=self._page.rows.is_whole)
        panel = self.side.open
        if panel and panel in (self._panels.get("bulk"), self._panels.get("copy"), self._panels.get("remove")):
            if self._table.ticked():
                self._hand(panel, self.chosen())
            else:
                self.side.shut()

    def chosen(self) -> Sequence[str]:
        """The ticked records in the order of the list, those that it does not show last; the current one where none is."""
        ticked = self._table.ticked()
        if not ticked:
            current = self._table.current_id()
            return (current,) if current else ()
        shown = self._table.in_order(ticked)
        return [*shown, *sorted(ticked.difference(shown))]

    # -- panels

    def _panel(self, name: str, kind: type[P], make: Callable[[], P]) -> P:
        panel = self._panels.get(name)
        if not isinstance(panel, kind):
            panel = self._panels[name] = make()
            self.side.add(panel)
        return panel

    def _filters(self) -> None:
        from vnpresence_desktop.gui.pages.list_filter_panel import FilterPanel

        self.side.turn(
            self._panel(
                "filters", FilterPanel, lambda: FilterPanel(self.narrowing, self._acts.hamlets, self._acts.today)
            )
        )

    def _columns(self) -> None:
        from vnpresence_desktop.gui.pages.list_columns_panel import ColumnsPanel

        self.side.turn(self._panel("columns", ColumnsPanel, lambda: ColumnsPanel(self.narrowing)))

    def _lists(self) -> None:
        from vnpresence_desktop.gui.pages.list_saved_panel import SavedPanel

        def make() -> SavedPanel:
            made = SavedPanel(self.narrowing, self._acts.many.views)
            made.chosen.connect(self._show_list)
            return made

        panel = self._panel("lists", SavedPanel, make)
        panel.text = self._page.search.text()
        self.side.turn(panel)

    def _show_list(self, item: SavedList) -> None:
        self._page.search.setText(item.wanted.filter.text)
        self.narrowing.show_list(item)

    # -- with many records

    @property
    def bulk(self) -> BulkActs:
        """The acts, made now if they never were."""
        if self._bulk is None:
            self._bulk = self._acts.many.bulk()
        return self._bulk

    def _change(self) -> None:
        from vnpresence_desktop.gui.pages.list_bulk_panel import BulkPanel

        def make() -> BulkPanel:
            made = BulkPanel(self._kind, self.bulk)
            made.done.connect(self._done)
            return made

        self._show_with(self._panel("bulk", BulkPanel, make))

    def _remove(self) -> None:
        from vnpresence_desktop.gui.pages.list_remove_panel import RemovePanel

        def make() -> RemovePanel:
            made = RemovePanel(self.bulk)
            made.done.connect(self._removed)
            return made

        self._show_with(self._panel("remove", RemovePanel, make))

    def _copy_panel(self) -> None:
        from vnpresence_desktop.gui.pages.list_copy_panel import CopyPanel

        def make() -> CopyPanel:
            made = CopyPanel(self._kind, self.bulk)
            made.copied.connect(self._copied_by_panel)
            return made

        self._show_with(self._panel("copy", CopyPanel, make))

    def _show_with(self, panel: SidePanel) -> None:
        self._hand(panel, self.chosen())
        self.side.show_panel(panel)

    def _hand(self, panel: SidePanel, ids: Sequence[str]) -> None:
        panel.take(ids, self.narrowing.columns)

    def make_list(self) -> None:
        """Make a name list of the ticked records, else of all that are shown."""
        if not self._page.rows.is_whole:
            self._say("info", "Danh sách còn đang được đếm, xin chờ vài giây rồi bấm lại.")
        elif ids := self.chosen() if self._table.ticked() else self._table.ids:
            self.making_wanted.emit(list(ids))
        else:
            self._say("info", "Danh sách đang trống, chưa có ai để lập danh sách.")

    def _copy(self) -> None:
        from vnpresence_desktop.gui.pages.list_copy_panel import to_clipboard

        try:
            rows = to_clipboard(self.bulk, self._kind, self.chosen(), self.narrowing.columns)
        except UserError as error:
            self._fail(error)
            return
        more = ("Chép đầy đủ…", self._copy_panel)
        self._say("ok", f"Đã chép {number(rows)} dòng, số định danh, điện thoại, email được che.", action=more)

    def _copied_by_panel(self, rows: int) -> None:
        self.side.shut()
        self._say("ok", f"Đã chép {number(rows)} dòng. Mở Excel rồi bấm Ctrl+V.")

    def _untick(self) -> None:
        self._table.tick(self._table.ticked(), ticked=False)
        self._table.setFocus()

    # -- what was done

    def _removed(self, done: Done) -> None:
        self._table.tick(self._table.ticked(), ticked=False)
        self._done(done)

    def _done(self, done: Done) -> None:
        self.side.shut()
        self._anew()
        undo = ("Hoàn tác", lambda: self._turn(done.act, done.size)) if done.act else None
        self._page.notice.tell_written(done.text, action=undo)

    def _turn(self, act: str, size: int) -> None:
        from vnpresence_desktop.gui.turning import WAIT, Turning

        if self._turning is None:
            self._turning = Turning(self.bulk.turning, self)
            self._turning.began.connect(lambda: self._say("info", WAIT))
            self._turning.turned.connect(self._turned)
            self._turning.failed.connect(self._fail)
        self._turning.turn(act, size)

    def _anew(self) -> None:
        self.narrowing.renew()
        self._page.refresh()

    def _turned(self, told: Told) -> None:
        self._anew()
        back = ("Hoàn tác" if told.again else "Làm lại", lambda: self._turn(told.act, len(told.records)))
        self._page.notice.tell_written(told.text, action=back)

    def _say(self, level: str, text: str, *, action: tuple[str, Callable[[], object]] | None = None) -> None:
        self._page.notice.say(level, text, action=action)

    def _fail(self, error: UserError) -> None:
        self._page.notice.show_error(error)
