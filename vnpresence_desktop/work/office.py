"""The office: declared once, with who signs; changed as people and hamlets change."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from vnpresence_desktop.domain.checks import missing
from vnpresence_desktop.domain.dates import span, within
from vnpresence_desktop.domain.kinds import CANDIDATES, Need
from vnpresence_desktop.domain.periods import Preset
from vnpresence_desktop.domain.problems import Problem, UserError, problem
from vnpresence_desktop.domain.records import Hamlet, Office, ReportRecord, Signer
from vnpresence_desktop.domain.text import clean, fold
from vnpresence_desktop.work.desk import Commune, Desk, communes, programmes

Dated = TypeVar("Dated", bound=Signer | Hamlet)

TITLES = ("CHỦ TỊCH", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "Q. CHỦ TỊCH")
"""Titles that sign a commune's report (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
_MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Declared:
    """An office as declared, checked and ready to be kept.

    Attributes:
        office, signer: the two records.
        hamlets: in the order given.
    """

    office: Office
    signer: Signer
    hamlets: tuple[Hamlet, ...] = ()


def declare(commune: str, preset: str, signer: str, title: str, hamlets: Iterable[str] = ()) -> Declared:
    """Check whose register it will be and who signs, before anything is made.

    Args:
        commune: official code, five digits.
        preset: "nd09" or "calendar".
        signer: full name.
        title: e.g. "CHỦ TỊCH", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH".
        hamlets: names; empty ones and repeated ones are passed over.

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
    office = Office(commune=commune, preset=Preset(preset).value)
    if profile := programmes().get(place.province_code):
        office = replace(office, parent=profile.addressee, programme=profile.id)
    return Declared(office, Signer(name=clean(signer), title=clean(title).upper()), _named_once(hamlets))


def _named_once(names: Iterable[str]) -> tuple[Hamlet, ...]:
    found: dict[str, str] = {}
    for name in filter(None, map(clean, names)):
        found.setdefault(fold(name), name)
    return tuple(Hamlet(name=name) for name in found.values())


def set_up(desk: Desk, declared: Declared) -> Office:
    """Keep the office of a new register; raises UserError as the store does."""
    with desk.store.unit(reason="Khai báo cơ quan") as unit:
        kept = unit.put(declared.office)
        unit.put(declared.signer)
        for hamlet in declared.hamlets:
            unit.put(hamlet)
    return kept


def is_declared(desk: Desk) -> bool:
    """Whether the register has its office; not so where the power went while it was being made."""
    return desk.store.count(Office) > 0


def find_communes(text: str) -> tuple[Commune, ...]:
    """Communes whose name with province, or code, holds every word of a text, accents aside; the best 50.

    Names that begin with what was typed come first.
    """
    words = fold(text).split()
    found = [place for place in communes().values() if words and all(word in _searched(place) for word in words)]
    typed = " ".join(words)
    return tuple(sorted(found, key=lambda place: (not _begins(place, typed), place.name))[:_MOST_FOUND])


@cache
def _searched(place: Commune) -> str:
    return fold(f"{place.name} {place.province} {place.code}")


def _begins(place: Commune, typed: str) -> bool:
    return fold(place.name).startswith(typed) or fold(place.issuer.name).startswith(typed)


def change_office(desk: Desk, *, preset: str, preparer: str) -> Office:
    """Change how periods are cut and who prepares; raises UserError as `Desk.office`."""
    changed = replace(desk.office(), preset=Preset(preset).value, preparer=clean(preparer))
    with desk.store.unit(reason="Sửa thông tin cơ quan") as unit:
        return unit.put(changed)


def signers(desk: Desk) -> list[Signer]:
    """Everybody who signs or signed, the one of today first, then the latest."""
    return sorted(
        desk.store.all(Signer), key=lambda item: (not within(item.from_, item.until, desk.today), _newest(item))
    )


def hamlets(desk: Desk) -> list[Hamlet]:
    """Every hamlet in Vietnamese order, those of today first."""
    return sorted(desk.store.all(Hamlet), key=lambda item: not within(item.from_, item.until, desk.today))


def _newest(item: Signer) -> int:
    first = span(item.from_)
    return -(first[0] if first else date.min).toordinal()


def check_dated(record: Signer | Hamlet) -> tuple[Problem, ...]:
    """What is wrong with a signer or a hamlet as typed: what lacks, dates that are none, an end before the beginning."""
    found = missing(record, Need.SAVE)
    days = {"from": record.from_, "until": record.until}
    found += [
        problem(name, "date_unclear", value=value) for name, value in days.items() if value and span(value) is None
    ]
    first, last = span(record.from_), span(record.until)
    if first and last and last[1] < first[0]:
        found.append(problem("until", "until_before_from"))
    return tuple(found)


def keep_dated(desk: Desk, record: Dated) -> Dated:
    """Keep a signer or a hamlet; raises UserError where something is wrong with it."""
    if check_dated(record):
        raise UserError("Chưa lưu được: còn ô chưa đúng.", "Hãy sửa các ô báo lỗi đỏ.")
    with desk.store.unit(reason="Sửa thông tin cơ quan") as unit:
        return unit.put(record)


def remove_dated(desk: Desk, record: Signer | Hamlet) -> str:
    """Delete a signer or a hamlet that was entered by mistake; gives what was done, one sentence.

    Raises:
        UserError: it is in use: records stand in the hamlet, a report names the signer.
    """
    from vnpresence_desktop.work.deleting import remove

    if in_use := _users(desk, record):
        raise UserError(
            f"Chưa xóa được “{record.name}”: {in_use}.",
            "Nếu đã thôi, hãy ghi ngày kết thúc: tên vẫn đúng cho thời gian trước, từ đó không còn để chọn.",
        )
    return remove(desk, record.KIND, [record.id])


def _users(desk: Desk, record: Signer | Hamlet) -> str:
    """What would lose its meaning, in words; "" for nothing, or where another line says the same name."""
    from vnpresence_desktop.domain.report import show_number  # not needed to open a register
    from vnpresence_desktop.work.texts import say

    if any(other.id != record.id and other.name == record.name for other in desk.store.all(type(record))):
        return ""
    if isinstance(record, Signer):
        named = json.dumps(record.name, ensure_ascii=False)
        reports = sum(named in report.content for report in desk.store.all(ReportRecord))
        return f"{show_number(reports)} báo cáo ghi tên người này" if reports else ""
    counts = {kind: len(desk.store.find(kind, hamlet=record.name)) for kind in CANDIDATES}
    counted = ", ".join(f"{show_number(count)} {say('kind', kind)}" for kind, count in counts.items() if count)
    return f"{counted} đang ghi tên này" if counted else ""


def renew_code(desk: Desk) -> str:
    """A new recovery code, to be printed once; the one before opens no more. Raises UserError as `keys.renew_code`."""
    from vnpresence_desktop.store import keys

    return keys.renew_code(desk.store.path, desk.store.pc_folder)


def confirm_code(register: Path, typed: str) -> None:
    """Note that the recovery code is on paper, once it was typed back from there.

    Args:
        register: the database file.
        typed: small letters, spaces, O for 0 are taken as meant.

    Raises:
        UserError: says what is wrong with what was typed.
    """
    from vnpresence_desktop.store import keys

    keys.confirm_code(register, typed)


def code_waits(desk: Desk) -> bool:
    """Whether the recovery code of a real register was never typed back; a made-up commune needs none."""
    from vnpresence_desktop.store import keys

    return not desk.office().sample and keys.code_waits(desk.store.path)
