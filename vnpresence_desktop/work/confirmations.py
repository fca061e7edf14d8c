"""The household register confirmed or shared on request (II.3 of the report): recorded as it was answered."""

from vnpresence_desktop.domain.confirming import check_confirmation
from vnpresence_desktop.domain.problems import Problem
from vnpresence_desktop.domain.records import Confirmation
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.refusing import refuse_wrong


def blank_confirmation(desk: Desk) -> Confirmation:
    """A new record of today."""
    return Confirmation(date=desk.today.isoformat())


def judge_confirmation(desk: Desk, confirmation: Confirmation) -> tuple[Problem, ...]:
    """Problems of a confirmation as typed, in the order of its fields."""
    return check_confirmation(confirmation, desk.today)


def keep_confirmation(desk: Desk, confirmation: Confirmation) -> Confirmation:
    """Save a confirmation; without id it is new. Raises UserError where a problem blocks saving."""
    refuse_wrong("Chưa lưu được lượt xác nhận.", judge_confirmation(desk, confirmation))
    with desk.store.unit(reason="Lưu lượt xác nhận") as unit:
        return unit.put(confirmation)


def requesters(desk: Desk) -> tuple[str, ...]:
    """Who has asked so far, the latest first, each once."""
    held = sorted(desk.store.all(Confirmation), key=lambda item: (item.date, item.id), reverse=True)
    return tuple(dict.fromkeys(item.requester for item in held if item.requester))
