"""How lists of one shape were read before: the columns and words that a person sorted out stay sorted out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from vnpresence_desktop.documents.reading.lists import Choices, ReadList
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import ImportBatch
from vnpresence_desktop.domain.text import words
from vnpresence_desktop.work.desk import Desk


@dataclass(frozen=True, slots=True)
class Remembered:
    """How the last list of a shape was read.

    Attributes:
        columns: field → index of its column, -1 for none.
        codes: (field, word of the list) → what it means.
        batch: what is remembered from; None for nothing.
    """

    columns: Mapping[str, int] = field(default_factory=dict)
    codes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    batch: ImportBatch | None = None

    def under(self, choices: Choices) -> Choices:
        """The choices with what is remembered where they say nothing."""
        said = choices.columns
        taken = {index for index in said.values() if index >= 0}
        columns = {name: index for name, index in self.columns.items() if index not in taken}
        options = replace(choices.options, codes={**self.codes, **choices.options.codes})
        return replace(choices, columns={**columns, **said}, options=options)


def shape(headings: Sequence[str]) -> str:
    """What a list's headings are known by again, whatever their case and marks; "" for a list without."""
    folded = [words(text) for text in headings]
    return "|".join(folded) if any(folded) else ""


def remembered(desk: Desk, kind: Kind, headings: Sequence[str]) -> Remembered:
    """How the last list of this kind with these headings was read."""
    if not (known := shape(headings)):
        return Remembered()
    batches = desk.store.find(ImportBatch, of=kind.value, shape=known)
    if not batches:
        return Remembered()
    last = max(batches, key=lambda batch: batch.taken_at)
    columns = dict(entry.split(":", 1) for entry in last.columns)
    codes = (entry.split(":", 2) for entry in last.codes)
    return Remembered(
        {name: int(index) for name, index in columns.items()},
        {(name, word): code for name, word, code in codes},
        last,
    )


def kept_columns(found: ReadList, choices: Choices) -> tuple[str, ...]:
    """The columns of a list as its batch keeps them: those that hold a field alone, and what a person said."""
    alone = {name: places[0] for name, places in found.places.items() if len(places) == 1}
    return tuple(f"{name}:{index}" for name, index in {**alone, **choices.columns}.items())


def kept_codes(choices: Choices) -> tuple[str, ...]:
    """What words were said to mean, as a list's batch keeps it."""
    return tuple(f"{name}:{word}:{code}" for (name, word), code in choices.options.codes.items())
