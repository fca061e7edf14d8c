"""All registrations as a list; lists of the department (Sở), VNNIC taken as they were shown."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from tests.work.test_domain_lists import CSV
from tests.work.test_domains import FIRM, GRANTED, PEOPLE
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.work import deleting, domains
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.domain_listing import RegistrationBook, match_file, registration_lines, take_shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, *PEOPLE)
        yield made


@pytest.fixture
def three(desk: Desk) -> dict[str, str]:
    """Ids by owner: the shop's proposal, the firm's domain, the youth's proposal without a label."""
    shop = domains.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-03")
    firm = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    domains.advance(desk, firm.id, "registered", "2025-12-08", **GRANTED)
    youth = domains.propose(desk, "youth", proposed_on="2025-12-02")
    return {"shop": shop.id, "firm": firm.id, "youth": youth.id}


def found(desk: Desk, three: dict[str, str], text: str = "", state: str = "") -> list[str]:
    owners = {registration: owner for owner, registration in three.items()}
    return [owners[one] for one in RegistrationBook(desk).ids(text, state)]


def test_all_of_them_what_happened_last_first(desk: Desk, three: dict[str, str]) -> None:
    assert found(desk, three) == ["firm", "shop", "youth"]
    assert found(desk, three, state="proposed") == ["shop", "youth"]
    assert found(desk, three, state="revoked") == []


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("tap hoa", ["shop"]), ("HÒA", ["shop"]), ("lua biz", ["firm"]), ("inet", ["firm"]), ("thi hoa", ["shop"]),
        ("092302", ["youth"]), ("0909123", ["firm", "shop", "youth"]), ("không có ai", []),
        ("%", ["firm", "shop", "youth"]), ("  ", ["firm", "shop", "youth"]),
    ],
)  # fmt: skip
def test_they_are_found_by_domain_and_by_whose_they_are(
    desk: Desk, three: dict[str, str], text: str, owners: list[str]
) -> None:
    assert found(desk, three, text) == owners


def test_a_line_says_whose_it_is_also_where_that_is_gone(desk: Desk, three: dict[str, str]) -> None:
    deleting.remove(desk, FIRM.KIND, ["firm"])
    ids = [three["shop"], "x", three["firm"]]
    lines = registration_lines(desk, [one for one in ids if one in RegistrationBook(desk).ids() or one == "x"])
    assert [line.candidate.name if line and line.candidate else line for line in lines[:2]] == ["Tạp hóa Hòa", None]
    put(desk, Registration(id="r", candidate="nobody", zone="biz.vn"))
    (line,) = registration_lines(desk, ["r"])
    assert line
    assert line.candidate is None


def test_a_file_is_matched_row_by_row_and_can_be_stopped(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ds.csv"
    file.write_text(CSV, encoding="utf-8-sig")
    told: list[tuple[int, int]] = []
    matches = match_file(desk, file, lambda done, total: told.append((done, total)))
    assert [item.outcome for item in matches] == ["new", "new", "unreadable"]
    assert told == [(0, 3), (1, 3), (2, 3)]

    def stop(done: int, _: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        match_file(desk, file, stop)
    with pytest.raises(UserError):
        match_file(desk, tmp_path / "không có.csv", stop)


def test_only_what_is_as_it_was_shown_is_taken(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "ds.csv"
    file.write_text(CSV, encoding="utf-8-sig")
    shown = match_file(desk, file, lambda *_: None)
    put(desk, replace(FIRM, name="Công ty Nếp"))
    taken = take_shown(desk, shown, {4, 5, 7})
    assert (taken.added, taken.changed) == (1, 0)
    assert [item.candidate for item in desk.store.all(Registration)] == ["youth"]
    again = match_file(desk, file, lambda *_: None)
    assert take_shown(desk, again, {4, 5}).added == 1
    assert take_shown(desk, again, {4, 5}).added == 0
