"""What was done: every act of the register as a line, every record's history as sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.report import show_number
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.history_words import Names, moment, name_of, operation_told
from vnpresence_desktop.work.texts import say

if TYPE_CHECKING:
    from vnpresence_desktop.store.acts import Act
    from vnpresence_desktop.store.log import Count
    from vnpresence_desktop.store.operations import Operation

_ASIDE = (Kind.REACH, Kind.DISTINCTION)
"""Kinds that an act is not named after where it touched others too."""


_MOST_KINDS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One act in the list.

    Attributes:
        id: of the act.
        at: ISO with offset.
        when, actor: as shown.
        title: what it was, e.g. "Lưu hồ sơ “Tạp hóa Bảy Đông”".
        detail: what it did, e.g. "sửa số điện thoại “…678” → “…321”", "thêm 5.000 hộ kinh doanh".
        state: "Đã hoàn tác" of what was taken back, "Đã làm lại" of an undo that was taken back; "" of what stands.
        turns: id of the act that turning it round takes back: itself, or what took it back; "" where it can't be.
        again: turning it round does something again that was undone.
        why_not: why it can't be turned round; "" where it can.
        size: how many records it touched.
        elsewhere: another PC, or another copy of the register, wrote it.
    """

    id: str
    at: str
    when: str
    actor: str
    title: str
    detail: str
    state: str
    turns: str
    again: bool
    why_not: str
    size: int
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """Some acts, newest first.

    Attributes:
        lines: at most as many as asked for.
        older: hand it to `recent` to read on; None where there is nothing older.
    """

    lines: tuple[Line, ...]
    older: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing that happened to a record.

    Attributes:
        at: ISO with offset.
        when, actor: as shown.
        text: e.g. "sửa số điện thoại “…678” → “…321”".
    """

    at: str
    when: str
    actor: str
    text: str

    def __str__(self) -> str:
        return f"{self.when}, {self.actor}: {self.text}"


# -- names


def names_at(desk: Desk) -> Names:
    """Names of candidates and sessions by their ids, each looked up once, also of deleted ones."""
    from vnpresence_desktop.store import bin as trash

    @cache
    def name(record_id: str) -> str:
        for kind in (*CANDIDATES, Kind.SESSION):
            found = trash.kept(desk.store, kind, record_id) if record_id else None
            if found:
                return name_of(found, name)
        return ""

    return name


def named(desk: Desk, kind: Kind, record_id: str, names: Names) -> str:
    """What a record is called, deleted or not; "" for one that never was."""
    from vnpresence_desktop.store import bin as trash

    found = trash.kept(desk.store, kind, record_id)
    return name_of(found, names) if found else ""


def title(desk: Desk, act: "Act", names: Names | None = None) -> str:
    """What an act was: why it was done, with the name of the one record it is about."""
    names = names or names_at(desk)
    reason, main = act.reason or touched(act), _main(act.counts)
    name = named(desk, main.kind, main.record, names) if main else ""
    return reason if name in reason else f"{reason} {name}"


def _main(counts: Sequence["Count"]) -> "Count | None":
    """The one record that an act is about: the candidate or session, whatever went along, else the only one."""
    for wanted in ((*CANDIDATES, Kind.SESSION), set(Kind) - set(_ASIDE), set(Kind)):
        if found := [item for item in counts if item.kind in wanted]:
            return found[0] if sum(item.records for item in found) == 1 else None
    return None


def touched(act: "Act") -> str:
    """What an act touched, e.g. "thêm 12 hộ kinh doanh, 3 công dân; xóa 1 hộ kinh doanh"."""
    order = list(Kind)
    told = []
    for how in ("created", "changed", "deleted", "restored"):
        counts = sorted((item for item in act.counts if item.how == how), key=lambda item: order.index(item.kind))
        parts = [f"{show_number(item.records)} {say('kind', item.kind)}" for item in counts]
        if len(parts) > _MOST_KINDS:
            parts = [*parts[: _MOST_KINDS - 1], f"{len(parts) - _MOST_KINDS + 1} loại khác"]
        told += [say("touched", how, what=", ".join(parts))] if parts else []
    return "; ".join(told)


# -- what was done


def recent(
    desk: Desk, older: Mapping[str, int] | None = None, *, actor: str = "", day: date | None = None, limit: int = 40
) -> Lines:
    """The acts of all PCs, newest first.

    Args:
        desk: see `Desk`.
        older: as the last answer gave it, to read on; None begins with the newest.
        actor: only this person's; "" for everybody's.
        day: only of this day.
        limit: at most so many.
    """
    from vnpresence_desktop.store.acts import acts

    page = acts(desk.store, older, actor=actor, span=_span(desk, day), limit=limit)
    names = names_at(desk)
    return Lines(tuple(_line(desk, act, names) for act in page.acts), page.older)


def _span(desk: Desk, day: date | None) -> tuple[int, int] | None:
    if day is None:
        return None
    first = datetime(day.year, day.month, day.day, tzinfo=desk.now().tzinfo)
    return int(first.timestamp() * 1000), int((first + timedelta(days=1)).timestamp() * 1000)


def _line(desk: Desk, act: "Act", names: Names) -> Line:
    turns, again, why_not = _turning(act)
    return Line(
        id=act.id,
        at=act.at,
        when=moment(act.at),
        actor=act.actor,
        title=title(desk, act, names),
        detail=_detail(act, names),
        state=("Đã làm lại" if act.undoes and not act.redoes else "Đã hoàn tác") if act.undone_by else "",
        turns=turns,
        again=again,
        why_not=why_not,
        size=size(act),
        elsewhere=act.site != desk.store.site,
    )


def _turning(act: "Act") -> tuple[str, bool, str]:
    """What turning an act round takes back, whether that does something again, why it can't be."""
    if act.fixed:
        return "", False, say("fixed", act.fixed)
    if act.undone_by and act.undoes:
        return "", False, say("fixed", "turned")
    again = bool(act.undone_by) or bool(act.undoes and not act.redoes)
    return act.undone_by or act.id, again, ""


