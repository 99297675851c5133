"""The elements of an XML file that hold an article each, as small trees; what surrounds them is kept only in part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.article.layout import LONGEST
from newslint.article.readers.draft import Part
from newslint.article.readers.html_scan import references
from newslint.article.readers.xml_events import DEEPEST, events
from newslint.finding import Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Problem
    from newslint.article.readers.xml_events import Event

_ATTRIBUTE = lazy(r"\s([^\s=<>\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MOST_AROUND: Final = 500  # elements beside the articles that are kept of each element around them


class Node:
    """An element: its name as written (`dc:creator`), `local` without the prefix, and what is in it, in order.

    [start, inner) is the start tag's place in the file, and `end` where the end tag begins.
    """

    __slots__ = ("attributes", "children", "end", "inner", "local", "name", "start")

    def __init__(self, event: Event) -> None:
        self.name, self.attributes = event.data, event.attributes
        self.local = event.data.rpartition(":")[2]
        self.start, self.inner, self.end = event.start, event.end, event.end
        self.children: list[Node | Part | Event] = []

    @property
    def nodes(self) -> Iterator[Node]:
        """The elements directly in it."""
        return (child for child in self.children if isinstance(child, Node))

    def first(self, *path: str) -> Node | None:
        """The first element at a path of names, each as written or without its prefix."""
        here: Node | None = self
        for name in path:
            here = next((n for n in here.nodes if name in (n.name, n.local)), None) if here else None
        return here

    def every(self, *path: str) -> Iterator[Node]:
        """All elements at a path of names."""
        if not path:
            yield self
            return
        for node in self.nodes:
            if path[0] in (node.name, node.local):
                yield from node.every(*path[1:])

    def walk(self) -> Iterator[Node]:
        """The element and all within it, in the order of the file."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(list(node.nodes))

    @property
    def parts(self) -> list[Part]:
        """The text in it and in all its elements, in order, with its places."""
        found: list[Part] = []
        waiting: list[Node | Part | Event] = [self]
        while waiting:
            child = waiting.pop()
            if isinstance(child, Part):
                found.append(child)
            elif isinstance(child, Node):
                waiting += reversed(child.children)
        return found

    @property
    def text(self) -> str:
        """The text in it, trimmed."""
        return "".join(part.shown for part in self.parts).strip()

    def get(self, name: str) -> str:
        """An attribute's value, empty where there is none."""
        return self.attributes.get(name, "")

    def value(self, content: str, name: str) -> list[Part]:
        """An attribute's value with its places; nothing where there is none."""
        for hit in _ATTRIBUTE.finditer(content, self.start, self.inner) if name in self.attributes else ():
            if hit[1] == name:
                group = 2 if hit[2] is not None else 3
                return list(references(hit[group], hit.start(group)))
        return []


class Found(NamedTuple):
    """An article's element (None: the file has none), the elements around it, and its stretch of the file.

    `problem` is what ended the file in this article. One that is `overlong` has lost what was in it.
    """

    node: Node | None
    around: list[Node]
    part: Span
    problem: Problem | None = None
    overlong: bool = False


class Trees:
    """Builds the outermost elements of some names out of a file's events."""

    def __init__(self, content: str, names: frozenset[str], deepest: int = DEEPEST) -> None:
        self._content, self._names, self._deepest = content, names, deepest
        self._open: list[Node] = []
        self._root = -1  # the place of the article's element among the open ones
        self._any = self._overlong = False

    def read(self) -> Iterator[Found]:
        """The articles in order; what is broken outside all of them, or a file without any, comes without an element."""
        problem = None
        for event in events(self._content, self._deepest):
            if event.kind == "problem":
                problem = event.problem
            elif event.kind == "open":
                self._enter(Node(event))
            elif event.kind == "close":
                yield from self._leave(event)
            elif self._open:
                self._hold(event if event.kind == "comment" else Part(event.data, event.start, event.end, event.linear))
        if problem is not None and self._root >= 0:
            for node in self._open[self._root :]:
                node.end = problem.offset
            yield self._found(self._open[self._root], problem.offset, problem)
        elif problem is not None or not self._any:
            yield Found(None, [], Span(0, len(self._content)), problem)

    def _enter(self, node: Node) -> None:
        root = self._root < 0 and node.local in self._names
        if not root:  # what surrounds an article must not keep it
            self._hold(node)
        self._open.append(node)
        if root:
            self._root, self._overlong = len(self._open) - 1, False

    def _hold(self, child: Node | Part | Event) -> None:
        if self._root >= 0 and self._overlong:
            return
        if self._root >= 0 and child.start - self._open[self._root].start > LONGEST:
            self._overlong = True
            for node in self._open[self._root :]:
                node.children.clear()
        elif self._open and (self._root >= 0 or len(self._open[-1].children) < _MOST_AROUND):
            self._open[-1].children.append(child)

    def _leave(self, event: Event) -> Iterator[Found]:
        node = self._open.pop()
        node.end = event.start
        if len(self._open) == self._root:
            self._root = -1
            yield self._found(node, event.start, None)

    def _found(self, node: Node, end: int, problem: Problem | None) -> Found:
        self._any = True
        around = self._open[: self._root] if self._root >= 0 else list(self._open)
        return Found(node, around, Span(node.start, max(end, node.inner)), problem, self._overlong)
