"""Whether a word can be a Vietnamese syllable as it is spelled: onset, rhyme, tone, and the letter that bears its mark.

For telling text that lost or mixed up its marks ("NGUYEÊN", "Duc", "NGUY?N") from text that did not; a word that fits may
still be another word than was meant, and a name of another language does not fit.
"""

import unicodedata
from collections.abc import Iterator

_ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
    "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_SPELLED = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt
uân uât uâng uây uê uêch uên uênh uơ uơn uy uya uych uyên uyêt uynh uyp uyt uyu
ư ưc ưi ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh yt ych
"""
_RHYMES = frozenset(_SPELLED.split())
_TONES = {"\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0301": "sắc", "\u0323": "nặng"}
_STOPPED = ("c", "ch", "p", "t")
"""Endings that only sắc and nặng can stand with."""
_HATTED = frozenset("ăâêôơư")
_VOWELS = frozenset("aeiouy") | _HATTED
_EITHER = frozenset({"oa", "oe", "uy"})
"""Rhymes with their tone on the first letter (old style: hòa) or on the second (new style: hoà)."""
_FRONT = ("e", "ê", "i", "y")


def is_syllable(word: str) -> bool:
    """Whether a single word can be spelled so, wherever its tone mark stands; case aside."""
    letters, tones = _without_tone(word.casefold())
    if len(tones) > 1 or (letters.endswith(_STOPPED) and tones not in (["sắc"], ["nặng"])):
        return False
    return any(True for _ in _parts(letters))


def is_written_syllable(word: str) -> bool:
    """Whether a word is a syllable whose onset suits its rhyme and whose tone mark stands where old or new style puts it.

    Stricter than `is_syllable`: "cễ" and "Ngùyên" are none. For choosing between readings of garbled text; people do
    write "Qúy" and "gía".
    """
    if not is_syllable(word):
        return False
    folded = word.casefold()
    place = _toned_letter(folded)
    return any(
        _suits(onset, rhyme) and (place is None or place - len(onset) in _bearers(rhyme))
        for onset, rhyme in _parts(_without_tone(folded)[0])
    )


def _parts(letters: str) -> Iterator[tuple[str, str]]:
    """Onset and rhyme, for each way to part them."""
    for onset in _ONSETS:
        if letters.startswith(onset) and letters[len(onset) :] in _RHYMES:
            yield onset, letters[len(onset) :]


def _suits(onset: str, rhyme: str) -> bool:
    if rhyme.startswith("yê"):
        return onset in ("", "qu")
    if onset == "g":
        return not rhyme.startswith(("e", "ê", "y", "ia", "iu"))
    if onset in ("c", "ng"):
        return not rhyme.startswith(_FRONT)
    return onset not in ("gh", "ngh") or rhyme.startswith(_FRONT)


def _bearers(rhyme: str) -> frozenset[int]:
    """Letters of a rhyme that may bear its tone: one with a hat or horn (the last), else by how many vowels there are."""
    hatted = [place for place, letter in enumerate(rhyme) if letter in _HATTED]
    if hatted:
        return frozenset(hatted[-1:])
    vowels = sum(letter in _VOWELS for letter in rhyme)
    if rhyme in _EITHER:
        return frozenset({0, 1})
    if vowels < len(rhyme):
        return frozenset({vowels - 1})
    return frozenset({1 if vowels == 3 else 0})


def _toned_letter(word: str) -> int | None:
    letters = 0
    for part in unicodedata.normalize("NFD", word):
        if part in _TONES:
            return letters - 1
        letters += not unicodedata.combining(part)
    return None


def _without_tone(word: str) -> tuple[str, list[str]]:
    parts = unicodedata.normalize("NFD", word)
    letters = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return letters, [_TONES[part] for part in parts if part in _TONES]
