"""What a quarterly report says: sections, tables and sentences, filled from recorded facts only."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from vnpresence_desktop.domain.checks import AUDIENCE
from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.domains import ZONES
from vnpresence_desktop.domain.figures import SERVICES, Figure, Span, is_present
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.programme import Section
from vnpresence_desktop.domain.records import BaseFigure
from vnpresence_desktop.domain.report import (
    Align,
    Blank,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Rate,
    Table,
    show_number,
    show_rate,
)
from vnpresence_desktop.work.difficulty_sentences import difficulty_sentences
from vnpresence_desktop.work.facts import Facts
from vnpresence_desktop.work.texts import say

_OFFERED = {"biz.vn": ("website", "email"), "id.vn": SERVICES}
_IN_PERIOD, _SO_FAR = "Trong kỳ", "Lũy kế"


def compose(facts: Facts) -> tuple[Block, ...]:
    """The body of the report, in the order of the programme's outline; tables are numbered as they come."""
    blocks: list[Block] = [
        Paragraph(facts.word("opening", first=_day(facts.span.first), start=_day(facts.programme.first_day)))
    ]
    for section in facts.programme.sections:
        heading = section.heading.replace("{next}", facts.period.next_title.upper())
        blocks.append(Heading(section.level, heading))
        blocks += _FILL[section.content](facts, section)
    return _numbered(blocks)


def unwritten(facts: Facts) -> tuple[str, ...]:
    """Ids of the sections that wait for the office's own words: neither these nor recorded facts stand there."""
    return tuple(
        section.id
        for section in facts.programme.sections
        if section.content == "narrative" and not _lines(facts, section)
    )


def _numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    result: list[Block] = []
    number = 0
    for block in blocks:
        if isinstance(block, Table):
            number += 1
            block = Table(number, block.title, block.columns, block.rows, block.total, block.note)  # noqa: PLW2901
        result.append(block)
    return tuple(result)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _heading(facts: Facts, section: Section) -> list[Block]:
    return []


def _narrative(facts: Facts, section: Section) -> list[Block]:
    return [Paragraph(line) for line in _lines(facts, section)] or [Blank(section.id)]


def _lines(facts: Facts, section: Section) -> list[str]:
    """The office's own words, then what the register says of the section."""
    texts = [item.text for item in facts.narratives if item.section == section.id and item.text.strip()]
    own = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    return [*own, *difficulty_sentences(facts.programme, section.id, facts.difficulties)]


def _outreach(facts: Facts, section: Section) -> list[Block]:
    sessions, broadcasts = facts.figure("sessions"), facts.figure("broadcasts")
    people = [facts.figure(f"audience_{group}") for group in AUDIENCE]
    sentence = facts.word(
        "sessions" if sessions.period.value else "sessions_none",
        sessions=sessions.period.value,
        audience=sum(figure.period.value for figure in people),
        broadcasts=broadcasts.period.value,
        sessions_all=sessions.cumulative.value,
        audience_all=sum(figure.cumulative.value for figure in people),
        broadcasts_all=broadcasts.cumulative.value,
    )
    return [Paragraph(sentence), _forms(facts), _reached(facts)]


def _forms(facts: Facts) -> Table:
    columns = (
        Column("Hình thức", 3.1),
        *(Column(title, 1.2, Align.RIGHT, _IN_PERIOD) for title in ("Số buổi", "CBCCVC", "Hộ KD", "Doanh nghiệp")),
        *(Column(title, 1.2, Align.RIGHT, _IN_PERIOD) for title in ("Thanh niên", "Khác", "Lượt phát, tin bài")),
        *(Column(title, 1.2, Align.RIGHT, _SO_FAR) for title in ("Số buổi", "Lượt người")),
    )
    used = {session.form for session in facts.register.sessions if facts.whole.holds(session.date)}
    rows = {form: _form_row(facts, lambda seen, form=form: seen == form) for form in sorted(used)}  # type: ignore[misc]
    named = tuple((say("form", form), *row) for form, row in rows.items())
    total = ("Tổng cộng", *_form_row(facts, lambda _: True))
    return Table(0, "Các hình thức tuyên truyền và số lượt người tham dự", columns, named, total)


