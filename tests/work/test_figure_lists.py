"""From a figure to the records behind it: for every figure of the made-up commune exactly as many as it counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk
from vnpresence_desktop.domain.checks import AUDIENCE
from vnpresence_desktop.domain.figures import figure_ids, members
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
    given, facts = base_totals(desk), gather(desk, PERIOD)
    behind = [members(facts.register, desk.rules, span) for span in (facts.span, facts.whole)]
    seen = 0
    for figure in facts.figures:
        assert has_list(figure.id) == (figure.id not in SUMS)
        if figure.id in SUMS or figure.id in given:
            continue
        for found, measure in zip(behind, (figure.period, figure.cumulative), strict=True):
            ids = found.get(figure.id, [])
            assert len(set(ids)) == len(ids) == measure.value, figure.id
            seen += measure.value
    assert seen > 1000


@pytest.mark.parametrize("figure", ["reached_household", "refused_citizen", "sessions"])
@pytest.mark.parametrize("cumulative", [False, True])
def test_a_figure_leads_to_what_it_counts(desk: Desk, figure: str, cumulative: bool) -> None:
    facts = gather(desk, PERIOD)
    kind, ids = ids_of(desk, figure, PERIOD, cumulative=cumulative)
    measure = facts.figure(figure).cumulative if cumulative else facts.figure(figure).period
    assert len(desk.store.some(kind, ids)) == len(ids) == measure.value


@pytest.mark.parametrize("name", ["present", "refused", "services_email"])
def test_a_list_of_candidates_is_of_the_figures_group(desk: Desk, name: str) -> None:
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
