"""Excel signatures, judged by LibreOffice."""

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from vnpresence_desktop.documents.signing import archive
from vnpresence_desktop.documents.signing.workbook import sign_xlsx
from vnpresence_desktop.domain.problems import UserError


def with_part(data: bytes, name: str, change) -> bytes:
    """The same workbook with one part changed."""
    entries = archive.read(data)
    entries[name] = archive.pack(name, change(entries[name].content()))
    return archive.write(entries.values())


@pytest.fixture(scope="session")
def cases(pki, house, xlsx):
    """Name → workbook to be judged."""
    once = sign_xlsx(xlsx, pki.person, house.SIGNED_AT, comment="Ký ban hành <&>\"'")
    return {
        "plain": xlsx,
        "rsa": once,
        "ecdsa": sign_xlsx(xlsx, pki.agency, house.SIGNED_AT),
        "machine": sign_xlsx(xlsx, pki.machine, house.SIGNED_AT),
        "two": sign_xlsx(once, pki.agency, house.SIGNED_AT),
        # ids sort as text: rId10 comes before rId2
        "many sheets": sign_xlsx(house.small_xlsx(3, sheets=12), pki.person, house.SIGNED_AT),
        "changed": with_part(once, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>3</v>", b"<v>4</v>")),
    }


@pytest.fixture(scope="session")
def libreoffice(cases, tmp_path_factory):
    """Name → [(valid, signer)], from one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("judge")
    for name, data in cases.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    files = [str(folder / f"{name}.xlsx") for name in cases]
    judge = Path(__file__).parent / "libreoffice_judge.py"
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice (libreoffice-calc, python3-uno) is needed"
    done = subprocess.run(
        ["/usr/bin/python3", str(judge), soffice, str(folder / "profile"), *files],
        capture_output=True,
        check=True,
        timeout=120,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder)},
    )
    said = json.loads(done.stdout)
    return {name: said[file] for name, file in zip(cases, files, strict=True)}


@pytest.mark.parametrize("name", ["rsa", "ecdsa", "machine", "many sheets"])
def test_libreoffice_says_valid(libreoffice, name):
    assert [valid for valid, _ in libreoffice[name]] == [True]


def test_libreoffice_sees_two_signers(libreoffice):
    assert [valid for valid, _ in libreoffice["two"]] == [True, True]
    assert "Nguyễn Thị Ánh Tuyết" in libreoffice["two"][0][1]
    assert "Ủy ban nhân dân xã Thử" in libreoffice["two"][1][1]


def test_libreoffice_sees_a_changed_cell(cases, libreoffice):
    assert cases["changed"] != cases["rsa"]
    assert [valid for valid, _ in libreoffice["changed"]] == [False]


def test_libreoffice_sees_no_signature_where_there_is_none(libreoffice):
    assert libreoffice["plain"] == []


@pytest.mark.parametrize("name", ["rsa", "two"])
def test_the_figures_stay(cases, name):
    sheet = openpyxl.load_workbook(io.BytesIO(cases[name]))["Số liệu"]
    assert [sheet.cell(row, 2).value for row in (1, 2, 40)] == [0, 3, 117]
    assert sheet["A2"].value == "Hộ kinh doanh 1"


def test_the_zip_is_sound_and_its_parts_unchanged(cases, xlsx):
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (xlsx, cases["two"]))
    with before, after:
        assert after.testzip() is None
        new = set(after.namelist()) - set(before.namelist())
        assert new == {
            "_xmlsignatures/origin.sigs",
            "_xmlsignatures/_rels/origin.sigs.rels",
            "_xmlsignatures/sig1.xml",
            "_xmlsignatures/sig2.xml",
        }
        same = [name for name in before.namelist() if before.read(name) == after.read(name)]
        assert set(before.namelist()) - set(same) == {"[Content_Types].xml", "_rels/.rels"}


def test_the_comment_is_kept_with_the_seal(cases):
    with zipfile.ZipFile(io.BytesIO(cases["rsa"])) as book:
        xml = book.read("_xmlsignatures/sig1.xml").decode()
    assert "<SignatureComments>Ký ban hành &lt;&amp;&gt;\"'. SHA-256 của tệp: " in xml
    assert "<mdssi:Value>2026-01-05T07:03:22Z</mdssi:Value>" in xml


def test_rsa_signs_the_same_file_the_same_way(cases, pki, house, xlsx):
    again = sign_xlsx(xlsx, pki.person, house.SIGNED_AT, comment="Ký ban hành <&>\"'")
    assert again == cases["rsa"]


@pytest.mark.parametrize("bad", [b"", b"%PDF-1.4", b"PK\x05\x06" + bytes(18), b"PK\x03\x04 nothing"])
def test_what_is_no_workbook_is_said(pki, house, bad):
    with pytest.raises(UserError, match="Không ký được tệp Excel"):
        sign_xlsx(bad, pki.person, house.SIGNED_AT)


def test_a_damaged_workbook_is_said(pki, house, xlsx):
    broken = with_part(xlsx, "xl/_rels/workbook.xml.rels", lambda xml: xml[:-5])
    lost = with_part(xlsx, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"sheet1.xml", b"sheet9.xml"))
    for bad in (broken, lost, xlsx[:-1], xlsx + b"\0"):
        with pytest.raises(UserError, match="Không ký được tệp Excel"):
            sign_xlsx(bad, pki.person, house.SIGNED_AT)


def test_an_expired_certificate_signs_nothing(pki, house, xlsx):
    with pytest.raises(UserError, match="hết hạn"):
        sign_xlsx(xlsx, pki.person, house.START.replace(year=2031))
