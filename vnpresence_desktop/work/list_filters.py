"""How an officer narrows a list: a handful of usual choices, each a part that can be put on and taken off again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.domains import HELD, OPEN
from vnpresence_desktop.domain.filters import Filter, OneOf
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.work.texts import label, say, source_words

ENDED = ("refused", "expired", "revoked")
"""The domain was not given, or is the candidate's no more."""
_DOMAIN: Mapping[str, tuple[str, ...]] = {"open": OPEN, "held": HELD, "ended": ENDED}
FIELDS = ("hamlet", "state", "wish", "source")
"""Groups of choices that are values of a field, any of which will do."""
EXCLUSIVE = ("domain", "reached", "since")
"""Groups of choices that take the place of one another."""


@dataclass(frozen=True, slots=True)
class Part:
    """One choice.

    Attributes:
        group: "condition", "domain", "reached", one of `FIELDS`, "missing", "doubt", "since".
        code: what is chosen: a condition's code, "none", "open", "held" or "ended" of domains, "yes" or "no", a value of
            the field, a field that is blank, "unconfirmed" or "accepted", an ISO date.
    """

    group: str
    code: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records a list shows.

    Attributes:
        filter: conditions on what is recorded.
        conditions: what the rules may say of a record today, see `domain.eligibility.Condition`; empty for anything.
    """

    filter: Filter = field(default_factory=Filter)
    conditions: tuple[str, ...] = ()

    @property
    def asks_nothing(self) -> bool:
        """Whether every record is meant."""
        return self == Wanted()


def parts(wanted: Wanted) -> tuple[Part, ...]:
    """The choices that a list is narrowed by, in a fixed order; the text searched for is none."""
    asked = wanted.filter
    found = [Part("condition", code) for code in wanted.conditions]
    found += [Part("domain", _domain_code(asked))] if _domain_code(asked) else []
    found += [] if asked.reached is None else [Part("reached", "yes" if asked.reached else "no")]
    found += [Part(item.field, value) for item in asked.one_of for value in item.values]
    found += [Part("missing", name) for name in asked.blank]
    found += [Part("doubt", name) for name in ("unconfirmed", "accepted") if getattr(asked, name)]
    found += [Part("since", asked.updated_since)] if asked.updated_since else []
    return tuple(found)


def _domain_code(asked: Filter) -> str:
    if asked.has_registration is False:
        return "none"
    return next((code for code, states in _DOMAIN.items() if set(states) == set(asked.registration)), "")


def put(wanted: Wanted, part: Part) -> Wanted:
    """The list narrowed by one more choice; one of `EXCLUSIVE` takes the place of another of its group."""
    if part.group == "condition":
        return replace(wanted, conditions=_with(wanted.conditions, part.code))
    return replace(wanted, filter=_PUT.get(part.group, _put_value)(wanted.filter, part))


def drop(wanted: Wanted, part: Part) -> Wanted:
    """The list without a choice."""
    if part.group == "condition":
        return replace(wanted, conditions=_without(wanted.conditions, part.code))
    return replace(wanted, filter=_DROP.get(part.group, _drop_value)(wanted.filter, part))


def clear(wanted: Wanted) -> Wanted:
    """The list without any choice; the text searched for stays."""
    return Wanted(Filter(text=wanted.filter.text))


def _with(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return values if value in values else (*values, value)


def _without(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(item for item in values if item != value)


def _put_domain(asked: Filter, part: Part) -> Filter:
    nothing = part.code == "none"
    return replace(
        asked, has_registration=False if nothing else None, registration=() if nothing else _DOMAIN[part.code]
    )


def _drop_domain(asked: Filter, _: Part) -> Filter:
    return replace(asked, has_registration=None, registration=())


def _put_value(asked: Filter, part: Part) -> Filter:
    kept = next((item.values for item in asked.one_of if item.field == part.group), ())
    return _values(asked, part.group, _with(kept, part.code))


def _drop_value(asked: Filter, part: Part) -> Filter:
    kept = next((item.values for item in asked.one_of if item.field == part.group), ())
    return _values(asked, part.group, _without(kept, part.code))


def _values(asked: Filter, name: str, values: tuple[str, ...]) -> Filter:
    known = {item.field: item.values for item in asked.one_of} | {name: values}
    order = sorted(known, key=lambda one: FIELDS.index(one) if one in FIELDS else len(FIELDS))
    return replace(asked, one_of=tuple(OneOf(one, known[one]) for one in order if known[one]))


_Change = Callable[[Filter, Part], Filter]
_PUT: Mapping[str, _Change] = {
    "domain": _put_domain,
    "reached": lambda asked, part: replace(asked, reached=part.code == "yes"),
    "missing": lambda asked, part: replace(asked, blank=_with(asked.blank, part.code)),
    "doubt": lambda asked, part: _doubt(asked, part, holds=True),
    "since": lambda asked, part: replace(asked, updated_since=part.code),
}
_DROP: Mapping[str, _Change] = {
    "domain": _drop_domain,
    "reached": lambda asked, _: replace(asked, reached=None),
    "missing": lambda asked, part: replace(asked, blank=_without(asked.blank, part.code)),
    "doubt": lambda asked, part: _doubt(asked, part, holds=None),
    "since": lambda asked, _: replace(asked, updated_since=""),
}


def _doubt(asked: Filter, part: Part, *, holds: bool | None) -> Filter:
    return replace(asked, unconfirmed=holds) if part.code == "unconfirmed" else replace(asked, accepted=holds)


# -- words


def words(kind: Kind, part: Part) -> str:
    """A choice as it is shown, e.g. "Thiếu số điện thoại"; the group is not named where the choice speaks for itself."""
    text = _said(kind, part)
    return capital(text)


def _said(kind: Kind, part: Part) -> str:
    if part.group == "missing":
        return f"thiếu {label(part.code)}"
    if part.group == "since":
        return f"sửa từ {show(part.code)}"
    if part.group == "state":
        return say("state_citizen" if kind is Kind.CITIZEN else "state", part.code)
    if part.group == "source":
        return source_words(part.code)
    if part.group in ("condition", "wish"):
        return say(part.group, part.code)
    return part.code if part.group in FIELDS else say("choice", f"{part.group}_{part.code}")
