"""What a figure counts: the noun phrase that it belongs to, by the words beside it.

Quick reading has no parts of speech. What follows a number up to the first function word, verb or mark is its noun phrase;
its head is the first word that can be a plural, unless that word only describes another plural (`sales staff`, `women
drivers`). That is right for most counts in news ("43 fire crews", "the four people killed"), and where it is not sure,
nothing is counted.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from newslint.knowledge.facts.plurals import plural, singular
from newslint.knowledge.facts.states import state_after, state_before
from newslint.patterns import lazy

__all__ = ["Counted", "counted", "plural", "singular"]

# Words that end a noun phrase: function words, and verbs that often follow a count.
_STOP: Final = frozenset(
    "a an and are as at be been before after being but by can could did do does during each for from had has have he her "
    "his if in into is it its may might more must no nor not of off on one or out over per shall she should so some such "
    "than that the their them then there these they this those though through to under until up was we were what when "
    "where which while who whose will with within without would you your about against among around because between "
    "across along near since say says told die dies came come comes went go goes voted won lost took taken made found "
    "held began remain remains remained later ago earlier i me my our us him every both all only also just even still "
    "apart beyond toward towards despite except via plus versus vs today tonight yesterday tomorrow monday tuesday wednesday "
    "thursday friday saturday sunday here now again once per away ahead behind down back together altogether alone apiece".split()
)
# Participles that follow a noun (`people killed`), or go before one (`injured passengers`).
_PARTICIPLES: Final = frozenset("said killed injured wounded arrested missing left aboard dead hurt lost".split())
_SELF: Final = frozenset("dead wounded injured missing".split())  # heads of their own if no plural follows
# Plurals that describe the plural after them.
_DESCRIBING: Final = frozenset(
    "sales sports arms women men savings news goods works systems operations communications services human customs media "
    "police crew staff clergy cattle sheep fish deer aircraft troops youth poor elderly homeless disabled sick series species "
    "livestock poultry headquarters games drugs".split()
)
_WORD = lazy(r"[^\W\d_][\w'’-]*|'\w[\w-]*")
_OF = lazy(
    r" (?:out )?of (?:the |its |their |his |her |our |those |these |all |all the )?(?:other )?(?:\d[\d,]* )?(?=[a-z])"
)
_GROUP = lazy(
    r"\b(?:(?P<the>the|its|their|his|her) )?(?P<group>crew|staff|team|squad|panel|jury|class|choir|band|group|party|cast|"
    r"convoy|fleet|family|household|committee|board|bench|membership|workforce|crowd|audience|congregation|population|list|"
    r"field) of (?:about |some |around |only |just |nearly |more than |over |up to |at least )?\Z",
    needs=(" of ",),
)
# What a figure is said to be the number of: `measles cases double to 62`, `the case count stands at 62`.
_NUMBERING = lazy(
    r"\b(?P<noun>[a-z]+s|people|women|men|children)\b(?: (?:[a-z]+|[a-z]+ (?:county|city|state|province)))?[^.;:?!\d]{0,40}? "
    r"(?:rose|rises?|risen|rising|climb(?:s|ed)?|grew|grown?|grows|jump(?:s|ed)?|doubled?|doubles|tripled?|fell|falls?|fallen|"
    r"dropp?(?:s|ed)?|st(?:ands?|ood)|now|total(?:s|led|ed)?|number(?:s|ed)?|increased?|decreased?|(?:is|was|are|were) "
    r"(?:now )?(?:put|up|down|back))"
    r"(?: [^.;:?!\d]{0,30}?)? (?:to|at)(?: (?:about|just|only|nearly|almost|over|more than|around|some|an estimated|at "
    r"least))? ?\Z"
)
_MORE = lazy(r"\b(?:another|a further|an additional|the other|other|additional|the remaining|the rest) \Z")
_OTHER: Final = frozenset("other others more additional further fewer less extra".split())
_LONGEST: Final = 4
_DEFINITE = lazy(
    r"\b(?P<which>the|all|those|these|its|their|his|her|both|all of the|all the|all of those|all these|all those|none of "
    r"the|each of the|every one of the)"
    r"(?: (?:first|last|other|same|remaining|some|estimated|more than|nearly|about|over|almost))? \Z"
)


class Counted(Struct, frozen=True):
    """What a figure counts: [start, end) of the folded text has the noun phrase without the figure.

    `head` is the noun as written, in lower case, `lemma` its singular; `modifiers` are the words before it. `whole` is true
    if the figure is a part of the phrase ("21 of the dead"). `definite` is the determiner of the count ("the", "all"), or nothing.
    `state` is what has become of those counted (see `states`), `other` that it comes on top of others ("another 12", "12 more").
    """

    start: int
    end: int
    head: str
    modifiers: tuple[str, ...] = ()
    whole: bool = False
    definite: str = ""
    state: str = ""
    other: bool = False

    @property
    def lemma(self) -> str:
        """The head's singular."""
        return singular(self.head)


