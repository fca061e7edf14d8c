"""A throw-away public key infrastructure and small files to sign; both folders of tests load it."""

import base64
import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import xlsxwriter
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from reportlab.pdfgen.canvas import Canvas

from vnpresence_desktop.documents.signing.keys import FileKey, new_identity, open_p12

VIETNAM = timezone(timedelta(hours=7))
SIGNED_AT = datetime(2026, 1, 5, 14, 3, 22, tzinfo=VIETNAM)
START = datetime(2025, 1, 1, tzinfo=UTC)
PASSWORD = "mật-khẩu 1"


def subject(name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "UBND xã Thử, thành phố Mẫu"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def issue(name, private, issuer=None, *, ca=False, years=5, usage=True):
    """A certificate for `name`; `issuer` is (certificate, private key), None for a self-signed one."""
    above = issuer[0].subject if issuer else subject(name)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject(name))
        .issuer_name(above)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(START)
        .not_valid_after(START + timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=usage and not ca,
                content_commitment=usage and not ca,
                key_encipherment=not usage,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=ca,
                crl_sign=ca,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if not ca:  # addresses nobody can reach: nothing may ask them
        address = x509.UniformResourceIdentifier("http://crl.invalid/test.crl")
        builder = builder.add_extension(
            x509.CRLDistributionPoints([x509.DistributionPoint([address], None, None, None)]), critical=False
        )
    return builder.sign(issuer[1] if issuer else private, SHA256())


def rsa_key():
    return rsa.generate_private_key(65537, 2048)


@dataclass(frozen=True)
class Pki:
    """The people of the tests."""

    root: x509.Certificate
    middle: x509.Certificate
    middle_key: rsa.RSAPrivateKey
    person: FileKey
    agency: FileKey
    stranger: FileKey
    machine: FileKey


def make_pki() -> Pki:
    root_key, middle_key, other_key = rsa_key(), rsa_key(), rsa_key()
    root = issue("Gốc thử nghiệm", root_key, ca=True, years=20)
    middle = issue("Trung gian thử nghiệm", middle_key, (root, root_key), ca=True, years=10)
    # the same name, but an authority of his own
    other = issue("Trung gian thử nghiệm", other_key, ca=True, years=10)

    def member(name: str, private, issuer, chain) -> FileKey:
        return FileKey(private, issue(name, private, issuer), chain)

    return Pki(
        root,
        middle,
        middle_key,
        member("Nguyễn Thị Ánh Tuyết", rsa_key(), (middle, middle_key), (middle, root)),
        member("Ủy ban nhân dân xã Thử", ec.generate_private_key(ec.SECP256R1()), (middle, middle_key), (middle, root)),
        member("Nguyễn Thị Ánh Tuyết", rsa_key(), (other, other_key), (other,)),
        open_p12(new_identity("UBND xã Thử", START, PASSWORD), PASSWORD),
    )


def p12(key, cert, chain=(), password=PASSWORD):
    lock = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"test", key, cert, list(chain) or None, lock)


def small_pdf(pages: int = 2) -> bytes:
    sheet = io.BytesIO()
    canvas = Canvas(sheet)
    for number in range(1, pages + 1):
        canvas.drawString(100, 700, f"Bao cao trang {number}: 120 ho")
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


def small_xlsx(rows: int = 40, sheets: int = 2) -> bytes:
    sheet = io.BytesIO()
    with xlsxwriter.Workbook(sheet) as workbook:
        figures, machine = workbook.add_worksheet("Số liệu"), workbook.add_worksheet("Du_lieu")
        for row in range(rows):
            figures.write_string(row, 0, f"Hộ kinh doanh {row % 7}")
            figures.write_number(row, 1, row * 3)
        figures.write_formula(rows, 1, f"=SUM(B1:B{rows})", None, sum(row * 3 for row in range(rows)))
        for _ in range(sheets - 2):
            workbook.add_worksheet()
        machine.write_row(0, 0, ["xã", "2025-Q4", 1])
    return sheet.getvalue()


def base64_der(cert: x509.Certificate) -> bytes:
    return base64.b64encode(cert.public_bytes(Encoding.DER))
