"""Alt+letter for the fields of a form, given out so that no two clash and as many as possible have one."""

from collections.abc import Sequence


def assign(labels: Sequence[str], reserved: str = "") -> list[str]:
    """Put "&" before one letter of each label, a different one for each; labels that find none free stay without.

    Only a–z and digits: letters with marks can't be pressed together with Alt under Unikey. First letters of words are
    tried first; an earlier label moves on to another of its letters where a later one has no choice.

    Args:
        labels: as shown, without "&".
        reserved: letters that something else uses, e.g. the page's buttons.
    """
    choices = [_places(text, reserved.lower()) for text in labels]
    owners: dict[str, int] = {}
    for number in range(len(labels)):
        _give(number, choices, owners, set())
    marked = list(labels)
    for letter, number in owners.items():
        text, place = labels[number], choices[number][letter]
        marked[number] = f"{text[:place]}&{text[place:]}"
    return marked


def _places(text: str, reserved: str) -> dict[str, int]:
    """Letter → its place in the text, the best first."""
    starts = [place for place in range(len(text)) if place == 0 or text[place - 1] == " "]
    found: dict[str, int] = {}
    for place in (*starts, *range(len(text))):
        letter = text[place].lower()
        if letter.isascii() and letter.isalnum() and letter not in reserved:
            found.setdefault(letter, place)
    return found


def _give(number: int, choices: Sequence[dict[str, int]], owners: dict[str, int], tried: set[str]) -> bool:
    """Give a label a letter, moving others on where needed (augmenting path of a bipartite matching)."""
    for letter in choices[number]:
        if letter not in owners:
            owners[letter] = number
            return True
    for letter in choices[number]:
        if letter not in tried:
            tried.add(letter)
            if _give(owners[letter], choices, owners, tried):
                owners[letter] = number
                return True
    return False
