"""What cells look like: a person, a business, an ID number, a day … whatever the heading over them says, or without any."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from vnpresence_desktop.documents.reading.headings import Meaning, data
from vnpresence_desktop.documents.reading.places import group_hamlet
from vnpresence_desktop.documents.reading.sheets import Cell
from vnpresence_desktop.domain.syllables import is_syllable
from vnpresence_desktop.domain.text import fold, words

BY_CONTENT = 70
"""How sure a meaning is that only the cells tell; the sureness of headings: `headings.EXACT` and below."""

MOST = 0.8
"""Share of the filled cells that must look alike for a column to be known by its content."""

HALF = 0.5
"""Share that is enough for words which no other column would hold."""

SOME = 0.35
"""Share that is enough for the names of shops, half of which begin with any word."""

SURE = frozenset({"id_number", "email", "phone", "sex"})
"""What the cells of a column tell beside other headings; a phone is nine or ten digits, an ID eleven or twelve."""

NAMED = frozenset({"person", "household_name", "enterprise_name"})
"""What they tell where no heading names anybody."""

_LONG = 200
"""Letters of a cell that are looked at."""
_PERSON_NUMBER = re.compile(r"0\d{11}|[1-9]\d{10}")
_TAX_NUMBER = re.compile(r"\d{10}(?:-?\d{3})?")
_PHONE_NUMBER = re.compile(r"(?:0|\+?84)?[35789]\d{8}")
_CERTIFICATE = re.compile(r"\d{2}[A-Z]\d{7,8}", re.IGNORECASE)
_ADDRESS_OF_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_DAY = re.compile(r"(?:\d{1,2}[/.\-]){0,2}((?:19|20)\d\d)")
_ADDRESS_WORD = re.compile(
    r"\b(?:ap|khu vuc|kv|khom|duong|xa|phuong|hem|so nha|thon|quoc lo|tinh lo|tinh|huyen|tp|to)\b"
)
_NEVER_IN_NAMES = re.compile(r"[\d@/,;:()]")


def column(sample: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    """The filled cells of a column."""
    return [row[index] for row in sample if 0 <= index < len(row) and row[index] not in ("", None)]


def share(cells: Sequence[Cell], looks: Callable[[Cell], bool]) -> float:
    """Share of the cells that look so, 0 to 1; 0 for no cells."""
    return sum(map(looks, cells)) / len(cells) if cells else 0.0


def is_person_number(cell: Cell) -> bool:
    """An ID number of twelve digits, or of eleven where Excel took the zero."""
    return _PERSON_NUMBER.fullmatch(_digits(cell)) is not None


def is_tax_number(cell: Cell) -> bool:
    """A tax code of ten or thirteen digits."""
    return _TAX_NUMBER.fullmatch(_digits(cell)) is not None


def is_sure_tax_number(cell: Cell) -> bool:
    """A tax code whose check digit is right, which tells it from a phone number."""
    from stdnum.vn import mst

    digits = _digits(cell)
    return _TAX_NUMBER.fullmatch(digits) is not None and bool(mst.is_valid(digits))


def is_phone(cell: Cell) -> bool:
    """A mobile number, with or without its zero."""
    return _PHONE_NUMBER.fullmatch(_digits(cell)) is not None


def is_mail(cell: Cell) -> bool:
    """An e-mail address."""
    return isinstance(cell, str) and _ADDRESS_OF_MAIL.fullmatch(cell.strip()) is not None


def is_sex(cell: Cell) -> bool:
    """Nam or Nữ."""
    return isinstance(cell, str) and fold(cell) in ("nam", "nu")


def is_date(cell: Cell) -> bool:
    """A day, or a year alone."""
    return year(cell) > 0


def year(cell: Cell) -> int:
    """The year that a cell names; 0 for none."""
    if isinstance(cell, date):
        return cell.year
    match = _DAY.fullmatch(_plain(cell))
    return int(match[1]) if match else 0


def is_young(cell: Cell) -> bool:
    """A day of birth of somebody whom the programme for young citizens means, or will soon."""
    return year(cell) >= _YOUNG


def is_certificate(cell: Cell) -> bool:
    """A household's certificate in the form used until 2025: 57A8012345."""
    return _CERTIFICATE.fullmatch(_digits(cell)) is not None


def is_person(cell: Cell) -> bool:
    """A person's name: two to six words without digits, the first of them a family name."""
    return isinstance(cell, str) and _is_person(cell)


@lru_cache(4096)
def _is_person(text: str) -> bool:
    parts = words(text).split() if len(text) < _LONG else []
    return 2 <= len(parts) <= 6 and parts[0] in _surnames() and not _NEVER_IN_NAMES.search(text)


def is_household(cell: Cell) -> bool:
    """A name that begins as those of shops and households do: "Tạp hóa Sáu", "HKD Trần Văn A"."""
    return isinstance(cell, str) and _begins(cell, "household")


