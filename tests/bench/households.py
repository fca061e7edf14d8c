"""Generated registers of households for the measures: the same number gives the same people; names as they are in the delta.

Rows go straight into the table, without operations, in one transaction (100,000 by the front door take a minute); columns,
derived texts and indexes are made by the program itself, so that rows and index are what saving would have made.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from vnpresence_desktop.app import REGISTER
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.store.driver import Connection, connect
from vnpresence_desktop.store.keys import confirm_code, unlock
from vnpresence_desktop.store.search_schema import settle
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.tables import table
from vnpresence_desktop.work.demo import clock
from vnpresence_desktop.work.desk import Desk, load_rules
from vnpresence_desktop.work.office import declare, set_up

FAMILIES = {
    "Nguyễn": 31, "Trần": 11, "Lê": 9, "Phạm": 7, "Huỳnh": 5, "Võ": 5, "Phan": 4, "Trương": 3, "Bùi": 3, "Đặng": 3, "Đỗ": 2,
    "Ngô": 2, "Hồ": 2, "Dương": 2, "Đinh": 1, "Lý": 1, "Thạch": 1, "Sơn": 1, "Danh": 1, "Châu": 1, "Quách": 1, "Mai": 1,
}  # fmt: skip
MIDDLES = (
    ("Văn", "Hữu", "Minh", "Thanh", "Quốc", "Đức", "Hoàng", "Ngọc"),
    ("Thị", "Ngọc", "Kim", "Mỹ", "Thanh", "Thị Kim", "Bích"),
)
GIVEN = (
    "An Anh Ánh Ẩn Ân Bảo Bình Bửu Cảnh Châu Chiến Cúc Cường Diễm Dũng Duyên Đạt Đệ Đông Đức Giang Hà Hải Hạnh Hiền Hoa Hòa"
    " Hồng Huệ Hùng Hương Khánh Kiệt Lan Lành Liên Linh Loan Lộc Lợi Mai Mẫn Minh Mừng Mỹ Nam Năm Nga Ngân Nghĩa Nguyệt Nhàn"
    " Nhân Nhung Oanh Phát Phúc Phụng Phước Phương Quang Quân Quyên Sang Sáu Sương Tâm Tấn Thảo Thành Thắm Thu Thủy Tiên Tiền"
    " Trâm Trang Trí Trinh Tuấn Tuyết Út Vân Việt Vinh Vui Xuân Xuyến Yến Ý"
)
SHOPS = (
    "Tạp hóa", "Quán cà phê", "Quán ăn", "Tiệm may", "Cửa hàng vật tư nông nghiệp", "Sửa xe", "Hớt tóc", "Tiệm vàng", "Nhà trọ",
    "Trái cây", "Điện thoại", "Nhà thuốc", "Cơ khí", "Phân bón", "Bánh mì", "Quán nhậu", "Vựa lúa", "Trà sữa", "Quần áo",
    "Làng nghề bánh tráng",
)  # fmt: skip
TRADES = (
    "Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào", "Dịch vụ phục vụ đồ uống", "Cắt tóc, làm đầu, gội đầu",
    "Nhà hàng và các dịch vụ ăn uống phục vụ lưu động", "Sửa chữa mô tô, xe máy", "Bán buôn vật liệu xây dựng", "May trang phục",
    "Bán lẻ phân bón, thuốc trừ sâu", "Xay xát và sản xuất bột thô",
)  # fmt: skip
STREETS = (
    "Nguyễn Trãi", "Lê Lợi", "Hòa Bình", "Trần Hưng Đạo", "Lý Thường Kiệt", "30 Tháng 4", "Mậu Thân", "Nguyễn Văn Cừ",
    "Cách Mạng Tháng 8",
)  # fmt: skip
_COMMUNE = "xã Thới Lai, thành phố Cần Thơ"
HAMLETS = tuple(f"Khu vực {number}" for number in range(1, 9)) + tuple(
    f"Ấp {name}"
    for name in ("Thới Phước", "Thới Hòa", "Thới Bình", "Đông Hưng", "Trường Thọ", "Định Khánh", "Mỹ Ái", "Nhơn Phú")
)
_PHONES = (
    "090",
    "091",
    "093",
    "094",
    "096",
    "097",
    "098",
    "032",
    "033",
    "034",
    "070",
    "077",
    "079",
    "081",
    "085",
    "086",
)


def households(count: int, seed: int = 103) -> Iterator[Household]:
    """So many households, always the same for the same count."""
    chance = random.Random(seed)
    given_names = GIVEN.split()
    families, weights = list(FAMILIES), list(FAMILIES.values())
    for number in range(1, count + 1):
        male = chance.random() < 0.5
        given = chance.choice(given_names)
        (family,) = chance.choices(families, weights)
        born = date(1950, 1, 1) + timedelta(days=chance.randrange(19_700))
        hamlet, street = chance.choice(HAMLETS), chance.choice(STREETS)
        shop = given if chance.random() < 0.6 else f"{chance.choice(given_names)} {chance.choice(given_names)}"
        yield Household(
            id=f"{number:08x}-0000-7000-8000-{chance.randrange(16**12):012x}",
            name=f"{chance.choice(SHOPS)} {shop}" + (f" {chance.randrange(2, 30)}" if chance.random() < 0.2 else ""),
            owner=f"{family} {chance.choice(MIDDLES[0 if male else 1])} {given}",
            hamlet=hamlet,
            certificate_no=f"57{chance.choice('ABCDEGH')}8{number % 1_000_000:06d}",
            certificate_date=(date(2005, 1, 1) + timedelta(days=chance.randrange(7_500))).isoformat(),
            id_number=_id_number(chance, born, male=male),
            birth_date=born.isoformat(),
            sex="male" if male else "female",
            tax_code=f"8{chance.randrange(10**9):09d}" if chance.random() < 0.7 else "",
            business_address=f"{chance.randrange(1, 400)}/{chance.randrange(1, 30)} {street}, {hamlet}, {_COMMUNE}",
            home_address=f"{chance.randrange(1, 400)} {chance.choice(STREETS)}, {chance.choice(HAMLETS)}, {_COMMUNE}",
            trade=chance.choice(TRADES),
            phone=f"{chance.choice(_PHONES)}{chance.randrange(10**7):07d}",
            email=f"{family}{given}{born.year}{number % 997}@gmail.com".casefold() if chance.random() < 0.3 else "",
            wish=chance.choice(("unknown", "unknown", "wants", "declined", "has_site")),
            source="file:ho-kinh-doanh.xlsx",
        )  # fmt: skip


def _id_number(chance: random.Random, born: date, *, male: bool) -> str:
    province = chance.choice((92, 92, 92, 93, 94, 91))
    return f"0{province}{born.year // 2000 * 2 + (not male)}{born.year % 100:02d}{chance.randrange(10**6):06d}"


def fill(connection: Connection, count: int) -> None:
    """Put households into an open register's table, and into the index, as units of work do at their end."""
    home = table(Household.KIND)
    connection.execute("PRAGMA cache_size=-262144").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    for record in households(count):
        connection.execute(home.insert, home.row(record.id, to_values(record)))
    settle(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def make_register(folder: Path, pc_folder: Path, count: int) -> None:
    """A register of so many households in a folder, with its office; takes some 0.3 ms a household."""
    path = folder / REGISTER
    store, code = Store.create(path, pc_folder, now=clock, actor="bench")
    with store:
        office = declare("31135", "nd09", "Lê Văn Ánh", "CHỦ TỊCH", HAMLETS)
        set_up(Desk(folder, store, load_rules(folder), clock), office)
    confirm_code(path, code)
    connection = connect(path, unlock(path, pc_folder))
    fill(connection, count)
    connection.close()
