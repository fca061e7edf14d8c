"""What search stands on in the file: columns, an index of words and parts of numbers, an index in the order of lists.

The index holds no text of its own, only which words stand in which row. A word is found by its beginning, quickly up to
seven letters (the longest syllable of Vietnamese); a number by any part: each digit begins a "#" and up to four digits.
Four: with six, an import of 20,000 rows takes half as long again for the index alone; longer parts are compared in the rows.

Whenever a row's text changes, whoever writes, the file itself notes that the row is due; a unit of work settles what is
due before it commits. Written by the triggers, the index would be flushed at every row: four times slower.
"""

from pathlib import Path

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.store.driver import Connection, told
from vnpresence_desktop.store.tables import MOST_NUMBERS, quoted, table

MARK = "#"
"""Begins a part of a number in the index, so that "3" finds hamlet 3 and not every phone with a 3."""
PART = 4
"""Digits of a part."""
LEAST = 3
"""Digits from which on parts of numbers are looked for."""

_BATCH = 2_000
_GATHERED = 16 << 20
"""Bytes of the index gathered in memory before they are written; with SQLite's one megabyte an import waits twice as long."""

_PARTS = (
    f"(SELECT group_concat('{MARK}' || substr({{row}}.numbers, n, {PART}), ' ') FROM digit_place"  # noqa: S608
    f" WHERE n <= length({{row}}.numbers) - {LEAST - 1} AND instr(substr({{row}}.numbers, n, {LEAST}), ' ') = 0)"
)
_TEXT = "{row}.folded || {row}.domains || ' ' || coalesce(" + _PARTS + ", '')"


def index_text(row: str) -> str:
    """SQL of the words and parts that the index holds of a row called so."""
    return _TEXT.format(row=row)


def domains_of(candidate: str) -> str:
    """SQL of a candidate's domains as its row holds them for search."""
    which = f"candidate = {candidate} AND deleted = 0"
    return f"coalesce((SELECT group_concat(folded, '' ORDER BY id) FROM registration WHERE {which}), '')"  # noqa: S608


def _indexed(kind: str) -> tuple[str, ...]:
    due = f"INSERT OR IGNORE INTO {kind}_due VALUES ({{row}}.row_no)"  # noqa: S608
    changed = " OR ".join(f"old.{name} <> new.{name}" for name in ("folded", "numbers", "domains", "deleted"))
    return (
        f"ALTER TABLE {kind} ADD COLUMN numbers TEXT NOT NULL DEFAULT ''",
        f"ALTER TABLE {kind} ADD COLUMN domains TEXT NOT NULL DEFAULT ''",
        f"CREATE INDEX {kind}_order ON {kind} (sort, id) WHERE deleted = 0",
        f"""CREATE VIRTUAL TABLE {kind}_search USING fts5(text, content='', contentless_delete=1, detail=none,
            prefix='1 2 3 4 5 6 7', tokenize="ascii tokenchars '{MARK}'")""",
        f"INSERT INTO {kind}_search ({kind}_search, rank) VALUES ('hashsize', {_GATHERED})",  # noqa: S608
        f"CREATE TABLE {kind}_due (row_no INTEGER PRIMARY KEY) STRICT",
        f"CREATE TRIGGER {kind}_add AFTER INSERT ON {kind} BEGIN {due.format(row='new')}; END",
        f"CREATE TRIGGER {kind}_change AFTER UPDATE ON {kind} WHEN {changed} BEGIN {due.format(row='new')}; END",
        f"CREATE TRIGGER {kind}_drop AFTER DELETE ON {kind} BEGIN {due.format(row='old')}; END",
    )


def _domains(row: str) -> str:
    # What the index needs is kept with the row: a list can be read without asking the registrations.
    rows = ("old", "new") if row == "both" else (row,)
    return "".join(
        f"UPDATE {kind.value} SET domains = {domains_of(f'{row}.candidate')} WHERE id = {row}.candidate; "  # noqa: S608
        for kind in CANDIDATES
        for row in rows
    )


_MOVED = "WHEN old.folded <> new.folded OR old.candidate <> new.candidate OR old.deleted <> new.deleted"

