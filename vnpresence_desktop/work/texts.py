"""Vietnamese for codes: one table (`resources/texts.toml`), shared by the command line and the window."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from vnpresence_desktop import assets

if TYPE_CHECKING:
    from vnpresence_desktop.domain.eligibility import Reason
    from vnpresence_desktop.domain.problems import Problem


@cache
def _file() -> str:
    return assets.text("texts.toml")


@cache
def _section(name: str) -> dict[str, str]:
    """One section of the table, read when it is first asked for: the first list needs a tenth of them."""
    begin = _file().find(f"\n[{name}]\n")
    if begin < 0:
        raise KeyError(name)
    section, *_ = _file()[begin + 1 :].split("\n[", 1)
    words: dict[str, str] = tomllib.loads(section)[name]
    return words


def say(section: str, code: str, **values: Any) -> str:
    """The text of a code, e.g. ``say("condition", "eligible")``; the code itself where there is no text."""
    template = _section(section).get(code)
    return code if template is None else template.format_map(_Lenient(values))  # braces in what is no code are its own


class _Lenient(dict[str, Any]):
    """A value that a message mentions but was not given leaves a blank: a message never fails."""

    def __missing__(self, key: str) -> str:
        return "…"


def label(field: str) -> str:
    """Name of a record's field as shown, e.g. "số định danh cá nhân"."""
    return say("field", field)


def source_words(source: str) -> str:
    """Where a record came from: "nhập tay", "danh sách “ho_kd.xlsx”"."""
    code, _, name = source.partition(":")
    return say("source", code, name=name) if code == "file" else say("source", source)


def message(problem: Problem) -> str:
    """What is wrong and what to do about it, one or two sentences."""
    return say("problem", problem.code, label=label(problem.field), **dict(problem.values))


def reason_text(code: str) -> str:
    """A reason's code in words; a rule that an office brought in may need any field."""
    field = code.removesuffix("_missing")
    known = code == field or code in _section("reason")
    return say("reason", code) if known else say("reason", "missing", label=label(field))


def because(reason: Reason) -> str:
    """A reason of a verdict in the law's words, with its citation."""
    words = reason_text(reason.code)
    return f"{words} ({reason.basis})" if reason.basis else words
