"""What a list is narrowed by, over a real register: counted at once or by a job, and never by what was true before."""

from dataclasses import replace
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.pages.candidates_setting import AN, DAO, HOA, many
from tests.work.desks import put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages import list_narrowing
from vnpresence_desktop.gui.pages.list_acts import ViewActs
from vnpresence_desktop.gui.pages.list_narrowing import Narrowing
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_census import Census
from vnpresence_desktop.work.list_filters import Part

ELIGIBLE = Part("condition", "eligible")


@pytest.fixture
def acts(desk: Desk) -> ViewActs:
    return many(desk, Kind.HOUSEHOLD).views


@pytest.fixture
def narrowing(qapp: object, acts: ViewActs, jobs: Jobs) -> Narrowing:
    return Narrowing(Kind.HOUSEHOLD, acts, jobs.start)


def test_a_condition_shows_those_whom_it_fits_and_what_was_saved_since(narrowing: Narrowing, desk: Desk) -> None:
    assert narrowing.among() is None
    narrowing.put(ELIGIBLE)
    assert narrowing.among() == {HOA.id}
    put(desk, replace(HOA, id="new", id_number=""))
    narrowing.renew()
    assert narrowing.among() == {HOA.id, "new"}
    narrowing.drop(ELIGIBLE)
    assert narrowing.among() is None


def test_the_same_question_is_asked_with_the_same_collection(narrowing: Narrowing) -> None:
    narrowing.put(ELIGIBLE)
    first = narrowing.among()
    assert narrowing.among() is first, "what the store looked up for it serves again"
    narrowing.put(Part("condition", "not_eligible"))
    assert narrowing.among() == {HOA.id, AN.id}


def test_given_records_are_narrowed_further(narrowing: Narrowing) -> None:
    narrowing.give("Đã tiếp cận", [HOA.id, DAO.id])
    assert narrowing.among() == {HOA.id, DAO.id}
    narrowing.put(ELIGIBLE)
    assert (narrowing.narrow, narrowing.among()) == (True, {HOA.id})
    narrowing.close_given()
    assert narrowing.parts == (ELIGIBLE,)
    narrowing.clear()
    assert (narrowing.narrow, narrowing.among()) == (False, None)


def test_what_is_saved_while_a_job_counts_is_counted_afterwards(
    acts: ViewActs, desk: Desk, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_narrowing, "SMALL", 0)
    counted, go_on = Event(), Event()

    def slowly(check: object) -> Census:
        found = acts.census_in_job(lambda: None)
        counted.set()
        go_on.wait(10)
        return found

    narrowing = Narrowing(Kind.HOUSEHOLD, replace(acts, census_in_job=slowly), jobs.start)
    shown: list[object] = []
    narrowing.changed.connect(lambda: shown.append(narrowing.among()))  # as a list does
    narrowing.put(ELIGIBLE)
    assert (narrowing.waiting, shown) == (True, [frozenset()])
    assert counted.wait(10)
    put(desk, replace(HOA, id="new", id_number=""))
    narrowing.renew()
    go_on.set()
    qtbot.waitUntil(lambda: shown[-1] == {HOA.id, "new"})


@pytest.mark.parametrize("small", [0, 30_000])
def test_a_count_that_fails_is_told_and_made_again_on_wish(
    acts: ViewActs, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    monkeypatch.setattr(list_narrowing, "SMALL", small)
    wrong = [True]

    def census(*_: object) -> Census:
        if wrong:
            raise UserError("Ổ đĩa báo lỗi.", "Hãy cắm lại ổ đĩa.")
        return acts.census()

    narrowing = Narrowing(Kind.HOUSEHOLD, replace(acts, census=census, census_in_job=census), jobs.start)
    told: list[UserError] = []
    narrowing.failed.connect(told.append)
    narrowing.put(ELIGIBLE)
    qtbot.waitUntil(lambda: [error.title for error in told] == ["Ổ đĩa báo lỗi."])
    assert narrowing.waiting
    assert narrowing.among() == frozenset()
    qtbot.waitUntil(lambda: not jobs.busy)
    wrong.clear()
    monkeypatch.setattr(list_narrowing, "SMALL", 30_000)
    qtbot.waitUntil(lambda: narrowing._job is None)
    narrowing.renew()
    assert narrowing.among() == {HOA.id}
