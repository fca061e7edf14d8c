import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pictures import settle
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.gui.areas import LongEdit, TickList
from vnpresence_desktop.gui.editors import ManyEditor
from vnpresence_desktop.gui.fields import FieldBox
from vnpresence_desktop.gui.form import Field, Form, Group, Input
from vnpresence_desktop.gui.theme import Theme, apply

TASKS = tuple((f"t{at}", f"Nhiệm vụ {at}") for at in range(9))


@pytest.mark.parametrize("scale", [1.0, 1.5, 1.75])
@pytest.mark.parametrize("lines", [1, 3])
def test_a_text_shows_its_lines_whole_in_any_letters(
    qtbot: QtBot, qapp: QApplication, scale: float, lines: int
) -> None:
    area = LongEdit(lines)
    present(qtbot, area, 400, area.height())
    apply(qapp, Theme(scale=scale))
    settle()
    area.setPlainText("\n".join(["gỹ"] * lines))
    settle()
    assert area.verticalScrollBar().maximum() == 0
    area.appendPlainText("gỹ")
    settle()
    assert area.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_list_shows_as_many_rows_as_wanted(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    editor = ManyEditor(TASKS, 3)
    present(qtbot, editor.widget, 400, editor.widget.height())
    apply(qapp, Theme(scale=scale))
    settle()
    assert isinstance(editor.widget, TickList)
    assert editor.widget.viewport().height() == 3 * editor.widget.visualItemRect(editor.widget.item(0)).height()


@pytest.mark.parametrize("kind", [Input.LONG, Input.PARAGRAPHS, Input.MANY])
def test_an_error_takes_no_room_from_a_field(qtbot: QtBot, kind: Input) -> None:
    fields = [Field(name=f"f{at}", label="Lời", input=kind, lines=4, choices=TASKS) for at in range(5)]
    form = Form([Group(title="Ô", fields=fields)], lambda: pytest.fail("no date here"))
    present(qtbot, form, 500, 300)
    before = form.widget("f0").height()
    form.show_problems([problem(f"f{at}", "any", Severity.ERROR) for at in range(5)], lambda _: "Chưa đúng.")
    for box in form.findChildren(FieldBox):
        box.leave()
    settle()
    assert form.message("f0")[0] == "error"
    assert form.widget("f0").height() == before
