"""The parts of the import page by themselves: groups of problems, names of columns, values as shown."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.gui.pages.import_mapping import _letter
from vnpresence_desktop.gui.pages.import_pick import ColumnPick
from vnpresence_desktop.gui.pages.import_problems import ProblemCard, group
from vnpresence_desktop.gui.pages.import_sample import shown
from vnpresence_desktop.work.importing import RowProblem

WARNING = Severity.WARNING


def test_problems_are_grouped_errors_first_then_the_most_frequent() -> None:
    rare, often = problem("email", "email_form", WARNING), problem("phone", "phone_form", WARNING)
    wrong, hint = problem("owner", "missing"), problem("trade", "missing_to_propose", Severity.HINT)
    given = [RowProblem(row, item) for row, item in enumerate((rare, often, often, hint, wrong), 5)]
    assert [(common, [item.row for item in items]) for common, items in group(given)] == [
        (wrong, [9]),
        (often, [6, 7]),
        (rare, [5]),
    ]


def test_a_group_speaks_with_its_values_only_where_all_agree() -> None:
    one, other = (problem("sex", "sex_unknown", WARNING, original=text) for text in ("x", "y"))
    assert group([RowProblem(1, one), RowProblem(2, one)])[0][0] == one
    assert group([RowProblem(1, one), RowProblem(2, other)])[0][0] == problem("sex", "sex_unknown", WARNING)


def test_a_group_of_thousands_names_the_first_rows_and_the_number_of_the_rest(qtbot: QtBot) -> None:
    card = ProblemCard()
    qtbot.addWidget(card)
    card.show_problems([RowProblem(row, problem("phone", "phone_form", WARNING)) for row in range(3000)])
    head = card.model.item(0, 0)
    assert card.model.item(0, 1).text() == "3.000"
    assert head.rowCount() == 201
    assert head.child(200).text() == "… và 2.800 dòng nữa"
    card.show_problems([])
    assert card.model.item(0, 0).text() == "Không có gì cần xem lại."
    assert card.model.rowCount() == 1


def test_another_list_forgets_the_answers(qtbot: QtBot) -> None:
    card = ProblemCard()
    qtbot.addWidget(card)
    card.ask({"id_number": 3})
    card.question("id_number").setChecked(True)
    assert card.confirmed == {"id_number"}
    card.begin()
    assert card.confirmed == frozenset()


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_columns_are_named_as_in_excel(index: int, name: str) -> None:
    assert _letter(index) == name


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("birth_date", "2004-05-06", "06/05/2004"),
        ("sex", "female", "Nữ"),
        ("state", "active", "đang hoạt động"),
        ("union_member", True, "Có"),
        ("union_member", False, "Không"),
        ("union_member", None, ""),
        ("name", "Tạp hóa", "Tạp hóa"),
    ],
)
def test_values_are_shown_as_a_person_reads_them(field: str, value: Any, text: str) -> None:
    assert shown(field, value) == text


# -- the choice of a column


def picked(qtbot: QtBot, text: str) -> ColumnPick:
    pick = ColumnPick()
    qtbot.addWidget(pick)
    pick.addItem(text)
    pick.setFixedSize(160, 40)
    pick.show()
    return pick


def test_a_long_heading_ends_in_dots_and_the_tip_has_all_of_it(qtbot: QtBot) -> None:
    heading = "H · Số giấy chứng nhận đăng ký hộ kinh doanh theo mẫu mới"
    pick = picked(qtbot, heading)
    assert pick.shown.startswith("H · Số")
    assert pick.shown.endswith("…")
    assert pick.toolTip() == heading
    assert pick.grab().toImage() == picked(qtbot, pick.shown).grab().toImage()


def test_a_short_heading_is_seen_whole_and_a_wider_box_shows_more(qtbot: QtBot) -> None:
    assert picked(qtbot, "A · Tên").shown == "A · Tên"
    pick = picked(qtbot, "H · Số giấy chứng nhận đăng ký")
    before = len(pick.shown)
    pick.setFixedSize(200, 40)
    assert len(pick.shown) > before


def test_the_list_of_headings_is_as_wide_as_the_longest(qtbot: QtBot) -> None:
    pick = picked(qtbot, "H · Số giấy chứng nhận đăng ký hộ kinh doanh")
    pick.showPopup()
    assert pick.view().viewport().width() >= pick.fontMetrics().horizontalAdvance(pick.currentText())
    pick.hidePopup()
