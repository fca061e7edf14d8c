"""A filter as SQL: what the index is asked, what is left to be asked of rows."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from vnpresence_desktop.domain.fields import FieldInfo, fields
from vnpresence_desktop.domain.filters import Between, Filter, OneOf
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.store.driver import Cell
from vnpresence_desktop.store.search_schema import LEAST, MARK, PART
from vnpresence_desktop.store.tables import empty, quoted, search_words, to_cell

_MOST_WORDS = 20
"""Words of a search; who pastes a letter into the box means its beginning."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition on a row called ``h``, with its parameters."""

    sql: str
    parameters: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for among the records of a group.

    Attributes:
        kind: a group.
        match: the question to the index of words; "" for none.
        rest: what the index does not answer.
        words: what the index answers too, to be asked of rows that are looked at one by one.
        named: how many ids were given to choose from; None where none were.
    """

    kind: Kind
    match: str
    rest: tuple[Clause, ...]
    words: tuple[Clause, ...]
    named: int | None = None

    @property
    def asks_nothing(self) -> bool:
        """Whether every record is meant."""
        return not self.match and not self.rest

    def source(self) -> Clause:
        """SQL from FROM on: rows ``h`` that are meant, in no order; more conditions may be added."""
        name = self.kind.value
        conditions = " AND ".join(clause.sql for clause in self.rest)
        parameters = tuple(cell for clause in self.rest for cell in clause.parameters)
        if not self.match:
            return Clause(f"FROM {name} h WHERE h.deleted = 0{conditions and ' AND ' + conditions}", parameters)
        if not self.rest:
            return self.hits()
        found = f"FROM {name}_search s CROSS JOIN {name} h ON h.row_no = s.rowid WHERE s.{name}_search MATCH ?"
        return Clause(f"{found} AND {conditions}", (self.match, *parameters))

    def hits(self) -> Clause:
        """SQL from FROM on: what the index says, no row is read; more than is meant where there is a ``rest``."""
        name = self.kind.value
        index = f"(SELECT rowid AS row_no, {name}_search FROM {name}_search) h"  # noqa: S608
        return Clause(f"FROM {index} WHERE h.{name}_search MATCH ?", (self.match,))

    def every(self) -> Clause:
        """The whole condition on a row ``h``, index or not."""
        clauses = (*self.words, *(clause for clause in self.rest if clause not in self.words))
        sql = " AND ".join(["h.deleted = 0", *(clause.sql for clause in clauses)])
        return Clause(sql, tuple(cell for clause in clauses for cell in clause.parameters))


def query(kind: Kind, wanted: Filter, among: Collection[str] | None = None) -> Query:
    """What a filter asks of a group; ``among``: only these ids. Raises KeyError for a field that the group lacks."""
    words = search_words(wanted.text)[:_MOST_WORDS]
    rest = [_contains(word) for word in words if _is_long_number(word)]
    rest += _conditions(kind, wanted)
    if among is not None:
        rest.append(Clause("h.id IN (SELECT value FROM json_each(?))", (json.dumps(list(among)),)))
    named = None if among is None else len(among)
    return Query(kind, " AND ".join(map(_asked, words)), tuple(rest), tuple(map(_contains, words)), named)


# -- words


def _asked(word: str) -> str:
    """The question to the index for one word; letters and digits only, so nothing has to be escaped."""
    if not _is_number(word):
        return f'"{word}"*'
    last = max(len(word) - PART, 0)
    starts = sorted({*range(0, last, PART // 2), last})
    parts = " AND ".join(f'"{MARK}{word[start : start + PART]}"*' for start in starts)
    return f'("{word}"* OR ({parts}))'


def _contains(word: str) -> Clause:
    begins = "instr(h.folded, ?) OR instr(h.domains, ?)"
    if not _is_number(word):
        return Clause(f"({begins})", (f" {word}", f" {word}"))
    return Clause(f"({begins} OR instr(h.numbers, ?))", (f" {word}", f" {word}", word))


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) >= LEAST


def _is_long_number(word: str) -> bool:
    # Its parts may stand in two numbers of a row.
    return _is_number(word) and len(word) > PART


# -- fields


def _conditions(kind: Kind, wanted: Filter) -> Iterator[Clause]:
    known = {info.name: info for info in fields(kind)}
    yield from (_one_of(known[item.field], item) for item in wanted.one_of)
    yield from (_between(known[item.field], item) for item in wanted.between)
    yield from (Clause(f"{_column(known[name])} IS ?", (_empty(known[name]),)) for name in wanted.blank)
    yield from (Clause(f"{_column(known[name])} IS NOT ?", (_empty(known[name]),)) for name in wanted.filled)
    for column, holds in (("unconfirmed", wanted.unconfirmed), ("accepted", wanted.accepted)):
        if holds is not None:
            yield Clause(f"h.{column} {'<>' if holds else '='} '[]'")
    yield from _happenings(kind, wanted)


def _happenings(kind: Kind, wanted: Filter) -> Iterator[Clause]:
    if wanted.has_registration is not None:
        yield _exists("registration", holds=wanted.has_registration)
    if wanted.registration:
        yield _exists("registration", f"state IN ({_marks(wanted.registration)})", wanted.registration)
    if wanted.session:
        yield _exists("reach", "session = ?", (wanted.session,), holds=wanted.reached is not False)
    elif wanted.reached is not None:
        yield _exists("reach", holds=wanted.reached)
    if wanted.updated_since:
        yield Clause("h.id IN (SELECT record FROM ops WHERE kind = ? AND at >= ?)", (kind.value, wanted.updated_since))


def _exists(table: str, condition: str = "", parameters: tuple[str, ...] = (), *, holds: bool = True) -> Clause:
    which = f"candidate = h.id AND deleted = 0{condition and ' AND ' + condition}"
    return Clause(f"{'' if holds else 'NOT '}EXISTS (SELECT 1 FROM {table} WHERE {which})", parameters)  # noqa: S608


def _one_of(info: FieldInfo, item: OneOf) -> Clause:
    # Yes and no, and counts, are numbers in the file and text in a filter.
    column = _column(info) if info.type is str else f"CAST({_column(info)} AS TEXT)"
    return Clause(f"{column} IN ({_marks(item.values)})", item.values)


def _between(info: FieldInfo, item: Between) -> Clause:
    column = _column(info)
    parts: list[str] = [f"{column} <> ''"]
    parameters: list[Cell] = []
    for sign, bound in ((">=", item.since), ("<=", item.until)):
        if bound:
            # Both as long as the shorter one: "2003" lies in every span that has a day of 2003.
            parts.append(f"substr({column}, 1, ?) {sign} substr(?, 1, length({column}))")
            parameters += [len(bound), bound]
    return Clause(" AND ".join(parts), tuple(parameters))


def _column(info: FieldInfo) -> str:
    return f"h.{quoted(info.name)}"


def _empty(info: FieldInfo) -> Cell:
    return to_cell(empty(info))


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
