"""Lists under a name: kept with conditions and columns, found again, written over, forgotten; a newer program's are read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.filters import Filter, OneOf
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import ListView
from vnpresence_desktop.work import lists
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_columns import offered, usual
from vnpresence_desktop.work.list_filters import Wanted, parts
from vnpresence_desktop.work.list_views import built_in, keep, remove, saved

WANTED = Wanted(Filter(text="lan", one_of=(OneOf("hamlet", ("Ấp Một",)),), reached=False), ("eligible", "confirm"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


def test_a_list_comes_back_as_it_was_kept(desk: Desk) -> None:
    kept = keep(desk, Kind.HOUSEHOLD, "  Ấp Một  chưa tiếp cận ", WANTED, ("name", "phone", "reached"))
    assert kept.name == "Ấp Một chưa tiếp cận"
    assert (kept.wanted, kept.columns, kept.ignored) == (WANTED, ("name", "phone", "reached"), ())
    assert saved(desk, Kind.HOUSEHOLD) == (kept,)
    assert saved(desk, Kind.CITIZEN) == ()


def test_the_same_name_is_written_over_and_can_be_forgotten(desk: Desk) -> None:
    first = keep(desk, Kind.HOUSEHOLD, "Ấp Một", WANTED, ())
    second = keep(desk, Kind.HOUSEHOLD, "ấp một", Wanted(), ())
    assert second.id == first.id
    assert [item.wanted for item in saved(desk, Kind.HOUSEHOLD)] == [Wanted()]
    remove(desk, second.id)
    assert saved(desk, Kind.HOUSEHOLD) == ()


@pytest.mark.parametrize(("name", "why"), [(" ", "chưa có tên"), ("x" * 61, "dài quá"), ("chưa tiếp cận", "có sẵn")])
def test_a_name_that_will_not_do_is_refused(desk: Desk, name: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        keep(desk, Kind.HOUSEHOLD, name, WANTED, ())
    assert saved(desk, Kind.HOUSEHOLD) == ()


@pytest.mark.parametrize("text", ['{"condition":["eligible"],"altitude":3}', "nonsense", '{"condition":7}', "[1]"])
def test_what_is_not_understood_is_named_and_nothing_breaks(desk: Desk, text: str) -> None:
    put(desk, ListView(name="Lạ", of="household", filter=text, columns=("name", "altitude")))
    (item,) = saved(desk, Kind.HOUSEHOLD)
    assert item.ignored
    assert item.columns == ("name",)
    assert item.wanted.filter == Filter()


def test_built_in_lists_can_be_asked_of_each_group_and_told_as_choices(desk: Desk) -> None:
    for kind in CANDIDATES:
        for item in built_in(kind):
            assert len(lists.search(desk, kind, item.wanted.filter)) == 0
            assert parts(item.wanted), item.name


def test_the_usual_columns_come_first(desk: Desk) -> None:
    for kind in CANDIDATES:
        assert offered(kind)[: len(usual(kind))] == usual(kind)
        assert len(set(offered(kind))) == len(offered(kind))
