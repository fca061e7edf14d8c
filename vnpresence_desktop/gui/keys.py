"""The keys of every page, as data: the cheat sheet (F1) and the help beside the form are written from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A key, e.g. "Ctrl+S", and what it does in a few Vietnamese words."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True)
class Part:
    """Keys that hold in one place."""

    title: str
    keys: tuple[Key, ...]


EVERYWHERE = Part(
    "Ở mọi trang",
    (
        Key("F1", "mở, đóng bảng phím này"),
        Key("Ctrl+1 … Ctrl+0, Ctrl+dấu phẩy", "sang trang khác, theo thứ tự ở bên trái"),
        Key("Tab, Shift+Tab", "tới, lui từng ô"),
        Key("Enter, phím cách", "bấm nút đang chọn"),
        Key("F2", "quét thẻ căn cước"),
        Key("Ctrl+Z, Ctrl+Y", "hoàn tác, làm lại việc đã lưu"),
        Key("Ctrl+dấu cộng, Ctrl+dấu trừ", "chữ lớn hơn, nhỏ hơn"),
    ),
)
FORM = Part(
    "Trong hồ sơ",
    (
        Key("Enter", "ô kế tiếp"),
        Key("Shift+Enter", "ô trước"),
        Key("Ctrl+S", "lưu"),
        Key("Ctrl+Enter", "lưu và nhập tiếp"),
        Key("F7", "chép ô này từ hồ sơ trước"),
        Key("Ctrl+D", "giữ ô này cho hồ sơ sau"),
        Key("F2", "quét thẻ"),
        Key("F4", "mở lịch, mở danh sách"),
        Key("F6", "sang phần bên cạnh, trở lại"),
        Key("F8", "ô có lỗi, có cảnh báo kế tiếp"),
        Key("Alt+chữ gạch chân", "tới thẳng ô đó"),
        Key("Ctrl+N", "hồ sơ mới; hồ sơ này giữ ở bản nháp"),
        Key("Ctrl+F", "về danh sách để tìm"),
        Key("Esc", "trở lại, không mất gì"),
    ),
)
_BRIEF = ("Enter", "Ctrl+S", "Ctrl+Enter", "F7", "Ctrl+D", "F2", "F6", "F8", "Esc")
DATES = Part(
    "Gõ ngày",
    (Key("010203", "01/02/2003"), Key("h", "hôm nay"), Key("-3", "ba ngày trước"), Key("2003", "chỉ biết năm")),
)
LIST = Part(
    "Trong danh sách",
    (
        Key("gõ chữ, Ctrl+F", "tìm; không cần dấu"),
        Key("Enter", "mở hồ sơ"),
        Key("Ctrl+N", "thêm mới"),
        Key("Esc", "xóa chữ đang tìm"),
    ),
)
MANY = Part(
    "Với nhiều hồ sơ",
    (
        Key("Ctrl+L", "lọc"),
        Key("Ctrl+B", "danh sách đã lưu"),
        Key("Ctrl+K", "chọn cột"),
        Key("phím cách", "chọn, bỏ chọn một hồ sơ"),
        Key("Shift+↑, Shift+↓", "chọn liền nhau"),
        Key("Ctrl+A", "chọn cả danh sách"),
        Key("Ctrl+Shift+A", "bỏ chọn hết"),
        Key("Ctrl+C", "chép ra Excel, số được che"),
        Key("Ctrl+P", "lập danh sách để in"),
    ),
)
_EDITING = Part(
    "Khi nhập",
    (
        Key("Enter", "ô kế tiếp"),
        Key("Shift+Enter", "ô trước"),
        Key("Ctrl+S", "lưu"),
        Key("Ctrl+Enter", "lưu và nhập tiếp"),
        Key("Ctrl+D", "giữ ô này cho lần ghi sau"),
        Key("F4", "mở lịch, mở danh sách"),
        Key("F8", "ô có lỗi kế tiếp"),
        Key("Esc", "trở lại, không mất gì"),
    ),
)
_SESSION = Part(
    "Trong buổi tuyên truyền",
    (
        Key("Enter", "ô kế tiếp"),
        Key("Shift+Enter", "ô trước"),
        Key("Ctrl+D", "giữ ô này cho buổi sau"),
        Key("F8", "ô có lỗi kế tiếp"),
        Key("Ctrl+F", "tìm người được tiếp cận"),
        Key("phím cách", "chọn, bỏ chọn người"),
        Key("Ctrl+Z", "bỏ lần chọn vừa rồi"),
        Key("Ctrl+S", "lưu"),
        Key("Esc", "trở lại, không mất gì"),
    ),
)
_DOMAIN = Part(
    "Trong thẻ Tên miền",
    (
        Key("↓", "chọn tên gợi ý, nhà đăng ký"),
        Key("Ctrl+S", "lưu bước đang ghi"),
        Key("Esc", "đóng bước, giữ ở bản nháp"),
    ),
)
_REVIEW = Part(
    "Ở phần rà soát",
    (
        Key("gõ chữ, F2, Enter", "sửa ô"),
        Key("Enter, Esc", "giữ, bỏ điều vừa gõ"),
        Key("Delete", "xóa ô"),
        Key("F8", "chỗ cần xem kế tiếp"),
        Key("phím cách", "bỏ dòng, lấy lại dòng"),
        Key("Ctrl+Z", "hoàn tác việc vừa làm ở đây"),
    ),
)
_PAGES: Mapping[str, Sequence[Part]] = {
    **dict.fromkeys(("household", "enterprise", "citizen"), (FORM, _DOMAIN, DATES, LIST, MANY)),
    "session": (LIST, _SESSION, DATES),
    "domains": (
        Part(
            "Tên miền",
            (Key("gõ chữ, Ctrl+F", "tìm; không cần dấu"), Key("Enter", "mở hồ sơ của tên miền"), Key("F5", "đọc lại")),
        ),
        Part(
            "Đối chiếu danh sách",
            (Key("Ctrl+O", "chọn tệp"), Key("phím cách", "chọn, bỏ chọn dòng"), Key("Esc", "dừng đọc")),
        ),
    ),
    "support": (
        LIST,
        _EDITING,
        DATES,
        Part(
            "Trong danh sách hỗ trợ",
            (Key("Ctrl+Tab", "sang phần khác của trang"), Key("Delete", "xóa; còn hoàn tác được")),
        ),
    ),
    "import": (Part("Nhập Excel", (Key("Ctrl+O", "chọn tệp"), Key("Esc", "dừng việc đang chạy"))), _REVIEW),
    "history": (
        Part(
            "Lịch sử",
            (
                Key("Ctrl+Tab", "sang Thùng rác, trở lại"),
                Key("Enter", "tới nút Hoàn tác, Khôi phục"),
                Key("Ctrl+F", "tìm trong Thùng rác"),
                Key("F5", "đọc lại"),
            ),
        ),
    ),
}


def parts(page: str) -> tuple[Part, ...]:
    """The keys of a page (its id), those of every page last."""
    return (*_PAGES.get(page, ()), EVERYWHERE)


def brief() -> str:
    """The keys of a form in few lines, for beside it."""
    told = [f"{item.keys}: {item.does}" for item in FORM.keys if item.keys in _BRIEF]
    return " · ".join([*told, "F1: mọi phím"])
