"""One candidate reached by a session, beside whole lists: recorded once, taken back, counted as any other reach."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.blank_desk import blank_desk
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household, Reach, Session
from vnpresence_desktop.work import reaching
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.outreach import reached_by

HOA = Household(id="hoa", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một")
SESSION = Session(date="2026-11-20", form="conference", topic="KH 103", place="Nhà văn hóa", host="UBND",
                  tasks=("I.2",), officials=0, households=3, enterprises=0, youths=0, others=0, recorder="Lê A")  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with blank_desk(tmp_path) as made:
        yield made


@pytest.fixture
def session(desk: Desk) -> str:
    with desk.store.unit() as unit:
        unit.put(HOA)
        return unit.put(SESSION).id


def test_a_reach_is_recorded_once(desk: Desk, session: str) -> None:
    assert reaching.reach(desk, session, "hoa")
    assert not reaching.reach(desk, session, "hoa")
    assert reached_by(desk, session) == {"hoa"}


def test_it_is_the_same_reach_as_a_ticked_one(desk: Desk, session: str) -> None:
    with desk.store.unit() as unit:
        ticked = unit.put(Reach(session=session, candidate="hoa"))
    reaching.take_back_reach(desk, session, "hoa")
    assert desk.store.all(Reach) == []
    reaching.reach(desk, session, "hoa")
    assert desk.store.all(Reach) == [ticked]


def test_taking_back_what_is_not_there_changes_nothing(desk: Desk, session: str) -> None:
    reaching.take_back_reach(desk, session, "hoa")
    assert reached_by(desk, session) == set()


def test_a_session_that_is_gone_reaches_nobody(desk: Desk) -> None:
    with pytest.raises(UserError, match="không còn trong sổ"):
        reaching.reach(desk, "gone", "hoa")
    assert desk.store.all(Reach) == []


def test_the_last_sessions_come_first(desk: Desk, session: str) -> None:
    with desk.store.unit() as unit:
        later = unit.put(Session(date="2026-11-23", form="leaflet", topic="KH 103", place="Chợ", host="UBND")).id
    assert reaching.recent_sessions(desk) == (
        (later, "23/11/2026, Phát tài liệu: Chợ"),
        (session, "20/11/2026, Hội nghị: Nhà văn hóa"),
    )


def test_who_is_gone_can_t_be_reached(desk: Desk, session: str) -> None:
    with desk.store.unit() as unit:
        unit.delete(Kind.HOUSEHOLD, "hoa")
    with pytest.raises(UserError, match="không còn trong sổ"):
        reaching.reach(desk, session, "hoa")
    assert reached_by(desk, session) == set()
