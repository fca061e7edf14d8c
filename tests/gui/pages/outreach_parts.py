"""The acts of the pages for outreach and import as the composition root makes them, for tests and pictures."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from tests.work.registers import desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.import_acts import ImportActs
from vnpresence_desktop.gui.pages.session_acts import SessionsActs
from vnpresence_desktop.work import candidates, deleting, importing, outreach, undoing
from vnpresence_desktop.work.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")


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


def import_acts(folder: Path, jobs: Jobs, went: list[object] | None = None) -> ImportActs:
    """As the composition root makes them: each job opens a desk of its own over the register in the folder.

    ``went`` collects where the page wanted to go: kinds of lists, folders.
    """

    def at_desk(verb: Callable[Concatenate[Desk, P], T]) -> Callable[P, T]:
        def act(*args: P.args, **kwargs: P.kwargs) -> T:
            with desk_with(folder, (), new=False) as desk:
                return verb(desk, *args, **kwargs)

        return act

    told: list[object] = [] if went is None else went
    return ImportActs(
        start=jobs.start,
        open_list=importing.open_list,
        work_out=at_desk(importing.work_out),
        look_again=at_desk(importing.look_again),
        take_in=at_desk(importing.take_in),
        export_wrong=at_desk(importing.export_wrong),
        batches=at_desk(importing.batches),
        take_back=at_desk(importing.take_back),
        turn_round=at_desk(undoing.turn_round),
        hamlets=at_desk(candidates.hamlets),
        show_list=told.append,
        open_folder=told.append,
    )
