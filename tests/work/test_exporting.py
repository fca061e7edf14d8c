"""Draw, export, sign, check: the report page's long work, with real keys and files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.documents.preview import page_sizes
from vnpresence_desktop.documents.signing.keys import new_identity
from vnpresence_desktop.domain.figures import Figure
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import ReportRecord, Signer
from vnpresence_desktop.work import exporting
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.exporting import Order, Signing
from vnpresence_desktop.work.quarter import figures_of

Q4 = "2025-Q4"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def test_drawing_makes_pages_and_keeps_nothing(desk: Desk) -> None:
    assert len(page_sizes(exporting.draw(desk, Q4))) >= 2
    assert desk.store.all(ReportRecord) == []


def test_unsigned_files_need_no_verdict(desk: Desk) -> None:
    done = exporting.export(desk, Order(Q4))
    assert done.pdf.read_bytes().startswith(b"%PDF")
    assert done.xlsx.read_bytes().startswith(b"PK")
    assert (done.title, done.unwritten, done.checked) == ("quý IV năm 2025", ("I", "III", "IV", "V"), ())


def test_the_machine_s_identity_is_recognised_here_and_its_fingerprint_shown(desk: Desk) -> None:
    done = exporting.export(desk, Order(Q4, Signing.LOCAL))
    assert [(one.file, one.verdict, one.word) for one in done.checked] == [
        (done.pdf.name, "valid", "HỢP LỆ"),
        (done.xlsx.name, "valid", "HỢP LỆ"),
    ]
    (signer,) = done.checked[0].signers
    assert signer.time == "15/12/2025 08:30"
    assert signer.fingerprint == exporting.own_fingerprint(desk)
    assert len(signer.fingerprint.split()) == 16


def test_a_key_file_signs_and_is_not_trusted_by_itself(desk: Desk, tmp_path: Path) -> None:
    key = tmp_path / "khoa.p12"
    key.write_bytes(new_identity("UBND xã Phong Điền", desk.now(), "mật khẩu"))
    done = exporting.export(desk, Order(Q4, Signing.FILE, key, "mật khẩu"))
    assert {one.verdict for one in done.checked} == {"untrusted"}
    assert all(one.reasons for one in done.checked)


@pytest.mark.parametrize(("path", "password"), [(None, "x"), (Path("no.p12"), "x"), (Path("khoa.p12"), "sai")])
def test_a_key_that_does_not_open_leaves_nothing(desk: Desk, tmp_path: Path, path: Path | None, password: str) -> None:
    (tmp_path / "khoa.p12").write_bytes(new_identity("A", desk.now(), "đúng"))
    with pytest.raises(UserError):
        exporting.export(desk, Order(Q4, Signing.FILE, path and tmp_path / path, password))
    assert not (tmp_path / "bao-cao").exists()
    assert desk.store.all(ReportRecord) == []


def test_an_order_never_shows_its_password() -> None:
    assert "mật khẩu" not in repr(Order(Q4, Signing.FILE, Path("a.p12"), "mật khẩu"))


def test_a_changed_file_is_seen(desk: Desk) -> None:
    done = exporting.export(desk, Order(Q4, Signing.LOCAL))
    data = bytearray(done.pdf.read_bytes())
    data[len(data) // 3] ^= 1
    done.pdf.write_bytes(data)
    (said,) = exporting.check_files(desk.folder, [done.pdf])
    assert (said.verdict, said.word, said.signers) == ("altered", "BỊ SỬA", ())
    assert said.reasons


def test_who_looks_at_a_report_is_told_its_figures_also_where_nobody_signs(desk: Desk) -> None:
    told: list[Sequence[Figure]] = []
    put(desk, *(replace(one, until="2025-01-01") for one in desk.store.all(Signer)))
    with pytest.raises(UserError, match="người ký"):
        exporting.draw(desk, Q4, told.append)
    assert told == [figures_of(desk, Q4)]


def test_a_report_whose_record_can_not_be_kept_leaves_no_files(desk: Desk) -> None:
    """The unit fails at its end, as on a full disk: the files stood already."""
    before = exporting.export(desk, Order(Q4))
    old = before.pdf.read_bytes()
    put(desk, Signer(name="Trần Văn Mới", title="CHỦ TỊCH", from_="2025-12-01"))
    desk.store._connection.execute(
        "CREATE TEMP TRIGGER full BEFORE UPDATE ON main.site BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(Exception, match="full"):
        exporting.export(desk, Order(Q4))
    assert before.pdf.read_bytes() == old
    assert len(desk.store.all(ReportRecord)) == 1
