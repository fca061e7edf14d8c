from datetime import date
from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.gui.dates import DateEdit, read_day
from vnpresence_desktop.gui.editors import ChoiceEditor, DateEditor, Editor, LongEditor, ManyEditor, NumberEditor
from vnpresence_desktop.gui.insets import LineButton

TODAY = date(2026, 11, 24)
HAMLETS = (("", ""), ("h1", "Ấp Đông Hưng"), ("h2", "Ấp Vĩnh Tiến"))
TASKS = (("t1", "Tuyên truyền"), ("t2", "Tập huấn"))


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("010203", "2003-02-01"),
        ("1/2/2003", "2003-02-01"),
        ("5/2003", "2003-05"),
        ("2003", "2003"),
        ("h", "2026-11-24"),
        ("H ", "2026-11-24"),
        ("-3", "2026-11-21"),
        ("+7", "2026-12-01"),
        ("31/02/2003", "31/02/2003"),
        ("", ""),
    ],
)
def test_a_day_as_typed(typed: str, iso: str) -> None:
    assert read_day(typed, TODAY) == iso


def test_what_was_understood_is_written_out_on_enter(qtbot: QtBot, vntype: Type) -> None:
    edit = DateEdit(lambda: TODAY)
    qtbot.addWidget(edit)
    vntype(edit, "010203")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "01/02/2003"
    edit.clear()
    vntype(edit, "hôm nọ")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.text(), edit.iso()) == ("hôm nọ", "hôm nọ")


def test_f4_opens_a_calendar_that_takes_a_day_and_goes(qtbot: QtBot) -> None:
    edit = DateEdit(lambda: TODAY)
    qtbot.addWidget(edit)
    edit.put("2024-02-29")
    with qtbot.waitActive(edit):
        edit.show()
    qtbot.keyClick(edit, Qt.Key.Key_F4)
    calendar = edit.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2024-02-29"
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert edit.text() == "01/03/2024"
    qtbot.waitUntil(lambda: edit.findChild(QMenu) is None)


def heard(editor: Editor) -> list[Value]:
    told: list[Value] = []
    editor.edited.connect(lambda: told.append(editor.value()))
    return told


@pytest.mark.parametrize("value", ["2003-02-01", "2003-05", "2003", "", "không rõ"])
def test_dates_come_back_as_put(qtbot: QtBot, value: str) -> None:
    editor = DateEditor(lambda: TODAY)
    qtbot.addWidget(editor.widget)
    told = heard(editor)
    editor.put(value)
    assert (editor.value(), told) == (value, [])


@pytest.mark.parametrize(
    ("text", "value"), [("120", 120), ("1.200", 1200), ("0", 0), ("", None), ("khoảng 10", "khoảng 10")]
)
def test_numbers(qtbot: QtBot, vntype: Type, text: str, value: Value) -> None:
    editor = NumberEditor()
    qtbot.addWidget(editor.widget)
    vntype(editor.widget, text)
    assert editor.value() == value


def test_one_text_or_paragraphs(qtbot: QtBot) -> None:
    for paragraphs, expected in ((False, "Thuận lợi. Khó khăn."), (True, "Thuận lợi.\nKhó khăn.")):
        editor = LongEditor(3, paragraphs=paragraphs)
        qtbot.addWidget(editor.widget)
        editor.widget.setPlainText("Thuận  lợi. \nKhó khăn.\n")
        assert editor.value() == expected


@pytest.mark.parametrize("value", ["h2", "", "h9"])
def test_a_choice_keeps_even_a_code_that_is_not_offered(qtbot: QtBot, value: str) -> None:
    editor = ChoiceEditor(HAMLETS)
    qtbot.addWidget(editor.widget)
    told = heard(editor)
    editor.put(value)
    assert (editor.value(), told) == (value, [])


def test_true_false_and_unknown_are_three_things(qtbot: QtBot) -> None:
    editor = ChoiceEditor(((None, "Chưa rõ"), (True, "Có"), (False, "Không")))
    qtbot.addWidget(editor.widget)
    for value in (True, False, None):
        editor.put(value)
        assert editor.value() is value


def test_offering_anew_keeps_what_was_chosen(qtbot: QtBot) -> None:
    editor = ChoiceEditor(HAMLETS)
    qtbot.addWidget(editor.widget)
    editor.put("h2")
    editor.offer((("h3", "Ấp Mới"), ("h2", "Ấp Vĩnh Tiến")))
    assert editor.value() == "h2"


