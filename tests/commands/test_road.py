"""The whole road as an officer walks it: set up, lists in, report out, signed, verified."""

import csv
import hashlib
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from tests.commands.conftest import Command
from tests.work.recount import recount

SAMPLES = Path(__file__).parents[1] / "samples"
LISTS = {"household": "ho_kinh_doanh", "enterprise": "doanh_nghiep_moi", "citizen": "thanh_nien"}
KINDS = (*LISTS, "session", "reach", "registration", "support", "confirmation", "base_figure")


@pytest.fixture
def register(office: Command) -> Command:
    for kind, name in LISTS.items():
        assert office("import", SAMPLES / f"{name}.xlsx", "--kind", kind).code == 0
    return office


def _key_file(folder: Path, *, years: int = 5) -> tuple[Path, x509.Certificate]:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Nguyễn Thị Ánh")])
    start = datetime.now(UTC) - timedelta(days=1000)
    cert = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365 * years))
        .sign(key, hashes.SHA256())
    )
    path = folder / "khoa.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"k", key, cert, None, BestAvailableEncryption(b"mat-khau")))
    return path, cert


@pytest.mark.parametrize(("kind", "name"), LISTS.items())
def test_every_row_of_a_sample_is_accounted_for_and_comes_in_once(office: Command, kind: str, name: str) -> None:
    truth = len(list(csv.DictReader((SAMPLES / f"{name}.truth.csv").read_text(encoding="utf-8").splitlines())))
    preview = office("import", SAMPLES / f"{name}.xlsx", "--kind", kind, "--dry-run", "--json").json
    first = office("import", SAMPLES / f"{name}.xlsx", "--kind", kind, "--json").json
    again = office("import", SAMPLES / f"{name}.xlsx", "--kind", kind, "--json").json

    assert preview == first
    assert first["rows"] == truth == first["imported"] + first["updated"] + first["skipped"]
    assert first["imported"] == len(office("list", "--kind", kind, "--json").json) == truth
    assert (again["imported"], again["updated"], again["skipped"]) == (0, 0, truth)
    assert all(item["message"] and item["severity"] in ("warning", "hint") for item in first["problems"])


def test_the_report_of_imported_lists_recounts_from_what_the_command_exports(register: Command) -> None:
    done = register("report", "--period", "2025-Q4", "--json")
    assert done.code == 0, done.err
    _assert_recounted(register, done.json["figures"], "2025-10-03", "2025-12-14")


def _assert_recounted(command: Command, figures: dict[str, dict[str, object]], first: str, last: str) -> None:
    rows = {kind: command("list", "--kind", kind, "--day", last, "--json").json for kind in KINDS}
    eligible = {kind: {row["id"] for row in rows[kind] if row["verdict"]["condition"] == "eligible"} for kind in LISTS}
    counted = recount(rows, first, last, "2025-10-03", eligible)
    assert figures.keys() == counted.keys()
    for name, (value, of, value_so_far, of_so_far) in counted.items():
        figure, so_far = figures[name], figures[name]["cumulative"]
        assert (figure["value"], figure["of"]) == (value, of), name
        assert (so_far["value"], so_far["of"]) == (value_so_far, of_so_far), name
        assert (figure["from"], figure["to"]) == (first, last)


def test_an_unsigned_report_is_clean_and_told_unsigned(register: Command, tmp_path: Path) -> None:
    done = register("report", "--period", "2025-Q4", "--out", tmp_path / "ra", "--json").json
    assert Path(done["pdf"]).name == "31299_2025-Q4_L1_BaoCao.pdf"
    assert Path(done["xlsx"]).name == "31299_2025-Q4_L1_SoLieu.xlsx"
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == sorted(
        Path(done[k]).name for k in ("pdf", "xlsx")
    )
    text = subprocess.run(["pdftotext", "-layout", done["pdf"], "-"], capture_output=True, text=True, check=True).stdout
    assert "VN Presence" not in text
    assert "CHỦ TỊCH" in text
    assert "Nguyễn Thị Ánh" in text
    assert done["unwritten"] == ["I", "III", "IV", "V"]
    verdict = register("verify", done["pdf"], done["xlsx"], "--json")
    assert verdict.code == 1
    assert [item["verdict"] for item in verdict.json["files"]] == ["unsigned", "unsigned"]


def test_the_machine_s_own_identity_is_known_here_and_untrusted_elsewhere(register: Command, tmp_path: Path) -> None:
    done = register("report", "--period", "2025-Q4", "--sign", "local", "--json").json
    here = register("verify", done["pdf"], done["xlsx"], "--json")
    elsewhere = register("verify", done["pdf"], done["xlsx"], "--data", tmp_path / "khác", "--json")
    told = register(
        "verify", done["pdf"], "--data", tmp_path / "khác", "--trust", tmp_path / "sổ" / "tin-cay", "--json"
    )

    assert (here.code, [item["verdict"] for item in here.json["files"]]) == (0, ["valid", "valid"])
    assert (elsewhere.code, [item["verdict"] for item in elsewhere.json["files"]]) == (1, ["untrusted", "untrusted"])
    assert told.json["files"][0]["verdict"] == "valid"
    text = subprocess.run(["pdftotext", "-layout", done["pdf"], "-"], capture_output=True, text=True, check=True).stdout
    assert "không phải chữ ký số của cơ quan" in text.split("\f")[0]


