"""Sounds: whether a word, a number or an abbreviation begins with a vowel sound, as far as its spelling settles that."""

from __future__ import annotations

import re
from typing import Final

from newslint.patterns import lazy

# The rules of thumb of English spelling: letters that begin with the other sound than they look.
_CONSONANT: Final = lazy(
    r"(?:eu(?!re\b|ler)|ewe|one(?!r|ga|id)|once|uni(?!n|m(?!od)|d(?!ir)|ss)|unanim|unary|us(?:e|u|ag|ab|ing)|ut(?:e|il|op|ah)|uly"
    r"|ur(?:ani|anu|in[ae]|olog)|ubiq|ukulele|ukrain|ugand|usur)"
)
_VOWEL: Final = lazy(r"(?:hour|honest|honou?r|heir|x-)")
# What speakers disagree on, or what the spelling does not settle: nothing is said of these.
_DOUBTFUL: Final = lazy(
    r"(?:h(?:isp|ist|ab|otel|eroic|eredit|yst|alluc|armonic|orr|ypo|erb|omage|ua|uman|umble|ilar|uge)|oui|oua|oax|ui|uyg|uig|ub"
    r"|ur[ual]|usb|usr|utf|udp|uuid|udev|y[^aeiou]|ye?[^aeiou]?$|x|io|e[wu]|unio|on[eo]|u\W|eh|er?$|um?$|uh|ux|i$)"
)
# Words after which the article is no article: "section a of", "vitamin A is", "a and b", "turn a into".
_NO_NOUN: Final = frozenset(
    "and or is in as if at of on it are an am i us up out off only a un el en et al aux ante e o u y une union "
    "into onto upon unless until although among amid".split()
)
_SPELT: Final = frozenset(
    "ACL ATM EU FAA FBI FOI HIV HOA IPO IRS ISP LAPD LED LGBTQ LSU MBA MEP MIT MRI NBA NCAA NGO NIH NRA NSA NYPD RAF RSVP "
    "RV SEC SOS SUV UAE UCLA UFO UK UN US USB USDA UTF".split()
)
_UNSETTLED: Final = frozenset(
    "AA AAA FT SQL SCSI SSO NVIDIA SXSW".split()
)  # "triple-A", "full-time", "sequel": as a word, or letter by letter
_READABLE: Final = lazy(r"(?=[A-Z]*[AEIOU])[A-Z]{3}")
_MARK: Final = lazy(r"MK\d+")  # "a Mk 48 torpedo": mark 48
# "A N.Y. judge" is read out in full.
_STATES: Final = frozenset(
    "AL AK AR AZ FL HI IA ID IL IN LA MA MD ME MI MN MO MS NC ND NE NH NJ NM NV NY OH OK OR RI SC SD".split()
)
_SAID_VOWEL: Final = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel
_NAMED_FOR_CONSONANT: Final = "bcdgjkpqtvwyz"  # a consonant, whether the word is read or spelt
_ROMAN: Final = lazy(r"(?=[XVILM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LETTERED: Final = lazy(r"[ei][A-Z][a-z]{2}")  # an eBook, an iPhone: the letter is said by its name
# An amount behind the letters of its currency: "a S$30 note", "N5m", "a K81 billion debt", "a R500 fine", "RMB4-trillion".
_AMOUNT: Final = lazy(
    r"[A-Z][A-Za-z]{0,2}(?:[$£€]|\d{3,}|\d[\d,.]*(?:,\d{3}|k\b|-?[mbt](?:illio|r)?n?\b| (?:m|b|tr)illion\b))|(?:RMB|Rs|Ksh|RM)\d"
)
# After a letter that is no letter's name: "section a of", "a S$30 note", "a S. 66A case" of law, a section's.
_NO_LETTER: Final = lazy(r"[ /)$£€]|\Z|\. ?\d")


def sound_of(word: str, after: str = "", *, known: bool = True) -> str:
    """`vowel`, `consonant`, or empty where the spelling of a word (and the text after it) does not settle it.

    `known` says whether it is a word of the language: of others, only first letters that sound alike read or spelt
    settle it.
    """
    bare = word.lstrip("$£€")
    if bare[0].isdigit():
        return "" if bare[0] == "0" or bare[1:2] in ("'", "’") else _number(bare.rstrip(",."))
    if bare[1:2] in ("'", "’"):  # "an f'ing nuisance"
        return ""
    if len(bare) == 1:
        return "" if bare in "Hh" or _NO_LETTER.match(after) else _letter(bare.upper())
    if (bare.lower() in _NO_NOUN and not bare.isupper()) or not bare.isascii() or _AMOUNT.match(bare + after):
        return ""
    letters = bare.replace(".", "").replace("'s", "").replace("&", "")
    if len(letters) == 1:
        return ""
    if after[:1] == "-" and len(letters) < 4 and not letters.islower() and not letters.isupper():  # "an Su-24"
        return ""
    if letters[: 1 + (not letters[1].isdigit())].isupper() and (letters.isupper() or letters[:-1].isupper()):
        return _initials(letters.rstrip("s").upper(), dotted="." in bare)
    if _LETTERED.match(bare):
        return "vowel"
    if "." in bare or not bare[1:].islower():  # an address, a file's name; a product's name
        return ""
    return _word(bare.lower()) if known else _unknown(bare)


def _number(digits: str) -> str:
    """By the first group of three digits or fewer: 8, 11, 18, 80 and 800 begin with vowels; 1,100 and 110 are said in two ways."""
    whole = digits.partition(".")[0].replace(",", "")
    first = whole[: (len(whole) - 1) % 3 + 1]
    if re.fullmatch(r"1[18]\d\d?", whole):
        return ""
    return "vowel" if first.startswith("8") or first in ("11", "18") else "consonant"


def _letter(letter: str) -> str:
    return "vowel" if letter in _SAID_VOWEL else "consonant"


def _initials(letters: str, *, dotted: bool) -> str:
    """Abbreviations: said letter by letter if they are dotted, known or have no vowel; as a word, who knows."""
    if letters in _STATES or letters in _UNSETTLED or letters[0] == "H" or _ROMAN.fullmatch(letters):  # aitch or haitch
        return ""
    if _MARK.fullmatch(letters):
        return ""
    # "an F2F meeting", "an MI6 agent"; SHA1 and RAID5 may be read as words before their figures.
    digit = any(letter.isdigit() for letter in letters) and _READABLE.match(letters) is None
    if dotted and len(letters) > 4:  # a project's name that makes a word: S.C.A.L.E.
        return ""
    if (dotted or digit or letters in _SPELT or not set(letters) & set("AEIOUY")) and len(letters) <= 6:
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
    if _DOUBTFUL.match(word) or not set(word) & set("aeiouy"):
        return ""
    return "vowel" if word[0] in "aeiou" else "consonant"


def _unknown(word: str) -> str:
    """A word that nobody knows may be a name, or be spelt: "an nginx server", "an hs-CRP test", "a utreexo node"."""
    first = word[0].lower()
    vowel = first in "aeio" or word.startswith("un")  # of a name in Un-, such as Unilever, nobody knows
    if first in _NAMED_FOR_CONSONANT or (vowel and not _DOUBTFUL.match(word.lower())):
        return _word(word.lower())
    return ""
