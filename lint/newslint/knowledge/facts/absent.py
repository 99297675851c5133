"""Absent: a name in a headline that the text never has, where its first sentences tell the same of another: "Tarn" for Orrin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.inflections import known
from newslint.knowledge import gazetteer
from newslint.knowledge.facts import role_words
from newslint.knowledge.facts.contrast import Contrast
from newslint.knowledge.facts.replaced import one_outcome
from newslint.knowledge.facts.who import nouns
from newslint.knowledge.names import OPENERS
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.contrast import Stretch
    from newslint.knowledge.facts.events import Word

_SHORT: Final = 4  # letters: a shorter name may be initials, or be written otherwise
_STEM: Final = 4  # letters by which a name is looked for in the text
_SHARED: Final = 2  # stems that line and sentence have in common
_CREDIT: Final = lazy(r"[()@/—–|]|\b(?:[Pp]hoto|[Vv]ideo|[Ii]mage|AP|Reuters|Getty)\b|\.\Z")  # a caption is no headline
_PLACE: Final = frozenset("in at near off from outside around across for".split())
_PERSON: Final = lazy(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*")


def absent(document: Document, line: Stretch, below: Sequence[Stretch]) -> Contrast | None:
    """The first name of a headline that is nowhere below it, and the name that a sentence has instead."""
    text = document.prose.text
    if not line.words or _CREDIT.search(text, line.words[0].start, line.words[-1].end):
        return None
    found = [
        word for word in _names(text, line) if not _occurs(document, line, word) and not _part(document, line, word)
    ]
    for word in found:
        for sentence in below:
            rest = {each.stem for each in line.words if each.stem and each is not word}
            if len(rest & sentence.stems) + one_outcome(line, sentence) < _SHARED:
                continue
            other = _instead(text, line, word, sentence)
            if other is not None:
                return Contrast(Span(word.start, word.end), other)
    return None


def _names(text: str, line: Stretch) -> Iterator[Word]:
    """The words of a line that are names: with a capital where most have none; of a first word, what is none of the language."""
    letters = [text[word.start] for word in line.words[1:] if len(word.text) >= _SHORT and word.text[0].isalpha()]
    if sum(letter.isupper() for letter in letters) > len(letters) / 2:
        return
    for at, word in enumerate(line.words):
        written = text[word.start : word.end]
        if len(written) < _SHORT or not written[0].isupper() or written.isupper() or written in OPENERS:
            continue
        bare = written.removesuffix("’s").removesuffix("'s")
        first = at == 0 or line.words[at - 1].text in ":;.!?–—"
        if not word.stem or (first and known(bare.lower()) and not _of_somebody(line, at)):
            continue
        if _labels(text, line, at) or (bare.endswith("s") and known(bare[:-1].lower())):
            continue
        if (
            bare not in gazetteer.nations()
            and bare not in role_words.parties()
            and bare.isalpha()
            and bare[1:].islower()
        ):
            yield word


def _labels(text: str, line: Stretch, at: int) -> bool:
    """Whether a word begins a name with more words, or says whose the line is: "Hale: …", "… in the north. Wimbrel"."""
    word = line.words[at]
    after = line.words[at + 1] if at + 1 < len(line.words) else None
    if text[word.end : word.end + 1] in (":", ",") or (after is not None and text[after.start].isupper()):
        return True
    return at > 0 and text[line.words[at - 1].end : word.start].strip() == "."


def _part(document: Document, line: Stretch, word: Word) -> bool:
    """Whether a word is part of a longer name of which the text has another word."""
    at, text = line.words.index(word), document.prose.text
    beside = (line.words[place] for place in (at - 1, at + 1) if 0 <= place < len(line.words))
    return any(text[each.start].isupper() and _occurs(document, line, each) for each in beside)


def _of_somebody(line: Stretch, at: int) -> bool:
    """Whether a word tells where somebody is from: "Hale man"."""
    return at + 1 < len(line.words) and bool(nouns.sex(line.words[at + 1].text))


def _occurs(document: Document, line: Stretch, word: Word) -> bool:
    """Whether a word, or one that begins like it, is anywhere but in the line itself."""
    view = document.folded()
    start = word.text.removesuffix("s")[: max(_STEM, len(word.text) - 3)]
    first, last = view.locate(line.words[0].start), view.locate(line.words[-1].end)
    return view.text.find(start, last) >= 0 or view.text.find(start, 0, first) >= 0


def _instead(text: str, line: Stretch, word: Word, sentence: Stretch) -> Span | None:
    """The name that a sentence has where the line has another: after a preposition of place, or as a subject."""
    at = line.words.index(word)
    place = at > 0 and line.words[at - 1].text in _PLACE
    said = {each.text for each in line.words}
    for number, each in enumerate(sentence.words):
        written = text[each.start : each.end]
        bare = written.removesuffix("’s").removesuffix("'s")
        if not written[0].isupper() or number == 0 or each.text in said or bare in OPENERS or known(bare.lower()):
            continue
        after = sentence.words[number - 1].text in _PLACE or sentence.words[number - 2].text in _PLACE
        if after or not place:
            hit = _PERSON.match(text, each.start)
            ours = hit is not None and said.isdisjoint(hit[0].lower().split(" "))
            return Span(*hit.span()) if hit is not None and ours else None
    return None
