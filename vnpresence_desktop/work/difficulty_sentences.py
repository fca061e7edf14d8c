"""What a report says of recorded difficulties, in the wording of the programme profile."""

from collections.abc import Iterable, Mapping

from vnpresence_desktop.domain.programme import Programme
from vnpresence_desktop.domain.records import Difficulty

_ENDS = " .;,"


def difficulty_sentences(programme: Programme, section: str, difficulties: Iterable[Difficulty]) -> tuple[str, ...]:
    """What the register says for a section.

    Args:
        programme: its wording names the sentences "<section>.difficulty", "<section>.difficulty_cause" and
            "<section>.proposal"; a section without them holds none.
        section: id, e.g. "III".
        difficulties: of the period.

    Returns:
        One sentence a difficulty, by day; those that say nothing for the section are passed over.
    """
    ordered = sorted(difficulties, key=lambda item: (item.date, item.id))
    sentences = (_sentence(programme.wording, section, item) for item in ordered)
    return tuple(dict.fromkeys(filter(None, sentences)))


def _sentence(wording: Mapping[str, str], section: str, item: Difficulty) -> str:
    told = "difficulty_cause" if item.cause.strip() else "difficulty"
    template = wording.get(f"{section}.{told}") or (item.proposal.strip() and wording.get(f"{section}.proposal")) or ""
    parts = {"matter": item.matter, "cause": item.cause, "proposal": item.proposal}
    return template.format_map({name: text.strip(_ENDS) for name, text in parts.items()})
