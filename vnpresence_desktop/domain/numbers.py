"""Numbers that officers type: ID, tax code, certificate, phone, e-mail, domain label. Read leniently, judged strictly.

`read_*` turn a text into the stored form; `check_*` give the problems of a stored form. Neither raises, whatever comes in.
Forms: domain facts checked 2026 (số định danh cá nhân: Luật Căn cước 2023; mã số thuế: Luật Quản lý thuế; tên miền:
Thông tư 24/2015/TT-BTTTT Điều 6).
"""

import re
from collections.abc import Set
from dataclasses import dataclass

from vnpresence_desktop.domain.dates import span
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.text import clean

ID_LENGTH = 12
"""Digits of a personal identification number (số định danh cá nhân, số căn cước)."""

_SEPARATORS = re.compile(r"[\s.,'’\-–_/()]")
_TWO_ZEROS = re.compile(r"[1-8]\d{9}", re.ASCII)
_PHONE = re.compile(r"0(?:[35789]\d{8}|2\d{8,9})", re.ASCII)
_OLD_MOBILE = re.compile(r"01\d{9}", re.ASCII)
_NEW_BEGINNINGS = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083", "0124": "084", "0125": "085",
    "0127": "081", "0129": "082", "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059", "0710": "0292", "0711": "0293",
}  # fmt: skip
"""Mobile numbers of eleven digits became ones of ten in 2018; the landlines of Cần Thơ and Hậu Giang got theirs in 2017."""
_CERTIFICATE = re.compile(r"\d{2}[A-ZĐ]8\d{6}|\d{10}(-?\d{3})?|\d{12}", re.ASCII)
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;.]+(\.[^@\s,;.]+)+")
LABEL_LENGTH = 63
"""Signs of a domain label at most."""
_SEX_BY_DIGIT = ("male", "female")


@dataclass(frozen=True, slots=True)
class Read:
    """A number as read.

    Attributes:
        value: the stored form; the cleaned text itself where it is no such number.
        code: "" or what was done or is doubtful: "id_zero_restored", "id_ambiguous", "zero_restored".
    """

    value: str
    code: str = ""


def bare(text: str) -> str:
    """The text without spaces, dots, hyphens, brackets."""
    return _SEPARATORS.sub("", clean(text))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _lost_zero(digits: str) -> bool:
    """Whether an ID number lost its first zero; with a zero still in front it is another digit that lacks."""
    return len(digits) == ID_LENGTH - 1 and not digits.startswith("0")


def read_id_number(text: str) -> Read:
    """Read an ID number whose leading zeros a spreadsheet may have eaten.

    Eleven digits lack one zero, which every ID number begins with. Ten digits may be an ID of provinces 001–008 without
    two zeros or a tax code: left as they stand, "id_ambiguous".
    """
    digits = bare(text)
    if not _is_digits(digits):
        return Read(clean(text))
    if _lost_zero(digits):
        return Read("0" + digits, "id_zero_restored")
    if _TWO_ZEROS.fullmatch(digits):
        return Read(digits, "id_ambiguous")
    return Read(digits)


def read_phone(text: str) -> Read:
    """Read a phone number: +84 and 84 become 0, a lost leading zero is restored ("zero_restored")."""
    digits = bare(text)
    if re.fullmatch(r"(\+84|0084|84)0?\d{9,10}", digits, re.ASCII):
        return Read("0" + re.sub(r"^(\+84|0084|84)", "", digits).removeprefix("0"))
    if re.fullmatch(r"[35789]\d{8}|2\d{8,9}|1[2689]\d{8}", digits, re.ASCII):
        return Read("0" + digits, "zero_restored")
    # Longer ones are several numbers in one cell: their separators stay.
    return Read(digits if _is_digits(digits) and len(digits) <= 11 else clean(text))


def renewed_phone(value: str) -> str:
    """The number that a stored one of eleven digits with an old beginning has today (01689… → 0389…); any other as it is."""
    beginning = _NEW_BEGINNINGS.get(value[:4])
    return beginning + value[4:] if beginning and len(value) == 11 and _is_digits(value) else value


def read_tax_code(text: str) -> Read:
    """Read a tax code (mã số thuế): 10 digits, 10-3 for a branch, or the owner's 12-digit ID; lost zeros are restored.

    Eleven digits are the owner's ID without its zero. Nine are a code of a province below 10 without its zero, taken so
    only where the check digit agrees.
    """
    digits = bare(text)
    if not _is_digits(digits):
        return Read(clean(text).upper())
    if len(digits) == 13:
        return Read(f"{digits[:10]}-{digits[10:]}")
    if _lost_zero(digits):
        return Read("0" + digits, "zero_restored")
    if len(digits) == 9 and _tax_check("0" + digits):
        return Read("0" + digits, "zero_restored")
    return Read(digits)


def read_certificate(text: str) -> Read:
    """Read the number of a household's certificate (số GCN đăng ký hộ kinh doanh): capitals, no spaces."""
    return Read(re.sub(r"\s", "", clean(text)).upper())


