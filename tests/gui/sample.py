"""A form, a table and a window as the pages will have them, for tests and pictures."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vnpresence_desktop.domain.checks import check
from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.fields import from_values
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.form import Field, Form, Group, Input
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.navigation import Entry
from vnpresence_desktop.gui.parts import Page, button, label, scrolling
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.gui.shell import Shell
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.theme import Theme
from vnpresence_desktop.gui.vietnamese import number, speak_vietnamese
from vnpresence_desktop.work.texts import message

TODAY = date(2026, 11, 24)
HAMLETS = (("", ""), ("h1", "Ấp Đông Hưng"), ("h2", "Ấp Vĩnh Tiến"), ("h3", "Ấp Qui Long"))
SEXES = (("", ""), ("male", "Nam"), ("female", "Nữ"))
STATES = (("active", "Đang hoạt động"), ("suspended", "Tạm ngừng"), ("ceased", "Chấm dứt"))

OWNER = Group(
    title="Chủ hộ kinh doanh",
    icon="users",
    hint="Đưa thẻ vào máy quét ở bất cứ ô nào",
    fields=[
        Field(name="id_number", label="Số định danh cá nhân", hint="12 chữ số"),
        Field(name="owner", label="Họ và tên chủ hộ", span=2, required=True),
        Field(name="birth_date", label="Ngày sinh", input=Input.DATE, hint="ví dụ 010203 hoặc 1/2/2003"),
        Field(name="sex", label="Giới tính", input=Input.CHOICE, choices=SEXES),
        Field(name="phone", label="Điện thoại", hint="10 chữ số"),
        Field(name="home_address", label="Nơi thường trú", span=3),
    ],
)
BUSINESS = Group(
    title="Hộ kinh doanh",
    icon="store",
    fields=[
        Field(name="name", label="Tên hộ kinh doanh", span=2, required=True),
        Field(name="tax_code", label="Mã số thuế"),
        Field(name="certificate_no", label="Số giấy chứng nhận đăng ký", hint="ví dụ 57A8012345"),
        Field(name="certificate_date", label="Ngày cấp", input=Input.DATE),
        Field(name="hamlet", label="Ấp, khu vực", input=Input.SUGGEST, choices=HAMLETS, required=True),
        Field(name="trade", label="Ngành nghề", input=Input.LONG, span=3),
        Field(name="state", label="Tình trạng", input=Input.CHOICE, choices=STATES, required=True),
        Field(name="website", label="Website"),
        Field(name="email", label="Email"),
    ],
)

VALUES = {
    "id": "0190",
    "id_number": "092203001234",
    "owner": "Nguyễn Thị Thủy",
    "birth_date": "2003-02-31",
    "sex": "female",
    "phone": "09123456789",
    "name": "Hộ kinh doanh Quán ăn Phan Hữu Nam",
    "tax_code": "1800123",
    "certificate_no": "57A8012345",
    "certificate_date": "2024-02-01",
    "hamlet": "h2",
    "state": "active",
}


def household_form() -> Form:
    """A household's form with live checks."""
    form = Form([OWNER, BUSINESS], lambda: TODAY, reserved="LT")
    form.changed.connect(lambda: judge(form))
    return form


def judge(form: Form) -> None:
    """Check what stands in the form, as a page does."""
    record = from_values(Kind.HOUSEHOLD, form.values())
    assert isinstance(record, Household)
    form.show_problems(check(record, TODAY), message)


def form_page() -> QWidget:
    """The form as a page with its side panel and bar."""
    page = Page("Hộ kinh doanh mới", button("Quét thẻ (F2)", lambda: None, "scan-line"))
    page.set_pill("Bản nháp")
    form = household_form()
    panel = QWidget()
    side = QVBoxLayout(panel)
    side.setContentsMargins(0, 0, 6, 0)
    for level, title, text in (
        ("ok", "Đủ điều kiện", "Thuộc đối tượng theo điểm a khoản 1 Mục III Kế hoạch 103/KH-UBND."),
        ("warning", "Có thể trùng (1)", "Hộ kinh doanh Quán ăn Phan Hữu Nam, ấp Qui Long."),
    ):
        notice = Notice()
        notice.say(level, title, text, action=("Mở hồ sơ", lambda: None) if level == "warning" else None)
        side.addWidget(notice)
    side.addStretch(1)
    body = QHBoxLayout()
    body.addWidget(form, 3)
    body.addWidget(scrolling(panel), 1)
    page.body.addLayout(body, 1)
    page.add_bar(
        label("Nháp tự lưu lúc 12:33", "muted"),
        None,
        button("Lưu và nhập tiếp", lambda: None),
        button("Lưu", form.demand, "save", "primary"),
    )
    form.set_values(VALUES)
    judge(form)
    return page


