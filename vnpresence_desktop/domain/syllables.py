"""Whether a word can be a Vietnamese syllable as it is spelled: onset, rhyme, and the tone that its ending allows.

For telling text that lost or mixed up its marks ("NGUYEÊN", "Duc", "NGUY?N") from text that did not; a word that fits may
still be another word than was meant, and a name of another language does not fit.
"""

import unicodedata

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


def is_syllable(word: str) -> bool:
    """Whether a single word can be spelled so; case aside."""
    letters, tones = _without_tone(word.casefold())
    if len(tones) > 1 or (letters.endswith(_STOPPED) and tones not in (["sắc"], ["nặng"])):
        return False
    return any(letters.startswith(onset) and letters[len(onset) :] in _RHYMES for onset in _ONSETS)


def _without_tone(word: str) -> tuple[str, list[str]]:
    parts = unicodedata.normalize("NFD", word)
    letters = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return letters, [_TONES[part] for part in parts if part in _TONES]