def check_id_number(value: str, born: str = "", sex: str = "", prefixes: Set[str] = frozenset()) -> list[Problem]:
    """Problems of a stored ID number, also against birth date (may be partial) and sex ("male", "female", "").

    Args:
        value: stored form; "" has no problem.
        born: stored birth date.
        sex: code of the sex.
        prefixes: three-digit codes of places of birth registration; empty: not checked.
    """
    if not value:
        return []
    if not _is_digits(value):
        return [problem("id_number", "id_not_digits")]
    if len(value) == 9:
        return [problem("id_number", "id_old_card", Severity.WARNING)]
    if len(value) != ID_LENGTH:
        return [problem("id_number", "id_length", count=len(value))]
    found = []
    if prefixes and value[:3] not in prefixes:
        found.append(problem("id_number", "id_prefix", Severity.WARNING, prefix=value[:3]))
    year = 1900 + 100 * (int(value[3]) // 2) + int(value[4:6])
    days = span(born)
    if days and days[0].year != year:
        found.append(problem("id_number", "id_birth_year", Severity.WARNING, on_card=year, typed=days[0].year))
    if sex in _SEX_BY_DIGIT and sex_of(value) != sex:
        found.append(problem("id_number", "id_sex", Severity.WARNING))
    return found


def sex_of(id_number: str) -> str:
    """The sex that an ID number of twelve digits says by its fourth: "male" or "female"."""
    return _SEX_BY_DIGIT[int(id_number[3]) % 2]


def check_tax_code(value: str, *, household: bool = False) -> list[Problem]:
    """Problems of a stored tax code; for a household its owner's 12-digit ID is one too (since 01/7/2025)."""
    if not value:
        return []
    if household and re.fullmatch(r"0\d{11}", value, re.ASCII):
        return []
    if not re.fullmatch(r"\d{10}(-\d{3})?", value, re.ASCII):
        return [problem("tax_code", "tax_form", Severity.WARNING if household else Severity.ERROR)]
    if value.endswith("-000"):
        return [problem("tax_code", "tax_branch", Severity.WARNING)]
    return [] if _tax_check(value) else [problem("tax_code", "tax_check_digit", Severity.WARNING)]


def _tax_check(value: str) -> bool:
    from stdnum.vn import mst

    return bool(mst.is_valid(value))


def check_phone(value: str) -> list[Problem]:
    """Problems of a stored phone number: ten digits 03/05/07/08/09, landlines 02…; old eleven-digit mobiles are gone."""
    if not value or _PHONE.fullmatch(value):
        return []
    code = "phone_old" if _OLD_MOBILE.fullmatch(value) else "phone_form"
    return [problem("phone", code, Severity.WARNING)]


def check_email(value: str) -> list[Problem]:
    """Problems of a stored e-mail address."""
    return [] if not value or _EMAIL.fullmatch(value) else [problem("email", "email_form", Severity.WARNING)]


def check_certificate(value: str) -> list[Problem]:
    """Problems of a stored certificate number: 57A8012345, the tax code (10 or 13 digits) or the owner's 12-digit ID."""
    if not value or _CERTIFICATE.fullmatch(value):
        return []
    return [problem("certificate_no", "certificate_form", Severity.WARNING)]


def read_label(text: str) -> Read:
    """Read a domain label: lower case, without the zone, "www." and spaces around."""
    label = clean(text).lower().removeprefix("http://").removeprefix("https://").removeprefix("www.").strip(" ./")
    for zone in (".biz.vn", ".id.vn"):
        label = label.removesuffix(zone)
    return Read(label)


def check_label(label: str) -> list[Problem]:
    """Problems of a stored domain label (third level under biz.vn, id.vn); Vietnamese letters count in their xn-- form."""
    if not label:
        return []
    if "." in label or " " in label:
        return [problem("label", "label_signs")]
    if label.startswith("-") or label.endswith("-"):
        return [problem("label", "label_ends")]
    if "--" in label and not label.startswith("xn--"):
        return [problem("label", "label_double_hyphen")]
    if label.isascii() and not label.startswith("xn--"):
        return (
            []
            if re.fullmatch(rf"[a-z0-9-]{{1,{LABEL_LENGTH}}}", label)
            else [problem("label", _ascii_label_fault(label))]
        )
    return _check_idn(label)


def _ascii_label_fault(label: str) -> str:
    return "label_length" if re.fullmatch(r"[a-z0-9-]+", label) else "label_signs"


def _check_idn(label: str) -> list[Problem]:
    import idna

    if len(label) > LABEL_LENGTH:
        return [problem("label", "label_length")]
    encoded = label if label.startswith("xn--") else "xn--" + label.encode("punycode").decode("ascii")
    if len(encoded) > LABEL_LENGTH:
        return [problem("label", "label_length")]
    convert = idna.ulabel if label.startswith("xn--") else idna.alabel
    try:
        convert(label)
    except UnicodeError:
        return [problem("label", "label_signs")]
    return []


def mask(value: str) -> str:
    """A personal number with all but its last three signs hidden: "•••••••••001"; short ones hidden whole."""
    return "•" * len(value) if len(value) <= 3 else "•" * (len(value) - 3) + value[-3:]
