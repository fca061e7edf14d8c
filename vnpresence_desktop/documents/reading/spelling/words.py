"""Which reading of a text makes Vietnamese syllables: as Unicode, as TCVN3 or as VNI."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from vnpresence_desktop.documents.reading.spelling import forms, tcvn3, vni
from vnpresence_desktop.documents.reading.spelling.fonts import OLD, Font
from vnpresence_desktop.domain.syllables import is_written_syllable

_FONTS = tuple(Font)
READ = {Font.TCVN3: tcvn3.read, Font.VNI: vni.read}
_READABLE = {Font.TCVN3: tcvn3.is_readable, Font.VNI: vni.is_readable}

WORD = re.compile("[A-Za-z\u00a1-\u00ff\u0100-\u024f\u0300-\u036f\u1e00-\u1eff\u2212\u2219\u03bc]+")
"""Letters, and the signs that are letters in an old font."""
_MARKED = re.compile("[ĂăĐđƠơƯưĨĩŨũ\u1ea0-\u1ef9]")
"""Letters that only Unicode has."""
_LETTER = re.compile(r"[^\W\d_]")
_IN_WORD = re.compile(
    f"[^\\W\\d_][{tcvn3.SIGNS}]+[^\\W\\d_]|(?:^|[{tcvn3.SIGNS}])(?!µ)[{tcvn3.SIGNS}][^\\W\\d_]"
    "|[a-z][À-ÖØ-Þ]|[A-Za-z][µ¸¶¹¨\u00ad¬]$"
)
"""No language writes "m¸y" or "bÞ"; "TÊn" may be a slip of the shift key, another sign at the end a trade mark."""
_ABBREVIATION = re.compile("[BCDĐFGHJKLMNPQRSTVWXZ]{2,}")
"""QĐ, ĐTXD, BLĐTBXH: no syllables, and nothing odd about them."""
SURE = 10
"""Evidence that is enough."""
_LIKELY = {Font.TCVN3: 5, Font.VNI: 1}
"""Of a word that may be foreign: "Loïc" and "Thaï" look like VNI."""


class Fit(NamedTuple):
    """How well one reading fits.

    Attributes:
        sound: words beyond ASCII that are syllables.
        odd: words beyond ASCII that are none.
        evidence: how surely it was meant: `SURE` for each word that no language has as it stands, less for one that only
            Vietnamese lacks, where the reading makes a syllable of it.
    """

    sound: int = 0
    odd: int = 0
    evidence: int = 0

    @property
    def score(self) -> int:
        """Syllables, less what is none: one strange word weighs three sound ones."""
        return self.sound - 3 * self.odd


@dataclass(frozen=True, slots=True)
class Look:
    """A text in every reading.

    Attributes:
        fits: reading → how well it fits.
        marked: it has letters that only Unicode has.
    """

    fits: Mapping[Font, Fit]
    marked: bool

    def opinion(self) -> Font | None:
        """What the text alone was surely typed for; None where it may be either."""
        if self.marked:
            return Font.UNICODE
        best, other = sorted(OLD, key=lambda font: (self.fits[font].score, self.fits[font].evidence), reverse=True)
        fit, plain = self.fits[best], self.fits[Font.UNICODE]
        if fit.evidence >= SURE and fit.odd * 3 <= fit.sound and fit.score > plain.score:
            return None if fit == self.fits[other] else best
        sound_only_so = plain.sound and not plain.odd and all(self.fits[font].odd for font in OLD)
        return Font.UNICODE if sound_only_so else None

    def allows(self, font: Font) -> bool:
        """Whether a reading that the neighbours ask for fits no worse than the text as it stands."""
        return self.fits[font].odd <= self.fits[Font.UNICODE].odd


_PLAIN = Look(dict.fromkeys(Font, Fit()), marked=False)
"""Of a text that reads the same in every font."""


def is_marked(text: str) -> bool:
    """Whether a text has letters that only Unicode has."""
    return _MARKED.search(text) is not None


def look(text: str) -> Look:
    """Weigh a text in every reading; it is as it stands in its cell, but for `mojibake`."""
    words = [_weigh(word) for word in WORD.findall(text) if not word.isascii()]
    if len(words) < 2:
        return words[0] if words else _PLAIN
    fits = {font: Fit(*map(sum, zip(*[word.fits[font] for word in words], strict=True))) for font in _FONTS}
    return Look(fits, marked=any(word.marked for word in words))


def mend_words(text: str, font: Font) -> str:
    """A text of both spellings, word by word: those that are no Vietnamese as they stand, but are when read as of that font."""
    return WORD.sub(lambda match: _mended(match[0], font), text)


def _mended(word: str, font: Font) -> str:
    if word.isascii():
        return word
    seen = _weigh(word)
    sound = seen.marked or seen.fits[Font.UNICODE].sound
    return word if sound or not seen.fits[font].sound else READ[font](word)


@lru_cache(maxsize=65536)
def _weigh(word: str) -> Look:
    if not _LETTER.search(word):
        return _PLAIN
    return Look({font: _fit(word, font) for font in Font}, marked=is_marked(word))


def _fit(word: str, font: Font) -> Fit:
    if font is Font.UNICODE:
        core = word.strip(tcvn3.SIGNS)
        if core.isascii():
            return Fit()
        return Fit(1) if _is_sound(core) else Fit(odd=1)
    text = READ[font](word)
    if not _READABLE[font](word) or not is_written_syllable(text):
        return Fit(odd=0 if _ABBREVIATION.fullmatch(text) else 1)
    return Fit(1, evidence=_evidence(word, font))


def _evidence(word: str, font: Font) -> int:
    if _is_sound(word):
        return 0
    sure = _IN_WORD.search(word) if font is Font.TCVN3 else vni.is_plain(word)
    return SURE if sure else _LIKELY[font]


def _is_sound(word: str) -> bool:
    """Whether a word is a syllable as it stands, in capitals, small letters or with the first one large."""
    return word[1:] in (word[1:].lower(), word[1:].upper()) and is_written_syllable(forms.compose(word))
