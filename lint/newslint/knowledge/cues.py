"""Cues: the verbs that show a quotation's speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERBS: Final = """
    accept acknowledge add admonish advise affirm agree allege announce argue ask assert assure bemoan boast caution
    chant chuckle complain concede conclude confess confide confirm contend continue counter criticise criticize
    decide declare demand deny describe disclose emphasise emphasize enthuse exclaim explain express gush insist
    instruct interject lament maintain marvel mention mumble mutter observe opine pledge plead predict proclaim
    propose recall recount reflect reiterate remark remember remind repeat reply respond retort reveal roar scoff
    scream shout shriek sigh suggest summarise summarize tease testify tweet urge utter vow wail warn whisper wonder
    yell
"""
# Their other forms are nouns as often as not: "the charge", "reports", "a state".
_NOUNS_TOO: Final = """
    accuse answer bark beam begin blog charge claim comment cry email hint joke laugh message muse note object offer
    point post praise promise protest question quip reason report request retweet slam smile snap state stress text
    vent voice worry
"""
_IRREGULAR: Final = """
    say says said saying tell tells told telling write writes wrote written writing read reads think thinks
    thought sang calls called calling quoted quoting quipped swore put puts admitted admitting begged began heard
    spoke speaking believes believed feared felt knew denied cried states stated reports replied testified worried
    cites cited citing notes adds claims asks summed shared shares sharing typed
"""


def _forms(lemma: str, *, noun: bool) -> Iterator[str]:
    stem = lemma.removesuffix("e")
    yield from (f"{stem}ed", f"{stem}ing")
    if not noun:
        yield from (lemma, f"{lemma}s", f"{lemma[:-1]}ies")


CUES: Final = frozenset(_IRREGULAR.split()).union(
    *(_forms(lemma, noun=False) for lemma in _VERBS.split()),
    *(_forms(lemma, noun=True) for lemma in _NOUNS_TOO.split()),
)
# Verbs that only report speech: whoever is the subject of one is a source.
PLAIN: Final = (
    "said says say told tells added adds wrote writes tweeted announced testified acknowledged confirmed argued argues "
    "explained noted warned asked replied recalled insisted"
)
SAYING: Final = frozenset(PLAIN.split())
