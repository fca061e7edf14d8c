"""Registrars (nhà đăng ký) and protected names: data that ships with the program, to which an office adds its own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from vnpresence_desktop import assets
from vnpresence_desktop.domain.dates import span, within
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import clean, fold, sort_key
from vnpresence_desktop.work.desk import Desk

REGISTRARS_FOLDER = "nha-dang-ky"
"""Folder beside the register where an office lays files of further registrars."""

_KEYS = frozenset({"name", "source", "from", "until"})


@dataclass(frozen=True, slots=True)
class Registrar:
    """A registrar.

    Attributes:
        name: as it is written into a registration.
        source: where it was read.
        from_, until: ISO dates between which it is one, partial ones too; "" for open.
    """

    name: str
    source: str
    from_: str = ""
    until: str = ""


def registrars(desk: Desk) -> tuple[Registrar, ...]:
    """Those that exist today, in Vietnamese order.

    Raises:
        UserError: a file that the office laid beside the register can't be read.
    """
    known = {fold(item.name): item for item in _parse(assets.text("registrars.toml"), "registrars.toml")}
    for file in sorted((desk.folder / REGISTRARS_FOLDER).glob("*.toml")):
        try:
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise _fault(file.name, "tệp hỏng") from error
        known |= {fold(item.name): item for item in _parse(text, file.name)}
    open_ = (item for item in known.values() if within(item.from_, item.until, desk.today))
    return tuple(sorted(open_, key=lambda item: sort_key(item.name)))


def _parse(text: str, file: str) -> tuple[Registrar, ...]:
    try:
        entries = tomllib.loads(text).get("registrar")
    except (ValueError, RecursionError) as error:
        raise _fault(file, "viết sai cú pháp") from error
    if not isinstance(entries, list):
        raise _fault(file, "không có mục [[registrar]]")
    return tuple(_registrar(entry, file, place) for place, entry in enumerate(entries, 1))


def _registrar(entry: object, file: str, place: int) -> Registrar:
    if not isinstance(entry, Mapping) or not entry.keys() <= _KEYS:
        raise _fault(file, f"mục thứ {place}")
    values = {name: clean(str(value)) for name, value in entry.items()}
    days = (values.get("from", ""), values.get("until", ""))
    if not values.get("name") or any(day and span(day) is None for day in days):
        raise _fault(file, f"mục thứ {place}")
    return Registrar(values["name"], values.get("source", ""), *days)


def _fault(file: str, what: str) -> UserError:
    return UserError(
        f"Không đọc được danh sách nhà đăng ký “{file}”.",
        f"Chỗ sai: {what}. Hãy sửa tệp trong thư mục “{REGISTRARS_FOLDER}”, hoặc bỏ tệp ra khỏi thư mục.",
    )


@cache
def protected_words() -> tuple[str, ...]:
    """Words of protected names as they would stand in a label, see `vnpresence_desktop.domain.domains`."""
    data: dict[str, Any] = tomllib.loads(assets.text("registrars.toml"))
    return tuple(data["protected"]["words"])