def is_enterprise(cell: Cell) -> bool:
    """A name that begins as those of enterprises do: "Công ty TNHH …", "DNTN …"."""
    return isinstance(cell, str) and _begins(cell, "enterprise")


def is_school(cell: Cell) -> bool:
    """A name that begins as those of schools do."""
    return isinstance(cell, str) and _begins(cell, "school")


def is_hamlet(cell: Cell) -> bool:
    """A hamlet alone, with its kind: "Ấp Thới Phước"."""
    return isinstance(cell, str) and "," not in cell and len(cell) < 40 and group_hamlet(cell) != ""


def is_address(cell: Cell) -> bool:
    """Words of places, or parts between commas."""
    return isinstance(cell, str) and len(cell) > 5 and _ADDRESS_WORD.search(fold(cell[:_LONG])) is not None


def _is_count(cells: Sequence[Cell]) -> bool:
    """Whether a column counts its rows: 1, 2, 3 … , perhaps anew in each group."""
    numbers = [int(text) for cell in cells if (text := _plain(cell).rstrip(".")).isdecimal() and len(text) < 7]
    if len(numbers) < MOST * len(cells) or len(numbers) < 2:
        return False
    steps = sum(after - before == 1 for before, after in pairwise(numbers))
    return steps >= MOST * (len(numbers) - 1)


def _is_word(cell: Cell) -> bool:
    return isinstance(cell, str) and is_syllable(cell.strip())


def are_given_names(cells: Sequence[Cell]) -> bool:
    """Whether a column holds one word a cell, as "Tên" beside "Họ và tên đệm" does."""
    return share(cells, _is_word) >= MOST and share(cells, is_sex) < HALF


_ORDER: tuple[tuple[str, Callable[[Cell], bool], float], ...] = (
    ("email", is_mail, MOST),
    ("sex", is_sex, MOST),
    ("id_number", is_person_number, MOST),
    ("certificate_no", is_certificate, HALF),
    ("tax_code", is_sure_tax_number, MOST),
    ("phone", is_phone, MOST),
    ("tax_code", is_tax_number, MOST),
    ("birth_date", is_date, MOST),
    ("enterprise_name", is_enterprise, HALF),
    ("school", is_school, HALF),
    ("hamlet", is_hamlet, MOST),
    ("person", is_person, MOST),
    ("household_name", is_household, SOME),
    ("address", is_address, HALF),
)
"""What a column may be, the surest looks first."""

_ALL = frozenset({"ordinal", *(name for name, *_ in _ORDER)})


def meanings_by_content(sample: Sequence[Sequence[Cell]], width: int = 0) -> list[Meaning]:
    """What each column of a list without any heading is, by its cells; each meaning once, the first such column."""
    width = width or max(map(len, sample), default=0)
    names = _told_apart([name_of(column(sample, index)) for index in range(width)], sample)
    seen: set[str] = set()
    result = []
    for name in names:
        result.append(Meaning(name, BY_CONTENT) if name and name not in seen else Meaning())
        seen.add(name)
    return result


def fits(name: str, cell: Cell) -> bool:
    """Whether a cell looks as a column of that meaning should."""
    return cell not in ("", None) and any(looks(cell) for meaning, looks, _ in _ORDER if meaning == name)


def name_of(cells: Sequence[Cell], wanted: Collection[str] = _ALL) -> str:
    """The meaning of a column by its cells, out of those that are wanted; "" for none."""
    if "ordinal" in wanted and _is_count(cells):
        return "ordinal"
    return next((name for name, looks, least in _ORDER if name in wanted and share(cells, looks) >= least), "")


def _told_apart(names: list[str], sample: Sequence[Sequence[Cell]]) -> list[str]:
    """Of two columns of days the earlier one is the birth; a single one beside businesses is so where it is long ago."""
    days = {index: _middle(column(sample, index)) for index, name in enumerate(names) if name == "birth_date"}
    births = min(days, key=lambda index: days[index], default=-1)
    business = not {"household_name", "enterprise_name", "certificate_no"}.isdisjoint(names)
    for index, middle in days.items():
        if index != births or (business and middle >= _LATE):
            names[index] = "certificate_date" if business else ""
    return names


_YOUNG = 1999
"""They were 25 when the programme began, or younger."""

_LATE = 2005
"""Who owns a business was born before; what is dated later is its certificate."""


def _middle(cells: Sequence[Cell]) -> int:
    years = sorted(filter(None, map(year, cells)))
    return years[len(years) // 2] if years else 0


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words(name) for name in data()["looks"]["surnames"])


@cache
def _beginnings(kind: str) -> re.Pattern[str]:
    listed = sorted((words(start) for start in data()["looks"][kind]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))})\b")


def _begins(text: str, kind: str) -> bool:
    return _beginnings(kind).match(words(text[:_LONG])) is not None


def _digits(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return re.sub(r"[\s.']", "", cell) if isinstance(cell, str) else str(cell)


def _plain(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
