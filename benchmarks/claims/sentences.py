"""What `claims.resembles` finds in posts that make a claim, and in news that nobody chose for it.

python benchmarks/claims/sentences.py [--corpus news-dev] [--count 1031] [--sizes 1000,3000,10000] [--show]
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus import articles

from claims.clef import Clef, interval, number_of, read
from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.claims.comparing import resembling

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNED = re.compile(r"\s*[—–-]\s[^—]{0,60}\(@\w+\)[^)]{0,30}$")  # — Name (@name) 6 January 2020
_TODAY = datetime.date(2024, 5, 15)


def document(text: str, index: Path, date: datetime.date | None = None) -> Document:
    """A text that is compared with an index."""
    return document_of(Text(text, "article"), Settings(today=_TODAY, date=date, claims=str(index)), "plain")


def posts(clef: Clef, index: Path) -> None:
    """Recall over all posts, and how many hits were another claim than the set names."""
    values, other = [], 0
    for post in clef.posts:
        text = _SIGNED.sub("", post.text)
        found = {clef.words(number_of(rated.record)) for rated in resembling(document(text, index))}
        right = {clef.words(number) for number in post.claims}
        values.append(float(not found.isdisjoint(right)))
        other += bool(found) and found.isdisjoint(right)
    low, high = interval(clef.posts, values)
    mean = sum(values) / len(values)
    print(f"posts: right claim for {mean:.3f} ({low:.3f} to {high:.3f}), only another for {other}, n = {len(values)}")


def news(corpus: str, count: int, index: Path) -> Iterator[tuple[str, str, bool]]:
    """The hits in a corpus: sentence, claim, whether the article reports the check; then the number of sentences."""
    sentences = 0
    for article in articles(corpus, count):
        read_as = document(article.text, index, article.date)
        sentences += len(read_as.sentences)
        for rated in resembling(read_as):
            yield read_as.prose.text[rated.span.start : rated.span.end], rated.record.claim, rated.reported
    yield str(sentences), "", False


def main() -> None:
    """Prints recall, and the hits in news by the size of the index."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", default="news-dev")
    parser.add_argument("--count", type=int, default=1031)
    parser.add_argument("--sizes", default="1000,3000,10000")
    parser.add_argument("--show", action="store_true", help="print each hit, to be read")
    options = parser.parse_args()
    clef = read()
    posts(clef, clef.index())
    for size in map(int, options.sizes.split(",")):
        *hits, (number, _, _) = news(options.corpus, options.count, clef.index(size))
        reported = sum(hit[2] for hit in hits)
        print(
            f"{size:,} claims: {len(hits)} hits in {int(number):,} sentences of {options.corpus}, {reported} of them as reported"
        )
        for sentence, claim, told in hits if options.show else ():
            print(f"{'reported' if told else 'hit'}\t{sentence}\n\t{claim}")


if __name__ == "__main__":
    main()
