"""Posts: where an article shows somebody's message on another site, with the furniture that its embedding leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_SITE: Final = r"(?:Twitter|X|Facebook|Instagram|YouTube|TikTok|Threads|Bluesky|Mastodon|Telegram)"
_DAY: Final = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})"
_HANDLE: Final = r"\(@[\w.-]{1,40}(?:@[\w.-]{1,60})?\)"
# The signature of a post: "— Ann Lee (@annlee) June 5, 2020".
_SIGNED = lazy(
    rf"(?<![—–-])[—–-]{{1,2}}\s?(?P<name>[^\n()@—–-][^\n()@—–]{{0,60}}?)\s?{_HANDLE}(?P<day>[ ,·|]*(?:on )?{_DAY})?"
)
_PICTURE = lazy(r"\bpic\.(?:twitter|x)\.com/\w+")
_SKIP = lazy(rf"Skip {_SITE} (?:post|content|video)\b")
_END = lazy(rf"End of {_SITE} (?:post|content|video)\b")
_VIEW = lazy(r"View this (?:post|profile|reel|photo|video) on (?:Instagram|Threads|Facebook)\b")
_SHARED = lazy(rf"\bA (?:post|video|reel|photo) (?:shared|posted) by [^\n()]{{1,60}}{_HANDLE}")
_HINT = lazy(rf"\(@|pic\.|Skip {_SITE}|View this ")  # one of them is in every post: a cheap test
_LONGEST: Final = 8  # segments of one post
_BODY: Final = frozenset({"paragraph", "list-item", "block-quote"})


def posts(text: str, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """[start, end) of the embedded posts, in order and apart; each lies within one segment."""
    if _HINT.search(text) is None:
        return []
    bounds = [(segment.start, segment.end) for segment in segments]
    found = sorted(span for number in range(len(segments)) for span in _from(text, segments, bounds, number))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _from(
    text: str, segments: Sequence[Segment], bounds: list[tuple[int, int]], number: int
) -> Iterator[tuple[int, int]]:
    """The posts that a segment shows, begins or signs."""
    start, end = bounds[number]
    opening = _SKIP.search(text, start, end) or _VIEW.search(text, start, end)
    if opening is not None:
        closing = _END if opening[0].startswith("Skip") else _SHARED
        last = next((n for n in range(number, len(bounds))[:_LONGEST] if closing.search(text, *bounds[n])), number)
        yield opening.start(), bounds[number][1]
        yield from bounds[number + 1 : last + 1]
    picture = _PICTURE.search(text, start, end)
    if picture is not None:
        yield _introduced(text, start, picture.start()), end
    if _SHARED.search(text, start, end):
        yield start, end
    begin = start
    for hit in _SIGNED.finditer(text, start, end):
        if hit.start() > start:
            yield _introduced(text, begin, hit.start()), hit.end()
            begin = hit.end()
        elif hit["day"]:  # a line of its own under the post
            yield hit.span()
            if number and segments[number - 1].kind in _BODY:
                yield bounds[number - 1]


def _introduced(text: str, start: int, end: int) -> int:
    """Where the words of a post begin: after the colon that introduces it in the same paragraph, if any."""
    colon = text.find(": ", start, end)
    return colon + 2 if colon >= 0 and "http" not in text[colon - 6 : colon] else start
