"""Lists that stand side by side in a sheet under one line of headings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnpresence_desktop.documents.reading.heading_lines import NAMES, Heading
from vnpresence_desktop.documents.reading.headings import recognise
from vnpresence_desktop.documents.reading.sheets import Cell

_MOST = 5
"""Lists beside the first one that are told apart."""
_SAMPLE = 50
"""Rows below a heading in which the column between two lists has to be empty."""


def parts_of(heading: Heading, rows: Sequence[Sequence[Cell]]) -> list[tuple[Heading, int, int | None]]:
    """The lists under a heading.

    Returns:
        For each its own heading (texts still counted from column A), its first column, and the one after its last; None
        for a list that has the sheet for itself.
    """
    names = [recognise(text).name if text else "" for text in heading.texts]
    cuts = list(_cuts(names, _empty(heading, rows)))[:_MOST]
    if not cuts:
        return [(heading, 0, None)]
    ends = [*cuts, len(names)]
    return [(_part(heading, left, right), left, right) for left, right in zip([0, *cuts], ends, strict=True)]


def _cuts(names: Sequence[str], empty: Sequence[bool]) -> Iterator[int]:
    """Where another list begins: a second STT, or an STT or a second name behind an empty column."""
    left = 0
    for place, name in enumerate(names):
        before, after = set(names[left:place]), set(names[place:])
        behind = place > left and empty[place - 1] and not empty[place]
        again = name == "ordinal" and (behind or "ordinal" in before)
        if (
            (again or (behind and name in before & NAMES))
            and not before.isdisjoint(NAMES)
            and not after.isdisjoint(NAMES)
        ):
            yield place
            left = place


def _empty(heading: Heading, rows: Sequence[Sequence[Cell]]) -> list[bool]:
    below = rows[heading.bottom : heading.bottom + _SAMPLE]
    return [
        not text and all(place >= len(row) or row[place] in ("", None) for row in below)
        for place, text in enumerate(heading.texts)
    ]


def _part(heading: Heading, left: int, right: int) -> Heading:
    texts = tuple(text if left <= place < right else "" for place, text in enumerate(heading.texts[:right]))
    lines = tuple({place: text for place, text in line.items() if left <= place < right} for line in heading.lines)
    return replace(heading, texts=texts, lines=lines)
