"""Labels to offer for a domain: from the name, as people would type them, legal and not taken."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from vnpresence_desktop.domain.numbers import LABEL_LENGTH, check_label
from vnpresence_desktop.domain.records import Candidate, Citizen
from vnpresence_desktop.domain.text import words

_MOST = 6
_SHORTEST, _LONGEST = 3, 40
"""Letters: a label is read out, typed and painted on a sign board; the law allows 63."""
_NUMBERED = 9
_FORMS = (
    "ho kinh doanh ca the", "ho kinh doanh", "ho kd", "hkd", "cong ty trach nhiem huu han mot thanh vien",
    "cong ty trach nhiem huu han", "cong ty tnhh mot thanh vien", "cong ty tnhh mtv", "cong ty tnhh", "cong ty co phan",
    "cong ty cp", "cong ty", "ctcp", "doanh nghiep tu nhan", "dntn", "hop tac xa", "htx",
)  # fmt: skip
_TRADES = (
    "thuong mai dich vu", "thuong mai va dich vu", "tm dv", "xay dung", "san xuat", "thuong mai", "dich vu", "vat lieu xay dung",
    "vat tu nong nghiep", "tap hoa", "cua hang", "quan an", "quan com", "quan", "tiem", "nha thuoc", "quay thuoc", "ca phe",
    "cafe", "co so", "shop", "tiem vang", "tra sua", "may mac", "sua xe", "dien thoai", "banh mi", "hu tieu", "com tam",
)  # fmt: skip


def letters_left(label: str) -> int:
    """How many letters more a label may have, negative where it is too long; Vietnamese letters count in their xn-- form."""
    plain = label.isascii() or len(label) > LABEL_LENGTH
    return LABEL_LENGTH - (len(label) if plain else len("xn--") + len(label.encode("punycode")))


def suggest_labels(record: Candidate, taken: Collection[str]) -> tuple[str, ...]:
    """Labels for a candidate, best first; at most six, none for a name without a Latin letter.

    Args:
        record: household, enterprise or citizen.
        taken: labels of its zone that are known to be someone's.

    Returns:
        Legal labels of letters and digits, none of them in ``taken``: "tap-hoa-bay-dong", "taphoabaydong", "baydong" …
    """
    wanted = _of_person(record) if isinstance(record, Citizen) else _of_business(record)
    free = (label for label in dict.fromkeys(wanted) if _fits(label) and label not in taken)
    return tuple(islice(free, _MOST))


def _fits(label: str) -> bool:
    return _SHORTEST <= len(label) <= _LONGEST and not check_label(label)


def _of_business(record: Candidate) -> Iterator[str]:
    parts = _without(words(record.name), _FORMS).split()
    proper = _without(" ".join(parts), _TRADES).split()
    if not parts:
        return
    short = "".join(proper or parts)
    yield "-".join(parts)
    yield "".join(parts)
    yield short
    yield "-".join(proper)
    trade = parts[: len(parts) - len(proper)] if proper else []
    yield "".join(word[0] for word in trade) + short
    yield from _further(short, words(record.hamlet).split())


def _of_person(record: Citizen) -> Iterator[str]:
    parts = words(record.name).split()
    if not parts:
        return
    whole, given = "".join(parts), parts[-1] + parts[0] if len(parts) > 1 else parts[0]
    year = record.birth_date[:4] if re.fullmatch(r"\d{4}(-.*)?", record.birth_date, re.ASCII) else ""
    yield whole
    yield given
    yield "".join(parts[-2:])
    yield f"{given}{year}"
    yield "-".join(parts)
    yield f"{whole}{year}"
    yield parts[-1] + "".join(word[0] for word in parts[:-1])
    yield from _further(whole, words(record.hamlet).split())


def _further(label: str, hamlet: Sequence[str]) -> Iterator[str]:
    """Where the good ones are taken: with the hamlet, then numbered."""
    yield label + "".join(word for word in hamlet if word not in ("ap", "khu", "vuc", "kv"))
    yield from (f"{label}{number}" for number in range(2, _NUMBERED + 1))


def _without(name: str, beginnings: Collection[str]) -> str:
    """The name without these at its beginning, again and again, unless nothing would be left."""
    for start in sorted(beginnings, key=len, reverse=True):
        if name.startswith(f"{start} "):
            return _without(name.removeprefix(f"{start} "), beginnings)
    return name
