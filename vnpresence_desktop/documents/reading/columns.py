"""Which column holds which field of a record: by its heading, then by what stands in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from vnpresence_desktop.documents.reading import looks
from vnpresence_desktop.documents.reading.heading_lines import NAMES
from vnpresence_desktop.documents.reading.headings import Meaning, data, recognise
from vnpresence_desktop.documents.reading.sheets import Cell
from vnpresence_desktop.domain.kinds import Kind

_SAID = 3
"""Weight that the signs of a kind must have together."""


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
    meanings = _by_content(kind, headings, meanings, sample)
    place = _places(meanings)
    found = _ordinary(kind, place, sample)
    _join_names(kind, found, place, headings, sample)
    _birth(found, place, sample)
    _ticks(found, place)
    wanted = data()["fields"][kind.value]
    return {field: found[field] for field in wanted if field in found}


def likely_kind(headings: Sequence[str], sample: Sequence[Sequence[Cell]]) -> Kind | None:
    """What the rows of a list are, by its headings and by what stands below them; None where that is open.

    Args:
        headings: text over each column.
        sample: some rows of the list.
    """
    meanings = [recognise(text) for text in headings]
    if not any(meaning.name for meaning in meanings):
        meanings = looks.meanings_by_content(sample, len(headings))
    named = {meaning.name for meaning in meanings}
    said = {kind: sum(weights.get(name, 0) for name in named) for kind, weights in _signs().items()}
    for index, meaning in enumerate(meanings):
        for kind, weight in _signs_of_cells(meaning.name, looks.column(sample, index)):
            said[kind] += weight
    if max(said[Kind.HOUSEHOLD], said[Kind.ENTERPRISE]) >= _SAID:
        said[Kind.CITIZEN] = 0  # whoever stands in a list of businesses is their owner
    best, second = sorted(said, key=lambda kind: said[kind], reverse=True)[:2]
    return best if said[best] >= _SAID and said[best] > said[second] else None


def _signs_of_cells(name: str, cells: list[Cell]) -> Iterator[tuple[Kind, int]]:
    if name in NAMES:
        if looks.share(cells, looks.is_enterprise) >= looks.HALF:
            yield Kind.ENTERPRISE, 6
        elif looks.share(cells, looks.is_household) >= looks.SOME:
            yield Kind.HOUSEHOLD, 4
    elif name not in ("phone", "tax_code") and looks.share(cells, looks.is_certificate) >= looks.HALF:
        yield Kind.HOUSEHOLD, 4
    elif name in ("birth_date", "birth_year", "birth_male") and looks.share(cells, looks.is_young) >= looks.MOST:
        yield Kind.CITIZEN, 3


@cache
def _signs() -> dict[Kind, dict[str, int]]:
    return {kind: data()["signs"][kind.value] for kind in (Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN)}


def _ordinary(kind: Kind, place: dict[str, int], sample: Sequence[Sequence[Cell]]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for field, accepted in data()["fields"][kind.value].items():
        for meaning in accepted:
            if meaning in place and (meaning != "code" or _fits_code(field, looks.column(sample, place[meaning]))):
                found[field] = Source((place[meaning],))
                break
    return found


def _fits_code(field: str, cells: list[Cell]) -> bool:
    """A column headed "Mã số" alone: the digits say of what."""
    return looks.share(cells, looks.is_person_number if field == "id_number" else looks.is_tax_number) >= looks.MOST


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


def _by_content(
    kind: Kind, headings: Sequence[str], meanings: list[Meaning], sample: Sequence[Sequence[Cell]]
) -> list[Meaning]:
    """Columns without a heading, or with one not understood, whose cells leave no doubt."""
    known = {meaning.name for meaning in meanings if meaning.name}
    if not known:
        return looks.meanings_by_content(sample, len(meanings))
    wanted = set(data()["fields"][kind.value]) & looks.SURE | (set() if known & NAMES else looks.NAMED)
    result = list(meanings)
    begins = next(index for index, text in enumerate(headings) if text)  # left of it another list may stand
    for index, meaning in enumerate(meanings):
        name = "" if meaning.name or index < begins else looks.name_of(looks.column(sample, index), wanted - known)
        if name:
            result[index] = Meaning(name, looks.BY_CONTENT)
            known.add(name)
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
    if field not in found:
        return
    first = found[field].columns[0]
    free = _is_unnamed(headings, first + 1) and first + 1 not in place.values()
    if free and looks.are_given_names(looks.column(sample, first + 1)):
        found[field] = Source((first, first + 1), Way.JOIN)


def _is_unnamed(headings: Sequence[str], index: int) -> bool:
    return index < len(headings) and (not headings[index] or headings[index] == headings[index - 1])


def _birth(found: dict[str, Source], place: dict[str, int], sample: Sequence[Sequence[Cell]]) -> None:
    parts = [place.get(name, -1) for name in ("birth_day", "birth_month", "birth_year")]
    male = place.get("birth_male", place.get("sex_male", -1))
    female = place.get("birth_female", place.get("sex_female", -1))
    if min(parts) >= 0:
        found["birth_date"] = Source(tuple(parts), Way.PARTS)
    elif "birth_date" not in found and min(male, female) >= 0 and _are_dates(looks.column(sample, male)):
        found["birth_date"] = Source((male, female), Way.BY_SEX)
        found["sex"] = Source((male, female), Way.TICKS)
    elif "birth_date" not in found and max(parts) >= 0:
        found["birth_date"] = Source((max(parts),))


def _are_dates(cells: list[Cell]) -> bool:
    return looks.share(cells, looks.is_date) >= looks.MOST


def _ticks(found: dict[str, Source], place: dict[str, int]) -> None:
    columns = (place.get("sex_male", -1), place.get("sex_female", -1))
    if "sex" not in found and max(columns) >= 0:
        found["sex"] = Source(columns, Way.TICKS)
