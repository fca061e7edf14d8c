"""What a person decided about how a list is read; whatever is not decided is found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vnpresence_desktop.documents.reading.old_text import Spelling
from vnpresence_desktop.documents.reading.table import Area
from vnpresence_desktop.documents.reading.values.options import Options

__all__ = ["Area", "Choices", "Options", "Spelling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """See the module.

    Attributes:
        sheet: name of the sheet to read; "" for the one that is found.
        area: its heading and its rows; None as found. It belongs to ``sheet``.
        columns: field → index from 0, -1 for none; the fields that are not named are read from where they were found.
        options: what zeros, words, capitals and days mean.
        refused: spellings, or single cells as (Excel row, column from 0), whose text stays as the file has it.
        edits: Excel row → field → text typed in place of the file's.
    """

    sheet: str = ""
    area: Area | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    options: Options = field(default_factory=Options)
    refused: frozenset[Spelling | tuple[int, int]] = frozenset()
    edits: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
