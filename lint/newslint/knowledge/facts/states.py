"""What has become of those who are counted: dead, hurt, held, saved and so on, by the verb or noun beside a figure.

`killed nine`, `nine people died`, `nine dead`, `a death toll of nine` and `nine bodies` count one thing; `nine were injured`
counts another. Quick reading takes it from the words around; the parse says no more here.
"""

from __future__ import annotations

from typing import Final

from newslint.patterns import lazy

_DEAD: Final = r"kill(?:s|ed|ing)|murder(?:s|ed|ing)|massacr(?:es|ed|ing)|claim(?:s|ed|ing)(?: the lives of)?"
# The verb (or noun) before a figure, by state.
_VERBS: Final = {
    "dead": rf"{_DEAD}|buried|(?:number of (?:the )?(?:dead|deaths|people killed|victims|fatalities)|dead|toll)(?: "
    rf"\w+){{0,5}}? (?:at|to|of|by|is|was|reached)|deaths (?:at|to)",
    "hurt": r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|maim(?:s|ed|ing)",
    "held": r"arrest(?:s|ed|ing)|detain(?:s|ed|ing)|round(?:s|ed|ing) up|took into custody",
    "saved": r"rescu(?:es|ed|ing)|sav(?:es|ed|ing)|pull(?:s|ed|ing)(?: out)?|freed|evacuat(?:es|ed|ing)",
    "displaced": r"displac(?:es|ed|ing)|uproot(?:s|ed|ing)|left homeless",
    "infected": r"infect(?:s|ed|ing)|sicken(?:s|ed|ing)|(?:cases?|case count|[a-z]+ count)(?: \w+){0,4}? (?:at|to|is|was|now)",
    "charged": r"charg(?:es|ed|ing)|indict(?:s|ed|ing)|convict(?:s|ed|ing)|jail(?:s|ed|ing)|sentenc(?:es|ed|ing)",
    "fired": r"sack(?:s|ed|ing)|lay(?:s|ing)? off|laid off|fir(?:es|ed|ing)|dismiss(?:es|ed|ing)",
}
# What follows the figure and its noun.
_SAID: Final = {
    "dead": r"killed|dead|died|dies?|perish(?:ed)?|murdered|lost their li(?:fe|ves)|drowned|slain|shot dead|fatalit(?:ies|y)|"
    r"deaths?|lives (?:lost|were lost|claimed)|bodies|corpses",
    "hurt": r"injured|wounded|hurt|injuries|casualties|hospitali[sz]ed|in hospital|maimed",
    "missing": r"missing|unaccounted for|lost at sea|disappeared|vanished",
    "held": r"arrested|detained|arrests|detainees|in custody|held by|taken into custody|behind bars",
    "saved": r"rescued|saved|survived|survivors|pulled (?:out|free|from|alive)|evacuated|escaped|freed",
    "displaced": r"displaced|homeless|evacuees|fled(?: their homes)?",
    "infected": r"infected|infections|tested positive|fell ill|sickened",
    "charged": r"charged|indicted|convicted|jailed|sentenced",
    "fired": r"laid off|sacked|made redundant|let go|dismissed|redundanc(?:ies|y)|layoffs",
    "aboard": r"aboard|on board|onboard",
}
_HEDGES: Final = (
    r"(?: (?:at least|about|around|nearly|almost|more than|over|some|up to|the|all|all of the|a total of|only|just|as "
    r"many as|an "
    r"estimated|roughly|another|fewer than|an additional|a further|approximately))*"
)
_BEFORE = lazy(
    rf"\b(?:{'|'.join(f'(?P<{state}>{verbs})' for state, verbs in _VERBS.items())})(?: (?:were|are))?{_HEDGES} \Z"
)
_AUXILIARY: Final = (
    r"(?:,? (?:who|that|which))?(?: (?:were|was|are|is|be|been|being|have|has|had|will|could|may|might|also|reported|"
    r"reportedly|confirmed|feared|found|left|believed|presumed|later|still|listed as|already|officially|now))*"
)
_AFTER = lazy(rf"{_AUXILIARY} (?:{'|'.join(f'(?P<{state}>{words})' for state, words in _SAID.items())})\b")
_REACH: Final = 60  # code points of a verb and hedges before a figure, and of auxiliaries after it


def state_before(text: str, at: int, start: int) -> str:
    """The state that the words before a figure of a folded text give, or nothing."""
    hit = _BEFORE.search(text, max(start, at - _REACH), at)
    return hit.lastgroup or "" if hit else ""


def state_after(text: str, at: int, end: int) -> str:
    """The state that the words after a figure, or after its noun, give, or nothing."""
    hit = _AFTER.match(text, at, min(end, at + _REACH))
    return hit.lastgroup or "" if hit else ""
