"""The three groups as the window shows them, as data: words, cards of the form, columns of the list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind, Need, Value
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.editors import Choices
from vnpresence_desktop.gui.fields import Field, Group, Input
from vnpresence_desktop.gui.table import Column
from vnpresence_desktop.work.list_columns import usual
from vnpresence_desktop.work.texts import label, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a group is called.

    Attributes:
        title: of its page.
        unit: after a number, e.g. "1.200 hộ kinh doanh".
        search: what the search box finds.
        zone: its free domain.
    """

    title: str
    unit: str
    search: str
    zone: str


WORDS: Mapping[Kind, Words] = {
    Kind.HOUSEHOLD: Words(
        title="Hộ kinh doanh",
        unit="hộ kinh doanh",
        search="tên hộ, chủ hộ, địa chỉ, số giấy chứng nhận, số định danh, điện thoại",
        zone="biz.vn",
    ),
    Kind.ENTERPRISE: Words(
        title="Doanh nghiệp",
        unit="doanh nghiệp",
        search="tên, người đại diện, trụ sở, mã số doanh nghiệp, điện thoại",
        zone="biz.vn",
    ),
    Kind.CITIZEN: Words(
        title="Công dân",
        unit="công dân",
        search="họ tên, nơi thường trú, trường, số định danh, điện thoại",
        zone="id.vn",
    ),
}


# -- choices

_BUSINESS_STATES = ("active", "suspended", "ceased", "moved", "deceased")
_CODES: Mapping[str, Sequence[str]] = {
    "state": _BUSINESS_STATES,
    "wish": ("unknown", "wants", "declined", "has_site", "unreachable"),
    "sex": ("", "male", "female"),
    "legal_form": ("llc1", "llc", "jsc", "private"),
    "basis": ("state_activity", "consent"),
}
_CITIZEN_STATES = ("active", "moved", "deceased")


def state_text(kind: Kind, code: str) -> str:
    """A state in Vietnamese: a person lives here, a business is run."""
    return say("state_citizen" if kind is Kind.CITIZEN and code in _CITIZEN_STATES else "state", code)


def choices(kind: Kind, field: str, current: str = "") -> Choices:
    """Code and text of what a field may hold; ``current`` is offered too where it is not among the usual ones."""
    codes = list(_CITIZEN_STATES if field == "state" and kind is Kind.CITIZEN else _CODES.get(field, ()))
    if current and current not in codes and current in _CODES.get(field, ()):
        codes.append(current)
    texts = [state_text(kind, code) if field == "state" else say(field, code) if code else "" for code in codes]
    return tuple(zip(codes, (capital(text) for text in texts), strict=True))


# -- cards

UNSEEN = ("source", "unconfirmed", "accepted", "originals")
"""Fields that no card shows: where it came from, what is to be confirmed, which warnings were accepted, what a list said."""
_LABELS: Mapping[tuple[Kind, str], str] = {
    (Kind.HOUSEHOLD, "name"): "Tên hộ kinh doanh",
    (Kind.HOUSEHOLD, "owner"): "Họ và tên chủ hộ",
    (Kind.HOUSEHOLD, "certificate_no"): "Số giấy chứng nhận đăng ký",
    (Kind.HOUSEHOLD, "certificate_date"): "Ngày cấp",
    (Kind.ENTERPRISE, "name"): "Tên doanh nghiệp",
    (Kind.ENTERPRISE, "tax_code"): "Mã số doanh nghiệp",
    (Kind.ENTERPRISE, "founded"): "Ngày cấp GCN lần đầu",
    (Kind.ENTERPRISE, "representative_title"): "Chức danh",
    (Kind.CITIZEN, "name"): "Họ và tên",
    (Kind.CITIZEN, "hamlet"): "Ấp, khu vực đang ở",
}
_INPUTS: Mapping[str, Input] = {
    "birth_date": Input.DATE, "certificate_date": Input.DATE, "founded": Input.DATE, "state_on": Input.DATE,
    "wish_on": Input.DATE, "sex": Input.CHOICE, "state": Input.CHOICE, "wish": Input.CHOICE, "basis": Input.CHOICE,
    "hamlet": Input.SUGGEST, "legal_form": Input.SUGGEST, "union_member": Input.YES_NO, "note": Input.LONG,
}  # fmt: skip
_PINNABLE = frozenset({
    "hamlet", "certificate_issuer", "trade", "business_address", "home_address", "address", "legal_form",
    "representative_title", "nationality", "school",
})  # fmt: skip
"""Fields that are often the same in a pile of papers."""
_HINTS: Mapping[str, str] = {
    "id_number": "12 chữ số",
    "birth_date": "ví dụ 010203 hoặc 1/2/2003",
    "certificate_no": "ví dụ 57A8012345",
    "phone": "10 chữ số",
    "state_on": "để trống nếu từ đầu",
    "hamlet": "chọn hoặc gõ tên",
}

Spot = str | tuple[str, int]
"""A field's name, with its width in columns of three where it is not 1."""

