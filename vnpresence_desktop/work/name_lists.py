"""Name lists in the official form: whom the commune proposes (Phụ lục II.1, II.2), which households it confirms (II.3)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import cast

from vnpresence_desktop.domain.acceptance import read
from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.domains import HELD, OPEN
from vnpresence_desktop.domain.eligibility import Condition, assess, state_on
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.name_list import NameList
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate, Registration, Signer
from vnpresence_desktop.domain.report import Align, Cell, Column, Table, show_number
from vnpresence_desktop.domain.rules import pick
from vnpresence_desktop.work.desk import Desk, communes
from vnpresence_desktop.work.listing import is_personal, mask_personal
from vnpresence_desktop.work.quarter import signature_block
from vnpresence_desktop.work.texts import label, say

LISTS_FOLDER = "danh-sach"
"""Folder beside the register where name lists go."""


class Purpose(StrEnum):
    """What a name list is for."""

    PROPOSAL = "proposal"
    """đề xuất tham gia Chương trình"""
    CONFIRMATION = "confirmation"
    """xác nhận hộ kinh doanh có giấy đăng ký"""


_FILED = {
    Kind.HOUSEHOLD: "HoKinhDoanh", Kind.ENTERPRISE: "DoanhNghiep", Kind.CITIZEN: "CongDan",
    Purpose.PROPOSAL: "DeXuat", Purpose.CONFIRMATION: "XacNhan",
}  # fmt: skip
"""In names of files: an officer sends them on."""
_BANDS = {Condition.ELIGIBLE: "18–23", Condition.CONFIRM: "18–23", Condition.ANNEX_ONLY: "24–25"}


class _Line:
    """One candidate as the cells of a list ask for it."""

    def __init__(self, desk: Desk, record: Candidate, *, full: bool) -> None:
        self._desk, self._record, self._full = desk, record, full

    def plain(self, name: str) -> str:
        """The value, masked where it is personal unless it was asked for whole."""
        value = str(getattr(self._record, name))
        return mask_personal(name, value) if not self._full and is_personal(self._record.KIND, name, value) else value

    def date(self, name: str) -> str:
        return show(self.plain(name))

    def certificate(self, _: str) -> str:
        return ", ".join(filter(None, (self.plain("certificate_no"), self.date("certificate_date"))))

    def domains(self, _: str) -> str:
        """Those on their way and those held; what was refused or has ended is nobody's."""
        kept = self._desk.store.find(Registration, candidate=self._record.id)
        return ", ".join(f"{item.label}.{item.zone}" for item in kept if item.label and item.state in (*OPEN, *HELD))

    def band(self, _: str) -> str:
        """The group of age, whatever the state is."""
        by_age = assess(replace(self._record, state="active"), self._desk.rules, self._desk.today)
        return _BANDS.get(by_age.condition, "–")

    def state(self, _: str) -> str:
        return say("state", state_on(self._record, self._desk.today))

    def remarks(self, _: str) -> str:
        """Warnings let stand with their reasons, and what nobody has compared with the papers yet."""
        reasons = [f"{label(item.field).capitalize()}: {item.reason}" for item in read(self._record.accepted)]
        doubtful = [f"Chưa đối chiếu {label(name)}" for name in self._record.unconfirmed]
        return "; ".join((*reasons, *doubtful))

    def room(self, _: str) -> str:
        """Left to the pen."""
        return ""


_Ask = Callable[[_Line, str], str]
_Spot = tuple[str, float, str, _Ask]
"""Heading, share of the width, field, how it is said."""

_NAME: _Spot = ("", 16, "name", _Line.plain)
_PHONE: _Spot = ("Điện thoại", 9, "phone", _Line.plain)
_EMAIL: _Spot = ("Email", 13, "email", _Line.plain)
_DOMAIN: _Spot = ("Tên miền", 12, "", _Line.domains)
_ID: _Spot = ("Số định danh cá nhân", 10, "id_number", _Line.plain)
_CERTIFICATE: _Spot = ("Số, ngày cấp GCN", 10, "", _Line.certificate)
_REMARKS: _Spot = ("Ghi chú", 9, "", _Line.remarks)