def test_a_key_file_signs_both_and_another_program_agrees(
    register: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cert = _key_file(tmp_path)
    monkeypatch.setenv("VNPRESENCE_KEY_PASSWORD", "mat-khau")
    done = register("report", "--period", "2025-Q4", "--sign", "p12", "--key", path, "--json").json
    trust = tmp_path / "tin"
    trust.mkdir()
    (trust / "nguoi-ky.pem").write_bytes(cert.public_bytes(Encoding.PEM))

    verdict = register("verify", done["pdf"], done["xlsx"], "--trust", trust, "--json").json["files"]
    assert [item["verdict"] for item in verdict] == ["valid", "valid"]
    assert verdict[0]["signers"][0]["fingerprint"] == cert.fingerprint(hashes.SHA256()).hex()
    two = register("verify", done["pdf"], "--trust", trust, "--require", "2", "--json").json["files"]
    assert two[0]["verdict"] == "missing_signature"
    judged = subprocess.run(["pdfsig", "-nocert", done["pdf"]], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in judged


@pytest.mark.parametrize(
    ("password", "years", "words"), [("sai", 5, "ật khẩu"), ("mat-khau", 1, "hết hạn")], ids=["wrong", "expired"]
)
def test_a_key_that_cannot_sign_leaves_no_file(
    office: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, password: str, years: int, words: str
) -> None:
    path, _ = _key_file(tmp_path, years=years)
    monkeypatch.setenv("VNPRESENCE_KEY_PASSWORD", password)
    done = office("report", "--period", "2025-Q4", "--out", tmp_path / "ra", "--sign", "p12", "--key", path)
    assert done.code == 1
    assert words in done.err
    assert not (tmp_path / "ra").exists() or not list((tmp_path / "ra").iterdir())
    assert office("list", "--kind", "report", "--json").json == []


def test_changed_files_are_told_altered(register: Command, tmp_path: Path) -> None:
    done = register("report", "--period", "2025-Q4", "--sign", "local", "--json").json
    book = openpyxl.load_workbook(done["xlsx"])
    book["Du_lieu"]["E2"] = 999
    book.save(tmp_path / "sua.xlsx")
    pdf = bytearray(Path(done["pdf"]).read_bytes())
    pdf[len(pdf) // 3] ^= 1
    (tmp_path / "sua.pdf").write_bytes(pdf)
    files = register("verify", tmp_path / "sua.xlsx", tmp_path / "sua.pdf", "--json").json["files"]
    assert files[0]["verdict"] in {"altered", "unsigned"}  # openpyxl drops the signature with all it does not know
    assert files[1]["verdict"] == "altered"


def test_the_workbook_s_sheet_for_machines_equals_the_figures(register: Command) -> None:
    done = register("report", "--period", "2025-Q4", "--json").json
    rows = list(openpyxl.load_workbook(done["xlsx"])["Du_lieu"].iter_rows(values_only=True))
    assert rows[0] == ("commune", "period", "issue", "figure", "value", "of", "cumulative_value", "cumulative_of")
    for commune, period, issue, name, value, of, value_so_far, of_so_far in rows[1:]:
        figure = done["figures"][name]
        assert (commune, period, issue) == ("31299", "2025-Q4", 1)
        assert (value, of) == (figure["value"], figure["of"])
        assert (value_so_far, of_so_far) == (figure["cumulative"]["value"], figure["cumulative"]["of"])
    assert len(rows) == len(done["figures"]) + 1


def test_a_report_is_kept_with_the_hashes_of_its_files_and_made_anew_in_place(register: Command) -> None:
    register("report", "--period", "2025-Q4")
    done = register("report", "--period", "2025-Q4", "--json").json
    kept = register("list", "--kind", "report", "--json").json
    assert [(item["period"], item["issue"], item["state"]) for item in kept] == [("2025-Q4", 1, "draft")]
    assert kept[0]["pdf_hash"] == hashlib.sha256(Path(done["pdf"]).read_bytes()).hexdigest()
    assert kept[0]["xlsx_hash"] == hashlib.sha256(Path(done["xlsx"]).read_bytes()).hexdigest()
    assert hashlib.sha256(kept[0]["content"].encode()).hexdigest() == kept[0]["content_hash"]


def test_the_year_s_report_reaches_from_the_programme_s_first_day(register: Command) -> None:
    figures = register("report", "--period", "2025", "--json").json["figures"]
    assert (figures["sessions"]["from"], figures["sessions"]["to"]) == ("2025-10-03", "2025-12-14")


def test_the_demo_reports_signs_verifies_and_can_be_made_again(vnpresence: Command, tmp_path: Path) -> None:
    first = vnpresence("demo", "--no-window", "--json")
    assert first.code == 0, first.err
    made = first.json
    assert made["data"].startswith(str(tmp_path / "sổ"))
    assert [item["verdict"] for item in made["verify"]["files"]] == ["valid", "valid"]
    again = vnpresence("demo", "--no-window", "--json")
    assert (again.code, again.json["pdf"]) == (0, made["pdf"])
    assert len(list((tmp_path / "pc").rglob("*.key.json"))) == 1  # the first demo's key is gone with its register
    pages = pypdfium2.PdfDocument(made["pdf"])
    assert all("DỮ LIỆU MẪU" in page.get_textpage().get_text_range() for page in pages)
    pages.close()
    here = ("--data", made["data"])
    figures = vnpresence("report", "--period", "2025-Q4", "--json", *here).json["figures"]

    def at_demo(*words: object) -> object:
        return vnpresence(*words, *here)

    _assert_recounted(at_demo, figures, "2025-10-03", "2025-12-14")  # type: ignore[arg-type]
    assert vnpresence("check", *here).code == 0
