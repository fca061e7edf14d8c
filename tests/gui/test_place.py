"""Where someone was typing comes back to the letter, in every kind of field."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.sample import VALUES, household_form
from vnpresence_desktop.gui.form import Form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = household_form()
    present(qtbot, made, 900, 700)
    made.set_values(VALUES)
    return made


@pytest.mark.parametrize("place", ["owner:5", "birth_date:3", "hamlet:2", "trade:0", "sex:0"])
def test_a_place_is_found_again(form: Form, place: str) -> None:
    assert form.go_to_place(place)
    assert form.place() == place
    form.focus_field("phone")
    assert form.go_to_place(place)
    assert form.place() == place


def test_nothing_is_chosen_there_so_that_typing_goes_on(form: Form) -> None:
    form.go_to_place("owner:6")
    line = form.widget("owner")
    assert isinstance(line, QLineEdit)
    assert not line.hasSelectedText()
    line.insert("X")
    assert line.text() == "NguyễnX Thị Thủy"


def test_a_text_that_is_shorter_now_ends_at_its_end(form: Form) -> None:
    assert form.go_to_place("owner:500")
    assert form.place() == f"owner:{len('Nguyễn Thị Thủy')}"


@pytest.mark.parametrize("place", ["", "gone:3", ":", "owner", "owner:x"])
def test_what_is_no_place_harms_nothing(form: Form, place: str) -> None:
    form.focus_field("phone")
    found = form.go_to_place(place)
    assert found == place.startswith("owner")
    assert form.place() == ("owner:0" if found else "phone:11")


def test_no_place_while_the_keyboard_is_elsewhere(form: Form) -> None:
    focus = QApplication.focusWidget()
    assert focus
    focus.clearFocus()
    assert form.place() == ""
