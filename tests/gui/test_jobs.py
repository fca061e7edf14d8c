import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Job, Jobs


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shutdown()
    assert not made.busy


def told_by(job: Job) -> list[object]:
    """What the job tells, in order, with the thread it arrives in."""
    told: list[object] = []
    here = QThread.currentThread()

    def tell(name: str, *values: object) -> None:
        assert QThread.currentThread() is here
        told.append((name, *values))

    job.progressed.connect(lambda percent, word: tell("progressed", percent, word))
    job.done.connect(lambda result: tell("done", result))
    job.failed.connect(lambda error: tell("failed", error))
    job.broke.connect(lambda error: tell("broke", error))
    job.cancelled.connect(lambda: tell("cancelled"))
    return told


def test_a_result_comes_back_from_another_thread(qtbot: QtBot, jobs: Jobs) -> None:
    job = jobs.start(lambda job: threading.current_thread() is threading.main_thread())
    told = told_by(job)
    with qtbot.waitSignal(job.ended):
        assert jobs.busy
    assert told == [("done", False)]
    assert not jobs.busy


def test_progress_is_at_most_101_signals_and_rises(qtbot: QtBot, jobs: Jobs) -> None:
    def work(job: Job) -> str:
        for row in range(5_000):
            job.report(row, 4_999, f"dòng {row}")
        job.report(3, 0)
        return "xong"

    job = jobs.start(work)
    told = told_by(job)
    with qtbot.waitSignal(job.ended):
        pass
    percents = [item[1] for item in told if isinstance(item, tuple) and item[0] == "progressed"]
    assert percents == list(range(101))
    assert told[-1] == ("done", "xong")


@pytest.mark.parametrize(
    ("error", "how"), [(UserError("Tệp bị khóa.", "Hãy đóng Excel."), "failed"), (KeyError("x"), "broke")]
)
def test_an_error_is_told_apart_from_a_bug(qtbot: QtBot, jobs: Jobs, error: Exception, how: str) -> None:
    def work(job: Job) -> None:
        raise error

    job = jobs.start(work)
    told = told_by(job)
    with qtbot.waitSignal(job.ended):
        pass
    assert told == [(how, error)]


def test_cancel_stops_at_the_next_report(qtbot: QtBot, jobs: Jobs) -> None:
    begun = threading.Event()

    def work(job: Job) -> None:
        begun.set()
        while True:
            job.report(1, 100)

    job = jobs.start(work)
    told = told_by(job)
    assert begun.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert told[-1] == ("cancelled",)
    assert "done" not in str(told)


def test_cancel_breaks_off_a_running_query(qtbot: QtBot, jobs: Jobs) -> None:
    begun, interrupted = threading.Event(), threading.Event()

    def work(job: Job) -> None:
        job.interrupt_with(interrupted.set)
        begun.set()
        assert interrupted.wait(5)
        raise OSError("interrupted")

    job = jobs.start(work)
    told = told_by(job)
    assert begun.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert told == [("cancelled",)]


def test_a_job_cancelled_before_it_began_does_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    jobs = Jobs(at_once=1)
    go, ran = threading.Event(), threading.Event()
    jobs.start(lambda job: go.wait(5))
    waiting = jobs.start(lambda job: ran.set())
    told = told_by(waiting)
    with qtbot.waitSignal(waiting.ended):
        waiting.cancel()
        go.set()
    assert told == [("cancelled",)]
    assert not ran.is_set()
    jobs.shutdown()


def test_shutdown_waits_for_every_job_and_says_nothing_more(qapp: QApplication) -> None:
    jobs, begun, ended = Jobs(), threading.Event(), threading.Event()

    def work(job: Job) -> None:
        begun.set()
        try:
            while True:
                job.check()
        finally:
            ended.set()

    job = jobs.start(work)
    told = told_by(job)
    assert begun.wait(5)
    jobs.shutdown()
    assert ended.is_set()
    qapp.processEvents()
    assert told == []
    assert not jobs.busy


def test_many_short_jobs_come_and_go(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[object] = []
    for number in range(500):
        jobs.start(lambda job, number=number: number).done.connect(results.append)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    assert sorted(map(str, results)) == sorted(map(str, range(500)))


def test_cycles_are_collected_in_the_windows_thread_only(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[threading.Thread] = []
    gc.callbacks.append(note := lambda phase, info: threads.append(threading.current_thread()))

    def work(job: Job) -> bool:
        for row in range(3_000):
            cycle: list[object] = []
            cycle.append(cycle)
            job.report(row, 3_000)
        return gc.isenabled()

    job = jobs.start(work)
    told = told_by(job)
    with qtbot.waitSignal(job.ended):
        pass
    gc.callbacks.remove(note)
    assert told[-1] == ("done", False)
    assert set(threads) == {threading.main_thread()}
    assert gc.isenabled()
