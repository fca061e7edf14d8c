"""The list that is open: its file, how it is read, what becomes of its rows, and what that would do. One job at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.pages.import_acts import ImportActs
from vnpresence_desktop.gui.pages.import_review_kinds import Survey, survey
from vnpresence_desktop.work.importing import (
    Area,
    Choices,
    Decisions,
    Fate,
    Imported,
    Outlook,
    PasswordNeeded,
    Workbook,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """An outlook, what it was worked out by, and what the repair screen tells of it."""

    outlook: Outlook
    choices: Choices
    decisions: Decisions
    survey: Survey


class AtHand(QObject):
    """See the module. Whatever is begun ends by one of the signals from ``seen`` on, unless something newer takes its place.

    Signals:
        began(str): something that takes time; in words.
        advanced(int): per cent of it.
        seen(): `outlook` is another one.
        taken(object, object): the `Outlook` was written, as the `Imported` says.
        exported(object): the rows to mend lie at this `Path`.
        locked(object): the file wants a password, or another one; a `PasswordNeeded`.
        failed(object): a `UserError`.
        stopped(): the officer stopped it.

    Attributes:
        path: of the file; None while there is none.
        kind: what its rows are said to be.
        book: its cells; None while they are not read.
        outlook: what taking it in would do by `choices` and `decisions`; None while that is not known.
        shown: what was worked out last, though `choices` and `decisions` may be others by now.
        choices, decisions: see there.
    """

    began = Signal(str)
    advanced = Signal(int)
    seen = Signal()
    taken = Signal(object, object)
    exported = Signal(object)
    locked = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, acts: ImportActs, parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        self._job: Job | None = None
        self._writing = False
        self.path: Path | None = None
        self.kind = Kind.HOUSEHOLD
        self._forget()

    def _forget(self) -> None:
        self.book: Workbook | None = None
        self.outlook: Outlook | None = None
        self.shown: Seen | None = None
        self.choices, self.decisions, self._anew = Choices(), Decisions(), False

    @property
    def name(self) -> str:
        """Of the file."""
        return self.path.name if self.path else ""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._job is not None

    @property
    def writing(self) -> bool:
        """Whether the list is being written, which nothing may take the place of."""
        return self._writing

    # -- the file

    def open(self, path: Path, kind: Kind, password: str = "") -> None:
        """Read a file; another one is closed."""
        self.close()
        self.path, self.kind = path, kind
        self._start(
            f"Đang mở tệp “{path.name}”…",
            lambda job: self._acts.open_list(path, password, lambda: job.stopped),
            self._opened,
        )

    def close(self) -> None:
        """No file; what is being done with it is stopped."""
        self.cancel()
        self._job, self.path = None, None
        self._forget()

    def _opened(self, book: Workbook) -> None:
        self.book = book
        self.read()

    # -- how it is read, and what becomes of its rows

    def read(self) -> None:
        """Read the list anew and say what it would do."""
        book, name, kind, anew = self.book, self.name, self.kind, self._anew
        if book is None:
            return
        choices, decisions = self.choices, self.decisions

        def work_out(job: Job) -> Seen:
            found = self._acts.work_out(book, name, kind, choices, decisions, _first_half(job), anew=anew)
            return Seen(found, choices, decisions, survey(found, choices, decisions))

        self._start(f"Đang đọc “{name}”…", work_out, self._see)

    def change(self, choices: Choices, decisions: Decisions, *, anew: bool = False) -> None:
        """Other choices and decisions; the list is read anew only where it has to be, or is wanted."""
        self.choices, self.decisions = choices, decisions
        if self.shown and self.shown.choices == choices and not anew:
            self.look_again()
        else:
            self.read()

    def look_again(self) -> None:
        """Say anew what it would do, by the decisions and the register as they are now."""
        shown, decisions = self.shown, self.decisions
        if shown is None:
            return

        def look(job: Job) -> Seen:
            found = self._acts.look_again(shown.outlook, decisions, _first_half(job))
            return Seen(found, shown.choices, decisions, survey(found, shown.choices, decisions))

        self._start(f"Đang xem lại “{self.name}”…", look, self._see)

    def be(self, kind: Kind) -> None:
        """Its rows are of another kind: columns, answers and decisions were about other fields."""
        self.kind = kind
        self.choices = Choices(sheet=self.choices.sheet, area=self.choices.area, refused=self.choices.refused)
        self.decisions, self._anew = Decisions(), False
        self.read()

    def turn_to(self, sheet: str, area: Area | None = None) -> None:
        """Read another sheet, or other rows of a sheet; None: as the program finds them."""
        same = self.shown is not None and sheet == self.shown.outlook.found.sheet
        self.choices = replace(self.choices if same else Choices(), sheet=sheet, area=area, columns={})
        self.decisions = self.decisions if same else Decisions()
        self.read()

    def correct(self, field: str, column: int) -> None:
        """A field comes from another column, -1 for none; a column serves one field."""
        said = {name: place for name, place in self.choices.columns.items() if place != column or place < 0}
        self.change(replace(self.choices, columns={**said, field: column}), self.decisions)

    def forget_remembered(self) -> None:
        """How the last list of this shape was read does not count."""
        self._anew = True
        options = replace(self.choices.options, codes={})
        self.change(replace(self.choices, columns={}, options=options), self.decisions, anew=True)

    def _see(self, seen: Seen) -> None:
        self.shown, self.outlook = seen, seen.outlook
        self.seen.emit()

    # -- what is done with it

    def take_in(self) -> None:
        """Write it into the register."""
        outlook, name = self.outlook, self.name
        if outlook:
            self._start(
                f"Đang nhập “{name}”…",
                lambda job: self._acts.take_in(name, outlook, _second_half(job)),
                lambda done: self._written(outlook, done),
                writing=True,
            )

    def _written(self, outlook: Outlook, done: Imported) -> None:
        self.outlook = None  # it is done, once
        self.taken.emit(outlook, done)

    def go_on(self) -> None:
        """Mend what did not come in: the rows that did are left out from now on."""
        if self.shown:
            done = {line.row for line in self.shown.outlook.lines if line.fate not in (Fate.WRONG, Fate.LEFT_OUT)}
            self.change(self.choices, replace(self.decisions, left_out=self.decisions.left_out | done))

    def export(self) -> None:
        """Lay the rows that don't come in on disk."""
        shown, name = self.shown, self.name
        if shown:
            self._start(
                "Đang xuất các dòng cần sửa…",
                lambda _: self._acts.export_wrong(name, shown.outlook),
                self.exported.emit,
                keeps=True,
            )

    # -- jobs

    def cancel(self) -> None:
        """Stop what is being done."""
        if self._job:
            self._job.cancel()

    def _start(
        self,
        words: str,
        function: Callable[[Job], object],
        then: Callable[[Any], object],
        *,
        writing: bool = False,
        keeps: bool = False,
    ) -> None:
        self.cancel()
        if not (writing or keeps):
            self.outlook = None
        self._writing = writing
        job = self._job = self._acts.start(function)
        self.began.emit(words)
        job.progressed.connect(lambda percent, _: self._advance(job, percent))
        job.done.connect(lambda what: self._end(job, then, what))
        job.failed.connect(lambda error: self._end(job, self._fail, error))
        job.cancelled.connect(lambda: self._end(job, self.stopped.emit))
        job.broke.connect(lambda error: self._break(job, error))

    def _advance(self, job: Job, percent: int) -> None:
        if job is self._job:
            self.advanced.emit(percent)

    def _end(self, job: Job, tell: Callable[..., object], *what: object) -> None:
        if job is self._job:
            self._job, self._writing = None, False
            tell(*what)

    def _fail(self, error: UserError) -> None:
        (self.locked if isinstance(error, PasswordNeeded) else self.failed).emit(error)

    def _break(self, job: Job, error: Exception) -> None:
        self._end(job, self.stopped.emit)
        raise error


def _first_half(job: Job) -> Callable[[int, int], object]:
    """Looking is told as the first half of the work; here it is all of it."""
    return lambda done, total: job.report(2 * done, total)


def _second_half(job: Job) -> Callable[[int, int], object]:
    return lambda done, total: job.report(2 * done - total, total)
