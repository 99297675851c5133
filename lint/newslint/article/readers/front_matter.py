"""YAML front matter: its values as metadata fields, each with its place in the file. Never raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newslint.article.layout import Problem
from newslint.article.readers.draft import exactly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.readers.draft import Lines, Part

_NAMES: Final = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(("author", "authors", "byline", "by"), "byline"),
    **dict.fromkeys(("date", "published", "pubdate", "publishdate", "publish_date", "published_at"), "published"),
    **dict.fromkeys(("modified", "updated", "lastmod", "last_modified", "updated_at", "datemodified"), "modified"),
    **dict.fromkeys(("description", "summary", "dek", "subtitle", "standfirst", "excerpt", "lede", "strapline"), "dek"),
    **dict.fromkeys(("lang", "language", "locale"), "language"),
    **dict.fromkeys(("source", "publisher", "outlet"), "source"),
    **dict.fromkeys(("credit", "photo_credit"), "credit"),
    **dict.fromkeys(("correction", "corrections", "clarification"), "correction"),
    **dict.fromkeys(("url", "permalink", "canonical_url"), "url"),
    **dict.fromkeys(("section", "category"), "section"),
}
_MOST_VALUES: Final = 1_000
_QUOTES: Final = "\"'"


def add_fields(metadata: Lines, content: str, start: int, end: int) -> Problem | None:
    """Adds the values of the YAML in [start, end); what is broken there."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = loader(content[start:end]).get_single_node()
    except yaml.MarkedYAMLError as fault:
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
        metadata.add_field(name, _parts(content, start, scalar))
    return None


def _scalars(top: Any) -> Iterator[tuple[str, Any]]:
    """Every scalar of the top mapping, of lists in it and of `name` in mappings in it; aliases only once."""
    waiting = [(_NAMES.get(str(key.value).lower(), str(key.value)), value) for key, value in reversed(top.value)]
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
            waiting += [(_joined(name, key.value), value) for key, value in reversed(node.value)]


def _joined(name: str, key: object) -> str:
    """`author: {name: …}` is the author; other keys keep both names."""
    return name if key == "name" else f"{name}.{key}"


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