NAMES = ("Bùi Bích An", "Đặng Thị Ánh", "Lê Hữu Nghĩa", "Nguyễn Thị Thủy", "Phạm Văn Đức", "Trần Quốc Ưu")
COLUMNS = (
    Column(title="Tên", width=26, stretch=True),
    Column(title="Số định danh", width=15),
    Column(title="Ấp, khu vực", width=16),
    Column(title="Ngày cấp", width=12, show=show),
    Column(title="Lượt", width=8, align="right", show=number),
    Column(title="Điều kiện", width=17, level=lambda text: "ok" if text == "Đủ điều kiện" else "warning"),
)


def table_rows(ids: list[int]) -> list[tuple[str | int, ...]]:
    """One row an id."""
    verdicts = ("Đủ điều kiện", "Cần xác nhận")
    rows = []
    for at in ids:
        number, day = f"•••••••••{at % 1000:03d}", f"2024-{1 + at % 12:02d}-{1 + at % 28:02d}"
        rows.append((NAMES[at % 6], number, HAMLETS[1 + at % 3][1], day, at * 37 % 9000, verdicts[at % 5 == 0]))
    return rows


def record_table(count: int = 1248, *, tickable: bool = False) -> RecordTable:
    """A table of so many rows; a text searched for keeps the names that hold it."""

    def ids(text: str) -> list[int]:
        return [at for at in range(count) if text.lower() in NAMES[at % 6].lower()]

    return RecordTable(
        COLUMNS, ids, table_rows, name="Danh sách hộ kinh doanh", empty="Không tìm thấy hộ nào.", tickable=tickable
    )


def list_page() -> QWidget:
    """The table as a page with its search line."""
    page = Page(
        "Hộ kinh doanh",
        button("Xuất Excel", lambda: None, "download"),
        button("Thêm mới", lambda: None, "plus", "primary"),
    )
    search = QLineEdit()
    search.setPlaceholderText("Tìm theo tên, số định danh, điện thoại; gõ không dấu cũng được (Ctrl+F)")
    search.setAccessibleName("Tìm hộ kinh doanh")
    table = record_table(tickable=True)
    page.body.addWidget(search)
    page.body.addWidget(table, 1)
    search.textChanged.connect(table.load)
    table.counted.connect(lambda count: page.set_pill(f"{number(count)} hộ"))
    table.load()
    table.tick([1, 2])
    return page


def sample_shell(app: QApplication, folder: Path, theme: Theme | None = None) -> Shell:
    """The window with two pages that work, as app.py makes it."""
    speak_vietnamese(app)
    preferences = Preferences(folder / "cua-so.ini")
    preferences.keep_theme(theme or Theme())
    titles = (
        ("Doanh nghiệp", "building-2"),
        ("Công dân", "users"),
        ("Tuyên truyền", "megaphone"),
        ("Hỗ trợ", "life-buoy"),
    )
    titles += (
        ("Nhiệm vụ", "list-checks"),
        ("Báo cáo", "file-text"),
        ("Nhập Excel", "file-spreadsheet"),
        ("Cài đặt", "settings"),
    )
    entries = [
        Entry("form", "Tổng quan", "layout-dashboard", form_page),
        Entry("list", "Hộ kinh doanh", "store", list_page),
        *(Entry(title, title, icon, QWidget) for title, icon in titles),
    ]
    shell = Shell(entries, preferences, app)

    def begin() -> None:
        shell.set_office("Xã Vĩnh Thạnh, TP Cần Thơ", "Thứ ba, 24/11/2026")
        shell.set_period("warning", "Chưa có văn bản nào được biết nói tên miền còn miễn phí sau ngày 31/12/2025.")
        shell.say("Sổ để trên máy này; bản nháp tự lưu")
        shell.ready("form")

    shell.when_painted(begin)
    return shell
