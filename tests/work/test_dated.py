"""Records that stand under a day, over a real register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Confirmation, Difficulty
from vnpresence_desktop.work.dated import ids, rows
from vnpresence_desktop.work.desk import Desk

FIRST = Difficulty(id="first", date="2025-11-20", matter="Mạng yếu", cause="Xa trạm", note="Đã gọi điện")
SAME_DAY = Difficulty(id="second", date="2025-11-20", matter="Thiếu người")
LAST = Difficulty(id="last", date="2025-12-15", matter="Mạng chậm")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-20") as made:
        put(made, LAST, FIRST, SAME_DAY, Confirmation(id="other", date="2025-12-01", requester="Sở", households=3))
        yield made


def test_newest_first_of_one_kind(desk: Desk) -> None:
    assert ids(desk, Kind.DIFFICULTY) == ["last", "second", "first"]
    assert ids(desk, Kind.CONFIRMATION) == ["other"]


def test_found_by_words_of_any_field_without_marks(desk: Desk) -> None:
    assert ids(desk, Kind.DIFFICULTY, "mang") == ["last", "first"]
    assert ids(desk, Kind.DIFFICULTY, "GỌI xa mang") == ["first"]
    assert ids(desk, Kind.DIFFICULTY, "typed") == []
    assert ids(desk, Kind.DIFFICULTY, "{ %") == []


def test_found_by_days_both_included(desk: Desk) -> None:
    assert ids(desk, Kind.DIFFICULTY, first="2025-11-21") == ["last"]
    assert ids(desk, Kind.DIFFICULTY, last="2025-11-20") == ["second", "first"]
    assert ids(desk, Kind.DIFFICULTY, first="2025-12-15", last="2025-12-15") == ["last"]


def test_rows_come_in_the_order_asked_and_tell_what_is_gone(desk: Desk) -> None:
    assert rows(desk, Kind.DIFFICULTY, ("matter", "date"), ["first", "gone", "last"]) == [
        ("Mạng yếu", "2025-11-20"),
        (),
        ("Mạng chậm", "2025-12-15"),
    ]
