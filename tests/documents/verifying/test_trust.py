"""Whom we trust: chains, pinned fingerprints, the folder they come from."""

from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from vnpresence_desktop.documents.signing.keys import fingerprint
from vnpresence_desktop.documents.verifying.trust import Trust, read_trust
from vnpresence_desktop.documents.verifying.verdict import Signature
from vnpresence_desktop.domain.problems import UserError


@pytest.fixture
def signature(pki, house):
    return Signature(pki.person.cert, pki.person.chain, house.SIGNED_AT)


def test_a_chain_to_an_anchor_is_trusted(signature, pki):
    assert Trust((pki.root,)).doubt(signature, "A") == ""
    assert Trust((pki.middle,)).doubt(signature, "A") == ""


def test_the_middle_may_come_from_the_folder(signature, pki):
    assert Trust((pki.middle, pki.root)).doubt(replace(signature, chain=()), "A") == ""
    assert "A" in Trust((pki.root,)).doubt(replace(signature, chain=()), "A")


def test_nobody_is_trusted_by_default(signature):
    assert "Chưa tin cậy" in Trust().doubt(signature, "Bà A")


def test_a_stranger_of_the_same_name_is_not_trusted(pki, house):
    stranger = Signature(pki.stranger.cert, pki.stranger.chain, house.SIGNED_AT)
    assert Trust((pki.root, pki.middle, pki.person.cert)).doubt(stranger, "A")


def test_a_certificate_in_the_folder_is_trusted_itself(pki, house, signature):
    machine = Signature(pki.machine.cert, (), house.SIGNED_AT)
    assert Trust((pki.machine.cert,)).doubt(machine, "A") == ""
    assert Trust((pki.machine.cert,)).doubt(signature, "A")


def test_who_is_no_authority_can_vouch_for_nobody(pki, house):
    """A signer's own certificate in the folder must not become an authority."""
    child = house.issue("Con", house.rsa_key(), (pki.person.cert, pki.person.private))
    assert Trust((pki.person.cert,)).doubt(Signature(child, (), house.SIGNED_AT), "A")
    assert Trust((pki.root,)).doubt(Signature(child, (pki.person.cert, *pki.person.chain), house.SIGNED_AT), "A")


def test_a_certificate_that_may_not_sign_is_not_trusted(pki, house):
    cert = house.issue("Mã hóa", house.rsa_key(), (pki.middle, pki.middle_key), usage=False)
    assert Trust((pki.root,)).doubt(Signature(cert, pki.person.chain, house.SIGNED_AT), "A")


def test_a_certificate_counts_at_the_time_of_signing(signature, pki, house):
    for when in (house.START - timedelta(days=1), house.START + timedelta(days=365 * 5 + 1)):
        assert "không có hiệu lực" in Trust((pki.root, pki.person.cert)).doubt(replace(signature, when=when), "A")


def test_a_loose_certificate_beside_the_signer_is_not_trusted(signature, pki, house):
    loose = house.issue("Lạ", house.rsa_key(), (pki.stranger.cert, pki.stranger.private))
    pinned = Trust((), frozenset({fingerprint(pki.person.cert)}))
    assert pinned.doubt(signature, "A") == ""
    assert "cấp trên" in pinned.doubt(replace(signature, chain=(*signature.chain, loose)), "A")


def test_the_unsigned_rest_of_a_certificate_above_counts(signature, pki):
    """A changed byte outside of what the issuer signed: NULL in the second naming of the algorithm, unused bits."""
    der = pki.middle.public_bytes(Encoding.DER)
    size = len(pki.middle.signature)
    assert der[-size - 5 : -size] == b"\x03\x82\x01\x01\x00"
    for place, byte in ((-size - 1, 1), (-size - 1, 7), (-size - 7, 4)):
        changed = bytearray(der)
        changed[place] = byte
        try:
            middle = x509.load_der_x509_certificate(bytes(changed))
        except ValueError:  # refused even before
            continue
        assert Trust((pki.root, pki.middle)).doubt(replace(signature, chain=(middle, pki.root)), "A")


def test_the_folder_is_read(tmp_path, pki, house):
    mark = fingerprint(pki.machine.cert)
    spoken = " ".join(mark[i : i + 2].upper() for i in range(0, 64, 2))
    (tmp_path / "a.pem").write_bytes(pki.root.public_bytes(Encoding.PEM) + pki.middle.public_bytes(Encoding.PEM))
    (tmp_path / "b.CER").write_bytes(pki.person.cert.public_bytes(Encoding.DER))
    (tmp_path / "c.crt").write_bytes(pki.agency.cert.public_bytes(Encoding.PEM))
    (tmp_path / "d.der").write_bytes(pki.stranger.cert.public_bytes(Encoding.DER))
    (tmp_path / "xa.txt").write_text(f"\ufeff# các xã\n\n{spoken}  # xã Thử\n{'ab:' * 31}ab\n", encoding="utf-8")
    (tmp_path / "doc.docx").write_bytes(b"not read")
    trust = read_trust(tmp_path)
    assert set(trust.anchors) == {pki.root, pki.middle, pki.person.cert, pki.agency.cert, pki.stranger.cert}
    assert trust.pinned == {mark, "ab" * 32}


@pytest.mark.parametrize("name", ["hong.pem", "hong.cer"])
@pytest.mark.parametrize("content", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"])
def test_a_bad_certificate_is_named(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=name):
        read_trust(tmp_path)


@pytest.mark.parametrize("name", ["cu.pem", "cu.txt"])
def test_a_folder_with_the_name_of_a_file_is_named(tmp_path, name):
    (tmp_path / name).mkdir()
    with pytest.raises(UserError, match=name):
        read_trust(tmp_path)


@pytest.mark.parametrize("line", ["ab" * 31, "zz" * 32, "xã Thử", "ab" * 33])
def test_a_bad_fingerprint_is_named_with_its_line(tmp_path, line):
    (tmp_path / "xa.txt").write_text(f"{'ab' * 32}\n{line}\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"Dòng 2 của tệp “xa\.txt”"):
        read_trust(tmp_path)


def test_no_folder_is_said(tmp_path):
    with pytest.raises(UserError, match="thư mục tin cậy"):
        read_trust(tmp_path / "không có")