SEARCH: tuple[str, ...] = (
    "CREATE TABLE digit_place (n INTEGER PRIMARY KEY) STRICT",
    *(f"INSERT INTO digit_place VALUES ({place})" for place in range(1, MOST_NUMBERS + 1)),  # noqa: S608
    *(statement for kind in CANDIDATES for statement in _indexed(kind.value)),
    "ALTER TABLE registration ADD COLUMN folded TEXT NOT NULL DEFAULT ''",
    f"CREATE TRIGGER registration_add AFTER INSERT ON registration BEGIN {_domains('new')}END",
    f"CREATE TRIGGER registration_change AFTER UPDATE ON registration {_MOVED} BEGIN {_domains('both')}END",
    f"CREATE TRIGGER registration_drop AFTER DELETE ON registration BEGIN {_domains('old')}END",
)
"""The statements of the migration's step."""


def compute(connection: Connection) -> None:
    """Compute the text that search looks in for every row anew, and its index. Within the caller's transaction."""
    for kind in (*CANDIDATES, Kind.REGISTRATION):
        home = table(kind)
        columns = ", ".join(f"{quoted(name)} = ?" for name in home.derived)
        last = connection.execute(f"SELECT coalesce(max(row_no), 0) FROM {home.name}").fetchone()[0]  # noqa: S608
        for start in range(1, last + 1, _BATCH):
            between = "WHERE row_no BETWEEN ? AND ?"
            for row in connection.execute(home.select + between, (start, start + _BATCH - 1)).fetchall():
                values = home.values(row)
                connection.execute(
                    f"UPDATE {home.name} SET {columns} WHERE id = ?",  # noqa: S608 - our own column names
                    (*home.computed(values), values["id"]),
                )
    settle(connection)


def settle(connection: Connection) -> None:
    """Bring the index up to the rows that are due. Within the caller's transaction."""
    for kind in CANDIDATES:
        name, these = kind.value, f"(SELECT row_no FROM {kind.value}_due)"  # noqa: S608
        if connection.execute(f"SELECT 1 FROM {name}_due LIMIT 1").fetchone():  # noqa: S608
            # A registration may have come in before its candidate. Here and not by a trigger, which takes a third of an import.
            connection.execute(
                f"UPDATE {name} SET domains = {domains_of(f'{name}.id')}"  # noqa: S608
                f" WHERE row_no IN {these} AND id IN (SELECT candidate FROM registration)"
            )
            connection.execute(f"DELETE FROM {name}_search WHERE rowid IN {these}")  # noqa: S608
            _add(connection, kind, f"row_no IN {these}")
            connection.execute(f"DELETE FROM {name}_due")  # noqa: S608


def catch_up(connection: Connection, path: Path) -> None:
    """`settle` what somebody wrote past the units of work, in a transaction; raises UserError."""
    if any(connection.execute(f"SELECT 1 FROM {kind.value}_due LIMIT 1").fetchone() for kind in CANDIDATES):  # noqa: S608
        with told(path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                settle(connection)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")


def rebuild(connection: Connection) -> None:
    """Make the index of all rows anew, whatever it held. Within the caller's transaction."""
    for kind in CANDIDATES:
        name, right = kind.value, domains_of(f"{kind.value}.id")
        connection.execute(f"UPDATE {name} SET domains = {right} WHERE domains <> {right}")  # noqa: S608
        connection.execute(f"INSERT INTO {name}_search ({name}_search) VALUES ('delete-all')")  # noqa: S608
        _add(connection, kind, "TRUE")
        connection.execute(f"DELETE FROM {name}_due")  # noqa: S608


def _add(connection: Connection, kind: Kind, which: str) -> None:
    rows = f"SELECT row_no, {index_text(kind.value)} FROM {kind.value} WHERE deleted = 0 AND {which}"  # noqa: S608
    connection.execute(f"INSERT INTO {kind.value}_search (rowid, text) {rows}")


def faults(connection: Connection, kind: Kind) -> list[int]:
    """Numbers of the rows of a group of which the index holds something else than the row; every word is compared."""
    sums: dict[int, int] = {}
    name = kind.value
    connection.execute(f"CREATE VIRTUAL TABLE temp.{name}_words USING fts5vocab('main', '{name}_search', 'instance')")
    try:
        for term, number in connection.execute(f"SELECT term, doc FROM temp.{name}_words"):  # noqa: S608
            sums[number] = sums.get(number, 0) + hash(term)
    finally:
        connection.execute(f"DROP TABLE temp.{name}_words")
    rows = f"SELECT row_no, {index_text(name)}, domains = {domains_of(f'{name}.id')} FROM {name} WHERE deleted = 0"  # noqa: S608
    for number, text, same in connection.execute(rows):
        rest = sums.get(number, 0) - sum(map(hash, set(text.split())))
        if rest or not same:
            sums[number] = rest
        else:
            sums.pop(number, None)
    return sorted(sums)
