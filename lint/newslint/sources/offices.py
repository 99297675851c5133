"""Offices: what people are called by their work or post, and where an article calls somebody something else than its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.names import plain
from newslint.patterns import lazy
from newslint.sources.alignment import aligned
from newslint.sources.callings import recalled
from newslint.sources.differing import Differing, differing
from newslint.sources.names import names
from newslint.sources.office_words import PAIRS, PORTFOLIOS, exclusive, is_office, kind_of
from newslint.sources.slots import Slots, by_sentence
from newslint.sources.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.sources.names import Name

_TO_NAME: Final = lazy(r"(?: of [^,.;]{2,40})?(?:,| is| was)? ")
_FROM_NAME: Final = lazy(r",(?: \d\d,)? (?:(?:an?|the|its|their|his|her) )?(?:[\w’'-]+ ){0,4}")
_UNNAMED: Final = 3.0  # what must lie around two offices of which no name shows whose they are
_PAIRED: Final = {"chief": "executive", "managing": "executive", "vice": "vice president"}
_BEFORE: Final = 14  # code points before an office in which a word may qualify it
_NOT_NOW: Final = lazy(
    r"(?i:\b(?:deputy|vice|former|ex|acting|interim|shadow|assistant|once|then|late|next|new|future|incoming|outgoing|was|were"
    r"|been|became|becomes?|succeed\w*|replac\w*|until|predecessor|spokes\w+|aide|adviser)\b)"
)
_SOLE: Final = frozenset("governor mayor chancellor premier sheriff executive".split())
_RULING: Final = frozenset({"minister", "secretary", "director", "officer"})


class Office(Struct, frozen=True):
    """What somebody is called at [start, end) of the prose: the kind of its last word, what it is in charge of, whose it is.

    `holder` is the last word of the name right beside it, as names are compared; empty if there is none.
    """

    start: int
    end: int
    head: str
    charge: str = ""
    holder: str = ""
    quoted: bool = False

    @property
    def post(self) -> tuple[str, str]:
        """What it is, whoever has it."""
        return self.head, self.charge

    @property
    def sole(self) -> bool:
        """Whether only one person has it at a time."""
        return bool(self.holder) and (bool(self.charge) or self.head in _SOLE)


def offices(document: Document) -> tuple[Office, ...]:
    """What people are called in the prose, in order; use `document.derived(offices)`."""
    return tuple(_offices(document))


def _offices(document: Document) -> Iterator[Office]:
    words, text = document.derived(tokens), document.prose.text
    ends = {name.end: name for name in document.derived(names)}
    starts = {name.start: name for name in document.derived(names)}
    for number, token in enumerate(words):
        joined = number and text[words[number - 1].end : token.start] in (" ", "-", "\u00a0")
        before = words[number - 1].word if joined else ""
        pair = (before, token.word) in PAIRS
        charge = PORTFOLIOS.get(before, "") if token.word in _RULING else ""
        if not (pair or charge or is_office(token.word)):
            continue
        start = words[number - 1].start if pair or charge else token.start
        head = _PAIRED.get(before, kind_of(token.word)) if pair else kind_of(token.word)
        charge = before if pair and head == "minister" else charge
        holder = _holder(document, start, token.end, starts, ends)
        quoted = not document.quoted.outside(start, token.end)
        yield Office(start, token.end, head, charge, holder, quoted)


def _holder(document: Document, start: int, end: int, starts: dict[int, Name], ends: dict[int, Name]) -> str:
    """The last word of the name that an office is right before, or that it follows after a comma."""
    text = document.prose.text
    hit = _TO_NAME.match(text, end)
    first = starts.get(hit.end()) if hit else starts.get(end + 1)
    if first is not None:
        return _last(first, ends, text)
    for back in range(2, 60):
        name = ends.get(start - back)
        if name is not None:
            return name.key if _FROM_NAME.fullmatch(text, name.end, start) else ""
    return ""


def _last(first: Name, ends: dict[int, Name], text: str) -> str:
    """The last word of the run that begins with a name's word."""
    key, end = first.key, first.end
    for name in sorted((n for n in ends.values() if first.start < n.start < first.end + 60), key=lambda n: n.start):
        if text[end : name.start].strip(" .-") or name.run != first.run:
            break
        key, end = name.key, name.end
    return key


