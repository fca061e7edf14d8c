"""What the command line says: in Vietnamese, with the right exit code, and nothing of our insides."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Command
from vnpresence_desktop.__main__ import main
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store.keys import code_waits
from vnpresence_desktop.work import listing

ENGLISH = ("Traceback", "Error", "Exception", "usage:", "required", "invalid", "argument")


def _plain(text: str) -> bool:
    return bool(text.strip()) and not any(word in text for word in ENGLISH)


@pytest.mark.parametrize(
    "words",
    [
        ("bogus",),
        ("setup",),
        ("setup", "--commune"),
        ("list", "--kind", "cat"),
        ("list", "--kind", "household", "--bogus"),
        ("verify",),
        ("verify", "x.pdf", "--require", "hai"),
        ("verify", "x.pdf"),
        ("import", "x.xlsx", "--kind", "household"),
        ("restore", "x.saoluu"),
        ("report", "--period", "2025-Q4"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_is_told_in_vietnamese(vnpresence: Command, words: tuple[str, ...]) -> None:
    done = vnpresence(*words)
    assert done.code == 1
    assert _plain(done.err), done.err
    assert done.out == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "--period", "2025-Q5"), "2025-Q4"),
        (("report", "--period", "2024"), "03/10/2025"),
        (("report", "--period", "2025-Q4", "--sign", "p12"), "--key"),
        (("report", "--period", "2025-Q4", "--sign", "p12", "--key", "khong-co.p12"), "khong-co.p12"),
        (("report", "--period", "2025-Q4", "--sign", "token"), "token"),
        (("list", "--kind", "household", "--day", "31/02/2025"), "31/02/2025"),
        (("verify", "a.pdf", "--trust", "khong-co"), "khong-co"),
        (("setup", "--commune", "31299", "--signer", "A", "--title", "B"), "thư mục khác"),
    ],
)
def test_what_an_office_asks_wrongly_is_answered_with_advice(
    office: Command, words: tuple[str, ...], said: str
) -> None:
    done = office(*words)
    assert done.code == 1
    assert said in done.err
    assert _plain(done.err), done.err
    refused = office(*words, "--json")
    assert json.loads(refused.out)["error"] in refused.err


@pytest.mark.parametrize(
    ("commune", "signer", "title"), [("99999", "A", "B"), ("31299", " ", "CHỦ TỊCH"), ("31299", "A", "")]
)
def test_a_wrong_office_is_refused_and_leaves_no_register(
    vnpresence: Command, tmp_path: Path, commune: str, signer: str, title: str
) -> None:
    done = vnpresence("setup", "--commune", commune, "--signer", signer, "--title", title)
    assert done.code == 1
    assert _plain(done.err)
    assert not (tmp_path / "sổ").exists()
    right = vnpresence("setup", "--commune", "31299", "--signer", "Lê Văn Bé", "--title", "PHÓ CHỦ TỊCH")
    assert right.code == 0, right.err


def test_an_office_elsewhere_keeps_a_register_but_is_told_that_it_has_no_programme(vnpresence: Command) -> None:
    done = vnpresence("setup", "--commune", "00004", "--signer", "Lê Văn Bé", "--title", "CHỦ TỊCH")
    assert done.code == 0
    assert "Chưa có hồ sơ chương trình" in done.out
    refused = vnpresence("report", "--period", "2025-Q4")
    assert refused.code == 1
    assert "Chưa có hồ sơ chương trình" in refused.err


def test_setup_answers_the_office_and_the_recovery_code_once(vnpresence: Command, tmp_path: Path) -> None:
    done = vnpresence(
        "setup", "--commune", "31299", "--preset", "calendar", "--signer", "An", "--title", "CHỦ TỊCH", "--json"
    ).json
    assert (done["commune"], done["preset"], done["programme"]) == ("31299", "calendar", "kh-103-can-tho")
    code = done["recovery_code"].encode()
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or code not in path.read_bytes()
    assert not code_waits(tmp_path / "sổ" / "register.db"), "what was printed must not be replaced by the window"


def test_the_register_is_lost_with_the_pc_but_the_code_and_a_copy_bring_it_back(
    office: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = ("--data", tmp_path / "mới")
    code = office("setup", "--commune", "31299", "--signer", "An", "--title", "CHỦ TỊCH", "--json", *new).json[
        "recovery_code"
    ]
    copy = office("backup", tmp_path / "usb", "--json", *new).json["file"]
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "máy khác"))
    other = ("--data", tmp_path / "nơi khác")
    refused = office("restore", copy, *other)
    assert refused.code == 1
    assert _plain(refused.err)
    assert office("restore", copy, "--code", code.lower().replace("-", " "), *other).code == 0
    assert office("list", "--kind", "signer", "--json", *other).json[0]["name"] == "An"
    assert office("check", "--json", *other).json == {"whole": True, "findings": [], "done": []}


def test_each_day_s_first_use_makes_a_copy(office: Command, tmp_path: Path) -> None:
    office("list", "--kind", "hamlet")
    office("list", "--kind", "hamlet")
    assert len(list((tmp_path / "sổ" / "sao-luu").iterdir())) == 1


def test_personal_numbers_are_masked_unless_asked_for_and_that_is_logged(office: Command, tmp_path: Path) -> None:
    sample = Path(__file__).parents[1] / "samples" / "thanh_nien.xlsx"
    office("import", sample, "--kind", "citizen")
    masked = office("list", "--kind", "citizen", "--json").json
    full = office("list", "--kind", "citizen", "--full", "--json").json
    numbers = {row["id_number"] for row in full}
    assert all(len(number) == 12 and number.isdigit() for number in numbers)
    assert {row["id_number"] for row in masked} == {"•" * 9 + number[-3:] for number in numbers}
    assert not any(row["phone"] and row["phone"].isdigit() for row in masked)


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [("id_number", "092099000001", "•••••••••001"), ("phone", "091", "•••"), ("email", "an@x.vn", "••@x.vn")],
)
def test_masking(field: str, value: str, shown: str) -> None:
    assert listing.mask_personal(field, value) == shown


def test_a_bug_of_ours_is_noted_without_data_and_told_without_its_name(
    office: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("Nguyễn Văn A 092099000001")

    monkeypatch.setattr(listing, "list_records", broken)
    done = office("list", "--kind", "citizen")
    assert done.code == 70
    assert _plain(done.err)
    assert "092099000001" not in done.err
    (note,) = (tmp_path / "sổ" / "nhat-ky").iterdir()
    assert "listing" in note.read_text(encoding="utf-8") or "answers.py" in note.read_text(encoding="utf-8")
    assert "092099000001" not in note.read_text(encoding="utf-8")


def test_help_is_vietnamese_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    for command in ("setup", "demo", "import", "list", "report", "verify", "backup", "restore", "check"):
        assert command in told
    assert "show this help" not in told
    assert "usage" not in told


def test_the_program_starts_as_a_module_and_says_vietnamese_in_any_locale(tmp_path: Path) -> None:
    environment = {"PATH": "", "HOME": str(tmp_path), "LANG": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "vnpresence_desktop", "bogus"],
        capture_output=True, env=environment, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 1
    assert "không có lựa chọn" in done.stderr.decode("utf-8")


def test_an_error_a_person_can_mend_says_both_what_and_what_to_do() -> None:
    error = UserError("Hỏng.", "Sửa đi.")
    assert (error.title, error.advice, str(error)) == ("Hỏng.", "Sửa đi.", "Hỏng. Sửa đi.")
