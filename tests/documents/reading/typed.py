"""Vietnamese texts as people of a commune write them, and the same as typed for old fonts or read with the wrong table.

The tables here are the inverse of the program's and were written apart from it.
"""

import random
import unicodedata
from collections.abc import Callable, Sequence

FAMILIES = (
    "Nguyễn Trần Lê Phạm Huỳnh Võ Phan Trương Bùi Đặng Đỗ Ngô Hồ Dương Lý Đoàn Vũ Hoàng Lâm Mai Trịnh Đinh Lưu Thạch Từ"
)
MIDDLES = "Văn Thị Minh Hoàng Thanh Quốc Đức Hữu Tấn Nhật Anh Phước Thành Ngọc Xuân Đình Khánh Mỹ Bích Hồng Tuyết Cẩm Thùy Quỳnh"
GIVEN = """
Hùng Dũng Sơn Tâm Phúc Lộc Thọ Nam Tuấn Bình Cường Đạt Khoa Kiệt Nghĩa Hiếu Tài Phát Thịnh Vinh Hải Đông Tùng Trí Toàn Thắng
Quân Nhân Luân Khánh Hậu Giàu Đức Bảo Ẩn Út Bé Tám Lực Mẫn Nhựt Thiện Tính Tường Ý Đỉnh Đệ Lan Hoa Hương Thảo Trang Nguyệt
Phượng Loan Lệ Thủy Thúy Yến Oanh Diễm Giang Hạnh Hằng Hòa Huệ Huyền Lài Liễu Mận Muội Nhãn Quyên Sương Thắm Thơ Trâm Trúc
Tuyền Vân Vy Ánh Châu Cúc Đào Điệp Đẹp Gấm Lượm Hoà Thuý Ái
"""
HAMLETS = """
Thới Hòa/Thới Thuận/Trường Thọ/Đông Hiển/Thới Bình/Thới Phước/Vĩnh Lộc/Phú Nhiêu/Đông Thắng/Định Yên/Nhơn Lộc/Mỹ Ái/Bờ Ớt
Rạch Gừa/Bình Yên/Thạnh Phước/Tân Lợi/Ông Tường/Xẻo Xào/Thị Tứ/Ba Cao/Nhơn Thọ
"""
ROADS = "Trần Hưng Đạo/Nguyễn Huệ/Lê Lợi/Nguyễn Trãi/30 Tháng 4/Cách Mạng Tháng Tám/Võ Văn Kiệt/Đường tỉnh 922/Hùng Vương/Út Tịch"
COMMUNES = """
xã Thới Lai/xã Đông Thuận/xã Trường Xuân/xã Cờ Đỏ/xã Đông Hiệp/phường Cái Răng/phường Ninh Kiều/phường Bình Thủy/phường Ô Môn
phường Thốt Nốt/xã Phong Điền/xã Vĩnh Thạnh
"""
TRADES = """
Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá/Nhà hàng và các dịch vụ ăn uống phục vụ lưu động/Dịch vụ phục vụ đồ uống
Bán lẻ vật liệu, thiết bị lắp đặt trong xây dựng/Bán lẻ phân bón, thuốc bảo vệ thực vật/Sửa chữa mô tô, xe máy/May trang phục
Cắt tóc, làm đầu, gội đầu/Bán lẻ thiết bị viễn thông/Bán lẻ rau, quả/Sản xuất các loại bánh từ bột/Xay xát và sản xuất bột thô
Gia công cơ khí; xử lý và tráng phủ kim loại/Dịch vụ lưu trú ngắn ngày/Bán lẻ khí dầu mỏ hóa lỏng/Nuôi trồng thủy sản nội địa
Máy móc thiết bị/Giặt ủi/Nuôi ếch, cá lóc/Trồng ổi/Bán áo quần/Mua bán lúa gạo
"""
SIGNS = "Tạp hóa/Quán cơm/Quán cà phê/Tiệm tóc/Sửa xe/Nhà thuốc/Vật tư nông nghiệp/Vựa trái cây/Lò bánh mì/Điện thoại/Quán ăn"

Encode = Callable[[str], str]


def choices(text: str) -> list[str]:
    """The entries of one of the lists above."""
    return [part.strip() for line in text.strip().splitlines() for part in line.split("/")]


