import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.gui.sample import TODAY, VALUES, household_form, judge
from vnpresence_desktop.domain.fields import fields, from_values, to_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.domain.records import Citizen, Household
from vnpresence_desktop.gui.cards import FieldCard, flow
from vnpresence_desktop.gui.form import Field, Form, Group, Input
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.work.texts import message

ORDER = ["id_number", "owner", "birth_date", "sex", "phone", "home_address", "name", "tax_code", "certificate_no",
         "certificate_date", "hamlet", "trade", "state", "website", "email"]  # fmt: skip


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = household_form()
    present(qtbot, made, 800, 600)
    made.set_values({"state": "active"})
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def type_into(form: Form, vntype: Type, name: str, text: str) -> None:
    form.widget(name).setFocus()
    vntype(form.widget(name), text)
    settle()


# -- values


def test_values_come_back_as_they_were_given(form: Form) -> None:
    record = Household(id="0190", source="file:a.xlsx", name="Quán Hữu Nam", owner="Nguyễn Thị Thủy", hamlet="h2",
                       birth_date="2003-05", sex="female", trade="Ăn uống", unconfirmed=("phone",))  # fmt: skip
    form.set_values(to_values(record))
    assert from_values(Kind.HOUSEHOLD, form.values()) == record


def test_every_kind_of_field_holds_its_type(qtbot: QtBot) -> None:
    kinds = {str: Input.TEXT, int: Input.NUMBER, bool: Input.YES_NO, tuple: Input.MANY}
    described = [Field(name=info.name, label=info.name, input=kinds[info.type]) for info in fields(Kind.CITIZEN)]
    form = Form([Group(title="Công dân", fields=described)], lambda: TODAY)
    qtbot.addWidget(form)
    record = Citizen(name="Lê Thị Mơ", birth_date="2005-01-02", union_member=False, unconfirmed=("phone", "email"))
    form.set_values(to_values(record))
    assert from_values(Kind.CITIZEN, form.values()) == record
    assert len(described) == len(dataclasses.fields(Citizen)) - 1


def test_another_record_empties_what_it_does_not_name(form: Form) -> None:
    form.set_values(VALUES)
    form.set_values({"owner": "Lê Văn Tám"})
    assert form.values()["phone"] == ""
    assert "id" not in form.values()


def test_text_is_kept_in_one_form(form: Form, vntype: Type) -> None:
    type_into(form, vntype, "owner", "  Nguyễn  Thị Thu\u0309y ")
    assert form.values()["owner"] == "Nguyễn Thị Thủy"


# -- typing


def test_vietnamese_typed_and_composed(form: Form, vntype: Type, unikey: Callable[[QWidget, str, str], None]) -> None:
    type_into(form, vntype, "owner", "Đặng Thị Ánh Tuyết")
    assert form.values()["owner"] == "Đặng Thị Ánh Tuyết"
    unikey(form.widget("name"), "Quán", "Quán ăn")
    assert form.values()["name"] == "Quán ăn"


def test_no_field_refuses_a_keystroke_or_completes_inline(form: Form) -> None:
    for line in form.findChildren(QLineEdit):
        assert line.validator() is None
        assert not line.inputMask()
        assert line.maxLength() == 32767
    for box in form.findChildren(QComboBox):
        assert (
            box.completer() is None
            or box.completer().completionMode() is box.completer().CompletionMode.PopupCompletion
        )


def test_changed_comes_once_a_turn_and_settled_later(form: Form, qtbot: QtBot) -> None:
    told: list[str] = []
    form.changed.connect(lambda: told.append("changed"))
    form.settled.connect(lambda: told.append("settled"))
    form.edited.connect(told.append)
    with qtbot.waitSignal(form.settled):
        form.fill({"owner": "Lê Văn Tám", "phone": "0912345678", "sex": "male"})
    assert told == ["changed", "settled"]
    told.clear()
    form.set_values(VALUES)
    settle()
    assert told == []


def test_what_is_typed_is_told_before_the_form_hides(form: Form, vntype: Type) -> None:
    kept: list[Value] = []
    form.settled.connect(lambda: kept.append(form.values()["owner"]))
    type_into(form, vntype, "owner", "Lê")
    form.hide()
    assert kept == ["Lê"]


