"""Rules of law as data: dated entries, read from TOML, never edited, only added.

An entry says who is entitled, by which text, and on which days the domain is free. The day of the act picks the entry; the
id of the entry that judged is stored with the record.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import UserError


@dataclass(frozen=True, slots=True)
class AgeBands:
    """Bands of age in whole years, where a text leaves room for reading.

    Attributes:
        start: entitled from this birthday on.
        certain: surely entitled up to this birthday, the day itself included.
        confirm_before: to be confirmed with the registrar from the day after, up to the day before this birthday.
        annex_before: only by the plan's annex from there, up to the day before this birthday.
        annex_basis: the text of the annex.
    """

    start: int
    certain: int
    confirm_before: int
    annex_before: int
    annex_basis: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry.

    Attributes:
        id: unique, stored with what it judged.
        group: household, enterprise or citizen.
        domain: zone, "biz.vn" or "id.vn".
        valid_from, valid_until: first and last day of the free period.
        confirmed: False for an extension that is only heard of.
        basis: citation of the condition.
        free_basis: citation of the free period.
        needs: fields without which nothing can be said.
        within_years: an enterprise's age at most, in years; None where there is no such bound.
        age: bands of age; None where age does not matter.
    """

    id: str
    group: Kind
    domain: str
    valid_from: date
    valid_until: date
    confirmed: bool
    basis: str
    free_basis: str
    needs: tuple[str, ...]
    within_years: int | None = None
    age: AgeBands | None = None


_RULE_KEYS: Mapping[str, type] = {
    "id": str,
    "group": str,
    "domain": str,
    "valid_from": date,
    "valid_until": date,
    "basis": str,
    "free_basis": str,
    "needs": list,
}
_BOUND_KEYS: Mapping[str, Mapping[str, type]] = {
    "household": {},
    "enterprise": {"within_years": int},
    "citizen": {"age": dict},
}
"""What an entry of each group must also say: without its bound it would judge wrongly."""
_AGE_KEYS: Mapping[str, type] = {
    "start": int,
    "certain": int,
    "confirm_before": int,
    "annex_before": int,
    "annex_basis": str,
}
_LONGEST = 150
"""Years of age or of existence beyond which a bound is a typing error."""


def parse(text: str) -> tuple[Rule, ...]:
    """Read a rules file.

    Args:
        text: TOML with ``[[rule]]`` tables, see `Rule` for the keys. A key that this program does not know is refused: it may
            be a condition, and a verdict without it would be wrong.

    Raises:
        UserError: the text is no such file (an office can bring one in by USB).
    """
    try:
        entries = tomllib.loads(text.removeprefix("\ufeff")).get("rule")
    except (ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise _fault(f"dòng {line[1]}, viết sai cú pháp" if line else "viết sai cú pháp") from error
    if not isinstance(entries, list) or not entries:
        raise _fault("không có quy định nào (mục [[rule]])")
    return tuple(_rule(entry, f"quy định thứ {place}") for place, entry in enumerate(entries, 1))


def _fault(what: str) -> UserError:
    return UserError(
        "Không đọc được tệp quy định.",
        f"Chỗ sai: {what}. Hãy xin lại tệp từ nơi đã cung cấp, hoặc cập nhật chương trình rồi thử lại.",
    )


def _rule(entry: object, where: str) -> Rule:
    if not isinstance(entry, dict):
        raise _fault(where)
    group = entry.get("group")
    if not isinstance(group, str) or group not in CANDIDATES:
        raise _fault(f"{where}, mục “group”")
    values = _checked(entry, {**_RULE_KEYS, **_BOUND_KEYS[group]}, {"confirmed": bool}, where)
    if values["valid_until"] < values["valid_from"]:
        raise _fault(f"{where}, “valid_until” trước “valid_from”")
    known = {info.attribute for info in fields(Kind(group))}
    if any(not isinstance(name, str) or name not in known for name in values["needs"]):
        raise _fault(f"{where}, mục “needs”")
    if not 1 <= values.get("within_years", 1) <= _LONGEST:
        raise _fault(f"{where}, mục “within_years”")
    age = _age(values["age"], where) if "age" in values else None
    standing = {"confirmed": True} | values
    return Rule(**standing | {"group": Kind(group), "needs": tuple(values["needs"]), "age": age})


def _age(table: dict[str, Any], where: str) -> AgeBands:
    bands = AgeBands(**_checked(table, _AGE_KEYS, {}, f"{where}, mục “age”"))
    if not 1 <= bands.start <= bands.certain < bands.confirm_before <= bands.annex_before <= _LONGEST:
        raise _fault(f"{where}, các tuổi ở mục “age” không tăng dần")
    return bands


def _checked(
    table: dict[str, Any], required: Mapping[str, type], optional: Mapping[str, type], where: str
) -> dict[str, Any]:
    """The table itself, once every key is there, known, and of its exact type (a bool is no int, a time no date)."""
    known = {**required, **optional}
    for name in (*required, *table):
        if name not in table:
            raise _fault(f"{where}, thiếu mục “{name}”")
        if name not in known:
            raise _fault(f"{where}, mục lạ “{name}”")
        if type(table[name]) is not known[name] or table[name] == "":
            raise _fault(f"{where}, mục “{name}” sai kiểu hoặc để trống")
    return table


def merge(*files: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules of several files as one set.

    Raises:
        UserError: two files give different entries under one id: an entry is never edited.
    """
    merged: dict[str, Rule] = {}
    for rule in (rule for rules in files for rule in rules):
        if merged.setdefault(rule.id, rule) != rule:
            raise UserError(
                f"Quy định “{rule.id}” có hai nội dung khác nhau.",
                "Một quy định đã ban hành không được sửa; hãy thêm quy định mới với mã khác.",
            )
    return tuple(merged.values())


def pick(rules: Iterable[Rule], group: Kind, day: date) -> Rule | None:
    """The entry that judges an act of that day.

    It is the one in force, a confirmed one before a heard-of one, the later before the earlier. On a day without any, the
    last one that began before still says who is entitled (though nothing is free), else the first to come.
    """
    own = [rule for rule in rules if rule.group == group]
    in_force = [rule for rule in own if rule.valid_from <= day <= rule.valid_until]
    if in_force:
        return max(in_force, key=lambda rule: (rule.confirmed, rule.valid_from, rule.id))
    begun = [rule for rule in own if rule.valid_from <= day]
    if begun:
        return max(begun, key=lambda rule: (rule.valid_from, rule.id))
    return min(own, key=lambda rule: (rule.valid_from, rule.id), default=None)
