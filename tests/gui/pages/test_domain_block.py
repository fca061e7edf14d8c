"""A registration as it stands beside a form: what is known of it in lines, its life as stops, the buttons that may follow."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pages.domains_setting import buttons, press, settle, words_in
from vnpresence_desktop.domain.domains import NEXT
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.gui.pages.domain_block import (
    STOPS,
    LifeLine,
    RegistrationBlock,
    breakable,
    domain_of,
    facts,
    left_words,
    state_of,
)
from vnpresence_desktop.gui.pages.domain_steps import EDIT, Step
from vnpresence_desktop.work.domain_life import Stop

DAY = date(2025, 12, 15)
PROPOSED = Registration(id="r", candidate="shop", zone="biz.vn", label="taphoa", proposed_on="2025-12-01")
HELD = replace(
    PROPOSED, state="in_use", registered_on="2025-12-10", registrar="iNET", services=("website", "email"),
    expires_on="2027-12-10", confirmed_by="registrar", confirmed_on="2025-12-11",
)  # fmt: skip
LIFE = (
    Stop("proposed", "2025-12-01", reached=True),
    Stop("guided", "", reached=True),
    Stop("registered", "", reached=False),
)


# -- words


def test_a_domain_is_named_also_before_it_has_a_label() -> None:
    assert domain_of(PROPOSED) == "taphoa.biz.vn"
    assert domain_of(replace(PROPOSED, label="")) == "Chưa chọn tên (.biz.vn)"
    assert breakable("ab.vn").replace("\u200b", "") == "ab.vn"
    assert len(breakable("ab.vn")) == 9


@pytest.mark.parametrize("state", NEXT)
def test_every_state_and_stop_has_words(state: str) -> None:
    said = state_of(replace(PROPOSED, state=state))
    assert said[0].isupper()
    assert state not in said
    assert STOPS[state]


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2025-12-20", "còn 5 ngày"),
        ("2025-12-16", "còn 1 ngày"),
        ("2025-12-15", "hôm nay"),
        ("2025-12-12", "đã qua 3 ngày"),
        ("2025-12", ""),
        ("", ""),
    ],
)
def test_how_long_it_lasts_yet(iso: str, said: str) -> None:
    assert left_words(iso, DAY) == said


def test_what_is_known_is_a_line_each_and_what_is_not_is_left_out() -> None:
    assert list(facts(PROPOSED, DAY)) == []
    assert list(facts(HELD, DAY)) == [
        "Nhà đăng ký: iNET",
        "Dịch vụ: website, email",
        "Hạn: 10/12/2027 (còn 725 ngày)",
        "Theo nhà đăng ký, 11/12/2025",
    ]
    assert "Theo nhà đăng ký" in list(facts(replace(HELD, confirmed_on=""), DAY))


def test_only_a_domain_that_is_held_counts_its_days() -> None:
    gone = replace(HELD, state="expired", expires_on="2025-12-10")
    assert "Hạn: 10/12/2025" in list(facts(gone, DAY))


def test_that_nobody_told_of_a_grant_is_said_and_of_a_proposal_not() -> None:
    assert "Chưa ghi ai cho biết" in list(facts(replace(HELD, confirmed_by=""), DAY))
    assert "Chưa ghi ai cho biết" not in list(facts(replace(HELD, confirmed_by="", state="submitted"), DAY))


def test_verdicts_of_their_days_reasons_and_the_note_are_told() -> None:
    judged = replace(
        HELD, proposal_verdict="eligible", registration_verdict="confirm", accepted=("label:label_taken:Đã hỏi",),
        note="Gọi lại", state="revoked",
    )  # fmt: skip
    assert list(facts(judged, DAY))[-4:] == [
        "Khi đề xuất: đủ điều kiện",
        "Khi được cấp: cần xác nhận",
        "Lý do giữ cảnh báo: Đã hỏi",
        "Lý do: Gọi lại",
    ]
    assert list(facts(replace(judged, state="in_use"), DAY))[-1] == "Ghi chú: Gọi lại"
    assert list(facts(replace(judged, state="refused"), DAY))[-1] == "Lý do: Gọi lại"


# -- the life


def test_stops_tell_their_days_and_those_ahead_none(qtbot: QtBot) -> None:
    line = LifeLine(LIFE)
    present(qtbot, line, 320, 120)
    words = [item.text() for item in line.findChildren(QLabel)]
    assert words == ["Đề xuất", "01/12/2025", "Hướng dẫn", "chưa rõ ngày", "Được cấp", ""]
    assert line.accessibleName() == "Quá trình: Đề xuất 01/12/2025, Hướng dẫn"


@pytest.mark.parametrize(("state", "level"), [("refused", "error"), ("expired", "warning"), ("in_use", None)])
def test_a_bad_end_stands_out(qtbot: QtBot, state: str, level: str | None) -> None:
    line = LifeLine((Stop(state, "2025-12-12", reached=True),))
    qtbot.addWidget(line)
    assert line.findChildren(QLabel)[0].property("level") == level
    ahead = LifeLine((Stop(state, "", reached=False),))
    qtbot.addWidget(ahead)
    assert ahead.findChildren(QLabel)[0].property("level") is None


# -- the block


def block(qtbot: QtBot, item: Registration, width: int = 320) -> RegistrationBlock:
    made = RegistrationBlock(item, LIFE, DAY)
    present(qtbot, made, width, 500)
    settle()
    return made


def test_the_steps_that_may_follow_are_buttons_and_tell_which_is_wanted(qtbot: QtBot) -> None:
    made = block(qtbot, PROPOSED)
    asked: list[Step] = []
    made.step_wanted.connect(asked.append)
    assert len(made.buttons) == len(NEXT["proposed"])
    press(made, "Đã nộp")
    press(made, "Sửa")
    assert asked == [Step("submitted", PROPOSED), Step(EDIT, PROPOSED)]
    with qtbot.waitSignal(made.removal_wanted) as removal:
        QTest.mouseClick(made._remove, Qt.MouseButton.LeftButton)
    assert removal.args == [PROPOSED]
    assert made._remove.accessibleName() == "Xóa taphoa.biz.vn"


def test_while_a_step_is_typed_it_offers_nothing_and_then_again(qtbot: QtBot) -> None:
    made = block(qtbot, PROPOSED)
    offered = buttons(made)
    made.let_act(free=False)
    assert buttons(made) == []
    made.let_act(free=True)
    assert buttons(made) == offered != []


def test_an_end_can_only_be_mended(qtbot: QtBot) -> None:
    made = block(qtbot, replace(PROPOSED, state="refused", note="Trùng nhãn hiệu"))
    assert buttons(made) == ["Sửa", "Xóa"]
    assert "Lý do: Trùng nhãn hiệu" in words_in(made)


@pytest.mark.parametrize(("width", "rows"), [(700, 3), (170, 5)])
def test_buttons_stand_two_in_a_row_where_there_is_room(qtbot: QtBot, width: int, rows: int) -> None:
    made = block(qtbot, PROPOSED, width)
    assert len(made.buttons) == 5
    assert len({button.geometry().y() for button in made.buttons}) == rows
    assert all(made.rect().contains(button.mapTo(made, button.rect().center())) for button in made.buttons)
