"""What tests of the demo look at: its bytes, the person behind a candidate, shares."""

import json

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.records import Candidate, Citizen, Household
from vnpresence_desktop.work.demo_commune import DemoCommune


def canonical(commune: DemoCommune) -> bytes:
    values = [to_values(record) for record in commune.records()]
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)


def person(candidate: Candidate) -> str:
    if isinstance(candidate, Household):
        return candidate.owner
    return candidate.name if isinstance(candidate, Citizen) else candidate.representative
