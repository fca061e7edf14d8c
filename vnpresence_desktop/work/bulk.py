"""One change to many records: said before, done as one act, those that can't take it left as they are and named."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from vnpresence_desktop.domain.acceptance import standing, unexplained
from vnpresence_desktop.domain.checks import check
from vnpresence_desktop.domain.dates import full, show
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Problem, Severity, UserError
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.domain.report import show_number
from vnpresence_desktop.domain.text import clean
from vnpresence_desktop.work.desk import Desk, id_prefixes
from vnpresence_desktop.work.texts import label, message, say

COMPARED = "unconfirmed"
"""The change "đã đối chiếu": nothing is left to compare with the papers."""
CHANGEABLE: Mapping[Kind, tuple[str, ...]] = {
    Kind.HOUSEHOLD: ("state", "wish", "hamlet", COMPARED),
    Kind.ENTERPRISE: ("state", "wish", "hamlet", COMPARED),
    Kind.CITIZEN: ("state", "wish", "hamlet", "basis", COMPARED),
}
"""What can be changed in many records at once."""
DATED: Mapping[str, str] = {"state": "state_on", "wish": "wish_on"}
"""Field → field of the day since when it holds."""
_AT_ONCE = 500
_NAMED = 3
Progress = Callable[[int, int], object]
"""Told how many records are done, and of how many; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Change:
    """What to change.

    Attributes:
        field: one of `CHANGEABLE`.
        value: the new value; nothing for `COMPARED`.
        on: ISO day since when, for the fields of `DATED`.
    """

    field: str
    value: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Records that stay as they are.

    Attributes:
        why: e.g. "đã ghi như vậy".
        names: of the records, in the order given.
    """

    why: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a change would do.

    Attributes:
        changed: how many records it changes.
        left: those that stay, by reason.
        gone: how many are no longer in the register.
    """

    changed: int
    left: tuple[Left, ...] = ()
    gone: int = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        """What would happen, e.g. "Sẽ sửa 125 hồ sơ." and "3 hồ sơ giữ nguyên vì đã ghi như vậy: …"."""
        first = f"Sẽ sửa {show_number(self.changed)} hồ sơ." if self.changed else "Không có hồ sơ nào để sửa."
        rest = [
            f"{show_number(len(item.names))} hồ sơ giữ nguyên vì {item.why}{_few(item.names)}" for item in self.left
        ]
        rest += [f"{show_number(self.gone)} hồ sơ không còn trong sổ."] if self.gone else []
        return (first, *rest)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done.

    Attributes:
        text: one sentence.
        act: its id, to take it back; "" where nothing was changed.
        size: how many records were changed.
    """

    text: str
    act: str
    size: int


def _few(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return f": {'; '.join(names[:_NAMED])}{f' và {show_number(more)} hồ sơ khác' if more > 0 else ''}."


def outlook(desk: Desk, kind: Kind, ids: Sequence[str], change: Change, told: Progress = lambda *_: None) -> Outlook:
    """What a change would do to records, in the order given; raises UserError where the change itself is not sound."""
    _sound(kind, change)
    changed, present = 0, 0
    left: defaultdict[str, list[str]] = defaultdict(list)
    for record in _records(desk, kind, ids, told):
        present += 1
        why, _ = _after(desk, record, change)
        if why:
            left[why].append(record.name)
        else:
            changed += 1
    return Outlook(changed, tuple(Left(why, tuple(names)) for why, names in left.items()), len(ids) - present)


def apply(desk: Desk, kind: Kind, ids: Sequence[str], change: Change, told: Progress = lambda *_: None) -> Done:
    """Change all records that can take it, as one act; raises UserError as `outlook`, or where the store can't be written."""
    _sound(kind, change)
    changed = 0
    with desk.store.unit(reason=f"Sửa hàng loạt: {said(kind, change)}") as unit:
        for record in _records(desk, kind, ids, told):
            why, after = _after(desk, record, change)
            if not why:
                unit.put(after)
                changed += 1
    if not changed:
        return Done("Không có hồ sơ nào phải sửa.", "", 0)
    return Done(f"Đã sửa {show_number(changed)} hồ sơ: {said(kind, change)}.", _last_act(desk), changed)


def remove(desk: Desk, kind: Kind, ids: Sequence[str]) -> Done:
    """Delete records with what goes along, as one act; raises UserError as `deleting.remove`."""
    from vnpresence_desktop.work import deleting

    return Done(deleting.remove(desk, kind, ids), _last_act(desk), len(ids))


def _last_act(desk: Desk) -> str:
    from vnpresence_desktop.store import acts

    return acts.acts(desk.store, limit=1).acts[0].id


def said(kind: Kind, change: Change) -> str:
    """A change in words, e.g. "tình trạng thành chấm dứt từ 01/11/2026"."""
    if change.field == COMPARED:
        return "đã đối chiếu giấy tờ"
    since = f" từ {show(change.on)}" if change.field in DATED and change.on else ""
    return f"{label(change.field)} thành {value_words(kind, change.field, clean(change.value))}{since}"


def value_words(kind: Kind, name: str, value: str) -> str:
    """A value as shown."""
    if name == "hamlet":
        return value
    return say("state_citizen" if name == "state" and kind is Kind.CITIZEN else name, value)


def _sound(kind: Kind, change: Change) -> None:
    if change.field not in CHANGEABLE[kind]:
        raise KeyError(change.field)
    if change.field != COMPARED and not clean(change.value):
        raise UserError(f"Chưa chọn {label(change.field)}.", "Hãy chọn giá trị mới.")
    if change.field in DATED and full(change.on) is None:
        raise UserError("Ngày chưa đúng.", "Hãy ghi đủ ngày, tháng, năm, ví dụ 5/11/2026.")


def _records(desk: Desk, kind: Kind, ids: Sequence[str], told: Progress) -> Iterator[Candidate]:
    for start in range(0, len(ids), _AT_ONCE):
        told(start, len(ids))
        yield from (cast("Candidate", record) for record in desk.store.some(kind, ids[start : start + _AT_ONCE]))


def _after(desk: Desk, record: Candidate, change: Change) -> tuple[str, Candidate]:
    """Why a record stays as it is, "" where it does not; and the record as it would be."""
    if change.field == COMPARED:
        return ("" if record.unconfirmed else "không có ô nào chờ đối chiếu"), replace(record, unconfirmed=())
    value = clean(change.value)
    if getattr(record, change.field) == value:
        return "đã ghi như vậy", record
    values: dict[str, Any] = {change.field: value}
    if change.field in DATED:
        values[DATED[change.field]] = change.on
    after = replace(record, **values)
    new = _new_problems(desk, record, after)
    if new:
        return f"sẽ có ô chưa đúng ({message(new[0])})", record
    problems = check(after, desk.today, id_prefixes())
    return "", replace(after, accepted=standing(problems, after.accepted))


def _new_problems(desk: Desk, record: Candidate, after: Candidate) -> list[Problem]:
    """What the change would make wrong; what was wrong before is no hindrance."""
    before = {(item.field, item.code) for item in check(record, desk.today, id_prefixes())}
    problems = check(after, desk.today, id_prefixes())
    stopping = [item for item in problems if item.severity is Severity.ERROR] + unexplained(problems, after.accepted)
    return [item for item in stopping if (item.field, item.code) not in before]
