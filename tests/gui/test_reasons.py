"""The lines under fields where it is said why a warning stands: asked from top to bottom, one key each, then calm."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.gui.sample import household_form
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.work.texts import message

SUGGESTED = ("Đã đối chiếu giấy tờ", "Chủ hộ xác nhận")
WARNINGS = [problem("phone", "phone_old", Severity.WARNING), problem("id_number", "id_sex", Severity.WARNING)]


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = household_form()
    made.changed.disconnect()
    present(qtbot, made, 900, 900)
    made.fill({"phone": "01234567890", "id_number": "092203001234"})
    made.show_problems(WARNINGS, message)
    return made


@pytest.fixture
def given(form: Form) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    form.reasons.given.connect(lambda name, reason: told.append((name, reason)))
    return told


def buttons(form: Form) -> dict[str, QPushButton]:
    return {item.accessibleName(): item for item in form.findChildren(QPushButton) if item.isVisible()}


def test_nothing_is_asked_or_made_before_saving(form: Form) -> None:
    assert form.reasons.asked() == ()
    assert not [box for box in form.findChildren(QComboBox) if box.accessibleName().startswith("Lý do")]


def test_enter_takes_the_suggestion(form: Form, given: list[tuple[str, str]]) -> None:
    form.reasons.ask(["phone", "id_number"], SUGGESTED)
    assert form.reasons.asked() == ("id_number", "phone")
    first = form.reasons.widget("id_number")
    assert first.hasFocus()
    assert first.accessibleName() == "Lý do giữ nguyên Số định danh cá nhân"
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert given == [("id_number", SUGGESTED[0])]
    assert form.reasons.asked() == ("phone",)


def test_down_takes_the_next_suggestion_and_typing_any_other(
    form: Form, given: list[tuple[str, str]], vntype: Type
) -> None:
    form.reasons.ask(["phone", "id_number"], SUGGESTED)
    first = form.reasons.widget("id_number")
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(first, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    form.reasons.ask(form.reasons.asked(), SUGGESTED)
    vntype(form.reasons.widget("phone"), "Số của con gái: ở chung nhà")
    form.reasons.take()
    assert given == [("id_number", SUGGESTED[1]), ("phone", "Số của con gái: ở chung nhà")]


def test_a_blank_line_is_no_reason(form: Form, given: list[tuple[str, str]]) -> None:
    form.reasons.ask(["phone"], SUGGESTED)
    QTest.keyClick(form.reasons.widget("phone"), Qt.Key.Key_Delete)
    QTest.keyClick(form.reasons.widget("phone"), Qt.Key.Key_Return)
    assert given == []
    assert form.reasons.asked() == ("phone",)


def test_only_the_line_with_the_keyboard_is_taken(form: Form, given: list[tuple[str, str]]) -> None:
    form.reasons.ask(["phone"], SUGGESTED)
    form.focus_field("owner")
    form.reasons.take()
    assert given == []


def test_a_reason_makes_the_warning_calm_and_is_mended_or_taken_back(form: Form, given: list[tuple[str, str]]) -> None:
    assert form.message("phone")[0] == "warning"
    form.reasons.show({"phone": "Số của con gái"}, ["id_number"])
    assert form.message("phone") == ("accepted", message(WARNINGS[0]))
    assert form.widget("phone").property("state") == ""
    assert form.message("id_number")[0] == "warning"
    buttons(form)["Sửa lý do giữ nguyên Điện thoại"].click()
    line = form.reasons.widget("phone")
    assert line.hasFocus()
    assert isinstance(line, QComboBox)
    assert line.currentText() == "Số của con gái"
    QTest.keyClick(line, Qt.Key.Key_Return)
    buttons(form)["Bỏ lý do giữ nguyên Điện thoại"].click()
    assert given == [("phone", "Số của con gái"), ("phone", "")]
    form.reasons.show({}, ["phone", "id_number"])
    assert form.message("phone")[0] == "warning"
    assert not buttons(form)


def test_a_question_goes_with_its_warning(form: Form) -> None:
    form.reasons.ask(["phone", "id_number"], SUGGESTED)
    form.reasons.show({}, ["id_number"])
    assert form.reasons.asked() == ("id_number",)


def test_every_warning_of_a_field_is_said_and_one_reason_does(form: Form) -> None:
    more = problem("id_number", "id_prefix", Severity.WARNING, prefix="999")
    form.show_problems([*WARNINGS, more], message)
    assert form.message("id_number") == ("warning", f"{message(WARNINGS[1])} {message(more)}")
    form.reasons.ask(["id_number", "id_number"], SUGGESTED)
    assert form.reasons.asked() == ("id_number",)


def test_the_line_with_the_keyboard_is_seen(form: Form) -> None:
    form.resize(900, 300)
    form.focus_field("id_number")
    form.reasons.ask(["website"], SUGGESTED)
    for _ in range(4):
        QApplication.processEvents()
    line = form.reasons.widget("website")
    assert line.visibleRegion().boundingRect().size() == line.size()


def test_f8_passes_what_has_its_reason(form: Form) -> None:
    form.reasons.show({"id_number": "Đã đối chiếu"}, ["phone"])
    form.focus_field("owner")
    for _ in range(2):
        form.focus_next_problem()
        assert form.widget("phone").hasFocus()


def test_the_wheel_turns_no_reason_in_passing(form: Form) -> None:
    form.reasons.ask(["phone"], SUGGESTED)
    line = form.reasons.widget("phone")
    at = QPointF(5, 5)
    event = QWheelEvent(at, line.mapToGlobal(at), QPoint(0, 0), QPoint(0, -120),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(line, event)
    assert isinstance(line, QComboBox)
    assert line.currentText() == SUGGESTED[0]
