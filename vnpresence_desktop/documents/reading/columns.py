"""Which column holds which field of a record: by its heading, then by what stands in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vnpresence_desktop.documents.reading.headings import Meaning, data, recognise
from vnpresence_desktop.documents.reading.workbook import Cell
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.text import fold

BY_CONTENT = 70
"""How sure a meaning is that only the cells tell; the sureness of headings: `headings.EXACT` and below."""

_MOST = 0.8
"""Share of the filled cells that must look alike for a column to be known by its content."""

_PERSON_NUMBER = re.compile(r"0\d{11}|[1-9]\d{10}")
_TAX_NUMBER = re.compile(r"\d{10}(?:-?\d{3})?")
_PHONE_NUMBER = re.compile(r"(?:0|\+?84)?[35789]\d{8}")
_ADDRESS_OF_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Way(StrEnum):
    """How a field comes from its columns."""

    ONE = "one"
    """one column holds it"""
    JOIN = "join"
    """texts side by side: họ và tên đệm + tên"""
    TICKS = "ticks"
    """male and female each have a column with a mark; one may be missing (-1)"""
    BY_SEX = "by_sex"
    """male and female each have a column with the birth date"""
    PARTS = "parts"
    """day, month, year"""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field comes from.

    Attributes:
        columns: indexes from 0 (column A), in the order that ``way`` says.
        way: see `Way`.
    """

    columns: tuple[int, ...]
    way: Way = Way.ONE


def map_columns(kind: Kind, headings: Sequence[str], sample: Sequence[Sequence[Cell]]) -> dict[str, Source]:
    """Find the columns of a kind's fields.

    Args:
        kind: household, enterprise or citizen.
        headings: text over each column.
        sample: some rows of the list, for columns that the heading leaves open.

    Returns:
        Field → source, in the order of columns.toml; a column serves one field.
    """
    meanings = _of_their_neighbours([recognise(text) for text in headings])
    meanings = _by_content(kind, meanings, sample)
    place = _places(meanings)
    found = _ordinary(kind, place, sample)
    _join_names(kind, found, place, headings, sample)
    _birth(found, place, sample)
    _ticks(found, place)
    wanted = data()["fields"][kind.value]
    return {field: found[field] for field in wanted if field in found}


