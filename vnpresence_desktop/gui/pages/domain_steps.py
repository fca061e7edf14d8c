"""The steps of a registration as small forms: which fields each asks for, and what stands in them as a record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.domains import HELD, OPEN, days_left, usual_expiry
from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.labels import letters_left
from vnpresence_desktop.domain.numbers import read_label
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.editors import Choices
from vnpresence_desktop.gui.form import Field, Group, Input
from vnpresence_desktop.work import texts
from vnpresence_desktop.work.domains import moved
from vnpresence_desktop.work.texts import say

PROPOSE, EDIT = "propose", "edit"
"""The steps that are no state: a new registration, and mending one as it stands."""
WHO = "candidate"
"""The field that shows whose domain it is; what concerns the candidate is said under it."""
SERVICES = ("website", "email", "blog", "cv")
_CONFIRMED = ("", "candidate", "registrar", "list")
_GRANTED = ("registrar", "expires_on", "services", "confirmed_by", "confirmed_on", "note")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    PROPOSE: ("label", "proposed_on", "note"),
    "guided": ("state_on", "label", "note"),
    "submitted": ("label", "state_on", "registrar", "note"),
    "registered": ("label", "registered_on", *_GRANTED),
    "in_use": ("state_on", "expires_on", "services", "confirmed_by", "confirmed_on", "note"),
    "refused": ("state_on", "note"),
    "expired": ("state_on", "confirmed_by", "confirmed_on", "note"),
    "revoked": ("state_on", "note", "confirmed_by", "confirmed_on"),
}
_STRAIGHT_TO_USE = ("label", "registered_on", "state_on", *_GRANTED)
_TITLES: Mapping[str, str] = {
    PROPOSE: "Đề xuất tên miền",
    EDIT: "Sửa đăng ký tên miền",
    "guided": "Đã hướng dẫn đăng ký",
    "submitted": "Đã nộp hồ sơ đăng ký",
    "registered": "Đã được cấp tên miền",
    "in_use": "Đã đưa vào sử dụng",
    "refused": "Bị từ chối",
    "expired": "Tên miền hết hạn",
    "revoked": "Tên miền bị thu hồi",
}
BUTTONS: Mapping[str, str] = {
    "guided": "Đã hướng dẫn",
    "submitted": "Đã nộp",
    "registered": "Được cấp",
    "in_use": "Đã sử dụng",
    "refused": "Bị từ chối",
    "expired": "Hết hạn",
    "revoked": "Bị thu hồi",
}
"""State → the button that leads to it."""
_DAYS: Mapping[str, str] = {
    "guided": "Ngày hướng dẫn",
    "submitted": "Ngày nộp",
    "in_use": "Ngày bắt đầu sử dụng",
    "refused": "Ngày bị từ chối",
    "expired": "Ngày hết hạn",
    "revoked": "Ngày bị thu hồi",
}
_NOTES: Mapping[str, str] = {"refused": "Lý do bị từ chối", "revoked": "Lý do bị thu hồi"}
_ROOM = "label_room"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is being recorded.

    Attributes:
        code: a state, `PROPOSE` or `EDIT`.
        kept: the registration before it, for `PROPOSE` as it begins.
        also: fields it asks for besides, because something is wrong with them as they are kept.
    """

    code: str
    kept: Registration
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the form says it is."""
        renewed = self.code == "in_use" and self.kept.state == "expired"
        return "Đã gia hạn, tiếp tục sử dụng" if renewed else _TITLES[self.code]

    @property
    def button(self) -> str:
        """What its button says."""
        return "Đã gia hạn" if self.code == "in_use" and self.kept.state == "expired" else BUTTONS[self.code]

    @property
    def state(self) -> str:
        """The state that the registration has after it."""
        return self.kept.state if self.code in (PROPOSE, EDIT) else self.code

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields it asks for."""
        usual = tuple(_mendable(self.kept)) if self.code == EDIT else _FIELDS[self.code]
        if self.code == "in_use" and self.kept.state in OPEN:
            usual = _STRAIGHT_TO_USE
        return tuple(dict.fromkeys((*usual, *self.also)))

    def with_faults(self, problems: Iterable[Problem]) -> "Step":
        """The step with the fields that these problems are about, so that each can be mended or explained."""
        grave = (item.field for item in problems if item.severity is not Severity.HINT)
        return replace(self, also=tuple(name for name in grave if name in _KNOWN))

    @property
    def judges_day(self) -> bool:
        """Whether being entitled is judged for a day that is typed here."""
        return bool({"proposed_on", "registered_on"} & set(self.fields))

    def begun(self, today: str) -> Registration:
        """The registration as the step usually leaves it: the day of the act is today."""
        if self.code in (PROPOSE, EDIT):
            return self.kept
        begun = moved(self.kept, self.code, today)
        ended = days_left(self.kept.expires_on, date.fromisoformat(today)) if self.code == "expired" else None
        if ended is not None and ended < 0:
            begun = replace(begun, state_on=self.kept.expires_on)
        return replace(begun, confirmed_on=today) if "confirmed_on" in self.fields else begun

    def typed(self, values: Mapping[str, Value], today: str) -> Registration:
        """The registration of what stands in the form."""
        said = {name: values[name] or _BLANK.get(name, "") for name in (*self.fields, "accepted")}
        if "label" in said:
            said["label"] = read_label(str(said["label"])).value
        record = replace(self.begun(today), **cast("dict[str, Any]", said))
        day = {"proposed": record.proposed_on, "registered": record.registered_on}.get(self.state)
        return replace(record, state_on=day) if day and "state_on" not in self.fields else record


