"""The columns of a group's list as the window shows them, whichever were chosen."""

from collections.abc import Callable, Mapping, Sequence

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.pages.candidate_kinds import columns, groups
from vnpresence_desktop.gui.rows import Column
from vnpresence_desktop.work.list_columns import offered, usual
from vnpresence_desktop.work.texts import label, say, source_words

_TITLES: Mapping[str, str] = {
    "domain": "Tên miền", "reached": "Số lần tiếp cận", "unconfirmed": "Chưa đối chiếu", "source": "Nguồn hồ sơ",
    "id_number": "Số định danh", "certificate_no": "Số giấy chứng nhận", "certificate_date": "Ngày cấp GCN",
    "certificate_issuer": "Cơ quan cấp GCN", "state_on": "Tình trạng từ ngày", "wish_on": "Nhu cầu từ ngày",
    "basis": "Căn cứ xử lý dữ liệu", "representative_title": "Chức danh",
}  # fmt: skip
_WIDTHS: Mapping[str, int] = {
    "domain": 22, "email": 24, "phone": 12, "id_number": 13, "business_address": 26, "home_address": 26, "address": 26,
    "note": 24, "website": 20, "trade": 20, "school": 20, "reached": 10, "sex": 7, "source": 20, "unconfirmed": 20,
}  # fmt: skip
_CODES = ("wish", "sex", "basis", "legal_form")
_DATES = ("birth_date", "certificate_date", "founded", "state_on", "wish_on")
_YES_NO = {"True": "Có", "False": "Không"}


def chosen_columns(kind: Kind, names: Sequence[str], why: Callable[[str], str] | None = None) -> tuple[Column, ...]:
    """Columns by name, see `work.list_columns.offered`; ``why`` gives the reasons of a record's condition by its id."""
    known = dict(zip(usual(kind), columns(kind, why), strict=True))
    return tuple(known.get(name) or _column(kind, name) for name in names)


def titles(kind: Kind) -> Mapping[str, str]:
    """Name → heading of every column there is."""
    return dict(zip(offered(kind), (column.title for column in chosen_columns(kind, offered(kind))), strict=True))


def _column(kind: Kind, name: str) -> Column:
    named = {field.name: field.label for group in groups(kind) for field in group.fields}
    return Column(
        title=_TITLES.get(name) or named.get(name) or capital(label(name)),
        width=_WIDTHS.get(name, 14),
        align="right" if name == "reached" else "left",
        show=_show(name),
    )


def _show(name: str) -> Callable[[str], str]:
    if name in _DATES:
        return show
    if name in _CODES:
        return lambda code: capital(say(name, code)) if code else ""
    return _SHOWN.get(name, str)


_SHOWN: Mapping[str, Callable[[str], str]] = {
    "union_member": lambda text: _YES_NO.get(text, ""),
    "source": lambda code: capital(source_words(code)),
    "unconfirmed": lambda names: capital(", ".join(label(name) for name in names.split(", "))) if names else "",
}