def _ordinary(kind: Kind, place: dict[str, int], sample: Sequence[Sequence[Cell]]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for field, accepted in data()["fields"][kind.value].items():
        for meaning in accepted:
            if meaning in place and (meaning != "code" or _fits_code(field, _column(sample, place[meaning]))):
                found[field] = Source((place[meaning],))
                break
    return found


def _fits_code(field: str, cells: list[Cell]) -> bool:
    """A column headed "Mã số" alone: the digits say of what."""
    return _share(cells, _is_person_number if field == "id_number" else _is_tax_number) >= _MOST


def _places(meanings: Sequence[Meaning]) -> dict[str, int]:
    """Meaning → its column: the surest, of equals the first."""
    place: dict[str, int] = {}
    for index, meaning in enumerate(meanings):
        if meaning.name and (meaning.name not in place or meaning.sure > meanings[place[meaning.name]].sure):
            place[meaning.name] = index
    return place


_OWNERS_OF_DATES = {
    "id_number": ("id_date", "id_issuer"),
    "certificate_no": ("certificate_date", "certificate_issuer"),
    "enterprise_code": ("founded", "certificate_issuer"),
    "tax_code": ("issue_date", "issuer"),
}


def _of_their_neighbours(meanings: list[Meaning]) -> list[Meaning]:
    """Bare "Ngày cấp" and "Nơi cấp" belong to the number to the left of them."""
    result = list(meanings)
    owner = ""
    for index, meaning in enumerate(meanings):
        if meaning.name in _OWNERS_OF_DATES:
            owner = meaning.name
        elif meaning.name in ("issue_date", "issuer") and owner:
            date_name, issuer_name = _OWNERS_OF_DATES[owner]
            result[index] = Meaning(date_name if meaning.name == "issue_date" else issuer_name, meaning.sure)
        elif meaning.name:
            owner = ""
    return result


def _by_content(kind: Kind, meanings: list[Meaning], sample: Sequence[Sequence[Cell]]) -> list[Meaning]:
    """Columns without a heading, or with one not understood, whose cells leave no doubt."""
    wanted = data()["fields"][kind.value]
    known = {meaning.name for meaning in meanings}
    result = list(meanings)
    for index, meaning in enumerate(meanings):
        if meaning.name:
            continue
        cells = _column(sample, index)
        for name, looks in _LOOKS.items():
            if name in wanted and name not in known and _share(cells, looks) >= _MOST:
                result[index] = Meaning(name, BY_CONTENT)
                known.add(name)
                break
    return result


def _join_names(
    kind: Kind,
    found: dict[str, Source],
    place: dict[str, int],
    headings: Sequence[str],
    sample: Sequence[Sequence[Cell]],
) -> None:
    """A person's name in two columns: "Họ đệm" and "Tên", or one heading over both."""
    field = {Kind.HOUSEHOLD: "owner", Kind.ENTERPRISE: "representative"}.get(kind, "name")
    if "surname" in place and (kind is not Kind.ENTERPRISE or field not in found):
        given = place["surname"] + 1
        if place.get("bare_name", given) == given and given < len(headings):
            found[field] = Source((place["surname"], given), Way.JOIN)
            if found.get("name") == Source((given,)):
                del found["name"]
        return
    source = found.get(field)
    if (
        source
        and _is_unnamed(headings, source.columns[0] + 1)
        and _are_given_names(_column(sample, source.columns[0] + 1))
    ):
        found[field] = Source((source.columns[0], source.columns[0] + 1), Way.JOIN)


def _is_unnamed(headings: Sequence[str], index: int) -> bool:
    return index < len(headings) and (not headings[index] or headings[index] == headings[index - 1])


def _are_given_names(cells: list[Cell]) -> bool:
    return _share(cells, lambda cell: isinstance(cell, str) and cell.strip().isalpha()) >= _MOST


def _birth(found: dict[str, Source], place: dict[str, int], sample: Sequence[Sequence[Cell]]) -> None:
    parts = [place.get(name, -1) for name in ("birth_day", "birth_month", "birth_year")]
    male = place.get("birth_male", place.get("sex_male", -1))
    female = place.get("birth_female", place.get("sex_female", -1))
    if min(parts) >= 0:
        found["birth_date"] = Source(tuple(parts), Way.PARTS)
    elif "birth_date" not in found and min(male, female) >= 0 and _share(_column(sample, male), _is_date) >= _MOST:
        found["birth_date"] = Source((male, female), Way.BY_SEX)
        found["sex"] = Source((male, female), Way.TICKS)
    elif "birth_date" not in found and max(parts) >= 0:
        found["birth_date"] = Source((max(parts),))


def _ticks(found: dict[str, Source], place: dict[str, int]) -> None:
    columns = (place.get("sex_male", -1), place.get("sex_female", -1))
    if "sex" not in found and max(columns) >= 0:
        found["sex"] = Source(columns, Way.TICKS)


def _column(sample: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    return [row[index] for row in sample if index < len(row) and row[index] not in ("", None)]


def _share(cells: list[Cell], looks: Callable[[Cell], bool]) -> float:
    return sum(map(looks, cells)) / len(cells) if cells else 0.0


def _digits(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return re.sub(r"[\s.']", "", cell) if isinstance(cell, str) else str(cell)


def _is_person_number(cell: Cell) -> bool:
    return _PERSON_NUMBER.fullmatch(_digits(cell)) is not None


def _is_tax_number(cell: Cell) -> bool:
    return _TAX_NUMBER.fullmatch(_digits(cell)) is not None


def _is_phone(cell: Cell) -> bool:
    return _PHONE_NUMBER.fullmatch(_digits(cell)) is not None


def _is_mail(cell: Cell) -> bool:
    return isinstance(cell, str) and _ADDRESS_OF_MAIL.fullmatch(cell.strip()) is not None


def _is_sex(cell: Cell) -> bool:
    return isinstance(cell, str) and fold(cell) in ("nam", "nu")


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    return re.fullmatch(r"(?:\d{1,2}[/.\-]){0,2}(?:19|20)\d\d", _text(cell)) is not None


def _text(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


_LOOKS: dict[str, Callable[[Cell], bool]] = {
    "id_number": _is_person_number,
    "email": _is_mail,
    "phone": _is_phone,
    "sex": _is_sex,
}
"""Fields that the cells alone can tell; a phone is nine or ten digits, an ID eleven or twelve."""
