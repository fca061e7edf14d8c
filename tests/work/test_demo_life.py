"""The demo commune held against the rules of a domain's life: its registrations are right, its people told apart."""

from collections import defaultdict
from datetime import date

from vnpresence_desktop.domain.domains import NEXT, ZONES, check_registration, usual_expiry
from vnpresence_desktop.domain.labels import suggest_labels
from vnpresence_desktop.domain.numbers import check_label
from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.domain.records import Candidate, Registration
from vnpresence_desktop.work.demo_commune import DemoCommune
from vnpresence_desktop.work.registrars import protected_words

LAST = date(2025, 12, 15)


def test_its_registrations_have_no_error(commune: DemoCommune, candidates: dict[str, Candidate]) -> None:
    by_candidate = defaultdict[str, list[Registration]](list)
    for item in commune.registrations:
        by_candidate[item.candidate].append(item)
    wrong = [
        (item.id, problem.field, problem.code)
        for item in commune.registrations
        for problem in check_registration(
            item, candidates[item.candidate].KIND, LAST, by_candidate[item.candidate], protected_words()
        )
        if problem.severity is Severity.ERROR
    ]
    assert wrong == []


def test_its_registrations_are_in_known_states_and_zones(
    commune: DemoCommune, candidates: dict[str, Candidate]
) -> None:
    assert {item.state for item in commune.registrations} <= NEXT.keys()
    assert all(item.zone == ZONES[candidates[item.candidate].KIND] for item in commune.registrations)
    held = [item for item in commune.registrations if item.registered_on]
    assert all(item.expires_on == usual_expiry(item.registered_on) for item in held)


def test_everybody_in_it_gets_legal_labels(candidates: dict[str, Candidate]) -> None:
    taken: set[str] = set()
    for record in candidates.values():
        offered = suggest_labels(record, taken)
        assert offered, record.name
        assert not [label for label in offered if check_label(label) or label in taken]
        taken.add(offered[0])
