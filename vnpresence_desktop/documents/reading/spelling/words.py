"""Which reading of a text makes Vietnamese syllables: as Unicode, as TCVN3 or as VNI."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from vnpresence_desktop.documents.reading.spelling import forms, tcvn3, vni
from vnpresence_desktop.documents.reading.spelling.fonts import OLD, Font
from vnpresence_desktop.domain.syllables import is_written_syllable

READ = {Font.TCVN3: tcvn3.read, Font.VNI: vni.read}
_READABLE = {Font.TCVN3: tcvn3.is_readable, Font.VNI: vni.is_readable}

WORD = re.compile("[A-Za-z\u00a1-\u00ff\u0100-\u024f\u0300-\u036f\u1e00-\u1eff\u2212\u2219\u03bc]+")
"""Letters, and the signs that are letters in an old font."""
_MARKED = re.compile("[ĂăĐđƠơƯưĨĩŨũ\u1ea0-\u1ef9]")
"""Letters that only Unicode has."""
_LETTER = re.compile(r"[^\W\d_]")
_IN_WORD = re.compile(
    f"[^\\W\\d_][{tcvn3.SIGNS}]+[^\\W\\d_]|(?:^|[{tcvn3.SIGNS}])[{tcvn3.SIGNS}][^\\W\\d_]"
    "|[a-z][À-ÖØ-Þ]|[A-Za-z][À-ÖØ-Þ][a-z]|[A-Za-z][µ¸¶¹¨\u00ad¬]$"
)
"""No language writes "m¸y", "TÊn" or "bÞ"; another sign at the end may be a footnote or a trade mark."""
_SURE, _LIKELY = 2, 1


@dataclass(frozen=True, slots=True)
class Fit:
    """How well one reading fits.

    Attributes:
        sound: words beyond ASCII that are syllables.
        odd: words beyond ASCII that are none.
        evidence: how surely it was meant: 2 for each word that no language has as it stands, 1 for one that Vietnamese
            lacks, where the reading makes a syllable of it.
    """

    sound: int = 0
    odd: int = 0
    evidence: int = 0

    @property
    def score(self) -> int:
        """Syllables, less what is none: one strange word weighs three sound ones."""
        return self.sound - 3 * self.odd

    def __add__(self, other: "Fit") -> "Fit":
        return Fit(self.sound + other.sound, self.odd + other.odd, self.evidence + other.evidence)


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
        if fit.evidence >= _SURE and fit.odd * 3 <= fit.sound and fit.score > plain.score:
            return None if fit == self.fits[other] else best
        sound_only_so = plain.sound and not plain.odd and all(self.fits[font].odd for font in OLD)
        return Font.UNICODE if sound_only_so else None

    def allows(self, font: Font) -> bool:
        """Whether a reading that the neighbours ask for fits no worse than the text as it stands."""
        return self.fits[font].odd <= self.fits[Font.UNICODE].odd


@dataclass(frozen=True, slots=True)
class _Word:
    """A word beyond ASCII in every reading."""

    fits: Mapping[Font, Fit] = field(default_factory=dict)
    marked: bool = False


def look(text: str) -> Look:
    """Weigh a text in every reading; it is as it stands in its cell, but for `mojibake`."""
    words = [_weigh(word) for word in WORD.findall(text) if not word.isascii()]
    fits = {font: sum((word.fits[font] for word in words if word.fits), Fit()) for font in Font}
    return Look(fits, marked=any(word.marked for word in words))


def mend_words(text: str, font: Font) -> str:
    """A text of both spellings, word by word: those that are no Vietnamese as they stand, but are when read as of that font."""
    return WORD.sub(lambda match: _mended(match[0], font), text)


def _mended(word: str, font: Font) -> str:
    if word.isascii():
        return word
    weighed = _weigh(word)
    foreign = weighed.marked or not weighed.fits or weighed.fits[Font.UNICODE].sound
    return word if foreign or not weighed.fits[font].sound else READ[font](word)


@lru_cache(maxsize=65536)
def _weigh(word: str) -> _Word:
    if not _LETTER.search(word):
        return _Word()
    return _Word({font: _fit(word, font) for font in Font}, marked=_MARKED.search(word) is not None)


def _fit(word: str, font: Font) -> Fit:
    if font is Font.UNICODE:
        core = word.strip(tcvn3.SIGNS)
        if core.isascii():
            return Fit()
        return Fit(1) if _is_sound(core) else Fit(odd=1)
    if not _READABLE[font](word) or not is_written_syllable(READ[font](word)):
        return Fit(odd=1)
    return Fit(1, evidence=_evidence(word, font))


def _evidence(word: str, font: Font) -> int:
    if _is_sound(word):
        return 0
    sure = _IN_WORD.search(word) if font is Font.TCVN3 else vni.is_plain(word)
    return _SURE if sure else _LIKELY


def _is_sound(word: str) -> bool:
    return is_written_syllable(forms.compose(word))
