"""What the tests of the domain share: the real rules, readable cases, records of any content."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from vnpresence_desktop import assets
from vnpresence_desktop.domain.fields import fields, from_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.records import TYPES, Record
from vnpresence_desktop.domain.rules import Rule, parse

# The same examples on every run and no clock: a red test is a broken program, never a busy machine.
settings.register_profile("domain", max_examples=60, deadline=None, derandomize=True, database=None)
settings.load_profile("domain")

_CASES = Path(__file__).parent.parent / "cases"
RULES_FILE = "rules/kh-103-can-tho.toml"

# What an office may find in a cell beside arbitrary text: nearly right, partial, out of any calendar.
_TRICKY = [
    "",
    " ",
    "2003",
    "2003-05",
    "2003-02-30",
    "0000",
    "9999-12-31",
    "2007-11-15",
    "٢٠٠٣",
    "active",
    "ceased",
    "moved",
]
_CONTENT: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(max_size=20) | st.sampled_from(_TRICKY),
    int: st.none() | st.integers(-5, 10**9),
    bool: st.none() | st.booleans(),
    tuple: st.lists(st.text(max_size=6), max_size=3).map(tuple),
}


@pytest.fixture(scope="session")
def rules_text() -> str:
    """The rules file that ships with the program."""
    return assets.text(RULES_FILE)


@pytest.fixture(scope="session")
def rules(rules_text: str) -> tuple[Rule, ...]:
    """Its entries."""
    return parse(rules_text)


@pytest.fixture(scope="session")
def cases() -> Callable[[str], list[dict[str, Any]]]:
    """The tables of a file in ``tests/cases``."""

    def read(name: str) -> list[dict[str, Any]]:
        return tomllib.loads((_CASES / name).read_text(encoding="utf-8"))["case"]

    return read


@pytest.fixture(scope="session")
def any_values() -> Callable[[Kind], st.SearchStrategy[dict[str, Value]]]:
    """Strategy: column → any value of its type, for a kind."""

    def of(kind: Kind) -> st.SearchStrategy[dict[str, Value]]:
        return st.fixed_dictionaries({"id": st.text(max_size=36)} | {f.name: _CONTENT[f.type] for f in fields(kind)})

    return of


@pytest.fixture(scope="session")
def any_record(any_values: Callable[[Kind], st.SearchStrategy[dict[str, Value]]]) -> Callable[..., Any]:
    """Strategy: a record of any content, of one of the given kinds (all where none is given)."""

    def of(*kinds: Kind) -> st.SearchStrategy[Record]:
        return st.sampled_from(kinds or tuple(TYPES)).flatmap(
            lambda kind: any_values(kind).map(lambda values: from_values(kind, values))
        )

    return of
