"""The demo's office and what it wrote itself: signers, hamlets, base figures, confirmations, task reports, narratives."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from vnpresence_desktop.domain.fields import from_values
from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.records import (
    BaseFigure,
    Confirmation,
    Hamlet,
    Narrative,
    Office,
    Record,
    Signer,
    TaskReport,
)
from vnpresence_desktop.work.demo_chance import stamped_id

R = TypeVar("R", bound=Record)

_SET_UP = date(2025, 10, 3)
"""Day on which the demo's office was set up: the programme's first."""


class Papers:
    """Makes the records whose words stand in `resources/demo/`.

    Args:
        seed: seed of the demo, part of the ids.
        period: e.g. "2025-Q4".
        day: day on which the period's papers were written.
    """

    def __init__(self, seed: int, period: str, day: date) -> None:
        self._seed = seed
        self._period = period
        self._day = day

    def office(self, commune: Mapping[str, Any]) -> Office:
        """The office; its register is a sample."""
        return self._made(Office, [commune["office"]], _SET_UP, sample=True)[0]

    def signers(self, commune: Mapping[str, Any]) -> tuple[Signer, ...]:
        """Who signs, one at a time."""
        return self._made(Signer, commune["signers"], _SET_UP)

    def hamlets(self, commune: Mapping[str, Any]) -> tuple[Hamlet, ...]:
        """The hamlets, all since the commune was formed."""
        names = [{"name": name, "from": "2025-07-01"} for name in commune["hamlets"]]
        return self._made(Hamlet, names, _SET_UP)

    def confirmations(self, commune: Mapping[str, Any]) -> tuple[Confirmation, ...]:
        """Requests answered, by date."""
        return self._made(Confirmation, commune["confirmations"])

    def base_figures(self, commune: Mapping[str, Any]) -> tuple[BaseFigure, ...]:
        """Official totals of the period."""
        return self._made(BaseFigure, commune["base_figures"], self._day, period=self._period)

    def task_reports(self, outreach: Mapping[str, Any]) -> tuple[TaskReport, ...]:
        """One for each task of the plan's annex that a commune leads or joins."""
        return self._made(TaskReport, outreach["task_reports"], self._day, period=self._period)

    def narratives(self, outreach: Mapping[str, Any]) -> tuple[Narrative, ...]:
        """The office's words for the report; each line of a text is a paragraph."""
        entries = [entry | {"text": entry["text"].strip()} for entry in outreach["narratives"]]
        return self._made(Narrative, entries, self._day, period=self._period)

    def _made(
        self, record: type[R], entries: Iterable[Mapping[str, Value]], day: date | None = None, **common: Value
    ) -> tuple[R, ...]:
        """Records of one kind from their tables; without ``day`` each was entered on its own date."""
        made: list[R] = []
        for number, entry in enumerate(entries):
            entered = day or date.fromisoformat(str(entry["date"]))
            values = {**common, **entry, "id": stamped_id(self._seed, record.KIND, number, entered)}
            one = from_values(record.KIND, values)
            assert isinstance(one, record)  # noqa: S101 - the kind of a class is its own
            made.append(one)
        return tuple(made)
