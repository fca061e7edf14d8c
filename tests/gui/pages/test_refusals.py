"""A register that can't be written for a while: said where it was asked, nothing typed is lost, nothing is told as done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.gui.pages.candidates_setting import HOA, keys, names, press
from tests.gui.pages.domains_setting import granted, step
from tests.gui.pages.domains_setting import press as press_in
from tests.gui.pages.history_parts import history_acts
from tests.gui.pages.office_parts import report_page
from tests.gui.pages.support_parts import HELP, Clock, editor, helpdesk, opened
from tests.work.desks import put
from tests.work.test_domains import PEOPLE
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Distinction, Household, Registration, Support
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.domain_card import DomainsCard
from vnpresence_desktop.gui.pages.history import HistoryPage
from vnpresence_desktop.gui.pages.list_bulk_panel import BulkPanel
from vnpresence_desktop.gui.pages.list_remove_panel import RemovePanel
from vnpresence_desktop.gui.pages.report import Report
from vnpresence_desktop.work import deleting
from vnpresence_desktop.work.desk import Desk

MOVED = "bị xóa, di chuyển"


@contextmanager
def away(desk: Desk) -> Iterator[None]:
    """The register's file was moved by somebody, and is moved back."""
    home = desk.store.path
    aside = home.rename(home.with_name("aside.db"))
    yield
    aside.rename(home)


@pytest.fixture
def twin(desk: Desk) -> Household:
    """Another record that may be Hòa's shop."""
    other = replace(HOA, id="hoa2", id_number="")
    put(desk, other)
    return other


# -- candidates


def told_of_twins(page: CandidatesPage) -> str:
    return " ".join(item.text() for item in page.form.twins.findChildren(QLabel) if item.isVisible())


def test_a_record_stays_open_when_it_can_t_be_deleted(page: CandidatesPage, desk: Desk) -> None:
    page.open_record(HOA.id)
    press(page.form.kept, "Xóa hồ sơ")
    with away(desk):
        press(page.form.notice, "Xóa")
        assert MOVED in page.form.notice.words
        assert page.form.isVisible()
    assert desk.store.get(Kind.HOUSEHOLD, HOA.id) == HOA
    press(page.form.kept, "Xóa hồ sơ")
    press(page.form.notice, "Xóa")
    assert HOA.name not in names(page)


def test_a_twin_is_told_as_somebody_else_only_when_that_was_recorded(
    page: CandidatesPage, desk: Desk, twin: Household
) -> None:
    page.open_record(HOA.id)
    with away(desk):
        press(page.form.twins, "Là đối tượng khác")
        assert MOVED in page.form.notice.words
        assert page.form.twins.isVisible()
        assert "Đã ghi" not in told_of_twins(page)
    assert desk.store.all(Distinction) == []
    press(page.form.twins, "Là đối tượng khác")
    assert len(desk.store.all(Distinction)) == 1
    with away(desk):
        press(page.form.twins, "Hoàn tác")
        assert "Đã ghi" in told_of_twins(page)
    assert len(desk.store.all(Distinction)) == 1
    press(page.form.twins, "Hoàn tác")
    assert desk.store.all(Distinction) == []


def test_nothing_is_merged_and_the_choices_stay(page: CandidatesPage, desk: Desk, twin: Household) -> None:
    page.open_record(HOA.id)
    press(page.form.twins, "Gộp vào hồ sơ này")
    panel = page.form.merging.panel
    with away(desk):
        keys(panel, "Ctrl+S")
        assert MOVED in panel.notice.words
        assert panel.isVisible()
    assert len(desk.store.find(Household, name=HOA.name)) == 2
    keys(panel, "Ctrl+S")
    assert [item.id for item in desk.store.find(Household, name=HOA.name)] == [HOA.id]


# -- the list


def test_many_can_t_be_deleted(page: CandidatesPage, desk: Desk) -> None:
    page.list.table.tick([HOA.id, "an"])
    page.list.tools.bar.remove.click()
    panel = page.list.tools.side.open
    assert isinstance(panel, RemovePanel)
    with away(desk):
        panel.remove.click()
        assert MOVED in panel.failure.text
        assert not panel.remove.isEnabled()
        assert MOVED in panel.remove.toolTip()
    assert desk.store.count(Household) == 3
    page.list.tools.bar.remove.click()
    panel.remove.click()
    assert names(page) == ["Đào Tiên"]


def test_many_can_t_be_changed(page: CandidatesPage, desk: Desk, qtbot: QtBot) -> None:
    page.list.table.tick([HOA.id])
    page.list.tools.bar.change.click()
    panel = page.list.tools.side.open
    assert isinstance(panel, BulkPanel)
    panel.field.setCurrentIndex(panel.field.findData("state"))
    panel.value.setCurrentIndex(panel.value.findData("ceased"))
    qtbot.waitUntil(panel.apply.isEnabled)
    with away(desk):
        panel.apply.click()
        assert MOVED in panel.failure.text
        assert page.list.tools.side.open is panel
    assert desk.store.get(Household, HOA.id) == HOA


