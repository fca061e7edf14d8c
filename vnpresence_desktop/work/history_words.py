"""What the log holds, in Vietnamese: names of records, values of fields, sentences of what was done to them."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, cast

from vnpresence_desktop.domain import acceptance
from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Value
from vnpresence_desktop.domain.periods import parse_period
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.domain.report import show_number
from vnpresence_desktop.work.listing import mask_original, mask_personal
from vnpresence_desktop.work.texts import label, say, source_words

Names = Callable[[str], str]
"""Id of a candidate or session → its name; "" for one that is not known."""
Changes = Mapping[str, tuple[Value, Value]]

_CODES = {
    "wish": "wish", "sex": "sex", "legal_form": "legal_form", "form": "form", "channel": "channel", "basis": "basis",
    "confirmed_by": "confirmed_by", "proposal_verdict": "condition", "registration_verdict": "condition",
    "preset": "preset", "services": "service", "of": "kind",
}  # fmt: skip
"""Field → section of texts that says its codes."""
_CODES_OF = {
    (Kind.CITIZEN, "state"): "state_citizen",
    (Kind.REGISTRATION, "state"): "registration_state",
    (Kind.REPORT, "state"): "report_state",
    (Kind.SUPPORT, "matter"): "matter",
    (Kind.BASE_FIGURE, "kind"): "kind",
}
_POINTERS = ("candidate", "session", "one", "other")
_BLIND = ("content", "filter", "columns")
"""Told to have changed, but not how: nobody reads them."""
_SILENT = ("content_hash", "pdf_hash", "xlsx_hash")
_ID_LIKE = re.compile(r"\d{12}")
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")
_DAYS = ("date", "founded", "from", "until", "as_of")
_LONGEST = 60
_MOST_ITEMS = 4
_BLANK = ("", None, ())


def moment(at: str) -> str:
    """An operation's time as shown, e.g. "10/11/2026 08:30"."""
    return datetime.fromisoformat(at).strftime("%d/%m/%Y %H:%M")


def name_of(record: Record, names: Names) -> str:
    """What a record is called, in quotation marks where the words are the office's own; never a personal number."""
    if record.KIND in _NAMES:
        return _NAMES[record.KIND](record, names)
    return f"“{short(name)}”" if (name := str(getattr(record, "name", ""))) else ""


def _period(period: str) -> str:
    """A period's title, e.g. "quý IV năm 2025"; what is none as it stands."""
    try:
        return parse_period(period).title
    except UserError:
        return period


def short(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


_NAMES: Mapping[Kind, Callable[[Any, Names], str]] = {
    Kind.SESSION: lambda item, _: f"“{short(item.topic)}” ngày {show(item.date)}",
    Kind.REGISTRATION: lambda item, _: f"{item.label or '…'}.{item.zone}",
    Kind.SUPPORT: lambda item, names: f"{words(Kind.SUPPORT, 'matter', item.matter, names)} ngày {show(item.date)}",
    Kind.CONFIRMATION: lambda item, _: f"“{short(item.requester)}” ngày {show(item.date)}",
    Kind.DIFFICULTY: lambda item, _: f"“{short(item.matter)}”",
    Kind.REACH: lambda item, names: names(item.candidate),
    Kind.DISTINCTION: lambda item, names: names(item.one),
    Kind.TASK_REPORT: lambda item, _: f"mục {item.task}, {_period(item.period)}",
    Kind.NARRATIVE: lambda item, _: f"mục {item.section}, {_period(item.period)}",
    Kind.BASE_FIGURE: lambda item, _: f"{say('kind', item.kind)}, {_period(item.period)}",
    Kind.REPORT: lambda item, _: _period(item.period),
}
"""Kinds without a field ``name``."""


# -- values


def words(kind: Kind, field: str, value: Value, names: Names) -> str:
    """A field's value as a person reads it: codes in words, dates day first, personal values masked."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return show_number(value)
    if isinstance(value, tuple):
        return "; ".join(_item(field, item) for item in value)
    text = value or ""
    if field in _POINTERS:
        return names(text).strip("“”") or "không rõ"
    return short(_shown(kind, field, text))


def _item(field: str, item: str) -> str:
    if field == "unconfirmed":
        return label(item)
    if field == "accepted":
        kept = next(iter(acceptance.read((item,))), None)
        return f"{label(kept.field)}: {kept.reason}" if kept else item
    if field == "originals":
        name, _, text = item.partition(":")
        return f"{label(name)}: “{mask_original(name, text)}”"
    return say(_CODES[field], item) if field in _CODES else item


def _shown(kind: Kind, field: str, text: str) -> str:
    section = _CODES_OF.get((kind, field)) or _CODES.get(field) or ("state" if field == "state" else "")
    if section:
        return say(section, text)
    if field == "source":
        return source_words(text)
    if field in _personal(kind) or _ID_LIKE.fullmatch(text):
        return mask_personal(field, text)
    return show(text) if (field in _DAYS or field.endswith(("_on", "_date"))) and _DAY.fullmatch(text) else text


def _personal(kind: Kind) -> set[str]:
    return {info.name for info in fields(kind) if info.personal}


# -- sentences


def changes_told(kind: Kind, changes: Changes, names: Names) -> str:
    """What became of a record's fields, e.g. "sửa số điện thoại “…678” → “…321”; bổ sung email “…@example.vn”"."""
    parts = list(_parts(kind, changes, names))
    rest = len(parts) - _MOST_ITEMS
    if rest > 1:
        parts = [*parts[:_MOST_ITEMS], f"và {rest} ô khác"]
    return "; ".join(parts)


def _parts(kind: Kind, changes: Changes, names: Names) -> Iterator[str]:
    order = {info.name: place for place, info in enumerate(fields(kind))}
    for field in sorted(changes.keys() & order.keys() - set(_SILENT), key=order.__getitem__):
        old, new = changes[field]
        if field in _BLIND:
            yield f"sửa {label(field)}"
        elif old in _BLANK:
            yield f"bổ sung {label(field)} “{words(kind, field, new, names)}”"
        elif new in _BLANK:
            yield f"bỏ {label(field)} “{words(kind, field, old, names)}”"
        else:
            yield f"sửa {label(field)} “{words(kind, field, old, names)}” → “{words(kind, field, new, names)}”"


def operation_told(kind: Kind, changes: Changes, names: Names, *, made: bool) -> str:
    """What one operation did to a record.

    Args:
        kind: of the record.
        changes: field → (before, after), with "deleted".
        names: see `Names`.
        made: the record was new.
    """
    if made:
        source = cast("str", changes.get("source", ("", ""))[1])
        return f"thêm vào sổ ({source_words(source)})" if source and kind in CANDIDATES else "thêm vào sổ"
    told = changes_told(kind, changes, names)
    if "deleted" not in changes:
        return told or "lập lại tệp"
    moved = "xóa" if changes["deleted"][1] else "khôi phục"
    return f"{moved}; {told}" if told else moved
