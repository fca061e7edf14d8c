"""The demo commune, made once for all tests of this folder."""

from collections import defaultdict

import pytest

from vnpresence_desktop import assets
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.domain.rules import Rule, parse
from vnpresence_desktop.work.demo_commune import DemoCommune, make_commune


@pytest.fixture(scope="session")
def commune() -> DemoCommune:
    return make_commune()


@pytest.fixture(scope="session")
def candidates(commune: DemoCommune) -> dict[str, Candidate]:
    return {item.id: item for item in (*commune.households, *commune.enterprises, *commune.citizens)}


@pytest.fixture(scope="session")
def rules() -> tuple[Rule, ...]:
    return parse(assets.text("rules/kh-103-can-tho.toml"))


@pytest.fixture(scope="session")
def met(commune: DemoCommune) -> dict[str, list[str]]:
    """Id of candidate → dates of the sessions that met it, first to last."""
    dates = {session.id: session.date for session in commune.sessions}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for reach in commune.reaches:
        found[reach.candidate].append(dates[reach.session])
    return {candidate: sorted(days) for candidate, days in found.items()}
