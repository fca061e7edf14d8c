"""Operations: their hash, their order, the row that a set of them makes."""

import dataclasses
import hashlib
import json
import random
import uuid
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.store.operations import (
    Operation,
    digest,
    milliseconds,
    new_id,
    new_salt,
    patch_of,
    state,
    tick,
)

calm = settings(deadline=None, max_examples=40)
PLAIN = Operation(
    id="019b8c3e-7f00-7000-8000-000000000001",
    site="00aa11bb22cc33dd",
    seq=2,
    clock="019b8c3e7f000001",
    at="2026-01-05T08:30:00+07:00",
    actor="Lan",
    kind="household",
    record="019b8c3e-7f00-7000-8000-000000000002",
    act="019b8c3e-7f00-7000-8000-000000000003",
    reason="sửa theo đề nghị của chủ hộ",
    seen='{"00aa11bb22cc33dd":1}',
    prev="ab" * 32,
    salt="0f" * 16,
    patch='{"name":["","Quán Bà Tư"]}',
    hash="",
)


def test_the_hash_is_the_one_that_is_written_down() -> None:
    """Recomputed from model.md's sentence alone: H(header ‖ H(salt ‖ patch))."""
    header = (
        '["019b8c3e-7f00-7000-8000-000000000001","00aa11bb22cc33dd",2,"019b8c3e7f000001","2026-01-05T08:30:00+07:00",'
        '"Lan","household","019b8c3e-7f00-7000-8000-000000000002","019b8c3e-7f00-7000-8000-000000000003",'
        '"sửa theo đề nghị của chủ hộ","{\\"00aa11bb22cc33dd\\":1}","' + "ab" * 32 + '"]'
    )
    inner = hashlib.sha256(bytes([15] * 16) + '{"name":["","Quán Bà Tư"]}'.encode()).digest()
    assert PLAIN.expected_hash() == hashlib.sha256(header.encode() + inner).hexdigest()


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Operation) if field.name != "hash"])
def test_every_column_is_in_the_hash(field: str) -> None:
    old = getattr(PLAIN, field)
    new = old + 1 if isinstance(old, int) else old.translate(str.maketrans("0aQ", "1bR"))
    assert new != old or field in ("actor", "kind", "at", "reason")
    changed = dataclasses.replace(PLAIN, **{field: new if new != old else old + "x"})
    assert changed.expected_hash() != PLAIN.expected_hash()


def test_an_erased_operation_still_proves_its_header() -> None:
    inner = hashlib.sha256(bytes.fromhex(PLAIN.salt) + str(PLAIN.patch).encode()).hexdigest()
    erased = dataclasses.replace(PLAIN, salt=inner, patch=None)
    assert erased.expected_hash() == PLAIN.expected_hash()
    assert erased.changes == {}
    assert dataclasses.replace(erased, actor="x").expected_hash() != PLAIN.expected_hash()


def test_two_equal_patches_have_different_hashes() -> None:
    assert len({digest((1,), new_salt(), "{}") for _ in range(20)}) == 20


@calm
@given(st.dictionaries(st.text(max_size=5), st.tuples(st.none() | st.text(), st.none() | st.text() | st.integers())))
def test_a_patch_has_one_form(changes: dict[str, tuple[str | None, str | int | None]]) -> None:
    shuffled = list(changes.items())
    random.Random(1).shuffle(shuffled)
    assert patch_of(changes) == patch_of(dict(shuffled))
    assert json.loads(patch_of(changes)) == {name: list(pair) for name, pair in changes.items()}


@calm
@given(st.integers(0, 2**47), st.integers(0, 2**47))
def test_the_clock_never_goes_back(seen: int, now: int) -> None:
    last = tick("", seen)
    after = tick(last, now)
    assert after > last
    assert len(after) == 16
    assert int(after, 16) >> 16 == max(seen, now), "beyond the PC's clock only where another was ahead"


def test_the_clock_survives_more_than_65536_operations_in_a_millisecond() -> None:
    clock = "0000000000ffffff"
    assert tick(clock, 0) == "0000000001000000"


def test_a_clock_without_time_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="time zone"):
        milliseconds(datetime(2026, 1, 5))  # noqa: DTZ001 - that is the case


@calm
@given(st.integers(0, 2**48 - 1), st.integers(0, 2**26 - 2))
def test_ids_are_ordered_uuids_of_version_7(moment: int, number: int) -> None:
    first, second = new_id(moment, number), new_id(moment, number + 1)
    assert first < second
    parsed = uuid.UUID(first)
    assert (parsed.version, parsed.variant, parsed.int >> 80) == (7, uuid.RFC_4122, moment)
    assert str(parsed) == first
    assert new_id(moment, number) != first


def edit(site: str, clock: int, **fields: tuple[object, object]) -> Operation:
    patch = json.dumps(fields)
    return dataclasses.replace(PLAIN, id=f"{site}-{clock}", site=site, clock=f"{clock:016x}", patch=patch)


EDITS = st.lists(
    st.builds(
        edit,
        st.sampled_from(["a", "b", "c"]),
        st.integers(0, 30),
        name=st.tuples(st.none(), st.sampled_from(["Tư", "Út", "Ba"])),
        deleted=st.tuples(st.just(0), st.sampled_from([0, 1])),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda operation: operation.id,
)


@calm
@given(EDITS, st.randoms(use_true_random=False))
def test_the_row_is_a_function_of_the_set(edits: list[Operation], chance: random.Random) -> None:
    shuffled = edits + chance.choices(edits, k=3)
    chance.shuffle(shuffled)
    assert state(shuffled) == state(edits)
    last = max(edits, key=lambda operation: (operation.clock, operation.site))
    row = state(edits)
    assert row is not None
    assert (row["name"], row["deleted"]) == (last.changes["name"][1], last.changes["deleted"][1])


def test_fields_are_decided_one_by_one() -> None:
    row = state([edit("b", 2, phone=("", "0912")), edit("a", 1, name=("", "Tư"), phone=("", "0911"))])
    assert row is not None
    assert (row["name"], row["phone"], row["owner"], row["unconfirmed"]) == ("Tư", "0912", "", ())


def test_lists_come_back_as_records_hold_them() -> None:
    row = state([edit("a", 1, unconfirmed=([], ["phone", "email"]))])
    assert row is not None
    assert row["unconfirmed"] == ("phone", "email")


def test_no_operation_and_an_erased_one_make_no_row() -> None:
    assert state([]) is None
    assert state([dataclasses.replace(PLAIN, kind="access", patch="{}")]) is None
    assert state([edit("a", 1, name=("", "Tư")), dataclasses.replace(PLAIN, patch=None)]) is None


def test_a_field_of_a_later_program_is_passed_over() -> None:
    row = state([edit("a", 1, name=("", "Tư"), not_yet_known=(None, 1))])
    assert row is not None
    assert "not_yet_known" not in row
