"""Hỗ trợ: help given, difficulties to send up, confirmations of the household register; a tab each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Support
from vnpresence_desktop.gui.pages.record_acts import RecordActs
from vnpresence_desktop.gui.pages.record_part import RecordsPage, RecordsPart
from vnpresence_desktop.gui.pages.support_kinds import CONFIRMATION, DIFFICULTY, SUPPORT
from vnpresence_desktop.gui.pages.support_who import WhoSearch, told
from vnpresence_desktop.work.outreach import Person

__all__ = ["SupportActs", "SupportPage"]

FindPeople = Callable[[str], Sequence[Person]]
OnePerson = Callable[[str], Person | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportActs:
    """What the page is given to work with.

    Attributes:
        support, difficulty, confirmation: see `RecordActs`; of support as records are, the page shows whom by name.
        find_people: candidates for what was typed (`work.support_people.find_people`).
        person: a candidate by its id (`work.support_people.person`).
        blank_for: a new record of help for a candidate (`work.support.blank_support`).
    """

    support: RecordActs
    difficulty: RecordActs
    confirmation: RecordActs
    find_people: FindPeople
    person: OnePerson
    blank_for: Callable[[str], Support]


class SupportPage(RecordsPage):
    """The page."""

    def __init__(self, acts: SupportActs) -> None:
        self._acts, self.who = acts, list[WhoSearch]()
        self.support = RecordsPart(
            SUPPORT, _by_name(acts), lambda editor: self.who.append(WhoSearch(editor, acts.find_people))
        )
        self.difficulty, self.confirmation = (
            RecordsPart(DIFFICULTY, acts.difficulty),
            RecordsPart(CONFIRMATION, acts.confirmation),
        )
        super().__init__("Hỗ trợ", (self.support, self.difficulty, self.confirmation))

    def record_for(self, candidate_id: str, back: Callable[[], object] | None = None) -> None:
        """Begin a record of help for a candidate; ``back`` is called when it is saved or left."""
        self.show_part(self.support)
        self.support.begin(self._acts.blank_for(candidate_id), f"new:{candidate_id}", back)

    def open_support(self, support_id: str, back: Callable[[], object] | None = None) -> None:
        """Open a record of help; ``back`` is called when it is saved or left."""
        self.show_part(self.support)
        self.support.open(support_id, back)


def _by_name(acts: SupportActs) -> RecordActs:
    """The acts on support with whom it was given to in one line: a candidate's name, or a person's."""

    def shown(support: object) -> Mapping[str, Value]:
        values = acts.support.shown(_support(support))
        known = acts.person(str(values["candidate"] or ""))
        return {**values, "came": values["person"], "person": known.name if known else values["person"]}

    def record(values: Mapping[str, Value]) -> Support:
        named = values["came"] if values.get("candidate") else values.get("person")
        return _support(acts.support.record({**values, "person": named}))

    def judge(support: object) -> Sequence[Problem]:
        given = _support(support)
        problems = [replace(item, field="person") if item.field == "candidate" else item
                    for item in acts.support.judge(given)]  # fmt: skip
        return [*problems, *_whom(given, acts.person)]

    return replace(acts.support, shown=shown, record=record, judge=judge)


def _whom(support: Support, person: OnePerson) -> Sequence[Problem]:
    """Says whether it is a candidate of the register, and which of that name."""
    known = person(support.candidate)
    if known:
        return [problem("person", "who_known", Severity.HINT, what=told(known))]
    return [problem("person", "who_other", Severity.HINT)] if support.person.strip() else []


def _support(record: object) -> Support:
    if not isinstance(record, Support):
        raise TypeError(record)
    return record
