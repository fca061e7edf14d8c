"""What a save costs: one record with its operation against one bare synced insert through the same encrypted driver."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.store.driver import Connection, connect
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.tables import to_cell

ROUNDS = 400
WARM_UP = 20


def household(number: int) -> Household:
    """A household as it is typed."""
    return Household(
        name=f"Tạp hóa Bảy Đông {number}",
        owner="Nguyễn Văn Đức",
        hamlet="Khu vực 1",
        certificate_no=f"64A8{number:06d}",
        certificate_date="2024-03-02",
        id_number=f"092080{number:06d}",
        birth_date="1980-02-03",
        sex="male",
        business_address="12/3 đường Nguyễn Trãi, khu vực 1, phường Ninh Kiều",
        home_address="45 Lê Lợi, phường Cái Khế, thành phố Cần Thơ",
        trade="Bán lẻ tạp hóa",
        phone=f"0912{number:06d}",
    )


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def save(store: Store, record: Household) -> None:
    """One record through the front door."""
    with store.unit() as unit:
        unit.put(record)


def bare_table(path: Path) -> Connection:
    """The same driver with nothing but a table of the same columns."""
    connection = connect(path, bytes(32), create=True)
    columns = ", ".join(f"{info.name} TEXT" for info in fields(Household.KIND))
    connection.execute(f"CREATE TABLE plain (number INTEGER PRIMARY KEY, {columns})")
    return connection


def insert(connection: Connection, record: Household) -> None:
    """One bare insert, synced when it returns."""
    cells: list[Any] = [to_cell(getattr(record, info.attribute)) for info in fields(Household.KIND)]
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"INSERT INTO plain VALUES (NULL, {','.join('?' * len(cells))})", cells)
    connection.execute("COMMIT")


def measure() -> dict[str, dict[str, Any]]:
    """``save_ratio``: medians of interleaved rounds, both on the same disk."""
    hour = timezone(timedelta(hours=7))
    with TemporaryDirectory() as folder:
        place = Path(folder)
        store, _ = Store.create(place / "register.db", place / "pc", now=lambda: datetime.now(hour), actor="bench")
        plain = bare_table(place / "plain.db")
        saves, inserts = [], []
        for number in range(ROUNDS):
            record = household(number)
            inserts.append(seconds(lambda record=record: insert(plain, record)))
            saves.append(seconds(lambda record=record: save(store, record)))
        plain.close()
        store.close()
    ratio = median(saves[WARM_UP:]) / median(inserts[WARM_UP:])
    return {"save_ratio": {"value": round(ratio, 2), "unit": "×", "aim": 3}}


if __name__ == "__main__":
    print(measure())
