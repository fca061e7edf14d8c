"""Why a file is not read: one reason, one sentence, one piece of advice.

A reason travels from the child process as its bare code, so that a hostile file can't put words into the program's mouth.
"""

from enum import StrEnum
from pathlib import Path

from vnpresence_desktop.domain.problems import UserError

MAX_FILE = 100 << 20
"""Bytes of a file; a list of 100,000 rows has some 10 MB."""

_SAVE_AGAIN = "Hãy mở tệp bằng Excel (hoặc LibreOffice), chọn “Lưu thành” (Save As) kiểu .xlsx rồi nhập lại."
_ASK_FOR_IT = "Hãy xin tệp Excel gốc từ nơi lập danh sách rồi nhập tệp đó."
_UNPACK = "Hãy giải nén rồi chọn tệp Excel ở bên trong."
_COPY_AGAIN = "Hãy sao chép lại tệp từ nguồn, hoặc mở bằng Excel rồi lưu thành .xlsx mới."
_UNLOCK = "Hãy mở bằng Excel hoặc LibreOffice, bỏ mật khẩu, lưu lại rồi nhập."


class Reason(StrEnum):
    """Why a file is not read."""

    NOT_OPENED = "not_opened"
    EMPTY = "empty"
    LARGE = "large"
    TOO_BIG = "too_big"
    SWOLLEN = "swollen"
    DAMAGED = "damaged"
    UNSAFE_XML = "unsafe_xml"
    SLOW = "slow"
    STOPPED = "stopped"
    PASSWORD_NEEDED = "password_needed"  # noqa: S105 - a reason, no secret
    PASSWORD_WRONG = "password_wrong"  # noqa: S105
    LOCKED = "locked"
    WORD = "word"
    ARCHIVE = "archive"
    NO_SHEET = "no_sheet"
    NO_TABLE = "no_table"
    PDF = "pdf"
    RTF = "rtf"
    RAR = "rar"
    SEVEN_ZIP = "seven_zip"
    PICTURE = "picture"
    ANCIENT = "ancient"
    XML = "xml"
    WEB_ARCHIVE = "web_archive"
    UNKNOWN = "unknown"


_IS = "Tệp {name} là %s, không phải bảng tính Excel."
_WORDS = {
    Reason.NOT_OPENED: (
        "Không mở được tệp {name}.",
        "Hãy kiểm tra tệp còn ở đó, không phải là thư mục và không bị chương trình khác khóa.",
    ),
    Reason.EMPTY: ("Tệp {name} không có nội dung.", "Hãy chọn đúng tệp danh sách."),
    Reason.LARGE: (f"Tệp {{name}} lớn hơn {MAX_FILE >> 20} MB.", "Hãy tách danh sách thành nhiều tệp."),
    Reason.TOO_BIG: (
        "Bảng tính {name} quá lớn để đọc một lần.",
        "Hãy tách danh sách thành nhiều tệp nhỏ hơn.",
    ),
    Reason.SWOLLEN: (
        "Tệp {name} phình ra quá lớn khi mở, có thể là tệp độc hại nên không đọc.",
        _COPY_AGAIN,
    ),
    Reason.DAMAGED: ("Tệp {name} bị hỏng hoặc chép chưa xong.", _COPY_AGAIN),
    Reason.UNSAFE_XML: ("Tệp {name} chứa khai báo XML không an toàn nên không đọc.", _COPY_AGAIN),
    Reason.SLOW: (
        "Đọc tệp {name} quá lâu nên đã dừng.",
        "Hãy mở bằng Excel, chép riêng danh sách sang một tệp .xlsx mới rồi nhập lại.",
    ),
    Reason.STOPPED: ("Đã dừng đọc tệp {name} theo yêu cầu.", ""),
    Reason.PASSWORD_NEEDED: (
        "Tệp {name} có mật khẩu.",
        "Hãy nhập mật khẩu của tệp; nếu không biết, hãy hỏi nơi gửi danh sách.",
    ),
    Reason.PASSWORD_WRONG: (
        "Mật khẩu của tệp {name} chưa đúng.",
        "Hãy nhập lại, chú ý chữ hoa, chữ thường và bộ gõ tiếng Việt; nếu không biết, hãy hỏi nơi gửi danh sách.",
    ),
    Reason.LOCKED: ("Tệp {name} có mật khẩu kiểu chương trình không mở được.", _UNLOCK),
    Reason.WORD: (
        "Tệp {name} là văn bản Word, không phải Excel.",
        "Hãy chép bảng sang Excel rồi lưu lại.",
    ),
    Reason.ARCHIVE: ("Tệp {name} là tệp nén, không phải bảng tính.", _UNPACK),
    Reason.NO_SHEET: ("Tệp {name} không phải bảng tính Excel hoặc đã hỏng.", _COPY_AGAIN),
    Reason.NO_TABLE: ("Tệp {name} là trang web không có bảng nào.", _ASK_FOR_IT),
    Reason.PDF: (_IS % "tệp PDF", _ASK_FOR_IT),
    Reason.RTF: (_IS % "văn bản RTF", _ASK_FOR_IT),
    Reason.RAR: (_IS % "tệp nén RAR", _UNPACK),
    Reason.SEVEN_ZIP: (_IS % "tệp nén 7-Zip", _UNPACK),
    Reason.PICTURE: (_IS % "ảnh", _ASK_FOR_IT),
    Reason.ANCIENT: (_IS % "bảng tính Excel đời rất cũ", _SAVE_AGAIN),
    Reason.XML: (_IS % "tệp XML", _SAVE_AGAIN),
    Reason.WEB_ARCHIVE: (_IS % "trang web đóng gói (MHTML)", _SAVE_AGAIN),
    Reason.UNKNOWN: ("Không nhận ra tệp {name} là kiểu gì.", _ASK_FOR_IT),
}


class Refused(UserError):  # noqa: N818 - what was done with the file
    """A file is not read.

    Attributes:
        reason: why.
    """

    def __init__(self, path: Path, reason: Reason) -> None:
        title, advice = _WORDS[reason]
        super().__init__(title.replace("{name}", f"“{path.name}”"), advice)
        self.reason = reason


class PasswordNeeded(Refused):
    """The file has a password; none was given, or another."""


class Stopped(Refused):
    """Reading was ended by who asked for it."""


_CLASSES = {
    Reason.PASSWORD_NEEDED: PasswordNeeded,
    Reason.PASSWORD_WRONG: PasswordNeeded,
    Reason.STOPPED: Stopped,
}


def refusal(path: Path, reason: Reason) -> Refused:
    """The error to raise for a file (only its name is said) and a reason."""
    return _CLASSES.get(reason, Refused)(path, reason)
