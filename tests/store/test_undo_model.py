"""Undo and redo against a model: any sequence of acts in two windows that are closed and opened."""

import dataclasses
import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.undoing import ctrl_y, ctrl_z, drop, everything, keep, newest
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import Citizen, Reach, Record, Session
from vnpresence_desktop.store import bin as trash
from vnpresence_desktop.store.acts import Act, acts
from vnpresence_desktop.store.check import check
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.undoing import UndoError, undo

if TYPE_CHECKING:
    from tests.store.conftest import Place


class Windows:
    """One register in two windows; the model: every state there was, and where we are among them."""

    def __init__(self, folder: Path, place: "Place") -> None:
        self._place = dataclasses.replace(place, path=folder / "r.db", pc=folder / "pc")
        Store.create(self._place.path, self._place.pc, now=place.clock, actor="Lan")[0].close()
        self.stores = [self._place.open() for _ in range(2)]
        self.states: list[dict[str, Record]] = [{}]
        self.now = 0
        self.people: list[str] = []

    def __enter__(self) -> "Windows":
        return self

    def __exit__(self, *_: object) -> None:
        for store in self.stores:
            store.close()

    def reopen(self, which: int) -> None:
        self.stores[which].close()
        self.stores[which] = self._place.open()

    def move(self, what: str, which: int, number: int, name: str) -> None:
        store = self.stores[which]
        match what:
            case "save":
                self.save(store, number, name)
            case "meet":
                self.meet(store, name)
            case "delete":
                self.delete(store, number)
            case "undo" | "redo":
                self.step(store, -1 if what == "undo" else 1)
            case "reopen":
                self.reopen(which)
        state = everything(self.stores[which])
        if what in ("save", "meet", "delete") and state != self.states[self.now]:
            self.now += 1
            self.states[self.now :] = [state]

    def save(self, store: Store, number: int, name: str) -> None:
        """A new or kept person, now and then from the bin."""
        old = self.people[number] if number < len(self.people) else ""
        saved = keep(store, Citizen(id=old, name=name, birth_date="2005", hamlet=name[:1]))
        self.people += [] if old else [saved.id]

    def meet(self, store: Store, topic: str) -> None:
        """A session that reached everybody there is."""
        with store.unit("Gặp") as unit:
            held = unit.put(Session(topic=topic))
            for person in store.all(Citizen):
                unit.put(Reach(session=held.id, candidate=person.id))

    def delete(self, store: Store, number: int) -> None:
        """A person with everything that points at it."""
        if number < len(self.people) and store.get(Citizen, self.people[number]):
            person = self.people[number]
            drop(store, *trash.going_along(store, Kind.CITIZEN, [person]), (Kind.CITIZEN, person))

    def step(self, store: Store, way: int) -> None:
        possible = 0 <= self.now + way < len(self.states)
        assert bool(ctrl_z(store) if way < 0 else ctrl_y(store)) == possible
        self.now += way if possible else 0


ANY_MOVE = st.tuples(
    st.sampled_from(["save", "save", "meet", "delete", "undo", "undo", "redo", "reopen"]),
    st.integers(0, 1),
    st.integers(0, 3),
    st.sampled_from(["An", "Bình", "Chi"]),
)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(moves=st.lists(ANY_MOVE, max_size=16))
def test_any_sequence_equals_the_model(
    moves: list[tuple[str, int, int, str]], place: "Place", tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Windows(tmp_path_factory.mktemp("model"), place) as windows:
        for move in moves:
            windows.move(*move)
            assert everything(windows.stores[0]) == windows.states[windows.now]
        windows.reopen(0)
        assert everything(windows.stores[0]) == windows.states[windows.now]
        assert check(windows.stores[0]) == []


@QUICK
@given(moves=st.lists(ANY_MOVE, max_size=10), picks=st.lists(st.integers(0, 30), min_size=4, max_size=10))
def test_undoing_any_act_sets_back_its_fields_or_nothing(
    moves: list[tuple[str, int, int, str]], picks: list[int], place: "Place", tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Windows(tmp_path_factory.mktemp("any"), place) as windows:
        store = windows.stores[0]
        for move, pick in itertools.zip_longest(moves, picks):
            if move and move[0] in ("save", "meet", "delete"):
                windows.move(move[0], 0, *move[2:])
            done = acts(store).acts
            if pick is not None and done:
                _try(store, done[pick % len(done)])
            assert_nobody_dangles(store)
        assert check(store) == []


def _try(store: Store, act: Act) -> None:
    before = everything(store)
    code, touched = _undone(store, act)
    after = everything(store)
    if code:
        assert code == ("undone" if act.undone_by else "hindered")
        assert after == before
    else:
        assert {key for key in before | after if before.get(key) != after.get(key)} <= touched
        undo(store, newest(store).id)
        assert everything(store) == before


def _undone(store: Store, act: Act) -> tuple[str, set[str]]:
    try:
        return "", {record for _, record in undo(store, act.id)}
    except UndoError as error:
        return error.code, set()


def assert_nobody_dangles(store: Store) -> None:
    people = {item.id for kind in CANDIDATES for item in store.all(kind)}
    held = {item.id for item in store.all(Session)}
    assert all(item.candidate in people and item.session in held for item in store.all(Reach))
