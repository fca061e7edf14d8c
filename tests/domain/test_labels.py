"""Labels offered for a domain: from the name, legal, free."""

from typing import Any

import idna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.labels import letters_left, suggest_labels
from vnpresence_desktop.domain.numbers import check_label
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household

SHOP = Household(name="Hộ kinh doanh Tạp hóa Bảy Đông", hamlet="Ấp Nhơn Lộc")
DUC = Citizen(name="Nguyễn Văn Đức", birth_date="2003-08-15", hamlet="Ấp Ba")


def test_a_household_s_labels_from_its_name_best_first() -> None:
    assert suggest_labels(SHOP, ()) == (
        "tap-hoa-bay-dong", "taphoabaydong", "baydong", "bay-dong", "thbaydong", "baydongnhonloc",
    )  # fmt: skip


def test_a_citizen_s_labels_turn_the_name_and_add_the_year() -> None:
    assert suggest_labels(DUC, ()) == (
        "nguyenvanduc", "ducnguyen", "vanduc", "ducnguyen2003", "nguyen-van-duc", "nguyenvanduc2003",
    )  # fmt: skip


def test_taken_ones_are_not_offered_and_others_step_in() -> None:
    taken = {"tap-hoa-bay-dong", "baydong", "bay-dong"}
    assert suggest_labels(SHOP, taken) == (
        "taphoabaydong", "thbaydong", "baydongnhonloc", "baydong2", "baydong3", "baydong4",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "first", "among"),
    [
        ("Công ty TNHH MTV Thương mại Dịch vụ Hoàng Long", "thuong-mai-dich-vu-hoang-long", "hoanglong"),
        ("CÔNG TY CỔ PHẦN ĐẦU TƯ ABC", "dau-tu-abc", "dautuabc"),
        ("Tạp hóa", "tap-hoa", "taphoa"),
        ("Quán 68", "quan-68", "quan68"),
        ("DNTN Vĩnh Thạnh", "vinh-thanh", "vinhthanh"),
    ],
)
def test_the_kind_of_business_is_left_out_of_the_short_form(name: str, first: str, among: str) -> None:
    labels = suggest_labels(Enterprise(name=name), ())
    assert labels[0] == first
    assert among in labels


def test_a_name_too_long_to_type_is_shortened_to_its_own_part() -> None:
    labels = suggest_labels(
        Enterprise(name="Công ty TNHH Sản xuất Thương mại Dịch vụ Xây dựng Vật liệu xây dựng An Phú"), ()
    )
    assert labels[0] == "anphu"
    assert all(len(label) <= 40 for label in labels)


@pytest.mark.parametrize("record", [Household(name="中国"), Citizen(name=""), Enterprise(name="–")])
def test_no_label_without_letters(record: Any) -> None:
    assert suggest_labels(record, ()) == ()


@given(data=st.data())
def test_whatever_the_record_only_legal_free_labels(data: st.DataObject, any_record: Any) -> None:
    record = data.draw(any_record(*CANDIDATES))
    labels = suggest_labels(record, ("abc",))
    assert len(set(labels)) == len(labels) <= 6
    assert "abc" not in labels
    assert not [label for label in labels if check_label(label)]


@given(st.text(st.sampled_from("abcxyz0189ạảđêữỹ"), min_size=1, max_size=70))
def test_letters_left_are_counted_as_the_registry_counts(label: str) -> None:
    if check_label(label):
        assert letters_left(label) < 0
    else:
        assert letters_left(label) == 63 - len(idna.alabel(label))


def test_vietnamese_letters_take_more_room() -> None:
    assert letters_left("tap-hoa") == 56
    assert letters_left("tạp-hóa") == 45
    assert letters_left("a" * 64) == -1
