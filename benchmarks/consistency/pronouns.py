"""Whom pronouns mean, against the coreference of GUM's news, biographies and interviews (UD English-GUM, CC BY documents).

    PYTHONPATH=lint python benchmarks/consistency/pronouns.py --shared SHARED

Prints how many pronouns of people with names get their person, how many another one, and how many none. The weights in
`salience.py` were fitted to the same documents, with the right person of every pronoun before known.
"""

from __future__ import annotations

import argparse
import datetime
import lzma
import re
from collections import Counter, defaultdict
from pathlib import Path

from newslint.article.document import Settings
from newslint.article.readers import document_of, format_of
from newslint.article.text import Text
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who.scene import scene
from newslint.reading import pipelines

_GENRES = ("news", "bio", "interview")


class Annotated:
    """A document of GUM: its text, and (start, end, chain) of each mention."""

    def __init__(self, name):
        self.name, self.text, self.mentions = name, "", []
        self._open, self._word = defaultdict(list), (0, 0, 0)

    def paragraph(self):
        self.text = self.text.rstrip() + ("\n\n" if self.text else "")

    def token(self, number, form, misc):
        """A line of the treebank; those of a word written as several, "don't", have the word's place."""
        space = "" if misc.get("SpaceAfter") == "No" else " "
        if "-" in number:
            first, last = map(int, number.split("-"))
            self._word = (first, last, len(self.text))
            self.text += form + space
            return
        within = self._word[0] <= int(number) <= self._word[1]
        start = self._word[2] if within else len(self.text)
        self.text += "" if within else form + space
        if number == str(self._word[1]):
            self._word = (0, 0, 0)
        self._mark(start, start + len(form), misc.get("Entity", ""))

    def _mark(self, start, end, marks):
        for hit in re.finditer(r"\((?P<new>[^()-]+)-[^()]*(?P<closed>\))?|(?P<old>[^()\s]+)\)", marks):
            if hit["closed"]:
                self.mentions.append((start, end, hit["new"]))
            elif hit["new"]:
                self._open[hit["new"]].append(start)
            elif self._open[hit["old"]]:
                self.mentions.append((self._open[hit["old"]].pop(), end, hit["old"]))

    def chain(self, start, end):
        """The chain of the shortest mention around a place."""
        around = [one for one in self.mentions if one[0] <= start and one[1] >= end]
        return min(around, key=lambda one: one[1] - one[0])[2] if around else None


def treebank(shared):
    found = None
    with lzma.open(shared / "treebanks/en-gum-ccby.conllu.xz", "rt") as file:
        lines = file.readlines()
    for line in lines:
        if line.startswith("# newdoc id"):
            if found is not None:
                yield found
            found = Annotated(line.split("= ")[1].strip())
        elif line.rstrip() == "# newpar":
            found.paragraph()
        elif line[0].isdigit() and "." not in line.split("\t")[0]:
            cells = line.rstrip("\n").split("\t")
            found.token(cells[0], cells[1], dict(one.split("=", 1) for one in cells[9].split("|") if "=" in one))
    yield found


def measured(annotated, pipeline):
    """How each pronoun fared."""
    settings = Settings(today=datetime.date(2026, 11, 27), date=None, pipeline=pipeline)
    document = document_of(Text(annotated.text + "\n", "a.txt"), settings, format_of("a.txt"))
    who, chains = document.derived(cast), defaultdict(Counter)
    for one in who.named:
        chains[one.person][annotated.chain(one.start, one.end)] += 1
    named = {person: chain.most_common(1)[0][0] for person, chain in chains.items()}
    people = {named[person] for person in named if person in who.likely}
    for one in document.derived(scene):
        gold = annotated.chain(one.start, one.end)
        if one.how == "pronoun" and one.who is not None and one.who >= 0:
            yield "right" if named.get(one.who) == gold else "wrong"
        elif one.description is None and one.how in ("pronoun", "must") and gold in people:
            yield "none"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    shared = parser.parse_args().shared
    pipeline, fared = pipelines.find().name, Counter()
    for annotated in treebank(shared):
        if annotated.name.split("_")[1] in _GENRES:
            fared.update(measured(annotated, pipeline))
    print(dict(fared))


if __name__ == "__main__":
    main()