def test_the_wheel_turns_no_list_in_passing(form: Form) -> None:
    form.set_values({"sex": "male"})
    at = QPointF(5, 5)
    event = QWheelEvent(at, form.widget("sex").mapToGlobal(at), QPoint(0, 0), QPoint(0, -120),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(form.widget("sex"), event)
    assert form.values()["sex"] == "male"


# -- problems


def test_unfinished_is_neutral_while_typing_and_counts_on_leaving(form: Form, vntype: Type) -> None:
    type_into(form, vntype, "id_number", "0922030012")
    assert form.message("id_number") == ("hint", "Còn thiếu 2 chữ số")
    assert form.widget("id_number").property("state") in (None, "")
    form.widget("owner").setFocus()
    level, text = form.message("id_number")
    assert level == "error"
    assert "12 chữ số" in text
    assert form.widget("id_number").property("state") == "error"
    assert form.widget("id_number").accessibleDescription() == text
    form.widget("id_number").setFocus()
    assert form.message("id_number")[0] == "error", "coming back alone mends nothing"


def test_impossible_is_an_error_at_once(form: Form, vntype: Type) -> None:
    type_into(form, vntype, "id_number", "0922o")
    assert form.message("id_number")[0] == "error"


def test_a_mended_field_shows_its_hint_again(form: Form, vntype: Type) -> None:
    type_into(form, vntype, "id_number", "0922o")
    form.widget("id_number").clear()  # type: ignore[attr-defined]
    settle()
    assert form.message("id_number") == ("hint", "12 chữ số")
    assert form.widget("id_number").property("state") == ""


def test_nothing_scolds_before_it_was_visited(form: Form) -> None:
    judge(form)
    assert form.errors() == 3
    assert {form.message(name)[0] for name in ORDER} == {"hint"}
    form.widget("owner").setFocus()
    form.widget("name").setFocus()
    assert form.message("owner")[0] == "error"
    assert form.message("hamlet")[0] == "hint"


def test_saving_shows_every_error_and_goes_to_the_first(form: Form) -> None:
    judge(form)
    assert not form.demand()
    assert focused() == "owner"
    assert [name for name in ORDER if form.message(name)[0] == "error"] == ["owner", "name", "hamlet"]
    form.fill({"owner": "Lê Văn Tám", "name": "Quán", "hamlet": "h1"})
    judge(form)
    assert form.demand()


def test_f8_goes_round_the_problems(form: Form, qtbot: QtBot) -> None:
    judge(form)
    form.demand()
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        seen.append(focused())
    assert seen == ["name", "hamlet", "owner"]


def test_a_partial_date_warns_on_leaving_though_it_was_written_out(form: Form, vntype: Type) -> None:
    type_into(form, vntype, "birth_date", "2/2003")
    assert form.message("birth_date")[0] == "hint"
    form.widget("sex").setFocus()
    assert form.values()["birth_date"] == "2003-02"
    found = [problem("birth_date", "birth_date_partial", Severity.WARNING)]
    form.show_problems(found, message)
    assert form.message("birth_date") == ("warning", message(found[0]))


def test_what_a_tax_code_should_be_takes_two_lines_at_the_most(form: Form) -> None:
    found = problem("tax_code", "tax_form", Severity.WARNING)
    form.set_values({"tax_code": "18001234"})
    form.resize(736, 600)  # its width beside the panel in a window of 1366
    form.show_problems([found], message)
    settle()
    words = next(item for item in form.findChildren(QLabel) if item.text() == message(found))
    assert words.height() <= 2 * words.fontMetrics().height() + 2


def test_the_worst_problem_is_said_and_others_are_handed_back(form: Form) -> None:
    form.set_values(VALUES)
    whole = problem("", "something_else")
    found = [problem("sex", "id_sex", Severity.WARNING), problem("sex", "date_ahead"), whole]
    assert form.show_problems(found, message) == [whole]
    assert form.message("sex") == ("error", message(found[1]))


def test_a_number_that_is_none_is_an_error_of_the_form(qtbot: QtBot, vntype: Type) -> None:
    form = Form(
        [Group(title="Số người", fields=[Field(name="others", label="Khác", input=Input.NUMBER)])], lambda: TODAY
    )
    qtbot.addWidget(form)
    vntype(form.widget("others"), "vài chục")
    form.show_problems([], message)
    assert form.message("others") == ("error", "Chỉ ghi chữ số, ví dụ 120.")
    assert form.errors() == 1


# -- keyboard


def test_enter_goes_forward_and_shift_enter_back(form: Form, qtbot: QtBot) -> None:
    form.focus_field()
    seen = [focused()]
    for _ in ORDER[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        seen.append(focused())
    assert seen == ORDER
    with qtbot.waitSignal(form.completed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert focused() == ORDER[-2]


def test_tab_goes_the_same_way(form: Form, qtbot: QtBot) -> None:
    form.focus_field()
    seen = [focused()]
    for _ in ORDER[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(focused())
    assert seen == ORDER


def test_enter_starts_a_line_where_paragraphs_are_kept(qtbot: QtBot) -> None:
    form = Form(
        [Group(title="Nội dung", fields=[Field(name="text", label="Lời", input=Input.PARAGRAPHS)])], lambda: TODAY
    )
    qtbot.addWidget(form)
    qtbot.keyClick(form.widget("text"), "a")
    qtbot.keyClick(form.widget("text"), Qt.Key.Key_Return)
    qtbot.keyClick(form.widget("text"), "b")
    assert form.values()["text"] == "a\nb"


def test_alt_letters_lead_to_their_fields_without_clashes(form: Form) -> None:
    labels = {label.text(): label.buddy() for label in form.findChildren(QLabel) if label.buddy()}
    letters = [text[text.index("&") + 1].lower() for text in labels if "&" in text]
    assert len(letters) == len(set(letters)) == len(ORDER)
    assert not set(letters) & set("lt"), "kept for the page's buttons"
    assert [buddy.objectName() for buddy in labels.values() if buddy] == ORDER


def test_screen_readers_hear_label_and_need(form: Form) -> None:
    assert form.widget("owner").accessibleName() == "Họ và tên chủ hộ (bắt buộc)"
    assert form.widget("phone").accessibleName() == "Điện thoại"
    assert form.widget("phone").accessibleDescription() == "10 chữ số"


# -- layout


@pytest.mark.parametrize(
    ("spans", "columns", "places"),
    [
        ([1, 2, 1, 1, 1], 3, [(0, 0, 1), (0, 1, 2), (1, 0, 1), (1, 1, 1), (1, 2, 1)]),
        ([1, 2, 1], 2, [(0, 0, 2), (1, 0, 2), (2, 0, 1)]),
        ([1, 3], 1, [(0, 0, 1), (1, 0, 1)]),
        ([], 3, []),
    ],
)
def test_fields_flow(spans: list[int], columns: int, places: list[tuple[int, int, int]]) -> None:
    assert flow(spans, columns) == places


def test_fields_of_all_cards_stand_below_each_other(qtbot: QtBot) -> None:
    spans = ((1, 1, 1), (1, 2), (2, 1), (3,))
    cards = [
        Group(title="Ô", fields=[Field(name=f"{card}{at}", label="Ô", span=span) for at, span in enumerate(row)])
        for card, row in enumerate(spans)
    ]
    form = Form(cards, lambda: TODAY)
    present(qtbot, form, 800, 600)
    edges = {
        form.widget(f"{card}{at}").mapTo(form, QPoint(0, 0)).x()
        for card, row in enumerate(spans)
        for at in range(len(row))
    }
    assert len(edges) == 3


def cut(form: Form) -> list[str]:
    """Editors and words that are wider than the room they have."""
    area = form.findChild(QWidget, "qt_scrollarea_viewport")
    assert area is not None
    cuts = [
        name for name in ORDER if form.widget(name).mapTo(area, QPoint(form.widget(name).width(), 0)).x() > area.width()
    ]
    words = [label for label in form.findChildren(QLabel) if label.isVisible() and label.text()]
    return cuts + [label.text() for label in words if label.heightForWidth(label.width()) > label.height() + 1]


@pytest.mark.parametrize(
    ("width", "scale", "columns"), [(1100, 1.0, 3), (800, 1.0, 3), (700, 1.5, 2), (500, 1.5, 1), (600, 1.75, 1)]
)
def test_nothing_is_cut_at_any_width_or_size_of_letters(
    form: Form, qapp: QApplication, width: int, scale: float, columns: int
) -> None:
    apply(qapp, Theme(scale=scale))
    form.resize(width, 500)
    form.set_values(VALUES)
    judge(form)
    settle()
    card = form.findChild(FieldCard)
    assert card is not None
    assert card.columns == columns
    assert cut(form) == []


def test_a_field_that_gets_the_keyboard_comes_into_sight(form: Form) -> None:
    form.resize(800, 300)
    settle()
    form.focus_field("email")
    settle()
    box = form.widget("email").visibleRegion().boundingRect()
    assert box.height() == form.widget("email").height()
    assert not form.widget("owner").visibleRegion().boundingRect().height()
