"""The frozen report: what its hash stands for."""

import dataclasses
import hashlib
import json
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.figures import Figure, Measure
from vnpresence_desktop.domain.report import (
    Align,
    Blank,
    Column,
    Heading,
    Issuer,
    Paragraph,
    Rate,
    Report,
    SignatureBlock,
    Table,
    canonical,
    content_hash,
    show_number,
    show_rate,
)


def make(**changes):
    """A small report with every kind of part; made anew each time, so that equality is by content."""
    report = Report(
        issuer=Issuer("31195", "xã", "Phong Điền", "thành phố Cần Thơ"),
        period="2025-Q4",
        period_title="quý IV năm 2025",
        first_day="2025-10-03",
        last_day="2025-12-14",
        issue=1,
        symbol="BC-UBND",
        number="",
        dated="",
        addressee="Sở Khoa học và Công nghệ thành phố Cần Thơ",
        title="Kết quả triển khai Chương trình",
        blocks=(
            Heading(1, "I. CÔNG TÁC CHỈ ĐẠO"),
            Paragraph("Đã tổ chức 4 buổi."),
            Blank("V"),
            Table(
                number=1,
                title="Kết quả",
                columns=(Column("Nhóm", 2.0), Column("Tỷ lệ", 1.0, Align.RIGHT, "Lũy kế")),
                rows=(("Hộ kinh doanh", Rate(655, 1200)), ("Doanh nghiệp", None)),
                total=("Cộng", 655),
                note="Mẫu số: số liệu nền.",
            ),
        ),
        closing="Trên đây là báo cáo./.",
        recipients=("Như trên", "Lưu: VT"),
        signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn A"),
        figures=(
            Figure(
                "reached_household",
                Measure(655, 1200, "2025-10-03", "2025-12-14"),
                Measure(655, 1200, "2025-10-03", "2025-12-14"),
            ),
        ),
        rules=("kh103-household-2025",),
    )
    return dataclasses.replace(report, **changes)


def altered(value):
    """Every way to change one leaf of a frozen value, or to drop one part of it: (where, the changed value)."""
    if isinstance(value, tuple):
        yield from ((f"[-{n}]", value[:n] + value[n + 1 :]) for n in range(len(value)))
        for n, item in enumerate(value):
            yield from ((f"[{n}]{where}", (*value[:n], new, *value[n + 1 :])) for where, new in altered(item))
    elif dataclasses.is_dataclass(value):
        for item in dataclasses.fields(value):
            for where, new in altered(getattr(value, item.name)):
                yield f".{item.name}{where}", dataclasses.replace(value, **{item.name: new})
    elif isinstance(value, Enum):
        yield "", next(other for other in type(value) if other != value)
    elif isinstance(value, bool):
        yield "", not value
    elif isinstance(value, str):
        yield "", value + "x"
    else:
        yield "", 7 if value is None else value + 1


CHANGES = [(where, new) for where, new in altered(make()) if not where.startswith((".number", ".dated"))]


def test_the_same_content_gives_the_same_bytes():
    assert canonical(make()) == canonical(make())
    assert content_hash(make()) == content_hash(make())


@pytest.mark.parametrize(("where", "changed"), CHANGES, ids=[where for where, _ in CHANGES])
def test_any_change_of_content_changes_the_hash(where, changed):
    assert content_hash(changed) != content_hash(make())


def test_no_two_changes_share_a_hash():
    assert len({content_hash(changed) for _, changed in CHANGES}) == len(CHANGES) > 50


def test_number_and_date_are_given_later_and_change_nothing():
    assert canonical(make(number="05/BC-UBND", dated="2025-12-18")) == canonical(make())


def test_kinds_of_block_and_of_cell_are_told_apart():
    hashes = {content_hash(make(blocks=(block,))) for block in (Paragraph("V"), Blank("V"), Heading(1, "V"))}
    table = make().blocks[3]
    cells = [1, "1", None, "", Rate(1, None), Rate(1, 0), "–"]
    hashes |= {content_hash(make(blocks=(dataclasses.replace(table, rows=(("a", cell),)),))) for cell in cells}
    assert len(hashes) == 3 + len(cells)


def test_the_bytes_are_plain_json_with_sorted_keys():
    text = canonical(make()).decode()
    content = json.loads(text)
    assert text == json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert content["issuer"]["name"] == "Phong Điền"
    assert [block["block"] for block in content["blocks"]] == ["Heading", "Paragraph", "Blank", "Table"]
    assert set(content) == {item.name for item in dataclasses.fields(Report)}


def test_the_hash_is_sha_256():
    assert content_hash(make()) == hashlib.sha256(canonical(make())).hexdigest()


def test_names_of_files_and_place():
    assert make(issue=2).file_stem == "31195_2025-Q4_L2"
    assert make().issuer.place == "xã Phong Điền"


# ── Numbers on paper ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        (Rate(655, 1200), "54,6%"),
        (Rate(1, 3), "33,3%"),
        (Rate(2, 3), "66,7%"),
        (Rate(1, 2000), "0,1%"),
        (Rate(1, 2001), "0,0%"),
        (Rate(0, 5), "0,0%"),
        (Rate(5, 5), "100,0%"),
        (Rate(12345, 10), "123.450,0%"),
        (Rate(1, 0), "–"),
        (Rate(1, None), "–"),
    ],
)
def test_rates(rate, shown):
    assert show_rate(rate) == shown


def test_numbers():
    assert [show_number(value) for value in (0, 999, 1000, 1234567)] == ["0", "999", "1.000", "1.234.567"]


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_rate_is_the_nearest_tenth(value, of):
    tenths = int(show_rate(Rate(value, of)).rstrip("%").replace(".", "").replace(",", ""))
    assert abs(tenths * of - 1000 * value) * 2 <= of