# -- domains


@pytest.fixture
def proposer(desk: Desk) -> None:
    put(desk, *PEOPLE)


@pytest.mark.usefixtures("proposer")
def test_a_step_stays_open_with_what_was_typed(card: DomainsCard, desk: Desk) -> None:
    one = granted(desk)
    card.show_candidate("shop")
    press_in(card, "Hết hạn")
    step(card).form.fill({"note": "Chủ hộ báo bỏ"})
    with away(desk):
        step(card).save()
        assert MOVED in step(card).notice.words
        assert step(card).form.values()["note"] == "Chủ hộ báo bỏ"
    assert desk.store.get(Registration, one.id) == one
    step(card).save()
    (kept,) = desk.store.all(Registration)
    assert (kept.state, kept.note) == ("expired", "Chủ hộ báo bỏ")


@pytest.mark.usefixtures("proposer")
def test_a_registration_that_can_t_be_deleted_stays_in_sight(card: DomainsCard, desk: Desk) -> None:
    one = granted(desk)
    card.show_candidate("shop")
    with away(desk):
        press_in(card, "Xóa")
        assert MOVED in card.notice.words
        assert [block.item.id for block in card.blocks] == [one.id]
    assert desk.store.get(Registration, one.id) == one


# -- help, and what was done


@pytest.fixture
def helped(tmp_path: Path) -> Iterator[Desk]:
    """An office that recorded help."""
    with helpdesk(tmp_path, Clock()) as made:
        yield made


def test_help_stays_open_with_what_was_typed(qtbot: QtBot, helped: Desk) -> None:
    page = opened(qtbot, helped)
    page.support.open(HELP.id)
    editing = editor(page.support)
    editing.form.fill({"result": "Hẹn lại"})
    with away(helped):
        editing.save()
        assert MOVED in editing.notice.words
        assert editing.isVisible()
    assert helped.store.get(Support, HELP.id) == HELP
    editing.save()
    assert helped.store.get(Support, HELP.id) == replace(HELP, result="Hẹn lại")


def test_help_that_can_t_be_deleted_is_listed_still(qtbot: QtBot, helped: Desk) -> None:
    page = opened(qtbot, helped)
    with away(helped):
        page.support.list.remove(HELP.id)
        assert MOVED in page.support.list.notice.words
        assert page.support.list.table.count() == 1
    page.support.list.remove(HELP.id)
    assert page.support.list.table.count() == 0


def test_nothing_comes_back_from_the_bin_and_it_stays_chosen(
    qtbot: QtBot, desk: Desk, jobs: Jobs, tmp_path: Path
) -> None:
    deleting.remove(desk, Kind.HOUSEHOLD, [HOA.id])
    page = HistoryPage(history_acts(desk, tmp_path, jobs))
    present(qtbot, page, 1130, 660)
    page.arrive()
    page.show_bin()
    with away(desk):
        page.bin.back.click()
        assert MOVED in page.bin.notice.words
        assert page.bin.table.texts(0)[0] == HOA.name
    page.bin.back.click()
    assert desk.store.get(Household, HOA.id) == HOA


def test_words_of_a_report_stay_and_hold_the_period_and_the_window(
    qtbot: QtBot, helped: Desk, jobs: Jobs, vntype: Type
) -> None:
    page = report_page(helped, jobs)
    present(qtbot, page, 1150, 700)
    qtbot.waitUntil(lambda: not jobs.busy)
    shown = page.period.box.period
    other = next(one for at in range(page.period.box.count()) if (one := page.period.box.itemData(at)) != shown)
    box = page.words.boxes["I"].editor.widget
    with away(helped):
        box.setFocus()
        vntype(box, "Đã họp")
        for leave in (partial(choose_period, page, other), page.arrive):
            leave()
            assert page.words.boxes["I"].text == "Đã họp"
            assert page.period.box.period == shown
            assert "chưa lưu" in page.notice.words
        assert page.words.boxes["I"].line.level == "error"
        assert not page.may_leave()
        assert page.may_leave(), "said once, then it is the officer's choice"
        qtbot.waitUntil(lambda: not jobs.busy)
    choose_period(page, other)
    assert page.period.box.period == other
    assert page.notice.words == ""
    choose_period(page, shown)
    assert page.words.boxes["I"].text == "Đã họp"
    assert page.may_leave()
    qtbot.waitUntil(lambda: not jobs.busy)


def choose_period(page: Report, period: str) -> None:
    page.period.box.put(period)
    page.period.box.chosen.emit(period)