def retitled(document: Document) -> tuple[Differing, ...]:
    """The offices outside quotations that are not the source's; use `document.derived(retitled)`."""
    own = [office for office in document.derived(offices) if not office.quoted]
    held = {one.holder for source in document.sources for one in source.derived(offices) if one.holder}
    found = [
        *_named(document, own),
        *_taken(document, own),
        *_unnamed(document, [office for office in own if office.holder not in held]),
    ]
    others = (one for one in document.derived(recalled) if one.what == "office")
    found += [one for one in others if not any(one.here.overlaps(known.here) for known in found)]
    return tuple(sorted(found, key=lambda one: one.here))


def _named(document: Document, own: list[Office]) -> Iterator[Differing]:
    """Offices of people whom the sources call something else, wherever they do."""
    there = [(number, one) for number, source in enumerate(document.sources) for one in source.derived(offices)]
    for office in own:
        others = [(number, one) for number, one in there if office.holder and one.holder == office.holder]
        if others and not any(_agree(office, one) for _, one in others) and _alike(office, others[0][1]):
            number, one = others[0]
            yield Differing(Span(office.start, office.end), Span(one.start, one.end), number, "office")


def _taken(document: Document, own: list[Office]) -> Iterator[Differing]:
    """Posts that the sources give to one person only, and the article to another whom they know, but not in that post."""
    there = [(number, one) for number, source in enumerate(document.sources) for one in source.derived(offices)]
    known = {name.key for source in document.sources for name in source.derived(names)}
    for office in own:
        same = [(number, one) for number, one in there if one.holder and (one.head, one.charge) == office.post]
        holders = {one.holder for _, one in same}
        if office.sole and office.holder in known and len(holders) == 1 and office.holder not in holders:
            number, one = same[0]
            if _qualified(document, office):
                continue
            yield Differing(_held(document, office), _held(document.sources[number], one), number, "office")


def _qualified(document: Document, office: Office) -> bool:
    """Whether somebody only had a post, or is next to whoever has it: "was prime minister", "the deputy governor"."""
    span = _held(document, office)
    return _NOT_NOW.search(document.prose.text, max(span.start - _BEFORE, 0), span.end) is not None


def _held(document: Document, office: Office) -> Span:
    """An office with the last name of whoever has it."""
    beside = (n for n in document.derived(names) if n.key == office.holder)
    name = min(beside, key=lambda n: abs(n.start - office.start))
    return Span(min(name.start, office.start), max(name.end, office.end))


def _unnamed(document: Document, own: list[Office]) -> Iterator[Differing]:
    """Offices beside no name that the source has beside an office: those in the same place of a sentence."""
    alignment = document.derived(aligned)
    here = by_sentence(alignment.article, [own], -1)
    there = by_sentence(alignment.source, [source.derived(offices) for source in document.sources])
    for slot in Slots(document, here, there, _agree, _alike, lambda one, other: _UNNAMED).differing():
        around = alignment.article[slot.article].tokens
        if slot.here.holder or all(plain(token.word) != slot.there.holder for token in around):
            yield differing(
                slot, alignment, "office"
            )  # else it may be of somebody beside the one whom the source calls so


def _agree(one: Office, other: Office) -> bool:
    if one.head != other.head or (one.holder and other.holder and one.holder != other.holder):
        return False
    return not one.charge or not other.charge or one.charge == other.charge


def _alike(one: Office, other: Office) -> bool:
    """Whether two offices could be said of one person, and not both."""
    if one.holder and other.holder and one.holder != other.holder:
        return False
    charges = bool(one.charge and other.charge) and one.charge != other.charge
    return exclusive(one.head, other.head) or (one.head == other.head and charges)
