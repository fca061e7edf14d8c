"""What a file holds: workbooks, sheets, cells. Shared by the readers in the child process and by all that comes after them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Cell = str | int | float | bool | date | datetime | None
"""What a cell holds; None or "" is an empty one."""

Place = tuple[int, int]
"""A cell: its row, counted from 1 as Excel does, and its column, from 0."""

Span = tuple[int, int, int, int]
"""Cells that are one: top row, left column, bottom row, right column, counted as in `Place`."""

MAX_CELLS = 5_000_000
"""Cells of a workbook, empty ones between filled ones included."""
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
"""As far as a sheet of Excel reaches."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet.

    Attributes:
        name: as on its tab; of a web page "Bảng 1", "Bảng 2" …
        hidden: not shown in Excel.
        rows: from row 1 of the sheet, cells from column A; rows may differ in length.
        hidden_rows: rows that Excel does not show (hidden, filtered away, without height).
        fonts: cells typed for a font of the 1990s (".Vn…", "VNI-…") → its name.
        without_value: cells with a formula whose result the file does not hold; they read as empty.
        merged: ranges of cells shown as one; the text stands in the first.
    """

    name: str
    hidden: bool
    rows: Sequence[Sequence[Cell]]
    hidden_rows: frozenset[int] = frozenset()
    fonts: Mapping[Place, str] = field(default_factory=dict)
    without_value: frozenset[Place] = frozenset()
    merged: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a file holds.

    Attributes:
        sheets: in the order of their tabs.
    """

    sheets: tuple[Sheet, ...]


@dataclass(slots=True)
class Traits:
    """What a sheet says beyond its values, as a reader collects it; the attributes are those of `Sheet`."""

    hidden_rows: set[int] = field(default_factory=set)
    fonts: dict[Place, str] = field(default_factory=dict)
    without_value: set[Place] = field(default_factory=set)
    merged: set[Span] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Source:
    """A sheet on its way out of a reader.

    Attributes:
        name: see `Sheet`.
        hidden: see `Sheet`.
        rows: may be made while it is gone through.
        traits: whole once all rows were gone through.
    """

    name: str
    hidden: bool
    rows: Iterable[Sequence[Any]]
    traits: Traits = field(default_factory=Traits)
