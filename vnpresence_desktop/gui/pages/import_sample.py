"""The first rows of a list as they would come into the register."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.parts import Card
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.work.importing import Outlook, readable_fields
from vnpresence_desktop.work.texts import label, say

_SHOWN = 50
"""Rows that are shown."""
_WIDTHS = {
    "name": 26,
    "owner": 20,
    "id_number": 14,
    "trade": 24,
    "business_address": 30,
    "home_address": 30,
    "address": 30,
}
_CODED = frozenset({"sex", "state", "wish"})


class SampleCard(Card):
    """The card; its table is made anew for each list, since the columns are the list's."""

    def __init__(self) -> None:
        super().__init__("Xem trước", "eye", "Như sẽ ghi vào sổ")
        self.table = _table((), (), "Chọn tệp để xem trước những dòng đầu.")
        self.body.addWidget(self.table, 1)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show the first rows."""
        names = [field for field in readable_fields(outlook.kind) if field in outlook.found.places or field == "name"]
        rows: list[Row] = []
        for line in outlook.lines[:_SHOWN]:
            values = to_values(line.record)
            rows.append((line.row, *(shown(field, values.get(field)) for field in names)))
        self._replace(_table(names, rows, "Danh sách không có dòng nào."))

    def _replace(self, table: RecordTable) -> None:
        self.body.replaceWidget(self.table, table)
        self.table.hide()
        self.table.deleteLater()
        self.table = table


def _table(names: Sequence[str], rows: Sequence[Row], empty: str) -> RecordTable:
    columns = [Column(title="Dòng", width=7, align="right")]
    columns += [
        Column(title=capital(label(field)), width=max(_WIDTHS.get(field, 13), len(label(field)) + 2)) for field in names
    ]
    table = RecordTable(
        columns,
        lambda _: range(len(rows)),
        lambda ids: [rows[place] for place in ids],
        name="Những dòng đầu của tệp như sẽ ghi vào sổ",
        empty=empty,
    )
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    table.load()
    return table


def shown(field: str, value: object) -> str:
    """A field's value as a person reads it."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if not isinstance(value, str):
        return ""
    return say(field, value) if field in _CODED and value else show(value)
