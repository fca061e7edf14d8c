"""A desk at a new register, its day chosen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.desk import Desk, load_rules
from vnpresence_desktop.work.office import declare, set_up


@contextmanager
def new_desk(folder: Path, day: str = "2025-12-15", commune: str = "31299", preset: str = "nd09") -> Iterator[Desk]:
    """An office that was just set up."""
    moment = datetime.fromisoformat(f"{day}T08:30").replace(tzinfo=timezone(timedelta(hours=7)))
    store, _ = Store.create(folder / "register.db", folder / "pc", now=lambda: moment, actor="test")
    with store:
        desk = Desk(folder, store, load_rules(folder), lambda: moment)
        set_up(desk, declare(commune, preset, "Trần Thị Mỹ Hạnh", "CHỦ TỊCH"))
        yield desk


def put(desk: Desk, *records: Record) -> None:
    """Save records."""
    with desk.store.unit() as unit:
        for record in records:
            unit.put(record)
