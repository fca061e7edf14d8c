"""The register as the command line shows it: personal numbers masked, a look at whole ones logged in Vietnamese."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from tests.work.test_domains import SHOP
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.listing import list_records

DAY = date(2025, 12, 15)
HIDDEN = "•••••••••123"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        put(made, replace(SHOP, tax_code=SHOP.id_number, certificate_no=SHOP.id_number))
        yield made


def test_an_id_number_is_masked_wherever_it_stands(desk: Desk) -> None:
    (row,) = list_records(desk, Kind.HOUSEHOLD, DAY)
    assert row["id_number"] == row["tax_code"] == row["certificate_no"] == HIDDEN
    assert SHOP.id_number not in str(row)
    assert (row["phone"], row["email"], row["owner"]) == ("•••••••456", "•••@example.vn", "Lê Thị Hòa")


def test_other_codes_are_not_personal(desk: Desk) -> None:
    put(desk, replace(SHOP, tax_code="1801234567", certificate_no="57A8000001"))
    (row,) = list_records(desk, Kind.HOUSEHOLD, DAY)
    assert (row["tax_code"], row["certificate_no"]) == ("1801234567", "57A8000001")


def test_a_whole_look_is_logged_in_words_that_can_be_read(desk: Desk) -> None:
    (row,) = list_records(desk, Kind.HOUSEHOLD, DAY, full=True)
    assert row["tax_code"] == SHOP.id_number
    assert [item.reason for item in desk.store.history("")] == ["Xem đầy đủ danh sách hộ kinh doanh"]
