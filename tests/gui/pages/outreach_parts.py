"""The acts of the pages for outreach and import as the composition root makes them, for tests and pictures."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from tests.work.registers import desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.import_acts import Columns, ImportActs
from vnpresence_desktop.gui.pages.session_acts import SessionsActs
from vnpresence_desktop.work import deleting, importing, outreach
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import Imported, Preview, Progress


def sessions_acts(desk: Desk) -> SessionsActs:
    return SessionsActs(
        today=lambda: desk.today,
        session_ids=partial(outreach.session_ids, desk),
        session_lines=partial(outreach.session_lines, desk),
        blank_session=partial(outreach.blank_session, desk),
        judge_session=partial(outreach.judge_session, desk),
        record_session=partial(outreach.record_session, desk),
        remove_session=lambda session: deleting.remove(desk, Kind.SESSION, [session]),
        reached_by=partial(outreach.reached_by, desk),
        tasks=partial(outreach.tasks, desk),
        candidate_ids=partial(outreach.candidate_ids, desk),
        people=partial(outreach.people, desk),
        count_kinds=partial(outreach.count_kinds, desk),
        hamlets=partial(outreach.hamlets, desk),
        match_lines=partial(outreach.match_lines, desk),
        keep_draft=desk.store.keep_draft,
        draft=desk.store.draft,
        drop_draft=desk.store.drop_draft,
    )


def import_acts(folder: Path, jobs: Jobs) -> ImportActs:
    """As the composition root makes them: each job opens a desk of its own over the register in the folder."""

    def read(
        path: Path, kind: Kind, columns: Columns, confirmed: Collection[str], password: str, report: Progress
    ) -> Preview:
        with desk_with(folder, (), new=False) as desk:
            return importing.preview(desk, path, kind, importing.corrected(columns, confirmed), report, password)

    def take(
        path: Path, kind: Kind, columns: Columns, confirmed: Collection[str], password: str, report: Progress
    ) -> Imported:
        with desk_with(folder, (), new=False) as desk:
            choices = importing.corrected(columns, confirmed)
            return importing.import_list(
                desk, path, kind, password=password, choices=choices, report=report, strict=False
            )

    return ImportActs(start=jobs.start, preview=read, import_list=take)
