"""The life of one registration as its history tells it: each step with its day, and the steps still ahead."""

from collections.abc import Iterator
from dataclasses import dataclass

from vnpresence_desktop.domain.domains import NEXT
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.work.desk import Desk

ROAD = ("proposed", "guided", "submitted", "registered", "in_use")
"""The way of a domain where all goes well; what ends it stands aside."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One step.

    Attributes:
        state: see `vnpresence_desktop.domain.domains.NEXT`.
        on: ISO day, "" where it is not known or not come yet.
        reached: whether it came.
    """

    state: str
    on: str
    reached: bool


def life(desk: Desk, registration: Registration) -> tuple[Stop, ...]:
    """The steps of a registration from proposal on; steps that were skipped are left out, those ahead have no day."""
    days = _days(desk, registration)
    ended = registration.state not in ROAD
    place = (
        max((ROAD.index(state) for state in days if state in ROAD), default=-1)
        if ended
        else ROAD.index(registration.state)
    )
    road = [Stop(state, days.get(state, ""), at <= place) for at, state in enumerate(ROAD) if _stands(days, at, place)]
    if ended:
        return (*(stop for stop in road if stop.reached), Stop(registration.state, registration.state_on, reached=True))
    return tuple(road)


def _stands(days: dict[str, str], at: int, place: int) -> bool:
    return at > place or ROAD[at] in days


def _days(desk: Desk, registration: Registration) -> dict[str, str]:
    """State → day, of the states it went through; what the record says itself counts more than its history."""
    found: dict[str, str] = {}
    for state, day in _history(desk, registration.id):
        found = {before: on for before, on in found.items() if before != state and not _later(state, before)}
        found[state] = day
    own = {"proposed": registration.proposed_on, "registered": registration.registered_on}
    found |= {state: day for state, day in own.items() if day}
    return {state: day for state, day in found.items() if state in ROAD or state == registration.state} | {
        registration.state: registration.state_on or own.get(registration.state, "")
    }


def _later(state: str, before: str) -> bool:
    """Whether a step lies behind another one: going back to it (an undo) makes the other one not have happened."""
    seen, ahead = set[str](), list(NEXT.get(state, ()))
    while ahead:
        step = ahead.pop()
        if step not in seen:
            seen.add(step)
            ahead += NEXT.get(step, ())
    return before in seen


def _history(desk: Desk, record_id: str) -> Iterator[tuple[str, str]]:
    """State and its day after each change."""
    state, day = "proposed", ""
    for operation in desk.store.history(record_id):
        changes = operation.changes
        if "state" in changes or "state_on" in changes:
            state = str(changes.get("state", ("", state))[1] or "proposed")
            day = str(changes.get("state_on", ("", day))[1] or "")
            yield state, day
