"""What a person decided about the rows of a list, once it is read; whatever is not decided takes the safe way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class OnMatch(StrEnum):
    """What becomes of a row whose candidate is there already, in the register or further up in the list."""

    FILL = "fill"
    """what is blank there is filled, what differs stays and is told"""
    OVERWRITE = "overwrite"
    """what the list says takes the place of what is kept"""
    ADD = "add"
    """it is another candidate"""
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """See the module.

    Attributes:
        left_out: Excel rows that do not come in.
        left_out_kinds: (field, code) of problems: no row that has one comes in.
        accepted: (field, code) of warnings that may stand → the reason, kept with each record.
        accepted_rows: Excel row → the reason for which all its warnings may stand.
        on_match: Excel row → what becomes of it where its candidate is there already.
        unsure: fields whose lost zeros are put back and stay to be compared with the papers.
        on_every_match: for the rows whose candidate certainly is there and that `on_match` does not name.
    """

    left_out: frozenset[int] = frozenset()
    left_out_kinds: frozenset[tuple[str, str]] = frozenset()
    accepted: Mapping[tuple[str, str], str] = field(default_factory=dict)
    accepted_rows: Mapping[int, str] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    on_match: Mapping[int, OnMatch] = field(default_factory=dict)
    on_every_match: OnMatch = OnMatch.FILL
