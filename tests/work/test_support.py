"""Technical help over a real register: recorded, found again, taken out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Household, Support
from vnpresence_desktop.domain.support import CHANNELS, MATTERS
from vnpresence_desktop.work.deleting import remove
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.support import (
    blank_support,
    helpers,
    judge_support,
    record_support,
    supports,
)
from vnpresence_desktop.work.texts import say

HOA = Household(id="hoa", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một")
HELP = Support(date="2025-11-20", candidate="hoa", channel="phone", matter="website", result="Xong", helper="Đoàn xã")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, HOA)
        yield made


def test_help_is_recorded_and_changed(desk: Desk) -> None:
    kept = record_support(desk, HELP)
    assert desk.store.get(Support, kept.id) == kept
    record_support(desk, replace(kept, result="Chưa xong"))
    assert [line.support.result for line in supports(desk)] == ["Chưa xong"]
    remove(desk, Kind.SUPPORT, [kept.id])
    assert supports(desk) == []


def test_what_blocks_saving_is_said(desk: Desk) -> None:
    with pytest.raises(UserError, match="Chưa ghi hỗ trợ cho ai"):
        record_support(desk, replace(HELP, candidate=""))
    with pytest.raises(UserError, match="không còn trong sổ"):
        record_support(desk, replace(HELP, candidate="gone"))
    assert [item.code for item in judge_support(desk, replace(HELP, candidate="gone"))] == ["candidate_gone"]
    assert supports(desk) == []


def test_the_same_help_on_the_same_day_wants_a_reason(desk: Desk) -> None:
    kept = record_support(desk, HELP)
    assert judge_support(desk, kept) == ()
    assert [(item.field, item.code) for item in judge_support(desk, HELP)] == [("matter", "support_twice")]
    for other in ({"date": "2025-11-21"}, {"matter": "email"}, {"candidate": "", "person": "Lê Thị Hòa"}):
        assert judge_support(desk, replace(HELP, **other)) == ()
    with pytest.raises(UserError, match="Cùng ngày đã ghi"):
        record_support(desk, HELP)
    again = record_support(desk, replace(HELP, accepted=("matter:support_twice:Hai lần trong ngày",)))
    assert again.accepted == ("matter:support_twice:Hai lần trong ngày",)


def test_help_is_found_by_whom_when_and_words_newest_first(desk: Desk) -> None:
    put(
        desk,
        replace(HELP, id="1"),
        replace(HELP, id="2", date="2025-12-01", candidate="", person="Bà Sáu", matter="email"),
    )
    put(desk, replace(HELP, id="3", date="2025-10-05", candidate="gone", person="", helper="Tổ công nghệ số"))

    def found(**wanted: str) -> list[str]:
        return [line.support.id for line in supports(desk, **wanted)]

    assert found() == ["2", "1", "3"]
    assert found(candidate_id="hoa") == ["1"]
    assert found(first="2025-11-01") == ["2", "1"]
    assert found(last="2025-11-20") == ["1", "3"]
    assert found(text="tap hoa") == ["1"]
    assert found(text="ba SÁU") == ["2"]
    assert found(text="le thi hoa") == found(text="ap mot") == ["1"]
    assert found(text="qua dien thoai lap website") == ["1", "3"]
    assert found(text="to cong nghe") == ["3"]
    assert [line.who for line in supports(desk)] == ["Bà Sáu", "Tạp hóa Hòa", ""]
    assert helpers(desk) == ("Đoàn xã", "Tổ công nghệ số")


def test_a_new_record_begins_as_the_last_one(desk: Desk) -> None:
    first = blank_support(desk, "hoa")
    assert (first.date, first.candidate, first.channel) == ("2025-12-15", "hoa", "in_person")
    put(desk, replace(HELP, date="2025-12-01"))
    after = blank_support(desk)
    assert (after.helper, after.channel, after.candidate) == ("Đoàn xã", "phone", "")


def test_every_channel_and_matter_has_words() -> None:
    assert all(say("channel", code) != code for code in CHANNELS)
    assert all(say("matter", code) != code for code in MATTERS)
