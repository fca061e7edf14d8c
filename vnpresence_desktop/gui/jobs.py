"""Long work in the background, so that the window never freezes.

Use: ``job = jobs.start(lambda job: import_list(...))`` then connect ``job.progressed``, ``job.done``, ``job.failed``,
``job.broke``, ``job.cancelled``; every signal arrives in the window's thread. Connect right after ``start``: nothing is
sent before the next turn of the event loop. The function runs in another thread: it opens its own desk (given by app.py),
never touches a widget, calls ``job.report(done, total)`` often, and hands over what breaks a running query by
``job.interrupt_with(desk.store.interrupt)``.

Python's collector of cycles rests while a job runs, and collects in the window's thread instead: started by another thread
it may free a widget there, which ends the program. It passes over what jobs have made: to look through a list of 100,000 rows,
which holds no cycles, would hold the window for a quarter of a second.
"""

import gc
import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

from vnpresence_desktop.domain.problems import UserError

_DONE, _FAILED, _BROKE, _CANCELLED = "done", "failed", "broke", "cancelled"


class Cancelled(Exception):  # noqa: N818 - no error: the user wished it
    """Raised by `Job.report` and `Job.check` inside the function once the user cancelled."""


class Job(QObject):
    """One piece of work.

    Signals (all in the window's thread, exactly one of the last four, then nothing more):
        progressed(int, str): per cent 0 to 100 and a word; at most 101 times.
        done(object): what the function returned.
        failed(UserError): something a person can mend.
        broke(Exception): a bug, to be logged by app.py.
        cancelled(): stopped by `cancel`; nothing half-done remains if the function works in one unit.
    """

    progressed = Signal(int, str)
    done = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    cancelled = Signal()
    ended = Signal()
    """After any of the four, whichever it was: the place to let buttons work again."""

    _advanced = Signal(int, str)
    _finished = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._interrupt: Callable[[], object] | None = None
        self._percent = -1
        self.over = False
        queued = Qt.ConnectionType.QueuedConnection
        self._advanced.connect(self.progressed, queued)
        self._finished.connect(self._end, queued)

    # -- in the window's thread

    def cancel(self) -> None:
        """Ask it to stop; returns at once, ``cancelled`` follows (or ``done`` where it was too late)."""
        self._stop.set()
        with self._lock:
            if self._interrupt:
                self._interrupt()

    def _end(self, how: str, what: object) -> None:
        self.over = True
        if how == _CANCELLED:
            self.cancelled.emit()
        else:
            {_DONE: self.done, _FAILED: self.failed, _BROKE: self.broke}[how].emit(what)
        self.ended.emit()

    # -- in the job's own thread

    @property
    def stopped(self) -> bool:
        """Whether the user cancelled."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise `Cancelled` once the user cancelled."""
        if self._stop.is_set():
            raise Cancelled

    def report(self, done: int, total: int, word: str = "") -> None:
        """Tell how far it is, and stop here if cancelled; may be called for every row."""
        self.check()
        percent = min(100, done * 100 // max(total, 1))
        if percent > self._percent:
            self._percent = percent
            gc.freeze()
            self._advanced.emit(percent, word)

    def interrupt_with(self, interrupt: Callable[[], object] | None) -> None:
        """What breaks off a running query, callable from another thread; None before it is closed."""
        with self._lock:
            self._interrupt = interrupt
        if interrupt:
            self.check()

    def run(self, function: Callable[["Job"], object]) -> None:
        """Run the function and tell how it ended; called by the pool."""
        how, what = self._outcome(function)
        gc.freeze()
        self.interrupt_with(None)
        self._finished.emit(how, what)

    def _outcome(self, function: Callable[["Job"], object]) -> tuple[str, object]:
        try:
            self.check()
            return _DONE, function(self)
        except Cancelled:
            return _CANCELLED, None
        except Exception as error:  # a bug in a job is shown by app.py as any other; a broken query is the cancelling
            if self._stop.is_set():
                return _CANCELLED, None
            return (_FAILED if isinstance(error, UserError) else _BROKE), error


class _Run(QRunnable):
    """What the pool runs and then frees."""

    def __init__(self, job: Job, function: Callable[[Job], object]) -> None:
        super().__init__()
        self._job, self._function = job, function

    def run(self) -> None:
        self._job.run(self._function)


class Jobs(QObject):
    """The jobs of the program; one a program, made by app.py and handed to the pages that need it."""

    def __init__(self, parent: QObject | None = None, at_once: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(at_once)
        self._running: list[Job] = []

    @property
    def busy(self) -> bool:
        """Whether any job has not ended yet."""
        return bool(self._running)

    def start(self, function: Callable[[Job], object]) -> Job:
        """Run a function in the background; see the module's text."""
        job = Job(self)
        self._running.append(job)
        gc.disable()
        job.ended.connect(self._sweep)
        job.progressed.connect(_tidy)
        self._pool.start(_Run(job, function))
        return job

    def _sweep(self) -> None:
        for job in [job for job in self._running if job.over]:
            self._running.remove(job)
            job.deleteLater()
        self._tidy_again()

    def _tidy_again(self) -> None:
        if not self._running:
            gc.unfreeze()  # to the oldest, which are rarely looked through
            gc.enable()

    def shutdown(self) -> None:
        """Cancel all jobs and wait until each has stopped; what they would still have told is dropped."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()
        for job in self._running:
            QCoreApplication.removePostedEvents(job)
            job.deleteLater()
        self._running.clear()
        self._tidy_again()


def _tidy() -> None:
    gc.collect(1)
