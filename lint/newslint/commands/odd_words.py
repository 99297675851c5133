"""odd-words: the words of an article, the oddest first, with what may have been meant: an editor's review list."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from newslint.commands import arguments as shared
from newslint.commands import article
from newslint.commands.command import Outcome
from newslint.reporters.columns import padded
from newslint.reporters.escape import printable
from newslint.spun.oddity import oddities
from newslint.spun.together import together

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.commands.command import Streams
    from newslint.spun.oddity import Oddities, OddWord

_AROUND: Final = 30  # code points of context on either side


def configure(parser: ArgumentParser) -> None:
    """Which article, and how many words."""
    parser.description = (
        "Lists the words of an article that are oddest in their context, with more likely ones beside them; "
        "the reader model judges them, too, where one is installed."
    )
    parser.add_argument("file", metavar="FILE", help="an article")
    parser.add_argument("--number", metavar="N", type=int, default=25, help="number of words (default: %(default)s)")
    shared.add_article(parser)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Prints one line a word."""
    document, path = article.named(arguments, reader=True)
    streams.stdout.writelines(f"{line}\n" for line in _lines(document, arguments.number, path))
    return Outcome.CLEAN


def _lines(document: Document, number: int, path: str) -> Iterator[str]:
    found = document.derived(oddities)
    yield _verdict(found)
    words = document.derived(together) if document.settings.reader else found.words
    ranked = sorted(words, key=lambda word: (-word.log_odds, word.span.start))
    for word in islice(ranked, number):
        place = document.text.place(document.prose.span(word.span.start, word.span.end).start)
        yield f"{path}:{place.line}:{place.column}: {word.log_odds:+5.1f}  {_context(document, word)}{_meant(word)}"


def _verdict(found: Oddities) -> str:
    over = [float(share) for share, margin in found.margins.items() if margin > 0]
    if not over:
        return f"{found.content} content words; the article as a whole reads like clean news"
    return (
        f"{found.content} content words; the article as a whole is odder than all but {min(over):.2%} of clean articles"
    )


def _context(document: Document, word: OddWord) -> str:
    text = document.prose.text
    before = text[max(word.span.start - _AROUND, 0) : word.span.start]
    after = text[word.span.end : word.span.end + _AROUND]
    ahead = padded(printable(" ".join(before.split())), _AROUND, right=True)
    return f"{ahead} [{printable(word.word)}] {printable(' '.join(after.split()))}"


def _meant(word: OddWord) -> str:
    return f"  ({word.original}, {word.ahead:+.1f})" if word.original and word.ahead > 0 else ""
