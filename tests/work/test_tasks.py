"""The plan's tasks over a real register: kept, drafted, taken out, made one; sessions that served them counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Session, TaskReport
from vnpresence_desktop.work import preparing
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.preparing import Missing
from vnpresence_desktop.work.tasks import TaskRow, draft_task, keep_task, tasks_of

Q4, Q1 = "2025-Q4", "2026-Q1"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def row(desk: Desk, task: str, period: str = Q4) -> TaskRow:
    return next(one for one in tasks_of(desk, period) if one.task.id == task)


def state(desk: Desk, task: str, period: str = Q4) -> tuple[str, str, bool, bool]:
    one = row(desk, task, period)
    return one.result, one.evidence, one.done, one.drafted


def kept(desk: Desk) -> list[tuple[str, str, str, str]]:
    return [(one.task, one.period, one.result, one.evidence) for one in desk.store.all(TaskReport)]


def lacking(desk: Desk) -> tuple[str, ...]:
    """What the report page says is missing."""
    gaps = preparing.outlook(desk, Q4).gaps
    return next((gap.ids for gap in gaps if gap.what is Missing.TASK), ())


# -- what is shown


def test_all_tasks_in_the_plans_order_nothing_kept_yet(desk: Desk) -> None:
    rows = tasks_of(desk, Q4)
    assert tuple(one.task for one in rows) == desk.programme().tasks
    assert tuple(one.task.id for one in rows) == lacking(desk)
    assert {(one.result, one.evidence, one.done, one.drafted, one.sessions) for one in rows} == {
        ("", "", False, False, 0)
    }


@pytest.mark.parametrize(
    ("day", "counted"),
    [("2025-10-02", 0), ("2025-10-03", 1), ("2025-12-14", 1), ("2025-12-15", 0), ("2025-11", 0)],
)
def test_a_session_counts_in_the_days_that_are_reported(desk: Desk, day: str, counted: int) -> None:
    put(desk, Session(date=day, topic="Họp", tasks=("I.6", "III")))
    assert [row(desk, task).sessions for task in ("I.6", "III", "I.1")] == [counted, counted, 0]


def test_a_session_that_names_a_task_twice_is_one(desk: Desk) -> None:
    put(desk, Session(date="2025-11-01", topic="Họp", tasks=("III", "III")))
    put(desk, Session(date="2025-11-02", topic="Họp", tasks=("III",)))
    assert row(desk, "III").sessions == 2
    assert row(desk, "III", Q1).sessions == 0
    assert row(desk, "III", "2025").sessions == 2


@pytest.mark.parametrize(("period", "said"), [("2025-Q3", "Chương trình bắt đầu"), ("2025-Q5", "Không hiểu kỳ")])
def test_a_period_that_cannot_be_reported_is_told(desk: Desk, period: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        tasks_of(desk, period)


def test_a_province_without_programme_is_told(tmp_path: Path) -> None:
    with new_desk(tmp_path, commune="00004") as desk, pytest.raises(UserError, match="hồ sơ chương trình"):
        tasks_of(desk, Q4)


# -- what is kept


def test_a_result_is_kept_in_its_period_and_the_report_lacks_it_no_longer(desk: Desk) -> None:
    before = lacking(desk)
    assert keep_task(desk, Q4, "I.4", " Đã đặt logo.\n", " Ảnh ")
    assert kept(desk) == [("I.4", Q4, "Đã đặt logo.", "Ảnh")]
    assert state(desk, "I.4") == ("Đã đặt logo.", "Ảnh", True, False)
    assert state(desk, "I.4", Q1) == ("", "", False, False)
    assert set(before) - set(lacking(desk)) == {"I.4"}


def test_a_changed_result_is_the_same_record_and_an_unchanged_one_writes_nothing(desk: Desk) -> None:
    keep_task(desk, Q4, "I.4", "Một.", "")
    (first,) = desk.store.all(TaskReport)
    keep_task(desk, Q4, "I.4", "Hai.", "Ảnh")
    keep_task(desk, Q4, "I.4", "Hai.", "Ảnh")
    (second,) = desk.store.all(TaskReport)
    assert (second.id, second.result, second.evidence) == (first.id, "Hai.", "Ảnh")
    history = desk.store.history(first.id)
    assert len(history) == 2
    assert {one.reason for one in history} == {"Ghi kết quả nhiệm vụ"}


def test_an_emptied_result_is_taken_out(desk: Desk) -> None:
    keep_task(desk, Q4, "I.4", "Nhầm.", "Ảnh")
    assert not keep_task(desk, Q4, "I.4", " ", "")
    assert kept(desk) == []
    assert "I.4" in lacking(desk)
    assert not keep_task(desk, Q4, "I.4", "", "")


def test_evidence_without_result_stays_a_draft(desk: Desk) -> None:
    assert not keep_task(desk, Q4, "II.1", "", "Công văn 12")
    assert kept(desk) == []
    assert state(desk, "II.1") == ("", "Công văn 12", False, True)
    assert keep_task(desk, Q4, "II.1", "Đã gửi.", "Công văn 12")
    assert desk.store.drafts() == []


def test_a_result_emptied_beside_its_evidence_loses_no_evidence(desk: Desk) -> None:
    keep_task(desk, Q4, "II.1", "Đã gửi.", "Công văn 12")
    assert not keep_task(desk, Q4, "II.1", "", "Công văn 12")
    assert kept(desk) == []
    assert state(desk, "II.1") == ("", "Công văn 12", False, True)


def test_a_record_without_words_is_no_result(desk: Desk) -> None:
    put(desk, TaskReport(task="I.1", period=Q4, result="  "))
    assert state(desk, "I.1") == ("", "", False, False)
    keep_task(desk, Q4, "I.1", "Đã dự.", "")
    assert kept(desk) == [("I.1", Q4, "Đã dự.", "")]


def test_two_results_of_two_pcs_are_both_shown_and_become_one(desk: Desk) -> None:
    put(
        desk,
        TaskReport(task="I.1", period=Q4, result="Đã dự.", evidence="Giấy mời"),
        TaskReport(task="I.1", period=Q4, result="Cử 3 người.", evidence="Giấy mời"),
    )
    assert state(desk, "I.1") == ("Đã dự.\nCử 3 người.", "Giấy mời", True, False)
    keep_task(desk, Q4, "I.1", "Đã dự.\nCử 3 người.", "Giấy mời")
    assert kept(desk) == [("I.1", Q4, "Đã dự.\nCử 3 người.", "Giấy mời")]


# -- drafts


def test_a_draft_is_shown_in_place_of_what_is_kept_until_it_is_kept(desk: Desk) -> None:
    keep_task(desk, Q4, "III", "Cũ.", "Sổ")
    draft_task(desk, Q4, "III", "Đang g", "Sổ")
    assert state(desk, "III") == ("Đang g", "Sổ", True, True)
    assert state(desk, "III", Q1) == ("", "", False, False)
    assert kept(desk) == [("III", Q4, "Cũ.", "Sổ")]
    keep_task(desk, Q4, "III", "Đang gõ xong.", "Sổ")
    assert state(desk, "III") == ("Đang gõ xong.", "Sổ", True, False)
    assert desk.store.drafts() == []


def test_typing_back_to_what_is_kept_leaves_no_draft(desk: Desk) -> None:
    keep_task(desk, Q4, "III", "Cũ.", "")
    draft_task(desk, Q4, "III", "Cũ. và", "")
    assert keep_task(desk, Q4, "III", "Cũ.", "")
    assert desk.store.drafts() == []


def test_typing_and_taking_it_all_back_leaves_no_draft(desk: Desk) -> None:
    draft_task(desk, Q4, "III", "A", "")
    assert not keep_task(desk, Q4, "III", "", "")
    assert (desk.store.drafts(), kept(desk)) == ([], [])


@pytest.mark.parametrize("content", ["", "{", "3", '["một"]', "null"])
def test_a_draft_written_in_another_way_is_passed_over(desk: Desk, content: str) -> None:
    keep_task(desk, Q4, "III", "Cũ.", "")
    desk.store.keep_draft("task_report/2025-Q4/III", content)
    assert state(desk, "III") == ("Cũ.", "", True, False)
