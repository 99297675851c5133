"""Writes rules/lists/spun-names.txt: institutions put through a thesaurus, minus every form that occurs in clean text.

    python tools/spun_names.py --wordnet FOLDER --mythes FILE.dat CORPUS.jsonl[.xz] …

In each name of tools/institutions.txt every content word is replaced, one at a time, by each of its synonyms: those of
tools/synonyms.txt, and in names of three content words and more the most frequent ones of WordNet and MyThes, too. Words
that name bodies themselves are no synonyms (a Trade Committee may well be beside a Trade Commission), except those of
tools/synonyms.txt in names of tools/institutions.txt that are marked with `*`. A form that occurs with these
capitals anywhere in the corpora (one JSON object a line, with `headline` and `text` or with `blocks`), or in
tools/real_names.txt, is left out, because it is somebody's real name. The result is deterministic.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ahocorasick import Automaton

from newslint.spun.model import shipped
from newslint.training.tables import same_spelling
from newslint.training.thesauri import mythes, wordnet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HERE = Path(__file__).parent
_TARGET = _HERE.parent / "rules" / "lists" / "spun-names.txt"
_LINK_WORDS = frozenset("of the and for on to in with against by de".split())
_LONG = 3  # content words of a name in which any synonym is wrong
_MOST = 5  # synonyms of a word that a thesaurus gives


def lines(name: str) -> list[str]:
    """The lines of a table beside this file, comments left out."""
    return [line for line in (_HERE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def own_synonyms() -> dict[str, list[str]]:
    """Word → what thesaurus tools write for it, by hand."""
    return {word: rest.split(", ") for word, _, rest in (line.partition(" = ") for line in lines("synonyms.txt"))}


def thesaurus(folder: Path, file: Path) -> dict[str, list[str]]:
    """Word → its most frequent synonyms in WordNet and MyThes that name no kind of body."""
    tables = shipped().tables
    bodies, logs, index = set(lines("bodies.txt")), tables.ngrams.log_words, tables.vocabulary.index
    found: dict[str, list[str]] = {}
    for source in (wordnet(folder), mythes(file)):
        for word, others in same_spelling(tables.vocabulary, source).items():
            kept = (other for other in others if other in index and other not in bodies)
            found.setdefault(word, []).extend(kept)
    return {
        word: sorted(set(others), key=lambda other: (-logs[index[other]], other))[:_MOST]
        for word, others in found.items()
    }


def spun_forms(own: Mapping[str, list[str]], offered: Mapping[str, list[str]]) -> dict[str, str]:
    """Spun form → name, with the capitals that a title would have."""
    bodies = set(lines("bodies.txt"))
    names = [line.partition(" *") for line in lines("institutions.txt")]
    known = {name.lower() for name in (*(name for name, _, _ in names), *lines("real_names.txt"))}
    forms: dict[str, str] = {}
    for name, certain, _ in names:
        words = name.split()
        content = [at for at, word in enumerate(words) if word not in _LINK_WORDS]
        for at in content:
            word = words[at].lower()
            others = [other for other in own.get(word, ()) if certain or other not in bodies]
            others += offered.get(word, ()) if len(content) >= _LONG else ()
            for synonym in others:
                form = " ".join([*words[:at], synonym.title().replace("'S", "'s"), *words[at + 1 :]])
                if form.lower() not in known:
                    forms.setdefault(form, name)
    return forms


def articles(path: Path) -> Iterator[str]:
    """The articles of a corpus, folded as far as the count needs."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            parts = row["blocks"] if "blocks" in row else (row["headline"], row["text"])
            yield "\n".join(parts).replace("’", "'")


def attested(forms: Mapping[str, str], corpora: list[Path]) -> set[str]:
    """The forms that occur anywhere."""
    automaton, found = Automaton(), set()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    for path in corpora:
        for text in articles(path):
            found.update(form for _, form in automaton.iter(text))
    return found


def main(argv: list[str]) -> int:
    """Writes the list; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--mythes", type=Path, required=True)
    parser.add_argument("corpora", type=Path, nargs="+")
    given = parser.parse_args(argv)
    forms = spun_forms(own_synonyms(), thesaurus(given.wordnet, given.mythes))
    seen = attested(forms, given.corpora)
    kept = sorted(f"{form} => {name}" for form, name in forms.items() if form not in seen)
    header = "# Generated by tools/spun_names.py; do not edit. Spun form => original name.\n"
    _TARGET.write_text(header + "\n".join(kept) + "\n", "utf-8")
    sys.stderr.write(f"{len(kept)} of {len(forms)} forms kept\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
