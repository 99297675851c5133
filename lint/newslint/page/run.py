"""Run: the page of a whole run: a verdict, an index where there are several files, filters, and each article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.page.article import RANKS, Shown, article
from newslint.page.keys import listed
from newslint.page.sheet import own, sheet, table, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_KEYS: Final = (
    ("j, k", "next and previous finding"),
    ("Enter", "open the reason"),
    ("?", "these keys"),
    ("Esc", "let go"),
)


class File(Struct, frozen=True):
    """One file: its path, its articles with findings, what could not be checked, and whether it fails the run."""

    path: str
    articles: Sequence[Shown]
    faults: Sequence[str] = ()
    fails: bool = False

    def count(self, severity: str) -> int:
        """How many findings are of a severity."""
        return sum(note.severity == severity for shown in self.articles for note in shown.notes)


def run(files: Sequence[File], sentence: str, faults: Sequence[str] = ()) -> str:
    """The page. `sentence` sums the run up; `faults` are those of no file."""
    held = [file for file in files if file.fails or file.faults]
    parts = [
        f'<p class="verdict {"hold" if held or faults else "publish"}"><b>{_verdict(held, faults)}</b> {text(sentence)}</p>',
        *_faulty(faults),
        _filters(files),
        *([_index(files)] if len(files) > 1 else []),
        *(part for number, file in enumerate(files) for part in _file(number, file)),
    ]
    title = f"{files[0].path}: findings" if len(files) == 1 else "Findings"
    return sheet(title, parts, own("findings.js"))


def _verdict(held: Sequence[File], faults: Sequence[str]) -> str:
    if not held and not faults:
        return "Publish."
    return f"Hold {len(held)} of the articles." if len(held) > 1 else "Hold."


def _faulty(faults: Iterable[str]) -> list[str]:
    lines = "".join(f"<li>{text(fault)}</li>" for fault in faults)
    return [f'<ul class="faults">{lines}</ul>'] if lines else []


def _filters(files: Sequence[File]) -> str:
    """Boxes to tick, which only a script can answer: hidden until it runs."""
    packs = sorted({note.rule.partition(".")[0] for file in files for shown in file.articles for note in shown.notes})
    boxes = "".join([*_boxes("severity", RANKS), *_boxes("pack", packs)])
    form = f'<form id="filters" data-script="" hidden="hidden"><fieldset><legend>Show</legend>{boxes}</fieldset></form>'
    return form + listed(_KEYS)


def _boxes(name: str, values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield f'<label><input type="checkbox" name="{name}" value="{text(value)}" checked="checked"/> {text(value)}</label> '


def _index(files: Sequence[File]) -> str:
    heads = ("article", "verdict", *(f"{severity}s" for severity in RANKS))
    rows = [
        (file.path, "hold" if file.fails or file.faults else "publish", *(f"{file.count(each)}" for each in RANKS))
        for file in files
    ]
    links = [f"file-{number}" if file.articles or file.faults else "" for number, file in enumerate(files)]
    return table("The articles of this run", heads, rows, links)


def _file(number: int, file: File) -> Iterator[str]:
    if not file.articles and not file.faults:
        return
    yield f'<section id="file-{number}" aria-labelledby="path-{number}"><h2 id="path-{number}">{text(file.path)}</h2>'
    yield from _faulty(file.faults)
    yield from (article(shown) for shown in file.articles)
    yield "</section>"
