"""The dialogs for files, folders and printing in the real window, Qt's own as on a desktop without any of its own."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.screen import screen

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
LIST = ROOT / "tests" / "samples" / "ho_kinh_doanh.xlsx"
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
PRINT_WORDS = {
    "In báo cáo", "Máy in", "Tên:", "In ra tệp PDF", "Thuộc tính", "Nơi đặt:", "Tệp trên máy", "Loại:", "Ghi tệp PDF",
    "Ghi ra tệp:", "...", "In", "Hủy", "Tùy chọn >>",
}  # fmt: skip
ACROSS, DOWN, BLOCK = 248, 351, 8
"""Dots of an A4 page in small, and of a block of it."""
SETUP = ["setup", "--commune", "31299", "--signer", "Trần Thị Mỹ Hạnh", "--title", "CHỦ TỊCH"]


@dataclass(frozen=True)
class Gone:
    """What the officer saw, and the folder in which things were chosen and made."""

    told: dict[str, Any]
    ended: int
    folder: Path
    environment: dict[str, str]


def run(environment: dict[str, str], *command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


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
        environment["VNPRESENCE_DATA"] = str(home / "so")
        environment["CUPS_SERVER"] = "127.0.0.1:9"  # no printer of this machine is to be found
        program = [sys.executable, "-m", "vnpresence_desktop"]
        run(environment, *program, *SETUP)
        run(environment, *program, "report", "--period", "2025-Q4", "--sign", "local", "--out", str(home / "ra"))
        (signed,) = (home / "ra").glob("*.pdf")
        order = {"list": str(LIST), "folder": str(home / "usb"), "print": str(home / "in.pdf"), "signed": str(signed)}
        with (home / "program.log").open("w") as log:
            window = subprocess.Popen(program, cwd=ROOT, env=environment, stdout=log, stderr=log)
            try:
                clerk = str(Path(__file__).with_name("clerk.py"))
                told = json.loads(run(environment, SYSTEM_PYTHON, clerk, json.dumps(order)))
                ended = window.wait(20)
            finally:
                window.kill()
                window.wait()
    return Gone(told, ended, home, environment)


def test_a_list_chosen_in_the_dialog_is_taken_in(gone: Gone) -> None:
    assert gone.told["import"]["forecast"].startswith("Sẽ thêm mới 240")
    assert "“ho_kinh_doanh.xlsx”: 240 dòng" in gone.told["import"]["taken"]


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
    run(gone.environment, sys.executable, "-m", "vnpresence_desktop", *report)
    (wanted,) = (gone.folder / "so-sanh").glob("*.pdf")
    assert "240" in run(gone.environment, "pdftotext", str(wanted), "-")
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
