"""What the forms of candidates need for typing many in a row, met with the window's desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnpresence_desktop.domain.kinds import Kind
    from vnpresence_desktop.gui.pages.entry_acts import EntryActs

Here = Callable[[Callable[..., Any]], Callable[..., Any]]
"""Gives a verb its desk."""


def entry_acts(here: Here, kind: Kind) -> EntryActs:
    """The acts of one kind; imported here, so that the first list is painted before."""
    from vnpresence_desktop.gui.pages.entry_acts import EntryActs
    from vnpresence_desktop.work import entry, merging, reaching, twins

    return EntryActs(
        newest=partial(here(entry.newest), kind),
        with_number=partial(here(entry.with_number), kind),
        sessions=here(reaching.recent_sessions),
        reach=here(reaching.reach),
        take_back_reach=here(reaching.take_back_reach),
        merge_preview=here(merging.merge_preview),
        merge=here(merging.merge),
        not_the_same=here(twins.not_the_same),
        maybe_the_same=here(twins.maybe_the_same),
    )
