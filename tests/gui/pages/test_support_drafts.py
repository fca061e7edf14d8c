"""Half-typed help at the page over a real register: nothing typed is lost, nothing is kept that was not typed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import press
from tests.gui.pages.support_parts import (
    HELP,
    Clock,
    editor,
    helpdesk,
    keys,
    opened,
    type_here,
)
from vnpresence_desktop.domain.records import Support
from vnpresence_desktop.gui.pages.support import SupportPage
from vnpresence_desktop.work.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with helpdesk(tmp_path, clock) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SupportPage:
    return opened(qtbot, desk)


def test_what_was_typed_is_kept_within_a_second(qtbot: QtBot, page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Ctrl+N")
    type_here(vntype, "Bà Sáu")
    qtbot.waitUntil(lambda: desk.store.drafts() == ["support:new"], timeout=1000)
    again = opened(qtbot, desk)  # the program was killed meanwhile
    assert "Một lượt hỗ trợ mới đang ghi dở" in again.support.list.notice.words
    press(again.support.list.notice, "Ghi tiếp")
    assert editor(again.support).form.values()["person"] == "Bà Sáu"
    assert again.may_leave()


def test_typing_without_a_pause_is_kept_too(qtbot: QtBot, page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Ctrl+N")
    for letter in "Bà Sáu ở Ấp Một":
        type_here(vntype, letter)
        qtbot.wait(100)
        if desk.store.drafts():
            break
    assert desk.store.drafts() == ["support:new"]


def test_a_draft_keeps_its_day(page: SupportPage, desk: Desk, clock: Clock, vntype: Type) -> None:
    keys("Ctrl+N")
    type_here(vntype, "Bà Sáu")
    keys("Esc")
    clock.now += timedelta(days=1)
    keys("Ctrl+N")
    assert editor(page.support).form.values()["date"] == "2025-12-20"
    press(editor(page.support).notice, "Bỏ bản nháp")
    assert editor(page.support).form.values()["person"] == ""
    assert desk.store.drafts() == []


def test_a_form_that_was_only_looked_at_leaves_no_draft(page: SupportPage, desk: Desk) -> None:
    keys("Ctrl+N")
    keys("Esc")
    assert desk.store.drafts() == []
    keys("Return")
    assert editor(page.support).title.text() == "Lượt hỗ trợ ngày 20/11/2025"
    keys("Esc")
    assert (desk.store.drafts(), page.support.list.notice.words) == ([], "")


def test_changes_of_a_kept_record_wait_as_a_draft(page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Return")
    editor(page.support).form.focus_field("result")
    keys("Ctrl+A")
    type_here(vntype, "Hẹn lại")
    keys("Esc")
    assert desk.store.get(Support, "help") == HELP
    press(page.support.list.notice, "Ghi tiếp")
    assert editor(page.support).form.values()["result"] == "Hẹn lại"
    keys("Ctrl+S")
    assert desk.store.get(Support, "help") == replace(HELP, result="Hẹn lại")
    assert desk.store.drafts() == []


def test_an_unsafe_draft_keeps_the_window_open_once(page: SupportPage, desk: Desk, vntype: Type) -> None:
    keys("Ctrl+N")
    type_here(vntype, "Bà Sáu")
    desk.store.path.rename(desk.store.path.with_name("moved.db"))
    assert not page.may_leave()
    assert "chưa lưu được" in editor(page.support).notice.words
    assert page.may_leave()
    desk.store.path.with_name("moved.db").rename(desk.store.path)


def test_what_is_pinned_goes_into_the_next_record_and_is_no_draft(page: SupportPage, desk: Desk) -> None:
    keys("Ctrl+N")
    form = editor(page.support).form
    form.fill(
        {"date": "2025-12-18", "person": "Bà Sáu", "channel": "phone", "matter": "Đổi mật khẩu", "helper": "Lê Văn Bé"}
    )
    for name in ("date", "channel", "helper"):
        form.focus_field(name)
        keys("Ctrl+D")
    keys("Ctrl+Return")
    assert "Bà Sáu" in [one.person for one in desk.store.all(Support) if one.date == "2025-12-18"]
    values = form.values()
    assert (values["date"], values["channel"], values["helper"]) == ("2025-12-18", "phone", "Lê Văn Bé")
    assert (values["person"], values["matter"]) == ("", "")
    assert editor(page.support).flush()
    assert desk.store.drafts() == []
