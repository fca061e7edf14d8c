"""A list of registered domains from the department (Sở) or VNNIC, read from its file."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vnpresence_desktop import assets
from vnpresence_desktop.documents.reading.values.cells import as_text
from vnpresence_desktop.documents.reading.values.dates import date_reader
from vnpresence_desktop.documents.reading.workbook import Cell, Sheet, read_workbook
from vnpresence_desktop.domain.numbers import check_label, read_label
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import words

_SEARCHED = 40
"""Rows from the top in which the heading is looked for."""
_FEWEST = 2
"""Columns that have to be known for a row to be the heading."""
_DOMAIN = re.compile(r"(.+)\.(biz|id)\.vn", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One domain of a list.

    Attributes:
        row: Excel row.
        domain: as it stands there.
        owner: name of the subject.
        number: personal identification number or tax code.
        registrar: as it stands there.
        registered_on, expires_on: ISO text, "" where the list says nothing that can be read.
    """

    row: int
    domain: str
    owner: str = ""
    number: str = ""
    registrar: str = ""
    registered_on: str = ""
    expires_on: str = ""


def read_domain_list(path: Path) -> tuple[ListRow, ...]:
    """Read a list of registered domains.

    Args:
        path: xlsx, xls, ods or csv, read as any list.

    Raises:
        UserError: the file can't be read, or has no column of domains.
    """
    for sheet in read_workbook(path).sheets:
        if found := _heading(sheet):
            place, columns = found
            rows = (_row(number, sheet.rows[number - 1], columns) for number in range(place + 2, len(sheet.rows) + 1))
            return tuple(row for row in rows if row.domain)
    raise UserError(
        f"Tệp “{path.name}” không có cột tên miền.",
        "Danh sách cần một dòng tiêu đề như: Tên miền, Chủ thể, Số CCCD/MST, Nhà đăng ký, Ngày đăng ký, Ngày hết hạn.",
    )


def _heading(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for place, row in enumerate(sheet.rows[:_SEARCHED]):
        columns: dict[str, int] = {}
        for index, cell in enumerate(row):
            if field := _meaning(words(as_text(cell))):
                columns.setdefault(field, index)
        if "domain" in columns and len(columns) >= _FEWEST:
            return place, columns
    return None


def _meaning(heading: str) -> str:
    known = _headings()
    if heading in known:
        return known[heading]
    longest = max((text for text in known if heading.startswith(f"{text} ")), key=len, default="")
    return known.get(longest, "")


@cache
def _headings() -> Mapping[str, str]:
    data: dict[str, Any] = tomllib.loads(assets.text("columns_domains.toml"))
    return {text: field for field, texts in data["headings"].items() for text in texts}


def _row(number: int, cells: Sequence[Cell], columns: Mapping[str, int]) -> ListRow:
    found = {field: _value(field, cells[at]) for field, at in columns.items() if at < len(cells) and cells[at]}
    return ListRow(number, **({"domain": ""} | found))


def _value(field: str, cell: Cell) -> str:
    if field in ("registered_on", "expires_on"):
        return str(date_reader(field)(cell)[0])
    return as_text(cell)


def split_domain(text: str) -> tuple[str, str]:
    """Label and zone of a domain as it stands in a list; the zone is "" where it is none of the programme's."""
    match = _DOMAIN.fullmatch(text.strip().rstrip("./"))
    label = read_label(match[1]).value if match else ""
    if not match or not label or check_label(label):
        return "", ""
    return label, f"{match[2].lower()}.vn"
