"""Records that stand under a day (help given, difficulties, confirmations …): found by words and days, newest first."""

from collections.abc import Sequence

from vnpresence_desktop.domain.fields import fields, to_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.domain.text import fold
from vnpresence_desktop.work.desk import Desk


def ids(desk: Desk, kind: Kind, text: str = "", first: str = "", last: str = "") -> list[str]:
    """Ids of the records of a kind with a field ``date``, newest first.

    Args:
        desk: see `Desk`.
        kind: e.g. ``Kind.DIFFICULTY``.
        text: every word must be found in some field, marks don't matter; "" for all.
        first: ISO day from which on; "" for the beginning.
        last: ISO day until which; "" for the end.
    """
    wanted = fold(text).split()
    dated = [(_day(item), item) for item in desk.store.all(kind)]
    held = [(day, item.id) for day, item in dated if first <= day <= (last or "9") and _holds(item, wanted)]
    return [record_id for _, record_id in sorted(held, reverse=True)]


def rows(desk: Desk, kind: Kind, names: Sequence[str], wanted: Sequence[str]) -> list[tuple[Value, ...]]:
    """These fields of the records of some ids, in the order asked; () for one that is gone."""
    held = {item.id: to_values(item) for item in desk.store.some(kind, wanted)}
    return [tuple(held[one][name] for name in names) if one in held else () for one in wanted]


def _day(record: Record) -> str:
    return str(to_values(record)["date"])


def _holds(record: Record, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    values = to_values(record)
    said = (str(values[info.name]) for info in fields(record.KIND) if info.type is str and info.name != "source")
    where = fold(" ".join(said))
    return all(word in where for word in wanted)
