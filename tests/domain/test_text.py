"""Vietnamese text: stored form, folded form, dictionary order."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.text import capital, clean, fold, name_sort_key, sort_key, words

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]  # ngang huyền hỏi ngã sắc nặng
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

VIETNAMESE = st.text([*LETTERS, *ALPHABET, *"ĐÂĂÊÔƠƯ", " ", "0", "-"], max_size=30)
# Marks, zero-width signs and odd spaces stand close together far more often here than in st.text().
AWKWARD = st.text("aeoêơđÐĐ \u00a0\u0300\u0301\u0302\u031b\u0323\u200b\u200d\ufeff\u2003\t\n\x00İıßK", max_size=12)
ANY = st.one_of(st.text(), AWKWARD, VIETNAMESE)
FORMS = ("NFC", "NFD")


@given(ANY)
def test_clean_is_stable_nfc_and_single_spaced(text):
    kept = clean(text)
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()
    assert "  " not in kept


@given(VIETNAMESE)
def test_clean_loses_no_letter_or_mark(text):
    assert clean(text).replace(" ", "") == unicodedata.normalize("NFC", text).replace(" ", "")


def test_clean_removes_what_cannot_be_seen_and_joins_what_it_parted():
    assert clean("\ufeffNguyễn\u00a0\u00a0Văn\u200b An \n") == "Nguyễn Văn An"
    assert clean("e\u200b\u0301") == "é"
    assert clean("Hoà") == "Hoà"


@given(ANY)
def test_fold_is_stable_and_blind_to_unicode_form(text):
    assert fold(fold(text)) == fold(text)
    assert len({fold(unicodedata.normalize(form, text)) for form in FORMS}) == 1


@given(VIETNAMESE)
def test_fold_is_blind_to_case_and_leaves_plain_letters(text):
    assert fold(text) == fold(text.upper()) == fold(text.title())
    assert fold(text).isascii()


def test_fold_of_every_single_sign_is_stable():
    unstable = [
        hex(code) for code in range(0x3000) if not 0xD800 <= code < 0xE000 and fold(fold(chr(code))) != fold(chr(code))
    ]
    assert unstable == []


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Nguyễn Văn An", "nguyen van an"),
        ("NGUYỄN  VĂN AN", "Nguyên văn Ân"),
        (unicodedata.normalize("NFD", "Nguyễn Văn An"), "NGUYEN VAN AN"),
        ("Hoà Bình", "hòa bình"),
        ("Thuỷ", "Thủy"),
        ("Ðỗ Ðình Đức", "do dinh duc"),
        ("Trần\u00a0Thị\u00a0Bé", "tran thi be"),
    ],
)
def test_a_name_is_found_however_it_is_typed(written, typed):
    assert fold(written) == fold(typed)


@given(ANY)
def test_words_are_plain_and_stable(text):
    assert words(words(text)) == words(text)
    assert not words(text) or all(word.isalnum() and word.isascii() for word in words(text).split(" "))


def test_words_of_a_heading():
    assert words("Số GCN/ĐKHKD (nếu có):") == "so gcn dkhkd neu co"


# ── Order ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

DICTIONARY = [
    "123", "a", "à", "ả", "ã", "á", "ạ", "an", "An", "án", "ang", "anh", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "ăn", "â", "ầ",
    "ẩ", "ẫ", "ấ", "ậ", "ân", "ba", "bà", "bá", "bả lả", "cam", "cám", "cơm", "d", "da", "dạ", "đ", "đa", "đá", "đạ",
    "e", "em", "ê", "ếch", "gà", "ga ra", "huyền", "hương", "i", "kha", "khá", "là", "lá", "ma", "mà", "mả", "mã",
    "má", "mạ", "ma lanh", "mai", "nga", "nghỉ", "o", "ong", "óng", "ô", "ông", "ơ", "ở", "pha", "quà", "rau", "sa",
    "ta", "tha", "u", "ủ", "ư", "ừ", "ví", "xa", "y", "ỷ",
]  # fmt: skip


def test_dictionary_order():
    assert sorted(random.Random(3).sample(DICTIONARY, len(DICTIONARY)), key=sort_key) == DICTIONARY


def test_dictionary_order_of_letters():
    assert sorted(random.Random(1).sample(ALPHABET, len(ALPHABET)), key=sort_key) == list(ALPHABET)


def test_dictionary_order_of_tones():
    for vowel in VOWELS:
        tones = [unicodedata.normalize("NFC", vowel + tone) for tone in TONES]
        assert sorted(set(tones), key=sort_key) == tones


@pytest.mark.parametrize(
    "order",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai", "mam"],
        ["An", "Án", "An Bình", "An Thới", "Anh", "Ăn", "Ân", "Ba", "Bà", "Bình"],
        ["Da", "Dũng", "Đa", "Đào", "Em", "Êm", "Oanh", "Ổi", "Ơn", "Uyên", "Ước"],
        ["an", "An", "AN", "ân"],
        ["10", "2", "Ấp 1", "Ấp Nhơn Lộc"],
        ["Cần Thơ", "Cần Thờ", "Cẩn Thơ"],
    ],
)
def test_dictionary_order_of_words(order):
    assert sorted(random.Random(2).sample(order, len(order)), key=sort_key) == order


@given(ANY)
def test_sort_key_is_blind_to_unicode_form(text):
    assert sort_key(unicodedata.normalize("NFC", text)) == sort_key(unicodedata.normalize("NFD", text))


@given(VIETNAMESE, VIETNAMESE)
def test_different_texts_have_different_keys(one, other):
    one, other = clean(one), clean(other)
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(VIETNAMESE, VIETNAMESE)
def test_the_key_compares_the_same_as_bytes(one, other):
    """SQLite compares UTF-8 bytes."""
    assert (sort_key(one) < sort_key(other)) == (sort_key(one).encode() < sort_key(other).encode())


def test_people_stand_by_given_name():
    order = ["Lê Văn An", "Nguyễn Thị An", "Nguyễn Văn An", "Trần Bình", "Phạm Ngọc Diễm", "Võ Thị Điệp", "Nguyễn Ý"]
    assert sorted(set(order), key=name_sort_key) == order


@given(ANY)
def test_name_sort_key_takes_anything(text):
    assert name_sort_key(text) == name_sort_key(f"  {text} ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("đã đề xuất", "Đã đề xuất"),
        ("ấp Một", "Ấp Một"),
        ("CCCD", "CCCD"),
        ("số CCCD", "Số CCCD"),
        ("", ""),
        ("18–23", "18–23"),
    ],
)
def test_a_line_begins_with_a_capital_and_nothing_else_changes(text, said):
    assert capital(text) == said
