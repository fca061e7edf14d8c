"""A register in a folder of its own, a clock that can be set, believable records."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from vnpresence_desktop.domain.dates import VIETNAM
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household, Session
from vnpresence_desktop.store import keys
from vnpresence_desktop.store.driver import Connection, inspect
from vnpresence_desktop.store.store import Store


@dataclasses.dataclass
class FakeClock:
    """A clock that stands until it is moved."""

    moment: datetime = datetime(2026, 1, 5, 8, 30, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)


@dataclasses.dataclass
class Place:
    """Where one PC keeps a register."""

    path: Path
    pc: Path
    clock: FakeClock
    code: str = ""

    def open(self, code: str | None = None, actor: str = "Lan") -> Store:
        return Store.open(self.path, self.pc, now=self.clock, actor=actor, code=code)

    def key(self) -> bytes:
        return keys.unlock(self.path, self.pc)

    def files(self) -> list[Path]:
        return [path for path in sorted(self.path.parent.rglob("*")) if path.is_file()]

    def hurt(self, *statements: str) -> None:
        """Do to the closed file what the program never does."""
        connection = inspect(self.path, self.key())
        for statement in statements:
            connection.execute(statement)
        connection.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def place(tmp_path: Path, clock: FakeClock) -> Place:
    """A closed, empty register."""
    place = Place(tmp_path / "Dữ liệu" / "register.db", tmp_path / "máy", clock)
    store, place.code = Store.create(place.path, place.pc, now=clock, actor="Lan")
    store.close()
    return place


@pytest.fixture
def other_pc(tmp_path: Path, clock: FakeClock) -> Place:
    """Another PC without any register."""
    return Place(tmp_path / "Máy khác" / "register.db", tmp_path / "máy hai", clock)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with place.open() as store:
        yield store


@pytest.fixture
def raw() -> Iterator[Callable[[Place], Connection]]:
    """Connections beside the store, closed at the end."""
    opened: list[Connection] = []

    def connection(place: Place) -> Connection:
        opened.append(inspect(place.path, place.key(), wait=0))
        return opened[-1]

    yield connection
    for connection_ in opened:
        connection_.close()


@pytest.fixture
def household() -> Callable[..., Household]:
    def make(number: int = 1, **changes: Any) -> Household:
        plain = Household(
            name=f"Tạp hóa Bảy Đông {number}",
            owner=f"Nguyễn Văn Đức {number}",
            hamlet="Khu vực 1",
            certificate_no=f"64A8{number:06d}",
            certificate_date="2024-03-02",
            id_number=f"0920800{number:05d}",
            business_address="12/3 Hoà Bình, phường Ninh Kiều",
            home_address="45 Lê Lợi, phường Cái Khế",
            trade="Bán lẻ tạp hóa",
            phone=f"0912{number:06d}",
            unconfirmed=("id_number",),
        )
        return dataclasses.replace(plain, **changes)

    return make


@pytest.fixture
def enterprise() -> Enterprise:
    return Enterprise(
        name="Công ty TNHH Ánh Dương",
        tax_code="1801234567",
        founded="2025-12-01",
        address="1 Trần Phú",
        representative="Lê Thị Ánh",
    )


@pytest.fixture
def citizen() -> Citizen:
    return Citizen(
        name="Trần Thị Ánh Nguyệt",
        birth_date="2005-05",
        hamlet="Ấp Thới Hòa",
        id_number="092305007777",
        union_member=False,
        note="ghi chú: gọi buổi chiều",
    )


@pytest.fixture
def session() -> Session:
    return Session(
        date="2025-11-20",
        form="conference",
        topic="Tên miền .id.vn",
        place="Hội trường UBND",
        host="Phòng Văn hóa – Xã hội",
        tasks=("I.2", "I.6"),
        officials=0,
        households=35,
        recorder="Lan",
    )
