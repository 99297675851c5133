"""Front matter in YAML, TOML, JSON or bare lines: its values as metadata fields, each with its place in the file. Never raises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newslint.article.layout import Problem
from newslint.article.readers import front_matter_lines, json_values, toml_matter
from newslint.article.readers.draft import exactly
from newslint.article.readers.front_matter_fields import add, joined, named
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.readers.draft import Lines, Part

_MOST_VALUES: Final = 1_000
_QUOTES: Final = "\"'"
# Blank lines may precede the first key; before the opening line only where a key follows it.
_YAML_OPENS = lazy(
    r"\s*?---[ \t]*\r?\n(?=\s*(?:#[^\n]*\n\s*)*[\"']?[\w.-]+[\"']?[ \t]*:(?:\s|$))|---[ \t]*\r?\n(?!\s*\n)"
)
_YAML_CLOSES = lazy(r"^(?:---|\.\.\.)[^\S\r\n]*(?:\r?\n|\r|\Z)", re.MULTILINE)
_TOML_OPENS = lazy(r"\s*?\+\+\+[ \t]*\r?\n")
_TOML_CLOSES = lazy(r"^\+\+\+[ \t]*(?:\r?\n|\r|\Z)", re.MULTILINE)
_JSON_OPENS = lazy(r"\{\s*\"")
# A tag that begins a value: inside quotation marks it is a string of YAML already.
_BARE_TAG = lazy(r"(?<=: )\{\{[^{}\n]*\}\}(?=[^\n]*$)", re.MULTILINE)
_KEY = lazy(r"\s*?---[ \t]*\r?\n\s*[\w-]+[ \t]*:")


class Front(NamedTuple):
    """`body` is where the article begins, 0 without front matter; `problem` what is broken."""

    body: int = 0
    problem: Problem | None = None


def take(content: str, metadata: Lines) -> Front:
    """Adds the values of a file's front matter to `metadata`."""
    if opening := _YAML_OPENS.match(content):
        closing = _YAML_CLOSES.search(content, opening.end())
        if closing is None:
            broken = _KEY.match(content) is not None
            return Front(problem=Problem(0, "open-front-matter") if broken else None)
        return Front(closing.end(), add_fields(metadata, content, opening.end(), closing.start()))
    if (opening := _TOML_OPENS.match(content)) and (closing := _TOML_CLOSES.search(content, opening.end())):
        return Front(closing.end(), toml_matter.add_fields(metadata, content, opening.end(), closing.start()))
    if _JSON_OPENS.match(content):
        value, end = json_values.placed(content, 0, len(content))
        if isinstance(value, dict):
            _add_json(metadata, content, value)
            return Front(end)
    return Front(front_matter_lines.take(content, metadata))


def add_fields(metadata: Lines, content: str, start: int, end: int) -> Problem | None:
    """Adds the values of the YAML in [start, end), or of its lines where YAML rejects them; what is broken there."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    written = content[start:end]
    if "{{" in written:  # an engine fills it in before the YAML is read: `template: {{ year }}/page.html`
        written = _BARE_TAG.sub(lambda tag: "x" * len(tag[0]), written)
    try:
        node = loader(written).get_single_node()
    except yaml.MarkedYAMLError as fault:
        if front_matter_lines.take_between(content, start, end, metadata):
            return None
        mark = fault.problem_mark or fault.context_mark
        problem = (fault.problem or "unreadable").replace("\n", " ")
        return Problem(start + (mark.index if mark else 0), "front-matter", problem)
    except (yaml.YAMLError, RecursionError) as fault:
        return Problem(start, "front-matter", str(fault).splitlines()[0])
    if node is None:
        return None
    if node.id != "mapping":
        return Problem(start + node.start_mark.index, "no-mapping")
    for name, scalar in _scalars(node):
        add(metadata, name, _parts(content, start, scalar))
    return None


def _scalars(top: Any) -> Iterator[tuple[str, Any]]:
    """Every scalar of the top mapping, of lists in it and of `name` in mappings in it; aliases only once."""
    waiting = [(named(str(key.value)), value) for key, value in reversed(top.value)]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_VALUES:
        name, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.id == "scalar":
            yield name, node
        elif node.id == "sequence":
            waiting += [(name, item) for item in reversed(node.value)]
        else:
            waiting += [(joined(name, str(key.value)), value) for key, value in reversed(node.value)]


def _add_json(metadata: Lines, content: str, top: dict[str, Any]) -> None:
    waiting = [(named(key), value) for key, value in reversed(top.items())]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, json_values.Placed):
            add(metadata, name, json_values.parts_of(content, value))
        elif isinstance(value, list):
            waiting += [(name, item) for item in reversed(value)]
        elif isinstance(value, dict):
            waiting += [(joined(name, key), inner) for key, inner in reversed(value.items())]


def _parts(content: str, base: int, node: Any) -> list[Part]:
    start, end = base + node.start_mark.index, base + node.end_mark.index
    value = node.value
    if node.style in ("|", ">"):
        return _block(content, start, end, value)
    if node.style in tuple(_QUOTES) and end - start >= 2:
        start, end = start + 1, end - 1
    return exactly(content, start, end, value)


def _block(content: str, start: int, end: int, value: str) -> list[Part]:
    """A folded or literal block: its header (`>-`) is no part of the value."""
    newline = content.find("\n", start, end)
    if newline < 0:
        return []
    last = newline + 1 + len(content[newline + 1 : end].rstrip())
    return exactly(content, newline + 1, last, value.strip())
