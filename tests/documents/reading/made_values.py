"""Cells of made lists: persons, businesses and what belongs to them. Nobody in them is real."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from vnpresence_desktop.domain.kinds import Kind

_SURNAMES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Võ",
    "Phan",
    "Đặng",
    "Bùi",
    "Danh",
    "Thạch",
    "Lâm",
    "Sơn",
    "Kim",
    "Đoàn",
)
_MIDDLES = ("Văn", "Thị", "Hoàng", "Minh", "Thanh", "Ngọc", "Thị Mỹ", "Quốc", "Kim", "Hữu")
_GIVEN = (
    "An",
    "Bảy",
    "Út",
    "Hùng",
    "Lan",
    "Tường",
    "Quân",
    "Đức",
    "Nhãn",
    "Tiên",
    "Khánh",
    "Phượng",
    "Sáu",
    "Ý",
    "Xuân",
)
_SHOPS = (
    "Tạp hóa",
    "Quán ăn",
    "Tiệm tóc",
    "Cửa hàng",
    "Vật tư nông nghiệp",
    "Cơ sở may",
    "HKD",
    "Nhà trọ",
    "Điện máy",
    "Cà phê",
)
_FIRMS = ("Công ty TNHH", "Công ty TNHH MTV", "Công ty CP", "DNTN", "HTX Nông nghiệp", "Chi nhánh Công ty TNHH")
_PLACES = ("Thới Phước", "Thới Hòa", "Mỹ Ái", "Rạch Gừa", "Xẻo Xào", "Bình Yên", "Phú Nhiêu", "Trường Thọ")
_STREETS = ("Nguyễn Huệ", "Lý Thường Kiệt", "30 Tháng 4", "Đường tỉnh 922", "Trần Hưng Đạo")
_TRADES = (
    "Bán lẻ tạp hóa",
    "Ăn uống",
    "Cắt tóc",
    "Sửa chữa xe máy",
    "May mặc",
    "Bán lẻ phân bón, thuốc bảo vệ thực vật",
)
_SCHOOLS = ("THPT Thới Lai", "ĐH Cần Thơ", "CĐ Y tế Cần Thơ", "Trường Cao đẳng nghề", "Lao động tự do")


def person(pick: Random) -> str:
    """A name, now and then in capitals."""
    name = " ".join((pick.choice(_SURNAMES), pick.choice(_MIDDLES), pick.choice(_GIVEN)))
    return name.upper() if pick.random() < 0.2 else name


def hamlet(pick: Random) -> str:
    """Ấp …"""
    return f"{pick.choice(('Ấp', 'Ấp', 'Khu vực', 'ấp'))} {pick.choice(_PLACES)}"


def _address(pick: Random) -> str:
    street = f"{pick.randint(1, 400)} {pick.choice(_STREETS)}"
    return pick.choice(
        (f"{street}, phường Thốt Nốt", f"Số {pick.randint(1, 90)}, {hamlet(pick)}, xã Thới Lai", hamlet(pick))
    )


def _day(first: int, last: int) -> Callable[[Random], Any]:
    def make(pick: Random) -> Any:
        day = date(first, 1, 1) + timedelta(days=pick.randrange(365 * (last - first)))
        return pick.choice((day, f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}"))

    return make


def _birth(first: int, last: int) -> Callable[[Random], Any]:
    def make(pick: Random) -> Any:
        return float(pick.randint(first, last)) if pick.random() < 0.2 else _day(first, last)(pick)

    return make


def _id_number(pick: Random) -> Any:
    number = f"09{pick.randint(2, 4)}{pick.choice((0, 1, 2, 3))}{pick.randint(60, 99)}{pick.randrange(10**6):06}"
    return float(number) if pick.random() < 0.2 else number


def _phone(pick: Random) -> Any:
    number = f"{pick.choice('35789')}{pick.randrange(10**8):08}"
    return float(number) if pick.random() < 0.3 else f"0{number}"


def _tax_code(pick: Random) -> Any:
    digits = f"18{pick.randrange(10**7):07}"
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    check = 10 - sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return f"{digits}{check}" if 0 <= check < 10 else _tax_code(pick)


def _mail(pick: Random) -> str:
    return f"{pick.choice(('an', 'bay', 'hung', 'lan'))}{pick.randrange(999)}@gmail.com"


def _one_of(*texts: Any) -> Callable[[Random], Any]:
    return lambda pick: pick.choice(texts)


_COMMON: dict[str, Callable[[Random], Any]] = {
    "hamlet": hamlet,
    "sex": _one_of("Nam", "Nữ"),
    "id_number": _id_number,
    "tax_code": _tax_code,
    "phone": _phone,
    "email": _mail,
    "website": _one_of("", "https://an.vn"),
    "state": _one_of("Đang hoạt động", "Tạm ngưng", "Nghỉ"),
    "wish": _one_of("Có", "Không", "x"),
    "note": _one_of("", "", "", "đã gọi", "chưa gặp"),
    "trade": _one_of(*_TRADES),
    "home_address": _address,
}
_OWN: dict[Kind, dict[str, Callable[[Random], Any]]] = {
    Kind.HOUSEHOLD: {
        "name": lambda pick: f"{pick.choice(_SHOPS)} {pick.choice(_GIVEN)} {pick.choice(_GIVEN)}",
        "owner": person,
        "birth_date": _birth(1955, 1995),
        "certificate_no": lambda pick: f"57{pick.choice('ABC')}8{pick.randrange(10**6):06}",
        "certificate_date": _day(2010, 2025),
        "certificate_issuer": _one_of("UBND huyện Thới Lai", "Phòng TC-KH"),
        "business_address": _address,
    },
    Kind.ENTERPRISE: {
        "name": lambda pick: f"{pick.choice(_FIRMS)} {pick.choice(_GIVEN)} {pick.choice(_GIVEN)} {pick.randint(1, 99)}",
        "founded": _day(2024, 2026),
        "address": _address,
        "representative": person,
        "representative_title": _one_of("Giám đốc", "Chủ tịch HĐTV"),
        "legal_form": _one_of("TNHH", "CP", "DNTN"),
    },
    Kind.CITIZEN: {
        "name": person,
        "birth_date": _birth(2001, 2008),
        "nationality": _one_of("Việt Nam"),
        "school": _one_of(*_SCHOOLS),
        "union_member": _one_of("x", ""),
    },
}


def cell(kind: Kind, field: str, pick: Random) -> Any:
    """A value of a field as it stands in a cell: text, number or day."""
    return {**_COMMON, **_OWN[kind]}[field](pick)
