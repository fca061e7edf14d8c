"""What the report page needs from outside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vnpresence_desktop.domain.figures import Figure
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Problem
from vnpresence_desktop.gui.fields import Message
from vnpresence_desktop.gui.pages.verify import VerifyActs
from vnpresence_desktop.gui.preview import Renderer
from vnpresence_desktop.work.exporting import Done, Order
from vnpresence_desktop.work.preparing import Gap, Offered, Outlook


@dataclass(frozen=True, slots=True)
class ReportActs:
    """Each raises UserError where a person can mend something.

    Attributes:
        periods: what can be reported, the newest first.
        outlook: period → how it stands; quick.
        draft_words, keep_words: period, section, text.
        write_words: period, section → sentences from recorded facts; in a job's thread.
        draft_base: period, kind, values.
        keep_base: period, kind, values → what hinders keeping.
        message: Vietnamese for a problem.
        figures: period → its figures, counted; in a job's thread.
        open_figure: figure, period → the list of whom it counts cumulatively.
        draw: period, told the figures once counted → the report as PDF, to be looked at; in a job's thread.
        export: see `work.exporting.export`; in a job's thread.
        renderer: draws a PDF's pages.
        verify: for the card of signed files.
        go: gap, period → opens the gap's place where it lies on another page (tasks, sessions, signers).
        open_folder: shows a folder in the system's file manager.
        today: for dates.
        broke: a bug in a job, to be logged and told by app.py.
    """

    periods: Callable[[], Sequence[Offered]]
    outlook: Callable[[str], Outlook]
    draft_words: Callable[[str, str, str], object]
    keep_words: Callable[[str, str, str], object]
    write_words: Callable[[str, str], str]
    draft_base: Callable[[str, Kind, Mapping[str, Value]], object]
    keep_base: Callable[[str, Kind, Mapping[str, Value]], Sequence[Problem]]
    message: Message
    figures: Callable[[str], Sequence[Figure]]
    open_figure: Callable[[str, str], object]
    draw: Callable[[str, Callable[[Sequence[Figure]], object]], bytes]
    export: Callable[[Order], Done]
    renderer: Renderer
    verify: VerifyActs
    go: Callable[[Gap, str], object]
    open_folder: Callable[[Path], object]
    today: Callable[[], date]
    broke: Callable[[Exception], object]
