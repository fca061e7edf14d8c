"""Small registers on disk, opened as the composition root opens them, for tests of what an officer does."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from vnpresence_desktop.domain.records import Citizen, Enterprise, Household, Office, Record, Session
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.desk import Desk, load_rules

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=7)))
OFFICE = Office(commune="31299", preparer="Lê Thị Mai", programme="kh-103-can-tho")

SHOP = Household(name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", certificate_no="57A8000001")
CAFE = Household(name="Cà phê Đông", owner="Trần Văn Đông", hamlet="Ấp Hai", id_number="092080000123")
FIRM = Enterprise(
    name="Công ty TNHH Vĩnh Thạnh", tax_code="1801234564", address="Ấp Một", representative="Võ An", hamlet="Ấp Một"
)
YOUTH = Citizen(name="Nguyễn Thị Thủy", birth_date="2004-05-06", hamlet="Ấp Hai", id_number="092304000456")
TWIN = Citizen(name="Nguyễn Thị Thủy", birth_date="2005-07-08", hamlet="Ấp Một", id_number="092305000789")
PEOPLE = (SHOP, CAFE, FIRM, YOUTH, TWIN)

SESSION = Session(
    date="2026-11-20",
    form="conference",
    topic="Tên miền biz.vn cho hộ kinh doanh",
    place="Nhà văn hóa ấp Một",
    host="Ủy ban nhân dân xã",
    tasks=("I.6",),
    officials=3,
    households=2,
    enterprises=1,
    youths=2,
    others=0,
    recorder="Lê Thị Mai",
)


def clock() -> datetime:
    return NOW


@contextmanager
def desk_with(folder: Path, records: Iterable[Record] = (), *, new: bool = True) -> Iterator[Desk]:
    """An open desk over the register in a folder, a new one or that which is there, with these records added."""
    path, pc = folder / "register.db", folder / "pc"
    opened = Store.create(path, pc, now=clock, actor="thu")[0] if new else Store.open(path, pc, now=clock, actor="thu")
    with opened as store:
        with store.unit() as unit:
            for record in records:
                unit.put(record)
        yield Desk(folder, store, load_rules(folder), clock)
