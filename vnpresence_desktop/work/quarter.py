"""The periodic report: counted, composed, drawn, signed and kept, or nothing of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop.documents.files import written_together
from vnpresence_desktop.domain import figures as counting
from vnpresence_desktop.domain.dates import within
from vnpresence_desktop.domain.figures import Figure, Measure, Register
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.periods import parse_period
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import (
    BaseFigure,
    Citizen,
    Confirmation,
    Enterprise,
    Household,
    Narrative,
    Reach,
    Registration,
    ReportRecord,
    Session,
    Signer,
    Support,
    TaskReport,
)
from vnpresence_desktop.domain.report import Report, SignatureBlock, canonical, content_hash
from vnpresence_desktop.domain.rules import pick
from vnpresence_desktop.work.content import compose, unwritten
from vnpresence_desktop.work.desk import Desk, communes
from vnpresence_desktop.work.difficulties import difficulties
from vnpresence_desktop.work.facts import Facts
from vnpresence_desktop.work.spans import reported_span

if TYPE_CHECKING:
    from vnpresence_desktop.work.signing import Signature

REPORTS_FOLDER = "bao-cao"
"""Folder beside the register where reports go unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A report as exported.

    Attributes:
        pdf, xlsx: the two files.
        report: what stands in them.
        unwritten: ids of sections that still wait for the office's own words.
    """

    pdf: Path
    xlsx: Path
    report: Report
    unwritten: tuple[str, ...]


def export_report(desk: Desk, period: str, out: Path | None, signature: "Signature") -> Exported:
    """Make the report of a period as PDF and Excel.

    Args:
        desk: see `Desk`.
        period: "2025-Q4" or "2025".
        out: folder for the files; None: the register's own.
        signature: who signs, see `vnpresence_desktop.work.signing`.

    Raises:
        UserError: no office, no programme, no signer for the day, wrong period, the key can't sign, no room on disk; then
            no file is left and none is changed.
    """
    facts = gather(desk, period)
    report = freeze(desk, facts, dated=signature.dated(desk.today))
    pdf, xlsx = signature.documents(report, desk.now())
    folder = out or desk.folder / REPORTS_FOLDER
    paths = (folder / f"{report.file_stem}_BaoCao.pdf", folder / f"{report.file_stem}_SoLieu.xlsx")
    # The unit ends first: where its record can't be kept, the files are taken back.
    written = written_together({paths[0]: pdf, paths[1]: xlsx})
    with written, desk.store.unit(reason=f"Xuất báo cáo {report.period_title}") as unit:
        unit.put(_kept(desk, report, pdf, xlsx))
    return Exported(*paths, report, unwritten(facts))


def gather(desk: Desk, period_text: str) -> Facts:
    """Everything a report is made of, read from the register and counted."""
    office, programme = desk.office(), desk.programme()
    period = parse_period(period_text)
    span = reported_span(desk, period)
    register = read_register(desk)
    return Facts(
        programme=programme,
        place=communes()[office.commune].issuer.place,
        period=period,
        span=span,
        register=register,
        figures=counting.count(register, desk.rules, period.id, span, programme.first_day),
        task_reports=tuple(item for item in desk.store.all(TaskReport) if item.period == period.id),
        narratives=tuple(item for item in desk.store.all(Narrative) if item.period == period.id),
        difficulties=difficulties(desk, period.id),
    )


def figures_of(desk: Desk, period: str) -> tuple[Figure, ...]:
    """A period's figures as its report would give them; reads the whole register, for a job. Raises UserError as `gather`."""
    return gather(desk, period).figures


def read_register(desk: Desk) -> Register:
    """What figures are counted from."""
    store = desk.store
    return Register(
        candidates=(*store.all(Household), *store.all(Enterprise), *store.all(Citizen)),
        sessions=tuple(store.all(Session)),
        reaches=tuple(store.all(Reach)),
        registrations=tuple(store.all(Registration)),
        supports=tuple(store.all(Support)),
        confirmations=tuple(store.all(Confirmation)),
        base_figures=tuple(store.all(BaseFigure)),
    )


def freeze(desk: Desk, facts: Facts, *, dated: str) -> Report:
    """The frozen report."""
    office, programme = desk.office(), facts.programme
    judged = (pick(desk.rules, kind, facts.span.last) for kind in CANDIDATES)
    return Report(
        issuer=communes()[office.commune].issuer,
        period=facts.period.id,
        period_title=facts.period.title,
        first_day=facts.span.first.isoformat(),
        last_day=facts.span.last.isoformat(),
        issue=_issue(desk, facts.period.id),
        symbol=programme.symbol,
        number="",
        dated=dated,
        addressee=programme.addressee,
        title=facts.word("title"),
        blocks=compose(facts),
        closing=facts.word("closing"),
        recipients=tuple(line.format(place=facts.place) for line in programme.recipients),
        signature=signature_block(desk.store.all(Signer), desk.today),
        figures=facts.figures,
        rules=tuple(sorted(rule.id for rule in judged if rule)),
        sample=bool(office.sample),
    )


def signature_block(signers: Iterable[Signer], day: date) -> SignatureBlock:
    """Who signs on a day, in the form of Nghị định 30/2020/NĐ-CP: a deputy signs "KT. CHỦ TỊCH" (for the chairman).

    Of several who could, the one who began last does.

    Raises:
        UserError: nobody signs on that day.
    """
    standing = [signer for signer in signers if within(signer.from_, signer.until, day)]
    if not standing:
        raise UserError(
            f"Chưa khai báo người ký cho ngày {day:%d/%m/%Y}.",
            "Hãy khai báo người ký báo cáo và thời gian giữ chức vụ.",
        )
    signer = max(standing, key=lambda item: item.from_)
    lines = tuple(line.strip().upper() for line in signer.title.split("/"))
    deputy = ("KT. CHỦ TỊCH",) if lines == ("PHÓ CHỦ TỊCH",) else ()
    return SignatureBlock(("TM. ỦY BAN NHÂN DÂN", *deputy, *lines), signer.name)


def _of_period(desk: Desk, period: str) -> list[ReportRecord]:
    return [item for item in desk.store.all(ReportRecord) if item.period == period]


def _issue(desk: Desk, period: str) -> int:
    """A report replaces one only after that was issued (phát hành); until then it is the same report made anew."""
    return 1 + sum(item.state == "issued" for item in _of_period(desk, period))


def _kept(desk: Desk, report: Report, pdf: bytes, xlsx: bytes) -> ReportRecord:
    drafts = [item.id for item in _of_period(desk, report.period) if item.issue == report.issue]
    return ReportRecord(
        id=drafts[0] if drafts else "",
        period=report.period,
        issue=report.issue,
        state="draft",
        state_on=desk.today.isoformat(),
        content=canonical(report).decode(),
        content_hash=content_hash(report),
        rules=report.rules,
        pdf_hash=hashlib.sha256(pdf).hexdigest(),
        xlsx_hash=hashlib.sha256(xlsx).hexdigest(),
    )


def figures_json(figures: Iterable[Figure]) -> dict[str, object]:
    """Figures by id, each ``{value, of, from, to, cumulative: {value, of, from, to}}``."""
    return {item.id: _measure(item.period) | {"cumulative": _measure(item.cumulative)} for item in figures}


def _measure(measure: Measure) -> dict[str, object]:
    return {"value": measure.value, "of": measure.of, "from": measure.first, "to": measure.last}
