"""Two records of one candidate become one, in one act: blanks filled, choices made, everything that belonged to it moved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from vnpresence_desktop.domain import originals
from vnpresence_desktop.domain.checks import check
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Severity, UserError
from vnpresence_desktop.domain.records import Candidate, Distinction, Reach, Record, Registration, Support
from vnpresence_desktop.store.unit import Unit
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.domains import candidate
from vnpresence_desktop.work.texts import label
from vnpresence_desktop.work.twins import Differing, blank, compared_fields, differing, distinction_of, distinctions

_DAYS = (("state", "state_on"), ("wish", "wish_on"))
"""A field and its day, which goes with it."""


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging two records would do.

    Attributes:
        keep, gone: as they are.
        filled: blanks of ``keep`` that ``gone`` fills.
        differing: fields to choose in; ``mine`` is what ``keep`` says and what stays unless chosen otherwise.
        moved: kind → how many records move to ``keep``.
        hindrance: why they can't be merged, one sentence; "" where they can.
    """

    keep: Candidate
    gone: Candidate
    filled: tuple[str, ...]
    differing: tuple[Differing, ...]
    moved: Mapping[Kind, int]
    hindrance: str


def merge_preview(desk: Desk, keep: str, gone: str) -> MergePreview:
    """See `MergePreview`.

    Args:
        desk: see `Desk`.
        keep: id of the candidate that stays.
        gone: id of another one of the same kind.

    Raises:
        UserError: one of them is not in the register any more, or they are of two kinds.
    """
    mine, theirs = _both(desk, keep, gone)
    moved = Counter(item.KIND for item in (*_pointing(desk, theirs.id), *distinctions(desk, theirs.id)))
    return MergePreview(
        mine, theirs, tuple(_filling(mine, theirs)), differing(mine, theirs), moved, _hindrance(desk, mine, theirs)
    )


def merge(desk: Desk, keep: str, gone: str, choices: Mapping[str, Value]) -> Candidate:
    """Make two records one, in one act: blanks are filled, everything that belonged to ``gone`` belongs to ``keep``.

    Args:
        desk: see `Desk`.
        keep: id of the candidate that stays.
        gone: id of another one of the same kind.
        choices: field → value for fields that differ; those not named stay as ``keep`` has them.

    Returns:
        The record as merged.

    Raises:
        UserError: as `merge_preview`; both have a registered free domain; the merged record would have an error.
    """
    mine, theirs = _both(desk, keep, gone)
    if hindrance := _hindrance(desk, mine, theirs):
        raise UserError("Không gộp được hai hồ sơ.", hindrance)
    merged = _merged(mine, theirs, choices)
    if wrong := [item.field for item in check(merged, desk.today) if item.severity is Severity.ERROR]:
        raise UserError("Chưa gộp được: hồ sơ còn ô chưa đúng.", f"Hãy chọn lại: {', '.join(map(label, wrong))}.")
    _write(desk, merged, theirs)
    desk.store.drop_draft(f"{theirs.KIND.value}:{theirs.id}")
    return merged


def _write(desk: Desk, merged: Candidate, gone: Candidate) -> None:
    pointing, apart = _pointing(desk, gone.id), distinctions(desk, gone.id)
    # A reason is never erased, so it names nobody; what belongs to this act tells which two they were.
    with desk.store.unit(reason="Gộp hai hồ sơ trùng") as unit:
        unit.put(merged)
        for item in pointing:
            _move(unit, item, merged.id)
        for distinction in apart:
            _move_distinction(unit, distinction, gone.id, merged.id)
        unit.delete(gone.KIND, gone.id)


