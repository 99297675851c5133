"""Entries: what other people wrote, shown one after another under heads that name them: a digest's blogs, comments."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newslint.article.segment import Segment
    from newslint.article.stretches import Stretches

# "Ann Lee: Why we sail", over somebody's blog.
_NAMED = lazy(r"[A-Z][\w.'’/-]+(?: (?:d[aei]|del|van|von|der|den|la|le|al|bin)| [A-Z][\w.'’-]+){0,4} ?: \S")
# "Comment by @ann posted on 2025-12-15:", over what she wrote.
_COMMENT = lazy(r"(?:Comment|Post|Reply|Message)s? (?:by|from) [^\n]{1,60}? (?:posted )?(?:on|at) [^\n]{1,40}?\d:?$")
_FEWEST: Final = 3  # named titles of a digest
_LONGEST_HEAD: Final = 160  # code points
_LONGEST: Final = 60  # segments of one entry
_HEADINGS: Final = frozenset({"subhead", "headline"})


def blogs(text: str, segments: Sequence[Segment], titles: Stretches) -> Iterator[tuple[int, int]]:
    """[start, end) of what follows each title that names an author and leads to another site, or is a heading."""

    def is_head(segment: Segment) -> bool:
        if segment.end - segment.start > _LONGEST_HEAD or not _NAMED.match(text, segment.start, segment.end):
            return False
        return segment.kind == "subhead" or titles.inside(segment.start, segment.end)

    heads = [number for number, segment in enumerate(segments) if is_head(segment)]
    if len(heads) >= _FEWEST and any(titles.inside(segments[n].start, segments[n].end) for n in heads):
        yield from _under(segments, heads, lambda segment: segment.kind in _HEADINGS)


def signed_comments(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """[start, end) of each comment, from below the line that says who posted it, and when."""
    heads = [number for number, segment in enumerate(segments) if _COMMENT.match(text, segment.start, segment.end)]
    yield from _under(segments, heads, lambda segment: segment.kind in _HEADINGS and segment.marked)


def _under(
    segments: Sequence[Segment], heads: Sequence[int], ends: Callable[[Segment], bool]
) -> Iterator[tuple[int, int]]:
    """What is under each head, as far as the next one or a segment that ends it."""
    for head, following in pairwise([*heads, len(segments)]):
        limit = min(following, head + 1 + _LONGEST)
        last = next((number for number in range(head + 1, limit) if ends(segments[number])), limit) - 1
        if last > head:
            yield segments[head + 1].start, segments[last].end
