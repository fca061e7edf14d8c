"""The line in the QR code of a citizen's ID card (thẻ căn cước, CCCD), as a scanner types it.

``số định danh|số CMND cũ|họ tên|ddMMyyyy|Nam hoặc Nữ|nơi thường trú|ddMMyyyy ngày cấp``; the old number may be empty, in some
cards it or the day of issue is left out, and newer cards have more fields behind. What is read is offered to the officer,
never stored as it came: neither the line nor anything of it is logged.
"""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass

from vnpresence_desktop.domain.dates import parse_date
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.numbers import ID_LENGTH, sex_of
from vnpresence_desktop.domain.syllables import is_syllable
from vnpresence_desktop.domain.text import clean, fold

_FIELDS = 7
_FEWEST = 6
_LONGEST_NAME = 100
_ENDS = re.compile(r"[\r\n\t\v\f\x1c-\x1f]+")
_NUMBER = re.compile(rf"0\d{{{ID_LENGTH - 1}}}", re.ASCII)
_OLD_NUMBER = re.compile(r"(\d{9}|\d{12})?", re.ASCII)
_DAY = re.compile(r"\d{8}", re.ASCII)
_WHOLE = re.compile(r"0\d{11}\|(?:(?:\d{9}|\d{12})?\|)?[^|]+\|\d{8}\|", re.ASCII)
"""How a card begins; where it stands a second time, or not at the start, two scans ran together."""
_MIDDLE = re.compile(r"\|\d{8}\|[Nn][^|]{0,5}(\||$)", re.ASCII)
_FOREIGN: Mapping[str, re.Pattern[str]] = {
    "vaccine": re.compile(r"HC1:|.*(pc-?covid|tiemchung|vaccin)", re.IGNORECASE | re.DOTALL),
    "driving_licence": re.compile(r".*(gplx|giay phep lai xe)", re.IGNORECASE | re.DOTALL),
    "url": re.compile(r"(https?:|www\.)|[\w-]+(\.[\w-]+)*\.(vn|com|net|org|gov|me|ly)(/|$)", re.IGNORECASE | re.ASCII),
    "health_insurance": re.compile(r"([A-Z]{2}\d{13}|\d{10})\|[0-9a-fA-F]{4,}\||[^|]+\|.*\$$", re.DOTALL | re.ASCII),
    "barcode": re.compile(r"[\dA-Z-]{6,24}", re.ASCII),
}
"""What other codes look like; the folded line is asked as well."""
_SEXES = {"nam": "male", "nữ": "female"}
_NAME_SIGNS = re.compile(r"[^\W\d_]+(?:[ .'’\-]+[^\W\d_]+)*\.?")
_ADDRESS_SIGNS = re.compile(r"[\w\s.,;:/()'’\-–]*")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED_DIGIT = re.compile(r"[a-zà-ỹ]\d", re.IGNORECASE)
_CODE_WORD = re.compile(r"\b[A-ZĐ]{1,4}\d+[A-ZĐ]?\d*\b")

FILLS: Mapping[Kind, Mapping[str, str]] = {
    Kind.HOUSEHOLD: {
        "owner": "name",
        "id_number": "id_number",
        "birth_date": "birth_date",
        "sex": "sex",
        "home_address": "address",
    },
    Kind.CITIZEN: {
        "name": "name",
        "birth_date": "birth_date",
        "sex": "sex",
        "id_number": "id_number",
        "home_address": "address",
    },
    Kind.ENTERPRISE: {"representative": "name"},
}
"""Kind → field of its record → what of the card fills it."""


