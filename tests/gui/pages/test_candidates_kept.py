"""What belongs to a kept record beside its form: its domains, the help it got, its history, the way to the bin and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import AN, HOA, focused, keys, names, press, settle, shown, type_into, words_in
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Registration, Support
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work.desk import Desk

GRANTED = Registration(
    candidate="hoa", zone="biz.vn", label="taphoahoa", state="registered", proposed_on="2025-10-10",
    registered_on="2025-11-01",
)  # fmt: skip


def put(desk: Desk, *records: Registration | Support) -> None:
    with desk.store.unit() as unit:
        for record in records:
            unit.put(record)


def seen(widget: QWidget) -> list[QLabel]:
    return [item for item in widget.findChildren(QLabel) if item.isVisible()]


def test_a_record_that_is_not_kept_yet_has_nothing_beside_it(page: CandidatesPage) -> None:
    page.open_record()
    assert not page.form.kept.isVisible()
    page.open_record(HOA.id)
    assert page.form.kept.isVisible()
    page.open_record()
    assert not page.form.kept.isVisible()


def test_its_domains_and_the_help_it_got(page: CandidatesPage, desk: Desk) -> None:
    put(desk, GRANTED, Support(date="2025-12-01", candidate="hoa", channel="phone", matter="email", helper="Lan"))
    page.open_record(HOA.id)
    told = words_in(page.form.kept)
    assert "taphoahoa.biz.vn" in told.replace("\u200b", "")
    assert "Dùng email" in told
    assert "Đã có tên miền" in words_in(page.form.verdict)
    page.open_record(AN.id)
    settle()
    assert not any("hoa.biz" in item.text().replace("\u200b", "") for item in seen(page.form.kept))


def test_help_recorded_meanwhile_is_seen_on_coming_back(page: CandidatesPage, desk: Desk) -> None:
    page.open_record(HOA.id)
    assert "Chưa có lượt nào" in words_in(page.form.kept.support)
    put(desk, Support(date="2025-12-01", candidate="hoa", channel="phone", matter="email", helper="Lan"))
    page.arrive()
    settle()
    assert "Dùng email" in " ".join(item.text() for item in seen(page.form.kept.support))
    assert not any("Chưa có lượt nào" in item.text() for item in seen(page.form.kept.support))


def test_history_is_read_and_shut_by_keyboard_and_the_form_stays(page: CandidatesPage) -> None:
    page.open_record(HOA.id)
    press(page.form.kept, "Lịch sử")
    history = page.form.kept.history
    assert history.isVisible()
    assert history.list.count() == 1
    assert history.list.hasFocus()
    QTest.keyClick(history.list, Qt.Key.Key_Escape)
    settle()
    assert not history.isVisible()
    assert shown(page) is page.form
    assert focused() == "owner"


def test_deleting_asks_in_place_and_can_be_taken_back(page: CandidatesPage, desk: Desk) -> None:
    put(desk, GRANTED)
    page.open_record(HOA.id)
    press(page.form.kept, "Xóa hồ sơ")
    assert "Xóa hộ kinh doanh “Tạp hóa Hòa”?" in page.form.notice.words
    assert "1 đăng ký tên miền" in page.form.notice.words
    assert desk.store.get(Kind.HOUSEHOLD, HOA.id)
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, Qt.Key.Key_Space)
    settle()
    assert shown(page) is page.list
    assert HOA.name not in names(page)
    assert "Đã xóa" in page.list.notice.words
    press(page.list.notice, "Hoàn tác")
    assert HOA.name in names(page)
    assert [item.label for item in desk.store.all(Registration)] == ["taphoahoa"]


def test_what_was_typed_into_a_deleted_record_is_no_draft_any_more(
    page: CandidatesPage, desk: Desk, vntype: Type
) -> None:
    page.open_record(HOA.id)
    type_into(page, vntype, "trade", "bán gạo")
    page.form.form.flush()
    page.form.draft.keep()
    assert desk.store.drafts() == [f"household:{HOA.id}"]
    press(page.form.kept, "Xóa hồ sơ")
    press(page.form.notice, "Xóa")
    assert desk.store.drafts() == []


def test_a_half_typed_proposal_is_kept_when_the_window_closes(page: CandidatesPage, desk: Desk) -> None:
    page.open_record(HOA.id)
    page.form.kept.domains.begin_proposal()
    settle()
    assert page.may_leave()
    assert page.form.kept.domains.step is not None
    keys(page, "Esc")
    assert desk.store.get(Kind.HOUSEHOLD, HOA.id) == HOA
