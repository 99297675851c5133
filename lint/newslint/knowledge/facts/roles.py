"""Roles: what an article says that people are: office, post, position, party, nation, and for whom they work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.inflections import known
from newslint.knowledge.facts import role_words as words
from newslint.knowledge.facts.people import cast
from newslint.knowledge.names import OPENERS
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.people import Named

_REACH: Final = 90  # code points beside a name in which its role is looked for
_STYLES: Final = lazy(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Hon|Rev|Sir|Dame|Lord|Lady|Rear|Lt|Maj|Gen|Adm|Col|Capt|Sgt)\.? )+\Z"
)
_TOKEN = lazy(r"[\w’'.&/-]+")
_ABBREVIATION: Final = 4  # letters with the full stop; a longer word before one ends a sentence
_FUNCTION: Final = frozenset(
    "of in at for with from by to and or but as when while if than that who whose which said says told asked is "
    "was were are be been has have "
    "had will would did does do on into over under after before against about between during through like "
    "including not no this these those "
    "it he she they we you i there here met saw named called made".split()
)
_DETERMINERS: Final = frozenset("the a an his her its their our my".split())
_OF = lazy(
    r" (?P<link>of|at|for|with) (?:the )?(?P<body>[^\W\d_a-zß-ÿ][\w’'.&-]*(?: (?:of (?:the )?|and |"
    r"the )?[^\W\d_a-zß-ÿ][\w’'&-]*){0,5})"
)
_CLOSE = lazy(r"[,;:()—–\n]|\.(?=\s|$)| (?:who|which|said|says|has|had|is|was|will) ")
# After a role that belongs to somebody else, who is named there: "X, French President Y", "X, the mayor, Y,".
_NAME_NEXT = lazy(
    r"(?:(?<=Rep|Sen|Gov)\.)?,? (?:Mr |Ms |Mrs |Dr )?[A-Z](?!\w*[’']s (?:[a-z]|$))[\w’'.-]*(?: |,|\.|[’']s|$)"
)
_ACRONYM: Final = 5  # letters
_NO_BODY = lazy(
    r"\b(?:Sen|Gov|Rep|Lt|President|Attorney|Secretary|Minister|The|That|Last|Mr|Ms|Mrs|Dr|"
    r"Deputy|Vice)\b|[.]$"
)
# A sentence that begins so has its subject behind the comma: "According to Lowe and Kim, the governor was".
_LED = lazy(r"(?:According to|With|For|Like|Unlike|Under|After|Before|To|From|Without|Besides|In) [^,]*\Z")
_COPULA = lazy(r"(?:,? who)? (?P<verb>is|was|remains|serves as|has been) (?=(?:the|a|an) )")


class Trait(Struct, frozen=True):
    """One thing that the text says somebody is: [start, end) of the words that say it.

    `slot` is what it is about: `nation`, `party`, `body` (whom the person leads, plays for, works for) or a family of roles.
    `value` is the role's name, the party, the nation's codes or the body as written. `role` is the role that it comes with.
    `limited` means "former", "deputy" or another word that takes the claim back; `how` is `name` or `description`.
    """

    start: int
    end: int
    person: int
    slot: str
    value: str
    role: str
    limited: bool = False
    how: str = "name"


def traits(document: Document) -> tuple[Trait, ...]:
    """Everything said of people right beside their names, outside quotations, in order; use `document.derived(traits)`."""
    who = document.derived(cast)
    found = [trait for one in who.named if one.person in who.likely for trait in _beside(document, one)]
    return tuple(sorted(set(found), key=lambda trait: (trait.start, trait.end)))


def _beside(document: Document, one: Named) -> Iterator[Trait]:
    text, segment = document.prose.text, document.segment_at(one.start)
    if segment is None or segment.kind in ("headline", "dek") or not document.quoted.outside(one.start, one.end):
        return
    start = (
        one.start - len(hit[0])
        if (hit := _STYLES.search(text, max(segment.start, one.start - 30), one.start))
        else one.start
    )
    yield from before(text, max(segment.start, start - _REACH), start, one)
    end = min(segment.end, one.end + _REACH)
    if text.startswith(", ", one.end):
        sentence = document.sentence_at(one.start)
        led = _LED.match(text, sentence.start, one.start) is not None
        if not led or _between_commas(text, one.end + 2, min(end, sentence.end)):
            yield from after(text, one.end + 2, end, one)
    elif not text.endswith(("With ", "with "), 0, one.start) and (copula := _COPULA.match(text, one.end, end)):
        yield from after(text, copula.end(), end, one)


def _between_commas(text: str, start: int, end: int) -> bool:
    """Whether what follows a name is closed by a comma before any verb."""
    closed = _CLOSE.search(text, start, end)
    return closed is not None and closed[0] == ","


def before(text: str, left: int, stop: int, one: Named) -> Iterator[Trait]:
    """The traits in the words before a name: "the Polish director X", "Blades coach X", "the Masipit governor, Ms X"."""
    comma = text.endswith(", ", 0, stop)
    edge = stop - 2 if comma else stop - 1
    hit = words.ending_at(text, left, max(edge, left))
    if (
        hit is None
        or text[edge:stop] not in (" ", ", ")
        or (comma and text[one.end : one.end + 1] not in (",", ".", "’", ";"))
    ):
        return
    tokens = _leading(text, left, hit.start())
    if comma and not (tokens and (tokens[0][2].lower() in _DETERMINERS or tokens[0][2][0].isupper())):
        return
    if not comma and hit["role"][0].isupper() and tokens and tokens[0][2].lower() in ("a", "an"):
        return  # "would a President Lowe"
    yield from _traits(text, tokens, hit, None, one)


def _leading(text: str, left: int, stop: int) -> list[tuple[int, int, str]]:
    """The words of a noun phrase before its head at `stop`, from its determiner or first adjective on."""
    found = [(hit.start(), hit.end(), hit[0]) for hit in _TOKEN.finditer(text, left, stop)]
    kept: list[tuple[int, int, str]] = []
    for start, end, word in reversed(found):
        gap = text[end : kept[0][0] if kept else stop]
        if (
            gap.strip()
            or (word.endswith(".") and len(word) > _ABBREVIATION and "." not in word[:-1])
            or word.lower() in _FUNCTION
            or len(kept) > 6
        ):
            break
        kept.insert(0, (start, end, word))
        if word.lower() in _DETERMINERS:
            break
    return kept


def after(text: str, start: int, end: int, one: Named) -> Iterator[Trait]:
    """The traits in an apposition: "X, the chief financial officer,", "X, an analyst at Pell Street,"."""
    closed = _CLOSE.search(text, start, end)
    stop = closed.start() if closed else end
    hit = words.first_in(text, start, stop)
    if hit is None or _NAME_NEXT.match(text, hit.end()):
        return
    tokens = _leading(text, start, hit.start())
    if (tokens[0][0] if tokens else hit.start()) != start:
        return
    yield from _traits(text, tokens, hit, _OF.match(text, hit.end(), stop), one)


def _traits(
    text: str, tokens: list[tuple[int, int, str]], hit: re.Match[str], of: re.Match[str] | None, one: Named
) -> Iterator[Trait]:
    role = words.roles()[hit["role"].lower()]
    limited = any(
        word.lower().strip("’'s") in words.LIMITS or word.lower().startswith(("ex-", "co-", "then-"))
        for _, _, word in tokens
    )
    if role.family != "open" and not (tokens and _qualified(tokens)) and _as_title(hit["role"], role):
        yield Trait(hit.start(), hit.end(), one.person, role.family, role.name, role.name, limited)
    yield from _modifiers(text, tokens, one, role.name, limited)
    if of is not None:
        slot, value = _kind_of(of["body"])
        if slot == "party":
            yield Trait(*of.span("body"), one.person, slot, value, role.name, limited and _over(tokens))
        else:
            yield Trait(*of.span("body"), one.person, "body", of["body"], role.name, limited)


def _as_title(written: str, role: words.Role) -> bool:
    """Whether a role is written as roles of its family are: ranks with a capital, nothing but initials in capitals."""
    if written.isupper() and (len(written) > _ACRONYM or "." in written):
        return False
    return role.family != "rank" or written[0].isupper()


def _qualified(tokens: list[tuple[int, int, str]]) -> bool:
    """Whether a word right before the role makes another of it: "opposition leader", "sports minister"."""
    return "-" in tokens[-1][2] and tokens[-1][2].islower()


def _modifiers(text: str, tokens: list[tuple[int, int, str]], one: Named, role: str, limited: bool) -> Iterator[Trait]:
    """The nation, the party or the body among the words before a role."""
    run: list[tuple[int, int]] = []
    for start, end, word in [*tokens, (0, 0, "")]:
        if word[:1].isupper() and word.lower() not in _DETERMINERS:
            run.append((start, end))
        elif run:
            run = run[1:] if len(run) > 1 and _opens(text, *run[0]) and _is_kind(text[run[1][0] : run[-1][1]]) else run
            first, last = run[0][0], run[-1][1]
            name = re.sub(r"[’']s?$", "", text[first:last])
            slot, value = _kind_of(name)
            if _belongs(text, first, last, start, slot):
                held = limited and (slot == "body" or _over(tokens))  # a party's deputy leader is of the party
                yield Trait(first, first + len(name), one.person, slot, value, role, held)
            run = []


def _is_kind(name: str) -> bool:
    """Whether a name is that of a party's or a nation's people."""
    return name in words.parties() or name in words.homes()


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a word has its capital from being the first of its sentence: "Incumbent Republican Gov. X"."""
    return (start == 0 or text.endswith(("\n", ". ", "” ", "? ", "! "), 0, start)) and known(text[start:end].lower())


def _over(tokens: list[tuple[int, int, str]]) -> bool:
    """Whether a word before a role says that it is held no more."""
    return any(word.lower() in words.OVER or word.lower().startswith(("ex-", "then-")) for _, _, word in tokens)


def _belongs(text: str, first: int, last: int, following: int, slot: str) -> bool:
    """Whether a capitalised run modifies the role: right before it or owning it, and no line in capitals, title or opening word."""
    name = text[first:last]
    adjacent = following == 0 or name.endswith(("’s", "'s", "s’", "s'"))
    if slot != "body":
        return adjacent or slot == "nation"
    if not adjacent or (name.isupper() and len(name) > _ACRONYM) or _NO_BODY.search(name):
        return False
    return " " in name or re.sub(r"[’']s?$", "", name) not in OPENERS


def _kind_of(name: str) -> tuple[str, str]:
    """What a capitalised modifier names: a nation, a party, or else a body."""
    if name in words.homes():
        return "nation", ",".join(sorted(words.homes()[name]))
    party = name.removesuffix(" Party")
    return ("party", party) if party in words.parties() else ("body", name)
