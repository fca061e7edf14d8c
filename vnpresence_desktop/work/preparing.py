"""Preparing a report: which periods can be reported, what is still missing, the office's own numbers and words kept."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vnpresence_desktop.domain.checks import AUDIENCE
from vnpresence_desktop.domain.dates import full
from vnpresence_desktop.domain.fields import from_values, to_values
from vnpresence_desktop.domain.figures import Span
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Value
from vnpresence_desktop.domain.periods import Period, Preset, parse_period, quarter_of
from vnpresence_desktop.domain.problems import Problem, UserError, problem
from vnpresence_desktop.domain.programme import Section
from vnpresence_desktop.domain.records import BaseFigure, Narrative, Session, Signer, TaskReport
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.difficulties import difficulties
from vnpresence_desktop.work.difficulty_sentences import difficulty_sentences
from vnpresence_desktop.work.quarter import signature_block
from vnpresence_desktop.work.spans import reported_span

_AFTER = timedelta(days=30)
"""For so long after its end a quarter is what an officer is about to report."""
_BASE = ("total", "source", "as_of")


@dataclass(frozen=True, slots=True)
class Offered:
    """A period that can be reported.

    Attributes:
        id, title: e.g. "2025-Q4", "quý IV năm 2025".
        first, last: its days as reported.
        usual: the one that is about to be reported today.
    """

    id: str
    title: str
    first: date
    last: date
    usual: bool = False


class Missing(StrEnum):
    """What a report can lack."""

    SIGNER = "signer"
    SECTION = "section"
    BASE = "base"
    TASK = "task"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a report still lacks.

    Attributes:
        what: see `Missing`.
        ids: sections, kinds, tasks or sessions concerned; empty for the signer.
        names: how each is called, in the same order.
    """

    what: Missing
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A section that the office writes itself.

    Attributes:
        section, heading: id and heading in the report.
        text: as kept, or as drafted since.
        drafted: the text is not kept yet.
        recorded: sentences that the report adds below it from what is recorded.
    """

    section: str
    heading: str
    text: str
    drafted: bool = False
    recorded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """A period as the report page shows it.

    Attributes:
        period: see `Offered`.
        gaps: what is missing, the gravest first.
        words: sections that the office writes, in order.
        bases: kind → ``total``, ``source``, ``as_of`` as kept or as drafted since.
        drafted: kinds of which the base figure shown is not kept yet.
    """

    period: Offered
    gaps: tuple[Gap, ...]
    words: tuple[Words, ...]
    bases: Mapping[Kind, Mapping[str, Value]]
    drafted: frozenset[Kind] = frozenset()


def periods(desk: Desk) -> tuple[Offered, ...]:
    """Quarters from the programme's first day to the present one and their years, the newest first.

    Raises:
        UserError: no office, no programme for its province.
    """
    preset, first, today = Preset(desk.office().preset), desk.programme().first_day, desk.today
    present = quarter_of(max(today, first), preset)
    usual = quarter_of(max(today - _AFTER, first), preset)
    found: list[Offered] = []
    for year in range(present.year, quarter_of(first, preset).year - 1, -1):
        for period in (Period(year), *(Period(year, quarter) for quarter in (4, 3, 2, 1))):
            begins, ends = period.days(preset)
            if ends >= first and begins <= max(today, first):
                found.append(_offered(desk, period, usual=period == usual))
    return tuple(found)


def _offered(desk: Desk, period: Period, *, usual: bool = False) -> Offered:
    span = reported_span(desk, period)
    return Offered(period.id, period.title, span.first, span.last, usual)


def outlook(desk: Desk, period_id: str) -> Outlook:
    """How a period stands; nothing is counted, so it is quick. Raises UserError as `periods`."""
    period = parse_period(period_id)
    offered = _offered(desk, period)
    gaps = (
        *_no_signer(desk),
        *_unwritten(desk, period),
        *_no_base(desk, period_id),
        *_no_result(desk, period_id),
        *_no_audience(desk, Span(offered.first, offered.last)),
    )
    words = tuple(_words(desk, section, period) for section in _own(desk))
    bases = {kind: _base_values(desk, period_id, kind) for kind in CANDIDATES}
    drafted = (kind for kind in CANDIDATES if desk.store.draft(_base_key(period_id, kind)) is not None)
    return Outlook(offered, gaps, words, bases, frozenset(drafted))


# -- what is missing


def _no_signer(desk: Desk) -> list[Gap]:
    try:
        signature_block(desk.store.all(Signer), desk.today)
    except UserError:
        return [Gap(Missing.SIGNER)]
    return []


def _unwritten(desk: Desk, period: Period) -> Iterable[Gap]:
    words = (_words(desk, section, period) for section in _own(desk))
    return [
        Gap(Missing.SECTION, (one.section,), (one.heading,))
        for one in words
        if not one.text.strip() and not one.recorded
    ]


def _no_base(desk: Desk, period_id: str) -> list[Gap]:
    kept = {base.kind for base in _bases(desk, period_id)}
    return _gap(Missing.BASE, {kind.value: kind.value for kind in CANDIDATES if kind.value not in kept})


def _no_result(desk: Desk, period_id: str) -> list[Gap]:
    done = {item.task for item in desk.store.all(TaskReport) if item.period == period_id and item.result.strip()}
    return _gap(Missing.TASK, {task.id: task.id for task in desk.programme().tasks if task.id not in done})


def _no_audience(desk: Desk, span: Span) -> list[Gap]:
    sessions = [item for item in desk.store.all(Session) if span.holds(item.date) and _uncounted(item)]
    return _gap(Missing.SESSION, {item.id: item.topic for item in sessions})


def _uncounted(session: Session) -> bool:
    """Nobody counted the audience; what was broadcast has none, and 0 is a count."""
    return session.broadcasts is None and all(getattr(session, group) is None for group in AUDIENCE)


def _gap(what: Missing, names: Mapping[str, str]) -> list[Gap]:
    return [Gap(what, tuple(names), tuple(names.values()))] if names else []


# -- the office's own words


def _own(desk: Desk) -> list[Section]:
    return [section for section in desk.programme().sections if section.content == "narrative"]


def _heading(section: Section, period: Period) -> str:
    return section.heading.replace("{next}", period.next_title.upper())


def _narratives(desk: Desk, period_id: str, section: str) -> list[Narrative]:
    return [item for item in desk.store.all(Narrative) if (item.period, item.section) == (period_id, section)]


def _words(desk: Desk, section: Section, period: Period) -> Words:
    draft = desk.store.draft(_words_key(period.id, section.id))
    kept = "\n".join(item.text for item in _narratives(desk, period.id, section.id))
    text = kept if draft is None else draft
    said = difficulty_sentences(desk.programme(), section.id, difficulties(desk, period.id))
    return Words(section.id, _heading(section, period), text, drafted=draft is not None, recorded=said)


def draft_words(desk: Desk, period_id: str, section: str, text: str) -> None:
    """Keep what is being typed, so that a power cut takes nothing; raises UserError as the store does."""
    desk.store.keep_draft(_words_key(period_id, section), text)


def keep_words(desk: Desk, period_id: str, section: str, text: str) -> None:
    """Keep a section's text; an empty one takes it out. Two texts written on two PCs become the one that was shown."""
    kept = _narratives(desk, period_id, section)
    first = kept[0].id if kept else ""
    if "\n".join(item.text for item in kept) != text:
        with desk.store.unit(reason="Viết nội dung báo cáo") as unit:
            for item in kept if not text.strip() else kept[1:]:
                unit.delete(Kind.NARRATIVE, item.id)
            if text.strip():
                unit.put(Narrative(id=first, period=period_id, section=section, text=text))
    desk.store.drop_draft(_words_key(period_id, section))


