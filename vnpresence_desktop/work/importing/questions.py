"""What is asked once for a whole column or file, rather than row by row."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from vnpresence_desktop.documents.reading.choices import Choices, Spelling
from vnpresence_desktop.domain import originals
from vnpresence_desktop.work.importing.decisions import Decisions
from vnpresence_desktop.work.importing.outlook import Outlook

_RESTORED = frozenset({"id_zero_restored", "tax_zero_restored"})
_EXAMPLES = 3

T = TypeVar("T")


class Ask(StrEnum):
    """What is asked."""

    ZEROS = "zeros"
    """Numbers of a column lost zeros in Excel: "restore", "unsure" (put back, to be compared later) or "leave"."""
    WORD = "word"
    """A word of a column is not known: the code or name that it means, "" for nothing."""
    DAYS = "days"
    """A column's dates may be written month first: "day" or "month"."""
    SWAPPED = "swapped"
    """Excel may have taken the days of a column's real dates for months: "keep" or "swap"."""
    SPELLING = "spelling"
    """Text was mended: "mend" or "keep" as in the file."""
    CAPITALS = "capitals"
    """Names in capitals were put in name case: "mend" or "keep"."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        ask: what is asked, and which answers there are.
        field: the column's field; "" for the whole file.
        word: the word, or the spelling, that is asked about.
        count: cells it is about.
        examples: what stands in the file, then what became of it.
        answer: as given; None while it waits.
    """

    ask: Ask
    field: str
    word: str
    count: int
    examples: tuple[tuple[str, str], ...] = ()
    answer: str | None = None

    @property
    def must(self) -> bool:
        """Whether nothing can be taken in before it is answered."""
        return self.ask is Ask.ZEROS and self.answer is None


def questions(outlook: Outlook, decisions: Decisions) -> tuple[Question, ...]:
    """Every question about a list, the pressing ones first, each with its answer where there is one."""
    choices = outlook.choices
    return (
        *_zeros(outlook, choices, decisions),
        *_days(outlook, choices),
        *_words(outlook, choices),
        *_spellings(outlook, choices),
        *_capitals(outlook, choices),
    )


def answered(question: Question, answer: str, choices: Choices, decisions: Decisions) -> tuple[Choices, Decisions]:
    """What an answer makes of the choices and decisions; see `Ask` for the answers."""
    options, field = choices.options, question.field
    if question.ask is Ask.ZEROS:
        zeros = {name: said for name, said in options.zeros.items() if name != field}
        zeros |= {} if answer == "unsure" else {field: answer == "restore"}
        unsure = decisions.unsure | {field} if answer == "unsure" else decisions.unsure - {field}
        return replace(choices, options=replace(options, zeros=zeros)), replace(decisions, unsure=unsure)
    if question.ask is Ask.WORD:
        codes = {**options.codes, (field, question.word): answer}
        return replace(choices, options=replace(options, codes=codes)), decisions
    if question.ask is Ask.DAYS:
        options = replace(options, month_first=_with(options.month_first, field, is_in=answer == "month"))
    elif question.ask is Ask.SWAPPED:
        options = replace(options, swapped_dates=_with(options.swapped_dates, field, is_in=answer == "swap"))
    elif question.ask is Ask.CAPITALS:
        options = replace(options, as_typed=_with(options.as_typed, field, is_in=answer == "keep"))
    else:
        return replace(
            choices, refused=_with(choices.refused, Spelling(question.word), is_in=answer == "keep")
        ), decisions
    return replace(choices, options=options), decisions


def _with(kept: frozenset[T], item: T, *, is_in: bool) -> frozenset[T]:
    return kept | {item} if is_in else kept - {item}


def _zeros(outlook: Outlook, choices: Choices, decisions: Decisions) -> Iterator[Question]:
    found: Counter[str] = Counter()
    examples: dict[str, list[tuple[str, str]]] = {}
    for line in outlook.lines:
        if not line.record.originals:
            continue
        wrote = originals.read(line.record.originals)
        for field in ("id_number", "tax_code", "certificate_no"):
            value = str(getattr(line.record, field, ""))
            if field in wrote and value.startswith("0") and value.lstrip("0") == wrote[field].lstrip("0") != "":
                found[field] += 1
                if found[field] <= _EXAMPLES:
                    examples.setdefault(field, []).append((wrote[field], value))
    left = {field for field, restore in choices.options.zeros.items() if not restore}
    for field in (*found, *sorted(left - found.keys())):
        answer = "unsure" if field in decisions.unsure else None
        if field in choices.options.zeros:
            answer = "restore" if choices.options.zeros[field] else "leave"
        yield Question(Ask.ZEROS, field, "", found[field], tuple(examples.get(field, ())), answer)


def _days(outlook: Outlook, choices: Choices) -> Iterator[Question]:
    for field, order in outlook.found.orders.items():
        if order.doubtful:
            month = field in choices.options.month_first
            yield Question(Ask.DAYS, field, "", order.month_first, (), "month" if month else None)
        if order.maybe_swapped:
            swapped = field in choices.options.swapped_dates
            yield Question(Ask.SWAPPED, field, "", order.real, (), "swap" if swapped else None)


def _words(outlook: Outlook, choices: Choices) -> Iterator[Question]:
    found: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], str] = {}
    for line in outlook.lines:
        for item in line.problems:
            word = dict(item.values).get("word")
            if word and item.field in outlook.found.places:  # a hamlet inside an address is no column's
                found[item.field, word] += 1
                shown.setdefault((item.field, word), dict(item.values).get("original", word))
    for (field, word), count in found.most_common():
        yield Question(Ask.WORD, field, word, count, ((shown[field, word], ""),))
    for (field, word), code in choices.options.codes.items():
        if (field, word) not in found:
            yield Question(Ask.WORD, field, word, 0, (), code)


def _spellings(outlook: Outlook, choices: Choices) -> Iterator[Question]:
    for spelling in Spelling:
        count = outlook.found.mended.get(spelling, 0)
        if count or spelling in choices.refused:
            answer = "keep" if spelling in choices.refused else None
            yield Question(Ask.SPELLING, "", spelling.value, count, (), answer)


def _capitals(outlook: Outlook, choices: Choices) -> Iterator[Question]:
    found = Counter(item.field for line in outlook.lines for item in line.problems if item.code == "name_case")
    for field in sorted(found.keys() | choices.options.as_typed):
        answer = "keep" if field in choices.options.as_typed else None
        yield Question(Ask.CAPITALS, field, "", found[field], (), answer)
