"""What the parts of the page "Hỗ trợ" are, as data: words, columns, fields."""

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.support import CHANNELS, MATTERS
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.editors import Choices
from vnpresence_desktop.gui.fields import Field, Group, Input
from vnpresence_desktop.gui.pages.record_acts import RecordWords
from vnpresence_desktop.gui.table import Column
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.texts import say

_DAY_HINT = "ví dụ 051126, hoặc h là hôm nay"
_DAY = Field(name="date", label="Ngày", input=Input.DATE, required=True, hint=_DAY_HINT, pinnable=True)
_NOTE = Field(name="note", label="Ghi chú", input=Input.LONG, span=3)
_DAY_COLUMN = Column(title="Ngày", width=10, show=show)


def _count(value: int | None) -> str:
    return "" if value is None else number(value)


def _codes(section: str, codes: tuple[str, ...]) -> Choices:
    return [(code, capital(say(section, code))) for code in codes]


SUPPORT = RecordWords(
    kind=Kind.SUPPORT,
    tab="Hỗ trợ kỹ thuật",
    unit="lượt hỗ trợ",
    add="Ghi lượt hỗ trợ",
    search="người được hỗ trợ, nội dung, kết quả, người hỗ trợ",
    empty="Chưa có lượt hỗ trợ nào ở đây. Bấm “Ghi lượt hỗ trợ” (Ctrl+N) để ghi lượt đầu tiên.",
    about="Số lượt hỗ trợ được tính vào mục II.4 của báo cáo kỳ có ngày hỗ trợ.",
    first="person",
    reasons=("Hỗ trợ hai lần trong ngày", "Hỗ trợ hai người của cùng một hồ sơ"),
    narrow=(3, 2, 6),
    columns=(
        _DAY_COLUMN,
        Column(title="Người được hỗ trợ", width=22, stretch=True),
        Column(title="Ấp, khu vực", width=14),
        Column(title="Cách hỗ trợ", width=14, show=lambda code: capital(say("channel", code))),
        Column(title="Nội dung", width=19, show=lambda code: capital(say("matter", code))),
        Column(title="Kết quả", width=23),
        Column(title="Người hỗ trợ", width=21),
    ),
    groups=(
        Group(
            title="Lượt hỗ trợ",
            icon="life-buoy",
            fields=[
                _DAY,
                Field(name="person", label="Hỗ trợ cho ai", span=2, required=True,
                      hint="Chọn hồ sơ trong danh sách hiện ra, hoặc ghi tên người ngoài sổ"),
                Field(name="channel", label="Cách hỗ trợ", input=Input.CHOICE, required=True,
                      choices=_codes("channel", CHANNELS), pinnable=True),
                Field(name="matter", label="Nội dung", input=Input.SUGGEST, required=True,
                      choices=_codes("matter", MATTERS), hint="chọn trong danh sách, hoặc gõ việc khác",
                      pinnable=True),
                Field(name="helper", label="Người hỗ trợ", input=Input.SUGGEST, required=True,
                      hint="cán bộ, Tổ công nghệ số, đoàn viên…", pinnable=True),
                Field(name="result", label="Kết quả", input=Input.LONG, span=3, hint="ví dụ: đã gửi hồ sơ đăng ký"),
                _NOTE,
            ],
        ),
    ),
)  # fmt: skip

DIFFICULTY = RecordWords(
    kind=Kind.DIFFICULTY,
    tab="Khó khăn, vướng mắc",
    unit="khó khăn, vướng mắc",
    add="Ghi khó khăn",
    search="nội dung, nguyên nhân, kiến nghị, trả lời",
    empty="Chưa có khó khăn, vướng mắc nào ở đây. Bấm “Ghi khó khăn” (Ctrl+N) khi gặp.",
    about="Nội dung, nguyên nhân vào mục III, kiến nghị vào mục V của báo cáo kỳ có ngày gặp; không phải chép lại.",
    first="matter",
    narrow=(2,),
    columns=(
        _DAY_COLUMN,
        Column(title="Nội dung", width=30, stretch=True),
        Column(title="Nguyên nhân", width=24),
        Column(title="Kiến nghị", width=24),
        Column(title="Trả lời", width=14, show=lambda day: f"Ngày {show(day)}" if day else "Chưa có",
               level=lambda day: "ok" if day else "warning"),
    ),
    groups=(
        Group(
            title="Khó khăn, vướng mắc",
            icon="triangle-alert",
            fields=[
                Field(name="date", label="Ngày gặp", input=Input.DATE, required=True, hint=_DAY_HINT),
                Field(name="matter", label="Nội dung", input=Input.LONG, span=2, required=True, hint="vào mục III"),
                Field(name="cause", label="Nguyên nhân", input=Input.LONG, span=3, hint="vào mục III"),
                Field(name="proposal", label="Kiến nghị", input=Input.LONG, span=3, hint="vào mục V"),
            ],
        ),
        Group(
            title="Trả lời của cấp trên",
            icon="file-text",
            hint="Ghi khi có",
            fields=[
                Field(name="answered_on", label="Ngày trả lời", input=Input.DATE, hint=_DAY_HINT),
                Field(name="answer", label="Trả lời", input=Input.LONG, span=2),
                _NOTE,
            ],
        ),
    ),
)  # fmt: skip

CONFIRMATION = RecordWords(
    kind=Kind.CONFIRMATION,
    tab="Xác nhận, chia sẻ dữ liệu",
    unit="lượt xác nhận",
    add="Ghi lượt xác nhận",
    search="đơn vị yêu cầu, văn bản, kết quả",
    empty="Chưa có lượt xác nhận, chia sẻ dữ liệu nào ở đây. Bấm “Ghi lượt xác nhận” (Ctrl+N) để ghi.",
    about="Số lượt và số hộ được tính vào mục II.3 của báo cáo kỳ có ngày trả lời.",
    first="requester",
    narrow=(2,),
    columns=(
        _DAY_COLUMN,
        Column(title="Đơn vị yêu cầu", width=26, stretch=True),
        Column(title="Văn bản", width=26),
        Column(title="Số hộ", width=8, align="right", show=_count),
        Column(title="Kết quả", width=34),
    ),
    groups=(
        Group(
            title="Xác nhận, chia sẻ cơ sở dữ liệu hộ kinh doanh",
            icon="shield-check",
            fields=[
                Field(name="date", label="Ngày trả lời", input=Input.DATE, required=True, hint=_DAY_HINT, pinnable=True),
                Field(name="requester", label="Đơn vị yêu cầu", input=Input.SUGGEST, span=2, required=True),
                Field(name="households", label="Số hộ kinh doanh", input=Input.NUMBER, required=True),
                Field(name="document", label="Văn bản", span=2, hint="ví dụ Công văn số 12/SKHCN-CĐS ngày 05/11/2026"),
                Field(name="result", label="Kết quả", input=Input.LONG, span=3, required=True,
                      hint="ví dụ: đã đối chiếu, gửi danh sách"),
                _NOTE,
            ],
        ),
    ),
)  # fmt: skip
