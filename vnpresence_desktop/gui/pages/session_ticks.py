"""What was ticked before each change of a list, to go back step by step."""

from collections.abc import Set as AbstractSet

from vnpresence_desktop.gui.vietnamese import number

_STEPS = 50
"""Changes that can be taken back."""


class TickHistory:
    """The ticks before each change, the last one on top."""

    def __init__(self) -> None:
        self._now: frozenset[str] = frozenset()
        self._before: list[frozenset[str]] = []

    def begin(self, ticked: AbstractSet[str]) -> None:
        """Another list: what was done before can't be taken back any more."""
        self._now, self._before = frozenset(ticked), []

    def take(self, ticked: AbstractSet[str]) -> bool:
        """Note what is ticked now; returns whether that is a change."""
        changed = self._now != ticked
        if changed:
            self._before = [*self._before[1 - _STEPS :], self._now]
            self._now = frozenset(ticked)
        return changed

    def back(self) -> frozenset[str]:
        """What was ticked before the last change, which is forgotten by that."""
        if self._before:
            self._now = self._before.pop()
        return self._now

    @property
    def last(self) -> str:
        """The last change in words, "" where there is none to take back."""
        if not self._before:
            return ""
        more, fewer = len(self._now - self._before[-1]), len(self._before[-1] - self._now)
        added = [f"chọn thêm {number(more)} người"] if more else []
        removed = [f"bỏ chọn {number(fewer)} người"] if fewer else []
        return f"Vừa {', '.join(added + removed)}"
