"""Undo and redo, told in words: what Ctrl+Z would take back, what was taken back, what hinders it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.report import show_number
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.history import named, names_at, size, title
from vnpresence_desktop.work.history_words import moment
from vnpresence_desktop.work.texts import label, say

if TYPE_CHECKING:
    from vnpresence_desktop.store.acts import Act
    from vnpresence_desktop.store.undoing import Hindrance, UndoError

_MOST_TOLD = 3
_STEP_BACK = "Hãy hoàn tác việc sau trước, hoặc mở hồ sơ rồi sửa tay."


NOTHING_TO_UNDO = "Không có việc nào để hoàn tác."
NOTHING_TO_REDO = "Không có việc nào để làm lại."


@dataclass(frozen=True, slots=True)
class Step:
    """What Ctrl+Z or Ctrl+Y would do.

    Attributes:
        text: e.g. "Hoàn tác: Lưu hồ sơ “Tạp hóa Bảy Đông”".
        act: id of the act that would be taken back.
        size: how many records it touched: a large one wants a job.
    """

    text: str
    act: str
    size: int


@dataclass(frozen=True, slots=True)
class Told:
    """What was taken back or done again.

    Attributes:
        text: one sentence.
        act: id of the new act, by which it can be turned round; "" where there was nothing to do.
        records: kind and id of what was set back, e.g. to show it anew.
        again: it was done again; turning it round is undoing.
    """

    text: str
    act: str = ""
    records: tuple[tuple[Kind, str], ...] = ()
    again: bool = False


def next_undo(desk: Desk) -> Step | None:
    """What Ctrl+Z would take back: the last act of this PC that stands; None where there is nothing."""
    from vnpresence_desktop.store import acts

    act = acts.next_undo(desk.store)
    return Step(f"Hoàn tác: {title(desk, act)}", act.id, size(act)) if act else None


def next_redo(desk: Desk) -> Step | None:
    """What Ctrl+Y would do again: what was undone last, unless something new was done since; None for nothing."""
    from vnpresence_desktop.store import acts

    act = acts.next_redo(desk.store)
    return Step(f"Làm lại: {title(desk, _base(desk, act))}", act.id, size(act)) if act else None


def undo(desk: Desk) -> Told:
    """Take back the last act of this PC that stands; raises UserError saying what hinders it."""
    step = next_undo(desk)
    return turn_round(desk, step.act) if step else Told(NOTHING_TO_UNDO)


def redo(desk: Desk) -> Told:
    """Do again what was undone last; raises UserError saying what hinders it."""
    step = next_redo(desk)
    return turn_round(desk, step.act) if step else Told(NOTHING_TO_REDO)


def turn_round(desk: Desk, act: str) -> Told:
    """Take back an act, whoever did it; of an act that took another back that is doing it again.

    Args:
        desk: see `Desk`.
        act: its id, e.g. `Line.turns` or `Told.act`.

    Raises:
        UserError: something hinders it, said with names and fields; nothing was changed then.
    """
    from vnpresence_desktop.store import acts, undoing

    found = undoing.target(desk.store, act)
    base = _base(desk, found) if found else None
    again = bool(found and found.undoes)
    verb = "làm lại" if again else "hoàn tác"
    what = title(desk, base) if base else ""
    # The reason is kept for ever, also when a person has been erased: it names nobody.
    reason = f"{verb.capitalize()}: {base.reason}" if base else ""
    try:
        records = undoing.undo(desk.store, act, reason)
    except undoing.UndoError as error:
        raise _explained(desk, error, verb, what) from error
    new = acts.acts(desk.store, limit=1).acts[0].id
    return Told(f"Đã {verb}: {what}.", new, records, again)


def _base(desk: Desk, act: "Act") -> "Act":
    """The act that was first, whatever was undone and done again since."""
    from vnpresence_desktop.store import acts

    while act.undoes and (target := acts.find(desk.store, act.undoes)):
        act = target
    return act


def _explained(desk: Desk, error: "UndoError", verb: str, what: str) -> UserError:
    if error.code != "hindered":
        return UserError(f"Chưa {verb} được.", say("fixed", error.code))
    told = [hindrance_told(desk, item) for item in error.hindrances[:_MOST_TOLD]]
    more = len(error.hindrances) - len(told)
    told += [f"Và {show_number(more)} mục khác."] if more else []
    return UserError(f"Chưa {verb} được: {what}.", " ".join([*told, _STEP_BACK]))


def hindrance_told(desk: Desk, item: "Hindrance") -> str:
    """What stands in the way, one sentence with the record's name."""
    names = names_at(desk)
    what = f"{say('kind', item.kind)} {named(desk, item.kind, item.record, names)}".strip()
    what = capital(what)
    if item.code == "gone":
        return say("hindrance", "gone", what=what, other=names(item.other))
    if item.code != "changed":
        return say("hindrance", item.code, what=what, other=say("kind", item.other) if item.other else "")
    shown = ", ".join("xóa hoặc khôi phục" if name == "deleted" else label(name) for name in item.fields[:_MOST_TOLD])
    later = [one for one in desk.store.history(item.record) if one.changes.keys() & set(item.fields)]
    if not later:
        return say("hindrance", "changed_plain", what=what, fields=shown)
    return say("hindrance", "changed", what=what, fields=shown, who=later[-1].actor, when=moment(later[-1].at))
