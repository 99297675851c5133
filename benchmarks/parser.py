"""How well a spaCy pipeline reads news: tags, and the relations that Universal Dependencies and its own scheme share.

    python benchmarks/parser.py [PIPELINE] [--genres news,interview]

Scores over GUM (`../shared/treebanks`), which no pipeline of spaCy's was trained on, beside the figures that the pipeline
publishes of its own test set. The two schemes differ on prepositions, copulas, names and coordination, so only relations with the
same head and the same dependent in both are counted: UAS is the share of them with the right head, LAS that with the right
relation, too. Speed is of one core.
"""

from __future__ import annotations

import argparse
import lzma
import time
import warnings
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus import SHARED

from newslint.reading import pipelines, spacy_door
from newslint.reading.parses import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

# Relation in Universal Dependencies → the pipeline's.
SHARED_RELATIONS = {
    "nsubj": "nsubj",
    "nsubj:pass": "nsubjpass",
    "obj": "dobj",
    "det": "det",
    "amod": "amod",
    "nmod:poss": "poss",
    "nummod": "nummod",
    "aux": "aux",
    "aux:pass": "auxpass",
    "compound": "compound",
    "expl": "expl",
    "acl:relcl": "relcl",
    "advcl": "advcl",
    "ccomp": "ccomp",
    "xcomp": "xcomp",
}

_OTHER_HEADS = ("cop", "flat", "fixed")  # what hangs on another word in the pipeline's scheme


class Token(NamedTuple):
    """A token of the treebank: half-open code points of its sentence, tag, head (-1: the root) and relation."""

    start: int
    end: int
    tag: str
    head: int
    relation: str


def sentences(genres: set[str]) -> Iterator[tuple[str, list[Token]]]:
    """The sentences of some genres of GUM with their tokens."""
    with lzma.open(SHARED / "treebanks" / "en-gum-ccby.conllu.xz", "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            lines = block.splitlines()
            known = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
            if known.get("sent_id", "").split("_")[1:2] and known["sent_id"].split("_")[1] in genres:
                yield (
                    known["text"],
                    list(_tokens(known["text"], [line.split("\t") for line in lines if line[:1].isdigit()])),
                )


def _tokens(text: str, rows: list[list[str]]) -> Iterator[Token]:
    at = 0
    for number, _, _, _, tag, _, head, relation, *_ in (row for row in rows if row[0].isdigit()):
        form = rows[[row[0] for row in rows].index(number)][1]
        start = text.index(form, at)
        at = start + len(form)
        yield Token(start, at, tag, int(head) - 1, relation)


class Score:
    """Counts over sentences, of tokens that both tokenisations have."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.found: Counter[tuple[str, str]] = Counter()

    def add(self, gold: list[Token], doc: Any) -> None:
        """Compares one sentence."""
        seen = {(token.idx, token.idx + len(token)): token for token in doc}
        other = {token.head for token in gold if token.relation in _OTHER_HEADS}
        for number, token in enumerate(gold):
            mine = seen.get((token.start, token.end))
            self.counts["tokens"] += 1
            if mine is None:
                continue
            self.counts["aligned"] += 1
            self.counts["tag"] += mine.tag_ == token.tag
            relation = SHARED_RELATIONS.get(token.relation)
            if relation is not None and not other & {number, token.head}:
                self._relation(token, mine, gold[token.head], relation)

    def _relation(self, token: Token, mine: Any, head: Token, relation: str) -> None:
        attached = (mine.head.idx, mine.head.idx + len(mine.head)) == (head.start, head.end)
        self.counts["relations"] += 1
        self.counts["uas"] += attached
        self.counts["las"] += attached and mine.dep_ == relation
        self.found[relation, "gold"] += 1
        self.found[relation, "right"] += attached and mine.dep_ == relation

    def share(self, name: str, of: str) -> float:
        """One count as a share of another."""
        return self.counts[name] / max(self.counts[of], 1)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", nargs="?")
    parser.add_argument("--genres", default="news,interview")
    arguments = parser.parse_args()
    chosen = pipelines.find(arguments.pipeline)
    if chosen is None:
        raise SystemExit(pipelines.missing(arguments.pipeline))
    warnings.simplefilter("ignore")
    started = time.perf_counter()
    published = spacy_door.pipeline(chosen.name).meta["performance"]
    loaded = time.perf_counter() - started
    gold = list(sentences(set(arguments.genres.split(","))))
    started = time.perf_counter()
    docs = list(spacy_door.parse(chosen.name, [readable(text) for text, _ in gold]))
    elapsed = time.perf_counter() - started
    score = Score()
    for (_, tokens), doc in zip(gold, docs, strict=True):
        score.add(tokens, doc)
    _report(str(chosen), score, published, loaded, elapsed)


def _report(name: str, score: Score, published: dict[str, Any], loaded: float, elapsed: float) -> None:
    tokens, relations = score.counts["tokens"], score.counts["relations"]
    print(f"{name}: {tokens} tokens, loaded with spaCy in {loaded:.2f} s, {tokens / elapsed:,.0f} tokens/s")
    print(f"tokens in both tokenisations {score.share('aligned', 'tokens'):.3f}; relations in both schemes {relations}")
    for label, measured, known in (
        ("tags", score.share("tag", "aligned"), "tag_acc"),
        ("UAS", score.share("uas", "relations"), "dep_uas"),
        ("LAS", score.share("las", "relations"), "dep_las"),
    ):
        print(f"{label:10} {measured:.3f}  (published, of all: {published[known]:.3f})")
    for relation in SHARED_RELATIONS.values():
        right, of = score.found[relation, "right"], score.found[relation, "gold"]
        recall = published["dep_las_per_type"].get(relation, {}).get("r", 0.0)
        print(f"{relation:10} recall {right / max(of, 1):.3f} of {of:5}  (published {recall:.3f})")


if __name__ == "__main__":
    main()
