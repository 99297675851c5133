"""indefinite-article: `a` and `an` by the sound of what follows, where the spelling settles the sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE = re.compile(
    r"(?P<article>[Aa](?<![\w'.&/@#$£€\u00ad-].)n?) [\"“‘']?(?P<next>[$£€]?(?:[^\W\d_](?:[\w'&]|\.(?=\w))*|\d[\d,.]*))(?P<after>.?)"
)
# The rules of thumb of English spelling: letters that begin with the other sound than they look.
_CONSONANT = re.compile(
    r"(?:eu(?!re\b)|ewe|one(?!r|ga|id)|once|uni(?!n|m|d|ss)|unanim|us(?:e|u|ag|ab)|ut(?:e|il|op|ah)|uly|ur(?:ani|anu|in[ae]|olog)|ubiq|ukulele|ukrain|ugand|usur)"
)
_VOWEL = re.compile(r"(?:hour|honest|honou?r|heir|x-)")
# What speakers disagree on, or what the spelling does not settle: nothing is said of these.
_DOUBTFUL = re.compile(
    r"(?:h(?:isp|ist|ab|otel|eroic|eredit|yst|alluc|armonic|orr|ypo|erb|omage|ua|uman|umble|ilar|uge)|oui|oua|oax|ui|uyg|uig|ub"
    r"|ur[ua]|y[^aeiou]|ye?[^aeiou]?$|x|io|e[wu]|unio|on[eo]|u\W|eh|er?$|um?$|uh|i$)"
)
# Words after which the article is no article: "section a of", "vitamin A is", "a and b".
_NO_NOUN: Final = frozenset(
    "and or is in as if at of on it are an am i us up out off only a un el en et al aux ante e o u y une union".split()
)
_SPELT: Final = frozenset(
    "ACL ATM EU FAA FBI FOI HIV HOA IPO IRS ISP LAPD LED LGBTQ LSU MBA MEP MIT MRI NBA NCAA NGO NIH NRA NSA NYPD RAF RSVP "
    "RV SEC SOS SUV UAE UCLA UFO UK UN US USB USDA".split(" ")
)
# "A N.Y. judge" is read out in full.
_STATES: Final = frozenset(
    "AL AK AR AZ FL HI IA ID IL IN LA MA MD ME MI MN MO MS NC ND NE NH NJ NM NV NY OH OK OR RI SC SD".split()
)
_SAID_VOWEL: Final = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel


class IndefiniteArticle(Check, frozen=True, kw_only=True):
    """Reports `a` before a vowel sound and `an` before a consonant; silent wherever speakers could disagree."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"next"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every wrong article; the other one is the suggestion."""
        folded, start, end = unit.folded(case=False)
        for hit in _ARTICLE.finditer(folded.text, start, end):
            sound = sound_of(hit["next"], hit["after"])
            wrong = sound == "vowel" if hit["article"] in "aA" else sound == "consonant"
            if wrong and not _is_label(folded.text, hit):
                span = folded.span(*hit.span("article"))
                yield Match(span, (_other(hit["article"]),), values={"next": hit["next"]})


def _other(article: str) -> str:
    return article[0] if len(article) == 2 else f"{article}n"


def _is_label(text: str, hit: re.Match[str]) -> bool:
    """Whether the `A` is a name, not an article: a capital inside a sentence ("Vitamin A is", "Serie A inter")."""
    before = text[: hit.start()].rstrip(" \"“‘'([")[-1:]
    return hit["article"][0] == "A" and before != "" and before not in '.!?:\n—–…”’"|•-'


def sound_of(word: str, after: str = "") -> str:
    """`vowel`, `consonant`, or empty where the spelling of a word (and the sign after it) does not settle it."""
    bare = word.lstrip("$£€")
    if bare == "0" or bare[1:2] in ("'", "’"):  # "an 0-3 record", "an f'ing nuisance"
        return ""
    if bare[0].isdigit():
        return _number(bare.rstrip(",."))
    if (bare.lower() in _NO_NOUN and not bare.isupper()) or not bare.isascii():
        return ""
    letters = bare.replace(".", "").replace("'s", "").replace("&", "")
    if len(letters) == 1:
        return _letter(letters) if letters.isupper() and letters != "H" and after not in (" ", "") else ""
    if after == "-" and len(letters) < 4 and not letters.islower() and not letters.isupper():  # "an Su-24"
        return ""
    if letters[: 1 + (not letters[1].isdigit())].isupper() and (letters.isupper() or letters[:-1].isupper()):
        return _initials(letters.rstrip("s").upper(), dotted="." in bare)
    return _word(bare.lower()) if bare[1:].islower() else ""


def _number(digits: str) -> str:
    whole = digits.partition(".")[0]
    if whole.startswith("8") or whole in ("11", "18") or re.fullmatch(r"1[18],\d{3}(?:,\d{3})?", whole):
        return "vowel"
    if re.fullmatch(r"1[18]\d\d|11\d|18\d", whole):
        return ""
    return "consonant"


def _letter(letter: str) -> str:
    return "vowel" if letter in _SAID_VOWEL else "consonant"


def _initials(letters: str, *, dotted: bool) -> str:
    """Abbreviations: said letter by letter if they are dotted, known or have no vowel; as a word, who knows."""
    if letters in _STATES or letters[0] == "H":  # aitch or haitch
        return ""
    spelt = (
        dotted or letters in _SPELT or not set(letters) & set("AEIOUY") or any(letter.isdigit() for letter in letters)
    )
    if spelt and len(letters) <= 6:
        return _letter(letters[0])
    if len(letters) > 5 or letters[0] in "UY" or letters.startswith(("ON", "EU", "EW")):
        return ""
    if letters[0] in "AEIO":
        return "vowel"
    return "" if letters[0] in _SAID_VOWEL else "consonant"


def _word(word: str) -> str:
    if _CONSONANT.match(word):
        return "consonant"
    if _VOWEL.match(word):
        return "vowel"
    if _DOUBTFUL.match(word):
        return ""
    return "vowel" if word[0] in "aeiou" else "consonant"
