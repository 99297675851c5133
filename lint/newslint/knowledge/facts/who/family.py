"""Family: how many children people are said to have, whether they are married, and whether they grew up alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts import reference
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.roles import Trait
from newslint.knowledge.facts.who.links import meant_at
from newslint.knowledge.facts.who.scene import scene
from newslint.knowledge.words import holding
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_NUMBERS: Final = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_N: Final = rf"(?P<n>{'|'.join(_NUMBERS)}|\d\d?)"
_WHOSE: Final = r"(?P<whose>[Hh]is|[Hh]er|(?<![\w’'])[A-Z][\w-]+[’']s)"
# "Mother-of-three Ann Lowe", "a father of two", "the mother of four".
_OF: Final = lazy(
    rf"\b(?P<noun>[Mm]other|[Ff]ather|[Mm]um|[Dd]ad|[Gg]randmother|[Gg]randfather)[- ]of[- ]{_N}\b(?! "
    rf"(?:boys|girls|sons|daughters|grand))"
)
_OWN: Final = lazy(rf"\b{_WHOSE} {_N} (?:children|kids)\b", needs=("children|kids",))
_HAS: Final = lazy(
    rf"\b(?:has|have|had|raised|brought up|bore) {_N} (?:children|kids)\b(?! (?:from|with|by|under|at|in))",
    needs=("children|kids",),
)
_PAIR: Final = lazy(
    rf"\b(?:has|had|have|leaves|left|raised|by) {_N} (?P<one>sons?|daughters?),? and (?P<m>an?|"
    rf"{'|'.join(_NUMBERS)}|\d) (?P<other>sons?|daughters?)\b",
    needs=(" son| daughter",),
)
_SIDE: Final = lazy(
    rf"\b(?:(?P<verb>has|had|have) {_N}|{_WHOSE} (?P<k>{'|'.join(_NUMBERS)})) (?P<kind>sons|daughters)\b(?! and)",
    needs=("sons|daughters",),
)
# What a later count may leave out.
_SOME: Final = lazy(
    r"\b(?:younger|youngest|older|oldest|elder|eldest|other|surviving|first|second|step\w*|adopt\w*|"
    r"foster|of (?:his|her|their|the)|previous|marriage|"
    r"died|late|lost|predeceased|grand\w+|then|when|pregnant|expecting|born|gave birth|had a|another|more|also)\b"
)
# Words of which each form has one: where none occurs, no form is looked for.
_PARENTS: Final = frozenset("mother father mum dad grandmother grandfather".split())
_OFFSPRING: Final = frozenset("children kids son sons daughter daughters".split())
_SPOUSES: Final = frozenset({"wife", "husband"})
_SINGLE: Final = frozenset("widow widower married bachelor unmarried".split())
_BROTHERS: Final = frozenset("brother brothers sister sisters".split())
_SPOUSE: Final = r"(?:wife|husband)"
_ALONE: Final = lazy(
    r"\b(?:[Ww]idow(?:er)?|(?:has|had) never married|never married|(?:a )?(?:lifelong )?bachelor|unmarried)\b(?! (?:of|’s|'s|said))"
    rf"|\b(?:[Hh]is|[Hh]er) late {_SPOUSE}\b|\bafter (?:his|her) {_SPOUSE}(?:, [A-Z]\w+,|[’']s)? (?:died|death)\b"
)
# A husband or wife who is there as the article is written.
_BESIDE: Final = lazy(
    rf"\b(?:(?:lives?|living|sat|sits|stood|arrived|attended|runs?|celebrat\w+|home)\b[^.;,]{{0,25}} )?,? "
    rf"?(?P<with>[Ww]ith )(?P<whose>his|her) (?P<kin>{_SPOUSE})"
    r"(?=,? (?:[A-Z]\w+,? )?(?:holding|beside|sitting|watching|at (?:his|her)|by (?:his|her)|in the|"
    r"behind|looking|and|[.,;]|$)|[.,;])"
    rf"|\b(?P<own>[Hh]is|[Hh]er) (?P<k>{_SPOUSE})(?:[’']s (?:illness|poor health|health|ill health|cancer|"
    rf"condition|hands?)\b|,? (?:[A-Z]\w+,? )?"
    r"(?:is|has|says|does|cuts|runs|works|drives|plans|hopes|will|would be|wants|thinks|keeps|makes|cooks|"
    r"helps|likes|said on|told)\b)"
)
_ONCE: Final = lazy(
    r"\b(?:late|first|second|third|former|ex|then|new|future|remarr\w+|met|divorce\w*|died|dead|death|kill\w*|murder\w*|\d{4}|ago|estranged|buried|grave)\b"
)
_ONLY: Final = lazy(r"\b(?:an|the|was an|is an|as an) only child\b")
_SIBLING: Final = lazy(
    r"\b(?P<whose>[Hh]is|[Hh]er)(?: (?:older|younger|elder|little|big|twin|own|late|kid|baby|one|two|"
    r"three))* (?P<kin>brother|sister)s?\b(?!-in-law| officers?)"
)


def family(document: Document) -> tuple[Trait, ...]:
    """What the paper itself says of the families of people with names, in order; use `document.derived(family)`."""
    found = [*_children(document), *_marriages(document), *_siblings(document)]
    return tuple(sorted(found, key=lambda trait: (trait.start, trait.end)))


def _children(document: Document) -> Iterator[Trait]:
    for form, slot in ((_OF, "children"), (_OWN, "children"), (_HAS, "children"), (_SIDE, "")):
        for hit in _hits(document, form, _PARENTS | _OFFSPRING):
            number = str(hit["n"] or hit["k"])
            yield from _trait(document, hit, slot or hit["kind"], str(_NUMBERS.get(number, number)))
    for hit in _hits(document, _PAIR, _OFFSPRING):
        if hit["one"].rstrip("s") != hit["other"].rstrip("s"):
            total = _count(hit["n"]) + _count(hit["m"])
            yield from _trait(document, hit, "children", str(total))


def _hits(document: Document, form: re.Pattern[str], cues: frozenset[str]) -> Iterator[re.Match[str]]:
    """The hits of a form, looked for only where one of its words occurs."""
    text = document.prose.text
    return (hit for one in holding(document, cues) for hit in form.finditer(text, one.start, one.end))


def _count(word: str) -> int:
    return 1 if word in ("a", "an") else _NUMBERS.get(word) or int(word)


def _marriages(document: Document) -> Iterator[Trait]:
    for hit in _hits(document, _ALONE, _SPOUSES | _SINGLE):
        yield from _trait(document, hit, "married", "no")
    for hit in _hits(document, _BESIDE, _SPOUSES):
        sentence = document.sentence_at(hit.start())
        if not _ONCE.search(document.prose.text, sentence.start, sentence.end):
            yield from _trait(document, hit, "married", "yes")


def _siblings(document: Document) -> Iterator[Trait]:
    for hit in _hits(document, _ONLY, frozenset({"child"})):
        yield from _trait(document, hit, "sibling", "no")
    for hit in _hits(document, _SIBLING, _BROTHERS):
        yield from _trait(document, hit, "sibling", "yes")


def _trait(document: Document, hit: re.Match[str], slot: str, value: str) -> Iterator[Trait]:
    """The statement, if it is the paper's own and of somebody with a name."""
    sentence = document.sentence_at(hit.start())
    if not document.quoted.outside(*hit.span()) or (
        slot in ("children", "sons", "daughters") and _SOME.search(document.prose.text, sentence.start, sentence.end)
    ):
        return
    who = (
        _owner(document, hit)
        if any(hit.groupdict().get(name) for name in ("whose", "own"))
        else _subject(document, hit)
    )
    if who is not None and who >= 0:
        yield Trait(*hit.span(), who, slot, value, "person")


