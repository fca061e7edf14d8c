"""The form of an outreach session: what its fields are, how its values become a record and a draft."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from vnpresence_desktop.domain.fields import fields, from_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.programme import Task
from vnpresence_desktop.domain.records import Session
from vnpresence_desktop.gui.form import Field, Form, Group, Input
from vnpresence_desktop.work.outreach import FORMS
from vnpresence_desktop.work.texts import say

_ROLES = {"lead": "chủ trì", "join": "phối hợp"}


def session_form(tasks: Sequence[Task], today: Callable[[], date]) -> Form:
    """The form, empty.

    Args:
        tasks: of the programme's plan, to tick.
        today: today's date.
    """
    return Form([_SESSION, _AUDIENCE, _plan(tasks), _PAPERS], today, reserved="L")


_SESSION = Group(
    title="Buổi tuyên truyền",
    icon="megaphone",
    fields=[
        Field(
            name="date",
            label="Ngày",
            input=Input.DATE,
            required=True,
            hint="ví dụ 051126, hoặc h là hôm nay",
            pinnable=True,
        ),
        Field(
            name="form",
            label="Hình thức",
            input=Input.CHOICE,
            required=True,
            choices=[("", ""), *((code, say("form", code)) for code in FORMS)],
            pinnable=True,
        ),
        Field(name="topic", label="Nội dung", span=3, required=True),
        Field(name="place", label="Địa điểm, kênh", span=2, required=True),
        Field(name="host", label="Đơn vị chủ trì", required=True, pinnable=True),
        Field(name="partners", label="Đơn vị phối hợp"),
    ],
)

_AUDIENCE = Group(
    title="Số người dự, lượt phát",
    icon="users",
    hint="Nhóm nào không có ai thì ghi 0",
    fields=[
        Field(name=name, label=text, input=Input.NUMBER, required=True)
        for name, text in (
            ("officials", "Cán bộ, công chức"),
            ("households", "Hộ kinh doanh"),
            ("enterprises", "Doanh nghiệp"),
            ("youths", "Thanh niên"),
            ("others", "Người khác"),
        )
    ]
    + [Field(name="broadcasts", label="Lượt phát, tin bài", input=Input.NUMBER, hint="nếu là truyền thanh, tin bài")],
)

_PAPERS = Group(
    title="Hồ sơ, kinh phí",
    icon="file-text",
    fields=[
        Field(name="materials", label="Tài liệu đã phát", span=3, hint="ví dụ 120 tờ rơi, 2 băng rôn"),
        Field(name="evidence", label="Minh chứng", span=3, hint="ảnh, biên bản, đường dẫn và nơi lưu"),
        Field(name="cost", label="Kinh phí (đồng)", input=Input.NUMBER, hint="ví dụ 1.500.000"),
        Field(name="recorder", label="Người ghi", span=2, required=True, pinnable=True),
        Field(name="note", label="Ghi chú", input=Input.LONG, span=3),
    ],
)


def _plan(tasks: Sequence[Task]) -> Group:
    choices = [(task.id, f"{task.id}. {task.text} ({_ROLES[task.role]})") for task in tasks]
    field = Field(
        name="tasks",
        label="Thực hiện nhiệm vụ",
        input=Input.MANY,
        span=3,
        required=bool(tasks),
        choices=choices,
        lines=7,
        hint="Phím cách để đánh dấu" if tasks else "Chưa có hồ sơ chương trình của tỉnh, thành phố này",
    )
    return Group(title="Nhiệm vụ theo Phụ lục Kế hoạch", icon="list-checks", fields=[field])


def session_of(values: Mapping[str, Value]) -> Session:
    """The record of what stands in the form; a number that can't be read counts as not given."""
    numbers = {info.name for info in fields(Kind.SESSION) if info.type is int}
    readable = {name: None if name in numbers and isinstance(value, str) else value for name, value in values.items()}
    return cast("Session", from_values(Kind.SESSION, readable))


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a half-filled form.

    Attributes:
        values: by field, as `Form.values` gives them.
        reached: ids of the candidates ticked.
    """

    values: Mapping[str, Value]
    reached: frozenset[str]

    def text(self) -> str:
        """As it is kept."""
        return json.dumps({"values": self.values, "reached": sorted(self.reached)}, ensure_ascii=False)


def draft_of(text: str | None) -> Draft | None:
    """What was kept; None where there is nothing or another release wrote it in a way that is not known here."""
    try:
        kept: dict[str, Any] = json.loads(text or "")
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in kept["values"].items()}
        return Draft(values, frozenset(kept["reached"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
