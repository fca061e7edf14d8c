"""Cards as scanners type them: every variant read, every other code named, nothing guessed silently, nothing raised."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.card import FILLS, Card, CardFault, name_case, offers, read_card, values_for
from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind

LINE = "092203001234|361234567|NGUYỄN VĂN ĐỨC|15082003|Nam|Ấp Nhơn Lộc, Phong Điền, Cần Thơ|01052021"
CARD = Card(
    "092203001234",
    "361234567",
    "Nguyễn Văn Đức",
    "2003-08-15",
    "male",
    "Ấp Nhơn Lộc, Phong Điền, Cần Thơ",
    "2021-05-01",
)


def contents(card: Card | CardFault) -> Any:
    """Everything of a card: its representation hides most of it."""
    return card if isinstance(card, CardFault) else {name: getattr(card, name) for name in card.__slots__}


@pytest.mark.parametrize("end", ["", "\r", "\r\n", "\t", "\n", " \r\n", "\x1e"])
@pytest.mark.parametrize(
    ("line", "changed"),
    [
        (LINE, {}),
        (LINE.replace("361234567", ""), {"old_number": ""}),
        (LINE.replace("361234567", " 092203001234 "), {"old_number": "092203001234"}),
        (LINE.replace("361234567|", ""), {"old_number": ""}),
        (LINE.replace("NGUYỄN VĂN ĐỨC", "Nguyễn Văn Đức"), {}),
        (LINE.removesuffix("|01052021"), {"issued_on": "", "doubtful": ("address",)}),
        (LINE.removesuffix("01052021"), {"issued_on": ""}),
        (
            LINE.replace("361234567|", "").removesuffix("|01052021"),
            {"old_number": "", "issued_on": "", "doubtful": ("address",)},
        ),
        (LINE + "|", {}),
        (LINE + "|Nguyễn Văn Cha|Trần Thị Mẹ|", {}),
        (LINE.replace("|Nam|", "|NAM|"), {}),
        (LINE.replace("NGUYỄN VĂN ĐỨC", "NGUYE\u0302\u0303N VĂN ĐỨC"), {}),
    ],
)
def test_every_variant_of_a_card(line: str, end: str, changed: dict[str, Any]) -> None:
    assert contents(read_card(line + end)) == {**contents(CARD), **changed}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \r\n\t", "empty"),
        (LINE + LINE, "double"),
        (LINE + "\r" + LINE, "double"),
        (LINE[:40] + LINE, "double"),
        (LINE.removesuffix("|01052021") + LINE, "double"),
        (LINE[:13], "half"),
        (LINE[:45], "half"),
        (LINE[5:], "half"),
        (LINE[1:], "half"),
        (LINE[:-3], "half"),
        (LINE[23:], "half"),
        ("https://gplx.gov.vn/tra-cuu?id=1", "driving_licence"),
        ("790123456789;GIẤY PHÉP LÁI XE;B2", "driving_licence"),
        ("https://example.vn/abc", "url"),
        ("me.momo.vn/abc", "url"),
        ("DN4797912345678|4e677579|01/01/1990|1|4e67|79 - 012|$", "health_insurance"),
        ("9212345678|4e677579e1bb856e|01/01/1990|1|-|$", "health_insurance"),
        ("HC1:6BFOXN%TS3DH", "vaccine"),
        ("https://pc-covid.gov.vn/x", "vaccine"),
        ("8934563138165", "barcode"),
        ("092203001234", "barcode"),
        ("xin chào", "not_card"),
        ("a|b|c|d|e|f|g", "not_card"),
        (LINE.replace("361234567", "36123"), "old_number"),
        (LINE.replace("NGUYỄN VĂN ĐỨC", ""), "name"),
        (LINE.replace("NGUYỄN VĂN ĐỨC", "1234"), "name"),
        (LINE.replace("15082003", "31022003"), "birth_date"),
        (LINE.replace("15082003", "٠١٠٢٢٠٠٣"), "birth_date"),
        (LINE.replace("|Nam|", "|X|"), "sex"),
        (LINE.replace("01052021", "01052001"), "issued_on"),
        (LINE.replace("01052021", "hôm qua"), "issued_on"),
    ],
)
def test_what_is_no_card_is_named(text: str, code: str) -> None:
    assert read_card(text) == CardFault(code)


@pytest.mark.parametrize(
    ("name", "shown", "doubtful"),
    [
        ("NGUYỄN VĂN ĐỨC", "Nguyễn Văn Đức", False),
        ("LÊ THỊ ÁNH NGUYỆT", "Lê Thị Ánh Nguyệt", False),
        ("TÔN NỮ QUỲNH NHƯ Y", "Tôn Nữ Quỳnh Như Y", False),
        ("NGUYEÊN VĂN ĐỨC", "Nguyeên Văn Đức", True),
        ("NGUY?N VĂN ĐỨC", "Nguy?N Văn Đức", True),
        ("NGUYỄN V�N ĐỨC", "Nguyễn V�N Đức", True),
        ("NGUYEENX VAWN DDUWCS", "Nguyeenx Vawn Dduwcs", True),
        ("NGUYE64N VA8N D9U71C", "Nguye64N Va8N D9U71C", True),
        ("NGUYỄN VĂN DUC", "Nguyễn Văn Duc", True),
        ("K'SOR Y BLƠ", "K'Sor Y Blơ", True),  # right, but not to be told from a garbled one
        ("Lê thị Hoa", "Lê thị Hoa", False),
    ],
)
def test_names_in_name_case_and_garbled_ones_are_told(name: str, shown: str, doubtful: bool) -> None:
    card = read_card(LINE.replace("NGUYỄN VĂN ĐỨC", name))
    assert isinstance(card, Card)
    assert card.name == shown
    assert ("name" in card.doubtful) is doubtful


@pytest.mark.parametrize(
    ("address", "doubtful"),
    [
        ("Số 12/3, KV3, P. An Khánh, Q. Ninh Kiều, TP Cần Thơ", False),
        ("Tổ 5, QL1A, Ấp Thạnh Lợi 2, Vĩnh Thạnh, Cần Thơ", False),
        ("Ấp Đay Tà Suôs, Trần Đề, Sóc Trăng, Cần Thơ", False),
        ("", False),
        ("Aaps Nhown Loojc, Phong DDieefn, Caafn Thow", True),
        ("A6p1 Nho7n Lo6c5, Phong D9ie62n, Ca62n Tho7", True),
        ("?p Nh?n L?c, Phong Đi?n", True),
        ("Ap Nhon Loc Phong Dien", True),
        ("Ấp Nhown Loojc, Phong DDieefn, Cần Thơ", True),
        ("Buôn Krông, Ấp Ba, Vĩnh Thạnh, Cần Thơ", False),
        ("Ấp Nhơn L»c, Phong Điền", True),
    ],
)
def test_garbled_addresses_are_told(address: str, doubtful: bool) -> None:
    card = read_card(LINE.replace("Ấp Nhơn Lộc, Phong Điền, Cần Thơ", address))
    assert isinstance(card, Card)
    assert card.address == address
    assert ("address" in card.doubtful) is doubtful


@pytest.mark.parametrize("said", ["N?", "Nu", "Nux", "Nư~"])
def test_a_garbled_sex_is_taken_from_the_number_and_told(said: str) -> None:
    card = read_card(LINE.replace("092203", "092303").replace("|Nam|", f"|{said}|"))
    assert isinstance(card, Card)
    assert (card.sex, "sex" in card.doubtful) == ("female", True)


def test_a_card_without_any_mark_is_told_whole() -> None:
    card = read_card("092203001234||LE VAN AN|15082003|Nam|Ap Ba, Tan An|01052021")
    assert isinstance(card, Card)
    assert card.doubtful == ("name", "address")


def test_a_card_s_representation_tells_nothing_of_the_person() -> None:
    card = read_card(LINE)
    shown = repr(card) + repr(offers(Kind.CITIZEN, CARD, {"name": "Nguyễn Văn Đực"}))
    assert not [part for part in ("092203001234", "Đức", "Đực", "2003", "Nhơn") if part in shown]


def test_what_a_card_fills() -> None:
    assert values_for(Kind.HOUSEHOLD, CARD) == {
        "owner": "Nguyễn Văn Đức",
        "id_number": "092203001234",
        "birth_date": "2003-08-15",
        "sex": "male",
        "home_address": "Ấp Nhơn Lộc, Phong Điền, Cần Thơ",
    }
    assert values_for(Kind.CITIZEN, CARD)["name"] == "Nguyễn Văn Đức"
    assert values_for(Kind.ENTERPRISE, CARD) == {"representative": "Nguyễn Văn Đức"}
    for kind in CANDIDATES:
        assert FILLS[kind].keys() <= {info.name for info in fields(kind)}
        assert set(FILLS[kind].values()) <= set(Card.__slots__)


def test_an_offer_is_plain_only_where_nothing_else_stands_and_nothing_is_doubtful() -> None:
    typed = {"name": "", "id_number": "092203001234", "birth_date": "2003", "sex": None, "home_address": "Ấp Nhơn Lộc"}
    made = {offer.field: offer for offer in offers(Kind.CITIZEN, CARD, typed)}
    assert {name: offer.plain for name, offer in made.items()} == {
        "name": True, "birth_date": False, "sex": True, "home_address": False,
    }  # fmt: skip
    assert (made["birth_date"].value, made["birth_date"].typed) == ("2003-08-15", "2003")
    garbled = read_card(LINE.replace("NGUYỄN", "NGUYEÊN"))
    assert isinstance(garbled, Card)
    doubted = {offer.field: offer for offer in offers(Kind.CITIZEN, garbled, {"name": "Nguyễn Văn Đức"})}
    assert doubted["name"].doubtful
    assert not doubted["name"].plain
    assert not next(offer for offer in offers(Kind.CITIZEN, garbled, {}) if offer.field == "name").plain
    assert offers(Kind.ENTERPRISE, CARD, {"representative": "NGUYỄN VĂN ĐỨC"}) == ()


def test_only_capitals_are_changed() -> None:
    assert name_case("NGUYỄN ĐÌNH-THI") == "Nguyễn Đình-Thi"
    assert name_case("Võ Thị bé Ba") == "Võ Thị bé Ba"


_PIECES = st.sampled_from(
    ["|", "\r", "092203001234", "361234567", "15082003", "Nam", "Nữ", "NGUYỄN VĂN ĐỨC", "HC1:", "$", LINE]
)


@given(st.lists(st.text(max_size=12) | _PIECES, max_size=14).map("".join))
def test_whatever_is_scanned_is_answered(text: str) -> None:
    answer = read_card(text)
    assert isinstance(answer, CardFault) or answer.id_number


_WORDS = st.sampled_from(["NGUYỄN", "TRẦN", "LÊ", "VĂN", "THỊ", "ĐỨC", "HÒA", "ÁNH", "QUỲNH", "ƯƠNG", "Ỷ", "BÉ"])
_DAYS = st.dates(min_value=date(1930, 1, 1), max_value=date(2012, 12, 31))


@given(
    number=st.integers(0, 10**11 - 1).map(lambda value: f"0{value:011d}"),
    old=st.sampled_from(["", "361234567"]),
    name=st.lists(_WORDS, min_size=2, max_size=5).map(" ".join),
    born=_DAYS,
    female=st.booleans(),
    address=st.sampled_from(["Ấp Ba, Cần Thơ", "Số 1/2, KV5, Bình Thủy", ""]),
    more=st.lists(st.sampled_from(["", "Lê Văn Cha", "x"]), max_size=3),
    end=st.sampled_from(["", "\r", "\t", "\r\n"]),
)
def test_any_valid_card_comes_back(
    number: str, old: str, name: str, born: Any, female: bool, address: str, more: list[str], end: str
) -> None:
    sex = "Nữ" if female else "Nam"
    line = "|".join([number, old, name, f"{born:%d%m%Y}", sex, address, "02032022", *more]) + end
    card = read_card(line)
    assert isinstance(card, Card), card
    assert (card.id_number, card.old_number, card.name.upper()) == (number, old, name)
    assert (show(card.birth_date), card.sex) == (f"{born:%d/%m/%Y}", "female" if female else "male")
    assert (card.address, card.issued_on, card.doubtful) == (address, "2022-03-02", ())
