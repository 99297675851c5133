"""Apposition: the office given right before or after a name, in words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.titles import (
    MODIFIERS,
    Role,
    nation_after,
    nation_heads,
    office_before,
    office_tails,
    preceding,
)
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.knowledge.gazetteer import Nation

_WINDOW: Final = 80  # code points beside a name in which to look for an apposition
_CLOSED: Final = lazy(r"[,.;:)—–](?! (?:and|or|as well as)\b)|$")
_CLOSING: Final = lazy(r"[,;:)—–]|\.(?=\s|$)| who | said ")
_APPOSED: Final = lazy(r", (?:who is |then |now |currently )?(?:(?:the|its|their)\b ?)?")


def before(text: str, start: int, begin: int, stop: int) -> Iterator[Role]:
    """Offices in lower case before the name at [begin, stop): "the Russian leader X", "Turkey's president, X,"."""
    if (
        begin <= start
        or text[begin - 1] != " "
        or not _may_end(text[text.rfind(" ", start, begin - 1) + 1 : begin - 1])
    ):
        return
    left = max(start, begin - _WINDOW)
    lead = text[left : begin - 1]
    if lead.endswith(","):
        if " " not in text[begin:stop] or not _CLOSED.match(text, stop):
            return
        lead = lead[:-1]
    words = lead.split(" ")
    origin = left
    office_end = len(words)
    if (of := _of_nation(words)) is not None:
        nation, office_end = of
    else:
        nation = None
    if words[office_end - 1].lower() not in office_tails():
        return
    found = office_before(words, office_end)
    if found is None:
        return
    begin_word, own, modifier, qualified = preceding(words, found[1])
    first = origin + len(" ".join(words[:begin_word])) + (1 if begin_word else 0)
    last = origin + len(" ".join(words))
    if begin_word == 0 and left > start:
        return
    yield Role(first, last, found[0], nation or own, modifier, qualified)


def _may_end(word: str) -> bool:
    """Whether a word can be the last one before a name that has an office."""
    if word.endswith(","):
        word = word[:-1]
        if word in nation_heads():
            return True
    return word.lower() in office_tails()


def _of_nation(words: Sequence[str]) -> tuple[Nation, int] | None:
    """For "… president of Turkey": the nation, and the number of words before "of"."""
    for at in range(len(words) - 2, max(len(words) - 7, 0), -1):
        if words[at] == "of":
            found = nation_after(words, at + 1)
            if found is not None and found[1] == len(words):
                return found[0], at
            return None
    return None


def after(text: str, stop: int, end: int) -> Iterator[Role]:
    """An office in apposition after a name: "X, the president of Turkey," or "X, the Turkish president,"."""
    hit = _APPOSED.match(text, stop, end)
    if hit is None:
        return
    origin = hit.end()
    phrase = _phrase(text, origin, min(end, origin + _WINDOW))
    if phrase is None:
        return
    words = phrase.split(" ")
    of = _of_nation(words)
    office_end = of[1] if of else len(words)
    if words[-1] in ("Sen", "Gov", "Rep"):
        return
    if words[office_end - 1].lower() not in office_tails() or not (found := office_before(words, office_end)):
        return
    begin_word, own, modifier, qualified = preceding(words, found[1])
    told = begin_word > 0 and words[0].lower() not in MODIFIERS  # "the ailing president": the office has more words
    if hit[0] == ", " and (told or not (words[0].endswith(("’s", "'s")) or phrase[:1].islower())):
        return
    first = origin + len(" ".join(words[:begin_word])) + (1 if begin_word else 0)
    yield Role(first, origin + len(phrase), found[0], of[0] if of else own, modifier, qualified or told)


def _phrase(text: str, start: int, end: int) -> str | None:
    """The words from `start` to the mark that closes the apposition; None if a list continues there."""
    hit = _CLOSING.search(text, start, end)
    if hit is None or not _CLOSED.match(text, hit.start()):
        return None
    return text[start : hit.start()]
