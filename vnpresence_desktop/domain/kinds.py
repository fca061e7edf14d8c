"""What records are made of: their kinds, what a field can hold, when it has to be filled."""

from dataclasses import field
from enum import StrEnum
from typing import Any

Value = str | int | bool | tuple[str, ...] | None
"""What a field can hold."""


class Kind(StrEnum):
    """The kinds of record, each a table."""

    HOUSEHOLD = "household"
    ENTERPRISE = "enterprise"
    CITIZEN = "citizen"
    SESSION = "session"
    REACH = "reach"
    REGISTRATION = "registration"
    SUPPORT = "support"
    CONFIRMATION = "confirmation"
    TASK_REPORT = "task_report"
    NARRATIVE = "narrative"
    BASE_FIGURE = "base_figure"
    HAMLET = "hamlet"
    SIGNER = "signer"
    OFFICE = "office"
    REPORT = "report"
    DISTINCTION = "distinction"
    DIFFICULTY = "difficulty"
    LIST_VIEW = "list_view"
    IMPORT_BATCH = "import_batch"


CANDIDATES = (Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN)
"""The three groups (đối tượng) that the programme serves."""


class Need(StrEnum):
    """When a field has to be filled."""

    SAVE = "save"
    """without it the record can't be saved"""
    PROPOSE = "propose"
    """without it no domain can be proposed; a list from the tax office may still lack it"""
    NEVER = "never"


def text(need: Need = Need.NEVER, *, personal: bool = False, default: str = "") -> Any:
    """A field of text; ``personal`` ones are shown masked unless asked for in full."""
    return field(default=default, metadata={"need": need, "personal": personal})


def number(need: Need = Need.NEVER) -> Any:
    """A field of a number or a yes and no, None while not known."""
    return field(default=None, metadata={"need": need, "personal": False})


def many(need: Need = Need.NEVER) -> Any:
    """A field of several codes."""
    return field(default=(), metadata={"need": need, "personal": False})
