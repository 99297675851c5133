"""Parts: an archive cut into pieces of about a thousand articles, always the same ones, each linted as a whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.archive.inputs.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.archive.inputs import Input
    from newslint.archive.inputs.fields import Fields
    from newslint.archive.linting import Article

_ARTICLES: Final = 1_000
_BYTES: Final = 16 * 1024 * 1024  # of text: pages are longer than their articles


class Part(Struct, frozen=True):
    """Some articles that follow each other, and how many bytes of all inputs have been read when it ends."""

    number: int
    articles: tuple[Article, ...]
    read: int


def parts(inputs: Sequence[Input], fields: Fields, sample: int = 1) -> Iterator[Part]:
    """The parts of an archive in order: the same for the same files, whatever has been done with them.

    With a `sample` only one article in so many is taken, chosen by its id, so that the order of an archive does not matter.
    """
    number = size = before = 0
    held: list[Article] = []
    for each in inputs:
        with opened(each.path, packed=each.sort.packed) as (file, stream):
            for article in each.articles(stream, fields):
                if not drawn(article, sample):
                    continue
                held.append(article)
                size += len(article.text) if isinstance(article.text, (str, bytes)) else 0
                if len(held) >= _ARTICLES or size >= _BYTES:
                    yield Part(number, tuple(held), before + file.tell())
                    number, held, size = number + 1, [], 0
        before += Path(each.path).stat().st_size
    if held:
        yield Part(number, tuple(held), before)


def drawn(article: Article, sample: int) -> bool:
    """Whether an article is in the sample, by its id."""
    if sample == 1:
        return True
    digest = hashlib.blake2b((article.id or "").encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % sample == 0