_SPOTS: Mapping[tuple[Purpose, Kind], tuple[_Spot, ...]] = {
    (Purpose.PROPOSAL, Kind.HOUSEHOLD): (
        ("Tên hộ kinh doanh", *_NAME[1:]), ("Chủ hộ", 12, "owner", _Line.plain), _ID, _CERTIFICATE,
        ("Mã số thuế", 9, "tax_code", _Line.plain), ("Địa chỉ kinh doanh", 16, "business_address", _Line.plain),
        ("Ngành nghề", 10, "trade", _Line.plain), _PHONE, _EMAIL, _DOMAIN, _REMARKS,
    ),
    (Purpose.PROPOSAL, Kind.ENTERPRISE): (
        ("Tên doanh nghiệp", *_NAME[1:]), ("Mã số doanh nghiệp", 10, "tax_code", _Line.plain),
        ("Ngày cấp lần đầu", 9, "founded", _Line.date), ("Trụ sở", 18, "address", _Line.plain),
        ("Người đại diện", 12, "representative", _Line.plain), _PHONE, _EMAIL, _DOMAIN, _REMARKS,
    ),
    (Purpose.PROPOSAL, Kind.CITIZEN): (
        ("Họ và tên", *_NAME[1:]), ("Ngày sinh", 8, "birth_date", _Line.date), _ID,
        ("Nơi thường trú", 18, "home_address", _Line.plain), ("Trường, nơi làm việc", 12, "school", _Line.plain),
        _PHONE, _EMAIL, _DOMAIN, ("Nhóm tuổi", 6, "", _Line.band), _REMARKS,
    ),
    (Purpose.CONFIRMATION, Kind.HOUSEHOLD): (
        ("Tên hộ kinh doanh", *_NAME[1:]), ("Chủ hộ", 12, "owner", _Line.plain), _CERTIFICATE,
        ("Tình trạng", 9, "", _Line.state), ("Kết quả xác nhận", 12, "", _Line.room), _REMARKS,
    ),
}  # fmt: skip


def purposes(kind: Kind) -> tuple[Purpose, ...]:
    """The lists that candidates of a kind can stand in."""
    return tuple(purpose for purpose, of in _SPOTS if of is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrder:
    """What list to make.

    Attributes:
        purpose: see `Purpose`; `purposes` says which a kind has.
        kind: of the candidates.
        ids: theirs, in the order of the list; who is gone is left out.
        full: personal numbers whole; else only their last three signs.
        reason: why they leave the office whole, the officer's words; needed where ``full``.
    """

    purpose: Purpose
    kind: Kind
    ids: Sequence[str]
    full: bool = False
    reason: str = ""


def name_list(desk: Desk, order: ListOrder) -> NameList:
    """Make a list.

    Raises:
        UserError: nobody to list; no office; nobody signs today.
    """
    kind, spots = order.kind, _SPOTS[order.purpose, order.kind]
    lines = [_Line(desk, cast("Candidate", record), full=order.full) for record in desk.store.some(kind, order.ids)]
    if not lines:
        raise UserError("Danh sách chưa có ai.", "Hãy chọn ít nhất một hồ sơ rồi lập danh sách.")
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (place, *(ask(line, field) for _, _, field, ask in spots)) for place, line in enumerate(lines, start=1)
    )
    columns = (Column("Stt", 4, Align.CENTER), *(Column(title, share) for title, share, _, _ in spots))
    office = desk.office()
    return NameList(
        issuer=communes()[office.commune].issuer,
        title=_title(desk, order.purpose, kind),
        year=desk.today.year,
        table=Table(1, "", columns, rows),
        closing=f"Danh sách gồm {show_number(len(rows))} {say('kind', kind)}./.",
        preparer=office.preparer,
        signature=signature_block(desk.store.all(Signer), desk.today),
        sample=bool(office.sample),
    )


def _title(desk: Desk, purpose: Purpose, kind: Kind) -> str:
    if purpose is Purpose.CONFIRMATION:
        return "Hộ kinh doanh có giấy chứng nhận đăng ký được xác nhận"
    rule = pick(desk.rules, kind, desk.today)
    zone = f" đăng ký tên miền “{rule.domain}”" if rule else ""
    return f"{say('kind', kind).capitalize()} đề xuất tham gia Chương trình{zone}"


def draw_list(desk: Desk, order: ListOrder) -> bytes:
    """A list as a PDF to be looked at, numbers masked whatever is asked for: only an export is logged; raises as `name_list`."""
    from vnpresence_desktop.documents.writing.name_list import write_list_pdf

    return write_list_pdf(name_list(desk, replace(order, full=False)))


def export_list(desk: Desk, order: ListOrder) -> tuple[Path, Path]:
    """Write a list as PDF and workbook into the register's folder of lists; the export is logged.

    Raises:
        UserError: see `name_list`; whole numbers without a reason; no room on disk: then no file is left.
    """
    from vnpresence_desktop.documents.files import written_together
    from vnpresence_desktop.documents.writing.name_list import write_list_pdf, write_list_xlsx

    if order.full and not order.reason.strip():
        raise UserError(
            "Chưa ghi lý do xuất đầy đủ số định danh, điện thoại.", "Hãy ghi lý do; lý do được lưu vào nhật ký."
        )
    names = name_list(desk, order)
    stem = f"{names.issuer.code}_{desk.now():%Y-%m-%d_%H%M%S}_DanhSach_{_FILED[order.kind]}_{_FILED[order.purpose]}"
    pdf, xlsx = (desk.folder / LISTS_FOLDER / f"{stem}{ending}" for ending in (".pdf", ".xlsx"))
    files = {pdf: write_list_pdf(names), xlsx: write_list_xlsx(names)}
    shown = f"đầy đủ: {order.reason.strip()}" if order.full else "đã che số"
    with written_together(files), desk.store.unit() as unit:
        unit.note("export", f"Xuất danh sách {pdf.name}, {shown}")
    return pdf, xlsx
