"""The sentences about a list: the same numbers before it is taken in and after."""

from collections.abc import Mapping

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import Problem
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.importing import Fate, Imported, Outlook, required_fields
from vnpresence_desktop.work.texts import label, say

_FATES = {
    Fate.NEW: "thêm mới",
    Fate.UPDATED: "bổ sung",
    Fate.SAME: "đã có đủ",
    Fate.WRONG: "có lỗi",
    Fate.LEFT_OUT: "bỏ qua",
}


def numbers(outlook: Outlook, done: Imported | None = None) -> str:
    """E.g. "240 dòng: 231 thêm mới, 4 bổ sung, 3 đã có đủ, 2 có lỗi"; ``done``: what was really written."""
    fates: Mapping[Fate, int] = outlook.fates
    gone = fates.get(Fate.UPDATED, 0) - done.updated if done else 0
    counts = [(fates.get(fate, 0) - (gone if fate is Fate.UPDATED else 0), words) for fate, words in _FATES.items()]
    told = [f"{number(count)} {words}" for count, words in counts if count]
    told += [f"{number(gone)} đã bị xóa khỏi sổ"] if gone else []
    return f"{number(len(outlook.lines))} dòng: {', '.join(told)}" if told else "Danh sách không có dòng nào"


def written(outlook: Outlook) -> int:
    """How many rows would come in."""
    return outlook.fates.get(Fate.NEW, 0) + outlook.fates.get(Fate.UPDATED, 0)


def kept_out(outlook: Outlook) -> int:
    """How many rows have to be mended or were left out."""
    return outlook.fates.get(Fate.WRONG, 0) + outlook.fates.get(Fate.LEFT_OUT, 0)


def lacking(outlook: Outlook) -> list[str]:
    """The fields that a column has to be chosen for."""
    wanted = required_fields(outlook.kind)
    return sorted(field for field in wanted if field not in outlook.found.places)


def hindrance(outlook: Outlook, waiting: str) -> str:
    """Why nothing can be taken in; "" where nothing hinders. ``waiting``: what the officer has to answer first."""
    if fields := lacking(outlook):
        return f"Hãy chọn cột cho {', '.join(map(label, fields))}."
    if waiting:
        return waiting
    if not outlook.lines:
        return "Hãy bấm “Sửa” để chỉ dòng tiêu đề và các dòng của danh sách."
    return "" if written(outlook) else "Không có dòng nào để nhập: đã có đủ trong sổ, có lỗi hoặc bỏ qua."


def other_kind(outlook: Outlook) -> tuple[Problem, Kind] | None:
    """That the list seems to be of another kind, and of which; None where it does not."""
    doubt = next((item for item in outlook.found.problems if item.code == "other_kind"), None)
    called = dict(doubt.values).get("other") if doubt else None
    kind = next((kind for kind in CANDIDATES if say("kind", kind) == called), None)
    return (doubt, kind) if doubt and kind else None
