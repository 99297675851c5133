"""Exchange: a headline in which those who did something are those to whom it was done in the first sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.inflections import lemma
from newslint.knowledge.facts.contrast import Contrast
from newslint.knowledge.facts.outcomes import table
from newslint.knowledge.facts.who.deeds import deeds
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.contrast import Stretch
    from newslint.knowledge.facts.events import Word
    from newslint.knowledge.facts.who.deeds import Deed

_NEGATIONS: Final = frozenset({"not", "no", "never", "refuses", "denies", "without", "?"})
_BEAT: Final = frozenset(
    "beat defeat edge thrash hammer rout stun overcome outpoll unseat oust topple outpoint crush".split()
)
_CAPTURE: Final = frozenset({"capture", "claim", "take", "clinch", "secure", "seal"})
_FEWEST: Final = 3  # words of a headline that says who won what
_PARTICLES: Final = frozenset({"out", "over", "up", "down", "off"})
_BREAKS: Final = frozenset(",;:.!?–—|-")
_ENDS: Final = frozenset(
    "after as over amid despite when while in on at with for during following before until ahead".split()
)


def exchanged(document: Document, line: Stretch, below: Sequence[Span]) -> Contrast | None:
    """The verb of a headline, and that of a sentence below it that has both sides the other way round."""
    if not document.settings.pipeline or not line.words:
        return None
    for sentence in parsed(document, list(below)):
        for deed in deeds(sentence):
            for at, word in enumerate(line.words):
                if at and _same_verb(word.text, deed.verb) and _crosswise(line.words, at, deed):
                    return Contrast(Span(word.start, word.end), deed.span)
    return None


def lost(document: Document, line: Stretch, below: Sequence[Span]) -> Contrast | None:
    """The verb of a headline by which somebody wins, and that of a sentence below it by which the same is beaten."""
    if not document.settings.pipeline or len(line.words) < _FEWEST:
        return None
    wins = [at for at, word in enumerate(line.words) if at and _wins(line, at) and not _negates(word.text)]
    for sentence in parsed(document, list(below)) if wins else ():
        for deed in deeds(sentence):
            for at in wins:
                winner = _before(line.words, at)
                if deed.verb in _BEAT and winner & deed.object and not winner & deed.agent:
                    return Contrast(Span(line.words[at].start, line.words[at].end), deed.span)
    return None


def _wins(line: Stretch, at: int) -> bool:
    """Whether a word of a headline is a verb of winning in the active voice."""
    word = line.words[at]
    won = any(
        event.span.start == word.start and not event.has("passive") and not event.has("unsure")
        for event in line.events
        if any(outcome.group == "win" and outcome.number == 0 for outcome in event.outcomes)
    )
    return won or (lemma(word.text, "V") or word.text) in _CAPTURE


def denied(document: Document, line: Stretch, below: Sequence[Span]) -> Contrast | None:
    """The verb of a headline without a negation, and the same of a sentence below it that has one, of the same two sides."""
    if not document.settings.pipeline or any(_negates(word.text) for word in line.words):
        return None
    for sentence in parsed(document, list(below)):
        for deed in deeds(sentence, negated=True):
            for at, word in enumerate(line.words):
                if at and _same_verb(word.text, deed.verb) and _alongside(line.words, at, deed):
                    return Contrast(Span(word.start, word.end), deed.span)
    return None


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _alongside(words: Sequence[Word], at: int, deed: Deed) -> bool:
    left, right = _before(words, at), _after(words, at + 1)
    return bool(left & deed.agent and right & deed.object)


def _same_verb(word: str, verb: str) -> bool:
    own = lemma(word, "V") or word
    if own == verb:
        return True
    first, second = (set(table().get(each, {}).get((), ())) for each in (own, verb))
    return any(a.group == "win" for a in first & second)


def _crosswise(words: Sequence[Word], at: int, deed: Deed) -> bool:
    left, right = _before(words, at), _after(words, at + 1)
    following = words[at + 1].text if at + 1 < len(words) else ""
    if following in _PARTICLES and at + 2 < len(words):
        at, following = at + 1, words[at + 2].text
    if following == "by":
        left, right = _after(words, at + 2), left
    return bool(left & deed.object and right & deed.agent) and not left & deed.agent and not right & deed.object


def _before(words: Sequence[Word], at: int) -> set[str]:
    found: set[str] = set()
    while at and words[at - 1].text not in _BREAKS:
        at -= 1
        found.add(words[at].stem)
    return found - {""}


def _after(words: Sequence[Word], at: int) -> set[str]:
    found: set[str] = set()
    while at < len(words) and words[at].text not in _BREAKS and words[at].text not in _ENDS:
        found.add(words[at].stem)
        at += 1
    return found - {""}
