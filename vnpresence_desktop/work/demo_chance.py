"""Repeatable chance for the demo: the same seed gives the same bytes on every Python and system."""

import hashlib
import random
import uuid
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OFFICE_OPENS = timedelta(hours=8 - 7)
"""Eight o'clock in Vietnam, in UTC."""
_OFFICE_SECONDS = 8 * 3600


@dataclass(frozen=True, slots=True)
class Weighted(Generic[T]):
    """Things to draw, some more often than others; ``bounds`` are their weights added up."""

    items: tuple[T, ...]
    bounds: tuple[int, ...]

    @classmethod
    def of(cls, weights: Mapping[T, int]) -> "Weighted[T]":
        """From thing → weight (whole numbers, at least one of them positive)."""
        return cls(tuple(weights), tuple(accumulate(weights.values())))

    @classmethod
    def rows(cls, tables: Sequence[T]) -> "Weighted[T]":
        """From TOML tables that have a ``weight``."""
        entries: Sequence[Any] = tables
        return cls(tuple(tables), tuple(accumulate(entry["weight"] for entry in entries)))


class Chance:
    """Draws for one part of the demo; parts don't disturb each other.

    Only `random.Random.random` seeded with a text is used: Python promises its sequence for good, not that of its
    other methods.
    """

    def __init__(self, seed: int, part: str) -> None:
        self._next = random.Random(f"{seed}|{part}").random  # noqa: S311 - made-up data, no secret

    def below(self, limit: int) -> int:
        """A whole number from 0 to ``limit`` - 1."""
        return int(self._next() * limit)

    def happens(self, percent: float) -> bool:
        """True in that share of the draws."""
        return self._next() * 100 < percent

    def one(self, items: Sequence[T]) -> T:
        """One of several, all alike."""
        return items[self.below(len(items))]

    def pick(self, weighted: Weighted[T]) -> T:
        """One of several by weight."""
        return weighted.items[bisect_right(weighted.bounds, self.below(weighted.bounds[-1]))]

    def digits(self, count: int) -> str:
        """That many digits as text."""
        return f"{self.below(10**count):0{count}d}"

    def day(self, first: date, last: date) -> date:
        """A day of a span, both ends included; the first where the span is empty."""
        return first + timedelta(days=self.below(max((last - first).days, 0) + 1))

    def shuffled(self, items: Iterable[T]) -> list[T]:
        """The same things in random order."""
        drawn = [(self._next(), place, item) for place, item in enumerate(items)]
        return [item for _, _, item in sorted(drawn, key=lambda entry: entry[:2])]


class Taken:
    """Texts already given away, so that none is given twice."""

    def __init__(self) -> None:
        self._texts: set[str] = set()

    def claim(self, *wishes: str) -> str:
        """The first wish that is free, else the last one with the smallest free number from 2 on."""
        number, text = 1, next((wish for wish in wishes if wish not in self._texts), wishes[-1])
        while text in self._texts:
            number += 1
            text = f"{wishes[-1]}{number}"
        self._texts.add(text)
        return text

    def fresh(self, draw: Callable[[], str]) -> str:
        """Draw until the text is a free one."""
        text = draw()
        while text in self._texts:
            text = draw()
        self._texts.add(text)
        return text


def stamped_id(seed: int, kind: str, number: int, day: date) -> str:
    """Id of a demo record: a UUIDv7 (RFC 9562) of that day's office hours, its random part a hash.

    Args:
        seed: seed of the demo.
        kind: kind of the record.
        number: which one of its kind, from 0.
        day: day on which the demo's officer entered it.
    """
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) + _OFFICE_OPENS
    moment += timedelta(seconds=number % _OFFICE_SECONDS)
    digest = int.from_bytes(hashlib.sha256(f"{seed}|{kind}|{number}".encode()).digest()[:10], "big")
    stamp = (moment - _EPOCH) // timedelta(milliseconds=1)
    high, low = digest >> 64 & 0xFFF, digest & ((1 << 62) - 1)
    return str(uuid.UUID(int=stamp << 80 | 7 << 76 | high << 64 | 2 << 62 | low))
