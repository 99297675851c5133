"""Document: an article as checks see it: views, segments, quotations, sentences, language; all lazy, computed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from newslint.article import quotation
from newslint.article.addresses import addresses, veiled
from newslint.article.excerpts import excerpts
from newslint.article.sentences import split
from newslint.article.text import Piece, View, fold
from newslint.finding import Span
from newslint.stopwatch import named, timed

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from newslint.article.layout import Field, Layout
    from newslint.article.others import Others
    from newslint.article.segment import Segment
    from newslint.article.text import Text


Value = TypeVar("Value")


class Settings(Struct, frozen=True):
    """What every document of a run gets: the day, the configured language and vocabulary.

    `language` is the fallback, BCP 47 with region where it matters (`en-US`, `en-GB`). `vocabulary` has the
    accepted names and terms, as written. `date` overrides the article's own. `word_thresholds` and `text_thresholds`
    are calibrated log-odds that override the spun-text model's. `templated` says that the file belongs to a site whose
    generator replaces template tags. `pipeline` is the spaCy pipeline that reads along, `reader` the folder of the reader
    model; empty for quick reading, or where none is asked. `claims` is the path of the index of fact-checked claims; `outlets` are
    hosts that the house adds to those that others imitate. `jobs` and the like do not belong here.
    """

    today: datetime.date
    language: str = "en"
    vocabulary: frozenset[str] = frozenset()
    date: datetime.date | None = None
    word_thresholds: dict[str, float] = {}
    text_thresholds: dict[str, float] = {}
    templated: bool = False
    pipeline: str = ""
    claims: str = ""
    outlets: frozenset[str] = frozenset()
    reader: str = ""


class Document:
    """One article: a file's text, what a reader made of it, and the texts that it was written from, as far as they are known.

    Offsets of segments, quotations and sentences are half-open code points of the prose view.
    """

    def __init__(self, text: Text, layout: Layout, settings: Settings, sources: tuple[Document, ...] = ()) -> None:
        self.text, self.layout, self.settings, self.sources = text, layout, settings, sources
        self._folded: dict[tuple[str, bool, bool], View] = {}
        self._derived: dict[Callable[[Document], Any], Any] = {}
        self._blocks: dict[tuple[frozenset[str], bool], list[tuple[int, int]]] = {}

    @cached_property
    def today(self) -> datetime.date:
        """The day of the run. What reads it must do so here, because a result in which it was read is good for one day."""
        return self.settings.today

    @property
    def read_today(self) -> bool:
        """Whether anything has asked for the day of the run."""
        return "today" in vars(self)

    @property
    def prose(self) -> View:
        """What a reader reads."""
        return self.layout.prose

    @property
    def segments(self) -> list[Segment]:
        """The prose's blocks, in order."""
        return self.layout.segments

    @cached_property
    def segment_starts(self) -> list[int]:
        """The segments' first offsets, for bisection."""
        return [segment.start for segment in self.segments]

    def blocks(self, scope: frozenset[str], *, foreign: bool) -> list[tuple[int, int]]:
        """The half-open spans of the segments in an (expanded) scope; `foreign` includes those in other languages.

        Cached: most rules share a scope.
        """
        key = (scope, foreign)
        if key not in self._blocks:
            self._blocks[key] = [
                (s.start, s.end) for s in self.segments if s.within(scope) and (foreign or s.start not in self.foreign)
            ]
        return self._blocks[key]

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that contains an offset of the prose, if any."""
        index = bisect_right(self.segment_starts, offset) - 1
        if index < 0 or self.segments[index].end < offset:
            return None
        return self.segments[index]

    def view(self, name: str) -> View:
        """The view called `prose`, `raw`, `links`, `attributes`, `metadata` or `summaries`."""
        return getattr(self if name in ("raw", "links") else self.layout, name)  # type: ignore[no-any-return]

    @cached_property
    def links(self) -> View:
        """Where links lead, and the addresses that the prose shows, one a line."""
        links = self.layout.links
        if not self.addresses:
            return links
        seen = excerpts(self.prose, [(start, end) for start, end, _ in self.addresses])
        shift = len(links.text)
        pieces = [piece._replace(view=piece.view + shift) for piece in seen.pieces or ()]
        return View(links.text + seen.text, [*(links.pieces or ()), *pieces])

    @cached_property
    def addresses(self) -> list[tuple[int, int, int]]:
        """The addresses in the prose: half-open spans, and where the path begins behind each host name."""
        return list(addresses(self.prose.text))

    def in_address(self, start: int, end: int) -> bool:
        """Whether [start, end) of the prose lies within an address and is not the whole of it."""
        index = bisect_right(self.addresses, start, key=lambda place: place[0]) - 1
        if index < 0:
            return False
        first, last, _ = self.addresses[index]
        return end <= last and (first, last) != (start, end)

    @cached_property
    def raw(self) -> View:
        """The file as it is, or the stretch of it that holds this article."""
        part = self.layout.part
        if part is None:
            return View(self.text.content)
        return View(self.text.content[part.start : part.end], [Piece(0, part.start, part.end)])

    def holds(self, offset: int) -> bool:
        """Whether the article's stretch of the file has a code point of the file."""
        part = self.layout.part
        return part is None or part.start <= offset < part.end

    def folded(self, name: str = "prose", *, case: bool = True, typography: bool = True) -> View:
        """The view as rules match on it, addresses in prose veiled; its map leads to the view, not to the file."""
        key = (name, case, typography)
        if key not in self._folded:
            with timed("stage", "folding texts for matching"):
                self._folded[key] = self._fold(name, case=case, typography=typography)
        return self._folded[key]

    def _fold(self, name: str, *, case: bool, typography: bool) -> View:
        text, blocks = self.view(name).text, []
        if name == "prose":
            text, blocks = veiled(text, self.addresses), [(s.start, s.end) for s in self.segments]
        return fold(text, blocks, case=case, typography=typography)

    def derived(self, analysis: Callable[[Document], Value]) -> Value:
        """The result of an analysis of this document, computed once for all checks."""
        if analysis not in self._derived:
            with timed("analysis", named(analysis)):
                self._derived[analysis] = analysis(self)
        return self._derived[analysis]  # type: ignore[no-any-return]

    @cached_property
    def reading(self) -> quotation.Reading:
        """The quotations, and the closing marks that close nothing."""
        with timed("analysis", "quotations"):
            return quotation.read(self.prose.text, self.segments)

    @cached_property
    def quoted(self) -> quotation.Quoted:
        """Which spans of the prose are somebody's own words."""
        return quotation.Quoted(self.reading.quotations, self.segments)

    @cached_property
    def others(self) -> Others:
        """Whose words the article shows besides its own."""
        from newslint.article.others import Others

        return Others(self.text.content, self.layout, self.reading.quotations)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of all segments, trimmed, in order; none crosses a segment."""
        text = self.prose.text
        with timed("analysis", "sentences"):
            return [
                Span(segment.start + start, segment.start + end)
                for segment in self.segments
                for start, end in split(text[segment.start : segment.end])
            ]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The sentences' first offsets, for bisection."""
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that contains (or precedes) an offset of the prose."""
        return self.sentences[max(bisect_right(self.sentence_starts, offset) - 1, 0)]

    def sentences_in(self, start: int, end: int) -> list[Span]:
        """The sentences that begin within [start, end) of the prose."""
        return self.sentences[bisect_left(self.sentence_starts, start) : bisect_left(self.sentence_starts, end)]

    @cached_property
    def language(self) -> str:
        """BCP 47: from markup, else from the function words, else from the configuration, whose region is kept."""
        from newslint.article.language import trusts

        base, hyphen, region = self.layout.language.partition("-")
        declared = f"{base.lower()}{hyphen}{region}"  # LANG="EN" is English, too
        is_so = trusts(declared, self.text.content, lambda: self.guessed_language)
        code, house = declared if is_so else self.guessed_language, self.settings.language
        return code if code and code != house.partition("-")[0] else house

    @cached_property
    def guessed_language(self) -> str:
        """What the words of the article say, whatever it declares: `article.language.guess`."""
        from newslint.article.language import guess, of_stub

        with timed("analysis", "language"):
            return guess(self.prose.text) or of_stub(self.prose.text, self.text.path)

    @cached_property
    def foreign(self) -> frozenset[int]:
        """The starts of the segments that are in another language than the document's."""
        from newslint.article.language import known, looks_foreign

        base = self.language.partition("-")[0]
        return frozenset(
            s.start
            for s in self.segments
            if (s.language and s.language.partition("-")[0] != base and known(s.language))
            or (base == "en" and looks_foreign(self.prose.text[s.start : s.end]))
        )

    def field(self, name: str) -> Field | None:
        """The first metadata field of that (normalised) name."""
        return next((field for field in self.layout.fields if field.name == name), None)
