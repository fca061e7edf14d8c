"""The page of the plan's tasks over a real register: what is typed stays, what is missing is found, by keyboard alone."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.records import Office, Session, TaskReport
from vnpresence_desktop.gui.pages.task_card import TaskCard
from vnpresence_desktop.gui.pages.tasks import TasksActs, TasksPage
from vnpresence_desktop.work import preparing, tasks
from vnpresence_desktop.work.desk import Desk

Q4 = "2025-Q4"
ALL = ["I.1", "I.2", "I.3", "I.4", "I.6", "II.1", "II.2", "II.3", "III", "IV.2"]


def tasks_page(desk: Desk) -> TasksPage:
    """The page as app.py wires it."""
    return TasksPage(
        TasksActs(
            periods=partial(preparing.periods, desk),
            tasks_of=partial(tasks.tasks_of, desk),
            draft_task=partial(tasks.draft_task, desk),
            keep_task=partial(tasks.keep_task, desk),
        )
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TasksPage:
    return opened(qtbot, desk)


def opened(qtbot: QtBot, desk: Desk) -> TasksPage:
    made = tasks_page(desk)
    present(qtbot, made, 1150, 700)
    made.arrive()
    QApplication.processEvents()
    return made


def card(page: TasksPage, task: str) -> TaskCard:
    return next(one for one in page.cards if one.task.id == task)


def type_into(vntype: Type, widget: QWidget, text: str) -> None:
    widget.setFocus()
    vntype(widget, text)


def kept(desk: Desk) -> list[tuple[str, str, str, str]]:
    return [(one.task, one.period, one.result, one.evidence) for one in desk.store.all(TaskReport)]


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def choose(page: TasksPage, period: str) -> None:
    page.period.put(period)
    page.period.activated.emit(page.period.currentIndex())


# -- what is shown


def test_the_quarter_about_to_be_reported_is_chosen_and_its_tasks_stand_in_the_plans_order(page: TasksPage) -> None:
    assert page.period.period == Q4
    assert page.days.text() == "Số liệu từ 03/10/2025 đến hết 14/12/2025"
    assert [one.task.id for one in page.cards] == ALL
    assert page.pill.text() == "0/10 đã ghi"
    assert focused() == "result_I.1"


def test_the_report_and_the_tasks_offer_the_same_periods(page: TasksPage, desk: Desk) -> None:
    ids = [page.period.itemData(at) for at in range(page.period.count())]
    assert ids == [one.id for one in preparing.periods(desk)]
    assert page.period.itemText(0) == "Năm 2026"


def test_a_card_says_what_the_plan_asks_for(page: TasksPage) -> None:
    words = [one.text() for one in card(page, "I.4").findChildren(type(page.days))]
    assert "Chủ trì · Chỉ tiêu: 01 đợt · Thời gian: Tháng 10/2025" in words
    assert "Đặt logo và thông tin Chương trình trên Cổng, Trang Thông tin điện tử của đơn vị" in words
    others = [one.text() for one in card(page, "I.1").findChildren(type(page.days))]
    assert any(text.startswith("Phối hợp · ") for text in others)


def test_sessions_of_the_period_are_told_as_a_fact(qtbot: QtBot, desk: Desk) -> None:
    put(desk, *(Session(date=f"2025-11-0{day}", topic="Họp", tasks=("I.6", "III")) for day in range(1, 5)))
    page = opened(qtbot, desk)
    assert card(page, "I.6").served.text() == "Đã có 4 buổi tuyên truyền phục vụ nhiệm vụ này"
    assert card(page, "I.6").served.isVisibleTo(page)
    assert not card(page, "I.1").served.isVisibleTo(page)
    choose(page, "2026-Q1")
    assert not card(page, "I.6").served.isVisibleTo(page)


def test_an_office_without_programme_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with new_desk(tmp_path / "hn", commune="00004") as desk:
        page = opened(qtbot, desk)
        assert "hồ sơ chương trình" in page.notice.words
        page.show_period(Q4)
        assert page.cards == []
        assert page.may_leave()


# -- what is kept


def test_words_are_drafted_within_a_second_and_kept_on_leaving(
    qtbot: QtBot, page: TasksPage, desk: Desk, vntype: Type
) -> None:
    done = card(page, "I.4")
    type_into(vntype, done.result.widget, "Đã đặt logo.")
    qtbot.waitUntil(lambda: "task_report/2025-Q4/I.4" in desk.store.drafts(), timeout=1000)
    assert (kept(desk), done.state.word) == ([], "Đã lưu nháp")
    type_into(vntype, done.evidence.widget, "Ảnh")
    assert kept(desk) == [("I.4", Q4, "Đã đặt logo.", "")]
    assert (done.state.word, page.pill.text()) == ("Đã ghi", "1/10 đã ghi")
    page.period.setFocus()
    assert kept(desk) == [("I.4", Q4, "Đã đặt logo.", "Ảnh")]
    assert (done.state.word, desk.store.drafts()) == ("Đã ghi", [])
    assert not done.line.isVisible()


def test_paragraphs_stay(page: TasksPage, desk: Desk) -> None:
    box = card(page, "III").result.widget
    box.setFocus()
    QTest.keyClicks(box, "A.")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "B.")
    page.flush()
    assert kept(desk)[0][2] == "A.\nB."


def test_evidence_alone_waits_as_a_draft_and_says_so(qtbot: QtBot, page: TasksPage, desk: Desk, vntype: Type) -> None:
    one = card(page, "II.1")
    type_into(vntype, one.evidence.widget, "Công văn 12")
    page.period.setFocus()
    assert (one.line.level, one.line.isVisible()) == ("warning", True)
    assert "kết quả" in one.line.text
    assert (kept(desk), one.state.word) == ([], "Chưa ghi")
    page.hide()
    again = opened(qtbot, desk)
    assert card(again, "II.1").words == ("", "Công văn 12")
    type_into(vntype, card(again, "II.1").result.widget, "Đã gửi.")
    again.hide()
    assert kept(desk) == [("II.1", Q4, "Đã gửi.", "Công văn 12")]


def test_a_result_that_was_emptied_is_taken_out(qtbot: QtBot, desk: Desk) -> None:
    put(desk, TaskReport(task="I.4", period=Q4, result="Nhầm."))
    page = opened(qtbot, desk)
    assert page.pill.text() == "1/10 đã ghi"
    card(page, "I.4").result.widget.selectAll()
    QTest.keyClick(card(page, "I.4").result.widget, Qt.Key.Key_Delete)
    page.flush()
    assert kept(desk) == []
    assert (card(page, "I.4").state.word, page.pill.text()) == ("Chưa ghi", "0/10 đã ghi")


def test_what_a_power_cut_left_is_shown_and_kept(qtbot: QtBot, desk: Desk) -> None:
    tasks.draft_task(desk, Q4, "I.3", "Đã dự h", "")
    page = opened(qtbot, desk)
    assert card(page, "I.3").words == ("Đã dự h", "")
    assert card(page, "I.3").state.word == "Đã lưu nháp"
    page.hide()
    assert kept(desk) == [("I.3", Q4, "Đã dự h", "")]
    assert desk.store.drafts() == []


def test_what_is_typed_when_the_window_closes_is_kept(page: TasksPage, desk: Desk, vntype: Type) -> None:
    type_into(vntype, card(page, "I.1").result.widget, "Đã dự.")
    assert page.may_leave()
    assert kept(desk) == [("I.1", Q4, "Đã dự.", "")]


def test_another_period_has_its_own_results(page: TasksPage, desk: Desk, vntype: Type) -> None:
    type_into(vntype, card(page, "I.1").result.widget, "Quý IV.")
    choose(page, "2026-Q1")
    assert kept(desk) == [("I.1", Q4, "Quý IV.", "")]
    assert (card(page, "I.1").words, page.pill.text()) == (("", ""), "0/10 đã ghi")
    assert card(page, "I.1").state.word == "Chưa ghi"
    type_into(vntype, card(page, "I.1").result.widget, "Quý I.")
    choose(page, Q4)
    assert card(page, "I.1").words == ("Quý IV.", "")
    assert [one[1:3] for one in kept(desk)] == [(Q4, "Quý IV."), ("2026-Q1", "Quý I.")]


def test_what_was_kept_elsewhere_is_shown_on_coming_back(page: TasksPage, desk: Desk) -> None:
    put(desk, TaskReport(task="III", period=Q4, result="Đã hướng dẫn."))
    page.arrive()
    assert card(page, "III").words == ("Đã hướng dẫn.", "")
    assert page.pill.text() == "1/10 đã ghi"


def test_coming_back_shows_the_period_that_was_chosen(page: TasksPage) -> None:
    choose(page, "2026-Q1")
    page.arrive()
    assert (page.period.period, page.days.text()) == ("2026-Q1", "Số liệu từ 15/12/2025 đến hết 14/03/2026")


def test_coming_back_leaves_keyboard_and_undo_where_they_were(page: TasksPage, vntype: Type) -> None:
    box = card(page, "I.3").result.widget
    type_into(vntype, box, "Một đợt.")
    page.flush()
    page.arrive()
    assert focused() == "result_I.3"
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() != "Một đợt."


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> QStackedWidget:
    """A page that is not shown yet, beside another one that has the keyboard."""
    made, other = QStackedWidget(), QLineEdit()
    made.addWidget(other)
    made.addWidget(tasks_page(desk))
    present(qtbot, made, 1150, 700)
    other.setFocus()
    return made


def arrived(window: QStackedWidget) -> TasksPage:
    page = window.widget(1)
    assert isinstance(page, TasksPage)
    window.setCurrentWidget(page)
    page.arrive()
    QApplication.processEvents()
    return page


def test_the_first_arrival_brings_the_keyboard_to_the_first_task_without_result(
    window: QStackedWidget, desk: Desk
) -> None:
    put(desk, *(TaskReport(task=task, period=Q4, result="Xong.") for task in ALL[:6]))
    page = arrived(window)
    assert focused() == "result_II.2"
    assert seen(page, card(page, "II.2"))


def test_a_page_out_of_sight_holds_nothing(window: QStackedWidget, desk: Desk, vntype: Type) -> None:
    page = arrived(window)
    type_into(vntype, card(page, "I.2").evidence.widget, "Sổ")
    type_into(vntype, card(page, "I.2").result.widget, "Đã phát.")
    window.setCurrentIndex(0)
    assert kept(desk) == [("I.2", Q4, "Đã phát.", "Sổ")]
    arrived(window)
    assert focused() == "result_I.2"


def test_what_cannot_be_kept_is_said_and_no_other_period_shown(
    page: TasksPage, desk: Desk, tmp_path: Path, vntype: Type
) -> None:
    type_into(vntype, card(page, "I.1").result.widget, "Đã dự.")
    register, aside = tmp_path / "register.db", tmp_path / "aside.db"
    register.rename(aside)
    choose(page, "2026-Q1")
    assert (page.period.period, card(page, "I.1").words) == (Q4, ("Đã dự.", ""))
    assert page.notice.words
    assert card(page, "I.1").line.level == "error"
    assert not page.may_leave()
    assert page.may_leave()
    aside.rename(register)
    choose(page, "2026-Q1")
    assert kept(desk) == [("I.1", Q4, "Đã dự.", "")]
    assert page.notice.words == ""


# -- ways


def test_ctrl_and_arrows_go_from_task_to_task(page: TasksPage) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    box = card(page, "I.1").result.widget
    QTest.keyClick(box, Qt.Key.Key_Up, ctrl)
    assert focused() == "result_I.1"
    QTest.keyClick(box, Qt.Key.Key_Down, ctrl)
    assert focused() == "result_I.2"
    QTest.keyClick(card(page, "I.2").evidence.widget, Qt.Key.Key_Down, ctrl)
    assert focused() == "result_I.3"
    QTest.keyClick(card(page, "I.3").result.widget, Qt.Key.Key_Up, ctrl)
    assert focused() == "result_I.2"
    QTest.keyClick(card(page, "I.2").result.widget, Qt.Key.Key_Down)
    assert focused() == "result_I.2"


def test_every_task_is_seen_whole_when_gone_to(page: TasksPage) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    for one in page.cards:
        assert seen(page, one)
        QTest.keyClick(one.result.widget, Qt.Key.Key_Down, ctrl)
        QApplication.processEvents()
    assert focused() == "result_IV.2"


def test_the_task_with_the_keyboard_stays_in_sight_when_the_window_becomes_small(page: TasksPage) -> None:
    card(page, "I.3").result.widget.setFocus()
    page.resize(900, 420)
    QApplication.processEvents()
    assert seen(page, card(page, "I.3"))


def test_a_plan_without_tasks_does_no_harm(qtbot: QtBot, desk: Desk) -> None:
    keep = partial(tasks.keep_task, desk)
    page = TasksPage(TasksActs(partial(preparing.periods, desk), lambda _: (), partial(tasks.draft_task, desk), keep))
    qtbot.addWidget(page)
    page.arrive()
    page.show_period(Q4)
    assert (page.cards, page.pill.text()) == ([], "")


def seen(page: TasksPage, one: TaskCard) -> bool:
    view = page._area.viewport()
    top = one.mapTo(view, one.rect().topLeft()).y()
    return top >= 0 and top + one.height() <= view.height()


def test_tab_goes_through_the_boxes_of_all_tasks(page: TasksPage) -> None:
    names = []
    for _ in ALL:
        for _ in range(2):
            names.append(focused())
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert names == [f"{name}_{task}" for task in ALL for name in ("result", "evidence")]


def test_the_report_leads_to_the_first_task_without_result(qtbot: QtBot, desk: Desk) -> None:
    put(desk, *(TaskReport(task=task, period="2026-Q1", result="Xong.") for task in ALL[:6]))
    page = tasks_page(desk)
    present(qtbot, page, 1150, 700)
    page.show_period("2026-Q1")
    QApplication.processEvents()
    assert (page.period.period, page.pill.text(), focused()) == ("2026-Q1", "6/10 đã ghi", "result_II.2")
    assert seen(page, card(page, "II.2"))


def test_where_all_is_done_the_first_task_is_shown(qtbot: QtBot, desk: Desk) -> None:
    put(desk, *(TaskReport(task=task, period=Q4, result="Xong.") for task in ALL))
    page = opened(qtbot, desk)
    assert (page.pill.text(), focused()) == ("10/10 đã ghi", "result_I.1")


def test_without_a_programme_only_that_is_said(qtbot: QtBot, desk: Desk) -> None:
    (office,) = desk.store.all(Office)
    put(desk, replace(office, commune="00004"))
    page = opened(qtbot, desk)
    assert page.notice.words.startswith("Chưa có hồ sơ chương trình cho Thành phố Hà Nội.")
    assert page.notice.property("level") == "warning"
    assert not page.period.isVisible()
    put(desk, office)
    page.arrive()
    assert page.period.isVisible()
    assert not page.notice.isVisible()
