"""What the page shows of a list before it comes in: an outlook with the officer's corrections of columns and zeros."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from vnpresence_desktop.documents.reading.lists import Choices, readable_fields, required_fields
from vnpresence_desktop.documents.reading.values.options import Options
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing.decisions import Decisions
from vnpresence_desktop.work.importing.outlook import Imported, Line, Progress
from vnpresence_desktop.work.importing.questions import Ask, questions
from vnpresence_desktop.work.importing.taking import open_list, work_out

_SAMPLE = 12
"""Rows shown before importing."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a list would bring, before anything is written.

    Attributes:
        sheet: name of the sheet the list stands in.
        header_row: Excel row of its headings.
        headings: text over each column, from column A.
        fields: what a list of this kind can hold, in the order shown.
        required: the fields among them without which no row can come in.
        places: field → its columns, indexes from 0.
        sample: the first rows as they would come in.
        restored: field → rows whose number lost zeros that were put back; to be confirmed once a column.
        outcome: what importing would do now; ``problems`` those of the rows.
    """

    sheet: str
    header_row: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    required: frozenset[str]
    places: Mapping[str, tuple[int, ...]]
    sample: tuple[Line, ...]
    restored: Mapping[str, int]
    outcome: Imported


def corrected(columns: Mapping[str, int], confirmed: Collection[str]) -> Choices:
    """The choices of an officer who corrected columns and confirmed that the zeros put back in some fields are right."""
    return Choices(columns=columns, options=Options(zeros=dict.fromkeys(confirmed, True)))


def preview(
    desk: Desk,
    path: Path,
    kind: Kind,
    choices: Choices | None = None,
    report: Progress | None = None,
    password: str = "",
) -> Preview:
    """Read a list and say what importing it would do; see `import_list` for the arguments.

    Raises:
        UserError: the file can't be read or holds no table at all.
    """
    outlook = work_out(desk, open_list(path, password), path.name, kind, choices, report=report)
    found = outlook.found
    asked = (item for item in questions(outlook, Decisions()) if item.ask is Ask.ZEROS)
    return Preview(
        sheet=found.sheet,
        header_row=found.header_row,
        headings=found.headings,
        fields=readable_fields(kind),
        required=required_fields(kind),
        places=found.places,
        sample=outlook.lines[:_SAMPLE],
        restored=Counter({item.field: item.count for item in asked if item.count}),
        outcome=outlook.outcome,
    )
