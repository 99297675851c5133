"""Which language a text is in, by the share of its function words."""

from __future__ import annotations

import re
from typing import Final

# The commonest words of each language, without those that English shares ("in", "die", "on").
_FUNCTION_WORDS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset("the of and to in a is that for on with was as it by at from he his are be has have said".split()),
    "de": frozenset("der die das und den von zu mit sich auf ist im dem nicht ein eine als auch es wird sind".split()),
    "fr": frozenset("le la les de des et un une du que est dans qui pour pas sur au ce il avec sont".split()),
    "es": frozenset("el la los las de y que en un una del por con se para es al lo como su".split()),
    "it": frozenset("il la le di e che un una per non del della sono con si dei nel alla da gli".split()),
    "pt": frozenset("o a os as de e que do da em um uma para com não dos no na por se".split()),
    "nl": frozenset("de het een van en dat die zijn niet op te voor met aan er om ook maar bij".split()),
    "sv": frozenset("och att det som en på är av för med till den har inte ett om var från".split()),
    "da": frozenset("og at det som en på er af for med til den har ikke et der de fra var".split()),
    "pl": frozenset("w i na z do się że nie jest to o od po jak za przez dla ale są".split()),
    "tr": frozenset("ve bir bu için ile da de olarak olan daha çok gibi kadar sonra ne ama".split()),
    "fi": frozenset("ja on ei se että hän oli ovat mutta kun myös joka sen kuin mukaan".split()),
    "id": frozenset("yang dan di dari untuk pada dengan ini itu dalam tidak akan adalah oleh".split()),
}
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS, _SAMPLE = 20, 2000  # below the first only a clear case is judged; the second is in code points
_ENGLISH_SHARE = 0.12  # English news has .30 to .45; lists of names and results fall below
_SURELY_ENGLISH = re.compile(r" (?:the|and|that|with|from) ")


def guess(text: str) -> str:
    """`en` or another code of the table, `und` for other text; empty where too little is said to tell."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return ""
    if len(words) >= _MIN_WORDS and _share(words, "en") >= _ENGLISH_SHARE:
        return "en"
    accented = not "".join(words).isascii() and not _share(words, "en")
    if not _latin(words) or (accented and len(words) < _MIN_WORDS):
        return "und"
    if len(words) < 2:  # decided below in any case, but at a cost that a file of very short lines would feel
        return ""
    best = max(_FUNCTION_WORDS, key=lambda code: _share(words, code))
    sure = _share(words, best) >= _ENGLISH_SHARE and len(words) * _share(words, best) >= 2  # one word may be a name
    return best if sure and _share(words, "en") < _share(words, best) else ""


def looks_foreign(block: str) -> bool:
    """Whether a block of an English article is in another language; short and doubtful blocks are not."""
    return _SURELY_ENGLISH.search(block) is None and guess(block) not in ("", "en")


def _share(words: list[str], code: str) -> float:
    known = _FUNCTION_WORDS[code]
    return sum(word in known for word in words) / len(words)


def _latin(words: list[str]) -> bool:
    """Whether at least half of the letters are Latin ones."""
    letters = "".join(words)
    return sum(letter < "ɐ" for letter in letters) * 2 >= len(letters)
