"""The demo's report, counted, drawn, signed and kept, against reportlab alone drawing the same pages."""

import io
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Paragraph as Drawn

from vnpresence_desktop.domain.report import Blank, Report, Table
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.demo import PERIOD, clock
from vnpresence_desktop.work.demo_commune import make_commune
from vnpresence_desktop.work.desk import Desk, load_rules
from vnpresence_desktop.work.quarter import export_report
from vnpresence_desktop.work.signing import with_identity

ROUNDS = 7


def measure() -> dict[str, dict[str, float | str]]:
    """`report_ratio`: medians of interleaved rounds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, _ = Store.create(folder / "register.db", folder / "pc", now=clock, actor="bench")
        with store:
            desk = Desk(folder, store, load_rules(folder), clock)
            with store.unit() as unit:
                for record in make_commune().records():
                    unit.put(record)
            report = export_report(desk, PERIOD, None, with_identity(desk)).report
            ours, bare = [], []
            for _ in range(ROUNDS):
                start = perf_counter()
                export_report(desk, PERIOD, None, with_identity(desk))
                middle = perf_counter()
                _bare(report)
                ours.append(middle - start)
                bare.append(perf_counter() - middle)
    return {"report_ratio": {"value": round(median(ours) / median(bare), 2), "unit": "×", "aim": 1.5}}


def _bare(report: Report) -> bytes:
    """The same words and tables, every cell wrapped, in reportlab's own plain manner."""
    text, cell = (
        ParagraphStyle("text", fontName="Tinos", fontSize=14, leading=19),
        ParagraphStyle("cell", fontName="Tinos", fontSize=11, leading=13),
    )
    story: list[object] = []
    for block in report.blocks:
        if isinstance(block, Table):
            head = [[Drawn(column.title, cell) for column in block.columns]]
            rows = [[Drawn("" if value is None else str(value), cell) for value in row] for row in block.rows]
            table = LongTable(head + rows, repeatRows=1)
            table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
            story += [Drawn(block.title, text), table, Spacer(1, 8)]
        elif not isinstance(block, Blank):
            story.append(Drawn(block.text, text))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()
