"""Which records a list shows, as data: frozen, comparable, kept as JSON text with a list view; every condition must hold.

What needs the rules of law (entitled, about to lose it) is no condition here: who asks gives the ids that may be shown.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from vnpresence_desktop.domain.fields import fields as record_fields
from vnpresence_desktop.domain.kinds import Kind

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field holds one of these values, as stored."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The field's date lies in a span, both days included; a partial date does where any of its days may.

    Attributes:
        field: a field of dates.
        since, until: ISO dates, partial ones too; "" for open.
    """

    field: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What records of a group must be; what is left out does not matter.

    Attributes:
        text: as typed: every word must be found, accents and case aside.
        one_of, between: see `OneOf`, `Between`; e.g. ``OneOf("hamlet", ("Khu vực 1",))``, ``OneOf("state", ("active",))``.
        blank, filled: fields that hold nothing, fields that hold something.
        unconfirmed: whether some field was mended by the program and not confirmed since.
        accepted: whether some warning was let stand.
        has_registration: whether there is any registration of a domain.
        registration: states, one of which a registration must have.
        reached: whether an outreach session reached it.
        session: id of the session that ``reached`` speaks of, "" for any; alone it means reached by it.
        updated_since: ISO date: something was changed on that day or later.
    """

    text: str = ""
    one_of: tuple[OneOf, ...] = ()
    between: tuple[Between, ...] = ()
    blank: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    unconfirmed: bool | None = None
    accepted: bool | None = None
    has_registration: bool | None = None
    registration: tuple[str, ...] = ()
    reached: bool | None = None
    session: str = ""
    updated_since: str = ""


@dataclass(frozen=True, slots=True)
class ReadFilter:
    """A filter as it could be read.

    Attributes:
        filter: what was understood.
        ignored: keys and fields that were not, e.g. of a newer program; where there are any the list shows more than was meant.
    """

    filter: Filter
    ignored: tuple[str, ...] = ()


def write(filter_: Filter) -> str:
    """A filter as JSON text: an object of what it asks for, "{}" for one that asks for nothing."""
    content: dict[str, Any] = {
        item.name: getattr(filter_, item.name)
        for item in fields(filter_)
        if getattr(filter_, item.name) != item.default
    }
    if filter_.one_of:
        content["one_of"] = [[item.field, *item.values] for item in filter_.one_of]
    if filter_.between:
        content["between"] = [[item.field, item.since, item.until] for item in filter_.between]
    return _JSON.encode(content)


def read(text: str, kind: Kind) -> ReadFilter:
    """A filter of a kind from JSON text; whatever is not understood is left out and named, nothing is raised."""
    try:
        content = json.loads(text or "{}")
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        return ReadFilter(Filter(), ("*",))
    known = {info.name for info in record_fields(kind)}
    found: dict[str, Any] = {}
    ignored: list[str] = []
    for key, value in content.items():
        reader = _READERS.get(key)
        understood = reader(value, known) if reader else None
        if understood is None:
            ignored.append(key)
            continue
        found[key], unknown = understood
        ignored += (f"{key}.{name}" for name in unknown)
    return ReadFilter(Filter(**found), tuple(ignored))


_Understood = tuple[Any, list[str]] | None
"""A value and the names in it that are no fields of the kind; None where it makes no sense at all."""


def _text(value: Any, _: set[str]) -> _Understood:
    return (value, []) if isinstance(value, str) else None


def _truth(value: Any, _: set[str]) -> _Understood:
    return (value, []) if isinstance(value, bool) else None


def _texts(value: Any, _: set[str]) -> _Understood:
    return (tuple(value), []) if _is_texts(value) else None


def _names(value: Any, known: set[str]) -> _Understood:
    if not _is_texts(value):
        return None
    return tuple(name for name in value if name in known), [name for name in value if name not in known]


def _one_of(value: Any, known: set[str]) -> _Understood:
    return _conditions(value, known, 2, lambda entry: OneOf(entry[0], tuple(entry[1:])))


def _between(value: Any, known: set[str]) -> _Understood:
    return _conditions(value, known, 3, lambda entry: Between(*entry[:3]))


def _conditions(value: Any, known: set[str], least: int, make: Callable[[list[str]], OneOf | Between]) -> _Understood:
    if not isinstance(value, list) or not all(_is_texts(entry) and len(entry) >= least for entry in value):
        return None
    made = tuple(make(entry) for entry in value if entry[0] in known)
    return made, [entry[0] for entry in value if entry[0] not in known]


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_READERS: Mapping[str, Callable[[Any, set[str]], _Understood]] = {
    "text": _text,
    "one_of": _one_of,
    "between": _between,
    "blank": _names,
    "filled": _names,
    "unconfirmed": _truth,
    "accepted": _truth,
    "has_registration": _truth,
    "registration": _texts,
    "reached": _truth,
    "session": _text,
    "updated_since": _text,
}