def _form_row(facts: Facts, wanted: Callable[[str], bool]) -> tuple[Cell, ...]:
    everything = [session for session in facts.register.sessions if wanted(session.form)]
    here = [session for session in everything if facts.span.holds(session.date)]
    so_far = [session for session in everything if facts.whole.holds(session.date)]
    groups = [sum(getattr(session, group) or 0 for session in here) for group in AUDIENCE]
    people = sum(getattr(session, group) or 0 for session in so_far for group in AUDIENCE)
    broadcasts = sum(session.broadcasts or 0 for session in here)
    return (len(here), *groups, broadcasts, len(so_far), people)


def _reached(facts: Facts) -> Table:
    columns = (
        Column("Đối tượng", 4.4),
        Column("Tổng số", 1.7, Align.RIGHT),
        Column("Đã tiếp cận", 1.7, Align.RIGHT, _IN_PERIOD),
        Column("Tỷ lệ", 1.5, Align.RIGHT, _IN_PERIOD),
        Column("Đã tiếp cận", 1.7, Align.RIGHT, _SO_FAR),
        Column("Tỷ lệ", 1.5, Align.RIGHT, _SO_FAR),
        Column("Chỉ tiêu", 1.6, Align.CENTER),
    )
    rows = []
    for kind in CANDIDATES:
        figure = facts.figure(f"reached_{kind}")
        pair = [(measure.value, Rate(measure.value, measure.of)) for measure in (figure.period, figure.cumulative)]
        rows.append((_group(kind), figure.cumulative.of, *pair[0], *pair[1], _target(facts, figure.id)))
    return Table(0, "Đối tượng đã được tiếp cận qua tuyên truyền", columns, tuple(rows), note=_denominators(facts))


def _group(kind: Kind) -> str:
    """A group by its plain name: who is counted need not have a certificate, or be of age, yet."""
    return say("kind", kind).capitalize()


def _target(facts: Facts, figure: str) -> str:
    target = facts.programme.target(figure)
    return target.text if target else "–"


def _denominators(facts: Facts) -> str:
    official = [
        facts.word(
            "base_official",
            group=say("kind", base.kind),
            total=base.total or 0,
            source=base.source,
            as_of=show(base.as_of),
        )
        for base in _bases(facts).values()
    ]
    whole = len(official) == len(CANDIDATES)
    return " ".join(official if whole else [facts.word("base_register"), *official])


def _bases(facts: Facts) -> dict[str, BaseFigure]:
    """Group → its official total of the period that counts: the latest, as in `vnpresence_desktop.domain.figures`."""
    known = sorted(facts.register.base_figures, key=lambda item: (item.as_of, item.id))
    return {item.kind: item for item in known if item.period == facts.period.id and item.total is not None}


def _domains(facts: Facts, section: Section) -> list[Block]:
    def ratios(name: str) -> dict[str, str]:
        names = {"households": Kind.HOUSEHOLD, "enterprises": Kind.ENTERPRISE, "citizens": Kind.CITIZEN}
        return {key: _ratio(facts.figure(f"{name}_{kind}")) for key, kind in names.items()}

    sentences = Paragraph(
        facts.word("proposed", **ratios("proposed")) + " " + facts.word("granted", **ratios("registered"))
    )
    return [sentences, _domain_table(facts), _services(facts)]


def _ratio(figure: Figure) -> str:
    value, of = figure.cumulative.value, figure.cumulative.of or 0
    return f"{show_number(value)}/{show_number(of)} ({show_rate(Rate(value, of))})"


def _let_stand(facts: Facts) -> str:
    """How many records hold something unusual that was let stand with its reason; "" for none."""
    last = facts.span.last
    count = sum(bool(record.accepted) and is_present(record, last) for record in facts.register.candidates)
    told = count and "accepted_note" in facts.programme.wording
    return f" {facts.word('accepted_note', count=count)}" if told else ""


def _domain_table(facts: Facts) -> Table:
    titles = ("Tổng số", "Đủ điều kiện", "Đề xuất", "Tỷ lệ đề xuất", "Được cấp", "Tỷ lệ được cấp", "Từ chối")
    columns = (
        Column("Đối tượng (tên miền)", 3.0),
        Column("Kỳ", 1.5),
        *(Column(title, 1.3, Align.RIGHT) for title in titles),
        Column("Chỉ tiêu đề xuất", 1.7, Align.CENTER),
    )
    rows: list[tuple[Cell, ...]] = []
    for kind in CANDIDATES:
        name = f"{_group(kind)} ({ZONES[kind]})"
        rows.append((name, _IN_PERIOD, *_domain_row(facts, kind, so_far=False), _target(facts, f"proposed_{kind}")))
        rows.append((None, _SO_FAR, *_domain_row(facts, kind, so_far=True), None))
    note = facts.word("ineligible_note") + _let_stand(facts)
    return Table(0, "Kết quả đề xuất, đăng ký tên miền", columns, tuple(rows), note=note)


