"""What every record has."""

from dataclasses import dataclass
from typing import ClassVar

from vnpresence_desktop.domain.kinds import Kind, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has.

    Attributes:
        id: UUIDv7 as text, given by the store; "" before the first save.
        source: where it came from: "typed", "scan", "file:<name>" …
        note: the officer's own words.
    """

    KIND: ClassVar[Kind]
    id: str = ""
    source: str = text(default="typed")
    note: str = text()
