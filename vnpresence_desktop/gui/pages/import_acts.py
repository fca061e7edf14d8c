"""What the page that takes lists in asks for."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.work.importing import Imported, Preview, Progress

Columns = Mapping[str, int]
"""Field → index of its column from 0, -1 for none: what the officer corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportActs:
    """The acts; ``preview`` and ``import_list`` are called in a job's thread and open a desk of their own.

    Attributes:
        start: begins a job (``Jobs.start``).
        preview: `work.importing.preview` by path, kind, columns, confirmed fields, password of the file, progress.
        import_list: `work.importing.import_list` by the same.
    """

    start: Callable[[Callable[[Job], object]], Job]
    preview: Callable[[Path, Kind, Columns, Collection[str], str, Progress], Preview]
    import_list: Callable[[Path, Kind, Columns, Collection[str], str, Progress], Imported]
