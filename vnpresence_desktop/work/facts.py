"""What a report is made of, gathered and counted before a word is written."""

from dataclasses import dataclass

from vnpresence_desktop.domain.figures import Figure, Register, Span
from vnpresence_desktop.domain.periods import Period
from vnpresence_desktop.domain.programme import Programme
from vnpresence_desktop.domain.records import Difficulty, Narrative, TaskReport
from vnpresence_desktop.domain.report import show_number


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report is made of.

    Attributes:
        programme: wording, tasks, targets.
        place: e.g. "xã Phong Điền".
        period: quarter or year.
        span: its days as reported.
        register: the records counted.
        figures: counted from them.
        task_reports, narratives, difficulties: of this period.
    """

    programme: Programme
    place: str
    period: Period
    span: Span
    register: Register
    figures: tuple[Figure, ...]
    task_reports: tuple[TaskReport, ...]
    narratives: tuple[Narrative, ...]
    difficulties: tuple[Difficulty, ...] = ()

    def figure(self, name: str) -> Figure:
        """A figure by its id."""
        return next(figure for figure in self.figures if figure.id == name)

    def word(self, name: str, **values: object) -> str:
        """A sentence of the programme's wording, its blanks filled; numbers in Vietnamese notation."""
        shown = {key: show_number(value) if isinstance(value, int) else value for key, value in values.items()}
        common = {"place": self.place, "period": self.period.title, "last": f"{self.span.last:%d/%m/%Y}"}
        common |= {"addressee": self.programme.addressee, "plan": self.programme.plan}
        return self.programme.wording[name].format_map(common | shown)

    @property
    def whole(self) -> Span:
        """Days of the cumulative figures."""
        return Span(self.programme.first_day, self.span.last)