def test_suggestions_take_any_text_and_complete_nothing_in_the_line(qtbot: QtBot, vntype: Type) -> None:
    editor = ChoiceEditor(HAMLETS, free=True)
    qtbot.addWidget(editor.widget)
    editor.put("")
    editor.widget.show()
    vntype(editor.widget, "Ấp Đ")
    assert editor.widget.currentText() == "Ấp Đ"
    vntype(editor.widget, "ông Hưng")
    assert editor.value() == "h1"
    vntype(editor.widget, " 2")
    assert editor.value() == "Ấp Đông Hưng 2"
    assert editor.widget.insertPolicy() is QComboBox.InsertPolicy.NoInsert


def test_many_are_ticked_by_space(qtbot: QtBot) -> None:
    editor = ManyEditor(TASKS, 3)
    qtbot.addWidget(editor.widget)
    told = heard(editor)
    editor.put(("t2", "old"))
    assert editor.value() == ("t2", "old")
    editor.widget.setCurrentRow(0)
    qtbot.keyClick(editor.widget, Qt.Key.Key_Space)
    assert editor.value() == ("t1", "t2", "old")
    assert told


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


@pytest.mark.parametrize("free", [False, True])
@pytest.mark.parametrize("put", [Sex.FEMALE, "female"])
def test_a_choice_gives_the_member_of_an_enumeration_back(qtbot: QtBot, put: str, free: bool) -> None:
    editor = ChoiceEditor(((Sex.MALE, "Nam"), (Sex.FEMALE, "Nữ")), free=free)
    qtbot.addWidget(editor.widget)
    editor.put(put)
    assert editor.value() is Sex.FEMALE
    editor.widget.setCurrentIndex(0)
    assert editor.value() is Sex.MALE


def test_a_member_that_is_not_offered_stays_one(qtbot: QtBot) -> None:
    editor = ChoiceEditor(((Sex.MALE, "Nam"),))
    qtbot.addWidget(editor.widget)
    editor.put(Sex.FEMALE)
    assert editor.value() is Sex.FEMALE
    editor.offer(((Sex.MALE, "Nam"), (Sex.FEMALE, "Nữ")))
    assert (editor.value(), editor.text()) == (Sex.FEMALE, "Nữ")


def test_many_give_members_back_too(qtbot: QtBot) -> None:
    editor = ManyEditor(tuple((member, member.name) for member in Sex), 2)
    qtbot.addWidget(editor.widget)
    editor.put(("female",))
    value = editor.value()
    assert isinstance(value, tuple)
    assert value[0] is Sex.FEMALE


def test_an_editor_without_its_acts_cannot_be_made(qtbot: QtBot) -> None:
    class Half(Editor):
        def text(self) -> str:
            return ""

    widget = QLineEdit()
    qtbot.addWidget(widget)
    with pytest.raises(TypeError, match="value"):
        Half(widget)  # type: ignore[abstract]


@pytest.mark.parametrize("typed", ["010203", "h", "5/2003"])
def test_a_date_written_out_is_not_an_edit(qtbot: QtBot, vntype: Type, typed: str) -> None:
    editor = DateEditor(lambda: TODAY)
    qtbot.addWidget(editor.widget)
    vntype(editor.widget, typed)
    value, told = editor.value(), heard(editor)
    qtbot.keyClick(editor.widget, Qt.Key.Key_Return)
    assert editor.text() != typed
    assert (editor.value(), told) == (value, [])


def test_the_calendar_is_an_edit(qtbot: QtBot) -> None:
    editor = DateEditor(lambda: TODAY)
    present(qtbot, editor.widget, 300, 40)
    told = heard(editor)
    button = editor.widget.findChild(LineButton)
    assert button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    calendar = editor.widget.findChild(QCalendarWidget)
    assert calendar
    calendar.activated.emit(calendar.selectedDate())
    assert told == ["2026-11-24"]
    qtbot.waitUntil(lambda: editor.widget.findChild(QMenu) is None)


def test_of_a_long_text_the_beginning_is_seen(qtbot: QtBot) -> None:
    editor = ChoiceEditor((("h1", "Phòng Văn hóa – Xã hội"),), free=True)
    qtbot.addWidget(editor.widget)
    editor.widget.setFixedWidth(90)
    for value in ("h1", "Trung tâm Phục vụ hành chính công"):
        editor.put(value)
        line = editor.widget.lineEdit()
        assert line
        assert line.cursorPosition() == 0
