"""What a person has answered about a list as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """Answers given once for a file.

    Attributes:
        codes: (field, folded word of the file) → code; the word is the value "word" of a problem. For the field "hamlet"
            a spelling → the register's name; for "union_member" → "yes" or "no". "" leaves the field to its default.
        zeros: field → whether lost zeros are put back: True as sure, False not at all; a field not named: put back and told.
        as_typed: fields of persons' names that keep their capitals or small letters.
        month_first: date fields whose texts have the month before the day.
        doubted_dates: date fields whose real dates Excel may have swapped (`DateOrder.maybe_swapped`): each is pointed out.
        swapped_dates: date fields whose real dates Excel has swapped, as a person says: day and month are put back.
        hamlets: the register's names of hamlets; another one is told ("hamlet_not_listed"). Empty: not compared.
    """

    codes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    zeros: Mapping[str, bool] = field(default_factory=dict)
    as_typed: frozenset[str] = frozenset()
    month_first: frozenset[str] = frozenset()
    doubted_dates: frozenset[str] = frozenset()
    swapped_dates: frozenset[str] = frozenset()
    hamlets: tuple[str, ...] = ()

    def answers(self, name: str) -> dict[str, str]:
        """Folded word → code of one field."""
        return {word: code for (of, word), code in self.codes.items() if of == name}
