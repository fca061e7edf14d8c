"""The page of outreach sessions as an officer uses it, over a real register."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import offered, present
from tests.gui.pages.outreach_parts import sessions_acts
from tests.work.registers import OFFICE, PEOPLE, SESSION, SHOP, YOUTH, desk_with
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate, Reach, Session
from vnpresence_desktop.gui.pages.sessions import SessionsPage
from vnpresence_desktop.work import outreach
from vnpresence_desktop.work.desk import Desk

Type = Callable[[QWidget, str], None]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE, *PEOPLE]) as opened:
        yield opened


@pytest.fixture
def make(qtbot: QtBot, desk: Desk) -> Callable[[], SessionsPage]:
    def made() -> SessionsPage:
        page = SessionsPage(sessions_acts(desk))
        present(qtbot, page, 1120, 660)
        page.arrive()
        return page

    return made


@pytest.fixture
def page(make: Callable[[], SessionsPage]) -> SessionsPage:
    return make()


def id_of(desk: Desk, record: Candidate) -> str:
    kept = [one for kind in CANDIDATES for one in desk.store.all(kind)]
    return next(one.id for one in kept if replace(one, id="") == record)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = (
    ("date", "201126"),
    ("topic", "Tên miền “biz.vn” cho hộ kinh doanh"),
    ("place", "Nhà văn hóa ấp Một"),
    ("officials", "3"),
    ("households", "20"),
    ("enterprises", "0"),
    ("youths", "5"),
    ("others", "0"),
    ("cost", "1500000"),
    ("recorder", "Lê Thị Mai"),
)


def fill(page: SessionsPage, vntype: Type) -> None:
    """Type a whole session, each field cleared first."""
    form = page.editor.form
    for name, text in TYPED:
        form.focus_field(name)
        press(form.widget(name), Qt.Key.Key_Delete)
        vntype(form.widget(name), text)
    form.focus_field("form")
    press(form.widget("form"), Qt.Key.Key_Down)
    form.focus_field("tasks")
    press(form.widget("tasks"), Qt.Key.Key_Home)
    press(form.widget("tasks"), Qt.Key.Key_Space)


# -- the whole road by keyboard


def test_a_session_is_recorded_with_whom_it_reached_by_keyboard_alone(
    page: SessionsPage, desk: Desk, qtbot: QtBot, vntype: Type
) -> None:
    press(focused(), Qt.Key.Key_N, CTRL)
    assert focused().objectName() == "date"
    fill(page, vntype)
    press(focused(), Qt.Key.Key_F, CTRL)
    vntype(focused(), "hoà")
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Space)
    assert page.editor.picker.told.text() == "Đã chọn 1: 1 hộ"
    press(focused(), Qt.Key.Key_S, CTRL)
    (saved,) = desk.store.all(Session)
    assert (saved.date, saved.form, saved.topic) == ("2026-11-20", "conference", TYPED[1][1])
    assert (saved.officials, saved.enterprises, saved.cost, saved.broadcasts) == (3, 0, 1_500_000, None)
    assert saved.host == "Ủy ban nhân dân xã Phong Điền"
    assert saved.tasks == (desk.programme().tasks[0].id,)
    assert outreach.reached_by(desk, saved.id) == {id_of(desk, SHOP)}
    assert page.list.isVisible()
    assert page.list.table.texts(0)[0] == "20/11/2026"
    assert page.list.table.texts(0)[4:] == ["28", "1"]
    assert "Đã lưu" in page.list.notice.words
    assert desk.store.drafts() == []


def test_enter_walks_through_the_form_and_on_to_the_search(page: SessionsPage) -> None:
    page.add()
    page.editor.form.focus_field("recorder")
    press(focused(), Qt.Key.Key_Return)
    assert focused().objectName() == "note"
    press(focused(), Qt.Key.Key_Return)
    page.editor.form.completed.emit()
    assert focused() is page.editor.picker.search


def test_an_empty_form_is_not_saved_and_says_what_lacks_where_it_lacks(page: SessionsPage, desk: Desk) -> None:
    page.add()
    page.editor.save.click()
    assert desk.store.count(Session) == 0
    assert focused().objectName() == "form"
    form = page.editor.form
    assert form.message("topic") == ("error", "Chưa có nội dung. Hãy bổ sung trước khi lưu.")
    assert form.message("others")[0] == "error"
    assert form.message("broadcasts")[0] == "hint"


def test_a_count_that_is_no_number_is_told_at_its_field(page: SessionsPage, desk: Desk, vntype: Type) -> None:
    page.add()
    fill(page, vntype)
    vntype(page.editor.form.widget("others"), "x")
    page.editor.save.click()
    assert page.editor.form.message("others") == ("error", "Chỉ ghi chữ số, ví dụ 120.")
    assert desk.store.count(Session) == 0


def test_more_ticked_than_came_is_doubted_while_ticking(page: SessionsPage, desk: Desk, vntype: Type) -> None:
    page.open(outreach.record_session(desk, replace(SESSION, youths=1), []).id)
    page.editor.picker.table.tick([id_of(desk, person) for person in PEOPLE[3:]])
    level, text = page.editor.form.message("youths")
    assert (level, "2 công dân" in text) == ("warning", True)


# -- what is kept


def test_a_session_is_shown_as_it_was_kept_and_money_with_its_dots(page: SessionsPage, desk: Desk) -> None:
    kept = outreach.record_session(desk, replace(SESSION, cost=2_400_000), [id_of(desk, YOUTH)])
    page.open(kept.id)
    assert page.editor.session() == kept
    assert page.editor.form.widget("cost").text() == "2.400.000"  # type: ignore[attr-defined]
    assert page.editor.title.text() == "Buổi tuyên truyền ngày 20/11/2026"
    assert page.editor.picker.reached == {id_of(desk, YOUTH)}
    page.editor.save.click()
    assert desk.store.get(Session, kept.id) == kept
    assert len(desk.store.history(kept.id)) == 1


def test_whom_the_officer_unticks_is_reached_no_more(page: SessionsPage, desk: Desk) -> None:
    shop, youth = id_of(desk, SHOP), id_of(desk, YOUTH)
    kept = outreach.record_session(desk, SESSION, [shop, youth])
    page.open(kept.id)
    page.editor.picker.table.tick([shop], ticked=False)
    page.editor.save.click()
    assert outreach.reached_by(desk, kept.id) == {youth}


def test_a_session_is_deleted_only_when_asked_twice(page: SessionsPage, desk: Desk) -> None:
    page.add()
    assert page.editor.remove.isHidden()
    page.open(outreach.record_session(desk, SESSION, [id_of(desk, SHOP)]).id)
    page.editor.remove.click()
    assert desk.store.count(Session) == 1
    assert "Xóa buổi tuyên truyền ngày 20/11/2026" in page.editor.notice.words
    offered(page.editor.notice).click()
    assert desk.store.count(Session) == desk.store.count(Reach) == 0
    assert page.list.isVisible()


# -- drafts


def test_what_is_typed_and_ticked_is_kept_within_a_second_and_comes_back(
    make: Callable[[], SessionsPage], desk: Desk, qtbot: QtBot, vntype: Type
) -> None:
    page = make()
    page.add()
    vntype(page.editor.form.widget("topic"), "Chữ ký số")
    page.editor.picker.table.tick([id_of(desk, SHOP)])
    qtbot.waitUntil(lambda: "Chữ ký số" in (desk.store.draft("session:new") or ""), timeout=1000)
    qtbot.waitUntil(lambda: id_of(desk, SHOP) in (desk.store.draft("session:new") or ""), timeout=1000)
    again = make()  # as after a power cut
    again.add()
    assert again.editor.session().topic == "Chữ ký số"
    assert again.editor.picker.reached == {id_of(desk, SHOP)}
    assert "đang ghi dở" in again.editor.notice.words
    offered(again.editor.notice).click()
    assert (again.editor.session().topic, again.editor.picker.reached) == ("", frozenset())
    assert desk.store.draft("session:new") is None


def test_leaving_keeps_what_was_typed_at_once_and_saves_nothing(page: SessionsPage, desk: Desk, vntype: Type) -> None:
    kept = outreach.record_session(desk, SESSION, [])
    page.open(kept.id)
    page.editor.form.focus_field("place")
    vntype(focused(), "Chợ")
    press(focused(), Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert desk.store.get(Session, kept.id) == kept
    page.open(kept.id)
    assert page.editor.session().place == "Chợ"


def test_one_session_s_typing_never_lands_in_another(page: SessionsPage, desk: Desk, vntype: Type) -> None:
    kept = outreach.record_session(desk, SESSION, [])
    page.open(kept.id)
    page.editor.picker.table.tick([id_of(desk, SHOP)])
    page.add()  # before the timer told
    assert desk.store.drafts() == [f"session:{kept.id}"]
    assert page.editor.picker.reached == frozenset()


def test_a_draft_of_another_release_is_passed_over(page: SessionsPage, desk: Desk) -> None:
    for content in ("", "{", "[]", '{"values": []}', '{"values": {"topic": "x"}}'):
        desk.store.keep_draft("session:new", content)
        page.add()
        assert page.editor.session().topic == ""


def test_only_looking_keeps_no_draft_and_leaves_no_timer(page: SessionsPage, desk: Desk, qtbot: QtBot) -> None:
    page.open(outreach.record_session(desk, SESSION, [id_of(desk, SHOP)]).id)
    page.editor.picker.search.setText("hoa")
    page.close()
    assert desk.store.drafts() == []
    assert not [timer for timer in page.findChildren(QTimer) if timer.isActive()]


# -- the list


def test_the_list_is_searched_by_typing_on_it(page: SessionsPage, desk: Desk, vntype: Type) -> None:
    for place in ("Chợ Bến Phà", "Trường học"):
        outreach.record_session(desk, replace(SESSION, place=place), [])
    page.arrive()
    QAbstractItemModelTester(page.list.table.model())
    assert (page.list.table.count(), page.list.pill.text()) == (2, "2 buổi")
    press(page.list.table, Qt.Key.Key_P)
    assert focused() is page.list.search
    vntype(focused(), "ha")
    assert page.list.table.count() == 1
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Return)
    assert page.editor.session().place == "Chợ Bến Phà"


def test_where_it_is_narrow_the_figures_are_still_seen(page: SessionsPage) -> None:
    assert not page.list.table.isColumnHidden(3)
    page.resize(700, 660)
    assert page.list.table.isColumnHidden(3)
    assert not page.list.table.horizontalScrollBar().isVisible()


def test_what_another_page_changed_is_seen_on_coming_back(page: SessionsPage, desk: Desk) -> None:
    outreach.record_session(desk, SESSION, [])
    assert page.list.table.count() == 0
    page.arrive()
    assert page.list.table.count() == 1


def test_what_the_register_refuses_is_told_in_place_and_nothing_typed_is_lost(
    page: SessionsPage, desk: Desk, vntype: Type
) -> None:
    page.add()
    fill(page, vntype)
    desk.store.path.rename(desk.store.path.with_name("away.db"))
    page.editor.save.click()
    assert "bị xóa, di chuyển" in page.editor.notice.words
    assert page.editor.isVisible()
    assert page.editor.session().topic == TYPED[1][1]
    desk.store.path.with_name("away.db").rename(desk.store.path)
    page.editor.save.click()
    assert desk.store.count(Session) == 1


def refuse(*_: object) -> NoReturn:
    raise UserError("Không mở được sổ.", "Hãy cắm lại ổ đĩa.")


def test_a_register_that_can_t_be_read_is_told_in_place(qtbot: QtBot, desk: Desk) -> None:
    kept = outreach.record_session(desk, SESSION, [])
    acts = sessions_acts(desk)
    page = SessionsPage(replace(acts, session_ids=refuse, session_lines=refuse))
    present(qtbot, page, 1120, 660)
    page.arrive()
    assert "Hãy cắm lại ổ đĩa." in page.list.notice.words
    page.open(kept.id)
    assert page.list.isVisible()
    page = SessionsPage(replace(acts, draft=refuse))
    present(qtbot, page, 1120, 660)
    page.add()
    assert "Hãy cắm lại ổ đĩa." in page.list.notice.words
    page = SessionsPage(replace(acts, candidate_ids=refuse, match_lines=refuse, judge_session=refuse))
    present(qtbot, page, 1120, 660)
    page.add()
    assert "Hãy cắm lại ổ đĩa." in page.editor.notice.words
    page.editor.picker.paste.search.click()
    assert page.editor.picker.paste.message.level == "error"


def test_escape_clears_the_search_for_people_before_it_leaves_the_session(page: SessionsPage, vntype: Type) -> None:
    page.add()
    search = page.editor.picker.search
    search.setFocus()
    vntype(search, "an")
    press(search, Qt.Key.Key_Escape)
    assert (search.text(), page.editor.isVisible()) == ("", True)
    press(search, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_an_empty_list_gives_the_keyboard_to_its_search(page: SessionsPage) -> None:
    assert focused() is page.list.search


def test_tasks_wrap_instead_of_scrolling_sideways(page: SessionsPage) -> None:
    page.add()
    tasks = page.editor.form.widget("tasks")
    assert isinstance(tasks, QListWidget)
    assert not tasks.horizontalScrollBar().isVisible()


# -- pins


def test_what_is_pinned_goes_into_the_next_session(page: SessionsPage, desk: Desk, vntype: Type) -> None:
    press(focused(), Qt.Key.Key_N, CTRL)
    fill(page, vntype)
    for name in ("date", "form"):
        page.editor.form.focus_field(name)
        press(focused(), Qt.Key.Key_D, CTRL)
    press(focused(), Qt.Key.Key_S, CTRL)
    assert len(desk.store.all(Session)) == 1
    page.add()
    values = page.editor.form.values()
    assert (values["date"], values["form"], values["topic"]) == ("2026-11-20", "conference", "")
    page.editor.leave()
    assert desk.store.drafts() == [], "nothing was typed"
