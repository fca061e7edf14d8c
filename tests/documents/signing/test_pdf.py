"""PDF signatures, judged by poppler."""

import re
import socket
import subprocess

import pytest

from vnpresence_desktop.documents.page import Spot
from vnpresence_desktop.documents.signing.appearance import LOCAL_NOTE
from vnpresence_desktop.documents.signing.pdf import sign_pdf
from vnpresence_desktop.domain.problems import UserError

SPOT = Spot(page=1, left=300.5, bottom=300, right=480, top=370)
NAME = "Nguyễn Thị Ánh Tuyết"


@pytest.fixture
def poppler(tmp_path):
    """Run a tool of poppler's on a PDF and give its output."""

    def run(data: bytes, tool: str, *options: str) -> str:
        file = tmp_path / "a.pdf"
        file.write_bytes(data)
        rest = ["-"] if tool == "pdftotext" else []
        done = subprocess.run(
            [tool, *options, str(file), *rest],
            capture_output=True,
            text=True,
            env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TZ": "UTC"},
        )
        return done.stdout + done.stderr

    return run


@pytest.mark.parametrize("who", ["person", "agency", "machine"])
def test_pdfsig_says_valid_for_rsa_and_ecdsa(pki, house, pdf, poppler, who):
    said = poppler(sign_pdf(pdf, getattr(pki, who), house.SIGNED_AT, SPOT, name=NAME), "pdfsig", "-nocert")
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "Signature Type: ETSI.CAdES.detached" in said
    assert "Signature Field Name: NguoiKy\n" in said
    assert "Signing Time: Jan 05 2026 07:03:22" in said


def test_pdfsig_says_invalid_when_a_byte_changes(pki, house, pdf, poppler):
    signed = sign_pdf(pdf, pki.person, house.SIGNED_AT, SPOT, name=NAME)
    assert "Signature is Invalid" in poppler(signed.replace(b"%PDF-1.", b"%PDF-2.", 1), "pdfsig", "-nocert") or (
        "Digest Mismatch" in poppler(signed.replace(b"%PDF-1.", b"%PDF-2.", 1), "pdfsig", "-nocert")
    )


def test_a_second_signer_leaves_the_first_valid(pki, house, pdf, poppler):
    once = sign_pdf(pdf, pki.person, house.SIGNED_AT, SPOT, name=NAME)
    other = Spot(0, 50, 50, 200, 120)
    twice = sign_pdf(once, pki.agency, house.SIGNED_AT, other, name="UBND xã Thử")
    assert twice.startswith(once)
    said = poppler(twice, "pdfsig", "-nocert")
    assert said.count("Signature is Valid.") == 2
    assert "NguoiKy2" in said


def test_the_page_says_who_and_when(pki, house, pdf, poppler):
    signed = sign_pdf(pdf, pki.person, house.SIGNED_AT, SPOT, name=NAME)
    page = poppler(signed, "pdftotext", "-f", "2", "-l", "2", "-layout")
    assert f"Ký bởi: {NAME}" in page
    assert "05/01/2026 14:03:22 +07:00" in page
    assert "Danh tính kỹ thuật" not in page
    assert "Ký bởi" not in poppler(signed, "pdftotext", "-f", "1", "-l", "1")


def test_the_technical_identity_says_what_it_is_not(pki, house, pdf, poppler):
    signed = sign_pdf(pdf, pki.machine, house.SIGNED_AT, SPOT, name="VN Presence", local=True)
    lines = poppler(signed, "pdftotext", "-f", "2", "-l", "2").splitlines()
    assert set(LOCAL_NOTE) <= set(lines)


def test_the_text_stays_inside_a_small_spot(pki, house, pdf, poppler):
    small = Spot(0, 100, 500, 180, 524)
    signed = sign_pdf(pdf, pki.machine, house.SIGNED_AT, small, name=NAME * 2, local=True)
    boxes = poppler(signed, "pdftotext", "-f", "1", "-l", "1", "-bbox")
    edges = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes)
    words = [[float(edge) for edge in found] for found in edges if float(found[1]) > 250]  # below the page's own line
    assert len(words) > 15
    top, bottom = 841.89 - 524, 841.89 - 500
    for left, upper, right, lower in words:
        assert 99 <= left < right <= 181
        assert top - 1 <= upper < lower <= bottom + 1


def test_without_a_spot_nothing_shows(pki, house, pdf, poppler):
    signed = sign_pdf(pdf, pki.person, house.SIGNED_AT, None, name=NAME)
    assert "Signature is Valid." in poppler(signed, "pdfsig", "-nocert")
    assert poppler(signed, "pdftotext") == poppler(pdf, "pdftotext")


def test_the_document_before_is_untouched_and_stays_open(pki, house, pdf):
    signed = sign_pdf(pdf, pki.person, house.SIGNED_AT, SPOT, name=NAME, reason="Ký ban hành")
    assert signed.startswith(pdf)
    assert b"/DocMDP" not in signed
    assert b"pyHanko" not in signed
    assert b"/Reason" in signed


def test_only_the_signer_s_moment_is_written(pki, house, pdf):
    utc = house.SIGNED_AT.astimezone(house.UTC)
    signed = sign_pdf(pdf, pki.person, utc, None, name=NAME)
    assert b"/M (D\\07220260105140322\\05307\\04700\\047)" in signed[len(pdf) :]


def test_nothing_is_asked_of_the_network(pki, house, pdf, monkeypatch):
    def refuse(*_args, **_options):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert sign_pdf(pdf, pki.person, house.SIGNED_AT, SPOT, name=NAME)


@pytest.mark.parametrize("bad", [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"hello"])
def test_what_is_no_pdf_is_said(pki, house, bad):
    with pytest.raises(UserError, match="Không ký được tệp PDF"):
        sign_pdf(bad, pki.person, house.SIGNED_AT, None, name=NAME)


def test_a_cut_pdf_is_said(pki, house, pdf):
    with pytest.raises(UserError, match="Không ký được tệp PDF"):
        sign_pdf(pdf[: len(pdf) // 2], pki.person, house.SIGNED_AT, None, name=NAME)


@pytest.mark.parametrize(("good", "bad"), [(b"/Kids", b"/Xids"), (b" 00000 n", b"x00000xn")])
def test_a_damaged_pdf_is_said(pki, house, pdf, good, bad):
    assert good in pdf
    with pytest.raises(UserError, match="Không ký được tệp PDF"):
        sign_pdf(pdf.replace(good, bad), pki.person, house.SIGNED_AT, None, name=NAME)


def test_an_expired_certificate_signs_nothing(pki, house, pdf):
    late = house.START.replace(year=2031)
    with pytest.raises(UserError, match="hết hạn"):
        sign_pdf(pdf, pki.person, late, None, name=NAME)
