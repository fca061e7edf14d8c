"""Record that one candidate was reached by a session: as its record is typed, beside ticking whole lists (`outreach`)."""

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Reach, Session
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.domains import candidate as find_candidate
from vnpresence_desktop.work.outreach import session_ids
from vnpresence_desktop.work.texts import say

_MOST = 20


def recent_sessions(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Id and words of the last sessions, newest first: "24/11/2026, Hội nghị: Nhà văn hóa ấp Thới An"."""
    held = {item.id: item for item in desk.store.all(Session)}
    return tuple((one, _words(held[one])) for one in session_ids(desk)[:_MOST])


def _words(session: Session) -> str:
    return f"{show(session.date)}, {say('form', session.form)}: {session.place}"


def reach(desk: Desk, session: str, candidate: str) -> bool:
    """Record that a session (id) reached a candidate (id); False where that is recorded already.

    Raises:
        UserError: the session or the candidate is not in the register any more, or it can't be written.
    """
    if desk.store.get(Session, session) is None:
        raise UserError("Buổi tuyên truyền đã chọn không còn trong sổ.", "Hãy chọn lại buổi ở bên phải.")
    if find_candidate(desk, candidate) is None:
        raise UserError("Hồ sơ này không còn trong sổ.", "Hãy khôi phục hồ sơ ở trang Lịch sử, phần Thùng rác.")
    if desk.store.find(Reach, session=session, candidate=candidate):
        return False
    with desk.store.unit(reason="Ghi nhận tiếp cận") as unit:
        unit.put(Reach(session=session, candidate=candidate))
    return True


def take_back_reach(desk: Desk, session: str, candidate: str) -> None:
    """Take `reach` back; nothing happens where it is not recorded. Raises UserError as the store does."""
    recorded = desk.store.find(Reach, session=session, candidate=candidate)
    with desk.store.unit(reason="Bỏ ghi nhận tiếp cận") as unit:
        for item in recorded:
            unit.delete(Kind.REACH, item.id)
