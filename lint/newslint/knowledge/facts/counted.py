"""What a figure counts: the noun phrase that it belongs to, by the words beside it.

Quick reading has no parts of speech. What follows a number up to the first function word, verb or mark is its noun phrase;
the last word of the phrase that can be a plural is its head. That is right for most counts in news ("43 fire crews",
"the four people killed"), and where it is not sure, nothing is counted.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

# Words that end a noun phrase: function words, and verbs that often follow a count.
_STOP: Final = frozenset(
    "a an and are as at be been before after being but by can could did do does during each for from had has have he her "
    "his if in into is it its may might more must no nor not of off on one or out over per shall she should so some such "
    "than that the their them then there these they this those though through to under until up was we were what when "
    "where which while who whose will with within without would you your about against among around because between "
    "across along near since said say says told died die dies killed injured wounded arrested missing left came come comes "
    "went go goes voted won lost took taken made found held began remain remains remained dead-in later ago earlier".split()
)
# Plurals that do not end in s, and words in s that are no plurals.
_PLURAL: Final = frozenset(
    "people men women children dead wounded injured missing police crew staff cattle sheep fish deer aircraft troops personnel "
    "survivors media data clergy youth homeless unemployed poor elderly feet teeth mice geese oxen offspring spacecraft".split()
)
_SINGULAR: Final = frozenset(
    "less across was has us press as his its this thus yes gas bus plus always perhaps news series".split()
)
_IRREGULAR: Final = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "thieves": "thief",
    "wolves": "wolf",
    "halves": "half",
}
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_OF = re.compile(r" (?:out )?of (?:the |its |their |his |her |our |those |these |all )?(?:other )?")
_LONGEST: Final = 4
_DEFINITE = re.compile(
    r"\b(?P<which>the|all|those|these|its|their|his|her|both|all of the|all the)(?: (?:first|last|other|same|remaining))? \Z"
)


class Counted(Struct, frozen=True):
    """What a figure counts: [start, end) of the folded text has the noun phrase without the figure.

    `head` is the noun as written, in lower case, `lemma` its singular; `modifiers` are the words before it. `whole` is true
    if the figure is a part of the phrase ("21 of the dead"). `definite` is the determiner of the count ("the", "all"), or nothing.
    """

    start: int
    end: int
    head: str
    modifiers: tuple[str, ...] = ()
    whole: bool = False
    definite: str = ""

    @property
    def lemma(self) -> str:
        """The head's singular."""
        return singular(self.head)


def counted(text: str, start: int, end: int, limit: int) -> Counted | None:
    """What the figure at [start, end) of a folded text counts; the phrase ends at `limit` at the latest."""
    of = _OF.match(text, end, limit)
    at = of.end() if of else end + 1
    if of is None and text[end : end + 1] not in (" ", "-"):
        return None
    words: list[tuple[str, int, int]] = []
    for hit in _WORD.finditer(text, at, min(limit, at + 80)):
        if hit.start() != (words[-1][2] + 1 if words else at) or hit[0] in _STOP or len(words) == _LONGEST:
            break
        words.append((hit[0].replace("’", "'"), hit.start(), hit.end()))
        if hit[0].endswith(("'s", "s'")):
            words.clear()
            break
    last = next((n for n in range(len(words) - 1, -1, -1) if plural(words[n][0])), None)
    if last is None:
        return None
    definite = _DEFINITE.search(text, max(start - 24, 0), start)
    head = words[last]
    return Counted(
        words[0][1],
        head[2],
        head[0],
        tuple(word for word, _, _ in words[:last]),
        of is not None,
        definite["which"] if definite else "",
    )


def plural(word: str) -> bool:
    """Whether a word in lower case can be a plural noun."""
    return word in _PLURAL or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _SINGULAR
    )


def singular(word: str) -> str:
    """The singular of a plural noun in lower case, by rule; a word that is none stays as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not plural(word) or word in _PLURAL:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")) else word[:-1]
