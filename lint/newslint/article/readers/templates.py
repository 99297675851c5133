"""Template tags of site generators, masked before Markdown and HTML are parsed: every offset stays.

Hugo, Jekyll, Eleventy, Jinja, Tera, Twig, Handlebars, ERB, PHP and WordPress all put tags into text that their engine
replaces. What such a tag shows is not in the file, so it becomes one object that no phrase crosses; a tag that
shows nothing, or one of a pair around prose, becomes nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.article.readers.draft import GONE, SHOWN
from newslint.article.readers.kept_blocks import KEPT, keeps_code
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST: Final = 4_000  # of a tag: what never ends is no tag
_STATEMENT = rf"""
    \{{\{{(?P<mark>[<%])(?P<hugo>(?:(?!\{{\{{[<%]|[>%]\}}\}}).){{0,{_LONGEST}}})[>%]\}}\}}
  | \{{%(?P<liquid>(?:(?!\{{%|%\}}).){{0,{_LONGEST}}})%\}}
  | \{{\#(?![\w-]+[ }}])(?:(?!\{{\#|\#\}}).){{0,{_LONGEST}}}\#\}}
  | <%(?P<erb>(?![=-])(?:(?!<%|%>).){{0,{_LONGEST}}})%>
  | <\?(?:php\b|=)(?:(?!<\?|\?>).){{0,{_LONGEST}}}(?:\?>|\Z)
"""
_OUTPUT = r"""
  | \{\{(?P<output>(?:(?!\{\{|\}\}).){0,500})\}\}\}?
  | <%(?P<shown>[=-](?:(?!<%|%>).){0,500})%>
  | \$\{(?P<variable>[\w.:@#?()\[\]'" -]{1,80})\}
  | \[\[(?:[^\[\]|\n]{1,60}\|)?(?P<label>[^\[\]|\n]{1,80})\]\](?![(\[])
"""
# What WordPress expands; any other name only where it has an attribute or an end.
_SHORTCODE = r"""
  | \[embed\][^\[\]\s]{1,500}\[/embed\]
  | \[/?(?:wp_)?(?:audio|caption|embed|gallery|playlist|video|contact-form-7|(?:vc|et_pb|fusion|su|cmsmasters)_\w+)
    (?:[ \t][^\[\]\n]{0,500})?/?\](?![\[(:])
  | \[/?[a-z][\w-]{2,30}(?:[ \t]+[\w-]+=(?:"[^"\n\[\]]{0,300}"|'[^'\n\[\]]{0,300}'))+[ \t]*/?\](?![\[(:])
"""
_ATTRIBUTES = r"""
  | \{:(?P<kramdown>:?/?[^{}\n]{0,300})\}
  | \{[#.][\w-]+(?:[ \t][^{}\n]{0,300})?\}
  | \{(?<=[)\]`]\{)[ ]?[\w-]+=[^{}\n]{0,200}\}
  | \{[a-z][\w:-]{0,40}\}(?=`)
"""
# `:::note Title`, `::: {.column}`, `!!! note "Title"`: the containers of Docusaurus, Pandoc and MkDocs.
_CONTAINER = lazy(
    r"^ {0,3}(?:(?P<title>:{3,}[ \t]*[\w-]{1,30}(?:\{[^{}\r\n]{0,200}\})?[ \t]+)(?=[^:\s])"
    r"|(?::{3,}[ \t]*(?:[\w-]{1,30}[ \t]*)?(?:\{[^{}\r\n]{0,200}\}[ \t]*)?"
    r"|(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+\"[^\"\r\n]{0,200}\")?[ \t]*)(?=\r|\n|\Z))",
    re.MULTILINE,
)
_CONTAINERS: Final = (":::", "!!!", "???")
_FLAGS: Final = re.VERBOSE | re.DOTALL | re.MULTILINE
_SURE = lazy(_STATEMENT, _FLAGS)
_WRITTEN: Final = {  # (attributes of Markdown, engine) → what is masked
    (marked, engine): lazy(
        _STATEMENT + (_OUTPUT if engine else "") + _SHORTCODE + (_ATTRIBUTES if marked else ""), _FLAGS
    )
    for marked in (True, False)
    for engine in (True, False)
}
_NAME = lazy(r"[-~+\s]*(?P<end>[/#^]?)\s*(?P<name>[\w.-]*)")
_CONTROL: Final = frozenset(
    "assign block break capture case continue cycle decrement define do else elseif elsif elif extends for from if ifchanged"
    " import increment layout liquid macro paginate range set raw switch unless when with".split()
)
_STRUCTURE: Final = frozenset("block define extends for macro paginate range tablerow".split())
# Between such a tag and its end there is code or nothing that readers see; Liquid's `raw` holds prose.
_CODE: Final = frozenset(
    "comment highlight code codeblock prism mermaid math katex latex svg script style css js javascript schema chart"
    " plotly csv-table data nomarkdown stylesheet".split()
)


_NEED_MORE: Final = frozenset({"highlight", "code", "data", "style"})  # without a language, they may mark up prose


class Tag(NamedTuple):
    """One tag: [start, end) of the file. `shows` says whether the engine puts something in its place.

    `name` is empty for a tag of no statement; `ends` is set on the second of a pair.
    """

    start: int
    end: int
    name: str = ""
    ends: bool = False
    shows: bool = False
    more: bool = False  # whether a name has arguments
    head: bool = False  # the first part of a directive's line: the rest of the line is its title


def sure(content: str) -> bool:
    """Whether a text holds a tag that only a template engine can mean."""
    return any(hint in content for hint in ("{{", "{%", "{#", "<%", "<?")) and _SURE.search(content) is not None


def masked(content: str, start: int = 0, *, engine: bool, markdown: bool) -> str:
    """The content with the tags from `start` on masked, as long as before.

    `engine`: whether a template engine reads the file; else `{{ name }}` may as well be a field to fill in.
    """
    tags = list(_blocks(content, _tags(content, start, _WRITTEN[markdown, engine])))
    if markdown and any(sign in content for sign in _CONTAINERS):
        tags = sorted([*tags, *_containers(content, start)])
    return covered(content, tags, alone=markdown) if tags else content


_END = lazy(r"\[/([a-z][\w-]{1,30})\]")
_MOST_NAMES: Final = 100
_ALONE = lazy(r"(?:^|(?<=>))\[[a-z][\w-]{2,30}\](?=<|\r|\n|\Z)", re.MULTILINE)


def without_shortcodes(content: str) -> str:
    """What WordPress keeps of a post, with shortcodes masked: known ones, pairs of any name, and what is alone in its line."""
    content = masked(content, engine=False, markdown=False)
    names = sorted(set(_END.findall(content)))[:_MOST_NAMES]
    if names:
        content = re.sub(rf"\[/?(?:{'|'.join(names)})\]", lambda hit: GONE * len(hit[0]), content)
    return _ALONE.sub(lambda hit: GONE * len(hit[0]), content)


def structures(content: str) -> int:
    """How many loops, blocks and definitions a file has: a page that gathers other pages, or their layout."""
    return sum(tag.name in _STRUCTURE and not tag.ends for tag in _tags(content, 0, _WRITTEN[False, True]))


def _tags(content: str, start: int, written: re.Pattern[str]) -> Iterator[Tag]:
    for hit in written.finditer(content, start):
        kind = hit.lastgroup
        if kind == "label":  # `[[label]]` is read without its brackets
            yield from (Tag(hit.start(), hit.start(kind)), Tag(hit.end(kind), hit.end()))
        elif kind in ("hugo", "liquid", "erb", "output", "kramdown"):
            yield _statement(hit, kind)
        else:
            yield Tag(*hit.span(), shows=kind in ("shown", "variable"))


def _containers(content: str, start: int) -> Iterator[Tag]:
    for hit in _CONTAINER.finditer(content, start):
        title = hit.end("title") >= 0
        yield Tag(hit.end() - len(hit[0].lstrip(" ")), hit.end(), head=title)


def _statement(hit: re.Match[str], kind: str) -> Tag:
    said = _NAME.match(hit[kind].lstrip(":"))
    name, sign = (said["name"], said["end"]) if said else ("", "")
    if kind == "output":
        shows = not (sign or name in _CONTROL or name == "end" or hit[kind].lstrip("- ")[:1] in ("/", "!", "$"))
        return Tag(*hit.span(), name=name if not shows else "", shows=shows)
    if kind == "kramdown":
        return Tag(*hit.span(), name=name if hit[kind][:1] in (":", "/") else "", ends=sign == "/")
    if name.startswith("end") and len(name) > len("end"):
        return Tag(*hit.span(), name=name[3:], ends=True)
    more = said is not None and bool(hit[kind][said.end() :].strip(" -~\t\r\n"))
    shows = kind != "erb" and bool(name) and name not in _CONTROL
    return Tag(*hit.span(), name=name, ends=sign == "/", shows=shows, more=more)


def _blocks(content: str, tags: Iterable[Tag]) -> Iterator[Tag]:
    """The tags, a block of code as one, and the two of a pair as tags that show nothing."""
    held = list(tags)
    ends = {tag.name: number for number, tag in enumerate(held) if tag.ends}  # the last end of each name
    number = 0
    while number < len(held):
        tag = held[number]
        paired = tag.ends or ends.get(tag.name, -1) > number
        last = number
        if paired and not tag.ends and tag.name in _CODE | KEPT and (tag.more or tag.name not in _NEED_MORE):
            last = next(n for n in range(number + 1, len(held)) if held[n].ends and held[n].name == tag.name)
        body = content[tag.end : held[last].start]
        if last > number and (tag.name in _CODE or keeps_code(content[tag.start : tag.end], body)):
            yield Tag(tag.start, held[last].end)
            number = last
        else:
            yield tag._replace(shows=tag.shows and not paired)
        number += 1


def covered(content: str, tags: Iterable[Tag], *, alone: bool) -> str:
    """The content, each tag replaced by as many signs.

    `alone`: tags that have a line to themselves become comments, which end a paragraph in Markdown as the tag would.
    """
    out: list[str] = []
    at = 0
    for start, end, tag in _lines(content, tags) if alone else ((tag.start, tag.end, tag) for tag in tags):
        if start < at:
            continue
        out += [content[at:start], _sign(content, start, end, tag)]
        at = end
    return "".join([*out, content[at:]])


_NEAR: Final = 200
_EMPTY_BEFORE = lazy(r"(?:\A|(?:\n|\r)[ \t]*(?:\r\n|\n|\r))[ \t]*\Z")


def _sign(content: str, start: int, end: int, tag: Tag | None) -> str:
    """As many signs as [start, end) has. A title becomes a heading where one may begin: after an empty line."""
    size = end - start
    if tag is None:
        return f"<!--{GONE * (size - 7)}-->" if size > 7 else GONE * size
    if tag.head:
        return (
            "## ".ljust(size)[:size]
            if size > 2 and _EMPTY_BEFORE.search(content, max(start - _NEAR, 0), start)
            else GONE * size
        )
    return (SHOWN if tag.shows else GONE) * size


def _lines(content: str, tags: Iterable[Tag]) -> Iterator[tuple[int, int, Tag | None]]:
    """Each tag, and the run of tags that fills a line as one without a tag."""
    run: list[Tag] = []
    for tag in tags:
        if run and content[run[-1].end : tag.start].strip(" \t"):
            yield from _run(content, run)
            run = []
        run.append(tag)
    if run:
        yield from _run(content, run)


def _run(content: str, run: list[Tag]) -> Iterator[tuple[int, int, Tag | None]]:
    start, end = run[0].start, run[-1].end
    line = max(content.rfind("\n", 0, start), content.rfind("\r", 0, start)) + 1
    ends = _LINE_END.match(content, end)
    statements = not any(tag.head or (tag.shows and not tag.name) for tag in run)
    if ends and statements and not content[line:start].strip(" \t"):
        yield start, end, None
    else:
        yield from ((tag.start, tag.end, tag) for tag in run)


_LINE_END = lazy(r"[ \t]*(?:\r|\n|\Z)")
