"""A long list: first rows at once, the rest from a job, an earlier key's job without effect."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Job, Jobs
from vnpresence_desktop.gui.long_list import LongList, Source
from vnpresence_desktop.gui.rows import Column
from vnpresence_desktop.gui.table import RecordTable

FIRST, ALL = 100, 1_000


class Ids(list[int]):
    """Ids as the store gives them."""

    def __init__(self, ids: Sequence[int], *, whole: bool) -> None:
        super().__init__(ids)
        self.whole = whole

    def place(self, record_id: int) -> int | None:
        return self.index(record_id) if record_id in self else None


@dataclass
class Numbers:
    """Multiples of what is wanted: the first hundred at once, a thousand from a job that waits until it may go on."""

    jobs: Jobs
    may_go_on: threading.Event = field(default_factory=threading.Event)
    shift: int = 0
    fails: bool = False
    hides: bool = False
    """Nothing is found at once."""

    def first(self, wanted: int) -> Ids:
        if wanted > 1_000:
            return Ids([wanted], whole=True)
        return Ids([] if self.hides else range(0, FIRST * wanted, wanted), whole=False)

    def rest(self, ids: Sequence[int]) -> Callable[[Job], object]:
        step = ids[1] if ids else 1

        def run(job: Job) -> int:
            while not self.may_go_on.wait(0.005):
                job.check()
            job.check()
            if self.fails:
                raise UserError("Không đọc được.")
            return step

        return run

    def take(self, step: int) -> Ids:
        return Ids(range(self.shift, ALL * step, step), whole=True)

    def source(self) -> Source:
        return Source(first=self.first, rest=self.rest, take=self.take, start=self.jobs.start)


@pytest.fixture
def numbers() -> Iterator[Numbers]:
    jobs = Jobs()
    yield Numbers(jobs)
    jobs.shutdown()


@pytest.fixture
def asked() -> list[int]:
    """Ids that were read."""
    return []


@pytest.fixture
def table(qtbot: QtBot, asked: list[int]) -> RecordTable:
    def rows(ids: Sequence[int]) -> list[tuple[int]]:
        asked.extend(ids)
        return [(number,) for number in ids]

    made = RecordTable([Column(title="Số", stretch=True)], lambda text: [], rows, name="Số")
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def test_the_first_rows_are_there_before_the_rest(table: RecordTable, numbers: Numbers, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = LongList(table, numbers.source())
    with qtbot.waitSignal(rows.counted) as counted:
        rows.show(3)
    assert (counted.args, table.count(), rows.is_whole) == ([FIRST, False], FIRST, False)
    assert table.texts(99) == ["297"]
    table.setCurrentIndex(table.model().index(42, 0))
    with qtbot.waitSignal(rows.counted) as counted:
        numbers.may_go_on.set()
    assert (counted.args, table.count(), rows.is_whole) == ([ALL, True], ALL, True)
    assert (table.current_id(), table.texts(999), table.texts(99)) == (126, ["2997"], ["297"])
    assert tester.model() is table.model()


def test_rows_in_sight_are_not_read_again(table: RecordTable, numbers: Numbers, asked: list[int], qtbot: QtBot) -> None:
    rows = LongList(table, numbers.source())
    rows.show(1)
    table.grab()
    assert 0 < len(asked) < FIRST
    before = len(asked)
    with qtbot.waitSignal(rows.counted):
        numbers.may_go_on.set()
    table.grab()
    assert len(asked) == before


def test_a_whole_list_needs_no_job(table: RecordTable, numbers: Numbers, qtbot: QtBot) -> None:
    rows = LongList(table, numbers.source())
    with qtbot.waitSignal(rows.counted) as counted:
        rows.show(2_000)
    assert (counted.args, table.current_id(), numbers.jobs.busy) == ([1, True], 2_000, False)


def test_the_next_key_stops_the_job_of_the_last(table: RecordTable, numbers: Numbers, qtbot: QtBot) -> None:
    rows = LongList(table, numbers.source())
    for wanted in (2, 3, 5, 7):
        rows.show(wanted)
        qtbot.waitUntil(lambda: rows._job is not None)
    with qtbot.waitSignal(rows.counted) as counted:
        numbers.may_go_on.set()
    assert counted.args == [ALL, True]
    qtbot.waitUntil(lambda: not numbers.jobs.busy)
    assert (table.count(), table.texts(999)) == (ALL, ["6993"])


def test_an_answer_that_comes_too_late_is_dropped(table: RecordTable, numbers: Numbers, qtbot: QtBot) -> None:
    rows = LongList(table, numbers.source())
    rows.show(2)
    qtbot.waitUntil(lambda: rows._job is not None)
    numbers.may_go_on.set()
    numbers.jobs._pool.waitForDone()  # what it tells waits for the loop
    rows.show(2_000)
    qtbot.waitUntil(lambda: not numbers.jobs.busy)
    assert (table.count(), table.current_id()) == (1, 2_000)


def test_rows_stay_until_something_is_found_far_away(table: RecordTable, numbers: Numbers, qtbot: QtBot) -> None:
    rows = LongList(table, numbers.source())
    rows.show(2_000)
    numbers.hides = True
    with qtbot.waitSignal(rows.counted) as counted:
        rows.show(1)
    assert (counted.args, table.current_id()) == ([1, False], 2_000)
    with qtbot.waitSignal(rows.counted):
        numbers.may_go_on.set()
    assert (table.count(), table.current_id()) == (ALL, 0)


def test_a_list_that_changed_meanwhile_is_shown_anew(table: RecordTable, numbers: Numbers, qtbot: QtBot) -> None:
    rows = LongList(table, numbers.source())
    rows.show(5)
    numbers.shift = 5
    with qtbot.waitSignal(rows.counted):
        numbers.may_go_on.set()
    assert (table.count(), table.texts(0)) == (ALL - 1, ["5"])


def test_what_hinders_the_job_is_told_and_the_first_rows_stay(
    table: RecordTable, numbers: Numbers, qtbot: QtBot
) -> None:
    rows = LongList(table, numbers.source())
    numbers.fails = True
    rows.show(3)
    with qtbot.waitSignal(rows.failed) as failed:
        numbers.may_go_on.set()
    assert str(failed.args[0]) == "Không đọc được."
    assert (table.count(), rows.is_whole) == (FIRST, False)


def test_a_row_is_selected_wherever_it_stands(table: RecordTable, numbers: Numbers) -> None:
    rows = LongList(table, numbers.source())
    rows.show(3)
    assert table.select(297)
    assert table.current_id() == 297
    assert not table.select(298)
    assert table.current_id() == 297
