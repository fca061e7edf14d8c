"""The office: declared once, with who signs."""

from dataclasses import dataclass

from vnpresence_desktop.domain.periods import Preset
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Office, Signer
from vnpresence_desktop.domain.text import clean
from vnpresence_desktop.work.desk import Desk, communes, programmes


@dataclass(frozen=True, slots=True)
class Declared:
    """An office as declared, checked and ready to be kept."""

    office: Office
    signer: Signer


def declare(commune: str, preset: str, signer: str, title: str) -> Declared:
    """Check whose register it will be and who signs, before anything is made.

    Args:
        commune: official code, five digits.
        preset: "nd09" or "calendar".
        signer: full name.
        title: e.g. "CHỦ TỊCH", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH".

    Raises:
        UserError: no such commune, no signer.
    """
    place = communes().get(commune)
    if place is None:
        raise UserError(
            f"Không có xã, phường nào mang mã {commune}.",
            "Mã gồm 5 chữ số theo danh mục từ ngày 01/7/2025, ví dụ 31299.",
        )
    if not clean(signer) or not clean(title):
        raise UserError("Thiếu họ tên hoặc chức vụ người ký.", "Hãy ghi cả hai, ví dụ “Nguyễn Văn A”, “CHỦ TỊCH”.")
    profile = programmes().get(place.province_code)
    office = Office(
        commune=commune,
        preset=Preset(preset).value,
        parent=profile.addressee if profile else "",
        programme=profile.id if profile else "",
    )
    return Declared(office, Signer(name=clean(signer), title=clean(title).upper()))


def set_up(desk: Desk, declared: Declared) -> Office:
    """Keep the office of a new register; raises UserError as the store does."""
    with desk.store.unit(reason="Khai báo cơ quan") as unit:
        kept = unit.put(declared.office)
        unit.put(declared.signer)
    return kept