class Lists:
    """Columns of a made-up list; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def columns(self, rows: int) -> dict[str, list[str]]:
        """Column → its cells."""
        makers = {
            "name": self.name,
            "hamlet": lambda: (
                f"Ấp {self._pick(choices(HAMLETS))}" if rows % 2 else f"ấp {self._pick(choices(HAMLETS))}"
            ),
            "address": self.address,
            "trade": lambda: self._pick(choices(TRADES)),
            "business": self.business,
        }
        return {column: [make() for _ in range(rows)] for column, make in makers.items()}

    def name(self) -> str:
        """A full name."""
        middle = self._pick(MIDDLES.split()) if self._chance.random() < 0.8 else ""
        return " ".join(f"{self._pick(FAMILIES.split())} {middle} {self._pick(GIVEN.split())}".split())

    def address(self) -> str:
        """A house in a hamlet or a road."""
        number = self._chance.randrange(1, 600)
        places = (
            f"Số {number}, ấp {self._pick(choices(HAMLETS))}",
            f"ấp {self._pick(choices(HAMLETS))}",
            f"{number}{self._pick(['', 'A', '/12'])} {self._pick(choices(ROADS))}",
            f"{number} đường {self._pick(choices(ROADS))}",
        )
        return f"{self._pick(places)}, {self._pick(choices(COMMUNES))}, TP. Cần Thơ"

    def business(self) -> str:
        """The sign over a door."""
        owner = self._pick(
            [self.name(), self._pick(GIVEN.split()), f"{self._pick(['Hai', 'Út', 'Bảy'])} {self._pick(GIVEN.split())}"]
        )
        return self._pick(
            [
                f"{self._pick(choices(SIGNS))} {owner}",
                f"{self._pick(choices(SIGNS))} {owner}",
                f"Công ty TNHH MTV Nông sản {self._pick(GIVEN.split())} {self._chance.randrange(99)}",
                f"DNTN Vận tải {self._pick(GIVEN.split())}",
            ]
        )

    def _pick(self, among: Sequence[str]) -> str:
        return self._chance.choice(among)


# ── Typed for old fonts ────────────────────────────────────────────────────────────────────────────────────────────────

_TCVN3 = dict(zip(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    bytes([*range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF), *range(0xC6, 0xCD), *range(0xCE, 0xD9),
           *range(0xDC, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF)]).decode("latin-1"),
    strict=True,
))  # fmt: skip
"""TCVN 5712 by its ranges of bytes."""


def tcvn3(text: str) -> str:
    """As typed for .VnTime: a capital with a tone is typed small, there is no other sign for it."""
    return "".join(_TCVN3.get(sign, _TCVN3.get(sign.lower(), sign)) for sign in text)


_VNI_ALONE = dict(zip("đỉĩịìíỵơư", "ñæóòìíîôö", strict=True))
_VNI_TONE = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
_VNI_HAT = {"": "â", **dict(zip("\u0301\u0300\u0309\u0303\u0323", "áàåãä", strict=True))}
_VNI_BOW = {"": "ê", **dict(zip("\u0301\u0300\u0309\u0303\u0323", "éèúüë", strict=True))}


def vni(text: str) -> str:
    """As typed for VNI-Times."""
    return "".join(_vni_sign(sign.lower()).upper() if sign.isupper() else _vni_sign(sign) for sign in text)


def _vni_sign(sign: str) -> str:
    if sign in _VNI_ALONE:
        return _VNI_ALONE[sign]
    base, *marks = unicodedata.normalize("NFD", sign)
    tone = "".join(mark for mark in marks if mark in _VNI_TONE)
    if "\u0302" in marks:
        return base + _VNI_HAT[tone]
    if "\u0306" in marks:
        return base + _VNI_BOW[tone]
    base = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
    return base + (_VNI_TONE[tone] if tone else "")


# ── Other forms of Unicode ─────────────────────────────────────────────────────────────────────────────────────────────


def nfd(text: str) -> str:
    """Letters and all their marks apart."""
    return unicodedata.normalize("NFD", text)


def half_composed(text: str) -> str:
    """Windows-1258: a letter with its hat or horn is one sign, its tone another; Đ may be Eth."""
    return "".join(map(_half, text)).replace("Đ", "Ð")


def _half(sign: str) -> str:
    parts = unicodedata.normalize("NFD", sign)
    tones = "".join(part for part in parts if part in _VNI_TONE)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _VNI_TONE)) + tones


def spaced(text: str) -> str:
    """No-break spaces, a mark of byte order, zero-width signs between words."""
    return "\ufeff" + text.replace(" ", "\u00a0\u200b")


# ── Read with the wrong table ──────────────────────────────────────────────────────────────────────────────────────────


def misread(table: str, times: int = 1) -> Encode:
    """UTF-8 read as Windows-1252, Latin-1 or Windows-1258, as Windows does it: bytes without a sign become controls."""

    def encode(text: str) -> str:
        for _ in range(times):
            text = "".join(_sign(byte, table) for byte in text.encode())
        return text

    return encode


def _sign(byte: int, table: str) -> str:
    try:
        return bytes([byte]).decode(table)
    except UnicodeDecodeError:
        return chr(byte)


ENCODINGS: dict[str, Encode] = {
    "tcvn3": tcvn3,
    "vni": vni,
    "nfd": nfd,
    "half_composed": half_composed,
    "spaced": spaced,
    "utf8_as_cp1252": misread("cp1252"),
    "utf8_as_latin1": misread("latin-1"),
    "utf8_as_cp1258": misread("cp1258"),
    "utf8_as_cp1252_twice": misread("cp1252", 2),
    "nfd_as_cp1252": lambda text: misread("cp1252")(nfd(text)),
    "tcvn3_as_cp1252": lambda text: misread("cp1252")(tcvn3(text)),
}
