"""What an officer does with candidates: look them up, judge one while it is typed, keep it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from vnpresence_desktop.domain.acceptance import standing, unexplained
from vnpresence_desktop.domain.checks import check, missing
from vnpresence_desktop.domain.dates import within
from vnpresence_desktop.domain.eligibility import Verdict, assess
from vnpresence_desktop.domain.fields import fields, from_values
from vnpresence_desktop.domain.kinds import Kind, Need, Value
from vnpresence_desktop.domain.numbers import Read, read_certificate, read_id_number, read_phone, read_tax_code
from vnpresence_desktop.domain.problems import Problem, Severity, UserError
from vnpresence_desktop.domain.records import Candidate, Hamlet, Registration
from vnpresence_desktop.work.desk import Desk, id_prefixes

C = TypeVar("C", bound=Candidate)

_READERS: Mapping[str, Callable[[str], Read]] = {
    "id_number": read_id_number,
    "tax_code": read_tax_code,
    "certificate_no": read_certificate,
    "phone": read_phone,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of a candidate as it stands in the form.

    Attributes:
        problems: of every field, those for saving and those for proposing.
        verdict: for an act of today.
    """

    problems: tuple[Problem, ...]
    verdict: Verdict

    @property
    def can_be_kept(self) -> bool:
        """Whether no problem blocks saving."""
        return not any(item.severity is Severity.ERROR for item in self.problems)


def get(desk: Desk, kind: Kind, record_id: str) -> Candidate | None:
    """One candidate by its id, None where it is gone."""
    return cast("Candidate | None", desk.store.get(kind, record_id))


def hamlets(desk: Desk) -> tuple[str, ...]:
    """Names of the hamlets that exist today, in Vietnamese order."""
    day = desk.today
    return tuple(item.name for item in desk.store.all(Hamlet) if within(item.from_, item.until, day))


def tidy(name: str, value: Value) -> Value:
    """What was typed into a field as it is kept: numbers without spaces and dots, lost zeros restored."""
    reader = _READERS.get(name)
    return reader(value).value if reader and isinstance(value, str) else value


def as_candidate(kind: Kind, values: Mapping[str, Value]) -> Candidate:
    """A candidate from what stands in a form, each value tidied; whatever was typed, it does not raise."""
    return cast("Candidate", from_values(kind, {name: tidy(name, value) for name, value in values.items()}))


def keep_draft(desk: Desk, key: str, values: Mapping[str, Value]) -> None:
    """Keep what was typed into a form and not saved yet; ``key`` e.g. "household:new". Raises UserError as the store does."""
    desk.store.keep_draft(key, json.dumps(dict(values), ensure_ascii=False))


def draft(desk: Desk, key: str) -> dict[str, Value] | None:
    """The kept values of a form, None where there is none."""
    content = desk.store.draft(key)
    if content is None:
        return None
    return {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(content).items()}


def drop_draft(desk: Desk, key: str) -> None:
    """Forget a draft: it was saved, or the officer gave it up. Raises UserError as the store does."""
    desk.store.drop_draft(key)


def judge(desk: Desk, record: Candidate, *, used: bool = False) -> Judged:
    """Judge a candidate as typed; pure but for the day, quick enough for every key."""
    day = desk.today
    problems = (*check(record, day, id_prefixes()), *missing(record, Need.PROPOSE))
    return Judged(problems, assess(record, desk.rules, day, used=used))


def has_domain(desk: Desk, candidate: str) -> bool:
    """Whether a kept candidate already has its free domain."""
    return any(item.registered_on for item in desk.store.find(Registration, candidate=candidate))


def keep(desk: Desk, record: C, opened: C | None = None) -> C:
    """Save a candidate, with the reasons of the warnings that still are there.

    Args:
        desk: see `Desk`.
        record: as it is to be.
        opened: as it was when it was opened to be changed: only what differs from it is written, so that what an import or
            another window has filled in meanwhile stays. None for a new one.

    Raises:
        UserError: a problem blocks saving, a warning has no reason (the form shows each under its field), or the record
            was deleted since it was opened.
    """
    with desk.store.unit(reason="Lưu hồ sơ") as unit:
        changed = _changed(desk, record, opened) if opened else record
        judged = judge(desk, changed)
        if not judged.can_be_kept:
            raise UserError("Chưa lưu được: còn ô chưa đúng.", "Hãy sửa các ô báo lỗi đỏ rồi lưu lại.")
        if unexplained(judged.problems, changed.accepted):
            raise UserError(
                "Chưa lưu được: còn cảnh báo chưa ghi lý do.", "Hãy ghi lý do giữ nguyên dưới ô có cảnh báo."
            )
        return unit.put(replace(changed, accepted=standing(judged.problems, changed.accepted)))


def _changed(desk: Desk, record: C, opened: C) -> C:
    now = desk.store.get(type(record), record.id)
    if now is None:
        raise UserError(
            "Hồ sơ này đã bị xóa khỏi sổ trong lúc đang mở.",
            "Phần đã gõ vẫn còn trong bản nháp. Hãy khôi phục hồ sơ ở trang Lịch sử, phần Thùng rác, rồi lưu lại.",
        )
    names = [info.attribute for info in fields(record.KIND)]
    typed = {name: getattr(record, name) for name in names if getattr(record, name) != getattr(opened, name)}
    return replace(now, **typed)
