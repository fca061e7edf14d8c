"""What the tests of undoing do: keep and delete as one act each, Ctrl+Z, Ctrl+Y."""

from typing import TypeVar

import pytest

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.store.acts import Act, acts, next_redo, next_undo
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.undoing import UndoError, undo

R = TypeVar("R", bound=Record)


def keep(store: Store, *records: R, reason: str = "Lưu", act: str | None = None) -> R:
    with store.unit(reason, act) as unit:
        return [unit.put(record) for record in records][0]  # noqa: RUF015 - all of them are put


def drop(store: Store, *records: tuple[Kind, str]) -> None:
    with store.unit("Xóa") as unit:
        for kind, record in records:
            unit.delete(kind, record)


def ctrl_z(store: Store) -> str:
    act = next_undo(store)
    if act:
        undo(store, act.id, f"Hoàn tác: {act.reason}")
    return act.reason if act else ""


def ctrl_y(store: Store) -> str:
    act = next_redo(store)
    if act:
        undo(store, act.id, "Làm lại")
    return act.reason if act else ""


def newest(store: Store) -> Act:
    return acts(store).acts[0]


def refusal(store: Store, act: str) -> UndoError:
    before = everything(store), acts(store)
    with pytest.raises(UndoError) as caught:
        undo(store, act)
    assert (everything(store), acts(store)) == before
    return caught.value


def everything(store: Store) -> dict[str, Record]:
    return {record.id: record for kind in Kind for record in store.all(kind)}
