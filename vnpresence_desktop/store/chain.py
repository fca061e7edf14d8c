"""One site's chain of operations, as a unit of work appends to it."""

from collections.abc import Mapping
from datetime import datetime
from json.encoder import encode_basestring as text

from vnpresence_desktop.store import operations
from vnpresence_desktop.store.driver import Cell
from vnpresence_desktop.store.operations import Head


class Chain:
    """Makes operations ready to be inserted, each hashed onto the one before.

    Attributes:
        head: the last operation; what the file has to know once the operations are in it.
    """

    def __init__(self, known: Mapping[str, Head], site: str, moment: datetime, actor: str) -> None:
        """``known``: the heads of all sites, read under the write lock; ``moment``: now, by the PC's clock."""
        self.head = known.get(site, Head())
        self._site, self._actor = site, actor
        self._milliseconds = operations.milliseconds(moment)
        self._at = moment.isoformat(timespec="seconds")
        self._clock = max((head.clock for head in known.values()), default="")
        self._who = f"{text(self._at)},{text(actor)}"
        self._ids = 0

    def new_id(self) -> str:
        """An id behind all ids that this chain gave."""
        self._ids += 1
        return operations.new_id(self._milliseconds, self._ids)

    def append(self, kind: str, record: str, act: str, reason: str, seen: str, patch: str) -> tuple[Cell, ...]:
        """The next operation as the parameters of `operations.INSERT`; the arguments as in `operations.Operation`.

        Its header is put together here in the form that `operations.canonical` gives it: an import makes 100,000.
        """
        self._clock = operations.tick(self._clock, self._milliseconds)
        id_, seq, prev, salt = self.new_id(), self.head.seq + 1, self.head.hash, operations.new_salt()
        header = (
            f'[{text(id_)},{text(self._site)},{seq},{text(self._clock)},{self._who},{text(kind)},{text(record)},'
            f'{text(act)},{text(reason)},{text(seen)},{text(prev)}]'
        )  # fmt: skip
        hash_ = operations.sealed(header, salt, patch)
        self.head = Head(seq, self._clock, hash_)
        return (
            id_, self._site, seq, self._clock, self._at, self._actor, kind, record, act, reason, seen, prev, salt, patch, hash_,
        )  # fmt: skip
