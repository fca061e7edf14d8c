"""How a record lies in its table: columns, SQL, search text and sort key."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from json.encoder import encode_basestring as text_json
from operator import itemgetter
from typing import Any

from vnpresence_desktop.domain.fields import FieldInfo, fields
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Value
from vnpresence_desktop.domain.records import TYPES, Record
from vnpresence_desktop.domain.text import fold, name_sort_key, sort_key
from vnpresence_desktop.store.driver import Cell

_SEARCHED: Mapping[Kind, tuple[str, ...]] = {
    Kind.HOUSEHOLD: (
        "name", "owner", "hamlet", "certificate_no", "business_address", "home_address", "trade", "email", "website", "note",
    ),
    Kind.ENTERPRISE: ("name", "representative", "address", "hamlet", "trade", "email", "website", "note"),
    Kind.CITIZEN: ("name", "home_address", "hamlet", "school", "email", "website", "note"),
    Kind.REGISTRATION: ("label", "zone"),
}  # fmt: skip
_NUMBERS = ("id_number", "tax_code", "certificate_no", "phone")
_APART = " " * 4
"""Between numbers: no part of four signs that is looked for spans two of them."""
MOST_NUMBERS = 96
"""Signs of all numbers together that search looks in; only nonsense is longer."""
_PEOPLE = (Kind.CITIZEN, Kind.SIGNER)
_THINGS = (Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.HAMLET, Kind.LIST_VIEW)
_HAVING: Mapping[str, Collection[Kind]] = {"folded": _SEARCHED, "numbers": CANDIDATES, "sort": _PEOPLE + _THINGS}
_WORD = re.compile(r"[^\W_]+")
_NOT_DIGITS = re.compile(r"[^0-9]")

canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""JSON with one form for one content: sorted keys, no spaces, letters as they are."""


def empty(info: FieldInfo) -> Value:
    """What a field holds when nothing is known of it, whatever a new record begins with."""
    if info.type is str:
        return ""
    return () if info.type is tuple else None


def to_cell(value: Value) -> Cell:
    """A field's value as its column holds it."""
    if isinstance(value, tuple):
        return canonical(value) if value else "[]"
    return int(value) if isinstance(value, bool) else value


@lru_cache(maxsize=1 << 15)
def _words(part: str) -> tuple[str, ...]:
    # Kept, as names, streets and trades come again and again: a list of 100,000 rows has some thousand words.
    return tuple(_WORD.findall(fold(part)))


def search_words(text: str) -> list[str]:
    """The words of a text as search compares them: folded, letters and digits only, each once."""
    return list(dict.fromkeys(chain.from_iterable(map(_words, text.split(" ")))))


def search_text(kind: Kind, values: Mapping[str, Any]) -> str:
    """The words that search looks in, a space before each."""
    return " ".join(["", *search_words(" ".join([values[name] for name in _SEARCHED[kind] if values.get(name)]))])


def search_numbers(values: Mapping[str, Any]) -> str:
    """The digits of the numbers that search looks in by any part, each number once."""
    digits = [_digits(values[name]) for name in _NUMBERS if values.get(name)]
    return _APART.join(dict.fromkeys(filter(None, digits)))[:MOST_NUMBERS]


def _digits(number: str) -> str:
    return number if number.isascii() and number.isdecimal() else _NOT_DIGITS.sub("", number)


def order_text(kind: Kind, values: Mapping[str, Any]) -> str:
    """The sort key of a record: people by given name first, the rest by name."""
    return (name_sort_key if kind in _PEOPLE else sort_key)(values["name"])


