"""What pyHanko is given by us: our key, our clock, our drawing, an untouched document. Heavy: import it lazily."""

import asyncio
import io
import logging
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from asn1crypto.algos import SignedDigestAlgorithm  # type: ignore[import-untyped]
from asn1crypto.x509 import Certificate as Asn1Certificate  # type: ignore[import-untyped]
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from vnpresence_desktop.documents.signing.keys import Key

_ECDSA_ROOM = 72  # the longest DER pair of two 32-byte numbers

T = TypeVar("T")

# without a handler of ours, pyHanko's complaints about a bad file would land on the screen, in English
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def run(steps: Coroutine[Any, Any, T]) -> T:
    """Run one of pyHanko's coroutines to its end. The selector loop is the one that is the same on Windows."""
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(steps)


def asn1(cert: Certificate) -> Asn1Certificate:
    """The certificate in the form that pyHanko reads."""
    return Asn1Certificate.load(cert.public_bytes(Encoding.DER))


class Revision(IncrementalPdfFileWriter):
    """One revision more of a PDF, which leaves the document's own metadata as it is."""

    def _update_meta(self) -> None:
        """Nothing: pyHanko would put its own name and the machine's clock into the document at each signature."""


class KeySigner(Signer):
    """Makes the CMS signature with one of our keys."""

    def __init__(self, key: Key) -> None:
        self._key = key
        public = key.cert.public_key()
        self._room = public.key_size // 8 if isinstance(public, RSAPublicKey) else _ECDSA_ROOM
        mechanism = "sha256_rsa" if isinstance(public, RSAPublicKey) else "sha256_ecdsa"
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple([asn1(cert) for cert in key.chain])
        super().__init__(
            signing_cert=asn1(key.cert),
            cert_registry=store,
            signature_mechanism=SignedDigestAlgorithm({"algorithm": mechanism}),
        )

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: FBT001, FBT002
        """Sign; a dry run asks for the length alone and must not wake a token."""
        return bytes(self._room) if dry_run else self._key.sign(data)


class _Picture(PdfContent):
    """The first page of a PDF in memory, as the content of an appearance."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        form = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._page)))
        self.resources.xobject["/Picture"] = form
        left, bottom, right, top = form.get_object()["/BBox"]
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Picture Do"


@dataclass(frozen=True, slots=True)
class Act:
    """One act of signing: everything but the document and the key.

    Attributes:
        field: name of the signature field to make.
        when: moment, written as the signing time.
        name, reason: of the signer, as stored in the signature.
        page, box: where the field lies, in points; (0, 0, 0, 0) does not show.
        picture: a one-page PDF to show there; None when nothing shows.
    """

    field: str
    when: datetime
    name: str
    reason: str
    page: int
    box: tuple[int, int, int, int]
    picture: bytes | None


class ActSigner(PdfSigner):
    """PAdES baseline-B: no certification, no time-stamp, nothing fetched."""

    def __init__(self, key: Key, act: Act) -> None:
        self._when = act.when
        meta = PdfSignatureMetadata(
            field_name=act.field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            name=act.name,
            reason=act.reason or None,
        )
        super().__init__(
            meta,
            KeySigner(key),
            stamp_style=_style(act.picture),
            new_field_spec=SigFieldSpec(act.field, on_page=act.page, box=act.box),
        )

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002
    ) -> PdfSigningSession:
        """As pyHanko does it, but with the moment that the page shows instead of the machine's clock."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._when
        return session


def _style(picture: bytes | None) -> StaticStampStyle:
    whole = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, margins=Margins(0, 0, 0, 0))
    background = None if picture is None else _Picture(picture)
    return StaticStampStyle(border_width=0, background=background, background_layout=whole)
