"""Many ids to choose from: what is found is sifted, and is what asking for each would give; at once or by a job."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.conftest import Place
from tests.store.test_search import whole
from vnpresence_desktop.domain.filters import Filter, OneOf
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.store import lists, search
from vnpresence_desktop.store.store import Store

COUNT = 40


@pytest.fixture
def full(store: Store) -> Store:
    with store.unit() as unit:
        for number in range(COUNT):
            hamlet = "Ấp Một" if number % 3 else "Ấp Hai"
            unit.put(Household(id=f"h{number}", name=f"Quán {number % 7}", owner="An", hamlet=hamlet))
    return store


FILTERS = st.builds(
    Filter,
    text=st.sampled_from(["", "quan", "q", "3", "không có"]),
    one_of=st.sampled_from([(), (OneOf("hamlet", ("Ấp Một",)),)]),
)


@pytest.mark.parametrize("small", [0, 30_000])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILTERS, st.frozensets(st.sampled_from([f"h{number}" for number in range(COUNT)] + ["gone"])))
def test_sifting_gives_what_asking_gives(
    full: Store, place: Place, small: int, wanted: Filter, among: frozenset[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "SMALL", small)
        patch.setattr(search, "PAGE", 4)
        patch.setattr(search, "_LOOKED_AT", (4, 8))
        asked = list(whole(full, place, full.search(Kind.HOUSEHOLD, wanted, among)))
        patch.setattr(lists, "MANY", -1)
        for _ in range(2):
            found = full.search(Kind.HOUSEHOLD, wanted, among)
            assert set(found) <= among
            assert list(whole(full, place, found)) == asked


def test_what_was_saved_since_is_sifted_too(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MANY", 1)
    among = frozenset({"h1", "h2", "h3"})
    assert set(full.search(Kind.HOUSEHOLD, Filter(), among)) == among
    with full.unit() as unit:
        unit.put(Household(id="new", name="A", owner="A", hamlet="Ấp Một"))
        unit.delete(Kind.HOUSEHOLD, "h2")
    assert set(full.search(Kind.HOUSEHOLD, Filter(), among)) == {"h1", "h3"}
    assert set(full.search(Kind.HOUSEHOLD, Filter(), among | {"new"})) == {"h1", "h3", "new"}
