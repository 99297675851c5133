"""Sexes: which words show whether somebody is a man or a woman: "Mrs Venning", "a widower", "the headmaster", "she", "Maria"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge import gazetteer, known_names
from newslint.knowledge.facts.people import FEMALE, MALE, cast
from newslint.knowledge.facts.roles import Trait
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.people import Cast, Named
    from newslint.knowledge.names import Mention

_KNOWN: Final = 20  # articles of the news archive that have the name
_STYLE: Final = lazy(
    r"\b(?P<style>Mr|Mrs|Ms|Miss|Sir|Lord|Dame|Lady|Baroness|His Honour|Her Honour)\.? (?:(?:Judge|Justice|Dr) )?\Z"
)
_LED: Final = lazy(
    r"(?:In|With|During|After|At|Before|Despite|For|On|From|Summing up|Throughout) (?P<who>his|her) (?:[a-z-]+ ){1,4}?[a-z-]+, "
    r"(?:[A-Z][\w.]+ ){0,3}\Z"
)


def sexes(document: Document) -> tuple[Trait, ...]:
    """What titles and given names show of the sexes of people with names, in order; pronouns and nouns are the scene's."""
    who = document.derived(cast)
    return tuple(trait for one in who.named if one.person in who.human for trait in _shown(document, who, one))


def _shown(document: Document, who: Cast, one: Named) -> Iterator[Trait]:
    text = document.prose.text
    if not document.quoted.outside(one.start, one.end):
        return
    person = who.persons[one.person]
    first = next(mention for mention in person.mentions if mention.full or not person.full)
    known = first.full and _public(first)
    forms = {mention.honorific for mention in person.mentions}
    couple = not person.full and "Mr" in forms and not forms.isdisjoint(("Mrs", "Ms", "Miss"))
    hit = None if couple else _STYLE.search(text, max(one.start - 24, 0), one.start)
    if hit is not None and (one.mention.full or not known):
        style = hit["style"]
        sex = "m" if style in MALE or style == "His Honour" else "f" if style in FEMALE or style == "Her Honour" else ""
        yield Trait(hit.start(), one.end, one.person, "sex", sex, "style")
    sentence = document.sentence_at(one.start)
    led = _LED.fullmatch(text, sentence.start, one.start)
    if led is not None and not text.startswith(("’s", "'s"), one.end):
        yield Trait(*led.span("who"), one.person, "sex", "m" if led["who"] == "his" else "f", "led")
    if first.start == one.start and first.full and not known:
        sex = gazetteer.given().get(first.name[0], "")
        if sex in ("m", "f"):
            yield Trait(one.start, one.start + len(first.name[0]), one.person, "sex", sex, "given")


def _public(mention: Mention) -> bool:
    """Whether a name is so well known that its bearer's husband or wife may be called by the surname, too: "Mr. Clinton"."""
    return known_names.articles().get(known_names.without_accents(" ".join(mention.name)), 0) >= _KNOWN


def styled(found: list[Trait]) -> list[Trait]:
    """What shows somebody's sex, but for the given name if a style does, or if the text is of one mind without it.

    "Ms. Keyser" knows better than a table of names what Leland is, and a man may be called Andrea.
    """
    shown = [trait for trait in found if trait.role != "given"]
    settled = len({trait.value for trait in shown}) == 1 < len(shown)
    return shown if settled or any(trait.role == "style" for trait in shown) else found