def _both(desk: Desk, keep: str, gone: str) -> tuple[Candidate, Candidate]:
    mine, theirs = candidate(desk, keep), candidate(desk, gone)
    if mine is None or theirs is None:
        raise UserError("Một trong hai hồ sơ không còn trong sổ.", "Hãy mở lại danh sách.")
    if mine.KIND is not theirs.KIND or mine.id == theirs.id:
        raise UserError("Không gộp được hai hồ sơ.", "Chỉ gộp hai hồ sơ khác nhau của cùng một nhóm đối tượng.")
    return mine, theirs


def _hindrance(desk: Desk, mine: Candidate, theirs: Candidate) -> str:
    registered = [
        next((item for item in desk.store.find(Registration, candidate=record.id) if item.registered_on), None)
        for record in (mine, theirs)
    ]
    if not all(registered):
        return ""
    names = " và ".join(f"{item.label}.{item.zone}" for item in registered if item)
    return f"Cả hai đều đã được cấp tên miền miễn phí: {names}. Hãy hỏi nhà đăng ký, sửa đăng ký ghi sai rồi gộp."


def _filling(mine: Candidate, theirs: Candidate) -> dict[str, Value]:
    """Field → value that fills a blank; a state or wish brings its day."""
    return {
        info.attribute: getattr(theirs, info.attribute)
        for info in compared_fields(mine.KIND)
        if blank(getattr(mine, info.attribute))
        and not blank(getattr(theirs, info.attribute))
        and not any(info.name == day and _stands(mine, theirs, name) for name, day in _DAYS)
    }


def _stands(mine: Candidate, theirs: Candidate, name: str) -> bool:
    return not blank(getattr(mine, name)) and getattr(mine, name) != getattr(theirs, name)


def _merged(mine: Candidate, theirs: Candidate, choices: Mapping[str, Value]) -> Candidate:
    known = {info.name: info.attribute for info in compared_fields(mine.KIND)}
    chosen = {known[name]: value for name, value in choices.items()}
    days = {day: getattr(theirs, day) for name, day in _DAYS if choices.get(name) == getattr(theirs, name)}
    filled: dict[str, Any] = _filling(mine, theirs) | days | chosen
    doubtful = [name for name in theirs.unconfirmed if name in filled and filled[name] == getattr(theirs, name)]
    settled = [name for name in mine.unconfirmed if name not in choices]
    stands = {entry.split(":")[0] for entry in mine.accepted}
    brought = [entry for entry in theirs.accepted if entry.split(":")[0] in filled.keys() - stands]
    return replace(
        mine,
        **filled,
        unconfirmed=tuple(dict.fromkeys((*settled, *doubtful))),
        accepted=(*mine.accepted, *brought),
        originals=_originals(mine, theirs, filled, choices),
    )


def _originals(
    mine: Candidate, theirs: Candidate, filled: Mapping[str, Value], choices: Mapping[str, Value]
) -> tuple[str, ...]:
    """What lists said of the values that the merged record has."""
    stays = {name: text for name, text in originals.read(mine.originals).items() if name not in choices}
    brought = {
        name: text
        for name, text in originals.read(theirs.originals).items()
        if name in filled and filled[name] == getattr(theirs, name)
    }
    return originals.entries(stays | brought)


def _pointing(desk: Desk, record_id: str) -> list[Record]:
    kinds: tuple[type[Record], ...] = (Reach, Registration, Support)
    return [item for kind in kinds for item in desk.store.find(kind, candidate=record_id)]


def _move(unit: Unit, item: Record, keep: str) -> None:
    """To the kept record; a reach is one a pair, so the old one goes and the new one may be there already."""
    if isinstance(item, Reach):
        unit.delete(Kind.REACH, item.id)
        unit.put(replace(item, id="", candidate=keep))
    elif isinstance(item, Registration | Support):
        unit.put(replace(item, candidate=keep))


def _move_distinction(unit: Unit, item: Distinction, gone: str, keep: str) -> None:
    unit.delete(Kind.DISTINCTION, item.id)
    third = item.other if item.one == gone else item.one
    if third != keep:
        unit.put(distinction_of(keep, third))
