"""What can be wrong: a problem of one field of a record, and an error that a person can mend."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error blocks saving, a warning asks for a reason, a hint does not disturb."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field.

    Attributes:
        field: name of the record's field, as in the database and in JSON; "" when it concerns the whole record.
        code: English code; its Vietnamese message stands in ``resources/texts.toml`` under ``problem``.
        severity: see `Severity`.
        values: what the message needs to be said, name → text, as pairs so that the problem stays hashable.
    """

    field: str
    code: str
    severity: Severity = Severity.ERROR
    values: tuple[tuple[str, str], ...] = ()


def problem(field: str, code: str, severity: Severity = Severity.ERROR, **values: object) -> Problem:
    """Make a `Problem` with the values its message mentions."""
    return Problem(field, code, severity, tuple((name, str(value)) for name, value in sorted(values.items())))


class UserError(Exception):
    """Something a person can mend; everything else that is raised is a bug.

    Attributes:
        title: what happened, one Vietnamese sentence.
        advice: what to do now, Vietnamese; may be empty.
    """

    def __init__(self, title: str, advice: str = "") -> None:
        super().__init__(f"{title} {advice}".strip())
        self.title = title
        self.advice = advice