_BLANK: Mapping[str, Value] = {"services": (), "accepted": ()}
_KNOWN = ("label", "proposed_on", "state_on", "registered_on", *_GRANTED)


def _mendable(kept: Registration) -> Iterator[str]:
    yield "label"
    yield "proposed_on"
    held = kept.state in (*HELD, "expired", "revoked")
    if held:
        yield "registered_on"
    if kept.state not in ("proposed", "registered"):
        yield "state_on"
    yield from _GRANTED if held else ("registrar", "note")


# -- fields


def group(step: Step, labels: Sequence[str], registrars: Sequence[str]) -> Group:
    """The form's fields; ``labels`` and ``registrars`` are offered."""
    return Group(title="", fields=[_field(name, step, labels, registrars) for name in (WHO, *step.fields)])


def _field(name: str, step: Step, labels: Sequence[str], registrars: Sequence[str]) -> Field:
    held = step.state not in OPEN
    state = step.state
    fields = {
        WHO: Field(name=WHO, label="Chủ thể", span=3),
        "label": Field(
            name="label", label=f"Tên miền (đuôi .{step.kept.zone})", input=Input.SUGGEST, choices=_same(labels), span=2,
            required=held or state == "submitted",
            hint="Phím ↓: chọn tên gợi ý" if labels else "Chữ cái, chữ số, dấu gạch nối",
        ),
        "proposed_on": _date("proposed_on", "Ngày đề xuất", required=state in OPEN),
        "registered_on": _date("registered_on", "Ngày được cấp", required=held),
        "state_on": _date("state_on", _state_day(step), required=True),
        "registrar": Field(
            name="registrar", label="Nhà đăng ký", input=Input.SUGGEST, choices=_same(registrars),
            hint="Phím ↓: chọn, hoặc gõ tên khác", pinnable=True,
        ),
        "services": Field(
            name="services", label="Dịch vụ kèm theo", input=Input.MANY, lines=len(SERVICES),
            choices=tuple((code, capital(say("service", code))) for code in SERVICES),
        ),
        "expires_on": _date("expires_on", "Ngày hết hạn"),
        "confirmed_by": Field(
            name="confirmed_by", label="Nguồn xác nhận", input=Input.CHOICE, required=held,
            choices=tuple((code, capital(say("confirmed_by", code)) if code else "Chưa rõ") for code in _CONFIRMED),
        ),
        "confirmed_on": _date("confirmed_on", "Ngày xác nhận"),
        "note": Field(name="note", label=_NOTES.get(state, "Ghi chú"), input=Input.LONG, span=3),
    }  # fmt: skip
    return fields[name]


def _date(name: str, label: str, *, required: bool = False) -> Field:
    return Field(name=name, label=label, input=Input.DATE, required=required)


def _state_day(step: Step) -> str:
    renewed = step.code == "in_use" and step.kept.state == "expired"
    return "Ngày gia hạn" if renewed else _DAYS.get(step.state, "Ngày")


def _same(names: Sequence[str]) -> Choices:
    return tuple((name, name) for name in names)


# -- what is said under them


def told(record: Registration, problems: Sequence[Problem]) -> list[Problem]:
    """The problems, and hints where there is none: how long the label may still be, when the free years usually end."""
    found = list(problems)
    if record.label and not any(item.field == "label" for item in problems):
        found.append(problem("label", _ROOM, Severity.HINT, left=letters_left(record.label)))
    return found


def words(item: Problem) -> str:
    """A problem in words."""
    return texts.message(item) if item.code != _ROOM else f"Hợp lệ, còn {dict(item.values)['left']} ký tự"


def offered_end(record: Registration) -> tuple[str, str]:
    """ISO day of the last day of the two free years and the words that offer it; ("", "") where there is nothing to offer."""
    day = usual_expiry(record.registered_on) if not record.expires_on else ""
    return (day, f"Ghi hết hạn {show(day)} (đủ 2 năm)") if day else ("", "")
