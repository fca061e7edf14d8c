"""Is the register whole: pages, schema, chains of operations, rows against operations, references. Reads only."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.store import migrations, operations, search_schema
from vnpresence_desktop.store.backup import damage
from vnpresence_desktop.store.driver import Connection, Error
from vnpresence_desktop.store.operations import ACCESS, Head, Operation
from vnpresence_desktop.store.references import REFERENCES
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.tables import quoted, table

_RESTORE = "Không ghi thêm. Sao lưu tệp hiện tại sang USB để giữ chứng cứ, rồi khôi phục từ bản sao lưu gần nhất."
_ASK = "Đối chiếu với bản sao lưu gần nhất; nếu không ai trong cơ quan sửa tệp, báo người quản trị và khôi phục bản đó."
_MEND = "Mở bản ghi này, kiểm tra nội dung rồi lưu lại; nếu không mở được, khôi phục từ bản sao lưu gần nhất."

_SEARCH = "Chỉ mục tìm kiếm không khớp với dữ liệu: tìm kiếm có thể bỏ sót hồ sơ. Dữ liệu vẫn nguyên vẹn."
_REBUILD = "Không cần khôi phục bản sao lưu; chạy lệnh “vnpresence check”, lệnh này tự lập lại chỉ mục."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with the register.

    Attributes:
        code: "pages", "schema", "chain", "head", "projection", "reference" or "search".
        title, advice: Vietnamese: what is wrong, what to do.
        kind: kind of the record concerned, "" for none.
        record: its id, or the operation's.
        detail: in the words of the database, for who mends the program.
    """

    code: str
    title: str
    advice: str
    kind: str = ""
    record: str = ""
    detail: str = ""


def check(store: Store) -> list[Finding]:
    """Everything wrong with a register; empty when it is whole. Takes about 0.1 ms a record, others may write on."""
    findings: list[Finding] = []
    with store.snapshot() as connection:
        try:
            for part in _PARTS:
                findings.extend(part(connection))
        except (Error, UnicodeDecodeError) as error:
            findings.append(_pages(str(error)))
    return findings


def _pages(detail: str) -> Finding:
    return Finding("pages", "Tệp dữ liệu hỏng một phần, có chỗ không đọc được.", _RESTORE, detail=detail)


def _sound_pages(connection: Connection) -> Iterator[Finding]:
    for detail in damage(connection, "integrity_check"):
        yield _pages(detail)


def _sound_schema(connection: Connection) -> Iterator[Finding]:
    found, expected = migrations.schema(connection), migrations.expected_schema()
    for _, name, _ in sorted(expected - found):
        yield Finding("schema", "Cấu trúc dữ liệu thiếu một phần hoặc đã bị sửa.", _RESTORE, detail=name)
    for _, name, _ in sorted(found - expected):
        if name not in {wanted for _, wanted, _ in expected}:
            yield Finding("schema", "Cấu trúc dữ liệu có phần lạ.", _RESTORE, detail=name)


def _sound_chains(connection: Connection) -> Iterator[Finding]:
    known = operations.heads(connection)
    for site, chain in groupby(_read(connection, "ORDER BY site, seq"), key=attrgetter("site")):
        last = Head()
        for operation in chain:
            fault = _fault(operation, last)
            if fault:
                title = (
                    f"Nhật ký của máy {site}, thao tác số {operation.seq} ({operation.at}, {operation.actor}): {fault}."
                )
                yield Finding("chain", title, _ASK, operation.kind, operation.id)
            last = Head(operation.seq, operation.clock, operation.hash)
        if known.pop(site, None) != last:
            yield Finding("head", f"Nhật ký của máy {site} không dừng ở thao tác cuối đã ghi nhận.", _ASK)
    for site in known:
        yield Finding("head", f"Nhật ký của máy {site} đã mất.", _ASK)


def _fault(operation: Operation, before: Head) -> str:
    if operation.seq != before.seq + 1:
        return f"thiếu thao tác từ số {before.seq + 1}"
    if operation.prev != before.hash:
        return "không nối với thao tác trước"
    try:
        whole = operation.expected_hash() == operation.hash
    except ValueError:
        whole = False
    if not whole:
        return "nội dung đã bị sửa"
    return "" if operation.clock > before.clock else "sai thứ tự thời gian"


def _sound_rows(connection: Connection) -> Iterator[Finding]:
    stream = _read(connection, f"WHERE kind <> '{ACCESS}' ORDER BY record, clock, site")
    for record, group in groupby(stream, key=attrgetter("record")):
        history = list(group)
        yield from _sound_row(connection, record, history)
    for kind in Kind:
        rows = connection.execute(
            f"SELECT id FROM {kind.value} WHERE id NOT IN (SELECT record FROM ops WHERE kind = ?)",  # noqa: S608
            (kind.value,),
        )
        for (record,) in rows:
            yield Finding("projection", f"Bản ghi {record} không có trong nhật ký.", _ASK, kind, record)


def _sound_row(connection: Connection, record: str, history: list[Operation]) -> Iterator[Finding]:
    if history[0].kind not in set(Kind):
        yield Finding("projection", f"Nhật ký ghi bản ghi {record} thuộc loại lạ.", _ASK, history[0].kind, record)
        return
    home = table(Kind(history[0].kind))
    values = operations.state(history)
    columns = ("id", "deleted", *(info.name for info in home.fields), *home.derived)
    row = connection.execute(
        f"SELECT {','.join(map(quoted, columns))} FROM {home.name} WHERE id = ?",  # noqa: S608 - our own column names
        (record,),
    ).fetchone()
    if row != (home.row(record, values) if values else None):
        title = f"Bản ghi {record} khác với những gì nhật ký đã ghi."
        yield Finding("projection", title, _MEND, home.kind, record)


def _sound_references(connection: Connection) -> Iterator[Finding]:
    for kind, column, named in REFERENCES:
        there = " UNION ALL ".join(f"SELECT id FROM {other.value}" for other in named)  # noqa: S608
        rows = connection.execute(
            f"SELECT id, {column} FROM {kind.value} WHERE deleted = 0 AND {column} <> '' AND {column} NOT IN ({there})"  # noqa: S608
        )
        for record, missing in rows:
            title = f"Bản ghi {record} nhắc đến {missing}, không có trong sổ."
            yield Finding("reference", title, _MEND, kind, record)


def _sound_search(connection: Connection) -> Iterator[Finding]:
    # What cannot be read or is not there has been told by then.
    names = {name for _, name, _ in migrations.schema(connection)}
    for kind in CANDIDATES:
        if f"{kind}_search" in names and any(search_schema.faults(connection, kind)):
            yield Finding("search", _SEARCH, _REBUILD, kind)


def mend_search(store: Store) -> None:
    """Make the index that search uses anew from the rows, whatever it holds; raises UserError as `Store.unit`."""
    with store.unit() as unit:
        search_schema.rebuild(unit.connection)


def _read(connection: Connection, condition: str) -> Iterator[Operation]:
    for row in connection.execute(operations.SELECT + condition):
        yield Operation(*row)


_PARTS: tuple[Callable[[Connection], Iterator[Finding]], ...] = (
    _sound_pages, _sound_schema, _sound_chains, _sound_rows, _sound_references, _sound_search,
)  # fmt: skip
