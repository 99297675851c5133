"""Nations of things: which nation firms, ships, towns and clubs are said to be of: "the Danish brewer Holt & Lind"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.knowledge import gazetteer
from newslint.knowledge.facts import role_words
from newslint.knowledge.facts.people import cast
from newslint.patterns import lazy
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.reading.parses import Sentence

# Nouns that a nation is the place or the partner of, not the home; and people, whose nations are compared elsewhere.
_AWAY: Final = frozenset(
    "embassy consulate ambassador consul bureau office branch edition arm unit subsidiary version border border team side "
    "squad market affiliate campaign tour leg league broadcaster correspondent translation channel service website site "
    "publication partner rival trial premiere debut release division plant factory store newspaper magazine series film".split()
)
_PLACES: Final = frozenset(
    "city town village port island region province capital resort suburb municipality district county coast hamlet".split()
)
_FIRMS: Final = frozenset(
    "company firm group bank lender insurer airline carmaker automaker drugmaker brewer retailer maker producer miner steelmaker "
    "manufacturer giant conglomerate supplier operator buyer bidder suitor utility shipbuilder shipper "
    "publisher developer contractor "
    "chain grocer planemaker chipmaker distiller startup start-up".split()
)
_NEAR: Final = 1200  # code points before "the German company" in which its name is
_SIDES: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_WITHIN: Final = frozenset({"JJ", "NN", "NNS", "HYPH", "CC", "VBG", "VBN", "JJS", "JJR"})
_LINK: Final = lazy(r"(?:&|of|de|la|du|di|del|the|’s|'s)\Z")


class Home(Struct, frozen=True):
    """That a thing called `name` is of the nations `codes`: [start, end) of the nation's word in the prose."""

    name: str
    codes: frozenset[str]
    start: int
    end: int
    firm: bool = False


def homes(document: Document) -> tuple[Home, ...]:
    """What the running text says of the nations of things that have names; use `document.derived(homes)`."""
    if not document.settings.pipeline:
        return ()
    text, known = document.prose.text, _words()
    spans = {
        document.sentence_at(hit.start())
        for hit in re.finditer(r"\b[A-Z][\w-]+", text)
        if hit[0] in known and document.quoted.outside(*hit.span())
    }
    found: list[Home] = []
    for one in parsed(document, sorted(spans)):
        found += [*_homes(one), *_taken_up(one, text[max(one.start - _NEAR, 0) : one.start], found)]
    human = {
        text[one.start : one.end] for one in document.derived(cast).named if one.person in document.derived(cast).human
    }
    return tuple(home for home in found if home.firm or home.name not in human)


def _homes(sentence: Sentence) -> Iterator[Home]:
    known = _words()
    for token in sentence.doc:
        if token.text in known and token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i:
            name = _name(token)
            if name:
                start = sentence.start + token.idx
                firm = any(word.lower_ in _FIRMS for word in token.doc[token.i + 1 : token.i + 7])
                yield Home(name, known[token.text], start, start + len(token.text), firm)


@cache
def _words() -> dict[str, frozenset[str]]:
    """Adjectives of nations, and names that are used as such: "the Singapore noodle maker"."""
    names = {
        name: nation.codes for name, nation in gazetteer.nations().items() if nation.form == "name" and " " not in name
    }
    return {**names, **role_words.homes()}


def _taken_up(sentence: Sentence, before: str, found: Sequence[Home]) -> Iterator[Home]:
    """The nation of "the German company", if the text has told the nation of one firm only, which is named not far before it."""
    firms = {home.name for home in found if home.firm}
    name = firms.pop() if len(firms) == 1 else ""
    if not name or name.partition(" ")[0] not in before:
        return
    for token in sentence.doc:
        if token.text in _words() and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in _FIRMS:
            noun = token.nbor(1)
            alone = noun.dep_ in _SIDES and not any(child.dep_ in ("appos", "relcl", "prep") for child in noun.rights)
            first = (
                token.i
                and token.nbor(-1).lower_ == "the"
                and (noun.i + 1 == len(token.doc) or noun.nbor(1).tag_[:3] != "NNP")
            )
            if alone and first:
                start = sentence.start + token.idx
                yield Home(name, _words()[token.text], start, start + len(token.text), firm=True)


def _name(nation: Any) -> str:
    """The name of the thing that a nation's adjective is about; nothing if there is none."""
    doc, noun = nation.doc, nation.i + 1
    while noun < len(doc) and doc[noun].tag_ in _WITHIN and not doc[noun].text[0].isupper():
        noun += 1
    last = doc[noun - 1]
    if last.tag_ != "NN" or last.lower_ in _AWAY or last.i == nation.i or noun >= len(doc):
        return ""
    if doc[noun].text == "of" and last.lower_ in _PLACES:
        noun += 1
    elif doc[noun].text == ",":
        return _run_before(nation) or (_run(doc, noun + 1) if _appositive(last) else "")
    return _run(doc, noun) or (_run_before(nation) if last.dep_ == "appos" else "")


def _appositive(noun: Any) -> bool:
    return any(child.dep_ == "appos" and child.tag_ == "NNP" for child in noun.rights)


def _run(doc: Any, first: int) -> str:
    """The name that begins at a word: capitalised words and what links them."""
    last = first - 1
    for at in range(first, len(doc)):
        if doc[at].text[0].isupper() and doc[at].tag_ in ("NNP", "NNPS", "NN"):
            last = at
        elif not _LINK.match(doc[at].text) or last < first:
            break
    return doc.text[doc[first].idx : doc[last].idx + len(doc[last].text)] if last >= first else ""


def _run_before(nation: Any) -> str:
    """The name before the comma of an apposition, in which a nation is the first word but for an article and adjectives."""
    doc, at = nation.doc, nation.i - 1
    while at > 0 and doc[at].tag_ in ("DT", "JJ", "JJS", "RBS", "JJR", "PRP$", "CD"):
        at -= 1
    if at < 1 or doc[at].text != "," or doc[nation.i - 1].text == ",":
        return ""
    first = at
    while first and (doc[first - 1].tag_ in ("NNP", "NNPS") or (first < at and _LINK.match(doc[first - 1].text))):
        first -= 1
    while first < at and _LINK.match(doc[first].text):
        first += 1
    return doc.text[doc[first].idx : doc[at - 1].idx + len(doc[at - 1].text)] if first < at else ""
