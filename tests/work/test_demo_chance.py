import os
import subprocess
import sys
import uuid
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.work.demo_chance import Chance, Taken, Weighted, stamped_id

SEEDS = st.integers(0, 10**6)


def test_the_first_draws_of_the_demo_are_known() -> None:
    chance = Chance(103, "households")
    assert [chance.below(1000) for _ in range(5)] == [196, 717, 610, 708, 407]


def test_the_same_seed_and_part_draw_the_same() -> None:
    first, second = Chance(7, "a"), Chance(7, "a")
    assert [first.digits(6) for _ in range(20)] == [second.digits(6) for _ in range(20)]


def test_parts_and_seeds_draw_apart() -> None:
    drawn = {tuple(Chance(seed, part).digits(9) for _ in range(3)) for seed in (1, 2) for part in ("a", "b")}
    assert len(drawn) == 4


@given(SEEDS, st.integers(1, 10**6))
def test_below_stays_below(seed: int, limit: int) -> None:
    chance = Chance(seed, "below")
    assert all(0 <= chance.below(limit) < limit for _ in range(10))


@given(SEEDS, st.dates(date(1950, 1, 1)), st.integers(-5, 400))
def test_a_day_lies_in_its_span(seed: int, first: date, length: int) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    drawn = Chance(seed, "day").day(first, last)
    assert first <= drawn <= max(first, last)


def test_both_ends_of_a_span_are_drawn() -> None:
    chance = Chance(1, "day")
    assert {chance.day(date(2025, 10, 1), date(2025, 10, 3)).day for _ in range(60)} == {1, 2, 3}


@given(SEEDS, st.lists(st.integers(), max_size=30))
def test_shuffling_keeps_everything(seed: int, items: list[int]) -> None:
    assert sorted(Chance(seed, "shuffle").shuffled(items)) == sorted(items)


def test_shuffling_changes_the_order() -> None:
    assert Chance(1, "shuffle").shuffled(range(50)) != list(range(50))


@given(SEEDS, st.integers(1, 12))
def test_digits_keep_their_zeros(seed: int, count: int) -> None:
    assert len(Chance(seed, "digits").digits(count)) == count


def test_weights_are_followed() -> None:
    chance, weighted = Chance(1, "pick"), Weighted.of({"never": 0, "seldom": 1, "often": 9})
    drawn = [chance.pick(weighted) for _ in range(2000)]
    assert "never" not in drawn
    assert 140 <= drawn.count("seldom") <= 260


def test_tables_are_drawn_by_their_weight() -> None:
    rows = Weighted.rows([{"name": "a", "weight": 1}, {"name": "b", "weight": 3}])
    assert rows.bounds == (1, 4)
    assert {Chance(seed, "rows").pick(rows)["name"] for seed in range(30)} == {"a", "b"}


def test_percentages_are_followed() -> None:
    chance = Chance(1, "happens")
    assert 220 <= sum(chance.happens(25) for _ in range(1000)) <= 280
    assert not any(chance.happens(0) for _ in range(100))
    assert all(chance.happens(100) for _ in range(100))


def test_a_text_is_given_once() -> None:
    taken = Taken()
    assert [taken.claim("a", "b") for _ in range(4)] == ["a", "b", "b2", "b3"]
    assert taken.claim("a2", "a") == "a2"
    draws = iter(["a", "b3", "c"])
    assert taken.fresh(lambda: next(draws)) == "c"
    assert taken.claim("c") == "c2"


@given(SEEDS, st.integers(0, 10**5), st.dates(date(2025, 10, 3), date(2025, 12, 14)))
def test_an_id_is_a_version_7_uuid_of_its_day(seed: int, number: int, day: date) -> None:
    made = uuid.UUID(stamped_id(seed, "household", number, day))
    moment = datetime.fromtimestamp((made.int >> 80) / 1000, tz=UTC)
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert moment.date() == day
    assert 1 <= moment.hour < 9, "eight in the morning in Vietnam is one in UTC"


def test_ids_differ_by_seed_kind_and_number() -> None:
    day = date(2025, 10, 4)
    made = {stamped_id(seed, kind, n, day) for seed in (1, 2) for kind in ("household", "citizen") for n in range(50)}
    assert len(made) == 200


def test_ids_of_a_day_sort_in_the_order_of_entry() -> None:
    made = [stamped_id(103, "household", number, date(2025, 10, 4)) for number in range(100)]
    assert made == sorted(made)


def test_another_process_draws_the_same() -> None:
    code = "from vnpresence_desktop.work.demo_chance import Chance; print(Chance(103, 'households').digits(12))"
    drawn = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert drawn == {Chance(103, "households").digits(12) + "\n"}
