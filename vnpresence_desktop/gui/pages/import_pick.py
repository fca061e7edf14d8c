"""The choice of a column: a heading of any length, and what is seen of it."""

from vnpresence_desktop.gui.short_choice import ShortChoice


class ColumnPick(ShortChoice):
    """Offers headings."""