def size(act: "Act") -> int:
    """How many records an act touched."""
    return sum(item.records for item in act.counts)


def _detail(act: "Act", names: Names) -> str:
    told = _told(act.only, names) if act.only else ""
    return told or touched(act)


def sentences(desk: Desk, record_id: str, *, actor: str = "", day: date | None = None) -> list[Sentence]:
    """The history of a record, newest first; personal values masked, codes in words, an undo said as undo.

    Args:
        desk: see `Desk`.
        record_id: of any kind, deleted or not.
        actor: only what this person did; "" for everybody.
        day: only of this day.
    """
    names = names_at(desk)
    found = (
        Sentence(item.at, moment(item.at), item.actor, _sentence(item, names))
        for item in reversed(desk.store.history(record_id))
        if actor in ("", item.actor) and (day is None or datetime.fromisoformat(item.at).date() == day)
    )
    return [item for item in found if item.text]


def _sentence(operation: "Operation", names: Names) -> str:
    if operation.kind == "access":
        return f"xem hoặc trích: {operation.reason or operation.act}"
    told = _told(operation, names) or "nội dung đã xóa theo yêu cầu"
    if operation.act.startswith("undo:"):
        verb = "làm lại" if operation.reason.startswith("Làm lại") else "hoàn tác"
        return f"{verb}: {told}"
    return told


def _told(operation: "Operation", names: Names) -> str:
    if operation.patch is None:
        return ""
    return operation_told(Kind(operation.kind), operation.changes, names, made=operation.seen == "{}")


def actors(lines: Iterable[Line | Sentence]) -> Sequence[str]:
    """Who did them, each once, in the order met."""
    return tuple(dict.fromkeys(line.actor for line in lines))
