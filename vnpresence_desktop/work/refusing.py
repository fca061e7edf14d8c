"""What keeps a record from being saved, said in one error."""

from collections.abc import Iterable, Sequence

from vnpresence_desktop.domain.acceptance import unexplained
from vnpresence_desktop.domain.problems import Problem, Severity, UserError
from vnpresence_desktop.work.texts import message


def refuse_wrong(title: str, problems: Sequence[Problem], accepted: Iterable[str] = ()) -> None:
    """Raise UserError with this title where a problem blocks saving, or a warning has no reason in ``accepted``."""
    wrong = [item for item in problems if item.severity is Severity.ERROR] or unexplained(problems, accepted)
    if wrong:
        raise UserError(title, " ".join(map(message, wrong)))
