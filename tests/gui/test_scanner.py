"""Scans typed by real keys through the window, at a scanner's speed by a clock of our own; hands are never taken for one."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.scanner_hands import LINE, OTHER, Hands
from vnpresence_desktop.gui.dates import DateEdit
from vnpresence_desktop.gui.editors import ChoiceEditor
from vnpresence_desktop.gui.parts import button
from vnpresence_desktop.gui.scanner import Scanner


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def scanner(qapp: QApplication, hands: Hands, heard: list[str]) -> Iterator[Scanner]:
    made = Scanner(qapp, hands.stamp)
    made.scanned.connect(heard.append)
    made.failed.connect(lambda code: heard.append(f"!{code}"))
    made.armed.connect(lambda armed: heard.append(f"armed {armed}"))
    yield made
    qapp.focusWindowChanged.disconnect(made._watch)
    made._watch(None)
    made.deleteLater()


Show = Callable[[QWidget], QWidget]


@pytest.fixture
def show(qtbot: QtBot, hands: Hands, scanner: Scanner) -> Show:
    """A window with this widget in it, which has the keyboard."""

    def put(widget: QWidget) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        column.addWidget(widget)
        column.addWidget(QLineEdit(objectName="next"))
        with qtbot.waitActive(window):
            window.show()
        hands.window = window
        widget.setFocus()
        assert scanner._window is window.windowHandle()
        return window

    return put


def line(text: str = "", start: int = -1, length: int = 0) -> QLineEdit:
    made = QLineEdit(text)
    if start >= 0:
        made.setSelection(start, length)
    return made


def state(edit: QLineEdit) -> tuple[str, int, str]:
    return edit.text(), edit.cursorPosition(), edit.selectedText()


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
@pytest.mark.parametrize(
    "edit",
    [line, lambda: line("Lê Thị Hòa"), lambda: line("Lê Thị Hòa", 3, 3), lambda: line("Lê Thị Hòa", 6, -3)],
)
def test_a_scan_leaves_the_line_as_it_was(
    edit: Callable[[], QLineEdit], end: Qt.Key, show: Show, hands: Hands, heard: list[str]
) -> None:
    made = edit()
    entered: list[bool] = []
    made.returnPressed.connect(lambda: entered.append(True))
    show(made)
    before = state(made)
    hands.press(LINE, end=end)
    assert heard == [LINE]
    assert state(made) == before
    assert entered == []
    assert made.hasFocus()
    assert not made.isUndoAvailable()
    made.undo()
    assert made.text() == before[0]


def test_a_cursor_amid_the_text_stays_there(show: Show, hands: Hands, heard: list[str]) -> None:
    made = line("Lê Thị Hòa")
    show(made)
    made.setCursorPosition(3)
    hands.press(LINE, end=Qt.Key.Key_Return)
    assert (state(made), heard) == (("Lê Thị Hòa", 3, ""), [LINE])


def test_at_most_three_signs_ever_stand_in_the_field(show: Show, hands: Hands, heard: list[str]) -> None:
    made, seen = line("Ấp "), []
    made.textChanged.connect(seen.append)
    show(made)
    hands.press(LINE, end=Qt.Key.Key_Return)
    assert seen == ["Ấp 0", "Ấp 09", "Ấp 092", "Ấp "]
    assert heard == [LINE]


def test_choices_dates_numbers_lists_and_paragraphs(show: Show, hands: Hands, heard: list[str]) -> None:
    free, fixed = ChoiceEditor((("a", "092 Ấp Một"), ("b", "Ấp Hai")), free=True), QComboBox()
    free.put("b")
    fixed.addItems(["Ấp Hai", "092", "1"])
    rows = QListWidget()
    rows.addItems(["Ấp Hai", "092203", "1"])
    rows.setCurrentRow(0)
    area, spin, day = QPlainTextEdit("Đã họp.\nĐã phát."), QSpinBox(), DateEdit(lambda: date(2026, 11, 24))
    area.moveCursor(area.textCursor().MoveOperation.NextWord)
    spin.setRange(0, 10**9)
    spin.setValue(7)
    day.put("2003-08-15")
    windows: list[QWidget] = []
    for widget, value in (
        (free.widget, free.value),
        (fixed, fixed.currentIndex),
        (rows, rows.currentRow),
        (area, lambda: (area.toPlainText(), area.textCursor().position())),
        (spin, spin.value),
        (day, day.text),
    ):
        windows.append(show(widget))
        before = value()
        hands.press(LINE, end=Qt.Key.Key_Return)
        assert value() == before, widget
        assert QApplication.activePopupWidget() is None
        hands.now += 1000
    assert heard == [LINE] * 6
    assert not area.document().isUndoAvailable()


def test_a_button_is_not_pressed_and_no_shortcut_set_off(show: Show, hands: Hands, heard: list[str]) -> None:
    told: list[str] = []
    made = QPushButton("Lưu")
    made.setDefault(True)
    made.clicked.connect(lambda: told.append("clicked"))
    window = show(made)
    for keys in ("Return", "5", "Tab"):
        QShortcut(QKeySequence(keys), window, lambda keys=keys: told.append(keys))
    hands.press(LINE, end=Qt.Key.Key_Return)
    assert (heard, told) == ([LINE], [])
    hands.now += 1000
    hands.press("5")
    assert told == ["5"]


def test_a_scan_is_taken_where_nothing_has_the_keyboard(show: Show, hands: Hands, heard: list[str]) -> None:
    made = line("Ấp Một")
    show(made)
    made.clearFocus()
    assert QApplication.focusWidget() is None
    hands.press(LINE, end=Qt.Key.Key_Return)
    assert (heard, made.text()) == ([LINE], "Ấp Một")


def test_two_scans_in_a_row_and_a_line_feed_behind_each(show: Show, hands: Hands, heard: list[str]) -> None:
    made, entered = line("Ấp Một"), list[str]()
    made.returnPressed.connect(lambda: entered.append(made.text()))
    show(made)
    for scan in (LINE, OTHER):
        hands.press(scan, end=Qt.Key.Key_Return)
        hands.key(Qt.Key.Key_Enter)
    assert heard == [LINE, OTHER]
    assert (made.text(), entered) == ("Ấp Một", [])
    assert made.hasFocus()


def test_between_scans_the_field_takes_what_is_typed(show: Show, hands: Hands, heard: list[str]) -> None:
    made = line()
    show(made)
    hands.press("Ấp", gap=150)
    hands.now += 60
    hands.press(LINE, end=Qt.Key.Key_Return)
    hands.press(" Hai", gap=150)
    assert (heard, made.text()) == ([LINE], "Ấp Hai")


def test_the_shift_keys_of_a_scanner_do_not_break_its_run(show: Show, hands: Hands, heard: list[str]) -> None:
    show(line())
    for letter in LINE:
        hands.now += 30
        QTest.keyPress(hands.window.windowHandle(), Qt.Key.Key_Shift)  # type: ignore[union-attr]
        hands.press(letter, gap=30)
    hands.key(Qt.Key.Key_Return)
    assert heard == [LINE]


def test_an_input_method_s_corrections_are_followed(show: Show, hands: Hands, heard: list[str]) -> None:
    made = line("x")
    show(made)
    hands.press("092203001234||NGUYEE")
    for _ in range(2):
        hands.key(Qt.Key.Key_Backspace)
    hands.press("ÊN", end=Qt.Key.Key_Return)
    assert (heard, made.text()) == (["092203001234||NGUYÊN"], "x")


def test_half_a_scan_is_given_up_and_the_field_is_free_again(
    qtbot: QtBot, show: Show, hands: Hands, heard: list[str]
) -> None:
    made = line("x")
    show(made)
    hands.press(LINE[:40])
    qtbot.waitUntil(lambda: bool(heard))
    assert (heard, made.text()) == (["!half"], "x")
    hands.press("Ấp", gap=150)
    assert made.text() == "xẤp"


def test_a_scan_that_lost_its_start_is_one_nevertheless(show: Show, hands: Hands, heard: list[str]) -> None:
    made = line("x")
    show(made)
    hands.press(LINE[9:], end=Qt.Key.Key_Return)
    assert (heard, made.text()) == ([LINE[9:]], "x")


def test_slow_typing_of_a_card_s_line_is_typing(show: Show, hands: Hands, heard: list[str]) -> None:
    made = line()
    show(made)
    hands.press("092|36|A", gap=51, end=Qt.Key.Key_Return)
    assert (heard, made.text()) == ([], "092|36|A")


@pytest.mark.parametrize(
    "text", ["nguyeenx vawn ddwcs", "NGUYEENX VAWN DDWCS 2003", "0909123456", "12345a678", "8934563138165"]
)
def test_the_fastest_hands_and_a_product_s_barcode_are_no_card(
    text: str, show: Show, hands: Hands, heard: list[str]
) -> None:
    made, entered = line(), list[str]()
    made.returnPressed.connect(lambda: entered.append(made.text()))
    show(made)
    hands.press(text, gap=5, end=Qt.Key.Key_Return)
    assert (heard, made.text()) == ([], text)
    assert entered == [text]


def test_fast_digits_that_stop_reach_the_field_in_a_moment(qtbot: QtBot, show: Show, hands: Hands) -> None:
    made = line()
    show(made)
    hands.press("0909123456")
    assert made.text() == "090"
    qtbot.waitUntil(lambda: made.text() == "0909123456")


def test_a_command_right_behind_fast_digits_is_one(show: Show, hands: Hands, heard: list[str]) -> None:
    made, told = line(), list[str]()
    window = show(made)
    QShortcut(QKeySequence("Ctrl+S"), window, lambda: told.append(made.text()))
    hands.press("090912")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert told == ["090912"]
    assert heard == []


def test_a_key_held_down_is_no_scanner(show: Show, hands: Hands, heard: list[str]) -> None:
    made = line()
    show(made)
    for _ in range(9):
        hands.now += 30
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Bar, Qt.KeyboardModifier.NoModifier, "|", True)
        QApplication.sendEvent(hands.window.windowHandle(), event)  # type: ignore[union-attr]
    assert (heard, made.text()) == ([], "|" * 9)


_LETTERS = st.sampled_from(list("aàăđew 0129,"))
_RUN = st.lists(st.tuples(_LETTERS, st.sampled_from([3.0, 20.0, 60.0, 200.0])), max_size=25)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(run=_RUN)
def test_whatever_hands_type_arrives_in_order(qapp: QApplication, run: list[tuple[str, float]]) -> None:
    typed = "".join(letter for letter, _ in run)
    hands, heard = Hands(), list[str]()
    window = line()
    window.show()
    window.activateWindow()
    qapp.processEvents()
    scanner = Scanner(qapp, hands.stamp)
    scanner._watch(window.windowHandle())
    scanner.scanned.connect(heard.append)
    hands.window = window
    for letter, gap in run:
        hands.press(letter, gap)
    hands.press(" ", 100)  # whatever was held back comes before it
    assert (window.text(), heard) == (typed + " ", [])
    qapp.focusWindowChanged.disconnect(scanner._watch)
    scanner._watch(None)
    scanner.deleteLater()
    window.close()
    window.deleteLater()


# -- armed


def test_f2_waits_for_any_code_and_esc_ends_it(show: Show, hands: Hands, heard: list[str], scanner: Scanner) -> None:
    told: list[str] = []
    window = show(line("x"))
    QShortcut(QKeySequence("Esc"), window, lambda: told.append("left"))
    hands.key(Qt.Key.Key_F2)
    assert scanner.is_armed
    hands.key(Qt.Key.Key_Escape, gap=500)
    assert (heard, told, scanner.is_armed) == (["armed True", "armed False"], [], False)
    hands.key(Qt.Key.Key_Escape, gap=500)
    assert told == ["left"]


@pytest.mark.parametrize("code", [LINE, "8934563138165", "https://example.vn/a"])
def test_armed_it_takes_any_code_without_a_trace(
    code: str, show: Show, hands: Hands, heard: list[str], scanner: Scanner
) -> None:
    made, seen = line("x"), []
    made.textChanged.connect(seen.append)
    show(made)
    hands.key(Qt.Key.Key_F2)
    hands.press(code, gap=20, end=Qt.Key.Key_Return)
    assert heard == ["armed True", "armed False", code]
    assert (seen, made.text()) == ([], "x")


def test_armed_it_lets_hands_type(qtbot: QtBot, show: Show, hands: Hands, heard: list[str], scanner: Scanner) -> None:
    made = line()
    show(made)
    scanner.arm()
    hands.press("Ấp ", gap=120)
    qtbot.waitUntil(lambda: made.text() == "Ấp ")
    hands.key(Qt.Key.Key_Return, gap=200)
    assert heard == ["armed True"]
    assert scanner.is_armed


def test_no_timer_runs_when_all_is_quiet(show: Show, hands: Hands, scanner: Scanner) -> None:
    show(line())
    hands.press(LINE, end=Qt.Key.Key_Return)
    assert not [timer for timer in scanner.findChildren(QTimer) if timer.isActive()]


def test_the_keys_of_another_window_are_watched_when_it_comes(
    qtbot: QtBot, show: Show, hands: Hands, heard: list[str]
) -> None:
    first, second = line("x"), line("y")
    window = show(first)
    show(second)
    hands.press(LINE, end=Qt.Key.Key_Return)
    assert (heard, second.text()) == ([LINE], "y")
    window.close()
    hands.now += 1000
    hands.press(OTHER, end=Qt.Key.Key_Return)
    assert heard == [LINE, OTHER]


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_end_of_another_barcode_presses_no_button(show: Show, hands: Hands, heard: list[str], end: Qt.Key) -> None:
    pressed: list[str] = []
    show(button("Xóa", lambda: pressed.append("x")))
    hands.press("8934563138165", end=end)
    assert (pressed, heard) == ([], [])
    hands.key(end, gap=400)
    assert pressed == ["x"]


def test_two_quick_keys_and_enter_of_a_hand_press_the_button(show: Show, hands: Hands) -> None:
    pressed: list[str] = []
    show(button("Lưu", lambda: pressed.append("x")))
    hands.press("12", gap=30, end=Qt.Key.Key_Return)
    assert pressed == ["x"]


class _Opens(QWidget):
    """Something that has its own use for F2."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.opened = 0

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.opened += event.key() == Qt.Key.Key_F2


def test_f2_is_left_to_what_has_its_own_use_for_it(show: Show, scanner: Scanner) -> None:
    widget = _Opens()
    show(widget)
    QTest.keyClick(widget, Qt.Key.Key_F2)
    assert (widget.opened, scanner.is_armed) == (1, False)
