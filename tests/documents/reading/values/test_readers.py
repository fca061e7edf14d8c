"""What holds for every reader: it never raises, knows its own output, and reads what a person types as the cell said."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.headings import data
from vnpresence_desktop.documents.reading.places import HamletNames
from vnpresence_desktop.documents.reading.values import Options, column_reader
from vnpresence_desktop.documents.reading.values.cells import as_text
from vnpresence_desktop.domain.dates import span
from vnpresence_desktop.domain.kinds import Kind

FIELDS = [
    (kind, field) for kind in (Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN) for field in data()["fields"][kind.value]
]
EVERY = sorted({field for _, field in FIELDS})
ANSWERED = Options(
    codes={("sex", "khac"): "male", ("hamlet", "ap 9"): "Khu vực 3"},
    zeros=dict.fromkeys(("id_number", "tax_code", "certificate_no", "phone"), True),
    as_typed=frozenset({"owner"}),
    month_first=frozenset({"founded"}),
    doubted_dates=frozenset({"birth_date"}),
    swapped_dates=frozenset({"certificate_date"}),
    hamlets=("Ấp 3", "Khu vực 3"),
)
LEFT = Options(zeros=dict.fromkeys(("id_number", "tax_code", "certificate_no", "phone"), False))
ANY_CELL = st.one_of(
    st.text(max_size=40), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes(), st.none(),
    st.from_regex(r"[\d ./,+\-eE]{1,16}", fullmatch=True),
    st.from_regex(r"(CMND|0|\+84|sinh|T)?[ \d/.\-]{4,16}( \(cũ\)|x|@b.vn)?", fullmatch=True),
)  # fmt: skip


def readers(options: Options) -> list[tuple[str, Any]]:
    hamlets = HamletNames(options.answers("hamlet"), options.hamlets)
    return [(field, column_reader(kind, field, "Ấp", options, hamlets)) for kind, field in FIELDS]


READERS = [*readers(Options()), *readers(ANSWERED), *readers(LEFT)]


@given(ANY_CELL)
@example("²/2/2003")
@example(float("inf"))
def test_no_cell_raises(cell: Any) -> None:
    for field, reader in READERS:
        value, told, original = reader(cell)
        assert value is None or isinstance(value, str | bool), field
        assert told is None or told.field == field
        assert isinstance(original, str)


@given(ANY_CELL)
def test_every_date_is_one_that_can_be_stored(cell: Any) -> None:
    for field, reader in READERS:
        if field in ("birth_date", "founded", "certificate_date"):
            value = reader(cell)[0]
            assert value == "" or span(str(value))


@pytest.mark.parametrize("field", EVERY)
@given(cell=ANY_CELL)
@example(cell="92062775047")
@example(cell="0710 3812345")
@example(cell="KV 3")
@example(cell="12345678")
def test_what_was_read_reads_the_same(field: str, cell: Any) -> None:
    for name, reader in READERS[: len(FIELDS)]:
        if name == field:
            value = reader(cell)[0]
            assert value in ("", None) or reader(value)[0] == value


@pytest.mark.parametrize("field", EVERY)
@given(cell=ANY_CELL.filter(lambda cell: isinstance(cell, str)))
def test_what_an_officer_types_is_read_as_the_cell_would_be(field: str, cell: str) -> None:
    """Nobody sees spaces at the ends, nor whether they are of the wide sort."""
    for name, reader in READERS:
        if name == field:
            assert reader(as_text(cell)) == reader(cell) == reader(f" {cell}\u00a0")


@given(ANY_CELL)
def test_a_changed_value_always_has_its_original(cell: Any) -> None:
    """Nothing that stood in a cell is lost: it is the value, it stands for nothing, or it is kept."""
    for field, reader in READERS:
        value, told, original = reader(cell)
        if told and field != "hamlet" and told.code not in ("id_ambiguous", "date_maybe_swapped", "date_day_first"):
            assert original
        assert original in ("", as_text(cell))
        if value == "" and told:
            assert original
