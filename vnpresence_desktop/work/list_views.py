"""Lists under a name: which records and which columns; some come with the program, the rest are the office's own."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from vnpresence_desktop.domain import filters
from vnpresence_desktop.domain.domains import HELD
from vnpresence_desktop.domain.filters import Filter, OneOf
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import ListView
from vnpresence_desktop.domain.text import clean, fold
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_columns import offered
from vnpresence_desktop.work.list_filters import Wanted

LONGEST_NAME = 60
_CONDITION = "condition"
"""Key beside those of a filter: what the rules may say today."""


@dataclass(frozen=True, slots=True)
class SavedList:
    """A list under a name.

    Attributes:
        id: of the record it is kept in; "" for one that comes with the program.
        name: as shown.
        wanted: which records.
        columns: which columns in which order; empty: those that are shown anyway.
        ignored: what of it is not understood, e.g. of a newer program; then it shows more than was meant.
    """

    id: str
    name: str
    wanted: Wanted
    columns: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


_ACTIVE = OneOf("state", ("active",))


def built_in(kind: Kind) -> tuple[SavedList, ...]:
    """The lists that come with the program, for a group."""
    lists = {
        "Đủ điều kiện, chưa có tên miền": Wanted(Filter(has_registration=False), ("eligible",)),
        "Đã được cấp tên miền": Wanted(Filter(registration=HELD)),
        "Chưa tiếp cận": Wanted(Filter(one_of=(_ACTIVE,), reached=False)),
        "Thiếu điện thoại": Wanted(Filter(one_of=(_ACTIVE,), blank=("phone",))),
        "Chưa đối chiếu giấy tờ": Wanted(Filter(unconfirmed=True)),
        "Chưa đủ căn cứ xét": Wanted(Filter(), ("undetermined",)),
    }
    if kind is Kind.CITIZEN:
        lists["Cần xác nhận với nhà đăng ký"] = Wanted(Filter(), ("confirm",))
    return tuple(SavedList("", name, wanted) for name, wanted in lists.items())


def saved(desk: Desk, kind: Kind) -> tuple[SavedList, ...]:
    """The office's own lists of a group, by name."""
    return tuple(_read(item, kind) for item in desk.store.all(ListView) if item.of == kind)


def keep(desk: Desk, kind: Kind, name: str, wanted: Wanted, columns: Sequence[str]) -> SavedList:
    """Keep a list under a name; one of the same name is written over.

    Raises:
        UserError: no name, too long a name, the name of a list that comes with the program.
    """
    name = clean(name)
    if not name:
        raise UserError("Danh sách chưa có tên.", "Hãy gõ tên để sau này chọn lại, ví dụ “Ấp Một chưa tiếp cận”.")
    if len(name) > LONGEST_NAME:
        raise UserError(f"Tên danh sách dài quá {LONGEST_NAME} chữ.", "Hãy rút ngắn tên.")
    if any(fold(item.name) == fold(name) for item in built_in(kind)):
        raise UserError("Tên này là của danh sách có sẵn.", "Hãy đặt tên khác.")
    same = (item.id for item in desk.store.all(ListView) if item.of == kind and fold(item.name) == fold(name))
    record = ListView(id=next(same, ""), name=name, of=kind.value, filter=_write(wanted), columns=tuple(columns))
    with desk.store.unit(reason="Lưu danh sách") as unit:
        return _read(unit.put(record), kind)


def remove(desk: Desk, list_id: str) -> None:
    """Forget a list of the office's own; the records in it stay."""
    with desk.store.unit(reason="Xóa danh sách đã lưu") as unit:
        unit.delete(Kind.LIST_VIEW, list_id)


def _write(wanted: Wanted) -> str:
    content = json.loads(filters.write(wanted.filter))
    return json.dumps(content | ({_CONDITION: wanted.conditions} if wanted.conditions else {}), ensure_ascii=False)


def _read(record: ListView, kind: Kind) -> SavedList:
    conditions, rest = _conditions(record.filter)
    found = filters.read(rest, kind)
    known = offered(kind)
    columns = tuple(name for name in record.columns if name in known)
    return SavedList(record.id, record.name, Wanted(found.filter, conditions), columns, found.ignored)


def _conditions(text: str) -> tuple[tuple[str, ...], str]:
    """The conditions in a filter's text, and the text without them."""
    try:
        content = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return (), text
    codes = content.get(_CONDITION) if isinstance(content, dict) else None
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        return (), text
    return tuple(codes), json.dumps({key: value for key, value in content.items() if key != _CONDITION})
