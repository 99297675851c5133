"""Article: a text as its readers see it, its findings marked in place, and the list of them beside it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.page.marks import Mark, marked
from newslint.page.sheet import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RANKS: Final = {"error": 3, "warning": 2, "info": 1}
_RELATED: Final = "related"
_STRIP: Final = 1000  # units across a strip
# What a reader sees of each kind of block; anything else is a paragraph.
_TAGS: Final = {"headline": "h3", "subhead": "h4", "block-quote": "blockquote"}


class Block(Struct, frozen=True):
    """[start, end) of the text that is shown, and what kind of block it is (`headline`, `paragraph` …)."""

    start: int
    end: int
    kind: str


class Place(Struct, frozen=True):
    """Where something is: [start, end) of the text that is shown, or None where readers do not see it; and in words."""

    span: tuple[int, int] | None
    label: str


class Note(Struct, frozen=True):
    """One finding, ready to show. `related`: what it was compared with; `page`: where its rule is described.

    `cites`: the address of what somebody has published about it. The article's own addresses are never links.
    """

    place: Place
    severity: str
    rule: str
    message: str
    match: str
    suggestions: tuple[str, ...] = ()
    related: tuple[tuple[Place, str], ...] = ()
    why: str = ""
    page: str = ""
    cites: str = ""


class Shown(Struct, frozen=True):
    """One article: its text, its blocks in order and its notes; `name` is unique on the page."""

    name: str
    content: str
    blocks: Sequence[Block]
    notes: Sequence[Note]


def article(shown: Shown) -> str:
    """The article and the list of what was found in it."""
    return "\n".join(
        [
            strip(shown),
            '<div class="both">',
            f'<article aria-label="The article">{body(shown)}</article>',
            f'<ol class="notes" aria-label="Findings">{notes(shown)}</ol>',
            "</div>",
        ]
    )


def body(shown: Shown) -> str:
    """The blocks of the article, with marks."""
    marks = list(_marks(shown))
    blocks = [_block(shown, block, marks) for block in shown.blocks]
    return "".join(f"<ul>{''.join(group)}</ul>" if listed else "".join(group) for listed, group in _lists(blocks))


def notes(shown: Shown) -> str:
    """The items of the list of findings."""
    return "".join(_note(shown, number, note) for number, note in enumerate(shown.notes))


def strip(shown: Shown) -> str:
    """A strip as long as the article, with a line at the place of each finding."""
    length = max(len(shown.content), 1)
    lines = [
        f'<rect class="{note.severity}" x="{note.place.span[0] * _STRIP // length}" y="0" width="4" height="12"/>'
        for note in shown.notes
        if note.place.span is not None
    ]
    spoken = f"{len(lines)} of {len(shown.notes)} findings, by their place from the article's beginning to its end"
    view = f'viewBox="0 0 {_STRIP + 4} 12" preserveAspectRatio="none"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="strip" {view} role="img" aria-label="{spoken}">{"".join(lines)}</svg>'


def _lists(blocks: Iterable[str]) -> Iterator[tuple[bool, Iterator[str]]]:
    return groupby(blocks, lambda block: block.startswith("<li>"))


def _block(shown: Shown, block: Block, marks: list[Mark]) -> str:
    inner = marked(shown.content, block.start, block.end, marks).replace("\n", "<br/>")
    beside = "".join(_cited(shown, block))
    if block.kind == "list-item":
        return f"<li>{inner}{beside}</li>"
    tag = _TAGS.get(block.kind)
    return (f"<{tag}>{inner}</{tag}>" if tag else f'<p class="{text(block.kind)}">{inner}</p>') + beside


def _cited(shown: Shown, block: Block) -> Iterator[str]:
    """What others have published about sentences of a block, to be read beside them."""
    for note in shown.notes:
        if note.cites and note.place.span is not None and block.start <= note.place.span[0] < block.end:
            yield f'<p class="cited" role="note">{text(note.message)}{_page(note.cites, " Read it")}</p>'


def _marks(shown: Shown) -> Iterator[Mark]:
    for number, note in enumerate(shown.notes):
        target, rank = note_name(shown, number), RANKS[note.severity]
        if note.place.span is not None:
            yield Mark(*note.place.span, _mark_name(shown, number), target, note.severity, note.message, rank)
        for other, (place, message) in enumerate(note.related):
            if place.span is not None:
                yield Mark(*place.span, _mark_name(shown, number, other), target, _RELATED, message)


def note_name(shown: Shown, number: int) -> str:
    """The id of a note's element."""
    return f"{shown.name}-{number}"


def _mark_name(shown: Shown, number: int, other: int | None = None) -> str:
    return f"{shown.name}-{number}-{'at' if other is None else other}"


def _note(shown: Shown, number: int, note: Note) -> str:
    pack = note.rule.partition(".")[0]
    parts = [
        f'<li id="{note_name(shown, number)}" class="note {note.severity}" tabindex="-1" data-pack="{text(pack)}">',
        f'<p><b class="severity">{note.severity}</b> {_where(note.place, _mark_name(shown, number))} {text(note.message)}</p>',
    ]
    if note.suggestions:
        words = ", ".join(f"<ins>{text(each)}</ins>" if each else "delete it" for each in note.suggestions)
        parts.append(f"<p>Suggestion for <q>{text(note.match)}</q>: {words}</p>")
    if note.related:
        items = (
            f"<li>{_where(place, _mark_name(shown, number, other))} {text(message)}</li>"
            for other, (place, message) in enumerate(note.related)
        )
        parts.append(f'<p>Compared with</p><ul class="compared">{"".join(items)}</ul>')
    if note.cites:
        parts.append(f"<p>{_page(note.cites, 'What was published about it')}</p>")
    parts.append(_rule(note))
    return "\n".join([*parts, "</li>"])


def _where(place: Place, name: str) -> str:
    """A place in words, as a link where it is to be seen."""
    return text(place.label) if place.span is None else f'<a href="#{text(name)}">{text(place.label)}</a>'


def _rule(note: Note) -> str:
    """What is behind a finding, to be unfolded."""
    page = f"<p>{_page(note.page, 'The page of this rule')}</p>" if note.page else ""
    return f"<details><summary>{text(note.rule)}</summary><p>{text(note.why)}</p>{page}</details>"


def _page(address: str, words: str) -> str:
    """A link to a page, if it is one on the web."""
    if not address.startswith(("https://", "http://")):
        return ""
    return f'<a href="{text(address)}" rel="noreferrer">{words}</a>'
