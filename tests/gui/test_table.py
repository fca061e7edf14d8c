from array import array
from collections.abc import Sequence
from typing import NoReturn

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.sample import COLUMNS, record_table, table_rows
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import Strip
from vnpresence_desktop.gui.rows import KEPT, PAGE, TIP_LETTERS, Column, RowModel
from vnpresence_desktop.gui.table import RecordTable
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.gui.tokens import LIGHT


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    made = record_table(tickable=True)
    present(qtbot, made, 900, 400)
    made.load()
    return made


@pytest.mark.parametrize("tickable", [False, True])
def test_the_model_keeps_every_promise_of_a_model(qapp: QApplication, tickable: bool) -> None:
    model = RowModel(COLUMNS, table_rows, tickable=tickable)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for ids in (range(700), (), range(3)):
        model.show_ids(ids)
        model.tick([1])
    assert tester.model() is model


def test_rows_are_read_a_page_at_a_time_and_few_are_kept(qapp: QApplication) -> None:
    asked: list[int] = []

    def rows(ids: Sequence[int]) -> list[tuple[int]]:
        asked.append(len(ids))
        return [(number,) for number in ids]

    model = RowModel([Column(title="Số")], rows)
    ids = array("q", range(1_000_000))
    model.show_ids(ids)
    assert (model.rowCount(), asked) == (1_000_000, [])
    assert model.index(999_999, 0).data() == "999999"
    assert asked == [1_000_000 % PAGE or PAGE]
    for page in range(KEPT + 4):
        assert model.index(page * PAGE, 0).data() == str(page * PAGE)
    before = len(asked)
    assert model.index((KEPT + 3) * PAGE + 5, 0).data()
    assert len(asked) == before, "the page is kept"
    model.index(0, 0).data()
    assert len(asked) == before + 1, "the oldest is not"


def test_only_what_is_in_sight_is_read(qtbot: QtBot) -> None:
    asked: list[int] = []

    def rows(ids: Sequence[int]) -> list[tuple[int]]:
        asked.extend(ids)
        return [(number,) for number in ids]

    table = RecordTable([Column(title="Số", stretch=True)], lambda text: array("q", range(1_000_000)), rows, name="Số")
    present(qtbot, table, 400, 300)
    table.load()
    table.grab()
    table.scrollToBottom()
    table.grab()
    assert 0 < len(asked) <= 4 * PAGE
    assert table.verticalHeader().isHidden()


