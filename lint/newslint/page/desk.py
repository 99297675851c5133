"""Desk: the page of the web application: an article that is written or opened, what is found in it, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.page.article import RANKS
from newslint.page.keys import listed
from newslint.page.sheet import served, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# What the page loads from its server, all of it from this room.
FILES: Final = ("style.css", "desk.css", "findings.js", "desk.js", "paper.js", "files.js", "icon.svg", "example.txt")
_KEYS: Final = (
    ("F8, Shift+F8", "next and previous finding, from anywhere"),
    ("j, k", "the same, in the list of findings"),
    ("Enter", "open the reason"),
    ("a", "apply the first suggestion"),
    ("d", "dismiss the finding"),
    ("u", "undo what was applied or dismissed last"),
    ("e", "go to the place in the article"),
    ("?", "these keys"),
    ("Esc", "let go"),
)
_VIEWS: Final = (("write", "Write"), ("read", "As readers see it"), ("sides", "Beside the source"))
_REPORTS: Final = (("html", "page"), ("text", "text"), ("json", "JSON"))


def page(packs: Sequence[tuple[str, bool]], formats: Sequence[tuple[str, str]]) -> str:
    """The page. `packs`: each with whether it runs unasked. `formats`: titles, each with a file name that means it."""
    parts = [
        "<p>Paste, type or drop an article. newslint says what to look at before it is published, and what it compared. "
        "The article goes to the newslint that serves this page and nowhere else, and is not kept.</p>",
        '<form id="desk" method="post" action="desk/check">',
        *_bar(formats),
        '<div class="both">',
        *_article(),
        *_found(),
        "</div>",
        _packs(packs),
        "</form>",
        listed(_KEYS),
    ]
    return served("newslint", parts, ("desk.js",))


def login(*, wrong: bool = False) -> str:
    """A page that asks for the token."""
    fault = '<p class="faults" role="alert">That is not the token.</p>' if wrong else ""
    field = '<input type="password" name="token" required="required" autocomplete="current-password"/>'
    return served(
        "newslint",
        [
            "<p>This newslint wants to know who asks. The token is in the file or variable that it was started with.</p>",
            fault,
            f'<form method="post" action="login"><label>Token {field}</label> <button>Go on</button></form>',
        ],
    )


def _bar(formats: Sequence[tuple[str, str]]) -> Iterator[str]:
    options = "".join(f'<option value="{text(name)}">{text(title)}</option>' for title, name in formats)
    reports = "".join(f'<option value="{form}">{title}</option>' for form, title in _REPORTS)
    yield '<div class="bar" role="group" aria-label="The article\'s file">'
    yield '<label class="file" data-script="" hidden="hidden">Open a file <input type="file" id="file"/></label>'
    yield '<label id="parts" hidden="hidden">Article <select></select></label>'
    yield f'<label>Format <select id="format" name="name">{options}</select></label>'
    yield '<label data-script="" hidden="hidden">Published on <input type="date" id="date"/></label>'
    yield '<button id="submit">Check</button>'
    yield _button("example", "Try an example")
    yield _button("undo", "Undo", 'disabled="disabled"')
    yield _button("save", "Save the article")
    yield _button("report", "Save a report")
    yield f'<label data-script="" hidden="hidden">as <select id="kind">{reports}</select></label>'
    yield "</div>"


def _button(name: str, words: str, more: str = "") -> str:
    return f'<button type="button" id="{name}" data-script="" hidden="hidden" {more}>{words}</button>'


def _article() -> Iterator[str]:
    views = "".join(
        f'<button type="button" data-view="{name}" aria-pressed="{str(name == "write").lower()}"{_flag("hidden", name == "sides")}>'
        f"{words}</button>"
        for name, words in _VIEWS
    )
    yield '<section aria-label="The article">'
    yield f'<div class="views" role="group" aria-label="View" data-script="" hidden="hidden">{views}</div>'
    yield '<div id="write" class="paper"><div id="marks" aria-hidden="true"></div>'
    yield _area("content", "The article", "Paste or type the article here, or drop a file.") + "</div>"
    yield '<article id="read" hidden="hidden" tabindex="0" aria-label="The article as readers see it"></article>'
    yield '<div id="sides" hidden="hidden"></div>'
    yield '<details id="against"><summary>Compare with a source</summary>'
    yield "<p>The agency copy, press release or transcript that the article was written from. "
    yield '<label class="file" data-script="" hidden="hidden">Open a file '
    yield '<input type="file" id="sourcefile"/></label></p>'
    yield f"{_area('source', 'The source', 'Paste the source here.')}</details></section>"


def _area(name: str, label: str, hint: str) -> str:
    field = f'name="{name}" aria-label="{label}" placeholder="{hint}" spellcheck="false" autocomplete="off"'
    return f'<textarea id="{name}" {field}></textarea>'


def _found() -> Iterator[str]:
    boxes = "".join(
        f'<label><input type="checkbox" name="severity" value="{each}" checked="checked"/> {each}s</label> '
        for each in RANKS
    )
    yield '<section aria-label="What newslint found" data-script="" hidden="hidden">'
    yield '<p id="verdict" class="verdict" role="status">No article yet.</p>'
    yield '<div id="strip"></div><ul id="faults" class="faults"></ul>'
    yield f'<fieldset id="filters"><legend>Show</legend>{boxes}</fieldset>'
    yield '<ol id="notes" class="notes" aria-label="Findings"></ol>'
    yield "</section>"


def _packs(packs: Iterable[tuple[str, bool]]) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" name="pack" value="{text(name)}" data-runs="{str(runs).lower()}"{_flag("checked", runs)}/> '
        f"{text(name)}</label> "
        for name, runs in packs
    )
    return (
        '<details id="packs" data-script="" hidden="hidden"><summary>Packs of rules</summary>'
        f"<fieldset><legend>Look for</legend>{boxes}</fieldset></details>"
    )


def _flag(name: str, on: bool) -> str:
    return f' {name}="{name}"' if on else ""
