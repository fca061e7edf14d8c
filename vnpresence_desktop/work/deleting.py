"""Deleting and the bin: what goes along is said before, goes in the same act, and comes back with it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.report import show_number
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.history import names_at
from vnpresence_desktop.work.history_words import moment, name_of
from vnpresence_desktop.work.texts import say

_STAYS = {
    Kind.OFFICE: "Không xóa được cơ quan của sổ này.",
    Kind.REPORT: "Báo cáo đã ra tệp thì không xóa khỏi sổ: sổ giữ dấu vết để đối chiếu.",
}


@dataclass(frozen=True, slots=True)
class Removal:
    """What deleting some records means.

    Attributes:
        question: e.g. "Xóa hộ kinh doanh “Tạp hóa Bảy Đông”?".
        along: what is deleted with it, e.g. "Xóa cùng: 3 lượt tiếp cận, 1 đăng ký tên miền."; "" for nothing.
        after: how it comes back.
    """

    question: str
    along: str
    after: str


@dataclass(frozen=True, slots=True)
class Binned:
    """A deleted record as a line.

    Attributes:
        id: the record's.
        name: as shown.
        when, actor, reason: of its deletion, as shown.
    """

    id: str
    name: str
    when: str
    actor: str
    reason: str


def removal(desk: Desk, kind: Kind, ids: Sequence[str]) -> Removal:
    """What `remove` would do, to be shown before; raises UserError where these may not be deleted."""
    from vnpresence_desktop.store import bin as trash

    _may(kind)
    along = _counted(trash.going_along(desk.store, kind, ids))
    return Removal(
        f"Xóa {_named(desk, kind, ids)}?",
        f"Xóa cùng: {along}; số liệu báo cáo của các kỳ sau sẽ không còn tính." if along else "",
        "Lấy lại được ở trang Lịch sử, phần Thùng rác, hoặc bấm Ctrl+Z.",
    )


def remove(desk: Desk, kind: Kind, ids: Sequence[str]) -> str:
    """Delete records with everything that points at them (reaches, domains, support), as one act.

    Returns:
        What was done, one sentence.

    Raises:
        UserError: these may not be deleted; the store can't be written.
    """
    from vnpresence_desktop.store import bin as trash

    _may(kind)
    named = _named(desk, kind, ids)
    along = trash.going_along(desk.store, kind, ids)
    with desk.store.unit(reason=f"Xóa {say('kind', kind)}") as unit:
        for home, record in along:
            unit.delete(home, record)
        for record in ids:
            unit.delete(kind, record)
    return f"Đã xóa {named}{_with(along)}."


def bring_back(desk: Desk, kind: Kind, ids: Sequence[str]) -> str:
    """Bring records back from the bin, with what was deleted in the same act and pointed at them.

    Returns:
        What was done, one sentence.

    Raises:
        UserError: one belongs to a record that is deleted itself; then none comes back.
    """
    from vnpresence_desktop.store import bin as trash

    back = trash.coming_back(desk.store, kind, ids)
    for record, other in back.gone.items():
        raise UserError(
            f"Chưa khôi phục được: {_named(desk, kind, [record])} thuộc về {names_at(desk)(other)} đã bị xóa.",
            "Hãy khôi phục hồ sơ đó trước.",
        )
    if not back.records:
        raise UserError("Các mục này không còn trong thùng rác.", "Bấm F5 để xem lại thùng rác.")
    named = _named(desk, kind, [record for home, record in back.records if home is kind])
    with desk.store.unit(reason=f"Khôi phục {say('kind', kind)}") as unit:
        for home, record in back.records:
            unit.change(home, record, {"deleted": 0})
    return f"Đã khôi phục {named}{_with(item for item in back.records if item[0] is not kind)}."


def bins(desk: Desk) -> dict[Kind, int]:
    """Kinds that have deleted records, and how many."""
    from vnpresence_desktop.store import bin as trash

    return trash.count(desk.store)


def deleted(desk: Desk, kind: Kind, text: str = "") -> list[str]:
    """Ids of deleted records, latest first; of the three groups those that hold every word of a text, accents aside."""
    from vnpresence_desktop.store import bin as trash

    return trash.ids(desk.store, kind, text)


def binned(desk: Desk, kind: Kind, ids: Sequence[str]) -> list[Binned | None]:
    """Deleted records as lines, in the order asked; None for one that has come back."""
    from vnpresence_desktop.store import bin as trash

    names = names_at(desk)
    return [
        Binned(item.record.id, _line_name(name_of(item.record, names)), moment(item.at), item.actor, item.reason)
        if item
        else None
        for item in trash.some(desk.store, kind, ids)
    ]


def _line_name(name: str) -> str:
    return name[1:-1] if name.startswith("“") and name.endswith("”") and name.count("“") == 1 else name


def _may(kind: Kind) -> None:
    if kind in _STAYS:
        raise UserError(_STAYS[kind])


def _named(desk: Desk, kind: Kind, ids: Sequence[str]) -> str:
    """One record by its kind and name, several by their number."""
    from vnpresence_desktop.store import bin as trash

    if len(ids) != 1:
        return f"{show_number(len(ids))} {say('kind', kind)}"
    found = trash.kept(desk.store, kind, ids[0])
    return f"{say('kind', kind)} {name_of(found, names_at(desk)) if found else ''}".strip()


def _with(along: Iterable[tuple[Kind, str]]) -> str:
    counted = _counted(along)
    return f" cùng {counted}" if counted else ""


def _counted(along: Iterable[tuple[Kind, str]]) -> str:
    counts = Counter(kind for kind, _ in along)
    return ", ".join(f"{show_number(counts[kind])} {say('kind', kind)}" for kind in Kind if counts[kind])
