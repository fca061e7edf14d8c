"""What the officer's acts on the repair screen make of `Choices` and `Decisions`: values in, values out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vnpresence_desktop.gui.pages.import_review_kinds import Key
from vnpresence_desktop.work.importing import Choices, Decisions, OnMatch, Question, answered


@dataclass(frozen=True, slots=True)
class Said:
    """All that was said about a list up to now.

    Attributes:
        choices: how it is read.
        decisions: what becomes of its rows.
    """

    choices: Choices
    decisions: Decisions

    def answer(self, question: Question, answer: str) -> "Said":
        """A question is answered."""
        return Said(*answered(question, answer, self.choices, self.decisions))

    def edit(self, row: int, field: str, text: str, before: str | None = None) -> "Said":
        """A cell gets another text; the one that stood there ``before`` it was ever edited takes the edit back."""
        edits = {name: said for name, said in self.choices.edits.get(row, {}).items() if name != field}
        edits |= {field: text} if text != before else {}
        others = {number: said for number, said in self.choices.edits.items() if number != row}
        return self._with_edits({**others, row: edits} if edits else others)

    def _with_edits(self, edits: Mapping[int, Mapping[str, str]]) -> "Said":
        return replace(self, choices=replace(self.choices, edits=edits))

    def leave_out(self, rows: Iterable[int], *, out: bool = True) -> "Said":
        """Rows do not come in, or do again."""
        left = self.decisions.left_out
        return self._decide(left_out=left | frozenset(rows) if out else left - frozenset(rows))

    def leave_out_kind(self, key: Key, *, out: bool = True) -> "Said":
        """No row with this problem comes in, or it does again."""
        kinds = self.decisions.left_out_kinds
        return self._decide(left_out_kinds=kinds | {key} if out else kinds - {key})

    def take_again(self, rows: Iterable[int]) -> "Said":
        """Nothing leaves these rows out any more, nor others of their kinds."""
        on_match = {row: how for row, how in self.decisions.on_match.items() if how is not OnMatch.SKIP}
        return self._decide(
            left_out=self.decisions.left_out - frozenset(rows), left_out_kinds=frozenset(), on_match=on_match
        )

    def take_one_again(self, row: int, held: Mapping[Key, Iterable[int]]) -> "Said":
        """A row comes in again though all of its kind were left out: of these ``held`` kinds the others stay out one by one."""
        others = frozenset(number for rows in held.values() for number in rows)
        said = self.decisions
        return self._decide(
            left_out=(said.left_out | others) - {row},
            left_out_kinds=said.left_out_kinds - held.keys(),
            on_match={number: how for number, how in said.on_match.items() if number != row},
        )

    def accept(self, key: Key, reason: str) -> "Said":
        """A warning may stand wherever it is, for a reason; "" takes that back."""
        others = {kind: why for kind, why in self.decisions.accepted.items() if kind != key}
        return self._decide(accepted={**others, key: reason} if reason else others)

    def accept_row(self, row: int, reason: str) -> "Said":
        """The warnings of a row may stand, for a reason; "" takes that back."""
        others = {number: why for number, why in self.decisions.accepted_rows.items() if number != row}
        return self._decide(accepted_rows={**others, row: reason} if reason else others)

    def match(self, rows: Iterable[int], how: OnMatch) -> "Said":
        """What becomes of rows whose candidate is there already."""
        return self._decide(on_match={**self.decisions.on_match, **dict.fromkeys(rows, how)})

    def _decide(self, **changes: object) -> "Said":
        return replace(self, decisions=replace(self.decisions, **changes))  # type: ignore[arg-type]

    def is_of_same_list(self, other: "Said") -> bool:
        """Whether rows are the same rows."""
        mine, theirs = self.choices, other.choices
        return (mine.sheet, mine.area) == (theirs.sheet, theirs.area)

    def back_to(self, before: "Said") -> "Said":
        """What was said of rows, cells and questions as it was before; how the sheet is read stays."""
        choices = replace(
            self.choices,
            options=before.choices.options,
            refused=before.choices.refused,
            edits=before.choices.edits,
        )
        return Said(choices, before.decisions)
