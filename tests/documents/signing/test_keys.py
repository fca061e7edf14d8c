"""Keys: opened, refused plainly, made."""

from datetime import datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from vnpresence_desktop.documents.signing.keys import (
    common_name,
    fingerprint,
    issued_by,
    new_identity,
    open_p12,
    require_valid,
)
from vnpresence_desktop.domain.problems import UserError


@pytest.fixture(scope="module")
def person_p12(pki, house):
    return house.p12(pki.person.private, pki.person.cert, pki.person.chain)


def refused(call, *args) -> str:
    with pytest.raises(UserError) as caught:
        call(*args)
    assert caught.value.advice
    return caught.value.title


def test_a_p12_gives_key_certificate_and_chain_in_order(pki, house):
    data = house.p12(pki.person.private, pki.person.cert, reversed(pki.person.chain))
    key = open_p12(data, house.PASSWORD, house.SIGNED_AT)
    assert key.cert == pki.person.cert
    assert key.chain == (pki.middle, pki.root)


def test_certificates_that_are_not_above_the_signer_are_left_out(pki, house):
    data = house.p12(pki.person.private, pki.person.cert, [pki.middle, pki.machine.cert])
    assert open_p12(data, house.PASSWORD).chain == (pki.middle,)


def test_rsa_signs_pkcs1_with_sha256(pki):
    signature = pki.person.sign(b"abc")
    pki.person.cert.public_key().verify(signature, b"abc", padding.PKCS1v15(), SHA256())


def test_ecdsa_signs_a_der_pair_with_sha256(pki):
    signature = pki.machine.sign(b"abc")
    pki.machine.cert.public_key().verify(signature, b"abc", ec.ECDSA(SHA256()))


def test_a_p12_without_password_opens_with_none(house, pki):
    data = house.p12(pki.machine.private, pki.machine.cert, password=None)
    assert open_p12(data, None).cert == pki.machine.cert


@pytest.mark.parametrize("password", ["123456", "", None, "Mật-khẩu 1"])
def test_a_wrong_password_is_said(person_p12, password):
    assert "Mật khẩu" in refused(open_p12, person_p12, password)


@pytest.mark.parametrize(
    "damage", [lambda d: d[:-1], lambda d: d[:40], lambda d: b"", lambda d: b"%PDF-1.4", lambda d: d + b"x"]
)
def test_a_damaged_file_is_said(person_p12, house, damage):
    assert "bị hỏng" in refused(open_p12, damage(person_p12), house.PASSWORD)


def test_a_file_without_key_is_said(pki, house):
    data = house.p12(None, None, [pki.middle])
    assert "không có khóa" in refused(open_p12, data, house.PASSWORD)


def test_a_file_without_certificate_is_said(pki, house):
    data = house.p12(pki.person.private, None)
    assert "không có chứng thư" in refused(open_p12, data, house.PASSWORD)


def test_keys_we_do_not_sign_with_are_said(house):
    for private in (ec.generate_private_key(ec.SECP384R1()), rsa.generate_private_key(65537, 1024)):
        data = house.p12(private, house.issue("Khóa lạ", private))
        assert "Loại khóa" in refused(open_p12, data, house.PASSWORD)


def test_a_certificate_out_of_its_time_is_said(person_p12, house):
    early = house.START - timedelta(days=1)
    late = house.START + timedelta(days=365 * 5 + 1)
    assert "chưa có hiệu lực (từ ngày 01/01/2025)" in refused(open_p12, person_p12, house.PASSWORD, early)
    assert "đã hết hạn ngày" in refused(open_p12, person_p12, house.PASSWORD, late)
    assert open_p12(person_p12, house.PASSWORD, house.START)


def test_the_technical_identity_is_made_for_ten_years(house):
    now = datetime(2026, 2, 28, 8, 0, tzinfo=house.VIETNAM)
    key = open_p12(new_identity("UBND xã Phong Điền", now, "bí mật"), "bí mật", now)
    assert common_name(key.cert) == "VN Presence - máy UBND xã Phong Điền"
    assert isinstance(key.cert.public_key().curve, ec.SECP256R1)
    assert issued_by(key.cert, key.cert)
    assert key.chain == ()
    assert key.cert.not_valid_after_utc - key.cert.not_valid_before_utc == timedelta(days=3652)
    assert not key.cert.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    require_valid(key.cert, now)


def test_a_long_office_name_still_gives_an_identity(house):
    office = "Ủy ban nhân dân xã " + "Rất Dài " * 20
    key = open_p12(new_identity(office, house.START, "x"), "x")
    assert common_name(key.cert).startswith("VN Presence - máy Ủy ban nhân dân xã")


def test_two_identities_differ(house):
    one, other = (open_p12(new_identity("A", house.START, "x"), "x").cert for _ in range(2))
    assert fingerprint(one) != fingerprint(other)


def test_a_fingerprint_is_sha256_of_the_der(pki, house):
    import hashlib

    from cryptography.hazmat.primitives.serialization import Encoding

    expected = hashlib.sha256(pki.root.public_bytes(Encoding.DER)).hexdigest()
    assert fingerprint(pki.root) == expected
