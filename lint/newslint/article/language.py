"""Which language a text is in: English by its function words, others by a detector that an English article never loads."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newslint.inflections import known as is_lemma
from newslint.paths import data
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from py3langid.langid import LanguageIdentifier

# The commonest words of each language, without those that English shares ("in", "die", "on"): enough for short texts.
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
# Words of English prose that other languages hardly have; where they abound among lower-case words, nothing else is asked.
_ENGLISH: Final = frozenset(
    "the and that with from this which who when where what they their them there then than been were would will could should about "
    "after before into over because while but not you your his her she its our said says have had has for are only some any "
    "other more such these those through under between against both each until since two three new of by it is up out".split()
)
# What English shares with others, but not in such numbers.
_SHARED: Final = frozenset(
    "to as at on be he can or if how did an so just no get go do i my we me us all off own being not don him come say".split()
)
_WORD = lazy(r"[^\W\d_]+")
_ADDRESS = lazy(r"\S*(?:://|\bwww\.)\S*")  # is in no language
_MIN_WORDS: Final = 20  # below it only a clear case is judged
_SAMPLE, _PARTS = 2100, 3  # code points looked at, from the start, the middle and the end
_ENGLISH_SHARE = 0.12  # English news has .30 to .45; lists of names and results fall below
_DOUBLED = 0.25  # of few words may be one and the same
_STRONG_SHARE = 0.04  # of the words of the longer list: Hungarian has "a" and "is", too
_ENGLISH_ENOUGH = 0.2  # the same among lower-case words, by the longer list
_ENGLISH_MOSTLY: Final = (
    0.6  # words of English in any form: other languages have half at most, and a tenth on the whole
)
# English prose has one of these in so many code points; in a foreign paragraph a title is not enough.
_SURELY_ENGLISH = tuple(f" {word} " for word in "the and that with from said this they you his have".split())
_DENSE, _OFTEN = 60, 120
_TELLING: Final = 60  # code points in which another alphabet tells its language
# Names, of which lists and results consist, are in no language; so only words in lower case are judged, and so many of them.
_FEW, _SOME, _MANY = 4, 8, 16  # fewer than the last are asked about only if some letter is no English one
_LOWER_SHARE: Final = 0.3  # German, with its capitals, has .5; a list of names with "de" and "van" less
_SURE: Final = 0.3  # the detector's probability, which it divides among neighbours such as Croatian and Bosnian
_HARDLY_ENGLISH: Final = ((_MANY, 0.02), (_SOME, 0.005))  # English's own, by the number of words
_KIN: Final = frozenset(("en", "pcm"))  # a creole of English is linted as English
_NO_LANGUAGE: Final = "zxx"
_WIDE: Final = 2
# Labels of the detector for which BCP 47 has a shorter one.
_SHORTER: Final = {"fuv": "ff", "gom": "kok", "gug": "gn", "hbo": "he", "kik": "ki", "uzs": "uz"}


DECLARED: Final = "its language is declared"  # why nobody need be told which one an article is in
_FILLER: Final = "lorem ipsum"  # is in no language: a rule says that it was left in


def guess(text: str) -> str:
    """A BCP 47 code, `und` for text that is surely not English; empty where too little is said to tell."""
    sample = _sample(text)
    if _reads_english(sample, _DENSE):
        return "en"
    if _FILLER in sample.lower():
        return ""
    addressed = "//" in sample or "www." in sample  # the pattern tries each letter of each word
    found = _WORD.findall(_ADDRESS.sub(" ", sample) if addressed else sample)
    if not found:
        return ""
    words = [word.lower() for word in found]
    english = sum(word in _ENGLISH for word in words)
    if len(words) >= _MIN_WORDS and _share(words, "en") >= _ENGLISH_SHARE and english >= _STRONG_SHARE * len(words):
        return "en"
    prose = [word for word in found if word == word.lower()]
    if not _latin(prose or words):
        return (_detected(sample, 0) or "und") if len(sample) >= _TELLING else "und"
    if len(prose) < _FEW or len(prose) < _LOWER_SHARE * len(found):
        return ""
    if len(prose) >= _MANY:
        return _by_detector(prose)
    if not english and not "".join(prose).isascii():  # not the names: Zoë and Čapek come in English, too
        return (_by_detector(prose) if len(prose) >= _SOME else "") or "und"
    return _by_table([*words[:1], *prose] if words[0] != found[0] else prose)


def looks_foreign(block: str) -> bool:
    """Whether a block of an English article is in another language; short and doubtful blocks are not."""
    if block.isascii() and block.count(" ") < _FEW - 1:
        return False
    return not _reads_english(block, _OFTEN) and guess(block) not in ("", "en")


def _reads_english(text: str, often: int) -> bool:
    wanted = len(text) / often
    for word in _SURELY_ENGLISH:
        wanted -= text.count(word)
        if wanted <= 0:
            return True
    return False


def name(code: str) -> str:
    """The English name of a language; of one that has none here, what can be said of it."""
    return _names().get(code, "another language than English")


def known(tag: str) -> bool:
    """Whether a BCP 47 tag names a language: `utf-8` and a template's `{{ lang }}`, met in `lang` attributes, do not."""
    primary = tag.replace("_", "-").partition("-")[0].lower()
    return primary in ("en", "und") or primary in _names()


