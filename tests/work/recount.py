"""The figures of a report counted a second way: plain loops over exported rows, sharing nothing with the program.

Written from the meanings of the figures alone. A row is what an export holds: column → value, dates as ISO text (a partial
one is "2003" or "2003-05"), lists as lists or tuples, None or "" for what is not known.
"""

Row = dict[str, object]
Counted = tuple[int, "int | None", int, "int | None"]
"""In the period: value and divisor; cumulative: value and divisor."""

GROUPS = ("household", "enterprise", "citizen")
_BEGUN = {"household": "certificate_date", "enterprise": "founded"}
_AUDIENCES = ("officials", "households", "enterprises", "youths", "others")


def recount(
    rows: dict[str, list[Row]],
    period_first: str,
    period_last: str,
    programme_first: str,
    eligible_ids: dict[str, set[str]],
    period: str = "2025-Q4",
) -> dict[str, Counted]:
    """Count every figure.

    Args:
        rows: kind of record ("household", "enterprise", "citizen", "session", "reach", "registration", "support",
            "confirmation", "base_figure") → rows; a kind may be missing.
        period_first, period_last: ISO days of the period as reported, both included.
        programme_first: ISO day on which the cumulative figures begin.
        eligible_ids: group → ids of those whose condition is eligible on the last day.
        period: id of the period, picks the base figures.

    Returns:
        Figure id → see `Counted`.
    """
    within = _flows(rows, period_first, period_last)
    so_far = _flows(rows, programme_first, period_last)
    stock = _stocks(rows, period_last, eligible_ids, period)
    counted: dict[str, Counted] = {}
    for group in GROUPS:
        present, eligible = stock[f"present_{group}"], stock[f"eligible_{group}"]
        counted[f"present_{group}"] = (present, None, present, None)
        counted[f"eligible_{group}"] = (eligible, present, eligible, present)
        divisors = {f"reached_{group}": present, f"proposed_{group}": present, f"registered_{group}": eligible}
        for name in [name for name in within if name.endswith("_" + group)]:
            counted[name] = (within[name], divisors.get(name), so_far[name], divisors.get(name))
    for name in within:
        counted.setdefault(name, (within[name], None, so_far[name], None))
    return counted


def _stocks(rows: dict[str, list[Row]], last: str, eligible_ids: dict[str, set[str]], period: str) -> dict[str, int]:
    found = {}
    for group in GROUPS:
        here = [row for row in rows.get(group, []) if _is_here(row, _BEGUN.get(group), last)]
        found[f"present_{group}"] = len(here)
        found[f"eligible_{group}"] = len([row for row in here if row["id"] in eligible_ids.get(group, set())])
    known: dict[str, Row] = {}
    for row in rows.get("base_figure", []):
        group = str(row["kind"])
        later = group not in known or _stamp(row) > _stamp(known[group])
        if row["period"] == period and row["total"] is not None and later:
            known[group] = row
            found[f"present_{group}"] = int(str(row["total"]))
    return found


def _stamp(row: Row) -> tuple[str, str]:
    return str(row["as_of"]), str(row["id"])


def _is_here(row: Row, begun: str | None, last: str) -> bool:
    """Active at the last day, and begun by then; a partial date may be its first day."""
    changed = str(row.get("state_on") or "")
    active = row["state"] == "active" or (bool(changed) and _first_day(changed) > last)
    start = str(row.get(begun) or "") if begun else ""
    return active and (not start or _first_day(start) <= last)


def _first_day(iso: str) -> str:
    return iso + "-01" * ((10 - len(iso)) // 3)


def _flows(rows: dict[str, list[Row]], first: str, last: str) -> dict[str, int]:
    def inside(value: object) -> bool:
        return isinstance(value, str) and len(value) == 10 and first <= value <= last

    sessions = [row for row in rows.get("session", []) if inside(row["date"])]
    found = {"sessions": len(sessions)}
    for name in _AUDIENCES:
        found[f"audience_{name}"] = _total(sessions, name)
    found["broadcasts"] = _total(sessions, "broadcasts")
    found["cost"] = _total(sessions, "cost")
    for kind in ("support", "confirmation"):
        found[f"{kind}s"] = len([row for row in rows.get(kind, []) if inside(row["date"])])
    held = {row["id"] for row in sessions}
    met = {row["candidate"] for row in rows.get("reach", []) if row["session"] in held}
    for group in GROUPS:
        ids = {row["id"] for row in rows.get(group, [])}
        own = [row for row in rows.get("registration", []) if row["candidate"] in ids]
        granted = [row for row in own if inside(row["registered_on"])]
        refused = [row for row in own if row["state"] == "refused" and inside(row["state_on"] or row["proposed_on"])]
        found[f"reached_{group}"] = len(ids & met)
        found[f"proposed_{group}"] = len({row["candidate"] for row in own if inside(row["proposed_on"])})
        found[f"registered_{group}"] = len({row["candidate"] for row in granted})
        found[f"refused_{group}"] = len(refused)
        for service in ("website", "email", "blog", "cv"):
            found[f"services_{service}_{group}"] = len([row for row in granted if service in _many(row["services"])])
    return found


def _total(rows: list[Row], name: str) -> int:
    return sum(int(str(row[name])) for row in rows if row[name] is not None)


def _many(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()
