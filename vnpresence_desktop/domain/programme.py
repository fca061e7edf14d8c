"""The programme profile: one province's plan as data (tasks, targets, report outline, wording), read from TOML."""

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from vnpresence_desktop.domain.problems import UserError


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the plan's annex that a commune leads or joins.

    Attributes:
        id: e.g. "I.6".
        text: what is to be done, the annex's words.
        target: chỉ tiêu, the annex's words.
        role: "lead" or "join".
        deadline: thời gian thực hiện, the annex's words.
    """

    id: str
    text: str
    target: str
    role: str
    deadline: str


@dataclass(frozen=True, slots=True)
class Target:
    """A target for a figure, in percent.

    Attributes:
        figure: id of the figure, e.g. "proposed_household".
        low, high: bounds; equal where the text gives one number.
        basis: citation.
    """

    figure: str
    low: int
    high: int
    basis: str

    @property
    def text(self) -> str:
        """E.g. "50% – 60%" or "100%"."""
        return f"{self.low}%" if self.low == self.high else f"{self.low}% – {self.high}%"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report's outline.

    Attributes:
        id: e.g. "I", "II.3".
        heading: with its numeral.
        level: 1 or 2.
        content: "narrative" for the office's own words, else the name of what the program fills in.
    """

    id: str
    heading: str
    level: int
    content: str


@dataclass(frozen=True, slots=True)
class Programme:
    """See the module's docstring.

    Attributes:
        id: name of the profile.
        province: code of the province it is for.
        province_name: e.g. "thành phố Cần Thơ".
        plan: the plan's full name, as cited in the report.
        first_day: cumulative figures begin here.
        addressee: who receives the report.
        symbol: of the report's number, e.g. "BC-UBND".
        recipients: lines of Nơi nhận.
        wording: sentence templates by name.
        sections, tasks, targets: see there.
    """

    id: str
    province: str
    province_name: str
    plan: str
    first_day: date
    addressee: str
    symbol: str
    recipients: tuple[str, ...]
    wording: dict[str, str]
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]

    def target(self, figure: str) -> Target | None:
        """The target of a figure, None where the plan sets none."""
        return next((target for target in self.targets if target.figure == figure), None)


def parse_programme(text: str) -> Programme:
    """Read a programme profile.

    Args:
        text: TOML, see `resources/plan/`.

    Raises:
        UserError: the text is no such file.
    """
    try:
        return _programme(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise UserError("Không đọc được hồ sơ chương trình.", f"Tệp thiếu hoặc sai ở: {error}.") from error


def _programme(data: dict[str, Any]) -> Programme:
    about = data["programme"]
    return Programme(
        id=about["id"],
        province=about["province"],
        province_name=about["province_name"],
        plan=about["plan"],
        first_day=about["first_day"],
        addressee=about["addressee"],
        symbol=about["symbol"],
        recipients=tuple(about["recipients"]),
        wording=dict(data["wording"]),
        sections=tuple(Section(**section) for section in data["section"]),
        tasks=tuple(Task(**task) for task in data["task"]),
        targets=tuple(Target(**target) for target in data["target"]),
    )
