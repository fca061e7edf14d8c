"""The dialogs for files, folders and printing in the real window, Qt's own as on a desktop without any of its own."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.screen import screen
from tests.acceptance.sitting import ROOT, command, new_register, sit

LIST = ROOT / "tests" / "samples" / "ho_kinh_doanh.xlsx"
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
PRINT_WORDS = {
    "In báo cáo", "Máy in", "Tên:", "In ra tệp PDF", "Thuộc tính", "Nơi đặt:", "Tệp trên máy", "Loại:", "Ghi tệp PDF",
    "Ghi ra tệp:", "...", "In", "Hủy", "Tùy chọn >>",
}  # fmt: skip
ACROSS, DOWN, BLOCK = 248, 351, 8
"""Dots of an A4 page in small, and of a block of it."""


@dataclass(frozen=True)
class Gone:
    """What the officer saw, and the folder in which things were chosen and made."""

    told: dict[str, Any]
    ended: int
    folder: Path
    environment: dict[str, str]


Shades = list[int]
"""How light each block of a page is."""


def pages_of(pdf: Path) -> list[Shades]:
    """Each page in small."""
    folder = pdf.with_suffix("")
    folder.mkdir()
    small = ["-gray", "-scale-to-x", str(ACROSS), "-scale-to-y", str(DOWN)]
    subprocess.run(["pdftoppm", *small, str(pdf), str(folder / "trang")], check=True)
    return [shades(file.read_bytes()[-ACROSS * DOWN :]) for file in sorted(folder.iterdir())]


def shades(dots: bytes) -> Shades:
    lines = [dots[start : start + ACROSS] for start in range(0, len(dots), ACROSS)]
    return [
        sum(sum(line[across : across + BLOCK]) for line in lines[down : down + BLOCK])
        for down in range(0, DOWN, BLOCK)
        for across in range(0, ACROSS, BLOCK)
    ]


def apart(one: Shades, other: Shades) -> int:
    return sum(abs(here - there) for here, there in zip(one, other, strict=True))


@pytest.fixture(scope="module")
def gone(tmp_path_factory: pytest.TempPathFactory) -> Gone:
    home = tmp_path_factory.mktemp("clerk")
    (home / "usb").mkdir()
    with screen(home) as environment:
        environment["CUPS_SERVER"] = "127.0.0.1:9"  # no printer of this machine is to be found
        new_register(environment, home)
        command(environment, "report", "--period", "2025-Q4", "--sign", "local", "--out", str(home / "ra"))
        (signed,) = (home / "ra").glob("*.pdf")
        order = {"list": str(LIST), "folder": str(home / "usb"), "print": str(home / "in.pdf"), "signed": str(signed)}
        sat = sit(environment, home, "clerk.py", order)
    return Gone(sat.told, sat.ended, home, environment)


def test_a_list_chosen_in_the_dialog_is_taken_in(gone: Gone) -> None:
    assert gone.told["import"]["forecast"].startswith("240 dòng: 240 thêm mới")
    assert "240 dòng: 240 thêm mới" in gone.told["import"]["taken"]


def test_the_folder_chosen_gets_the_copy(gone: Gone) -> None:
    (copy,) = (gone.folder / "usb").iterdir()
    assert str(copy) in gone.told["copy"]


def test_what_was_printed_is_the_report_page_by_page(gone: Gone) -> None:
    told = subprocess.run(["pdfinfo", str(gone.folder / "in.pdf")], capture_output=True, text=True, check=True).stdout
    pages = re.search(r"Pages: +(\d+)", told)
    assert pages
    assert gone.told["print"]["told"] == f"Đã gửi {pages[1]} trang đến máy in."
    assert "A4" in told
    _, quarter, _, year = gone.told["print"]["period"].split()
    report = ["report", "--period", f"{year}-Q{QUARTERS[quarter]}", "--out", str(gone.folder / "so-sanh")]
    command(gone.environment, *report)
    (wanted,) = (gone.folder / "so-sanh").glob("*.pdf")
    drawn_words = subprocess.run(["pdftotext", str(wanted), "-"], capture_output=True, text=True, check=True).stdout
    assert "240" in drawn_words
    printed, drawn = pages_of(gone.folder / "in.pdf"), pages_of(wanted)
    assert len(printed) == len(drawn) == int(pages[1])
    for place, page in enumerate(printed):
        distances = [apart(page, one) for one in drawn]
        assert distances.index(min(distances)) == place


def test_a_signed_file_chosen_in_the_dialog_is_verified(gone: Gone) -> None:
    assert gone.told["verify"].startswith("HỢP LỆ: 31299_2025-Q4")


def test_the_print_dialog_speaks_vietnamese(gone: Gone) -> None:
    assert set(gone.told["print"]["words"]) == PRINT_WORDS


def test_the_window_closed_cleanly(gone: Gone) -> None:
    assert gone.ended == 0
