"""Vietnamese for Qt's own words (Qt ships none): buttons, file dialog, edit menus, print dialog; dates and numbers.

Use: ``speak_vietnamese(app)`` once, before the first window.
"""

from typing import Final

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_WORDS: Final = {
    # buttons
    "OK": "Đồng ý", "&OK": "Đồng ý", "Cancel": "Hủy", "&Cancel": "&Hủy", "&Yes": "&Có", "&No": "&Không",
    "Yes to &All": "Có cho &tất cả", "N&o to All": "Kh&ông cho tất cả", "Save": "Lưu", "&Save": "&Lưu",
    "Save All": "Lưu tất cả", "Open": "Mở", "&Open": "&Mở", "Close": "Đóng", "&Close": "Đón&g", "Apply": "Áp dụng",
    "Discard": "Bỏ thay đổi", "Don't Save": "Không lưu", "Close without Saving": "Đóng không lưu", "Help": "Trợ giúp",
    "Retry": "Thử lại", "Abort": "Dừng", "Ignore": "Bỏ qua", "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định", "Show Details...": "Xem chi tiết…", "Hide Details...": "Ẩn chi tiết",
    # edit menus
    "&Undo": "&Hoàn tác", "&Redo": "&Làm lại", "Cu&t": "Cắ&t", "&Copy": "&Sao chép", "&Paste": "&Dán",
    "Delete": "Xóa", "Select All": "Chọn tất cả", "Clear": "Xóa nội dung", "Copy &Link Location": "Sao chép liên &kết",
    "&Step up": "&Tăng", "Step &down": "&Giảm",
    # file dialog
    "&Choose": "&Chọn", "Choose": "Chọn", "&Delete": "&Xóa", "&Look in:": "&Xem trong:", "Look in:": "Xem trong:",
    "&New Folder": "Thư mục &mới", "New Folder": "Thư mục mới", "&Rename": "Đổi &tên", "All Files (*)": "Mọi tệp (*)",
    "All files (*)": "Mọi tệp (*)", "Back": "Trở lại", "Forward": "Tiếp", "Parent Directory": "Thư mục trên",
    "Change to detail view mode": "Xem chi tiết", "Change to list view mode": "Xem danh sách",
    "Create New Folder": "Tạo thư mục mới", "Create a New Folder": "Tạo thư mục mới", "Detail View": "Xem chi tiết",
    "List View": "Xem danh sách", "Directories": "Thư mục", "Directory:": "Thư mục:", "File &name:": "Tê&n tệp:",
    "Files": "Tệp", "Files of type:": "Loại tệp:", "Files of &type:": "&Loại tệp:", "Go back": "Trở lại",
    "Go forward": "Đi tiếp", "Go to the parent directory": "Lên thư mục trên", "Find Directory": "Tìm thư mục",
    "List of places and bookmarks": "Các nơi thường dùng", "Save As": "Lưu thành", "Show ": "Hiện ", "Remove": "Bỏ",
    "Show &hidden files": "Hiện tệp ẩ&n", "Sidebar": "Thanh bên", "Recent Places": "Nơi vừa dùng", "Drive": "Ổ đĩa",
    "My Computer": "Máy tính", "Computer": "Máy tính", "Folder": "Thư mục", "File": "Tệp", "Unknown": "Không rõ",
    "Date Modified": "Ngày sửa", "Name": "Tên", "Size": "Cỡ", "Type": "Loại", "Kind": "Loại",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nKhông thấy thư mục này. Hãy kiểm tra lại tên thư mục.",
    "%1\nFile not found.\nPlease verify the correct file name was given.":
        "%1\nKhông thấy tệp này. Hãy kiểm tra lại tên tệp.",
    "%1 already exists.\nDo you want to replace it?": "%1 đã có. Có ghi đè lên tệp cũ không?",
    "Are you sure you want to delete '%1'?": "Có chắc muốn xóa “%1” không?",
    "'%1' is write protected.\nDo you want to delete it anyway?": "“%1” đang được bảo vệ. Vẫn xóa?",
    "Could not delete directory.": "Không xóa được thư mục.", "Invalid filename": "Tên tệp không hợp lệ",
    # printing
    "Print": "In", "&Print": "&In", "&Options >>": "&Tùy chọn >>", "&Options <<": "&Tùy chọn <<", "Options": "Tùy chọn",
    "All Pages": "Mọi trang", "Even Pages": "Trang chẵn", "Odd Pages": "Trang lẻ", "Local file": "Tệp trên máy",
    "Print to File (PDF)": "In ra tệp PDF", "Write PDF file": "Ghi tệp PDF", "Collate": "Xếp thành bộ", "Color": "Màu",
    "Color Mode": "Chế độ màu", "Copies": "Số bản", "Copies:": "Số bản:", "Current Page": "Trang hiện tại",
    "Double Sided Printing": "In hai mặt", "Grayscale": "Đen trắng", "Long side binding": "Lật theo cạnh dài",
    "Short side binding": "Lật theo cạnh ngắn", "Off": "Không", "None": "Không", "Output Settings": "Cách in",
    "Page &Set:": "Nhó&m trang:", "Pages": "Các trang", "Pages from": "Từ trang", "to": "đến", "Print all": "In tất cả",
    "Print range": "Phạm vi in", "Reverse": "In ngược", "Selection": "Phần chọn", "&Name:": "&Tên:", "Location:": "Nơi đặt:",
    "Output &file:": "&Ghi ra tệp:", "P&roperties": "Th&uộc tính", "Preview": "Xem trước", "Printer": "Máy in",
    "Type:": "Loại:", "Properties": "Thuộc tính", "Advanced": "Nâng cao", "Page": "Trang", "Margins": "Lề",
    "Paper": "Giấy", "Page size:": "Khổ giấy:", "Orientation": "Hướng giấy", "Portrait": "Dọc", "Landscape": "Ngang",
    # the rest
    "Scroll Left": "Cuộn sang trái", "Scroll Right": "Cuộn sang phải", "Press": "Bấm", "Toggle": "Bật, tắt",
    "Uncheck": "Bỏ chọn", "Check": "Chọn", "SetFocus": "Đặt con trỏ", "ShowMenu": "Mở danh sách", "More...": "Thêm…",
}  # fmt: skip
"""Qt's word → ours; the same word means the same in all its dialogs."""


class QtWords(QTranslator):
    """Translates what Qt itself says; what it does not know is left to Qt (None), never shown empty."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The Vietnamese word for Qt's own contexts ("QFileDialog", …), or None."""
        return _WORDS.get(sourceText) if context.startswith("Q") else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Never, else Qt would not ask."""
        return False


def speak_vietnamese(app: QApplication) -> None:
    """Qt's own words, month names, first day of the week and numbers in Vietnamese."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    app.installTranslator(QtWords(app))


def number(value: int) -> str:
    """A number as Vietnamese write it: 1.248."""
    return f"{value:,}".replace(",", ".")
