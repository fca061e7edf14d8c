"""The page of a group, handed the functions it needs; imported when it is first shown, as `vnpresence_desktop.app.pages` says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from vnpresence_desktop import app as composition
from vnpresence_desktop.app.entry import entry_acts
from vnpresence_desktop.app.lists import ListDesk
from vnpresence_desktop.gui.long_list import Source
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.work import candidates, lists, twins

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vnpresence_desktop.app.history import HistoryDesk
    from vnpresence_desktop.domain.kinds import Kind
    from vnpresence_desktop.gui.pages.candidate_kept import KeptActs
    from vnpresence_desktop.gui.pages.support import SupportPage
    from vnpresence_desktop.work.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")


def candidates_page(
    desks: HistoryDesk, kind: Kind, go_to: Callable[[str], QWidget], open_folder: Callable[[Path], object]
) -> CandidatesPage:
    """The list of one group and the form of its records; ``go_to`` shows another page by its id."""
    here = desks.here

    def of_kind(verb: Callable[Concatenate[Desk, Kind, P], T]) -> Callable[P, T]:
        return here(lambda desk, *args, **kwargs: verb(desk, kind, *args, **kwargs))

    preferences = Preferences(composition.pc_folder() / "cua-so.ini")
    return CandidatesPage(
        kind,
        CandidateActs(
            lists=Source(
                first=of_kind(lists.search), rest=here(lists.rest), take=here(lists.take), start=desks.jobs.start
            ),
            get=of_kind(candidates.get),
            judge=here(candidates.judge),
            has_domain=here(candidates.has_domain),
            twins=here(twins.twins),
            keep=here(candidates.keep),
            draft=here(candidates.draft),
            keep_draft=here(candidates.keep_draft),
            drop_draft=here(candidates.drop_draft),
            hamlets=here(candidates.hamlets),
            today=here(lambda desk: desk.today),
            entry=partial(entry_acts, here, kind),
            many=ListDesk(desks, preferences, open_folder).acts(kind),
            kept=partial(kept_acts, desks, kind, go_to),
        ),
    )


def kept_acts(desks: HistoryDesk, kind: Kind, go_to: Callable[[str], QWidget]) -> KeptActs:
    """What belongs to a record of the register."""
    from vnpresence_desktop.app.domain_pages import domains_card
    from vnpresence_desktop.app.support_pages import support_card
    from vnpresence_desktop.gui.pages.candidate_kept import KeptActs
    from vnpresence_desktop.work import deleting, history

    here = desks.here

    def one(verb: Callable[[Desk, Kind, Sequence[str]], T]) -> Callable[[str], T]:
        return here(lambda desk, record_id: verb(desk, kind, [record_id]))

    return KeptActs(
        domains=partial(domains_card, desks),
        support=partial(
            support_card,
            here,
            page=lambda: cast("SupportPage", go_to("support")),
            back=partial(go_to, kind.value),
        ),
        sentences=here(history.sentences),
        removal=one(deleting.removal),
        remove=one(deleting.remove),
        bring_back=one(deleting.bring_back),
    )
