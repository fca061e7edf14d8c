"""Difficulties over a real register: kept, answered, listed by the period that reports them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Difficulty
from vnpresence_desktop.work.deleting import remove
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.difficulties import difficulties, judge_difficulty, keep_difficulty

HARD = Difficulty(date="2025-11-20", matter="Mạng yếu", cause="Xa trạm", proposal="Kéo cáp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-20") as made:
        yield made


def test_a_difficulty_is_kept_answered_and_taken_out(desk: Desk) -> None:
    kept = keep_difficulty(desk, HARD)
    assert difficulties(desk) == (kept,)
    answered = keep_difficulty(desk, replace(kept, answer="Đã kéo", answered_on="2025-12-19"))
    assert difficulties(desk) == (answered,)
    remove(desk, Kind.DIFFICULTY, [kept.id])
    assert difficulties(desk) == ()


def test_what_blocks_saving_is_said(desk: Desk) -> None:
    with pytest.raises(UserError, match="Chưa có nội dung"):
        keep_difficulty(desk, replace(HARD, matter=""))
    assert [item.code for item in judge_difficulty(desk, replace(HARD, date="2025-12-21"))] == ["date_ahead"]
    assert difficulties(desk) == ()


def test_a_period_tells_its_own_oldest_first(desk: Desk) -> None:
    put(desk, *(replace(HARD, id=day, date=day) for day in ("2025-12-14", "2025-12-15", "2025-10-03", "2025-10-02")))
    assert [item.id for item in difficulties(desk, "2025-Q4")] == ["2025-10-03", "2025-12-14"]
    assert [item.id for item in difficulties(desk, "2026-Q1")] == ["2025-12-15"]
    assert len(difficulties(desk)) == 4
