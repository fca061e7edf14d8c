"""The top of the first page: letterhead, title, addressee. Imports reportlab; imported itself only by what draws."""

from reportlab.platypus import Flowable, Spacer, Table

from vnpresence_desktop.documents.writing import phrases, styles
from vnpresence_desktop.documents.writing.metrics import BOLD, balanced, measure
from vnpresence_desktop.documents.writing.styles import TEXT_WIDTH, borderless, paragraph, rule
from vnpresence_desktop.domain.report import Report

_COMMITTEE_SIDE = 0.39 * TEXT_WIDTH
_TITLE_WIDTH = 0.92 * TEXT_WIDTH


def opening(report: Report) -> list[Flowable]:
    """Everything above the first sentence."""
    return [
        _letterhead(report),
        Spacer(0, 16),
        paragraph(phrases.KIND, styles.TITLE),
        *_subject(phrases.title_words(report)),
        Spacer(0, 12),
        paragraph(phrases.address_line(report), styles.ADDRESS),
        Spacer(0, 4),
    ]


def _letterhead(report: Report) -> Table:
    below = [
        paragraph(phrases.symbol_line(report), styles.SYMBOL),
        paragraph(phrases.place_line(report), styles.PLACE_DATE),
    ]
    widths = [_COMMITTEE_SIDE, TEXT_WIDTH - _COMMITTEE_SIDE]
    return borderless([[committee(report, _COMMITTEE_SIDE), nation()], below], widths, row_gap=6)


def nation() -> list[Flowable]:
    """Quốc hiệu and Tiêu ngữ with its rule."""
    rule_length = measure(BOLD, styles.MOTTO.fontSize)(phrases.MOTTO)
    return [
        paragraph(phrases.NATION, styles.MINISTRY),
        paragraph(phrases.MOTTO, styles.MOTTO),
        rule(rule_length),
    ]


def committee(paper: phrases.Paper, room: float) -> list[Flowable]:
    """The issuing committee with its rule, in ``room`` points."""
    office, place = phrases.committee(paper)
    width = measure(BOLD, styles.MINISTRY.fontSize)
    lines = balanced(place, room, width)
    texts = [paragraph(line, styles.MINISTRY) for line in (office, *lines)]
    return [*texts, rule(styles.RULE_SHARE * width(lines[-1]), above=3)]


def _subject(title: str) -> list[Flowable]:
    width = measure(BOLD, styles.TITLE.fontSize)
    lines = balanced(title, _TITLE_WIDTH, width)
    rule_length = styles.RULE_SHARE * width(lines[-1])
    return [*(paragraph(line, styles.TITLE) for line in lines), rule(rule_length, above=4)]
