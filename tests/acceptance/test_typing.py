"""Twenty household records from paper, by keyboard only in the real window: how many keys each takes beyond its content."""

import json
from dataclasses import asdict, dataclass
from typing import Any

import pytest

from tests.acceptance.papers import FIELDS, PAPERS
from tests.acceptance.screen import screen
from tests.acceptance.sitting import command, new_register, sit

PINNED = ("hamlet", "certificate_issuer")
MOST = 25
"""Keys beyond the content that a record may cost; a modifier counts as a key."""


@dataclass(frozen=True)
class Typed:
    """Keys beyond the content and the words of each saving, what the register has then, how the program ended."""

    keys: list[int]
    said: list[str]
    kept: list[dict[str, Any]]
    ended: int


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    home = tmp_path_factory.mktemp("typist")
    order = {"papers": [asdict(paper) for paper in PAPERS], "fields": FIELDS, "pinned": PINNED}
    with screen(home) as environment:
        new_register(environment, home)
        sat = sit(environment, home, "typist.py", order)
        kept = json.loads(command(environment, "list", "--kind", "household", "--full", "--json"))
    return Typed([keys for keys, _ in sat.told], [said for _, said in sat.told], kept, sat.ended)


def test_a_record_costs_few_keys_beyond_its_content(typed: Typed) -> None:
    content = [sum(map(len, paper.typed.values())) for paper in PAPERS]
    for number, (keys, letters) in enumerate(zip(typed.keys, content, strict=True), 1):
        print(f"record {number}: {keys} keys beyond {letters} of content")
    print(f"all: {sum(typed.keys)} keys, {sum(typed.keys) / len(PAPERS):.1f} a record")
    assert len(typed.keys) == len(PAPERS) == 20
    assert max(typed.keys) < MOST


def test_every_paper_is_in_the_register_as_it_was_typed(typed: Typed) -> None:
    kept = {item["name"]: {name: item[name] for name in FIELDS} for item in typed.kept}
    assert kept == {paper.kept["name"]: {name: paper.kept[name] for name in FIELDS} for paper in PAPERS}


def test_only_the_doubtful_paper_needed_a_reason(typed: Typed) -> None:
    explained = {item["name"]: item["accepted"] for item in typed.kept if item["accepted"]}
    (doubtful,) = [paper.kept["name"] for paper in PAPERS if paper.doubtful]
    assert explained == {doubtful: ["id_number:id_old_card:Đã đối chiếu giấy tờ"]}


def test_the_window_closed_cleanly(typed: Typed) -> None:
    assert typed.ended == 0
