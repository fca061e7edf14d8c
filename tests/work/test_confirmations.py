"""Confirmations over a real register: what blocks saving, what is kept, who asked before."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Confirmation
from vnpresence_desktop.work.confirmations import (
    blank_confirmation,
    judge_confirmation,
    keep_confirmation,
    requesters,
)
from vnpresence_desktop.work.desk import Desk

GIVEN = Confirmation(date="2025-11-06", requester="Sở", document="Công văn 1", households=118, result="Đã đối chiếu")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        yield made


def test_a_confirmation_is_kept_and_changed(desk: Desk) -> None:
    kept = keep_confirmation(desk, GIVEN)
    assert desk.store.all(Confirmation) == [kept]
    changed = keep_confirmation(desk, replace(kept, households=0))
    assert desk.store.all(Confirmation) == [changed]


def test_what_blocks_saving_is_said(desk: Desk) -> None:
    with pytest.raises(UserError, match="Chưa có số hộ kinh doanh"):
        keep_confirmation(desk, replace(GIVEN, households=None))
    assert desk.store.all(Confirmation) == []
    assert judge_confirmation(desk, GIVEN) == ()


def test_a_new_one_is_of_today(desk: Desk) -> None:
    assert blank_confirmation(desk) == Confirmation(date="2025-12-15")


def test_who_asked_before_the_latest_first_each_once(desk: Desk) -> None:
    put(desk, GIVEN, replace(GIVEN, date="2025-12-01", requester="Nhà đăng ký"), replace(GIVEN, date="2025-10-05"))
    assert requesters(desk) == ("Nhà đăng ký", "Sở")
