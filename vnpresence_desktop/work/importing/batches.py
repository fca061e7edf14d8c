"""The lists that were taken in (các lần nhập), and taking one back whole."""

from vnpresence_desktop.domain.records import ImportBatch
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.undoing import Told, turn_round


def batches(desk: Desk) -> list[ImportBatch]:
    """Every list that stands in the register, the newest first."""
    return sorted(desk.store.all(ImportBatch), key=lambda batch: (batch.taken_at, batch.id), reverse=True)


def take_back(desk: Desk, batch_id: str) -> Told:
    """Take everything back that a list brought, as one act that can itself be taken back.

    Raises:
        UserError: something of it was changed since; says which records. Nothing was changed then.
    """
    first = desk.store.history(batch_id)[0]
    return turn_round(desk, f"{first.site}:{first.seq}")
