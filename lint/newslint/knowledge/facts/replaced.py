"""Replaced: a word of a headline that the text never has, where its first sentences have another that excludes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge import gazetteer
from newslint.knowledge.facts.contrast import Contrast
from newslint.knowledge.facts.exclusive import exclude, terms
from newslint.knowledge.facts.who import nouns
from newslint.knowledge.facts.who.words import goes_on
from newslint.knowledge.headline import begins_a_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.contrast import Stretch
    from newslint.knowledge.facts.events import Word

_FEWEST: Final = 2  # other stems that line and sentence share
_SHARE: Final = 0.75  # of the line's other stems
_OF_PEOPLE: Final = 0.5  # the same, for a noun for a person
_STEM: Final = 4  # letters by which a word is looked for in the text


class Candidate(Span, frozen=True):
    """A noun of the table of exclusive words, or a nation: where it is, and folded."""

    word: str = ""
    nation: str = ""


def replaced(document: Document, line: Stretch, below: Sequence[Stretch]) -> Contrast | None:
    """The first word of a line that stands where the text has another, all else being alike."""
    found = list(_candidates(document, line))
    if not found:
        return None
    for sentence in below:
        others = None
        for one in found:
            rest = {word.stem for word in line.words if word.stem and not one.start <= word.start < one.end}
            shared = len(rest & sentence.stems)
            of_people = nouns.has_calling(one.word) or bool(nouns.sex(one.word))
            if of_people:
                shared += one_outcome(line, sentence)
            if shared < _FEWEST or shared < (_OF_PEOPLE if of_people else _SHARE) * len(rest):
                continue
            others = list(_candidates(document, sentence)) if others is None else others
            said = {each.nation for each in found if each.nation}
            other = next((each for each in others if each.nation not in said and _excludes(one, each)), None)
            if (
                other is not None
                and not _mentioned(document, one, line)
                and _of_one_noun(document, one, other, line, sentence)
            ):
                return Contrast(Span(one.start, one.end), Span(other.start, other.end))
    return None


def _of_one_noun(document: Document, one: Candidate, other: Candidate, line: Stretch, sentence: Stretch) -> bool:
    """Whether the text's word, if it says more of a noun ("police officer", "third attempt"), has the line's noun behind it."""
    if not goes_on(document, other.end):
        return True
    behind = [
        next((w.stem for w in part.words if w.start >= end), "")
        for part, end in ((line, one.end), (sentence, other.end))
    ]
    return behind[0] == behind[1]


def one_outcome(line: Stretch, sentence: Stretch) -> bool:
    """Whether line and sentence say one outcome in other words: "dies", "was killed"."""
    said = {outcome for event in line.events for outcome in event.outcomes}
    return any(outcome[:2] == other[:2] for event in sentence.events for outcome in event.outcomes for other in said)


def _candidates(document: Document, line: Stretch) -> Iterator[Candidate]:
    known, nations, text = terms(), gazetteer.nations(), document.prose.text
    words = line.words
    for at, word in enumerate(words):
        for last in (at + 1, at):
            if last < len(words) and words[last].end - word.start < 40:
                written = text[word.start : words[last].end]
                nation = nations.get(written)
                folded = f"{word.text} {words[last].text}" if last > at else _bare(word)
                if (
                    folded in known
                    or nouns.has_calling(folded)
                    or nouns.sex(folded)
                    or (nation is not None and len(nation.codes) == 1)
                ):
                    code = next(iter(nation.codes)) if nation is not None and len(nation.codes) == 1 else ""
                    yield Candidate(word.start, words[last].end, folded, code)
                    break


def _bare(word: Word) -> str:
    return word.text.removesuffix("'s").removesuffix("s'")


def _excludes(one: Candidate, other: Candidate) -> bool:
    if one.nation or other.nation:
        return bool(one.nation and other.nation and one.nation != other.nation)
    return (
        exclude(one.word, other.word) or nouns.exclude(one.word, other.word) or nouns.counterparts(one.word, other.word)
    )


def _mentioned(document: Document, one: Candidate, line: Stretch) -> bool:
    """Whether the text has the word, or the nation by any of its names, anywhere below the line."""
    view = document.folded()
    body = view.text[view.locate(line.words[-1].end) :]
    if nouns.sex(one.word):
        return re.search(rf"\b{re.escape(one.word[:-2])}[a-z]{{0,4}}\b", body) is not None
    if not one.nation:
        return any(begins_a_word(word[: max(_STEM, len(word) - 2)], body) for word in one.word.split(" "))
    names = (name for name, nation in gazetteer.nations().items() if one.nation in nation.codes)
    return any(begins_a_word(name.lower(), body) for name in names)
