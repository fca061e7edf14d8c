"""The other parts of the page: difficulties that go up with the report, confirmations that it counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import focused, press
from tests.gui.pages.support_parts import Clock, editor, helpdesk, keys, lines, opened, shown, type_here
from tests.work.desks import put
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.records import Confirmation, Difficulty
from vnpresence_desktop.gui.pages.record_acts import RecordWords
from vnpresence_desktop.gui.pages.support import SupportPage
from vnpresence_desktop.gui.pages.support_kinds import CONFIRMATION, DIFFICULTY, SUPPORT
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.preparing import outlook
from vnpresence_desktop.work.quarter import gather

HARD = Difficulty(id="hard", date="2025-11-20", matter="Mạng yếu", cause="Xa trạm", proposal="Kéo cáp")
GIVEN = Confirmation(id="given", date="2025-11-06", requester="Nhà đăng ký", households=118, result="Đã đối chiếu")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with helpdesk(tmp_path, Clock()) as made:
        put(made, HARD, GIVEN)
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SupportPage:
    return opened(qtbot, desk)


def test_the_parts_are_reached_by_keyboard_and_name_the_button(page: SupportPage) -> None:
    page.tabs.tabBar().setFocus()
    told = []
    for _ in page.parts:
        told.append((page.add.text(), page.lists.pill.text(), page.part.list.table.accessibleName()))
        page.tabs.tabBar().setFocus()
        keys("Right")
    assert told == [
        ("Ghi lượt hỗ trợ", "1 lượt hỗ trợ", "Các lượt hỗ trợ, mới nhất ở trên"),
        ("Ghi khó khăn", "1 khó khăn, vướng mắc", "Các khó khăn, vướng mắc, mới nhất ở trên"),
        ("Ghi lượt xác nhận", "1 lượt xác nhận", "Các lượt xác nhận, mới nhất ở trên"),
    ]


def test_a_difficulty_goes_into_the_report_of_its_period(page: SupportPage, desk: Desk, vntype: Type) -> None:
    page.show_part(page.difficulty)
    keys("Ctrl+N")
    assert focused() == "matter"
    for text in ("Thiếu máy quét", "Chưa được cấp", "Cấp một máy"):
        type_here(vntype, text)
        keys("Return")
    keys("Ctrl+S")
    assert lines(page.difficulty) == [
        ["20/12/2025", "Thiếu máy quét", "Chưa được cấp", "Cấp một máy", "Chưa có"],
        ["20/11/2025", "Mạng yếu", "Xa trạm", "Kéo cáp", "Chưa có"],
    ]
    said = {words.section: " ".join(words.recorded) for words in outlook(desk, "2026-Q1").words}
    assert "Thiếu máy quét" in said["III"]
    assert "Cấp một máy" in said["V"]
    assert "Mạng yếu" not in said["III"]


def test_an_answer_is_recorded_with_its_day(page: SupportPage, desk: Desk) -> None:
    page.show_part(page.difficulty)
    keys("Return")
    form = editor(page.difficulty).form
    form.fill({"answer": "Đã có kế hoạch"})
    keys("Ctrl+S")
    assert (focused(), form.message("answered_on")[0]) == ("answered_on", "error")
    form.fill({"answered_on": "2025-12-01"})
    keys("Ctrl+S")
    assert lines(page.difficulty)[0][-1] == "Ngày 01/12/2025"
    kept = desk.store.get(Difficulty, "hard")
    assert kept
    assert kept.answer == "Đã có kế hoạch"


def test_difficulties_are_found_by_every_word_and_removed_and_brought_back(page: SupportPage, desk: Desk) -> None:
    page.show_part(page.difficulty)
    page.difficulty.list.search.setText("tram keo cap")
    page.difficulty.list.refresh()
    keys("Delete")
    assert (desk.store.all(Difficulty), lines(page.difficulty)) == ([], [])
    press(page.difficulty.list.notice, "Hoàn tác")
    assert desk.store.all(Difficulty) == [HARD]
    assert page.difficulty.list.table.current_id() == "hard"


def test_a_confirmation_is_counted_in_the_report(page: SupportPage, desk: Desk, vntype: Type) -> None:
    page.show_part(page.confirmation)
    keys("Ctrl+N")
    keys("Shift+Return")
    for text in ("101225", "Sở Khoa học và Công nghệ", "1.264", "Công văn số 12", "Đã gửi danh sách"):
        type_here(vntype, text)
        keys("Return")
    keys("Ctrl+S")
    assert lines(page.confirmation)[0] == [
        "10/12/2025", "Sở Khoa học và Công nghệ", "Công văn số 12", "1.264", "Đã gửi danh sách",
    ]  # fmt: skip
    assert gather(desk, "2025-Q4").figure("confirmations").period.value == 2
    keys("Ctrl+N")
    box = editor(page.confirmation).form.widget("requester")
    assert [box.itemText(at) for at in range(box.count())] == ["Sở Khoa học và Công nghệ", "Nhà đăng ký"]  # type: ignore[attr-defined]


def test_a_number_that_is_none_keeps_from_saving(page: SupportPage, desk: Desk) -> None:
    page.show_part(page.confirmation)
    keys("Return")
    editor(page.confirmation).form.fill({"households": "nhiều"})
    keys("Ctrl+S")
    assert shown(page) is page.confirmation.form
    assert editor(page.confirmation).form.message("households") == ("error", "Chỉ ghi chữ số, ví dụ 120.")
    assert desk.store.get(Confirmation, "given") == GIVEN


def test_each_part_keeps_its_own_draft(page: SupportPage, desk: Desk, vntype: Type) -> None:
    for part in page.parts:
        page.show_part(part)
        keys("Ctrl+N")
        editor(part).form.fill({"note": f"ghi {part.words.kind}"})
        keys("Esc")
    assert sorted(desk.store.drafts()) == ["confirmation:new", "difficulty:new", "support:new"]
    for part in page.parts:
        page.show_part(part)
        keys("Ctrl+N")
        assert editor(part).form.values()["note"] == f"ghi {part.words.kind}"
        keys("Esc")


@pytest.mark.parametrize("words", [SUPPORT, DIFFICULTY, CONFIRMATION], ids=lambda words: words.kind.value)
def test_no_field_of_a_record_is_forgotten_in_its_form(words: RecordWords) -> None:
    typed = {field.name for group in words.groups for field in group.fields}
    apart = {"source", "accepted", "candidate"}
    assert {info.name for info in fields(words.kind)} - apart == typed
    required = {field.name for group in words.groups for field in group.fields if field.required}
    assert required >= {info.name for info in fields(words.kind) if info.need == "save"} - apart
