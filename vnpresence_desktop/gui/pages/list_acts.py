"""What the list of a group is given beyond looking up: filters, saved lists, columns, changes to many, copies, files.

Only `ViewActs` is needed before the first list is painted; the rest is made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vnpresence_desktop.gui.jobs import Job, Jobs
    from vnpresence_desktop.gui.preview import Renderer
    from vnpresence_desktop.gui.turning import TurningActs
    from vnpresence_desktop.work.bulk import Change, Done, Outlook, Progress
    from vnpresence_desktop.work.copying import Clip, CopyOrder
    from vnpresence_desktop.work.deleting import Removal
    from vnpresence_desktop.work.list_census import Census
    from vnpresence_desktop.work.list_filters import Wanted
    from vnpresence_desktop.work.list_views import SavedList
    from vnpresence_desktop.work.name_lists import ListOrder

    Start = Callable[[Callable[[Job], object]], Job]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewActs:
    """Which records, which columns.

    Attributes:
        size: how many records the group has; decides whether a census is a job.
        census: see `work.list_census.census`.
        census_in_job: the same at a desk of its own, for a job's thread; takes what stops it.
        saved: the office's own lists.
        keep: keep a list under a name with its columns; raises UserError.
        remove: forget a list by its id; raises UserError.
        columns: those chosen on this PC, () for the usual ones.
        keep_columns: remember them.
        rows: columns, ids → texts, see `work.list_columns.rows`.
    """

    size: Callable[[], int]
    census: Callable[[], Census]
    census_in_job: Callable[[Callable[[], object]], Census]
    saved: Callable[[], Sequence[SavedList]]
    keep: Callable[[str, Wanted, Sequence[str]], SavedList]
    remove: Callable[[str], None]
    columns: Callable[[], Sequence[str]]
    keep_columns: Callable[[Sequence[str]], None]
    rows: Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkActs:
    """What is done to many records; the acts of ``…_in_job`` have a desk of their own.

    Attributes:
        outlook, apply, remove: see `work.bulk`; raise UserError.
        removal: see `work.deleting`; raises UserError.
        copy: rows for the clipboard; raises UserError.
        hamlets: names to offer.
        today: today's date.
        turning: how an act is taken back.
        start: begins a job.
        broke: told of a bug in a job.
    """

    outlook: Callable[[Sequence[str], Change], Outlook]
    apply: Callable[[Sequence[str], Change], Done]
    remove: Callable[[Sequence[str]], Done]
    outlook_in_job: Callable[[Sequence[str], Change, Progress], Outlook]
    apply_in_job: Callable[[Sequence[str], Change, Progress], Done]
    remove_in_job: Callable[[Sequence[str]], Done]
    removal: Callable[[Sequence[str]], Removal]
    copy: Callable[[CopyOrder], Clip]
    hamlets: Callable[[], Sequence[str]]
    today: Callable[[], date]
    turning: TurningActs
    start: Start
    broke: Callable[[Exception], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingActs:
    """How a list becomes paper.

    Attributes:
        draw: the list as a PDF to be looked at, in a job.
        export: write PDF and workbook, in a job; raises UserError.
        renderer: draws PDF pages.
        open_folder: show a folder to the user.
        jobs: the jobs of the program.
        broke: told of a bug in a job.
    """

    draw: Callable[[ListOrder], bytes]
    export: Callable[[ListOrder], tuple[Path, Path]]
    renderer: Renderer
    open_folder: Callable[[Path], object]
    jobs: Jobs
    broke: Callable[[Exception], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListActs:
    """All of it.

    Attributes:
        views: see there.
        bulk, making: make the acts when they are first needed.
    """

    views: ViewActs
    bulk: Callable[[], BulkActs]
    making: Callable[[], MakingActs]
