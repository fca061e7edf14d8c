"""From a figure to the records behind it: for every figure of the made-up commune exactly as many as it counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk
from vnpresence_desktop.domain.figures import AUDIENCE, BY_GROUP, figure_ids
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import BaseFigure, Registration, Session
from vnpresence_desktop.work.demo_commune import PERIOD, DemoCommune
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.figure_lists import candidates_of, has_list, ids_of
from vnpresence_desktop.work.quarter import gather

SUMS = ("broadcasts", "cost", *(f"audience_{name}" for name in AUDIENCE))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, commune: DemoCommune) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("so")
    with new_desk(folder) as desk:
        with desk.store.unit() as unit:
            for record in commune.records():
                if record.KIND not in (Kind.OFFICE, Kind.SIGNER):
                    unit.put(record)
        yield desk


def base_totals(desk: Desk) -> dict[str, int]:
    kept = [item for item in desk.store.all(BaseFigure) if item.period == PERIOD]
    return {f"present_{item.kind}": item.total or 0 for item in kept}


def test_every_figure_has_as_many_records_behind_it_as_it_counts(desk: Desk) -> None:
    given, seen = base_totals(desk), 0
    for figure in gather(desk, PERIOD).figures:
        assert has_list(figure.id) == (figure.id not in SUMS)
        if figure.id in SUMS or figure.id in given:
            continue
        for cumulative, measure in ((False, figure.period), (True, figure.cumulative)):
            kind, ids = ids_of(desk, figure.id, PERIOD, cumulative=cumulative)
            assert len(ids) == measure.value, figure.id
            assert len(set(ids)) == len(ids)
            assert len(desk.store.some(kind, ids)) == len(ids)
            seen += measure.value
    assert seen > 1000


def test_a_list_of_candidates_is_of_the_figures_group(desk: Desk) -> None:
    for name in BY_GROUP:
        for kind in CANDIDATES:
            found = candidates_of(desk, f"{name}_{kind}", PERIOD, cumulative=True)
            assert found.kind is kind
            assert len(desk.store.some(kind, found.ids)) == len(found.ids) <= found.counted


def test_registrations_lead_to_their_candidates(desk: Desk) -> None:
    kind, ids = ids_of(desk, "services_website_household", PERIOD, cumulative=True)
    assert kind is Kind.REGISTRATION
    owners = {item.candidate for item in desk.store.some(kind, ids) if isinstance(item, Registration)}
    found = candidates_of(desk, "services_website_household", PERIOD, cumulative=True)
    assert set(found.ids) == owners
    assert found.ids
    assert found.title == "Dùng website kèm tên miền, lũy kế đến quý IV năm 2025"


def test_events_have_their_own_kind(desk: Desk) -> None:
    kind, ids = ids_of(desk, "sessions", PERIOD)
    assert kind is Kind.SESSION
    assert all(isinstance(item, Session) for item in desk.store.some(kind, ids))


@pytest.mark.parametrize("figure", ["cost", "audience_youths", "nothing", "reached_session"])
def test_a_figure_without_records_has_no_list(desk: Desk, figure: str) -> None:
    assert not has_list(figure)
    with pytest.raises(KeyError):
        ids_of(desk, figure, PERIOD)
    with pytest.raises(KeyError):
        candidates_of(desk, figure, PERIOD)


def test_the_figures_there_are_are_known() -> None:
    assert sum(map(has_list, figure_ids())) == len(figure_ids()) - len(SUMS)
