"""What a file is, is told by its content; nothing that is inside makes the verifier fail."""

import io
import logging
import socket
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.documents.signing.pdf import sign_pdf
from vnpresence_desktop.documents.signing.workbook import sign_xlsx
from vnpresence_desktop.documents.verifying.der import first_value
from vnpresence_desktop.documents.verifying.trust import Trust
from vnpresence_desktop.documents.verifying.verdict import Verdict
from vnpresence_desktop.documents.verifying.verify import verify


def test_the_name_does_not_matter(pdf, xlsx, pki, house, trust):
    signed = sign_pdf(pdf, pki.person, house.SIGNED_AT, None, name="A")
    assert verify(signed, "a.xlsx", trust).verdict == Verdict.VALID
    assert verify(sign_xlsx(xlsx, pki.person, house.SIGNED_AT), "a", trust).verdict == Verdict.VALID


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\x89PNG\r\n", b"PK", b"%PDF-", b"%PDF-1.7\nhello", b"PK\x03\x04hello", bytes(3000)]
)
def test_what_can_not_be_read(data, trust):
    said = verify(data, "a.pdf", trust)
    assert (said.verdict, said.signers) == (Verdict.UNREADABLE, ())
    assert said.reasons


def test_another_office_document_is_no_workbook(trust):
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as book:
        book.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        book.writestr(
            "_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
        )
    said = verify(sheet.getvalue(), "a.xlsx", trust)
    assert said.verdict == Verdict.UNREADABLE
    assert "Excel" in said.reasons[0]


def test_a_damaged_unsigned_file_is_unreadable_not_altered(pdf, xlsx, trust):
    assert verify(pdf[: len(pdf) // 2], "a.pdf", trust).verdict == Verdict.UNREADABLE
    assert verify(xlsx[: len(xlsx) // 2], "a.xlsx", trust).verdict == Verdict.UNREADABLE


@given(
    head=st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b""]),
    data=st.binary(max_size=300),
    tail=st.sampled_from([b"", b"/ByteRange [0 1 2 3] /SubFilter /ETSI.x\n%%EOF", b"PK\x05\x06" + bytes(18)]),
)
@settings(max_examples=80, deadline=None)
def test_rubbish_never_raises_and_is_never_valid(head, data, tail):
    said = verify(head + data + tail, "a", Trust())
    assert said.verdict in (Verdict.UNREADABLE, Verdict.ALTERED)
    assert said.reasons


def test_nothing_is_asked_of_the_network(pdf, xlsx, pki, house, trust, monkeypatch):
    def refuse(*_args, **_options):
        raise AssertionError("the network was asked")

    files = [sign_pdf(pdf, pki.person, house.SIGNED_AT, None, name="A"), sign_xlsx(xlsx, pki.person, house.SIGNED_AT)]
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert [verify(data, "a", trust).verdict for data in files] == [Verdict.VALID, Verdict.VALID]


def test_complaints_of_libraries_do_not_reach_the_screen(pdf, pki, house, trust, capsys, monkeypatch):
    signed = bytearray(sign_pdf(pdf, pki.machine, house.SIGNED_AT, None, name="A"))
    place = signed.rindex(bytes.fromhex("06082a8648ce3d040302").hex().upper().encode())
    signed[place + 19 : place + 20] = b"3"
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # as in a program that set up no log
    assert verify(bytes(signed), "a.pdf", trust).verdict == Verdict.ALTERED
    shown = capsys.readouterr()
    assert shown.out + shown.err == ""


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ("0500", "0500"),
        ("05000000", "0500"),
        ("3003020101ff", "3003020101"),
        ("0481" + "80" + "00" * 128, "0481" + "80" + "00" * 128),
    ],
)
def test_der_values_are_cut_out(data, value):
    assert first_value(bytes.fromhex(data)) == bytes.fromhex(value)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "05",
        "0501",
        "048105" + "00" * 5,
        "30800000",
        "04820080" + "00" * 128,
        "1f0100",
        "30050481010000",
        "3003020201",
        "0485010000000000",
    ],
)
def test_what_is_no_der_is_refused(data):
    with pytest.raises(ValueError, match=r"DER|short"):
        first_value(bytes.fromhex(data))