def test_cells_are_shown_as_people_write(table: RecordTable) -> None:
    assert table.texts(30) == ["Bùi Bích An", "•••••••••030", "Ấp Đông Hưng", "03/07/2024", "1.110", "Cần xác nhận"]
    model = table.model()
    aligned = [model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(6)]
    assert aligned[4] & Qt.AlignmentFlag.AlignRight
    assert aligned[0] & Qt.AlignmentFlag.AlignLeft
    assert model.index(0, 5).data(Qt.ItemDataRole.ForegroundRole).name() == LIGHT.warning.lower()
    assert model.index(1, 5).data(Qt.ItemDataRole.ForegroundRole).name() == LIGHT.ok.lower()
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.index(30, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Ngày cấp: 03/07/2024"


def test_a_search_shows_its_rows_and_keeps_the_current_one(table: RecordTable, qtbot: QtBot) -> None:
    table.selectRow(9)
    assert table.current_id() == 9
    with qtbot.waitSignal(table.counted) as counted:
        table.load("thủy")
    assert counted.args == [208]
    assert table.current_id() == 9
    table.load("an")
    assert table.current_id() == 0
    table.load("không ai")
    assert (table.count(), table.current_id()) == (0, None)
    table.grab()
    table.refresh()
    assert table.count() == 0


def test_the_current_row_stays_in_sight_when_a_message_takes_room(table: RecordTable, qtbot: QtBot) -> None:
    def seen(place: int) -> bool:
        row = table.visualRect(table.model().index(place, 0))
        return row.top() >= 0 and row.bottom() < table.viewport().height()

    table.select(100)
    assert seen(100)
    table.window().resize(table.window().width(), table.window().height() - 80)
    qtbot.waitUntil(lambda: seen(100))
    table.verticalScrollBar().setValue(0)
    table.window().resize(table.window().width(), table.window().height() - 40)
    QApplication.processEvents()
    assert table.verticalScrollBar().value() == 0, "what was scrolled out of sight by hand stays so"


def test_refresh_reads_the_rows_anew(qtbot: QtBot) -> None:
    names = {1: "Lan"}
    table = RecordTable([Column(title="Tên")], lambda text: [1], lambda ids: [(names[1],)], name="Tên")
    qtbot.addWidget(table)
    table.load()
    assert table.texts(0) == ["Lan"]
    names[1] = "Lân"
    table.refresh()
    assert table.texts(0) == ["Lân"]


def test_a_row_that_is_gone_leaves_dots_not_a_crash(qtbot: QtBot) -> None:
    table = RecordTable([Column(title="Tên")], lambda text: ["a", "b"], lambda ids: [("Lan",), ()], name="Tên")
    qtbot.addWidget(table)
    table.load()
    assert [table.texts(0), table.texts(1)] == [["Lan"], ["…"]]


class Unreadable:
    """Rows of a register that can't be read; ``asked`` counts how often it was tried."""

    def __init__(self, error: Exception) -> None:
        self.error: Exception | None = error
        self.asked = 0

    def __call__(self, ids: Sequence[int]) -> list[tuple[int]]:
        self.asked += 1
        if self.error:
            raise self.error
        return [(number,) for number in ids]


GONE = UserError("Không đọc được tệp dữ liệu.", "Hãy cắm lại ổ đĩa.")


def test_rows_that_cannot_be_read_are_said_in_one_line(qtbot: QtBot) -> None:
    rows = Unreadable(GONE)
    table = RecordTable([Column(title="Số", stretch=True)], lambda text: range(40), rows, name="Số")
    present(qtbot, table, 400, 300)
    table.load()
    qtbot.waitUntil(lambda: table.failure == "Không đọc được tệp dữ liệu. Hãy cắm lại ổ đĩa.")
    for _ in range(3):
        table.viewport().repaint()
    assert rows.asked == 1, "painting tries no more"
    line = table.findChild(Strip)
    assert line
    assert line.isVisible()
    assert line.accessibleName() == table.failure
    assert line.geometry().bottom() == table.viewport().geometry().bottom()
    assert table.texts(0) == ["…"]
    rows.error = None
    table.refresh()
    assert (table.failure, line.isVisible(), table.texts(0)) == ("", False, ["0"])


def test_a_bug_in_reading_rows_is_met_once_not_at_every_painting(qapp: QApplication) -> None:
    rows = Unreadable(ZeroDivisionError())
    model = RowModel([Column(title="Số")], rows)
    model.show_ids(range(3))
    with pytest.raises(ZeroDivisionError):
        model.row(0)
    assert (model.row(0), rows.asked) == ((), 1)


def test_a_cell_says_why_when_asked(qtbot: QtBot) -> None:
    asked: list[str] = []

    def why(row: str) -> str:
        asked.append(row)
        if row == "b":
            raise GONE
        return "Tạm ngừng hoạt động, cần xác nhận với cơ quan đăng ký kinh doanh trước khi đề xuất tên miền."

    columns = [Column(title="Điều kiện", why=why), Column(title="Tên")]
    table = RecordTable(columns, lambda text: ["a", "b"], lambda ids: [("Cần xác nhận", "Lan")] * 2, name="Hộ")
    present(qtbot, table, 400, 300)
    table.load()
    table.grab()
    assert asked == [], "nothing is judged for the painting"
    cell, other, failing = (table.model().index(*place) for place in ((0, 0), (0, 1), (1, 0)))
    tip = cell.data(Qt.ItemDataRole.ToolTipRole).splitlines()
    assert tip[0] == "Cần xác nhận"
    assert " ".join(tip[1:]) == cell.data(Qt.ItemDataRole.AccessibleDescriptionRole) == why("a")
    assert max(map(len, tip)) <= TIP_LETTERS
    assert other.data(Qt.ItemDataRole.ToolTipRole) == "Lan"
    assert not other.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert failing.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Không đọc được tệp dữ liệu. Hãy cắm lại ổ đĩa."


def test_enter_and_double_click_open_the_row(table: RecordTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(table.opened) as opened:
            qtbot.keyClick(table, key)
        assert opened.args == [1]
    place = table.visualRect(table.model().index(3, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [3]


def test_space_ticks_and_ticks_outlive_a_search(table: RecordTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Right)
    with qtbot.waitSignal(table.ticks_changed):
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked() == {0}
    table.load("thủy")
    table.tick_shown()
    assert len(table.ticked()) == 209
    table.tick_shown(ticked=False)
    assert table.ticked() == {0}
    table.load("bích")
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked() == frozenset()


def test_without_ticks_space_does_nothing(qtbot: QtBot) -> None:
    table = record_table()
    qtbot.addWidget(table)
    table.load()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked() == frozenset()
    assert table.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None


def test_a_letter_goes_to_the_search_box_not_through_all_rows(table: RecordTable, qtbot: QtBot) -> None:
    search = QLineEdit()
    qtbot.addWidget(search)
    table.typed.connect(search.insert)
    qtbot.keyClick(table, "n")
    assert search.text() == "n"
    assert table.current_id() == 0


def test_tab_leaves_the_table(table: RecordTable) -> None:
    assert not table.tabKeyNavigation()
    assert table.accessibleName() == "Danh sách hộ kinh doanh"


def test_rows_and_columns_grow_with_the_letters(table: RecordTable, qapp: QApplication) -> None:
    table.resize(1600, table.height())
    height, width = table.rowHeight(0), table.columnWidth(1)
    apply(qapp, Theme(scale=1.5))
    qapp.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert table.rowHeight(0) > height
    assert table.columnWidth(1) > width * 1.2


def test_only_rows_that_may_be_ticked_have_a_box(qtbot: QtBot) -> None:
    columns = [Column(title="Số")]
    table = RecordTable(
        columns, lambda _: range(4), lambda ids: [(one,) for one in ids], name="Số", tickable=True,
        may_tick=lambda one: one % 2 == 0,
    )  # fmt: skip
    qtbot.addWidget(table)
    table.load()
    boxes = [table.model().index(place, 0).data(Qt.ItemDataRole.CheckStateRole) is not None for place in range(4)]
    assert boxes == [True, False, True, False]
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked() == frozenset()
    table.tick_shown()
    assert table.ticked() == {0, 2}


def test_what_an_empty_table_says_can_change(qtbot: QtBot) -> None:
    table = RecordTable([Column(title="Số")], lambda _: (), lambda _: (), name="Số", empty="Đang đọc…")
    qtbot.addWidget(table)
    table.load()
    assert table.accessibleDescription() == "Đang đọc…"
    table.say_empty("Không có gì.")
    table.load()
    assert table.accessibleDescription() == "Không có gì."


def test_a_column_that_was_hidden_comes_back_as_wide_as_described(table: RecordTable) -> None:
    table.resize(1600, table.height())
    before = [table.columnWidth(place) for place in range(len(COLUMNS))]
    table.resize(500, table.height())
    table.setColumnHidden(5, True)
    table.setColumnHidden(5, False)
    table.resize(1600, table.height())
    assert [table.columnWidth(place) for place in range(len(COLUMNS))] == before


class Lost(Sequence[int]):
    """Ids that are read as they are asked for, from a file that has gone bad."""

    def __len__(self) -> int:
        return 500

    def __getitem__(self, place: object) -> NoReturn:
        raise UserError("Không đọc được tệp dữ liệu.", "Hãy cắm lại ổ đĩa.")


def test_ids_that_can_t_be_read_are_told_as_rows_are(qtbot: QtBot) -> None:
    table = RecordTable(
        [Column(title="Tên")], lambda _: Lost(), lambda ids: [(one,) for one in ids], name="Người", tickable=True
    )
    present(qtbot, table, 300, 300)
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.load()
    qtbot.waitUntil(lambda: bool(table.failure))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert (table.current_id(), opened, table.ticked()) == (None, [], frozenset())


def test_a_spare_column_is_left_out_where_the_room_lacks(qtbot: QtBot) -> None:
    columns = (
        Column(title="Tên", width=20, stretch=True),
        Column(title="Ngày", width=11),
        Column(title="Ghi", spare=True),
    )
    made = RecordTable(columns, lambda _: (1,), lambda ids: [("An", "1/2/2003", "x")] * len(ids), name="Danh sách")
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    made.load()
    assert not made.isColumnHidden(2)
    made.resize(300, 300)
    assert made.isColumnHidden(2)
    qtbot.waitUntil(lambda: made.horizontalScrollBar().maximum() == 0)
    made.resize(800, 300)
    assert not made.isColumnHidden(2)
    made.resize(120, 300)
    qtbot.waitUntil(lambda: made.horizontalScrollBar().maximum() > 0)


def test_a_dragged_column_keeps_its_width_until_others_are_shown(table: RecordTable) -> None:
    table.horizontalHeader().resizeSection(1, 77)
    table.resize(1500, table.height())
    assert table.columnWidth(1) == 77
    table.show_columns(table.model().columns)  # type: ignore[attr-defined]
    assert table.columnWidth(1) != 77
