"""The page "Hỗ trợ" and its card beside a candidate's form, each handed the functions it needs.

What is imported inside is imported when the page is first shown, as `vnpresence_desktop.app.pages` says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from vnpresence_desktop.domain.kinds import Kind

if TYPE_CHECKING:
    from datetime import date

    from vnpresence_desktop.app.history import Binder
    from vnpresence_desktop.domain.records import Difficulty, Record
    from vnpresence_desktop.gui.editors import Choices
    from vnpresence_desktop.gui.pages.record_acts import RecordActs
    from vnpresence_desktop.gui.pages.support import SupportPage
    from vnpresence_desktop.gui.pages.support_card import SupportCard
    from vnpresence_desktop.work.desk import Desk

R = TypeVar("R", bound="Record")

_LISTED: Mapping[Kind, tuple[str, ...]] = {
    Kind.DIFFICULTY: ("date", "matter", "cause", "proposal", "answered_on"),
    Kind.CONFIRMATION: ("date", "requester", "document", "households", "result"),
}
"""The fields that the columns show, of the kinds whose columns are fields."""


def support_page(here: Binder) -> SupportPage:
    """The page."""
    from vnpresence_desktop.gui.pages.support import SupportActs, SupportPage
    from vnpresence_desktop.work import support, support_people

    return SupportPage(
        SupportActs(
            support=_support_acts(here),
            difficulty=_difficulty_acts(here),
            confirmation=_confirmation_acts(here),
            find_people=here(support_people.find_people),
            person=here(support_people.person),
            blank_for=here(support.blank_support),
        )
    )


def support_card(here: Binder, page: Callable[[], SupportPage], back: Callable[[], object]) -> SupportCard:
    """The card for a candidate's form.

    Args:
        here: see `Binder`.
        page: goes to the page "Hỗ trợ" and gives it.
        back: returns to the candidate's page once help was recorded or left.
    """
    from vnpresence_desktop.gui.pages.support_card import SupportCard, SupportCardActs
    from vnpresence_desktop.work.support import supports

    return SupportCard(
        SupportCardActs(
            supports=lambda candidate: here(supports)(candidate_id=candidate),
            add=lambda candidate: page().record_for(candidate, back),
            open=lambda support: page().open_support(support, back),
        )
    )


def _support_acts(here: Binder) -> RecordActs:
    from vnpresence_desktop.domain.records import Support
    from vnpresence_desktop.work import support, support_people

    return _acts(
        here,
        Kind.SUPPORT,
        ids=here(_support_ids),
        rows=here(support_people.support_rows),
        get=here(partial(_get, Support)),
        blank=here(support.blank_support),
        judge=here(support.judge_support),
        keep=here(support.record_support),
        offers=here(_helpers),
    )


def _difficulty_acts(here: Binder) -> RecordActs:
    from vnpresence_desktop.domain.records import Difficulty
    from vnpresence_desktop.work import difficulties

    return _acts(
        here,
        Kind.DIFFICULTY,
        get=here(partial(_get, Difficulty)),
        blank=here(_blank_difficulty),
        judge=here(difficulties.judge_difficulty),
        keep=here(difficulties.keep_difficulty),
    )


def _confirmation_acts(here: Binder) -> RecordActs:
    from vnpresence_desktop.domain.records import Confirmation
    from vnpresence_desktop.work import confirmations

    return _acts(
        here,
        Kind.CONFIRMATION,
        get=here(partial(_get, Confirmation)),
        blank=here(confirmations.blank_confirmation),
        judge=here(confirmations.judge_confirmation),
        keep=here(confirmations.keep_confirmation),
        offers=here(_requesters),
    )


def _acts(here: Binder, kind: Kind, **own: Callable[..., Any]) -> RecordActs:
    """What every kind has alike, with what is its own."""
    from vnpresence_desktop.domain.fields import from_values, to_values
    from vnpresence_desktop.gui.pages.record_acts import RecordActs
    from vnpresence_desktop.work import candidates, dated, deleting, preparing

    alike: dict[str, Callable[..., Any]] = {
        "ids": lambda *args: here(dated.ids)(kind, *args),
        "rows": lambda ids: here(dated.rows)(kind, _LISTED[kind], ids),
        "shown": to_values,
        "record": lambda values: from_values(kind, values),
        "remove": lambda record_id: here(deleting.remove)(kind, [record_id]),
        "bring_back": lambda record_id: here(deleting.bring_back)(kind, [record_id]),
        "offers": dict,
        "periods": here(preparing.periods),
        "draft": here(candidates.draft),
        "keep_draft": here(candidates.keep_draft),
        "drop_draft": here(candidates.drop_draft),
        "today": here(_today),
    }
    return RecordActs(**{**alike, **own})


def _today(desk: Desk) -> date:
    return desk.today


def _blank_difficulty(desk: Desk) -> Difficulty:
    from vnpresence_desktop.domain.records import Difficulty

    return Difficulty(date=desk.today.isoformat())


def _get(what: type[R], desk: Desk, record_id: str) -> R | None:
    return desk.store.get(what, record_id)


def _support_ids(desk: Desk, text: str = "", first: str = "", last: str = "") -> Sequence[str]:
    from vnpresence_desktop.work.support import supports

    return [line.support.id for line in supports(desk, text=text, first=first, last=last)]


def _helpers(desk: Desk) -> Mapping[str, Choices]:
    """Who helped before, then who usually does."""
    from vnpresence_desktop.work.support_people import usual_helpers

    return {"helper": [(name, name) for name in usual_helpers(desk)]}


def _requesters(desk: Desk) -> Mapping[str, Choices]:
    from vnpresence_desktop.work.confirmations import requesters

    return {"requester": [(name, name) for name in requesters(desk)]}
