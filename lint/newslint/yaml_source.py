"""YAML with places kept: every scalar a string, duplicate keys and tags refused, "did you mean" for unknown keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from newslint.errors import NewslintError
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MAX_DEPTH: Final = 40
Path = tuple["str | int", ...]


class Source:
    """One YAML file: its plain data (mappings, lists, strings) and the place of every key and value.

    `fault` is the exception class for what is wrong with the file (a rule file, a configuration).
    """

    def __init__(self, text: str, path: str, fault: type[NewslintError]) -> None:
        self.text, self.path, self.fault = text, path, fault
        self._places: dict[Path, tuple[int, int]] = {}
        self._keys: dict[Path, tuple[int, int]] = {}
        self._nodes = 0
        self.data: Any = self._plain(_compose(self), (), 0)

    def error(self, message: str, at: Path = (), *, key: bool = False, rule: str = "") -> NewslintError:
        """An error at the deepest known place on the way to `at`; `key` points to the key rather than its value."""
        where: Path = at
        while where and where not in self._places:
            where = where[:-1]
        known = self._keys if key and where in self._keys else self._places
        line, column = known.get(where, (1, 1))
        return self.fault(message, path=self.path, line=line, column=column, rule=rule)

    def line(self, at: Path) -> int:
        """The 1-based line of a value."""
        return self._places[at][0]

    def _plain(self, node: Any, at: Path, depth: int) -> Any:
        if node is None:
            return None
        self._places[at] = (node.start_mark.line + 1, node.start_mark.column + 1)
        self._nodes += 1
        if self._nodes > len(self.text) + 1:  # every node that is written out takes a character at least
            raise self.error(
                "its aliases expand to more than the file itself holds (an alias loop?); write the values out", at
            )
        if depth > _MAX_DEPTH:
            raise self.error(f"nested deeper than {_MAX_DEPTH} levels (an alias loop?); write it flat", at)
        if node.tag and not node.tag.startswith("tag:yaml.org,2002:"):
            raise self.error(f"tag '{node.tag}' is not allowed; write plain YAML", at)
        if node.tag and "python" in node.tag:
            raise self.error("a tag that would run code is not allowed; write plain YAML", at)
        match type(node).__name__:
            case "MappingNode":
                return self._mapping(node, at, depth)
            case "SequenceNode":
                return [self._plain(item, (*at, number), depth + 1) for number, item in enumerate(node.value)]
            case _:
                return node.value

    def _mapping(self, node: Any, at: Path, depth: int) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key.value, str):
                raise self.fault(
                    "a key must be a single word or phrase; write it as 'key: value'",
                    path=self.path,
                    line=key.start_mark.line + 1,
                    column=key.start_mark.column + 1,
                )
            name, place = key.value, (key.start_mark.line + 1, key.start_mark.column + 1)
            if name in plain:
                raise self.fault(
                    f"key '{name}' occurs twice; remove one of the two", path=self.path, line=place[0], column=place[1]
                )
            self._keys[(*at, name)] = place
            plain[name] = self._plain(value, (*at, name), depth + 1)
        return plain


def _compose(source: Source) -> Any:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return loader(source.text).get_single_node()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        problem = (fault.problem or str(fault)).replace("\n", " ")
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise source.fault(f"not valid YAML: {problem}", path=source.path, line=line, column=column) from None
    except (yaml.YAMLError, RecursionError) as fault:
        raise source.fault(
            f"not valid YAML: {str(fault).splitlines()[0]}", path=source.path, line=1, column=1
        ) from None


def read(path: str, fault: type[NewslintError], *, shown: str = "") -> Source:
    """The source at a path; `fault` with what to do if it cannot be read. `shown` is the path for messages."""
    shown = shown or path
    try:
        with open(path, "rb") as file:
            return Source(file.read().decode("utf-8-sig"), shown, fault)
    except UnicodeDecodeError as error:
        raise fault(f"not UTF-8 (byte {error.start}); save it as UTF-8", path=shown) from None
    except OSError as error:
        raise fault(f"cannot read the file: {error.strerror or error}", path=shown) from None


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like a mistyped one, or an empty string."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, sorted(known), 1, 0.6)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest known word, or nothing."""
    near = nearest(word, known)
    return f"; did you mean '{near}'?" if near else ""


_UNKNOWN = lazy(r"Object contains unknown field `(.*?)`(?: - at `\$(.*)`)?$", re.DOTALL)
_AT = lazy(r"(.*?)(?: - at `\$(.*)`)?$", re.DOTALL)
_CHOICE = lazy(r"Invalid enum value '(.*)'$")
_STEP = lazy(r"\.([\w-]+)|\[(\d+|\.\.\.)\]")


def explain(
    source: Source, fault: Exception, at: Path, known: Sequence[str] = (), kind: type | None = None
) -> NewslintError:
    """A msgspec.ValidationError of the data at `at` as an error with its place.

    `known` are keys, and the choices that `kind` offers are values, for suggestions.
    """
    message = str(fault)
    if hit := _UNKNOWN.match(message):
        where = (*at, *_steps(hit[2] or ""), hit[1])
        return source.error(f"unknown key '{hit[1]}'{did_you_mean(hit[1], known)}", where, key=True)
    hit = _AT.match(message)
    assert hit is not None
    wrong = _CHOICE.match(hit[1])
    said = f"unknown value '{wrong[1]}'{did_you_mean(wrong[1], _choices(kind))}" if wrong else plainly(hit[1])
    return source.error(said, (*at, *_steps(hit[2] or "")))


def _steps(path: str) -> Path:
    steps: list[str | int] = []
    for hit in _STEP.finditer(path):
        if hit[2] == "...":
            break
        steps.append(hit[1] if hit[1] is not None else int(hit[2]))
    return tuple(steps)


def _choices(kind: Any) -> set[str]:
    """Every word that a field of a struct can be: the values of its `Literal`s and enumerations."""
    from msgspec import inspect

    waiting: list[Any] = [field.type for field in inspect.type_info(kind).fields] if kind else []  # type: ignore[attr-defined]
    found: set[str] = set()
    while waiting:
        part = waiting.pop()
        found.update(map(str, getattr(part, "values", ())))
        if isinstance(part, inspect.EnumType):
            found.update(str(member.value) for member in part.cls)
        waiting += [*getattr(part, "types", ()), *getattr(part, "item_types", ())]
        waiting += [getattr(part, name) for name in ("value_type", "item_type", "type") if hasattr(part, name)]
    return found


_WORDS: Final = {
    "array": "a list",
    "object": "a mapping",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}


def plainly(message: str) -> str:
    """Msgspec's wording in the words of an author of YAML or JSON."""
    message = re.sub(r"`([\w |]+)`", lambda hit: " or ".join(_WORDS.get(w, w) for w in hit[1].split(" | ")), message)
    message = re.sub("Object missing required field (.*)", r"missing key '\1'", message)
    return message[:1].lower() + message[1:]
