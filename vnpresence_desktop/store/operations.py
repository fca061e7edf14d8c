"""Operations: the append-only log that is history, undo, exchange and, folded together, the rows themselves.

Every site (one opening place of one file: a PC and a path) writes one chain. ``hash = H(header ‖ H(salt ‖ patch))`` with
H = SHA-256, header = canonical JSON of the other columns: erasing a person replaces ``salt`` by the inner hash and
``patch`` by NULL, and the chain still proves everything else. This form is hashed history: it can never change.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.store.driver import Cell, Connection
from vnpresence_desktop.store.tables import canonical, table

ACCESS = "access"
"""Kind of an operation that changes nothing and says what was looked at or taken out."""

COLUMNS = (
    "id", "site", "seq", "clock", "at", "actor", "kind", "record", "act", "reason", "seen", "prev", "salt", "patch", "hash",
)  # fmt: skip
SELECT = f"SELECT {','.join(COLUMNS)} FROM ops "  # noqa: S608 - our own column names
INSERT = f"INSERT INTO ops ({','.join(COLUMNS)}) VALUES ({','.join('?' * len(COLUMNS))})"  # noqa: S608

_TICKS = 1 << 16


@dataclass(frozen=True)
class Operation:
    """One operation, its texts exactly as stored (they are what is hashed).

    Attributes:
        id: UUIDv7.
        site, seq: its chain and place in it, from 1.
        clock: hybrid logical clock, 16 hexadecimal digits; (clock, site) orders all operations of all PCs.
        at: the PC's own time, ISO with offset.
        actor: who.
        kind, record: of what; `ACCESS` with or without a record.
        act: groups what belongs together (one save, one import); for an access what was done.
        reason: why, the officer's words.
        seen: JSON site → last seq of this record's operations that the writer knew.
        prev: hash of the operation before it in its chain; "" for the first.
        salt: 32 hexadecimal digits; of an erased operation the inner hash, 64.
        patch: JSON field → [old, new]; None once erased.
        hash: SHA-256, 64 hexadecimal digits.
    """

    id: str
    site: str
    seq: int
    clock: str
    at: str
    actor: str
    kind: str
    record: str
    act: str
    reason: str
    seen: str
    prev: str
    salt: str
    patch: str | None
    hash: str

    @cached_property
    def changes(self) -> dict[str, tuple[Value, Value]]:
        """Field → (old, new); "deleted" is 0 or 1; empty once erased."""
        pairs = json.loads(self.patch or "{}")
        return {name: (_value(old), _value(new)) for name, (old, new) in pairs.items()}

    def cells(self) -> tuple[Cell, ...]:
        """The parameters of `INSERT`."""
        return tuple(getattr(self, name) for name in COLUMNS)

    def expected_hash(self) -> str:
        """What ``hash`` must be if nobody touched the operation."""
        header = (
            self.id, self.site, self.seq, self.clock, self.at, self.actor, self.kind, self.record, self.act,
            self.reason, self.seen, self.prev,
        )  # fmt: skip
        return digest(header, self.salt, self.patch)


def digest(header: tuple[Cell, ...], salt: str, patch: str | None) -> str:
    """``H(header ‖ H(salt ‖ patch))`` as 64 hexadecimal digits; where ``patch`` is None ``salt`` is the inner hash."""
    return sealed(canonical(header), salt, patch)


def sealed(header: str, salt: str, patch: str | None) -> str:
    """`digest` of a header that is canonical JSON already."""
    salted = bytes.fromhex(salt)
    inner = salted if patch is None else hashlib.sha256(salted + patch.encode()).digest()
    return hashlib.sha256(header.encode() + inner).hexdigest()


def new_salt() -> str:
    """128 random bits: nobody can guess an erased patch from its hash."""
    return os.urandom(16).hex()


def new_id(milliseconds: int, number: int) -> str:
    """A UUIDv7 (RFC 9562) that grows with ``number`` within one millisecond, so that bulk writing appends."""
    high, low = number >> 14 & 0xFFF, number & 0x3FFF
    moment = milliseconds & 0xFFFFFFFFFFFF
    return f"{moment >> 16:08x}-{moment & 0xFFFF:04x}-{7 << 12 | high:04x}-{2 << 14 | low:04x}-{os.urandom(6).hex()}"


def tick(last: str, milliseconds: int) -> str:
    """The clock after ``last``: the PC's time, or one more where that is behind what has been seen."""
    return f"{max(milliseconds * _TICKS, int(last or '0', 16) + 1):016x}"


def milliseconds(moment: datetime) -> int:
    """Unix time of an aware moment."""
    if moment.tzinfo is None:
        raise ValueError("the store's clock must know its time zone")
    return int(moment.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Head:
    """The last operation of a site: its place, clock and hash."""

    seq: int = 0
    clock: str = ""
    hash: str = ""


def heads(connection: Connection) -> dict[str, Head]:
    """Site → its head. To append, read them inside ``BEGIN IMMEDIATE``: another program may just have written."""
    rows = connection.execute("SELECT site, seq, clock, hash FROM site").fetchall()
    return {site: Head(seq, clock, hash_) for site, seq, clock, hash_ in rows}


def state(operations: Iterable[Operation]) -> dict[str, Any] | None:
    """The row that the operations of one record make: column → value with "deleted".

    A pure function of the set: neither order nor repetition matters, the later clock wins field by field.
    None where there is no operation or the record was erased.
    """
    ordered = sorted({operation.id: operation for operation in operations}.values(), key=_order)
    writing = [operation for operation in ordered if operation.kind != ACCESS]
    if not writing or any(operation.patch is None for operation in writing):
        return None
    values: dict[str, Any] = table(Kind(writing[0].kind)).empty()
    for operation in writing:
        values |= {name: new for name, (_, new) in operation.changes.items() if name in values}
    return values


def _order(operation: Operation) -> tuple[str, str]:
    return operation.clock, operation.site


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def patch_of(changes: Mapping[str, tuple[Value, Value]]) -> str:
    """Field → (old, new) as the patch is stored."""
    return canonical(changes)
