"""Which site writes: the id lives beside this PC's key, per database file, so that a copied or restored file is a new one.

Two files that go on writing the same chain would make two histories under one name. At every opening the file and this
PC agree on a new random mark; a file that does not carry the mark of its last opening here (a copy, a restored backup,
a file brought back by hand) gets a new site id, and its old operations stay another site's.
"""

import hashlib
import os
import secrets
from pathlib import Path

from vnpresence_desktop.store.driver import Connection, told
from vnpresence_desktop.store.files import read_json, write_json
from vnpresence_desktop.store.keys import register_id
from vnpresence_desktop.store.operations import heads


def claim(connection: Connection, database: Path, pc_folder: Path) -> str:
    """The site id under which this opening writes, 16 hexadecimal digits; raises UserError."""
    note = _note_file(database, pc_folder)
    with told(database):
        # The lock makes two programs that open at the same moment agree one after the other.
        connection.execute("BEGIN IMMEDIATE")
        try:
            site = _known_site(connection, note) or secrets.token_hex(8)
            mark = secrets.token_hex(16)
            connection.execute("UPDATE opening SET mark = ?", (mark,))
            _write(note, site, mark, _seq(connection, site))
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    return site


def leave(connection: Connection, database: Path, pc_folder: Path, site: str) -> None:
    """Note how far the site has written, so that an older file put in its place is known for what it is."""
    note = _note_file(database, pc_folder)
    content = read_json(note) or {}
    if content.get("site") == site:
        _write(note, site, str(content.get("mark")), _seq(connection, site))


def forget(connection: Connection) -> None:
    """Take the mark out of a copy: wherever it is opened, it is a new site."""
    connection.execute("UPDATE opening SET mark = ''")


def _known_site(connection: Connection, note: Path) -> str | None:
    content = read_json(note) or {}
    site, mark, seq = content.get("site"), content.get("mark"), content.get("seq")
    (carried,) = connection.execute("SELECT mark FROM opening").fetchone()
    if not (isinstance(site, str) and isinstance(seq, int) and carried and carried == mark):
        return None
    return site if _seq(connection, site) >= seq else None


def _seq(connection: Connection, site: str) -> int:
    head = heads(connection).get(site)
    return head.seq if head else 0


def _write(note: Path, site: str, mark: str, seq: int) -> None:
    write_json(note, {"site": site, "mark": mark, "seq": seq})


def _note_file(database: Path, pc_folder: Path) -> Path:
    place = hashlib.sha256(os.path.normcase(database.resolve()).encode()).hexdigest()[:16]
    return pc_folder / f"{register_id(database)}.{place}.site.json"
