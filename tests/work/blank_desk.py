"""A desk over an empty register, whose clock goes on by a minute whenever it is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.desk import Desk, load_rules

START = datetime(2026, 11, 24, 8, 0, tzinfo=timezone(timedelta(hours=7)))


@contextmanager
def blank_desk(folder: Path) -> Iterator[Desk]:
    """Open until it is left."""
    minutes = count()

    def now() -> datetime:
        return START + timedelta(minutes=next(minutes))

    store, _ = Store.create(folder / "register.db", folder / "pc", now=now, actor="officer")
    with store:
        yield Desk(folder, store, load_rules(folder), lambda: START)