def _domain_row(facts: Facts, kind: Kind, *, so_far: bool) -> tuple[Cell, ...]:
    names = ("present", "eligible", "proposed", "registered", "refused")
    figures = [facts.figure(f"{name}_{kind}") for name in names]
    present, eligible, proposed, registered, refused = [f.cumulative if so_far else f.period for f in figures]
    return (
        present.value,
        eligible.value,
        proposed.value,
        Rate(proposed.value, proposed.of),
        registered.value,
        Rate(registered.value, registered.of),
        refused.value,
    )


def _services(facts: Facts) -> Table:
    titles = {"website": "Website", "email": "Email", "blog": "Blog", "cv": "CV"}
    columns = (
        Column("Đối tượng (tên miền)", 4.4),
        *(Column(titles[service], 1.3, Align.RIGHT, _IN_PERIOD) for service in SERVICES),
        *(Column(titles[service], 1.3, Align.RIGHT, _SO_FAR) for service in SERVICES),
    )
    rows = []
    for kind in CANDIDATES:
        figures = [facts.figure(f"services_{service}_{kind}") for service in SERVICES]
        offered = [service in _OFFERED[ZONES[kind]] for service in SERVICES]
        here = [f.period.value if has else "–" for f, has in zip(figures, offered, strict=True)]
        so_far = [f.cumulative.value if has else "–" for f, has in zip(figures, offered, strict=True)]
        rows.append((f"{_group(kind)} ({ZONES[kind]})", *here, *so_far))
    return Table(0, "Dịch vụ số sử dụng cùng tên miền", columns, tuple(rows))


def _confirmations(facts: Facts, section: Section) -> list[Block]:
    figure = facts.figure("confirmations")

    def shared(span: Span) -> int:
        return sum(item.households or 0 for item in facts.register.confirmations if span.holds(item.date))

    sentence = facts.word(
        "confirmations" if figure.period.value else "confirmations_none",
        confirmations=figure.period.value,
        households=shared(facts.span),
        confirmations_all=figure.cumulative.value,
        households_all=shared(facts.whole),
    )
    return [Paragraph(sentence)]


def _supports(facts: Facts, section: Section) -> list[Block]:
    figure = facts.figure("supports")
    channels = Counter(item.channel for item in facts.register.supports if facts.span.holds(item.date))
    shown = ", ".join(f"{say('channel', channel)} {show_number(count)}" for channel, count in channels.most_common())
    sentence = facts.word(
        "supports" if figure.period.value else "supports_none",
        supports=figure.period.value,
        channels=shown,
        supports_all=figure.cumulative.value,
    )
    return [Paragraph(sentence)]


def _tasks(facts: Facts, section: Section) -> list[Block]:
    columns = (
        Column("Mục", 1.0, Align.CENTER),
        Column("Nhiệm vụ", 5.2),
        Column("Chỉ tiêu", 2.6),
        Column("Kết quả trong kỳ", 4.2),
        Column("Minh chứng", 2.8),
    )
    done = {item.task: item for item in facts.task_reports}
    rows = tuple(
        (task.id, task.text, task.target, done[task.id].result, done[task.id].evidence)
        if task.id in done
        else (task.id, task.text, task.target, facts.word("task_unreported"), "")
        for task in facts.programme.tasks
    )
    return [Table(0, "Kết quả thực hiện nhiệm vụ theo Phụ lục Kế hoạch", columns, rows)]


def _cost(facts: Facts, section: Section) -> list[Block]:
    figure = facts.figure("cost")
    name = "cost" if figure.period.value else "cost_none"
    return [Paragraph(facts.word(name, cost=figure.period.value, cost_all=figure.cumulative.value))]


_FILL: dict[str, Callable[[Facts, Section], list[Block]]] = {
    "heading": _heading,
    "narrative": _narrative,
    "outreach": _outreach,
    "domains": _domains,
    "confirmations": _confirmations,
    "supports": _supports,
    "tasks": _tasks,
    "cost": _cost,
}
"""How each kind of section's content (`Section.content`) is filled."""
