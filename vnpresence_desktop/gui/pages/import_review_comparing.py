"""A row beside the record that it may be: field by field, and what each way to go on would do."""

from collections.abc import Mapping
from dataclasses import dataclass

from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.pages.import_review_cells import in_words
from vnpresence_desktop.work.importing import Line, Match, OnMatch, Outlook, readable_fields
from vnpresence_desktop.work.importing.matching import complete
from vnpresence_desktop.work.texts import label

FILLS, DIFFERS, SAME = "fills", "differs", "same"

NAMES: Mapping[str, str] = {
    "id_number": "Số định danh",
    "certificate_date": "Ngày cấp",
    "founded": "Ngày cấp lần đầu",
}
"""Fields whose usual name is too long for a column."""
WAYS: Mapping[OnMatch, tuple[str, str]] = {
    OnMatch.FILL: ("&Bổ sung chỗ trống", "Điền những ô còn trống; ô ghi khác thì giữ như đang có"),
    OnMatch.OVERWRITE: ("&Lấy theo danh sách", "Ô nào danh sách có ghi thì lấy theo danh sách"),
    OnMatch.ADD: ("Đối tượng &khác", "Ghi thêm một hồ sơ mới, hồ sơ kia giữ nguyên"),
    OnMatch.SKIP: ("Bỏ &qua", "Không nhập dòng này"),
}
"""What may become of a row whose candidate is there: its words, and what they mean."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A field of both.

    Attributes:
        title: its name.
        listed, kept: what the row says, and what is there; "" for nothing.
        verdict: `FILLS` what is blank, `DIFFERS`, or `SAME`.
    """

    title: str
    listed: str
    kept: str
    verdict: str


def compared(outlook: Outlook, line: Line) -> list[Compared]:
    """What a row says beside what is there; what differs first, what is the same last."""
    if line.match is None:
        return []
    kept, found = line.match.record, line.record
    filled, replaced = complete(kept, found)[0], complete(kept, found, OnMatch.OVERWRITE)[0]
    rows = []
    for info in fields(outlook.kind):
        there, here = getattr(kept, info.attribute), getattr(found, info.attribute)
        if info.name not in readable_fields(outlook.kind) or in_words(outlook.kind, info.name, here) == "":
            continue
        changes = getattr(replaced, info.attribute) != there
        verdict = FILLS if getattr(filled, info.attribute) != there else DIFFERS if changes else SAME
        if verdict != SAME or (there == here and info.name in outlook.found.places):
            listed, standing = (in_words(outlook.kind, info.name, value) for value in (here, there))
            title = NAMES.get(info.name) or capital(label(info.name))
            rows.append(Compared(title, listed, standing, verdict))
    return sorted(rows, key=lambda row: (DIFFERS, FILLS, SAME).index(row.verdict))


def becomes(row: Compared, way: OnMatch) -> str:
    """What the way makes of a field, in words."""
    if row.verdict == SAME:
        return "giống nhau"
    if way in (OnMatch.ADD, OnMatch.SKIP):
        return "khác nhau" if row.verdict == DIFFERS else "chưa có"
    if row.verdict == FILLS:
        return "sẽ bổ sung"
    return "sẽ lấy theo danh sách" if way is OnMatch.OVERWRITE else "khác, giữ như đang có"


def way_of(line: Line, said: Mapping[int, OnMatch], every: OnMatch) -> OnMatch | None:
    """What becomes of a row now; None where only a person can tell."""
    if line.row in said:
        return said[line.row]
    return every if line.match and line.match.certain else None


def heading(match: Match) -> str:
    """Who it is, or may be."""
    where = f"dòng {match.row} của danh sách" if match.row else "sổ"
    if match.certain:
        return (
            f"Trùng với {where}: “{match.record.name}”" if match.row else f"Đã có trong {where}: “{match.record.name}”"
        )
    return (
        f"Có thể trùng với {where}: “{match.record.name}”"
        if match.row
        else f"Có thể đã có trong sổ: “{match.record.name}”"
    )
