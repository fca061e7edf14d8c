"""What a unit appends is hashed in the form that is written down, whatever people type."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.domain.dates import VIETNAM
from vnpresence_desktop.store.chain import Chain
from vnpresence_desktop.store.operations import Head, Operation, patch_of

MOMENT = datetime(2026, 1, 5, 8, 30, tzinfo=VIETNAM)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)


def chain(known: dict[str, Head] | None = None, actor: str = "Lan") -> Chain:
    return Chain(known or {}, "00aa11bb22cc33dd", MOMENT, actor)


@settings(deadline=None, max_examples=60)
@given(actor=WORDS, record=WORDS, act=WORDS, reason=WORDS, value=WORDS)
def test_a_header_is_hashed_as_the_check_reads_it(actor: str, record: str, act: str, reason: str, value: str) -> None:
    made = Operation(
        *chain(actor=actor).append("household", record, act, reason, "{}", patch_of({"name": ("", value)}))
    )  # type: ignore[arg-type]
    assert made.hash == made.expected_hash()
    assert (made.actor, made.record, made.act, made.reason, made.at) == (actor, record, act, reason, MOMENT.isoformat())


def test_each_operation_stands_on_the_one_before() -> None:
    known = {
        "00aa11bb22cc33dd": Head(7, "00000000000000aa", "ab" * 32),
        "other": Head(3, "ffff000000000000", "cd" * 32),
    }
    one = chain(known)
    made = [Operation(*one.append("household", str(number), "act", "", "{}", "{}")) for number in range(3)]  # type: ignore[arg-type]
    assert [item.seq for item in made] == [8, 9, 10]
    assert [item.prev for item in made] == ["ab" * 32, made[0].hash, made[1].hash]
    assert "ffff000000000000" < made[0].clock < made[1].clock < made[2].clock, "behind what any site wrote"
    assert one.head == Head(10, made[2].clock, made[2].hash)
    assert len({item.salt for item in made}) == len({item.id for item in made}) == 3


def test_ids_grow() -> None:
    one = chain()
    ids = [one.new_id() for _ in range(50)]
    assert ids == sorted(set(ids))
