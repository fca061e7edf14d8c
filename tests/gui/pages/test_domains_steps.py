"""The steps of a registration, each a small form in place: granted, renewed, mended, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.domains_setting import (
    ALL_STATES,
    buttons,
    focused,
    granted,
    kept,
    keys,
    press,
    step,
    words_in,
    write,
)
from tests.work.desks import new_desk, put
from tests.work.test_domains import PEOPLE
from vnpresence_desktop.domain.domains import NEXT
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.gui.pages.domain_card import DomainsCard
from vnpresence_desktop.work import domains as work
from vnpresence_desktop.work.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, *PEOPLE)
        yield made


# -- moving on


@pytest.mark.parametrize("state", ALL_STATES)
def test_only_steps_that_may_follow_are_offered(card: DomainsCard, desk: Desk, state: str) -> None:
    put(
        desk,
        Registration(candidate="shop", zone="biz.vn", state=state, state_on="2025-12-10", proposed_on="2025-12-01"),
    )
    card.show_candidate("shop")
    assert [block.steps for block in card.blocks] == [NEXT[state]]
    assert len(card.blocks[0].buttons) == len(NEXT[state])


def test_a_domain_is_granted_with_all_that_is_known_of_it(card: DomainsCard, desk: Desk, vntype: Type) -> None:
    work.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-01")
    card.show_candidate("shop")
    press(card, "Được cấp")
    assert focused() == "label"
    assert buttons(card.blocks[0]) == ["Ghi hết hạn 15/12/2027 (đủ 2 năm)", "Lưu", "Bỏ"]
    write(card, vntype, "registered_on", "10/12/2025")
    keys("Return")
    keys("Down")
    assert step(card).registration().registrar == "Bạch Kim"
    write(card, vntype, "registrar", "Nhà đăng ký Ấm")
    press(step(card), "Ghi hết hạn 10/12/2027 (đủ 2 năm)")
    assert focused() == "expires_on"
    step(card).form.fill({"services": ("website", "cv"), "confirmed_by": "registrar"})
    keys("Ctrl+Return")
    (one,) = kept(desk)
    assert (one.state, one.state_on, one.registered_on, one.expires_on) == (
        "registered", "2025-12-10", "2025-12-10", "2027-12-10",
    )  # fmt: skip
    assert (one.registrar, one.services, one.confirmed_by, one.confirmed_on) == (
        "Nhà đăng ký Ấm", ("website", "cv"), "registrar", "2025-12-15",
    )  # fmt: skip
    said = words_in(card)
    for words in ("Nhà đăng ký: Nhà đăng ký Ấm", "website, trang hồ sơ cá nhân", "Hạn: 10/12/2027 (còn 725 ngày)",
                  "Theo nhà đăng ký, 15/12/2025", "Khi được cấp: đủ điều kiện"):  # fmt: skip
        assert words in said


def test_what_is_missing_is_said_under_its_field_and_nothing_is_written(card: DomainsCard, desk: Desk) -> None:
    work.propose(desk, "shop")
    card.show_candidate("shop")
    press(card, "Được cấp")
    keys("Ctrl+S")
    assert step(card).form.message("label") == ("error", "Chưa có tên miền. Hãy bổ sung trước khi lưu.")
    assert step(card).form.message("confirmed_by")[0] == "error"
    assert "còn 2 ô chưa đúng" in step(card).notice.words
    assert focused() == "label"
    assert kept(desk)[0].state == "proposed"


def test_an_expired_domain_is_renewed(card: DomainsCard, desk: Desk) -> None:
    one = granted(desk)
    work.advance(desk, one.id, "expired", "2025-12-14")
    card.show_candidate("shop")
    press(card, "Đã gia hạn")
    step(card).form.fill({"expires_on": "2028-12-10"})
    step(card).save()
    (one,) = kept(desk)
    assert (one.state, one.state_on, one.expires_on, one.registered_on) == (
        "in_use", "2025-12-15", "2028-12-10", "2025-12-10",
    )  # fmt: skip


def test_a_registration_is_mended(card: DomainsCard, desk: Desk, vntype: Type) -> None:
    granted(desk)
    card.show_candidate("shop")
    press(card, "Sửa")
    write(card, vntype, "registered_on", "11/12/2025")
    step(card).save()
    (one,) = kept(desk)
    assert (one.registered_on, one.state_on, one.label) == ("2025-12-11", "2025-12-11", "tap-hoa-hoa")
    assert card.notice.words == "Đã sửa đăng ký."


def test_a_fault_outside_the_fields_of_a_step_gets_a_field_of_its_own(card: DomainsCard, desk: Desk) -> None:
    """Someone else took the label meanwhile: refusing must still be possible, with a reason."""
    put(
        desk,
        Registration(candidate="shop", zone="biz.vn", label="lua", proposed_on="2025-12-01", state_on="2025-12-01"),
    )
    put(
        desk,
        Registration(candidate="firm", zone="biz.vn", label="lua", proposed_on="2025-12-01", state_on="2025-12-01"),
    )
    card.show_candidate("shop")
    press(card, "Bị từ chối")
    step(card).save()
    assert step(card).form.reasons.asked() == ("label",)
    keys("Return")
    step(card).save()
    assert {item.candidate: item.state for item in kept(desk)} == {"shop": "refused", "firm": "proposed"}


# -- taking back


def test_a_removed_registration_comes_back_by_one_key(card: DomainsCard, desk: Desk, qtbot: QtBot) -> None:
    granted(desk)
    card.show_candidate("shop")
    with qtbot.waitSignal(card.changed) as changed:
        press(card, "Xóa")
    assert changed.args == ["shop"]
    assert not kept(desk)
    assert not card.blocks
    assert card.notice.words == "Đã xóa đăng ký khỏi sổ."
    press(card.notice, "Hoàn tác")
    assert [item.label for item in kept(desk)] == ["tap-hoa-hoa"]
    assert len(card.blocks) == 1
    press(card.notice, "Làm lại")
    assert not kept(desk)


def test_a_step_is_taken_back_where_it_was_made(card: DomainsCard, desk: Desk) -> None:
    work.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-01")
    card.show_candidate("shop")
    press(card, "Đã hướng dẫn")
    step(card).save()
    assert kept(desk)[0].state == "guided"
    press(card.notice, "Hoàn tác")
    assert kept(desk)[0].state == "proposed"
    assert "Đã đề xuất" in words_in(card.blocks[0])


# -- the registrar that is the same for many


def _submit(card: DomainsCard, candidate: str) -> None:
    card.show_candidate(candidate)
    press(card, "Đã nộp")


def test_a_pinned_registrar_stands_in_the_next_step_until_the_pin_is_taken(
    card: DomainsCard, desk: Desk, vntype: Type
) -> None:
    for candidate in ("shop", "firm"):
        work.propose(desk, candidate, label=candidate, proposed_on="2025-12-01")
    _submit(card, "shop")
    write(card, vntype, "registrar", "Nhà đăng ký Ấm")
    keys("Ctrl+D")
    keys("Ctrl+S")
    assert card.step is None
    _submit(card, "firm")
    assert step(card).form.value("registrar") == "Nhà đăng ký Ấm"
    assert step(card).form.pins.pinned == ("registrar",)
    step(card).leave()
    assert desk.store.drafts() == [], "what was only carried over is no draft"
    _submit(card, "firm")
    step(card).form.focus_field("registrar")
    keys("Ctrl+D")
    step(card).give_up()
    _submit(card, "firm")
    assert step(card).form.value("registrar") == ""