@dataclass(frozen=True, slots=True)
class Card:
    """An ID card as read; its representation tells nothing of the person.

    Attributes:
        id_number: twelve digits.
        old_number: of the identity card before it, "" where there is none.
        name: in name case where the card has capitals: "Nguyễn Văn Đức".
        birth_date, issued_on: whole ISO dates; ``issued_on`` "" where the card does not say.
        sex: "male" or "female".
        address: nơi thường trú; may be "".
        doubtful: "name", "address", "sex" where the signs may have been garbled or cut on their way through the keyboard:
            the officer has to compare them with the card.
    """

    id_number: str = dataclasses.field(repr=False)
    old_number: str = dataclasses.field(repr=False)
    name: str = dataclasses.field(repr=False)
    birth_date: str = dataclasses.field(repr=False)
    sex: str = dataclasses.field(repr=False)
    address: str = dataclasses.field(repr=False)
    issued_on: str = dataclasses.field(repr=False)
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardFault:
    """Why a scan is no card; ``code`` has its words in ``resources/texts.toml`` under ``card_fault``."""

    code: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a card offers for a field.

    Attributes:
        field: of the record.
        value: from the card.
        typed: what stands in the form, "" for nothing.
        doubtful: the card's value may be garbled.
    """

    field: str
    value: str = dataclasses.field(repr=False)
    typed: str = dataclasses.field(repr=False)
    doubtful: bool

    @property
    def plain(self) -> bool:
        """Whether it can be filled in without asking: sure, and nothing else stands there."""
        return not self.doubtful and self.typed in ("", self.value)


def read_card(text: str) -> Card | CardFault:
    """Read what a scanner typed; whatever that is, nothing is raised.

    Args:
        text: one scan, with or without its Enter or Tab at the end.

    Returns:
        The card, or why it is none: "empty", "double" (two scans ran together), "half" (cut at either end), another
        code ("url", "barcode", "health_insurance", "driving_licence", "vaccine", "not_card"), or the field that is no such
        value: "old_number", "name", "birth_date", "sex", "issued_on".
    """
    lines = [line for part in _ENDS.split(text) if (line := clean(part))]
    if not lines:
        return CardFault("empty")
    starts = [match.start() for match in _WHOLE.finditer(lines[0])]
    if len(lines) > 1 or len(starts) > 1 or (starts and starts[0] > 0):
        return CardFault("double")
    fields = [clean(part) for part in lines[0].split("|")]
    if not _NUMBER.fullmatch(fields[0]) or len(fields) == 1:
        return CardFault(_what_else(lines[0]))
    return _read(_in_place(fields))


def _what_else(line: str) -> str:
    """What a line is that does not begin as a card."""
    if _MIDDLE.search(line):
        return "half"
    for text in (line, fold(line)):
        for code, looks in _FOREIGN.items():
            if looks.match(text) if code != "barcode" else looks.fullmatch(text):
                return code
    return "not_card"


def _in_place(fields: list[str]) -> list[str]:
    """The fields in their places: a card without an old number may leave its place out."""
    left_out = len(fields) > 2 and fields[1] and not _OLD_NUMBER.fullmatch(fields[1]) and _day(fields[2])
    return [fields[0], "", *fields[1:]] if left_out else fields


def _read(fields: list[str]) -> Card | CardFault:
    if len(fields) < _FEWEST:
        return CardFault("half")
    number, old, name, born, said, address, issued = (*fields, "")[:_FIELDS]
    birth_date, issued_on, sex = _day(born), _day(issued), _sex(said, number)
    wrong = {
        "old_number": not _OLD_NUMBER.fullmatch(old),
        "name": not _is_name(name),
        "birth_date": not birth_date,
        "sex": not sex,
        "half": issued.isascii() and issued.isdigit() and len(issued) < len("ddMMyyyy"),
        "issued_on": bool(issued) and issued_on <= birth_date,
    }
    for code, found in wrong.items():
        if found:
            return CardFault(code)
    doubtful = _doubtful(name, said, address, cut=len(fields) < _FIELDS)
    return Card(number, old, name_case(name), birth_date, sex, address, issued_on, doubtful)


def _day(text: str) -> str:
    """ISO text of "ddMMyyyy", "" for anything else."""
    return (parse_date(text) or "") if _DAY.fullmatch(text) else ""


def _sex(said: str, number: str) -> str:
    """The sex by its word; a garbled word that may be one is settled by the number, which says it too (digit 4)."""
    if known := _SEXES.get(said.casefold()):
        return known
    return sex_of(number) if re.match(r"n.{0,4}$", said.casefold()) else ""


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and sum(sign.isalpha() for sign in text) > 1


def name_case(name: str) -> str:
    """A name written in capitals in the case of names ("K'SOR Y BLƠ" → "K'Sor Y Blơ"); any other stays as it is."""
    if name != name.upper():
        return name
    return _WORD.sub(lambda match: match[0][:1] + match[0][1:].lower(), name)


# -- what may be garbled


def _doubtful(name: str, said: str, address: str, *, cut: bool) -> tuple[str, ...]:
    """What may not be as on the card: signs of other places, words that can't be, no mark anywhere, an end cut off."""
    unmarked = f"{name}{address}".isascii()
    found = {
        "name": unmarked or _garbled_name(name),
        "sex": said.casefold() not in _SEXES,
        "address": bool(address) and (unmarked or cut or _garbled_address(address)),
    }
    return tuple(what for what, doubt in found.items() if doubt)


def _garbled_name(name: str) -> bool:
    return not _NAME_SIGNS.fullmatch(name) or not all(map(is_syllable, _WORD.findall(name)))


def _garbled_address(address: str) -> bool:
    """A street or place of another language is let through; several such words, or VNI's digits in words, are not."""
    if not _ADDRESS_SIGNS.fullmatch(address) or _MARKED_DIGIT.search(_CODE_WORD.sub("", address)):
        return True
    spelled = [word for word in _WORD.findall(address) if len(word) > 1 and not (word.isupper() and len(word) < 4)]
    odd = sum(not is_syllable(word) for word in spelled)
    return odd * 4 > len(spelled) or (len(spelled) > 3 and address.isascii())


# -- what it fills


def values_for(kind: Kind, card: Card) -> dict[str, Value]:
    """Field → value of the fields that a card fills in a record: of the owner, the citizen, or the representative."""
    return {name: getattr(card, source) for name, source in FILLS[kind].items() if getattr(card, source)}


def offers(kind: Kind, card: Card, typed: Mapping[str, Value]) -> tuple[Offer, ...]:
    """The card beside what stands in the form; what is not `Offer.plain` has to be shown and chosen.

    Where only letters' case differs, what was typed stands.
    """
    made = []
    for name, value in values_for(kind, card).items():
        there = str(typed.get(name) or "")
        if there.casefold() != str(value).casefold():
            made.append(Offer(name, str(value), there, FILLS[kind][name] in card.doubtful))
    return tuple(made)