def _words_key(period_id: str, section: str) -> str:
    return f"narrative/{period_id}/{section}"


# -- base figures


def _bases(desk: Desk, period_id: str) -> list[BaseFigure]:
    return [item for item in desk.store.all(BaseFigure) if item.period == period_id and item.total is not None]


def _bases_of(desk: Desk, period_id: str, kind: Kind) -> list[BaseFigure]:
    """Those of a group, where several PCs wrote one; the last counts, see `vnpresence_desktop.domain.figures`."""
    same = (item for item in _bases(desk, period_id) if item.kind == kind)
    return sorted(same, key=lambda item: (item.as_of, item.id))


def _says_something(values: Mapping[str, Value]) -> bool:
    return any(values.get(name) not in (None, "") for name in _BASE)


def _base_values(desk: Desk, period_id: str, kind: Kind) -> Mapping[str, Value]:
    draft = desk.store.draft(_base_key(period_id, kind))
    if draft is not None:
        found: dict[str, Value] = json.loads(draft)
        return found
    kept = _bases_of(desk, period_id, kind)
    return {name: value for name, value in to_values(kept[-1]).items() if name in _BASE} if kept else {}


def check_base(desk: Desk, values: Mapping[str, Value]) -> tuple[Problem, ...]:
    """What is wrong with a base figure as typed; nothing where all of it is empty."""
    if not _says_something(values):
        return ()
    lacking = [problem(name, "missing") for name in _BASE if values.get(name) in (None, "")]
    as_of = str(values.get("as_of") or "")
    if as_of and full(as_of) is None:
        lacking.append(problem("as_of", "date_not_whole", value=as_of))
    elif as_of > desk.today.isoformat():
        lacking.append(problem("as_of", "date_ahead"))
    if isinstance(values.get("total"), str) and values["total"]:
        lacking.append(problem("total", "number_unclear"))
    return tuple(lacking)


def draft_base(desk: Desk, period_id: str, kind: Kind, values: Mapping[str, Value]) -> None:
    """Keep what is being typed; raises UserError as the store does."""
    content = {name: values.get(name) for name in _BASE}
    desk.store.keep_draft(_base_key(period_id, kind), json.dumps(content, ensure_ascii=False))


def keep_base(desk: Desk, period_id: str, kind: Kind, values: Mapping[str, Value]) -> tuple[Problem, ...]:
    """Keep a group's total; all empty takes it out. What is wrong is told, and only drafted then."""
    if problems := check_base(desk, values):
        draft_base(desk, period_id, kind, values)
        return problems
    kept = _bases_of(desk, period_id, kind)
    with desk.store.unit(reason="Ghi số liệu nền") as unit:
        if _says_something(values):
            entry = {name: values.get(name) for name in _BASE} | {"period": period_id, "kind": kind.value}
            unit.put(from_values(Kind.BASE_FIGURE, entry | {"id": kept[-1].id if kept else ""}))
        else:
            for base in kept:
                unit.delete(Kind.BASE_FIGURE, base.id)
    desk.store.drop_draft(_base_key(period_id, kind))
    return ()


def _base_key(period_id: str, kind: Kind) -> str:
    return f"base_figure/{period_id}/{kind.value}"
