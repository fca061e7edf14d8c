"""The desk: everything an officer's act needs at hand, put there once by the composition root.

What the first list does not need (programme profiles, reports, the whole list of communes) is loaded where it is used.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop import assets
from vnpresence_desktop.domain import rules as rulebook
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Office
from vnpresence_desktop.domain.rules import Rule

if TYPE_CHECKING:
    from vnpresence_desktop.domain.programme import Programme
    from vnpresence_desktop.domain.report import Issuer
    from vnpresence_desktop.store.store import Store

RULES_FOLDER = "quy-dinh"
"""Folder beside the register where an office lays rules files brought by USB."""

_KINDS = {"xa": "xã", "phuong": "phường", "dac_khu": "đặc khu"}


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune or ward (xã, phường) of the official list.

    Attributes:
        code: five digits as text.
        name: with its kind, e.g. "Xã Phong Điền".
        kind: "xã", "phường" or "đặc khu".
        province_code: e.g. "92".
        province: e.g. "Thành phố Cần Thơ".
    """

    code: str
    name: str
    kind: str
    province_code: str
    province: str

    @property
    def issuer(self) -> Issuer:
        """The commune as it stands in a report."""
        from vnpresence_desktop.domain.report import Issuer

        province = self.province[:1].lower() + self.province[1:]
        return Issuer(self.code, self.kind, self.name[len(self.kind) :].strip(), province)


@cache
def communes() -> dict[str, Commune]:
    """Every commune of the country by its code."""
    return {place.code: place for place in _communes(assets.text("communes.csv").splitlines())}


def commune(code: str) -> Commune:
    """One commune by its code; reads its line alone, the window starts with it. Raises KeyError."""
    head, *lines = assets.text("communes.csv").splitlines()
    for place in _communes([head, *(line for line in lines if line.startswith(f"{code},"))]):
        return place
    raise KeyError(code)


def _communes(lines: Iterable[str]) -> Iterator[Commune]:
    for row in csv.DictReader(lines):
        yield Commune(row["code"], row["name"], _KINDS[row["kind"]], row["province_code"], row["province"])


@cache
def id_prefixes() -> frozenset[str]:
    """First three digits that an ID number can have."""
    rows = csv.DictReader(assets.text("id_province_codes.csv").splitlines())
    return frozenset(row["cccd_prefix"] for row in rows)


@cache
def programmes() -> dict[str, Programme]:
    """Programme profiles by the code of their province."""
    from vnpresence_desktop.domain.programme import parse_programme

    files = sorted(assets.resource("plan").iterdir(), key=lambda file: file.name)
    profiles = [parse_programme(file.read_text(encoding="utf-8")) for file in files if file.name.endswith(".toml")]
    return {profile.province: profile for profile in profiles}


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules that ship with the program and those laid beside the register.

    Args:
        folder: the register's folder.

    Raises:
        UserError: a rules file can't be read, or edits an entry that exists.
    """
    shipped = [file.read_text(encoding="utf-8") for file in sorted(assets.resource("rules").iterdir(), key=str)]
    brought = map(_brought, sorted((folder / RULES_FOLDER).glob("*.toml")))
    return rulebook.merge(*map(rulebook.parse, shipped), *brought)


def _brought(file: Path) -> tuple[Rule, ...]:
    try:
        return rulebook.parse(file.read_text(encoding="utf-8"))
    except UserError as error:
        raise _fault(file, error.advice) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _fault(file, "Hãy chép lại tệp.") from error


def _fault(file: Path, advice: str) -> UserError:
    return UserError(
        f"Không đọc được tệp quy định “{file.name}”.",
        f"{advice} Muốn mở sổ ngay thì bỏ tệp ra khỏi thư mục “{RULES_FOLDER}”.",
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """What an act needs.

    Attributes:
        folder: the register's folder.
        store: the open register.
        rules: every known rule entry.
        now: tells date and time with its zone; the only clock.
    """

    folder: Path
    store: Store
    rules: tuple[Rule, ...]
    now: Callable[[], datetime]

    @property
    def today(self) -> date:
        """The day in Vietnam's time as the clock tells it."""
        return self.now().date()

    def office(self) -> Office:
        """The office of this register.

        Raises:
            UserError: it has not been set up.
        """
        offices = self.store.all(Office)
        if not offices:
            raise UserError(
                "Chưa khai báo cơ quan cho sổ này.", "Hãy chạy lệnh “vnpresence setup” với mã xã, phường và người ký."
            )
        return offices[0]

    def programme(self) -> Programme:
        """The programme profile of the office's province.

        Raises:
            UserError: there is none for that province.
        """
        place = commune(self.office().commune)
        profile = programmes().get(place.province_code)
        if profile is None:
            raise UserError(
                f"Chưa có hồ sơ chương trình cho {place.province}.",
                "Sổ theo dõi vẫn dùng được; báo cáo cần hồ sơ (kế hoạch, nhiệm vụ, chỉ tiêu) của tỉnh, thành phố.",
            )
        return profile
