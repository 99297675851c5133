"""Rule: a check with its name, gravity and words; it stamps them on what the check yields."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct

from newslint import checks
from newslint.article.segment import SCOPES
from newslint.finding import Elsewhere, Finding, Related, Severity
from newslint.patterns import lazy
from newslint.reading.models import Reads
from newslint.rulebook.filters import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.document import Document
    from newslint.article.text import View
    from newslint.checks.check import Check
    from newslint.finding import Compared, Match, Span

Per = Literal["segment", "sentence", "paragraph", "document"]
Quote = Literal["inside", "outside", "any"]
Others = Literal["reprinted", "titles", "block-quotes", "threads", "speech", "recited"]
ViewName = Literal["prose", "raw", "links", "attributes", "metadata", "summaries"]
PLACEHOLDER: Final = lazy(r"\{([a-z][a-z_-]*)\}")


class Part(Struct, frozen=True, dict=True):
    """One check of a rule as plain data: built only when one of its anchors has been seen.

    `after`, `opens`, `reads` and `compares` are those of its check (see `Check`), so that the engine and a run need not import it.
    """

    kind: str
    options: dict[str, Any]
    anchors: tuple[str, ...] | None = None
    per: Per = "segment"
    after: bool = False
    opens: bool = False
    reads: Reads = ""
    compares: bool = False

    @cached_property
    def check(self) -> Check:
        """The check itself; building it imports its kind."""
        return checks.build(self.kind, self.options)


class Conditions(Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases or /regexes/ that must (`when`) or must not (`unless`) occur near a match.

    `narration` is the document without its quotations, in which they must occur three times: a narrator who writes "I"
    is not a speaker who says it, and once is no habit.
    """

    sentence: tuple[str, ...] = ()
    paragraph: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    narration: tuple[str, ...] = ()


class Rule(Struct, frozen=True, dict=True, kw_only=True):
    """Everything declared once in `rules/<pack>/<topic>.yaml`; see `rules/schema.json` for the keys.

    `messages` are by case of its kinds, and `message` is for all others; `related` describes the places that a match was
    compared with, by role, and with an empty role all others. `refuted_by` are checks that find, in thorough reading, where
    the sentence shows a match to be right. `path` and `line` are the place of the declaration, the
    path relative to the packs' folder.
    """

    id: str
    severity: Severity
    why: str
    parts: tuple[Part, ...]
    message: str = ""
    messages: dict[str, str] = {}
    related: dict[str, str] = {}
    source: str = ""
    scope: tuple[str, ...] = ("body",)
    quote: Quote = "any"
    leaves: tuple[Others, ...] = ()
    views: tuple[ViewName, ...] = ("prose",)
    languages: tuple[str, ...] = ("en",)
    exceptions: tuple[str, ...] = ()
    when: Conditions | None = None
    unless: Conditions | None = None
    yields_to: tuple[str, ...] = ()
    refuted_by: tuple[Part, ...] = ()
    default: Literal["on", "off", "preview"] = "on"
    since: str = ""
    renamed_from: tuple[str, ...] = ()
    deprecated: str = ""
    url: str = ""
    safe: bool = False
    path: str = ""
    line: int = 0

    @property
    def pack(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]

    @property
    def reads(self) -> frozenset[Reads]:
        """What its checks ask of thorough reading."""
        return frozenset(part.reads for part in self.parts if part.reads)

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every message that the rule may give, the most general or most usual first."""
        return tuple(filter(None, (self.message, *self.messages.values())))

    @cached_property
    def segments(self) -> frozenset[str]:
        """The segment kinds that the rule reads."""
        return frozenset().union(*(SCOPES[name] for name in self.scope))

    @cached_property
    def excepted(self) -> Phrases:
        """What silences a match that overlaps it."""
        return Phrases(self.exceptions)

    @cached_property
    def needs(self) -> list[tuple[str, Phrases]]:
        """Where (sentence, paragraph, document) one of which phrases must occur."""
        return _phrases(self.when)

    @cached_property
    def forbids(self) -> list[tuple[str, Phrases]]:
        """Where (sentence, paragraph, document) none of which phrases may occur."""
        return _phrases(self.unless)

    def speaks(self, language: str) -> bool:
        """Whether the rule is for texts of a BCP 47 language; `any` is for all."""
        base = language.partition("-")[0].lower()
        return any(name in ("any", base) or name.lower() == language.lower() for name in self.languages)

    def finding(self, match: Match, view: View, sources: Sequence[Document] = ()) -> Finding:
        """The finding of a match, its spans those of the file. Without a fingerprint: the engine counts occurrences.

        `sources` are the article's, of which places that the match was compared with may be.
        """
        seen = match.text if match.text is not None else _text(view, match.span)
        message = self.messages.get(match.case, self.message)
        either = "' or '" if "'{suggestion}'" in message else " or "
        values = {"match": seen, "suggestion": either.join(match.suggestions), **match.values}
        return Finding(
            span=view.span(match.span.start, match.span.end),
            rule=self.id,
            severity=self.severity,
            message=_filled(message, values),
            match=seen,
            suggestions=match.suggestions,
            safe=self.safe and match.sure and bool(match.suggestions),
            elsewhere=tuple(view.span(place.start, place.end) for place in match.elsewhere),
            related=tuple(self._related(place, match.case, view, values, sources) for place in match.related),
            scores=match.scores,
            silenced=match.silenced,
            page=match.page,
        )

    def _related(
        self, place: Compared, case: str, view: View, values: dict[str, str], sources: Sequence[Document]
    ) -> Related:
        source = None if place.source is None else sources[place.source]
        there = view if source is None else source.prose
        text = self.related.get(place.role or case) or self.related.get("", _THERE)
        said = _filled(text, {**values, "there": _text(there, place.span), **place.values})
        span = there.span(place.span.start, place.span.end)
        return Related(span, said, None if source is None else _outside(source, span))


_THERE: Final = "'{there}'"  # of a place that the rule does not describe


def _outside(source: Document, span: Span) -> Elsewhere:
    """A span of a source's file as a place in that file."""
    text = source.text
    return Elsewhere(text.path, *text.place(span.start), *text.place(span.end))


def _text(view: View, span: Span) -> str:
    return view.text[span.start : span.end]


def _filled(message: str, values: dict[str, str]) -> str:
    return PLACEHOLDER.sub(lambda hit: _one_line(hit[1], values.get(hit[1], hit[0])), message)


def _phrases(conditions: Conditions | None) -> list[tuple[str, Phrases]]:
    named = [(where, getattr(conditions, where, ())) for where in Conditions.__struct_fields__]
    return [(where, Phrases(words)) for where, words in named if words]


# Code points of the match, and of what a check says of it, in a message.
_LONGEST_MATCH: Final = 90
_LONGEST_VALUE: Final = 180


def _one_line(name: str, value: str) -> str:
    """A value as messages show it: one line, not too long, its middle left out between words."""
    value = " ".join(value.split())
    if len(value) <= (_LONGEST_MATCH if name == "match" else _LONGEST_VALUE):
        return value
    return f"{value[:60].rpartition(' ')[0] or value[:60]} … {value[-25:].partition(' ')[2] or value[-25:]}"
