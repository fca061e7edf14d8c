"""The fields of records as data: what the store, the forms and the lists know of each."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import get_type_hints

from vnpresence_desktop.domain.kinds import Kind, Need, Value
from vnpresence_desktop.domain.records import TYPES, Record


def column(name: str) -> str:
    """Name of a field outside Python: "from_" is the column and key "from"."""
    return name.rstrip("_")


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """What the program knows of a field.

    Attributes:
        name: as in the database and JSON.
        attribute: as in Python.
        type: str, int, bool or tuple.
        need: see `Need`.
        personal: shown masked unless asked for in full.
    """

    name: str
    attribute: str
    type: type
    need: Need
    personal: bool


@cache
def fields(kind: Kind) -> tuple[FieldInfo, ...]:
    """The fields of a kind in the order they are typed, without ``id``."""
    hints = get_type_hints(TYPES[kind])
    found = []
    for item in dataclasses.fields(TYPES[kind]):
        if item.name == "id":
            continue
        plain = next(base for base in (bool, int, str, tuple) if base.__name__ in str(hints[item.name]).split("[")[0])
        found.append(FieldInfo(column(item.name), item.name, plain, item.metadata["need"], item.metadata["personal"]))
    common = [info for info in found if info.name in ("source", "note")]
    return tuple([info for info in found if info not in common] + common)


def to_values(record: Record) -> dict[str, Value]:
    """A record as column → value, ``id`` first."""
    names, held = _reading(record.KIND)
    return dict(zip(names, held(record), strict=True))


@cache
def _reading(kind: Kind) -> tuple[tuple[str, ...], Callable[[Record], tuple[Value, ...]]]:
    known = fields(kind)
    return ("id", *(info.name for info in known)), attrgetter("id", *(info.attribute for info in known))


def from_values(kind: Kind, values: Mapping[str, Value]) -> Record:
    """A record from column → value; unknown columns are ignored, missing or None ones take the field's default."""
    known = {info.attribute: values[info.name] for info in fields(kind) if values.get(info.name) is not None}
    return TYPES[kind](id=str(values.get("id") or ""), **known)  # type: ignore[arg-type]
