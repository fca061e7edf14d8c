"""What there is to be looked at in a list: its rows by the kind of what is wrong with them, counted once for the whole screen."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

from vnpresence_desktop.domain.problems import Problem, Severity
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.work.importing import (
    Choices,
    Decisions,
    Fate,
    Line,
    Outlook,
    Question,
    questions,
    readable_fields,
)
from vnpresence_desktop.work.texts import label, message, say

Key = tuple[str, str]
"""(field, code) of a problem; of the groups that are no problem the code alone."""

ALL: Key = ("", "all")
IN_REGISTER: Key = ("", "in_register")
IN_FILE: Key = ("", "in_file")
LEFT_OUT: Key = ("", "left_out")
CHANGED: Key = ("", "changed")
_TITLES: Mapping[Key, str] = {
    ALL: "Tất cả các dòng",
    IN_REGISTER: "Trùng trong sổ",
    IN_FILE: "Trùng trong tệp",
    LEFT_OUT: "Đã bỏ qua",
    CHANGED: "Đã sửa tay",
}
MATCHED = frozenset({"likely_same", "likely_same_row", "differs"})
"""Problems that are settled by saying who the row is."""
_UNTOLD = frozenset({"name_case", "same_row"})
"""Asked once for the column, or told by the group of what stands twice."""
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


class Rows(Sequence[int]):
    """Excel rows in their order, of which any is found at once."""

    def __init__(self, rows: Iterable[int] = ()) -> None:
        self._rows: Sequence[int] = rows if isinstance(rows, range | array) else array("l", rows)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        return self._rows[at]

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and len(self) == len(other) and all(map(int.__eq__, self, other))

    def __hash__(self) -> int:
        return hash((len(self), *self._rows[:3]))

    def place(self, row: int) -> int | None:
        """Where a row stands; None where it does not."""
        at = bisect_left(self._rows, row)
        return at if at < len(self._rows) and self._rows[at] == row else None

    def near(self, row: int) -> int:
        """Where a row stands, or that which follows it; the last place where none follows, -1 where there is none."""
        return min(bisect_left(self._rows, row), len(self._rows) - 1)

    def after(self, row: int) -> int | None:
        """The next row; None where none follows."""
        at = bisect_right(self._rows, row)
        return self._rows[at] if at < len(self._rows) else None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows with the same thing about them.

    Attributes:
        key: see `Key`.
        title: a few words.
        severity: of the problem; None where it is none.
        rows: Excel rows.
        waiting: how many of them still wait for a decision.
    """

    key: Key
    title: str
    severity: Severity | None
    rows: Rows
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """All that the screen shows besides the rows themselves.

    Attributes:
        questions: see `work.importing.questions`.
        groups: in the order in which they are worked through.
        fields: that have a column in the grid.
        waiting: rows that still wait for a decision.
    """

    questions: tuple[Question, ...] = ()
    groups: tuple[Group, ...] = ()
    fields: tuple[str, ...] = ()
    waiting: Rows = field(default_factory=Rows)

    def group(self, key: Key) -> Group:
        """The group of a key; without rows where all of it has been dealt with."""
        return next((one for one in self.groups if one.key == key), Group(key, title(key), None, Rows()))


def survey(outlook: Outlook, choices: Choices, decisions: Decisions) -> Survey:
    """Look through a list once; a job may do it."""
    seen = _Seen(decisions)
    for line in outlook.lines:
        seen.take(line)
    changed = Rows(sorted(row for row, edits in choices.edits.items() if edits))
    lines = outlook.lines
    everything = Group(ALL, _TITLES[ALL], None, Rows(line.row for line in lines))
    groups = (everything, *seen.groups(), Group(CHANGED, _TITLES[CHANGED], None, changed))
    return Survey(
        questions(outlook, decisions),
        tuple(one for one in groups if one.rows or one.key == ALL),
        _columns(outlook, seen.fields | {name for edits in choices.edits.values() for name in edits}),
        Rows(seen.waiting),
    )


def waits(line: Line, problem: Problem, decisions: Decisions) -> bool:
    """Whether something about a row still wants a decision."""
    if line.fate is Fate.LEFT_OUT or problem.severity is Severity.HINT:
        return False
    if problem.severity is Severity.ERROR:
        return True
    if problem.code in MATCHED:
        return line.row not in decisions.on_match
    return (problem.field, problem.code) not in decisions.accepted and line.row not in decisions.accepted_rows


def is_about_matches(key: Key) -> bool:
    """Whether the rows of a group are somebody's who is known."""
    return key in (IN_REGISTER, IN_FILE) or key[1] in MATCHED


def acceptable(problem: Problem) -> bool:
    """Whether a reason can let it stand; who is who is decided otherwise."""
    return problem.severity is Severity.WARNING and problem.code not in MATCHED


class _Seen:
    """What was seen of the rows so far."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._rows: dict[Key, array[int]] = {}
        self._severity: dict[Key, Severity] = {}
        self._waiting: Counter[Key] = Counter()
        self.waiting = array("l")
        self.fields: set[str] = set()

    def take(self, line: Line) -> None:
        """One row more."""
        if line.match:
            self._put(IN_FILE if line.match.row else IN_REGISTER, line.row)
        if line.fate is Fate.LEFT_OUT:
            self._put(LEFT_OUT, line.row)
        for problem in line.problems:
            self._problem(line, problem)

    def _problem(self, line: Line, problem: Problem) -> None:
        key = problem.field, problem.code
        if problem.code in _UNTOLD or not self._put(key, line.row):
            return
        self.fields.add(problem.field)
        self._severity[key] = problem.severity
        if waits(line, problem, self._decisions):
            self._waiting[key] += 1
            if not self.waiting or self.waiting[-1] != line.row:
                self.waiting.append(line.row)

    def _put(self, key: Key, row: int) -> bool:
        rows = self._rows.setdefault(key, array("l"))
        if rows and rows[-1] == row:
            return False
        rows.append(row)
        return True

    def groups(self) -> Iterator[Group]:
        """Problems first, by weight and number; then what stands twice, hints, and what was left out."""
        order = sorted(self._severity, key=lambda key: (_WEIGHT[self._severity[key]], -len(self._rows[key])))
        hints = [key for key in order if self._severity[key] is Severity.HINT]
        pressing = [key for key in order if key not in hints]
        for key in (*pressing, IN_REGISTER, IN_FILE, *hints, LEFT_OUT):
            if key in self._rows:
                yield Group(key, title(key), self._severity.get(key), Rows(self._rows[key]), self._waiting[key])


def title(key: Key) -> str:
    """What a group is called; of a problem without a short name the first sentence of its message."""
    if key in _TITLES:
        return _TITLES[key]
    name, code = key
    short = say("problem_short", code, label=label(name))
    if short != code:
        return capital(short)
    sentence = message(Problem(name, code)).partition(". ")[0].rstrip(".")
    return capital(f"{label(name)}: {sentence}" if name else sentence)


def _columns(outlook: Outlook, others: set[str]) -> tuple[str, ...]:
    """The fields as the file has them from left to right; then those that have no column but something wrong with them."""
    places = outlook.found.places
    held = sorted(places, key=lambda name: min((place for place in places[name] if place >= 0), default=0))
    spare = [name for name in readable_fields(outlook.kind) if name in others and name not in places]
    named = [] if "name" in places else ["name"]
    return (*named, *held, *(name for name in spare if name != "name"))