_STANDING = (
    "Tình trạng và nhu cầu",
    "list-checks",
    "",
    ("state", ("state_on", 2), "wish", ("wish_on", 2), ("basis", 3)),
)
_NOTE = ("Ghi chú", "pencil", "", (("note", 3),))
_CARDS: Mapping[Kind, tuple[tuple[str, str, str, tuple[Spot, ...]], ...]] = {
    Kind.HOUSEHOLD: (
        ("Chủ hộ", "users", "", (("owner", 2), "id_number", "birth_date", "sex", "phone", ("home_address", 3))),
        (
            "Hộ kinh doanh", "store", "theo giấy chứng nhận đăng ký",
            (("name", 2), "hamlet", "certificate_no", "certificate_date", "certificate_issuer",
             ("business_address", 3), ("trade", 2), "tax_code"),
        ),
        ("Liên hệ trên mạng", "megaphone", "", ("email", ("website", 2))),
        _STANDING,
        _NOTE,
    ),
    Kind.ENTERPRISE: (
        (
            "Doanh nghiệp", "building-2", "theo giấy chứng nhận đăng ký",
            (("name", 2), "tax_code", ("legal_form", 2), "founded", ("address", 3), ("trade", 2), "hamlet"),
        ),
        ("Người đại diện và liên hệ", "users", "",
         (("representative", 2), "representative_title", "phone", "email", "website")),
        _STANDING,
        _NOTE,
    ),
    Kind.CITIZEN: (
        (
            "Công dân", "users", "theo thẻ căn cước",
            (("name", 2), "id_number", "birth_date", "sex", "nationality", ("home_address", 2), "hamlet",
             ("school", 2), "union_member"),
        ),
        ("Liên hệ", "megaphone", "", ("phone", "email", "website")),
        _STANDING,
        _NOTE,
    ),
}  # fmt: skip
"""Title, icon, hint and fields of every card; a field that the kind lacks is left out."""


@cache
def groups(kind: Kind) -> tuple[Group, ...]:
    """The cards of a kind's form; every field of the record but what is kept about it (`UNSEEN`)."""
    known = {info.name: info.need for info in fields(kind)}
    return tuple(
        Group(title=title, icon=icon, hint=hint, fields=_fields(kind, known, spots))
        for title, icon, hint, spots in _CARDS[kind]
    )


def _fields(kind: Kind, known: Mapping[str, Need], spots: Sequence[Spot]) -> tuple[Field, ...]:
    placed = [(spot, 1) if isinstance(spot, str) else spot for spot in spots]
    return tuple(_field(kind, name, span, known[name]) for name, span in placed if name in known)


def _field(kind: Kind, name: str, span: int, need: Need) -> Field:
    return Field(
        name=name,
        label=_LABELS.get((kind, name)) or capital(label(name)),
        input=_INPUTS.get(name, Input.TEXT),
        span=span,
        required=need is Need.SAVE,
        hint="10 hoặc 13 chữ số" if (kind, name) == (Kind.ENTERPRISE, "tax_code") else _HINTS.get(name, ""),
        choices=choices(kind, name),
        lines=3,
        pinnable=name in _PINNABLE,
    )


def value_text(kind: Kind, field: str, value: Value) -> str:
    """A field's value in Vietnamese as a form shows it; "(trống)" for nothing."""
    if value in ("", None, ()):
        return "(trống)"
    if isinstance(value, bool):
        return "Có" if value else "Không"
    words = dict(choices(kind, field, str(value))).get(value)
    if words is None and _INPUTS.get(field) is Input.DATE:
        return show(str(value))
    return words or str(value)


# -- columns

CONDITION_LEVELS: Mapping[str, str] = {
    "eligible": "ok",
    "confirm": "warning",
    "annex_only": "warning",
    "undetermined": "warning",
    "not_eligible": "muted",
}


def columns(kind: Kind, why: Callable[[str], str] | None = None) -> tuple[Column, ...]:
    """The columns of a kind's list, in the order of `usual`; ``why`` gives the reasons of a record's condition by its id."""
    return tuple(_column(kind, name, why) for name in usual(kind))


def _column(kind: Kind, name: str, why: Callable[[str], str] | None) -> Column:
    if name == "condition":
        return Column(
            title="Điều kiện",
            tip="Điều kiện hôm nay, theo những gì hồ sơ ghi",
            width=18,
            show=lambda code: say("condition", code),
            level=lambda code: CONDITION_LEVELS.get(code, ""),
            why=why,
        )
    if name == "state":
        return Column(
            title="Tình trạng",
            spare=True,
            width=14,
            show=lambda code: capital(state_text(kind, code)),
            level=lambda code: "" if code == "active" else "muted",
        )
    title = "Số định danh" if name == "id_number" else _LABELS.get((kind, name)) if name in _TITLES else None
    dated = _INPUTS.get(name) is Input.DATE
    return Column(
        title=title or capital(label(name)),
        width=_WIDTHS.get(name, 16),
        show=show if dated else str,
        stretch=name == "name",
    )


_WIDTHS = {"name": 22, "owner": 20, "id_number": 13, "tax_code": 17, "birth_date": 11, "founded": 19, "hamlet": 15}
_TITLES = {"name", "founded", "tax_code"}
"""Fields whose column is called as in the form."""