def _owner(document: Document, hit: re.Match[str]) -> int | None:
    """Whose relative it is: the holder of a possessive name, or whom the pronoun means."""
    name = "whose" if hit.groupdict().get("whose") else "own"
    word, at = hit[name], hit.start(name)
    if word.lower() in ("his", "her"):
        return meant_at(document, at, at + len(word))
    named = document.derived(cast).within(at, at + 1)
    return named[0].person if named else None


def _subject(document: Document, hit: re.Match[str]) -> int | None:
    """Of whom a noun or a verb tells: whom the scene gives the noun to, who is named beside it, or the subject of the clause."""
    who, text = document.derived(cast), document.prose.text
    for one in document.derived(scene):
        if one.description is not None and one.start <= hit.start() < one.end and one.who is not None:
            return one.who
    after = who.within(hit.end(), hit.end() + 2)
    if after and text[hit.end() : after[0].start] == " ":
        return after[0].person
    before = next((one for one in reversed(who.within(max(hit.start() - 60, 0), hit.start()))), None)
    if before is not None and re.fullmatch(
        r"(?:, \d\d)?,? (?:who (?:(?:is|has|was)(?: still)? )?)?(?:an? |the |is (?:an? )?|was (?:an? )?)?(?:[a-z]+ )?",
        text[before.end : hit.start()],
    ):
        return before.person
    held = reference.clause_subject(document, hit.start())
    return held[0] if held[1] != "alone" and held[0] >= 0 else None
