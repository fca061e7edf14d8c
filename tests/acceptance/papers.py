"""A pile of twenty household papers as they lie on an officer's desk, sorted by hamlet."""

from dataclasses import dataclass

ISSUER = "Phòng Kinh tế xã"
FIELDS = ("owner", "id_number", "birth_date", "sex", "phone", "home_address", "name", "hamlet", "certificate_no",
          "certificate_date", "certificate_issuer", "business_address", "trade")  # fmt: skip
"""In the order of the form."""


@dataclass(frozen=True)
class Paper:
    """One paper.

    Attributes:
        typed: field → text as an officer types it.
        kept: field → value as the register shall have it.
        doubtful: whether the form will warn, so that a reason has to be given.
    """

    typed: dict[str, str]
    kept: dict[str, str]
    doubtful: bool = False


_OWNERS = (
    "Lê Thị Hòa", "Trần Văn Ánh", "Phạm Thị Đào", "Nguyễn Văn Đức", "Đặng Thị Mỹ Ửng", "Huỳnh Hữu Nghĩa", "Võ Thị Ngọc",
    "Bùi Văn Bé", "Đỗ Thị Sương", "Lý Văn Tám", "Phan Thị Thủy", "Hồ Văn Quốc", "Ngô Thị Lệ", "Dương Văn Út",
    "Trương Thị Kiều", "Mai Văn Sáu", "Cao Thị Nở", "Lâm Văn Ẩn", "Tô Thị Nga", "Châu Văn Đời",
)  # fmt: skip
_TRADES = ("Bán lẻ", "Ăn uống", "Cắt tóc", "Sửa xe", "May đo")
_OLD_CARD = 6
"""The paper that still has a number of the old identity card."""


def _paper(place: int) -> Paper:
    owner, woman = _OWNERS[place], " Thị " in _OWNERS[place]
    year, day = 1960 + 2 * place, f"{place % 28 + 1:02d}"
    doubtful = place == _OLD_CARD
    number = f"3612345{place:02d}" if doubtful else f"092{int(woman)}{year % 100:02d}{place * 7919 + 100003:06d}"
    hamlet = "Ấp Nhơn Lộc" if place < 10 else "Ấp Thị Tứ"
    address = f"Số {place + 3}, {hamlet}"
    typed = {
        "owner": owner, "id_number": number, "birth_date": f"{day}08{year}", "sex": "nữ" if woman else "nam",
        "phone": f"09{place * 1237 + 10000000:08d}", "home_address": address, "name": f"Quán {owner.split()[-1]} {place + 1}",
        "hamlet": hamlet, "certificate_no": f"57A8{place + 12345:06d}", "certificate_date": f"{day}0524",
        "certificate_issuer": ISSUER, "business_address": address, "trade": _TRADES[place % 5],
    }  # fmt: skip
    dates = {"birth_date": f"{year}-08-{day}", "certificate_date": f"2024-05-{day}"}
    return Paper(typed, typed | dates | {"sex": "female" if woman else "male"}, doubtful)


PAPERS = tuple(_paper(place) for place in range(len(_OWNERS)))
