"""Inflections: the forms of English nouns, verbs, adjectives and adverbs, and the lemma of a form.

A table of 40,000 lemmas (data/inflections.txt, from the NIH's SPECIALIST Lexicon as lemminflect carries it) names what each
is and its irregular forms; the lexicon's rules make the others. The table is searched as it is in the file, never parsed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE: Final = Path(__file__).parent / "data" / "inflections.txt"
# Part of speech → the Penn tags of its forms beside the lemma's own, in the order of the table; a participle that is not
# given is the past tense.
TAGS: Final = {"N": ("NNS",), "V": ("VBD", "VBN", "VBG", "VBZ"), "A": ("JJR", "JJS"), "R": ("RBR", "RBS")}
_OWN: Final = {"N": ("NN",), "V": ("VB", "VBP"), "A": ("JJ",), "R": ("RB",)}
_WRITTEN: Final = ("VB", "VBZ", "VBD", "VBN", "VBG", "NN", "NNS")  # what `~lemma` stands for, in this order
_LETTERS: Final = {"NN": "N", "VB": "V", "JJ": "A", "RB": "R"}
_NONE: Final = "-"  # a form that does not exist
_VOWEL_Y = lazy(r"[aeiou]y")
# Endings that a lemma may have lost, and what stood there.
_ENDINGS: Final = {
    "N": (("ies", "y"), ("es", ""), ("s", "")),
    "V": (
        ("ies", "y"),
        ("ied", "y"),
        ("ying", "ie"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ),
    "A": (),
    "R": (),
}


def by_rule(lemma: str, pos: str) -> dict[str, str]:
    """Penn tag → regular form, by the rules of the SPECIALIST Lexicon; adjectives and adverbs are not compared by rule."""
    if pos == "N":
        return {"NNS": _plural(lemma)}
    if pos != "V":
        return dict.fromkeys(TAGS[pos], _NONE)
    if lemma.endswith("ie"):
        past, going = f"{lemma}d", f"{lemma[:-2]}ying"
    elif lemma.endswith(("ee", "oe", "ye")):
        past, going = f"{lemma}d", f"{lemma}ing"
    elif lemma.endswith("e"):
        past, going = f"{lemma}d", f"{lemma[:-1]}ing"
    elif lemma.endswith("y") and not _VOWEL_Y.fullmatch(lemma[-2:]):
        past, going = f"{lemma[:-1]}ied", f"{lemma}ing"
    else:
        past, going = f"{lemma}ed", f"{lemma}ing"
    return {"VBD": past, "VBN": past, "VBG": going, "VBZ": _plural(lemma)}


def _plural(lemma: str) -> str:
    if lemma.endswith(("s", "z", "x", "ch", "sh")):
        return f"{lemma}es"
    if lemma.endswith("y") and not _VOWEL_Y.fullmatch(lemma[-2:]):
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


@lru_cache(maxsize=4096)
def known(word: str) -> bool:
    """Whether a folded word is a lemma of the table, or a regular form of one as far as its ending says."""
    bases = {word, *(base for pos in _ENDINGS for base in _stripped(word, pos))}
    return any(f"\n{base}," in _table() for base in bases)


@lru_cache(maxsize=4096)
def forms(lemma: str) -> dict[str, str]:
    """Penn tag → form of a lemma, verb forms first; a lemma that the table does not have is a verb's base form only."""
    entries = dict(_entries(lemma))
    known = {tag: form for pos in "VN" if pos in entries for tag, form in _filled(lemma, pos, entries[pos]).items()}
    return {"VB": lemma, **{tag: known[tag] for tag in _WRITTEN if tag in known}}


def inflected(word: str, tag: str) -> str | None:
    """The form of a word (itself in any form) that a Penn tag names; None if the table knows no such word or form."""
    pos = _LETTERS.get(tag[:2])
    base = lemma(word, pos) if pos else None
    if pos is None or base is None:
        return None
    return _filled(base, pos, dict(_entries(base)).get(pos, [])).get(tag)


@lru_cache(maxsize=4096)
def lemma(word: str, pos: str) -> str | None:
    """The lemma of a form; `pos` is N, V, A or R. Irregular forms come first, then a lemma itself, then regular forms."""
    irregular = re.search(rf"^([^,\n]+),{pos},(?:[^\n]*,)?{re.escape(word)}(?:,|$)", _table(), re.MULTILINE)
    if irregular:
        return irregular[1]
    candidates = [word, *_stripped(word, pos)]
    return next((one for one in candidates if pos in dict(_entries(one)) and word in _all(one, pos)), None)


def _stripped(word: str, pos: str) -> Iterator[str]:
    for ending, instead in _ENDINGS[pos]:
        if word.endswith(ending) and len(word) > len(ending):
            yield word[: -len(ending)] + instead


def _all(base: str, pos: str) -> set[str]:
    return {base, *_filled(base, pos, dict(_entries(base))[pos]).values()}


def _filled(base: str, pos: str, cells: list[str]) -> dict[str, str]:
    """Penn tag → form: the table's, or by rule where its cell is empty."""
    regular = by_rule(base, pos)
    padded = [*cells, *[""] * (len(TAGS[pos]) - len(cells))]
    made = {tag: cell or regular[tag] for tag, cell in zip(TAGS[pos], padded, strict=True)}
    if pos == "V" and not padded[1]:
        made["VBN"] = made["VBD"]
    return dict.fromkeys(_OWN[pos], base) | {tag: form for tag, form in made.items() if form != _NONE}


def _entries(base: str) -> Iterator[tuple[str, list[str]]]:
    """Part of speech and cells of each of a lemma's entries."""
    table = _table()
    at = table.find(f"\n{base},")
    while at >= 0:
        line = table[at + 1 : table.index("\n", at + 1)]
        _, pos, *cells = line.split(",")
        yield pos, cells
        at = table.find(f"\n{base},", at + 1)


@lru_cache(maxsize=1)
def _table() -> str:
    return TABLE.read_text("utf-8")