@dataclass(frozen=True, slots=True)
class Table:
    """One kind's table.

    Attributes:
        name: the table, same as the kind.
        fields: what a record holds, without id.
        derived: columns computed from the others: "folded", "numbers", "sort", some or none.
        insert, select: SQL; ``select`` takes what follows, as "WHERE …".
        order: SQL that puts records in Vietnamese order, or in the order they came.
    """

    kind: Kind
    name: str
    fields: tuple[FieldInfo, ...]
    derived: tuple[str, ...]
    insert: str
    select: str
    order: str
    attributes: tuple[str, ...]
    decoders: tuple[tuple[int, type], ...]
    _held: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    _coded: tuple[int, ...]
    _born: tuple[tuple[str, Value, str], ...]

    def empty(self) -> dict[str, Value]:
        """Column → what an unknown record holds."""
        return {info.name: empty(info) for info in self.fields} | {"deleted": 0}

    def computed(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """The derived columns of a record's values, in the order of ``derived``."""
        return tuple(_DERIVED[name](self.kind, values) for name in self.derived)

    def row(self, record_id: str, values: Mapping[str, Any]) -> tuple[Cell, ...]:
        """The parameters of ``insert``."""
        cells = list(self._held(values))
        for place in self._coded:
            cells[place] = to_cell(cells[place])
        return (record_id, int(values.get("deleted") or 0), *cells, *self.computed(values))

    def birth(self, values: Mapping[str, Any]) -> str:
        """The patch of a new record: what `operations.patch_of` makes of every field that holds something."""
        changes = [
            begin + (text_json(value) if type(value) is str else canonical(value))
            for name, blank, begin in self._born
            if (value := values[name]) != blank
        ]
        return f"{{{'],'.join(changes)}]}}" if changes else "{}"

    def values(self, row: Sequence[Any]) -> dict[str, Any]:
        """A row of ``select`` as column → value, with ``id`` and ``deleted``."""
        cells = self._decoded(row)
        names = ("id", "deleted", *(info.name for info in self.fields))
        return dict(zip(names, cells, strict=True))

    def record(self, row: Sequence[Any]) -> Record:
        """A row of ``select`` as a record."""
        cells = self._decoded(row)
        del cells[1]
        return self._made(cells)

    def renamed(self, record_id: str, values: Mapping[str, Any]) -> Record:
        """A record of `to_values` under another id."""
        return self._made((record_id, *self._held(values)))

    def _made(self, cells: Iterable[Any]) -> Record:
        return TYPES[self.kind](**dict(zip(self.attributes, cells, strict=True)))

    def _decoded(self, row: Sequence[Any]) -> list[Any]:
        cells = list(row)
        for place, type_ in self.decoders:
            cell = cells[place]
            if type_ is bool:
                cells[place] = None if cell is None else bool(cell)
            else:
                cells[place] = () if cell == "[]" else tuple(json.loads(cell))
        return cells


_DERIVED: Mapping[str, Callable[[Kind, Mapping[str, Any]], str]] = {
    "folded": search_text,
    "numbers": lambda _, values: search_numbers(values),
    "sort": order_text,
}


def quoted(name: str) -> str:
    """A column's name in SQL; "from" is one."""
    return f'"{name}"'


@cache
def table(kind: Kind) -> Table:
    """The table of a kind."""
    columns = fields(kind)
    derived = tuple(name for name, kinds in _HAVING.items() if kind in kinds)
    stored = ["id", "deleted", *(info.name for info in columns)]
    marks = ",".join("?" * (len(stored) + len(derived)))
    return Table(
        kind=kind,
        name=kind.value,
        fields=columns,
        derived=derived,
        # Names come from our own records, never from what someone typed.
        insert=f"INSERT INTO {kind.value} ({','.join(map(quoted, [*stored, *derived]))}) VALUES ({marks})",  # noqa: S608
        select=f"SELECT {','.join(map(quoted, stored))} FROM {kind.value} ",  # noqa: S608
        order="ORDER BY sort, id" if "sort" in derived else "ORDER BY row_no",
        attributes=("id", *(info.attribute for info in columns)),
        decoders=tuple((place + 2, info.type) for place, info in enumerate(columns) if info.type in (bool, tuple)),
        _held=itemgetter(*(info.name for info in columns)),
        _coded=tuple(place for place, info in enumerate(columns) if info.type in (bool, tuple)),
        _born=tuple(
            (info.name, empty(info), f"{canonical(info.name)}:[{canonical(empty(info))},")
            for info in sorted(columns, key=lambda info: info.name)
        ),
    )
