import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.numbers import check_phone
from vnpresence_desktop.gui.unfinished import unfinished


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("id_length", "092203001", "Còn thiếu 3 chữ số"),
        ("id_length", "", "Còn thiếu 12 chữ số"),
        ("id_length", "0922030012345", None),
        ("id_not_digits", "0922o", None),
        ("phone_form", "0912", "Còn thiếu 6 chữ số"),
        ("phone_form", "0", "Còn thiếu 9 chữ số"),
        ("phone_form", "0612", None),
        ("phone_form", "09123456789", None),
        ("tax_form", "18001", "Còn thiếu 5 hoặc 7 chữ số"),
        ("tax_form", "180012345678", None),
        ("date_unclear", "1/2/2", "ngày/tháng/năm"),
        ("date_unclear", "31/02/2003", "ngày/tháng/năm"),
        ("date_unclear", "hôm nọ", None),
        ("email_form", "lan@", "Chưa đủ, ví dụ ten@example.vn"),
        ("email_form", "lan thi", None),
        ("certificate_form", "57A80", "Chưa đủ, ví dụ 57A8012345"),
        ("missing", "", ""),
        ("date_ahead", "1/1/2099", None),
    ],
)
def test_what_may_yet_be_mended(code: str, text: str, said: str | None) -> None:
    assert unfinished(code, text) == said


@given(
    st.sampled_from(["03", "05", "07", "08", "09"]), st.text("0123456789", min_size=8, max_size=8), st.integers(2, 9)
)
def test_every_beginning_of_a_good_phone_number_is_only_unfinished(start: str, rest: str, length: int) -> None:
    whole = start + rest
    assert check_phone(whole) == []
    assert unfinished("phone_form", whole[:length])


@given(st.text(), st.sampled_from(["id_length", "phone_form", "tax_form", "date_unclear", "email_form", "label_ends"]))
def test_no_text_breaks_it(text: str, code: str) -> None:
    assert unfinished(code, text) is None or isinstance(unfinished(code, text), str)