def counted(text: str, start: int, end: int, limit: int, *, of: bool = False) -> Counted | None:
    """What the figure at [start, end) of a folded text counts; the phrase ends at `limit` at the latest.

    `of` says that the phrase may only follow `of` (a share, an amount of money).
    """
    part = _OF.match(text, end, limit)
    words = []
    if part is not None or (not of and text[end : end + 1] in (" ", "-")):
        words = _phrase(text, part.end() if part else end + 1, limit)
    hyphened = part is None and text[end : end + 1] == "-"
    head = (0 if words else None) if hyphened else _head(words)
    before = text[max(start - 30, 0) : start]
    definite = _DEFINITE.search(before)
    if head is None:
        if words or part or of:
            return None
        return _group(text, start, end, limit, definite) or _numbered(text, start)
    noun, first, last = words[head]
    state = state_after(text, last, limit)
    if not state and noun in _SELF | {"deaths", "fatalities", "injuries", "survivors", "arrests", "victims", "bodies"}:
        state = state_after(text, first - 1, limit)
    return Counted(
        words[0][1],
        last,
        noun,
        tuple(word for word, _, _ in words[:head]),
        part is not None,
        definite["which"] if definite else "",
        state or state_before(text, start, max(start - 60, 0)),
        bool(_MORE.search(before)) or any(word in _OTHER for word, _, _ in words[:head]) or noun == "others",
    )


def _group(text: str, start: int, end: int, limit: int, definite: re.Match[str] | None) -> Counted | None:
    """The group that a figure is the size of: `a crew of 12`."""
    hit = _GROUP.search(text, max(start - 40, 0), start)
    if hit is None or text[end : end + 1] == "-":
        return None
    state = state_after(text, end, limit)
    which = definite["which"] if definite else hit["the"] or ""
    return Counted(hit.start("group"), hit.end("group"), hit["group"], definite=which, state=state)


def _numbered(text: str, start: int) -> Counted | None:
    """The noun before a figure that is its number: `cases` of `cases double in two weeks to 62`."""
    low = max(start - 110, 0)
    hit = _NUMBERING.search(text, low, start)
    while hit is not None and not plural(hit["noun"]):
        hit = _NUMBERING.search(text, hit.end("noun"), start)
    if hit is None or "\n" in hit[0]:
        return None
    return Counted(hit.start("noun"), hit.end("noun"), hit["noun"], state=state_before(text, start, max(start - 60, 0)))


def described(text: str, end: int, limit: int) -> str:
    """The noun that a hyphenated figure describes: `filing` of `68-page filing`; nothing if that is not plain.

    [..., end) is the figure, and its unit if that is read with it.
    """
    if text[end : end + 1] == "-":
        end = next((hit.end() for hit in _WORD.finditer(text, end + 1, limit)), limit)
    words = _phrase(text, end + 1, limit) if text[end : end + 1] == " " else []
    return words[-1][0] if words else ""


def _phrase(text: str, at: int, limit: int) -> list[tuple[str, int, int]]:
    """The words of a noun phrase from `at` on, with their places."""
    words: list[tuple[str, int, int]] = []
    for hit in _WORD.finditer(text, at, min(limit, at + 80)):
        word = hit[0].replace("’", "'")
        if hit.start() != (words[-1][2] + 1 if words else at) or word in _STOP or len(words) == _LONGEST:
            break
        if words and text[hit.start() - 1] not in " -":
            break
        words.append((word, hit.start(), hit.end()))
        if word.endswith(("'s", "s'")):  # of the county's installers
            words.clear()
            at = hit.end() + 1
    return words


def _head(words: list[tuple[str, int, int]]) -> int | None:
    """The index of the head of a phrase of words, if one can be a plural."""
    able = [n for n, (word, _, _) in enumerate(words) if plural(word)]
    for n in able:
        word = words[n][0]
        following = words[n + 1][0] if n + 1 < len(words) else ""
        if word in _SELF and following and following not in _PARTICIPLES and n + 1 in able:
            continue
        if word in _DESCRIBING and n + 1 in able and following not in _SELF:
            continue
        return n
    return None
