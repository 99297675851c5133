"""Floods: what newslint takes for half a megabyte and a megabyte of one thing, beside ordinary news of that size.

    python benchmarks/floods.py [--size BYTES] [--only WORD] [--profile]

Each flood is linted as plain text, Markdown and HTML, in one line, in many lines and in many paragraphs, each time in a
child process of a warm parent, with the rules that run by default. A flood is too slow if it takes more than three times
as long as articles of `news-dev`, or if the second half costs far more than the first: then something is superlinear.
Exit code 1 if there is one. `--profile` shows where the time of each slow flood goes.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import os
import pstats
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TIMES_NEWS: Final = 3.0
GROWTH: Final = 3.0  # twice the size may take so many times as long
FLOOR: Final = 0.3  # seconds below which a difference is the machine's
PATIENCE: Final = 20  # seconds of the processor after which a flood is given up

_WORDS: Final = "the council met on a pier and said that it would sell boats in town".split()
_MONTHS: Final = "January February March April May June July August September October November December".split()
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def _name(n: int) -> str:
    """A made-up name that is another one for each number."""
    letters = ""
    while n or not letters:
        n, digit = divmod(n, 26)
        letters += _LETTERS[digit]
    return f"{letters.title()}ova"


# Flood → its n-th piece. Pieces are joined by nothing, unless they end in a space, and then cut to size.
FLOODS: Final[dict[str, Callable[[int], str]]] = {
    "one letter": lambda n: "a",
    "two letters": lambda n: "ab",
    "capital letters": lambda n: "A",
    "accented letters": lambda n: "é",
    "letters of another script": lambda n: "жщ",
    "mixed scripts": lambda n: "аa",
    "camel case": lambda n: "theWord",
    "function words glued": lambda n: "thewordof",
    "one word": lambda n: "word ",
    "doubled words": lambda n: "the the ",
    "words": lambda n: _WORDS[n * 7 % len(_WORDS)] + " ",
    "unknown words": lambda n: _name(n).lower() + " ",
    "capital words": lambda n: "SHOCK ",
    "digits": lambda n: "7",
    "zeros": lambda n: "0",
    "numbers": lambda n: f"{n} ",
    "numbers with commas": lambda n: "1,000",
    "decimals": lambda n: "1.5",
    "amounts": lambda n: f"${n % 90 + 1}.5 million ",
    "percentages": lambda n: f"{n % 90} per cent to {n % 70}%, ",
    "growth": lambda n: f"rose {n % 90}% from {n % 70 + 1} to {n % 60 + 1}, ",
    "parts of a sum": lambda n: f"{n % 9 + 2} people, ",
    "votes": lambda n: f"{_name(n % 50)} {n % 50}%, ",
    "measures": lambda n: f"{n % 90 + 1} miles ({n % 90 + 1} km) ",
    "ages": lambda n: f"{_name(n)} {_name(n * 7)}, {n % 80}, ",
    "dates": lambda n: f"Monday, {n % 28 + 1} {_MONTHS[n % 12]} 2024, ",
    "short dates": lambda n: f"{n % 28 + 1}/{n % 12 + 1}/2024 ",
    "years": lambda n: f"{1900 + n % 120} ",
    "weekdays": lambda n: "Monday ",
    "times": lambda n: f"{n % 12 + 1}:30 p.m. ",
    "names": lambda n: f"{_name(n)} {_name(n * 7 + 1)} ",
    "one name": lambda n: "Ann Weaver ",
    "names with titles": lambda n: f"Mayor {_name(n)} {_name(n * 7 + 1)} said. ",
    "names in a list": lambda n: f"{_name(n)} {_name(n * 7 + 1)}, ",
    "offices": lambda n: f"{_name(n)}, the mayor of {_name(n * 3)}, ",
    "initials": lambda n: "J. ",
    "abbreviations": lambda n: "U.S. ",
    "institutions": lambda n: f"the University of {_name(n)} ",
    "double quotation marks": lambda n: '"',
    "spaced quotation marks": lambda n: '" ',
    "opening marks": lambda n: "“",
    "closing marks": lambda n: "”",
    "curly quotations": lambda n: "“It is,” she said. ",
    "nested quotations": lambda n: "“‘",
    "guillemets": lambda n: "«",
    "single marks": lambda n: "'",
    "apostrophes": lambda n: "it's ",
    "closing apostrophes": lambda n: "’ ",
    "quoted words": lambda n: '"word" ',
    "opening brackets": lambda n: "(",
    "closing brackets": lambda n: ")",
    "square brackets": lambda n: "[",
    "closing square brackets": lambda n: "]",
    "square pairs": lambda n: "[]",
    "braces": lambda n: "{{",
    "brace pairs": lambda n: "{{a}} ",
    "less-than signs": lambda n: "<",
    "angle pairs": lambda n: "<>",
    "tags": lambda n: "<b>",
    "closing tags": lambda n: "</b>",
    "unknown tags": lambda n: "<x y='",
    "nested tags": lambda n: "<div><p>a",
    "comments": lambda n: "<!--",
    "whole comments": lambda n: "<!-- a -->",
    "suppressions": lambda n: "<!-- newslint-disable house.x -->\n",
    "declarations": lambda n: "<!",
    "instructions": lambda n: "<?",
    "script elements": lambda n: "<script>",
    "scripts": lambda n: "<script>a</script>",
    "table cells": lambda n: "<table><tr><td>a",
    "html lists": lambda n: "<ul><li>a",
    "ampersands": lambda n: "&",
    "entities": lambda n: "&amp;",
    "numeric entities": lambda n: "&#8217;",
    "unfinished entities": lambda n: "&#",
    "commas": lambda n: ",",
    "spaced commas": lambda n: ", ",
    "commas between words": lambda n: "boats, ",
    "full stops": lambda n: ".",
    "spaced full stops": lambda n: ". ",
    "ellipses": lambda n: "… ",
    "exclamation marks": lambda n: "!",
    "question marks": lambda n: "?",
    "colons": lambda n: ":",
    "semicolons": lambda n: "; ",
    "slashes": lambda n: "/",
    "backslashes": lambda n: "\\",
    "pipes": lambda n: "|",
    "pipe cells": lambda n: "| a ",
    "hyphens": lambda n: "-",
    "spaced hyphens": lambda n: "- ",
    "hyphenated words": lambda n: "well-",
    "dashes": lambda n: "—",
    "spaced dashes": lambda n: "— ",
    "underscores": lambda n: "_",
    "emphasis": lambda n: "*",
    "spaced emphasis": lambda n: "* ",
    "emphasized words": lambda n: "*a* ",
    "half emphasis": lambda n: "*a_ ",
    "strong words": lambda n: "**a** ",
    "open emphasis": lambda n: "a **b ",
    "tildes": lambda n: "~",
    "backticks": lambda n: "`",
    "backticks of all lengths": lambda n: "a" + "`" * (n % 300),
    "dollar signs": lambda n: "$",
    "hashes": lambda n: "#",
    "headings": lambda n: "# a\n",
    "setext headings": lambda n: "a\n=\n",
    "deeper headings": lambda n: "#" * (n % 6 + 1) + " a\n",
    "equals signs": lambda n: "=",
    "plus signs": lambda n: "+",
    "quoted lines": lambda n: ">",
    "block quotes": lambda n: "> a\n",
    "lists": lambda n: "- a\n",
    "numbered lists": lambda n: f"{n}. a\n",
    "indented lists": lambda n: " " * (n % 200) + "- a\n",
    "lists in a line": lambda n: "- 1. ",
    "fences": lambda n: "```\n",
    "rules across": lambda n: "---\n",
    "front matter": lambda n: "---\na: b\n",
    "definitions": lambda n: f"[a{n}]: b\n",
    "references": lambda n: "[a][b] ",
    "footnotes": lambda n: f"[^{n}] ",
    "links": lambda n: "[a](https://example.org/b) ",
    "open links": lambda n: "[a](",
    "nested links": lambda n: "![[a](b)",
    "images": lambda n: "![a](b.png) ",
    "addresses": lambda n: "https://example.org/a ",
    "address letters": lambda n: "http://",
    "long addresses": lambda n: "/a?b=c&d=",
    "mail addresses": lambda n: "ann@example.org ",
    "at signs": lambda n: "@",
    "handles": lambda n: "@ann #pier ",
    "spaces": lambda n: "   ",
    "tabs": lambda n: "\t",
    "no-break spaces": lambda n: "\xa0",
    "zero-width spaces": lambda n: "\u200b",
    "combining accents": lambda n: "\u0301",
    "control characters": lambda n: "\x01",
    "replacement characters": lambda n: "\ufffd",
    "directions": lambda n: "\u202e",
    "emoji": lambda n: "😀",
    "joined emoji": lambda n: "👨\u200d👩\u200d👧",
    "mojibake": lambda n: "â€™",
    "mojibake letters": lambda n: "Ã©",
    "damaged dashes": lambda n: "â€” ",
    "empty lines": lambda n: "\n",
    "carriage returns": lambda n: "\r",
    "short lines": lambda n: "a\n",
    "sentences": lambda n: "It is. ",
    "one sentence": lambda n: "The council of the old town by the river met on a long pier that it would sell. ",
    "like sentences": lambda n: (
        f"The council of the old town by the river met {_name(n)} on a long pier and would sell. "
    ),
    "articles": lambda n: "a an a ",
    "placeholders": lambda n: "TK TBC XXX [NAME] ",
    "adjectives": lambda n: "shocking, terrible ",
    "attributions": lambda n: f"according to {_name(n)}, ",
    "vague sources": lambda n: "sources said ",
    "said": lambda n: "said ",
    "of the": lambda n: "of the ",
    "from and to": lambda n: "from 1 to ",
    "between": lambda n: "between ",
    "years old": lambda n: "5 year old ",
    "relative pronouns": lambda n: "who which ",
    "captions": lambda n: "Photo: Ann Weaver\n",
    "bylines": lambda n: "By Ann Weaver\n",
    "datelines": lambda n: "LONDON (Reuters) - ",
    "json": lambda n: '{"a":[',
    "titles": lambda n: "<title>a",
    "meta": lambda n: "<meta name='a' content='b'>",
    "json-ld": lambda n: '<script type="application/ld+json">{"headline":"a',
    "attributes": lambda n: f"<img alt='a{n}' ",
    "residue": lambda n: "As an AI language model ",
}
_SHAPES: Final = {"line": "", "lines": "\n", "paragraphs": "\n\n"}
_FORMATS: Final = ("txt", "md", "html")


class Case(NamedTuple):
    """One flood, as it is linted."""

    flood: str
    shape: str
    format: str

    def text(self, size: int) -> str:
        """So many bytes of it, or a few fewer."""
        joint, piece, parts, length, n = _SHAPES[self.shape], FLOODS[self.flood], [], 0, 0
        while length < size:
            parts.append(piece(n) + joint)
            length += len(parts[-1].encode())
            n += 1
        return "".join(parts)


def news(size: int) -> str:
    """So many bytes of articles, which is what floods are held against."""
    from corpus import articles

    text = "\n\n".join(article.text for article in articles("news-dev", 400))
    assert len(text) >= size
    return text[:size]


def seconds(text: str, form: str, folder: Path, *, profile: bool = False) -> float:
    """What a child process takes for a text; PATIENCE if it was given up."""
    path = folder / f"flood.{form}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE + int(time.process_time()),) * 2)
        os._exit(_child(path, folder, profile=profile))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return float(PATIENCE)
    code, taken = (folder / "taken").read_text().split()
    if code not in "01":
        sys.stdout.write(f"  exit code {code}: {(folder / 'said').read_text()}")
    return float(taken)


def _child(path: Path, folder: Path, *, profile: bool) -> int:
    profiler = cProfile.Profile()
    if profile:
        profiler.enable()
        started = time.process_time()
        code = lint(path)
        taken = time.process_time() - started
        profiler.disable()
        pstats.Stats(profiler, stream=sys.stdout).sort_stats("tottime").print_stats(12)
        sys.stdout.flush()
    else:
        started = time.process_time()
        code = lint(path)
        taken = time.process_time() - started
    (folder / "taken").write_text(f"{code} {taken}")
    return 0


def lint(path: Path) -> int:
    """The exit code of a run over one file, its output thrown away."""
    from newslint.cli import main

    argv = [str(path), "--no-config", "--format", "concise", "--today", "2024-05-15", "--quiet"]
    said = io.StringIO()
    code = main(argv, io.StringIO(), said, io.StringIO())
    errors = [line for line in said.getvalue().splitlines() if ": error: " in line and "ran longer" in line]
    (path.parent / "said").write_text("\n".join(errors) + "\n")
    return code


def cases(only: str) -> Iterator[Case]:
    """All cases whose flood is named with a word."""
    for flood in FLOODS:
        if only in flood:
            yield from (Case(flood, shape, form) for form in _FORMATS for shape in _SHAPES)


def main() -> int:
    """Measures and prints; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--shape", choices=_SHAPES, default="")
    parser.add_argument("--format", choices=_FORMATS, default="")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    slow = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = {form: _base(options.size, form, folder) for form in _FORMATS}
        for case in cases(options.only):
            if case.shape != (options.shape or case.shape) or case.format != (options.format or case.format):
                continue
            whole = seconds(case.text(options.size), case.format, folder)
            if whole <= max(FLOOR * options.size / 1_000_000, base[case.format] / 2):
                continue
            half = seconds(case.text(options.size // 2), case.format, folder)
            fault = _fault(half, whole, base[case.format])
            if fault:
                slow += 1
                sys.stdout.write(f"{case.flood} | {case.shape} | {case.format}: {half:.2f} s, {whole:.2f} s: {fault}\n")
                sys.stdout.flush()
                if options.profile:
                    seconds(case.text(options.size // 2), case.format, folder, profile=True)
    sys.stdout.write(f"{slow} slow\n")
    return 1 if slow else 0


def _base(size: int, form: str, folder: Path) -> float:
    """Seconds for news; the parent lints a little of it first, so that its children find everything loaded."""
    text = news(size)
    path = folder / f"warm.{form}"
    path.write_text(text[:50_000], "utf-8")
    lint(path)
    taken = min(seconds(text, form, folder) for _ in range(2))
    sys.stdout.write(f"news | {form}: {taken:.2f} s for {size} bytes\n")
    return taken


def _fault(half: float, whole: float, base: float) -> str:
    if whole > TIMES_NEWS * base:
        return f"{whole / base:.1f} × news"
    if whole > half * GROWTH:
        return f"{whole / half:.1f} × for twice the size"
    return ""


if __name__ == "__main__":
    raise SystemExit(main())
