"""First words for the sections that the office writes: plain sentences from recorded facts, each to be read and corrected.

What the register does not know is not said: a section about which nothing is recorded gets no words at all.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from vnpresence_desktop.domain.checks import AUDIENCE
from vnpresence_desktop.domain.figures import Figure, is_present
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.programme import Target, Task
from vnpresence_desktop.domain.records import Candidate, Session
from vnpresence_desktop.domain.report import Rate, show_number, show_rate
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.facts import Facts
from vnpresence_desktop.work.quarter import gather
from vnpresence_desktop.work.texts import say

_AIMED = ("reached", "proposed", "registered")
"""Figures that the plan sets targets for."""
_UNMET = ("unreachable", "declined")
"""Wishes that explain why a candidate has no domain."""


def draft_section(desk: Desk, period: str, section: str) -> str:
    """Sentences for a section, one a line; "" where the register holds nothing for it. Raises UserError as `gather`."""
    return draft(gather(desk, period), section)


def draft(facts: Facts, section: str) -> str:
    """`draft_section` from facts already gathered."""
    return "\n".join(_SECTIONS[section](facts)) if section in _SECTIONS else ""


def _line(name: str, facts: Facts, **values: object) -> str:
    shown = {key: show_number(value) if isinstance(value, int) else value for key, value in values.items()}
    return say("draft", name, place=facts.place, period=facts.period.title, **shown)


# -- I. what was led and organised


def _directed(facts: Facts) -> list[str]:
    sessions = [item for item in facts.register.sessions if facts.span.holds(item.date)]
    return [*_held(facts, sessions), *_tasks_done(facts), *_helped(facts)]


def _held(facts: Facts, sessions: list[Session]) -> Iterable[str]:
    if not sessions:
        return
    forms = Counter(item.form for item in sessions)
    shown = ", ".join(f"{say('form', form).lower()} ({show_number(count)})" for form, count in forms.most_common())
    people = sum(getattr(item, group) or 0 for item in sessions for group in AUDIENCE)
    yield _line("held", facts, sessions=len(sessions), forms=shown, audience=people)
    partners = dict.fromkeys(name.strip() for item in sessions for name in item.partners.split(";") if name.strip())
    if partners:
        yield _line("partners", facts, partners="; ".join(partners))


def _tasks_done(facts: Facts) -> Iterable[str]:
    done = {item.task for item in facts.task_reports if item.result.strip()}
    if done:
        tasks = [task.id for task in facts.programme.tasks if task.id in done]
        yield _line("tasks_done", facts, done=len(tasks), all=len(facts.programme.tasks), tasks=", ".join(tasks))


def _helped(facts: Facts) -> Iterable[str]:
    supports = [item for item in facts.register.supports if facts.span.holds(item.date)]
    if supports:
        helpers = Counter(item.helper for item in supports if item.helper)
        shown = ", ".join(f"{helper} ({show_number(count)})" for helper, count in helpers.most_common())
        yield _line("helped" if shown else "helped_plain", facts, supports=len(supports), helpers=shown)


# -- III. how it stands, what was hard


def _assessed(facts: Facts) -> list[str]:
    aimed = [line for kind in CANDIDATES for line in _against_target(facts, kind)]
    return [*aimed, *_unmet(facts), *_refused(facts)]


def _against_target(facts: Facts, kind: Kind) -> Iterable[str]:
    for name in _AIMED:
        figure = facts.figure(f"{name}_{kind}")
        target = facts.programme.target(figure.id)
        if target and figure.cumulative.of:
            met = "target_met" if _meets(figure, target) else "target_open"
            yield _line(
                name,
                facts,
                value=figure.cumulative.value,
                of=figure.cumulative.of,
                group=say("kind", kind),
                rate=show_rate(Rate(figure.cumulative.value, figure.cumulative.of)),
                judged=say("draft", met, target=target.text),
            )


def _meets(figure: Figure, target: Target) -> bool:
    return figure.cumulative.value * 100 >= target.low * (figure.cumulative.of or 0)


def _unmet(facts: Facts) -> Iterable[str]:
    for wish in _UNMET:
        counts = Counter(item.KIND for item in facts.register.candidates if _said(item, wish, facts))
        if counts:
            yield _line(wish, facts, groups=_groups(counts))


def _said(candidate: Candidate, wish: str, facts: Facts) -> bool:
    """A wish without its day is taken as said before the period ended."""
    said = candidate.wish == wish and candidate.wish_on <= facts.span.last.isoformat()
    return said and is_present(candidate, facts.span.last)


def _refused(facts: Facts) -> Iterable[str]:
    counts = {kind: facts.figure(f"refused_{kind}").cumulative.value for kind in CANDIDATES}
    if any(counts.values()):
        yield _line("refused", facts, groups=_groups(counts))


def _groups(counts: dict[Kind, int]) -> str:
    return ", ".join(f"{show_number(counts[kind])} {say('kind', kind)}" for kind in CANDIDATES if counts.get(kind))


# -- IV. what remains for the next quarter


def _ahead(facts: Facts) -> list[str]:
    open_tasks = [_line("task_open", facts, task=task.id, text=task.text) for task in _unreported(facts)]
    return [*(line for kind in CANDIDATES for line in _remaining(facts, kind)), *open_tasks]


def _remaining(facts: Facts, kind: Kind) -> Iterable[str]:
    for name, sentence in (("reached", "to_reach"), ("proposed", "to_propose")):
        figure = facts.figure(f"{name}_{kind}")
        target, of = facts.programme.target(figure.id), figure.cumulative.of or 0
        if target:
            lacking = -(-target.low * of // 100) - figure.cumulative.value
            if lacking > 0:
                yield _line(sentence, facts, count=lacking, group=say("kind", kind), target=target.text)


def _unreported(facts: Facts) -> list[Task]:
    done = {item.task for item in facts.task_reports if item.result.strip()}
    return [task for task in facts.programme.tasks if task.id not in done]


_SECTIONS: dict[str, Callable[[Facts], list[str]]] = {"I": _directed, "III": _assessed, "IV": _ahead}
"""Section V (kiến nghị) has no entry: what the office wishes for is recorded nowhere."""
