"""What is known of the free period today, for the line above every page."""

from vnpresence_desktop.domain.eligibility import FreePeriod, free_period
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.rules import pick
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.texts import say


def known_today(desk: Desk) -> tuple[str, str]:
    """Level ("ok", "warning") and one sentence on the free domains of today; never asserts what is only heard of."""
    day = desk.today
    zones: dict[str, tuple[FreePeriod, str]] = {}
    for kind in CANDIDATES:
        rule = pick(desk.rules, kind, day)
        if rule is None:
            continue
        zones.setdefault(rule.domain, (free_period(rule, day), f"{rule.valid_until:%d/%m/%Y}"))
    said = "; ".join(say("banner", state, zone=zone, until=until) for zone, (state, until) in sorted(zones.items()))
    states = {state for state, _ in zones.values()}
    level = "ok" if states == {FreePeriod.IN_FORCE} else "warning"
    return level, f"{said}." if level == "ok" else f"{said}. {say('banner', 'go_on')}"
