"""The schema and its changes: each step is written once, in SQL, and never edited after a release.

Never `sqlite_utils`' ``transform()``: it drops every trigger of the table. A step, the record that it was applied and
``user_version`` are committed together.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store import search_schema
from vnpresence_desktop.store.driver import Connection, scratch, told

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x564E5044
"""``PRAGMA application_id`` of a register: "VNPD"."""

_PERSON = "birth_date sex id_number"
_REACHABLE = "phone email website wish wish_on state state_on"


def _table(name: str, texts: str, *, numbers: str = "", flags: str = "", lists: str = "", derived: str = "") -> str:
    # ``row_no`` is declared so that VACUUM keeps it: an index of full text or of a long list may point at it.
    columns = ["row_no INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE"]
    columns.append("deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))")
    columns += [f"\"{column}\" TEXT NOT NULL DEFAULT ''" for column in texts.split()]
    columns += [f'"{column}" INTEGER' for column in numbers.split()]
    columns += [f'"{column}" INTEGER CHECK ("{column}" IN (0, 1))' for column in flags.split()]
    columns += [f'"{column}" TEXT NOT NULL DEFAULT \'[]\' CHECK (json_valid("{column}"))' for column in lists.split()]
    columns += [f"{column} TEXT NOT NULL" for column in derived.split()]
    return f"CREATE TABLE {name} ({', '.join([*columns, 'source TEXT NOT NULL', 'note TEXT NOT NULL'])}) STRICT"


_REGISTER = (
    # By chain, by record; nobody looks for an operation by its id, and each index costs every save a page.
    """CREATE TABLE ops (
        id TEXT NOT NULL, site TEXT NOT NULL, seq INTEGER NOT NULL, clock TEXT NOT NULL, at TEXT NOT NULL,
        actor TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, act TEXT NOT NULL, reason TEXT NOT NULL,
        seen TEXT NOT NULL, prev TEXT NOT NULL, salt TEXT NOT NULL, patch TEXT, hash TEXT NOT NULL,
        UNIQUE (site, seq)) STRICT""",
    "CREATE INDEX ops_record ON ops (record, clock)",
    # Erasing replaces salt and patch; nothing else of an operation ever changes.
    """CREATE TRIGGER ops_stay BEFORE UPDATE OF
        id, site, seq, clock, at, actor, kind, record, act, reason, seen, prev, hash ON ops
        BEGIN SELECT raise(ABORT, 'operations never change'); END""",
    "CREATE TRIGGER ops_remain BEFORE DELETE ON ops BEGIN SELECT raise(ABORT, 'operations never go'); END",
    """CREATE TABLE site (
        site TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, clock TEXT NOT NULL, hash TEXT NOT NULL)
        STRICT, WITHOUT ROWID""",
    "CREATE TABLE opening (mark TEXT NOT NULL) STRICT",
    "INSERT INTO opening VALUES ('')",
    _table(
        "household",
        f"name owner hamlet certificate_no certificate_date certificate_issuer {_PERSON} tax_code business_address"
        f" home_address trade {_REACHABLE}",
        lists="unconfirmed",
        derived="folded sort",
    ),
    _table(
        "enterprise",
        "name tax_code legal_form founded address representative representative_title hamlet trade " + _REACHABLE,
        lists="unconfirmed",
        derived="folded sort",
    ),
    _table(
        "citizen",
        f"name {_PERSON} nationality home_address hamlet school basis {_REACHABLE}",
        flags="union_member",
        lists="unconfirmed",
        derived="folded sort",
    ),
    _table(
        "session",
        "date form topic place host partners materials evidence recorder",
        numbers="officials households enterprises youths others broadcasts cost",
        lists="tasks",
    ),
    _table("reach", "session candidate"),
    _table(
        "registration",
        "candidate zone label state state_on proposed_on registered_on registrar expires_on confirmed_by"
        " proposal_verdict proposal_rule registration_verdict registration_rule",
        lists="services",
    ),
    _table("support", "date candidate person channel matter result helper"),
    _table("confirmation", "date requester document result", numbers="households"),
    _table("task_report", "task period result evidence"),
    _table("narrative", "period section text"),
    _table("base_figure", "period kind as_of", numbers="total"),
    _table("hamlet", "name from until", derived="sort"),
    _table("signer", "name title from until", derived="sort"),
    _table("office", "commune parent preset preparer programme", flags="sample"),
    _table(
        "report", "period state state_on number content content_hash pdf_hash xlsx_hash", numbers="issue", lists="rules"
    ),
    # No UNIQUE: the same person typed on two PCs is a duplicate for a person to decide, not an error.
    "CREATE INDEX household_id_number ON household (id_number)",
    "CREATE INDEX household_tax_code ON household (tax_code)",
    "CREATE INDEX household_certificate_no ON household (certificate_no)",
    "CREATE INDEX enterprise_tax_code ON enterprise (tax_code)",
    "CREATE INDEX citizen_id_number ON citizen (id_number)",
    "CREATE INDEX reach_session ON reach (session)",
    "CREATE INDEX reach_candidate ON reach (candidate)",
    "CREATE INDEX registration_candidate ON registration (candidate)",
    "CREATE INDEX support_candidate ON support (candidate)",
)

_DRAFTS = (
    """CREATE TABLE draft (
        form TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID""",
)


def _list_column(table: str, column: str) -> str:
    return f'ALTER TABLE {table} ADD COLUMN "{column}" TEXT NOT NULL DEFAULT \'[]\' CHECK (json_valid("{column}"))'


_ENTRY = (
    *(
        _list_column(table, "accepted")
        for table in ("household", "enterprise", "citizen", "session", "registration", "support")
    ),
    "ALTER TABLE registration ADD COLUMN confirmed_on TEXT NOT NULL DEFAULT ''",
    _table("distinction", "one other"),
    "CREATE INDEX distinction_one ON distinction (one)",
    "CREATE INDEX distinction_other ON distinction (other)",
    _table("difficulty", "date matter cause proposal answer answered_on"),
    _table("list_view", "name of filter", lists="columns", derived="sort"),
)

_IMPORT = (
    *(_list_column(table, "originals") for table in ("household", "enterprise", "citizen")),
    _table(
        "import_batch",
        "of file sheet taken_at shape",
        numbers="rows imported updated skipped",
        lists="columns codes",
    ),
)

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("register", _REGISTER),
    ("drafts", _DRAFTS),
    ("entry", _ENTRY),
    ("search", search_schema.SEARCH),
    ("import", _IMPORT),
)
"""Name and SQL of every step, oldest first; a released one is never edited. The schema's version is their count."""


_SEARCH_TEXT = 4
"""Files below this version get the text that search looks in computed, by what the present program looks in."""


def version(connection: Connection) -> int:
    """The schema's version of an open file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection, path: Path) -> int:
    """Bring a file up to this program's schema, all or nothing.

    Returns:
        The version it had.

    Raises:
        UserError: the file was made by a newer program, or is another program's database.
    """
    refuse_foreign(connection, path)
    if version(connection) == len(STEPS):
        return len(STEPS)
    with told(path), _alone(connection):
        # Another program may have been faster.
        refuse_foreign(connection, path)
        before = version(connection)
        if before < len(STEPS):
            _apply(connection)
            if before < _SEARCH_TEXT:
                search_schema.compute(connection)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={len(STEPS)}")
        return before


def refuse_foreign(connection: Connection, path: Path) -> None:
    """Raise UserError for a file of a newer program or of another one."""
    if version(connection) > len(STEPS):
        raise UserError(
            f"Tệp dữ liệu {path.name} được tạo bởi phiên bản mới hơn của chương trình.",
            "Cài phiên bản mới nhất rồi mở lại; phiên bản này không sửa tệp để tránh làm mất dữ liệu.",
        )
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != (APPLICATION_ID if version(connection) else 0):
        raise UserError(f"Tệp {path.name} không phải là sổ dữ liệu của chương trình.", "Chọn đúng tệp register.db.")


def schema(connection: Connection) -> set[tuple[str, str, str]]:
    """Our tables, indexes and triggers in a file as (type, name, SQL)."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> '_sqlite_migrations'"
    )
    return {(type_, name, " ".join(sql.split())) for type_, name, sql in rows}


def expected_schema() -> set[tuple[str, str, str]]:
    """`schema` of a file that all steps have made."""
    connection = scratch()
    try:
        _apply(connection)
        return schema(connection)
    finally:
        connection.close()


def _apply(connection: Connection) -> None:
    # Costs a quarter of a second to import: only a file that has to change pays for it.
    from sqlite_utils import Database, Migrations

    steps = Migrations("vnpresence")
    for name, statements in STEPS:

        def step(database: "Database", statements: tuple[str, ...] = statements) -> None:
            for statement in statements:
                database.conn.execute(statement)

        steps(name=name)(step)
    steps.apply(Database(connection, execute_plugins=False))  # type: ignore[arg-type]


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
