"""Read thesauri into maps from a word form to the forms with which a spinner would replace it.

WordNet 3.0 and MyThes list lemmas; they are inflected here (lemminflect), so that `tanks` becomes
`reservoirs`, not `reservoir`.  PPDB lists word forms.  Only single words in lower case are kept.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

Lemma: TypeAlias = str
Synonyms: TypeAlias = Mapping[str, frozenset[str]]
LemmaPair: TypeAlias = tuple[str, Lemma, Lemma]

_WORD = re.compile(r"[a-z]{3,}")
_TAGS = {
    "NOUN": ("NN", "NNS"),
    "VERB": ("VB", "VBZ", "VBD", "VBN", "VBG"),
    "ADJ": ("JJ", "JJR", "JJS"),
    "ADV": ("RB", "RBR", "RBS"),
}
_WORDNET_FILES = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
_MYTHES_TERM = re.compile(r"([^(]+?)(?: \((?!antonym)[a-z ]+\))?")


def wordnet(folder: Path) -> Synonyms:
    """Members of one synset, from the `data.*` files of WordNet."""
    return inflected(
        pair for name, pos in _WORDNET_FILES.items() for pair in _wordnet_pairs(folder / f"data.{name}", pos)
    )


def mythes(path: Path) -> Synonyms:
    """Terms of one sense, narrower, wider and related ones too but not antonyms, from a MyThes `.dat` file."""
    return inflected(_mythes_pairs(path))


def ppdb(path: Path, *, alike: bool) -> Synonyms:
    """Pairs of PPDB 1.0's lexical part, both ways, from a zip archive of tab-separated pairs.

    `alike`: only pairs of different lemmas in the same inflection.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            for line in archive.read(name).decode().splitlines():
                first, _, second = line.partition("\t")
                if (
                    _WORD.fullmatch(first)
                    and _WORD.fullmatch(second)
                    and (_alike(first, second) if alike else first != second)
                ):
                    found[first].add(second)
                    found[second].add(first)
    return _frozen(found)


def related(synonyms: Iterable[Synonyms]) -> Synonyms:
    """Word form → what it may replace, in any thesaurus and either direction."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mapping in synonyms:
        for word, others in mapping.items():
            found[word] |= others
            for other in others:
                found[other].add(word)
    return _frozen(found)


class Farther(Mapping[str, frozenset[str]]):
    """Synonyms of synonyms that are not synonyms: what an unknown thesaurus might offer."""

    def __init__(self, synonyms: Synonyms) -> None:
        self._near = synonyms

    def __getitem__(self, word: str) -> frozenset[str]:
        near = self._near[word]
        return frozenset().union(*(self._near.get(other, frozenset()) for other in near)) - near - {word} or near

    def __contains__(self, word: object) -> bool:
        return word in self._near

    def __iter__(self) -> Iterator[str]:
        return iter(self._near)

    def __len__(self) -> int:
        return len(self._near)


def _wordnet_pairs(path: Path, pos: str) -> Iterator[LemmaPair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split(" ")
            number = int(fields[3], 16)
            words = [word.partition("(")[0] for word in fields[4 : 4 + 2 * number : 2]]
            yield from _pairs(pos, words)


def _pairs(pos: str, words: list[str]) -> Iterator[LemmaPair]:
    plain = [word for word in words if _WORD.fullmatch(word)]
    for word in plain:
        for other in plain:
            if word != other:
                yield pos, word, other


def _mythes_pairs(path: Path) -> Iterator[LemmaPair]:
    head = ""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("("):
            head = line.partition("|")[0]
        elif _WORD.fullmatch(head):
            pos, *terms = line.split("|")
            for term in terms:
                match = _MYTHES_TERM.fullmatch(term)
                if match and _WORD.fullmatch(match[1]) and match[1] != head:
                    yield pos.strip("()").upper(), head, match[1]


def inflected(pairs: Iterable[LemmaPair]) -> Synonyms:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pos, lemma, other in pairs:
        theirs = _forms(other, pos)
        for tag, form in _forms(lemma, pos).items():
            if tag in theirs and theirs[tag] != form:
                found[form].add(theirs[tag])
    return _frozen(found)


def _alike(first: str, second: str) -> bool:
    """Whether these are forms of different lemmas in the same inflection."""
    one, other = _readings(first), _readings(second)
    return bool({tag for tag, _ in one} & {tag for tag, _ in other}) and not {w for _, w in one} & {w for _, w in other}


@cache
def _readings(form: str) -> frozenset[tuple[str, Lemma]]:
    """Part-of-speech tags and lemmas of a form; none if the dictionary does not know it."""
    from lemminflect import getAllLemmas

    lemmas = [(pos, lemma) for pos, found in getAllLemmas(form).items() for lemma in found]
    return frozenset(
        (tag, lemma) for pos, lemma in lemmas for tag, other in _forms(lemma, pos).items() if other == form
    )


@cache
def _forms(lemma: Lemma, pos: str) -> dict[str, str]:
    """Part-of-speech tag → form; comparatives only where the dictionary lists them."""
    from lemminflect import getInflection

    forms = {}
    for tag in _TAGS.get(pos, ()):
        graded = tag in ("JJR", "JJS", "RBR", "RBS")
        found = getInflection(lemma, tag, inflect_oov=not graded)
        if found and _WORD.fullmatch(found[0]):
            forms[tag] = found[0]
    return forms


def _frozen(found: Mapping[str, set[str]]) -> Synonyms:
    return {word: frozenset(found[word]) for word in sorted(found)}
