"""The domains of a candidate beside its form: proposed, moved on, mended, taken back; all from the keyboard, nothing lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.domains_setting import (
    focused,
    granted,
    kept,
    keys,
    press,
    settle,
    step,
    unnamed,
    words_in,
    write,
)
from tests.work.desks import new_desk, put
from tests.work.test_domains import FIRM, PEOPLE, SHOP
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.gui.pages.domain_card import DomainsCard
from vnpresence_desktop.work import domains as work
from vnpresence_desktop.work.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, *PEOPLE)
        yield made


# -- proposing


def test_without_a_kept_candidate_there_is_no_card(card: DomainsCard) -> None:
    assert card.isHidden()
    card.show_candidate("shop")
    assert card.isVisible()
    assert "một tên miền .biz.vn miễn phí" in words_in(card)
    card.show_candidate("")
    assert card.isHidden()


def test_a_domain_is_proposed_from_the_keyboard(card: DomainsCard, desk: Desk) -> None:
    card.show_candidate("shop")
    card.take_keyboard()
    keys("Space")
    assert focused() == "label"
    keys("Down")
    assert step(card).registration().label == work.suggestions(desk, SHOP)[0]
    assert step(card).form.message("label")[1] == f"Hợp lệ, còn {63 - len(work.suggestions(desk, SHOP)[0])} ký tự"
    keys("Return")
    assert focused() == "proposed_on"
    keys("Ctrl+S")
    assert [(item.candidate, item.zone, item.state, item.proposed_on) for item in kept(desk)] == [
        ("shop", "biz.vn", "proposed", "2025-12-15")
    ]
    assert card.step is None
    assert not desk.store.drafts()
    assert card.notice.words == "Đã ghi: đã đề xuất."
    assert focused() == ""
    assert [block.item.id for block in card.blocks] == [kept(desk)[0].id]


def test_the_label_is_judged_at_every_key_and_kept_as_it_is_meant(card: DomainsCard, desk: Desk, vntype: Type) -> None:
    card.show_candidate("shop")
    card.propose.click()
    for typed, said in (
        ("tap-", "Tiếp tục gõ sau dấu gạch nối"),
        ("tap--hoa", "Tên miền không được có hai dấu gạch nối liền nhau."),
        ("tạp hóa", "Tên miền chỉ gồm chữ cái, chữ số và dấu gạch nối."),
        ("tạp-hóa", "Hợp lệ, còn 45 ký tự"),
        ("a" * 64, "Tên miền dài quá 63 ký tự (tên có dấu được tính theo dạng mã hóa). Hãy rút ngắn."),
        ("WWW.TapHoa.biz.vn", "Hợp lệ, còn 57 ký tự"),
    ):
        write(card, vntype, "label", typed)
        assert step(card).form.message("label")[1] == said
    keys("Ctrl+S")
    assert kept(desk)[0].label == "taphoa"


def test_what_the_day_of_the_act_means_is_said_in_the_laws_words(card: DomainsCard, vntype: Type) -> None:
    card.show_candidate("firm")
    card.propose.click()
    assert step(card).verdict.words.startswith("Ngày 15/12/2025: đủ điều kiện")
    assert "Thuộc đối tượng theo điểm a khoản 1 Mục III Kế hoạch 103/KH-UBND." in step(card).verdict.words
    assert step(card).free.text == "Đang trong thời gian miễn phí."
    write(card, vntype, "proposed_on", "1/12/2024")
    assert step(card).verdict.words.startswith("Ngày 01/12/2024: không đủ điều kiện")
    assert step(card).free.text.startswith("Không có thời gian miễn phí")


def test_a_candidate_that_lacks_something_is_told_and_the_way_to_it(
    card: DomainsCard, desk: Desk, qtbot: QtBot
) -> None:
    put(desk, replace(SHOP, phone=""))
    card.show_candidate("shop")
    card.propose.click()
    assert "hồ sơ còn thiếu số điện thoại" in step(card).lacking.words
    step(card).save()
    assert "còn thiếu: số điện thoại" in step(card).notice.words
    assert not kept(desk)
    with qtbot.waitSignal(card.field_wanted) as wanted:
        press(step(card).lacking, "Tới ô số điện thoại")
    assert wanted.args == ["phone"]
    put(desk, SHOP)
    card.show_candidate("shop")
    card.propose.click()
    assert step(card).lacking.isHidden()
    step(card).save()
    assert len(kept(desk)) == 1


def test_a_warning_wants_a_reason_that_is_kept_with_the_registration(
    card: DomainsCard, desk: Desk, vntype: Type
) -> None:
    put(desk, replace(FIRM, founded="2020-01-01"))
    card.show_candidate("firm")
    card.propose.click()
    settle()
    assert step(card).form.widget("candidate").isVisible()
    keys("Ctrl+S")
    assert "Còn 1 ô có cảnh báo chưa ghi lý do" in step(card).notice.words
    assert not kept(desk)
    vntype(focus(), "Sở đồng ý")
    keys("Return")
    assert focused() == "Lưu bước này"
    keys("Space")
    assert kept(desk)[0].accepted == ("candidate:not_entitled:Sở đồng ý",)
    assert "Lý do giữ cảnh báo: Sở đồng ý" in words_in(card)


def focus() -> QLineEdit:
    widget = QApplication.focusWidget()
    line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    assert isinstance(line, QLineEdit)
    return line


# -- one free domain a subject


def test_who_has_a_domain_is_told_so_and_can_have_no_other(card: DomainsCard, desk: Desk) -> None:
    granted(desk)
    card.show_candidate("shop")
    assert "Đã có tên miền miễn phí. Mỗi đối tượng chỉ một tên" in words_in(card)
    assert not card.propose.isEnabled()
    assert "Mỗi đối tượng chỉ một tên" in card.propose.toolTip()


def test_a_second_proposal_wants_a_reason_and_after_a_refusal_none(card: DomainsCard, desk: Desk) -> None:
    first = work.propose(desk, "shop", label="tap-hoa-hoa")
    card.show_candidate("shop")
    assert card.propose.text() == "Đề xuất thêm"
    card.propose.click()
    step(card).save()
    assert step(card).form.reasons.asked() == ("candidate",)
    step(card).give_up()
    work.advance(desk, first.id, "refused", "2025-12-15", note="Trùng nhãn hiệu")
    card.show_candidate("shop")
    assert card.propose.text() == "Đề xuất lại"
    card.propose.click()
    step(card).save()
    assert card.step is None
    assert len(kept(desk)) == 2


# -- nothing typed is lost


def test_esc_leaves_a_step_as_a_draft_that_is_taken_up_again(card: DomainsCard, desk: Desk, vntype: Type) -> None:
    card.show_candidate("shop")
    card.propose.click()
    write(card, vntype, "label", "quán-ấm")
    keys("Escape")
    assert card.step is None
    assert "được giữ trong bản nháp" in card.notice.words
    press(card.notice, "Ghi tiếp")
    assert step(card).registration().label == "quán-ấm"
    card.show_candidate("firm")
    assert card.step is None
    card.show_candidate("shop")
    assert step(card).registration().label == "quán-ấm"
    assert "Đã mở lại bước đang ghi dở" in step(card).notice.words
    press(step(card), "Bỏ phần ghi dở")
    assert card.step is None
    card.show_candidate("shop")
    assert card.step is None
    assert not kept(desk)


def test_keys_in_a_step_mean_the_step_and_not_the_page_around_it(card: DomainsCard, desk: Desk) -> None:
    pressed: list[str] = []
    for sequence in ("Ctrl+S", "Ctrl+Return", "Esc"):
        QShortcut(QKeySequence(sequence), card.window(), lambda sequence=sequence: pressed.append(sequence))
    card.show_candidate("shop")
    card.propose.click()
    settle()
    assert not step(card).form.widget("candidate").isVisible()
    keys("Esc")
    assert card.step is None
    card.propose.click()
    keys("Ctrl+S")
    assert len(kept(desk)) == 1
    assert pressed == []
    keys("Ctrl+S")
    assert pressed == ["Ctrl+S"]


def test_a_half_typed_step_of_a_registration_is_found_again_at_it(card: DomainsCard, desk: Desk, vntype: Type) -> None:
    work.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-01")
    card.show_candidate("shop")
    press(card, "Bị từ chối")
    write_note(card, vntype, "Trùng tên")
    card.show_candidate("")
    card.show_candidate("shop")
    assert step(card).registration().note == "Trùng tên"
    assert step(card).registration().state == "refused"
    assert card.blocks[0].isAncestorOf(step(card))


def write_note(card: DomainsCard, vntype: Type, text: str) -> None:
    step(card).form.focus_field("note")
    vntype(step(card).form.widget("note"), text)
    settle()


def test_a_step_that_can_follow_no_more_is_not_opened_again(card: DomainsCard, desk: Desk, vntype: Type) -> None:
    one = work.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-01")
    card.show_candidate("shop")
    press(card, "Đã hướng dẫn")
    write_note(card, vntype, "x")
    card.show_candidate("")
    work.advance(desk, one.id, "refused", "2025-12-15")
    card.show_candidate("shop")
    assert card.step is None


def test_esc_on_an_untouched_step_leaves_nothing_behind(card: DomainsCard, desk: Desk) -> None:
    card.show_candidate("shop")
    card.propose.click()
    keys("Escape")
    assert card.step is None
    assert card.notice.isHidden()
    assert not desk.store.drafts()


GARBAGE = ("\x00", "\u202eabc", "<b>x</b>", "'; DROP TABLE registration; --", "=cmd|' /C calc'!A0", "ế" * 3000, "xn--",
           "xn--0", "\U0001f600.biz.vn", "   ")  # fmt: skip


@pytest.mark.parametrize("text", GARBAGE)
def test_garbage_in_every_field_is_told_and_never_ends_the_program(card: DomainsCard, desk: Desk, text: str) -> None:
    work.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-01")
    card.show_candidate("shop")
    press(card, "Được cấp")
    for name in ("label", "registered_on", "registrar", "expires_on", "confirmed_on", "note"):
        step(card).form.fill({name: text})
        step(card).save()
        assert card.step is not None
    assert kept(desk)[0].state == "proposed"


def test_tab_goes_from_top_to_bottom(card: DomainsCard, desk: Desk) -> None:
    work.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-01")
    card.show_candidate("shop")
    settle()
    card.take_keyboard()
    told = [here()]
    while told[-1] != "Đề xuất thêm":
        keys("Tab")
        told.append(here())
    assert told == ["Đã hướng dẫn", "Đã nộp", "Được cấp", "Đã sử dụng", "Bị từ chối", "Sửa", "Xóa", "Đề xuất thêm"]
    press(card, "Đã nộp")
    told = [here()]
    while told[-1] != "Sau thẻ":
        keys("Tab")
        told.append(here())
    assert told == ["label", "state_on", "registrar", "note", "Lưu", "Bỏ", "Sau thẻ"]


def here() -> str:
    widget = QApplication.focusWidget()
    return widget.text() if isinstance(widget, QPushButton) else focused()


def test_vietnamese_input_methods_type_into_the_label(
    card: DomainsCard, unikey: Callable[[QWidget, str, str], None]
) -> None:
    card.show_candidate("shop")
    card.propose.click()
    settle()
    unikey(step(card).form.widget("label"), "quan", "quán")
    assert step(card).registration().label == "quán"


def test_everything_that_takes_the_keyboard_has_a_name(card: DomainsCard, desk: Desk) -> None:
    work.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-01")
    card.show_candidate("shop")
    assert unnamed(card) == []
    press(card, "Được cấp")
    step(card).save()
    assert unnamed(card) == []


def test_a_long_label_breaks_and_does_not_widen_the_panel(card: DomainsCard, desk: Desk) -> None:
    card.show_candidate("shop")
    settle()
    before = card.minimumSizeHint().width()
    put(
        desk,
        Registration(candidate="shop", zone="biz.vn", label="a" * 63, proposed_on="2025-12-01", state_on="2025-12-01"),
    )
    card.show_candidate("shop")
    settle()
    assert card.minimumSizeHint().width() < before + 60