def trusts(tag: str, content: str, read: Callable[[], str]) -> bool:
    """Whether a file is in the language that it declares: a site's template may say it of every page, English ones, too."""
    templated = tag.partition("-")[0] != "en" and _DECLARES.search(content, 0, _HEAD) is not None
    return known(tag) and not (templated and read() == "en")


_DECLARES = lazy(r"<html\b[^<>]*\blang\s*=", re.IGNORECASE)
_HEAD: Final = 4_000  # code points of a file in which a page says what it is


def in_path(path: str, code: str) -> bool:
    """Whether a folder or the end of a file's name says that it is in a language: `content/fr/…`, `de-AT/`, `bridge.pt_br.md`."""
    told = {hit[1].lower() for hit in _TAG.finditer(path)}
    return not told.isdisjoint(next((kin for kin in _NEIGHBOURS if code in kin), (code,)))


def of_stub(text: str, path: str) -> str:
    """The language that the path of a few words names, if one of them is among its commonest and none is English; else empty."""
    if len(text) > _STUB:
        return ""
    words = {word.lower() for word in _WORD.findall(text)}
    if not words.isdisjoint(_ENGLISH):
        return ""
    told = (hit[1].lower() for hit in _TAG.finditer(path))
    return next((code for code in told if code != "en" and not words.isdisjoint(_FUNCTION_WORDS.get(code, ()))), "")


_TAG = lazy(r"(?:^|[/\\._-])([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{2}|[A-Za-z]{4}|\d{3}))?(?=[/\\]|\.\w+$)")
_STUB: Final = 400  # code points
# What the detector takes for each other, or a folder calls by a wider name.
_NEIGHBOURS: Final = (
    frozenset(("bs", "hr", "sh", "sr")),
    frozenset(("nb", "nn", "no", "da")),
    frozenset(("id", "ms")),
    frozenset(("cs", "sk")),
    frozenset(("ja", "jp")),
    frozenset(("uk", "ua", "ru", "be", "bg", "mk")),
    frozenset(("zh", "cn", "tw", "ja")),
)


@cache
def _names() -> dict[str, str]:
    lines = data("languages.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    part, step = _SAMPLE // _PARTS, (len(text) - _SAMPLE // _PARTS) // (_PARTS - 1)
    return "\n".join(text[at : at + part] for at in range(0, step * _PARTS, step))


def _by_table(words: list[str]) -> str:
    """Of few words: the language that two of them and a good share belong to."""
    english = sum(word in _ENGLISH or word in _SHARED or word in _FUNCTION_WORDS["en"] for word in words)
    best = max(_FUNCTION_WORDS, key=lambda code: _share(words, code))
    known = [word for word in words if word in _FUNCTION_WORDS[best]]
    told = len(set(known)) > 1 or len(known) > _DOUBLED * len(words)  # one word may be a name, or "per" in English
    sure = told and len(known) > 1 and len(known) >= _ENGLISH_SHARE * len(words) and max(map(len, known)) > 1
    return best if sure and english < len(known) else ""


def _by_detector(prose: list[str]) -> str:
    little = [word for word in prose if word in _ENGLISH or word in _SHARED or word.endswith(("ing", "ly"))]
    if len(little) >= _ENGLISH_ENOUGH * len(prose) or sum(map(_is_english, prose)) >= _ENGLISH_MOSTLY * len(prose):
        return ""
    return _detected(" ".join(prose), len(prose))


def _is_english(word: str) -> bool:
    """By a table that is read in a hundredth of the time that the detector takes: headlines have few function words."""
    return word in _ENGLISH or word in _SHARED or is_lemma(word)


def _detected(text: str, words: int) -> str:
    """What the detector is sure of; nothing where English is possible, as `words` in lower case (0: no Latin) tell."""
    ranked = _detector().rank(text)
    (best, sure), *_ = ranked
    english = sum(share for code, share in ranked if code in _KIN)
    most = next((most for least, most in _HARDLY_ENGLISH if words >= least), 1)
    if best in _KIN or best == _NO_LANGUAGE or english > most or (words and sure < _SURE):
        return ""
    return _SHORTER.get(str(best), str(best))


@cache
def _detector() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _share(words: list[str], code: str) -> float:
    known = _FUNCTION_WORDS[code]
    return sum(word in known for word in words) / len(words)


def _latin(words: list[str]) -> bool:
    """Whether at least half of the letters are Latin ones."""
    letters = "".join(words)
    if letters.isascii():
        return True
    latin = sum(letter < "ɐ" or "Ḁ" <= letter <= "ỿ" or letter in "ʻʼ" for letter in letters)
    wide = sum(letter >= "\u2e80" for letter in letters)  # a sign of Chinese, Japanese or Korean is worth some letters
    return latin * 2 >= len(letters) + wide * _WIDE
