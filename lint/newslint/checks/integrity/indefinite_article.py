"""indefinite-article: `a` and `an` by the sound of what follows, where the spelling settles the sound."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.article.language import looks_foreign
from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.sounds import sound_of
from newslint.knowledge.words import is_code
from newslint.patterns import lazy
from newslint.spun.oddity import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE: Final = lazy(
    r"(?P<article>[Aa](?<![\w'.&/@#$£€=\\+\u00ad-].)n?) [\"“‘']?"
    r"(?P<next>[$£€]?(?:[^\W\d_](?:[\w'&]|\.(?=\w))*|\d[\d,.]*))(?=(?P<after>.{0,40}))"
)
# One or two words after the article, these show that it is none: a determiner, or the end of a phrase in the plural.
_NEW_PHRASE: Final = lazy(r" (?:the|an?|his|her|their|its|our|your|my|this|that|these|those|all|any|some) ")
_PLURAL: Final = lazy(
    r"(?: (?P<second>[a-z]{3,}))? ?(?:[.,;:!?)]|$|\b(?:are|were|have|could|can|will|may|must|should|would"
    r"|of|in|for|to|with|and|or|they|it|we|that|which)\b)"
)
_MANY: Final = lazy(
    r"(?!(?:atlas|barracks|bias|canvas|crossroads|gas|headquarters|lens|means|news|series|species|works)$)[a-z]{3,}(?<![isu])s$"
)
# Written after an article, these show that another word was meant or that one is left over: "and they", "at its".
_NO_NOUN: Final = frozenset(
    "be because but by can could for from had has have her him his my not now so such than that the their them then there "
    "these they this those to was we were what when where which while who will with would "
    "about after against ahead although among another are as at if into is its of our ours their upon us".split()
)


_B: Final = lazy(r"B[ .)]+[A-Z]")
_ITEMS: Final = 8  # segments after an item in which the next one begins: an item may have a list of its own


class IndefiniteArticle(Check, frozen=True, kw_only=True):
    """Reports `a` before a vowel sound and `an` before a consonant; silent wherever speakers could disagree.

    Before a word that takes no article (`an they`, `a its`) nothing is suggested: the case is `misread`.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"next"})
    cases: ClassVar[dict[str, frozenset[str]]] = {"misread": frozenset()}
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every wrong article; the other one is the suggestion."""
        folded, start, end = unit.folded(case=False)
        for hit in _ARTICLE.finditer(folded.text, start, end):
            if not _is_wrong(hit) or any(
                known(folded.text, hit) for known in (_is_label, _is_masked, _is_code, _is_foreign)
            ):
                continue
            span = folded.span(*hit.span("article"))
            if _is_lettered(unit, span):
                continue
            if _is_slip(hit):
                yield Match(span, values={"next": hit["next"]}, case="misread")
            else:
                yield Match(span, (_other(hit["article"]),), values={"next": hit["next"]})


def _is_slip(hit: re.Match[str]) -> bool:
    """Whether no article can be meant: before "they", before "free boats are", and `an` before "cut the rope"."""
    after: str = hit["after"]
    if hit["next"] in _NO_NOUN:
        return not after.startswith(("-", '"', "”", "’"))
    if len(hit["article"]) == 2 and hit["next"].islower() and _NEW_PHRASE.match(after):
        return True
    if hit.string.endswith(f" {hit['next'].lower()} ", 0, hit.start()):
        return True  # "more an more"
    tail = _PLURAL.match(after)
    return tail is not None and _MANY.match(tail["second"] or hit["next"]) is not None


def _is_wrong(hit: re.Match[str]) -> bool:
    wanted = "vowel" if hit["article"] in "aA" else "consonant"
    if sound_of(hit["next"], hit["after"]) != wanted:
        return False
    return is_known(hit["next"]) or sound_of(hit["next"], hit["after"], known=False) == wanted


def _is_masked(text: str, hit: re.Match[str]) -> bool:
    """Whether a word is not written out, though readers know how it sounds: "such a s--tshow"."""
    return len(hit["next"]) <= _MASKED and _MASK.match(text, hit.end("next")) is not None


_MASKED: Final = 2  # letters that are left of it at its head
_MASK: Final = lazy(r"[-_]{2,}|[*–—]")


def _is_code(text: str, hit: re.Match[str]) -> bool:
    return hit["next"].islower() and is_code(text, *hit.span("next"))


# The Irish article in the middle of a name ("Poll an Ghabhair") and at the beginning of one ("An Chomhairle Oiliúna").
_NAMED: Final = lazy(r"[^\W\d_a-z][\w’'-]* \Z")
_GOES_ON: Final = lazy(r" [^\W\d_a-z]")


def _is_foreign(text: str, hit: re.Match[str]) -> bool:
    """Whether `an` is the article of another language, before a name that English does not know, in a longer name; or German;
    or the words around are in one: "vamos a empezar la semana".
    """
    word: str = hit["next"]
    if (
        word.islower()
        and not is_known(word)
        and looks_foreign(text[max(hit.start() - _PHRASE, 0) : hit.end("next") + _PHRASE])
    ):
        return True
    if hit["article"] == "an" and word in _GERMAN:
        return True
    if hit["article"] not in ("an", "An") or word[0].islower() or word.isupper() or is_known(word):
        return False
    if hit["article"] == "An":
        return _GOES_ON.match(text, hit.end("next")) is not None
    return _NAMED.search(text, max(hit.start() - _CLOSE, 0), hit.start()) is not None


_PHRASE: Final = 40  # code points of a phrase on either side
_CLOSE: Final = 24  # code points of the word before
_GERMAN: Final = frozenset(
    "wie der das dem den dieser diesem einer einem und jeder jedem seiner ihrer".split()
)  # "von da an wie oben"


def _other(article: str) -> str:
    return article[0] if len(article) == 2 else f"{article}n"


def _is_lettered(unit: Unit, article: Span) -> bool:
    """Whether a paragraph that begins with the `A` is the first of those that are counted by letters: the next is B."""
    document = unit.document
    segment = document.segment_at(article.start) if unit.view_name == "prose" else None
    if segment is None or segment.start != article.start:
        return False
    after = bisect_right(document.segment_starts, segment.start)
    return any(_B.match(unit.view.text, s.start) for s in document.segments[after : after + _ITEMS])


def _is_label(text: str, hit: re.Match[str]) -> bool:
    """Whether the `A` is a name, not an article: a capital inside a sentence ("Vitamin A is", "Serie A inter")."""
    before = text[: hit.start()].rstrip(" \"“‘'([")[-1:]
    return hit["article"][0] == "A" and before != "" and before not in '.!?:\n—–…”’"|•-'
