"""The whole road as a person walks it: the real window, keyboard only, from the first start to a report that others verify."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.acceptance.screen import screen

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
"""Has `gi` and `uno`, which no package registry offers."""
HOUSEHOLD = {
    "Họ và tên chủ hộ": "Đặng Thị Mỹ Ửng",
    "Số định danh": "092185001234",
    "Ngày sinh": "01/02/1985",
    "Nơi thường trú": "Số 5, ấp Nhơn Lộc",
    "Tên hộ kinh doanh": "Hủ tiếu Bảy Ẩn",
    "Ấp, khu vực": "Ấp Nhơn Lộc",
    "Số giấy chứng nhận": "57A8012345",
    "Ngày cấp": "05/06/2020",
    "Địa chỉ kinh doanh": "Số 5, ấp Nhơn Lộc",
}
SESSION = {
    "Nội dung": "Phổ biến Kế hoạch 103/KH-UBND",
    "Địa điểm": "Nhà văn hóa ấp Nhơn Lộc",
    "Đơn vị chủ trì": "UBND xã Phong Điền",
}
AUDIENCE = {"Cán bộ": "3", "Hộ kinh doanh": "12", "Doanh nghiệp": "0", "Thanh niên": "0", "Người khác": "0"}
ROAD = {
    "start": {"signer": "Nguyễn Thị Ánh Tuyết", "title": "CHỦ TỊCH", "hamlet": "Ấp Nhơn Lộc"},
    "household": HOUSEHOLD,
    "session": [SESSION, AUDIENCE, "Lâm Thị Ẩn", "bay an"],
    "report": "Quý IV năm 2025",
}


@dataclass(frozen=True)
class Walked:
    """What the officer saw, how the program ended, and what it left."""

    told: dict[str, Any]
    ended: int
    register: Path
    environment: dict[str, str]

    def file(self, ending: str) -> Path:
        (found,) = (self.register / "bao-cao").glob(f"*{ending}")
        return found

    def command(self, *arguments: str) -> Any:
        """The answer of the `vnpresence` command on the same register."""
        command = [sys.executable, "-m", "vnpresence_desktop", *arguments, "--data", str(self.register), "--json"]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    home = tmp_path_factory.mktemp("officer")
    register = home / "so"
    with screen(home) as environment:
        environment["VNPRESENCE_DATA"] = str(register)
        with (home / "program.log").open("w") as log:
            command = [sys.executable, "-m", "vnpresence_desktop"]
            program = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
            try:
                told = walk(environment, home / "program.log")
                ended = program.wait(20)
            finally:
                program.kill()
                program.wait()
    return Walked(told, ended, register, environment)


def walk(environment: dict[str, str], log: Path) -> dict[str, Any]:
    officer = [SYSTEM_PYTHON, str(Path(__file__).with_name("officer.py")), json.dumps(ROAD)]
    done = subprocess.run(officer, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{done.stderr}\n{log.read_text(encoding='utf-8')}"
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_first_start_makes_a_register_with_a_code_on_paper(walked: Walked) -> None:
    told = walked.told["start"]
    assert told["commune"] == "Mã 31299. Đã có hồ sơ chương trình của Thành phố Cần Thơ."
    assert re.fullmatch(r"([0-9A-Z]{5}-){6}[0-9A-Z]{4}", told["code"])


def test_the_verdict_is_seen_while_typing(walked: Walked) -> None:
    verdict = walked.told["household"]["verdict"]
    assert verdict.startswith("Đủ điều kiện")
    assert "Thuộc đối tượng theo điểm a khoản 1 Mục III Kế hoạch 103/KH-UBND." in verdict
    assert "Đủ điều kiện từ 05/06/2020." in verdict


def test_being_free_is_told_apart(walked: Walked) -> None:
    assert walked.told["household"]["free"].endswith("Không có thời gian miễn phí nào được biết cho ngày này.")


def test_the_household_is_kept_as_it_was_typed(walked: Walked) -> None:
    assert walked.told["household"]["saved"].startswith("Đã lưu “Hủ tiếu Bảy Ẩn”")
    (kept,) = walked.command("list", "--kind", "household", "--full")
    assert (kept["name"], kept["owner"], kept["hamlet"]) == ("Hủ tiếu Bảy Ẩn", "Đặng Thị Mỹ Ửng", "Ấp Nhơn Lộc")
    assert (kept["id_number"], kept["birth_date"], kept["certificate_date"]) == (
        "092185001234",
        "1985-02-01",
        "2020-06-05",
    )
    assert kept["verdict"]["condition"] == "eligible"


def test_the_session_reached_the_household(walked: Walked) -> None:
    assert walked.told["session"]["saved"].endswith("Tiếp cận đích danh 1 người.")
    (kept,) = walked.command("list", "--kind", "session")
    assert (kept["date"], kept["form"], kept["households"]) == ("2025-11-05", "conference", 12)
    assert len(kept["tasks"]) == 1


def test_the_report_counts_what_was_typed(walked: Walked) -> None:
    told = walked.told["report"]
    assert told["days"] == "Số liệu từ 03/10/2025 đến hết 14/12/2025"
    assert told["made"].startswith("Đã xuất báo cáo quý IV năm 2025.")
    rows = list(openpyxl.load_workbook(walked.file("_SoLieu.xlsx"))["Du_lieu"].iter_rows(values_only=True))
    reached = next(row for row in rows if "reached_household" in row)
    assert 1 in reached


def test_the_window_found_its_own_files_valid(walked: Walked) -> None:
    files = [walked.file("_BaoCao.pdf").name, walked.file("_SoLieu.xlsx").name]
    assert walked.told["report"]["verdicts"] == [f"HỢP LỆ: {name}" for name in files]


def test_pdfsig_finds_the_report_valid(walked: Walked) -> None:
    done = subprocess.run(["pdfsig", str(walked.file("_BaoCao.pdf"))], capture_output=True, text=True)
    assert "Signature is Valid." in done.stdout
    assert "Total document signed" in done.stdout


def test_libreoffice_finds_the_figures_valid(walked: Walked, tmp_path: Path) -> None:
    judge, soffice = ROOT / "tests/documents/signing/libreoffice_judge.py", shutil.which("soffice")
    workbook = str(walked.file("_SoLieu.xlsx"))
    assert soffice, "LibreOffice (libreoffice-calc, python3-uno) is needed"
    done = subprocess.run(
        [SYSTEM_PYTHON, str(judge), soffice, str(tmp_path / "profile"), workbook],
        capture_output=True,
        check=True,
        timeout=120,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert [valid for valid, _ in json.loads(done.stdout)[workbook]] == [True]


def test_the_window_closed_cleanly(walked: Walked) -> None:
    assert walked.ended == 0
    assert walked.command("check")["whole"]
