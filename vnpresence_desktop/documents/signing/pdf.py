"""Sign a PDF as PAdES baseline-B (ETSI EN 319 142-1), offline. Heavy: import it lazily."""

import io
from datetime import datetime

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import SigningError

from vnpresence_desktop.documents.page import Spot
from vnpresence_desktop.documents.signing import appearance
from vnpresence_desktop.documents.signing.keys import Key, require_valid
from vnpresence_desktop.documents.signing.pades import Act, ActSigner, Revision, run
from vnpresence_desktop.domain.dates import VIETNAM
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import clean

FIELD = "NguoiKy"
_OF_DAMAGE = (ValueError, LookupError, TypeError, AttributeError)
"""What pyHanko lets through where a file is not as it expects."""


def sign_pdf(
    data: bytes,
    key: Key,
    when: datetime,
    spot: Spot | None,
    *,
    name: str,
    reason: str = "",
    local: bool = False,
) -> bytes:
    """Sign a PDF; the result is `data` with one revision more, still open to further signatures.

    Args:
        data: the PDF; it may carry signatures already.
        key: signs; its certificate must be valid at `when`.
        when: moment of signing, with its offset; shown and stored in the time of Vietnam.
        spot: where the signature shows; None for one that does not show.
        name: the signer's name as shown.
        reason: why it is signed, e.g. "Ký ban hành"; stored when given.
        local: the key is the machine's technical identity, which the page then says.

    Raises:
        UserError: the certificate is not valid at `when`; the file is no PDF that can be signed.
    """
    require_valid(key.cert, when)
    moment = when.astimezone(VIETNAM).replace(microsecond=0)
    texts = appearance.sentences(name, moment, local=local)
    picture = appearance.draw(spot, texts) if spot else None
    page = spot.page if spot else 0
    try:
        writer = Revision(io.BytesIO(data))
        act = Act(_free_field(writer.prev), moment, clean(name), clean(reason), page, _box(spot), picture)
        signed: io.BytesIO = run(ActSigner(key, act).async_sign_pdf(writer))
    except (PdfError, SigningError, *_OF_DAMAGE) as error:
        raise UserError("Không ký được tệp PDF này.", "Lập lại tệp báo cáo rồi ký; tệp có thể đã bị hỏng.") from error
    return signed.getvalue()


def _box(spot: Spot | None) -> tuple[int, int, int, int]:
    if spot is None:
        return (0, 0, 0, 0)
    return (round(spot.left), round(spot.bottom), round(spot.right), round(spot.top))


def _free_field(reader: PdfFileReader) -> str:
    """A name that no field has yet: "NguoiKy", then "NguoiKy2" and so on."""
    taken = {str(field[0]) for field in enumerate_sig_fields(reader)}
    names = [FIELD, *(f"{FIELD}{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)
